"""What of the web is measured, in which order, and what are the numbers held against? ``bench/run --web``.

The ratios and the budgets of pages are worked out from the time of the processor: all of a page is made in one
process, and what else the machine does meanwhile would only blur it.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from bench.measurement import Measurement, measured
from bench.sections import Row, Section, progress, thousands
from bench.web_sizes import DEMO, OPEN_ZAAK, TENTH, WHOLE, WebSize

_PROGRAM: Final = "bench.web_measured"
_MS: Final = 1_000
_TIMES: Final = 10  # a repeat that is asked for is so many answers
_EMPTY: Final = "tom side"
_TIMES_EMPTY: Final = 8
_BARE_AND_HALF: Final = 1.5
# What Open Zaak 1.30 took for a page of 100 cases among 3,500, on two cores like these. Not run again here.
_OPEN_ZAAK: Final = 0.166
_PAGES: Final = {
    "min-dag": "Min dag, rådgiver",
    "min-dag-vagt": "Min dag, rådgiver med vagter i modtagelsen",
    "min-dag-leder": "Min dag, teamleder",
    "min-dag-mange": "Min dag, alle roller på én gang",
    "sag": "Sagen, en almindelig",
    "sag-lang": "Sagen, den længste",
    "overblik-team": "Overblik, teamleder",
    "overblik": "Overblik, afdelingsleder",
    "overblik-chef": "Overblik, centerchef",
    "registrer": "Registrér, formularen",
    "sager-20": "Sager, 20 ad gangen, rådgiver",
}
_LIMITED: Final = ("min-dag", "min-dag-vagt", "min-dag-leder", "sag", "sag-lang")
_LISTS: Final = {
    "sager-100": "100 åbne sager",
    "sager-100-frist": "100 åbne sager efter frist",
    "sager-100-lukkede": "100 afsluttede sager",
}


def sections(repeats: int) -> list[Section]:
    """Everything about the web; the databases are made first, if need be."""
    for size in (TENTH, OPEN_ZAAK, WHOLE):
        _measured("make", size)
    return [pages(repeats), lists(repeats), registering(repeats), crowd(repeats), taking_in(repeats)]


def _measured(task: str, size: WebSize, *, repeats: int = 1) -> Measurement:
    if task != "make":
        progress(f"Måler »{task}« på {size.label} …")
    return measured(task, size, repeats=repeats, program=_PROGRAM)


def _holding(size: WebSize) -> str:
    holds = size.holds
    return f"{thousands(holds['cases'])} sager, {thousands(holds['events'])} hændelser"


# --- pages ------------------------------------------------------------------------------------------------------


def pages(repeats: int) -> Section:
    """The pages of a day next to the empty page, and how many questions every page asks at two sizes."""
    few, many = (_measured("addresses", size).facts for size in (TENTH, WHOLE))
    rows = [row for name in _PAGES for row in _page_rows(name, few, many, repeats=repeats)]
    heading = f"Websider: {_holding(WHOLE)}, SQLite; forespørgsler i en tiendedel og i det hele"
    return Section(heading, rows, _questions_told(few["addresses"], many["addresses"]))


def _page_rows(name: str, few: dict[str, Any], many: dict[str, Any], *, repeats: int) -> Iterator[Row]:
    found = _measured(f"page:{name}", WHOLE, repeats=repeats * _TIMES)
    if not found.seconds:
        progress(f"{_PAGES[name]}: {found.facts['missing']}")
        return
    empty = _other(found, "empty")
    if name == next(iter(_PAGES)):
        yield Row(what="Tom side i samme ramme", measurement=empty, scale=_MS, unit="ms", ratio=1, against=_EMPTY)
    row = Row(
        what=_PAGES[name],
        measurement=found,
        scale=_MS,
        unit="ms",
        ratio=min(found.cpu) / min(empty.cpu),
        against=_EMPTY,
        note=f"{_number(few, name)} og {_number(many, name)} forespørgsler",
    )
    yield _held(row, name, empty)


def _held(row: Row, name: str, empty: Measurement) -> Row:
    """With its budget: so many empty pages; or an empty page and half again its own questions asked bare."""
    if name.startswith("overblik"):
        bare = min(_other(row.measurement, "bare").cpu)
        budget = (min(empty.cpu) + _BARE_AND_HALF * bare) * _MS
        return replace(row, budget=budget, judged=min(row.measurement.cpu))
    return replace(row, limit=_TIMES_EMPTY) if name in _LIMITED else row


def _other(found: Measurement, what: str) -> Measurement:
    """What was timed by turns with the page."""
    times = found.facts[what]
    return replace(found, seconds=tuple(times["seconds"]), cpu=tuple(times["cpu"]), rows=0, facts={})


def _number(counted: dict[str, Any], name: str) -> str:
    number = counted["pages"].get(name)
    return "?" if number is None else str(number)


def _questions_told(few: dict[str, int | None], many: dict[str, int | None]) -> tuple[str, ...]:
    """Which pages ask more when there is more; each is counted for somebody who sees it."""
    tried = [name for name, number in many.items() if number is not None and few.get(name) is not None]
    growing = [f"{name} ({few[name]} og {many[name]})" for name in tried if few[name] != many[name]]
    numbers = [number for number in many.values() if number is not None]
    fixed = f"{len(tried) - len(growing)} af {len(tried)} sider spørger databasen lige mange gange ved begge størrelser"
    left = f"{len(many) - len(tried)} adresser er ikke talt, fordi de kun tager imod eller intet har at vise her"
    told = f"{fixed}, højst {max(numbers, default=0)} gange; {left}."
    return (told, f"Ikke lige mange: {', '.join(growing)}.") if growing else (told,)


# --- lists ------------------------------------------------------------------------------------------------------


def lists(repeats: int) -> Section:
    """A hundred cases on a page for a person with every kind of right, among 3,500 and among all."""
    rows = [_list_row(name, size, repeats=repeats) for size in (OPEN_ZAAK, WHOLE) for name in _LISTS]
    remark = (
        "Open Zaak 1.30 tog 166-228 ms (median) for 100 sager af 3.500 på to kerner; tallet er hentet, ikke målt her. "
        "Budgettet holdes op mod medianen."
    )
    heading = f"100 sager på en side, en person med alle slags roller: {_holding(OPEN_ZAAK)}, og {_holding(WHOLE)}"
    return Section(heading, rows, (remark,))


def _list_row(name: str, size: WebSize, *, repeats: int) -> Row:
    found = _measured(f"page:{name}", size, repeats=repeats * _TIMES)
    return Row(
        what=f"{_LISTS[name]} af {thousands(size.holds['cases'])}",
        measurement=found,
        scale=_MS,
        unit="ms",
        budget=_OPEN_ZAAK * _MS,
        judged=found.median,
        ratio=found.median / _OPEN_ZAAK,
        against="Open Zaak",
        note=f"{found.facts['queries']} forespørgsler",
    )


# --- writing ----------------------------------------------------------------------------------------------------


def registering(repeats: int) -> Section:
    """One event, with the deadlines of its case worked out anew."""
    rows = []
    for task, what in (("register", "handlingen alene"), ("post", "gennem formularen (POST)")):
        found = _measured(task, WHOLE, repeats=repeats * _TIMES)
        own = statistics.median(found.cpu)
        rows.append(Row(what=what, measurement=found, scale=_MS, unit="ms", budget=50, judged=own))
    remark = "Budgettet gælder egen tid og holdes op mod medianen af cpu; resten er ventetid på disken og maskinen."
    return Section("At registrere en hændelse, SQLite, skrevet til disken (synchronous=FULL)", rows, (remark,))


def taking_in(repeats: int) -> Section:
    """The sample list into the demo's municipality and into the big one, and the first start."""
    first = _merged([_measured("first-start", DEMO) for _ in range(min(repeats, 2))])
    rows = [Row(what="Første start: Nordby laves", measurement=first)]
    remarks = []
    for size in (OPEN_ZAAK, WHOLE):
        found = _merged([_measured("take-in", size) for _ in range(min(repeats, 2))])
        among = thousands(size.holds["cases"])
        rows.append(Row(what=f"Udtrækket fra Nordby læst ind blandt {among} sager: transaktionen", measurement=found))
        told = [f"{found.facts[name]:.1f} s".replace(".", ",") for name in ("try", "take_in")]
        remarks.append(f"Blandt {among} sager tager det {told[0]} at prøve listen og {told[1]} at læse den ind i alt.")
    return Section("Indlæsning og første start, SQLite", rows, tuple(remarks))


