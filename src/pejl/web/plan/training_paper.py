"""How does the training plan stand on paper, with the account of the fund (N16)? No colleague is named in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pejl.reports import Aside, Heading, Part, Report, Table, Text
from pejl.web.components import integer, short_day
from pejl.web.plan.models import Strategy, Training
from pejl.web.plan.training_page import Line, YearAccount, accounts, courses, together

UNKNOWN = "Ikke oplyst"
_HEAD = ("Pulje", "Sat af", "Brugt", "Disponeret, ikke brugt", "Tilbage")


def training_paper(strategy: Strategy, *, municipality: str, made_at: datetime) -> Report:
    """The plan and the account as they stand."""
    years = accounts(strategy)
    return Report(
        title="Uddannelsesplan",
        subtitle=strategy.title,
        municipality=municipality,
        made_at=made_at,
        facts=(("Kilde", strategy.source),) if strategy.source else (),
        parts=(*_fund(years), *_courses(strategy)),
    )


def _fund(years: list[YearAccount]) -> Iterator[Part]:
    yield Heading(text="Regnskab for puljen")
    if not years:
        yield Text(body="Der er ikke sat penge af i en pulje.")
        return
    told = [*years, *together(years)]
    yield Table(
        caption="Puljen år for år, i kroner",
        head=_HEAD,
        rows=tuple(
            (name_of(each), integer(each.amount), integer(each.spent), integer(each.committed), remains_words(each))
            for each in told
        ),
        note="Et kursus, som ingen har skrevet prisen på, er ikke regnet med; så er resten »højst« det, der står.",
    )
    for each in years:
        if each.over:
            words = f"Der er lovet {integer(each.over)} kr. mere, end der er sat af i {each.year}."
            yield Aside(title=f"For meget lovet i {each.year}", body=words)


def name_of(account: YearAccount) -> str:
    """The fund and its year; the sum of the years by name."""
    return f"{account.name} {account.year}" if account.year else f"{account.name} i alt"


def remains_words(account: YearAccount) -> str:
    """What is left in words: at most so much where a price is missing."""
    sum_ = f"-{integer(-account.remains)}" if account.remains < 0 else integer(account.remains)
    if not account.unknown:
        return sum_
    courses = "ét kursus" if account.unknown == 1 else f"{account.unknown} kurser"
    return f"højst {sum_} (prisen på {courses} er ikke oplyst)"


def price_words(training: Training) -> str:
    """What is known of the price."""
    told = []
    if training.spent is not None:
        told.append(f"{integer(training.spent)} kr. brugt")
    if training.committed is not None:
        told.append(f"{integer(training.committed)} kr. disponeret")
    return ", ".join(told) or UNKNOWN


def time_words(training: Training) -> str:
    """When it runs, as far as anybody has written it."""
    days = [short_day(each) for each in (training.first, training.last) if each]
    return " – ".join(days) or training.when_words or UNKNOWN


def _courses(strategy: Strategy) -> Iterator[Part]:
    yield Heading(text="Kurser og anden læring")
    staged = courses(strategy)
    if not staged:
        yield Text(body="Der er ingen kurser endnu.")
    for label, lines in staged:
        yield Table(
            caption=label,
            head=("Kursus", strategy.focus_word, "Hvem", "Tid", "Pris", "I praksis"),
            rows=tuple(_row(each) for each in lines),
        )


def _row(line: Line) -> tuple[str, ...]:
    row = line.training
    paid = row.fund.name if row.fund else row.funder
    return (
        "\n".join(filter(None, (row.name, row.supplier))),
        row.area.name if row.area else "På tværs",
        who_words(line),
        time_words(row),
        "\n".join(filter(None, (price_words(row), paid))),
        "\n".join(filter(None, (row.exercise, f"Ses i {row.seen_in}" if row.seen_in else ""))) or "Ikke skrevet",
    )


def who_words(line: Line) -> str:
    """Which units, and how many; never names."""
    row = line.training
    people = f"{line.people} deltagere" if line.people else f"{row.seats} pladser" if row.seats else ""
    return ". ".join(filter(None, (", ".join(line.units), people))) or UNKNOWN
