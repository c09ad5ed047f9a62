"""Which kinds of paper are there?

A kind of paper is a value. A municipality that wants another adds one to ``TEMPLATES``; nothing else is written.
"""

from __future__ import annotations

from typing import Final

from pejl.web.insight.papers.municipalities import ITEMS
from pejl.web.insight.papers.parts import Kind, Template, checked, drawn, figures, written

_OWN: Final = (
    Template(
        key="halvaarsstatus",
        kind=Kind.STATUS,
        name="Halvårsstatus til udvalget, spor for spor",
        parts=(
            written("indledning", "Indledning", hint="Hvad handler papiret om, og hvad skal udvalget vide først?"),
            drawn("spor", "Siden sidst, nu og næste skridt", "spor", hint="Det, loggen ikke fortæller."),
            figures(),
            written("videre", "Det videre arbejde"),
        ),
    ),
    Template(
        key="temamoede_fire_dele",
        kind=Kind.THEME,
        name="Temamøde i fire dele: tal, tilsyn, praksis og muligheder",
        source="Nordfyns udviklingsstrategi, afsnittet om opfølgning",
        sure="H",
        note="Delene er fra Nordfyn. Ordene i dem er vores.",
        parts=(
            figures("tal", "Det siger tallene"),
            drawn("tilsyn", "Det siger ledelsestilsyn", "tilsyn", hint="Hvad ved I fra andre steder?"),
            drawn("praksis", "Det siger praksis", "effekter", "cases", hint="Hvad ser I i hverdagen?"),
            drawn("muligheder", "Handlemuligheder", "muligheder", hint="Hvad kan udvalget drøfte?", required=True),
        ),
    ),
    Template(
        key="redegoerelse",
        kind=Kind.OF_THE_PLAN,
        name="Redegørelse, anbefaling for anbefaling",
        parts=(written("forord", "Forord"), drawn("redegoerelse", "Redegørelsen", "redegoerelse")),
    ),
    Template(
        key="strategi_paa_papir",
        kind=Kind.OF_THE_PLAN,
        name="Strategien på papir",
        parts=(written("forord", "Forord"), drawn("strategi", "Strategien", "strategi")),
    ),
    Template(
        key="udviklingsplan",
        kind=Kind.OF_THE_PLAN,
        name="Udviklingsplan",
        parts=(written("forord", "Forord"), drawn("udviklingsplan", "Planen", "udviklingsplan")),
    ),
    Template(
        key="maalark",
        kind=Kind.OF_THE_PLAN,
        name="Enhedernes mål, samlet og ark for ark",
        parts=(written("forord", "Forord"), drawn("maal", "Målene", "maal")),
    ),
    Template(
        key="tidsplan",
        kind=Kind.OF_THE_PLAN,
        name="Tidsplan og årshjul",
        parts=(written("forord", "Forord"), drawn("aarshjul", "Året", "aarshjul")),
    ),
    Template(
        key="uddannelsesplan",
        kind=Kind.OF_THE_PLAN,
        name="Uddannelsesplan med regnskab for puljen",
        parts=(written("forord", "Forord"), drawn("uddannelse", "Planen", "uddannelse")),
    ),
    Template(
        key="noegletalsark",
        kind=Kind.STEERING,
        name="Nøgletalsark til ledelsen, med kommentarer og aftaler",
        leaves=False,
        parts=(figures(), written("aftalt", "Det aftaler vi")),
    ),
)

TEMPLATES: Final = checked((*_OWN[:2], *ITEMS, *_OWN[2:]))