def _merged(found: Sequence[Measurement]) -> Measurement:
    """What several processes took, as one; told of as the last of them."""
    return replace(
        found[-1],
        seconds=tuple(each for one in found for each in one.seconds),
        cpu=tuple(each for one in found for each in one.cpu),
        peak_mib=max(one.peak_mib for one in found),
    )


# --- many at once -----------------------------------------------------------------------------------------------


def crowd(repeats: int) -> Section:
    """Sixteen browsers that never think, gunicorn and PostgreSQL on the same cores."""
    rows = []
    for task, what, budget in (
        ("load-lists", "Sager, 20 ad gangen", 1_000),
        ("load-day", "Min dag, Sager og Sagen på skift", None),
    ):
        found = _measured(task, WHOLE, repeats=repeats * _TIMES)
        facts = found.facts
        note = f"p95 {facts['p95'] * _MS:.0f} ms, {facts['per_second']:.0f} svar i sekundet"
        rows.append(
            Row(what=what, measurement=found, scale=_MS, unit="ms", budget=budget, judged=facts["p95"], note=note)
        )
    heading = f"16 brugere på én gang: {_holding(WHOLE)}, PostgreSQL og gunicorn som i ./start"
    return Section(heading, rows, ("Browserne, gunicorn og PostgreSQL deler kernerne. Budgettet holdes op mod p95.",))
