"""What is a paper, and how does it become a page, a PDF, a Word file or an Excel file?

The values and their stored form stand here. The files are made by ``html``, ``pdf``, ``word`` and ``excel``, which
nobody pays for before asking.
"""

from pejl.reports.paper import (
    Aside,
    Bullets,
    Drawing,
    Facts,
    Heading,
    NewPage,
    Part,
    Quote,
    Report,
    Table,
    Text,
)
from pejl.reports.stored import from_json, from_stored, hash_of, to_json

__all__ = [
    "Aside",
    "Bullets",
    "Drawing",
    "Facts",
    "Heading",
    "NewPage",
    "Part",
    "Quote",
    "Report",
    "Table",
    "Text",
    "from_json",
    "from_stored",
    "hash_of",
    "to_json",
]
