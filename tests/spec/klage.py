"""Worked examples for the chapter on complaints and the board for youth crime."""

from pejl.rulebook.klage import RULES
from tests.spec.example import Chapter, Example

GENVURDERES, NAEVNET_BESVARES, NAEVNET_FAAR_RESTEN = RULES

_GENVURDERES = (
    Example(
        says="Fire uger efter fredag den 3. maj er fredag den 31. maj; en genvurdering den dag er til tiden.",
        events="""
            2024-05-03 klage_modtaget #klage hvem=foraelder_1
            2024-05-31 klage_genvurderet #klage klageudfald=fastholdt
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-31",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er klagen ikke genvurderet: fristen løber.",
        events="2024-05-03 klage_modtaget #klage",
        as_of="2024-05-30",
        gives=("open 2024-05-31",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Klagen blev genvurderet dagen efter fristen: for sent.",
        events="""
            2024-05-03 klage_modtaget #klage
            2024-06-01 klage_genvurderet #klage klageudfald=medhold
        """,
        as_of="2024-08-01",
        gives=("late 2024-05-31",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="En anden klage er genvurderet, men ikke denne.",
        events="""
            2024-05-03 klage_modtaget #klage-1
            2024-05-13 klage_genvurderet #klage-2 klageudfald=delvist
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-31",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Sagen er afsluttet imens. Klagen skal stadig genvurderes.",
        events="""
            2024-05-03 klage_modtaget #klage
            2024-05-13 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-31",),
        shows=("mangler",),
    ),
    Example(
        says="Fristen falder 2. juledag. Den flyttes ikke.",
        events="2024-11-28 klage_modtaget #klage",
        as_of="2025-02-01",
        gives=("overdue 2024-12-26",),
        shows=("jul", "mangler"),
    ),
    Example(
        says="Udtrækket indeholder ingen genvurderinger, så det kan ikke ses, om klagen er genvurderet.",
        events="2024-05-03 klage_modtaget #klage",
        as_of="2024-08-01",
        gives=("unknown 2024-05-31 ikke_daekket",),
        covers=("klage_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Der er klaget igen i samme forløb, efter at den første klage var genvurderet.",
        events="""
            2024-05-03 klage_modtaget #klage
            2024-05-13 klage_genvurderet #klage klageudfald=fastholdt
            2024-06-03 klage_modtaget #klage
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-31", "overdue 2024-07-01"),
        shows=("mangler",),
    ),
)

