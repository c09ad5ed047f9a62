"""Worked examples for the chapter on what the investigation must have looked at."""

from pejl.rulebook.undersoegelsens_indhold import (
    PPV,
    SOESKENDE,
    SOESKENDE_UNDER_15,
    STOETTE_VED_SIDEN_AF,
    TO_RAADGIVERE,
)
from tests.spec.example import Chapter, Example

_SOESKENDE = (
    Example(
        says="Rådgiveren tog stilling til søskende en måned før, undersøgelsen blev færdig.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-05-06 soeskende_overvejet #undersøgelse soeskende_udfald=ikke_behov
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Der blev taget stilling dagen før, undersøgelsen blev færdig.",
        events="""
            2024-06-09 soeskende_overvejet #undersøgelse soeskende_udfald=undersoegelse
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("dagen før",),
    ),
    Example(
        says="Samme dag uden klokkeslæt: stillingen til søskende regnes for at være før.",
        events="""
            2024-06-10 soeskende_overvejet #undersøgelse soeskende_udfald=ikke_behov
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("samme dag",),
    ),
    Example(
        says="Der blev først taget stilling dagen efter, undersøgelsen var færdig: for sent.",
        events="""
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-11 soeskende_overvejet #undersøgelse soeskende_udfald=ikke_behov
        """,
        as_of="2024-07-01",
        gives=("late 2024-06-10",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Undersøgelsen blev færdig lillejuleaften, og der står intet om søskende.",
        events="2024-12-23 undersoegelse_afsluttet #undersøgelse",
        as_of="2025-02-01",
        gives=("overdue 2024-12-23",),
        shows=("mangler", "jul"),
    ),
    Example(
        says="Det, der blev skrevet under en underretning eller i en anden undersøgelse, gælder ikke denne.",
        events="""
            2024-02-14 soeskende_overvejet #underretning soeskende_udfald=ikke_behov
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-10",),
        shows=("flere forløb", "mangler"),
    ),
    Example(
        says="Det, der er skrevet på hele sagen, tæller kun, hvis det kom efter den forrige undersøgelse.",
        events="""
            2024-02-05 soeskende_overvejet soeskende_udfald=ikke_behov
            2024-02-12 undersoegelse_afsluttet
            2025-06-10 undersoegelse_afsluttet
        """,
        as_of="2025-07-01",
        gives=("met 2024-02-12", "overdue 2025-06-10"),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket siger intet om søskende, så det kan ikke ses, om der er taget stilling.",
        events="2024-06-10 undersoegelse_afsluttet #undersøgelse",
        as_of="2024-07-01",
        gives=("unknown 2024-06-10 ikke_daekket",),
        covers=("undersoegelse_afsluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 undersoegelse_afsluttet #undersøgelse",
        as_of="2024-02-01",
        gives=("overdue 2024-01-01",),
        shows=("årsskiftet 2023-24", "mangler"),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 undersoegelse_afsluttet #undersøgelse",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_SOESKENDE_UNDER_15 = (
    Example(
        says="Barnet er anbragt på grund af omsorgssvigt, og ugen efter sættes en undersøgelse af lillebror i gang.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
            2024-05-21 soeskende_overvejet #undersøgelse soeskende_udfald=undersoegelse
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Det er udvalget, der har besluttet anbringelsen, og søskende er ikke overvejet: pligten står åben.",
        events="2024-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 soeskende_under_15=ja",
        as_of="2025-05-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="I nogle lister er udvalgets afgørelse skrevet som en almindelig. Pligten er den samme.",
        events="2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_47 soeskende_under_15=ja",
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="At der ikke er behov, er ikke grund nok: er barnet anbragt på grund af hjemmet, skal der undersøges.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
            2024-05-21 soeskende_overvejet #anbringelse soeskende_udfald=ikke_behov begrundelse=De_trives
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Det er åbenbart unødvendigt at undersøge, og grunden er skrevet.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
            2024-05-21 soeskende_overvejet #undersøgelse soeskende_udfald=aabenbart_ikke begrundelse=Bor_hos_sin_far
        """,
        as_of="2024-06-01",
        gives=("excused -",),
        shows=("undtaget",),
    ),
    Example(
        says="Mangler grunden til, at det er åbenbart unødvendigt, står pligten stadig åben.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
            2024-05-21 soeskende_overvejet #undersøgelse soeskende_udfald=aabenbart_ikke
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Det er skrevet, at søskende er overvejet, men ikke, hvad det blev til.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
            2024-05-21 soeskende_overvejet #undersøgelse
        """,
        as_of="2024-06-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen af lillesøster blev sat i gang og skrevet på sagen, mens barnet selv blev undersøgt.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-04-08 soeskende_overvejet soeskende_udfald=undersoegelse
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Søskende blev undersøgt, før dette barn blev det. Det var dengang og tæller ikke nu.",
        events="""
            2024-01-15 soeskende_overvejet soeskende_udfald=undersoegelse
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Anbringelserne skyldes ikke hjemmet, eller der er ingen søskende under 15 år: pligten gælder ikke.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=nej
            2025-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47 soeskende_under_15=nej
        """,
        as_of="2025-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvad anbringelserne skyldes. Pligten begynder først, når det er noteret.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2025-05-14 udvalgets_afgoerelse #anbringelse paragraf=§_47
        """,
        as_of="2025-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelserne handler ikke om at anbringe barnet, så reglen gælder ikke.",
        events="""
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32 soeskende_under_15=ja
            2024-05-21 udvalgets_afgoerelse #udvalg paragraf=§_23 soeskende_under_15=ja
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja
            2024-05-21 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udtrækket siger intet om søskende, så det kan ikke ses, om de bliver undersøgt.",
        events="2024-05-14 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja",
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 afgoerelse_truffet #anbringelse paragraf=§_46 soeskende_under_15=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_TO_RAADGIVERE = (
    Example(
        says="To rådgivere talte med barnet midt i undersøgelsen. Barnet havde ikke fået hjælp før.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-04-15 samtale_med_barnet to_raadgivere=ja
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Samtalen med to rådgivere blev holdt dagen før, undersøgelsen var færdig, og skrevet på et andet forløb.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-09 samtale_med_barnet #underretning to_raadgivere=ja
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("dagen før", "flere forløb"),
    ),
    Example(
        says="Samtalen er fra samme dag uden klokkeslæt: den regnes for at være før.",
        events="""
            2024-06-10 samtale_med_barnet #undersøgelse to_raadgivere=ja
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("samme dag",),
    ),
    Example(
        says="To rådgivere talte først med barnet dagen efter, undersøgelsen var færdig: for sent.",
        events="""
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
            2024-06-11 samtale_med_barnet #undersøgelse to_raadgivere=ja
        """,
        as_of="2024-07-01",
        gives=("late 2024-06-10",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Der var kun én rådgiver med, og det er ikke skrevet hvorfor.",
        events="""
            2024-04-15 samtale_med_barnet #undersøgelse to_raadgivere=nej
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-10",),
        shows=("mangler",),
    ),
    Example(
        says="Der var kun én rådgiver med, og grunden er skrevet.",
        events="""
            2024-04-15 samtale_med_barnet #undersøgelse to_raadgivere=nej
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej en_raadgiver_grund=Barnet_bad_om_det
        """,
        as_of="2024-07-01",
        gives=("excused 2024-06-10",),
        shows=("undtaget",),
    ),
    Example(
        says="Samtalen med barnet blev undladt med begrundelse, så der var ingen samtale at være to ved.",
        events="""
            2024-04-15 samtale_undladt #undersøgelse begrundelse=Barnet_er_to_måneder_gammelt
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("excused 2024-06-10",),
        shows=("undtaget",),
    ),
    Example(
        says="To rådgivere talte med barnet, før undersøgelsen blev besluttet. Det hører ikke til den.",
        events="""
            2024-02-14 samtale_med_barnet to_raadgivere=ja
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-10",),
        shows=("mangler",),
    ),
    Example(
        says="Barnet fik støtte før undersøgelsen, så loven beder ikke om to rådgivere.",
        events="2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=ja",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om barnet fik hjælp før. Pligten begynder først, når det er noteret.",
        events="2024-06-10 undersoegelse_afsluttet #undersøgelse",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Der blev talt med barnet, men det er ikke skrevet, om de var to.",
        events="""
            2024-04-15 samtale_med_barnet #undersøgelse
            2024-06-10 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej
        """,
        as_of="2024-07-01",
        gives=("unknown 2024-06-10 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej",
        as_of="2024-02-01",
        gives=("overdue 2024-01-01",),
        shows=("årsskiftet 2023-24", "mangler"),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 undersoegelse_afsluttet #undersøgelse hjaelp_foer=nej",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_STOETTE_VED_SIDEN_AF = (
    Example(
        says="Støtten løb ved siden af undersøgelsen. Da den var færdig, blev der fulgt op: støtten fortsætter.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-12 opfoelgning_holdt #indsats konsekvens=fortsaetter
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Der er ikke taget stilling til støtten: pligten står åben.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-09-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Der er fulgt op, men det er ikke skrevet, hvad det betyder for støtten: pligten står stadig åben.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-12 opfoelgning_holdt #indsats
        """,
        as_of="2024-09-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="En ny afgørelse er også en stillingtagen.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-19 afgoerelse_truffet #indsats-2 paragraf=§_32
        """,
        as_of="2024-09-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Det er udvalgets afgørelse også.",
        events="""
            2024-03-11 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-19 udvalgets_afgoerelse #anbringelse paragraf=§_47
        """,
        as_of="2024-09-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Tre undersøgelser efter hinanden, hver med sin støtte ved siden af. Hver støtte hørte op bagefter, og så "
            "var der taget stilling."
        ),
        events="""
            2024-03-11 indsats_ivaerksat #a paragraf=§_52
            2024-04-08 undersoegelse_afsluttet #undersøgelse-1
            2024-04-15 indsats_ophoert #a
            2025-03-11 anbringelse_ivaerksat #b paragraf=§_143
            2025-04-08 undersoegelse_afsluttet #undersøgelse-2
            2025-04-15 anbringelse_ophoert #b
            2026-03-11 anbringelse_ivaerksat #c paragraf=§_75
            2026-04-08 undersoegelse_afsluttet #undersøgelse-3
            2026-04-15 anbringelse_ophoert #c
        """,
        as_of="2026-06-01",
        gives=("met -", "met -", "met -"),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Støtten hørte op en uge efter, undersøgelsen blev færdig. Det er også en stillingtagen.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-17 indsats_ophoert #indsats
        """,
        as_of="2024-09-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="To undersøgelser er skrevet på hele sagen, med støtte ved siden af: hver af dem kræver en stillingtagen.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet
            2024-06-17 opfoelgning_holdt #indsats konsekvens=justeres
            2025-06-10 undersoegelse_afsluttet
        """,
        as_of="2025-09-01",
        gives=("met -", "open -"),
        shows=("til tiden", "løber"),
    ),
    Example(
        says="En anbringelse fra før 2024 (§ 52) løb videre ved siden af undersøgelsen.",
        events="""
            2023-11-06 anbringelse_ivaerksat #anbringelse paragraf=§_52,_stk._3
            2024-03-11 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber", "årsskiftet 2023-24"),
    ),
    Example(
        says="Støtten var hørt op, før undersøgelsen blev færdig, så der er intet at tage stilling til.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-05-13 indsats_ophoert #indsats
            2024-04-08 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-05-20 anbringelse_ophoert #anbringelse
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt", "flere forløb"),
    ),
    Example(
        says="Støtten hørte til en sag, der blev afsluttet året før.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-12-20 sag_afsluttet
            2025-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2025-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Støtten blev givet, før familien flyttede væk. Siden er den kommet tilbage, og barnet er undersøgt.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-12-20 sag_flyttet
            2025-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2025-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says=(
            "Tidlig hjælp efter § 30 og en anbringelse fra et andet forløb (§ 47) er ikke den støtte, loven mener her."
        ),
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_30
            2024-03-18 anbringelse_ivaerksat #anbringelse paragraf=§_47
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Støttens paragraf er ikke skrevet, så det kan ikke afgøres, om pligten gælder.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Sagen blev afsluttet: pligten faldt bort.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-17 sag_afsluttet
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-03-11 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-10 undersoegelse_afsluttet #undersøgelse
            2024-06-17 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-07-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsdag 2024, den første dag med barnets lov.",
        events="""
            2023-11-06 indsats_ivaerksat #indsats paragraf=§_52
            2024-01-01 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsaften 2023, før reglen gjaldt.",
        events="""
            2023-11-06 indsats_ivaerksat #indsats paragraf=§_52
            2023-12-31 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_PPV = (
    Example(
        says=(
            "Barnet har det svært i skolen, og en pædagogisk-psykologisk vurdering blev overvejet under undersøgelsen."
        ),
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-05-06 ppv_overvejet #undersøgelse
            2024-06-10 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Vurderingen blev overvejet dagen før, undersøgelsen var færdig.",
        events="""
            2024-06-09 ppv_overvejet #undersøgelse
            2024-06-10 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("dagen før",),
    ),
    Example(
        says="Samme dag uden klokkeslæt: overvejelsen regnes for at være før.",
        events="""
            2024-06-10 ppv_overvejet #undersøgelse
            2024-06-10 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-10",),
        shows=("samme dag",),
    ),
    Example(
        says="Vurderingen blev først overvejet dagen efter, undersøgelsen var færdig: for sent.",
        events="""
            2024-06-10 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja
            2024-06-11 ppv_overvejet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("late 2024-06-10",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Vurderingen er ikke overvejet i denne undersøgelse. At den blev det i en anden, ændrer det ikke.",
        events="""
            2024-05-06 ppv_overvejet #undersøgelse-1
            2024-06-10 undersoegelse_afsluttet #undersøgelse-2 skolevanskeligheder=ja
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-10",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Det, der er skrevet på hele sagen, tæller kun, hvis det kom efter den forrige undersøgelse.",
        events="""
            2024-02-05 ppv_overvejet
            2024-02-12 undersoegelse_afsluttet
            2025-06-10 undersoegelse_afsluttet skolevanskeligheder=ja
        """,
        as_of="2025-07-01",
        gives=("overdue 2025-06-10",),
        shows=("mangler",),
    ),
    Example(
        says="Undersøgelsen viser ingen vanskeligheder i skolen, så der er intet at overveje.",
        events="2024-06-10 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=nej",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, hvordan det går i skolen. Pligten begynder først, når det er noteret.",
        events="2024-06-10 undersoegelse_afsluttet #undersøgelse",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Udtrækket siger intet om pædagogisk-psykologiske vurderinger, så det kan ikke ses.",
        events="2024-06-10 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja",
        as_of="2024-07-01",
        gives=("unknown 2024-06-10 ikke_daekket",),
        covers=("undersoegelse_afsluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja",
        as_of="2024-02-01",
        gives=("overdue 2024-01-01",),
        shows=("årsskiftet 2023-24", "mangler"),
    ),
    Example(
        says="Undersøgelsen blev færdig nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 undersoegelse_afsluttet #undersøgelse skolevanskeligheder=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Undersøgelsens indhold",
    introduction=(
        "Når en børnefaglig undersøgelse er færdig, skal kommunen have taget stilling til søskende. Har barnet ikke "
        "fået hjælp før, skal der som udgangspunkt have været to rådgivere ved de væsentlige samtaler med barnet. Har "
        "barnet det svært i skolen, skal en pædagogisk-psykologisk vurdering være overvejet. Løb der støtte ved siden "
        "af, skal der tages stilling til den, og anbringes barnet på grund af hjemmet, skal søskende under 15 år "
        "undersøges. Ingen af pligterne har en frist i tal. De, der afhænger af noget, som ikke altid bliver skrevet, "
        "begynder kun, hvor det står."
    ),
    examples={
        SOESKENDE: _SOESKENDE,
        SOESKENDE_UNDER_15: _SOESKENDE_UNDER_15,
        TO_RAADGIVERE: _TO_RAADGIVERE,
        STOETTE_VED_SIDEN_AF: _STOETTE_VED_SIDEN_AF,
        PPV: _PPV,
    },
)
