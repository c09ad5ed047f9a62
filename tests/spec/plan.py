"""Worked examples for the chapter on the child's plan."""

from pejl.rulebook.plan import ANBRINGELSE, FOER_AFGOERELSE, FOER_AFGOERELSE_SEL, HASTENDE_SEL, STOETTE
from tests.spec.example import Chapter, Example, also_for, but_for

_SLUT = ("indsats_ophoert", "anbringelse_ophoert", "sag_afsluttet", "sag_flyttet")

_FOER_AFGOERELSE_SEL = (
    Example(
        says="Handleplanen forelå en uge før afgørelsen.",
        events="""
            2023-05-08 plan_lavet #plan
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52,_stk._3 kan_ikke_afvente=nej
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Handleplanen er fra dagen før afgørelsen.",
        events="""
            2023-05-14 plan_lavet #indsats
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 kan_ikke_afvente=nej
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("dagen før",),
    ),
    Example(
        says="Plan og afgørelse er fra samme dag uden klokkeslæt: planen regnes for at være før.",
        events="""
            2023-05-15 plan_revideret #plan
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_76 kan_ikke_afvente=nej
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("samme dag",),
    ),
    Example(
        says="Handleplanen blev først lavet dagen efter afgørelsen: for sent.",
        events="""
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_76_a kan_ikke_afvente=nej
            2023-05-16 plan_lavet #plan
        """,
        as_of="2023-07-01",
        gives=("late 2023-05-15",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der var ingen handleplan, da afgørelsen blev truffet, og der er ikke lavet nogen siden.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 kan_ikke_afvente=nej",
        as_of="2023-07-01",
        gives=("overdue 2023-05-15",),
        shows=("mangler",),
    ),
    Example(
        says="Kunne afgørelsen ikke afvente en plan, er det ingen fejl, at den manglede.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52 kan_ikke_afvente=ja",
        as_of="2023-07-01",
        gives=("excused 2023-05-15",),
        rest={"plan.efter_hastende_afgoerelse": "open 2023-09-15"},
        shows=("undtaget",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet, så det kan ikke afgøres, om der skulle være en plan.",
        events="2023-05-15 afgoerelse_truffet #indsats kan_ikke_afvente=nej",
        as_of="2023-07-01",
        gives=("unknown 2023-05-15 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="En afgørelse om konsulentbistand (§ 11) kræver ingen handleplan.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_11,_stk._3",
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsen er fra 2024, hvor handleplanen ikke længere skal være der først.",
        events="2024-01-03 afgoerelse_truffet #indsats paragraf=§_52 kan_ikke_afvente=nej",
        as_of="2024-02-01",
        gives=(),
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
    Example(
        says="Planen er fra før en anden afgørelse: den var til den og ikke til denne.",
        events="""
            2023-03-01 plan_lavet
            2023-03-10 afgoerelse_truffet #andet paragraf=§_42
            2023-03-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-03-15",),
        shows=(),
        variants=also_for(
            "afgoerelse_truffet #andet paragraf=§_42",
            "udvalgets_afgoerelse #andet paragraf=§_51",
            says="Var det udvalget, der først afgjorde, at der skulle laves en undersøgelse uden samtykke (§ 51)",
        ),
    ),
)

