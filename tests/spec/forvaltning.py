"""Worked examples for the chapter on hearing, reasons and the right to see one's papers."""

from pejl.rulebook.forvaltning import RULES
from tests.spec.example import Chapter, Example

PARTSHOERING, KLAGEVEJLEDNING, AKTINDSIGT, AKTINDSIGT_EFTER_BREV = RULES

_PARTSHOERING = (
    Example(
        says="Parten fik ikke fuldt ud medhold og var hørt tre uger før afgørelsen.",
        events="""
            2024-05-06 hoering_parter #indsats svarfrist=2024-05-20
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-27",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Parten blev hørt dagen før afgørelsen. Om svarfristen var lang nok, kan Pejl ikke se.",
        events="""
            2024-05-26 hoering_parter #indsats svarfrist=2024-05-27
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-27",),
        shows=("dagen før",),
    ),
    Example(
        says="Høring og afgørelse er skrevet på samme dag uden klokkeslæt: det tæller som hørt først.",
        events="""
            2024-05-27 hoering_parter #indsats
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-27",),
        shows=("samme dag",),
    ),
    Example(
        says="Parten blev først hørt dagen efter afgørelsen: for sent.",
        events="""
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
            2024-05-28 hoering_parter #indsats
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-27",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er ingen partshøring i forløbet.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej",
        as_of="2024-07-01",
        gives=("overdue 2024-05-27",),
        shows=("mangler",),
    ),
    Example(
        says="Partshøringen gjaldt en anden indsats og hører ikke til denne afgørelse.",
        events="""
            2024-05-06 hoering_parter #indsats-1 svarfrist=2024-05-20
            2024-05-27 afgoerelse_truffet #indsats-2 fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-27",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says=(
            "Partshøringen i januar var til afgørelsen i februar. Til afgørelsen i maj er parten ikke hørt. Den første "
            "afgørelse gav fuldt ud medhold og krævede ingen høring."
        ),
        events="""
            2024-01-08 hoering_parter #indsats
            2024-02-05 afgoerelse_truffet #indsats fuldt_medhold=ja
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-27",),
        shows=("mangler",),
    ),
    Example(
        says="Det samme gælder, når det var børne- og ungeudvalget, der traf afgørelsen imellem.",
        events="""
            2024-01-08 hoering_parter #indsats
            2024-02-05 udvalgets_afgoerelse #indsats paragraf=§_47
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-27",),
        shows=("mangler",),
    ),
    Example(
        says="Parten kendte allerede det, der talte imod, og det er skrevet på afgørelsen.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej parten_kendte=ja",
        as_of="2024-07-01",
        gives=("excused 2024-05-27",),
        shows=("undtaget",),
    ),
    Example(
        says="At parten ikke kendte det, er ingen undtagelse.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej parten_kendte=nej",
        as_of="2024-07-01",
        gives=("overdue 2024-05-27",),
        shows=("mangler",),
    ),
    Example(
        says="Afgørelsen giver parten fuldt ud medhold, så loven beder ikke om en høring.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=ja",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om parten fik medhold. Så begynder reglen ikke, og ingen får skylden.",
        events="2024-05-27 afgoerelse_truffet #indsats",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Udtrækket indeholder ingen partshøringer, så det kan ikke ses, om parten er hørt.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej",
        as_of="2024-07-01",
        gives=("unknown 2024-05-27 ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Til den anden afgørelse i forløbet er parten ikke hørt igen.",
        events="""
            2024-05-06 hoering_parter #indsats
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
            2024-06-17 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-27", "overdue 2024-06-17"),
        shows=("mangler",),
    ),
)

