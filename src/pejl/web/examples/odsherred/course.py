"""How did the course go: its days, its meetings, the cases read, what differs between the papers, and what is new?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pejl.web.examples.odsherred.shapes import ACCOUNT, REPORT, SERVICES, Fresh

BODY: Final = "Task Forcen"
# The report has no day of its own; the course ended with the last status meeting, in January 2023.
GIVEN: Final = date(2023, 1, 31)
COURSE: Final[dict[str, Any]] = {
    "name": "Task Force-forløb i Odsherred",
    "body": "Task Forcen (Social- og Boligstyrelsen og Ankestyrelsen)",
    "first": date(2021, 10, 1),
    "last": date(2023, 1, 31),
    "period_words": "»oktober 2021 - januar 2023« (statusrapporten, kap. 1); et længere forløb varer »ca. halvandet "
    "år« (afsnit 1.2)",
    "analysed_words": "Analyserapporten er fra september 2021 (afsnit 1.1); analysen blev færdig og fremlagt i oktober "
    "2021 (afsnit 1.2)",
    "analysis_sources": "Skriftligt materiale fra kommunen, interviews og en gennemgang af 20 sager fra myndighed.",
    "analysis_cases": 20,
    "summary": "Forløbet har sat lys på det, der skulle blive bedre. Kvaliteten i sagerne er gået frem, men både loven "
    "og kvaliteten skal helt på plads og derefter holdes. Loven kan være overholdt, uden at sagen er god, så der skal "
    "arbejdes med begge dele, hver for sig og sammen, og særligt med de sager, hvor fristen er overskredet. Store dele "
    "af udviklingsplanen er opfyldt. Forløbet blev bremset af, at afdelingslederen stoppede.",
    "remaining": "Loven overholdt i sagerne: frister, parter, trin og opfølgning\n"
    "Kvalitet i sagsbehandlingen: vurderinger, mål der kan måles og ejes, og inddragelse\n"
    "Samarbejdet på tværs ført ud i livet, som den fælles ramme beskriver det",
    "closing": "Arbejdet skal ledes tæt på medarbejderne. Der sættes mere ind, når forløbet om relationel kapacitet er "
    "slut i foråret 2023, og en ny afdelingsleder er tiltrådt, ventet 1. maj 2023. Indtil da holdes det, der er nået. "
    "Noget haster mere end andet: undersøgelserne over fristen og de aftalte rammer for samarbejdet.",
    "source": f"{REPORT}; {ACCOUNT}",
}
FRESH: Final = (
    Fresh(
        number=1,
        theme=1,
        problem="En ny og realistisk udviklingsplan",
        text="Lav en ny og realistisk udviklingsplan ud fra anbefalingerne, så ledelsen kan holde gang i det, der er "
        "begyndt, og planlægge det næste.",
    ),
    Fresh(
        number=2,
        theme=5,
        problem="Undersøgelser færdige inden for fire måneder",
        text="Tilrettelæg arbejdet, så børnefaglige undersøgelser bliver færdige inden for fire måneder.",
        urgent=True,
    ),
    Fresh(
        number=3,
        theme=2,
        problem="Ledelsestilsyn hver måned med få sager",
        text="Hold ledelsestilsyn tit, hver måned, med en til to sager for hver teamleder, svar til rådgiveren og blik "
        "for det, der er i fokus lige nu.",
    ),
)
FRESH_LONG: Final = (
    Fresh(
        number=1,
        theme=8,
        problem="Kompetenceudvikling om at inddrage børn",
        text="Sæt kompetenceudvikling om inddragelse af børn i gang, med træning på team- og personalemøder og i "
        "makkerpar.",
    ),
    Fresh(
        number=2,
        theme=5,
        problem="Ens systematik og udførlig journal",
        text="Giv ens systematik i sagerne og udførlig journal mere vægt.",
    ),
    Fresh(
        number=3,
        theme=3,
        problem="Mere dialog på tværs",
        text="Styrk dialogen på tværs sammen med forløbet om relationel kapacitet, især om hvad man venter af "
        "hinanden i samarbejdet med almenområdet.",
    ),
    Fresh(
        number=4,
        theme=2,
        problem="Regelmæssig ledelsesinformation opad",
        text="Giv øverste ledelse og politikere regelmæssig og målrettet information, med faglige vurderinger og "
        "dialog mellem niveauerne.",
    ),
    Fresh(
        number=5,
        theme=5,
        problem="Faglig kvalitet i undersøgelserne",
        text="Løft undersøgelserne med mere ICS, et klart fokus, et sprog der er let at forstå, og barn, forældre og "
        "netværk med.",
    ),
    Fresh(
        number=6,
        theme=6,
        problem="Handleplan og opfølgning",
        text="Lav konkrete mål sammen med barn, forældre og netværk, så handleplanen kan bruges til at se, om det er "
        "den rette indsats.",
    ),
)
_NO_DAY: Final = "Papiret giver ingen dag."
# Kind, name, day, as the paper puts the time, with case review, note, source.
MEETINGS: Final[tuple[tuple[str, str, date | None, str, bool, str, str], ...]] = (
    (
        "laering",
        "Læringsdag om ledelsestilsyn",
        date(2021, 3, 25),
        "25. marts 2021",
        False,
        "For ledelsen. Dagen ligger før forløbet og er gengivet, som den står.",
        SERVICES,
    ),
    (
        "laering",
        "Læringsdag om kvalitet i sagsbehandlingen",
        date(2021, 6, 26),
        "26. juni 2021",
        False,
        "For ledelse og rådgivere: inddragelse, udredning, valg af indsats og opfølgning. Dagen ligger før forløbet og "
        "er gengivet, som den står.",
        SERVICES,
    ),
    (
        "kursus",
        "Systematik i sagsbehandlingen",
        None,
        "august-november 2021",
        False,
        "Praksiskursus. Leverandøren har tre navne i papirerne; se nedenfor.",
        SERVICES,
    ),
    ("status", "1. statusmøde", None, "", False, _NO_DAY, SERVICES),
    ("status", "2. statusmøde", None, "marts 2022", True, "Tre sager gennemgået.", f"{REPORT}, afsnit 1.3"),
    ("status", "3. statusmøde", None, "", False, _NO_DAY, SERVICES),
    ("status", "4. statusmøde", None, "september 2022", True, "Tre sager gennemgået.", f"{REPORT}, afsnit 1.3"),
    ("status", "5. statusmøde", None, "", False, _NO_DAY, SERVICES),
    (
        "workshop",
        "Workshop om inddragelse af børn og unge",
        None,
        "november 2022, 2½ dage (bilag 2); efteråret 2022 (bilag 1)",
        False,
        "Med Videnscenter om børneinddragelse og udsatte børns liv, for ledelsen og alle rådgivere.",
        f"{SERVICES}; {ACCOUNT}",
    ),
    ("status", "6. statusmøde", None, "januar 2023", True, "Tre sager gennemgået.", f"{REPORT}, afsnit 1.3"),
    ("virtuelt", "1. virtuelle sparringsmøde", None, "", False, _NO_DAY, SERVICES),
    ("virtuelt", "2. virtuelle sparringsmøde", None, "", False, _NO_DAY, SERVICES),
    (
        "hoering",
        "Materiale til sparring",
        None,
        "på statusmøderne",
        False,
        "Model for ledelsestilsyn, mål- og rammedokument, flowchart, arbejdsgange, kvalitetsbeskrivelser og fraser.",
        SERVICES,
    ),
)
_TOGETHER: Final = "Fortalt samlet for de tre gennemgange: "
# Name, when, how many, and what was found by marker. Of the three later ones the report tells together.
REVIEWS: Final[tuple[tuple[str, str, int, tuple[tuple[str, str, str], ...]], ...]] = (
    (
        "Analysens gennemgang",
        "til analysen, september 2021",
        20,
        (
            ("styring", "Stor forskel i kvalitet og ingen fælles retning.", "Arbejdsgange, fraser og ledelsestilsyn"),
            ("udredning", "24-timers vurderinger og genvurderinger manglede.", "Ny håndtering af underretninger"),
            ("udredning", "Langsommelig sagsbehandling; undersøgelser manglede eller var ikke opdateret.", ""),
            ("valg", "Få faglige vurderinger og planer uden konkrete mål.", "Undervisning og eksempler på gode mål"),
            ("opfoelgning", "Opfølgning uden vurdering og ingen fast måde at afslutte på.", ""),
            ("inddragelse", "Inddragelse afhang af rådgiveren.", "Workshop om inddragelse"),
        ),
    ),
    ("1. gennemgang", "marts 2022", 3, ()),
    ("2. gennemgang", "september 2022", 3, ()),
    (
        "3. gennemgang",
        "januar 2023",
        3,
        (
            ("udredning", f"{_TOGETHER}fagligt begrundede akutvurderinger og tragtning i underretningerne.", ""),
            ("udredning", f"{_TOGETHER}der er undersøgelser i sagerne, men også lange og ufokuserede.", ""),
            ("valg", f"{_TOGETHER}handleplaner mangler eller er forældede, og mål er ikke konkrete.", ""),
            ("opfoelgning", f"{_TOGETHER}svært at se, om indsatsen virker.", ""),
            ("inddragelse", f"{_TOGETHER}gode eksempler og det modsatte; fortsat stor forskel.", ""),
        ),
    ),
)
# Area, what else the papers tell of it at the start and at the end. The grades themselves are in none of them.
EVALUATIONS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "tilsyn",
        "Om området: tilsyn tre gange om året, mest om frister og procedurer.",
        "Om området: to tematiserede og to generelle tilsyn om året.",
    ),
    (
        "ledelsesinformation",
        "Om området: mundtlig afrapportering siden 2019.",
        "Om området: eget skema og månedlige nøgletal fra 1. januar 2023.",
    ),
    ("arbejdsgange", "Om området: meget få skriftlige beskrivelser.", "Om området: mange arbejdsgange og fraser."),
    ("sparring", "Om området: ledelsen er let at få sparring hos, men ikke ensartet.", ""),
    ("viden", "", "Om området: kurser i systematik og i inddragelse er holdt."),
)
EVALUATED: Final = "Vurderet; udfaldet står ikke i papiret."
# What the papers tell differently: about what, how it is told, and where.
WORDINGS: Final[tuple[tuple[str, str, str], ...]] = (
    ("Hvornår afdelingslederen stoppede", "Med udgangen af november 2022.", f"{REPORT}, afsnit 1.2"),
    ("Hvornår afdelingslederen stoppede", "1. december 2022.", f"{ACCOUNT}, tema 1, bemærkninger"),
    ("Hvornår afdelingslederen stoppede", "Med udgangen af 2022.", f"{ACCOUNT}, sammenfatningen"),
    ("Workshoppen om inddragelse", "November 2022, 2½ dage.", SERVICES),
    ("Workshoppen om inddragelse", "Efteråret 2022, et kursus.", f"{ACCOUNT}, tema 6 og 8"),
    (
        "Læringsdagene",
        "25. marts 2021 og 26. juni 2021: før analysen (september 2021) og før forløbet (oktober 2021).",
        SERVICES,
    ),
    ("Læringsdagene", "Forløbet begyndte i oktober 2021.", f"{REPORT}, kap. 1"),
    ("Analysens tid", "Analyserapporten er fra september 2021.", f"{REPORT}, afsnit 1.1"),
    ("Analysens tid", "Analysen blev færdig og fremlagt i oktober 2021.", f"{REPORT}, afsnit 1.2"),
    ("Hvor langt flowchartet er", "Den endelige ibrugtagning udestår.", f"{REPORT}, afsnit 3.1"),
    ("Hvor langt flowchartet er", "Færdigt og i brug; opfølgningen udestår.", f"{ACCOUNT}, tema 1, ad 2"),
    ("Eksempler på gode handleplaner", "Afdelingen har arbejdet med at beskrive dem.", f"{REPORT}, afsnit 2.1"),
    ("Eksempler på gode handleplaner", "Der arbejdes på dem.", f"{REPORT}, afsnit 3.3"),
    ("Eksempler på gode handleplaner", "De skal fortsat laves og indføres.", f"{ACCOUNT}, tema 6, ad 2, 3 og 4"),
    ("Hvem der holdt kurserne", "Task Forcen/Børnekataloget: praksiskurset i systematik.", SERVICES),
    ("Hvem der holdt kurserne", "SPUK: undervisning i systematik og undersøgelser.", f"{ACCOUNT}, tema 4, 5 og 6"),
    ("Hvem der holdt kurserne", "Task Forcen: kurser for hele afdelingen og teamene.", f"{ACCOUNT}, tema 1, ad 4"),
    ("Tal til øverste ledelse og politikere", "Mundtligt siden 2019.", f"{REPORT}, afsnit 3.1"),
    (
        "Tal til øverste ledelse og politikere",
        "En status til udvalget hvert halve år i forløbet.",
        f"{ACCOUNT}, tema 2",
    ),
    ("Tal til øverste ledelse og politikere", "Endnu ingen samlet model.", f"{REPORT}, afsnit 3.1"),
    ("Tal til øverste ledelse og politikere", "Punkt 2, 3 og 5 udestår.", f"{ACCOUNT}, tema 2, ad 3"),
    ("Sagerne efter § 11, stk. 3", "Alle aktiviteter er gennemført.", f"{ACCOUNT}, tema 4, ad 2"),
    ("Sagerne efter § 11, stk. 3", "Ikke alle igangværende sager er gennemgået.", f"{ACCOUNT}, tema 4, ad 2"),
)
# Everybody who has looked: who, what, year, day, as the paper puts it, what they found, what followed, of the course.
OUTSIDE: Final[tuple[tuple[str, str, int, date | None, str, str, str, bool], ...]] = (
    (
        "Revisionen",
        "Bemærkninger om lovmedholdelighed",
        2017,
        None,
        "2017",
        "Loven var ikke overholdt i alle sager.",
        "",
        False,
    ),
    (
        "Revisionen",
        "Bemærkninger om lovmedholdelighed",
        2019,
        None,
        "2019",
        "Loven var ikke overholdt i alle sager.",
        "Den faglige ledelse med afdelingsleder og teamledere blev etableret i 2019.",
        False,
    ),
    (
        "KLK",
        "Konsulentrapport",
        2020,
        date(2020, 1, 1),
        "januar 2020",
        "Fortsat vanskeligt med lovmedholdelighed, fælles tilgange, samarbejdet med dagtilbud og skoler, ledelse og "
        "visitation.",
        "Handleplan for genopretning, 2020: ledelse, visitation, frister og procedurer.",
        False,
    ),
    (
        "Task Forcen",
        "Analyserapport med gennemgang af 20 sager",
        2021,
        date(2021, 9, 1),
        "september 2021, fremlagt oktober 2021",
        "Svingende kvalitet og ingen fælles retning. 28 anbefalinger under otte temaer.",
        "Udviklingsplan og forløb oktober 2021 til januar 2023.",
        True,
    ),
    ("Task Forcen", "Gennemgang af tre sager", 2022, date(2022, 3, 1), "marts 2022", "", "", True),
    ("Task Forcen", "Gennemgang af tre sager", 2022, date(2022, 9, 1), "september 2022", "", "", True),
    ("Task Forcen", "Gennemgang af tre sager", 2023, date(2023, 1, 1), "januar 2023", "", "", True),
    (
        "Task Forcen",
        "Statusrapport",
        2023,
        None,
        "efter forløbet, 2023 (ingen dag i papiret)",
        "Bedre kvalitet, især i underretninger. Undersøgelser, planer, opfølgning og inddragelse kræver mere.",
        "Tre nye anbefalinger på kort sigt og seks på lang.",
        True,
    ),
)
OUTSIDE_SOURCE: Final = f"{REPORT}, afsnit 1.2 og 1.3"
