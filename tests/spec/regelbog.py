"""Which pages does the Regelbog have, and what stands on them? ``python -m tests.spec.regelbog`` writes them.

Everything is printed from the rulebook and the worked examples, so no page can say what Pejl does not do. Nothing
here reads the clock: the same rules and examples give the same pages to the byte.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from pejl.dates import danish_date, danish_moment, local_day, local_time
from pejl.engine.explain import FORCE_WORDS, explain, label_of
from pejl.engine.plain import Judgement
from pejl.events import FIELD_BY_NAME, KIND_BY_KEY, RETTELSE, Event, FieldValue
from pejl.law import Sure
from pejl.rulebook import RULEBOOK
from pejl.rules import Before, Force, Hours, Rule, Within, WorkingDays
from pejl.tables import Status, Unknown
from tests.spec import CHAPTERS, wording
from tests.spec.example import SITUATIONS, Chapter, Example, given, judged

FOLDER = Path(__file__).parents[2] / "docs/regelbog"

_PRINTED = "<!-- Trykt af: python -m tests.spec.regelbog. Ret reglen eller eksemplet, og tryk igen; ret ikke her. -->\n"
_FAULT = """## Er noget forkert?

Åbn et *issue* hos projektet. Skriv, hvilken side det er, hvad der står, hvad der burde stå, og hvor du har
det fra. Du behøver ikke kunne kode. Skriv aldrig noget, der kan genkende et barn eller en familie. Se også
[CONTRIBUTING](../../CONTRIBUTING.md).
"""


def pages() -> dict[str, str]:
    """Every file of the Regelbog, by its name in the folder."""
    return {
        "README.md": _contents(),
        **{f"{name}.md": _chapter(name, chapter) for name, chapter in CHAPTERS.items()},
        "ikke-bekraeftet.md": _unconfirmed(),
        "kilder.csv": _sources(),
    }


# --- a chapter ----------------------------------------------------------------------------------------------


def _chapter(name: str, chapter: Chapter) -> str:
    contents = "\n".join(f"- {_linked(rule)}: {_mark(rule)}" for rule in chapter.examples)
    rules = "\n".join(_rule(rule, examples) for rule, examples in chapter.examples.items())
    return (
        f"{_PRINTED}# {chapter.title}\n\n{chapter.introduction}\n\n{contents}\n\n"
        f"Sådan læses siden: [Regelbogen](README.md).\n\n{rules}\n{_FAULT}"
    )


def anchor(rule: Rule) -> str:
    """Where on its page a rule stands."""
    return f"{rule.key}-{rule.cites.act.short}".replace(".", "-").replace("_", "-").lower()


def heading(rule: Rule) -> str:
    """The rule's title, with the act where it has one version under each."""
    title = rule.cites.act.title
    return f"{rule.title} – {title[0].lower()}{title[1:]}" if len(RULEBOOK.by_key[rule.key]) > 1 else rule.title


def _linked(rule: Rule, page: str = "") -> str:
    return f"[{heading(rule)}]({page}#{anchor(rule)})"


def _mark(rule: Rule) -> str:
    unconfirmed = rule.force is not Force.LOCAL and not rule.cites.sure.confirmed
    return f"**{FORCE_WORDS[rule.force]}**{', ikke bekræftet' if unconfirmed else ''}"


def _rule(rule: Rule, examples: tuple[Example, ...]) -> str:
    rows = (
        ("Kilde", _cited(rule)),
        ("Hvor sikkert", wording.source(rule)),
        ("Gælder", wording.in_force(rule)),
        ("Hvem", f"{wording.ROLES[rule.falls_on]}."),
        ("Begynder med", wording.start(rule)),
        ("Frist", wording.length(rule)),
        ("Opfyldes af", f"{wording.events(rule.met_by, rule)}."),
        ("Bortfalder ved", wording.stops(rule)),
        ("Undtages ved", wording.excuses(rule)),
        ("Hvor der ses efter", wording.looked_for(rule)),
        ("Kan ikke afgøres", wording.unknown(rule)),
        ("I Pejl", f"`{rule.key}`, udgave `{rule.version}`; {_noted(rule)} {rule.cites.row}."),
    )
    table = "\n".join(f"| **{name}** | {told} |" for name, told in rows)
    shown = "\n".join(_example(number, rule, example) for number, example in enumerate(examples, start=1))
    return (
        f'<a id="{anchor(rule)}"></a>\n\n## {heading(rule)}\n\n{_mark(rule)}\n\n> {rule.says}\n\n'
        f"| Om reglen | Det gælder |\n|---|---|\n{table}\n\n### Eksempler\n\n{shown}"
    )


def _noted(rule: Rule) -> str:
    return "krav" if rule.force is Force.LOCAL else "lovnoternes række"


