"""Which pages does the Regelbog have, and what stands on them? ``python -m tests.spec.regelbog`` writes them.

Everything is printed from the rulebook and the worked examples, so no page can say what Pejl does not do. Nothing
here reads the clock: the same rules and examples give the same pages to the byte. The examples are written as data
too, into the package, for the web shows them.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from pejl import wording
from pejl.engine.explain import FORCE_WORDS
from pejl.law import Sure
from pejl.rulebook import RULEBOOK
from pejl.rulebook.examples import FILE, Outcome, WorkedExample
from pejl.rules import Force, Rule
from pejl.tables import Status
from tests.spec import CHAPTERS
from tests.spec.example import SITUATIONS, Chapter, Example
from tests.spec.worked import worked

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/regelbog"
DATA = ROOT / "src/pejl/rulebook" / FILE
# Kept by hand beside the printed pages, and held against the rules by tests/repository/test_law_ids.py.
BY_HAND = frozenset({"kilder.csv", "ikke-regler.md"})

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
        "henvisninger.csv": _sources(),
    }


def data() -> str:
    """The worked examples of every version of every rule, for whoever shows them without the tests."""
    rules = [
        {
            "key": rule.key,
            "version": rule.version,
            "examples": [asdict(worked(rule, example)) for example in shown],
        }
        for chapter in CHAPTERS.values()
        for rule, shown in chapter.examples.items()
    ]
    return json.dumps(rules, ensure_ascii=False, indent=1) + "\n"


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


def _heading(rule: Rule) -> str:
    return wording.heading(rule, book=RULEBOOK)


def _linked(rule: Rule, page: str = "") -> str:
    return f"[{_heading(rule)}]({page}#{anchor(rule)})"


def _mark(rule: Rule) -> str:
    unconfirmed = rule.force is not Force.LOCAL and not rule.cites.sure.confirmed
    return f"**{FORCE_WORDS[rule.force]}**{', ikke bekræftet' if unconfirmed else ''}"


def _rule(rule: Rule, examples: tuple[Example, ...]) -> str:
    facts = {
        **wording.facts(rule),
        "Kilde": _cited(rule),
        "Hvor sikkert": wording.source(rule).replace("Ikke bekræftet.", "**Ikke bekræftet.**", 1),
        "I Pejl": _in_pejl(rule),
    }
    table = "\n".join(f"| **{name}** | {told} |" for name, told in facts.items())
    shown = "\n".join(_example(number, worked(rule, example)) for number, example in enumerate(examples, start=1))
    return (
        f'<a id="{anchor(rule)}"></a>\n\n## {_heading(rule)}\n\n{_mark(rule)}\n\n> {rule.says}\n\n'
        f"| Om reglen | Det gælder |\n|---|---|\n{table}\n\n### Eksempler\n\n{shown}"
    )


def _in_pejl(rule: Rule) -> str:
    noted = "krav" if rule.force is Force.LOCAL else "lovnoternes række"
    return f"`{rule.key}`, udgave `{rule.version}`; {noted} {rule.cites.row}."


def _cited(rule: Rule) -> str:
    # The link of a local goal goes to a page beside this one.
    return f"[{wording.cited(rule)}]({rule.cites.link.removeprefix('docs/regelbog/')})"


# --- an example ---------------------------------------------------------------------------------------------


def _example(number: int, example: WorkedExample) -> str:
    parts = [f"#### Eksempel {number}", example.says, example.coverage, _table(example), _result(example)]
    parts += [f"Reglen »{each.heading}« giver her: {_outcome(each.outcome)}" for each in example.beside]
    if example.changed:
        parts.append("\n".join(f"- {each.says}: {each.result}" for each in example.changed))
    if example.steps:
        parts.append(f"Sådan forklarer Pejl det:\n\n{_numbered(example.steps)}")
    return "\n\n".join(filter(None, parts)) + "\n"


def _table(example: WorkedExample) -> str:
    lines = [example.headers, ["---"] * len(example.headers), *example.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _result(example: WorkedExample) -> str:
    told = f"Pr. {example.moment}:"
    match example.outcomes:
        case ():
            return f"{told} **ingen pligt** efter denne regel."
        case (outcome,):
            return f"{told} {_outcome(outcome)}"
    return f"{told}\n\n{_numbered(map(_outcome, example.outcomes))}"


def _outcome(outcome: Outcome) -> str:
    """The row in words, with how it stands in bold."""
    return outcome.sentence.replace(f"{outcome.status.danish}.", f"**{outcome.status.danish}**.", 1)


def _numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


# --- contents -----------------------------------------------------------------------------------------------

_HOW_TO_READ = """## Sådan læses den

