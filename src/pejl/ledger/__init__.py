"""How is a ledger read from and written to a file, and is what stands in it possible?

``frames`` has the columns and turns events into frames and back; ``checking`` looks for faults. ``reading`` and
``writing`` know the files: ``parquet``, ``separated`` (CSV) and ``workbook`` (Excel) each open one kind without
trusting it, ``columns`` and ``cells`` say what is wrong in it, and ``texts`` knows how a cell is written as text.
``divided`` lays out what does not fit in the memory.
"""

from pejl.ledger.checking import FAULT_SCHEMA, Severity, check_cases, check_ledger
from pejl.ledger.divided import Division, rows_in
from pejl.ledger.frames import (
    DEADLINE_SCHEMA,
    EVENT_SCHEMA,
    deadline_frame,
    events_by_case,
    events_of,
    frame_of,
)
from pejl.ledger.reading import parts, read_ledger, scan_ledger
from pejl.ledger.refusals import LedgerError
from pejl.ledger.writing import write_ledger, write_table, write_tables

__all__ = [
    "DEADLINE_SCHEMA",
    "EVENT_SCHEMA",
    "FAULT_SCHEMA",
    "Division",
    "LedgerError",
    "Severity",
    "check_cases",
    "check_ledger",
    "deadline_frame",
    "events_by_case",
    "events_of",
    "frame_of",
    "parts",
    "read_ledger",
    "rows_in",
    "scan_ledger",
    "write_ledger",
    "write_table",
    "write_tables",
]
