"""What can happen in a child's case, and what is written down about it?

A closed vocabulary: every kind of event with its Danish label, its typed fields and its place in the course.
Closed, because a ledger is hard to widen later and every rule, figure and form names these kinds.
The file is long because the vocabulary is one list; the machinery above it is short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

FieldValue = str | bool | int | date


class FieldType(StrEnum):
    """How a field is stored in the columns ``f_<name>`` of a ledger."""

    TEXT = "tekst"
    CODE = "kode"
    DATE = "dato"
    YESNO = "ja/nej"
    NUMBER = "tal"


class Privacy(StrEnum):
    """What a field may tell about a person, how it is scrubbed for a test copy, and how long it is kept."""

    HARMLESS = "harmløs: beholdes ved afidentificering; slettes med sagen"
    REPLACEABLE = "erstattes: afløses af en opdigtet værdi ved afidentificering; slettes med sagen"
    PERSONAL = "personlig: fjernes ved afidentificering; slettes med sagen efter arkivering"


@dataclass(frozen=True, slots=True)
class Field:
    """One typed field of an event; fields of the same name have the same type in every kind."""

    name: str
    label: str
    type: FieldType
    privacy: Privacy
    choices: Mapping[str, str] = field(default_factory=dict)  # code -> Danish label

    def accepts(self, value: object) -> bool:
        """True when the value has the field's type and, for a code, is one of its choices."""
        if self.type is FieldType.CODE:
            return isinstance(value, str) and value in self.choices
        if self.type is FieldType.NUMBER:
            return isinstance(value, int) and not isinstance(value, bool)
        return isinstance(value, _PYTHON_TYPE[self.type])


_PYTHON_TYPE: Final = {FieldType.TEXT: str, FieldType.DATE: date, FieldType.YESNO: bool}


class Step(StrEnum):
    """The place of an event in the course of a case, in the order of the law."""

    KONTAKT = "Kontakt"
    SCREENING = "Screening"
    UNDERSOEGELSE = "Afdækning og undersøgelse"
    BARNET = "Barnets stemme"
    AFGOERELSE = "Høring, visitation og afgørelse"
    PLAN = "Plan"
    INDSATS = "Indsats og anbringelse"
    OPFOELGNING = "Opfølgning og tilsyn"
    KLAGE = "Klage, udvalg og aktindsigt"
    SAG = "Sagen"
    REGISTRERING = "Registrering"


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that can happen. ``label_before_2024`` is used for events on days under serviceloven."""

    key: str
    label: str
    step: Step
    fields: tuple[Field, ...] = ()
    label_before_2024: str = ""

    def label_on(self, day: date) -> str:
        """The label by the law of the event's own day.

        >>> PLAN_LAVET.label_on(date(2023, 5, 1))
        'Handleplan lavet'
        """
        return self.label_before_2024 if self.label_before_2024 and day < BARNETS_LOV_FIRST_DAY else self.label

    def __hash__(self) -> int:
        return hash(self.key)


BARNETS_LOV_FIRST_DAY: Final = date(2024, 1, 1)
# An event with an unknown hour sorts before the known hours of its day.
_BEFORE_ALL_HOURS: Final = datetime.min.replace(tzinfo=UTC)
NO_FIELDS: Final[Mapping[str, FieldValue]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened: the local day always, the UTC instant when the hour is known.

    ``thread_id`` ties one course inside a case (this notification, this investigation); empty means the case
    as a whole. ``shared_id`` ties what one letter or one joint act brought to several children.
    """

    event_id: str
    case_id: str
    kind: str
    day: date
    at: datetime | None = None
    thread_id: str = ""
    shared_id: str = ""
    recorded_at: datetime
    source: str
    done_by: str = ""
    recorded_by: str = ""
    fields: Mapping[str, FieldValue] = field(default_factory=lambda: NO_FIELDS)

    @property
    def order(self) -> tuple[date, datetime, str]:
        """The one order of events in a case; the id breaks ties, so the order of rows never matters."""
        return self.day, self.at or _BEFORE_ALL_HOURS, self.event_id


def struck(corrections: Iterable[tuple[datetime, str, str, str]]) -> frozenset[tuple[str, str]]:
    """Which events do these corrections take out of force?

    Takes (recorded_at, event_id, case_id, replaces) of each ``rettelse``; gives (case_id, event_id).
    The newest speaks first: a correction that a newer one has itself replaced no longer counts, so that
    regretting a correction brings the original back.

    >>> when = datetime(2026, 1, 1, tzinfo=UTC)
    >>> sorted(struck([(when, "r1", "s", "a")]))
    [('s', 'a')]
    """
    gone: set[tuple[str, str]] = set()
    for _, event_id, case_id, replaces in sorted(corrections, reverse=True):
        if (case_id, event_id) not in gone:
            gone.add((case_id, replaces))
    return frozenset(gone)


def effective(events: Iterable[Event], *, known_at: datetime | None = None) -> list[Event]:
    """The events as they stand after corrections, as known at an instant (default: everything).

    Corrections themselves are left out of the result: they speak about events, they are none.
    """
    known = [e for e in events if known_at is None or e.recorded_at <= known_at]
    corrections = [e for e in known if e.kind == RETTELSE.key]
    if not corrections:
        return known
    gone = struck((e.recorded_at, e.event_id, e.case_id, str(e.fields.get("replaces", ""))) for e in corrections)
    return [e for e in known if e.kind != RETTELSE.key and (e.case_id, e.event_id) not in gone]


# --- fields -------------------------------------------------------------------------------------------


def _text(name: str, label: str, privacy: Privacy = Privacy.PERSONAL) -> Field:
    return Field(name, label, FieldType.TEXT, privacy)


def _day(name: str, label: str) -> Field:
    return Field(name, label, FieldType.DATE, Privacy.HARMLESS)


def _yesno(name: str, label: str) -> Field:
    return Field(name, label, FieldType.YESNO, Privacy.HARMLESS)


def _code(name: str, label: str, **choices: str) -> Field:
    return Field(name, label, FieldType.CODE, Privacy.HARMLESS, MappingProxyType(choices))


# The hour that comes twice, or not at all, when the clocks change: read one way, and said so.
TID_USIKKER = _code(
    "tid_usikker",
    "Klokkeslættet er usikkert",
    dobbelt="Timen kom to gange den nat; læst som den første",
    findes_ikke="Timen fandtes ikke den nat; læst som en time senere",
)
# A step taken before what the law wants first is never hindered; whoever takes it says why (law.md A3).
RAEKKEFOELGE = _code(
    "raekkefoelge",
    "Hvorfor det sker før det, der skulle komme først",
    hastede="Det hastede for barnet",
    indhentes="Det indhentes bagefter",
    oenskede_ikke="Den, det gælder, ønskede det ikke",
    ikke_muligt="Det kunne ikke lade sig gøre",
    sket_uden_for="Det er sket, men står ikke her",
)
COMMON_FIELDS: Final = (TID_USIKKER, RAEKKEFOELGE)

