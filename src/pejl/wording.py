"""How does a rule read in Danish? Each part of the language of rules as a sentence a lawyer reads without code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from pejl.dates import MissingDay
from pejl.events import BARNET_FOEDT, BARNETS_LOV_FIRST_DAY, FIELD_BY_NAME, FieldType, Kind
from pejl.law import Sure
from pejl.rules import (
    Aged,
    AtLeast,
    Before,
    Condition,
    DayIn,
    Days,
    Duration,
    FieldIn,
    FieldSet,
    Force,
    Hours,
    Match,
    Months,
    NoLimit,
    ParagraphIn,
    Recurring,
    Role,
    Rule,
    Rulebook,
    Running,
    Scope,
    ToBirthday,
    Within,
    WorkingDays,
    Years,
)

ROLES = {
    Role.MODTAGELSE: "Modtagelsen",
    Role.ADMINISTRATIV: "Den administrative medarbejder",
    Role.RAADGIVER: "Rådgiveren",
    Role.TILSYNSKONSULENT: "Tilsynskonsulenten",
}
SURE = {
    Sure.STATUTE: "Lovteksten er læst.",
    Sure.TRAVAUX: "Forarbejderne er læst, men ikke lovteksten.",
    Sure.GUIDANCE: "Læst i en vejledning eller hos en myndighed, men ikke i lovteksten.",
    Sure.SECONDARY: "Kun læst i sekundære kilder.",
    Sure.UNVERIFIED: "Ikke fundet i loven.",
}
_ROUNDING = {
    MissingDay.LAST_OF_MONTH: "Har måneden ingen sådan dag, er det månedens sidste dag.",
    MissingDay.FIRST_OF_NEXT: "Har måneden ingen sådan dag, er det den første dag i den næste.",
}
_IN_WORDS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_DAY_ENDS = "Fristen er dagen ud og flyttes ikke, fordi den falder i en weekend eller på en helligdag."


def one_of(words: Iterable[str]) -> str:
    """The words as a Danish list.

    >>> one_of(["A", "B", "C"])
    'A, B eller C'
    """
    *most, last = words
    return f"{', '.join(most)} eller {last}" if most else last


def all_of(words: Iterable[str]) -> str:
    """The words as a Danish list that holds them all.

    >>> all_of(["1", "2", "3"])
    '1, 2 og 3'
    """
    *most, last = words
    return f"{', '.join(most)} og {last}" if most else last


def kind_on(kind: Kind, rule: Rule) -> str:
    """An event's label in the words of the rule's own act."""
    return f"»{kind.label_on(rule.in_force.last or BARNETS_LOV_FIRST_DAY)}«"


def _kinds(kinds: Iterable[Kind], rule: Rule) -> str:
    return one_of(kind_on(kind, rule) for kind in kinds)


def _field(name: str) -> str:
    return f"»{FIELD_BY_NAME[name].label}«"


def in_words(condition: Condition) -> str:
    """One condition on an event's field."""
    field = FIELD_BY_NAME[condition.field]
    match condition:
        case FieldSet():
            return f"{_field(field.name)} er udfyldt"
        case FieldIn(values=values) if field.type is FieldType.YESNO:
            return f"{_field(field.name)} er {one_of('ja' if value else 'nej' for value in sorted(values))}"
        case FieldIn(values=values):
            chosen = [label for code, label in field.choices.items() if code in values]
            return f"{_field(field.name)} er {one_of(f'»{label}«' for label in chosen)}"
        case ParagraphIn(paragraphs=paragraphs):
            return f"{_field(field.name)} er {one_of(paragraphs)} (med stykker og numre)"


def _in_words(where: tuple[Condition, ...]) -> Iterator[str]:
    """The conditions; a field that must be filled in *and* have a value is told once."""
    noted = _noted(where)
    for condition in where:
        if condition.field not in noted:
            yield in_words(condition)
        elif not isinstance(condition, FieldSet):
            yield f"det er skrevet, at {in_words(condition)}"


