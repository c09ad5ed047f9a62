"""What can somebody who writes to us do: save, throw away, send? Each is done once and whole, or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from django.conf import settings
from django.db import OperationalError, transaction

from pejl.web.reception.actions.taking_in import take_in
from pejl.web.underret import drafts, throttle
from pejl.web.underret.codes import fingerprint, later_code, mark_of, mark_of_code, receipt_code
from pejl.web.underret.drafts import Written
from pejl.web.underret.forms import Notification, answers_of, contact_of
from pejl.web.underret.models import Draft, Knock, Receipt

P = ParamSpec("P")
R = TypeVar("R")
_TRIES: Final = 4
_PAUSE: Final = 0.2  # seconds, and longer each time
_KNOCKS: Final = timedelta(days=1)


class TooMany(Exception):
    """So much comes from one address, or from all of them, that this has to wait."""


def _again(action: Callable[P, R]) -> Callable[P, R]:
    """Whole actions only: a database that was busy is asked again before anybody is told."""

    @wraps(action)
    def tried(*args: P.args, **kwargs: P.kwargs) -> R:
        for pause in range(1, _TRIES):
            try:
                return action(*args, **kwargs)
            except OperationalError:
                time.sleep(_PAUSE * pause)
        return action(*args, **kwargs)

    return tried


@_again
def save(written: Written, *, knock: str, at: datetime) -> None:
    """Keep what has been written so far; nothing is kept of what has been sent."""
    content, mark = drafts.sealed(written), mark_of(written.token)
    with transaction.atomic():
        if Draft.objects.filter(mark=mark).update(content=content, saved_at=at) or _receipt(mark):
            return
        if not throttle.may(Knock.What.BEGUN, knock, at=at):
            raise TooMany
        _, new = Draft.objects.update_or_create(
            mark=mark, defaults={"content": content, "saved_at": at}, create_defaults=_new(content, at)
        )
        if new:
            throttle.knocked(Knock.What.BEGUN, knock, at=at)


def _new(content: bytes, at: datetime) -> dict[str, object]:
    return {"content": content, "created_at": at, "saved_at": at}


@_again
def give_code(token: str) -> str:
    """The code to go on with later; what has been written can be found with it from now on."""
    code = later_code(token)
    Draft.objects.filter(mark=mark_of(token)).update(code_mark=mark_of_code(code))
    return code


@_again
def throw_away(token: str) -> None:
    """Delete what has been written and not sent."""
    Draft.objects.filter(mark=mark_of(token)).delete()


@_again
def send(form: Notification, *, token: str, knock: str, at: datetime) -> Receipt:
    """One letter and its receipt, however often the same page is sent."""
    mark = mark_of(token)
    with transaction.atomic():
        if receipt := _receipt(mark):
            return receipt
        if not throttle.may(Knock.What.SENT, knock, at=at):
            raise TooMany
        # The mark and not the secret: nothing in the database leads to the codes.
        letter = take_in(contact_of(form, at=at), by=None, at=at, token=mark)
        # Sent from two places at the very same moment, both get this far with the same letter.
        receipt, _ = Receipt.objects.get_or_create(
            mark=mark,
            defaults={
                "code_mark": mark_of_code(receipt_code(token)),
                "letter": letter,
                "fingerprint": fingerprint(letter.answers),
                "stored_at": letter.recorded_at,
            },
        )
        Draft.objects.filter(mark=mark).delete()
        throttle.knocked(Knock.What.SENT, knock, at=at)
        return receipt


def receipt_of(token: str) -> Receipt | None:
    """What this page gave when it was sent; None: it has not been."""
    return _receipt(mark_of(token))


def is_as_sent(receipt: Receipt, form: Notification) -> bool:
    """Whether the page still says what was sent with it."""
    return receipt.fingerprint == fingerprint(answers_of(form))


def clear_away(*, now: datetime) -> None:
    """Delete what has been left unsent for too long, and the marks of yesterday."""
    Draft.objects.filter(saved_at__lt=now - timedelta(days=settings.PEJL_KEEP_DRAFTS_DAYS)).delete()
    Knock.objects.filter(at__lt=now - _KNOCKS).delete()


def _receipt(mark: str) -> Receipt | None:
    return Receipt.objects.filter(mark=mark).first()
