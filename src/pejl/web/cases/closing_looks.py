"""What does each line of the closing's checklist look at in a case, and what can be registered where it is missing?"""

from __future__ import annotations

from datetime import date
from typing import Final

from pejl import events as e
from pejl.dates import danish_date, local_day
from pejl.events import Event, Kind
from pejl.web.cases.agreements import agreements_in
from pejl.web.cases.ending import Ending, Found, Standing, Way
from pejl.web.cases.forms.offered import course_mark
from pejl.web.cases.goals import goals_of
from pejl.web.cases.written import field_of, label_of

_NO_EFFORT: Final = Found(standing=Standing.NOT_NEEDED, told=("Der har ikke været en indsats.",))
_SHOWN: Final = 3  # of what has been done many times, the last
_CHILD: Final = frozenset({"barnet", "ung_15"})
_STARTS: Final = (e.INDSATS_IVAERKSAT, e.ANBRINGELSE_IVAERKSAT)
_SAID_TO_CHILD: Final = field_of(e.INDDRAGELSE_UNDLADT, "hvorfor_ikke")
_TO_WHOM: Final = field_of(e.TILBAGEMELDING_ALMEN, "til_hvem")
# What the answer to the child must come after: the judgement that led to closing.
_JUDGED_BY: Final = (
    *(e.OPFOELGNING_HOLDT, e.AFGOERELSE_TRUFFET, e.UNDERSOEGELSE_AFSLUTTET, e.AFDAEKNING_AFSLUTTET),
    e.INDLEDENDE_VURDERING,
)


def safety(ending: Ending) -> Found:
    """What comes before all else."""
    first = ending.duties.first
    told = tuple(f"{each.rule.title}: {each.status.danish}." for each in first)
    ways = tuple(Way(kind=each.kinds[0], duty=each.mark) for each in first if each.kinds)
    if first:
        return Found(standing=Standing.MISSING, told=told, ways=ways, rule=first[0].rule)
    return Found(standing=Standing.NOT_NEEDED, told=("Der venter intet, som skal gøres før alt andet.",))


def efforts(ending: Ending) -> Found:
    """The efforts have ended or are handed on."""
    waiting = [each for each in ending.of(e.INDSATS_PAA_VENTELISTE) if not _begun(ending, each)]
    running = [each for each in ending.efforts if not ending.over(each)]
    if running or waiting:
        told = (
            *(f"Løber stadig: {ending.written.course(each) or label_of(each)}." for each in running),
            *(f"Venter stadig: {ending.written.course(each) or label_of(each)}." for each in waiting),
        )
        return Found(standing=Standing.MISSING, told=told, ways=tuple(_end(ending, each) for each in running + waiting))
    if not ending.efforts:
        return _NO_EFFORT
    ends = ending.of(e.INDSATS_OPHOERT, e.ANBRINGELSE_OPHOERT)
    return Found(standing=Standing.DONE, told=tuple(ending.told(each) for each in ends))


def _begun(ending: Ending, waiting: Event) -> bool:
    return bool(ending.in_course(waiting, *_STARTS, e.INDSATS_OPHOERT)) if waiting.thread_id else False


def _end(ending: Ending, effort: Event) -> Way:
    kind = e.ANBRINGELSE_OPHOERT if effort.kind == e.ANBRINGELSE_IVAERKSAT.key else e.INDSATS_OPHOERT
    return _way(ending, kind, effort)


def _way(ending: Ending, kind: Kind, effort: Event) -> Way:
    course = course_mark(effort.thread_id) if effort.thread_id else ""
    return Way(kind=kind, about=ending.written.course(effort), course=course)


def _each_effort(ending: Ending, kind: Kind, *, lacks: str) -> Found:
    """One of these in each of the efforts."""
    if not ending.efforts:
        return _NO_EFFORT
    without = [each for each in ending.efforts if not ending.in_course(each, kind)]
    done = ending.of(kind)
    told = [ending.told(each) + _from_whom(ending, each) for each in done[-_SHOWN:]]
    told += [f"Og {len(done) - _SHOWN} før."] if len(done) > _SHOWN else []
    told += [f"{lacks}: {ending.written.course(each) or label_of(each)}." for each in without]
    ways = tuple(_way(ending, kind, each) for each in without)
    return Found(standing=Standing.MISSING if without else Standing.DONE, told=tuple(told), ways=ways)


def _from_whom(ending: Ending, event: Event) -> str:
    told = ending.written.said(event, e.FRA_HVEM) if event.kind == e.STATUSUDTALELSE.key else ""
    return f", fra {told}" if told else ""


def statements(ending: Ending) -> Found:
    """There is a statement on each effort."""
    return _each_effort(ending, e.STATUSUDTALELSE, lacks="Ingen statusudtalelse om")


