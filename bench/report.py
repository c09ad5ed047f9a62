"""How are the numbers shown? One table as text, Markdown or JSON, with the machine they were made on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from bench.sections import Row, Section

_HEADINGS: Final = ("", "bedste", "median", "cpu", "hukommelse", "frister/rækker", "budget / målt", "forhold")

_TIMES: Final = 3  # the columns with times


def as_text(machine: dict[str, str], sections: list[Section]) -> str:
    """For the screen."""
    lines = [f"{name}: {value}" for name, value in machine.items()]
    cells = {id(section): [_cells(row) for row in section.rows] for section in sections}
    every = [_HEADINGS, *(row for rows in cells.values() for row in rows)]
    widths = [max(len(row[n]) for row in every) for n in range(len(_HEADINGS))]
    lines += ["", _aligned(_HEADINGS, widths)]
    for section in sections:
        lines += ["", section.heading, *(_aligned(row, widths) for row in cells[id(section)])]
        lines += [f"  {remark}" for remark in section.remarks]
    return "\n".join(lines)


def _aligned(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(w) if n == 0 else cell.rjust(w) for n, (cell, w) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join((first, *others)).rstrip()


def as_markdown(machine: dict[str, str], sections: list[Section]) -> str:
    """For a page."""
    return "\n".join(_markdown(machine, sections))


def _markdown(machine: dict[str, str], sections: list[Section]) -> Iterator[str]:
    yield "; ".join(f"{name}: {value}" for name, value in machine.items()) + "."
    yield ""
    yield f"| {' | '.join(_HEADINGS)} |"
    yield f"|---|{'---:|' * (len(_HEADINGS) - 1)}"
    for section in sections:
        yield f"| **{section.heading}** |{' |' * (len(_HEADINGS) - 1)}"
        for row in section.rows:
            yield f"| {' | '.join(_cells(row))} |"
    yield ""
    for section in sections:
        for remark in section.remarks:
            yield f"- {section.heading.partition(':')[0]}: {remark}"


def as_json(machine: dict[str, str], sections: list[Section]) -> str:
    """For whoever wants to follow the numbers over time."""
    content: dict[str, Any] = {"machine": machine, "sections": [asdict(section) for section in sections]}
    return json.dumps(content, ensure_ascii=False, indent=1)


def _cells(row: Row) -> tuple[str, ...]:
    found = row.measurement
    if not row.agrees:
        return (row.what, *("–",) * 6, "ikke enig")
    shown = [_number(each * row.scale) for each in (found.best, found.median, *_least(found.cpu))]
    return (
        f"{row.what}, {row.note}" if row.note else row.what,
        *(f"{each} {row.unit}" for each in shown),
        *("–" for _ in range(_TIMES - len(shown))),
        _memory(row),
        _whole(found.rows) if found.rows else "",
        _budget(row),
        f"{_number(row.ratio)} × {row.against}" if row.ratio else "",
    )


def _memory(row: Row) -> str:
    """What it took, and what it may take at most."""
    most = f" af {_whole(row.most_mib)}" if row.most_mib else ""
    return f"{_whole(row.measurement.peak_mib)}{most} MiB"


def _least(cpu: tuple[float, ...]) -> tuple[float, ...]:
    return (min(cpu),) if cpu else ()


def _budget(row: Row) -> str:
    """What it may take at most, and what it took."""
    if row.limit and row.ratio:
        return f"{_number(row.limit)} / {_number(row.ratio)} × {row.against}"
    if not row.budget:
        return ""
    took = row.measurement.best if row.judged is None else row.judged
    return f"{_number(row.budget)} / {_number(took * row.scale)} {row.unit}"


def _number(value: float) -> str:
    """Three digits that matter, as Danes write them."""
    if value >= 100:
        return _whole(value)
    text = f"{value:.2f}" if value < 10 else f"{value:.1f}"
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text


def _whole(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
