"""Which eight rules do all contenders judge, and what must each of them hand over?

The rules are written out here as they stood when the baselines were written, with their fine points, and not fetched
from the rulebook: when the law changes, the baselines need not, and times stay comparable. Every contender reads the
same Parquet parts and writes Parquet with every column of a deadline: all of them do the whole of the same work.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Final, Protocol

from pejl import events as ev
from pejl.dates import LAST_OF_MONTH, end_of_day
from pejl.law import BARNETS_LOV, LOKALT_MAAL, UNDER_BARNETS_LOV, InForce
from pejl.rules import (
    NO_LIMIT,
    Before,
    Cap,
    Days,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Hours,
    Months,
    ParagraphIn,
    Role,
    Rule,
    Rulebook,
    Scope,
    Within,
    WorkingDays,
    event,
)

LAST_DAY: Final = date(2026, 6, 30)
AS_OF: Final = end_of_day(LAST_DAY)

PROFESSIONALS: Final = (
    "kommune",
    "skole",
    "dagtilbud",
    "sundhedsvaesen",
    "sundhedspleje",
    "politi",
    "anbringelsessted",
)
# Help that is followed up: under barnets lov, and under serviceloven before it.
HELP_PARAGRAPHS: Final = (
    *("§ 32", "§ 46", "§ 47", "§ 114", "§ 115", "§ 116", "§ 120", "LBU § 13", "LBU § 14"),
    *("§ 52", "§ 58", "§ 76", "§ 76 a"),
)
ANONYMOUS: Final = "Underretteren er anonym."
ABUSE: Final = "Mistanke om overgreb: kontakt med forældrene kan bringe barnet i fare."
HONOUR: Final = "Æreskonflikt eller negativ social kontrol: kontakt med forældrene kan bringe barnet i fare."

_TAKEN_DOWN = event(ev.KONTAKT_NEDGRADERET, FieldSet("begrundelse"), FieldSet("anden_person"))
_NOTIFIED = (event(ev.UNDERRETNING_MODTAGET),)
_INVESTIGATED = (event(ev.UNDERSOEGELSE_BESLUTTET),)
_CASE_OVER = (event(ev.SAG_AFSLUTTET), event(ev.SAG_FLYTTET))
_HELP_OVER = (event(ev.INDSATS_OPHOERT), event(ev.ANBRINGELSE_OPHOERT), *_CASE_OVER)
_HELP = ParagraphIn(HELP_PARAGRAPHS)
_DECISIONS = (ev.AFGOERELSE_TRUFFET, ev.UDVALGETS_AFGOERELSE)
_THREE_MONTHS = Months(3, LAST_OF_MONTH)
_FOUR_MONTHS = Months(4, LAST_OF_MONTH)

ASSESSED = Rule(
    key="underretning.vurderes",
    title="24-timers vurdering",
    says="Inden for 24 timer.",
    cites=BARNETS_LOV.at("§ 136", row="UND-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_NOTIFIED,
    duty=Within(Hours(24)),
    met_by=(event(ev.VURDERING_24_TIMER),),
    scope=Scope.THREAD,
    stopped_by=(_TAKEN_DOWN,),
    falls_on=Role.MODTAGELSE,
)
RECEIPTED = Rule(
    key="underretning.kvitteres",
    title="Kvittering til underretter",
    says="Inden for seks hverdage.",
    cites=BARNETS_LOV.at("", row="UND-05"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_NOTIFIED,
    duty=Within(WorkingDays(6)),
    met_by=(event(ev.KVITTERING_SENDT),),
    scope=Scope.THREAD,
    stopped_by=(_TAKEN_DOWN,),
    excused_if=(Exemption(FieldIn("underretter", frozenset({"anonym"})), ANONYMOUS),),
    falls_on=Role.ADMINISTRATIV,
)
TOLD = Rule(
    key="underretning.tilbagemeldes",
    title="Tilbagemelding til faglig underretter",
    says="Uden en frist i tal.",
    cites=BARNETS_LOV.at("", row="UND-06"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ev.UNDERRETNING_MODTAGET, FieldIn("underretter", frozenset(PROFESSIONALS))),),
    duty=Within(NO_LIMIT),
    met_by=(event(ev.TILBAGEMELDING_UNDERRETTER),),
    scope=Scope.THREAD,
    stopped_by=(_TAKEN_DOWN,),
    falls_on=Role.MODTAGELSE,
)
FINISHED = Rule(
    key="undersoegelse.afsluttes",
    title="Undersøgelsen afsluttes",
    says="Senest fire måneder efter, at behovet blev kendt.",
    cites=BARNETS_LOV.at("§ 20, stk. 3", row="BFU-02"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_INVESTIGATED,
    counts_from="behov_kendt",
    duty=Within(_FOUR_MONTHS),
    met_by=(event(ev.UNDERSOEGELSE_AFSLUTTET),),
    scope=Scope.THREAD,
    stopped_by=_CASE_OVER,
    falls_on=Role.RAADGIVER,
)
PRELIMINARY = Rule(
    key="undersoegelse.foreloebig_vurdering",
    title="Foreløbig vurdering",
    says="Efter fire måneder, hvis undersøgelsen ikke er færdig.",
    cites=BARNETS_LOV.at("§ 20, stk. 3, 2. pkt.", row="BFU-03"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=_INVESTIGATED,
    counts_from="behov_kendt",
    duty=Within(_FOUR_MONTHS),
    met_by=(event(ev.FORELOEBIG_VURDERING),),
    scope=Scope.THREAD,
    stopped_by=(event(ev.UNDERSOEGELSE_AFSLUTTET), *_CASE_OVER),
    falls_on=Role.RAADGIVER,
)
PLANNED = Rule(
    key="plan.anbringelse",
    title="Plan ved anbringelse med samtykke",
    says="Senest tre måneder efter afgørelsen, hvis den ikke er der i forvejen.",
    cites=BARNETS_LOV.at("§ 91, stk. 2", row="PLA-03"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ev.AFGOERELSE_TRUFFET, ParagraphIn(("§ 46",))),),
    duty=Within(_THREE_MONTHS, already=Before(since=_DECISIONS)),
    met_by=(event(ev.PLAN_LAVET), event(ev.PLAN_REVIDERET)),
    scope=Scope.CASE,
    stopped_by=_HELP_OVER,
    falls_on=Role.RAADGIVER,
)
FOLLOWED_UP = Rule(
    key="opfoelgning.foerste",
    title="Første opfølgning",
    says="Senest tre måneder efter iværksættelsen, eller når en afdækning ved siden af er færdig.",
    cites=BARNETS_LOV.at("§ 95, stk. 1-2", row="OPF-01"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ev.INDSATS_IVAERKSAT, _HELP), event(ev.ANBRINGELSE_IVAERKSAT, _HELP)),
    basis=_DECISIONS,
    duty=Within(
        _THREE_MONTHS,
        cap=Cap(
            decided_by=(ev.UNDERSOEGELSE_BESLUTTET, ev.AFDAEKNING_BESLUTTET),
            finished_by=(ev.UNDERSOEGELSE_AFSLUTTET, ev.AFDAEKNING_AFSLUTTET),
        ),
    ),
    met_by=(event(ev.OPFOELGNING_HOLDT),),
    scope=Scope.THREAD,
    stopped_by=_HELP_OVER,
    falls_on=Role.RAADGIVER,
)
CALLED = Rule(
    key="lokal.partshoering_indkaldes",
    title="Indkaldt til partshøring (lokalt mål)",
    says="Senest 14 dage efter, at underretningen er modtaget.",
    cites=LOKALT_MAAL.at("", row="C8"),
    force=Force.LOCAL,
    in_force=InForce(),
    starts=_NOTIFIED,
    duty=Within(Days(14)),
    met_by=(event(ev.PARTSHOERING_INDKALDT),),
    scope=Scope.THREAD,
    stopped_by=(_TAKEN_DOWN, *_CASE_OVER),
    excused_by=(event(ev.PARTSHOERING_UNDLADT),),
    excused_if=(
        Exemption(FieldIn("mistanke_overgreb", frozenset({True})), ABUSE),
        Exemption(FieldIn("aeresrelateret", frozenset({True})), HONOUR),
    ),
    falls_on=Role.RAADGIVER,
)

EIGHT: Final = Rulebook.of((ASSESSED, RECEIPTED, TOLD, FINISHED, PRELIMINARY, PLANNED, FOLLOWED_UP, CALLED))


class Contender(Protocol):
    """Reads the parts of a ledger, judges the eight rules and writes the deadlines in a folder; gives their number."""

    def __call__(self, parts: list[Path], folder: Path, *, as_of: datetime) -> int: ...
