"""Which places in the law do the texts rest on, and on which days are those in force?

Each comes from a row of the project's law notes; what those mark as secondary or not found carries its note to the
screen. A change of law is one line here: the days, and a new citation. ``haandbog/lov`` then lists every text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pejl.law import (
    ALWAYS,
    BARNETS_LOV,
    FORVALTNINGSLOVEN,
    OFFENTLIGHEDSLOVEN,
    RETSSIKKERHEDSLOVEN,
    UNDER_BARNETS_LOV,
    Citation,
    InForce,
    Sure,
)

_BL: Final = BARNETS_LOV.at

PARTSSTATUS: Final = _BL("§ 3", row="BRN-04")
BARNETS_SYN: Final = _BL("§ 5, stk. 3", row="BRN-01")
SYNET_PAA_ANDEN_MAADE: Final = _BL("§ 5, stk. 4", row="BRN-02")
BISIDDER: Final = _BL("§ 6", row="BRN-03")
SCREENING: Final = _BL("§ 18, stk. 1-2", row="SCR-01")
RISIKO_FOERST: Final = _BL("§ 18, stk. 3", row="SCR-02")
AFDAEKNING: Final = _BL("§ 19", row="AFD-01", sure=Sure.GUIDANCE)
UNDERSOEGELSE: Final = _BL("§ 20, stk. 1-2", row="BFU-01")
FIRE_MAANEDER: Final = _BL("§ 20, stk. 3", row="BFU-02")
SOESKENDE: Final = _BL("§ 21, stk. 1", row="BFU-04")
TO_RAADGIVERE: Final = _BL("§ 21, stk. 5", row="BFU-04b")
UNDERSOEGELSENS_INDHOLD: Final = _BL("§ 22", row="BFU-05")
FOREBYGGENDE: Final = _BL("§ 30", row="STØ-01")
STOETTENDE: Final = _BL("§ 32, stk. 1-3", row="STØ-02")
PLAN_VALGT: Final = _BL("§ 91, stk. 1", row="PLA-01")
PLANENS_INDHOLD: Final = _BL("§§ 91, stk. 3, og 92", row="PLA-05")
RYTME: Final = _BL("§ 95, stk. 3", row="OPF-02")
SENERE_OPFOELGNING: Final = _BL("§ 95, stk. 4-5", row="OPF-03")
FLYTTET: Final = _BL("§ 132, stk. 1-2", row="UND-11")
FAGPERSONERS_PLIGT: Final = _BL(
    "§ 133",
    row="UND-12",
    sure=Sure.SECONDARY,
    note="Ordene er læst i serviceloven; at de nu står i § 133, er kun set i sekundære kilder.",
)
BORGERES_PLIGT: Final = _BL("§ 135", row="UND-13")
DOEGNVURDERING: Final = _BL("§ 136", row="UND-01", sure=Sure.GUIDANCE)
GENVURDERING: Final = _BL("§ 137, stk. 1", row="UND-08")
SAMTALE_OVERGREB: Final = _BL("§ 137, stk. 3-4", row="UND-10")
FORMANDEN: Final = _BL("§ 143", row="ANB-05", sure=Sure.GUIDANCE)
KVITTERING: Final = _BL(
    "kapitel 16",
    row="UND-05",
    sure=Sure.SECONDARY,
    note="De 6 hverdage er kun set hos kommuner. Paragraffen i barnets lov er ikke fundet.",
)
TILBAGEMELDING: Final = _BL(
    "kapitel 16",
    row="UND-06",
    sure=Sure.SECONDARY,
    note="Pligten er kun set hos kommuner. Paragraffen i barnets lov er ikke fundet.",
)
HOERING: Final = FORVALTNINGSLOVEN.at("§ 19", row="GEN-01", sure=Sure.GUIDANCE)
UDTALELSE: Final = FORVALTNINGSLOVEN.at("§ 21", row="GEN-01")
BEGRUNDELSE: Final = FORVALTNINGSLOVEN.at(
    "§§ 22-25", row="GEN-05", sure=Sure.SECONDARY, note="Lovens egne ord er ikke læst, kun en kommunes gengivelse."
)
NOTATPLIGT: Final = OFFENTLIGHEDSLOVEN.at("§ 13, stk. 1-2", row="GEN-02")
KLAGE: Final = RETSSIKKERHEDSLOVEN.at(
    "§§ 66-67",
    row="KLA-01",
    sure=Sure.SECONDARY,
    note="De 4 uger er læst i to beslægtede love. Retssikkerhedslovens egne ord er ikke læst, "
    "og tiden til genvurdering er kun set i en sekundær kilde.",
)

# On which days each is in force. Barnets lov began on 1 January 2024; the general acts were there before.
IN_FORCE: Final[Mapping[Citation, InForce]] = MappingProxyType(
    {
        each: UNDER_BARNETS_LOV if each.act == BARNETS_LOV else ALWAYS
        for each in list(globals().values())
        if isinstance(each, Citation)
    }
)


def key_of(citation: Citation) -> str:
    """How a citation is named where it is kept: the act, the place and the row, so that each is one.

    >>> key_of(FIRE_MAANEDER)
    'BL § 20, stk. 3 (BFU-02)'
    """
    return f"{citation.act.short} {citation.paragraph} ({citation.row})"


CITED: Final[Mapping[str, Citation]] = MappingProxyType({key_of(each): each for each in IN_FORCE})


def in_force(citation: Citation, *, on: date) -> bool:
    """Whether the place cited is in force on a day.

    >>> in_force(FIRE_MAANEDER, on=date(2023, 12, 31)), in_force(FIRE_MAANEDER, on=date(2024, 1, 1))
    (False, True)
    """
    return on in IN_FORCE[citation]


def section_of(citation: Citation) -> str:
    """The section a change of law would be about, without its parts.

    >>> section_of(FIRE_MAANEDER), section_of(BEGRUNDELSE), section_of(KVITTERING)
    ('Barnets lov § 20', 'Forvaltningsloven §§ 22-25', 'Barnets lov kapitel 16')
    >>> section_of(PLANENS_INDHOLD)
    'Barnets lov § 91'
    """
    place, parts, _ = citation.paragraph.partition(",")
    return f"{citation.act.title} {place.replace('§§', '§') if parts else place}"