def _cited(rule: Rule) -> str:
    words = str(rule.cites).removesuffix(" (ikke bekræftet)")
    return f"[{words}]({_link(rule)})"


def _link(rule: Rule) -> str:
    """The link of the citation, as seen from the folder of the pages."""
    return rule.cites.link.removeprefix("docs/regelbog/")


# --- an example ---------------------------------------------------------------------------------------------


def _example(number: int, rule: Rule, example: Example) -> str:
    parts = [f"#### Eksempel {number}", example.says, *_covered(example), _events(rule, example)]
    parts.append(_result(rule, example))
    parts += [_beside(key, row, example) for key, row in example.rest.items()]
    if example.explained:
        parts.append(_why(judged(rule, example)[0], example.moment))
    return "\n\n".join(parts) + "\n"


def _covered(example: Example) -> Iterator[str]:
    if example.covers is not None:
        kinds = " og ".join(f"»{KIND_BY_KEY[key].label}«" for key in example.covers)
        yield f"Kilden indeholder kun {kinds}."


def _events(rule: Rule, example: Example) -> str:
    events = example.own_events()
    corrected = any(event.kind == RETTELSE.key for event in events)
    hours = any(event.at for event in events) or (isinstance(rule.duty, Within) and isinstance(rule.duty.time, Hours))
    threads = [event.thread_id.replace("-", " ") or "hele sagen" for event in events]
    columns = [
        ("Nr.", [str(int(event.event_id)) for event in events] if corrected else []),
        ("Dag", [danish_date(event.day) for event in events]),
        ("Klokken", [_clock(event) for event in events] if hours else []),
        ("Hændelse", [KIND_BY_KEY[event.kind].label_on(event.day) for event in events]),
        ("Forløb", threads if len(set(threads)) > 1 else []),
        ("Oplysninger", [_fields(event) for event in events] if any(event.fields for event in events) else []),
    ]
    kept = [(name, cells) for name, cells in columns if cells]
    lines = [[name for name, _ in kept], ["---"] * len(kept), *zip(*(cells for _, cells in kept), strict=True)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _clock(event: Event) -> str:
    return f"{local_time(event.at):%H.%M}" if event.at else "ikke oplyst"


def _fields(event: Event) -> str:
    return "; ".join(f"{FIELD_BY_NAME[name].label}: {_value(name, value)}" for name, value in event.fields.items())


def _value(name: str, value: FieldValue) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return danish_date(value)
    if name == "replaces":
        return f"nr. {int(value)}"
    return FIELD_BY_NAME[name].choices.get(str(value), str(value))


def _result(rule: Rule, example: Example) -> str:
    rows = [_row(judgement, example.moment) for judgement in judged(rule, example)]
    told = f"Pr. {_moment(example.moment)}:"
    if not rows:
        return f"{told} **ingen pligt** efter denne regel."
    if len(rows) == 1:
        return f"{told} {rows[0]}"
    threads = [judgement.deadline.thread_id.replace("-", " ") for judgement in judged(rule, example)]
    several = len(set(threads)) > 1
    return f"{told}\n\n" + "\n".join(
        f"{number}. {f'{thread}: ' if several else ''}{row}"
        for number, (thread, row) in enumerate(zip(threads, rows, strict=True), start=1)
    )


def _moment(at: datetime) -> str:
    """A moment in words; the end of a day is the day."""
    return danish_date(local_day(at)) if f"{local_time(at):%H%M%S}" == "235959" else danish_moment(at)


def _row(judgement: Judgement, as_of: datetime) -> str:
    deadline, status = judgement.deadline, judgement.deadline.status(as_of)
    parts = [f"**{status.danish}**."]
    if status is Status.UNKNOWN:
        parts.append(deadline.unknown_reason.danish)
    if status is Status.EXCUSED:
        parts.append(f"Begrundelsen er: {deadline.excused_reason.rstrip('.')}.")
    parts += _due(judgement, status=status, as_of=as_of)
    return " ".join(parts)


def _due(judgement: Judgement, *, status: Status, as_of: datetime) -> Iterator[str]:
    rule, due, warn = judgement.rule, judgement.deadline.due_at, judgement.deadline.warn_at
    if due is None or warn is None:
        if status is not Status.UNKNOWN:
            yield "Der er ingen frist i tal."
        return
    fallen_away = status in (Status.CANCELLED, Status.EXCUSED)
    if isinstance(rule.duty, Before):
        if not fallen_away:
            yield f"Det skulle ske før {label_of(judgement.start)} {_moment(due)}."
        return
    verb = "ville have været" if fallen_away else "var" if due < as_of else "er"
    if warn != due and not isinstance(_time(rule), WorkingDays):
        yield f"Fristen {verb} mellem {danish_moment(warn)} og {danish_moment(due)}."
        return
    if judgement.deadline.unknown_reason is Unknown.FIELD_MISSING:
        yield f"Gælder pligten, {verb} fristen {_moment(due)}."
        return
    yield f"Fristen {verb} {_moment(due)}."
    if warn != due and not fallen_away:
        yield f"Læst strengt {verb} den {_moment(warn)}, som Pejl minder om."


def _time(rule: Rule) -> object:
    return rule.duty.time if isinstance(rule.duty, Within) else None


def _beside(key: str, row: str, example: Example) -> str:
    """What another rule, or another version of the same, gives for the example."""
    version = next(version for version in RULEBOOK.by_key[key] if given(version, example) == (row,))
    told = _row(judged(version, example)[0], example.moment)
    return f"Reglen »{heading(version)}« giver her: {told}"


def _why(judgement: Judgement, as_of: datetime) -> str:
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(explain(judgement, as_of=as_of), start=1))
    return f"Sådan forklarer Pejl det:\n\n{steps}"


