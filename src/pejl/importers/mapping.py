"""How is a mapping file read? Every key is checked, and every refusal names its place in the file.

The recipe for writing one is `docs/gør/skriv-en-mapping.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from pejl.dates import FIRST_DAY, LAST_DAY
from pejl.events import (
    FIELD_BY_NAME,
    KIND_BY_KEY,
    KINDS,
    PARAGRAF,
    RAADGIVER_TILDELT,
    Field,
    FieldType,
    FieldValue,
    Step,
)
from pejl.importers.layout import (
    EventSource,
    FieldSource,
    KindChoice,
    ListSource,
    Mapping,
    Moment,
    Omission,
    fields_of,
    folded,
    spelled,
)
from pejl.importers.refusal import listed, nearest
from pejl.importers.section import Section, parsed
from pejl.law import read_paragraph

# What people register by hand in Pejl has this source; a file must not pass for it.
RESERVED_SOURCE: Final = "pejl"
SEPARATORS: Final = (";", ",", "\t")
YES_AND_NO: Final[Dictionary[str, FieldValue]] = {
    **dict.fromkeys(("ja", "j", "sand", "true", "1", "x"), True),
    **dict.fromkeys(("nej", "n", "falsk", "false", "0"), False),
}
# Corrections and coverage are Pejl's own bookkeeping, which no list can give.
_FROM_LISTS: Final = tuple(kind.key for kind in KINDS if kind.step is not Step.REGISTRERING)


def read_mapping(path: Path) -> Mapping:
    """The mapping in a TOML file; raises ``ImportRefused`` with the place of the first fault."""
    section = Section(parsed(path, called="Mappingen"), place=f"Mappingen »{path.name}«")
    mapping = Mapping(
        source=_source(section),
        municipality=section.text_or("kommune", ""),
        pulled=section.day("trukket") if section.has("trukket") else None,
        complete=section.flag_or("komplet", False),
        may_lack=section.flag_or("maa_mangle", False),
        separator=_separator(section),
        lists=tuple(_lists(section)),
    )
    if not mapping.lists:
        raise section.refusal("Der er ingen lister. Tilføj mindst én under »lister«.")
    section.finish()
    return mapping


def _source(section: Section) -> str:
    source = section.text("kilde")
    if source.casefold() == RESERVED_SOURCE:
        raise section.wrong("kilde", f"et andet navn end »{RESERVED_SOURCE}«, som er det, folk registrerer i Pejl")
    return source


def _separator(section: Section) -> str:
    if not section.has("skilletegn"):
        return ""
    separator = section["skilletegn"]
    if separator not in SEPARATORS:
        raise section.wrong("skilletegn", '";" eller "," eller "\\t"')
    return str(separator)


# --- lists --------------------------------------------------------------------------------------------------


def _lists(section: Section) -> Iterator[ListSource]:
    since = section.day("fra") if section.has("fra") else None
    for name, below in section.named_tables("lister"):
        source = _list(name, below, since=since)
        below.finish()
        _check(source, below)
        yield source


def _list(name: str, section: Section, *, since: date | None) -> ListSource:
    events = _numbered(_event(each) for each in section.tables("haendelser"))
    clocks = _clocks(section, events)
    key, row_key = section.text("noegledato"), section.text("raekkenoegle")
    return ListSource(
        name=name,
        sheet=section.text_or("ark", ""),
        heading_row=section.number_or("overskriftsraekke", 1),
        row_key=row_key,
        case=section.text("sag"),
        key_moment=Moment(key, clocks.get(key, "")),
        thread=section.text_or("traad", name),
        thread_key=section.text_or("traadnoegle", row_key),
        shared=section.text_or("faelles", ""),
        adviser=section.text_or("raadgiver", ""),
        omitted=tuple(_omission(each) for each in section.tables("udelad")),
        contradictions=tuple(_pairs(section, clocks)),
        events=events,
        covers=section.texts("daekker"),
        # What a list covers from no day at all is a question, not an answer.
        since=section.day("fra") if section.has("fra") or since is None else since,
    )


def _clocks(section: Section, events: Iterable[EventSource]) -> dict[str, str]:
    """The column with the hour of each column with a day, so that all who read the day agree on the hour."""
    found: dict[str, str] = {}
    for moment in (event.moment for event in events):
        if found.setdefault(moment.day, moment.clock) != moment.clock:
            raise section.refusal(
                f"Kolonnen »{moment.day}« har to forskellige klokkeslæt. Brug samme »klokkeslaet« alle steder."
            )
    return found


def _pairs(section: Section, clocks: Dictionary[str, str]) -> Iterator[tuple[Moment, Moment]]:
    for below in section.tables("modstrid"):
        earlier, later = (below.text(key) for key in ("foerst", "sidst"))
        yield Moment(earlier, clocks.get(earlier, "")), Moment(later, clocks.get(later, ""))
        below.finish()


def _omission(section: Section) -> Omission:
    omission = Omission(section.text("kolonne"), tuple(each.lower() for each in section.texts("vaerdier")))
    if not omission.texts:
        raise section.refusal("»vaerdier« mangler. Skriv de tekster, der viser, at rækken skal udelades.")
    section.finish()
    return omission


def _check(source: ListSource, section: Section) -> None:
    if not source.kinds:
        raise section.refusal("Listen giver ingen hændelser. Tilføj mindst én under »haendelser«.")
    for kind in source.covers:
        if kind not in source.kinds:
            raise section.refusal(
                f"»daekker« nævner »{kind}«, som ingen af listens hændelser giver. {nearest(kind, source.kinds)}"
            )
    if source.adviser and any(RAADGIVER_TILDELT.key in each.kind.kinds for each in source.events):
        raise section.refusal(f"»raadgiver« og en hændelse giver begge »{RAADGIVER_TILDELT.key}«. Brug kun den ene.")
    if not FIRST_DAY <= source.since <= LAST_DAY:
        raise section.wrong("fra", f"en dag i årene {FIRST_DAY.year} til {LAST_DAY.year}")


# --- events -------------------------------------------------------------------------------------------------


def _event(section: Section) -> EventSource:
    kind = _kind(section)
    in_case = all(KIND_BY_KEY[each].step is Step.SAG for each in kind.kinds)
    event = EventSource(
        kind=kind,
        moment=Moment(section.text("dato"), section.text_or("klokkeslaet", "")),
        fields=tuple(_fields(section, kind)) if section.has("felter") else (),
        done_by=section.text_or("udfoert_af", ""),
        whole_case=section.flag_or("hele_sagen", in_case),
        ordinals={},
    )
    section.finish()
    return event


def _numbered(events: Iterable[EventSource]) -> tuple[EventSource, ...]:
    seen = Counter[str]()
    numbered = []
    for event in events:
        seen.update(event.kind.kinds)
        numbered.append(replace(event, ordinals={kind: seen[kind] for kind in event.kind.kinds}))
    return tuple(numbered)


def _kind(section: Section) -> KindChoice:
    if isinstance(section["slags"], str):
        return KindChoice(_known_kind(section, section.text("slags")))
    below = section.table("slags")
    named = _kinds_by_value(below)
    otherwise = below["ellers"] if below.has("ellers") else None
    choice = KindChoice(
        otherwise=_known_kind(below, otherwise) if otherwise else "",
        column=below.text("kolonne"),
        by_value=tuple(sorted(named.items(), key=lambda each: -len(each[0]))),
        complete=otherwise is not None,
    )
    below.finish()
    return choice


def _kinds_by_value(section: Section) -> dict[str, str]:
    named: dict[str, str] = {}
    for text, kind in section.entries("vaerdier").items():
        if named.setdefault(spelled(text), _known_kind(section, kind)) != kind:
            raise section.refusal(f"Værdien »{text}« står to gange med hver sin hændelse. Fjern den ene.")
    return named


def _known_kind(section: Section, kind: object) -> str:
    if kind not in _FROM_LISTS:
        raise section.refusal(f"Hændelsen »{kind}« findes ikke i ordlisten. {nearest(str(kind), _FROM_LISTS)}")
    return str(kind)


def _fields(section: Section, kind: KindChoice) -> Iterator[FieldSource]:
    known = tuple(dict.fromkeys(name for each in kind.kinds for name in fields_of(each)))
    below = section.table("felter")
    for name, value in section.entries("felter").items():
        if name not in known:
            raise below.refusal(f"Feltet »{name}« hører ikke til {listed(kind.kinds)}. {nearest(name, known)}")
        field = FIELD_BY_NAME[name]
        if isinstance(value, str):
            yield _from_column(below, field, column=below.text(name))
        else:
            yield _from_table(below.table(name), field)


def _from_column(section: Section, field: Field, *, column: str) -> FieldSource:
    if field.type is FieldType.CODE:
        raise section.refusal(f"Feltet »{field.name}« har faste værdier. Skriv en tabel med »kolonne« og »koder«.")
    return FieldSource(field, column, YES_AND_NO if field.type is FieldType.YESNO else {})


def _from_table(section: Section, field: Field) -> FieldSource:
    if section.has("fast"):
        source = FieldSource(field, constant=_accepted(section, field, section["fast"]))
    elif section.has("koder"):
        source = FieldSource(field, section.text("kolonne"), _codes(section, field))
    else:
        source = _from_column(section, field, column=section.text("kolonne"))
    section.finish()
    return source


def _codes(section: Section, field: Field) -> dict[str, FieldValue]:
    codes: dict[str, FieldValue] = {}
    for code, value in section.entries("koder").items():
        if codes.setdefault(folded(code), _accepted(section, field, value)) != value:
            raise section.refusal(f"Koden »{code}« står to gange med hver sin værdi. Fjern den ene.")
    return codes


def _accepted(section: Section, field: Field, value: object) -> FieldValue:
    # A datetime is a date to Python, and no day.
    if isinstance(value, str | int | date) and not isinstance(value, datetime) and field.accepts(value):
        paragraph = read_paragraph(value) if field is PARAGRAF and isinstance(value, str) else value
        if paragraph is None:
            raise section.refusal(f"Paragraffen »{value}« kan ikke læses. Skriv den som »§ 46, stk. 1«.")
        return paragraph
    remedy = nearest(str(value), field.choices) if field.choices else f"Brug en værdi af typen {field.type}."
    raise section.refusal(f"Feltet »{field.name}« kan ikke være »{value}«. {remedy}")
