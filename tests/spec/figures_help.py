"""Worked examples of the figures on plans, follow-up and efforts."""

from tests.spec.figure import Figure

_NR_2, _NR_3, _NR_5 = (f"paragraf=§_32,_stk._1,_nr._{number}" for number in (2, 3, 5))
_TIDLIG, _MED_SAMTYKKE, _UDEN = "paragraf=§_30,_stk._1", "paragraf=§_46,_stk._1", "paragraf=§_47,_stk._1"

EXAMPLES = (
    Figure(
        key="planer.til_tiden",
        says=(
            "Almas plan kom dagen før fristen, Bos mangler, og Frejas lå klar før afgørelsen. For Carl er det valgt, "
            "at der ingen plan skal være; om Dina er der ikke skrevet noget valg. Emils frist er i juli."
        ),
        cases={
            "Alma": f"""
                2026-03-10 afgoerelse_truffet #i {_NR_3} plan_valgt=ja
                2026-06-09 plan_lavet
            """,
            "Bo": f"2026-03-12 afgoerelse_truffet #a {_MED_SAMTYKKE}",
            "Carl": f"2026-03-15 afgoerelse_truffet #i {_NR_3} plan_valgt=nej",
            "Dina": f"2026-03-20 afgoerelse_truffet #i {_NR_3}",
            "Emil": f"2026-04-01 afgoerelse_truffet #a {_MED_SAMTYKKE}",
            "Freja": f"""
                2026-06-01 plan_lavet
                2026-06-05 afgoerelse_truffet #a {_UDEN}
            """,
        },
        gives="2 af 3, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "", "Dina": "ukendt", "Emil": "", "Freja": "ja"},
    ),
    Figure(
        key="planer.foreligger",
        says="Carl er flyttet hjem, og Emil blev først anbragt i juli. Bo har ingen plan endnu.",
        cases={
            "Alma": """
                2026-03-01 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-04-01 plan_lavet
            """,
            "Bo": "2026-05-01 anbringelse_ivaerksat #a anbringelsestype=netvaerk",
            "Carl": """
                2024-03-01 anbringelse_ivaerksat #a anbringelsestype=almen
                2024-04-01 plan_lavet
                2026-06-15 anbringelse_ophoert #a
            """,
            "Dina": """
                2026-06-30 anbringelse_ivaerksat #a anbringelsestype=almen
                2026-06-30 plan_revideret
            """,
            "Emil": "2026-07-01 anbringelse_ivaerksat #a anbringelsestype=almen",
        },
        gives="2 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "", "Dina": "ja", "Emil": ""},
    ),
    Figure(
        key="opfoelgning.foerste",
        says=(
            "Emils undersøgelse blev færdig den 5. juni, så da skulle der følges op, og det blev der. Carls hjælp "
            "ophørte inden, og for Frejas tidlige indsats har loven ingen frist."
        ),
        cases={
            "Alma": f"""
                2026-03-10 indsats_ivaerksat #i {_NR_3}
                2026-06-10 opfoelgning_holdt #i
            """,
            "Bo": f"""
                2026-03-15 indsats_ivaerksat #i {_NR_3}
                2026-06-20 opfoelgning_holdt #i
            """,
            "Carl": f"""
                2026-03-20 indsats_ivaerksat #i {_NR_2}
                2026-05-01 indsats_ophoert #i
            """,
            "Dina": f"2026-04-01 indsats_ivaerksat #i {_NR_3}",
            "Emil": f"""
                2026-04-01 undersoegelse_besluttet #b behov_kendt=2026-03-30
                2026-05-10 indsats_ivaerksat #i {_NR_5}
                2026-06-05 undersoegelse_afsluttet #b
                2026-06-05 opfoelgning_holdt #i
            """,
            "Freja": f"2026-03-10 indsats_ivaerksat #i {_TIDLIG}",
        },
        gives="2 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "", "Dina": "", "Emil": "ja", "Freja": ""},
    ),
    Figure(
        key="opfoelgning.naeste",
        says="Alma fik sin opfølgning den aftalte dag, Bo ti dage efter, og Carl slet ikke. Dinas er aftalt til juli.",
        cases={
            "Alma": f"""
                2026-01-10 indsats_ivaerksat #i {_NR_3}
                2026-04-05 opfoelgning_holdt #i naeste_senest=2026-06-15
                2026-06-15 opfoelgning_holdt #i naeste_senest=2026-09-15
            """,
            "Bo": f"""
                2026-01-10 indsats_ivaerksat #i {_NR_3}
                2026-04-01 opfoelgning_holdt #i naeste_senest=2026-06-10
                2026-06-20 opfoelgning_holdt #i naeste_senest=2026-09-20
            """,
            "Carl": f"""
                2026-01-10 indsats_ivaerksat #i {_NR_3}
                2026-04-01 opfoelgning_holdt #i naeste_senest=2026-06-30
            """,
            "Dina": f"""
                2026-01-10 indsats_ivaerksat #i {_NR_3}
                2026-04-01 opfoelgning_holdt #i naeste_senest=2026-07-10
            """,
        },
        gives="1 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": ""},
    ),
    Figure(
        key="indsatser.tidlige",
        says="Efter hvilken paragraf Dinas begyndte, står der ikke. Frejas er bevilget, men ikke begyndt.",
        cases={
            "Alma": f"2026-06-02 indsats_ivaerksat #i {_TIDLIG}",
            "Bo": f"2026-06-15 indsats_ivaerksat #i {_TIDLIG}",
            "Carl": f"2026-06-10 indsats_ivaerksat #i {_NR_3}",
            "Dina": "2026-06-20 indsats_ivaerksat #i",
            "Emil": f"2026-07-01 indsats_ivaerksat #i {_TIDLIG}",
            "Freja": f"2026-06-05 indsats_bevilget #i {_TIDLIG}",
        },
        gives="2, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "", "Dina": "ukendt", "Emil": "", "Freja": ""},
    ),
    Figure(
        key="indsatser.tidlige_bevilget",
        says=(
            "Bo fik ja til to slags hjælp. Efter hvilken paragraf Dina fik hjælp, står der ikke. Emils hjælp er "
            "begyndt i juni, men bevilget i maj."
        ),
        cases={
            "Alma": f"2026-06-02 bevilling #i {_TIDLIG}",
            "Bo": f"""
                2026-06-10 bevilling #i {_TIDLIG}
                2026-06-25 bevilling #j {_TIDLIG}
            """,
            "Carl": f"2026-06-10 bevilling #i {_NR_3}",
            "Dina": "2026-06-20 bevilling #i",
            "Emil": f"""
                2026-05-28 bevilling #i {_TIDLIG}
                2026-06-04 indsats_ivaerksat #i {_TIDLIG}
            """,
        },
        gives="3, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "ja ja", "Carl": "", "Dina": "ukendt", "Emil": ""},
    ),
    Figure(
        key="indsatser.stoettende",
        says=(
            "Alma får to slags. Carls begyndte under serviceloven, hvor familiebehandling var nr. 3. Bos er ophørt, og "
            "Emils er tidlig og ikke støttende."
        ),
        cases={
            "Alma": f"""
                2026-03-01 indsats_ivaerksat #i {_NR_5}
                2026-05-01 indsats_ivaerksat #j {_NR_2}
            """,
            "Bo": f"""
                2026-04-01 indsats_ivaerksat #i {_NR_3}
                2026-06-10 indsats_ophoert #i
            """,
            "Carl": "2023-05-01 indsats_ivaerksat #i paragraf=§_52,_stk._3,_nr._3",
            "Dina": "2026-05-05 indsats_ivaerksat #i",
            "Emil": f"2026-05-01 indsats_ivaerksat #i {_TIDLIG}",
        },
        gives="3, 1 kan ikke afgøres",
        behind={"Alma": "ja ja", "Bo": "", "Carl": "ja", "Dina": "ukendt", "Emil": ""},
        groups={"nr_5": 2, "nr_2": 1},
    ),
    Figure(
        key="indsatser.ventetid_familiebehandling",
        says="De tre ventede 10, 35 og 40 dage. Dinas er ikke familiebehandling, og Emil venter endnu.",
        cases={
            "Alma": f"""
                2026-05-01 indsats_bevilget #i {_NR_5}
                2026-06-10 indsats_ivaerksat #i {_NR_5}
            """,
            "Bo": f"""
                2026-06-01 indsats_bevilget #i {_NR_5}
                2026-06-11 indsats_ivaerksat #i {_NR_5}
            """,
            "Carl": f"""
                2026-05-20 indsats_bevilget #i {_NR_5}
                2026-06-24 indsats_ivaerksat #i {_NR_5}
            """,
            "Dina": f"""
                2026-06-01 indsats_bevilget #i {_NR_2}
                2026-06-02 indsats_ivaerksat #i {_NR_2}
            """,
            "Emil": f"2026-06-01 indsats_bevilget #i {_NR_5}",
        },
        gives="35 dage (3)",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "ja", "Dina": "", "Emil": ""},
    ),
    Figure(
        key="indsatser.paa_venteliste",
        says="Bos hjælp er begyndt, og Dinas sag er lukket.",
        cases={
            "Alma": "2026-05-01 indsats_paa_venteliste #i",
            "Bo": f"""
                2026-05-10 indsats_paa_venteliste #i
                2026-06-20 indsats_ivaerksat #i {_NR_5}
            """,
            "Carl": "2026-06-30 indsats_paa_venteliste #i",
            "Dina": """
                2026-05-01 indsats_paa_venteliste #i
                2026-06-01 sag_afsluttet
            """,
            "Emil": "2026-07-01 indsats_paa_venteliste #i",
        },
        gives="2",
        behind={"Alma": "ja", "Bo": "", "Carl": "ja", "Dina": "", "Emil": ""},
    ),
    Figure(
        key="indsatser.tabt_arbejdsfortjeneste",
        says=(
            "Almas og Bos forældre søger, fordi børnene ikke er i skole, og Carls af en anden grund. Hvorfor Dinas "
            "søger, er ikke skrevet, og det er ikke det samme som nej. Emils søger om merudgifter, og Frejas først i "
            "juli."
        ),
        cases={
            "Alma": "2026-06-02 ansoegning_modtaget #s paragraf=§_87 tabt_aarsag=skolefravaer",
            "Bo": "2026-06-15 ansoegning_modtaget #s paragraf=§_87,_stk._1 tabt_aarsag=skolefravaer",
            "Carl": "2026-06-20 ansoegning_modtaget #s paragraf=§_87 tabt_aarsag=andet",
            "Dina": "2026-06-22 ansoegning_modtaget #s paragraf=§_87",
            "Emil": "2026-06-22 ansoegning_modtaget #s paragraf=§_86",
            "Freja": "2026-07-01 ansoegning_modtaget #s paragraf=§_87 tabt_aarsag=skolefravaer",
        },
        gives="4",
        behind={"Alma": "ja", "Bo": "ja", "Carl": "ja", "Dina": "ja", "Emil": "", "Freja": ""},
        groups={"skolefravaer": 2, "andet": 1, "ikke_oplyst": 1},
    ),
)