# --- contents -----------------------------------------------------------------------------------------------

_HOW_TO_READ = """## Sådan læses den

Hver regel står på sit kapitels side med loven i vores egne ord, henvisning og link, hvor sikre vi er, hvad der begynder
fristen, hvor lang den er, og hvad der opfylder, standser og undtager den. Derefter kommer eksempler: nogle få hændelser
i en opdigtet sag og det, reglen giver. Eksemplerne er de samme, som Pejl prøves på, hver gang noget ændres. Ét eksempel
for hver regel er forklaret trin for trin, som Pejl gør det.

- En **sag** er ét barn. Et **forløb** er én underretning, én undersøgelse, én indsats eller én anbringelse i sagen.
  Hændelser, der er skrevet på **hele sagen**, gælder for alle dens forløb. Forløbet vises kun, hvor der er flere.
- Hændelserne hedder det, de hed i loven den dag, de skete. En handleplan fra 2023 hedder derfor ikke barnets plan.
- En frist på en dag løber til midnat. En frist i timer løber på minuttet.

"""
_MARKS = """## Lov, vejledning og lokale mål

- **Lov**: pligten står i loven. Der står, hvilken paragraf, og om vi selv har læst den.
- **Vejledning**: pligten står i en vejledning og ikke i loven.
- **Lokalt mål, ikke lov**: det har kommunen selv besluttet. Tallet er kommunens.
- **Ikke bekræftet**: vi har ikke læst kilden selv. Alt det, der ikke er bekræftet, er samlet på
  [én side](ikke-bekraeftet.md).

Regelbogen er ikke juridisk rådgivning, og den erstatter ikke loven.

"""
_STATUSES = {
    Status.MET: "Pligten er opfyldt inden fristen, eller den har ingen frist i tal.",
    Status.LATE: "Pligten er opfyldt, men efter fristen.",
    Status.OVERDUE: "Fristen er gået, og pligten er ikke opfyldt.",
    Status.OPEN: "Fristen er ikke gået, eller pligten har ingen frist i tal og er ikke opfyldt endnu.",
    Status.CANCELLED: "Pligten faldt bort, inden fristen var gået.",
    Status.EXCUSED: "Pligten skal ikke opfyldes her, og der står hvorfor.",
    Status.UNKNOWN: "Der mangler noget, så det ikke kan ses. Det tæller ikke med i nogen andel.",
}


def _contents() -> str:
    chapters = "\n\n".join(
        f"### [{chapter.title}]({name}.md)\n\n"
        + "\n".join(f"- {_linked(rule, f'{name}.md')}: {_mark(rule)}" for rule in chapter.examples)
        for name, chapter in CHAPTERS.items()
    )
    statuses = "\n".join(f"- **{status.danish}**: {_STATUSES[status]}" for status in Status)
    return (
        f"{_PRINTED}# Regelbogen\n\nAlle frister, Pejl kender, i lovens rækkefølge: {len(RULEBOOK.rules)} udgaver af "
        f"{len(RULEBOOK.by_key)} regler, vist med {_number_of_examples()} eksempler.\n\n## Indhold\n\n{chapters}\n\n"
        "### Kilder\n\n- [Det, der ikke er bekræftet](ikke-bekraeftet.md)\n"
        "- [Alle henvisninger som en liste](kilder.csv), til at åbne i et regneark\n\n"
        f"{_HOW_TO_READ}{_MARKS}## Hvordan en pligt kan stå\n\n{statuses}\n\n"
        f"## Find et eksempel\n\n{_index()}\n\n{_FAULT}"
    )


def _number_of_examples() -> int:
    return sum(len(examples) for chapter in CHAPTERS.values() for examples in chapter.examples.values())


# The situations people look for across rules; the others turn up in nearly every rule.
_SEARCHED = [situation for situation, sign in SITUATIONS.items() if sign is None and not situation.startswith("dagen")]