def follow_ups(ending: Ending) -> Found:
    """Each effort has been followed up."""
    return _each_effort(ending, e.OPFOELGNING_HOLDT, lacks="Ingen opfølgning på")


def goals(ending: Ending) -> Found:
    """Each goal has been judged."""
    goals = goals_of(ending.written)
    if not goals:
        return Found(standing=Standing.NOT_NEEDED, told=("Der er ikke aftalt mål i sagen.",))
    open_ones = [each for each in goals if not each.latest or each.passed_over]
    ways = tuple(Way(kind=e.MAAL_VURDERET, about=each.named, course=each.mark) for each in open_ones)
    if open_ones:
        told = tuple(f"Ikke vurderet: {each.named}" for each in open_ones)
        return Found(standing=Standing.MISSING, told=told, ways=ways)
    last = max(each.judged[0].day for each in goals if each.judged)
    number = f"{len(goals)} mål" if len(goals) > 1 else "Målet"
    return Found(standing=Standing.DONE, told=(f"{number} vurderet, senest {danish_date(last)}.",))


def universal(ending: Ending) -> Found:
    """Those who have the child every day have been told."""
    told = [
        ending.told(each) + (f", til {whom}" if (whom := ending.written.said(each, _TO_WHOM)) else "")
        for each in ending.of(e.TILBAGEMELDING_ALMEN)
    ]
    return _done_if(told, e.TILBAGEMELDING_ALMEN)


def _done_if(told: list[str], *kinds: Kind) -> Found:
    if told:
        return Found(standing=Standing.DONE, told=tuple(told))
    return Found(standing=Standing.MISSING, ways=tuple(Way(kind=kind) for kind in kinds))


def family(ending: Ending) -> Found:
    """The family has been told."""
    told = [each for each in ending.of(e.FAMILIE_ORIENTERET) if each.fields.get(e.HVEM.name) not in _CHILD]
    return _done_if([ending.told(each) for each in told], e.FAMILIE_ORIENTERET)


def child(ending: Ending) -> Found:
    """The child has been told, or why not."""
    told = [each for each in ending.of(e.FAMILIE_ORIENTERET) if each.fields.get(e.HVEM.name) in _CHILD]
    judged = max((each.day for each in ending.of(*_JUDGED_BY)), default=date.min)
    # An answer while the help goes on is about something else than the closing.
    ended = all(ending.over(each) for each in ending.efforts)
    if ended:
        told += [each for each in ending.of(e.SVAR_TIL_BARNET) if each.day >= judged]
    if told:
        return Found(standing=Standing.DONE, told=tuple(ending.told(each) for each in told))
    left_out = [each for each in ending.of(e.INDDRAGELSE_UNDLADT) if each.fields.get(e.HVEM.name) in _CHILD]
    left_out = [each for each in left_out if each.day >= judged]
    if left_out:
        why = tuple(f"{ending.told(each)}: {ending.written.said(each, _SAID_TO_CHILD)}" for each in left_out)
        return Found(standing=Standing.EXCUSED, told=why)
    answer = (e.SVAR_TIL_BARNET,) if ended else ()
    ways = (*answer, e.FAMILIE_ORIENTERET, e.INDDRAGELSE_UNDLADT)
    return Found(standing=Standing.MISSING, ways=tuple(Way(kind=kind) for kind in ways))


_FEEDBACK: Final = "underretning.tilbagemeldes"


def notifier(ending: Ending) -> Found:
    """The professional who notified has an answer."""
    own = [each for each in ending.duties.all if each.rule.key == _FEEDBACK]
    waiting = [each for each in own if each.waits and not each.missed]
    if waiting:
        told = tuple(f"Mangler om {each.course or 'underretningen'}." for each in waiting)
        ways = tuple(Way(kind=e.TILBAGEMELDING_UNDERRETTER, about=each.course, duty=each.mark) for each in waiting)
        return Found(standing=Standing.MISSING, told=told, ways=ways, rule=waiting[0].rule)
    met = [each.met_at for each in own if each.met_at]
    if met:
        return Found(
            standing=Standing.DONE, told=(f"Givet, senest {danish_date(local_day(max(met)))}.",), rule=own[0].rule
        )
    return Found(standing=Standing.NOT_NEEDED, told=("Der venter ingen tilbagemelding til en faglig underretter.",))


def agreed(ending: Ending) -> Found:
    """Nothing agreed waits for anybody."""
    waiting = [each for each in agreements_in(ending.written) if each.done_on is None]
    if not waiting:
        return Found(standing=Standing.NOT_NEEDED, told=("Der venter intet, som nogen har aftalt at gøre.",))
    told = tuple(f"Aftalt {danish_date(each.agreed_on)}: {each.what or 'se aftalen'}" for each in waiting)
    return Found(standing=Standing.MISSING, told=told)