_KLAGEVEJLEDNING = (
    Example(
        says="Afgørelsen blev sendt ugen efter med begrundelse og klagevejledning. Loven har ingen frist i tal.",
        events="""
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
            2024-06-03 afgoerelse_sendt #indsats klagevejledning=ja
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Afgørelsen er ikke sendt: pligten står åben.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej",
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Afgørelsen er sendt uden klagevejledning: pligten står åben.",
        events="""
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
            2024-06-03 afgoerelse_sendt #indsats klagevejledning=nej
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Det, der blev sendt med klagevejledning, var afgørelsen om noget andet.",
        events="""
            2024-05-27 afgoerelse_truffet #indsats-1 fuldt_medhold=nej
            2024-06-03 afgoerelse_sendt #indsats-2 klagevejledning=ja
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber", "flere forløb"),
    ),
    Example(
        says="Afgørelsen er sendt, men det er ikke skrevet, om klagevejledningen var med.",
        events="""
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
            2024-06-03 afgoerelse_sendt #indsats
        """,
        as_of="2024-07-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Parten fik fuldt ud medhold: så beder loven hverken om begrundelse eller klagevejledning.",
        events="2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=ja",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om parten fik medhold. Så begynder reglen ikke.",
        events="2024-05-27 afgoerelse_truffet #indsats",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Den første afgørelse er sendt med klagevejledning, den næste i samme forløb er ikke.",
        events="""
            2024-05-27 afgoerelse_truffet #indsats fuldt_medhold=nej
            2024-06-03 afgoerelse_sendt #indsats klagevejledning=ja
            2024-06-17 afgoerelse_truffet #indsats fuldt_medhold=nej
        """,
        as_of="2024-07-01",
        gives=("met -", "open -"),
        shows=("løber",),
    ),
)

_AKTINDSIGT = (
    Example(
        says=(
            "Bedt om aktindsigt tirsdag den 14. maj; svaret kom på den sidste dag. Syv arbejdsdage regnet mildt er "
            "uden lørdag, søndag og 2. pinsedag: den 24. maj. Læst strengt er lørdag med, og så er det den 23."
        ),
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-24 aktindsigt_besvaret #aktindsigt
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-24",),
        shows=("til tiden",),
        reminds="2024-05-23",
        explained=True,
    ),
    Example(
        says="Dagen før fristen er der ikke svaret: fristen løber.",
        events="2024-05-14 aktindsigt_bedt #aktindsigt",
        as_of="2024-05-23",
        gives=("open 2024-05-24",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Svaret kom dagen efter fristen: for sent.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-25 aktindsigt_besvaret #aktindsigt
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-24",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er svaret på en anden anmodning, men ikke på denne.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt-1
            2024-05-17 aktindsigt_besvaret #aktindsigt-2
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-24",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Kommunen skrev inden fristen, hvorfor det tager længere tid, og hvornår svaret kan ventes.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-22 aktindsigt_udsat #aktindsigt ventes_senest=2024-06-07 begrundelse=Mange_bilag
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-24",),
        shows=("til tiden",),
        rest={"forvaltning.aktindsigt_efter_brev": "open -"},
    ),
    Example(
        says="Brevet siger ikke hvorfor: det er ikke det brev, loven beder om.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-22 aktindsigt_udsat #aktindsigt ventes_senest=2024-06-07
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-24",),
        shows=("mangler",),
    ),
    Example(
        says="Brevet siger ikke hvornår: det er ikke det brev, loven beder om.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-22 aktindsigt_udsat #aktindsigt begrundelse=Mange_bilag
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-24",),
        shows=("mangler",),
    ),
    Example(
        says=(
            "Jul: juleaften, juledagene, nytårsaften og nytårsdag regnes mildt som fridage. Læst strengt er juleaften "
            "og lørdagene hverdage."
        ),
        events="2024-12-19 aktindsigt_bedt #aktindsigt",
        as_of="2025-02-01",
        gives=("overdue 2025-01-06",),
        shows=("jul", "mangler"),
        reminds="2024-12-30",
    ),
    Example(
        says="Påske: skærtorsdag, langfredag og 2. påskedag springes over i begge læsninger.",
        events="2024-03-25 aktindsigt_bedt #aktindsigt",
        as_of="2024-07-01",
        gives=("overdue 2024-04-08",),
        shows=("påske", "mangler"),
        reminds="2024-04-05",
    ),
    Example(
        says="Sagen blev afsluttet, men den, der har bedt om aktindsigt, skal stadig have svar.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-16 sag_afsluttet
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-24",),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket indeholder ingen svar på aktindsigt, så det kan ikke ses, om der er svaret.",
        events="2024-05-14 aktindsigt_bedt #aktindsigt",
        as_of="2024-07-01",
        gives=("unknown 2024-05-24 ikke_daekket",),
        covers=("aktindsigt_bedt",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Der er bedt om aktindsigt igen, efter at der var svaret: en ny frist.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-17 aktindsigt_besvaret #aktindsigt
            2024-06-11 aktindsigt_bedt #aktindsigt
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-24", "overdue 2024-06-20"),
        shows=("mangler",),
    ),
)

_AKTINDSIGT_EFTER_BREV = (
    Example(
        says="Svaret kom en uge efter den dag, brevet nævnte. Brevets dag er ingen frist i loven.",
        events="""
            2024-05-14 aktindsigt_bedt #aktindsigt
            2024-05-22 aktindsigt_udsat #aktindsigt ventes_senest=2024-06-07 begrundelse=Mange_bilag
            2024-06-14 aktindsigt_besvaret #aktindsigt
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Der er svaret på en anden anmodning. På denne står svaret åbent.",
        events="""
            2024-05-22 aktindsigt_udsat #aktindsigt-1 ventes_senest=2024-06-07 begrundelse=Mange_bilag
            2024-06-14 aktindsigt_besvaret #aktindsigt-2
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber", "flere forløb"),
    ),
    Example(
        says="Udtrækket indeholder ingen svar på aktindsigt.",
        events="2024-05-22 aktindsigt_udsat #aktindsigt ventes_senest=2024-06-07 begrundelse=Mange_bilag",
        as_of="2024-07-01",
        gives=("unknown - ikke_daekket",),
        covers=("aktindsigt_udsat",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Kommunen har skrevet igen efter sit første svar: resten mangler endnu.",
        events="""
            2024-05-22 aktindsigt_udsat #aktindsigt ventes_senest=2024-06-07 begrundelse=Mange_bilag
            2024-06-05 aktindsigt_besvaret #aktindsigt
            2024-06-06 aktindsigt_udsat #aktindsigt ventes_senest=2024-06-21 begrundelse=Resten
        """,
        as_of="2024-07-01",
        gives=("met -", "open -"),
        shows=("løber",),
    ),
)

CHAPTER = Chapter(
    title="Høring, begrundelse og aktindsigt",
    introduction=(
        "Her står det, forvaltningsloven og offentlighedsloven beder om ved enhver afgørelse, hvad den end handler om. "
        "Om en afgørelse giver parten medhold, kan kun den, der traf den, sige. Derfor begynder reglerne kun, hvor det "
        "er skrevet. Notatpligten og journaliseringen står under [det, der ikke er frister](ikke-regler.md)."
    ),
    examples={
        PARTSHOERING: _PARTSHOERING,
        KLAGEVEJLEDNING: _KLAGEVEJLEDNING,
        AKTINDSIGT: _AKTINDSIGT,
        AKTINDSIGT_EFTER_BREV: _AKTINDSIGT_EFTER_BREV,
    },
)
