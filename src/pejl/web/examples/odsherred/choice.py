"""What was asked, answered and judged about choosing what to do, following it up, and involving those it is about?"""

from __future__ import annotations

from typing import Final

from pejl.web.examples.odsherred.shapes import DONE, PARTLY, Asked, Did, Seen, Told

_NETWORK: Final = (
    "Tag barnets og familiens private og professionelle netværk mere med, så barnets trivsel og udvikling ses som en "
    "helhed."
)
CHOICE: Final = Told(
    number=6,
    name="Valg af indsats",
    marker="valg",
    findings="Rådgiverne holdt sig tilbage med faglige vurderinger. Handleplanerne havde sjældent få, konkrete mål, "
    "der kunne måles, og barn og forældre var ikke nok med. Der var lang ventetid på familiebehandling.",
    asked=(
        Asked(
            number=1,
            problem="For få faglige vurderinger",
            text="Lad ledelsen støtte, at der laves faglige vurderinger gennem hele sagen.",
            purpose="Faglige vurderinger støttes gennem hele sagens forløb.",
            far="Vurderingerne er blevet flere og bedre, især de indledende i nye sager. Hvor de er lavet, passer "
            "indsatsen bedre til barnets problem.",
            remains="Systematiske vurderinger i alle trin, hvor de hører til. Når niveauet er godt nok, holdes det ved "
            "almindelig opfølgning.",
            seen=(
                Seen(
                    "Bedre indledende vurderinger vil med tiden give et bedre grundlag for valg af indsats. "
                    "Vurderingernes kvalitet skal stadig have fokus.",
                    "afsnit 3.3",
                ),
            ),
        ),
        Asked(
            number=2,
            problem="Handleplanerne kan ikke styres efter",
            text="Giv rådgiverne den kompetenceudvikling, der skal til for at lave gode handleplaner, som kan bruges "
            "til at følge, om indsatsen virker.",
            purpose="Handleplaner i alle sager, til tiden, før afgørelsen og med barn, forældre og netværk.",
            did=(
                Did("Drøfte på teammøder, hvad der er behov for at lære, og hvordan det holdes ved lige."),
                Did("Gennemføre kompetenceudvikling i teamene."),
                Did(
                    "Lave eksempler på gode mål og en tjekliste sammen med medarbejdere og ledelse.",
                    PARTLY,
                    "Rapportens sammenfatning siger, at de er beskrevet; redegørelsen, at der arbejdes på dem, og at "
                    "de skal laves.",
                ),
                Did(
                    "Gøre vejledningen til gode mål digitalt tilgængelig.",
                    PARTLY,
                    "Hænger på eksemplerne og tjeklisten.",
                ),
            ),
            far="Aktiviteterne er som udgangspunkt gennemført: behovet er drøftet, og der er undervist. Der arbejdes "
            "videre med den gode handleplan, gode mål og tjeklisten.",
            remains="Gode handleplaner i alle sager, som tager udgangspunkt i problemet og den indledende vurdering. "
            "Det er bedre i en række sager, men ikke i mål.",
            seen=(
                Seen(
                    "Eksempler og tjekliste er gode, men kræver træning og opfølgning, både for den enkelte og i "
                    "fællesskab. Sagsgennemgangene viser manglende og forældede planer og mål, der ikke er konkrete. "
                    "Forløbet om inddragelse gav ikke plads nok til at arbejde med det.",
                    "afsnit 3.3",
                ),
            ),
        ),
        Asked(
            number=3,
            problem="Familien ejer ikke målene",
            text="Sørg for, at barnet eller den unge og forældrene får ejerskab til målene, så familien kan bruge dem.",
            see="6.2",
            seen=(
                Seen(
                    "Det er ikke til at se, hvordan forældre og barn har været med, så planen også er deres.",
                    "afsnit 3.3",
                ),
            ),
        ),
        Asked(
            number=4,
            problem="Planen kommer efter afgørelsen",
            text="Sørg for, at handleplanen laves, før der træffes afgørelse.",
            see="6.2",
        ),
        Asked(
            number=5,
            problem="Netværket kommer ikke med",
            text=_NETWORK,
            purpose="Netværket inddrages, så barnets trivsel og udvikling ses som en helhed.",
            far="Task Forcen har holdt kursus om inddragelse for medarbejderne i efteråret 2022. Sagerne er blevet "
            "bedre, men det sker ikke overalt endnu.",
            remains="At netværket tages med i sagerne, så billedet af barnets vanskeligheder og styrker bliver mere "
            "helt.",
        ),
    ),
    remains="Alt er sat i gang, men der skal sættes mere ind over længere tid, når den nye afdelingsleder er tiltrådt.",
    seen=(
        Seen(
            "Der skal være opdaterede handleplaner i alle sager, og rådgiverne skal træne i at lave konkrete og "
            "levende mål sammen med barn og forældre.",
            "afsnit 3.3",
        ),
    ),
)

