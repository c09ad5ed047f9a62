"""What stands on the page of figures? ``python -m tests.spec.noegletal`` writes it, from the indicators and examples.

Nothing here reads the clock: the same indicators and examples give the same page to the byte.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pejl.dates import local_time
from pejl.events import FIELD_BY_NAME, KIND_BY_KEY, Event, FieldValue
from pejl.indicators import INDICATORS, TOPICS, Indicator, Marker, Rests, Row, Verdict
from pejl.rulebook import RULEBOOK, TITLES, chapter_of
from pejl.wording import all_of, danish_day
from tests.spec.figure import Figure
from tests.spec.indicators import EXAMPLES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/slå-op/nøgletal.md"
_PRINTED = (
    "<!-- Trykt af: python -m tests.spec.noegletal. Ret tallet eller eksemplet, og tryk igen; ret ikke her. -->\n"
)
_INTRODUCTION = """# Nøgletallene

Hvert tal, Pejl kan regne ud, med det spørgsmål, det svarer på, hvordan der tælles, og et eksempel med opdigtede børn.
Eksemplerne er de samme, som Pejl prøves på. Tallene kan regnes ud uden web og database:
`pejl figures sager.parquet --as-of 2026-06-30`.

## Sådan læses et tal

- **En andel står altid som et antal af et antal**: »12 af 17«. Procenten vises først, når der er ti eller flere.
- **Det, der ikke kan afgøres, står for sig** og er ikke med i nogen af de to antal. Der står hvorfor.
- **»Ikke opgjort« er ikke nul.** Det står, hvor ingen kilde fortæller om perioden.
- **Tallet kan åbnes til de sager, det er talt af**, for dem, der må se dem. Det er ikke andet end dem lagt sammen.
- **Tal under 5 vises ikke uden for afdelingen**, og heller ikke det, de kunne regnes ud af. Grænsen er vores forslag.
- **En pligt hører til den periode, hvor fristen gik.** Overblik viser dem efter den måned, de begyndte, så de to kan
  være forskellige for den samme måned. Her ser de nyeste måneder ikke bedre ud, end de er.
- **Den samme dag og den samme viden giver altid det samme tal.** Kommer der noget til senere, siger Pejl, at der gør.
- **Intet tal siger, hvad der var årsagen**, og intet tal vurderer et barn, en familie eller en medarbejder.

## Hvad et tal hviler på

