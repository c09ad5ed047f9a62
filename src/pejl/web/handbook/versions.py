"""How does a row of the municipality's own become a text?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pejl.dates import danish_date
from pejl.law import InForce
from pejl.web.handbook.cited import CITED
from pejl.web.handbook.models import OwnText
from pejl.web.handbook.text import Text


def as_text(row: OwnText, *, shipped: Text) -> Text:
    """The municipality's own version; what it is used for stays as shipped."""
    return replace(
        shipped,
        title=row.title,
        body=row.body,
        cites=tuple(CITED[key] for key in row.cites if key in CITED),
        valid=InForce(first=row.first, last=shipped.last),
        owner=row.owner,
        version=f"Egen fra {danish_date(row.first).partition(' den ')[2]}",
        own=True,
    )


def newest(rows: Iterable[OwnText]) -> dict[str, OwnText]:
    """For each text, the version with the latest first day."""
    return {row.key: row for row in sorted(rows, key=lambda row: row.first)}
