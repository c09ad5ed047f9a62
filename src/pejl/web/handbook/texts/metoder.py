"""How does one talk with a child, gather a network, or let a family decide together? Methods, and when not to use them.

Every method answers the same questions in the same order, so that none can leave out when it is dangerous or how the
child is heard. The words are ours; ``sources`` tells which municipality's paper asked for the method, and is not law.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pejl import events as e
from pejl.events import Kind
from pejl.law import Citation
from pejl.web.handbook import cited
from pejl.web.handbook.text import Reader, Text, TextKind

NORDFYNS: Final = "Nordfyns Kommunes udviklingsstrategi: rådslagning og andre metoder til inddragelse"
NORDDJURS: Final = "Norddjurs Kommunes status, august 2025: netværksmøder efter Laura Lundys model"
ODSHERRED: Final = (
    "Task Forcens statusrapport om Odsherred Kommune: metoder til børnesamtaler og til at inddrage netværket"
)

# The same six headings in every method, and Lundy's four by the names they have on the page of the child's part.
HEADINGS: Final = ("Hvad det er", "Brug den når", "Brug den ikke når", "Forbered", "Barnet i det", "Skriv bagefter")
LUNDY: Final = ("Rum", "Stemme", "Tilhører", "Indflydelse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The parts of a method; ``child`` answers Lundy's four in their order."""

    what: str
    when: tuple[str, ...]
    when_not: tuple[str, ...]
    prepare: tuple[str, ...]
    child: tuple[str, str, str, str]
    write: tuple[str, ...]

    @property
    def body(self) -> str:
        """The method as it is read."""
        child = tuple(f"{name}: {words}" for name, words in zip(LUNDY, self.child, strict=True))
        parts = (self.when, self.when_not, self.prepare, child, self.write)
        listed = [f"{heading}\n{_points(each)}" for heading, each in zip(HEADINGS[1:], parts, strict=True)]
        return "\n\n".join([f"{HEADINGS[0]}\n{self.what}", *listed])


