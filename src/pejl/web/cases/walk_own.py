"""Which looks are too much their own to be a value: is the plan up to date, is there progress, was it closed well?

Each gives the answers of one question, and nothing where another look of the same step has said it all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pejl import events as e
from pejl.dates import danish_date
from pejl.events import KIND_BY_KEY, Event, Field
from pejl.rules import lies_under
from pejl.web.cases.agreements import agreements_in, has_next_step
from pejl.web.cases.closing import Line, checklist
from pejl.web.cases.ending import Standing as Closing
from pejl.web.cases.goals import MANY, goals_of, plan_of
from pejl.web.cases.timeline import SILENT_DAYS, silences
from pejl.web.cases.walk import CONTACTS, NO_GRANT, Answer, Look, Standing, Walked
from pejl.web.cases.written import field_of, label_of


def early_help(event: Event) -> bool:
    """A grant of early help: § 30, and before 2024 serviceloven § 11, stk. 3."""
    paragraph = str(event.fields.get(e.PARAGRAF.name, ""))
    before = event.day < e.BARNETS_LOV_FIRST_DAY
    return lies_under(paragraph, under="§ 11, stk. 3" if before else "§ 30")


def type_is_settled(case: Walked) -> Iterator[Answer]:
    open_ones = [each for each in case.written.of(e.UNDERRETNING_MODTAGET) if each.fields.get("uafklaret_type") is True]
    changed = {each.thread_id for each in case.written.of(e.KONTAKT_NEDGRADERET)}
    left = [each for each in open_ones if each.thread_id not in changed]
    if left:
        told = f"Kontaktens type er ikke afklaret: den fra {danish_date(left[0].day)}."
        yield Answer(standing=Standing.MISSING, told=told, registers=e.KONTAKT_NEDGRADERET)


def worry_in_an_open_case(case: Walked) -> Iterator[Answer]:
    contacts = case.written.of(*CONTACTS)
    later = [each for each in contacts[1:] if each.kind == e.UNDERRETNING_MODTAGET.key]
    if later:
        told = f"Ny underretning, efter sagen var begyndt ({len(later)})."
        yield Answer(standing=Standing.DONE, told=told, day=later[-1].day)
    told = (
        "Om en bekymring i et notat eller en opfølgning burde have været en underretning, må et menneske læse sig til."
    )
    yield Answer(standing=Standing.UNKNOWN, told=told)


def next_step(case: Walked) -> Iterator[Answer]:
    agreed = agreements_in(case.written)
    waiting = [each for each in agreed if each.done_on is None]
    late = [each for each in waiting if each.late]
    if case.closed:
        yield Answer(standing=Standing.NOT_OWED, told="Sagen er afsluttet.")
    elif late:
        told = f"{len(late)} aftalt, som skulle være gjort. Næste skridt er altså aftalt, men ikke taget."
        yield Answer(standing=Standing.MISSING, told=told)
    elif has_next_step(case.duties, agreed, events=case.written.events, today=case.written.today):
        number = f" {len(waiting)} er aftalt på møder." if waiting else ""
        yield Answer(standing=Standing.DONE, told=f"Der er et næste skridt i sagen.{number}")
    else:
        told = "Ingen næste skridt aftalt."
        yield Answer(standing=Standing.MISSING, told=told, registers=e.AFTALE_INDGAAET)


def delimited(case: Walked) -> Iterator[Answer]:
    grants = [each for each in case.written.of(e.BEVILLING) if early_help(each)]
    if not grants:
        yield Answer(standing=Standing.NOT_OWED, told=NO_GRANT)
        return
    if not case.written.reader.alone:
        yield Answer(standing=Standing.ELSEWHERE, told="Problemets kerne står i fagsystemet.")
        return
    stated = [each.day for each in case.written.events if each.fields.get("kerne") or each.fields.get("afgraenset_til")]
    without = [each for each in grants if not any(day <= each.day for day in stated)]
    if without:
        told = f"Bevilget {danish_date(without[0].day)}, uden at et afgrænset problem er skrevet først."
        yield Answer(standing=Standing.MISSING, told=told, registers=e.INDLEDENDE_VURDERING)
    else:
        yield Answer(standing=Standing.DONE, told="Det afgrænsede problem er skrevet før bevillingen.", day=min(stated))


def visitation(case: Walked) -> Iterator[Answer]:
    asked = case.written.of(e.VISITATION_DAGSORDEN, e.VISITATION)
    if asked:
        return
    if case.written.of(e.BEVILLING, e.INDSATS_BEVILGET, e.INDSATS_IVAERKSAT):
        told = "Sagen har ikke været på dagsordenen. Om den skulle, afgør kommunens kompetenceplan."
        yield Answer(standing=Standing.UNKNOWN, told=told)
    else:
        yield Answer(standing=Standing.NOT_OWED, told="Der er ikke noget at visitere.")


def back_to_visitation(case: Walked) -> Iterator[Answer]:
    seen = case.written.latest(e.VISITATION)
    if seen is None:
        yield Answer(standing=Standing.NOT_OWED, told="Sagen har ikke været i visitationsudvalget.")
        return
    changed = [each for each in case.written.events if each.order > seen.order and _changes_the_basis(each)]
    again = case.written.of(e.VISITATION_TILBAGE, e.VISITATION_DAGSORDEN)
    without = [each for each in changed if not any(a.day >= each.day for a in again)]
    if without:
        told = f"Grundlaget blev ændret {danish_date(without[0].day)}, og sagen er ikke sendt tilbage."
        yield Answer(standing=Standing.MISSING, told=told, registers=e.VISITATION_TILBAGE)
    elif changed:
        yield Answer(standing=Standing.DONE, told="Sendt tilbage efter ændringen.", day=again[-1].day)
    else:
        yield Answer(standing=Standing.NOT_OWED, told="Grundlaget er ikke ændret siden visitationen.")


def _changes_the_basis(event: Event) -> bool:
    changed = event.fields.get(e.KONSEKVENS.name) in ("justeres", "erstattes")
    return event.kind == e.UNDERSOEGELSE_OPDATERET.key or (event.kind == e.OPFOELGNING_HOLDT.key and changed)


def quality_judged(case: Walked) -> Iterator[Answer]:
    """What a person has judged of each finished investigation; never whether the law was kept."""
    finished = case.written.of(e.UNDERSOEGELSE_AFSLUTTET)
    judged = {each.thread_id: each for each in case.written.of(e.UNDERSOEGELSE_KVALITET_VURDERET)}
    for each in finished:
        about = _short(each)
        if mine := judged.get(each.thread_id):
            marks = "; ".join(_mark(case, mine, mark) for mark, _ in e.KVALITETSMAERKER)
            told = f"Undersøgelsen afsluttet {about}: {marks}."
            yield Answer(standing=Standing.JUDGED, told=told, day=mine.day, quality=True)
        else:
            told = f"Kvaliteten af undersøgelsen afsluttet {about} er ikke vurderet af nogen."
            kind = e.UNDERSOEGELSE_KVALITET_VURDERET
            yield Answer(standing=Standing.ELSEWHERE, told=told, registers=kind, quality=True)
    if not finished:
        yield Answer(standing=Standing.NOT_OWED, told="Der er ingen afsluttet undersøgelse.")


def _mark(case: Walked, event: Event, mark: Field) -> str:
    said = case.written.said(event, mark)
    return f"{mark.label.lower()}: {said.lower() or 'vises ikke her'}"


def investigation_updated(case: Walked) -> Iterator[Answer]:
    finished = case.written.latest(e.UNDERSOEGELSE_AFSLUTTET)
    if finished is None:
        yield Answer(standing=Standing.NOT_OWED, told="Der er ingen afsluttet undersøgelse.")
        return
    updated = [each for each in case.written.of(e.UNDERSOEGELSE_OPDATERET) if each.day >= finished.day]
    again = [each for each in case.written.of(e.UNDERRETNING_MODTAGET) if each.day > finished.day]
    without = [each for each in again if not any(u.day >= each.day for u in updated)]
    if without:
        told = f"Ny underretning {danish_date(without[-1].day)} efter undersøgelsen. Tag stilling til, om den holder."
        yield Answer(standing=Standing.UNKNOWN, told=told, registers=e.UNDERSOEGELSE_OPDATERET)
    elif updated:
        yield Answer(standing=Standing.DONE, told="Undersøgelsen er opdateret.", day=updated[-1].day)
    else:
        yield Answer(standing=Standing.NOT_OWED, told=f"Intet nyt siden {danish_date(finished.day)}.", day=finished.day)


def reviewed(occasion: str) -> Look:
    """Whether the case has been reviewed on such an occasion; where it has not, nobody had to."""

    def look(case: Walked) -> Iterator[Answer]:
        told = [each for each in case.written.of(e.SAG_GENNEMGAAET) if _occasion(each) in ("", occasion)]
        if told:
            yield Answer(standing=Standing.DONE, told="Sagen er gennemgået.", day=told[-1].day)

    return look


def _occasion(event: Event) -> str:
    return str(event.fields.get("gennemgang_anledning", ""))


def plan_is_true(case: Walked) -> Iterator[Answer]:
    plan = plan_of(case.written, born=None)
    if plan.latest and plan.since:
        what, day = plan.since[-1]
        told = f"Planen er fra {danish_date(plan.latest.day)}, og siden er der sket: {what} ({danish_date(day)})."
        yield Answer(standing=Standing.MISSING, told=told, registers=e.PLAN_REVIDERET)
    elif plan.latest:
        yield Answer(standing=Standing.DONE, told=f"{plan.latest.label}.", day=plan.latest.day)


def few_goals(case: Walked) -> Iterator[Answer]:
    goals = [each for each in goals_of(case.written) if not each.over]
    if len(goals) > MANY:
        told = f"Der er {len(goals)} mål på én gang. Få mål er lettere at arbejde efter."
        yield Answer(standing=Standing.MISSING, told=told, registers=e.MAAL_VURDERET)


def progress(case: Walked) -> Iterator[Answer]:
    held = case.written.of(e.OPFOELGNING_HOLDT)
    stuck = [each for each in held if each.fields.get(e.MAALSTATUS.name) in ("uaendret", "tilbagegang")]
    without = [each for each in stuck if not _answers_to_noprogress(each)]
    if without:
        told = f"Ingen fremgang {danish_date(without[0].day)}, og indsatsen fortsatte uden begrundelse."
        yield Answer(standing=Standing.MISSING, told=told)
    elif stuck:
        told = "Uden fremgang er indsatsen ændret, standset eller begrundet."
        yield Answer(standing=Standing.DONE, told=told, day=stuck[-1].day)


def _answers_to_noprogress(event: Event) -> bool:
    changed = event.fields.get(e.KONSEKVENS.name) in ("justeres", "erstattes", "ophoerer")
    return changed or bool(event.fields.get(e.BEGRUNDELSE.name))


def closing(*keys: str) -> Look:
    """How these lines of the closing procedure stand, once an effort has ended or the case is closed."""

    def look(case: Walked) -> Iterator[Answer]:
        if not case.closed and not case.written.of(e.INDSATS_OPHOERT, e.ANBRINGELSE_OPHOERT):
            yield Answer(standing=Standing.NOT_OWED, told="Sagen er ikke på vej til at blive afsluttet.")
            return
        yield from (_of_line(line) for line in checklist(case.ending) if line.check.key in keys)

    return look


_OF_LINE: Final = {
    Closing.DONE: Standing.DONE,
    Closing.MISSING: Standing.MISSING,
    Closing.EXCUSED: Standing.DONE,
    Closing.NOT_NEEDED: Standing.NOT_OWED,
}


def _of_line(line: Line) -> Answer:
    told = f"{line.check.title}: {'; '.join(line.found.told)}" if line.found.told else f"{line.check.title}."
    kind = line.found.ways[0].kind if line.found.ways else None
    return Answer(standing=_OF_LINE[line.found.standing], told=told, registers=kind)


def closed_with_reasons(case: Walked) -> Iterator[Answer]:
    """Closing says what the effort led to."""
    last = case.written.latest(e.SAG_AFSLUTTET)
    if not case.closed or last is None:
        yield Answer(standing=Standing.NOT_OWED, told="Sagen er ikke afsluttet.")
    elif last.fields.get("effekt"):
        told = f"Effekten er vurderet: {case.written.said(last, field_of(e.SAG_AFSLUTTET, 'effekt'))}".rstrip(": ")
        yield Answer(standing=Standing.DONE, told=f"{told}.", day=last.day)
    else:
        yield Answer(standing=Standing.MISSING, told="Sagen er afsluttet, uden at effekten er vurderet.")


def assessments(case: Walked) -> Iterator[Answer]:
    """Every kind of step that has room for an assessment, and where it was left empty."""
    if not case.written.reader.alone:
        yield Answer(standing=Standing.ELSEWHERE, told="Vurderingerne står i fagsystemet.")
        return
    room = [each for each in case.written.events if e.VURDERING in KIND_BY_KEY[each.kind].fields]
    empty = [each for each in room if not each.fields.get(e.VURDERING.name)]
    if not room:
        yield Answer(standing=Standing.NOT_OWED, told="Der er endnu intet trin, som skal vurderes fagligt.")
    elif empty:
        named = "; ".join(f"{label_of(each)} {_short(each)}" for each in empty)
        yield Answer(standing=Standing.MISSING, told=f"Mangler ved {len(empty)} af {len(room)}: {named}.")
    else:
        yield Answer(standing=Standing.DONE, told=f"Skrevet ved alle {len(room)} trin.", day=room[-1].day)


def _short(event: Event) -> str:
    return danish_date(event.day).partition(" den ")[2]


def silent_periods(case: Walked) -> Iterator[Answer]:
    found = list(silences(case.written.events, today=case.written.today))
    if found:
        named = "; ".join(f"{each.days} dage fra {danish_date(each.first).partition(' den ')[2]}" for each in found)
        yield Answer(standing=Standing.MISSING, told=f"Mere end {SILENT_DAYS} dage uden hændelser: {named}.")
    elif case.written.events:
        told = f"Ingen ophold på mere end {SILENT_DAYS} dage."
        yield Answer(standing=Standing.DONE, told=told, day=case.written.events[-1].day)
    else:
        yield Answer(standing=Standing.MISSING, told="Der er ikke registreret noget i sagen.")
