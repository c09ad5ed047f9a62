"""Worked examples for the chapter on the way home and on contact."""

from pejl.rulebook.hjemgivelse_og_samvaer import (
    PAUSE,
    PERIODE,
    PLAN_FOERST,
    SAMVAER,
    UDTALELSE_FOERST,
    UDTALELSE_FOERST_SEL,
)
from tests.spec.example import Chapter, Example, also_for, but_for

_UDTALELSE_FOERST_SEL = (
    Example(
        says="Plejefamiliens udtalelse kom tre uger før beslutningen om hjemgivelse.",
        events="""
            2022-01-10 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2023-04-24 statusudtalelse #anbringelse
            2023-05-15 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Udtalelsen er skrevet i undersøgelsens forløb. Der ses efter i hele sagen.",
        events="""
            2023-04-24 statusudtalelse #undersoegelse
            2023-05-15 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Udtalelsen kom dagen før beslutningen.",
        events="""
            2023-05-14 statusudtalelse #anbringelse
            2023-05-15 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("dagen før",),
    ),
    Example(
        says="Udtalelse og beslutning er fra samme dag uden klokkeslæt: udtalelsen regnes for at være først.",
        events="""
            2023-05-15 statusudtalelse #anbringelse
            2023-05-15 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("samme dag",),
    ),
    Example(
        says="Udtalelsen kom først dagen efter: for sent.",
        events="""
            2023-05-15 hjemgivelse_besluttet #anbringelse
            2023-05-16 statusudtalelse #anbringelse
        """,
        as_of="2023-07-01",
        gives=("late 2023-05-15",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Der er ingen udtalelse fra anbringelsesstedet.",
        events="2023-05-15 hjemgivelse_besluttet #anbringelse",
        as_of="2023-07-01",
        gives=("overdue 2023-05-15",),
        shows=("mangler",),
    ),
    Example(
        says="Udtalelsen er fra, før barnet kom til det sted, hvor det bor nu.",
        events="""
            2022-01-03 statusudtalelse #anbringelse
            2022-01-10 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2023-05-15 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2023-07-01",
        gives=("overdue 2023-05-15",),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket indeholder ingen udtalelser, så det kan ikke ses, om der var en.",
        events="2023-05-15 hjemgivelse_besluttet #anbringelse",
        as_of="2023-07-01",
        gives=("unknown 2023-05-15 ikke_daekket",),
        covers=("hjemgivelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Beslutningen er fra den 3. januar 2024 og følger barnets lov.",
        events="2024-01-03 hjemgivelse_besluttet #anbringelse",
        as_of="2024-02-01",
        gives=(),
        rest={"hjemgivelse.udtalelse_foerst": "overdue 2024-01-03"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_UDTALELSE_FOERST = (
    Example(
        says="Plejefamiliens udtalelse kom to uger før beslutningen om, at barnet skal hjem.",
        events="""
            2023-01-09 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2024-09-02 statusudtalelse #anbringelse
            2024-09-16 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2024-11-01",
        gives=("met 2024-09-16",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Udtalelsen kom dagen før beslutningen.",
        events="""
            2024-09-15 statusudtalelse #undersoegelse
            2024-09-16 hjemgivelse_besluttet #anbringelse
        """,
        as_of="2024-11-01",
        gives=("met 2024-09-16",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Samme dag, og klokkeslættene viser, at udtalelsen kom efter beslutningen: for sent.",
        events="""
            2024-09-16 10:00 hjemgivelse_besluttet #anbringelse
            2024-09-16 14:30 statusudtalelse #anbringelse
        """,
        as_of="2024-11-01",
        gives=("late 2024-09-16 10:00",),
        shows=("samme dag", "for sent"),
    ),
    Example(
        says="Udtalelsen kom dagen efter: for sent.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2024-09-17 statusudtalelse #anbringelse
        """,
        as_of="2024-11-01",
        gives=("late 2024-09-16",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Der er ingen udtalelse fra anbringelsesstedet.",
        events="2024-09-16 hjemgivelse_besluttet #anbringelse",
        as_of="2024-11-01",
        gives=("overdue 2024-09-16",),
        shows=("mangler",),
    ),
    Example(
        says="Udtalelsen er fra en tidligere anbringelse og siger intet om den, der slutter nu.",
        events="""
            2024-01-08 statusudtalelse #foerste
            2024-02-05 anbringelse_ivaerksat #anden paragraf=§_46
            2024-09-16 hjemgivelse_besluttet #anden
        """,
        as_of="2024-11-01",
        gives=("overdue 2024-09-16",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Udtrækket indeholder ingen udtalelser, så det kan ikke ses, om der var en.",
        events="2024-09-16 hjemgivelse_besluttet #anbringelse",
        as_of="2024-11-01",
        gives=("unknown 2024-09-16 ikke_daekket",),
        covers=("hjemgivelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Beslutningen er fra den 28. december 2023 og følger serviceloven, som bad om det samme.",
        events="2023-12-28 hjemgivelse_besluttet #anbringelse",
        as_of="2024-02-01",
        gives=(),
        rest={"hjemgivelse.udtalelse_foerst": "overdue 2023-12-28"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_PERIODE = (
    Example(
        says="Det blev besluttet den 16. september, og barnet flyttede hjem den 16. marts: seks måneder på dagen.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2025-03-16 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-05-01",
        gives=("met 2025-03-16",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før de seks måneder er gået, bor barnet stadig på anbringelsesstedet: fristen løber.",
        events="2024-09-16 hjemgivelse_besluttet #anbringelse",
        as_of="2025-03-15",
        gives=("open 2025-03-16",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Barnet flyttede hjem dagen efter, at de seks måneder var gået: for sent.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2025-03-17 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-05-01",
        gives=("late 2025-03-16",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="De seks måneder er gået, og barnet er ikke kommet hjem.",
        events="2024-09-16 hjemgivelse_besluttet #anbringelse",
        as_of="2025-05-01",
        gives=("overdue 2025-03-16",),
        shows=("mangler",),
    ),
    Example(
        says="Seks måneder efter den 31. august er den 28. februar, for februar har ingen 31. dag.",
        events="""
            2024-08-31 hjemgivelse_besluttet #anbringelse
            2025-02-28 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-05-01",
        gives=("met 2025-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="I et skudår er seks måneder efter den 31. august den 29. februar.",
        events="""
            2027-08-31 hjemgivelse_besluttet #anbringelse
            2028-02-29 anbringelse_ophoert #anbringelse
        """,
        as_of="2028-05-01",
        gives=("met 2028-02-29",),
        shows=("månedsslut", "skuddag"),
    ),
    Example(
        says=(
            "Udvalget besluttede undervejs, at barnet skal blive boende uden samtykke. Så er det ikke på vej hjem "
            "længere."
        ),
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2024-12-02 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2025-05-01",
        gives=("cancelled 2025-03-16",),
        shows=("stop før fristen",),
    ),
    Example(
        says="En afgørelse i udvalget om noget andet stopper ikke perioden.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2024-12-02 udvalgets_afgoerelse #anbringelse paragraf=§_105
        """,
        as_of="2025-05-01",
        gives=("overdue 2025-03-16",),
        shows=("mangler",),
    ),
    Example(
        says="Sagen blev afsluttet undervejs.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2024-12-02 sag_afsluttet
        """,
        as_of="2025-05-01",
        gives=("cancelled 2025-03-16",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune undervejs.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2024-12-02 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2025-05-01",
        gives=("cancelled 2025-03-16",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev først afsluttet efter de seks måneder: det ændrer ikke, at perioden blev for lang.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2025-04-01 sag_afsluttet
        """,
        as_of="2025-05-01",
        gives=("overdue 2025-03-16",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="En anden anbringelse ophørte; den siger intet om denne.",
        events="""
            2024-09-16 hjemgivelse_besluttet #anbringelse
            2025-02-03 anbringelse_ophoert #anden-anbringelse
        """,
        as_of="2025-05-01",
        gives=("overdue 2025-03-16",),
        shows=("flere forløb",),
    ),
    Example(
        says="Udtrækket siger intet om, hvornår anbringelser ophører.",
        events="2024-09-16 hjemgivelse_besluttet #anbringelse",
        as_of="2025-05-01",
        gives=("unknown 2025-03-16 ikke_daekket",),
        covers=("hjemgivelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Beslutningen er fra december 2023. Hvor længe perioden måtte vare efter serviceloven, er ikke læst.",
        events="2023-12-18 hjemgivelse_besluttet #anbringelse",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_PLAN_FOERST = (
    Example(
        says="Planen blev revideret en måned, før barnet flyttede hjem til forældrene.",
        events="""
            2024-02-05 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-02-10 plan_revideret #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("met 2025-03-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Planen blev revideret dagen før.",
        events="""
            2025-03-09 plan_revideret #plan
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("met 2025-03-10",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Planen blev revideret samme dag, som barnet flyttede hjem: den regnes for at være først.",
        events="""
            2025-03-10 plan_revideret #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("met 2025-03-10",),
        shows=("samme dag",),
    ),
    Example(
        says="Planen blev først revideret dagen efter: for sent.",
        events="""
            2024-03-04 plan_lavet #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
            2025-03-11 plan_revideret #anbringelse
        """,
        as_of="2025-05-01",
        gives=("late 2025-03-10",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Planen er lavet, men aldrig revideret.",
        events="""
            2024-03-04 plan_lavet #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("overdue 2025-03-10",),
        shows=("mangler",),
    ),
    Example(
        says="Planen er revideret, før barnet blev anbragt. Det er ikke den revision, loven beder om.",
        events="""
            2024-01-15 plan_revideret #anbringelse
            2024-02-05 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("overdue 2025-03-10",),
        shows=("mangler",),
    ),
    Example(
        says="Barnet kom hjem, blev anbragt igen og kom hjem igen. Anden gang var planen ikke revideret.",
        events="""
            2024-02-05 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-03-04 plan_lavet #anbringelse
            2024-06-10 plan_revideret #anbringelse
            2024-07-01 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
            2024-09-02 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-10-01 plan_lavet #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("met 2024-07-01", "overdue 2025-03-10"),
        shows=("til tiden", "mangler"),
    ),
    Example(
        says="Udtrækket indeholder ikke revisioner af planer.",
        events="""
            2024-03-04 plan_lavet #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=("unknown 2025-03-10 ikke_daekket",),
        covers=("anbringelse_ophoert", "plan_lavet"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Barnet var kun anbragt i fem dage, og der var endnu ingen plan at revidere.",
        events="""
            2025-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Planen hørte til en anbringelse, der var slut, før barnet igen var anbragt i fem dage.",
        events="""
            2023-03-06 plan_lavet #anbringelse
            2023-11-06 anbringelse_ophoert #anbringelse ophoert_til=netvaerk
            2025-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2025-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet flyttede til en anden plejefamilie i netværket og ikke hjem.",
        events="""
            2024-03-04 plan_lavet #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse ophoert_til=netvaerk
        """,
        as_of="2025-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvor barnet flyttede hen. Så begynder pligten ikke.",
        events="""
            2024-03-04 plan_lavet #anbringelse
            2025-03-10 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet flyttede hjem lillejuleaften 2023, før barnets lov gjaldt.",
        events="""
            2023-03-06 plan_lavet #anbringelse
            2023-12-23 anbringelse_ophoert #anbringelse ophoert_til=foraeldre
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_SAMVAER = (
    Example(
        says="Moderen bad om mere samvær, og tre uger efter var det afgjort.",
        events="""
            2024-05-06 samvaer_bedt #anbringelse hvem=foraelder_1
            2024-05-27 samvaer_afgjort #anbringelse
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Samværet er ikke afgjort endnu. Loven har ingen frist i tal, så pligten står åben.",
        events="2024-05-06 samvaer_bedt #anbringelse hvem=foraelder_2",
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Afgørelsen fra i vinter svarer ikke på det, der bliver bedt om nu.",
        events="""
            2024-02-12 samvaer_afgjort #anbringelse
            2024-05-06 samvaer_bedt #anbringelse hvem=foraelder_1
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Afgørelsen gælder en søskendes anbringelse i samme sag og ikke denne.",
        events="""
            2024-05-06 samvaer_bedt #anbringelse hvem=foraelder_1
            2024-05-27 samvaer_afgjort #anden-anbringelse
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("flere forløb",),
    ),
    Example(
        says="Barnet flyttede hjem, før samværet var afgjort: pligten faldt bort.",
        events="""
            2024-05-06 samvaer_bedt #anbringelse hvem=barnet
            2024-06-03 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, og pligten faldt bort.",
        events="""
            2024-05-06 samvaer_bedt #anbringelse hvem=barnet
            2024-06-03 sag_afsluttet
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune, som nu skal afgøre det.",
        events="""
            2024-05-06 samvaer_bedt #anbringelse hvem=barnet
            2024-06-03 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udtrækket indeholder ikke afgørelser om samvær.",
        events="2024-05-06 samvaer_bedt #anbringelse hvem=foraelder_1",
        as_of="2024-07-01",
        gives=("unknown - ikke_daekket",),
        covers=("samvaer_bedt",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Faderen bad om samvær i december 2023, før barnets lov gjaldt.",
        events="2023-12-11 samvaer_bedt #anbringelse hvem=foraelder_2",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_PAUSE = (
    Example(
        says="Barnet bad om en pause mandag den 6. maj. Otte uger efter, mandag den 1. juli, blev samværet genoptaget.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-07-01 samvaer_genoptaget #anbringelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-07-01",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="En ny afgørelse om samvær inden de otte uger er også nok.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-06-24 samvaer_afgjort #anbringelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-07-01",),
        shows=("til tiden",),
        variants=(
            *also_for(
                "samvaer_afgjort #anbringelse",
                "udvalgets_afgoerelse #anbringelse paragraf=§_105",
                says="Er det udvalget, der har afgjort det",
            ),
            but_for(
                "samvaer_afgjort #anbringelse",
                "udvalgets_afgoerelse #anbringelse paragraf=§_67",
                "overdue 2024-07-01",
                says="Handler udvalgets afgørelse om noget andet",
            ),
            but_for(
                "samvaer_afgjort #anbringelse",
                "udvalgets_afgoerelse #anbringelse",
                "overdue 2024-07-01",
                says="Er paragraffen i udvalgets afgørelse ikke skrevet",
            ),
        ),
    ),
    Example(
        says="Dagen før de otte uger er gået, er samværet ikke genoptaget: fristen løber.",
        events="2024-05-06 samvaer_pause #anbringelse",
        as_of="2024-06-30",
        gives=("open 2024-07-01",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Samværet blev genoptaget dagen efter de otte uger: for sent.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-07-02 samvaer_genoptaget #anbringelse
        """,
        as_of="2024-08-01",
        gives=("late 2024-07-01",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="De otte uger er gået, og der er hverken samvær eller en ny afgørelse.",
        events="2024-05-06 samvaer_pause #anbringelse",
        as_of="2024-08-01",
        gives=("overdue 2024-07-01",),
        shows=("mangler",),
    ),
    Example(
        says="Otte uger fra den 3. januar 2028 slutter den 28. februar, dagen før skuddagen.",
        events="""
            2028-01-03 samvaer_pause #anbringelse
            2028-02-29 samvaer_genoptaget #anbringelse
        """,
        as_of="2028-04-01",
        gives=("late 2028-02-28",),
        shows=("skuddag", "for sent"),
    ),
    Example(
        says="Samvær i et andet forløb siger intet om denne pause.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-06-03 samvaer_genoptaget #anden-anbringelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-01",),
        shows=("flere forløb",),
    ),
    Example(
        says="Barnet flyttede hjem under pausen: pligten faldt bort.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-06-03 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-01",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet under pausen.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-06-03 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-01",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune under pausen.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-06-03 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-07-01",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Barnet flyttede hjem efter de otte uger: det ændrer ikke, at pausen blev for lang.",
        events="""
            2024-05-06 samvaer_pause #anbringelse
            2024-07-15 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-07-01",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket siger intet om, hvornår samvær genoptages.",
        events="2024-05-06 samvaer_pause #anbringelse",
        as_of="2024-08-01",
        gives=("unknown 2024-07-01 ikke_daekket",),
        covers=("samvaer_pause",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Pausen begyndte i december 2023, før barnets lov gjaldt.",
        events="2023-12-11 samvaer_pause #anbringelse",
        as_of="2024-03-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Hjemgivelse og samvær",
    introduction=(
        "Før et anbragt barn kommer hjem, skal anbringelsesstedet have udtalt sig, og planen skal være revideret. Fra "
        "det er besluttet, må der højst gå seks måneder. Imens skal samvær afgøres, når nogen beder om det, og en "
        "pause, som barnet har bedt om, varer højst otte uger."
    ),
    examples={
        UDTALELSE_FOERST_SEL: _UDTALELSE_FOERST_SEL,
        UDTALELSE_FOERST: _UDTALELSE_FOERST,
        PERIODE: _PERIODE,
        PLAN_FOERST: _PLAN_FOERST,
        SAMVAER: _SAMVAER,
        PAUSE: _PAUSE,
    },
)
