"""Worked examples for the chapter on the child's own rights."""

from pejl.rulebook.barnets_rettigheder import (
    AFGOERELSE_TIL_BARNET,
    AFGOERELSE_TIL_BARNET_SEL,
    BISIDDER,
    BISIDDER_SEL,
    INDEHAVERENS_SAMTYKKE,
    OENSKE_BESVARES,
    OENSKE_KLAGEVEJLEDNING,
    UNGES_SAMTYKKE,
)
from tests.spec.example import Chapter, Example, also_for

# What answers to barnets lov § 3 in serviceloven, besides § 52; and what § 3 itself names besides § 32.
_SEL_OEVRIGE = tuple(
    f"paragraf=§_{section}" for section in ("57_b", "58", "68", "68_b", "69", "71", "75", "76", "76_a")
)
_BL_OEVRIGE = tuple(
    f"paragraf=§_{section}"
    for section in (
        *("33", "39", "46", "47", "52", "97,_stk._2", "100,_stk._1"),
        *("104,_stk._2", "104,_stk._3", "104,_stk._4", "104,_stk._5", "114", "115", "116", "120"),
    )
)

_BISIDDER_SEL = (
    Example(
        says="Barnet fik det at vide, ugen efter undersøgelsen var besluttet. Der er ingen frist i tal.",
        events="""
            2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13
            2023-03-08 bisidder_oplyst #underretning
        """,
        as_of="2023-05-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Barnet har ikke fået det at vide: pligten står åben og bliver aldrig overskredet.",
        events="2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13",
        as_of="2023-12-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Barnet fik det at vide, før undersøgelsen blev besluttet, og det står på hele sagen: det tæller.",
        events="""
            2023-02-14 bisidder_oplyst
            2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13
        """,
        as_of="2023-05-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Står det i et udtræk kun på en underretnings forløb, før undersøgelsen blev besluttet, ser reglen det "
            "ikke. Skrives det i Pejl, står det altid på hele sagen."
        ),
        events="""
            2023-02-14 bisidder_oplyst #underretning
            2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13
        """,
        as_of="2023-05-01",
        gives=("open -",),
        shows=("løber", "flere forløb"),
    ),
    Example(
        says="Sagen blev afsluttet: pligten faldt bort.",
        events="""
            2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13
            2023-04-10 sag_afsluttet
        """,
        as_of="2023-05-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13
            2023-04-10 sag_flyttet
        """,
        as_of="2023-05-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udtrækket siger intet om bisidder, så det kan ikke ses, om barnet har fået det at vide.",
        events="2023-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-02-13",
        as_of="2023-05-01",
        gives=("unknown - ikke_daekket",),
        covers=("undersoegelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen blev besluttet nytårsaften 2023, den sidste dag med serviceloven.",
        events="2023-12-31 undersoegelse_besluttet #undersøgelse behov_kendt=2023-12-27",
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Undersøgelsen blev besluttet nytårsdag 2024, og så gælder barnets lov.",
        events="2024-01-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-12-27",
        as_of="2024-02-01",
        gives=(),
        rest={"barnet.bisidder": "open -"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_BISIDDER = (
    Example(
        says="Barnet fik det at vide, ugen efter undersøgelsen var besluttet. Der er ingen frist i tal.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13
            2024-03-08 bisidder_oplyst #underretning
        """,
        as_of="2024-05-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Barnet har ikke fået det at vide: pligten står åben og bliver aldrig overskredet.",
        events="2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13",
        as_of="2024-12-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Barnet fik det at vide, før undersøgelsen blev besluttet, og det står på hele sagen: det tæller.",
        events="""
            2024-02-14 bisidder_oplyst
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13
        """,
        as_of="2024-05-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Står det i et udtræk kun på en underretnings forløb, før undersøgelsen blev besluttet, ser reglen det "
            "ikke. Skrives det i Pejl, står det altid på hele sagen."
        ),
        events="""
            2024-02-14 bisidder_oplyst #underretning
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13
        """,
        as_of="2024-05-01",
        gives=("open -",),
        shows=("løber", "flere forløb"),
    ),
    Example(
        says="En afdækning begynder også pligten.",
        events="""
            2024-03-01 afdaekning_besluttet #afdækning
            2024-03-08 bisidder_oplyst #afdækning
        """,
        as_of="2024-05-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Sagen blev afsluttet: pligten faldt bort.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13
            2024-04-10 sag_afsluttet
        """,
        as_of="2024-05-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13
            2024-04-10 sag_flyttet
        """,
        as_of="2024-05-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udtrækket siger intet om bisidder, så det kan ikke ses, om barnet har fået det at vide.",
        events="2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-13",
        as_of="2024-05-01",
        gives=("unknown - ikke_daekket",),
        covers=("undersoegelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen blev besluttet nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 undersoegelse_besluttet #undersøgelse behov_kendt=2023-12-27",
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Undersøgelsen blev besluttet nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 undersoegelse_besluttet #undersøgelse behov_kendt=2023-12-27",
        as_of="2024-02-01",
        gives=(),
        rest={"barnet.bisidder": "open -"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_AFGOERELSE_TIL_BARNET_SEL = (
    Example(
        says="Barnet var 13 år og fik selv afgørelsen to dage efter. Der er ingen frist i tal.",
        events="""
            2010-02-20 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52,_stk._3
            2023-05-17 afgoerelse_sendt #indsats hvem=barnet
        """,
        as_of="2023-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
        variants=also_for("paragraf=§_52,_stk._3", *_SEL_OEVRIGE),
    ),
    Example(
        says="Den unge var 15 år, og afgørelsen er sendt til den unge selv.",
        events="""
            2008-02-20 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
            2023-05-17 afgoerelse_sendt #indsats hvem=ung_15
        """,
        as_of="2023-07-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Afgørelsen er kun sendt til forælderen: pligten over for barnet står åben.",
        events="""
            2010-02-20 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
            2023-05-17 afgoerelse_sendt #indsats hvem=foraelder_1
        """,
        as_of="2023-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Udvalgets og formandens afgørelser skulle også sendes til barnet.",
        events="""
            2010-02-20 barnet_foedt
            2023-05-08 formandens_afgoerelse #anbringelse paragraf=§_75
            2023-05-15 udvalgets_afgoerelse #anbringelse paragraf=§_58
        """,
        as_of="2023-07-01",
        gives=("open -", "open -"),
        shows=("løber",),
    ),
    Example(
        says="To afgørelser i hvert sit forløb: at barnet fik den ene, siger intet om den anden.",
        events="""
            2010-02-20 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats-1 paragraf=§_52
            2023-05-15 afgoerelse_truffet #indsats-2 paragraf=§_52
            2023-05-17 afgoerelse_sendt #indsats-2 hvem=barnet
        """,
        as_of="2023-07-01",
        gives=("open -", "met -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Afgørelsen blev truffet på barnets 12-års fødselsdag: fra den dag kunne barnet klage.",
        events="""
            2011-05-15 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Afgørelsen blev truffet dagen før barnets 12-års fødselsdag: barnet kunne ikke selv klage endnu.",
        events="""
            2011-05-16 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Barnet er født på skuddagen den 29. februar 2012 og fyldte 11 år den 28. februar 2023.",
        events="""
            2012-02-29 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt", "skuddag"),
    ),
    Example(
        says="Dagen før den unge fyldte 18 år, gjaldt pligten stadig.",
        events="""
            2005-05-16 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_76
        """,
        as_of="2023-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Den unge fyldte 18 år den dag og er ikke længere et barn; reglen gælder ikke.",
        events="""
            2005-05-15 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_76
        """,
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Konsulentbistand (§ 11) er ikke blandt de afgørelser, reglen ser på.",
        events="""
            2010-02-20 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_11,_stk._3
        """,
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet. Reglen ser kun på afgørelser, hvor den står.",
        events="""
            2010-02-20 barnet_foedt
            2023-05-15 afgoerelse_truffet #indsats
        """,
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvornår barnet er født, så det kan ikke afgøres, om pligten gælder.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52",
        as_of="2023-07-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, den sidste dag med serviceloven.",
        events="""
            2010-02-20 barnet_foedt
            2023-12-31 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, og så gælder barnets lov.",
        events="""
            2010-02-20 barnet_foedt
            2024-01-01 afgoerelse_truffet #indsats paragraf=§_58
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_AFGOERELSE_TIL_BARNET = (
    Example(
        says="Barnet er 11 år og fik selv afgørelsen to dage efter. Der er ingen frist i tal.",
        events="""
            2013-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32,_stk._1
            2024-05-16 afgoerelse_sendt #indsats hvem=barnet klagevejledning=ja
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
        variants=also_for("paragraf=§_32,_stk._1", *_BL_OEVRIGE),
    ),
    Example(
        says="Den unge er 15 år, og afgørelsen er sendt til den unge selv.",
        events="""
            2009-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
            2024-05-16 afgoerelse_sendt #indsats hvem=ung_15
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Afgørelsen blev kun sendt til moren mellem jul og nytår: pligten over for barnet står åben.",
        events="""
            2013-02-20 barnet_foedt
            2024-12-23 afgoerelse_truffet #indsats paragraf=§_32
            2024-12-27 afgoerelse_sendt #indsats hvem=foraelder_1
        """,
        as_of="2025-02-01",
        gives=("open -",),
        shows=("løber", "jul"),
    ),
    Example(
        says="Det er ikke skrevet, hvem afgørelsen blev sendt til, så det kan ikke ses, om barnet fik den.",
        events="""
            2013-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
            2024-05-16 afgoerelse_sendt #indsats
        """,
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udvalgets, formandens og de særlige afgørelser om samvær, hjemgivelse og ungestøtte skal også sendes.",
        events="""
            2013-02-20 barnet_foedt
            2024-05-07 formandens_afgoerelse #anbringelse paragraf=§_143
            2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47
            2024-06-04 samvaer_afgjort #anbringelse
            2025-06-03 hjemgivelse_besluttet #anbringelse
            2025-06-10 ungestoette_besluttet #ungestøtte paragraf=§_114
        """,
        as_of="2025-07-01",
        gives=("open -", "open -", "open -", "open -", "open -"),
        shows=("løber",),
    ),
    Example(
        says="To afgørelser i hvert sit forløb: at barnet fik den ene, siger intet om den anden.",
        events="""
            2013-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-05-14 afgoerelse_truffet #indsats-2 paragraf=§_32
            2024-05-16 afgoerelse_sendt #indsats-2 hvem=barnet
        """,
        as_of="2024-06-01",
        gives=("open -", "met -"),
        shows=("flere forløb", "løber"),
    ),
    Example(
        says="Afgørelsen er truffet på barnets 10-års fødselsdag: fra den dag er barnet part.",
        events="""
            2014-05-14 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Afgørelsen er truffet dagen før barnets 10-års fødselsdag: barnet er ikke part endnu.",
        events="""
            2014-05-15 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Barnet er født på skuddagen den 29. februar 2016. Det fylder 10 år den 28. februar 2026 og er part fra da."
        ),
        events="""
            2016-02-29 barnet_foedt
            2026-02-27 afgoerelse_truffet #indsats-1 paragraf=§_32
            2026-02-28 afgoerelse_truffet #indsats-2 paragraf=§_32
        """,
        as_of="2026-04-01",
        gives=("open -",),
        shows=("skuddag", "løber"),
    ),
    Example(
        says="Afgørelsen om ungestøtte er truffet dagen før, den unge fylder 18 år: pligten gælder.",
        events="""
            2006-05-15 barnet_foedt
            2024-05-14 afgoerelse_truffet #ungestøtte paragraf=§_114
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Afgørelsen er truffet på 18-års fødselsdagen. Den unge er voksen, og reglen om barnet gælder ikke.",
        events="""
            2006-05-14 barnet_foedt
            2024-05-14 afgoerelse_truffet #ungestøtte paragraf=§_114
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Tidlig hjælp efter § 30 er ikke blandt de sager, loven nævner.",
        events="""
            2013-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_30
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet. Reglen ser kun på afgørelser, hvor den står.",
        events="""
            2013-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvornår barnet er født, så det kan ikke afgøres, om pligten gælder.",
        events="2024-05-14 afgoerelse_truffet #indsats paragraf=§_32",
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, den første dag med barnets lov. Barnet er 10 år.",
        events="""
            2013-02-20 barnet_foedt
            2024-01-01 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023. Barnet er 10 år og kunne først klage som 12-årig.",
        events="""
            2013-02-20 barnet_foedt
            2023-12-31 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_UNGES_SAMTYKKE = (
    Example(
        says="Den unge er 16 år og har selv samtykket ugen før afgørelsen.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-07 samtykke_givet hvem=ung_15
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46,_stk._1
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Samtykket er fra dagen før afgørelsen og skrevet på et andet forløb.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-13 samtykke_givet #indsats hvem=ung_15
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Samtykke og afgørelse er fra samme dag uden klokkeslæt: samtykket regnes for at være før.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-14 samtykke_givet hvem=ung_15
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Samtykket blev først givet dagen efter afgørelsen: for sent.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-15 samtykke_givet hvem=ung_15
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Moren har samtykket, men den 16-årige har ikke: det mangler.",
        events="""
            2008-02-20 barnet_foedt
            2024-12-20 samtykke_givet hvem=foraelder_1
            2024-12-23 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2025-02-01",
        gives=("overdue 2024-12-23",),
        shows=("mangler", "jul"),
    ),
    Example(
        says="En afgørelse om noget andet på vejen ændrer ikke ved samtykket.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-07 samtykke_givet hvem=ung_15
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
            2024-05-21 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-21",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Samtykket blev trukket tilbage, før afgørelsen blev truffet: der er intet samtykke.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-07 samtykke_givet hvem=ung_15
            2024-05-10 samtykke_trukket hvem=ung_15
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Den unge er anbragt, og der er truffet en ny afgørelse om anbringelsen. Den kræver sit eget samtykke.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-07 samtykke_givet #anbringelse hvem=ung_15
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-21 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2025-06-01",
        gives=("met 2024-05-14", "overdue 2025-05-14"),
        shows=("til tiden", "mangler"),
    ),
    Example(
        says="Afgørelsen er truffet på 15-års fødselsdagen: fra den dag skal den unge selv samtykke.",
        events="""
            2009-05-14 barnet_foedt
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Afgørelsen er truffet dagen før 15-års fødselsdagen: barnet skal høres, men ikke samtykke.",
        events="""
            2009-05-15 barnet_foedt
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Den unge er født på skuddagen den 29. februar 2008 og fyldte 15 år den 28. februar 2023.",
        events="""
            2008-02-29 barnet_foedt
            2024-02-28 samtykke_givet hvem=ung_15
            2024-02-29 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-04-01",
        gives=("met 2024-02-29",),
        shows=("skuddag",),
    ),
    Example(
        says="Dagen før den unge fylder 18 år, kræves samtykket stadig.",
        events="""
            2006-05-15 barnet_foedt
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Den unge fylder 18 år den dag, afgørelsen er truffet, og reglen om den unges samtykke gælder ikke mere.",
        events="""
            2006-05-14 barnet_foedt
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvornår barnet er født, så det kan ikke afgøres, om pligten gælder.",
        events="2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-06-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Støtte efter § 32 er ikke en anbringelse, og reglen gælder ikke.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Afgørelsens paragraf er ikke skrevet. Reglen ser kun på afgørelser, der står som anbringelse med samtykke."
        ),
        events="""
            2008-02-20 barnet_foedt
            2024-05-14 afgoerelse_truffet #anbringelse
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Der er givet samtykke, men det er ikke skrevet, af hvem.",
        events="""
            2008-02-20 barnet_foedt
            2024-05-07 samtykke_givet
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, den første dag med barnets lov.",
        events="""
            2008-02-20 barnet_foedt
            2024-01-01 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-02-01",
        gives=("overdue 2024-01-01",),
        shows=("årsskiftet 2023-24", "mangler"),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, før reglen gjaldt.",
        events="""
            2008-02-20 barnet_foedt
            2023-12-31 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_INDEHAVERENS_SAMTYKKE = (
    Example(
        says="Moren har samtykket ugen før afgørelsen.",
        events="""
            2024-05-07 samtykke_givet hvem=foraelder_1
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46,_stk._1
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Samtykket er fra dagen før afgørelsen og skrevet på et andet forløb.",
        events="""
            2024-05-13 samtykke_givet #indsats hvem=foraelder_1
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Samtykke og afgørelse er fra samme dag uden klokkeslæt: samtykket regnes for at være før.",
        events="""
            2024-05-14 samtykke_givet hvem=foraelder_1
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Samtykket blev først givet dagen efter afgørelsen: for sent.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-15 samtykke_givet hvem=foraelder_1
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Den unge har samtykket, men ingen af forældrene har: det mangler.",
        events="""
            2024-12-20 samtykke_givet hvem=ung_15
            2024-12-23 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2025-02-01",
        gives=("overdue 2024-12-23",),
        shows=("mangler", "jul"),
    ),
    Example(
        says="En afgørelse om noget andet på vejen ændrer ikke ved samtykket.",
        events="""
            2024-05-07 samtykke_givet hvem=foraelder_1
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
            2024-05-21 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-21",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Samtykket blev trukket tilbage, før afgørelsen blev truffet: der er intet samtykke.",
        events="""
            2024-05-07 samtykke_givet hvem=foraelder_1
            2024-05-10 samtykke_trukket hvem=foraelder_1
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Barnet er anbragt, og der er truffet en ny afgørelse om anbringelsen. Den kræver sit eget samtykke.",
        events="""
            2024-05-07 samtykke_givet #anbringelse hvem=foraelder_1
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-21 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2025-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2025-06-01",
        gives=("met 2024-05-14", "overdue 2025-05-14"),
        shows=("til tiden", "mangler"),
    ),
    Example(
        says="Det er den anden forælder, der har samtykket. Pejl ser efter, om mindst én har.",
        events="""
            2024-05-07 samtykke_givet hvem=foraelder_2
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
    ),
    Example(
        says="Forældremyndigheden ligger hos en bedstemor, og hun har samtykket.",
        events="""
            2024-05-07 samtykke_givet hvem=anden_indehaver
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
    ),
    Example(
        says="Støtte efter § 32 er ikke en anbringelse, og reglen gælder ikke.",
        events="2024-05-14 afgoerelse_truffet #indsats paragraf=§_32",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Afgørelsens paragraf er ikke skrevet. Reglen ser kun på afgørelser, der står som anbringelse med samtykke."
        ),
        events="2024-05-14 afgoerelse_truffet #anbringelse",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Der er givet samtykke, men det er ikke skrevet, af hvem.",
        events="""
            2024-05-07 samtykke_givet
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-02-01",
        gives=("overdue 2024-01-01",),
        shows=("årsskiftet 2023-24", "mangler"),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_OENSKE_BESVARES = (
    Example(
        says="Barnet bad om at blive anbragt og fik et skriftligt svar tre uger efter. Der er ingen frist i tal.",
        events="""
            2024-05-14 anbringelse_oensket
            2024-06-04 anbringelsesoenske_besvaret imoedekommet=ja
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Barnet bad om det lillejuleaften og har ikke fået svar: pligten står åben.",
        events="2024-12-23 anbringelse_oensket",
        as_of="2025-03-01",
        gives=("open -",),
        shows=("løber", "jul"),
    ),
    Example(
        says=(
            "Barnet bad igen et halvt år efter og skal have svar igen. Svaret er skrevet på et andet forløb og tæller."
        ),
        events="""
            2024-05-14 anbringelse_oensket #samtale
            2024-06-04 anbringelsesoenske_besvaret #svar imoedekommet=nej klagevejledning=ja
            2024-12-02 anbringelse_oensket #samtale
        """,
        as_of="2025-01-15",
        gives=("met -", "open -"),
        shows=("til tiden", "løber", "flere forløb"),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-05-14 anbringelse_oensket
            2024-05-28 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet. Barnet skal stadig have et svar.",
        events="""
            2024-05-14 anbringelse_oensket
            2024-05-28 sag_afsluttet
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Udtrækket siger intet om svar til børn, så det kan ikke ses, om barnet fik et.",
        events="2024-05-14 anbringelse_oensket",
        as_of="2024-07-01",
        gives=("unknown - ikke_daekket",),
        covers=("anbringelse_oensket",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Barnet bad om det nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 anbringelse_oensket",
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Barnet bad om det nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 anbringelse_oensket",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_OENSKE_KLAGEVEJLEDNING = (
    Example(
        says="Svaret var nej, og barnet fik samtidig at vide, hvordan det kan klage.",
        events="""
            2024-05-14 anbringelse_oensket
            2024-06-04 anbringelsesoenske_besvaret imoedekommet=nej klagevejledning=ja
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Svaret var nej uden klagevejledning. Den kom ugen efter, i et svar til.",
        events="""
            2024-06-04 anbringelsesoenske_besvaret #svar-1 imoedekommet=nej klagevejledning=nej
            2024-06-11 anbringelsesoenske_besvaret #svar-2 imoedekommet=nej klagevejledning=ja
        """,
        as_of="2024-07-01",
        gives=("met -", "met -"),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Svaret var nej, og der er ingen klagevejledning: pligten står åben.",
        events="2024-06-04 anbringelsesoenske_besvaret imoedekommet=nej klagevejledning=nej",
        as_of="2024-09-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Barnet fik, hvad det bad om, så der er ikke noget at klage over.",
        events="2024-06-04 anbringelsesoenske_besvaret imoedekommet=ja",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvad svaret var. Pligten begynder kun, hvor det står, at det var et nej.",
        events="2024-06-04 anbringelsesoenske_besvaret",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om der var en klagevejledning med.",
        events="2024-06-04 anbringelsesoenske_besvaret imoedekommet=nej",
        as_of="2024-07-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-06-04 anbringelsesoenske_besvaret imoedekommet=nej klagevejledning=nej
            2024-06-11 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Svaret er fra den 5. marts 2024, den dag Pejl regner klageretten fra.",
        events="2024-03-05 anbringelsesoenske_besvaret imoedekommet=nej klagevejledning=nej",
        as_of="2024-05-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Svaret er fra dagen før, hvor klageretten ikke stod i loven endnu.",
        events="2024-03-04 anbringelsesoenske_besvaret imoedekommet=nej klagevejledning=nej",
        as_of="2024-05-01",
        gives=(),
        shows=("før reglen gjaldt",),
    ),
)

CHAPTER = Chapter(
    title="Barnets rettigheder",
    introduction=(
        "Barnet skal vide, at det må have en bisidder. Fra det fyldte 10. år er det selv part i de sager, loven "
        "nævner, og skal have sin egen afgørelse med vejledning om at klage; før 2024 var grænsen 12 år. Fra det "
        "fyldte 15. år skal den unge selv samtykke, når en anbringelse sker med samtykke. Og et barn, der beder om at "
        "blive anbragt, skal have et svar. Barnets alder regnes på afgørelsens dag. Er det ikke skrevet, hvornår "
        "barnet er født, kan det ikke afgøres, om pligten gælder."
    ),
    examples={
        BISIDDER_SEL: _BISIDDER_SEL,
        BISIDDER: _BISIDDER,
        AFGOERELSE_TIL_BARNET_SEL: _AFGOERELSE_TIL_BARNET_SEL,
        AFGOERELSE_TIL_BARNET: _AFGOERELSE_TIL_BARNET,
        UNGES_SAMTYKKE: _UNGES_SAMTYKKE,
        INDEHAVERENS_SAMTYKKE: _INDEHAVERENS_SAMTYKKE,
        OENSKE_BESVARES: _OENSKE_BESVARES,
        OENSKE_KLAGEVEJLEDNING: _OENSKE_KLAGEVEJLEDNING,
    },
)
