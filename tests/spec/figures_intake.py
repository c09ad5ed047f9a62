"""Worked examples of the figures on what comes in."""

from tests.spec.figure import Figure

_MODTAGET = {
    "Alma": """
        2026-06-03 09:00 underretning_modtaget #u1 underretter=skole
        2026-06-20 22:15 underretning_modtaget #u2 underretter=politi
    """,
    "Bo": "2026-06-03 09:00 underretning_modtaget #u1 underretter=skole",
    "Carl": "2026-05-31 12:00 underretning_modtaget #u1 underretter=skole",
    "Dina": """
        2026-06-10 underretning_modtaget #u1
        2026-06-11 kontakt_nedgraderet #u1 begrundelse=Et_spørgsmål anden_person=KL
    """,
    "Emil": "2026-06-12 henvendelse_modtaget underretter=familie",
    "Freja": """
        2026-06-30 23:30 underretning_modtaget #u1 underretter=politi
        2026-07-01 00:10 underretning_modtaget #u2 underretter=politi
    """,
}

EXAMPLES = (
    Figure(
        key="underretninger.modtaget",
        says="Fem underretninger om fire børn. Dinas blev senere omtypet, men den kom ind; Emils er en henvendelse.",
        cases=_MODTAGET,
        gives="5",
        behind={"Alma": "ja ja", "Bo": "ja", "Carl": "", "Dina": "ja", "Emil": "", "Freja": "ja"},
        groups={"skole": 2, "politi": 2, "ikke_oplyst": 1},
    ),
    Figure(
        key="underretninger.boern",
        says="De samme hændelser talt i børn: Alma er der underrettet om to gange, men hun er ét barn.",
        cases=_MODTAGET,
        gives="4",
        behind={"Alma": "ja ja", "Bo": "ja", "Carl": "", "Dina": "ja", "Emil": "", "Freja": "ja"},
    ),
    Figure(
        key="underretninger.vurderet_24_timer",
        says=(
            "Bos vurdering kom et minut for sent, Carls mangler. Hvornår Dinas kom ind på dagen, ved ingen, og det "
            "afgør svaret. Emils døgn gik først i juli."
        ),
        cases={
            "Alma": """
                2026-06-01 09:00 underretning_modtaget #u
                2026-06-02 08:59 vurdering_24_timer #u
            """,
            "Bo": """
                2026-06-01 09:00 underretning_modtaget #u
                2026-06-02 09:01 vurdering_24_timer #u
            """,
            "Carl": "2026-06-05 20:00 underretning_modtaget #u",
            "Dina": """
                2026-06-10 underretning_modtaget #u
                2026-06-11 10:00 vurdering_24_timer #u
            """,
            "Emil": """
                2026-06-30 20:00 underretning_modtaget #u
                2026-07-01 08:00 vurdering_24_timer #u
            """,
            "Freja": """
                2026-05-31 12:00 underretning_modtaget #u
                2026-06-01 11:00 vurdering_24_timer #u
            """,
        },
        gives="2 af 4, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": "ukendt", "Emil": "", "Freja": "ja"},
    ),
    Figure(
        key="underretninger.partshoering_indkaldt",
        says=(
            "Bo blev kaldt ind på den femtende dag, Emil slet ikke. Carls og Frejas møder er undladt med en grund og "
            "tæller ikke. Dinas 14 dage går først i juli."
        ),
        cases={
            "Alma": """
                2026-06-01 underretning_modtaget #u
                2026-06-10 partshoering_indkaldt #u
            """,
            "Bo": """
                2026-06-01 underretning_modtaget #u
                2026-06-16 partshoering_indkaldt #u
            """,
            "Carl": """
                2026-06-01 underretning_modtaget #u
                2026-06-03 partshoering_undladt #u begrundelse=Far_er_varetægtsfængslet
            """,
            "Dina": "2026-06-20 underretning_modtaget #u",
            "Emil": "2026-05-25 underretning_modtaget #u",
            "Freja": "2026-06-01 underretning_modtaget #u mistanke_overgreb=ja",
        },
        gives="1 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "", "Dina": "", "Emil": "nej", "Freja": ""},
    ),
    Figure(
        key="underretninger.tilbagemelding",
        says=(
            "Gerdas læge hørte først fra os i juli, men fik svar. Carls mormor er ikke en fagperson. Emils sag blev "
            "lukket uden svar til skolen. Hvem der underrettede om Dina, står der ikke."
        ),
        cases={
            "Alma": """
                2026-06-01 underretning_modtaget #u underretter=skole
                2026-06-20 tilbagemelding_underretter #u
            """,
            "Bo": "2026-06-02 underretning_modtaget #u underretter=politi",
            "Carl": "2026-06-03 underretning_modtaget #u underretter=familie",
            "Dina": "2026-06-04 underretning_modtaget #u",
            "Emil": """
                2026-06-05 underretning_modtaget #u underretter=skole
                2026-06-10 sag_afsluttet
            """,
            "Freja": "2026-05-30 underretning_modtaget #u underretter=skole",
            "Gerda": """
                2026-06-25 underretning_modtaget #u underretter=sundhedsvaesen
                2026-07-20 tilbagemelding_underretter #u
            """,
        },
        gives="2 af 4, 1 kan ikke afgøres",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "", "Dina": "ukendt", "Emil": "nej", "Freja": "", "Gerda": "ja"},
    ),
)
