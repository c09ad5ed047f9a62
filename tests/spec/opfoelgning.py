"""Worked examples for the chapter on follow-up."""

from pejl.rulebook.opfoelgning import FOERSTE, FOERSTE_SEL, HVERT_HALVE_AAR_SEL, NAESTE, RYTME
from tests.spec.example import Chapter, Example, also_for, but_for

# The paragraphs each act names. Help is known by its number in either of them, whichever act holds for it.
_BL = (
    *("paragraf=§_32", "paragraf=§_46", "paragraf=§_47", "paragraf=§_114", "paragraf=§_115", "paragraf=§_116"),
    *("paragraf=§_120", "paragraf=LBU_§_13", "paragraf=LBU_§_14"),
)
_SEL = ("paragraf=§_52", "paragraf=§_58", "paragraf=§_76", "paragraf=§_76_a")
_SLUT = ("indsats_ophoert", "anbringelse_ophoert", "sag_afsluttet", "sag_flyttet")

_FOERSTE_SEL = (
    Example(
        says="Tre måneder efter den 11. april 2023 er den 11. juli; en opfølgning den dag er til tiden.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52,_stk._3
            2023-07-11 opfoelgning_holdt #indsats
        """,
        as_of="2023-09-01",
        gives=("met 2023-07-11",),
        shows=("til tiden",),
    ),
    Example(
        says="Der er fulgt op dagen før fristen.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52
            2023-07-10 opfoelgning_holdt #indsats
        """,
        as_of="2023-09-01",
        gives=("met 2023-07-11",),
        shows=("dagen før",),
    ),
    Example(
        says="Der er fulgt op dagen efter fristen: for sent.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52
            2023-07-12 opfoelgning_holdt #indsats
        """,
        as_of="2023-09-01",
        gives=("late 2023-07-11",),
        shows=("for sent", "dagen efter"),
        variants=also_for("paragraf=§_52", *_SEL),
    ),
    Example(
        says="Der er fulgt op på en anden foranstaltning, men ikke på denne.",
        events="""
            2023-04-11 anbringelse_ivaerksat #anbringelse paragraf=§_58
            2023-06-20 opfoelgning_holdt #indsats
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-07-11",),
        shows=("mangler", "flere forløb"),
        variants=also_for("paragraf=§_58", *_SEL),
    ),
    Example(
        says="Tre måneder efter den 30. november 2022: februar har ingen den 30., så fristen er den 28. februar 2023.",
        events="""
            2022-11-30 indsats_ivaerksat #indsats paragraf=§_52
            2023-02-28 opfoelgning_holdt #indsats
        """,
        as_of="2023-04-01",
        gives=("met 2023-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Familien flyttede til en anden kommune før fristen: pligten faldt bort her.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52
            2023-06-15 sag_flyttet
        """,
        as_of="2023-09-01",
        gives=("cancelled 2023-07-11",),
        shows=("stop før fristen",),
        variants=also_for("sag_flyttet", *_SLUT),
    ),
    Example(
        says="Foranstaltningen ophørte efter fristen: fristen er stadig overskredet.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52
            2023-08-15 indsats_ophoert #indsats
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-07-11",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Foranstaltningens paragraf er ikke skrevet, så det kan ikke afgøres, om der skulle følges op.",
        events="2023-04-11 indsats_ivaerksat #indsats",
        as_of="2023-09-01",
        gives=("unknown 2023-07-11 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="De foranstaltninger, der skulle følges op: §§ 52, 58, 76 og 76 a.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats-1 paragraf=§_52,_stk._3
            2023-04-11 anbringelse_ivaerksat #anbringelse paragraf=§_58
            2023-04-11 indsats_ivaerksat #indsats-2 paragraf=§_76
            2023-04-11 indsats_ivaerksat #indsats-3 paragraf=§_76_a
            2023-07-03 opfoelgning_holdt
        """,
        as_of="2023-09-01",
        gives=("met 2023-07-11", "met 2023-07-11", "met 2023-07-11", "met 2023-07-11"),
        shows=("flere forløb",),
    ),
    Example(
        says="Konsulentbistand efter § 11 er ikke en foranstaltning, der skal følges op efter denne regel.",
        events="2023-04-11 indsats_ivaerksat #indsats paragraf=§_11,_stk._3",
        as_of="2023-09-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for("indsats_ivaerksat", "anbringelse_ivaerksat"),
    ),
    Example(
        says=(
            "Afgørelsen er fra december 2023, og foranstaltningen blev sat i værk i januar 2024. Afgørelsen er "
            "forløbets grundlag, så serviceloven gælder, og fristen er tre måneder efter den 8. januar."
        ),
        events="""
            2023-12-18 plan_lavet #indsats
            2023-12-20 afgoerelse_truffet #indsats paragraf=§_52 kan_ikke_afvente=nej
            2024-01-08 indsats_ivaerksat #indsats paragraf=§_52
            2024-04-08 opfoelgning_holdt #indsats
        """,
        as_of="2024-05-01",
        gives=("met 2024-04-08",),
        shows=("årsskiftet 2023-24",),
        explained=True,
    ),
    Example(
        says="Indsatsen blev sat i værk i 2024 uden en tidligere afgørelse: pligten følger af barnets lov.",
        events="2024-01-08 indsats_ivaerksat #indsats paragraf=§_32",
        as_of="2024-03-01",
        gives=(),
        rest={"opfoelgning.foerste": "open 2024-04-08"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
    Example(
        says="Afgjort i december 2023, sat i værk i januar 2024 med nyt paragrafnummer: afgørelsens dag vælger loven.",
        events="""
            2023-12-20 afgoerelse_truffet #indsats paragraf=§_52
            2024-01-08 indsats_ivaerksat #indsats paragraf=§_32
        """,
        as_of="2024-03-01",
        gives=("open 2024-04-08",),
        shows=("årsskiftet 2023-24",),
        variants=(*also_for("afgoerelse_truffet", "udvalgets_afgoerelse"), *also_for("paragraf=§_32", *_BL)),
    ),
    Example(
        says="Også en anbringelse, der er afgjort i 2023 og sat i værk i 2024 med nyt nummer, følger serviceloven.",
        events="""
            2023-12-20 afgoerelse_truffet #anbringelse paragraf=§_52
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_46
        """,
        as_of="2024-03-01",
        gives=("open 2024-04-08",),
        shows=("årsskiftet 2023-24",),
        variants=also_for("paragraf=§_46", *_BL),
    ),
)

_FOERSTE = (
    Example(
        says=(
            "Afgørelsen er fra den 20. marts, og indsatsen begyndte den 8. april. De tre måneder regnes fra den dag, "
            "den begyndte, så fristen er den 8. juli; en opfølgning den dag er til tiden."
        ),
        events="""
            2024-03-20 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-08 opfoelgning_holdt #indsats naeste_senest=2025-01-08
        """,
        as_of="2024-09-01",
        gives=("met 2024-07-08",),
        shows=("til tiden",),
    ),
    Example(
        says="Dagen før fristen er der ikke fulgt op: fristen løber.",
        events="2024-04-08 indsats_ivaerksat #indsats paragraf=§_32",
        as_of="2024-07-07",
        gives=("open 2024-07-08",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Der er fulgt op dagen efter fristen: for sent.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-09 opfoelgning_holdt #indsats naeste_senest=2025-01-08
        """,
        as_of="2024-09-01",
        gives=("late 2024-07-08",),
        shows=("for sent", "dagen efter"),
        variants=also_for("paragraf=§_32", *_BL),
    ),
    Example(
        says="Der er ikke fulgt op på anbringelsen.",
        events="2024-04-08 anbringelse_ivaerksat #anbringelse paragraf=§_46",
        as_of="2024-09-01",
        gives=("overdue 2024-07-08",),
        shows=("mangler",),
        variants=also_for("paragraf=§_46", *_BL),
    ),
    Example(
        says=(
            "En undersøgelse løb ved siden af, da indsatsen begyndte, og blev færdig den 20. maj. Så skal der følges "
            "op den dag, før de tre måneder er gået."
        ),
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-05-20 undersoegelse_afsluttet #undersøgelse
            2024-05-21 opfoelgning_holdt #indsats naeste_senest=2024-11-21
        """,
        as_of="2024-09-01",
        gives=("late 2024-05-20",),
        shows=("flere forløb", "for sent", "dagen efter"),
        explained=True,
    ),
    Example(
        says="En afdækning og en undersøgelse løb ved siden af. Den første, der blev færdig, bestemmer fristen.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-03-11 afdaekning_besluttet #afdækning
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-05-10 afdaekning_afsluttet #afdækning
            2024-05-10 opfoelgning_holdt #indsats naeste_senest=2024-11-10
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-09-01",
        gives=("met 2024-05-10",),
        shows=("flere forløb",),
    ),
    Example(
        says="Undersøgelsen blev besluttet, efter at indsatsen var begyndt, så den flytter ikke fristen.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-04-15 undersoegelse_besluttet #undersøgelse behov_kendt=2024-04-09
            2024-05-20 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-06-01",
        gives=("open 2024-07-08",),
        shows=("flere forløb",),
    ),
    Example(
        says="Undersøgelsen var færdig, før indsatsen begyndte, så den flytter ikke fristen.",
        events="""
            2024-02-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-01-15
            2024-04-02 undersoegelse_afsluttet #undersøgelse
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("open 2024-07-08",),
        shows=("flere forløb",),
    ),
    Example(
        says="Undersøgelsen blev først færdig, da de tre måneder var gået. Fristen er den første af de to dage.",
        events="""
            2024-04-02 undersoegelse_besluttet #undersøgelse behov_kendt=2024-04-01
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-08 opfoelgning_holdt #indsats naeste_senest=2025-01-08
            2024-07-31 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-09-01",
        gives=("met 2024-07-08",),
        shows=("flere forløb",),
    ),
    Example(
        says="To indsatser: opfølgningen på den ene gælder ikke for den anden.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats-1 paragraf=§_32
            2024-04-22 indsats_ivaerksat #indsats-2 paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats-1 naeste_senest=2025-01-01
        """,
        as_of="2024-09-01",
        gives=("met 2024-07-08", "overdue 2024-07-22"),
        shows=("flere forløb", "mangler"),
    ),
    Example(
        says="En opfølgning, der er skrevet på sagen som helhed, gælder for begge indsatser.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats-1 paragraf=§_32
            2024-04-22 indsats_ivaerksat #indsats-2 paragraf=§_32
            2024-07-01 opfoelgning_holdt naeste_senest=2025-01-01
        """,
        as_of="2024-09-01",
        gives=("met 2024-07-08", "met 2024-07-22"),
        shows=("flere forløb",),
    ),
    Example(
        says="Tre måneder efter den 30. november 2024: februar har ingen den 30., så fristen er den 28. februar 2025.",
        events="""
            2024-11-30 indsats_ivaerksat #indsats paragraf=§_32
            2025-02-28 opfoelgning_holdt #indsats naeste_senest=2025-08-28
        """,
        as_of="2025-04-01",
        gives=("met 2025-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Indsatsens paragraf er ikke skrevet, så det kan ikke afgøres, om der skal følges op.",
        events="2024-04-08 indsats_ivaerksat #indsats",
        as_of="2024-09-01",
        gives=("unknown 2024-07-08 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "De indsatser, der skal følges op: §§ 32, 46, 47, 114, 115, 116 og 120 og §§ 13 og 14 i lov om bekæmpelse "
            "af ungdomskriminalitet."
        ),
        events="""
            2024-04-08 indsats_ivaerksat #indsats-1 paragraf=§_32,_stk._1,_nr._3
            2024-04-08 anbringelse_ivaerksat #anbringelse-1 paragraf=§_46
            2024-04-08 anbringelse_ivaerksat #anbringelse-2 paragraf=§_47
            2024-04-08 indsats_ivaerksat #indsats-2 paragraf=§_114
            2024-04-08 indsats_ivaerksat #indsats-3 paragraf=§_115
            2024-04-08 indsats_ivaerksat #indsats-4 paragraf=§_116
            2024-04-08 indsats_ivaerksat #indsats-5 paragraf=§_120
            2024-04-08 indsats_ivaerksat #indsats-6 paragraf=LBU_§_13
            2024-04-08 anbringelse_ivaerksat #anbringelse-3 paragraf=LBU_§_14
            2024-07-01 opfoelgning_holdt naeste_senest=2025-01-01
        """,
        as_of="2024-09-01",
        gives=("met 2024-07-08",) * 9,
        shows=("flere forløb",),
    ),
    Example(
        says="Tidlig forebyggende hjælp efter § 30 skal ikke følges op efter denne regel.",
        events="2024-04-08 indsats_ivaerksat #indsats paragraf=§_30",
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for("indsats_ivaerksat", "anbringelse_ivaerksat"),
    ),
    Example(
        says="Indsatsen ophørte før fristen: pligten faldt bort.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-03 indsats_ophoert #indsats
        """,
        as_of="2024-09-01",
        gives=("cancelled 2024-07-08",),
        shows=("stop før fristen",),
        variants=also_for("indsats_ophoert", *_SLUT),
    ),
    Example(
        says="Indsatsen ophørte efter fristen: det ændrer ikke, at fristen blev overskredet.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-08-05 indsats_ophoert #indsats
        """,
        as_of="2024-09-01",
        gives=("overdue 2024-07-08",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Foranstaltningen begyndte i 2023: pligten følger af serviceloven, selv om fristen falder i 2024.",
        events="""
            2023-11-15 indsats_ivaerksat #indsats paragraf=§_52
            2024-02-15 opfoelgning_holdt #indsats
        """,
        as_of="2024-04-01",
        gives=(),
        rest={"opfoelgning.foerste": "met 2024-02-15"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Afgørelsen er fra 2023, så serviceloven gælder, selv om foranstaltningen blev sat i værk i 2024.",
        events="""
            2023-12-20 afgoerelse_truffet #indsats paragraf=§_52
            2024-01-08 indsats_ivaerksat #indsats paragraf=§_52
        """,
        as_of="2024-03-01",
        gives=(),
        rest={"opfoelgning.foerste": "open 2024-04-08"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
        variants=also_for("afgoerelse_truffet", "udvalgets_afgoerelse"),
    ),
    Example(
        says="Sat i værk i 2024, men paragraffen er skrevet, som den hed i serviceloven: der skal følges op.",
        events="2024-04-08 indsats_ivaerksat #indsats paragraf=§_52",
        as_of="2024-09-01",
        gives=("overdue 2024-07-08",),
        shows=("mangler",),
        variants=also_for("paragraf=§_52", *_SEL),
    ),
    Example(
        says="Også en anbringelse fra 2024, der er skrevet med servicelovens nummer, skal følges op.",
        events="2024-04-08 anbringelse_ivaerksat #anbringelse paragraf=§_58",
        as_of="2024-09-01",
        gives=("overdue 2024-07-08",),
        shows=("mangler",),
        variants=also_for("paragraf=§_58", *_SEL),
    ),
    Example(
        says="En ny undersøgelse i samme forløb, besluttet efter starten, sætter ingen tidligere frist.",
        events="""
            2024-01-10 undersoegelse_besluttet
            2024-03-10 undersoegelse_afsluttet
            2024-06-01 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-20 undersoegelse_besluttet
            2024-07-15 undersoegelse_afsluttet
        """,
        as_of="2024-08-01",
        gives=("open 2024-09-01",),
        shows=(),
    ),
)

_RYTME = (
    Example(
        says="Ved den første opfølgning blev det besluttet, at der skal følges op igen senest den 8. januar.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-01-08
        """,
        as_of="2024-09-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
        variants=also_for("paragraf=§_32", *_BL),
    ),
    Example(
        says=(
            "Ved den første opfølgning på anbringelsen blev det ikke skrevet, hvornår der skal følges op igen. Pligten "
            "står åben, og Pejl gætter ikke på en dag. At det er besluttet for en anden indsats, ændrer det ikke."
        ),
        events="""
            2024-04-08 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-07-01 opfoelgning_holdt #anbringelse
            2024-07-08 opfoelgning_holdt #indsats naeste_senest=2025-01-08
        """,
        as_of="2025-03-01",
        gives=("open -",),
        rest={"opfoelgning.naeste": "unknown - naeste_mangler"},
        shows=("løber", "flere forløb"),
        variants=also_for("paragraf=§_46", *_BL),
    ),
    Example(
        says="Det blev først besluttet ved den anden opfølgning. Pligten er opfyldt; den har ingen frist i tal.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats
            2024-10-01 opfoelgning_holdt #indsats naeste_senest=2025-04-01
        """,
        as_of="2024-12-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Foranstaltningen begyndte i 2023. Den første opfølgning er fra 2024, og ved den gælder barnets lov.",
        events="""
            2023-11-13 indsats_ivaerksat #indsats paragraf=§_52
            2024-02-12 opfoelgning_holdt #indsats
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber", "årsskiftet 2023-24"),
        variants=also_for("paragraf=§_52", *_SEL),
    ),
    Example(
        says="Også for en anbringelse, der begyndte i 2023, skal rytmen besluttes ved opfølgningen i 2024.",
        events="""
            2023-11-13 anbringelse_ivaerksat #anbringelse paragraf=§_58
            2024-02-12 opfoelgning_holdt #anbringelse
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber", "årsskiftet 2023-24"),
        variants=also_for("paragraf=§_58", *_SEL),
    ),
    Example(
        says="Sagen blev afsluttet, før der blev besluttet en rytme: pligten faldt bort.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats
            2024-08-01 sag_afsluttet
        """,
        as_of="2024-12-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
        variants=also_for("sag_afsluttet", *_SLUT),
    ),
    Example(
        says="Indsatsens paragraf er ikke skrevet, så det kan ikke afgøres, om pligten gælder.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats
            2024-07-01 opfoelgning_holdt #indsats
        """,
        as_of="2024-12-01",
        gives=("unknown - felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Opfølgning på tidlig forebyggende hjælp efter § 30 giver ingen pligt til en rytme, heller ikke når barnet "
            "også har en støttende indsats."
        ),
        events="""
            2024-04-08 indsats_ivaerksat #indsats-1 paragraf=§_30
            2024-04-08 indsats_ivaerksat #indsats-2 paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats-1
        """,
        as_of="2024-12-01",
        gives=(),
        shows=("ingen pligt", "flere forløb"),
        variants=also_for("indsats_ivaerksat #indsats-1", "anbringelse_ivaerksat #indsats-1"),
    ),
    Example(
        says="En afsluttende opfølgning, holdt efter at indsatsen er ophørt, giver ingen pligt til en rytme.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-06-20 indsats_ophoert #indsats
            2024-07-01 opfoelgning_holdt #indsats
        """,
        as_of="2024-12-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for("indsats_ophoert", *_SLUT),
    ),
    Example(
        says="Den første opfølgning blev holdt i 2023, før der var en pligt til at beslutte en rytme.",
        events="""
            2023-08-01 indsats_ivaerksat #indsats paragraf=§_52
            2023-10-30 opfoelgning_holdt #indsats
        """,
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt",),
    ),
    Example(
        says="Afgørelsen er fra 2023. Forløbet følger serviceloven, som ikke bad om, at en rytme blev besluttet.",
        events="""
            2023-12-20 afgoerelse_truffet #indsats paragraf=§_52
            2024-01-08 indsats_ivaerksat #indsats paragraf=§_52
            2024-04-02 opfoelgning_holdt #indsats
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
        variants=also_for("afgoerelse_truffet", "udvalgets_afgoerelse"),
    ),
)

_HVERT_HALVE_AAR_SEL = (
    Example(
        says=(
            "Første opfølgning var den 1. april 2022. Den næste skulle være senest den 1. oktober, og den dag blev der "
            "fulgt op. Derfra løber et nyt halvt år."
        ),
        events="""
            2022-01-10 indsats_ivaerksat #indsats paragraf=§_52
            2022-04-01 opfoelgning_holdt #indsats
            2022-10-01 opfoelgning_holdt #indsats
        """,
        as_of="2023-01-01",
        gives=("met 2022-10-01", "open 2023-04-01"),
        shows=("til tiden", "løber"),
        explained=True,
    ),
    Example(
        says="Der er fulgt op dagen før fristen, og det næste halve år regnes fra den dag.",
        events="""
            2022-01-10 indsats_ivaerksat #indsats paragraf=§_52
            2022-04-01 opfoelgning_holdt #indsats
            2022-09-30 opfoelgning_holdt #indsats
        """,
        as_of="2023-01-01",
        gives=("met 2022-10-01", "open 2023-03-30"),
        shows=("dagen før",),
    ),
    Example(
        says="Der er fulgt op dagen efter fristen: for sent.",
        events="""
            2022-01-10 indsats_ivaerksat #indsats paragraf=§_52
            2022-04-01 opfoelgning_holdt #indsats
            2022-10-02 opfoelgning_holdt #indsats
        """,
        as_of="2023-01-01",
        gives=("late 2022-10-01", "open 2023-04-02"),
        shows=("for sent", "dagen efter"),
        variants=also_for("paragraf=§_52", *_SEL),
    ),
    Example(
        says="Der er ikke fulgt op igen på anbringelsen. En opfølgning på en anden foranstaltning tæller ikke med.",
        events="""
            2022-01-10 anbringelse_ivaerksat #anbringelse paragraf=§_58
            2022-04-01 opfoelgning_holdt #anbringelse
            2022-09-01 opfoelgning_holdt #indsats
        """,
        as_of="2023-01-01",
        gives=("overdue 2022-10-01",),
        shows=("mangler", "flere forløb"),
        variants=also_for("paragraf=§_58", *_SEL),
    ),
    Example(
        says="Et halvt år efter den 31. august 2022: februar har ingen den 31., så fristen er den 28. februar 2023.",
        events="""
            2022-06-01 indsats_ivaerksat #indsats paragraf=§_52
            2022-08-31 opfoelgning_holdt #indsats
        """,
        as_of="2023-02-28",
        gives=("open 2023-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Familien flyttede til en anden kommune inden fristen: pligten til at følge op igen faldt bort her.",
        events="""
            2022-01-10 indsats_ivaerksat #indsats paragraf=§_52
            2022-04-01 opfoelgning_holdt #indsats
            2022-08-15 sag_flyttet
        """,
        as_of="2023-01-01",
        gives=("cancelled 2022-10-01",),
        shows=("stop før fristen",),
        variants=also_for("sag_flyttet", *_SLUT),
    ),
    Example(
        says="Foranstaltningen ophørte efter fristen: fristen er stadig overskredet.",
        events="""
            2022-01-10 indsats_ivaerksat #indsats paragraf=§_52
            2022-04-01 opfoelgning_holdt #indsats
            2022-11-15 indsats_ophoert #indsats
        """,
        as_of="2023-01-01",
        gives=("overdue 2022-10-01",),
        shows=("stop efter fristen",),
    ),
    Example(
        says=(
            "Et halvt år efter den 15. september 2023 ligger i 2024. Hvordan en rytme fra serviceloven skal bedømmes "
            "derefter, er ikke bekræftet, så den tæller ikke med i nogen andel."
        ),
        events="""
            2023-06-20 indsats_ivaerksat #indsats paragraf=§_52
            2023-09-15 opfoelgning_holdt #indsats
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-03-15 overgang",),
        shows=("kan ikke afgøres", "årsskiftet 2023-24"),
        variants=(
            but_for(
                "2023-09-15", "2023-07-01", "unknown 2024-01-01 overgang", says="Var der fulgt op den 1. juli 2023"
            ),
            but_for("2023-09-15", "2023-06-30", "overdue 2023-12-30", says="Var der fulgt op den 30. juni 2023"),
        ),
    ),
    Example(
        says=(
            "Afgjort i december 2023, sat i værk i januar 2024 med nyt paragrafnummer: rytmen er stadig servicelovens, "
            "og om den gælder i 2024, er ikke bekræftet."
        ),
        events="""
            2023-12-20 afgoerelse_truffet #indsats paragraf=§_52
            2024-01-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-04-08 opfoelgning_holdt #indsats
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-10-08 overgang",),
        shows=("kan ikke afgøres", "årsskiftet 2023-24"),
        variants=also_for("paragraf=§_32", *_BL),
    ),
    Example(
        says="Også en anbringelse, afgjort i december 2023 og sat i værk i januar 2024, har servicelovens rytme.",
        events="""
            2023-12-20 afgoerelse_truffet #anbringelse paragraf=§_52
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-04-08 opfoelgning_holdt #anbringelse
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-10-08 overgang",),
        shows=("kan ikke afgøres", "årsskiftet 2023-24"),
        variants=also_for("paragraf=§_46", *_BL),
    ),
    Example(
        says=(
            "Der blev truffet en ny afgørelse efter barnets lov i februar 2024. Servicelovens rytme hører op med den, "
            "så opfølgningen derefter giver ingen ny række her."
        ),
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52
            2023-07-03 opfoelgning_holdt #indsats
            2024-02-01 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2024-02-20 opfoelgning_holdt #indsats naeste_senest=2024-08-20
        """,
        as_of="2024-06-01",
        gives=("unknown 2024-01-03 overgang",),
        shows=("kan ikke afgøres", "årsskiftet 2023-24"),
    ),
    Example(
        says="Ny afgørelse i februar 2024, før næste opfølgning: opfølgningen derefter følger barnets lov.",
        events="""
            2023-11-13 indsats_ivaerksat #indsats paragraf=§_52
            2024-02-01 afgoerelse_truffet #indsats paragraf=§_32
            2024-02-13 opfoelgning_holdt #indsats naeste_senest=2024-08-20
        """,
        as_of="2024-06-01",
        gives=(),
        rest={"opfoelgning.naeste": "open 2024-08-20"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
        variants=also_for("afgoerelse_truffet", "udvalgets_afgoerelse"),
    ),
    Example(
        says="Konsulentbistand efter § 11 har ingen rytme efter denne regel.",
        events="""
            2022-01-10 indsats_ivaerksat #indsats paragraf=§_11,_stk._3
            2022-04-01 opfoelgning_holdt #indsats
        """,
        as_of="2023-01-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for("indsats_ivaerksat", "anbringelse_ivaerksat"),
    ),
    Example(
        says="Indsatsen begyndte i 2024, hvor den faste rytme på et halvt år var afskaffet.",
        events="""
            2024-01-10 indsats_ivaerksat #indsats paragraf=§_32
            2024-04-01 opfoelgning_holdt #indsats naeste_senest=2025-04-01
        """,
        as_of="2024-06-01",
        gives=(),
        rest={"opfoelgning.naeste": "open 2025-04-01"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_NAESTE = (
    Example(
        says=(
            "Ved den første opfølgning blev den næste aftalt til senest den 8. januar, og den dag blev der fulgt op. "
            "Dér blev den næste igen aftalt til senest den 8. september."
        ),
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-01-08
            2025-01-08 opfoelgning_holdt #indsats naeste_senest=2025-09-08
        """,
        as_of="2025-03-01",
        gives=("met 2025-01-08", "open 2025-09-08"),
        shows=("til tiden", "løber"),
        explained=True,
    ),
    Example(
        says="Der er fulgt op dagen før den aftalte dag.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-01-08
            2025-01-07 opfoelgning_holdt #indsats naeste_senest=2025-09-08
        """,
        as_of="2025-03-01",
        gives=("met 2025-01-08", "open 2025-09-08"),
        shows=("dagen før",),
        variants=also_for("paragraf=§_32", *_BL),
    ),
    Example(
        says="Der er fulgt op dagen efter den aftalte dag: for sent.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-01-08
            2025-01-09 opfoelgning_holdt #indsats naeste_senest=2025-09-08
        """,
        as_of="2025-03-01",
        gives=("late 2025-01-08", "open 2025-09-08"),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Den aftalte dag er gået uden opfølgning på anbringelsen. Der er kun fulgt op på en anden indsats.",
        events="""
            2024-04-08 anbringelse_ivaerksat #anbringelse paragraf=§_47
            2024-07-01 opfoelgning_holdt #anbringelse naeste_senest=2025-01-08
            2024-12-02 opfoelgning_holdt #indsats naeste_senest=2025-06-02
        """,
        as_of="2025-03-01",
        gives=("overdue 2025-01-08",),
        shows=("mangler", "flere forløb"),
        variants=also_for("paragraf=§_47", *_BL),
    ),
    Example(
        says="Næste opfølgning må gerne aftales mere end et halvt år frem: loven har ikke længere en fast rytme.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-06-30
        """,
        as_of="2025-03-01",
        gives=("open 2025-06-30",),
        shows=("løber",),
    ),
    Example(
        says="Det er ikke skrevet, hvornår næste opfølgning senest skal holdes, så dagen kan ikke afgøres.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats
        """,
        as_of="2025-03-01",
        gives=("unknown - naeste_mangler",),
        rest={"opfoelgning.rytme": "open -"},
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Anbringelsen ophørte før den aftalte dag: pligten faldt bort.",
        events="""
            2024-04-08 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-07-01 opfoelgning_holdt #anbringelse naeste_senest=2025-01-08
            2024-11-30 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-03-01",
        gives=("cancelled 2025-01-08",),
        shows=("stop før fristen",),
        variants=also_for("anbringelse_ophoert", *_SLUT),
    ),
    Example(
        says="Indsatsen ophørte efter den aftalte dag: fristen er stadig overskredet.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_32
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-01-08
            2025-02-01 indsats_ophoert #indsats
        """,
        as_of="2025-03-01",
        gives=("overdue 2025-01-08",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Tidlig forebyggende hjælp efter § 30 har ingen pligt til opfølgning, heller ikke når en dag er skrevet.",
        events="""
            2024-04-08 indsats_ivaerksat #indsats paragraf=§_30
            2024-07-01 opfoelgning_holdt #indsats naeste_senest=2025-01-08
        """,
        as_of="2025-03-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for("indsats_ivaerksat", "anbringelse_ivaerksat"),
    ),
    Example(
        says="Foranstaltningen begyndte i 2023 og følger servicelovens rytme, til der træffes en ny afgørelse.",
        events="""
            2023-04-11 indsats_ivaerksat #indsats paragraf=§_52
            2023-07-03 opfoelgning_holdt #indsats
        """,
        as_of="2024-02-01",
        gives=(),
        rest={"opfoelgning.hvert_halve_aar": "unknown 2024-01-03 overgang"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="En indsats fra 2023 får ny afgørelse i 2024: fra den dag gælder sagens egen rytme.",
        events="""
            2023-06-01 afgoerelse_truffet #indsats paragraf=§_52
            2023-06-05 indsats_ivaerksat #indsats paragraf=§_52
            2023-09-01 opfoelgning_holdt #indsats
            2024-02-12 afgoerelse_truffet #indsats paragraf=§_32
            2024-02-20 opfoelgning_holdt #indsats naeste_senest=2024-05-20
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-20",),
        shows=("årsskiftet 2023-24",),
        variants=also_for("paragraf=§_52", *_SEL),
    ),
    Example(
        says=(
            "En anbringelse fra 2023, hvor samtykket trækkes tilbage i 2024: servicelovens rytme gælder, til udvalget "
            "afgør sagen efter § 47. Fra den dag gælder sagens egen rytme, for forløbet er det samme."
        ),
        events="""
            2023-06-01 afgoerelse_truffet #anbringelse paragraf=§_52
            2023-06-05 anbringelse_ivaerksat #anbringelse paragraf=§_52 anbringelsestype=almen
            2023-09-01 opfoelgning_holdt #anbringelse
            2024-02-01 samtykke_trukket #anbringelse hvem=foraelder_1
            2024-02-12 udvalgets_afgoerelse #anbringelse paragraf=§_47
            2024-02-20 opfoelgning_holdt #anbringelse naeste_senest=2024-05-20
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-20",),
        shows=("årsskiftet 2023-24",),
        variants=also_for("paragraf=§_52", *_SEL),
    ),
    Example(
        says="Den samme opfølgning står skrevet to gange: den ene opfylder ikke den andens frist.",
        events="""
            2024-02-01 indsats_ivaerksat #indsats paragraf=§_32
            2024-03-15 opfoelgning_holdt #indsats naeste_senest=2024-06-15
            2024-03-15 opfoelgning_holdt #indsats naeste_senest=2024-06-15
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-15",),
        shows=(),
    ),
)

CHAPTER = Chapter(
    title="Opfølgning på indsatsen",
    introduction=(
        "Kommunen skal se efter, om hjælpen hjælper. Efter barnets lov følges der op første gang senest tre måneder "
        "efter, at indsatsen er sat i værk, og før, hvis en afdækning eller undersøgelse, der løb ved siden af, "
        "afsluttes inden da. Derefter har hver sag sin egen rytme. Serviceloven havde en fast rytme på højst seks "
        "måneder. Der tælles fra den dag, indsatsen begyndte, ikke fra afgørelsen."
    ),
    examples={
        FOERSTE_SEL: _FOERSTE_SEL,
        FOERSTE: _FOERSTE,
        RYTME: _RYTME,
        HVERT_HALVE_AAR_SEL: _HVERT_HALVE_AAR_SEL,
        NAESTE: _NAESTE,
    },
)
