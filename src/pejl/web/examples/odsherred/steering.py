"""What was asked, answered and judged about steering: policy and direction, information and audits?"""

from __future__ import annotations

from typing import Final

from pejl.web.examples.odsherred.cooperation import COOPERATION
from pejl.web.examples.odsherred.shapes import NOT_TOLD, OUTSTANDING, PARTLY, Asked, Did, Seen, Told

DIRECTION: Final = Told(
    number=1,
    name="Politik, strategi og styring",
    marker="styring",
    findings="Børne- og ungepolitikken havde ingen mål for samarbejdet om udsatte børn på tværs, så den var svær at "
    "omsætte til arbejdet i hverdagen. Kvaliteten af sagsbehandlingen svingede meget, og der manglede en fælles "
    "faglig retning. Der var meget få skriftlige beskrivelser at støtte sig til.",
    asked=(
        Asked(
            number=1,
            problem="Politikken er ikke omsat til praksis",
            text="Lav konkrete mål og rammer for arbejdet med udsatte børn og unge og for samarbejdet på tværs om børn "
            "med særlige behov.",
            purpose="Mål og rammer for det udsatte område, som bygger på børne- og ungepolitikken.",
            did=(
                Did("Drøfte med afdelingsleder og teamledere, hvordan politikken skal udmøntes på familieområdet."),
                Did("Beskrive mål og rammer."),
                Did("Lægge mål og rammer frem for centerchefen til godkendelse."),
                Did(
                    "Præsentere mål og rammer for medarbejderne på personalemøde og teammøder.",
                    OUTSTANDING,
                    "Medarbejderne har set et udkast i efteråret 2022. Den endelige gennemgang udestår.",
                ),
            ),
            far="Et mål- og rammedokument er skrevet over længere tid. Medarbejderne har kunnet komme med rettelser i "
            "efteråret 2022, og Task Forcen har set det to gange. Det er færdigt, men venter på at blive gennemgået "
            "for medarbejderne. Det er mest et styringsdokument for ledelsen og løfter ikke i sig selv kvaliteten i "
            "den enkelte sag; det lægger grunden for en fælles retning.",
            remains="Gennemgang for medarbejderne, ibrugtagning og opfølgning. Det sker, når en ny afdelingsleder "
            "tiltræder, ventet 1. maj 2023, og bliver derefter en løbende opgave.",
            seen=(
                Seen(
                    "Det er godt, at dokumentet findes: det giver ledelsen en fælles retning og noget at tale med "
                    "samarbejdspartnere ud fra. Det bør også drøftes med medarbejderne.",
                    "afsnit 3.1",
                ),
            ),
        ),
        Asked(
            number=2,
            problem="Ingen fælles retningslinjer på tværs",
            text="Tal sammen på tværs af ledere og medarbejdere i Center for Børn, Unge og Familier, og skriv fælles "
            "retningslinjer om værdier og rammer for samarbejdet.",
            purpose="Et stærkere samarbejde på tværs i centeret, med børne- og ungepolitikken som udgangspunkt.",
            did=(
                Did("Centerchefens første overvejelser om mål og rammer for samarbejdet."),
                Did("Beskrive mål og rammer, så de kan bruges i hverdagen."),
                Did(
                    "Orientere medarbejdere og ledere på husmøde, personalemøde, i sundhedsplejen, hos dagtilbud og "
                    "skoler og hos eksterne parter.",
                    NOT_TOLD,
                    "Dokumentet er drøftet med lederne og sendt til skoler og dagtilbud; de enkelte møder nævnes ikke.",
                ),
                Did(
                    "Lægge mål og rammer på intranettet.",
                    NOT_TOLD,
                    "Redegørelsen siger, at det er sendt ud på papir og elektronisk; intranettet nævnes ikke.",
                ),
            ),
            far="Der er skrevet et dokument med et flowchart, der viser sagens gang og hvem der har ansvar for hvad, "
            "fra en bekymring opstår, til der er truffet afgørelse. Det er drøftet ad flere omgange med lederne, sendt "
            "til skoler og dagtilbud og taget i brug. Det giver en fælles ramme for en mere helhedsorienteret "
            "sagsbehandling.",
            remains="Opfølgning i centerledelse og lederforum de næste par år, indtil arbejdsgangene sidder fast. "
            "Dokumentet evalueres efter omkring seks måneder, og lederne melder tilbage, hvis det ikke følges.",
            urgent=True,
            seen=(
                Seen(
                    "Beskrivelserne og drøftelserne af ansvar og roller vil styrke alle dele af arbejdet. Task Forcen "
                    "er enig i, at dokumentet mangler at blive ført ud i livet, og hæfter sig ved, at det evalueres "
                    "efter seks måneder.",
                    "afsnit 3.1",
                ),
            ),
        ),
        Asked(
            number=3,
            problem="Uklart, hvad god kvalitet er",
            text="Skriv arbejdsgange for de centrale trin i en sag, så det er tydeligt, hvad god kvalitet er i "
            "Odsherred, og hvad der ventes af rådgiverne.",
            purpose="Arbejdsgange og fraser, der støtter den faglige kvalitet.",
            did=(
                Did(
                    "Skrive arbejdsgange og fraser.",
                    PARTLY,
                    "Mange er skrevet og i brug. Nye kommer til, også når loven ændres.",
                ),
            ),
            far="Mange arbejdsgange er skrevet, og fagsystemet har fraser, som letter skrivearbejdet og sikrer korrekt "
            "lovhenvisning og klagevejledning. De, der bruger dem, finder dem nyttige. Nogle øver sig stadig, fordi de "
            "skal lægge vaner om. Der følges op i ledelsestilsyn, på teammøder og i samtaler med den enkelte.",
            remains="Nye arbejdsgange og fraser efter behov, og opfølgning på, om de bliver brugt.",
            seen=(
                Seen(
                    "Retningen er blevet tydeligere, især for underretninger. Der mangler stadig støtte til rådgiverne "
                    "i undersøgelse, valg af indsats, opfølgning og inddragelse, og praksis er stadig forskellig.",
                    "afsnit 3.1",
                ),
            ),
        ),
        Asked(
            number=4,
            problem="For lidt læring og systematik",
            text="Giv læring og systematik mere plads gennem ensartet sparring, feedback og kompetenceudvikling.",
            purpose="Arbejdet tilrettelægges, så der er fokus på læring og systematik.",
            did=(
                Did(
                    "Tilrettelægge arbejdet med fokus på læring og systematik.",
                    PARTLY,
                    "Kurser er holdt, og fokus er der; at fastholde det hos alle udestår.",
                ),
            ),
            far="Der er holdt kurser for hele afdelingen og for teamene, blandt andet ved Task Forcen. Læring og "
            "systematik er et fast emne i ledelsestilsyn, på møder og i den daglige sparring, og tilsynene viser "
            "forbedringer i sagerne.",
            remains="At fastholde læring og systematik hos alle medarbejdere. Det skal være i orden at bede om hjælp. "
            "Arbejdskulturen tages op, når den nye afdelingsleder er tiltrådt.",
        ),
    ),
    comments="Opfølgningen er blevet sværere, fordi afdelingslederen stoppede. En ny ventes 1. maj 2023, og indtil da "
    "står arbejdet delvist stille.",
    seen=(
        Seen(
            "Den faglige ledelse er blevet stærkere og mere enig om, hvad den venter af kvaliteten. Der bør stadig "
            "ses efter, om rådgiverne har de rette redskaber, og om de bliver brugt.",
            "afsnit 3.1 og 2.1",
        ),
    ),
)

