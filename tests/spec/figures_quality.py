"""Worked examples of the figures on the quality of investigations, as somebody has judged it."""

from tests.spec.figure import Figure

# All six marks in one child after another: yes, partly, no, cannot be said; the fifth was judged in another month.
_CASES = {
    "Alma": "2026-06-02 undersoegelse_kvalitet_vurderet #b {mark}=ja",
    "Bo": "2026-06-03 undersoegelse_kvalitet_vurderet #b {mark}=delvist {mark}_fordi=Lange_sætninger",
    "Carl": "2026-06-04 undersoegelse_kvalitet_vurderet #b {mark}=nej {mark}_fordi=Intet_skrevet",
    "Dina": "2026-06-05 undersoegelse_kvalitet_vurderet #b {mark}=kan_ikke {mark}_fordi=Ikke_læst_færdig",
    "Emil": "2026-07-01 undersoegelse_kvalitet_vurderet #b {mark}=ja",
}


def _of(mark: str, says: str) -> Figure:
    return Figure(
        key=f"undersoegelser.kvalitet_{mark}",
        says=says,
        cases={name: told.format(mark=f"kval_{mark}") for name, told in _CASES.items()},
        gives="1 af 3",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": "", "Emil": ""},
        groups={"ja": 1, "delvist": 1, "nej": 1},
    )


EXAMPLES = (
    Figure(
        key="undersoegelser.kvalitet_vurderet",
        says=(
            "Almas er vurderet to gange og tæller én. Bos er ikke vurderet. Det, der er vurderet hos Carl, er en anden "
            "undersøgelse. Emils vurdering er rettet væk."
        ),
        cases={
            "Alma": """
                2026-06-10 undersoegelse_afsluttet #b
                2026-06-20 undersoegelse_kvalitet_vurderet #b kval_laes=nej kval_laes_fordi=Svær
                2026-07-10 undersoegelse_kvalitet_vurderet #b kval_laes=ja
            """,
            "Bo": "2026-06-12 undersoegelse_afsluttet #b",
            "Carl": """
                2026-06-15 undersoegelse_afsluttet #b
                2026-06-20 undersoegelse_kvalitet_vurderet #a kval_laes=ja
            """,
            "Dina": """
                2026-06-18 undersoegelse_afsluttet #b
                2026-06-18 undersoegelse_kvalitet_vurderet #b kval_laes=ja
            """,
            "Emil": """
                2026-06-19 undersoegelse_afsluttet #b
                2026-06-25 undersoegelse_kvalitet_vurderet #b kval_laes=ja
                2026-06-26 rettelse replaces=02 reason=Forkert_undersøgelse
            """,
        },
        gives="2 af 5",
        behind={"Alma": "ja", "Bo": "nej", "Carl": "nej", "Dina": "ja", "Emil": "nej"},
    ),
    _of("fokus", "Kun et rent ja tæller som ja. Dinas kunne ikke vurderes og er ikke med, og Emils er fra juli."),
    _of("laes", "Bos er delvist let at læse og tæller som nej, men ses for sig. Dinas er ikke med."),
    _of("begrundet", "Carls vurderinger står uden begrundelse. Dinas kunne ikke vurderes og er ikke med."),
    _of("iagttaget", "Hos Bo er nogle iagttagelser med og hos Carl ingen. Dinas er ikke med."),
    _of("barnet", "Hos Alma kan det læses, hvordan barnet blev mødt. Emils er vurderet i juli."),
    _of("netvaerk", "Hos Carl er netværket ikke med. Dinas kunne ikke vurderes og er ikke med."),
)
