"""What have five of the demo's children said, what came of it, and who is round them? Of different ages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from pejl.dates import COPENHAGEN, local_day
from pejl.events import Event, FieldValue
from pejl.web.access.models import Case
from pejl.web.cases import bridge
from pejl.web.cases.bulk import insert
from pejl.web.cases.models import Child, EventRow, NetworkPerson
from pejl.web.cases.people import age_on
from pejl.web.demo.doors import Town
from pejl.web.demo.people import SOURCE

# The first of Mette's cases have something fresh and urgent, which nothing here may answer.
_URGENT: Final = 5
Said = tuple[int, str, dict[str, FieldValue]]  # so many days ago, this kind, with these words
Round = tuple[str, str, str, int, str, str, str]  # name, relation, circle, near, good for, kept how, child says


@dataclass(frozen=True, slots=True)
class _Story:
    """A child of about this age, what it said, and who is round it."""

    ages: tuple[int, int]
    said: tuple[Said, ...]
    people: tuple[Round, ...]


_SMALL: Final = _Story(
    (3, 6),
    (
        (
            (34),
            "kontakt_med_barnet",
            {
                "kontaktform": "Leg i dukkekrogen i børnehaven",
                "barnets_ord": "Bamse sover hos mormor, når mor er træt. Det er jeg også glad for.",
                "modtaget_af": "Rådgiver og pædagogen Bente",
                "aendrede": "Mormor blev spurgt, om hun kan hjælpe fast om onsdagen.",
            },
        ),
        (20, "inddragelse", {"hvem": "netvaerk", "formaal": "Aftale om onsdage", "hvordan": "Besøg hos mormor"}),
        (19, "svar_til_barnet", {"svar": "Vi har talt med mormor. Du og Bamse sover hos hende hver onsdag."}),
    ),
    (
        (
            "Inge Lund",
            "Mormor",
            "privat",
            1,
            "Overnatning hver onsdag",
            "Fast onsdag, også når indsatsen slutter",
            "Der er pandekager",
        ),
        ("Kim Bech", "Mors ven", "privat", 3, "Kan køre til lægen", "", ""),
        (
            "Bente Riis",
            "Pædagog",
            "professionel",
            1,
            "Ser barnet hver dag",
            "Afskedsbesøg inden skolestart",
            "Bente læser om drager",
        ),
    ),
)
_SCHOOL: Final = _Story(
    (7, 9),
    (
        (
            40,
            "samtale_med_barnet",
            {
                "barnets_ord": "Jeg vil gerne gå til fodbold igen. Det var der, jeg havde venner.",
                "sted": "På bænken ved skolens boldbane",
                "modtaget_af": "Rådgiver og klasselærer",
                "aendrede": "Fodbold kom med i planen, og træneren henter om torsdagen.",
            },
        ),
        (12, "samtale_med_barnet", {"barnets_ord": "Det er godt nu. Men jeg savner min farfar.", "sted": "Hjemme"}),
        (26, "svar_til_barnet", {"svar": "Du begynder til fodbold på torsdag. Din træner henter dig ved skolen."}),
    ),
    (
        (
            "Poul Skov",
            "Farfar",
            "privat",
            2,
            "Ferier og en snak i telefonen",
            "Ringer søndag klokken 17",
            "Han kan alle fuglene",
        ),
        ("Jesper Toft", "Fodboldtræner", "privat", 1, "Henter om torsdagen", "Bliver i klubben", "Han råber ikke"),
        (
            "Sofia Friis",
            "Ven fra klassen",
            "privat",
            1,
            "Leg efter skole",
            "Legeaftale hver uge",
            "Vi har en hemmelig kode",
        ),
        ("Hanne Dahl", "Klasselærer", "professionel", 2, "Ser, hvis noget ændrer sig", "", ""),
        ("Niels Koch", "Familiebehandler", "professionel", 3, "Hjælper far med aftenerne", "Slutter med indsatsen", ""),
    ),
)
_MIDDLE: Final = _Story(
    (10, 12),
    (
        (
            48,
            "samtale_med_barnet",
            {
                "barnets_ord": "Jeg vil helst bestemme selv, hvornår jeg ser min far. Ikke hver gang han ringer.",
                "sted": "I bilen på vej til svømning",
                "modtaget_af": "Rådgiver og teamleder",
                "skjult_for_foraeldre": True,
            },
        ),
        (
            30,
            "maal_aftalt",
            {
                "maal": "Jeg ved fredag, hvad der skal ske i weekenden.",
                "hvis_ord": "barnet",
                "aftalt_med": "Barnet og mor",
            },
        ),
        (
            9,
            "kontakt_med_barnet",
            {"kontaktform": "Sms", "barnets_ord": "det gik fint i weekenden :)", "skjult_for_foraeldre": False},
        ),
    ),
    (
        (
            "Karla Berg",
            "Moster",
            "privat",
            1,
            "Weekender, og når det brænder på",
            "Egen nøgle til huset",
            "Hun spørger, før hun gør noget",
        ),
        ("Magne Olesen", "Storebror", "privat", 1, "En at grine med", "Spiller online hver aften", ""),
        ("Lise Brandt", "Svømmelærer", "privat", 2, "Ser barnet to gange om ugen", "", ""),
        (
            "Omar Haddad",
            "Kontaktperson",
            "professionel",
            2,
            "Taler med barnet hver tirsdag",
            "Et år endnu",
            "Han er okay",
        ),
    ),
)
_TEEN: Final = _Story(
    (13, 15),
    (
        (
            55,
            "samtale_med_barnet",
            {
                "barnets_ord": "I snakker om mig, men I spørger mig aldrig først. Jeg vil være med til mødet.",
                "sted": "Ungdomsklubben",
                "modtaget_af": "Rådgiver og teamleder",
                "aendrede": "Netværksmødet blev flyttet til efter skole, og den unge satte dagsordenen.",
            },
        ),
        (
            41,
            "netvaerksmoede",
            {"deltagere": "Den unge, farmor og klublederen", "aftalt": "Farmor er værelse i eksamensugen"},
        ),
        (38, "svar_til_barnet", {"svar": "Mødet blev holdt, som du ville have det. Du får altid dagsordenen først."}),
        (
            15,
            "inddragelse_undladt",
            {"hvem": "foraelder_2", "hvorfor_ikke": "utrygt", "begrundelse": "Den unge er bange for at møde ham."},
        ),
    ),
    (
        (
            "Ruth Poulsen",
            "Farmor",
            "privat",
            1,
            "Et roligt værelse i eksamensugen",
            "Middag hver mandag",
            "Hos hende er der stille",
        ),
        ("Luna Winther", "Bedste ven", "privat", 1, "Den første, der bliver ringet til", "", "Hun ved det hele"),
        ("Ali Hussein", "Klubleder", "professionel", 1, "Kan ringes til om aftenen", "Klubben er åben til 18 år", ""),
        (
            "Pia Møller",
            "Studievejleder",
            "professionel",
            3,
            "Valg af ungdomsuddannelse",
            "Til uddannelsen er begyndt",
            "",
        ),
    ),
)
_ALMOST_GROWN: Final = _Story(
    (16, 17),
    (
        (
            28,
            "samtale_med_barnet",
            {
                "barnets_ord": "Når jeg fylder 18, vil jeg stadig have én, jeg kan ringe til.",
                "sted": "Gåtur ved havnen",
                "modtaget_af": "Rådgiver",
            },
        ),
        (6, "samtale_undladt", {"begrundelse": "Den unge er på lejrskole og bad om at tale sammen næste uge."}),
    ),
    (
        ("Torben Clausen", "Nabo", "privat", 2, "Lommepengejob og en kop kaffe", "Bor ved siden af", ""),
        (
            "Merete Lind",
            "Mentor",
            "professionel",
            1,
            "Økonomi og bolig",
            "Fortsætter efter det 18. år",
            "Hun svarer altid",
        ),
    ),
)
_AT_WORK: Final = (("Gitte Overgaard", "Sundhedsplejerske"), ("Bo Karlsen", "Pædagog"), ("Line Thomsen", "Klasselærer"))
_STORIES: Final = (_SMALL, _SCHOOL, _MIDDLE, _TEEN, _ALMOST_GROWN)


def make_voices(town: Town, *, now: datetime) -> None:
    """The first fitting child of Mette's for each story; the others have one person round them so far."""
    mine = Child.objects.filter(case__adviser=town.users["mette"].initials, case__closed=False)
    children = {child.case_id: child for child in mine.select_related("case").order_by("case__number")}
    free, told = [case for case in town.of("mette")[_URGENT:] if case.pk in children], []
    for story in _STORIES:
        case = next((each for each in free if _fits(children[each.pk], story, now=now)), None)
        if case is not None:
            free.remove(case)
            told.append(case)
            insert(EventRow, [bridge.row_of(event, case=case) for event in _events(town, case, story, now=now)])
            NetworkPerson.objects.bulk_create(_people(children.pop(case.pk), story.people, now=now))
    for child in children.values():
        NetworkPerson.objects.bulk_create(_people(child, _somebody(child, now=now), now=now))
    bridge.recompute_many(told, as_of=now)