INFORMATION: Final = Told(
    number=2,
    name="Ledelsesinformation, ledelsestilsyn og sagssparring",
    marker="styring",
    findings="Siden 2019 var der afrapporteret mundtligt til øverste ledelse og politikere. Ledelsestilsynet blev "
    "holdt regelmæssigt, men så mest på frister og procedurer. Ledelsen var let at få sparring hos, men ikke på en "
    "ensartet måde.",
    asked=(
        Asked(
            number=1,
            problem="Sparringen er ikke ensartet",
            text="Gør sagssparring og feedback mere systematisk og ensartet, både for den enkelte og i fællesskab, med "
            "mere vægt på den faglige kvalitet.",
            purpose="Kvaliteten i sagerne følges løbende, udvikles og holdes fast.",
            far="Før forløbet var der ledelsestilsyn tre gange om året. Nu er der to tematiserede og to generelle om "
            "året, med skabeloner, der bygger på de fire pejlemærker. Fundene drøftes i ledergruppen, på teammøder og "
            "med den enkelte, både det gode og det, der skal ændres. Indledende vurderinger og tragtning er blevet "
            "bedre. Nogle følger arbejdsgangene nøje, andre har stadig et stykke vej.",
            remains="Det tager tid at holde fast. Kulturen i afdelingen hænger sammen med et pres udefra om at løse "
            "opgaver, der ikke er dens. Derfor er et forløb om relationel kapacitet sat i gang med en konsulent, og "
            "den nye leder skal følge op på det.",
            seen=(
                Seen(
                    "Tilsynet bliver brugt systematisk til at se, om tiltagene virker i praksis, og den socialfaglige "
                    "kvalitet fylder mere end før.",
                    "afsnit 3.1",
                ),
            ),
        ),
        Asked(
            number=2,
            problem="Visitationsudvalgets rolle er uklar",
            text="Skriv arbejdsgange for de centrale trin i en sag, så god kvalitet og forventningerne til rådgiverne "
            "er tydelige; her gælder det visitationsudvalgets rolle.",
            same_as="1.3",
            see="2.1",
        ),
        Asked(
            number=3,
            problem="Ledelsesinformationen skal udvikles",
            text="Lav en model for ledelsesinformation, hvor udvalgte tal løbende og på skrift når øverste ledelse og "
            "politikere.",
            purpose="Et opdateret grundlag for at fortælle ledelse og politikere om udviklingen, så der kan styres og "
            "prioriteres.",
            did=(
                Did("Beskrive en model for afrapportering og brug af data."),
                Did("Lægge et system for at samle og formidle data fast.", OUTSTANDING),
                Did("Få systemet til at formidle data op at køre.", OUTSTANDING),
                Did("Gennemgå data på alle leder- og teammøder."),
                Did("Fortælle det politiske udvalg om udviklingen to gange om året.", OUTSTANDING),
            ),
            far="Et fælles system på tværs af centrene er ikke kommet; det, der findes, viser kun forbruget. "
            "Afdelingen har derfor fra 1. januar 2023 sit eget: et fast skema og månedlige nøgletal, som "
            "afdelingsleder og centerchef taler om. Udvalget har fået en status for forløbet hvert halve år.",
            remains="En fast rytme for tal til det politiske niveau: kvalitet, sagsmængde, medarbejdere og "
            "overskredne frister. Det ventes klaret inden for et år.",
            seen=(
                Seen(
                    "Det er godt, at ledelsen trækker faste nøgletal og bruger dem. Tal til udvalget bør følges af "
                    "faglige overvejelser, så praksis og politik ser på det samme.",
                    "afsnit 3.1",
                ),
            ),
        ),
        Asked(
            number=4,
            problem="Tilsynet ser mest på procedurer",
            text="Udvikl ledelsestilsynet, så det både ser på procedurer og på indholdet i sagsbehandlingen.",
            purpose="Begge slags tilsyn omfatter alt i udviklingsplanen, så reglerne holdes, og medarbejderne lærer.",
            did=(
                Did(
                    "Rette skabelonen til, så den har alt i udviklingsplanen med.",
                    PARTLY,
                    "Redegørelsen siger, at skabelonen er ændret; rapporten, at den rettes til.",
                ),
                Did("Lave en tidsplan for, hvornår der ses på hvad."),
                Did("Tale med medarbejderne på teammøder om indhold og tidsplan."),
                Did("Løbende drøfte skabelon, krav og indhold og sikre sparring om dem."),
            ),
            see="2.1",
            far="Kvaliteten vurderes i hvert tilsyn og meldes tilbage til medarbejderne, når sagerne er gennemgået.",
            remains="Arbejdet med kvalitet slutter ikke; det er en del af ledelsens grundlag for at styre og "
            "prioritere.",
            seen=(
                Seen(
                    "Modellen er i drift, men det er svært at holde den, mens lederstillingen er ledig: efter et "
                    "tilsyn i februar 2023 er der ikke planlagt flere før efteråret 2023. Færre sager og oftere, fx "
                    "hver måned med en til to sager for hver teamleder, ville gøre tilsynet til en del af ledelsen.",
                    "afsnit 3.1",
                ),
            ),
        ),
        Asked(
            number=5,
            problem="ICS bruges ikke ens",
            text="Sørg for, at ICS bruges ens i Familieafdelingen, og beslut, hvornår redskaberne bruges i hvert trin.",
            purpose="Kvalitet på alle niveauer efter de fire pejlemærker, med ICS i alle trin af en sag.",
            did=(
                Did("Drøfte kvaliteten i sagsbehandlingen på teammøder."),
                Did("Skrive arbejdsgange for kvalitet i alle trin med ICS som udgangspunkt."),
                Did("Drøfte arbejdsgangene på teammøder."),
            ),
            far="De fire pejlemærker er brugt på møder og i tilsyn. Der er kommet en ICS-superbruger mere, så både "
            "børneteamet og ungeteamet har en. Sagerne er blevet bedre på flere områder.",
            remains="At arbejdsgangene følges hver gang. ICS-kurser holdes for enkelte eller grupper efter behov.",
        ),
    ),
    comments="Kvalitet er mange ting: uddannelse, at kunne loven, at holde overblikket i svære sager og at tage "
    "trinene i rækkefølge. Der er faste dagsordener for teammøder med kvalitet på, og fælles rådgivermøder om emner.",
    seen=(
        Seen(
            "Den faglige ledelse er kommet langt med et grundlag for at følge kvaliteten: nøgletal, tilsyn, "
            "visitationsudvalg og sparring.",
            "afsnit 3.1",
        ),
    ),
)

STEERING: Final = (DIRECTION, INFORMATION, COOPERATION)
