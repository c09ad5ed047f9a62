"""Worked examples for the chapter on the municipality's own goals."""

from pejl.rulebook.lokale import RULES
from tests.spec.example import Chapter, Example, also_for

(PARTSHOERING_INDKALDT,) = RULES

_PARTSHOERING_INDKALDT = (
    Example(
        says=(
            "Fjorten dage efter den 3. maj er den 17. maj; en indkaldelse den dag er til tiden. Mødet må gerne ligge "
            "senere."
        ),
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-17 partshoering_indkaldt #underretning
            2024-05-28 partshoering_holdt #underretning
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-17",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før målets frist er familien ikke indkaldt: fristen løber.",
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-05-16",
        gives=("open 2024-05-17",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Familien er indkaldt dagen efter målets frist: for sent.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-18 partshoering_indkaldt #underretning
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-17",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Familien er indkaldt efter en anden underretning, men ikke efter denne, og de fjorten dage er gået.",
        events="""
            2024-05-03 underretning_modtaget #underretning-1
            2024-05-10 partshoering_indkaldt #underretning-2
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-17",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Partshøring efter forvaltningsloven før en afgørelse er noget andet og opfylder ikke det lokale mål.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-13 hoering_parter #underretning svarfrist=2024-05-27
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-17",),
        shows=("mangler",),
    ),
    Example(
        says="Fristen falder juledag. Den flyttes ikke, så målet er nået, når familien er indkaldt før jul.",
        events="""
            2024-12-11 underretning_modtaget #underretning
            2024-12-20 partshoering_indkaldt #underretning
        """,
        as_of="2025-02-01",
        gives=("met 2024-12-25",),
        shows=("jul",),
    ),
    Example(
        says="Underretningen handler om mistanke om overgreb. Kontakt kan bringe barnet i fare, så målet gælder ikke.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2024-07-01",
        gives=("excused 2024-05-17",),
        shows=("undtaget",),
    ),
    Example(
        says="Det samme gælder ved æreskonflikt eller negativ social kontrol.",
        events="2024-05-03 underretning_modtaget #underretning aeresrelateret=ja",
        as_of="2024-07-01",
        gives=("excused 2024-05-17",),
        shows=("undtaget",),
    ),
    Example(
        says="Politiet bad kommunen vente, og indkaldelsen blev undladt med den begrundelse.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-06 partshoering_undladt #underretning begrundelse=Politiet_har_bedt_os_vente
        """,
        as_of="2024-07-01",
        gives=("excused 2024-05-17",),
        shows=("undtaget",),
    ),
    Example(
        says="Indkaldelsen blev undladt, men der er ikke skrevet hvorfor. Uden begrundelse er det ingen undtagelse.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-06 partshoering_undladt #underretning
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-17",),
        shows=("mangler",),
    ),
    Example(
        says="Familien flyttede til en anden kommune inden fristen: målet faldt bort.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-13 sag_flyttet
        """,
        as_of="2024-07-01",
        gives=("cancelled 2024-05-17",),
        shows=("stop før fristen",),
        variants=also_for("sag_flyttet", "sag_afsluttet"),
    ),
    Example(
        says=(
            "Tre underretninger er omtypet. Kun den første er det med både begrundelse og en anden person, og kun for "
            "den faldt målet bort."
        ),
        events="""
            2024-05-03 underretning_modtaget #underretning-1
            2024-05-03 underretning_modtaget #underretning-2
            2024-05-03 underretning_modtaget #underretning-3
            2024-05-06 kontakt_nedgraderet #underretning-1 begrundelse=Forælderen_bad_om_råd anden_person=Kollega
            2024-05-06 kontakt_nedgraderet #underretning-2 begrundelse=Forælderen_bad_om_råd
            2024-05-06 kontakt_nedgraderet #underretning-3 anden_person=Kollega
        """,
        as_of="2024-07-01",
        gives=("cancelled 2024-05-17", "overdue 2024-05-17", "overdue 2024-05-17"),
        shows=("stop før fristen", "flere forløb"),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: det ændrer ikke, at den blev overskredet.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-06-03 sag_afsluttet
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen indkaldelser, så det kan ikke ses, om familien er indkaldt.",
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-07-01",
        gives=("unknown 2024-05-17 ikke_daekket",),
        covers=("underretning_modtaget", "vurdering_24_timer"),
        shows=("kan ikke afgøres",),
    ),
)

CHAPTER = Chapter(
    title="Kommunens egne mål",
    introduction=(
        "Her står det, kommunen har lovet ud over loven. Det er ikke lov, og det vises aldrig som lov. Tallet er "
        "kommunens eget og kan ændres af kommunen. Hvor længe en ansøgning må tage, er også kommunens tal "
        "(retssikkerhedsloven § 3; GEN-06). Reglen om det findes først, når tallet er skrevet i Pejl. Så er der to: "
        "kommunens egen frist, og lovens krav om besked til ansøgeren, når den ikke kan holdes."
    ),
    examples={PARTSHOERING_INDKALDT: _PARTSHOERING_INDKALDT},
)