def _noted(where: tuple[Condition, ...]) -> set[str]:
    """The fields that must be filled in before their value is asked for: where one is missing, nothing begins."""
    filled = {each.field for each in where if isinstance(each, FieldSet)}
    return filled & {each.field for each in where if not isinstance(each, FieldSet)}


def events(matches: Iterable[Match], rule: Rule) -> str:
    """The events that match, those with the same conditions told together."""
    told = []
    for where, group in groupby(matches, key=lambda match: match.where):
        kinds = one_of(kind_on(match.kind, rule) for match in group)
        conditions = ", og ".join(_in_words(where))
        told.append(f"{kinds}, hvor {conditions}" if conditions else kinds)
    return "; eller ".join(told)


# --- the parts of a rule, in the order of the page ----------------------------------------------------------


def heading(rule: Rule, *, book: Rulebook) -> str:
    """The rule's title, with what sets this version apart where the book has several."""
    versions = book.by_key[rule.key]
    if len(versions) == 1:
        return rule.title
    act = rule.cites.act
    told = f"{act.title[0].lower()}{act.title[1:]}"
    alone = sum(version.cites.act == act for version in versions) == 1
    return f"{rule.title} – {told}" if alone else f"{rule.title} – {told}, {rule.in_force}"


def facts(rule: Rule) -> dict[str, str]:
    """Everything about a rule but its words and examples: what each line of its page is called, and what it says."""
    return {
        "Kilde": cited(rule),
        "Hvor sikkert": source(rule),
        "Gælder": in_force(rule),
        "Hvem": f"{ROLES[rule.falls_on]}.",
        "Begynder med": start(rule),
        "Frist": length(rule),
        "Opfyldes af": f"{events(rule.met_by, rule)}.",
        "Bortfalder ved": stops(rule),
        "Undtages ved": excuses(rule),
        "Hvor der ses efter": looked_for(rule),
        "Kan ikke afgøres": unknown(rule),
    }


def cited(rule: Rule) -> str:
    """Where the rule stands; how sure we are of it stands in ``source``."""
    return f"{rule.cites.act.title} {rule.cites.paragraph}".strip()


def source(rule: Rule) -> str:
    """How sure we are of the words, and what is to be known of the reading or is not confirmed."""
    if rule.force is Force.LOCAL:
        return "Kommunens egen beslutning. Det er ikke lov."
    told = SURE[rule.cites.sure]
    told = f"{told} {rule.cites.note}".rstrip()
    return told if rule.cites.sure.confirmed else f"Ikke bekræftet. {told}"


def in_force(rule: Rule) -> str:
    """When the rule applies, and what decides it."""
    if not rule.in_force.first and not rule.in_force.last:
        local = rule.force is Force.LOCAL
        return "Altid; tallet er det, der gælder på startdagen." if local else "Altid, så langt tilbage Pejl ser."
    told = str(rule.in_force)
    when = f"{told[0].upper()}{told[1:]}."
    if rule.counts_from:
        return f"{when} Det afgøres af den dag, der regnes fra; kendes den ikke, af startdagen."
    if rule.basis:
        basis = _kinds(rule.basis, rule)
        return f"{when} Det afgøres af den seneste {basis} i forløbet; er der ingen, af startdagen."
    return f"{when} Det afgøres af startdagen."


def start(rule: Rule) -> str:
    """What begins the duty."""
    parts = [f"{events(rule.starts, rule)}."]
    if rule.only_first:
        parts.append("Kun den første i hvert forløb.")
    parts += [_aged(asked) if isinstance(asked, Aged) else _running(asked, rule) for asked in rule.when]
    return " ".join(parts)


def _running(running: Running, rule: Rule) -> str:
    where = "i sagen" if running.scope is Scope.CASE else "i forløbet"
    return (
        f"Pligten gælder kun, mens noget løber {where}: fra {events(running.begun_by, rule)}, til og med dagen for "
        f"{_kinds(running.ended_by, rule)}."
    )


