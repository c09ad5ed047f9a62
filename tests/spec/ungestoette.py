"""Worked examples for the chapter on the way to adult life."""

from pejl.rulebook.ungestoette import (
    BESLUTTES,
    BESLUTTES_SEL,
    UNGEPLAN_FOERST,
    UNGEPLAN_VED_16,
    UNGEPLAN_VED_AFGOERELSE,
)
from tests.spec.example import Chapter, Example, also_for

_UNGEPLAN_VED_AFGOERELSE = (
    Example(
        says="Den unge var 16 år ved afgørelsen, og en måned efter blev der taget stilling til en ungeplan.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-06-11 ungeplan_overvejet ungeplan_valgt=ja
        """,
        as_of="2024-08-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Der er lavet en ungeplan, og så er der også taget stilling.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-01 ungeplan_lavet
        """,
        as_of="2024-08-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Der er ikke taget stilling endnu. Der er ingen frist i tal, så pligten står åben.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Stillingen blev taget ugen før afgørelsen, på vej til den.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-07 ungeplan_overvejet ungeplan_valgt=nej
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Stillingen blev taget til en tidligere afgørelse. Til denne skal der tages stilling igen.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-05 ungeplan_overvejet ungeplan_valgt=nej
            2024-03-12 afgoerelse_truffet #indsats paragraf=§_30
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Også udvalgets afgørelse sætter et skel: det, der kom før den, var til den.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-05 ungeplan_overvejet ungeplan_valgt=nej
            2024-03-12 udvalgets_afgoerelse #indsats paragraf=§_38 udvalgsart=ordinaer
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Den unge fylder 16 år samme dag, som afgørelsen træffes: pligten gælder.",
        events="""
            2008-05-14 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Den unge fylder 16 år dagen efter afgørelsen: pligten gælder ikke endnu.",
        events="""
            2008-05-15 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Den unge er fyldt 18 år, og så er der ungestøtte og ikke en ungeplan ved afgørelsen.",
        events="""
            2006-05-14 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Født på skuddagen den 29. februar 2008: 18-årsdagen er den 28. februar 2026, så dagen før er den unge "
            "stadig 17 år."
        ),
        events="""
            2008-02-29 barnet_foedt
            2026-02-27 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2026-06-01",
        gives=("open -",),
        shows=("løber", "skuddag"),
    ),
    Example(
        says="En afgørelse om tidlig forebyggende hjælp (§ 30) kræver ingen stilling til en ungeplan.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_30
        """,
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="To afgørelser i samme forløb: der skal tages stilling ved dem begge.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-02 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
        """,
        as_of="2024-08-01",
        gives=("open -", "open -"),
        shows=("løber",),
    ),
    Example(
        says="Indsatsen ophørte, før der blev taget stilling: pligten faldt bort.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-01 indsats_ophoert #indsats
        """,
        as_of="2024-08-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Støtteopholdet ophørte, før der blev taget stilling: pligten faldt bort.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-01 anbringelse_ophoert #indsats
        """,
        as_of="2024-08-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, og pligten faldt bort.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-01 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede, og pligten faldt bort her.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-01 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-08-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Fødselsdagen er ikke skrevet, så det kan ikke afgøres, om den unge var fyldt 16 år.",
        events="2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
        as_of="2024-08-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra december 2023, før barnets lov gjaldt.",
        events="""
            2007-02-10 barnet_foedt
            2023-12-12 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Ungeplanen er skrevet i et andet forløb efter afgørelsen. Den gælder den unge og ikke kun ét forløb.",
        events="""
            2008-02-10 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-07-01 ungeplan_lavet #plan
        """,
        as_of="2024-08-01",
        gives=("met -",),
        shows=("flere forløb",),
    ),
)

_UNGEPLAN_VED_16 = (
    Example(
        says="Planen er fra 2024. På 16-årsdagen den 10. februar 2026 blev der taget stilling til en ungeplan.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2026-02-10 ungeplan_overvejet ungeplan_valgt=ja
        """,
        as_of="2026-04-01",
        gives=("met 2026-02-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før 16-årsdagen er der ikke taget stilling.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
        """,
        as_of="2026-02-09",
        gives=("open 2026-02-10",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Ungeplanen blev lavet dagen efter 16-årsdagen: for sent efter den dag, Pejl har valgt.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2026-02-11 ungeplan_lavet
        """,
        as_of="2026-04-01",
        gives=("late 2026-02-10",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Den unge er fyldt 16 år, og der er ikke taget stilling.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
        """,
        as_of="2026-04-01",
        gives=("overdue 2026-02-10",),
        shows=("mangler",),
    ),
    Example(
        says="Født på skuddagen den 29. februar 2012: 16-årsdagen er den 29. februar 2028, som også er et skudår.",
        events="""
            2012-02-29 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2028-02-29 ungeplan_lavet #plan
        """,
        as_of="2028-04-01",
        gives=("met 2028-02-29",),
        shows=("skuddag", "flere forløb"),
    ),
    Example(
        says="Fødselsdagen er ikke skrevet, så fristen kan ikke regnes ud.",
        events="2024-05-14 plan_lavet #indsats",
        as_of="2026-04-01",
        gives=("unknown - foedselsdag_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Den anden plan i samme forløb giver ikke en frist mere.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2025-01-14 plan_lavet #indsats
        """,
        as_of="2026-04-01",
        gives=("overdue 2026-02-10",),
        shows=("mangler",),
    ),
    Example(
        says="Planen blev lavet på 16-årsdagen. Så er det afgørelsen, der rejser spørgsmålet om en ungeplan.",
        events="""
            2010-02-10 barnet_foedt
            2026-02-10 plan_lavet #indsats
        """,
        as_of="2026-04-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Planen blev lavet dagen før 16-årsdagen, så der er én dag til at tage stilling.",
        events="""
            2010-02-10 barnet_foedt
            2026-02-09 plan_lavet #indsats
        """,
        as_of="2026-02-09",
        gives=("open 2026-02-10",),
        shows=("løber",),
    ),
    Example(
        says="Planen blev lavet for et barn på et halvt år. Fristen er den samme, blot langt ude i fremtiden.",
        events="""
            2024-01-10 barnet_foedt
            2024-07-10 plan_lavet #indsats
        """,
        as_of="2024-09-01",
        gives=("open 2040-01-10",),
        shows=("løber",),
    ),
    Example(
        says="Planen blev lavet, før barnet blev født. Så regnes der ikke fra den.",
        events="""
            2024-07-10 plan_lavet #indsats
            2024-08-10 barnet_foedt
        """,
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Indsatsen ophørte, før den unge fyldte 16 år.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2025-06-02 indsats_ophoert #indsats
        """,
        as_of="2026-04-01",
        gives=("cancelled 2026-02-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte, før den unge fyldte 16 år.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #anbringelse
            2025-06-02 anbringelse_ophoert #anbringelse
        """,
        as_of="2026-04-01",
        gives=("cancelled 2026-02-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, før den unge fyldte 16 år.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2025-06-02 sag_afsluttet
        """,
        as_of="2026-04-01",
        gives=("cancelled 2026-02-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede, før den unge fyldte 16 år.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2025-06-02 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2026-04-01",
        gives=("cancelled 2026-02-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Indsatsen ophørte efter 16-årsdagen: det ændrer ikke, at der ikke var taget stilling.",
        events="""
            2010-02-10 barnet_foedt
            2024-05-14 plan_lavet #indsats
            2026-03-02 indsats_ophoert #indsats
        """,
        as_of="2026-04-01",
        gives=("overdue 2026-02-10",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Handleplanen er fra december 2023, før barnets lov gjaldt.",
        events="""
            2010-02-10 barnet_foedt
            2023-12-12 plan_lavet #indsats
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_BESLUTTES_SEL = (
    Example(
        says=(
            "Født den 10. februar 2005. Støtten efter 18 år blev afgjort den 10. august 2022, seks måneder før på "
            "dagen."
        ),
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-10 ungestoette_besluttet #anbringelse paragraf=§_76
        """,
        as_of="2022-10-01",
        gives=("met 2022-08-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før de seks måneder er støtten ikke afgjort: fristen løber.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2022-08-09",
        gives=("open 2022-08-10",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Støtten blev afgjort dagen efter: for sent.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-11 afgoerelse_truffet #efter paragraf=§_76,_stk._2
        """,
        as_of="2022-10-01",
        gives=("late 2022-08-10",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Støtten er ikke afgjort. En afgørelse om noget andet tæller ikke.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-06-01 afgoerelse_truffet #anbringelse paragraf=§_52
        """,
        as_of="2022-10-01",
        gives=("overdue 2022-08-10",),
        shows=("mangler",),
    ),
    Example(
        says="Afgjort efter § 76 a med en ung med funktionsnedsættelse.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-06-01 afgoerelse_truffet #efter paragraf=§_76_a
        """,
        as_of="2022-10-01",
        gives=("met 2022-08-10",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Født den 31. august: seks måneder før er den sidste dag i februar, her den 28. i 2022.",
        events="""
            2004-08-31 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-02-28 ungestoette_besluttet #anbringelse paragraf=§_76
        """,
        as_of="2022-05-01",
        gives=("met 2022-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Anbringelsen ophørte, før fristen kom: pligten faldt bort.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2021-06-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2022-10-01",
        gives=("cancelled 2022-08-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, før fristen kom.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2021-06-01 sag_afsluttet
        """,
        as_of="2022-10-01",
        gives=("cancelled 2022-08-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune, før fristen kom.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2021-06-01 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2022-10-01",
        gives=("cancelled 2022-08-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte efter fristen: det ændrer ikke, at afgørelsen manglede.",
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-09-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2022-10-01",
        gives=("overdue 2022-08-10",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Fødselsdagen er ikke skrevet, så fristen kan ikke regnes ud.",
        events="2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52",
        as_of="2022-10-01",
        gives=("unknown - foedselsdag_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Den unge var fyldt 18 år, da opholdet begyndte.",
        events="""
            2005-02-10 barnet_foedt
            2023-02-10 anbringelse_ivaerksat #ophold paragraf=§_76
        """,
        as_of="2023-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Den unge var 17 år, da anbringelsen begyndte: fristen er der endnu.",
        events="""
            2005-02-10 barnet_foedt
            2022-03-07 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2022-05-01",
        gives=("open 2022-08-10",),
        shows=("løber",),
    ),
    Example(
        says="Barnet var en måned gammelt, da det blev anbragt.",
        events="""
            2022-02-10 barnet_foedt
            2022-03-10 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2022-05-01",
        gives=("open 2039-08-10",),
        shows=("løber",),
    ),
    Example(
        says="Anbringelsen blev skrevet, før barnet blev født. Så regnes der ikke fra den.",
        events="""
            2022-03-10 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-04-10 barnet_foedt
        """,
        as_of="2022-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Barnet blev anbragt to gange i samme forløb. Den første anbringelse ophørte, og den anden har sin egen "
            "frist."
        ),
        events="""
            2005-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2019-03-04 anbringelse_ophoert #anbringelse
            2020-03-02 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2022-05-01",
        gives=("cancelled 2022-08-10", "open 2022-08-10"),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbragt i 2018, og fristen er i 2026. Afgørelsen følger barnets lov, og fristen er den samme.",
        events="""
            2009-02-10 barnet_foedt
            2018-03-05 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2026-08-03 afgoerelse_truffet #anbringelse paragraf=§_114
        """,
        as_of="2026-10-01",
        gives=("met 2026-08-10",),
        shows=("årsskiftet 2023-24",),
        variants=also_for("paragraf=§_114", "paragraf=§_115", "paragraf=§_116", "paragraf=§_120"),
    ),
    Example(
        says=(
            "Afgørelsen er fra december 2023, og den unge flyttede ind i januar 2024: serviceloven er forløbets "
            "grundlag."
        ),
        events="""
            2009-02-10 barnet_foedt
            2023-12-12 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_58
        """,
        as_of="2024-03-01",
        gives=("open 2026-08-10",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Det samme gælder, når afgørelsen er truffet af forvaltningen.",
        events="""
            2009-02-10 barnet_foedt
            2023-12-12 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2024-03-01",
        gives=("open 2026-08-10",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Den unge blev anbragt i januar 2024 og følger barnets lov.",
        events="""
            2009-02-10 barnet_foedt
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2024-03-01",
        gives=(),
        rest={"ungestoette.besluttes": "open 2026-08-10"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_BESLUTTES = (
    Example(
        says="Født den 10. februar 2008. Ungestøtten blev afgjort den 10. august 2025, seks måneder før på dagen.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-10 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før de seks måneder er ungestøtten ikke afgjort: fristen løber.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2025-08-09",
        gives=("open 2025-08-10",),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Ungestøtten blev afgjort dagen efter: for sent.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-11 afgoerelse_truffet #ungestoette paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("late 2025-08-10",),
        shows=("dagen efter", "for sent", "flere forløb"),
    ),
    Example(
        says="Ungestøtten er ikke afgjort. En afgørelse om noget andet tæller ikke.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-06-02 afgoerelse_truffet #anbringelse paragraf=§_32 plan_valgt=nej
        """,
        as_of="2025-10-01",
        gives=("overdue 2025-08-10",),
        shows=("mangler",),
    ),
    Example(
        says="En fast kontaktperson (§ 115) er også ungestøtte.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-06-02 afgoerelse_truffet #anbringelse paragraf=§_115
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-10",),
        shows=("til tiden",),
    ),
    Example(
        says="Afgjort efter § 116.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-06-02 afgoerelse_truffet #anbringelse paragraf=§_116
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-10",),
        shows=("til tiden",),
    ),
    Example(
        says="Afgjort efter § 120.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-06-02 afgoerelse_truffet #anbringelse paragraf=§_120
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-10",),
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Født på skuddagen den 29. februar 2008: 18-årsdagen er den 28. februar 2026, og seks måneder før er den "
            "28. august."
        ),
        events="""
            2008-02-29 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-28 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-28",),
        shows=("skuddag",),
    ),
    Example(
        says="Født den 31. august 2010: seks måneder før 18-årsdagen er skuddagen den 29. februar 2028.",
        events="""
            2010-08-31 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2028-03-01 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2028-05-01",
        gives=("late 2028-02-29",),
        shows=("månedsslut", "skuddag", "for sent"),
    ),
    Example(
        says="Barnet flyttede hjem, før fristen kom: pligten faldt bort.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-02-03 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-10-01",
        gives=("cancelled 2025-08-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet, før fristen kom.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-02-03 sag_afsluttet
        """,
        as_of="2025-10-01",
        gives=("cancelled 2025-08-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen flyttede til en anden kommune, før fristen kom.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-02-03 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2025-10-01",
        gives=("cancelled 2025-08-10",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Anbringelsen ophørte efter fristen: det ændrer ikke, at afgørelsen manglede.",
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-09-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-10-01",
        gives=("overdue 2025-08-10",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Fødselsdagen er ikke skrevet, så fristen kan ikke regnes ud.",
        events="2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46",
        as_of="2025-10-01",
        gives=("unknown - foedselsdag_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Den unge blev anbragt tre måneder før 18-årsdagen. Den dag, loven regner til, var gået.",
        events="""
            2008-02-10 barnet_foedt
            2025-11-10 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2025-12-01",
        gives=("unknown - dagen_var_gaaet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Den unge fyldte 18 år den dag, opholdet begyndte: det er selv ungestøtte.",
        events="""
            2008-02-10 barnet_foedt
            2026-02-10 anbringelse_ivaerksat #ophold paragraf=§_114
        """,
        as_of="2026-04-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet var en måned gammelt, da det blev anbragt.",
        events="""
            2024-02-10 barnet_foedt
            2024-03-10 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2024-05-01",
        gives=("open 2041-08-10",),
        shows=("løber",),
    ),
    Example(
        says="Anbringelsen blev skrevet, før barnet blev født. Så regnes der ikke fra den.",
        events="""
            2024-03-10 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-04-10 barnet_foedt
        """,
        as_of="2024-05-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Barnet blev anbragt to gange i samme forløb. Den første anbringelse ophørte, og den anden har sin egen "
            "frist."
        ),
        events="""
            2008-02-10 barnet_foedt
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-09-02 anbringelse_ophoert #anbringelse
            2025-03-03 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2025-05-01",
        gives=("cancelled 2025-08-10", "open 2025-08-10"),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udvalgets afgørelse er fra december 2023, så forløbet følger serviceloven.",
        events="""
            2008-02-10 barnet_foedt
            2023-12-12 udvalgets_afgoerelse #anbringelse paragraf=§_58 udvalgsart=ordinaer anbragt_seneste_aar=nej
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_47
        """,
        as_of="2024-03-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Anbragt i december 2023 og følger serviceloven, som havde den samme frist.",
        events="""
            2008-02-10 barnet_foedt
            2023-12-12 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2024-03-01",
        gives=(),
        rest={"ungestoette.besluttes": "open 2025-08-10"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says=(
            "Afgørelsen er fra december 2023, så forløbet følger serviceloven, selv om den unge flyttede ind i januar "
            "2024."
        ),
        events="""
            2008-02-10 barnet_foedt
            2023-12-12 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2024-03-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_UNGEPLAN_FOERST = (
    Example(
        says="Ungeplanen blev skrevet om en måned, før ungestøtten blev afgjort.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-07-01 ungeplan_lavet
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-04",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Planen blev revideret dagen før.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-03 plan_revideret #plan
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-04",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Ungeplan og afgørelse er fra samme dag uden klokkeslæt: ungeplanen regnes for at være først.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungeplan_lavet
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("met 2025-08-04",),
        shows=("samme dag",),
    ),
    Example(
        says="Ungeplanen blev først skrevet om dagen efter: for sent.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
            2025-08-05 ungeplan_lavet
        """,
        as_of="2025-10-01",
        gives=("late 2025-08-04",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Der er ingen ungeplan i sagen.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("overdue 2025-08-04",),
        shows=("mangler",),
    ),
    Example(
        says="Ungeplanen er fra, før den unge blev anbragt, og er ikke revideret siden.",
        events="""
            2024-02-05 ungeplan_lavet
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("overdue 2025-08-04",),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket indeholder ingen ungeplaner.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("unknown 2025-08-04 ikke_daekket",),
        covers=("anbringelse_ivaerksat", "ungestoette_besluttet"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Den unge er ikke anbragt.",
        events="2025-08-04 ungestoette_besluttet #ungestoette paragraf=§_115",
        as_of="2025-10-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Anbringelsen var ophørt en måned før afgørelsen.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-07-01 anbringelse_ophoert #anbringelse
            2025-08-04 ungestoette_besluttet #ungestoette paragraf=§_115
        """,
        as_of="2025-10-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for("anbringelse_ophoert", "sag_afsluttet", "sag_flyttet"),
    ),
    Example(
        says="Anbringelsen er i et andet forløb end afgørelsen. Der ses efter i hele sagen.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungestoette_besluttet #ungestoette paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("overdue 2025-08-04",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Der blev truffet to afgørelser om ungestøtte. Ungeplanen skal være revideret før dem begge.",
        events="""
            2024-03-04 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-08-04 ungestoette_besluttet #anbringelse paragraf=§_114
            2025-08-18 ungeplan_lavet
            2025-09-01 ungestoette_besluttet #anbringelse paragraf=§_114
        """,
        as_of="2025-10-01",
        gives=("late 2025-08-04", "met 2025-09-01"),
        shows=("for sent", "til tiden"),
    ),
    Example(
        says="Afgørelsen er fra december 2023, før barnets lov gjaldt.",
        events="""
            2022-03-07 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2023-12-12 ungestoette_besluttet #anbringelse paragraf=§_76
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Ungeplan og ungestøtte",
    introduction=(
        "Når en ung med en plan fylder 16 år, skal der tages stilling til en ungeplan, og seks måneder før en anbragt "
        "ung fylder 18 år, skal ungestøtten være afgjort. Dagene regnes fra barnets fødselsdag. Er den ikke skrevet, "
        "kan fristen ikke regnes ud, og så står der »kan ikke afgøres«. Den, der er født den 29. februar, har her "
        "fødselsdag den 28. februar i de andre år."
    ),
    examples={
        UNGEPLAN_VED_AFGOERELSE: _UNGEPLAN_VED_AFGOERELSE,
        UNGEPLAN_VED_16: _UNGEPLAN_VED_16,
        BESLUTTES_SEL: _BESLUTTES_SEL,
        BESLUTTES: _BESLUTTES,
        UNGEPLAN_FOERST: _UNGEPLAN_FOERST,
    },
)
