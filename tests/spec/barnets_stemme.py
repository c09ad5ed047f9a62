"""Worked examples for the chapter on the child's own voice."""

from pejl.rulebook.barnets_stemme import HOERES, HOERES_SEL, PAA_ANDEN_MAADE
from tests.spec.example import Chapter, Example, also_for, but_for

# The paragraphs servicelovens § 48 named besides § 52.
_SEL_OEVRIGE = tuple(
    f"paragraf=§_{section}"
    for section in (
        *("51", "52_a", "56", "57_a", "57_b", "58", "62", "63", "65"),
        *("68", "68_a", "68_b", "69", "70", "71", "75"),
    )
)

_HOERES_SEL = (
    Example(
        says="Rådgiveren talte med barnet tre uger før afgørelsen.",
        events="""
            2023-04-24 samtale_med_barnet #undersøgelse
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52,_stk._3
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("til tiden", "flere forløb"),
        explained=True,
        variants=also_for("paragraf=§_52,_stk._3", *_SEL_OEVRIGE),
    ),
    Example(
        says="Samtalen blev holdt dagen før afgørelsen.",
        events="""
            2023-05-14 samtale_med_barnet
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("dagen før",),
    ),
    Example(
        says="Samtale og afgørelse er fra samme dag uden klokkeslæt: samtalen regnes for at være før.",
        events="""
            2023-05-15 samtale_med_barnet
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=("met 2023-05-15",),
        shows=("samme dag",),
    ),
    Example(
        says="Samtalen blev holdt dagen efter afgørelsen: for sent.",
        events="""
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
            2023-05-16 samtale_med_barnet
        """,
        as_of="2023-07-01",
        gives=("late 2023-05-15",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Anden direkte kontakt var ikke nok efter serviceloven, der bad om en samtale.",
        events="""
            2023-05-08 kontakt_med_barnet kontaktform=Leg_i_børnehaven
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=("overdue 2023-05-15",),
        shows=("mangler",),
    ),
    Example(
        says="Samtalen er undladt, og der er skrevet hvorfor.",
        events="""
            2023-05-08 samtale_undladt begrundelse=Barnet_er_fire_måneder_gammelt
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2023-07-01",
        gives=("excused 2023-05-15",),
        shows=("undtaget",),
    ),
    Example(
        says="Samtalen før den første afgørelse gælder ikke for udvalgets afgørelse, der kom måneder senere.",
        events="""
            2023-04-24 samtale_med_barnet
            2023-05-15 afgoerelse_truffet #indsats paragraf=§_11
            2023-09-11 udvalgets_afgoerelse #anbringelse paragraf=§_58
        """,
        as_of="2023-10-01",
        gives=("overdue 2023-09-11",),
        shows=("flere forløb", "mangler"),
    ),
    Example(
        says="Samtalen før udvalgets afgørelse gælder ikke for den næste.",
        events="""
            2023-04-24 samtale_med_barnet
            2023-05-15 udvalgets_afgoerelse #anbringelse paragraf=§_58
            2023-09-11 afgoerelse_truffet #anbringelse paragraf=§_71
        """,
        as_of="2023-10-01",
        gives=("met 2023-05-15", "overdue 2023-09-11"),
        shows=("mangler",),
    ),
    Example(
        says="Formandens foreløbige afgørelse krævede også, at der var talt med barnet.",
        events="2023-06-05 formandens_afgoerelse #anbringelse paragraf=§_75",
        as_of="2023-07-01",
        gives=("overdue 2023-06-05",),
        shows=("mangler",),
    ),
    Example(
        says="Konsulentbistand (§ 11) var ikke blandt de afgørelser, loven nævnte.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_11,_stk._3",
        as_of="2023-07-01",
        gives=(),
        shows=("ingen pligt",),
    ),
    Example(
        says="Afgørelsens paragraf er ikke skrevet, så det kan ikke afgøres, om der skulle være talt med barnet.",
        events="2023-05-15 afgoerelse_truffet #indsats",
        as_of="2023-07-01",
        gives=("unknown 2023-05-15 felt_mangler",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Udtrækket indeholder ingen samtaler, så det kan ikke ses, om der er talt med barnet.",
        events="2023-05-15 afgoerelse_truffet #indsats paragraf=§_52",
        as_of="2023-07-01",
        gives=("unknown 2023-05-15 ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra nytårsaften 2023, den sidste dag med serviceloven.",
        events="""
            2023-12-18 samtale_med_barnet
            2023-12-31 afgoerelse_truffet #indsats paragraf=§_52
        """,
        as_of="2024-02-01",
        gives=("met 2023-12-31",),
        shows=("årsskiftet 2023-24",),
    ),
    Example(
        says="Afgørelsen er fra nytårsdag 2024, og så gælder barnets lov.",
        events="2024-01-01 afgoerelse_truffet #indsats paragraf=§_52",
        as_of="2024-02-01",
        gives=(),
        rest={"barnet.hoeres_foer_afgoerelse": "overdue 2024-01-01"},
        shows=("efter reglen ophørte", "årsskiftet 2023-24"),
    ),
)

_HOERES = (
    Example(
        says="Rådgiveren talte med barnet tre uger før afgørelsen.",
        events="""
            2024-04-22 samtale_med_barnet
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="En anden direkte kontakt end en samtale er også nok, her dagen før.",
        events="""
            2024-05-13 kontakt_med_barnet kontaktform=Leg_i_børnehaven
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("dagen før",),
    ),
    Example(
        says="Samtale og afgørelse er fra samme dag uden klokkeslæt: samtalen regnes for at være før.",
        events="""
            2024-05-14 samtale_med_barnet
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("samme dag",),
    ),
    Example(
        says="Samme dag, og kun afgørelsens klokkeslæt kendes: samtalen regnes for at være før.",
        events="""
            2024-05-14 samtale_med_barnet
            2024-05-14 13:00 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14 13:00",),
        shows=("samme dag",),
    ),
    Example(
        says="Samme dag, men klokkeslættene viser, at samtalen først blev holdt efter afgørelsen: for sent.",
        events="""
            2024-05-14 13:00 afgoerelse_truffet #indsats paragraf=§_32
            2024-05-14 14:30 samtale_med_barnet
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14 13:00",),
        shows=("samme dag", "for sent"),
    ),
    Example(
        says="Samtalen blev holdt dagen efter afgørelsen: for sent.",
        events="""
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
            2024-05-15 samtale_med_barnet
        """,
        as_of="2024-06-01",
        gives=("late 2024-05-14",),
        shows=("dagen efter", "for sent"),
    ),
    Example(
        says="Afgørelsen handler om forældrenes penge, og så skal barnet normalt ikke høres.",
        events="2024-05-14 afgoerelse_truffet #ansøgning paragraf=§_87",
        as_of="2024-06-01",
        gives=("excused 2024-05-14",),
        shows=("undtaget",),
        variants=also_for("paragraf=§_87", "paragraf=§_86"),
    ),
    Example(
        says="Der er hverken talt med barnet eller skrevet, hvorfor det er undladt.",
        events="2024-05-14 afgoerelse_truffet #indsats paragraf=§_32",
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="Samtalen er undladt med begrundelse, og så skal barnets holdning indhentes på anden måde.",
        events="""
            2024-05-10 samtale_undladt begrundelse=Barnet_er_fire_måneder_gammelt
            2024-05-10 holdning_indhentet kilde=Sundhedsplejersken
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("excused 2024-05-14",),
        rest={"barnet.holdning_paa_anden_maade": "met -"},
        shows=("undtaget",),
    ),
    Example(
        says="Samtalen er undladt, men der er ikke skrevet hvorfor. Uden begrundelse er det ingen undtagelse.",
        events="""
            2024-05-10 samtale_undladt
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("overdue 2024-05-14",),
        shows=("mangler",),
    ),
    Example(
        says="To afgørelser: samtalen før den første gælder ikke for den anden, der er truffet måneder senere.",
        events="""
            2024-04-22 samtale_med_barnet
            2024-05-14 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-09-10 afgoerelse_truffet #indsats-2 paragraf=§_46
        """,
        as_of="2024-10-01",
        gives=("met 2024-05-14", "overdue 2024-09-10"),
        shows=("flere forløb", "mangler"),
        variants=also_for(
            "afgoerelse_truffet #indsats-1 paragraf=§_32",
            "udvalgets_afgoerelse #anbringelse paragraf=§_47",
            says="Var det udvalget, der traf den første",
        ),
    ),
    Example(
        says="To afgørelser, og der er talt med barnet imellem dem.",
        events="""
            2024-04-22 samtale_med_barnet
            2024-05-14 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-09-02 samtale_med_barnet
            2024-09-10 afgoerelse_truffet #indsats-2 paragraf=§_46
        """,
        as_of="2024-10-01",
        gives=("met 2024-05-14", "met 2024-09-10"),
        shows=("flere forløb",),
    ),
    Example(
        says="To afgørelser samme dag: den samme samtale gælder for dem begge.",
        events="""
            2024-04-22 samtale_med_barnet
            2024-05-14 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-05-14 afgoerelse_truffet #indsats-2 paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14", "met 2024-05-14"),
        shows=("flere forløb",),
    ),
    Example(
        says=(
            "Den eneste samtale er fra samme dag som den første afgørelse, uden klokkeslæt. Var den før, gælder den "
            "kun for den første; var den efter, gælder den også for den anden. Det kan ikke afgøres."
        ),
        events="""
            2024-05-14 samtale_med_barnet
            2024-05-14 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-09-10 afgoerelse_truffet #indsats-2 paragraf=§_46
        """,
        as_of="2024-10-01",
        gives=("met 2024-05-14", "unknown 2024-09-10 klokkeslaet_slut"),
        shows=("kan ikke afgøres", "samme dag"),
    ),
    Example(
        says="Med klokkeslæt ses det, at samtalen blev holdt efter den første afgørelse; den gælder for den anden.",
        events="""
            2024-05-14 10:00 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-05-14 15:00 samtale_med_barnet
            2024-09-10 afgoerelse_truffet #indsats-2 paragraf=§_46
        """,
        as_of="2024-10-01",
        gives=("late 2024-05-14 10:00", "met 2024-09-10"),
        shows=("samme dag",),
    ),
    Example(
        says="En begrundelse for at undlade samtalen før den første afgørelse gælder ikke for den næste.",
        events="""
            2024-05-10 samtale_undladt begrundelse=Barnet_var_på_hospitalet
            2024-05-14 afgoerelse_truffet #indsats-1 paragraf=§_32
            2024-09-10 afgoerelse_truffet #indsats-2 paragraf=§_46
        """,
        as_of="2024-10-01",
        gives=("excused 2024-05-14", "overdue 2024-09-10"),
        shows=("flere forløb", "mangler"),
    ),
    Example(
        says="Samtalen blev holdt under undersøgelsen. Der ses efter i hele sagen, så den gælder også for afgørelsen.",
        events="""
            2024-03-01 undersoegelse_besluttet #undersøgelse behov_kendt=2024-02-12
            2024-04-09 samtale_med_barnet #undersøgelse
            2024-05-14 afgoerelse_truffet #indsats paragraf=§_32
        """,
        as_of="2024-06-01",
        gives=("met 2024-05-14",),
        shows=("flere forløb",),
    ),
    Example(
        says="Udtrækket indeholder ingen samtaler, så det kan ikke ses, om barnet er hørt.",
        events="2024-05-14 afgoerelse_truffet #indsats paragraf=§_32",
        as_of="2024-06-01",
        gives=("unknown 2024-05-14 ikke_daekket",),
        covers=("afgoerelse_truffet",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Afgørelsen er fra 2023: barnets lov gjaldt ikke endnu, og servicelovens regel om samtalen (§ 48) gælder.",
        events="2023-12-20 afgoerelse_truffet #indsats paragraf=§_52",
        as_of="2024-02-01",
        gives=(),
        rest={"barnet.hoeres_foer_afgoerelse": "overdue 2023-12-20"},
        shows=("før reglen gjaldt", "årsskiftet 2023-24"),
    ),
    Example(
        says="Også udvalgets afgørelse kræver, at barnet er hørt først.",
        events="""
            2024-05-14 samtale_med_barnet
            2024-06-03 udvalgets_afgoerelse paragraf=§_47
        """,
        as_of="2024-07-01",
        gives=("met 2024-06-03",),
        shows=(),
    ),
    Example(
        says="Formandens foreløbige afgørelse kræver også, at barnet er hørt først.",
        events="""
            2024-06-03 formandens_afgoerelse paragraf=§_47
        """,
        as_of="2024-07-01",
        gives=("overdue 2024-06-03",),
        shows=(),
    ),
)

_PAA_ANDEN_MAADE = (
    Example(
        says="Samtalen er undladt, og pædagogen har fortalt, hvordan barnet ser på det. Der ses efter i hele sagen.",
        events="""
            2024-05-10 samtale_undladt #indsats begrundelse=Barnet_er_alvorligt_sygt
            2024-05-13 holdning_indhentet #undersøgelse kilde=Pædagog
        """,
        as_of="2024-06-01",
        gives=("met -",),
        shows=("til tiden",),
        explained=True,
    ),
    Example(
        says="Er barnets holdning ikke indhentet, står pligten åben; loven har ingen frist i tal.",
        events="2024-05-10 samtale_undladt begrundelse=Barnet_er_alvorligt_sygt",
        as_of="2025-01-01",
        gives=("open -",),
        shows=("løber",),
    ),
    Example(
        says="Udtrækket indeholder ikke, hvad andre har fortalt om barnets holdning, så det kan ikke ses.",
        events="2024-05-10 samtale_undladt begrundelse=Barnet_er_alvorligt_sygt",
        as_of="2024-06-01",
        gives=("unknown - ikke_daekket",),
        covers=("samtale_undladt",),
        shows=("kan ikke afgøres",),
    ),
    Example(
        says="Samtalen blev undladt i 2023, før reglen gjaldt.",
        events="2023-12-20 samtale_undladt begrundelse=Barnet_var_alvorligt_sygt",
        as_of="2024-02-01",
        gives=(),
        shows=("før reglen gjaldt",),
    ),
    Example(
        says="Holdningen var søgt belyst, før det blev skrevet, at samtalen var undladt.",
        events="""
            2024-05-10 holdning_indhentet
            2024-05-14 samtale_undladt begrundelse=spæd
        """,
        as_of="2024-07-01",
        gives=("met -",),
        shows=(),
        variants=(
            but_for(
                "2024-05-14 samtale_undladt",
                "2024-05-12 afgoerelse_truffet paragraf=§_32\n2024-05-14 samtale_undladt",
                "open -",
                says="Er der truffet en afgørelse imellem",
            ),
            but_for(
                "2024-05-14 samtale_undladt",
                "2024-05-12 udvalgets_afgoerelse paragraf=§_47\n2024-05-14 samtale_undladt",
                "open -",
                says="Har udvalget truffet en afgørelse imellem",
            ),
        ),
    ),
)

CHAPTER = Chapter(
    title="Barnets stemme",
    introduction=(
        "Før der træffes afgørelse om et barn, skal kommunen gennem samtale eller anden direkte kontakt have barnets "
        "holdning. Hver afgørelse kræver, at der har været kontakt siden den foregående. Det kan kun undlades med "
        "begrundelse, og så skal holdningen indhentes på anden måde. Før 2024 skulle det være en samtale, og kun før "
        "afgørelser efter de paragraffer, serviceloven nævnte."
    ),
    examples={HOERES_SEL: _HOERES_SEL, HOERES: _HOERES, PAA_ANDEN_MAADE: _PAA_ANDEN_MAADE},
)