def _aged(aged: Aged) -> str:
    reached = f"er fyldt {aged.from_years} år" if aged.from_years else ""
    not_yet = f"ikke er fyldt {aged.below} år" if aged.below else ""
    told = " og ".join(filter(None, (reached, not_yet))) or "er født"
    return f"Pligten gælder kun, når barnet {told} på startdagen."


def length(rule: Rule) -> str:
    """How long there is, and how it is counted."""
    return " ".join([*_length(rule), *_transition(rule)])


def _length(rule: Rule) -> Iterator[str]:
    match rule.duty:
        case Within():
            yield from _length_within(rule, rule.duty)
        case Before(since=since):
            yield "Det skal være sket først: en tidligere dag, eller samme dag, medmindre klokkeslættene viser andet."
            if since:
                yield f"Er der en {_kinds(since, rule)} fra en tidligere dag, skal det være sket efter den seneste."
        case Recurring(every=DayIn(field=name)):
            yield f"Hver gang senest den dag, der blev skrevet som {_field(name)} den foregående gang."
        case Recurring(every=Days() | Months() | Years() as every, from_start=from_start):
            yield f"Hver gang {_counted(every)[0].lower()}{_counted(every)[1:]}"
            yield "Første gang regnes fra starten." if from_start else "Der regnes fra den foregående gang."
        case AtLeast(times=times, per=per):
            yield f"Mindst {times} gange i hver periode på {_number(per)}, regnet fra starten."
            yield "Årsdagen hører til den periode, der slutter. Der er én række for hver gang."


def _length_within(rule: Rule, duty: Within) -> Iterator[str]:
    cap, already = duty.cap, duty.already
    if rule.counts_from:
        yield f"Der regnes fra {_field(rule.counts_from)} og ikke fra dagen for selve hændelsen."
    yield _counted(duty.time)
    if cap:
        yield (
            f"Er der på startdagen eller før {_kinds(cap.decided_by, rule)} i et forløb, som endnu løber, er "
            f"fristen dagen for den første {_kinds(cap.finished_by, rule)}, hvis den kommer inden da."
        )
    if already:
        yield "Var det allerede sket i det samme forløb, er pligten opfyldt."
        if already.since:
            yield f"Det skal være sket efter den seneste {_kinds(already.since, rule)} fra en tidligere dag."


def _counted(time: Duration) -> str:
    match time:
        case Hours(number):
            return f"Senest {number} timer efter, uden ophold: nætter, weekender og helligdage tæller med."
        case NoLimit():
            return "Ingen frist i tal. Pligten står åben, til den er opfyldt, og bliver aldrig overskredet."
        case WorkingDays(number):
            return (
                f"Senest {number} hverdage efter; dagen selv tælles ikke med. Loven siger ikke, hvad en hverdag er. "
                "Fristen regnes mildt: mandag til fredag uden helligdage, grundlovsdag, juleaften og nytårsaften. "
                "Pejl minder om den strenge dag, hvor kun søndage og helligdage springes over."
            )
        case ToBirthday(years, months_before):
            rounding = _ROUNDING[MissingDay.LAST_OF_MONTH]
            return f"Senest {_before(months_before)} barnet fylder {years} år. {rounding} {_DAY_ENDS}"
        case Days(start_counts=True):
            return f"Senest {_number(time)} efter; startdagen tæller med. {_DAY_ENDS}"
        case Days():
            return f"Senest {_number(time)} efter; dagen selv tælles ikke med. {_DAY_ENDS}"
        case Months() | Years():
            return f"Senest {_number(time)} efter, på samme dato. {_ROUNDING[time.if_missing_day]} {_DAY_ENDS}"


def _before(months: int) -> str:
    """What stands before »barnet fylder«: in words, as the law says it."""
    if not months:
        return "den dag,"
    number = _IN_WORDS[months] if months < len(_IN_WORDS) else str(months)
    return f"{number} {'måned' if months == 1 else 'måneder'} før"


def _number(time: Days | Months | Years) -> str:
    one, many = {Days: ("dag", "dage"), Months: ("måned", "måneder"), Years: ("år", "år")}[type(time)]
    return f"{time.number} {one if time.number == 1 else many}"


