"""Worked examples for the chapter on the investigation."""

from pejl.rulebook.undersoegelse import AFSLUTTES, AFSLUTTES_SEL, FORELOEBIG
from tests.spec.example import Chapter, Example

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

CHAPTER = Chapter(
    title="Den børnefaglige undersøgelse",
    introduction=(
        "En børnefaglig undersøgelse skal være færdig senest fire måneder efter, at kommunen blev opmærksom på, at "
        "barnet kan have behov for særlig støtte. Det er ikke fire måneder fra beslutningen. Fristen flyttes ikke, "
        "fordi den falder i en weekend eller på en helligdag. Tre grupper vises hver for sig: færdig til tiden; over "
        "fristen med en foreløbig vurdering; over fristen uden."
    ),
    examples={AFSLUTTES_SEL: _AFSLUTTES_SEL, AFSLUTTES: _AFSLUTTES, FORELOEBIG: _FORELOEBIG},
)
