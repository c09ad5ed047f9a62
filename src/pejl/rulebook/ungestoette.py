"""Ungeplan og ungestøtte: what must be thought of in good time before a young person is sixteen and eighteen?

Barnets lov §§ 108-111. The days follow from the child's birthday; where nobody has written it, the duty cannot be
judged. The same days are shown beside the child by ``alder``, whether or not a duty has begun.
"""

from pejl.events import (
    AFGOERELSE_TRUFFET,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    INDSATS_OPHOERT,
    PLAN_LAVET,
    PLAN_REVIDERET,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    UDVALGETS_AFGOERELSE,
    UNGEPLAN_LAVET,
    UNGEPLAN_OVERVEJET,
    UNGESTOETTE_BESLUTTET,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import (
    NO_LIMIT,
    Aged,
    Before,
    Force,
    ParagraphIn,
    Role,
    Rule,
    Running,
    Scope,
    ToBirthday,
    Within,
    event,
)

_STILLING_TAGET = (event(UNGEPLAN_OVERVEJET), event(UNGEPLAN_LAVET))
_SLUT = (event(INDSATS_OPHOERT), event(ANBRINGELSE_OPHOERT), event(SAG_AFSLUTTET), event(SAG_FLYTTET))
_ANBRINGELSE_SLUT = (ANBRINGELSE_OPHOERT, SAG_AFSLUTTET, SAG_FLYTTET)

UNGEPLAN_VED_AFGOERELSE = Rule(
    key="ungeplan.ved_afgoerelse",
    title="Stillingtagen til en ungeplan ved afgørelsen",
    says=(
        "Er den unge fyldt 16 år, når der træffes afgørelse om en støttende indsats, skal der tages stilling til en "
        "ungeplan med mål for overgangen til voksenlivet, uddannelse og arbejde. Der er ikke fundet nogen frist i tal."
    ),
    cites=BARNETS_LOV.at("§§ 108-109", row="PLA-06", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 32",))),),
    when=(Aged(16, below=18),),
    duty=Within(NO_LIMIT, already=Before(since=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE))),
    met_by=_STILLING_TAGET,
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)
UNGEPLAN_VED_16 = Rule(
    key="ungeplan.ved_16_aar",
    title="Stillingtagen til en ungeplan ved 16 år",
    says=(
        "Har den unge en plan, skal der tages stilling til en ungeplan, når den unge fylder 16 år. "
        "Pejl regner med, at det er sket senest på fødselsdagen."
    ),
    cites=BARNETS_LOV.at(
        "§§ 108-109",
        row="PLA-06",
        sure=Sure.UNVERIFIED,
        note=(
            "At der skal tages stilling ved 16 år, er læst i en vejledning. En frist er ikke fundet; fødselsdagen er "
            "Pejls valg."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(PLAN_LAVET),),
    only_first=True,
    when=(Aged(below=16),),
    duty=Within(ToBirthday(16)),
    met_by=_STILLING_TAGET,
    scope=Scope.CASE,
    stopped_by=_SLUT,
    falls_on=Role.RAADGIVER,
)
# A decision by the administration names the paragraph; the event of its own says it by its kind.
_BESLUTTET = (
    event(UNGESTOETTE_BESLUTTET),
    event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 114", "§ 115", "§ 116", "§ 120"))),
)
BESLUTTES_SEL = Rule(
    key="ungestoette.besluttes",
    title="Afgørelse om støtte efter 18 år",
    says=(
        "Senest seks måneder før den unge fyldte 18 år, skulle der tages stilling til, om den unge havde brug for "
        "støtte, efter at anbringelsen ophørte. Barnets lov § 111 har den samme frist."
    ),
    cites=SERVICELOVEN.at("§ 68, stk. 11", row="SEL-15", sure=Sure.TRAVAUX),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(ANBRINGELSE_IVAERKSAT),),
    when=(Aged(below=18),),
    basis=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE),
    duty=Within(ToBirthday(18, months_before=6)),
    # Decided after 2023 it is decided by the new act; both acts' paragraphs say that it was.
    met_by=(
        event(UNGESTOETTE_BESLUTTET),
        event(AFGOERELSE_TRUFFET, ParagraphIn(("§ 76", "§ 76 a", "§ 114", "§ 115", "§ 116", "§ 120"))),
    ),
    scope=Scope.CASE,
    stopped_by=tuple(map(event, _ANBRINGELSE_SLUT)),
    falls_on=Role.RAADGIVER,
)
BESLUTTES = Rule(
    key="ungestoette.besluttes",
    title="Afgørelse om støtte efter 18 år",
    says=(
        "Ophører anbringelsen, når den unge fylder 18 år, skal der senest seks måneder før være truffet afgørelse om "
        "ungestøtte."
    ),
    cites=BARNETS_LOV.at("§ 111", row="PLA-08"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(ANBRINGELSE_IVAERKSAT),),
    when=(Aged(below=18),),
    basis=(AFGOERELSE_TRUFFET, UDVALGETS_AFGOERELSE),
    duty=Within(ToBirthday(18, months_before=6)),
    met_by=_BESLUTTET,
    scope=Scope.CASE,
    stopped_by=tuple(map(event, _ANBRINGELSE_SLUT)),
    falls_on=Role.RAADGIVER,
)
UNGEPLAN_FOERST = Rule(
    key="ungestoette.ungeplan_foerst",
    title="Ungeplanen revideres før afgørelsen om ungestøtte",
    says="Før der træffes afgørelse om ungestøtte til en ung, der er anbragt, skal ungeplanen være revideret.",
    cites=BARNETS_LOV.at("§ 111", row="PLA-08"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNGESTOETTE_BESLUTTET),),
    when=(Running(begun_by=(event(ANBRINGELSE_IVAERKSAT),), ended_by=_ANBRINGELSE_SLUT),),
    # Written as a new young person's plan or as the child's plan revised; since the child came to live there.
    duty=Before(since=(ANBRINGELSE_IVAERKSAT,)),
    met_by=(event(UNGEPLAN_LAVET), event(PLAN_REVIDERET)),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)

RULES = (UNGEPLAN_VED_AFGOERELSE, UNGEPLAN_VED_16, BESLUTTES_SEL, BESLUTTES, UNGEPLAN_FOERST)
