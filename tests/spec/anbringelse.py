"""Worked examples for the chapter on placement."""

from pejl.rulebook.anbringelse import STOETTEPERSON, TILBAGEHOLDELSE, UNDERSOEGELSE_FOERST
from tests.spec.example import Chapter, Example, also_for

_UNDERSOEGELSE_FOERST = (
    Example(
        says="Undersøgelsen var færdig to uger før afgørelsen om anbringelse.",
        events="""
            2024-04-30 undersoegelse_afsluttet #undersoegelse
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46,_stk._1
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Undersøgelsen blev færdig dagen før afgørelsen.",
        events="""
            2024-05-13 undersoegelse_afsluttet #undersoegelse
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
    ),
    Example(
        says="Undersøgelse og afgørelse er fra samme dag uden klokkeslæt: undersøgelsen regnes for at være først.",
        events="""
            2024-05-14 undersoegelse_afsluttet #undersoegelse
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Undersøgelsen blev først færdig dagen efter afgørelsen: for sent.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-15 undersoegelse_afsluttet #undersoegelse
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-14",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er ingen undersøgelse i sagen, og det er ikke skrevet, at anbringelsen er foreløbig.",
        events="2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 foreloebig=nej",
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Anbringelsen er akut og foreløbig, så den kan ske ved siden af undersøgelsen.",
        events="2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 foreloebig=ja",
        as_of="2024-07-01",
        gives=("excused 2024-05-14",),
        shows=("undtaget",),
    ),
    Example(
        says="Udtrækket indeholder ingen undersøgelser, så det kan ikke ses, om der var en.",
        events="2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-07-01",
        gives=("unknown 2024-05-14 ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="En støttende indsats kan besluttes, før undersøgelsen er færdig.",
        events="2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsen er fra den 29. december 2023, så barnets lov gælder ikke.",
        events="2023-12-29 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Undersøgelsen er fra 2023 og afgørelsen fra den 2. januar 2024. Undersøgelsen gælder stadig.",
        events="""
            2023-12-18 undersoegelse_afsluttet #undersoegelse
            2024-01-02 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-02-01",
        gives=("met 2024-01-02",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says=(
            "En afgørelse midt imellem gør ikke undersøgelsen ugyldig: loven beder om, at der er en, ikke om en ny "
            "hver gang."
        ),
        events="""
            2024-02-05 undersoegelse_afsluttet #undersoegelse
            2024-03-04 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-08-12 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-10-01",
        gives=("met 2024-08-12",),
        shows=("flere forløb",),
    ),
)

_STOETTEPERSON = (
    Example(
        says="Forældrene fik tilbudt en støtteperson ni dage efter, at barnet flyttede ind.",
        events="""
            2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-05-29 stoetteperson_tilbudt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Tilbuddet er ikke skrevet endnu. Der er ingen frist i tal, så pligten står åben.",
        events="2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_47",
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Støttepersonen blev tilbudt på et møde ugen før anbringelsen. Det er også i forbindelse med den.",
        events="""
            2024-05-13 stoetteperson_tilbudt #anbringelse hvem=foraelder_2
            2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Tilbuddet var til en anden anbringelse, som er ophørt: ved den nye skal der tilbydes igen.",
        events="""
            2024-02-05 stoetteperson_tilbudt hvem=foraelder_1
            2024-04-01 anbringelse_ophoert #foerste-anbringelse
            2024-06-03 anbringelse_ivaerksat #anden-anbringelse paragraf=§_46
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Tilbuddet er fra før, den forrige anbringelse i samme forløb ophørte. Det tæller ikke for den nye.",
        events="""
            2024-02-05 stoetteperson_tilbudt #anbringelse hvem=foraelder_1
            2024-04-01 anbringelse_ophoert #anbringelse
            2024-06-03 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Anbringelsen ophørte, før der blev tilbudt en støtteperson: pligten faldt bort.",
        events="""
            2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-06-10 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, og pligten faldt bort.",
        events="""
            2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-06-10 sag_afsluttet
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune, og pligten faldt bort her.",
        events="""
            2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-06-10 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Opholdet er ungestøtte til en ung på 18 år, som ingen forældremyndighed er over.",
        events="2024-05-20 anbringelse_ivaerksat #ophold paragraf=§_114",
        as_of="2024-07-01",
        gives=("excused -",),
        shows=("undtaget",),
        variants=also_for("paragraf=§_114", "paragraf=§_115", "paragraf=§_116", "paragraf=§_120"),
    ),
    Example(
        says="Udtrækket indeholder ikke støttepersoner, så det kan ikke ses, om der er tilbudt en.",
        events="2024-05-20 anbringelse_ivaerksat #anbringelse paragraf=§_46",
        as_of="2024-07-01",
        gives=("unknown - ikke_daekket",),
        covers=("anbringelse_ivaerksat",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Barnet flyttede ind den 30. december 2023, så barnets lov gælder ikke for denne anbringelse.",
        events="2023-12-30 anbringelse_ivaerksat #anbringelse paragraf=§_52",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_TILBAGEHOLDELSE = (
    Example(
        says="Tilbageholdelsen blev besluttet den 3. juni og ophørte den 17. juni, som er den fjortende dag.",
        events="""
            2024-06-03 tilbageholdelse_besluttet #anbringelse
            2024-06-17 tilbageholdelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-17",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er det ikke skrevet, at tilbageholdelsen er ophørt: fristen løber.",
        events="2024-06-03 tilbageholdelse_besluttet #anbringelse",
        as_of="2024-06-16",
        gives=("open 2024-06-17",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Tilbageholdelsen ophørte først på den femtende dag: for sent.",
        events="""
            2024-06-03 tilbageholdelse_besluttet #anbringelse
            2024-06-18 tilbageholdelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("late 2024-06-17",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Det er aldrig skrevet, at tilbageholdelsen ophørte.",
        events="2024-06-03 tilbageholdelse_besluttet #anbringelse",
        as_of="2024-07-01",
        gives=("overdue 2024-06-17",),
        shows=("mangler",),
    ),
    Example(
        says="Barnet flyttede hjem på den tiende dag, og så er der ingen at holde tilbage.",
        events="""
            2024-06-03 tilbageholdelse_besluttet #anbringelse
            2024-06-13 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("cancelled 2024-06-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede på den tiende dag: den nye kommune har sagen.",
        events="""
            2024-06-03 tilbageholdelse_besluttet #anbringelse
            2024-06-13 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-07-01",
        gives=("cancelled 2024-06-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte efter de 14 dage: det ændrer ikke, at tilbageholdelsen varede for længe.",
        events="""
            2024-06-03 tilbageholdelse_besluttet #anbringelse
            2024-06-20 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket siger intet om, hvornår tilbageholdelser ophører.",
        events="2024-06-03 tilbageholdelse_besluttet #anbringelse",
        as_of="2024-07-01",
        gives=("unknown 2024-06-17 ikke_daekket",),
        covers=("tilbageholdelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="De 14 dage løber hen over skuddagen: fra den 20. februar 2024 til den 5. marts.",
        events="""
            2024-02-20 tilbageholdelse_besluttet #anbringelse
            2024-03-05 tilbageholdelse_ophoert #anbringelse
        """,
        as_of="2024-04-01",
        gives=("met 2024-03-05",),
        shows=("skuddag",),
    ),
    Example(
        says="En anden anbringelses tilbageholdelse ophørte; den siger intet om denne.",
        events="""
            2024-06-03 tilbageholdelse_besluttet #anbringelse
            2024-06-10 tilbageholdelse_ophoert #anden-anbringelse
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-17",),
        shows=("flere forløb",),
    ),
    Example(
        says="Afgørelsen er fra december 2023. Hvad der gjaldt da, er ikke læst, så Pejl regner ingen frist.",
        events="2023-12-20 tilbageholdelse_besluttet #anbringelse",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Anbringelse",
    introduction=(
        "Et barn kan først anbringes med samtykke, når der er lavet en børnefaglig undersøgelse, undtagen når det "
        "haster. Når barnet er anbragt, skal forældrene have tilbudt en støtteperson, og barnet må højst "
        "tilbageholdes i 14 dage. Anbringelse uden samtykke står i kapitlet om børne- og ungeudvalget."
    ),
    examples={
        UNDERSOEGELSE_FOERST: _UNDERSOEGELSE_FOERST,
        STOETTEPERSON: _STOETTEPERSON,
        TILBAGEHOLDELSE: _TILBAGEHOLDELSE,
    },
)