# Statistics Denmark's list of notifiers (law notes E1); 2024 split the family in two.
UNDERRETTER = _code(
    "underretter",
    "Underretter",
    kommune="Mellemkommunal underretning eller anden kommunal forvaltning",
    skole="Skole eller andet uddannelsessted",
    dagtilbud="Dagpleje, daginstitution, fritidshjem, ungdomsklub eller SFO",
    sundhedsvaesen="Sundhedsvæsenet",
    sundhedspleje="Sundhedsplejerske eller tandlæge",
    politi="Politi eller domstol",
    familie_eller_barn="Familie, barn selv eller bekendtskabskreds (til 2023)",
    anonym="Anonym",
    anbringelsessted="Anbringelsessted",
    forening="Foreninger, frivillige organisationer, krise-, misbrugs- og asylcentre",
    andre="Andre",
    barnet="Barnet eller den unge selv (fra 2024)",
    familie="Familie eller bekendtskabskreds (fra 2024)",
)
PARAGRAF = _text("paragraf", "Paragraf", Privacy.HARMLESS)
BEGRUNDELSE = _text("begrundelse", "Begrundelse")
VURDERING = _text("vurdering", "Faglig vurdering")
BEHOV_KENDT = _day("behov_kendt", "Dagen, hvor behovet blev kendt")
NAESTE_SENEST = _day("naeste_senest", "Næste opfølgning senest")
HVEM = _code(
    "hvem",
    "Hvem",
    barnet="Barnet",
    ung_15="Den unge (15 år eller mere)",
    foraelder_1="Den ene forælder",
    foraelder_2="Den anden forælder",
    anden_indehaver="Anden indehaver af forældremyndigheden",
    netvaerk="Netværk",
    fagperson="Fagperson",
)
TALT_MED_BARNET = _yesno("talt_med_barnet", "Talt med barnet")
ANDEN_PERSON = _text("anden_person", "Anden person, der deltog", Privacy.REPLACEABLE)
SKJULT_RISIKO = _yesno("aeresrelateret", "Æreskonflikt eller negativ social kontrol")
TYPE_ANBRINGELSE = _code(
    "anbringelsestype",
    "Anbringelsessted",
    netvaerk="Netværksplejefamilie",
    almen="Almen plejefamilie",
    forstaerket="Forstærket plejefamilie",
    specialiseret="Specialiseret plejefamilie",
    doegninstitution="Børne- og ungehjem drevet som døgninstitution",
    opholdssted="Børne- og ungehjem drevet som opholdssted",
    eget_vaerelse="Eget værelse, kollegium eller kollegielignende",
    kostskole="Efterskole eller kostskole",
    sikret="Sikret institution",
)
# Why an adviser leaves a case. Never illness: that is the adviser's own matter (requirement I21).
RAADGIVERSKIFT = _code(
    "aarsag",
    "Årsag til skift",
    fratraadt="Rådgiveren er fratrådt",
    orlov="Orlov",
    omorganisering="Omorganisering",
    overtaget="En anden rådgiver overtog",
    flyttet_team="Barnet skiftede team",
    barnet_bad="Barnet eller familien bad om det",
    uoplyst="Ikke oplyst",
)
SCREENING_UDFALD = _code(
    "udfald",
    "Udfald",
    ingen="Ingen yderligere afklaring",
    afdaekning="Afdækning",
    undersoegelse="Børnefaglig undersøgelse",
)
MOEDE_AFTALT = _text("aftalt", "Aftalt")
DELTAGERE = _text("deltagere", "Deltagere")
ANLEDNING = _text("anledning", "Anledning og bekymring")
STED = _text("sted", "Sted", Privacy.REPLACEABLE)
MOEDEDAG = _day("moededag", "Mødet holdes")
SENEST = _day("senest", "Senest")
# One short record of what a person said and what it led to (requirements F1, F6; Lundy's four in practice.md c).
BARNETS_ORD = _text("barnets_ord", "Barnets egne ord")
EGNE_ORD = _text("egne_ord", "Deres egne ord")
HVORDAN = _text("hvordan", "Hvordan")
FORMAAL = _text("formaal", "Formål")
MODTAGET_AF = _text("modtaget_af", "Hvem fik det at vide", Privacy.REPLACEABLE)
AENDREDE = _text("aendrede", "Hvad det ændrede")
# The child decides about its own words; they are then on no paper that the family is given.
SKJULT_FOR_FORAELDRE = _yesno("skjult_for_foraeldre", "Barnet vil ikke have, at forældrene ser det")
KOMPETENCE = _text("kompetence", "Hvem havde kompetencen", Privacy.REPLACEABLE)
# The five parts of a grant under § 30 (requirement C16; before 2024 serviceloven § 11, stk. 3).
UDSPRING = _text("udspring", "Sammenhæng med den indledende vurdering")
MAAL = _text("maal", "Mål")
INDSATSTYPE = _text("indsatstype", "Indsatsens type", Privacy.REPLACEABLE)
VARIGHED = _text("varighed", "Indsatsens varighed", Privacy.REPLACEABLE)
INDDRAGELSE_AF = _text("inddragelse_af", "Inddragelse af barn, forældre og netværk")
MAALSTATUS = _code(
    "maalstatus",
    "Hvordan går det med målet",
    naaet="Nået",
    fremgang="Fremgang",
    uaendret="Uændret",
    tilbagegang="Tilbagegang",
    ikke_laengere="Ikke længere et mål",
)
KONSEKVENS = _code(
    "konsekvens",
    "Hvad det betyder for indsatsen",
    fortsaetter="Fortsætter",
    justeres="Justeres",
    erstattes="Erstattes af en anden",
    ophoerer="Ophører",
)
TIL_KOMMUNE = _text("til_kommune", "Til hvilken kommune", Privacy.REPLACEABLE)
SAMMENFATNING = _text("sammenfatning", "Sammenfatning af de vurderinger, der betyder noget")
BEKYMRENDE = _yesno("bekymrende_forhold", "Der blev set bekymrende forhold på stedet")
VENTES_SENEST = _day("ventes_senest", "Ventes senest")
IMOEDEKOMMET = _yesno("imoedekommet", "Imødekommet")
KLAGEVEJLEDNING = _yesno("klagevejledning", "Med begrundelse og klagevejledning")
UDVALGSART = _code(
    "udvalgsart",
    "Hvad udvalget tog stilling til",
    ordinaer="Ordinær afgørelse",
    godkendelse="Godkendelse af formandens afgørelse",
    genbehandling="Genbehandling af en anbringelse uden samtykke",
)
SOESKENDE_UNDER_15 = _yesno(
    "soeskende_under_15", "Skyldes omsorgssvigt eller overgreb, og der er søskende under 15 år i hjemmet"
)
SOESKENDE_UDFALD = _code(
    "soeskende_udfald",
    "Hvad det blev til",
    undersoegelse="Der undersøges også for søskende",
    ikke_behov="Der er ikke behov",
    aabenbart_ikke="Det er åbenbart unødvendigt",
)
FRA_HVEM = _text("fra_hvem", "Fra hvem", Privacy.REPLACEABLE)


