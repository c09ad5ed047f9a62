"""Worked examples for the chapter on supervisory visits."""

from pejl.rulebook.tilsyn import SOCIALTILSYN, TO_BESOEG, TO_BESOEG_SEL
from tests.spec.example import Chapter, Example, also_for

_TO_BESOEG_SEL = (
    Example(
        says=(
            "To besøg inden for det første år, hvor der blev talt med barnet; det ene på årsdagen, som hører med til "
            "året."
        ),
        events="""
            2022-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2023-03-01 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2023-03-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2023-04-01",
        gives=("met 2023-03-01", "met 2023-03-01"),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før årsdagen er der kun ét besøg: det andet mangler endnu, men året er ikke gået.",
        events="""
            2022-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2023-02-28",
        gives=("met 2023-03-01", "open 2023-03-01"),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Besøget dagen efter årsdagen hører til det næste år. Det første år mangler et besøg.",
        events="""
            2022-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2023-03-02 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2023-04-01",
        gives=("met 2023-03-01", "overdue 2023-03-01", "met 2024-03-01", "open 2024-03-01"),
        shows=("dagen efter", "mangler"),
    ),
    Example(
        says=(
            "Året efter skuddagen den 29. februar 2020 slutter den 28. februar 2021, for det år har ingen 29. februar."
        ),
        events="""
            2020-02-29 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2020-09-01 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2021-02-28 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2021-02-27",
        gives=("met 2021-02-28", "open 2021-02-28"),
        shows=("skuddag",),
    ),
    Example(
        says="Sagen blev afsluttet i det første år, så det andet besøg faldt bort.",
        events="""
            2022-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2022-12-01 sag_afsluttet
        """,
        as_of="2023-04-01",
        gives=("met 2023-03-01", "cancelled 2023-03-01"),
        shows=("stop før fristen",),
        variants=also_for("sag_afsluttet", "anbringelse_ophoert", "sag_flyttet"),
    ),
    Example(
        says="Anbringelsen ophørte efter det første år, hvor et besøg manglede. Det ændrer ikke det første år.",
        events="""
            2022-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2023-03-15 anbringelse_ophoert #anbringelse
        """,
        as_of="2023-04-01",
        gives=("met 2023-03-01", "overdue 2023-03-01", "cancelled 2024-03-01", "cancelled 2024-03-01"),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Det er ikke skrevet, om der blev talt med barnet, så det kan ikke afgøres, om besøget tæller.",
        events="""
            2022-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2022-08-15 tilsynsbesoeg #tilsyn
        """,
        as_of="2022-12-01",
        gives=("unknown 2023-03-01 felt_mangler", "open 2023-03-01"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Afgørelsen er fra december 2023, og barnet flyttede ind i januar 2024. Afgørelsen er forløbets grundlag, "
            "så serviceloven gælder."
        ),
        events="""
            2023-12-20 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2024-05-13 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2024-06-01",
        gives=("met 2025-01-08", "open 2025-01-08"),
        shows=("årsskiftet 2023-24", "løber"),
        variants=also_for(
            "afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja",
            "udvalgets_afgoerelse #anbringelse paragraf=§_58",
            says="Er afgørelsen truffet af udvalget uden samtykke (§ 58)",
        ),
    ),
    Example(
        says="Anbringelsen begyndte i 2024: pligten følger af barnets lov.",
        events="2024-01-02 anbringelse_ivaerksat #anbringelse paragraf=§_46",
        as_of="2024-02-01",
        gives=(),
        shows=("efter reglen ophørte",),
    ),
)

_TO_BESOEG = (
    Example(
        says="To besøg i det første år, hvor kommunen talte med barnet.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-12-10 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2025-02-01",
        gives=("met 2025-03-01", "met 2025-03-01"),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før årsdagen er der kun ét besøg: det andet mangler endnu, men året er ikke gået.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2025-02-28",
        gives=("met 2025-03-01", "open 2025-03-01"),
        shows=("dagen før", "løber"),
    ),
    Example(
        says="Et besøg på årsdagen hører til det år, der slutter. Samme dag begynder det andet år.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2025-03-01 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2025-03-15",
        gives=("met 2025-03-01", "met 2025-03-01", "open 2026-03-01", "open 2026-03-01"),
        shows=("til tiden", "løber"),
    ),
    Example(
        says=(
            "Besøget dagen efter årsdagen hører til det andet år. Det første år mangler et besøg, og det kan ikke "
            "indhentes."
        ),
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2025-03-02 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2025-03-15",
        gives=("met 2025-03-01", "overdue 2025-03-01", "met 2026-03-01", "open 2026-03-01"),
        shows=("dagen efter", "mangler"),
    ),
    Example(
        says="Et tredje besøg i det første år kan ikke gemmes til det andet.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-06-03 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-09-02 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-12-02 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2025-03-15",
        gives=("met 2025-03-01", "met 2025-03-01", "open 2026-03-01", "open 2026-03-01"),
        shows=("løber",),
    ),
    Example(
        says="Et besøg, hvor der ikke blev talt med barnet, er ikke det besøg, loven beder om.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-12-10 tilsynsbesoeg #tilsyn talt_med_barnet=nej
        """,
        as_of="2025-02-01",
        gives=("met 2025-03-01", "open 2025-03-01"),
        shows=("løber",),
    ),
    Example(
        says="Ved det andet besøg er det ikke skrevet, om der blev talt med barnet, så det kan ikke afgøres.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-12-10 tilsynsbesoeg #tilsyn
        """,
        as_of="2025-02-01",
        gives=("met 2025-03-01", "unknown 2025-03-01 felt_mangler"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Anbringelsen begyndte på skuddagen den 29. februar 2024. Det første år slutter den 28. februar 2025.",
        events="""
            2024-02-29 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2025-02-28 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2025-02-28 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-04-01",
        gives=("met 2025-02-28", "met 2025-02-28"),
        shows=("skuddag",),
    ),
    Example(
        says="Barnet skiftede plejefamilie under den samme anbringelse. Året løber videre fra dens start.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46 anbringelsestype=almen
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-10-01 anbringelse_aendret #anbringelse paragraf=§_46 anbringelsestype=forstaerket
            2024-12-10 tilsynsbesoeg #tilsyn talt_med_barnet=ja
        """,
        as_of="2025-02-01",
        gives=("met 2025-03-01", "met 2025-03-01"),
        shows=("til tiden",),
    ),
    Example(
        says="Anbringelsen ophørte i det første år, så det andet besøg faldt bort.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2024-12-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-04-01",
        gives=("met 2025-03-01", "cancelled 2025-03-01"),
        shows=("stop før fristen",),
        variants=also_for("anbringelse_ophoert", "sag_afsluttet", "sag_flyttet"),
    ),
    Example(
        says="Anbringelsen ophørte efter det første år, hvor et besøg manglede. Det ændrer ikke det første år.",
        events="""
            2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46
            2024-08-15 tilsynsbesoeg #tilsyn talt_med_barnet=ja
            2025-03-15 anbringelse_ophoert #anbringelse
        """,
        as_of="2025-04-01",
        gives=("met 2025-03-01", "overdue 2025-03-01", "cancelled 2026-03-01", "cancelled 2026-03-01"),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen tilsynsbesøg, så det kan ikke ses, om kommunen har besøgt barnet.",
        events="2024-03-01 anbringelse_ivaerksat #anbringelse paragraf=§_46",
        as_of="2024-12-01",
        gives=("unknown 2025-03-01 ikke_daekket", "unknown 2025-03-01 ikke_daekket"),
        covers=("anbringelse_ivaerksat",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Afgørelsen om anbringelse er fra 2023, så forløbet følger serviceloven, selv om barnet flyttede ind i "
            "2024."
        ),
        events="""
            2023-12-20 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2024-01-08 anbringelse_ivaerksat #anbringelse paragraf=§_52
        """,
        as_of="2024-06-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Anbragt i 2023, ny afgørelse i februar 2024: det andet år følger barnets lov, det første serviceloven.",
        events="""
            2023-06-01 anbringelse_ivaerksat #anbringelse paragraf=§_52
            2024-02-12 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-09-01",
        gives=("open 2025-06-01", "open 2025-06-01"),
        shows=("årsskiftet 2023-24",),
        variants=also_for(
            "afgoerelse_truffet #anbringelse paragraf=§_46",
            "udvalgets_afgoerelse #anbringelse paragraf=§_47",
            says="Er afgørelsen truffet af udvalget uden samtykke (§ 47)",
        ),
    ),
)
_SOCIALTILSYN = (
    Example(
        says="Ved besøget blev der set bekymrende forhold på stedet, og ugen efter blev socialtilsynet orienteret.",
        events="""
            2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja
            2024-05-21 socialtilsyn_orienteret #anbringelse
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Socialtilsynet er ikke orienteret endnu. Loven har ingen frist i tal, så pligten står åben.",
        events="2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja",
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="At barnet flyttede derfra, ændrer intet: stedet kan stadig være bekymrende for andre.",
        events="""
            2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja
            2024-05-28 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Orienteringen er skrevet i et andet forløb. Der ses efter i hele sagen.",
        events="""
            2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja
            2024-05-21 socialtilsyn_orienteret #andet
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=("flere forløb",),
    ),
    Example(
        says="En orientering fra før besøget handler ikke om det, der blev set den dag.",
        events="""
            2024-05-07 socialtilsyn_orienteret #anbringelse
            2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja
        """,
        as_of="2024-07-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Der blev ikke set bekymrende forhold.",
        events="2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=nej",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Der står intet om bekymrende forhold. Så begynder pligten ikke.",
        events="2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Udtrækket siger intet om, hvad socialtilsynet har fået at vide.",
        events="2024-05-14 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja",
        as_of="2024-07-01",
        gives=("unknown - ikke_daekket",),
        covers=("tilsynsbesoeg",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Besøget var i december 2023, før barnets lov gjaldt.",
        events="2023-12-12 tilsynsbesoeg #anbringelse talt_med_barnet=ja bekymrende_forhold=ja",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

CHAPTER = Chapter(
    title="Personrettet tilsyn",
    introduction=(
        "Når kommunen har anbragt et barn, skal den mindst to gange om året besøge barnet, hvor det bor, og tale med "
        "det. Loven siger ikke, om året er kalenderåret eller regnes fra anbringelsen. Pejl regner det fra den dag, "
        "anbringelsen begyndte. Der er én række for hvert besøg, barnet har krav på. Ser kommunen "
        "bekymrende forhold på stedet, skal socialtilsynet have det at vide."
    ),
    examples={TO_BESOEG_SEL: _TO_BESOEG_SEL, TO_BESOEG: _TO_BESOEG, SOCIALTILSYN: _SOCIALTILSYN},
)