Hver regel står på sit kapitels side med loven i vores egne ord, henvisning og link, hvor sikre vi er, hvad der begynder
fristen, hvor lang den er, og hvad der opfylder, standser og undtager den. Derefter kommer eksempler: nogle få hændelser
i en opdigtet sag og det, reglen giver. Eksemplerne er de samme, som Pejl prøves på, hver gang noget ændres. Ét eksempel
for hver regel er forklaret trin for trin, som Pejl gør det. Under nogle af dem står, hvad reglen giver, når én ting er
en anden: en anden paragraf, en anden hændelse eller en anden dag.

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
    Status.OVERDUE: "Fristen er gået, og det er ikke skrevet, at pligten er opfyldt. Pejl ser kun det, der er skrevet.",
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
        "- [Det, der ikke er frister](ikke-regler.md), hvorfor, og hvor det står i Pejl\n"
        "- [Alle henvisninger som en liste](henvisninger.csv), til at åbne i et regneark\n"
        "- [Alle rækker i lovnoterne](kilder.csv), også dem, der ikke er blevet til en regel\n\n"
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
        "Hvad er en arbejdsdag ved aktindsigt?",
        "Ordet i offentlighedslovens § 36 er set, men ikke en forklaring af det. Pejl bruger de samme to læsninger "
        "som for hverdage: fristen regnes uden lørdag, og der mindes om den dag, hvor lørdag er med.",
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
        "Hvilken dag regnes der fra, hvor den ikke er fundet?",
        "De seks måneder før en hjemgivelse regnes fra beslutningen, måneden efter formandens afgørelse fra den dag, "
        "den blev sat i værk, og de 14 dage ved tilbageholdelse fra dagen efter afgørelsen. Genbehandlingen regnes fra "
        "udvalgets egen afgørelse, også når Ankestyrelsen eller retten har taget stilling siden.",
    ),
    (
        "Hvilke afgørelser handler kun om forældrenes penge?",
        "Barnet skal normalt ikke høres om dem, siger Ankestyrelsens principmeddelelse 22-25, men den nævner ingen "
        "liste, vi har set. Pejl regner merudgifter og tabt arbejdsfortjeneste (§§ 86 og 87) for sådan nogle.",
    ),
    (
        "Hvilket samtykke tæller for en anbringelse?",
        "Det, der er givet, siden barnet sidst blev anbragt, og siden nogen sidst trak et samtykke tilbage. At der er "
        "truffet afgørelse om noget andet imens, ændrer ikke ved det.",
    ),
    (
        "Hvad med forløb, der begyndte før 2024?",
        "Overgangsreglerne er ikke fundet; de må stå i barnets lov §§ 212-213, for § 214 nævner vejledningen sammen "
        "med underretningspligten (VEJ 9471 af 21. juni 2024). Et forløb følger den lov, der gjaldt ved dets "
        "grundlag: afgørelsen, hvis den kendes, ellers starten. Servicelovens rytme på et halvt år vises ikke som "
        "overskredet efter årsskiftet, men som »kan ikke afgøres«. Afgørelsens dag og ikke paragraffens nummer vælger "
        "loven: står der § 32 i en liste fra før 2024, følges det op efter serviceloven.",
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
        f"## Valg, vi har taget, hvor loven tier\n\n{readings}\n\n"
        "Det, loven siger, og som ikke er en frist, står på sin egen side: [det, der ikke er frister](ikke-regler.md)."
        f"\n\n{_FAULT}"
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
    """Write the pages and the data, and take away the pages that are no longer printed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    printed = pages()
    for path in FOLDER.iterdir():
        if path.name not in printed and path.name not in BY_HAND:
            path.unlink()
    for name, text in printed.items():
        (FOLDER / name).write_bytes(text.encode())
    DATA.write_bytes(data().encode())
    sys.stdout.write(f"Regelbogen er trykt: {len(printed)} filer i docs/regelbog, og eksemplerne som data.\n")


if __name__ == "__main__":
    main()
