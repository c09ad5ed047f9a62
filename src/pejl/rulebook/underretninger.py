"""Underretninger: what must follow when somebody is worried about a child?

Barnets lov chapter 16 (§§ 132-138), before 2024 serviceloven §§ 152-155 b. The municipality takes a first look
within a day and night, tells the notifier that the letter has come, tells a professional what came of it, and
lets someone new take part when the child already has help. It talks with the child where there may have been abuse.
When the family moves away, it tells the municipality they move to.
"""

from pejl.events import (
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_OPHOERT,
    GENVURDERING,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    KONTAKT_NEDGRADERET,
    KVITTERING_SENDT,
    MELLEMKOMMUNAL_UNDERRETNING,
    SAG_AFSLUTTET,
    SAG_FLYTTET,
    SAG_GENAABNET,
    SAMTALE_MED_BARNET,
    SAMTALE_UNDLADT,
    TILBAGEMELDING_UNDERRETTER,
    UNDERRETNING_MODTAGET,
    VURDERING_24_TIMER,
)
from pejl.law import BARNETS_LOV, SERVICELOVEN, UNDER_BARNETS_LOV, UNDER_SERVICELOVEN, Sure
from pejl.rules import (
    NO_LIMIT,
    Before,
    Exemption,
    FieldIn,
    FieldSet,
    Force,
    Hours,
    ParagraphIn,
    Role,
    Rule,
    Running,
    Scope,
    Within,
    WorkingDays,
    event,
)

# Taking a notification down to an enquiry needs a reason and a second person; without both it stops nothing.
NEDGRADERET = event(KONTAKT_NEDGRADERET, FieldSet("begrundelse"), FieldSet("anden_person"))

_NOT_CONFIRMED_24 = "Serviceloven er læst i gengivelser, ikke i lovteksten."

VURDERES_SEL = Rule(
    key="underretning.vurderes",
    title="24-timers vurdering",
    says="Kommunen skal inden for 24 timer vurdere, om barnet er i fare, og om der er brug for akut hjælp.",
    cites=SERVICELOVEN.at("§ 155, stk. 2", row="SEL-01", sure=Sure.SECONDARY, note=_NOT_CONFIRMED_24),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UNDERRETNING_MODTAGET),),
    duty=Within(Hours(24)),
    met_by=(event(VURDERING_24_TIMER),),
    scope=Scope.THREAD,
    stopped_by=(NEDGRADERET,),
    falls_on=Role.MODTAGELSE,
)
# The clock runs through nights, weekends and holidays. That the municipality has not yet spoken with the parents
# is no breach: the 24 hours are its own first look (UND-02).
VURDERES = Rule(
    key="underretning.vurderes",
    title="24-timers vurdering",
    says=(
        "Når en underretning er modtaget, skal kommunen inden for 24 timer tage stilling til, "
        "om barnets sundhed eller udvikling er i fare, og om der skal handles akut."
    ),
    cites=BARNETS_LOV.at("§ 136", row="UND-01", sure=Sure.GUIDANCE),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERRETNING_MODTAGET),),
    duty=Within(Hours(24)),
    met_by=(event(VURDERING_24_TIMER),),
    scope=Scope.THREAD,
    stopped_by=(NEDGRADERET,),
    falls_on=Role.MODTAGELSE,
)

# Nobody to send it to. The notifier's address may be missing too, but no list tells us so.
ANONYM = Exemption(FieldIn("underretter", frozenset({"anonym"})), "Underretteren er anonym.")

KVITTERES_SEL = Rule(
    key="underretning.kvitteres",
    title="Kvittering til underretter",
    says="Kommunen skal inden for seks hverdage bekræfte over for underretteren, at underretningen er modtaget.",
    cites=SERVICELOVEN.at(
        "§ 155 b, stk. 1",
        row="SEL-02",
        sure=Sure.SECONDARY,
        note="Læst hos kommuner, ikke i lovteksten. Hvad en hverdag er, står ikke i loven.",
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UNDERRETNING_MODTAGET),),
    duty=Within(WorkingDays(6)),
    met_by=(event(KVITTERING_SENDT),),
    scope=Scope.THREAD,
    stopped_by=(NEDGRADERET,),
    excused_if=(ANONYM,),
    falls_on=Role.ADMINISTRATIV,
)
KVITTERES = Rule(
    key="underretning.kvitteres",
    title="Kvittering til underretter",
    says="Kommunen skal inden for seks hverdage bekræfte over for underretteren, at underretningen er modtaget.",
    cites=BARNETS_LOV.at(
        "",
        row="UND-05",
        sure=Sure.UNVERIFIED,
        note=(
            "Paragraffen i barnets lov er ikke fundet; pligten stod i servicelovens § 155 b, stk. 1. "
            "Hvad en hverdag er, står ikke i loven: der mindes efter den strenge læsning (kun søndage og helligdage "
            "er fri), og fristen udløber efter den milde."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERRETNING_MODTAGET),),
    duty=Within(WorkingDays(6)),
    met_by=(event(KVITTERING_SENDT),),
    scope=Scope.THREAD,
    stopped_by=(NEDGRADERET,),
    excused_if=(ANONYM,),
    falls_on=Role.ADMINISTRATIV,
)

