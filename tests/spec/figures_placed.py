"""Worked examples of the figures on placements and the ladder."""

from tests.spec.figure import Figure

_NR_3, _TIDLIG, _UDEN = "paragraf=§_32,_stk._1,_nr._3", "paragraf=§_30,_stk._1", "paragraf=§_47,_stk._1"

EXAMPLES = (
    Figure(
        key="anbringelser.anbragte",
        says=(
            "Bo er flyttet to gange og bor nu på et opholdssted. Frejas paragraf er ændret, men hun bor samme sted. "
            "Gerdas forrige anbringelse blev aldrig skrevet som ophørt; hun er ét barn. Hvor Dina bor, står der ikke."
        ),
        cases={
            "Alma": "2026-01-10 anbringelse_ivaerksat #a anbringelsestype=almen",
            "Bo": """
                2026-02-01 anbringelse_ivaerksat #a anbringelsestype=netvaerk
                2026-04-01 anbringelse_aendret #a anbringelsestype=almen
                2026-06-10 anbringelse_aendret #a anbringelsestype=opholdssted
            """,
            "Carl": """
                2025-02-01 anbringelse_ivaerksat #a anbringelsestype=doegninstitution
                2026-06-20 anbringelse_ophoert #a
            """,
            "Dina": "2026-03-01 anbringelse_ivaerksat #a",
            "Emil": "2026-07-02 anbringelse_ivaerksat #a anbringelsestype=almen",
            "Freja": f"""
                2025-08-01 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-05-01 anbringelse_aendret #a {_UDEN}
            """,
            "Gerda": """
                2025-08-01 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-06-01 anbringelse_ivaerksat #b anbringelsestype=netvaerk
            """,
        },
        gives="5",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "", "Dina": "ja", "Emil": "", "Freja": "ja", "Gerda": "ja"},
        groups={"almen": 2, "opholdssted": 1, "netvaerk": 1, "ikke_oplyst": 1},
    ),
    Figure(
        key="anbringelser.begyndt",
        says="Bo er flyttet i juni, men var allerede anbragt. Carl kom hjem og blev anbragt igen.",
        cases={
            "Alma": "2026-06-10 anbringelse_ivaerksat #a anbringelsestype=almen",
            "Bo": """
                2026-02-01 anbringelse_ivaerksat #a anbringelsestype=netvaerk
                2026-06-10 anbringelse_aendret #a anbringelsestype=almen
            """,
            "Carl": """
                2026-03-01 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-05-01 anbringelse_ophoert #a
                2026-06-20 anbringelse_ivaerksat #b anbringelsestype=almen
            """,
            "Dina": "2026-07-01 anbringelse_ivaerksat #a anbringelsestype=almen",
        },
        gives="2",
        behind={"Alma": "ja", "Bo": "", "Carl": "ja", "Dina": ""},
    ),
    Figure(
        key="anbringelser.netvaerk",
        says="Alma og Gerda bor i netværket; Bo gjorde det. Hvor Dina bor, står der ikke.",
        cases={
            "Alma": "2026-01-10 anbringelse_ivaerksat #a anbringelsestype=netvaerk",
            "Bo": """
                2026-02-01 anbringelse_ivaerksat #a anbringelsestype=netvaerk
                2026-06-10 anbringelse_aendret #a anbringelsestype=opholdssted
            """,
            "Dina": "2026-03-01 anbringelse_ivaerksat #a",
            "Freja": "2025-08-01 anbringelse_ivaerksat #a anbringelsestype=almen",
            "Gerda": """
                2025-09-01 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-05-01 anbringelse_aendret #a anbringelsestype=netvaerk
            """,
        },
        gives="2 af 4, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Dina": "ukendt", "Freja": "nej", "Gerda": "ja"},
    ),
    Figure(
        key="anbringelser.tilsyn",
        says=(
            "To besøg til hvert barn i det år, der sluttede i juni. Bo fik ét, og hos Carl talte ingen med ham i "
            "det ene."
        ),
        cases={
            "Alma": """
                2025-06-10 anbringelse_ivaerksat #a anbringelsestype=almen
                2025-10-01 tilsynsbesoeg talt_med_barnet=ja
                2026-03-01 tilsynsbesoeg talt_med_barnet=ja
            """,
            "Bo": """
                2025-06-15 anbringelse_ivaerksat #a anbringelsestype=almen
                2025-11-01 tilsynsbesoeg talt_med_barnet=ja
            """,
            "Carl": """
                2025-06-20 anbringelse_ivaerksat #a anbringelsestype=netvaerk
                2025-11-01 tilsynsbesoeg talt_med_barnet=nej
                2026-04-01 tilsynsbesoeg talt_med_barnet=ja
            """,
        },
        gives="4 af 6",
        behind={"Alma": "ja ja", "Bo": "ja nej", "Carl": "ja nej"},
    ),
    Figure(
        key="indsatstrappen.bevaegelser",
        says=(
            "Alma blev anbragt (op). Bo kom hjem og fik hjælp 19 dage efter, og Emil flyttede til netværket (ned). "
            "Carl begyndte, og Dina begyndte igen efter 50 dage. Frejas eget værelse står ikke på trappen."
        ),
        cases={
            "Alma": f"""
                2026-01-10 indsats_ivaerksat #i {_NR_3}
                2026-06-05 anbringelse_ivaerksat #a anbringelsestype=netvaerk
            """,
            "Bo": f"""
                2025-01-10 anbringelse_ivaerksat #a anbringelsestype=doegninstitution
                2026-06-01 anbringelse_ophoert #a
                2026-06-20 indsats_ivaerksat #i {_NR_3}
            """,
            "Carl": f"2026-06-10 indsats_ivaerksat #i {_TIDLIG}",
            "Dina": f"""
                2025-01-10 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-05-01 anbringelse_ophoert #a
                2026-06-20 indsats_ivaerksat #i {_NR_3}
            """,
            "Emil": """
                2025-01-10 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-06-15 anbringelse_aendret #a anbringelsestype=netvaerk
            """,
            "Freja": f"""
                2026-01-10 indsats_ivaerksat #i {_NR_3}
                2026-06-10 anbringelse_ivaerksat #a anbringelsestype=eget_vaerelse
            """,
        },
        gives="3, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "", "Dina": "", "Emil": "ja", "Freja": "ukendt"},
        groups={"op": 1, "ned": 2},
    ),
    Figure(
        key="indsatstrappen.trin",
        says=(
            "Alma står på to trin, og det højeste tæller. Dinas eget værelse står ikke på trappen. Emils sag er lukket."
        ),
        cases={
            "Alma": f"""
                2026-01-10 indsats_ivaerksat #i {_TIDLIG}
                2026-03-10 indsats_ivaerksat #j {_NR_3}
            """,
            "Bo": "2026-01-10 anbringelse_ivaerksat #a anbringelsestype=almen",
            "Carl": """
                2026-01-10 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-03-10 anbringelse_aendret #a anbringelsestype=netvaerk
            """,
            "Dina": "2026-01-10 anbringelse_ivaerksat #a anbringelsestype=eget_vaerelse",
            "Emil": f"""
                2026-01-10 indsats_ivaerksat #i {_TIDLIG}
                2026-04-10 sag_afsluttet
            """,
        },
        gives="3, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "ja", "Dina": "ukendt", "Emil": ""},
        groups={"trin_3": 1, "trin_4": 1, "trin_5": 1},
    ),
    Figure(
        key="indsatstrappen.tid_paa_trin",
        says=(
            "De tre har stået der i 10, 112 og 171 dage. Bo flyttede fra én plejefamilie til en anden i marts, og det "
            "er det samme trin. Hvornår Dinas begyndte, ses, men ikke hvilket trin det er."
        ),
        cases={
            "Alma": f"""
                2026-01-10 indsats_ivaerksat #i {_TIDLIG}
                2026-03-10 indsats_ivaerksat #j {_NR_3}
            """,
            "Bo": """
                2026-01-10 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-03-10 anbringelse_aendret #a anbringelsestype=specialiseret
            """,
            "Carl": """
                2026-01-10 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-06-20 anbringelse_aendret #a anbringelsestype=netvaerk
            """,
            "Dina": "2026-01-10 anbringelse_ivaerksat #a anbringelsestype=kostskole",
            "Emil": f"2026-07-01 indsats_ivaerksat #i {_TIDLIG}",
        },
        gives="112 dage (3), 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "ja", "Dina": "ukendt", "Emil": ""},
        groups={"trin_3": 1, "trin_4": 1, "trin_5": 1},
    ),
)
