"""Worked examples for the chapter on children with a disability."""

from pejl.rulebook.handicap import RULES
from tests.spec.example import Chapter, Example

FAMILIEVEJLEDNING_SEL, FAMILIEVEJLEDNING = RULES

_FAMILIEVEJLEDNING_SEL = (
    Example(
        says="Kommunen fik det at vide den 15. marts og tilbød familievejledning på den sidste dag.",
        events="""
            2023-03-15 funktionsnedsaettelse_kendt
            2023-06-15 familievejledning_tilbudt
        """,
        as_of="2023-09-01",
        gives=("met 2023-06-15",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er der ikke givet noget tilbud: fristen løber.",
        events="2023-03-15 funktionsnedsaettelse_kendt",
        as_of="2023-06-14",
        gives=("open 2023-06-15",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Tilbuddet kom dagen efter fristen: for sent. Det er skrevet på et andet forløb i sagen.",
        events="""
            2023-03-15 funktionsnedsaettelse_kendt #handicap
            2023-06-16 familievejledning_tilbudt #raadgivning
        """,
        as_of="2023-09-01",
        gives=("late 2023-06-15",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Familien har ikke fået tilbuddet.",
        events="2023-03-15 funktionsnedsaettelse_kendt",
        as_of="2023-09-01",
        gives=("overdue 2023-06-15",),
        shows=("mangler",),
    ),
    Example(
        says="Tre måneder efter den 30. november er den sidste dag i februar.",
        events="2022-11-30 funktionsnedsaettelse_kendt",
        as_of="2023-09-01",
        gives=("overdue 2023-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Sagen blev afsluttet inden fristen: pligten faldt bort.",
        events="""
            2023-03-15 funktionsnedsaettelse_kendt
            2023-05-02 sag_afsluttet
        """,
        as_of="2023-09-01",
        gives=("cancelled 2023-06-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede inden fristen: pligten faldt bort her.",
        events="""
            2023-03-15 funktionsnedsaettelse_kendt
            2023-05-02 sag_flyttet
        """,
        as_of="2023-09-01",
        gives=("cancelled 2023-06-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: den var allerede overskredet.",
        events="""
            2023-03-15 funktionsnedsaettelse_kendt
            2023-06-16 sag_afsluttet
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-06-15",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen tilbud om familievejledning.",
        events="2023-03-15 funktionsnedsaettelse_kendt",
        as_of="2023-09-01",
        gives=("unknown 2023-06-15 ikke_daekket",),
        covers=("funktionsnedsaettelse_kendt",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Reglen kom ind i serviceloven den 1. juli 2009.",
        events="""
            2009-07-01 funktionsnedsaettelse_kendt
            2009-08-03 familievejledning_tilbudt
        """,
        as_of="2023-09-01",
        gives=("met 2009-10-01",),
        shows=("til tiden",),
    ),
    Example(
        says="Dagen før var der ingen pligt.",
        events="2009-06-30 funktionsnedsaettelse_kendt",
        as_of="2023-09-01",
        gives=(),
        shows=("før reglen gjaldt",),
    ),
    Example(
        says="Kommunen fik det at vide den 31. december 2023: serviceloven gælder, også ind i det nye år.",
        events="2023-12-31 funktionsnedsaettelse_kendt",
        as_of="2024-09-01",
        gives=("overdue 2024-03-31",),
        shows=("mangler", "årsskiftet 2023-24"),
    ),
    Example(
        says="Fra den 1. januar 2024 gælder barnets lov.",
        events="2024-01-01 funktionsnedsaettelse_kendt",
        as_of="2024-09-01",
        gives=(),
        shows=("efter reglen ophørte",),
        rest={"handicap.familievejledning": "overdue 2024-04-01"},
    ),
    Example(
        says="Kommunen har fået to ting at vide. Tilbuddet fra april gjaldt den første; for den anden er der intet.",
        events="""
            2023-03-15 funktionsnedsaettelse_kendt
            2023-04-03 familievejledning_tilbudt
            2023-05-02 funktionsnedsaettelse_kendt
        """,
        as_of="2023-09-01",
        gives=("met 2023-06-15", "overdue 2023-08-02"),
        shows=("mangler",),
    ),
)

_FAMILIEVEJLEDNING = (
    Example(
        says="Kommunen fik det at vide den 15. marts og tilbød familievejledning på den sidste dag.",
        events="""
            2024-03-15 funktionsnedsaettelse_kendt
            2024-06-15 familievejledning_tilbudt
        """,
        as_of="2024-09-01",
        gives=("met 2024-06-15",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er der ikke givet noget tilbud: fristen løber.",
        events="2024-03-15 funktionsnedsaettelse_kendt",
        as_of="2024-06-14",
        gives=("open 2024-06-15",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Tilbuddet kom dagen efter fristen: for sent. Det er skrevet på et andet forløb i sagen.",
        events="""
            2024-03-15 funktionsnedsaettelse_kendt #handicap
            2024-06-16 familievejledning_tilbudt #raadgivning
        """,
        as_of="2024-09-01",
        gives=("late 2024-06-15",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Familien har ikke fået tilbuddet.",
        events="2024-03-15 funktionsnedsaettelse_kendt",
        as_of="2024-09-01",
        gives=("overdue 2024-06-15",),
        shows=("mangler",),
    ),
    Example(
        says="Tre måneder efter den 30. november 2024 er den sidste dag i februar.",
        events="2024-11-30 funktionsnedsaettelse_kendt",
        as_of="2025-09-01",
        gives=("overdue 2025-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="Sagen blev afsluttet inden fristen: pligten faldt bort.",
        events="""
            2024-03-15 funktionsnedsaettelse_kendt
            2024-05-02 sag_afsluttet
        """,
        as_of="2024-09-01",
        gives=("cancelled 2024-06-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede inden fristen: pligten faldt bort her.",
        events="""
            2024-03-15 funktionsnedsaettelse_kendt
            2024-05-02 sag_flyttet
        """,
        as_of="2024-09-01",
        gives=("cancelled 2024-06-15",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Sagen blev afsluttet efter fristen: den var allerede overskredet.",
        events="""
            2024-03-15 funktionsnedsaettelse_kendt
            2024-06-16 sag_afsluttet
        """,
        as_of="2024-09-01",
        gives=("overdue 2024-06-15",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen tilbud om familievejledning.",
        events="2024-03-15 funktionsnedsaettelse_kendt",
        as_of="2024-09-01",
        gives=("unknown 2024-06-15 ikke_daekket",),
        covers=("funktionsnedsaettelse_kendt",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Kommunen fik det at vide nytårsdag 2024: barnets lov gælder.",
        events="2024-01-01 funktionsnedsaettelse_kendt",
        as_of="2024-09-01",
        gives=("overdue 2024-04-01",),
        shows=("mangler", "årsskiftet 2023-24"),
    ),
    Example(
        says="Dagen før gjaldt serviceloven.",
        events="2023-12-31 funktionsnedsaettelse_kendt",
        as_of="2024-09-01",
        gives=(),
        shows=("før reglen gjaldt",),
        rest={"handicap.familievejledning": "overdue 2024-03-31"},
    ),
    Example(
        says="Kommunen har fået to ting at vide. Tilbuddet fra april gjaldt den første; for den anden er der intet.",
        events="""
            2024-03-15 funktionsnedsaettelse_kendt
            2024-04-03 familievejledning_tilbudt
            2024-05-02 funktionsnedsaettelse_kendt
        """,
        as_of="2024-09-01",
        gives=("met 2024-06-15", "overdue 2024-08-02"),
        shows=("mangler",),
    ),
)

CHAPTER = Chapter(
    title="Børn med funktionsnedsættelse",
    introduction=(
        "Sager efter barnets lov §§ 80-90, før 2024 serviceloven §§ 41 og 42, er en slags for sig. Pejl kender dem på "
        "den paragraf, der er ansøgt om, afgjort eller bevilget efter, og på at kommunen har fået at vide, at barnet "
        "har en funktionsnedsættelse. Den tid, en ansøgning om merudgifter eller tabt arbejdsfortjeneste må tage, er "
        "kommunens egen; den står under [Kommunens egne mål](lokale.md)."
    ),
    examples={FAMILIEVEJLEDNING_SEL: _FAMILIEVEJLEDNING_SEL, FAMILIEVEJLEDNING: _FAMILIEVEJLEDNING},
)
