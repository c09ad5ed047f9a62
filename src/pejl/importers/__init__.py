"""Which sources can Pejl read? One line each; a new one is a file in this folder and a line here."""

from typing import Final

from pejl.importers.extract import import_extract
from pejl.importers.importer import Imported, Importer, ImportRefused
from pejl.importers.mapping import read_mapping

IMPORTERS: Final = (
    Importer(
        key="udtraek",
        label="Udtræk fra et fagsystem, læst gennem en mappingfil",
        formats={".xlsx": "Excel", ".csv": "csv", ".parquet": "Parquet"},
        read=import_extract,
    ),
)

__all__ = ["IMPORTERS", "ImportRefused", "Imported", "Importer", "import_extract", "read_mapping"]
