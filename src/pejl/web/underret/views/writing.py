"""How does somebody write a notification, save it on the way, read it through, and send it?

Every page carries everything that has been written. Whatever happens between two pages (a server that stops, a draft
that is deleted, a cookie that is lost), the next page is made from what was sent with it, and nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from pejl.dates import local_day, local_time
from pejl.web import clock
from pejl.web.cases.actions.writing import Refused
from pejl.web.underret import actions, drafts, throttle
from pejl.web.underret.actions import TooMany
from pejl.web.underret.asking import MOST_CHILDREN, Sender
from pejl.web.underret.codes import new_token, receipt_code, shown
from pejl.web.underret.drafts import TooLong, Written
from pejl.web.underret.forms import COUNT, Notification, names_of, sections_of
from pejl.web.underret.models import Receipt
from pejl.web.underret.views.frame import page, public, remember, sender_or_404, token_in_cookie, token_sent

_SAVED: Final = "Gemt kl. {}. Underretningen er ikke sendt endnu."
_NOT_SAVED: Final = (
    "Det er ikke gemt, fordi der er en fejl hos os. Alt, du har skrevet, står stadig på siden. Lad siden være åben, og "
    "prøv igen om et øjeblik."
)
_TOO_LONG: Final = "Det er så langt, at det ikke kan gemmes. Alt står stadig på siden. Gør teksten kortere."
_TOO_MANY: Final = (
    "Der kommer usædvanligt mange underretninger lige nu, så vi kan ikke tage imod den her. Den er ikke sendt. Alt, du "
    "har skrevet, står stadig på siden. Lad den være åben, og prøv igen senere."
)
_TOO_MANY_STATUS: Final = 429
_BACKGROUND: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was sent from a page: in which form, with which secret, and the answers."""

    sender: Sender
    token: str
    data: dict[str, str]

    def form(self, data: dict[str, str] | None = None) -> Notification:
        """The answers as a form."""
        return Notification(self.data if data is None else data, sender=self.sender, today=local_day(clock.now()))


def _sheet(request: HttpRequest, sender: Sender) -> Sheet:
    sent = request.POST
    return Sheet(sender, token_sent(request), {name: sent[name] for name in names_of(sent) if name in sent})


# --- the pages ------------------------------------------------------------------------------------------------


@public
def write(request: HttpRequest, afsender: str) -> HttpResponse:
    """The form; sent to itself it is saved, read through or sent, as the button says, or saved in the background."""
    sender = sender_or_404(afsender)
    if request.method != "POST":
        return _open(request, sender)
    sheet, wanted = _sheet(request, sender), request.POST.get("handling", "gem")
    if request.headers.get("Accept") == _BACKGROUND:
        return _save_in_background(request, sheet)
    if receipt := actions.receipt_of(sheet.token):
        return _sent(request, sheet, sheet.form(), receipt)
    if wanted == "send":
        return _send(request, sheet)
    if problem := _save(request, sheet):
        return _form(request, sheet, problem=problem[0], status=problem[1])
    return {"flere": _one_more, "senere": _later, "videre": _read_through}.get(wanted, _saved)(request, sheet)