# The notifiers who notify because of their work. "Andre" and associations may or may not; they are not counted.
FAGPERSONER = FieldIn(
    "underretter",
    frozenset({"kommune", "skole", "dagtilbud", "sundhedsvaesen", "sundhedspleje", "politi", "anbringelsessted"}),
)

TILBAGEMELDES_SEL = Rule(
    key="underretning.tilbagemeldes",
    title="Tilbagemelding til faglig underretter",
    says="En fagperson, der har underrettet, skal have at vide, om der er sat en undersøgelse eller støtte i gang.",
    cites=SERVICELOVEN.at(
        "§ 155 b, stk. 2", row="SEL-02", sure=Sure.SECONDARY, note="Læst hos kommuner, ikke i lovteksten."
    ),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UNDERRETNING_MODTAGET, FAGPERSONER),),
    duty=Within(NO_LIMIT),
    met_by=(event(TILBAGEMELDING_UNDERRETTER),),
    scope=Scope.THREAD,
    stopped_by=(NEDGRADERET,),
    falls_on=Role.MODTAGELSE,
)
TILBAGEMELDES = Rule(
    key="underretning.tilbagemeldes",
    title="Tilbagemelding til faglig underretter",
    says=(
        "En fagperson, der har underrettet, skal have at vide, om der er sat en undersøgelse eller støtte i gang, "
        "når kommunen har taget stilling, medmindre særlige forhold taler imod det. Der er ikke fundet nogen frist i "
        "tal."
    ),
    cites=BARNETS_LOV.at(
        "",
        row="UND-06",
        sure=Sure.UNVERIFIED,
        note="Paragraffen i barnets lov er ikke fundet; pligten stod i servicelovens § 155 b, stk. 2.",
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERRETNING_MODTAGET, FAGPERSONER),),
    duty=Within(NO_LIMIT),
    met_by=(event(TILBAGEMELDING_UNDERRETTER),),
    scope=Scope.THREAD,
    stopped_by=(NEDGRADERET,),
    falls_on=Role.MODTAGELSE,
)

# Serviceloven's counterparts of §§ 32, 46, 47 and 67. Help begun under the old act keeps its old basis until a
# new decision, so a child with it in 2024 already has help all the same.
_SEL_HJAELP = ParagraphIn(("§ 52", "§ 58", "§ 68 a"))
_BL_HJAELP = ParagraphIn(("§ 32", "§ 46", "§ 47", "§ 67", "LBU § 12", "LBU § 13", "LBU § 14", *_SEL_HJAELP.paragraphs))
_NYE_OEJNE = event(GENVURDERING, FieldIn("ny_deltager", frozenset({True})))
_HJAELP_SLUT = (INDSATS_OPHOERT, ANBRINGELSE_OPHOERT, SAG_AFSLUTTET, SAG_FLYTTET)

GENVURDERES_SEL = Rule(
    key="underretning.genvurderes",
    title="Genvurdering, når barnet allerede får hjælp",
    says="Får barnet allerede en foranstaltning, skal sagen genvurderes sammen med en, der ikke har haft den før.",
    cites=SERVICELOVEN.at("§ 155 a, stk. 1", row="SEL-03", sure=Sure.TRAVAUX),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(UNDERRETNING_MODTAGET),),
    when=(
        Running(
            begun_by=(event(INDSATS_IVAERKSAT, _SEL_HJAELP), event(ANBRINGELSE_IVAERKSAT, _SEL_HJAELP)),
            ended_by=_HJAELP_SLUT,
        ),
    ),
    duty=Within(NO_LIMIT),
    met_by=(_NYE_OEJNE,),
    scope=Scope.CASE,
    stopped_by=(NEDGRADERET,),
    falls_on=Role.RAADGIVER,
)
GENVURDERES = Rule(
    key="underretning.genvurderes",
    title="Genvurdering, når barnet allerede får hjælp",
    says=(
        "Får barnet allerede en støttende indsats, er det anbragt, eller har det en indsats efter lov om "
        "bekæmpelse af ungdomskriminalitet, skal sagen genvurderes. Mindst én fra myndigheden, som ikke har "
        "haft sagen før, skal deltage. Loven har ingen frist i tal, men de 24 timer gælder stadig."
    ),
    cites=BARNETS_LOV.at(
        "§ 137, stk. 1",
        row="UND-08",
        note=(
            "I 2024 talte teksten kun om »indsatser«; listen her kom med lovforslag L 87 fra november 2024. Hvilken "
            "dag den begyndte at gælde, er ikke fundet, så der regnes på samme måde fra den 1. januar 2024."
        ),
    ),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERRETNING_MODTAGET),),
    when=(
        Running(
            begun_by=(event(INDSATS_IVAERKSAT, _BL_HJAELP), event(ANBRINGELSE_IVAERKSAT, _BL_HJAELP)),
            ended_by=_HJAELP_SLUT,
        ),
    ),
    duty=Within(NO_LIMIT),
    met_by=(_NYE_OEJNE,),
    scope=Scope.CASE,
    stopped_by=(NEDGRADERET,),
    falls_on=Role.RAADGIVER,
)