def _mark(name: str, label: str) -> tuple[Field, Field]:
    """One mark of quality, and why it is not a plain yes."""
    answers = {"ja": "Ja", "delvist": "Delvist", "nej": "Nej", "kan_ikke": "Kan ikke vurderes"}
    return _code(f"kval_{name}", label, **answers), _text(f"kval_{name}_fordi", f"Hvorfor: {label.lower()}")


# What a person judges of a finished investigation, apart from whether the law was kept (requirements C27, C48).
KVALITETSMAERKER: Final = (
    _mark("fokus", "Fokuseret på det, der skal afklares"),
    _mark("laes", "Let at læse"),
    _mark("begrundet", "Vurderingerne er begrundet"),
    _mark("iagttaget", "Egne iagttagelser er med"),
    _mark("barnet", "Kontakten med barnet er beskrevet"),
    _mark("netvaerk", "Netværket er med"),
)
# Why a parent asks for lost earnings (requirement C47): school absence or not, and never what the child suffers from.
TABT_AARSAG = _code(
    "tabt_aarsag",
    "Ved tabt arbejdsfortjeneste: hvorfor søges der",
    skolefravaer="Barnet er ikke i skole (skolefravær)",
    andet="Noget andet end skolefravær",
)

# --- the vocabulary -----------------------------------------------------------------------------------

