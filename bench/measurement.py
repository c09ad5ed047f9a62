"""How is one thing measured? In a process of its own, so that its memory is its own and nobody warms it up.

This module and whoever imports it stay small: Linux lets a child inherit the peak of the process that starts it.
"""

from __future__ import annotations

import json
import os
import shlex
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from bench.sizes import ROOT

# Bytes in the unit of ru_maxrss: macOS counts bytes, all others kibibytes.
_UNIT: Final = 1 if sys.platform == "darwin" else 1024
_MEBIBYTE: Final = 1024**2
_FEWEST: Final = 2
_LONG_ENOUGH: Final = 5.0  # seconds


class Named(Protocol):
    """A size, as a measured process finds it."""

    @property
    def name(self) -> str:
        """What it is called there."""


class Failed(Exception):
    """A measured process gave up; the message says which, and what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What one process took, over its repeats; ``cpu`` also counts what several threads did at the same time.

    No ``cpu`` where other processes did the work.
    """

    seconds: tuple[float, ...]
    cpu: tuple[float, ...]
    peak_mib: float
    rows: int = 0
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def best(self) -> float:
        return min(self.seconds)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


@dataclass(frozen=True, slots=True)
class _Ended:
    answer: str
    seconds: float
    cpu: float
    peak_mib: float


def again(seconds: Sequence[float], *, repeats: int) -> bool:
    """Once more? What takes long says enough in fewer repeats; nothing is measured just once unless asked for."""
    return len(seconds) < repeats and (len(seconds) < _FEWEST or sum(seconds) < _LONG_ENOUGH)


def measured(
    task: str, size: Named, *, repeats: int, program: str = "bench.measured", python: str = sys.executable
) -> Measurement:
    """A task of the program (else: on a ledger), so many times in one process."""
    ended = _run([python, "-m", program, task, size.name, str(repeats)])
    told = json.loads(ended.answer.splitlines()[-1])
    return Measurement(
        seconds=tuple(told["seconds"]),
        cpu=tuple(told["cpu"]),
        peak_mib=ended.peak_mib,
        rows=told["rows"],
        facts=told["facts"],
    )


def commanded(*commands: Sequence[str], repeats: int, first: Callable[[], None] = lambda: None) -> Measurement:
    """Commands of ``pejl`` one after the other, from the start of the first to the end of the last."""
    pejl = str(ROOT / ".venv" / "bin" / "pejl")
    seconds: list[float] = []
    cpu, peaks = [], []
    while again(seconds, repeats=repeats):
        first()
        ended = [_run([pejl, *command]) for command in commands]
        seconds.append(sum(each.seconds for each in ended))
        cpu.append(sum(each.cpu for each in ended))
        peaks.append(max(each.peak_mib for each in ended))
    return Measurement(seconds=tuple(seconds), cpu=tuple(cpu), peak_mib=max(peaks))


def _run(command: list[str]) -> _Ended:
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:  # noqa: S603 -- our own programs
        assert process.stdout
        answer = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"»{shlex.join(command)}« stoppede med kode {process.returncode}.\n{answer}")
    return _Ended(
        answer=answer,
        seconds=time.perf_counter() - began,
        cpu=usage.ru_utime + usage.ru_stime,
        peak_mib=usage.ru_maxrss * _UNIT / _MEBIBYTE,
    )