_NAEVNET_BESVARES = (
    Example(
        says="Nævnet bad om flere oplysninger mandag den 3. juni og fik dem på den syvende dag.",
        events="""
            2024-06-03 naevn_spoerger #naevn
            2024-06-10 naevn_besvaret #naevn naevnssvar=oplysninger
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Kommunen skrev inden syv dage, hvornår oplysningerne kan ventes: det er nok til fristen.",
        events="""
            2024-06-03 naevn_spoerger #naevn
            2024-06-07 naevn_besvaret #naevn naevnssvar=hvornaar
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-10",),
        shows=("til tiden",),
        rest={"naevnet.oplysninger_foelger": "open -"},
    ),
    Example(
        says="Dagen før fristen er der ikke svaret: fristen løber.",
        events="2024-06-03 naevn_spoerger #naevn",
        as_of="2024-06-09",
        gives=("open 2024-06-10",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Svaret kom dagen efter fristen: for sent.",
        events="""
            2024-06-03 naevn_spoerger #naevn
            2024-06-11 naevn_besvaret #naevn naevnssvar=oplysninger
        """,
        as_of="2024-08-01",
        gives=("late 2024-06-10",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er svaret på et andet spørgsmål fra nævnet, men ikke på dette.",
        events="""
            2024-06-03 naevn_spoerger #naevn-1
            2024-06-05 naevn_besvaret #naevn-2 naevnssvar=oplysninger
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-06-10",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Udtrækket indeholder ingen svar til nævnet.",
        events="2024-06-03 naevn_spoerger #naevn",
        as_of="2024-08-01",
        gives=("unknown 2024-06-10 ikke_daekket",),
        covers=("naevn_spoerger",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Nævnet findes fra den 1. januar 2019; fra den dag gælder fristen.",
        events="""
            2019-01-01 naevn_spoerger #naevn
            2019-01-08 naevn_besvaret #naevn naevnssvar=oplysninger
        """,
        as_of="2024-08-01",
        gives=("met 2019-01-08",),
        shows=("til tiden",),
    ),
    Example(
        says="Dagen før loven trådte i kraft er der ingen pligt.",
        events="2018-12-31 naevn_spoerger #naevn",
        as_of="2024-08-01",
        gives=(),
        shows=("før reglen gjaldt",),
    ),
    Example(
        says="Nævnet har spurgt to gange; kun det første spørgsmål er besvaret.",
        events="""
            2024-06-03 naevn_spoerger #naevn
            2024-06-05 naevn_besvaret #naevn naevnssvar=oplysninger
            2024-06-24 naevn_spoerger #naevn
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-10", "overdue 2024-07-01"),
        shows=("mangler",),
    ),
)

_NAEVNET_FAAR_RESTEN = (
    Example(
        says="Kommunen skrev først, hvornår oplysningerne kunne ventes, og sendte dem tre uger efter.",
        events="""
            2024-06-03 naevn_spoerger #naevn
            2024-06-07 naevn_besvaret #naevn naevnssvar=hvornaar
            2024-06-28 naevn_besvaret #naevn naevnssvar=oplysninger
        """,
        as_of="2024-08-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Oplysningerne er ikke sendt. At skrive en ny dag er ikke at sende dem.",
        events="""
            2024-06-07 naevn_besvaret #naevn naevnssvar=hvornaar
            2024-06-28 naevn_besvaret #naevn naevnssvar=hvornaar
        """,
        as_of="2024-08-01",
        gives=("open -", "open -"),
        shows=("løber",),
    ),
    Example(
        says="De oplysninger, der er sendt, hørte til et andet spørgsmål.",
        events="""
            2024-06-07 naevn_besvaret #naevn-1 naevnssvar=hvornaar
            2024-06-28 naevn_besvaret #naevn-2 naevnssvar=oplysninger
        """,
        as_of="2024-08-01",
        gives=("open -",),
        shows=("løber", "flere forløb"),
    ),
    Example(
        says="Nævnet fik oplysningerne med det samme: så er der intet at følge op på.",
        events="2024-06-07 naevn_besvaret #naevn naevnssvar=oplysninger",
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvad svaret til nævnet var.",
        events="2024-06-07 naevn_besvaret #naevn",
        as_of="2024-08-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Fra den dag, loven trådte i kraft.",
        events="2019-01-01 naevn_besvaret #naevn naevnssvar=hvornaar",
        as_of="2024-08-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Dagen før loven trådte i kraft er der ingen pligt.",
        events="2018-12-31 naevn_besvaret #naevn naevnssvar=hvornaar",
        as_of="2024-08-01",
        gives=(),
        shows=("før reglen gjaldt",),
    ),
)

CHAPTER = Chapter(
    title="Klage og Ungdomskriminalitetsnævnet",
    introduction=(
        "Her står det, kommunen selv skal nå, når nogen klager, og når Ungdomskriminalitetsnævnet spørger. Den tid, "
        "borgeren, Ankestyrelsen og domstolene har, er ikke kommunens frist; den står under "
        "[det, der ikke er frister](ikke-regler.md)."
    ),
    examples={
        GENVURDERES: _GENVURDERES,
        NAEVNET_BESVARES: _NAEVNET_BESVARES,
        NAEVNET_FAAR_RESTEN: _NAEVNET_FAAR_RESTEN,
    },
)
