"""Worked examples for the chapter on treatment for drugs."""

from pejl.rulebook.saerlige import RULES
from tests.spec.example import Chapter, Example

RUSBEHANDLING_SEL, RUSBEHANDLING = RULES

_RUSBEHANDLING_SEL = (
    Example(
        says="Fjorten dage efter den 3. maj er den 17. maj; behandlingen begyndte den dag.",
        events="""
            2023-05-03 rusbehandling_oensket
            2023-05-17 rusbehandling_ivaerksat
        """,
        as_of="2023-08-01",
        gives=("met 2023-05-17",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er behandlingen ikke begyndt: fristen løber.",
        events="2023-05-03 rusbehandling_oensket",
        as_of="2023-05-16",
        gives=("open 2023-05-17",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Behandlingen begyndte dagen efter fristen: for sent. Den er skrevet på et andet forløb i sagen.",
        events="""
            2023-05-03 rusbehandling_oensket #rus-1
            2023-05-18 rusbehandling_ivaerksat #rus-2
        """,
        as_of="2023-08-01",
        gives=("late 2023-05-17",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Behandlingen er ikke begyndt. At sagen blev afsluttet, fritager ikke.",
        events="""
            2023-05-03 rusbehandling_oensket
            2023-05-10 sag_afsluttet
        """,
        as_of="2023-08-01",
        gives=("overdue 2023-05-17",),
        shows=("mangler",),
    ),
    Example(
        says="Familien flyttede inden fristen: pligten faldt bort her.",
        events="""
            2023-05-03 rusbehandling_oensket
            2023-05-10 sag_flyttet
        """,
        as_of="2023-08-01",
        gives=("cancelled 2023-05-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede efter fristen: den var allerede overskredet.",
        events="""
            2023-05-03 rusbehandling_oensket
            2023-05-18 sag_flyttet
        """,
        as_of="2023-08-01",
        gives=("overdue 2023-05-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ikke, hvornår behandling begynder.",
        events="2023-05-03 rusbehandling_oensket",
        as_of="2023-08-01",
        gives=("unknown 2023-05-17 ikke_daekket",),
        covers=("rusbehandling_oensket",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Bedt om nytårsaftensdag 2023: servicelovens frist gælder, også ind i det nye år.",
        events="2023-12-31 rusbehandling_oensket",
        as_of="2024-02-01",
        gives=("overdue 2024-01-14",),
        shows=("mangler", "årsskiftet 2023-24"),
    ),
    Example(
        says="Fra den 1. januar 2024 gælder barnets lov i stedet.",
        events="2024-01-01 rusbehandling_oensket",
        as_of="2024-02-01",
        gives=(),
        shows=("efter reglen ophørte",),
        rest={"rusbehandling.saettes_i_gang": "overdue 2024-01-15"},
    ),
    Example(
        says="Der er bedt om behandling to gange. Den første gang begyndte den; den anden gang ikke.",
        events="""
            2023-05-03 rusbehandling_oensket
            2023-05-10 rusbehandling_ivaerksat
            2023-06-03 rusbehandling_oensket
        """,
        as_of="2023-08-01",
        gives=("met 2023-05-17", "overdue 2023-06-17"),
        shows=("mangler",),
    ),
)

_RUSBEHANDLING = (
    Example(
        says="Fjorten dage efter den 3. maj er den 17. maj; behandlingen begyndte den dag.",
        events="""
            2024-05-03 rusbehandling_oensket
            2024-05-17 rusbehandling_ivaerksat
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-17",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er behandlingen ikke begyndt: fristen løber.",
        events="2024-05-03 rusbehandling_oensket",
        as_of="2024-05-16",
        gives=("open 2024-05-17",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Behandlingen begyndte dagen efter fristen: for sent. Den er skrevet på et andet forløb i sagen.",
        events="""
            2024-05-03 rusbehandling_oensket #rus-1
            2024-05-18 rusbehandling_ivaerksat #rus-2
        """,
        as_of="2024-08-01",
        gives=("late 2024-05-17",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Behandlingen er ikke begyndt. At sagen blev afsluttet, fritager ikke.",
        events="""
            2024-05-03 rusbehandling_oensket
            2024-05-10 sag_afsluttet
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-17",),
        shows=("mangler",),
    ),
    Example(
        says="Familien flyttede inden fristen: pligten faldt bort her.",
        events="""
            2024-05-03 rusbehandling_oensket
            2024-05-10 sag_flyttet
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-05-17",),
        shows=("stop før fristen",),
    ),
    Example(
        says="Familien flyttede efter fristen: den var allerede overskredet.",
        events="""
            2024-05-03 rusbehandling_oensket
            2024-05-18 sag_flyttet
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-17",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ikke, hvornår behandling begynder.",
        events="2024-05-03 rusbehandling_oensket",
        as_of="2024-08-01",
        gives=("unknown 2024-05-17 ikke_daekket",),
        covers=("rusbehandling_oensket",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Bedt om nytårsdag 2024: barnets lov gælder.",
        events="2024-01-01 rusbehandling_oensket",
        as_of="2024-02-01",
        gives=("overdue 2024-01-15",),
        shows=("mangler", "årsskiftet 2023-24"),
    ),
    Example(
        says="Dagen før gjaldt serviceloven.",
        events="2023-12-31 rusbehandling_oensket",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt",),
        rest={"rusbehandling.saettes_i_gang": "overdue 2024-01-14"},
    ),
    Example(
        says="Der er bedt om behandling to gange. Den første gang begyndte den; den anden gang ikke.",
        events="""
            2024-05-03 rusbehandling_oensket
            2024-05-10 rusbehandling_ivaerksat
            2024-06-03 rusbehandling_oensket
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-17", "overdue 2024-06-17"),
        shows=("mangler",),
    ),
)

CHAPTER = Chapter(
    title="Særlige tilbud",
    introduction=(
        "Her står det, der skal begynde inden et antal dage, efter at nogen har bedt om det. Reglen om behandling for "
        "stofmisbrug er kun læst i serviceloven; i barnets lov er den ikke bekræftet."
    ),
    examples={RUSBEHANDLING_SEL: _RUSBEHANDLING_SEL, RUSBEHANDLING: _RUSBEHANDLING},
)