# Closing the case does not make the talk fall away. It is looked for in the whole case, for it is often written on
# the investigation that the notification led to.
SAMTALE_OVERGREB = Rule(
    key="underretning.samtale_overgreb",
    title="Samtale med barnet ved mistanke om overgreb",
    says=(
        "Handler en underretning om overgreb, skal kommunen tale med barnet. Er det forældrene, mistanken retter sig "
        "mod, holdes samtalen uden deres samtykke, og uden at de er til stede. Den kan kun undlades, når barnets "
        "modenhed eller sagens karakter taler imod den. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 137, stk. 3-4", row="UND-10"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(UNDERRETNING_MODTAGET, FieldIn("mistanke_overgreb", frozenset({True}))),),
    duty=Within(NO_LIMIT),
    met_by=(event(SAMTALE_MED_BARNET),),
    scope=Scope.CASE,
    stopped_by=(NEDGRADERET, event(SAG_FLYTTET)),
    excused_by=(event(SAMTALE_UNDLADT),),
    excused_if=(Exemption(FieldIn("ufoedt", frozenset({True})), "Barnet er ikke født endnu."),),
    falls_on=Role.RAADGIVER,
)

# Nothing stops it: the family's moving, which begins it, also closes the case here. Told in good time before the
# move is told as well; what was told of an earlier move is not told of this one.
_BEHOV = FieldIn("behov_for_stoette", frozenset({True}))
_ALLEREDE = Before(since=(SAG_FLYTTET, SAG_GENAABNET))

TILFLYTNING_SEL = Rule(
    key="underretning.tilflytningskommune",
    title="Underretning til tilflytningskommunen",
    says=(
        "Flytter en familie, hvor et eller flere børn har brug for særlig støtte, skal fraflytningskommunen underrette "
        "tilflytningskommunen. Loven har ingen frist i tal."
    ),
    cites=SERVICELOVEN.at("§ 152", row="SEL-18"),
    force=Force.LAW,
    in_force=UNDER_SERVICELOVEN,
    starts=(event(SAG_FLYTTET, _BEHOV),),
    duty=Within(NO_LIMIT, already=_ALLEREDE),
    met_by=(event(MELLEMKOMMUNAL_UNDERRETNING),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)
TILFLYTNING = Rule(
    key="underretning.tilflytningskommune",
    title="Underretning til tilflytningskommunen",
    says=(
        "Flytter familien eller de kommende forældre, og er der behov for særlig støtte, skal kommunen underrette den "
        "kommune, de flytter til. Den skal have de nødvendige papirer og en sammenfatning af de vurderinger, der "
        "betyder noget. Loven har ingen frist i tal."
    ),
    cites=BARNETS_LOV.at("§ 132, stk. 1-2", row="UND-11"),
    force=Force.LAW,
    in_force=UNDER_BARNETS_LOV,
    starts=(event(SAG_FLYTTET, _BEHOV),),
    duty=Within(NO_LIMIT, already=_ALLEREDE),
    met_by=(event(MELLEMKOMMUNAL_UNDERRETNING),),
    scope=Scope.CASE,
    falls_on=Role.RAADGIVER,
)

RULES = (
    VURDERES_SEL,
    VURDERES,
    KVITTERES_SEL,
    KVITTERES,
    TILBAGEMELDES_SEL,
    TILBAGEMELDES,
    GENVURDERES_SEL,
    GENVURDERES,
    SAMTALE_OVERGREB,
    TILFLYTNING_SEL,
    TILFLYTNING,
)
