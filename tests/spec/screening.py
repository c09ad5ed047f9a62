"""Worked examples for the chapter on screening."""

from pejl.rulebook.screening import RISIKO_VURDERES, RISIKO_VURDERES_FOERST, SCREENES
from tests.spec.example import Chapter, Example, also_for, but_for

_SCREENES = (
    Example(
        says="Screeningen er skrevet ugen efter underretningen. Der er ingen frist i tal.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-10 indledende_vurdering #underretning udfald=ingen
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Underretningen kom juleaften, og screeningen er ikke lavet endnu: pligten står åben.",
        events="2024-12-24 underretning_modtaget #underretning",
        as_of="2025-01-06",
        gives=("open -",),
        shows=("løber", "jul"),
    ),
    Example(
        says="En afdækning, der bliver besluttet, viser, at der er taget stilling, også uden en skrevet screening.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-14 afdaekning_besluttet #afdækning
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Det gør en undersøgelse, der bliver besluttet, også.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-14 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Barnet blev allerede undersøgt, da underretningen kom. Undersøgelsen svarer på den, når den er færdig.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-05-03 underretning_modtaget #underretning
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
        variants=(
            *also_for(
                "undersoegelse_afsluttet #undersøgelse", "afdaekning_afsluttet #afdækning", says="Var det en afdækning"
            ),
            but_for(
                "2024-06-10 undersoegelse_afsluttet",
                "2024-07-08 undersoegelse_afsluttet",
                "open -",
                says="Er den ikke færdig endnu",
            ),
        ),
    ),
    Example(
        says="Får barnet allerede hjælp, er genvurderingen af sagen den stilling, der skal tages.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-08 genvurdering #underretning ny_deltager=ja
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="En ny underretning skal også screenes: det, der blev skrevet om den første, gælder ikke den.",
        events="""
            2024-05-03 underretning_modtaget #underretning-1
            2024-05-10 indledende_vurdering #underretning-1 udfald=ingen
            2024-09-02 underretning_modtaget #underretning-2
        """,
        as_of="2024-10-01",
        gives=("met -", "open -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Underretningen er omtypet til en henvendelse med begrundelse og af to personer: pligten faldt bort.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-06 kontakt_nedgraderet #underretning begrundelse=Læreren_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Er den omtypet uden en begrundelse, står pligten stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-06 kontakt_nedgraderet #underretning anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Har kun én person omtypet den, står pligten også stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-06 kontakt_nedgraderet #underretning begrundelse=Læreren_bad_om_råd
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Familien flyttede til en anden kommune, før der var screenet: pligten faldt bort her.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-06 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="At sagen bliver afsluttet, er ikke det samme som en screening: pligten står stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-17 sag_afsluttet
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Udtrækket indeholder ingen screeninger, så det kan ikke ses, om der er lavet en.",
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom nytårsdag 2024, den første dag med barnets lov.",
        events="""
            2024-01-01 underretning_modtaget #underretning
            2024-01-08 indledende_vurdering #underretning udfald=afdaekning
        """,
        as_of="2024-02-01",
        gives=("met -",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Underretningen kom nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 underretning_modtaget #underretning",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_RISIKO_VURDERES = (
    Example(
        says="Risikoen er vurderet dagen efter underretningen. Der er ingen frist i tal.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-04 risikovurdering #underretning
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Risikoen er ikke vurderet: pligten står åben fra underretningen og bliver aldrig overskredet.",
        events="2024-05-03 underretning_modtaget #underretning aeresrelateret=ja",
        as_of="2025-05-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Hver underretning har sin egen vurdering. En, der er skrevet på en anden underretning, tæller ikke.",
        events="""
            2024-05-03 underretning_modtaget #underretning-1 aeresrelateret=ja
            2024-05-06 underretning_modtaget #underretning-2 aeresrelateret=ja
            2024-05-07 risikovurdering #underretning-2
        """,
        as_of="2024-06-01",
        gives=("open -", "met -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Er vurderingen skrevet på hele sagen, tæller den for alle de underretninger, der kom før den.",
        events="""
            2024-05-03 underretning_modtaget #underretning-1 aeresrelateret=ja
            2024-05-06 underretning_modtaget #underretning-2 aeresrelateret=ja
            2024-05-07 risikovurdering
            2024-06-03 underretning_modtaget #underretning-3 aeresrelateret=ja
        """,
        as_of="2024-07-01",
        gives=("met -", "met -", "open -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Underretningen handler om noget andet, så pligten gælder ikke.",
        events="2024-05-03 underretning_modtaget #underretning aeresrelateret=nej",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Sagen blev afsluttet, uden at forældre eller netværk var inddraget: pligten faldt bort.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-17 sag_afsluttet
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=also_for("sag_afsluttet", "sag_flyttet"),
    ),
    Example(
        says="Underretningen er omtypet til en henvendelse. Risikoen er den samme, så pligten står stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-06 kontakt_nedgraderet #underretning begrundelse=Læreren_bad_om_råd anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says=(
            "Det er ikke skrevet, om det drejer sig om æreskonflikt eller negativ social kontrol, så det kan ikke "
            "afgøres, om pligten gælder."
        ),
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udtrækket indeholder ingen risikovurderinger, så det kan ikke ses, om der er lavet en.",
        events="2024-05-03 underretning_modtaget #underretning aeresrelateret=ja",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom i 2023, før reglen gjaldt.",
        events="2023-12-29 underretning_modtaget #underretning aeresrelateret=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_RISIKO_VURDERES_FOERST = (
    Example(
        says="Risikoen var vurderet, før forældrene blev indkaldt.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-06 risikovurdering #underretning
            2024-05-14 partshoering_indkaldt #underretning
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        rest={"screening.risikovurdering": "met -"},
        shows=("til tiden",),
        explained=True,
        variants=(
            but_for(
                "risikovurdering #underretning",
                "risikovurdering #andet",
                "overdue 2024-05-14",
                says="Står vurderingen i et andet forløb",
            ),
        ),
    ),
    Example(
        says="Risikovurderingen er fra dagen før.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-13 risikovurdering #underretning
            2024-05-14 partshoering_indkaldt #underretning
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
        variants=also_for("partshoering_indkaldt", "partshoering_holdt", "hoering_parter"),
    ),
    Example(
        says="Samme dag uden klokkeslæt: risikovurderingen regnes for at være før.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 risikovurdering #underretning
            2024-05-14 partshoering_indkaldt #underretning
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Samme dag, men klokkeslættene viser, at forældrene blev indkaldt først: for sent.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 09:15 partshoering_indkaldt #underretning
            2024-05-14 14:00 risikovurdering #underretning
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14 09:15",),
        shows=("samme dag", "for sent"),
    ),
    Example(
        says="Risikoen blev først vurderet dagen efter, at forældrene var indkaldt: for sent.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 partshoering_indkaldt #underretning
            2024-05-15 risikovurdering #underretning
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14",),
        rest={"screening.risikovurdering": "met -"},
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Netværket er inddraget, og risikoen er ikke vurderet. Pligten til at vurdere den står stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 netvaerksmoede #underretning
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        rest={"screening.risikovurdering": "open -"},
        shows=("mangler",),
        variants=(
            but_for(
                "2024-05-14 netvaerksmoede",
                "2024-05-07 sag_afsluttet\n2024-05-14 netvaerksmoede",
                says="Var sagen afsluttet forinden",
            ),
            but_for(
                "2024-05-14 netvaerksmoede",
                "2024-05-07 sag_flyttet\n2024-05-14 netvaerksmoede",
                says="Var familien flyttet forinden",
            ),
        ),
    ),
    Example(
        says="Moren er inddraget, før risikoen er vurderet.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 inddragelse #underretning hvem=foraelder_1
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
        variants=(
            *also_for("hvem=foraelder_1", "hvem=foraelder_2", says="Er det faren"),
            *also_for(
                "hvem=foraelder_1", "hvem=anden_indehaver", says="Er det en anden indehaver af forældremyndigheden"
            ),
            *also_for("hvem=foraelder_1", "hvem=netvaerk", says="Er det netværket"),
            but_for("hvem=foraelder_1", "hvem=fagperson", says="Er det en fagperson"),
            but_for(" hvem=foraelder_1", "", says="Er det ikke skrevet, hvem"),
        ),
    ),
    Example(
        says=(
            "Kun den første gang tæller: forældrene blev indkaldt før vurderingen, og at den forelå ved netværksmødet, "
            "retter ikke op på det."
        ),
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 partshoering_indkaldt #underretning
            2024-05-16 risikovurdering #underretning
            2024-05-28 netvaerksmoede #underretning
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14",),
        shows=("for sent",),
    ),
    Example(
        says=(
            "Mødet er skrevet på hele sagen og gælder derfor også underretningens forløb. Høringen hører til et "
            "andet forløb, hvor ingen har underrettet om æreskonflikt; der gælder pligten ikke."
        ),
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 netvaerksmoede
            2024-05-21 hoering_parter #indsats svarfrist=2024-06-04
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("flere forløb", "mangler"),
    ),
    Example(
        says="Forældrene blev indkaldt om noget andet, før der blev underrettet: pligten gjaldt ikke endnu.",
        events="""
            2024-04-15 partshoering_indkaldt #underretning-1
            2024-05-03 underretning_modtaget #underretning-2 aeresrelateret=ja
        """,
        as_of="2024-06-01",
        gives=(),
        rest={"screening.risikovurdering": "open -"},
        shows=("ingen pligt",),
    ),
    Example(
        says="Underretningen drejer sig om noget andet, så pligten gælder ikke.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=nej
            2024-05-14 partshoering_indkaldt #underretning
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Det er ikke skrevet, om underretningen drejer sig om æreskonflikt eller negativ social kontrol, så det "
            "kan ikke afgøres, om pligten gjaldt, da forældrene blev indkaldt."
        ),
        events="""
            2024-05-03 underretning_modtaget #underretning
            2024-05-14 partshoering_indkaldt #underretning
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udtrækket indeholder ingen risikovurderinger, så det kan ikke ses, om der var lavet en.",
        events="""
            2024-05-03 underretning_modtaget #underretning aeresrelateret=ja
            2024-05-14 partshoering_indkaldt #underretning
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-05-14 ikke_daekket",),
        covers=("underretning_modtaget", "partshoering_indkaldt"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Forældrene blev indkaldt i 2023, før reglen gjaldt.",
        events="""
            2023-12-18 underretning_modtaget #underretning aeresrelateret=ja
            2023-12-20 partshoering_indkaldt #underretning
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Screening",
    introduction=(
        "Hver underretning skal føre til, at kommunen tager stilling: Er der ikke brug for mere afklaring, skal der "
        "laves en afdækning, eller skal der laves en undersøgelse? Loven kalder det screening, uden en frist i tal. "
        "Tyder en underretning på æreskonflikt eller negativ social kontrol, kan det være farligt for barnet, at "
        "familien får besked. Derfor skal risikoen vurderes, før forældre og netværk inddrages. Den ene regel holder "
        "pligten åben fra underretningen, så den ses, før nogen bliver ringet op. Den anden ser tilbage: lå "
        "vurderingen der, da forældre eller netværk første gang blev inddraget? Loven taler om screeningen; Pejl "
        "regner fra underretningen, for det er dér, det bliver skrevet."
    ),
    examples={
        SCREENES: _SCREENES,
        RISIKO_VURDERES: _RISIKO_VURDERES,
        RISIKO_VURDERES_FOERST: _RISIKO_VURDERES_FOERST,
    },
)
