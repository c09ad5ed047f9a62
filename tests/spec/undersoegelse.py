"""Worked examples for the chapter on the investigation."""

from pejl.rulebook.undersoegelse import (
    AFSLUTTES,
    AFSLUTTES_SEL,
    BOERNEHUS,
    FOER_FORANSTALTNING_SEL,
    FORELOEBIG,
    UDEN_SAMTYKKE,
    UDEN_SAMTYKKE_SEL,
    VED_OVERGREB,
)
from tests.spec.example import Chapter, Example, also_for

_VED_OVERGREB = (
    Example(
        says="Der er mistanke om overgreb, og undersøgelsen er besluttet tre dage efter. Der er ingen frist i tal.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Der er ikke besluttet nogen undersøgelse: pligten står åben og bliver aldrig overskredet.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2025-05-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="En undersøgelse, der allerede kørte, blev afsluttet efter underretningen: overgrebet kom med i den.",
        events="""
            2024-03-04 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-19
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-06-17 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden", "flere forløb"),
    ),
    Example(
        says="Undersøgelsen kørte allerede og er skrevet på hele sagen: så er pligten opfyldt fra begyndelsen.",
        events="""
            2024-03-04 undersoegelse_besluttet behov_kendt=2024-02-19
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
    ),
    Example(
        says="Undersøgelsen var slut, før underretningen kom. Den handlede om noget andet og tæller ikke.",
        events="""
            2024-01-15 undersoegelse_besluttet behov_kendt=2024-01-08
            2024-04-15 undersoegelse_afsluttet
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Underretningen handler om noget andet, så den kræver ikke i sig selv en undersøgelse.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=nej",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om der er mistanke om overgreb. Pligten begynder først, når det er noteret.",
        events="2024-05-03 underretning_modtaget #underretning",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Underretningen angår et ufødt barn, så der er ikke et barn at undersøge endnu.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja ufoedt=ja",
        as_of="2024-06-01",
        gives=("excused -",),
        shows=("undtaget",),
    ),
    Example(
        says="Underretningen er omtypet til en henvendelse: pligten faldt bort.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-04 kontakt_nedgraderet #underretning begrundelse=En_misforståelse anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Er den omtypet uden begrundelse, står pligten stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-04 kontakt_nedgraderet #underretning anden_person=Kollega
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Har kun én person omtypet den, står pligten også stadig åben.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-04 kontakt_nedgraderet #underretning begrundelse=En_misforståelse
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja
            2024-05-13 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen undersøgelser, så det kan ikke ses, om der er besluttet en.",
        events="2024-05-03 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("underretning_modtaget",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Underretningen kom nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Underretningen kom nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 underretning_modtaget #underretning mistanke_overgreb=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_AFSLUTTES_SEL = (
    Example(
        says=(
            "Behovet blev kendt den 9. januar 2023. Fire måneder efter er den 9. maj, og undersøgelsen blev færdig den "
            "dag: til tiden."
        ),
        events="""
            2023-01-30 undersoegelse_besluttet #undersøgelse behov_kendt=2023-01-09
            2023-05-09 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-08-01",
        gives=("met 2023-05-09",),
        shows=("til tiden",),
    ),
    Example(
        says="Dagen før fristen er undersøgelsen ikke færdig: fristen løber.",
        events="2023-01-30 undersoegelse_besluttet #undersøgelse behov_kendt=2023-01-09",
        as_of="2023-05-08",
        gives=("open 2023-05-09",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Undersøgelsen blev færdig dagen efter fristen: for sent.",
        events="""
            2023-01-30 undersoegelse_besluttet #undersøgelse behov_kendt=2023-01-09
            2023-05-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-08-01",
        gives=("late 2023-05-09",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="En anden undersøgelse er færdig, men denne er ikke: fristen er overskredet.",
        events="""
            2023-01-30 undersoegelse_besluttet #undersøgelse-1 behov_kendt=2023-01-09
            2023-04-24 undersoegelse_afsluttet #undersøgelse-2
        """,
        as_of="2023-08-01",
        gives=("overdue 2023-05-09",),
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Fire måneder efter den 31. oktober 2022: februar har ingen den 31., så fristen er den 28. februar 2023.",
        events="""
            2022-11-14 undersoegelse_besluttet #undersøgelse behov_kendt=2022-10-31
            2023-02-28 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-08-01",
        gives=("met 2023-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says=(
            "Fire måneder efter den 31. oktober 2023: 2024 er skudår, så fristen er den 29. februar 2024. Behovet blev "
            "kendt i 2023, så serviceloven gælder, selv om undersøgelsen først blev besluttet i 2024."
        ),
        events="""
            2024-01-08 undersoegelse_besluttet #undersøgelse behov_kendt=2023-10-31
            2024-02-29 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-04-01",
        gives=("met 2024-02-29",),
        shows=("månedsslut", "skuddag", "årsskiftet 2023-24"),
        explained=True,
    ),
    Example(
        says="Sagen blev afsluttet før fristen: pligten faldt bort.",
        events="""
            2023-01-30 undersoegelse_besluttet #undersøgelse behov_kendt=2023-01-09
            2023-04-03 sag_afsluttet
        """,
        as_of="2023-08-01",
        gives=("cancelled 2023-05-09",),
        shows=("stop før fristen",),
        variants=also_for("sag_afsluttet", "sag_flyttet"),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: fristen er stadig overskredet.",
        events="""
            2023-01-30 undersoegelse_besluttet #undersøgelse behov_kendt=2023-01-09
            2023-06-01 sag_afsluttet
        """,
        as_of="2023-08-01",
        gives=("overdue 2023-05-09",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Det er ikke skrevet, hvornår behovet blev kendt. Beslutningens dag bruges ikke i stedet.",
        events="""
            2023-01-30 undersoegelse_besluttet #undersøgelse
            2023-05-09 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-08-01",
        gives=("unknown - startdato_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Behovet blev kendt den 1. januar 2024: pligten følger af barnets lov.",
        events="""
            2024-01-08 undersoegelse_besluttet #undersøgelse behov_kendt=2024-01-01
            2024-05-01 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=(),
        rest={"undersoegelse.afsluttes": "met 2024-05-01"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_AFSLUTTES = (
    Example(
        says=(
            "Behovet blev kendt den 12. februar, og undersøgelsen blev besluttet den 1. marts. De fire måneder regnes "
            "fra den 12. februar, så fristen er den 12. juni. Undersøgelsen blev færdig den dag: til tiden."
        ),
        events="""
            2024-02-12 underretning_modtaget #underretning
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-12 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-12",),
        shows=("til tiden",),
    ),
    Example(
        says="Dagen før fristen er undersøgelsen ikke færdig: fristen løber.",
        events="2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12",
        as_of="2024-06-11",
        gives=("open 2024-06-12",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Undersøgelsen blev færdig dagen efter fristen: for sent.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-13 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("late 2024-06-12",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Er undersøgelsen ikke færdig, er fristen overskredet dagen efter.",
        events="2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12",
        as_of="2024-06-13",
        gives=("overdue 2024-06-12",),
        shows=("mangler", "dagen efter"),
    ),
    Example(
        says=(
            "Fristen falder 2. juledag. Den flyttes ikke til den næste hverdag, så det er for sent at være færdig den "
            "27. december."
        ),
        events="""
            2024-09-09 undersoegelse_besluttet #undersøgelse behov_kendt=2024-08-26
            2024-12-27 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2025-02-01",
        gives=("late 2024-12-26",),
        shows=("jul", "for sent"),
    ),
    Example(
        says=(
            "Fire måneder efter den 31. oktober 2024 er den 28. februar 2025: måneden har ingen den 31., så det bliver "
            "månedens sidste dag."
        ),
        events="""
            2024-11-11 undersoegelse_besluttet #undersøgelse behov_kendt=2024-10-31
            2025-02-28 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2025-04-01",
        gives=("met 2025-02-28",),
        shows=("månedsslut",),
        explained=True,
    ),
    Example(
        says="Behovet blev kendt på skuddagen den 29. februar 2024: fire måneder efter er den 29. juni, på samme dato.",
        events="""
            2024-03-04 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-29
            2024-06-29 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-29",),
        shows=("skuddag",),
    ),
    Example(
        says="Familien flyttede til en anden kommune før fristen: pligten faldt bort her.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-05-15 sag_flyttet
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-06-12",),
        rest={"undersoegelse.foreloebig_vurdering": "cancelled 2024-06-12"},
        shows=("stop før fristen",),
        variants=also_for("sag_flyttet", "sag_afsluttet"),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: det ændrer ikke, at fristen blev overskredet.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-20 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-06-12",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="En foreløbig vurdering på dagen undskylder ikke, at undersøgelsen ikke er færdig.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-12 foreloebig_vurdering #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-06-12",),
        rest={"undersoegelse.foreloebig_vurdering": "met 2024-06-12"},
        shows=("mangler",),
    ),
    Example(
        says="Det er ikke skrevet, hvornår behovet blev kendt. Beslutningens dag bruges ikke i stedet.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse
            2024-06-12 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("unknown - startdato_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udtrækket indeholder ikke afsluttede undersøgelser, så det kan ikke ses, om undersøgelsen er færdig.",
        events="2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12",
        as_of="2024-08-01",
        gives=("unknown 2024-06-12 ikke_daekket",),
        covers=("undersoegelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Dagen, hvor behovet blev kendt, var skrevet forkert og blev rettet. Fristen regnes, som om den rigtige "
            "dag havde stået der hele tiden."
        ),
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-01-12
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-03-20 rettelse replaces=01 reason=Forkert_dag
            2024-06-10 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-12",),
        shows=("rettelse",),
    ),
    Example(
        says="To undersøgelser i samme sag: at den ene er færdig, siger intet om den anden.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse-1 behov_kendt=2024-02-12
            2024-04-02 undersoegelse_besluttet #undersøgelse-2 behov_kendt=2024-03-25
            2024-06-03 undersoegelse_afsluttet #undersøgelse-1
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-12", "overdue 2024-07-25"),
        shows=("flere forløb",),
    ),
    Example(
        says="Behovet blev kendt i november 2023: pligten følger af serviceloven, selv om beslutningen er fra 2024.",
        events="""
            2024-01-10 undersoegelse_besluttet #undersøgelse behov_kendt=2023-11-15
            2024-03-14 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=(),
        rest={"undersoegelse.afsluttes": "met 2024-03-15"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Sagen blev lukket og åbnet igen dagen efter: så var den ikke slut, og fristen løber videre.",
        events="""
            2025-01-05 undersoegelse_besluttet #b behov_kendt=2025-01-02
            2025-02-01 sag_afsluttet
            2025-02-02 sag_genaabnet
        """,
        as_of="2025-06-01",
        gives=("overdue 2025-05-02",),
        shows=(),
    ),
    Example(
        says="Behovet står som kendt efter beslutningen om at undersøge; datoen er en fejl, og fristen er uvis.",
        events="""
            2025-01-05 undersoegelse_besluttet #b behov_kendt=2025-12-02
            2025-11-01 undersoegelse_afsluttet #b
        """,
        as_of="2026-01-01",
        gives=("unknown - startdato_mangler",),
        shows=(),
    ),
)

_FORELOEBIG = (
    Example(
        says=(
            "Undersøgelsen blev ikke færdig den 12. juni, men den dag forelå der en foreløbig vurdering. Pligten til "
            "den er opfyldt; undersøgelsen selv blev færdig for sent."
        ),
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-12 foreloebig_vurdering #undersøgelse
            2024-07-03 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-12",),
        rest={"undersoegelse.afsluttes": "late 2024-06-12"},
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Den foreløbige vurdering er lavet dagen før fristen.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-11 foreloebig_vurdering #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("met 2024-06-12",),
        shows=("dagen før",),
    ),
    Example(
        says="Den foreløbige vurdering er lavet dagen efter fristen: for sent.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-13 foreloebig_vurdering #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("late 2024-06-12",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says=(
            "Hverken undersøgelse eller foreløbig vurdering efter fire måneder: begge frister er overskredet. En "
            "foreløbig vurdering i en anden undersøgelse ændrer det ikke."
        ),
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse-1 behov_kendt=2024-02-12
            2024-06-12 foreloebig_vurdering #undersøgelse-2
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-06-12",),
        rest={"undersoegelse.afsluttes": "overdue 2024-06-12"},
        shows=("mangler", "flere forløb"),
    ),
    Example(
        says="Undersøgelsen blev færdig på fristens dag, så der er ikke brug for en foreløbig vurdering.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-06-12 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-06-12",),
        rest={"undersoegelse.afsluttes": "met 2024-06-12"},
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet inden fristen: hverken undersøgelsen eller en foreløbig vurdering skal foreligge.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-05-15 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-06-12",),
        rest={"undersoegelse.afsluttes": "cancelled 2024-06-12"},
        shows=("stop før fristen",),
        variants=also_for("sag_afsluttet", "sag_flyttet"),
    ),
    Example(
        says="Undersøgelsen blev færdig i juli uden en foreløbig vurdering: den manglede, da de fire måneder var gået.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-07-03 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-06-12",),
        rest={"undersoegelse.afsluttes": "late 2024-06-12"},
        shows=("stop efter fristen",),
    ),
    Example(
        says="Fire måneder efter den 31. maj 2024: september har ingen den 31., så dagen er den 30. september.",
        events="""
            2024-06-10 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-31
            2024-09-30 foreloebig_vurdering #undersøgelse
        """,
        as_of="2024-11-01",
        gives=("met 2024-09-30",),
        shows=("månedsslut",),
    ),
    Example(
        says=(
            "Det er ikke skrevet, hvornår behovet blev kendt, så det vides ikke, hvilken dag vurderingen skulle "
            "foreligge."
        ),
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse
            2024-06-12 foreloebig_vurdering #undersøgelse
        """,
        as_of="2024-08-01",
        gives=("unknown - startdato_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Behovet blev kendt i 2023: serviceloven gælder, og Pejl har ingen regel om foreløbig vurdering efter den."
        ),
        events="2024-01-10 undersoegelse_besluttet #undersøgelse behov_kendt=2023-12-15",
        as_of="2024-08-01",
        gives=(),
        rest={"undersoegelse.afsluttes": "overdue 2024-04-15"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_UDEN_SAMTYKKE_SEL = (
    Example(
        says="Udvalget besluttede undersøgelsen den 15. maj. To måneder efter er den 15. juli: færdig til tiden.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51
            2023-05-16 undersoegelse_besluttet #undersøgelse behov_kendt=2023-05-01
            2023-07-15 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-09-01",
        gives=("met 2023-07-15",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er undersøgelsen ikke færdig: fristen løber.",
        events="2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51",
        as_of="2023-07-14",
        gives=("open 2023-07-15",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Undersøgelsen blev færdig dagen efter fristen: for sent.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51
            2023-07-16 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-09-01",
        gives=("late 2023-07-15",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Udvalgets afgørelse er i nogle lister skrevet som en almindelig afgørelse. Fristen er den samme.",
        events="2023-05-15 afgoerelse_truffet #udvalg paragraf=§_51,_stk._1",
        as_of="2023-09-01",
        gives=("overdue 2023-07-15",),
        shows=("mangler",),
    ),
    Example(
        says="To måneder efter den 31. december 2022: februar har ingen den 31., så fristen er den 28. februar 2023.",
        events="""
            2022-12-31 udvalgets_afgoerelse #udvalg paragraf=§_51
            2023-02-28 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-04-01",
        gives=("met 2023-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Udvalget besluttede undersøgelsen nytårsaften 2023: serviceloven gælder, og 2024 er skudår.",
        events="""
            2023-12-31 udvalgets_afgoerelse #udvalg paragraf=§_51
            2024-02-29 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-04-01",
        gives=("met 2024-02-29",),
        shows=("månedsslut", "skuddag", "årsskiftet 2023-24"),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, og så gælder barnets lov med sin egen paragraf (§ 23).",
        events="2024-01-01 udvalgets_afgoerelse #udvalg paragraf=§_51",
        as_of="2024-04-01",
        gives=(),
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
    Example(
        says="Udvalget besluttede noget andet end en undersøgelse, så der er ingen frist efter denne regel.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_58
            2023-05-22 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsernes paragraf er ikke skrevet. Pligten begynder kun, hvor det står, at det er en undersøgelse.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg
            2023-05-22 afgoerelse_truffet #indsats
        """,
        as_of="2023-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Sagen blev afsluttet før fristen: pligten faldt bort.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51
            2023-06-19 sag_afsluttet
        """,
        as_of="2023-09-01",
        gives=("cancelled 2023-07-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune før fristen: pligten faldt bort her.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51
            2023-06-19 sag_flyttet
        """,
        as_of="2023-09-01",
        gives=("cancelled 2023-07-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: det ændrer ikke, at fristen blev overskredet.",
        events="""
            2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51
            2023-08-01 sag_afsluttet
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-07-15",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ikke afsluttede undersøgelser, så det kan ikke ses, om undersøgelsen er færdig.",
        events="2023-05-15 udvalgets_afgoerelse #udvalg paragraf=§_51",
        as_of="2023-09-01",
        gives=("unknown 2023-07-15 ikke_daekket",),
        covers=("udvalgets_afgoerelse",),
        shows=("kan ikke afgøres",),
    ),
)

_UDEN_SAMTYKKE = (
    Example(
        says="Udvalget besluttede undersøgelsen den 15. maj. To måneder efter er den 15. juli: færdig til tiden.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-05-16 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-01
            2024-07-15 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-09-01",
        gives=("met 2024-07-15",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er undersøgelsen ikke færdig: fristen løber.",
        events="2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23",
        as_of="2024-07-14",
        gives=("open 2024-07-15",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Undersøgelsen blev færdig dagen efter fristen: for sent.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-07-16 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-09-01",
        gives=("late 2024-07-15",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Udvalgets afgørelse er i nogle lister skrevet som en almindelig afgørelse. Fristen er den samme.",
        events="2024-05-15 afgoerelse_truffet #udvalg paragraf=§_23,_stk._1",
        as_of="2024-09-01",
        gives=("overdue 2024-07-15",),
        shows=("mangler",),
    ),
    Example(
        says="Fristen falder 2. juledag. Den flyttes ikke, så det er for sent at være færdig den 27. december.",
        events="""
            2024-10-26 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-12-27 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2025-02-01",
        gives=("late 2024-12-26",),
        shows=("jul", "for sent"),
    ),
    Example(
        says="To måneder efter den 30. december 2024: februar har ingen den 30., så fristen er den 28. februar 2025.",
        events="""
            2024-12-30 udvalgets_afgoerelse #udvalg paragraf=§_23
            2025-02-28 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2025-04-01",
        gives=("met 2025-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="To måneder efter den 31. december 2027: 2028 er skudår, så fristen er den 29. februar.",
        events="""
            2027-12-31 udvalgets_afgoerelse #udvalg paragraf=§_23
            2028-02-29 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2028-04-01",
        gives=("met 2028-02-29",),
        shows=("månedsslut", "skuddag"),
    ),
    Example(
        says="Udvalget besluttede undersøgelsen nytårsdag 2024, den første dag med barnets lov.",
        events="""
            2024-01-01 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-03-01 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2024-04-01",
        gives=("met 2024-03-01",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, hvor serviceloven gjaldt med sin egen paragraf (§ 51).",
        events="2023-12-31 udvalgets_afgoerelse #udvalg paragraf=§_23",
        as_of="2024-04-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Udvalget besluttede noget andet end en undersøgelse, så der er ingen frist efter denne regel.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_47
            2024-05-22 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsernes paragraf er ikke skrevet. Pligten begynder kun, hvor det står, at det er en undersøgelse.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg
            2024-05-22 afgoerelse_truffet #indsats
        """,
        as_of="2024-09-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Sagen blev afsluttet før fristen: pligten faldt bort.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-06-19 sag_afsluttet
        """,
        as_of="2024-09-01",
        gives=("cancelled 2024-07-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune før fristen: pligten faldt bort her.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-06-19 sag_flyttet
        """,
        as_of="2024-09-01",
        gives=("cancelled 2024-07-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: det ændrer ikke, at fristen blev overskredet.",
        events="""
            2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23
            2024-08-01 sag_afsluttet
        """,
        as_of="2024-09-01",
        gives=("overdue 2024-07-15",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ikke afsluttede undersøgelser, så det kan ikke ses, om undersøgelsen er færdig.",
        events="2024-05-15 udvalgets_afgoerelse #udvalg paragraf=§_23",
        as_of="2024-09-01",
        gives=("unknown 2024-07-15 ikke_daekket",),
        covers=("udvalgets_afgoerelse",),
        shows=("kan ikke afgøres",),
    ),
)

_FOER_FORANSTALTNING_SEL = (
    Example(
        says="Undersøgelsen var færdig to uger før afgørelsen om en foranstaltning.",
        events="""
            2023-05-02 undersoegelse_afsluttet #undersøgelse
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52,_stk._3 foreloebig=nej
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("til tiden", "flere forløb"),
        explained=True,
    ),
    Example(
        says="Undersøgelsen blev færdig dagen før afgørelsen.",
        events="""
            2023-05-14 undersoegelse_afsluttet #undersøgelse
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("dagen før",),
    ),
    Example(
        says="Undersøgelse og afgørelse er fra samme dag uden klokkeslæt: undersøgelsen regnes for at være før.",
        events="""
            2023-05-15 undersoegelse_afsluttet #undersøgelse
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("samme dag",),
    ),
    Example(
        says="Undersøgelsen blev først færdig dagen efter afgørelsen: for sent.",
        events="""
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej
            2023-05-16 undersoegelse_afsluttet #undersøgelse
        """,
        as_of="2023-07-01",
        gives=("late 2023-05-15",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Der er truffet afgørelse om en foranstaltning, og der er ingen undersøgelse.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej",
        as_of="2023-07-01",
        gives=("overdue 2023-05-15",),
        shows=("mangler",),
    ),
    Example(
        says="Hjælpen var akut og blev givet, mens barnet blev undersøgt.",
        events="""
            2023-05-02 undersoegelse_besluttet #undersøgelse behov_kendt=2023-05-01
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=ja
        """,
        as_of="2023-07-01",
        gives=("excused 2023-05-15",),
        shows=("undtaget",),
    ),
    Example(
        says="Det er ikke skrevet, om hjælpen var akut eller foreløbig. Reglen ser kun på afgørelser, hvor det står.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52",
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Konsulentbistand (§ 11) er ikke en foranstaltning, så reglen gælder ikke.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_11,_stk._3 foreloebig=nej",
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet. Reglen ser kun på afgørelser, der står som foranstaltninger.",
        events="2023-05-15 afgoerelse_truffet #indsats foreloebig=nej",
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Udtrækket indeholder ikke afsluttede undersøgelser, så det kan ikke ses, om der var en.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej",
        as_of="2023-07-01",
        gives=("unknown 2023-05-15 ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, den sidste dag med serviceloven.",
        events="""
            2023-11-20 undersoegelse_afsluttet #undersøgelse
            2023-12-31 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej
        """,
        as_of="2024-02-01",
        gives=("met 2023-12-31",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024: fra da af kan støtte begynde, før undersøgelsen er færdig.",
        events="2024-01-01 afgoerelse_truffet #indsats paragraf=§_52 foreloebig=nej",
        as_of="2024-02-01",
        gives=(),
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_BOERNEHUS = (
    Example(
        says="Børnehuset kom med fire dage efter, at undersøgelsen blev besluttet. Der er ingen frist i tal.",
        events="""
            2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03 boernehus_skal_bruges=ja
            2024-05-10 boernehus_inddraget #undersøgelse
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Børnehuset er ikke inddraget: pligten står åben. At en anden undersøgelse brugte det, ændrer intet.",
        events="""
            2024-05-06 undersoegelse_besluttet #undersøgelse-1 behov_kendt=2024-05-03 boernehus_skal_bruges=ja
            2024-05-10 boernehus_inddraget #undersøgelse-2
        """,
        as_of="2024-06-01",
        gives=("open -",),
        shows=("løber", "flere forløb"),
    ),
    Example(
        says="Der er ikke brug for at arbejde sammen med politi eller sundhedsvæsen, så børnehuset skal ikke bruges.",
        events="2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03 boernehus_skal_bruges=nej",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om børnehuset skal bruges. Pligten begynder først, når det er noteret.",
        events="2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03",
        as_of="2024-06-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Sagen blev afsluttet: pligten faldt bort.",
        events="""
            2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03 boernehus_skal_bruges=ja
            2024-05-21 sag_afsluttet
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede til en anden kommune: pligten faldt bort her.",
        events="""
            2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03 boernehus_skal_bruges=ja
            2024-05-21 sag_flyttet behov_for_stoette=ja
        """,
        as_of="2024-06-01",
        gives=("cancelled -",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Udtrækket siger intet om børnehuset, så det kan ikke ses, om det er inddraget.",
        events="2024-05-06 undersoegelse_besluttet #undersøgelse behov_kendt=2024-05-03 boernehus_skal_bruges=ja",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("undersoegelse_besluttet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Undersøgelsen blev besluttet nytårsdag 2024, den første dag med barnets lov.",
        events="2024-01-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-01-01 boernehus_skal_bruges=ja",
        as_of="2024-02-01",
        gives=("open -",),
        shows=("årsskiftet 2023-24", "løber"),
    ),
    Example(
        says="Undersøgelsen blev besluttet nytårsaften 2023, før reglen gjaldt.",
        events="2023-12-31 undersoegelse_besluttet #undersøgelse behov_kendt=2023-12-31 boernehus_skal_bruges=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Den børnefaglige undersøgelse",
    introduction=(
        "Ved overgreb eller mistanke om det skal kommunen beslutte en børnefaglig undersøgelse, og arbejder den sammen "
        "med politi eller sundhedsvæsen, skal børnehuset bruges. En undersøgelse skal være færdig senest fire måneder "
        "efter, at kommunen blev opmærksom på, at barnet kan have behov for særlig støtte. Det er ikke fire måneder "
        "fra beslutningen. Fristen flyttes ikke, fordi den falder i en weekend eller på en helligdag. Tre grupper "
        "vises hver for sig: færdig til tiden; over fristen med en foreløbig vurdering; over fristen uden. En "
        "undersøgelse uden samtykke har kun to måneder, regnet fra udvalgets afgørelse."
    ),
    examples={
        VED_OVERGREB: _VED_OVERGREB,
        AFSLUTTES_SEL: _AFSLUTTES_SEL,
        AFSLUTTES: _AFSLUTTES,
        FORELOEBIG: _FORELOEBIG,
        UDEN_SAMTYKKE_SEL: _UDEN_SAMTYKKE_SEL,
        UDEN_SAMTYKKE: _UDEN_SAMTYKKE,
        FOER_FORANSTALTNING_SEL: _FOER_FORANSTALTNING_SEL,
        BOERNEHUS: _BOERNEHUS,
    },
)
