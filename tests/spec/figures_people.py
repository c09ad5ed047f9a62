"""Worked examples of the figures on what advisers carry, how long they stay, and on complaints."""

from tests.spec.figure import Figure

_CASES = {
    "Alma": "2026-01-05 underretning_modtaget #u",
    "Bo": "2026-01-05 underretning_modtaget #u",
    "Carl": """
        2026-01-05 underretning_modtaget #u
        2026-06-10 sag_afsluttet
    """,
    "Dina": """
        2026-01-05 underretning_modtaget #u
        2026-05-01 sag_afsluttet
        2026-06-01 sag_genaabnet
    """,
    "Emil": """
        2026-07-01 underretning_modtaget #u
        2026-07-02 raadgiver_tildelt @AB
    """,
}

EXAMPLES = (
    Figure(
        key="stabilitet.boern_pr_fuldtid",
        says="Tre åbne sager og to fuldtidsstillinger den 30. juni. Dinas sag var lukket og er åbnet igen.",
        cases=_CASES,
        posts=2.0,
        gives="1,5 (3 i alt)",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "", "Dina": "ja", "Emil": ""},
    ),
    Figure(
        key="stabilitet.familier_pr_fuldtid",
        says="De samme børn: Alma og Bo er søskende, og Dinas familie er ikke skrevet. Det er to familier.",
        cases=_CASES,
        families={"Alma": "Solvej", "Bo": "Solvej"},
        posts=2.0,
        gives="1 (2 i alt)",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "", "Dina": "ja", "Emil": ""},
    ),
    Figure(
        key="stabilitet.raadgiverskift",
        says=(
            "Alma har skiftet én gang det seneste år og Dina to. Carls skift er to år gammelt, og Emils første "
            "rådgiver er ikke et skift. Bos kom tilbage fra orlov."
        ),
        cases={
            "Alma": """
                2025-01-01 raadgiver_tildelt @AB
                2026-03-01 raadgiver_fratraadt @AB
                2026-03-05 raadgiver_tildelt @CD
            """,
            "Bo": """
                2026-01-01 raadgiver_tildelt @AB
                2026-02-01 raadgiver_fratraadt @AB aarsag=orlov
                2026-04-01 raadgiver_tildelt @AB
            """,
            "Carl": """
                2023-01-01 raadgiver_tildelt @AB
                2024-05-01 raadgiver_tildelt @CD
            """,
            "Dina": """
                2025-03-01 raadgiver_tildelt @AB
                2025-09-01 raadgiver_tildelt @CD
                2026-06-30 raadgiver_tildelt @EF
            """,
            "Emil": "2026-06-20 raadgiver_tildelt @EF",
        },
        gives="2 af 5",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": "ja", "Emil": "nej"},
        groups={"ingen": 3, "et": 1, "to": 1},
    ),
    Figure(
        key="stabilitet.samme_raadgiver",
        says="De tre har haft deres i 10, 180 og 211 dage; Bo fik sin igen. Dina har ingen rådgiver lige nu.",
        cases={
            "Alma": """
                2025-01-01 raadgiver_tildelt @AB
                2025-11-20 raadgiver_fratraadt @AB
                2025-12-01 raadgiver_tildelt @CD
            """,
            "Bo": """
                2026-01-01 raadgiver_tildelt @AB
                2026-02-01 raadgiver_tildelt @AB
            """,
            "Dina": """
                2025-03-01 raadgiver_tildelt @AB
                2026-06-15 raadgiver_fratraadt @AB
            """,
            "Emil": "2026-06-20 raadgiver_tildelt @EF",
        },
        gives="180 dage (3)",
        behind={"Alma": "ja", "Bo": "ja", "Dina": "", "Emil": "ja"},
    ),
    Figure(
        key="klager.modtaget",
        says="Begge Bos forældre klagede, og det er to klager.",
        cases={
            "Alma": "2026-06-02 klage_modtaget #k hvem=foraelder_1",
            "Bo": """
                2026-06-10 klage_modtaget #k hvem=foraelder_1
                2026-06-12 klage_modtaget #l hvem=foraelder_2
            """,
            "Carl": "2026-07-01 klage_modtaget #k hvem=ung_15",
            "Dina": "2026-06-05 aktindsigt_bedt #d",
        },
        gives="3",
        behind={"Alma": "ja", "Bo": "ja ja", "Carl": "", "Dina": ""},
    ),
    Figure(
        key="klager.genvurderet",
        says="Bos kom en dag for sent, og Carls mangler. Dinas fire uger går først i juli.",
        cases={
            "Alma": """
                2026-05-10 klage_modtaget #k
                2026-06-01 klage_genvurderet #k klageudfald=fastholdt
            """,
            "Bo": """
                2026-05-12 klage_modtaget #k
                2026-06-10 klage_genvurderet #k klageudfald=medhold
            """,
            "Carl": "2026-05-20 klage_modtaget #k",
            "Dina": "2026-06-10 klage_modtaget #k",
        },
        gives="1 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": ""},
    ),
    Figure(
        key="klager.omgjort",
        says=(
            "Én ændret og én hjemvist af tre. Klagen om Dina blev afvist og er ikke med. Hvad der skete med Emils, "
            "står der ikke.."
        ),
        cases={
            "Alma": "2026-06-02 ankestyrelsens_afgoerelse #k ankeudfald=stadfaestet",
            "Bo": "2026-06-10 ankestyrelsens_afgoerelse #k ankeudfald=aendret",
            "Carl": "2026-06-12 ankestyrelsens_afgoerelse #k ankeudfald=hjemvist",
            "Dina": "2026-06-15 ankestyrelsens_afgoerelse #k ankeudfald=afvist",
            "Emil": "2026-06-16 ankestyrelsens_afgoerelse #k",
            "Freja": "2026-07-01 ankestyrelsens_afgoerelse #k ankeudfald=aendret",
        },
        gives="2 af 3, 1 kan ikke afgøres",
        behind={"Alma": "nej", "Bo": "ja", "Carl": "ja", "Dina": "", "Emil": "ukendt", "Freja": ""},
        groups={"stadfaestet": 1, "aendret": 1, "hjemvist": 1},
    ),
)
