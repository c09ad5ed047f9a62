"""Worked examples for the chapter on the committee and its chair."""

from pejl.rulebook.udvalg import (
    BARNET_HOERES,
    BESKED,
    FORAELDRE_HOERES,
    GODKENDES,
    INDSTILLING,
    ORDINAER,
    UNDERSOEGELSE_FOERST,
)
from tests.spec.example import Chapter, Example, also_for, but_for

_UNDERSOEGELSE_FOERST = (
    Example(
        says="Undersøgelsen var færdig en måned før udvalgets afgørelse.",
        events="""
            2024-04-15 undersoegelse_afsluttet #undersoegelse
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Undersøgelsen blev færdig dagen før mødet.",
        events="""
            2024-05-13 undersoegelse_afsluttet #undersoegelse
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Samme dag, og klokkeslættene viser, at undersøgelsen lå der først.",
        events="""
            2024-05-14 09:00 undersoegelse_afsluttet #undersoegelse
            2024-05-14 15:00 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14 15:00",),
        shows=("samme dag",),
    ),
    Example(
        says="Undersøgelsen blev først færdig dagen efter mødet: for sent.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-05-15 undersoegelse_afsluttet #undersoegelse
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says=(
            "Der er ingen undersøgelse i sagen. Det er heller ikke skrevet, at udvalget kun godkendte formandens "
            "afgørelse."
        ),
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47",
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Udvalget godkendte formandens foreløbige afgørelse. Den kunne ikke vente på en undersøgelse.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=godkendelse",
        as_of="2024-07-01",
        gives=("excused 2024-05-14",),
        shows=("undtaget",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet, så det kan ikke afgøres, om der skulle ligge en undersøgelse.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse udvalgsart=ordinaer",
        as_of="2024-07-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udvalgets afgørelse om samvær kræver ingen ny undersøgelse.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Udvalget traf afgørelse den 19. december 2023, før barnets lov gjaldt.",
        events="2023-12-19 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Ved genbehandlingen to år efter ligger undersøgelsen der stadig.",
        events="""
            2024-04-15 undersoegelse_afsluttet #undersoegelse
            2026-05-12 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2026-07-01",
        gives=("met 2026-05-12",),
        shows=(),
    ),
)