def _points(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {each}" for each in lines)


def _method(name: str, title: str, method: Method, *cites: Citation, at: tuple[Kind, ...]) -> Text:
    return Text(
        key=f"metode.{name}",
        kind=TextKind.METODE,
        title=title,
        reader=Reader.INTERN,
        body=method.body,
        cites=cites,
        at=tuple(each.key for each in at),
        note="En metode er en måde at gøre det på. Den er ikke lov, og den erstatter ikke dit skøn.",
        sources=_SOURCES[name],
    )


_SOURCES: Final = {
    "samtale_med_barnet": (ODSHERRED, NORDDJURS),
    "uden_mange_ord": (ODSHERRED, NORDDJURS),
    "netvaerksmoede": (NORDDJURS, ODSHERRED, NORDFYNS),
    "raadslagning": (NORDFYNS,),
    "loesningsfokus": (ODSHERRED,),
}

METODER: Final = (
    _method(
        "samtale_med_barnet",
        "Samtale med barnet",
        Method(
            what="En samtale, hvor barnet er den, der ved mest. Du vil vide, hvordan barnet har det, og hvad barnet "
            "selv ønsker, før der bliver besluttet noget.",
            when=(
                "Der skal tages stilling til noget om barnet: før beslutningen, ikke efter.",
                "Barnet har fået hjælp et stykke tid, og I vil vide, hvordan det virker.",
                "Barnet selv har bedt om at tale med dig.",
            ),
            when_not=(
                "Politi eller børnehus skal tale med barnet først. Aftal rækkefølgen, så barnet ikke skal fortælle "
                "det samme mange gange.",
                "Du kun vil have bekræftet noget, I har besluttet. Så fortæl barnet det ærligt i stedet.",
                "Barnet siger nej i dag. Spørg, hvad der skal til, og find en anden vej: se »Når barnet ikke har "
                "mange ord«.",
            ),
            prepare=(
                "Er der mistanke om overgreb? Så skal der tales med barnet. Er en forælder mistænkt, holdes samtalen "
                "uden forældrenes samtykke, og uden at de er med.",
                "Er der tegn på æreskonflikt eller negativ social kontrol? Vurdér risikoen, før forældre eller "
                "netværk ved noget.",
                "Spørg barnet, hvor I skal tale sammen, og hvem der gerne må være med. Sig, at barnet kan have en "
                "bisidder.",
                "Aftal, hvem af jer der spørger, og hvem der skriver, hvis I er to.",
                "Vælg tre spørgsmål, der betyder noget. Resten bestemmer barnet.",
            ),
            child=(
                "vælg et sted og et tidspunkt, der er trygt for barnet. Sig, hvem du er, hvorfor I taler sammen, og "
                "at barnet må springe spørgsmål over.",
                "lad barnet tegne, vise eller gå en tur imens. Stil åbne spørgsmål, og vent på svaret.",
                "sig, hvem der får det at vide, og hvad du ikke kan holde for dig selv.",
                "aftal, hvornår du kommer tilbage og fortæller, hvad det har betydet. Kom også, når svaret er nej.",
            ),
            write=(
                f"»{e.SAMTALE_MED_BARNET.label}«: barnets egne ord, hvem der hørte dem, og hvad de ændrede.",
                "Sæt kryds, hvis noget ikke må vises for forældrene.",
                f"»{e.SVAR_TIL_BARNET.label}«, når du har været tilbage.",
                f"Blev samtalen ikke til noget: »{e.SAMTALE_UNDLADT.label}« med grunden, og "
                f"»{e.HOLDNING_INDHENTET.label}«.",
            ),
        ),
        cited.BARNETS_SYN,
        cited.BISIDDER,
        cited.SAMTALE_OVERGREB,
        cited.RISIKO_FOERST,
        cited.TO_RAADGIVERE,
        at=(e.SAMTALE_MED_BARNET, e.SVAR_TIL_BARNET, e.SAMTALE_UNDLADT),
    ),
    _method(
        "uden_mange_ord",
        "Når barnet ikke har mange ord",
        Method(
            what="En måde at få barnets syn på, når barnet er lille, har et handicap, mangler sproget eller ikke vil "
            "tale. Du er sammen med barnet og ser, hvad det viser. De, der kender barnet godt, hjælper dig med at "
            "forstå det.",
            when=(
                "Barnet er for lille til en samtale, eller ord er svære.",
                "Barnet har sagt nej til en samtale, men vil gerne møde dig på en anden måde.",
                "Du vil se barnet dér, hvor det plejer at være.",
            ),
            when_not=(
                "Barnet godt kan og vil tale. Så hold en samtale, også selv om den tager tid.",
                "Den eneste, du vil spørge, selv er part i det, der er galt. Find en, barnet er tryg ved, og som "
                "ikke er part i det.",
                "Du vil undersøge et overgreb. Det er børnehusets og politiets opgave.",
            ),
            prepare=(
                "Spørg en voksen, der kender barnet: Hvad er barnet glad for? Hvordan siger det ja og nej?",
                "Skal der tolk, billeder, tegn eller en talemaskine til? Så bestil det først.",
                "Kom to gange, hvis du kan. Første gang er for at blive kendt.",
            ),
            child=(
                "mød barnet i vuggestuen, i klassen eller på gulvet derhjemme, når det er udhvilet.",
                "leg, vis billeder, og lad barnet pege. Se, hvem det søger, og hvad det trækker sig fra.",
                "fortæl de voksne, der bestemmer, hvad du så, og hvad du er i tvivl om.",
                "skriv, hvad det ændrede, og vis barnet det på en måde, det forstår.",
            ),
            write=(
                f"»{e.KONTAKT_MED_BARNET.label}«: hvad I gjorde, og hvad barnet viste.",
                f"»{e.HOLDNING_INDHENTET.label}«: hvem du har spurgt. Hold det, du så, adskilt fra det, du tror.",
                "Skriv grunden til, at der ikke blev talt med barnet. Undtagelsen er for helt særlige tilfælde.",
            ),
        ),
        cited.BARNETS_SYN,
        cited.SYNET_PAA_ANDEN_MAADE,
        cited.RISIKO_FOERST,
        at=(e.KONTAKT_MED_BARNET, e.HOLDNING_INDHENTET, e.SAMTALE_UNDLADT),
    ),
    _method(
        "netvaerksmoede",
        "Inddragende netværksmøde",
        Method(
            what="Et møde, hvor barnet, familien, dem de stoler på, og de fagpersoner, der kender barnet, ser på det "
            "samme billede og aftaler, hvem der gør hvad. Mødet er familiens: de er med til at vælge, hvem der kommer, "
            "og hvad der skal tales om.",
            when=(
                "Flere hjælper det samme barn, og familien skal fortælle det hele forfra hver gang.",
                "Der er voksne omkring barnet, som gerne vil hjælpe, men ikke ved hvordan.",
                "Familien siger ja, og det er trygt for barnet, at de mødes.",
            ),
            when_not=(
                "En forælder er mistænkt for vold eller overgreb. Så tales der med barnet først, og forældrene "
                "bliver ikke kaldt til møde om det.",
                "Der er tegn på æreskonflikt eller negativ social kontrol. Risikoen skal være vurderet, før "
                "forældre og netværk ved noget.",
                "Barnet er bange for en af dem, der skal med. Hold mødet uden den person, eller lad være.",
                "Bekymringen er en underretning. Så skal der underrettes, også selv om der aftales et møde.",
            ),
            prepare=(
                "Tegn netværket sammen med barn og forældre, og spørg, hvem de vil have med. Skriv deres ja ned.",
                "Aftal med barnet, om det vil være med hele tiden, noget af tiden, eller sende sine ord med en anden.",
                "Sig til alle, hvad mødet skal bruges til, hvor længe det varer, og hvem der leder det.",
                "Hold det under ti personer, og hav ikke flere fagpersoner med end nødvendigt.",
            ),
            child=(
                "barnet sidder ved en, det har valgt, og kan gå ud. Begynd med det, der går godt.",
                "barnets ord kommer først, sagt af barnet selv eller læst op, når barnet har sagt ja til det.",
                "spørg dem, der kan bestemme, hvad de vil gøre ved det, barnet har sagt. Vent på svaret.",
                "skriv ved hver aftale, om den kom fra barnet. Fortæl barnet bagefter, hvad der ikke lod sig gøre.",
            ),
            write=(
                f"»{e.NETVAERKSMOEDE.label}«: hvem der var med, hvorfor I mødtes, og hvad I vurderede.",
                f"»{e.AFTALE_INDGAAET.label}« for hver aftale, med navn og dag.",
                f"»{e.INDDRAGELSE.label}« for den, der er spurgt: hvad de sagde, og hvad det ændrede.",
                f"Blev mødet ikke holdt, fordi det var utrygt: »{e.INDDRAGELSE_UNDLADT.label}« med grunden.",
            ),
        ),
        cited.BARNETS_SYN,
        cited.UNDERSOEGELSENS_INDHOLD,
        cited.RISIKO_FOERST,
        cited.SAMTALE_OVERGREB,
        at=(e.NETVAERKSMOEDE, e.INDDRAGELSE, e.INDDRAGELSE_UNDLADT, e.TVAERSMOEDE),
    ),
    _method(
        "raadslagning",
        "Rådslagning i familien",
        Method(
            what="Familien og dens eget netværk lægger selv en plan for barnet. En samordner, som ikke har sagen, "
            "samler dem. I begynder sammen. Så går fagfolkene ud, og familien taler alene, til planen er der.",
            when=(
                "Der er et klart spørgsmål, familien kan svare på: fx hvem der henter, hvor barnet er, når mor er syg.",
                "Familien har nogen omkring sig og vil prøve.",
                "Et barn måske skal bo et andet sted, og det er værd at vide, hvad slægten kan.",
            ),
            when_not=(
                "En forælder eller en i netværket er mistænkt for vold eller overgreb.",
                "Der er æreskonflikt eller negativ social kontrol: så kan netværket være det, der er farligt.",
                "Det er afgjort på forhånd, eller I ikke kan sige ja til noget, familien finder på.",
                "Det haster, og barnet ikke er i sikkerhed. Sikkerheden kommer først.",
            ),
            prepare=(
                "Find en samordner, som ikke har sagen, og som kan familiens sprog.",
                "Skriv på en halv side: hvad vi er bekymrede for, hvad planen skal svare på, og hvad der ikke kan "
                "vælges.",
                "Lad barnet og familien vælge, hvem der er med. Samordneren taler med hver enkelt inden.",
                "Giv barnet en voksen, der hjælper det på dagen og ikke har andet at gøre.",
            ),
            child=(
                "barnet og dets hjælper har set lokalet og ved, hvordan dagen går.",
                "barnets ønsker er skrevet ned eller optaget på forhånd, så de også er i rummet, når barnet går ud.",
                "både familien og rådgiveren hører dem, før familien går i gang alene.",
                "planen siger, hvad der blev af hvert ønske. Rådgiveren siger ja, eller siger hvorfor ikke.",
            ),
            write=(
                f"»{e.INDDRAGELSE.label}«: hvem der var med, hvorfor, hvordan, og hvad de selv sagde.",
                f"»{e.AFTALE_INDGAAET.label}« for hvert punkt i familiens plan, med dagen, I ser på det igen.",
                f"»{e.PLAN_LAVET.label}« eller »{e.PLAN_REVIDERET.label}«, når familiens plan bliver en del af den.",
            ),
        ),
        cited.BARNETS_SYN,
        cited.UNDERSOEGELSENS_INDHOLD,
        cited.PLANENS_INDHOLD,
        cited.RISIKO_FOERST,
        cited.SAMTALE_OVERGREB,
        at=(e.INDDRAGELSE, e.UNDERSOEGELSESPLAN_LAVET, e.PLAN_LAVET, e.PLAN_REVIDERET),
    ),
    _method(
        "loesningsfokus",
        "Løsningsfokuserede spørgsmål",
        Method(
            what="Spørgsmål, der leder efter det, som allerede virker, og efter det næste lille skridt. De kan bruges "
            "i næsten enhver samtale, med børn fra skolealderen og med voksne.",
            when=(
                "I skal finde mål, som familien selv vil.",
                "I følger op og vil vide, hvad der er blevet bedre, og hvem der gjorde det.",
                "Samtalen kører i ring om det, der er galt.",
            ),
            when_not=(
                "Barnet er ved at fortælle om vold eller overgreb. Så lyt, og spørg ikke efter det gode.",
                "Barnet ikke er i sikkerhed. Et skridt frem er ikke nok, når det haster.",
                "Den, du taler med, har brug for, at du først forstår, hvor slemt det er.",
            ),
            prepare=(
                "Undtagelsen: »Hvornår er det lidt lettere? Hvad er anderledes dér?«",
                "Skalaen: »Fra 0 til 10, hvor er I i dag? Hvorfor ikke lavere? Hvad ville ét tal højere være?«",
                "Den ønskede morgen: »Du vågner, og det er blevet godt. Hvad lægger du først mærke til?«",
                "Den anden: »Hvad ville din lærer, din mor eller din hund lægge mærke til?«",
                "Vælg to. Flere bliver til et skema.",
            ),
            child=(
                "giv barnet tid, og brug smileyer, klodser eller en streg på gulvet til skalaen.",
                "skriv barnets tal og ord, også når de voksne ville have valgt et andet tal.",
                "spørg barnet, hvem der må høre tallet, og hvem der skal gøre noget ved det.",
                "lad næste skridt være et, barnet har nævnt, og spørg til det næste gang.",
            ),
            write=(
                f"Det, I bliver enige om: »{e.MAAL_AFTALT.label}«, så det kan ses, om det er nået.",
                f"Ved opfølgning: »{e.MAAL_VURDERET.label}« og »{e.OPFOELGNING_HOLDT.label}«.",
                f"Barnets egne ord: »{e.SAMTALE_MED_BARNET.label}«.",
            ),
        ),
        cited.BARNETS_SYN,
        cited.PLANENS_INDHOLD,
        cited.SENERE_OPFOELGNING,
        cited.SAMTALE_OVERGREB,
        at=(e.MAAL_AFTALT, e.MAAL_VURDERET, e.OPFOELGNING_HOLDT, e.SAMTALE_MED_BARNET, e.UNDERRETNINGSMOEDE),
    ),
)