# Kontakt
HENVENDELSE_MODTAGET = Kind(
    "henvendelse_modtaget",
    "Henvendelse modtaget",
    Step.KONTAKT,
    # Outside the department's remit, such as school refusal: counted, and the answer kept (G17).
    (UNDERRETTER, _yesno("uden_for_omraadet", "Ligger uden for afdelingens område"), _text("svar", "Svaret")),
)
UNDERRETNING_MODTAGET = Kind(
    "underretning_modtaget",
    "Underretning modtaget",
    Step.KONTAKT,
    (
        UNDERRETTER,
        # A contact nobody has typed yet counts as a notification: the safe reading (C1, C3).
        _yesno("uafklaret_type", "Kontaktens type er ikke afklaret"),
        _yesno("mistanke_overgreb", "Mistanke om overgreb"),
        _yesno("foraeldre_mistaenkt", "Mistanken retter sig mod en forælder"),
        _yesno("ufoedt", "Angår et ufødt barn"),
        SKJULT_RISIKO,
    ),
)
ANSOEGNING_MODTAGET = Kind("ansoegning_modtaget", "Ansøgning modtaget", Step.KONTAKT, (PARAGRAF, TABT_AARSAG))
KONTAKT_NEDGRADERET = Kind(
    "kontakt_nedgraderet",
    "Underretning omtypet til henvendelse eller ansøgning",
    Step.KONTAKT,
    (BEGRUNDELSE, ANDEN_PERSON),
)
KVITTERING_SENDT = Kind("kvittering_sendt", "Kvittering sendt til underretter", Step.KONTAKT)
VURDERING_24_TIMER = Kind(
    "vurdering_24_timer",
    "24-timers vurdering",
    Step.KONTAKT,
    (VURDERING, _yesno("akut_behov", "Akut behov for støtte")),
)
GENVURDERING = Kind(
    "genvurdering",
    "Genvurdering",
    Step.KONTAKT,
    (_yesno("ny_deltager", "En, der ikke har haft sagen før, deltog"), ANDEN_PERSON, VURDERING),
)
TILBAGEMELDING_UNDERRETTER = Kind(
    "tilbagemelding_underretter",
    "Tilbagemelding til underretter",
    Step.KONTAKT,
    (_yesno("om_indsatsens_type", "Indsatsens type oplyst"),),
)
# Screening
INDLEDENDE_VURDERING = Kind(
    "indledende_vurdering",
    "Screening",
    Step.SCREENING,
    (SCREENING_UDFALD, _text("kerne", "Kernen i problemet, kort"), VURDERING),
    label_before_2024="Indledende vurdering",
)
# What was gathered, and from whom, before the whole is judged (C7).
OPLYSNING_INDHENTET = Kind(
    "oplysning_indhentet", "Oplysninger indhentet", Step.SCREENING, (FRA_HVEM, _text("oplysning", "Hvad blev oplyst"))
)
RISIKOVURDERING = Kind("risikovurdering", "Risikovurdering", Step.SCREENING, (VURDERING,))
# Partshøring here is a called meeting, a local goal; the hearing under forvaltningsloven § 19 is HOERING_PARTER.
PARTSHOERING_INDKALDT = Kind("partshoering_indkaldt", "Indkaldt til partshøring", Step.SCREENING, (MOEDEDAG,))
PARTSHOERING_HOLDT = Kind(
    "partshoering_holdt", "Partshøring holdt", Step.SCREENING, (DELTAGERE, EGNE_ORD, VURDERING, MOEDE_AFTALT)
)
PARTSHOERING_UNDLADT = Kind("partshoering_undladt", "Partshøring undladt", Step.SCREENING, (BEGRUNDELSE,))
SOESKENDE_OVERVEJET = Kind(
    "soeskende_overvejet", "Søskende overvejet", Step.SCREENING, (SOESKENDE_UDFALD, VURDERING, BEGRUNDELSE)
)
BISIDDER_OPLYST = Kind("bisidder_oplyst", "Oplyst om retten til bisidder", Step.SCREENING)
# Afdækning og undersøgelse
AFDAEKNING_BESLUTTET = Kind(
    "afdaekning_besluttet",
    "Afdækning besluttet",
    Step.UNDERSOEGELSE,
    (_text("afgraenset_til", "Det afgrænsede spørgsmål"), BEGRUNDELSE),
)
AFDAEKNING_AFSLUTTET = Kind("afdaekning_afsluttet", "Afdækning afsluttet", Step.UNDERSOEGELSE, (VURDERING,))
UNDERSOEGELSE_BESLUTTET = Kind(
    "undersoegelse_besluttet",
    "Børnefaglig undersøgelse besluttet",
    Step.UNDERSOEGELSE,
    (
        BEHOV_KENDT,
        BEGRUNDELSE,
        # Where both hold, barnets lov § 125 sends the case through the children's house (law.md OVG-01).
        _yesno("boernehus_skal_bruges", "Overgreb eller mistanke om det, og politi eller sundhedsvæsen skal være med"),
    ),
)
# Barnets lov §§ 124-126 and the executive order on children's houses.
BOERNEHUS_INDDRAGET = Kind("boernehus_inddraget", "Børnehuset inddraget", Step.UNDERSOEGELSE)
# Folkeskoleloven § 12, stk. 2, to be considered where the investigation shows trouble at school (law.md BFU-08).
PPV_OVERVEJET = Kind("ppv_overvejet", "Pædagogisk-psykologisk vurdering overvejet", Step.UNDERSOEGELSE, (VURDERING,))
UNDERSOEGELSESPLAN_LAVET = Kind(
    "undersoegelsesplan_lavet",
    "Undersøgelsesplan lavet",
    Step.UNDERSOEGELSE,
    (_text("undersoeges", "Hvad skal undersøges"), HVORDAN, INDDRAGELSE_AF, _day("ventes_faerdig", "Ventes færdig")),
)
FORELOEBIG_VURDERING = Kind("foreloebig_vurdering", "Foreløbig vurdering", Step.UNDERSOEGELSE, (VURDERING,))
UNDERSOEGELSE_AFSLUTTET = Kind(
    "undersoegelse_afsluttet",
    "Børnefaglig undersøgelse afsluttet",
    Step.UNDERSOEGELSE,
    # The three sides of the ICS triangle (law.md F1): a form, not a legal check.
    (
        VURDERING,
        BARNETS_ORD,
        _text("ics_barnet", "Barnets udvikling"),
        _text("ics_foraeldre", "Forældrekompetencer"),
        _text("ics_netvaerk", "Familie og netværk"),
        _text("stillingtagen", "Stillingtagen til støtte, og hvad familien mener om den"),
        # What the duties at the end of an investigation turn on (law.md BFU-04b, BFU-08).
        _yesno("hjaelp_foer", "Barnet fik støtte (§ 32) eller var anbragt før undersøgelsen"),
        _yesno("skolevanskeligheder", "Undersøgelsen viser vanskeligheder i skolen"),
        _text("en_raadgiver_grund", "Hvorfor kun én rådgiver var med"),
    ),
)
# A finished investigation is kept true when circumstances change (C28).
UNDERSOEGELSE_OPDATERET = Kind(
    "undersoegelse_opdateret",
    "Børnefaglig undersøgelse opdateret",
    Step.UNDERSOEGELSE,
    (_text("aendret", "Hvad er ændret"), VURDERING),
)
# Barnets stemme
SAMTALE_MED_BARNET = Kind(
    "samtale_med_barnet",
    "Samtale med barnet",
    Step.BARNET,
    # Two advisers at the essential meetings, as a rule (barnets lov § 21, stk. 5).
    (
        *(BARNETS_ORD, MODTAGET_AF, AENDREDE, FORMAAL, STED),
        *(_yesno("to_raadgivere", "To rådgivere var med"), SKJULT_FOR_FORAELDRE),
    ),
)
KONTAKT_MED_BARNET = Kind(
    "kontakt_med_barnet",
    "Anden direkte kontakt med barnet",
    Step.BARNET,
    (
        _text("kontaktform", "Kontaktens form", Privacy.REPLACEABLE),
        *(BARNETS_ORD, MODTAGET_AF, AENDREDE, FORMAAL, SKJULT_FOR_FORAELDRE),
    ),
)
SAMTALE_UNDLADT = Kind("samtale_undladt", "Samtale med barnet undladt", Step.BARNET, (BEGRUNDELSE,))
HOLDNING_INDHENTET = Kind(
    "holdning_indhentet",
    "Barnets holdning indhentet på anden måde",
    Step.BARNET,
    (_text("kilde", "Hvem eller hvad", Privacy.REPLACEABLE), BARNETS_ORD, MODTAGET_AF, AENDREDE, SKJULT_FOR_FORAELDRE),
)
# The child hears what became of it, and why (Lundy's influence; F1, F10).
SVAR_TIL_BARNET = Kind(
    "svar_til_barnet",
    "Barnet fik svar på det, barnet sagde",
    Step.BARNET,
    (_text("svar", "Svaret"), BARNETS_ORD, SKJULT_FOR_FORAELDRE),
)
# Barnets lov § 48: the child itself asks (law.md BRN-06).
ANBRINGELSE_OENSKET = Kind(
    "anbringelse_oensket", "Barnet beder om at blive anbragt", Step.BARNET, (BARNETS_ORD, SKJULT_FOR_FORAELDRE)
)
ANBRINGELSESOENSKE_BESVARET = Kind(
    "anbringelsesoenske_besvaret",
    "Svar på barnets ønske om at blive anbragt",
    Step.BARNET,
    (IMOEDEKOMMET, KLAGEVEJLEDNING, BEGRUNDELSE),
)
INDDRAGELSE = Kind(
    "inddragelse",
    "Forælder, netværk eller fagperson inddraget",
    Step.BARNET,
    (HVEM, FORMAAL, HVORDAN, EGNE_ORD, AENDREDE, MODTAGET_AF),
)
INDDRAGELSE_UNDLADT = Kind(
    "inddragelse_undladt",
    "Inddragelse undladt",
    Step.BARNET,
    (
        HVEM,
        _code(
            "hvorfor_ikke",
            "Hvorfor ikke",
            afslog="Ville ikke",
            utrygt="Det ville være utrygt eller farligt",
            ikke_muligt="Det kunne ikke lade sig gøre",
            andet="Andet",
        ),
        BEGRUNDELSE,
    ),
)
# Høring, visitation, afgørelse
SAMTYKKE_GIVET = Kind("samtykke_givet", "Samtykke givet", Step.AFGOERELSE, (HVEM,))
SAMTYKKE_AFVIST = Kind("samtykke_afvist", "Samtykke afvist", Step.AFGOERELSE, (HVEM,))
SAMTYKKE_TRUKKET = Kind("samtykke_trukket", "Samtykke trukket tilbage", Step.AFGOERELSE, (HVEM,))
HOERING_PARTER = Kind(
    "hoering_parter",
    "Partshøring før afgørelse",
    Step.AFGOERELSE,
    (_day("svarfrist", "Svarfrist"), HVEM),
)
VISITATION_DAGSORDEN = Kind(
    "visitation_dagsorden",
    "Sat på visitationsudvalgets dagsorden",
    Step.AFGOERELSE,
    (MOEDEDAG, _text("spoergsmaal", "Hvad udvalget skal tage stilling til"), VURDERING),
)
VISITATION = Kind(
    "visitation",
    "Behandlet i visitationsudvalg",
    Step.AFGOERELSE,
    (
        _code(
            "indstilling",
            "Udvalgets svar",
            anbefalet="Anbefalet",
            aendret="Anbefalet med ændringer",
            ikke_anbefalet="Ikke anbefalet",
            udsat="Udsat: mangler oplysninger",
        ),
        BEGRUNDELSE,
    ),
)
# The basis of the grant has changed, or follow-up judges otherwise (C22).
VISITATION_TILBAGE = Kind("visitation_tilbage", "Sendt tilbage til visitation", Step.AFGOERELSE, (BEGRUNDELSE,))
BEVILLING = Kind(
    "bevilling",
    "Bevilling givet",
    Step.AFGOERELSE,
    (
        PARAGRAF,
        KOMPETENCE,
        *(UDSPRING, MAAL, INDSATSTYPE, VARIGHED, INDDRAGELSE_AF),
    ),
)
AFGOERELSE_TRUFFET = Kind(
    "afgoerelse_truffet",
    "Afgørelse truffet",
    Step.AFGOERELSE,
    (
        PARAGRAF,
        _yesno("plan_valgt", "Det er valgt, at der skal være en plan"),
        _yesno("kan_ikke_afvente", "Afgørelsen kan ikke afvente en plan"),
        BEGRUNDELSE,
        *(FORMAAL, VARIGHED, VURDERING, KOMPETENCE),
        # What the duties around a decision turn on (law.md ANB-01, BFU-04a, GEN-01, GEN-05).
        _yesno("fuldt_medhold", "Giver parten fuldt ud medhold"),
        _yesno("parten_kendte", "Parten kendte allerede det, der talte imod"),
        _yesno("foreloebig", "Foreløbig eller akut"),
        SOESKENDE_UNDER_15,
    ),
)
AFGOERELSE_SENDT = Kind("afgoerelse_sendt", "Afgørelse sendt", Step.AFGOERELSE, (HVEM, KLAGEVEJLEDNING))
# Retssikkerhedsloven § 3: where the published time cannot be kept, the applicant is told the new one (law.md GEN-06).
SAGSBEHANDLINGSTID_UDSKUDT = Kind(
    "sagsbehandlingstid_udskudt",
    "Besked om, hvornår afgørelsen nu ventes",
    Step.AFGOERELSE,
    (VENTES_SENEST, BEGRUNDELSE),
)
# Plan
_PLAN_FIELDS = (BARNETS_ORD, INDDRAGELSE_AF, VURDERING)
PLAN_LAVET = Kind("plan_lavet", "Barnets plan lavet", Step.PLAN, _PLAN_FIELDS, label_before_2024="Handleplan lavet")
PLAN_REVIDERET = Kind(
    "plan_revideret", "Barnets plan revideret", Step.PLAN, _PLAN_FIELDS, label_before_2024="Handleplan revideret"
)
# From 16: goals for the way to adult life too (law.md PLA-06).
UNGEPLAN_OVERVEJET = Kind(
    "ungeplan_overvejet",
    "Stillingtagen til en ungeplan",
    Step.PLAN,
    (_yesno("ungeplan_valgt", "Der skal være en ungeplan"), VURDERING),
)
UNGEPLAN_LAVET = Kind("ungeplan_lavet", "Ungeplan lavet", Step.PLAN, _PLAN_FIELDS)
# Few, precise goals, each with whose words it stands in and who agreed to it (C32, F7, F8).
MAAL_AFTALT = Kind(
    "maal_aftalt",
    "Mål aftalt",
    Step.PLAN,
    (
        MAAL,
        _code(
            "hvis_ord",
            "Hvis ord",
            barnet="Barnets",
            foraeldre="Forældrenes",
            netvaerk="Netværkets",
            faelles="Fundet sammen",
            raadgiver="Rådgiverens",
        ),
        _text("aftalt_med", "Aftalt med", Privacy.REPLACEABLE),
        _text("maales_paa", "Hvordan ses det, at målet er nået"),
        SENEST,
    ),
)
MAAL_VURDERET = Kind("maal_vurderet", "Mål vurderet", Step.PLAN, (MAALSTATUS, VURDERING, EGNE_ORD))
# Indsats og anbringelse
# Waiting, with a stand on other help meanwhile (C33).
INDSATS_PAA_VENTELISTE = Kind(
    "indsats_paa_venteliste",
    "Indsats sat på venteliste",
    Step.INDSATS,
    (
        INDSATSTYPE,
        _yesno("anden_hjaelp", "Anden hjælp imens"),
        _text("hjaelp_imens", "Hvilken hjælp, eller hvorfor ikke"),
    ),
)
INDSATS_BEVILGET = Kind(
    "indsats_bevilget",
    "Støttende indsats bevilget",
    Step.INDSATS,
    (PARAGRAF,),
    label_before_2024="Foranstaltning bevilget",
)
INDSATS_IVAERKSAT = Kind(
    "indsats_ivaerksat",
    "Støttende indsats iværksat",
    Step.INDSATS,
    (PARAGRAF,),
    label_before_2024="Foranstaltning iværksat",
)
INDSATS_OPHOERT = Kind(
    "indsats_ophoert",
    "Støttende indsats ophørt",
    Step.INDSATS,
    (),
    label_before_2024="Foranstaltning ophørt",
)
ANBRINGELSE_IVAERKSAT = Kind(
    "anbringelse_ivaerksat", "Anbringelse iværksat", Step.INDSATS, (PARAGRAF, TYPE_ANBRINGELSE)
)
ANBRINGELSE_AENDRET = Kind("anbringelse_aendret", "Anbringelse ændret", Step.INDSATS, (PARAGRAF, TYPE_ANBRINGELSE))
# Where the child went, by Statistics Denmark's list (law notes E5).
ANBRINGELSE_OPHOERT = Kind(
    "anbringelse_ophoert",
    "Anbringelse ophørt",
    Step.INDSATS,
    (
        _code(
            "ophoert_til",
            "Hvor barnet flyttede hen",
            foraeldre="Hjem til forældrene",
            egen_bolig="Egen bolig",
            adoption="Adoption",
            kriminalforsorg="Kriminalforsorgen",
            voksentilbud="Døgntilbud for voksne",
            familie="Andre i familien",
            netvaerk="Netværket",
            andet="Andet sted",
            uoplyst="Ikke oplyst",
        ),
    ),
)
STOETTEPERSON_TILBUDT = Kind("stoetteperson_tilbudt", "Støtteperson tilbudt forældrene", Step.INDSATS, (HVEM,))
# Barnets lov § 100: the way home is decided, with the length of the time before it (law.md HJE-01, HJE-02).
HJEMGIVELSE_BESLUTTET = Kind(
    "hjemgivelse_besluttet",
    "Hjemgivelse besluttet",
    Step.INDSATS,
    (_day("periode_til", "Hjemgivelsesperioden slutter"), BEGRUNDELSE),
)
# Barnets lov § 104: contact between the placed child and its family (law.md SAM-01, SAM-02).
SAMVAER_BEDT = Kind("samvaer_bedt", "Bedt om afgørelse om samvær", Step.INDSATS, (HVEM,))
SAMVAER_AFGJORT = Kind("samvaer_afgjort", "Afgørelse om samvær", Step.INDSATS, (BEGRUNDELSE,))
SAMVAER_PAUSE = Kind(
    "samvaer_pause",
    "Samvær sat i bero på barnets ønske",
    Step.INDSATS,
    (_day("pause_til", "Pausen slutter"), BEGRUNDELSE),
)
SAMVAER_GENOPTAGET = Kind("samvaer_genoptaget", "Samvær genoptaget", Step.INDSATS)
# Voksenansvarsloven § 11: so long at most (law.md ANB-09).
TILBAGEHOLDELSE_BESLUTTET = Kind(
    "tilbageholdelse_besluttet", "Tilbageholdelse under anbringelsen besluttet", Step.INDSATS, (BEGRUNDELSE,)
)
TILBAGEHOLDELSE_OPHOERT = Kind("tilbageholdelse_ophoert", "Tilbageholdelse under anbringelsen ophørt", Step.INDSATS)
# Support after eighteen is decided in good time (law.md PLA-08).
UNGESTOETTE_BESLUTTET = Kind(
    "ungestoette_besluttet",
    "Afgørelse om ungestøtte",
    Step.INDSATS,
    (PARAGRAF, BEGRUNDELSE),
    label_before_2024="Afgørelse om efterværn",
)
# Barnets lov § 33, before serviceloven § 101 (law.md RUS-01).
RUSBEHANDLING_OENSKET = Kind("rusbehandling_oensket", "Bedt om behandling for stofmisbrug", Step.INDSATS)
RUSBEHANDLING_IVAERKSAT = Kind("rusbehandling_ivaerksat", "Behandling for stofmisbrug sat i gang", Step.INDSATS)
# Barnets lov § 81, stk. 4 (law.md FAM-01).
FUNKTIONSNEDSAETTELSE_KENDT = Kind(
    "funktionsnedsaettelse_kendt", "Kommunen får at vide, at barnets funktionsnedsættelse er konstateret", Step.INDSATS
)
FAMILIEVEJLEDNING_TILBUDT = Kind("familievejledning_tilbudt", "Familievejledning tilbudt", Step.INDSATS)
# Opfølgning og tilsyn
OPFOELGNING_HOLDT = Kind(
    "opfoelgning_holdt",
    "Opfølgning på indsats holdt",
    Step.OPFOELGNING,
    (
        NAESTE_SENEST,
        MAALSTATUS,
        VURDERING,
        KONSEKVENS,
        BARNETS_ORD,
        EGNE_ORD,
        _text("leverandoerens_ord", "Leverandørens ord"),
        BEGRUNDELSE,
    ),
)
TILSYNSBESOEG = Kind("tilsynsbesoeg", "Personrettet tilsynsbesøg", Step.OPFOELGNING, (TALT_MED_BARNET, BEKYMRENDE))
# Barnets lov § 156, stk. 4 (law.md TIL-02).
SOCIALTILSYN_ORIENTERET = Kind(
    "socialtilsyn_orienteret", "Bekymrende forhold indberettet til socialtilsynet", Step.OPFOELGNING
)
STATUSUDTALELSE = Kind("statusudtalelse", "Statusudtalelse modtaget", Step.OPFOELGNING, (FRA_HVEM,))
# Klage, udvalg, aktindsigt
KLAGE_MODTAGET = Kind("klage_modtaget", "Klage modtaget", Step.KLAGE, (HVEM,))
KLAGE_GENVURDERET = Kind(
    "klage_genvurderet",
    "Klagen genvurderet",
    Step.KLAGE,
    (_code("klageudfald", "Udfald", fastholdt="Fastholdt", medhold="Medhold", delvist="Delvist medhold"),),
)
ANKESTYRELSENS_AFGOERELSE = Kind(
    "ankestyrelsens_afgoerelse",
    "Ankestyrelsens afgørelse",
    Step.KLAGE,
    (
        _code(
            "ankeudfald",
            "Udfald",
            stadfaestet="Stadfæstet",
            aendret="Ændret",
            hjemvist="Hjemvist",
            afvist="Afvist",
        ),
    ),
)
# What the committee is given beforehand, and whom it hears (barnets lov §§ 51 and 142; law.md ANB-03, ANB-04).
INDSTILLING_SENDT = Kind(
    "indstilling_sendt",
    "Indstilling til børne- og ungeudvalget",
    Step.KLAGE,
    (_yesno("bilag_med", "Undersøgelse, plan og barnets holdning er vedlagt"),),
)
UDVALGSHOERING = Kind("udvalgshoering", "Hørt i børne- og ungeudvalget", Step.KLAGE, (HVEM,))
UDVALGETS_AFGOERELSE = Kind(
    "udvalgets_afgoerelse",
    "Afgørelse i børne- og ungeudvalget",
    Step.KLAGE,
    (
        *(PARAGRAF, UDVALGSART, _yesno("anbragt_seneste_aar", "Barnet har været anbragt inden for det seneste år")),
        SOESKENDE_UNDER_15,
    ),
)
FORMANDENS_AFGOERELSE = Kind("formandens_afgoerelse", "Formandens foreløbige afgørelse", Step.KLAGE, (PARAGRAF,))
# When a chair's decision is carried out, its short limits begin (law.md ANB-05).
FORMANDSAFGOERELSE_IVAERKSAT = Kind(
    "formandsafgoerelse_ivaerksat", "Formandens foreløbige afgørelse iværksat", Step.KLAGE
)
AKTINDSIGT_BEDT = Kind("aktindsigt_bedt", "Bedt om aktindsigt", Step.KLAGE, (HVEM,))
# Later than seven working days only with a letter saying why and when (offentlighedsloven § 36; law.md GEN-04).
AKTINDSIGT_UDSAT = Kind(
    "aktindsigt_udsat", "Besked om, hvornår aktindsigten ventes", Step.KLAGE, (VENTES_SENEST, BEGRUNDELSE)
)
AKTINDSIGT_BESVARET = Kind("aktindsigt_besvaret", "Aktindsigt besvaret", Step.KLAGE)
# Lov om bekæmpelse af ungdomskriminalitet § 43, stk. 2 (law.md UKN-01).
NAEVN_SPOERGER = Kind("naevn_spoerger", "Ungdomskriminalitetsnævnet beder om flere oplysninger", Step.KLAGE)
NAEVN_BESVARET = Kind(
    "naevn_besvaret",
    "Svar til Ungdomskriminalitetsnævnet",
    Step.KLAGE,
    (_code("naevnssvar", "Svaret", oplysninger="Oplysningerne", hvornaar="Hvornår de kan ventes"),),
)
# Sagen
RAADGIVER_TILDELT = Kind(
    "raadgiver_tildelt", "Rådgiver tildelt", Step.SAG, (_text("overlevering", "Det skal den nye rådgiver vide"),)
)
RAADGIVER_FRATRAADT = Kind("raadgiver_fratraadt", "Rådgiver gået fra sagen", Step.SAG, (RAADGIVERSKIFT,))
RAADGIVERSKIFT_OENSKET = Kind(
    "raadgiverskift_oensket", "Barnet beder om en anden rådgiver", Step.SAG, (BARNETS_ORD, BEGRUNDELSE)
)
RAADGIVERSKIFT_BESVARET = Kind(
    "raadgiverskift_besvaret",
    "Svar på ønsket om en anden rådgiver",
    Step.SAG,
    (IMOEDEKOMMET, BEGRUNDELSE),
)
# The same fields for the three meetings (G6, G7).
_MEETING_FIELDS = (DELTAGERE, ANLEDNING, MOEDE_AFTALT, VURDERING, STED)
TVAERSMOEDE = Kind("tvaersmoede", "Tværsmøde", Step.SAG, _MEETING_FIELDS)
UNDERRETNINGSMOEDE = Kind("underretningsmoede", "Underretningsmøde", Step.SAG, _MEETING_FIELDS)
NETVAERKSMOEDE = Kind("netvaerksmoede", "Netværksmøde", Step.SAG, _MEETING_FIELDS)
# Who does what by when, agreed at a meeting or between people (C14, G6).
AFTALE_INDGAAET = Kind(
    "aftale_indgaaet",
    "Aftalt, hvem der gør hvad",
    Step.SAG,
    (_text("hvem_goer", "Hvem", Privacy.REPLACEABLE), _text("hvad", "Hvad"), SENEST),
)
AFTALE_UDFOERT = Kind("aftale_udfoert", "Det aftalte er gjort", Step.SAG, (_text("hvad_skete", "Hvad skete der"),))
SPARRING = Kind(
    "sparring",
    "Sagssparring",
    Step.SAG,
    (
        _text("raad", "Hvad blev der rådet til"),
        _text("besluttet", "Hvad blev besluttet"),
        _code("sparringsform", "Form", individuel="Individuel", faelles="Fælles"),
        ANDEN_PERSON,
    ),
)
# A person's judgement: no duty, and no part of whether the law was kept, so it is no step of the law's course.
UNDERSOEGELSE_KVALITET_VURDERET = Kind(
    "undersoegelse_kvalitet_vurderet",
    "Undersøgelsens kvalitet vurderet",
    Step.SAG,
    tuple(each for mark in KVALITETSMAERKER for each in mark),
)
# A review of help or cases that have run long, begun by leaders across cases (requirements C17, C39): no law asks for
# it; the Task Force recommended it.
SAG_GENNEMGAAET = Kind(
    "sag_gennemgaaet",
    "Sagen gennemgået",
    Step.SAG,
    (
        _code(
            "gennemgang_anledning",
            "Hvorfor blev den gennemgået",
            tidlig_hjaelp="Gennemgang af al løbende tidlig hjælp",
            aaben_laenge="Gennemgang af sager, der har været åbne længe",
            andet="En anden gennemgang",
        ),
        _code(
            "gennemgang_udfald",
            "Hvad blev det til",
            fortsaetter="Fortsætter, som det er",
            aendres="Ændres til en anden paragraf",
            afsluttes="Afsluttes",
        ),
        _text("effekt_set", "Hvad hjælpen har ændret for barnet"),
        VURDERING,
    ),
)
BREV_SENDT = Kind("brev_sendt", "Brev sendt", Step.SAG, (_text("brev", "Brevets art", Privacy.REPLACEABLE), HVEM))
# An unborn child's case is the expecting mother's until this event moves the course.
BARNET_FOEDT = Kind("barnet_foedt", "Barnet født", Step.SAG)
# The closing procedure: feedback to the universal services, the family told, the effect judged (C37, C38).
TILBAGEMELDING_ALMEN = Kind(
    "tilbagemelding_almen",
    "Tilbagemelding til skole, dagtilbud eller sundhedspleje",
    Step.SAG,
    (_text("til_hvem", "Til hvem", Privacy.REPLACEABLE),),
)
FAMILIE_ORIENTERET = Kind("familie_orienteret", "Familien orienteret om afslutningen", Step.SAG, (HVEM, EGNE_ORD))
SAG_AFSLUTTET = Kind(
    "sag_afsluttet",
    "Sagen afsluttet",
    Step.SAG,
    (
        _code(
            "effekt",
            "Hvad førte indsatsen til",
            opnaaet="Målene er nået",
            delvist="Målene er delvist nået",
            ikke="Målene er ikke nået",
            ingen_indsats="Der var ingen indsats",
            ved_ikke="Det vides ikke",
        ),
        VURDERING,
        BEGRUNDELSE,
    ),
)
SAG_GENAABNET = Kind("sag_genaabnet", "Sagen genåbnet", Step.SAG, (BEGRUNDELSE,))
SAG_FLYTTET = Kind(
    "sag_flyttet",
    "Sagen flyttet til en anden kommune",
    Step.SAG,
    # Asked by barnets lov § 132: only where help is needed must the new municipality be told.
    (_yesno("behov_for_stoette", "Der er behov for særlig støtte, eller et barn er på vej"), TIL_KOMMUNE),
)
# Barnets lov § 132: the municipality the family moves to is told, with what matters (law.md UND-11).
MELLEMKOMMUNAL_UNDERRETNING = Kind(
    "mellemkommunal_underretning", "Underretning til tilflytningskommunen", Step.KONTAKT, (TIL_KOMMUNE, SAMMENFATNING)
)
NOTAT = Kind("notat", "Notat", Step.SAG, (_text("tekst", "Tekst"),))
# Registrering: events about the ledger itself
RETTELSE = Kind(
    "rettelse",
    "Rettelse",
    Step.REGISTRERING,
    (_text("replaces", "Retter hændelsen", Privacy.HARMLESS), _text("reason", "Grund")),
)
KILDE_DAEKKER = Kind(
    "kilde_daekker",
    "Kilden leverer denne slags hændelser fra denne dag",
    Step.REGISTRERING,
    (
        _text("slags", "Slags hændelse (tom: alle)", Privacy.HARMLESS),
        _day("trukket", "Sidste dag i udtrækket"),
    ),
)

