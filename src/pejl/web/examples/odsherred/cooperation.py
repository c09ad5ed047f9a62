"""What was asked, answered and judged about cooperation across the professions?"""

from __future__ import annotations

from typing import Final

from pejl.web.examples.odsherred.shapes import NOT_TOLD, Asked, Did, Seen, Told

COOPERATION: Final = Told(
    number=3,
    name="Tværfagligt samarbejde i det forebyggende arbejde",
    marker="styring",
    findings="Der manglede fælles formål og rammer i samarbejdet med dagtilbud og skoler. Tværsmøderne blev set som "
    "et godt forum, der kunne styrkes, og der manglede retningslinjer for tidlig opsporing og forebyggelse.",
    asked=(
        Asked(
            number=1,
            problem="Mål og rammer mangler",
            text="Lav konkrete mål og rammer for arbejdet med udsatte børn og unge og for samarbejdet på tværs om børn "
            "med særlige behov.",
            same_as="1.1",
            see="1.1",
            purpose="Ud over formålet under 1.1: et tilbud om åben, anonym rådgivning i kommunen.",
            did=(
                Did(
                    "Beskrive tilbuddet: lovgrundlag, sted, forankring og snitflader, bemanding, andre kommuners "
                    "erfaringer, tidsplan og ansvar.",
                    NOT_TOLD,
                ),
                Did("Beskrive, hvordan borgere bestiller tid anonymt eller kommer ind fra gaden.", NOT_TOLD),
                Did("Lave en folder og gøre den let at få fat i, på papir og digitalt.", NOT_TOLD),
                Did("Fortælle medarbejderne om tilbuddet på husmøde.", NOT_TOLD),
                Did("Følge op på, at tilbuddet er kommet i gang.", NOT_TOLD),
            ),
        ),
        Asked(
            number=2,
            problem="Samarbejdet er ikke organiseret ens",
            text="Tal sammen på tværs af ledere og medarbejdere i centeret, og skriv fælles retningslinjer om værdier "
            "og rammer for samarbejdet.",
            same_as="1.2",
            see="1.2",
        ),
    ),
    comments="At få samarbejdet til at virke i hele centeret er et af centerets mål for 2023. Uden fælles rammer er "
    "der gennem tiden kommet forskellige forventninger til, hvad den enkelte kan bidrage med. Afdelingen mærker "
    "stadig et pres for at løse noget, der ikke er dens opgave, fx skolevægring. Nu er der en fælles ramme, og der "
    "følges løbende op på, om den bliver fulgt og virker.",
    seen=(
        Seen(
            "Der tales mere sammen, og samarbejdet udvikler sig. Det vil blive stærkere, hvis det tænkes sammen med "
            "forløbet om relationel kapacitet. Kendskabet til hinandens lovgivning og en fælles forståelse af, at barn "
            "og forældre skal inddrages, kræver fortsat opmærksomhed.",
            "afsnit 3.1",
        ),
    ),
)
