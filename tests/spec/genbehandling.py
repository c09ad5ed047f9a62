"""Worked examples for the chapter on deciding again."""

from pejl.rulebook.genbehandling import ET_AAR, ET_AAR_SEL, SPAEDBOERN_SEL, TO_AAR, TO_AAR_SEL
from tests.spec.example import Chapter, Example

_ET_AAR_SEL = (
    Example(
        says=(
            "Udvalget afgjorde sagen den 17. april 2020. Et år efter er den 17. april 2021, og den dag blev den "
            "genbehandlet."
        ),
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("met 2021-04-17",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før et år er gået, er sagen ikke genbehandlet: fristen løber.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2021-04-16",
        gives=("open 2021-04-17",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Sagen blev genbehandlet dagen efter: for sent.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-04-18 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("late 2021-04-17",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Sagen er ikke genbehandlet.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2021-06-01",
        gives=("overdue 2021-04-17",),
        shows=("mangler",),
    ),
    Example(
        says="Afgørelsen er fra skuddagen den 29. februar 2020: et år efter er den 28. februar 2021.",
        events="""
            2012-02-10 barnet_foedt
            2020-02-29 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-02-28 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("met 2021-02-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Anbringelsen ophørte inden et år: så er der intet at genbehandle.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-01-11 anbringelse_ophoert #anbringelse
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udvalget videreførte anbringelsen efter § 68 a, som ikke skal genbehandles.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-01-11 udvalgets_afgoerelse #anbringelse paragraf=§_68_a udvalgsart=ordinaer
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says=(
            "Afgørelsen er fra november 2023, og i 2024 gjorde udvalget anbringelsen permanent efter barnets lov § 67."
        ),
        events="""
            2012-02-10 barnet_foedt
            2023-11-14 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_67 udvalgsart=ordinaer
        """,
        as_of="2024-09-01",
        gives=("cancelled 2024-11-14",),
        shows=("stop før fristen", "årsskiftet 2023-24"),
    ),
    Example(
        says="Sagen blev afsluttet inden et år.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-01-11 sag_afsluttet
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune inden et år.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-01-11 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte først efter fristen: det ændrer ikke, at genbehandlingen manglede.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-05-03 anbringelse_ophoert #anbringelse
        """,
        as_of="2021-06-01",
        gives=("overdue 2021-04-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Det er ikke skrevet, om barnet var anbragt året før, så det kan ikke afgøres, om det er et eller to år.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer
        """,
        as_of="2020-06-01",
        gives=("unknown 2021-04-17 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Barnet havde været anbragt året før, så der gjaldt to år.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2020-06-01",
        gives=(),
        rest={"genbehandling.efter_to_aar": "open 2022-04-17"},
        shows=("ingen pligt",),
    ),
    Example(
        says="Udvalget godkendte kun formandens afgørelse. Året regnedes først fra den ordinære.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=godkendelse anbragt_seneste_aar=nej
        """,
        as_of="2020-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Genbehandlingen er skrevet i et andet forløb. Der ses efter i hele sagen.",
        events="""
            2012-02-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-04-06 udvalgets_afgoerelse #genbehandling paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("met 2021-04-17",),
        shows=("flere forløb",),
    ),
    Example(
        says="Barnet kom hjem og blev anbragt igen to år senere. Begge afgørelser har deres frist.",
        events="""
            2012-02-10 barnet_foedt
            2018-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2018-09-03 anbringelse_ophoert #anbringelse
            2020-10-06 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2020-12-01",
        gives=("cancelled 2019-04-17", "open 2021-10-06"),
        shows=("stop før fristen", "løber"),
    ),
    Example(
        says="Barnet fyldte et år på mødedagen, så de tre år for spædbørn gjaldt ikke.",
        events="""
            2019-04-17 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2020-06-01",
        gives=("open 2021-04-17",),
        shows=("løber",),
    ),
    Example(
        says="Barnet var under et år. Så gjaldt der tre år.",
        events="""
            2019-04-18 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2020-06-01",
        gives=(),
        rest={"genbehandling.spaedboern": "open 2023-04-17"},
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsen er fra oktober 2023: fristen i 2024 følger den lov, afgørelsen blev truffet efter.",
        events="""
            2012-02-10 barnet_foedt
            2023-10-10 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-10-08 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2024-12-01",
        gives=("met 2024-10-10",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Afgørelsen er fra januar 2024 og følger barnets lov.",
        events="""
            2012-02-10 barnet_foedt
            2024-01-09 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-03-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "open 2025-01-09"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_ET_AAR = (
    Example(
        says="Udvalget afgjorde sagen den 14. maj 2024 og genbehandlede den den 14. maj 2025: et år på dagen.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2025-07-01",
        gives=("met 2025-05-14",),
        rest={"genbehandling.efter_to_aar": "open 2027-05-14"},
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før et år er gået, er sagen ikke genbehandlet: fristen løber.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej",
        as_of="2025-05-13",
        gives=("open 2025-05-14",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Sagen blev genbehandlet dagen efter: for sent.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-05-15 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2025-07-01",
        gives=("late 2025-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Sagen er ikke genbehandlet.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej",
        as_of="2025-07-01",
        gives=("overdue 2025-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="En ordinær afgørelse om noget andet er ingen genbehandling.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-03-11 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer
        """,
        as_of="2025-07-01",
        gives=("overdue 2025-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Afgørelsen er fra skuddagen den 29. februar 2028: et år efter er den 28. februar 2029.",
        events="""
            2028-02-29 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2029-02-28 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2029-04-01",
        gives=("met 2029-02-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Anbringelsen ophørte inden et år: så er der intet at genbehandle.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-01-13 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-07-01",
        gives=("cancelled 2025-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udvalget gjorde anbringelsen permanent (§ 67), og den skal ikke genbehandles.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-01-14 udvalgets_afgoerelse #anbringelse paragraf=§_67 udvalgsart=ordinaer
        """,
        as_of="2025-07-01",
        gives=("cancelled 2025-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet inden et år.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-01-14 sag_afsluttet
        """,
        as_of="2025-07-01",
        gives=("cancelled 2025-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune inden et år.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-01-14 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2025-07-01",
        gives=("cancelled 2025-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte først efter fristen: det ændrer ikke, at genbehandlingen manglede.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-06-02 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-07-01",
        gives=("overdue 2025-05-14",),
        shows=("stop efter fristen",),
    ),
    Example(
        says=(
            "Det er ikke skrevet, om barnet var anbragt året før. Det kan ikke afgøres, men der mindes efter den korte "
            "frist."
        ),
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer",
        as_of="2024-09-01",
        gives=("unknown 2025-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udvalget godkendte kun formandens afgørelse. Året regnes først fra den ordinære.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=godkendelse anbragt_seneste_aar=nej
        """,
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet havde været anbragt inden for det seneste år, så der er to år.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja",
        as_of="2024-09-01",
        gives=(),
        rest={"genbehandling.efter_to_aar": "open 2026-05-14"},
        shows=("ingen pligt",),
    ),
    Example(
        says="En afgørelse om samvær skal ikke genbehandles.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Genbehandlingen er skrevet i et andet forløb om den samme anbringelse. Der ses efter i hele sagen.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2025-05-06 udvalgets_afgoerelse #genbehandling paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2025-07-01",
        gives=("met 2025-05-14",),
        shows=("flere forløb",),
    ),
    Example(
        says="Afgørelsen er fra december 2023 og følger serviceloven.",
        events="""
            2012-02-10 barnet_foedt
            2023-12-12 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "open 2024-12-12"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_TO_AAR_SEL = (
    Example(
        says="Barnet havde været anbragt. Sagen blev genbehandlet to år efter på dagen, og så begyndte to nye år.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2021-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("met 2021-04-17", "open 2023-04-17"),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før de to år er gået, er sagen ikke genbehandlet: fristen løber.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2021-04-16",
        gives=("open 2021-04-17",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Sagen blev genbehandlet dagen efter: for sent. De næste to år regnes fra den dag, det skete.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2021-04-18 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("late 2021-04-17", "open 2023-04-18"),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Sagen er ikke genbehandlet.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2021-06-01",
        gives=("overdue 2021-04-17",),
        shows=("mangler",),
    ),
    Example(
        says="To år efter skuddagen den 29. februar 2020 er den 28. februar 2022.",
        events="""
            2012-02-10 barnet_foedt
            2020-02-29 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2020-06-01",
        gives=("open 2022-02-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Anbringelsen ophørte inden de to år.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2020-08-03 anbringelse_ophoert #anbringelse
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udvalget videreførte anbringelsen efter § 68 a, som ikke skal genbehandles.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2020-08-04 udvalgets_afgoerelse #anbringelse paragraf=§_68_a udvalgsart=ordinaer
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says=(
            "Afgørelsen er fra november 2023, og i 2024 gjorde udvalget anbringelsen permanent efter barnets lov § 67."
        ),
        events="""
            2012-02-10 barnet_foedt
            2023-11-14 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_67 udvalgsart=ordinaer
        """,
        as_of="2024-09-01",
        gives=("cancelled 2025-11-14",),
        shows=("stop før fristen", "årsskiftet 2023-24"),
    ),
    Example(
        says="Sagen blev afsluttet inden de to år.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2020-08-03 sag_afsluttet
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune inden de to år.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2020-08-03 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2021-06-01",
        gives=("cancelled 2021-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte først efter de to år: det ændrer ikke, at genbehandlingen manglede.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2021-05-03 anbringelse_ophoert #anbringelse
        """,
        as_of="2021-06-01",
        gives=("overdue 2021-04-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Afgørelsens art er ikke skrevet, så det kan ikke afgøres, om den skulle genbehandles.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 anbragt_seneste_aar=ja
        """,
        as_of="2019-06-01",
        gives=("unknown 2021-04-17 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Det er ikke skrevet, om barnet var anbragt året før. Det siges af reglen om et år.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer
        """,
        as_of="2019-06-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "unknown 2020-04-17 felt_mangler"},
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet var under et år. Så gjaldt der tre år.",
        events="""
            2018-04-18 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2019-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet havde ikke været anbragt året før, så der gjaldt et år.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2019-06-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "open 2020-04-17"},
        shows=("ingen pligt",),
    ),
    Example(
        says="En afgørelse om samvær skulle ikke genbehandles.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_71 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2019-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Kun genbehandlingen står i udtrækket. De næste to år regnes fra den.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2019-06-01",
        gives=("open 2021-04-17",),
        shows=("løber",),
    ),
    Example(
        says="Barnet fyldte et år på mødedagen, så de tre år for spædbørn gjaldt ikke.",
        events="""
            2018-04-17 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2019-06-01",
        gives=("open 2021-04-17",),
        shows=("løber",),
    ),
    Example(
        says="Genbehandlingen er skrevet i et andet forløb. Der ses efter i hele sagen.",
        events="""
            2012-02-10 barnet_foedt
            2019-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2021-04-06 udvalgets_afgoerelse #genbehandling paragraf=§_58 udvalgsart=genbehandling
        """,
        as_of="2021-06-01",
        gives=("met 2021-04-17", "open 2023-04-06"),
        shows=("flere forløb",),
    ),
    Example(
        says="Afgørelsen er fra november 2023: de to år følger den lov, den blev truffet efter.",
        events="""
            2012-02-10 barnet_foedt
            2023-11-14 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2024-06-01",
        gives=("open 2025-11-14",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Genbehandlet i januar 2024: de næste to år følger barnets lov.",
        events="""
            2012-02-10 barnet_foedt
            2024-01-09 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2024-03-01",
        gives=(),
        rest={"genbehandling.efter_to_aar": "open 2026-01-09"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_TO_AAR = (
    Example(
        says="Barnet havde været anbragt. Sagen blev genbehandlet to år efter på dagen, og så begyndte to nye år.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2026-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2026-07-01",
        gives=("met 2026-05-14", "open 2028-05-14"),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før de to år er gået, er sagen ikke genbehandlet: fristen løber.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja",
        as_of="2026-05-13",
        gives=("open 2026-05-14",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Sagen blev genbehandlet dagen efter: for sent. De næste to år regnes fra den dag, det skete.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2026-05-15 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2026-07-01",
        gives=("late 2026-05-14", "open 2028-05-15"),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Sagen er ikke genbehandlet.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja",
        as_of="2026-07-01",
        gives=("overdue 2026-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="To år efter skuddagen den 29. februar 2024 er den 28. februar 2026.",
        events="2024-02-29 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja",
        as_of="2024-06-01",
        gives=("open 2026-02-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Anbringelsen ophørte inden de to år.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2025-08-04 anbringelse_ophoert #anbringelse
        """,
        as_of="2026-07-01",
        gives=("cancelled 2026-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udvalget gjorde anbringelsen permanent (§ 67), og den skal ikke genbehandles.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2025-08-05 udvalgets_afgoerelse #anbringelse paragraf=§_67 udvalgsart=ordinaer
        """,
        as_of="2026-07-01",
        gives=("cancelled 2026-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet inden de to år.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2025-08-04 sag_afsluttet
        """,
        as_of="2026-07-01",
        gives=("cancelled 2026-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune inden de to år.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2025-08-04 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2026-07-01",
        gives=("cancelled 2026-05-14",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte først efter de to år: det ændrer ikke, at genbehandlingen manglede.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2026-06-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2026-07-01",
        gives=("overdue 2026-05-14",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Afgørelsens art er ikke skrevet, så det kan ikke afgøres, om den skal genbehandles.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 anbragt_seneste_aar=ja",
        as_of="2024-09-01",
        gives=("unknown 2026-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udvalget godkendte kun formandens afgørelse. De to år regnes først fra den ordinære.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=godkendelse anbragt_seneste_aar=ja
        """,
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om barnet var anbragt året før. Det siges af reglen om et år.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer",
        as_of="2024-09-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "unknown 2025-05-14 felt_mangler"},
        shows=("ingen pligt",),
    ),
    Example(
        says="En afgørelse om samvær skal ikke genbehandles.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_105 udvalgsart=ordinaer anbragt_seneste_aar=ja",
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Kun genbehandlingen står i udtrækket. De næste to år regnes fra den.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2024-09-01",
        gives=("open 2026-05-14",),
        shows=("løber",),
    ),
    Example(
        says="Barnet havde ikke været anbragt, så der er et år.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej",
        as_of="2024-09-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "open 2025-05-14"},
        shows=("ingen pligt",),
    ),
    Example(
        says="Genbehandlingen er skrevet i et andet forløb, og de næste to år regnes derfra.",
        events="""
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=ja
            2026-05-05 udvalgets_afgoerelse #genbehandling paragraf=§_105 udvalgsart=genbehandling
        """,
        as_of="2026-07-01",
        gives=("met 2026-05-14", "open 2028-05-05"),
        shows=("flere forløb",),
    ),
    Example(
        says="Afgørelsen er fra december 2023 og følger serviceloven.",
        events="""
            2012-02-10 barnet_foedt
            2023-12-12 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"genbehandling.efter_to_aar": "open 2025-12-12"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_SPAEDBOERN_SEL = (
    Example(
        says="Barnet var fire måneder. Sagen blev genbehandlet tre år efter på dagen.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2023-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2023-06-01",
        gives=("met 2023-04-17",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før de tre år er gået, er sagen ikke genbehandlet: fristen løber.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2023-04-16",
        gives=("open 2023-04-17",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Sagen blev genbehandlet dagen efter: for sent.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2023-04-18 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2023-06-01",
        gives=("late 2023-04-17",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Sagen er ikke genbehandlet.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2023-06-01",
        gives=("overdue 2023-04-17",),
        shows=("mangler",),
    ),
    Example(
        says="Tre år efter skuddagen den 29. februar 2020 er den 28. februar 2023.",
        events="""
            2019-12-10 barnet_foedt
            2020-02-29 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2020-06-01",
        gives=("open 2023-02-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Anbringelsen ophørte inden de tre år.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-08-02 anbringelse_ophoert #anbringelse
        """,
        as_of="2023-06-01",
        gives=("cancelled 2023-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udvalget videreførte anbringelsen efter § 68 a, som ikke skal genbehandles.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2023-03-07 udvalgets_afgoerelse #anbringelse paragraf=§_68_a udvalgsart=ordinaer
        """,
        as_of="2023-06-01",
        gives=("cancelled 2023-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says=(
            "Afgørelsen er fra november 2023, og i 2024 gjorde udvalget anbringelsen permanent efter barnets lov § 67."
        ),
        events="""
            2023-07-10 barnet_foedt
            2023-11-14 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_67 udvalgsart=ordinaer
        """,
        as_of="2024-09-01",
        gives=("cancelled 2026-11-14",),
        shows=("stop før fristen", "årsskiftet 2023-24"),
    ),
    Example(
        says="Sagen blev afsluttet inden de tre år.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-08-02 sag_afsluttet
        """,
        as_of="2023-06-01",
        gives=("cancelled 2023-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune inden de tre år.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2021-08-02 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2023-06-01",
        gives=("cancelled 2023-04-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte først efter de tre år: det ændrer ikke, at genbehandlingen manglede.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2023-05-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2023-06-01",
        gives=("overdue 2023-04-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Barnets fødselsdag er ikke skrevet, så det kan ikke afgøres, om de tre år gjaldt.",
        events="2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej",
        as_of="2020-06-01",
        gives=("unknown 2023-04-17 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Barnet fyldte et år på mødedagen, så der gjaldt et år.",
        events="""
            2019-04-17 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2020-06-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "open 2021-04-17"},
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet var ikke født endnu, da udvalget traf afgørelse.",
        events="""
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2020-05-11 barnet_foedt
        """,
        as_of="2020-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="En afgørelse om samvær skulle ikke genbehandles.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_71 udvalgsart=ordinaer
        """,
        as_of="2020-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Udvalget godkendte kun formandens afgørelse. De tre år regnedes først fra den ordinære.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=godkendelse
        """,
        as_of="2020-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Genbehandlingen er skrevet i et andet forløb. Der ses efter i hele sagen.",
        events="""
            2019-12-10 barnet_foedt
            2020-04-17 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2023-04-04 udvalgets_afgoerelse #genbehandling paragraf=§_58 udvalgsart=genbehandling anbragt_seneste_aar=ja
        """,
        as_of="2023-06-01",
        gives=("met 2023-04-17",),
        shows=("flere forløb",),
    ),
    Example(
        says="Barnet kom hjem og blev anbragt igen, før det fyldte et år. Begge afgørelser har deres frist.",
        events="""
            2019-12-10 barnet_foedt
            2020-01-14 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2020-02-17 anbringelse_ophoert #anbringelse
            2020-10-06 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=ja
        """,
        as_of="2020-12-01",
        gives=("cancelled 2023-01-14", "open 2023-10-06"),
        shows=("stop før fristen", "løber"),
    ),
    Example(
        says="Afgørelsen er fra november 2023 og følger serviceloven i alle de tre år.",
        events="""
            2023-07-10 barnet_foedt
            2023-11-14 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-06-01",
        gives=("open 2026-11-14",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Afgørelsen er fra januar 2024. Om barnets lov har tre år for spædbørn, vides ikke, og der gælder et år.",
        events="""
            2023-07-10 barnet_foedt
            2024-01-09 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=ordinaer anbragt_seneste_aar=nej
        """,
        as_of="2024-03-01",
        gives=(),
        rest={"genbehandling.efter_et_aar": "open 2025-01-09"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Genbehandling",
    introduction=(
        "En anbringelse uden samtykke skal tages op igen i udvalget: inden et år, når barnet ikke havde været anbragt "
        "det seneste år, ellers inden to år efter den seneste afgørelse. Et år efter den 17. april er den 17. april "
        "året efter. En permanent anbringelse skal ikke genbehandles. Længden er læst hos Ankestyrelsen og ikke i "
        "selve § 50."
    ),
    examples={
        ET_AAR_SEL: _ET_AAR_SEL,
        ET_AAR: _ET_AAR,
        TO_AAR_SEL: _TO_AAR_SEL,
        TO_AAR: _TO_AAR,
        SPAEDBOERN_SEL: _SPAEDBOERN_SEL,
    },
)