FOLLOWING_UP: Final = Told(
    number=7,
    name="Opfølgning",
    marker="opfoelgning",
    findings="Opfølgningerne manglede vurdering af det, familie og udfører havde sagt, og af, hvad det skulle føre "
    "til. Der var ingen retningslinjer for, hvordan en sag afsluttes, og rådgiverne gjorde det forskelligt.",
    asked=(
        Asked(
            number=1,
            problem="Opfølgning uden vurdering",
            text="Sørg for, at rådgiverne kan lave faglige vurderinger ved opfølgning, og at de bruges til at afgøre, "
            "om indsatsen skal ændres.",
        ),
        Asked(number=2, problem="Netværket kommer ikke med", text=_NETWORK, same_as="6.5"),
        Asked(
            number=3,
            problem="Frister og afslutning",
            text="Hold altid opfølgningsmøderne inden for lovens frister, og følg en fast måde at afslutte sager på.",
        ),
    ),
    purpose="Indsatser, der er sat i gang, følges op, som loven kræver.",
    did=(
        Did("Drøfte reglerne for opfølgning på teammøder."),
        Did(
            "Opdatere undersøgelsen, når det, indsatsen bygger på, ændrer sig.",
            PARTLY,
            "Rapporten gengiver, at det nu sikres; redegørelsen skriver, at det er noget af det, der udestår.",
        ),
        Did(
            "Sende opfølgninger, der ændrer vurderingen af indsatsen, til visitationen.",
            DONE,
            "Står i rapporten, afsnit 3.3, som en del af redegørelsen.",
        ),
    ),
    far="Der er arbejdet med reglerne, med medarbejdernes kompetencer og med netværkets plads i mål og opfølgning. "
    "Der er holdt kursus om inddragelse. En række sager er blevet bedre.",
    remains="Især at opdatere undersøgelsen, når barnets forhold ændrer sig, og at følge op på målene til tiden. Det "
    "arbejdes der videre med, særligt når den nye afdelingsleder er tiltrådt.",
    seen=(
        Seen(
            "Uden systematisk journal er det uklart, om indsatsen virker. Planer uden konkrete mål gør det svært at "
            "følge op på, om det bliver bedre for barnet.",
            "afsnit 3.3 og 2.1",
        ),
    ),
)

INVOLVEMENT: Final = Told(
    number=8,
    name="Inddragelse",
    marker="inddragelse",
    findings="Hvornår og hvordan der blev inddraget, var meget forskelligt fra sag til sag og afhang af rådgiveren. "
    "Det gjaldt barnet, forældrene, det private og det professionelle netværk, i alle dele af sagen.",
    asked=(
        Asked(
            number=1,
            problem="Visionen er ikke foldet ud",
            text="Fold kommunens vision om inddragelse ud, fx i arbejdsgange med metoder til samtaler med børn og til "
            "at tage netværket med.",
        ),
        Asked(
            number=2,
            problem="Barn og forældre er ikke med hele vejen",
            text="Inddrag barnet, den unge og forældrene systematisk gennem hele sagen.",
            seen=(
                Seen(
                    "Der er set gode eksempler og eksempler på det modsatte. Der er behov for kompetenceudvikling, "
                    "især i at inddrage barnet, fulgt op af træning i egen praksis. Det bør stå tydeligere i sagen, "
                    "hvordan og hvorfor der inddrages.",
                    "afsnit 3.4",
                ),
            ),
        ),
        Asked(
            number=3,
            problem="Netværket afdækkes ikke",
            text="Afdæk og inddrag det private og professionelle netværk i alle trin, hvor det hører til.",
            seen=(
                Seen(
                    "Netværksmøder bruges mere, særligt ved underretninger.",
                    "afsnit 3.4",
                ),
            ),
        ),
    ),
    purpose="Barnet, den unge, familien og netværket er med.",
    did=(
        Did("Skrive eller opdatere arbejdsgange og serviceniveauer om inddragelse."),
        Did("Drøfte arbejdsgangen og kravene på teammøder."),
        Did("Afklare, om medarbejderne har behov for at lære mere om inddragelse."),
        Did("Gennemføre kompetenceudvikling."),
    ),
    far="Aktiviteterne er som udgangspunkt gennemført. Arbejdsgangene er opdateret og drøftet, og der er holdt kursus "
    "i efteråret 2022. Rammerne for samarbejdet på tværs siger også, hvornår barn, familie og netværk skal med. "
    "Sagerne er blevet bedre.",
    remains="At nå helt i mål i alle trin, og en fælles forståelse af inddragelse på tværs i centeret. Det skal drives "
    "af ledelsen, og der sættes mere ind, når den nye afdelingsleder er tiltrådt.",
    seen=(
        Seen(
            "De første vigtige skridt er taget, men der er endnu ikke en fælles faglig praksis. Forskellen fra sag til "
            "sag er stadig stor.",
            "afsnit 3.4 og 2.1",
        ),
    ),
)
CHOICE_AND_AFTER: Final = (CHOICE, FOLLOWING_UP, INVOLVEMENT)
