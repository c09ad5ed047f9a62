"""What may every family count on here, from when, and what in Pejl shows whether it was kept?

A promise is the municipality's own (»Det kan I regne med«) and never law: what the law gives is not promised, it is
owed. Pejl comes with proposals; none of them holds before somebody has decided it. What shows a promise kept is a rule
of the rulebook or a kind of event; where there is none, that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from pejl import events as e
from pejl.events import KIND_BY_KEY, KINDS, Kind
from pejl.rulebook import RULEBOOK, lokale
from pejl.web.handbook.models import Promise

NOWHERE: Final = "Kan ikke ses i Pejl"
_RULE, _KIND = "regel:", "haendelse:"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A promise a municipality could make."""

    key: str
    says: str
    seen: str = ""


def _rule(key: str) -> str:
    return f"{_RULE}{key}"


def _kind(kind: Kind) -> str:
    return f"{_KIND}{kind.key}"


# Plain enough to be read by anybody (LIX of at most 35, tried in the tests). What is new is a line here.
PROPOSALS: Final = (
    Proposal(
        "en_raadgiver",
        "I får navn og nummer på den rådgiver, I skal tale med, når sagen begynder.",
        _kind(e.RAADGIVER_TILDELT),
    ),
    Proposal("svar", "Når I ringer eller skriver, får I svar inden for to hverdage."),
    Proposal(
        "moede",
        "Er nogen bekymret for jeres barn, inviterer vi jer til et møde inden 14 dage. Vi venter kun, hvis mødet kan "
        "være farligt for barnet.",
        _rule(lokale.PARTSHOERING.rule),
    ),
    Proposal("foer_moedet", "Før et møde ved I, hvad det handler om, og hvem der kommer."),
    Proposal(
        "efter_moedet", "Efter et møde skriver vi ned, hvem der gør hvad. I får det at se.", _kind(e.AFTALE_INDGAAET)
    ),
    Proposal("barnet_vaelger", "Barnet er med til at vælge, hvor og hvordan vi taler sammen."),
    Proposal(
        "barnet_faar_svar", "Barnet får svar på det, det har sagt. Også når svaret er nej.", _kind(e.SVAR_TIL_BARNET)
    ),
    Proposal(
        "netvaerk", "I er med til at sige, hvem i familien og blandt venner vi skal spørge.", _kind(e.INDDRAGELSE)
    ),
    Proposal("ny_raadgiver", "Skal I have en ny rådgiver, ved I det først. Den nye har læst om jer, før I mødes."),
    Proposal(
        "naar_vi_stopper",
        "Når vi stopper, siger vi det i god tid, og I siger jeres mening.",
        _kind(e.FAMILIE_ORIENTERET),
    ),
)
PROPOSAL_BY_KEY: Final[Mapping[str, Proposal]] = MappingProxyType({each.key: each for each in PROPOSALS})


@dataclass(frozen=True, slots=True)
class Seen:
    """Where in Pejl it shows whether a promise was kept."""

    words: str
    rule: str = ""  # its key, where the rulebook has a page about it


def seen(key: str) -> Seen:
    """What a promise points at, in words; a rule or kind that is no longer there says so."""
    if key.startswith(_RULE) and (versions := RULEBOOK.by_key.get(key.removeprefix(_RULE))):
        return Seen(f"Fristen »{versions[-1].title}«", versions[-1].key)
    if key.startswith(_KIND) and (kind := KIND_BY_KEY.get(key.removeprefix(_KIND))):
        return Seen(f"Hændelsen »{kind.label}« står i sagen, når det er gjort")
    return Seen(f"{NOWHERE}: det, løftet pegede på, er der ikke længere" if key else NOWHERE)


@cache
def choices() -> tuple[tuple[str, str | tuple[tuple[str, str], ...]], ...]:
    """Everything a promise may point at, for a list to choose from."""
    rules = tuple((_rule(key), versions[-1].title) for key, versions in RULEBOOK.by_key.items())
    # Those about the ledger itself show nothing of what a family was promised.
    kinds = tuple((_kind(kind), kind.label) for kind in KINDS if kind.step is not e.Step.REGISTRERING)
    return (("", NOWHERE), ("Frister i regelbogen", rules), ("Hændelser i sagen", kinds))


# --- which hold -----------------------------------------------------------------------------------------------


def holding(rows: Iterable[Promise], *, on: date) -> list[Promise]:
    """The promises that hold on a day, the oldest first."""
    newest: dict[str, Promise] = {}
    for row in sorted(_not_given_up(rows), key=lambda row: (row.first, row.number)):
        if row.first <= on:
            newest[row.key] = row
    return [row for row in newest.values() if not row.taken_back and (row.last is None or on <= row.last)]


def coming(rows: Iterable[Promise], *, on: date) -> list[Promise]:
    """What is decided and does not hold yet, the first first."""
    return sorted((row for row in _not_given_up(rows) if row.first > on), key=lambda row: (row.first, row.number))


def _not_given_up(rows: Iterable[Promise]) -> list[Promise]:
    """Without what was to begin later when a promise was taken back: it does not come back by itself."""
    told = list(rows)
    back = [row for row in told if row.taken_back]
    return [row for row in told if not any(_ends(each, row) for each in back)]


def _ends(back: Promise, row: Promise) -> bool:
    return back.key == row.key and back.number > row.number and back.first <= row.first


def undecided(rows: Iterable[Promise]) -> list[Proposal]:
    """Pejl's proposals nobody has decided anything about."""
    decided = {row.key for row in rows}
    return [each for each in PROPOSALS if each.key not in decided]
