"""What was asked, answered and judged about inquiry: notifications, and the child-welfare investigation?"""

from __future__ import annotations

from typing import Final

from pejl.web.examples.odsherred.shapes import PARTLY, Asked, Did, Seen, Told

NOTIFICATIONS: Final = Told(
    number=4,
    name="Underretninger",
    marker="udredning",
    findings="Henvendelser blev ikke altid behandlet som underretninger, så vurderingen inden for 24 timer manglede. "
    "Sager var ikke altid oplyst nok, genvurderinger var tynde, og faglige underrettere fik ikke altid svar. "
    "Tilbud efter § 11, stk. 3, blev ikke brugt ens.",
    asked=(
        Asked(
            number=1,
            problem="Oplysninger behandles ikke som underretninger",
            text="Sørg for, at underretninger håndteres korrekt: at de genkendes, oplyses, genvurderes, og at "
            "underretteren får svar.",
            purpose="Bekymrende oplysninger håndteres som underretninger, i nye sager og i dem, der er i gang.",
            did=(
                Did(
                    "Arbejdsgang for at registrere underretninger, som skelner mellem henvendelse, underretning og "
                    "ansøgning."
                ),
                Did(
                    "Arbejdsgang for at håndtere underretninger: rådgiveren har inden 14 dage planlagt og indkaldt til "
                    "partshøring, med egen frase og brevskabelon."
                ),
                Did(
                    "Funktionsbeskrivelse for tværsrådgiverne, som fast er med på netværksmøder med skoler og "
                    "dagtilbud."
                ),
                Did("Underretningsskemaet til skoler og dagtilbud rettet til efter undervisningen."),
                Did("Frasen for vurderingen inden for 24 timer rettet til."),
                Did("Funktionsbeskrivelsen for dag- og døgnvagten rettet til."),
                Did(
                    "Ændringerne gennemgået med administration og rådgivere, øvet på cases, og udfører- og "
                    "almenområdet orienteret."
                ),
                Did("Beskrevet, hvornår det er et forebyggende netværksmøde, og hvornår det er en underretning."),
            ),
            far="Der er faste procedurer for at modtage, registrere og kvittere, uanset hvad henvendelsen er. Der er "
            "bedre styr på området, og sagerne begynder mere rigtigt, hvilket har løftet kvaliteten.",
            remains="Med mellemrum at se efter, om arbejdsgangen bliver fulgt.",
            seen=(
                Seen(
                    "Kvaliteten er blevet bedre, og lovens krav kan holdes. Sagsgennemgangene viser fagligt begrundede "
                    "akutvurderinger og gode eksempler på tragtning. Det skal holdes fast i tilsyn, sparring og på "
                    "teammøder.",
                    "afsnit 3.2",
                ),
            ),
        ),
        Asked(
            number=2,
            problem="§ 11, stk. 3, forstås forskelligt",
            text="Sørg for en fælles forståelse af tilbud efter § 11, stk. 3, og giv dem kun, når problemet er "
            "afgrænset og konkret.",
            purpose="Tilbud efter § 11, stk. 3, bruges, som de er tænkt i loven.",
            did=(
                Did("Beskrive et serviceniveau for § 11, stk. 3."),
                Did(
                    "Frase til bevillingen med fem dele: sammenhæng med den indledende vurdering, mål, slags, varighed "
                    "og inddragelse."
                ),
                Did(
                    "Gennemgå alle sager efter § 11, stk. 3, og dele dem i dem, der skal slutte, og dem, der skal "
                    "over på en anden bestemmelse.",
                    PARTLY,
                    "Redegørelsen skriver, at alle aktiviteter er gennemført, og også, at ikke alle sager er "
                    "gennemgået endnu.",
                ),
                Did("Niveauer for, hvad rådgiverne selv kan bevilge, med tidsplan."),
                Did("Ny procedure for at afslutte sager, når bevillingen er givet og indsatsen er begyndt."),
                Did("Drøfte de nye arbejdsgange på personale- og teammøder."),
            ),
            far="En del sager er afsluttet, andre er ført over i andre indsatser. Mange igangværende forløb er "
            "vurderet igen: virker de, og skal de fortsætte, ændres eller slutte?",
            remains="De længst åbne sager skal gennemgås. Der følges op på, om arbejdsgangen følges, og om tilbuddene "
            "svarer til borgernes behov; de skal også evalueres samlet.",
            comments="Rådgiverne har delvist fået kompetencen tilbage. Der ses flere bevillinger efter § 11 og færre "
            "beslutninger om undersøgelse efter § 50; det følges tæt.",
            seen=(
                Seen(
                    "Det er godt, at brugen er beskrevet, og at antallet af bevillinger og undersøgelser følges. "
                    "Rådgiverne bør blive ved med at drøfte, hvordan tilbuddet bruges.",
                    "afsnit 3.2",
                ),
            ),
        ),
    ),
    seen=(
        Seen(
            "Mere brug af underretningsmøder og netværksmøder, hvor familien er med, vil gøre det næste i sagen både "
            "hurtigere og mere inddragende.",
            "afsnit 3.2",
        ),
    ),
)