"""
_RESTS = {
    Rests.LAW: "Det, der tælles, er en pligt i loven. Paragraffen står ved.",
    Rests.GUIDANCE: "Det, der tælles, står i en vejledning.",
    Rests.LOCAL: "Kommunen har selv sat målet.",
    Rests.PRACTICE: "Det er sådan, andre plejer at tælle. Kilden står ved.",
    Rests.OWN: "Vi har selv valgt, hvordan der tælles, og hvorfor står ved.",
}
_VERDICTS = {Verdict.YES: "tæller med", Verdict.NO: "tæller som nej", Verdict.UNKNOWN: "kan ikke afgøres"}


def page() -> str:
    """The whole page."""
    rests = "\n".join(f"- **{each.danish}**: {_RESTS[each]}" for each in Rests)
    markers = "\n".join(_of_marker(each) for each in Marker)
    topics = "\n".join(_topic(topic, title) for topic, title in TOPICS.items())
    contents = "\n".join(f"- [{each.name}](#{anchor(each)})" for each in INDICATORS if each.topic == "frister")
    return (
        f"{_PRINTED}{_INTRODUCTION}{rests}\n\n## De fire pejlemærker for kvalitet, og styringen\n\n{markers}\n\n"
        f"## Lovens kapitler, ét tal for hvert\n\n{contents}\n\n{topics}"
    )


def anchor(indicator: Indicator) -> str:
    """Where on the page an indicator stands."""
    return indicator.key.replace(".", "-").replace("_", "-")


def _of_marker(marker: Marker) -> str:
    borne = [each for each in INDICATORS if marker in each.bears_on and each.topic != "frister"]
    return "\n".join((f"- **{marker.danish}**", *(f"  - [{each.name}](#{anchor(each)})" for each in borne)))


def _topic(topic: str, title: str) -> str:
    return f"## {title}\n\n" + "\n".join(_indicator(each) for each in INDICATORS if each.topic == topic)


def _indicator(indicator: Indicator) -> str:
    table = "\n".join(f"| **{name}** | {told} |" for name, told in _facts(indicator))
    shown = "\n".join(_example(each) for each in EXAMPLES if each.key == indicator.key) or _of_chapter(indicator)
    return (
        f'<a id="{anchor(indicator)}"></a>\n\n### {indicator.name}\n\n**{indicator.rests.danish}**'
        f"{'' if indicator.confirmed else ', ikke bekræftet'}\n\n> {indicator.question}\n\n"
        f"| Om tallet | Det gælder |\n|---|---|\n{table}\n\n{shown}"
    )


def _facts(indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield "Det siger tallet", indicator.means
    yield "Sådan tælles der", indicator.how
    yield "I ét barns sag", indicator.for_child
    yield "Slags tal", f"{indicator.unit.danish}. {indicator.better.danish}."
    if indicator.groups:
        yield "Delt i", "; ".join(group.label for group in indicator.groups)
    yield "Pejlemærke", "; ".join(each.danish for each in indicator.bears_on)
    if indicator.cites:
        links = dict.fromkeys(f"[{each}]({each.link.replace('docs/', '../')})" for each in indicator.cites)
        yield "Lov og mål", "; ".join(links)
    if indicator.source:
        yield "Kilde", f"{indicator.source}."
    if indicator.rules:
        yield "Regler", "; ".join(dict.fromkeys(_linked(key) for key in indicator.rules))
    yield "Kilden skal levere", "; ".join(kind.label for kind in indicator.needs)
    yield "I Pejl", f"`{indicator.key}`, udgave {indicator.version}"


def _linked(rule: str) -> str:
    return f"[{RULEBOOK.by_key[rule][-1].title}](../regelbog/{chapter_of(rule)}.md)"


def _of_chapter(indicator: Indicator) -> str:
    chapter = indicator.key.partition(".")[2]
    return f"Hver regel er vist med eksempler i Regelbogen: [{TITLES[chapter]}](../regelbog/{chapter}.md).\n"


# --- an example -----------------------------------------------------------------------------------------------


def _example(example: Figure) -> str:
    lines = "\n".join(f"| {' | '.join(cells)} |" for cells in _events(example))
    posts = f" Der er {example.posts:g} fuldtidsstillinger." if example.posts else ""
    return (
        f"#### Eksempel: {example.period.name}\n\n{example.says}{posts}\n\n| Barn | Dag | Hændelse | I perioden |\n"
        f"|---|---|---|---|\n{lines}\n\nTallet er **{example.given}**.{_groups(example)} Uden for afdelingen: "
        f"{_outside(example)}\n"
    )


def _events(example: Figure) -> Iterator[tuple[str, str, str, str]]:
    verdicts = {name: all_of(_verdicts(behind)) for name, behind in example.rows().items() if behind}
    for name in example.cases:
        said = name
        for event in example.events_of(name):
            if event.case_id:
                yield said, _when(event), _what(event), verdicts.get(name, "ikke med") if said else ""
                said = ""


def _verdicts(behind: list[Row]) -> Iterator[str]:
    for verdict, number in Counter(row.verdict for row in behind).items():
        yield f"{f'{number} ' if number > 1 else ''}{_VERDICTS[verdict]}"


def _when(event: Event) -> str:
    clock = f" kl. {local_time(event.at):%H.%M}" if event.at else ""
    return f"{danish_day(event.day)}{clock}"


def _what(event: Event) -> str:
    told = [f"{FIELD_BY_NAME[name].label}: {_value(name, value)}" for name, value in event.fields.items()]
    told += [f"rådgiver {event.done_by}"] if event.done_by else []
    label = KIND_BY_KEY[event.kind].label_on(event.day)
    return f"{label} ({'; '.join(told)})" if told else label


def _value(name: str, value: FieldValue) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return danish_day(value)
    return "den første" if name == "replaces" else FIELD_BY_NAME[name].choices.get(str(value), str(value))


def _groups(example: Figure) -> str:
    if not example.groups:
        return ""
    labels = example.indicator.label_of
    return f" {'; '.join(f'{labels[key]}: {number}' for key, number in example.groups.items())}."


def _outside(example: Figure) -> str:
    shown = example.outside()
    if not shown.why.hides:
        return "det samme."
    return (
        shown.reason[0].lower() + shown.reason[1:]
        if shown.reason.startswith("Ikke vist")
        else f"{shown.told}. {shown.reason}"
    )


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_bytes(page().encode())
    sys.stdout.write(f"Siden om nøgletal er trykt: {len(INDICATORS)} tal.\n")


if __name__ == "__main__":
    main()