def _index() -> str:
    return "\n".join(
        f"- **{situation}**\n" + "\n".join(f"  - {place}" for place in _shown_in(situation)) for situation in _SEARCHED
    )


def _shown_in(situation: str) -> Iterator[str]:
    for name, chapter in CHAPTERS.items():
        for rule, examples in chapter.examples.items():
            numbers = [str(n) for n, example in enumerate(examples, start=1) if situation in example.shows]
            if numbers:
                yield f"{_linked(rule, f'{name}.md')}, eksempel {wording.all_of(numbers)}"


# --- sources ------------------------------------------------------------------------------------------------

_READINGS = (
    (
        "Hvad er en hverdag?",
        "Det siger loven ikke. Pejl regner fristen mildt: mandag til fredag uden helligdage, grundlovsdag, juleaften "
        "og nytårsaften. Pejl minder om den strenge dag, hvor lørdag, grundlovsdag, juleaften og nytårsaften også "
        "tæller som hverdage. Den, der følger påmindelsen, er i god tid efter begge læsninger.",
    ),
    (
        "Flyttes en frist, der falder på en fridag?",
        "Nej. Reglen om næste hverdag er set for borgernes frister og ikke for kommunens. Den eneste regel, vi har "
        "fundet om myndighedens egne frister, tæller søn- og helligdage med.",
    ),
    (
        "Hvad, når måneden ikke har dagen?",
        "Så er det månedens sidste dag, som i forældelsesloven § 27. Barnets lov siger det ikke selv.",
    ),
    (
        "Hvornår er en underretning modtaget?",
        "Når den er nået frem til kommunen, ikke når den bliver åbnet. Det er vores egen slutning.",
    ),
    (
        "Er to besøg om året regnet efter kalenderen?",
        "Det siger loven ikke. Pejl regner året fra den dag, anbringelsen begyndte.",
    ),
    (
        "Hvad med forløb, der begyndte før 2024?",
        "Overgangsreglerne (barnets lov §§ 212-214) er ikke læst. Et forløb følger den lov, der gjaldt ved dets "
        "grundlag: afgørelsen, hvis den kendes, ellers starten. Servicelovens rytme på et halvt år vises ikke som "
        "overskredet efter årsskiftet, men som »kan ikke afgøres«.",
    ),
    (
        "Hvor ny er loven, som den er læst?",
        "Barnets lov er læst i lovbekendtgørelse nr. 282 af 17. marts 2025, i gengivelser og ikke på Retsinformation. "
        "Ændringer derefter er ikke undersøgt.",
    ),
)


def _unconfirmed() -> str:
    readings = "\n\n".join(f"### {question}\n\n{answer}" for question, answer in _READINGS)
    return (
        f"{_PRINTED}# Det, der ikke er bekræftet\n\nPejl siger hellere for meget end for lidt om, hvad vi ikke ved. "
        "Kan du bekræfte eller afkræfte noget af det, så skriv til os; nederst står hvordan.\n\n"
        f"## Regler, hvis kilde vi ikke selv har læst\n\n{_listed(confirmed=False)}\n\n"
        f"## Regler, hvor vi har læst forarbejder eller vejledning og ikke loven\n\n{_listed(confirmed=True)}\n\n"
        f"## Valg, vi har taget, hvor loven tier\n\n{readings}\n\n{_FAULT}"
    )


def _listed(*, confirmed: bool) -> str:
    return "\n".join(
        f"- {_linked(rule, f'{name}.md')}: {_cited(rule)}. {wording.SURE[rule.cites.sure]} {rule.cites.note}".rstrip()
        for name, chapter in CHAPTERS.items()
        for rule in chapter.examples
        if rule.cites.sure.confirmed is confirmed and rule.cites.sure is not Sure.STATUTE
    )


def _sources() -> str:
    """Every citation as a list that Danish Excel opens in columns, with æ, ø and å."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(
        ("regel", "udgave", "titel", "række i lovnoterne", "lov", "paragraf", "link", "hvor sikkert", "ikke bekræftet")
    )
    for rule in chain.from_iterable(chapter.examples for chapter in CHAPTERS.values()):
        cites = rule.cites
        sure = "kommunens egen beslutning" if rule.force is Force.LOCAL else cites.sure
        writer.writerow(
            (
                rule.key,
                rule.version,
                rule.title,
                cites.row,
                cites.act.title,
                cites.paragraph,
                cites.link,
                sure,
                cites.note,
            )
        )
    return "\ufeff" + out.getvalue()


def main() -> None:
    """Write the pages, and take away those that are no longer printed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    printed = pages()
    for path in FOLDER.iterdir():
        if path.name not in printed:
            path.unlink()
    for name, text in printed.items():
        (FOLDER / name).write_bytes(text.encode())
    sys.stdout.write(f"Regelbogen er trykt: {len(printed)} filer i docs/regelbog.\n")


if __name__ == "__main__":
    main()