KINDS: Final = (
    HENVENDELSE_MODTAGET,
    UNDERRETNING_MODTAGET,
    ANSOEGNING_MODTAGET,
    KONTAKT_NEDGRADERET,
    KVITTERING_SENDT,
    VURDERING_24_TIMER,
    GENVURDERING,
    TILBAGEMELDING_UNDERRETTER,
    INDLEDENDE_VURDERING,
    OPLYSNING_INDHENTET,
    RISIKOVURDERING,
    PARTSHOERING_INDKALDT,
    PARTSHOERING_HOLDT,
    PARTSHOERING_UNDLADT,
    SOESKENDE_OVERVEJET,
    BISIDDER_OPLYST,
    AFDAEKNING_BESLUTTET,
    AFDAEKNING_AFSLUTTET,
    UNDERSOEGELSE_BESLUTTET,
    BOERNEHUS_INDDRAGET,
    PPV_OVERVEJET,
    UNDERSOEGELSESPLAN_LAVET,
    FORELOEBIG_VURDERING,
    UNDERSOEGELSE_AFSLUTTET,
    UNDERSOEGELSE_OPDATERET,
    SAMTALE_MED_BARNET,
    KONTAKT_MED_BARNET,
    SAMTALE_UNDLADT,
    HOLDNING_INDHENTET,
    SVAR_TIL_BARNET,
    ANBRINGELSE_OENSKET,
    ANBRINGELSESOENSKE_BESVARET,
    INDDRAGELSE,
    INDDRAGELSE_UNDLADT,
    SAMTYKKE_GIVET,
    SAMTYKKE_AFVIST,
    SAMTYKKE_TRUKKET,
    HOERING_PARTER,
    VISITATION_DAGSORDEN,
    VISITATION,
    VISITATION_TILBAGE,
    BEVILLING,
    AFGOERELSE_TRUFFET,
    AFGOERELSE_SENDT,
    SAGSBEHANDLINGSTID_UDSKUDT,
    PLAN_LAVET,
    PLAN_REVIDERET,
    UNGEPLAN_OVERVEJET,
    UNGEPLAN_LAVET,
    MAAL_AFTALT,
    MAAL_VURDERET,
    INDSATS_PAA_VENTELISTE,
    INDSATS_BEVILGET,
    INDSATS_IVAERKSAT,
    INDSATS_OPHOERT,
    ANBRINGELSE_IVAERKSAT,
    ANBRINGELSE_AENDRET,
    ANBRINGELSE_OPHOERT,
    STOETTEPERSON_TILBUDT,
    HJEMGIVELSE_BESLUTTET,
    SAMVAER_BEDT,
    SAMVAER_AFGJORT,
    SAMVAER_PAUSE,
    SAMVAER_GENOPTAGET,
    TILBAGEHOLDELSE_BESLUTTET,
    TILBAGEHOLDELSE_OPHOERT,
    UNGESTOETTE_BESLUTTET,
    RUSBEHANDLING_OENSKET,
    RUSBEHANDLING_IVAERKSAT,
    FUNKTIONSNEDSAETTELSE_KENDT,
    FAMILIEVEJLEDNING_TILBUDT,
    OPFOELGNING_HOLDT,
    TILSYNSBESOEG,
    SOCIALTILSYN_ORIENTERET,
    STATUSUDTALELSE,
    KLAGE_MODTAGET,
    KLAGE_GENVURDERET,
    ANKESTYRELSENS_AFGOERELSE,
    INDSTILLING_SENDT,
    UDVALGSHOERING,
    UDVALGETS_AFGOERELSE,
    FORMANDENS_AFGOERELSE,
    FORMANDSAFGOERELSE_IVAERKSAT,
    AKTINDSIGT_BEDT,
    AKTINDSIGT_UDSAT,
    AKTINDSIGT_BESVARET,
    NAEVN_SPOERGER,
    NAEVN_BESVARET,
    RAADGIVER_TILDELT,
    RAADGIVER_FRATRAADT,
    RAADGIVERSKIFT_OENSKET,
    RAADGIVERSKIFT_BESVARET,
    TVAERSMOEDE,
    UNDERRETNINGSMOEDE,
    NETVAERKSMOEDE,
    AFTALE_INDGAAET,
    AFTALE_UDFOERT,
    SPARRING,
    SAG_GENNEMGAAET,
    UNDERSOEGELSE_KVALITET_VURDERET,
    BREV_SENDT,
    BARNET_FOEDT,
    TILBAGEMELDING_ALMEN,
    FAMILIE_ORIENTERET,
    SAG_AFSLUTTET,
    SAG_GENAABNET,
    SAG_FLYTTET,
    MELLEMKOMMUNAL_UNDERRETNING,
    NOTAT,
    RETTELSE,
    KILDE_DAEKKER,
)
KIND_BY_KEY: Final[Mapping[str, Kind]] = MappingProxyType({kind.key: kind for kind in KINDS})