def _transition(rule: Rule) -> Iterator[str]:
    if rule.transition_from:
        yield (
            f"Falder fristen den {danish_day(rule.transition_from)} eller senere, vises den som »kan ikke afgøres«: "
            "overgangen til barnets lov er ikke bekræftet."
        )


def danish_day(day: date) -> str:
    """A day in figures, as in the time a rule is in force."""
    return f"{day:%d.%m.%Y}"


def stops(rule: Rule) -> str:
    """What makes the duty fall away."""
    if not rule.stopped_by:
        return "Intet."
    told = f"{events(rule.stopped_by, rule)}. Det skal stå i samme forløb eller på sagen som helhed."
    if isinstance(rule.duty, Within) and isinstance(rule.duty.time, NoLimit):
        return told
    return f"{told} Sker det først, når fristen er gået, er fristen stadig overskredet."


def excuses(rule: Rule) -> str:
    """What excuses it."""
    parts = []
    if rule.excused_by:
        parts.append(f"{events(rule.excused_by, rule)}, når der er skrevet en begrundelse.")
    for exemption in rule.excused_if:
        parts.append(f"Når {in_words(exemption.condition)}. Begrundelsen er: {exemption.reason}")
    return " ".join(parts) or "Intet."


def looked_for(rule: Rule) -> str:
    """Where what meets and excuses it is looked for."""
    if rule.scope is Scope.CASE:
        return "I hele sagen."
    return "I samme forløb og blandt hændelser, der er skrevet på sagen som helhed."


def unknown(rule: Rule) -> str:
    """When the duty cannot be judged."""
    told = "; ".join(_unknown(rule))
    return f"{told[0].upper()}{told[1:]}."


def _unknown(rule: Rule) -> Iterator[str]:
    meets = _kinds((match.kind for match in rule.met_by), rule)
    yield f"når kilden ikke indeholder {meets}, og intet andet afgør det"
    begun = [match for running in rule.running for match in running.begun_by]
    for matches in (rule.starts, begun, rule.met_by):
        if missing := _can_be_missing(matches, rule):
            yield f"når {missing} mangler og er afgørende"
    to_birthday = isinstance(rule.duty, Within) and isinstance(rule.duty.time, ToBirthday)
    if not to_birthday and any(isinstance(asked, Aged) for asked in rule.when):
        yield f"når {kind_on(BARNET_FOEDT, rule)} mangler, så barnets alder på startdagen ikke kendes"
    if rule.counts_from:
        yield f"når {_field(rule.counts_from)} mangler; andre datoer bruges ikke i stedet"
    match rule.duty:
        case Within(time=ToBirthday()):
            yield f"når {kind_on(BARNET_FOEDT, rule)} mangler, så fristen ikke kan regnes ud"
            yield "når den dag, loven regner til, var gået, da pligten begyndte"
        case Within(time=Hours()):
            yield "når et klokkeslæt mangler eller er usikkert og er afgørende"
        case Before(since=since) if since:
            preceding = _kinds(since, rule)
            yield f"når det skete samme dag som den foregående {preceding}, og klokkeslættene ikke viser rækkefølgen"
        case Recurring(every=DayIn(field=name)):
            yield f"når {_field(name)} ikke er skrevet den foregående gang"
    if rule.transition_from:
        yield f"når fristen falder den {danish_day(rule.transition_from)} eller senere"


def _can_be_missing(matches: Iterable[Match], rule: Rule) -> str:
    """The fields that decide whether these events count, each with the event it stands on."""
    by_field: dict[str, list[str]] = {}
    for match in matches:
        noted = _noted(match.where)
        for condition in match.where:
            if not isinstance(condition, FieldSet) and condition.field not in noted:
                by_field.setdefault(condition.field, []).append(kind_on(match.kind, rule))
    return one_of(f"{_field(name)} på {one_of(kinds)}" for name, kinds in by_field.items()) if by_field else ""
