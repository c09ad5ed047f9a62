"""What did the four units set out to do, and what did they answer? Invented: the paper has only the template."""

from __future__ import annotations

from typing import Final

from pejl.web.examples.randers.people import AUTHORITY, EFFORTS, PPR, SHELTER

# What the paper says is already at work under each vision, in our words.
EFFORTS_BY_VISION: Final = {
    "tidligt": "De fremskudte rådgivere og støtten til almenområdet",
    "kvalitet": "Forløbet med Task Forcen",
    "sammen": "Det fælles sprog og den fælles model for samarbejde",
    "nyt": "Randers-trappen",
    "med": "Inddragelse af familie og netværk i hele sagen",
    "helhed": "Tættere kobling mellem enhederne",
    "ledelse": "Fælles retning og klare roller",
    "kapital": "Arbejdet med social kapital",
    "effekt": "Udviklingsprofilen og få, præcise mål i handleplanerne",
    "oekonomi": "Styring af udgifterne i den enkelte sag",
}
FOLLOWING: Final = {
    PPR: "På lederens møde med teamet en gang om måneden",
    EFFORTS: "I Udviklingsprofilen og på teammøder hvert kvartal",
    AUTHORITY: "Ved ledelsestilsyn og på ledermøder hver måned",
    SHELTER: "På personalemødet hver anden måned",
}
# Unit, vision: goal, what we do, signs. What is not here is a gap.
GOALS: Final[dict[tuple[str, str], tuple[str, str, str]]] = {
    (PPR, "tidligt"): (
        "Vi er med, før der skrives en underretning",
        "En psykolog er på hver skole en fast dag om måneden.",
        "Skolerne spørger tidligere.",
    ),
    (PPR, "kvalitet"): (
        "Skolen kan bruge vores vurdering dagen efter",
        "Vi skriver én side med det, skolen skal gøre.",
        "Lærerne siger, at de ved, hvad de skal gøre.",
    ),
    (PPR, "sammen"): (
        "Skole, familie og rådgiver holder det samme møde",
        "Vi indkalder til ét møde i stedet for tre.",
        "Familierne møder færre gange op.",
    ),
    (PPR, "med"): (
        "Barnet er med til at sige, hvad der skal ændres",
        "Vi spørger barnet, før vi taler med de voksne.",
        "Barnets ord står først i vurderingen.",
    ),
    (PPR, "helhed"): (
        "Vi kender de andre enheders hverdag",
        "Hver medarbejder følger en kollega en dag.",
        "Færre sager bliver sendt rundt.",
    ),
    (PPR, "kapital"): (
        "Vi siger det til hinanden, når noget er uretfærdigt",
        "Social kapital er fast punkt på teammødet.",
        "Trivselsmålingen viser mere tillid.",
    ),
    (PPR, "oekonomi"): (
        "Ventetiden bliver ikke længere for de samme penge",
        "Vi gør op hver måned, hvem der venter.",
        "Ventetiden er kendt af alle.",
    ),
    (EFFORTS, "tidligt"): (
        "Familier kan få råd uden at have en sag",
        "Åben rådgivning to eftermiddage om ugen.",
        "Flere kommer, før det er svært.",
    ),
    (EFFORTS, "kvalitet"): (
        "Alle forløb har en skrevet aftale",
        "Aftalen skrives sammen med familien på første møde.",
        "Familien ved, hvornår forløbet slutter.",
    ),
    (EFFORTS, "nyt"): (
        "Vi går ned ad trappen, når barnet kan",
        "Hver tredje måned ser vi, om mindre kan gøre det.",
        "Flere får hjælp hjemme.",
    ),
    (EFFORTS, "med"): (
        "Familien sætter selv det første mål",
        "Vi spørger familien, hvad der skal være anderledes.",
        "Målene er skrevet med familiens ord.",
    ),
    (EFFORTS, "helhed"): (
        "Myndighed og vi begynder forløbet sammen",
        "Rådgiveren er med til første møde.",
        "Familien hører det samme fra os begge.",
    ),
    (EFFORTS, "effekt"): (
        "Udviklingsprofilen er udfyldt for alle børn",
        "Profilen udfyldes ved start, efter et halvt år og til sidst.",
        "Vi kan se, hvem der er kommet videre.",
    ),
    (EFFORTS, "ledelse"): (
        "Alle ved, hvem der bestemmer hvad",
        "Lederne skriver rollerne ned på én side.",
        "Færre spørgsmål ender hos chefen.",
    ),
    (EFFORTS, "oekonomi"): (
        "Et nyt tilbud begynder, når et gammelt slutter",
        "Vi ser på tilbuddene hvert halve år.",
        "Der er plads til ét nyt tilbud om året.",
    ),
    (AUTHORITY, "tidligt"): (
        "De fremskudte rådgivere er på alle skoler",
        "Rådgiveren har en fast dag på hver skole.",
        "Bekymringer kommer tidligere.",
    ),
    (AUTHORITY, "kvalitet"): (
        "Hver underretning bliver læst samme dag",
        "En fast vagt læser alt, der kommer ind.",
        "Ingen underretning er ulæst næste morgen.",
    ),
    (AUTHORITY, "sammen"): (
        "Den, der underretter, ved, at vi har set den",
        "Vi ringer til skolen inden for ugen.",
        "Skolerne siger, at de hører fra os.",
    ),
    (AUTHORITY, "nyt"): (
        "Netværket er spurgt før en anbringelse",
        "Vi tegner netværket sammen med familien.",
        "Flere børn bor hos nogen, de kender.",
    ),
    (AUTHORITY, "med"): (
        "Barnet er talt med, før vi beslutter",
        "Samtalen står først på tjeklisten.",
        "Barnets mening står i afgørelsen.",
    ),
    (AUTHORITY, "helhed"): (
        "Én plan for familien, ikke fire",
        "Vi samler planerne på ét møde.",
        "Familien har ét papir.",
    ),
    (AUTHORITY, "ledelse"): (
        "Lederen læser to sager om måneden med hver rådgiver",
        "Sparring er sat af i kalenderen.",
        "Rådgiverne siger, at de får den hjælp, de skal bruge.",
    ),
    (AUTHORITY, "effekt"): (
        "Handleplanen har få mål, der kan ses",
        "Vi skriver højst tre mål.",
        "Målene kan følges op uden at spørge, hvad de betød.",
    ),
    (AUTHORITY, "oekonomi"): (
        "Alle kender prisen på det, de bevilger",
        "Prisen står i indstillingen.",
        "Færre overraskelser i regnskabet.",
    ),
    (SHELTER, "tidligt"): (
        "Børnene får deres egen samtale i den første uge",
        "En fast voksen for hvert barn.",
        "Børnene siger, at nogen spurgte til dem.",
    ),
    (SHELTER, "sammen"): (
        "Skolen ved, hvordan barnet har det, når mor siger ja",
        "Vi ringer til skolen sammen med moren.",
        "Barnet er hurtigere tilbage i skole.",
    ),
    (SHELTER, "med"): (
        "Moren er med til at skrive planen for tiden efter",
        "Planen begynder på den tredje dag.",
        "Moren kan fortælle, hvad der skal ske.",
    ),
    (SHELTER, "kapital"): (
        "Nattevagten ved det samme som dagvagten",
        "Overlevering mundtligt og på skrift.",
        "Ingen må gætte.",
    ),
    (SHELTER, "effekt"): (
        "Vi ved, hvordan det går et halvt år efter",
        "Vi ringer efter et halvt år til dem, der har sagt ja.",
        "Vi har svar fra de fleste.",
    ),
}
# Which goals answer which of others' goals: vision -> (KL's, the partnership's), by number.
JOINED: Final = {
    "tidligt": ((1,), (1, 2)),
    "sammen": ((1, 2), ()),
    "nyt": ((), (3, 4, 5)),
    "med": ((2,), (3,)),
    "effekt": ((3,), (2,)),
}
# A goal where two families cross.
CROSSES: Final = {(AUTHORITY, "kvalitet"): "ledelse", (EFFORTS, "nyt"): "effekt", (PPR, "sammen"): "helhed"}
CONTRACT: Final = {(AUTHORITY, "oekonomi"): "Aftalemål om budget i balance", (EFFORTS, "effekt"): "Aftalemål om effekt"}
INDICATORS: Final = {
    (AUTHORITY, "kvalitet"): ["underretninger.vurderet_24_timer"],
    (AUTHORITY, "med"): ["barnets_stemme.foer_afgoerelse"],
    (AUTHORITY, "nyt"): ["anbringelser.netvaerk"],
    (EFFORTS, "nyt"): ["indsatstrappen.bevaegelser"],
}
# How it went in September, December and March; taken by turns.
WENT: Final = (
    ("ikke", "paa_vej", "paa_vej"),
    ("paa_vej", "paa_vej", "naaet"),
    ("ikke", "ikke", "paa_vej"),
    ("paa_vej", "naaet", "naaet"),
)
TOLD: Final = {
    "ikke": ("Vi er ikke begyndt. Sommeren gik med at blive enige.", "En dag at begynde på"),
    "paa_vej": ("Halvdelen af os gør det nu. Resten er på vej.", "At det bliver en vane"),
    "naaet": ("Alle gør det, også når der er travlt.", ""),
}
