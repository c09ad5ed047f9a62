"""What do registering, correcting and moving share: what the form is told, who sent it, and where it leads?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pejl.dates import danish_date
from pejl.events import KIND_BY_KEY, RAADGIVER_FRATRAADT, RAADGIVER_TILDELT, VISITATION, Event, Kind
from pejl.web.access.gate import visible
from pejl.web.access.models import Case
from pejl.web.access.request import Request
from pejl.web.access.roles import Right
from pejl.web.cases import bridge
from pejl.web.cases.actions.writing import AlreadySent, Sent, already_sent, new_token, recorder
from pejl.web.cases.ahead import Required
from pejl.web.cases.bridge import First
from pejl.web.cases.competence import Verdict
from pejl.web.cases.forms.offered import advisers, beside_a_case_system, colleagues, courses_in
from pejl.web.cases.forms.registering import EventForm
from pejl.web.cases.forms.setting import Colleague, Setting
from pejl.web.cases.models import EventRow

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]

MIN_DAG = "min-dag"
# The pages of a person's own work that lead to a form and are returned to.
OF_THE_DAY: Final = (MIN_DAG, "vagt")
# The pages of a case that lead to a form and are returned to: what the address says, and the page's name.
OF_THE_CASE: Final = {"planen": "planen", "aftaler": "aftaler", "afslut": "afslut", "vej": "sagens-vej"}
_SENT_ON = 302
_TOKEN = 64
_DIGITS = 9  # of a case's version; a longer number is none


def setting_of(
    request: Request, case: Case, kind: Kind, *, thread_id: str | None = None, correcting: EventRow | None = None
) -> Setting:
    """What the form of this kind must know; the course of a duty or of an event to correct is chosen beforehand."""
    user, allocates = request.person.user, kind == RAADGIVER_TILDELT
    people = advisers(case, on=request.today) if allocates else colleagues()
    did = correcting.done_by if correcting else ""
    if did and did not in (each.initials for each in people):
        people.insert(0, Colleague(initials=did))
    leaves = case.adviser if correcting is None else did
    return Setting(
        kind=kind,
        book=bridge.rulebook(),
        moment=request.moment,
        me=Colleague(initials=recorder(user), name=user.name),
        courses=courses_in(case, gone=bridge.withdrawn_ids(case)),
        people=people,
        thread_id=correcting.thread_id if correcting else thread_id,
        done_by=leaves if kind == RAADGIVER_FRATRAADT else None,
        allocates=allocates,
        beside=beside_a_case_system(),
        correcting=correcting is not None,
        reads_text=request.person.may(Right.TEXT),
    )


def token_of(request: Request) -> str:
    """The token of the form that was sent, or one for a form that has just been opened."""
    return request.POST.get("token", "")[:_TOKEN] or new_token()


def sent_of(request: Request) -> Sent:
    """Who sent the form, and which; with the confirmation, what stands there already is no hindrance."""
    seen = request.POST.get("set", "")
    asked = None if request.POST.get("bekraeftet") else int(seen) if seen.isdecimal() and len(seen) <= _DIGITS else -1
    return Sent(by=request.person.user, at=request.moment, token=request.POST.get("token", "")[:_TOKEN], seen=asked)


def sent_before(request: Request) -> EventRow | None:
    """What this very form gave the first time; asked before the case is opened, which may be out of reach by then."""
    row = already_sent(request.POST.get("token", "")[:_TOKEN]) if request.method == "POST" else None
    return row if row and row.recorded_by == recorder(request.person.user) else None


def sent_once(view: View[P]) -> View[P]:
    """A form that arrives twice gives what it gave the first time, also when both are read at the same moment.

    Of a double click, the second may be read before the first is written, and would then be refused for standing
    there already: who wrote it would be told that it went wrong. So it is asked again before anything but »done«.
    """

    @wraps(view)
    def answer(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if done := sent_before(request):
            return already(request, done)
        try:
            given = view(request, *args, **kwargs)
        except AlreadySent as again:
            return already(request, again.row)
        except Http404:
            # What the first did may have put the case out of reach.
            if done := sent_before(request):
                return already(request, done)
            raise
        done = None if given.status_code == _SENT_ON else sent_before(request)
        return already(request, done) if done else given

    return answer


def already(request: Request, row: EventRow) -> HttpResponse:
    """The form had been sent before: say so kindly, and show the way on."""
    if row.recorded_by != recorder(request.person.user):
        raise Http404
    label = KIND_BY_KEY[row.kind].label_on(row.day)
    values = {"row": row, "label": label, "case_url": case_url(request, row.case) if row.case else ""}
    return render(request, "cases/registrer_allerede.html", values)


def came_from_page(request: Request) -> str:
    """The page the form was opened from, if it is one that is returned to."""
    page = request.GET.get("fra", "")
    return page if page in OF_THE_DAY or page in OF_THE_CASE else ""


def page_url(case: Case, *, page: str) -> str:
    """The address of the page the person came from; the case's own where that is none of these."""
    return reverse(page) if page in OF_THE_DAY else reverse(OF_THE_CASE.get(page, "sag"), args=[case.key])


def back_to(request: Request, case: Case, *, page: str) -> HttpResponse:
    """To the page the person came from; to the day where the case is no longer theirs to see."""
    reached = page in OF_THE_DAY or case_url(request, case)
    return redirect(page_url(case, page=page) if reached else MIN_DAG)


def case_url(request: Request, case: Case) -> str:
    """The case's address, or nothing where it is out of the person's reach by now."""
    mine = visible(request.person, on=request.today, at=request.moment).filter(pk=case.pk).exists()
    return reverse("sag", args=[case.key]) if mine else ""


def warn_of_time(request: Request, form: EventForm) -> None:
    """Said where the hour is uncertain, and where something is written down late."""
    if form.doubt:
        messages.warning(request, f"{form.doubt}. Klokkeslættet står derfor som usikkert.")
    if form.late:
        told = danish_date(form.cleaned_data["dag"])
        messages.info(request, f"Det skete {told} og er registreret i dag. Det bliver mærket »efterregistreret«.")


def warn_of_order(request: Request, first: Sequence[Required]) -> None:
    """Quietly, where it cannot be told whether something else should have come first."""
    for each in first:
        if each.stands is First.UNKNOWN:
            told = f"Det kan ikke afgøres, om »{each.rule.title}« skulle være gjort først ({each.place}). {each.reason}"
            messages.info(request, told)


def warn_of_others(request: Request, missing: Sequence[Sequence[Required]]) -> None:
    """Said where the siblings' cases lack what should have come first. Never a name: it travels in a cookie."""
    if not missing:
        return
    what = dict.fromkeys(f"»{each.rule.title}« ({each.place})" for first in missing for each in first)
    told = (
        f"Hos {len(missing)} søskende mangler noget, loven vil have gjort først: {', '.join(what)}. "
        "Åbn hver søskendes egen sag, og registrér det der."
    )
    messages.warning(request, told)


def warn_of_competence(request: Request, verdict: Verdict | None, *, after: Sequence[Event]) -> None:
    """Said where nobody has decided who may grant it, where it was another's to grant, and where visitation is due."""
    if verdict is None:
        return
    if verdict.told:
        messages.warning(request, verdict.told)
    if verdict.level and verdict.level.visitation_first and not any(each.kind == VISITATION.key for each in after):
        told = (
            f"Kommunen har besluttet, at {verdict.paragraph} skal i visitationsudvalg først. Det er ikke registreret."
        )
        messages.warning(request, told)