def _union_of_fields() -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for kind in KINDS:
        for each in (*COMMON_FIELDS, *kind.fields):
            known = fields.setdefault(each.name, each)
            if known != each:
                raise ValueError(f"cannot give field {each.name!r} two meanings; rename it in {kind.key}")
    return fields


# The columns f_<name> of a ledger: the union over all kinds, in the order of the vocabulary.
FIELD_BY_NAME: Final[Mapping[str, Field]] = MappingProxyType(_union_of_fields())


def faults(event: Event) -> list[str]:
    """What is wrong with this event, as Danish sentences; empty when it may enter a ledger.

    >>> faults(Event(event_id="1", case_id="", kind="notat", day=date(2026, 1, 1), source="x",
    ...              recorded_at=datetime(2026, 1, 1, tzinfo=UTC)))
    ['Hændelsen har intet sagsnummer. Skriv sagens nummer.']
    """
    kind = KIND_BY_KEY.get(event.kind)
    if kind is None:
        return [f"Hændelsens slags »{event.kind}« findes ikke. Brug en af slagsene i ordlisten."]
    found = []
    if not event.case_id and kind not in (KILDE_DAEKKER, RETTELSE):  # a correction may be of a declaration
        found.append("Hændelsen har intet sagsnummer. Skriv sagens nummer.")
    if kind is RETTELSE and not event.fields.get("replaces"):
        found.append("Rettelsen siger ikke, hvilken hændelse den retter. Skriv hændelsens id.")
    allowed = {each.name: each for each in (*COMMON_FIELDS, *kind.fields)}
    for name, value in event.fields.items():
        if name not in allowed:
            found.append(f"Feltet »{name}« hører ikke til »{kind.label}«. Fjern det.")
        elif not allowed[name].accepts(value):
            found.append(f"Feltet »{allowed[name].label}« kan ikke være »{value}«. Ret værdien.")
    return found