def _send(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Only an answer that comes after everything has been stored says that it has."""
    form = sheet.form()
    if not form.is_valid():
        return _invalid(request, sheet, form)
    problem = _save(request, sheet)
    # Many who have begun must not keep anybody from sending.
    if problem and problem[1] != _TOO_MANY_STATUS:
        return _form(request, sheet, problem=problem[0], status=problem[1])
    now = clock.now()
    try:
        receipt = actions.send(form, token=sheet.token, knock=throttle.mark_now(request, at=now), at=now)
    except TooMany:
        return _form(request, sheet, problem=_TOO_MANY, status=_TOO_MANY_STATUS)
    except Refused as refusal:
        return _form(request, sheet, problem=str(refusal), status=422)
    except DatabaseError:
        return _form(request, sheet, problem=_NOT_SAVED, status=503)
    return _sent(request, sheet, form, receipt)


def _save_in_background(request: HttpRequest, sheet: Sheet) -> JsonResponse:
    """Saved while it is written, where scripts run."""
    if actions.receipt_of(sheet.token):
        return JsonResponse({"besked": "Underretningen er sendt. Det, du skriver nu, er ikke med."}, status=409)
    if problem := _save(request, sheet):
        return JsonResponse({"besked": problem[0]}, status=problem[1])
    return JsonResponse({"besked": _SAVED.format(_hour())})


# --- what they are made of ------------------------------------------------------------------------------------


def _open(request: HttpRequest, sender: Sender) -> HttpResponse:
    """A new form, or the one that was begun in this browser."""
    token = token_in_cookie(request)
    sent = actions.receipt_of(token) if token else None
    if sent or not token:
        fresh = Sheet(sender, new_token(), {})
        known: dict[str, Any] = {"sent_at": sent.stored_at, "sent_code": receipt_code(token)} if sent else {}
        return remember(_form(request, fresh, **known), fresh.token)
    written = drafts.written_with(token)
    return _form(request, Sheet(sender, token, written.data if written else {}), begun=bool(written))


def _save(request: HttpRequest, sheet: Sheet) -> tuple[str, int] | None:
    """Keep it; gives what to say, and with which status, where it could not be kept."""
    now = clock.now()
    try:
        before = drafts.written_with(sheet.token)
        # A tick that is taken away is sent as nothing at all: of this form, only what it sent counts.
        others = {name: text for name, text in drafts.merged(before, {}).items() if name not in sheet.form().fields}
        written = Written(sheet.token, sheet.sender.key, {**others, **sheet.data})
        if written == before:
            return None
        actions.save(written, knock=throttle.mark_now(request, at=now), at=now)
    except TooMany:
        return _TOO_MANY, _TOO_MANY_STATUS
    except TooLong:
        return _TOO_LONG, 422
    except DatabaseError:
        return _NOT_SAVED, 503
    return None


def _sent(request: HttpRequest, sheet: Sheet, form: Notification, receipt: Receipt) -> HttpResponse:
    """The same receipt as the first time; and what has been written since is never passed over in silence."""
    if form.is_valid() and actions.is_as_sent(receipt, form):
        return _receipt(request, sheet.token, receipt)
    again = Sheet(sheet.sender, new_token(), sheet.data)
    problem = _save(request, again)
    known: dict[str, Any] = {"changed_since": receipt.stored_at, "sent_code": receipt_code(sheet.token)}
    return _form(request, again, status=409, problem=problem and problem[0], **known)


def _receipt(request: HttpRequest, token: str, receipt: Receipt) -> HttpResponse:
    values = {"code": receipt_code(token), "stored_at": receipt.stored_at, "fingerprint": shown(receipt.fingerprint)}
    return page(request, "kvittering.html", values)


def _form(request: HttpRequest, sheet: Sheet, *, status: int = 200, **values: Any) -> HttpResponse:
    """The form with everything that has been written; ``form`` of the values is one that has been judged."""
    shown_form = values.pop("form", None) or _unjudged(sheet)
    given = {"sender": sheet.sender, "token": sheet.token, "form": shown_form, "parts": list(shown_form.parts())}
    answer = page(request, "skriv.html", given | values, status=status)
    return remember(answer, sheet.token) if request.method == "POST" else answer


def _unjudged(sheet: Sheet) -> Notification:
    """As it was typed, without a word of what is missing so far."""
    form = sheet.form(sheet.data)
    form.is_bound, form.initial = False, sheet.data
    return form


def _saved(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    return _form(request, sheet, saved=_SAVED.format(_hour()))


def _one_more(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    wanted = min(sheet.form().children + 1, MOST_CHILDREN)
    return _form(request, Sheet(sheet.sender, sheet.token, {**sheet.data, COUNT: str(wanted)}), added=wanted)


def _later(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    values = {
        "code": actions.give_code(sheet.token),
        "sender": sheet.sender,
        "days": settings.PEJL_KEEP_DRAFTS_DAYS,
        "hour": _hour(),
    }
    return page(request, "senere.html", values)


def _read_through(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    form = sheet.form()
    if not form.is_valid():
        return _invalid(request, sheet, form)
    sections = [(title, pairs) for title, pairs in sections_of(form) if pairs]
    values = {
        "sender": sheet.sender,
        "token": sheet.token,
        "sections": sections,
        "carried": sheet.data.items(),
        "hour": _hour(),
    }
    return remember(page(request, "laes_igennem.html", values), sheet.token)


def _invalid(request: HttpRequest, sheet: Sheet, form: Notification) -> HttpResponse:
    problem = _save(request, sheet)
    return _form(request, sheet, status=problem[1] if problem else 422, form=form, problem=problem and problem[0])


def _hour() -> str:
    return local_time(clock.now()).strftime("%H.%M")


urlpatterns = [path("underret/<slug:afsender>/", write, name="underret-skriv")]
