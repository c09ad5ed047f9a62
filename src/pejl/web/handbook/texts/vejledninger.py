"""What is the difference, and what should I choose? Guides for the moment somebody must decide."""

from __future__ import annotations

from typing import Final

from pejl import events as e
from pejl.law import Citation
from pejl.web.handbook import cited
from pejl.web.handbook.text import Reader, Text, TextKind


def _guide(name: str, title: str, body: str, *cites: Citation, at: tuple[str, ...]) -> Text:
    return Text(
        key=f"vejledning.{name}",
        kind=TextKind.VEJLEDNING,
        title=title,
        reader=Reader.INTERN,
        body=body.strip(),
        cites=cites,
        at=at,
    )


VEJLEDNINGER: Final = (
    _guide(
        "kontaktens_type",
        "Henvendelse, underretning eller ansøgning?",
        """
Underretning
Nogen fortæller om et bestemt barn, de er bekymrede for. Ordet behøver de ikke at bruge. Den skal vurderes inden \
24 timer.

Ansøgning
Familien eller den unge beder selv om hjælp. Der er ingen 24 timer. Er der også grund til bekymring i det, de \
skriver, så er det en underretning med.

Henvendelse
Nogen spørger, vil have råd eller taler om noget uden et bestemt barn. Svaret skrives ned.

Er du i tvivl?
Så er det en underretning. Den kan laves om senere af to personer i fællesskab og med en grund. Uret går imens.
""",
        cited.DOEGNVURDERING,
        cited.FAGPERSONERS_PLIGT,
        cited.BORGERES_PLIGT,
        at=(
            e.HENVENDELSE_MODTAGET.key,
            e.UNDERRETNING_MODTAGET.key,
            e.ANSOEGNING_MODTAGET.key,
            e.KONTAKT_NEDGRADERET.key,
        ),
    ),
    _guide(
        "netvaerksmoede_eller_underretning",
        "Forebyggende netværksmøde eller underretning?",
        """
Et netværksmøde er for bekymringer, som familien, skolen og netværket kan løse sammen nu. Familien siger ja og er med.

Det skal være en underretning, når
- barnet kan have brug for særlig støtte, eller du ikke ved, om det har
- der er mistanke om vold, overgreb eller æreskonflikt
- familien ikke vil være med, eller det er utrygt at spørge dem
- et netværksmøde ikke har hjulpet

Et netværksmøde må aldrig træde i stedet for en underretning, og det må aldrig forsinke den. Kommer bekymringen \
frem på mødet, så underret derfra.
""",
        cited.FAGPERSONERS_PLIGT,
        cited.BORGERES_PLIGT,
        cited.FOREBYGGENDE,
        cited.SAMTALE_OVERGREB,
        cited.RISIKO_FOERST,
        at=(e.NETVAERKSMOEDE.key, e.TVAERSMOEDE.key, e.HENVENDELSE_MODTAGET.key),
    ),
)
