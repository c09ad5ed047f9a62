"""What is commonly done next, and which answers are known already when it is?

Open duties come first (``offering``); these are offered after them. Nothing that turns to the parents is offered
before its time: that is asked of ``courses``, not written here. No Django, so that the house rules can read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pejl import events as e
from pejl.events import Field, Kind

_MEETINGS: Final = (e.UNDERRETNINGSMOEDE, e.NETVAERKSMOEDE, e.TVAERSMOEDE)


def _after(*pairs: tuple[Kind, tuple[Kind, ...]]) -> Mapping[str, tuple[Kind, ...]]:
    return MappingProxyType({kind.key: steps for kind, steps in pairs})


AFTER: Final = _after(
    (e.UNDERRETNING_MODTAGET, (e.VURDERING_24_TIMER, e.KVITTERING_SENDT)),
    (e.HENVENDELSE_MODTAGET, (e.KVITTERING_SENDT, e.INDLEDENDE_VURDERING)),
    (e.ANSOEGNING_MODTAGET, (e.KVITTERING_SENDT, e.INDLEDENDE_VURDERING)),
    (e.VURDERING_24_TIMER, (e.OPLYSNING_INDHENTET, e.PARTSHOERING_INDKALDT, e.INDLEDENDE_VURDERING)),
    (e.GENVURDERING, (e.INDLEDENDE_VURDERING, e.UNDERSOEGELSE_OPDATERET)),
    (e.RISIKOVURDERING, (e.SAMTALE_MED_BARNET, e.INDLEDENDE_VURDERING)),
    (e.OPLYSNING_INDHENTET, (e.OPLYSNING_INDHENTET, e.INDLEDENDE_VURDERING)),
    (e.PARTSHOERING_INDKALDT, (e.PARTSHOERING_HOLDT,)),
    (e.PARTSHOERING_HOLDT, (e.INDLEDENDE_VURDERING,)),
    (e.PARTSHOERING_UNDLADT, (e.RISIKOVURDERING, e.INDLEDENDE_VURDERING)),
    (
        e.INDLEDENDE_VURDERING,
        (e.UNDERSOEGELSE_BESLUTTET, e.AFDAEKNING_BESLUTTET, e.BEVILLING, e.TILBAGEMELDING_UNDERRETTER),
    ),
    (e.AFDAEKNING_BESLUTTET, (e.SAMTALE_MED_BARNET, e.AFDAEKNING_AFSLUTTET)),
    (e.AFDAEKNING_AFSLUTTET, (e.BEVILLING, e.AFGOERELSE_TRUFFET, e.UNDERSOEGELSE_BESLUTTET)),
    (e.UNDERSOEGELSE_BESLUTTET, (e.UNDERSOEGELSESPLAN_LAVET, e.BISIDDER_OPLYST, e.SOESKENDE_OVERVEJET)),
    (e.UNDERSOEGELSESPLAN_LAVET, (e.SAMTALE_MED_BARNET,)),
    (e.UNDERSOEGELSE_AFSLUTTET, (e.VISITATION_DAGSORDEN, e.HOERING_PARTER, e.AFGOERELSE_TRUFFET)),
    (e.UNDERSOEGELSE_OPDATERET, (e.VISITATION_TILBAGE, e.PLAN_REVIDERET)),
    (e.SAMTALE_MED_BARNET, (e.SVAR_TIL_BARNET,)),
    (e.KONTAKT_MED_BARNET, (e.SVAR_TIL_BARNET,)),
    (e.HOLDNING_INDHENTET, (e.SVAR_TIL_BARNET,)),
    (e.VISITATION_DAGSORDEN, (e.VISITATION,)),
    (e.VISITATION, (e.AFGOERELSE_TRUFFET, e.BEVILLING)),
    (e.VISITATION_TILBAGE, (e.VISITATION_DAGSORDEN,)),
    (e.INDSTILLING_SENDT, (e.UDVALGSHOERING, e.UDVALGETS_AFGOERELSE)),
    (e.AFGOERELSE_TRUFFET, (e.AFGOERELSE_SENDT, e.INDSATS_BEVILGET, e.PLAN_LAVET)),
    (e.BEVILLING, (e.INDSATS_IVAERKSAT, e.INDSATS_PAA_VENTELISTE)),
    (e.INDSATS_BEVILGET, (e.INDSATS_IVAERKSAT, e.INDSATS_PAA_VENTELISTE)),
    (e.INDSATS_PAA_VENTELISTE, (e.INDSATS_IVAERKSAT,)),
    (e.INDSATS_IVAERKSAT, (e.MAAL_AFTALT, e.PLAN_LAVET, e.OPFOELGNING_HOLDT)),
    (e.MAAL_AFTALT, (e.MAAL_AFTALT, e.PLAN_LAVET)),
    (e.PLAN_LAVET, (e.OPFOELGNING_HOLDT,)),
    (e.OPFOELGNING_HOLDT, (e.MAAL_VURDERET, e.PLAN_REVIDERET, e.INDSATS_OPHOERT)),
    (e.SAG_GENNEMGAAET, (e.OPFOELGNING_HOLDT, e.AFGOERELSE_TRUFFET, e.INDSATS_OPHOERT, e.SAG_AFSLUTTET)),
    (e.INDSATS_OPHOERT, (e.STATUSUDTALELSE, e.TILBAGEMELDING_ALMEN, e.FAMILIE_ORIENTERET, e.SAG_AFSLUTTET)),
    (e.STATUSUDTALELSE, (e.OPFOELGNING_HOLDT,)),
    (e.TILBAGEMELDING_ALMEN, (e.FAMILIE_ORIENTERET, e.SAG_AFSLUTTET)),
    (e.FAMILIE_ORIENTERET, (e.SAG_AFSLUTTET,)),
    (e.RAADGIVERSKIFT_OENSKET, (e.RAADGIVERSKIFT_BESVARET,)),
    (e.RAADGIVERSKIFT_BESVARET, (e.SVAR_TIL_BARNET,)),
    (e.SAG_FLYTTET, (e.MELLEMKOMMUNAL_UNDERRETNING,)),
    *((meeting, (e.AFTALE_UDFOERT, e.INDLEDENDE_VURDERING)) for meeting in _MEETINGS),
)

# Where an answer decides what comes next: the kind, the field and the code that was chosen. It comes before all else.
AFTER_ANSWER: Final[Mapping[tuple[str, str, str], tuple[Kind, ...]]] = MappingProxyType(
    {
        (e.SAG_GENNEMGAAET.key, "gennemgang_udfald", "fortsaetter"): (e.OPFOELGNING_HOLDT,),
        (e.SAG_GENNEMGAAET.key, "gennemgang_udfald", "aendres"): (e.UNDERSOEGELSE_BESLUTTET, e.AFGOERELSE_TRUFFET),
        (e.SAG_GENNEMGAAET.key, "gennemgang_udfald", "afsluttes"): (e.INDSATS_OPHOERT, e.SAG_AFSLUTTET),
    }
)


def decided(kind: str, fields: Mapping[str, object]) -> tuple[Kind, ...]:
    """What the event itself has decided shall follow it; empty for most.

    >>> [each.key for each in decided("sag_gennemgaaet", {"gennemgang_udfald": "afsluttes"})]
    ['indsats_ophoert', 'sag_afsluttet']
    """
    found = (steps for (of, name, code), steps in AFTER_ANSWER.items() if of == kind and fields.get(name) == code)
    return next(found, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An answer that an earlier event of the same course has given: a field of it, or its day."""

    kinds: tuple[Kind, ...]
    field: Field
    told_by: tuple[Kind, ...]
    its_day: bool = False


_GRANTS: Final = (e.BEVILLING, e.AFGOERELSE_TRUFFET, e.INDSATS_BEVILGET)
KNOWN: Final[tuple[Known, ...]] = (
    Known(kinds=(e.UNDERSOEGELSE_BESLUTTET,), field=e.BEHOV_KENDT, told_by=(e.UNDERRETNING_MODTAGET,), its_day=True),
    Known(
        kinds=(*_GRANTS, e.INDSATS_IVAERKSAT, e.ANBRINGELSE_IVAERKSAT, e.ANBRINGELSE_AENDRET),
        field=e.PARAGRAF,
        told_by=_GRANTS,
    ),
    Known(kinds=(e.INDSATS_PAA_VENTELISTE,), field=e.INDSATSTYPE, told_by=(e.BEVILLING,)),
    Known(kinds=(e.BEVILLING,), field=e.VARIGHED, told_by=(e.AFGOERELSE_TRUFFET,)),
)

# Who was there the last time stands in the form only when somebody chooses it: people come and go.
SAME_PEOPLE: Final[tuple[Known, ...]] = tuple(
    Known(kinds=(kind,), field=e.DELTAGERE, told_by=(kind,)) for kind in (*_MEETINGS, e.PARTSHOERING_HOLDT)
)
