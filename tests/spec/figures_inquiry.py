"""Worked examples of the figures on investigations and on the child's voice."""

from tests.spec import figures_quality as quality
from tests.spec.figure import Figure

EXAMPLES = (
    Figure(
        key="undersoegelser.besluttet",
        says="Søskendeparret Alma og Bo tæller hver for sig. Carls blev besluttet i maj, og Dinas er en afdækning.",
        cases={
            "Alma": "2026-06-01 undersoegelse_besluttet #b behov_kendt=2026-05-30",
            "Bo": "2026-06-01 undersoegelse_besluttet #b",
            "Carl": "2026-05-31 undersoegelse_besluttet #b",
            "Dina": "2026-06-10 afdaekning_besluttet #b",
        },
        gives="2",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "", "Dina": ""},
    ),
    Figure(
        key="undersoegelser.i_gang",
        says=(
            "Bos blev færdig på månedens sidste dag, og Dinas sag blev lukket. Frejas sag blev lukket ved en fejl og "
            "åbnet igen, så hendes undersøgelse løber stadig."
        ),
        cases={
            "Alma": "2026-03-01 undersoegelse_besluttet #b behov_kendt=2026-02-20",
            "Bo": """
                2026-04-01 undersoegelse_besluttet #b behov_kendt=2026-03-30
                2026-06-30 undersoegelse_afsluttet #b
            """,
            "Carl": """
                2026-05-01 undersoegelse_besluttet #b behov_kendt=2026-04-30
                2026-07-02 undersoegelse_afsluttet #b
            """,
            "Dina": """
                2026-05-10 undersoegelse_besluttet #b
                2026-06-15 sag_afsluttet
            """,
            "Emil": "2026-07-01 undersoegelse_besluttet #b",
            "Freja": """
                2026-02-01 undersoegelse_besluttet #b
                2026-04-01 sag_afsluttet
                2026-04-15 sag_genaabnet
            """,
        },
        gives="3",
        behind={"Alma": "ja", "Bo": "", "Carl": "ja", "Dina": "", "Emil": "", "Freja": "ja"},
    ),
    Figure(
        key="undersoegelser.over_fire_maaneder",
        says=(
            "Tre er over de fire måneder: Alma uden en foreløbig vurdering, Carl med, og Emils begyndte før barnets "
            "lov. Hvornår Dinas behov blev kendt, står der ikke. Frejas er færdig."
        ),
        cases={
            "Alma": "2026-02-10 undersoegelse_besluttet #b behov_kendt=2026-02-01",
            "Bo": "2026-03-15 undersoegelse_besluttet #b behov_kendt=2026-03-10",
            "Carl": """
                2026-01-20 undersoegelse_besluttet #b behov_kendt=2026-01-15
                2026-05-14 foreloebig_vurdering #b
            """,
            "Dina": "2026-02-01 undersoegelse_besluttet #b",
            "Emil": "2023-12-05 undersoegelse_besluttet #b behov_kendt=2023-12-01",
            "Freja": """
                2026-02-05 undersoegelse_besluttet #b behov_kendt=2026-02-01
                2026-06-20 undersoegelse_afsluttet #b
            """,
        },
        gives="3 af 4, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "ja", "Dina": "ukendt", "Emil": "ja", "Freja": ""},
        groups={"i_tide": 1, "over_med": 1, "over_uden": 1, "over_foer": 1},
    ),
    Figure(
        key="undersoegelser.afsluttede",
        says=(
            "Kun Almas blev færdig i tide. En foreløbig vurdering gør ikke Carls rettidig, men sætter den i sin egen "
            "gruppe. Emils blev først færdig i juli."
        ),
        cases={
            "Alma": """
                2026-03-05 undersoegelse_besluttet #b behov_kendt=2026-03-01
                2026-06-10 undersoegelse_afsluttet #b
            """,
            "Bo": """
                2026-02-05 undersoegelse_besluttet #b behov_kendt=2026-02-01
                2026-06-20 undersoegelse_afsluttet #b
            """,
            "Carl": """
                2026-01-20 undersoegelse_besluttet #b behov_kendt=2026-01-15
                2026-05-10 foreloebig_vurdering #b
                2026-06-25 undersoegelse_afsluttet #b
            """,
            "Dina": """
                2026-03-01 undersoegelse_besluttet #b
                2026-06-12 undersoegelse_afsluttet #b
            """,
            "Emil": """
                2026-04-05 undersoegelse_besluttet #b behov_kendt=2026-04-01
                2026-07-02 undersoegelse_afsluttet #b
            """,
        },
        gives="1 af 3, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": "ukendt", "Emil": ""},
        groups={"i_tide": 1, "over_med": 1, "over_uden": 1},
    ),
    Figure(
        key="undersoegelser.foreloebig_vurdering",
        says=(
            "Carls undersøgelse var færdig, inden de fire måneder gik, så den kræver ingen. Dinas vurdering kom tre "
            "dage for sent. Emils fire måneder går først i juli."
        ),
        cases={
            "Alma": """
                2026-02-12 undersoegelse_besluttet #b behov_kendt=2026-02-10
                2026-06-08 foreloebig_vurdering #b
            """,
            "Bo": "2026-02-17 undersoegelse_besluttet #b behov_kendt=2026-02-15",
            "Carl": """
                2026-02-22 undersoegelse_besluttet #b behov_kendt=2026-02-20
                2026-06-01 undersoegelse_afsluttet #b
            """,
            "Dina": """
                2026-02-26 undersoegelse_besluttet #b behov_kendt=2026-02-25
                2026-06-28 foreloebig_vurdering #b
            """,
            "Emil": "2026-03-16 undersoegelse_besluttet #b behov_kendt=2026-03-15",
        },
        gives="1 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "", "Dina": "nej", "Emil": ""},
    ),
    Figure(
        key="undersoegelser.varighed",
        says="De tre tog 80, 101 og 180 dage; den midterste er medianen. Dinas begyndelse er ikke skrevet.",
        cases={
            "Alma": """
                2026-03-05 undersoegelse_besluttet #b behov_kendt=2026-03-01
                2026-06-10 undersoegelse_afsluttet #b
            """,
            "Bo": """
                2026-04-03 undersoegelse_besluttet #b behov_kendt=2026-04-01
                2026-06-20 undersoegelse_afsluttet #b
            """,
            "Carl": """
                2026-01-05 undersoegelse_besluttet #b behov_kendt=2026-01-01
                2026-06-30 undersoegelse_afsluttet #b
            """,
            "Dina": """
                2026-03-01 undersoegelse_besluttet #b
                2026-06-12 undersoegelse_afsluttet #b
            """,
            "Emil": "2026-03-01 undersoegelse_besluttet #b behov_kendt=2026-03-01",
        },
        gives="101 dage (3), 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "ja", "Dina": "ukendt", "Emil": ""},
    ),
    *quality.EXAMPLES,
    Figure(
        key="barnets_stemme.foer_afgoerelse",
        says=(
            "Carl blev mødt på en anden måde, og det tæller. Emils samtale var før den forrige afgørelse, så der "
            "skulle have været en ny. Dinas er undladt med en begrundelse og tæller ikke."
        ),
        cases={
            "Alma": """
                2026-06-01 samtale_med_barnet
                2026-06-10 afgoerelse_truffet #i paragraf=§_32,_stk._1,_nr._3
            """,
            "Bo": """
                2026-05-20 underretning_modtaget #u
                2026-06-05 afgoerelse_truffet #i paragraf=§_32,_stk._1,_nr._3
            """,
            "Carl": """
                2026-06-01 kontakt_med_barnet
                2026-06-20 afgoerelse_truffet #i paragraf=§_32,_stk._1,_nr._2
            """,
            "Dina": """
                2026-06-01 samtale_undladt begrundelse=Dina_er_to_måneder
                2026-06-08 afgoerelse_truffet #i paragraf=§_32,_stk._1,_nr._5
            """,
            "Emil": """
                2026-05-01 samtale_med_barnet
                2026-05-10 afgoerelse_truffet #i paragraf=§_32,_stk._1,_nr._3
                2026-06-15 afgoerelse_truffet #j paragraf=§_32,_stk._1,_nr._7
            """,
        },
        gives="2 af 4",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "ja", "Dina": "", "Emil": "nej"},
    ),
    Figure(
        key="barnets_stemme.i_undersoegelsen",
        says=(
            "Bos samtale var, før undersøgelsen begyndte. Hvornår Dinas begyndte, står der ikke, så det kan ikke ses, "
            "hvad der ligger i den."
        ),
        cases={
            "Alma": """
                2026-03-01 undersoegelse_besluttet #b
                2026-04-01 samtale_med_barnet
                2026-06-10 undersoegelse_afsluttet #b
            """,
            "Bo": """
                2026-02-01 samtale_med_barnet
                2026-03-05 undersoegelse_besluttet #b
                2026-06-12 undersoegelse_afsluttet #b
            """,
            "Carl": """
                2026-03-01 undersoegelse_besluttet #b
                2026-06-15 kontakt_med_barnet
                2026-06-15 undersoegelse_afsluttet #b
            """,
            "Dina": "2026-06-20 undersoegelse_afsluttet #b",
        },
        gives="2 af 3, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "ja", "Dina": "ukendt"},
    ),
    Figure(
        key="barnets_stemme.inddragelse_skrevet",
        says=(
            "Bos anden forælder blev ikke inddraget, men der står hvorfor. Hos Carl står der kun en samtale med "
            "barnet, og om nogen omkring ham ingenting."
        ),
        cases={
            "Alma": """
                2026-03-01 undersoegelse_besluttet #b
                2026-03-10 inddragelse hvem=netvaerk
                2026-06-10 undersoegelse_afsluttet #b
            """,
            "Bo": """
                2026-03-01 undersoegelse_besluttet #b
                2026-04-01 inddragelse_undladt hvem=foraelder_2 hvorfor_ikke=utrygt
                2026-06-12 undersoegelse_afsluttet #b
            """,
            "Carl": """
                2026-03-01 undersoegelse_besluttet #b
                2026-04-01 samtale_med_barnet
                2026-06-14 undersoegelse_afsluttet #b
            """,
            "Dina": """
                2026-03-05 undersoegelse_besluttet #b
                2026-05-01 netvaerksmoede
                2026-06-20 undersoegelse_afsluttet #b
            """,
        },
        gives="3 af 4",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "nej", "Dina": "ja"},
    ),
    Figure(
        key="barnets_stemme.samtale_undladt",
        says="Emils blev skrevet på det forkerte barn og er rettet væk. Carls er fra juli.",
        cases={
            "Alma": """
                2026-06-01 samtale_undladt begrundelse=Syg
                2026-06-20 samtale_undladt begrundelse=Syg_igen
            """,
            "Bo": "2026-06-05 samtale_undladt begrundelse=Ville_ikke",
            "Carl": "2026-07-01 samtale_undladt begrundelse=Ville_ikke",
            "Dina": "2026-06-10 samtale_med_barnet",
            "Emil": """
                2026-06-12 samtale_undladt begrundelse=Spæd
                2026-06-13 rettelse replaces=01 reason=Forkert_barn
                2026-06-14 samtale_med_barnet
            """,
        },
        gives="3",
        behind={"Alma": "ja ja", "Bo": "ja", "Carl": "", "Dina": "", "Emil": ""},
    ),
)