_FOER_AFGOERELSE = (
    Example(
        says="Barnets plan forelå, to uger før der blev truffet afgørelse om anbringelse uden samtykke.",
        events="""
            2024-05-02 plan_lavet #anbringelse
            2024-05-16 afgoerelse_truffet #anbringelse paragraf=§_47
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-16",),
        shows=("til tiden",),
        explained=True,
        variants=(
            *also_for("plan_lavet #anbringelse", "plan_lavet #plan", says="Står planen i et forløb for sig"),
            *also_for(
                "plan_lavet #anbringelse", "ungeplan_lavet", says="Er den unge fyldt 16 år, og er det en ungeplan"
            ),
        ),
    ),
    Example(
        says="Udvalget godkendte formandens afgørelse. Planen skal først være der til den ordinære afgørelse.",
        events="2024-05-16 udvalgets_afgoerelse #anbringelse paragraf=§_47 udvalgsart=godkendelse",
        as_of="2024-07-01",
        gives=("excused 2024-05-16",),
        shows=("undtaget",),
        variants=(
            but_for(
                "udvalgsart=godkendelse",
                "udvalgsart=ordinaer",
                "overdue 2024-05-16",
                says="Var det den ordinære afgørelse",
            ),
        ),
    ),
    Example(
        says="Barnets plan er fra dagen før afgørelsen.",
        events="""
            2024-05-15 plan_lavet #anbringelse
            2024-05-16 afgoerelse_truffet #anbringelse paragraf=§_47
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-16",),
        shows=("dagen før",),
    ),
    Example(
        says="Samme dag, og klokkeslættene viser, at planen var der først.",
        events="""
            2024-05-16 09:00 plan_revideret #anbringelse
            2024-05-16 16:00 afgoerelse_truffet #anbringelse paragraf=§_47
        """,
        as_of="2024-07-01",
        gives=("met 2024-05-16 16:00",),
        shows=("samme dag",),
    ),
    Example(
        says=(
            "Planen er fra en støttende indsats to år før, og der har været en afgørelse imellem: den var til den "
            "afgørelse og ikke til denne."
        ),
        events="""
            2024-03-04 plan_lavet #indsats
            2024-03-11 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej
            2026-02-05 afgoerelse_truffet #anbringelse paragraf=§_47
        """,
        as_of="2026-03-01",
        gives=("overdue 2026-02-05",),
        shows=("flere forløb",),
        variants=also_for(
            "afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
            "udvalgets_afgoerelse #undersøgelse paragraf=§_23",
            says="Var det udvalget, der imens afgjorde, at der skulle laves en undersøgelse uden samtykke (§ 23)",
        ),
    ),
    Example(
        says="Planen blev først lavet dagen efter afgørelsen: for sent.",
        events="""
            2024-05-16 afgoerelse_truffet #anbringelse paragraf=§_47
            2024-05-17 plan_lavet #anbringelse
        """,
        as_of="2024-07-01",
        gives=("late 2024-05-16",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er ingen plan i sagen.",
        events="2024-05-16 afgoerelse_truffet #anbringelse paragraf=§_47",
        as_of="2024-07-01",
        gives=("overdue 2024-05-16",),
        shows=("mangler",),
    ),
    Example(
        says="Udtrækket indeholder ingen planer, så det kan ikke ses, om der var en.",
        events="2024-05-16 afgoerelse_truffet #anbringelse paragraf=§_47",
        as_of="2024-07-01",
        gives=("unknown 2024-05-16 ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Ved støttende indsats behøver planen ikke at være der før afgørelsen.",
        events="2024-05-16 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
        as_of="2024-07-01",
        gives=(),
        shows=("ingen pligt",),
        variants=also_for(
            "afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
            "udvalgets_afgoerelse #undersøgelse paragraf=§_23",
            says="Afgør udvalget, at der skal laves en undersøgelse uden samtykke (§ 23)",
        ),
    ),
    Example(
        says=(
            "Afgørelsen er fra 2023, så barnets lov gælder ikke. Paragraffen er ikke skrevet, og derfor kan det heller "
            "ikke afgøres, om serviceloven krævede en handleplan."
        ),
        events="2023-12-20 afgoerelse_truffet #anbringelse",
        as_of="2024-02-01",
        gives=(),
        rest={"plan.foer_afgoerelse": "unknown 2023-12-20 felt_mangler"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Udvalgets afgørelse om anbringelse uden samtykke kræver også planen først.",
        events="""
            2024-06-03 udvalgets_afgoerelse #anbringelse paragraf=§_47
        """,
        as_of="2024-09-01",
        gives=("overdue 2024-06-03",),
        shows=(),
    ),
    Example(
        says=(
            "Fra § 46 til § 47: samtykket blev trukket tilbage, og udvalget traf afgørelse i samme forløb. Planen er "
            "lavet efter den første afgørelse og lå der, så den skal ikke laves én gang til."
        ),
        events="""
            2024-05-03 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-06 anbringelse_ivaerksat #anbringelse paragraf=§_46 anbringelsestype=almen
            2024-07-10 plan_lavet #anbringelse
            2025-02-03 samtykke_trukket #anbringelse hvem=foraelder_1
            2025-02-20 udvalgets_afgoerelse #anbringelse paragraf=§_47
            2025-02-21 anbringelse_aendret #anbringelse paragraf=§_47
        """,
        as_of="2025-04-01",
        gives=("met 2025-02-20",),
        rest={"plan.anbringelse": "met 2024-08-03", "opfoelgning.foerste": "overdue 2024-08-06"},
        shows=("til tiden",),
    ),
    Example(
        says=(
            "Fra § 46 til § 47 uden plan: den skulle være lavet tre måneder efter den første afgørelse, og den skulle "
            "foreligge, da udvalget afgjorde sagen. Begge dele mangler, for hver afgørelse har sin egen pligt."
        ),
        events="""
            2024-05-03 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-06 anbringelse_ivaerksat #anbringelse paragraf=§_46 anbringelsestype=almen
            2025-02-03 samtykke_trukket #anbringelse hvem=foraelder_1
            2025-02-20 udvalgets_afgoerelse #anbringelse paragraf=§_47
        """,
        as_of="2025-04-01",
        gives=("overdue 2025-02-20",),
        rest={"plan.anbringelse": "overdue 2024-08-03"},
        shows=("mangler",),
    ),
    Example(
        says=(
            "Samtykket er trukket tilbage, men udvalget har ikke afgjort sagen endnu: der er ingen pligt efter denne "
            "regel, før der træffes afgørelse."
        ),
        events="""
            2024-05-03 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-07-10 plan_lavet #anbringelse
            2025-02-03 samtykke_trukket #anbringelse hvem=foraelder_1
        """,
        as_of="2025-02-10",
        gives=(),
        rest={"plan.anbringelse": "met 2024-08-03"},
        shows=("ingen pligt",),
    ),
)

_HASTENDE_SEL = (
    Example(
        says=(
            "Afgørelsen den 15. marts kunne ikke vente. Fire måneder efter er den 15. juli; en plan den dag er til "
            "tiden."
        ),
        events="""
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2023-07-15 plan_lavet #plan
        """,
        as_of="2023-09-01",
        gives=("met 2023-07-15",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Dagen før fristen er der ingen plan: fristen løber.",
        events="2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_76 kan_ikke_afvente=ja",
        as_of="2023-07-14",
        gives=("open 2023-07-15",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Planen blev lavet dagen efter fristen: for sent.",
        events="""
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_76_a kan_ikke_afvente=ja
            2023-07-16 plan_lavet #anbringelse
        """,
        as_of="2023-09-01",
        gives=("late 2023-07-15",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Der er stadig ingen plan, da de fire måneder er gået.",
        events="2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja",
        as_of="2023-09-01",
        gives=("overdue 2023-07-15",),
        shows=("mangler",),
    ),
    Example(
        says="Der lå alligevel en plan i forløbet, da afgørelsen blev truffet: den skal ikke laves én gang til.",
        events="""
            2023-03-10 plan_lavet #anbringelse
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
        """,
        as_of="2023-09-01",
        gives=("met 2023-07-15",),
        shows=("til tiden",),
    ),
    Example(
        says="Planen er fra før den foregående afgørelse i forløbet: den var til den og ikke til denne.",
        events="""
            2023-02-01 plan_lavet #anbringelse
            2023-03-01 afgoerelse_truffet #anbringelse paragraf=§_11
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-07-15",),
        shows=("mangler",),
        variants=also_for(
            "afgoerelse_truffet #anbringelse paragraf=§_11",
            "udvalgets_afgoerelse #anbringelse paragraf=§_51",
            says="Var det udvalget, der først afgjorde, at der skulle laves en undersøgelse uden samtykke (§ 51)",
        ),
    ),
    Example(
        says="Fire måneder efter den 31. oktober 2023 er skuddagen den 29. februar 2024; serviceloven gælder stadig.",
        events="""
            2023-10-31 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2024-02-29 plan_revideret #anbringelse
        """,
        as_of="2024-04-01",
        gives=("met 2024-02-29",),
        shows=("månedsslut", "skuddag", "årsskiftet 2023-24"),
    ),
    Example(
        says="Sagen blev afsluttet, før de fire måneder var gået: pligten faldt bort.",
        events="""
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2023-06-01 sag_afsluttet
        """,
        as_of="2023-09-01",
        gives=("cancelled 2023-07-15",),
        shows=("stop før fristen",),
        variants=also_for("sag_afsluttet", *_SLUT),
    ),
    Example(
        says="Anbringelsen ophørte efter fristen: fristen er stadig overskredet.",
        events="""
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja
            2023-08-01 anbringelse_ophoert #anbringelse
        """,
        as_of="2023-09-01",
        gives=("overdue 2023-07-15",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Paragraffen mangler på en afgørelse, der ikke kunne vente: det kan ikke afgøres, om fristen gælder.",
        events="2023-03-15 afgoerelse_truffet #anbringelse kan_ikke_afvente=ja",
        as_of="2023-09-01",
        gives=("unknown 2023-07-15 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says=(
            "Den første afgørelse kunne vente, så planen skulle have været der først. Den anden handler om "
            "konsulentbistand (§ 11), som ingen plan kræver. Ingen af dem giver en frist bagefter."
        ),
        events="""
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=nej
            2023-03-15 afgoerelse_truffet #indsats paragraf=§_11,_stk._3 kan_ikke_afvente=ja
        """,
        as_of="2023-09-01",
        gives=(),
        rest={"plan.foer_afgoerelse": "overdue 2023-03-15"},
        shows=("ingen pligt", "flere forløb"),
    ),
    Example(
        says="Afgørelsen er fra 2024: servicelovens frist gælder ikke længere.",
        events="2024-01-03 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=ja",
        as_of="2024-06-01",
        gives=(),
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
    Example(
        says="Siger afgørelsen ikke, at den ikke kunne vente, gælder fristen ikke; så skulle planen være der først.",
        events="""
            2023-03-15 afgoerelse_truffet #anbringelse paragraf=§_52
        """,
        as_of="2023-09-01",
        gives=(),
        shows=(),
    ),
)

_STOETTE = (
    Example(
        says=(
            "Afgørelsen er fra den 14. februar, og indsatsen begyndte den 4. marts. Planens tre måneder regnes fra "
            "afgørelsen, så fristen er den 14. maj; en plan den dag er til tiden."
        ),
        events="""
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32,_stk._1,_nr._3 plan_valgt=ja
            2024-03-04 indsats_ivaerksat #indsats paragraf=§_32,_stk._1,_nr._3
            2024-05-14 plan_lavet #indsats
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
        variants=also_for(
            "plan_lavet #indsats", "ungeplan_lavet", says="Er den unge fyldt 16 år, og er det en ungeplan"
        ),
    ),
    Example(
        says="Planen er lavet dagen før fristen.",
        events="""
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
            2024-05-13 plan_lavet #indsats
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
    ),
    Example(
        says="Planen er lavet dagen efter fristen: for sent.",
        events="""
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
            2024-05-15 plan_lavet #indsats
        """,
        as_of="2024-08-01",
        gives=("late 2024-05-14",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Det er valgt, at der skal være en plan, men den er ikke lavet.",
        events="2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja",
        as_of="2024-05-15",
        gives=("overdue 2024-05-14",),
        shows=("mangler", "dagen efter"),
    ),
    Example(
        says="Planen blev lavet på vejen til afgørelsen: den skal ikke laves én gang til.",
        events="""
            2024-02-05 plan_lavet #indsats
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
    ),
    Example(
        says="Planen er fra før den foregående afgørelse i forløbet: den var til den og ikke til denne.",
        events="""
            2024-01-08 plan_lavet #indsats
            2024-02-01 afgoerelse_truffet #indsats paragraf=§_30
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
        variants=also_for(
            "afgoerelse_truffet #indsats paragraf=§_30",
            "udvalgets_afgoerelse #indsats paragraf=§_23",
            says="Var det udvalget, der først afgjorde, at der skulle laves en undersøgelse uden samtykke (§ 23)",
        ),
    ),
    Example(
        says="Det er valgt, at der ikke skal være en plan, så der er ingen frist.",
        events="2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Tidlig forebyggende hjælp efter § 30 kræver ingen plan.",
        events="2024-02-14 afgoerelse_truffet #indsats paragraf=§_30 plan_valgt=ja",
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Det er ikke skrevet, om der skulle være en plan, så det kan ikke afgøres, om pligten gælder.",
        events="2024-02-14 afgoerelse_truffet #indsats paragraf=§_32",
        as_of="2024-08-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet, så det kan ikke afgøres, om pligten gælder.",
        events="2024-02-14 afgoerelse_truffet #indsats plan_valgt=ja",
        as_of="2024-08-01",
        gives=("unknown 2024-05-14 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Tre måneder efter den 30. november 2024: februar har ingen den 30., så fristen er den 28. februar 2025.",
        events="""
            2024-11-30 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
            2025-02-28 plan_revideret #indsats
        """,
        as_of="2025-04-01",
        gives=("met 2025-02-28",),
        shows=("månedsslut",),
    ),
    Example(
        says="To indsatser: planen i den ene gælder også for den anden, for der ses efter i hele sagen.",
        events="""
            2024-02-14 afgoerelse_truffet #indsats-1 paragraf=§_32 plan_valgt=ja
            2024-02-28 afgoerelse_truffet #indsats-2 paragraf=§_32 plan_valgt=ja
            2024-04-10 plan_lavet #indsats-1
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-14", "met 2024-05-28"),
        shows=("flere forløb",),
    ),
    Example(
        says="Indsatsen ophørte inden fristen: pligten faldt bort.",
        events="""
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
            2024-04-30 indsats_ophoert #indsats
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-05-14",),
        shows=("stop før fristen",),
        variants=also_for("indsats_ophoert", *_SLUT),
    ),
    Example(
        says="En anden indsats ophørte. Det standser ikke fristen for denne.",
        events="""
            2024-02-14 afgoerelse_truffet #indsats-1 paragraf=§_32 plan_valgt=ja
            2024-04-30 indsats_ophoert #indsats-2
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-14",),
        shows=("flere forløb", "mangler"),
    ),
    Example(
        says="Indsatsen ophørte efter fristen: det ændrer ikke, at fristen blev overskredet.",
        events="""
            2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=ja
            2024-06-30 indsats_ophoert #indsats
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-14",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Afgørelsen er fra 2023: barnets lov gælder ikke, og handleplanen skulle have været der før afgørelsen.",
        events="2023-12-20 afgoerelse_truffet #indsats paragraf=§_52 plan_valgt=ja kan_ikke_afvente=nej",
        as_of="2024-08-01",
        gives=(),
        rest={"plan.foer_afgoerelse": "overdue 2023-12-20"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
)

_ANBRINGELSE = (
    Example(
        says="Tre måneder efter afgørelsen den 14. februar er den 14. maj; en plan den dag er til tiden.",
        events="""
            2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46,_stk._1
            2024-05-14 plan_lavet #plan
        """,
        as_of="2024-08-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
        variants=also_for("plan_lavet #plan", "ungeplan_lavet", says="Er den unge fyldt 16 år, og er det en ungeplan"),
    ),
    Example(
        says="Dagen før fristen er der ingen plan: fristen løber.",
        events="2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-05-13",
        gives=("open 2024-05-14",),
        shows=("løber", "dagen før"),
    ),
    Example(
        says="Planen er lavet dagen efter fristen: for sent.",
        events="""
            2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-05-15 plan_lavet #anbringelse
        """,
        as_of="2024-08-01",
        gives=("late 2024-05-14",),
        shows=("for sent", "dagen efter"),
    ),
    Example(
        says="Ved anbringelse skal der altid være en plan, også når det ikke er skrevet, at der er valgt en.",
        events="2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-08-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says=(
            "Fristen falder langfredag. Den flyttes ikke til efter påske, så en plan tirsdag den 22. april er for sent."
        ),
        events="""
            2025-01-18 afgoerelse_truffet #anbringelse paragraf=§_46
            2025-04-22 plan_lavet #anbringelse
        """,
        as_of="2025-06-01",
        gives=("late 2025-04-18",),
        shows=("påske", "for sent"),
    ),
    Example(
        says="Tre måneder efter den 30. november 2027: 2028 er skudår, så fristen er den 29. februar.",
        events="""
            2027-11-30 afgoerelse_truffet #anbringelse paragraf=§_46
            2028-02-29 plan_revideret #anbringelse
        """,
        as_of="2028-04-01",
        gives=("met 2028-02-29",),
        shows=("månedsslut", "skuddag"),
    ),
    Example(
        says="Anbringelsen ophørte inden fristen: pligten faldt bort.",
        events="""
            2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-04-30 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-08-01",
        gives=("cancelled 2024-05-14",),
        shows=("stop før fristen",),
        variants=also_for("anbringelse_ophoert", *_SLUT),
    ),
    Example(
        says="Anbringelsen ophørte efter fristen: det ændrer ikke, at fristen blev overskredet.",
        events="""
            2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46
            2024-06-30 anbringelse_ophoert #anbringelse
        """,
        as_of="2024-08-01",
        gives=("overdue 2024-05-14",),
        shows=("stop efter fristen",),
    ),
    Example(
        says="Udtrækket indeholder ingen planer, så det kan ikke ses, om der er en.",
        events="2024-02-14 afgoerelse_truffet #anbringelse paragraf=§_46",
        as_of="2024-08-01",
        gives=("unknown 2024-05-14 ikke_daekket",),
        covers=("afgoerelse_truffet", "anbringelse_ivaerksat"),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="En afgørelse om støttende indsats giver ingen frist efter denne regel.",
        events="2024-02-14 afgoerelse_truffet #indsats paragraf=§_32 plan_valgt=nej",
        as_of="2024-08-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsen er fra 2023, hvor handleplanen skulle foreligge før afgørelsen.",
        events="""
            2023-12-11 plan_lavet #anbringelse
            2023-12-20 afgoerelse_truffet #anbringelse paragraf=§_52 kan_ikke_afvente=nej
        """,
        as_of="2024-08-01",
        gives=(),
        rest={"plan.foer_afgoerelse": "met 2023-12-20"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Planen blev lavet på vejen til afgørelsen: den skal ikke laves én gang til.",
        events="""
            2024-03-01 plan_lavet #anbringelse
            2024-03-10 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-09-01",
        gives=("met 2024-06-10",),
        shows=(),
    ),
    Example(
        says="En plan for et andet forløb tæller ikke, når den er lavet før afgørelsen.",
        events="""
            2024-03-01 plan_lavet #andet
            2024-03-10 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-09-01",
        gives=("overdue 2024-06-10",),
        shows=(),
    ),
    Example(
        says="En plan fra før den foregående afgørelse i forløbet tæller heller ikke.",
        events="""
            2024-02-01 plan_lavet #anbringelse
            2024-03-01 afgoerelse_truffet #anbringelse paragraf=§_30
            2024-03-10 afgoerelse_truffet #anbringelse paragraf=§_46
        """,
        as_of="2024-09-01",
        gives=("overdue 2024-06-10",),
        shows=(),
        variants=also_for(
            "afgoerelse_truffet #anbringelse paragraf=§_30",
            "udvalgets_afgoerelse #anbringelse paragraf=§_23",
            says="Var det udvalget, der først afgjorde, at der skulle laves en undersøgelse uden samtykke (§ 23)",
        ),
    ),
)

CHAPTER = Chapter(
    title="Barnets plan",
    introduction=(
        "Efter barnets lov skal planen være lavet senest tre måneder efter afgørelsen. Ved anbringelse med samtykke "
        "skal der altid være en; ved støttende indsats, når det er valgt; og ved anbringelse uden samtykke skal den "
        "være der, før der træffes afgørelse. Efter serviceloven skulle handleplanen som udgangspunkt være der først. "
        "Tidlig forebyggende hjælp efter § 30 kræver ingen plan."
    ),
    examples={
        FOER_AFGOERELSE_SEL: _FOER_AFGOERELSE_SEL,
        FOER_AFGOERELSE: _FOER_AFGOERELSE,
        HASTENDE_SEL: _HASTENDE_SEL,
        STOETTE: _STOETTE,
        ANBRINGELSE: _ANBRINGELSE,
    },
)
