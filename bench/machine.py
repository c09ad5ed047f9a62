"""On what machine, and with which versions, were the numbers made?"""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

_LIBRARIES: Final = ("polars", "numpy", "pandas", "duckdb")
_LIBRARIES_OF_THE_WEB: Final = ("django", "gunicorn", "psycopg", "polars")


def machine(*, web: bool = False) -> dict[str, str]:
    """What to say about the machine, in Danish."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    libraries = _LIBRARIES_OF_THE_WEB if web else _LIBRARIES
    return {
        "processor": f"{_processor()}, {os.cpu_count()} kerner",
        "hukommelse": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "pakker": ", ".join(f"{name} {version(name)}" for name in libraries),
        "andet på maskinen": f"belastning {_load()} ved start",
    }


def load_now() -> dict[str, str]:
    """The load when all is measured; what was measured itself is part of it."""
    return {"belastning ved slut": _load()}


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}".replace(".", ",")


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