def _somebody(child: Child, *, now: datetime) -> tuple[Round, ...]:
    """Who sees most of a child of that age at work."""
    age = age_on(child.born, day=local_day(now)) if child.born else 0
    name, relation = _AT_WORK[0] if age < 3 else _AT_WORK[1] if age < 6 else _AT_WORK[2]
    return ((name, relation, "professionel", 2, "Ser barnet jævnligt", "", ""),)


def _fits(child: Child, story: _Story, *, now: datetime) -> bool:
    if child.born is None:
        return False
    low, high = story.ages
    return low <= age_on(child.born, day=local_day(now)) <= high


def _events(town: Town, case: Case, story: _Story, *, now: datetime) -> Iterator[Event]:
    """What was said, as far back as the case goes."""
    began = min(event.day for event in town.municipality.by_case[case.number])
    me = town.users["mette"].initials
    for number, (days, kind, fields) in enumerate(story.said):
        day = local_day(now) - timedelta(days=days)
        if day <= began:
            continue
        at = datetime.combine(day, time(14, 30), tzinfo=COPENHAGEN)
        yield Event(
            event_id=f"stemme-{case.number}-{number}",
            case_id=case.number,
            kind=kind,
            day=day,
            at=at,
            # A goal has a course of its own.
            thread_id=f"DEMO-M{number}" if kind == "maal_aftalt" else "",
            recorded_at=at + timedelta(hours=1),
            source=SOURCE,
            done_by=me,
            recorded_by=me,
            fields=fields,
        )


def _people(child: Child, told: Iterable[Round], *, now: datetime) -> Iterator[NetworkPerson]:
    for name, relation, circle, near, good_for, kept_how, says in told:
        yield NetworkPerson(
            child=child,
            name=name,
            relation=relation,
            circle=circle,
            near=near,
            good_for=good_for,
            kept_how=kept_how,
            child_says=says,
            first=local_day(now) - timedelta(days=60),
        )