INVESTIGATIONS: Final = Told(
    number=5,
    name="Børnefaglige undersøgelser",
    marker="udredning",
    findings="Undersøgelser blev ofte ikke færdige inden for fire måneder og blev ikke opdateret, når det var "
    "nødvendigt. De var meget forskellige i form og kvalitet, og ingen arbejdsgang støttede dem. Det private netværk "
    "kom sjældent med, de faglige vurderinger var svage, og journalen var mangelfuld.",
    asked=(
        Asked(
            number=1,
            problem="Stor forskel på undersøgelserne",
            text="Skriv retningslinjer og arbejdsgange, så rådgiverne ved, hvad der ventes af en undersøgelse, og får "
            "hjælp til at bygge den op.",
            seen=(
                Seen(
                    "Det er godt, at der nu er en arbejdsgang for opbygning og indhold, at redskaberne kan findes "
                    "digitalt, og at kvaliteten drøftes på teammøder og i tilsyn.",
                    "afsnit 3.2",
                ),
            ),
        ),
        Asked(
            number=2,
            problem="Lange og ufokuserede undersøgelser",
            text="Løft arbejdet, så undersøgelserne bliver mere fokuserede og lettere at læse.",
            remains="Arbejdet med kvaliteten er i gang og skal have plads længe: på teammøder, i tilsyn og i den "
            "daglige sparring, også ved ICS-superbrugerne. Når niveauet er godt nok, holdes det ved almindelig "
            "opfølgning.",
            seen=(
                Seen(
                    "Der er nu undersøgelser i sagerne, og eksempler på begrundede vurderinger, egne observationer og "
                    "brug af ICS. Men der ses stadig lange tekster, som er svære at arbejde med og svære at forstå for "
                    "barn og forældre.",
                    "afsnit 3.2",
                ),
            ),
        ),
        Asked(
            number=3,
            problem="Fristen på fire måneder holdes ikke",
            text="Sørg for, at undersøgelser laves og opdateres efter reglerne og inden for lovens frister.",
            urgent=True,
            far="Ikke løst. En lang række igangværende undersøgelser er over fristen, og en række afsluttede mangler "
            "opfølgning til tiden. Mange undersøgelser mangler stadig noget af det, loven kræver.",
            remains="De undersøgelser, der er over fristen, skal gøres færdige. Der er fælles rådgivermøder i marts "
            "2023 om at lægge en plan for det. Lovens krav til indholdet skal opfyldes med ICS, metoderne fra kurset "
            "og inddragelse.",
            seen=(
                Seen(
                    "På det sidste møde oplyste kommunen ud fra egne tal, at fristen ikke holdes i de fleste "
                    "igangværende undersøgelser. Der skal en ekstra indsats til, og det haster.",
                    "afsnit 2.1 og 3.2",
                ),
            ),
        ),
        Asked(
            number=4,
            problem="Journalen er ikke systematisk",
            text="Sørg for, at der er en fyldestgørende journal i alle sager.",
            far="Ikke på plads endnu. Nogle journaliserer, som de skal, mens andre gennem årene har fået andre vaner. "
            "Det hænger sammen med arbejdskulturen, som der nu er taget fat på.",
            remains="Ensartet, korrekt og fyldestgørende journal. Der sættes mere ind, når den nye afdelingsleder er "
            "der, og det bliver et arbejde over længere tid.",
            seen=(
                Seen(
                    "Task Forcen er enig i, at journalen stadig halter, så sagens gang er svær at følge. "
                    "Undersøgelsesplaner kan hjælpe på systematikken.",
                    "afsnit 3.2",
                ),
            ),
        ),
    ),
    purpose="Undersøgelser, der er korrekte, til tiden og lavet med ICS.",
    did=(
        Did("Skrive en arbejdsgang for opbygning og indhold af undersøgelsen."),
        Did(
            "Undervise internt om undersøgelser på rådgivermøder.",
            PARTLY,
            "Gennemført som udgangspunkt, men fokus på at løfte undersøgelserne fortsætter.",
        ),
        Did("Gøre ICS-redskaber og arbejdsgange lette at finde digitalt."),
        Did("Vurdere, om der er behov for kurser i at inddrage barnets netværk, og beslutte det."),
    ),
    far="Aktiviteterne er som udgangspunkt gennemført. Retningslinjer er skrevet, og kvaliteten drøftes på teammøder "
    "og i tilsyn. Der er holdt kurser om gode undersøgelser og om inddragelse. Anbefaling 3 og 4 er ikke løst endnu.",
    remains="Der sættes for alvor ind på 2, 3 og 4, når forløbet om relationel kapacitet er slut i foråret 2023, og "
    "den nye afdelingsleder er tiltrådt. Det kommer til at tage tid.",
    seen=(
        Seen(
            "Der er eksempler på god kontakt med barnet undervejs, men også på for lidt inddragelse og på, at lovens "
            "krav om samtale med barnet ikke er holdt.",
            "afsnit 3.2",
        ),
    ),
)
INQUIRY: Final = (NOTIFICATIONS, INVESTIGATIONS)