_INDSTILLING = (
    Example(
        says="Indstillingen med bilag blev sendt en uge før mødet.",
        events="""
            2024-05-07 indstilling_sendt #anbringelse bilag_med=ja
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Indstillingen blev sendt dagen før mødet, her om et barn, der ikke er født.",
        events="""
            2024-05-13 indstilling_sendt #anbringelse bilag_med=ja
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_49 udvalgsart=ordinaer
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
    ),
    Example(
        says="Indstilling og afgørelse er fra samme dag uden klokkeslæt: indstillingen regnes for at være først.",
        events="""
            2024-05-14 indstilling_sendt #anbringelse bilag_med=ja
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Indstillingen er skrevet dagen efter mødet: for sent.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-05-15 indstilling_sendt #anbringelse bilag_med=ja
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Bilagene var ikke med, så udvalget havde ikke det, loven siger.",
        events="""
            2024-05-07 indstilling_sendt #anbringelse bilag_med=nej
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Det er ikke skrevet, om bilagene var med, så det kan ikke afgøres.",
        events="""
            2024-05-07 indstilling_sendt #anbringelse
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udvalget godkendte formandens afgørelse. Indstillingen følger til den ordinære afgørelse.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=godkendelse",
        as_of="2024-07-01",
        gives=("excused 2024-05-14",),
        shows=("undtaget",),
    ),
    Example(
        says="Udvalgets afgørelse om en permanent anbringelse (§ 67) har andre krav, som ikke er en frist.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_67 udvalgsart=ordinaer",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Ved genbehandlingen skal der en ny indstilling til; den fra det første møde tæller ikke.",
        events="""
            2024-05-07 indstilling_sendt #anbringelse bilag_med=ja
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-05-13 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2025-07-01",
        gives=("met 2024-05-14", "overdue 2025-05-13"),
        shows=("mangler", "til tiden"),
    ),
    Example(
        says="Indstillingen hører til et andet forløb og er ikke til denne afgørelse.",
        events="""
            2024-05-07 indstilling_sendt #andet bilag_med=ja
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("flere forløb",),
    ),
    Example(
        says="Udvalget traf afgørelse i december 2023, før barnets lov gjaldt.",
        events="2023-12-19 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_FORAELDRE_HOERES = (
    Example(
        says="Moderen talte for udvalget på mødet, før det traf afgørelse.",
        events="""
            2024-05-14 16:00 udvalgshoering #anbringelse hvem=foraelder_1
            2024-05-14 17:00 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14 17:00",),
        shows=("til tiden", "samme dag"),
        explained=True,
    ),
    Example(
        says="Faderen blev hørt på et møde dagen før afgørelsen.",
        events="""
            2024-05-13 udvalgshoering #anbringelse hvem=foraelder_2
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
    ),
    Example(
        says="En anden, der har forældremyndigheden, blev hørt samme dag.",
        events="""
            2024-05-14 udvalgshoering #anbringelse hvem=anden_indehaver
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Forælderen blev først hørt dagen efter afgørelsen: for sent.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
            2024-05-15 udvalgshoering #anbringelse hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Kun barnet blev hørt, og der står intet om forældrene.",
        events="""
            2024-05-14 udvalgshoering #anbringelse hvem=barnet
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Forælderen ønskede ikke at komme, og det er skrevet med en begrundelse.",
        events="""
            2024-05-10 inddragelse_undladt #anbringelse hvem=foraelder_1 begrundelse=Ønsker_ikke_at_komme
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("excused 2024-05-14",),
        shows=("undtaget",),
        variants=also_for("hvem=foraelder_1", "hvem=foraelder_2", "hvem=anden_indehaver"),
    ),
    Example(
        says="Det er netværket og ikke forældrene, der er undladt inddraget.",
        events="""
            2024-05-10 inddragelse_undladt #anbringelse hvem=netvaerk begrundelse=Ønskede_det_ikke
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket siger intet om, hvem udvalget hørte.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105",
        as_of="2024-07-01",
        gives=("unknown 2024-05-14 ikke_daekket",),
        covers=("udvalgets_afgoerelse",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="At forælderen blev hørt, da formandens afgørelse blev godkendt, er ikke nok til den ordinære afgørelse.",
        events="""
            2024-05-06 16:00 udvalgshoering #anbringelse hvem=foraelder_1
            2024-05-06 17:00 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=godkendelse
            2024-05-28 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-06 17:00", "overdue 2024-05-28"),
        shows=("mangler",),
    ),
    Example(
        says="Høringen var i et andet forløb og om noget andet.",
        events="""
            2024-05-14 udvalgshoering #andet hvem=foraelder_1
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("flere forløb",),
    ),
    Example(
        says="Mødet var i december 2023, før barnets lov gjaldt.",
        events="2023-12-19 udvalgets_afgoerelse #anbringelse paragraf=§_105",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_BARNET_HOERES = (
    Example(
        says="Barnet på 12 år talte med udvalget, før det traf afgørelse.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-14 udvalgshoering #anbringelse hvem=barnet
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("til tiden", "samme dag"),
        explained=True,
    ),
    Example(
        says="Den unge på 16 år blev hørt dagen før afgørelsen.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-13 udvalgshoering #anbringelse hvem=ung_15
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
    ),
    Example(
        says="Barnet blev først hørt dagen efter afgørelsen: for sent.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
            2024-05-15 udvalgshoering #anbringelse hvem=barnet
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Kun forældrene blev hørt, og der står intet om barnet på 12 år.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-14 udvalgshoering #anbringelse hvem=foraelder_1
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Det ville skade barnet at møde op, og det er skrevet med en begrundelse.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-10 inddragelse_undladt #anbringelse hvem=barnet begrundelse=Mødet_vil_skade_barnet
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("excused 2024-05-14",),
        shows=("undtaget",),
        variants=also_for("hvem=barnet", "hvem=ung_15"),
    ),
    Example(
        says="At en forælder er undladt, undtager ikke barnet.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-10 inddragelse_undladt #anbringelse hvem=foraelder_1 begrundelse=Ønsker_ikke_at_komme
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Barnet fylder 10 år på mødedagen, og så gælder pligten.",
        events="""
            2014-05-14 barnet_foedt
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Barnet fylder 10 år dagen efter mødet: det kan undlades at høre barnet.",
        events="""
            2014-05-15 barnet_foedt
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Født på skuddagen den 29. februar 2016: i 2026 er tiårsdagen den 28. februar.",
        events="""
            2016-02-29 barnet_foedt
            2026-02-28 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2026-05-01",
        gives=("overdue 2026-02-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Barnets fødselsdag er ikke skrevet, så det kan ikke afgøres, om barnet var fyldt 10 år.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105",
        as_of="2024-07-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Barnet blev hørt til et tidligere møde. Til det næste skal barnet kunne tale igen.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-13 udvalgshoering #anbringelse hvem=barnet
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
            2024-06-11 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14", "overdue 2024-06-11"),
        shows=("mangler",),
    ),
    Example(
        says=(
            "Barnet blev hørt på mødedagen i maj, men klokkeslættene mangler. Så vides det ikke, om det var til det "
            "møde."
        ),
        events="""
            2012-02-10 barnet_foedt
            2024-05-14 udvalgshoering #anbringelse hvem=barnet
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
            2024-06-11 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-14", "unknown 2024-06-11 klokkeslaet_slut"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Høringen var i et andet forløb og om noget andet.",
        events="""
            2012-02-10 barnet_foedt
            2024-05-14 udvalgshoering #andet hvem=barnet
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-05-14",),
        shows=("flere forløb",),
    ),
    Example(
        says="Mødet var i december 2023, før barnets lov gjaldt.",
        events="""
            2012-02-10 barnet_foedt
            2023-12-19 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_BESKED = (
    Example(
        says=(
            "Afgørelsen blev sat i værk fredag klokken 15.30, og brevet var sendt lørdag klokken 10. Weekenden tæller "
            "med."
        ),
        events="""
            2024-06-07 15:30 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-08 10:00 afgoerelse_sendt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-08 15:30",),
        shows=("til tiden",),
        explained=True,
        variants=(
            *also_for("hvem=foraelder_1", "hvem=foraelder_2", says="Er beskeden til den anden forælder"),
            *also_for("hvem=foraelder_1", "hvem=anden_indehaver", says="Har en anden forældremyndigheden"),
            but_for("hvem=foraelder_1", "hvem=barnet", "overdue 2024-06-08 15:30", says="Er den kun sendt til barnet"),
            but_for(
                " hvem=foraelder_1",
                "",
                "unknown 2024-06-08 15:30 felt_mangler",
                says="Er det ikke skrevet, hvem den er sendt til",
            ),
        ),
    ),
    Example(
        says="Et minut før de 24 timer er gået, er der ikke sendt besked: fristen løber.",
        events="2024-06-07 15:30 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-06-08 15:29",
        gives=("open 2024-06-08 15:30",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Beskeden blev sendt et minut efter de 24 timer: for sent.",
        events="""
            2024-06-07 15:30 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-08 15:31 afgoerelse_sendt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("late 2024-06-08 15:30",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Der er ikke sendt nogen besked.",
        events="2024-06-07 15:30 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-07-01",
        gives=("overdue 2024-06-08 15:30",),
        shows=("mangler",),
    ),
    Example(
        says="Klokkeslættet for beskeden mangler, og det afgør, om den kom i tide.",
        events="""
            2024-06-07 15:30 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-08 afgoerelse_sendt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("unknown 2024-06-08 15:30 klokkeslaet_slut",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Den nat, sommertiden begyndte, blev uret stillet en time frem: 24 timer efter klokken 20 er klokken 21.",
        events="""
            2024-03-30 20:00 formandsafgoerelse_ivaerksat #anbringelse
            2024-03-31 20:30 afgoerelse_sendt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-05-01",
        gives=("met 2024-03-31 21:00",),
        shows=("sommertid begynder",),
    ),
    Example(
        says=(
            "Den nat, sommertiden sluttede, blev uret stillet en time tilbage: 24 timer efter klokken 20 er klokken 19."
        ),
        events="""
            2024-10-26 20:00 formandsafgoerelse_ivaerksat #anbringelse
            2024-10-27 19:30 afgoerelse_sendt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-12-01",
        gives=("late 2024-10-27 19:00",),
        shows=("sommertid slutter", "for sent"),
    ),
    Example(
        says="Brevet hører til et andet forløb og siger intet om denne afgørelse.",
        events="""
            2024-06-07 15:30 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-08 10:00 afgoerelse_sendt #andet hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-08 15:30",),
        shows=("flere forløb",),
    ),
    Example(
        says="Afgørelsen blev sat i værk nytårsaften 2023, før barnets lov gjaldt.",
        events="2023-12-31 15:30 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_GODKENDES = (
    Example(
        says=(
            "Sat i værk den 1. juli. Den dag er den første, så udvalget kunne godkende til og med den 7. juli, en "
            "søndag."
        ),
        events="""
            2024-07-01 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-07 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-07-07",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="På den sjette dag har udvalget ikke godkendt: fristen løber.",
        events="2024-07-01 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-07-06",
        gives=("open 2024-07-07",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Udvalget godkendte på den ottende dag: for sent, selv om den syvende var en søndag.",
        events="""
            2024-07-01 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-08 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-08-01",
        gives=("late 2024-07-07",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Udvalget har ikke godkendt afgørelsen.",
        events="2024-07-01 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-08-01",
        gives=("overdue 2024-07-07",),
        shows=("mangler",),
    ),
    Example(
        says="En afgørelse om noget andet er ingen godkendelse.",
        events="""
            2024-07-01 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-04 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-07",),
        shows=("mangler",),
    ),
    Example(
        says="Det er ikke skrevet, hvad udvalget tog stilling til, så det kan ikke afgøres, om det godkendte.",
        events="""
            2024-07-01 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-04 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-08-01",
        gives=("unknown 2024-07-07 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Påsken flytter ikke fristen: fra palmesøndag den 24. marts 2024 er den syvende dag påskelørdag.",
        events="""
            2024-03-24 formandsafgoerelse_ivaerksat #anbringelse
            2024-04-02 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-05-01",
        gives=("late 2024-03-30",),
        shows=("påske", "for sent"),
    ),
    Example(
        says="Sat i værk den 23. december: de syv dage løber hen over jul og slutter den 29. december.",
        events="""
            2024-12-23 formandsafgoerelse_ivaerksat #anbringelse
            2024-12-29 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2025-02-01",
        gives=("met 2024-12-29",),
        shows=("jul",),
    ),
    Example(
        says="Fra den 26. februar i et skudår er den syvende dag den 3. marts.",
        events="""
            2024-02-26 formandsafgoerelse_ivaerksat #anbringelse
            2024-03-03 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-05-01",
        gives=("met 2024-03-03",),
        shows=("skuddag",),
    ),
    Example(
        says="Godkendelsen gælder en anden afgørelse i et andet forløb.",
        events="""
            2024-07-01 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-04 udvalgets_afgoerelse #andet paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-07",),
        shows=("flere forløb",),
    ),
    Example(
        says="At barnet kom hjem igen, ændrer ikke, at afgørelsen skulle have været godkendt.",
        events="""
            2024-07-01 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-03 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-07",),
        shows=("mangler",),
    ),
    Example(
        says="Afgørelsen blev sat i værk tredje juledag 2023, før barnets lov gjaldt.",
        events="2023-12-27 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_ORDINAER = (
    Example(
        says="Formandens afgørelse blev sat i værk den 3. juni, og udvalget traf den ordinære afgørelse den 3. juli.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-07 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
            2024-07-03 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2024-08-01",
        gives=("met 2024-07-03",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før måneden er gået, er der kun godkendelsen: fristen løber.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-07 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-07-02",
        gives=("open 2024-07-03",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Den ordinære afgørelse kom dagen efter, at måneden var gået: for sent.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-04 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2024-08-01",
        gives=("late 2024-07-03",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Måneden er gået, og udvalget har kun godkendt, ikke truffet en ordinær afgørelse.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-07 udvalgets_afgoerelse #anbringelse paragraf=§_143 udvalgsart=godkendelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-03",),
        shows=("mangler",),
    ),
    Example(
        says="En måned efter den 31. januar 2024 er skuddagen den 29. februar.",
        events="""
            2024-01-31 formandsafgoerelse_ivaerksat #anbringelse
            2024-02-29 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2024-04-01",
        gives=("met 2024-02-29",),
        shows=("månedsslut", "skuddag"),
    ),
    Example(
        says="Forældrene samtykkede, og barnet er nu anbragt med samtykke: så er der intet for udvalget at afgøre.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-20 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-03",),
        shows=("stop før fristen",),
        variants=(
            but_for("paragraf=§_46", "paragraf=§_32", "overdue 2024-07-03", says="Var det en afgørelse om støtte"),
            but_for(" paragraf=§_46", "", "overdue 2024-07-03", says="Er afgørelsens paragraf ikke skrevet"),
        ),
    ),
    Example(
        says="Barnet kom hjem, før måneden var gået: så er der intet at afgøre.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-20 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-03",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, før måneden var gået.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-20 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-03",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede, før måneden var gået.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-20 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-03",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Barnet kom først hjem, efter at måneden var gået: det ændrer ikke, at afgørelsen manglede.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-07-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-03",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Det er ikke skrevet, hvad udvalget tog stilling til, så det kan ikke afgøres.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-24 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2024-08-01",
        gives=("unknown 2024-07-03 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udvalgets afgørelse er i et andet forløb og om noget andet.",
        events="""
            2024-06-03 formandsafgoerelse_ivaerksat #anbringelse
            2024-06-24 udvalgets_afgoerelse #andet paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-03",),
        shows=("flere forløb",),
    ),
    Example(
        says="Afgørelsen blev sat i værk i december 2023, før barnets lov gjaldt.",
        events="2023-12-04 formandsafgoerelse_ivaerksat #anbringelse",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Børne- og ungeudvalget",
    introduction=(
        "Udvalget afgør blandt andet anbringelser uden samtykke. Før det skal der ligge en undersøgelse og en "
        "indstilling med bilag, og forældre og barn skal kunne tale for sig. Kan en afgørelse ikke vente på et møde, "
        "kan formanden træffe den foreløbigt, og så løber tre korte frister fra den dag, den sættes i værk."
    ),
    examples={
        UNDERSOEGELSE_FOERST: _UNDERSOEGELSE_FOERST,
        INDSTILLING: _INDSTILLING,
        FORAELDRE_HOERES: _FORAELDRE_HOERES,
        BARNET_HOERES: _BARNET_HOERES,
        BESKED: _BESKED,
        GODKENDES: _GODKENDES,
        ORDINAER: _ORDINAER,
    },
)
