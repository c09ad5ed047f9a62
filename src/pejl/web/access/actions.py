"""What can be done about who sees a case: protect it, name people in it, open it for a time, review an opening?

Each is one transaction with its line in the log of changes. Who may do it is for the views to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from pejl.dates import local_day
from pejl.web.access.gate import TEMPORARY
from pejl.web.access.log import changed, log
from pejl.web.access.models import Case, LogEntry, Naming, Protection, TemporaryAccess, User, running

if TYPE_CHECKING:
    from pejl.web.access.request import Request

# The very same for a number that does not exist and for one that must not be opened so.
NO_SUCH_NUMBER: Final = "Der er ingen sag med det nummer, som kan åbnes her. Se efter, om nummeret er skrevet rigtigt."


class Refused(Exception):
    """What was asked cannot be done; the message is for the person: what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Who does it, and when."""

    by: User
    at: datetime

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNaming:
    """A person to be named in a case, as what, from when to when, and why."""

    user: User
    named_as: Naming.As
    first: date
    last: date | None
    reason: str


@contextmanager
def _locked(case: Case) -> Iterator[Case]:
    with transaction.atomic():
        yield Case.objects.select_for_update().get(pk=case.pk)


# --- protected cases ------------------------------------------------------------------------------------------


def protect(case: Case, *, named: Sequence[User], reason: str, doing: Doing) -> None:
    """From now on only these people see the case, whoever else was named before."""
    if not named:
        raise Refused("Der er ikke navngivet nogen. Vælg mindst én, der skal kunne se sagen.")
    with _locked(case) as held:
        if held.protected:
            raise Refused("Sagen er allerede beskyttet. Gå til sagen, og ret, hvem der er navngivet.")
        held.protected = True
        held.save(update_fields=["protected"])
        Protection.objects.create(case=held, reason=reason, given_by=doing.by.name, given_at=doing.at)
        _end(held.namings.exclude(user__in=named), doing=doing)
        Naming.objects.bulk_create([_protected_naming(held, user, reason=reason, doing=doing) for user in named])
        changed("beskyttet", by=doing.by, at=doing.at, case=held, named=sorted(user.username for user in named))


def _protected_naming(case: Case, user: User, *, reason: str, doing: Doing) -> Naming:
    return Naming(
        case=case,
        user=user,
        named_as=Naming.As.BESKYTTET,
        first=doing.today,
        reason=reason,
        given_by=doing.by.name,
    )


def unprotect(case: Case, *, why: str, doing: Doing) -> None:
    """Everybody who would see the case by their post sees it again."""
    with _locked(case) as held:
        if not held.protected:
            raise Refused("Sagen er ikke beskyttet længere. Du behøver ikke gøre mere.")
        held.protected = False
        held.save(update_fields=["protected"])
        ended = {"ended_why": why, "ended_by": doing.by.name, "ended_at": doing.at}
        held.protections.filter(ended_at__isnull=True).update(**ended)
        _end(held.namings.filter(named_as=Naming.As.BESKYTTET), doing=doing)
        changed("beskyttelse_ophaevet", by=doing.by, at=doing.at, case=held)


# --- people named in a case -----------------------------------------------------------------------------------


def name_person(case: Case, new: NewNaming, *, doing: Doing) -> None:
    """Let a person into the case, as something, from one day to another."""
    with _locked(case) as held:
        same = held.namings.filter(running(new.first), user=new.user, named_as=new.named_as)
        if same.exists():
            raise Refused(
                f"{new.user.name} er allerede navngivet som det. Afslut den gamle først, hvis noget er ændret."
            )
        Naming.objects.create(
            case=held,
            user=new.user,
            named_as=new.named_as,
            first=new.first,
            last=new.last,
            reason=new.reason,
            given_by=doing.by.name,
        )
        changed("navngivet", by=doing.by, at=doing.at, case=held, user=new.user.username, som=new.named_as.value)


def end_naming(naming: Naming, *, doing: Doing) -> None:
    """The person is out from this moment; the last one in a protected case stays."""
    with _locked(naming.case) as held:
        others = held.namings.filter(running(doing.today)).exclude(user_id=naming.user_id)
        if held.protected and not others.exists():
            raise Refused("Ingen andre er navngivet, så sagen ville blive lukket for alle. Navngiv en anden først.")
        _end([naming], doing=doing)
        changed("navngivning_afsluttet", by=doing.by, at=doing.at, case=held, user=naming.user.username)


def _end(namings: Iterable[Naming], *, doing: Doing) -> None:
    """Let them run to yesterday, so that today gives no access."""
    yesterday = doing.today - timedelta(days=1)
    for naming in namings:
        if naming.last is None or naming.last > yesterday:
            naming.last = yesterday
            naming.save(update_fields=["last"])


# --- openings for a time --------------------------------------------------------------------------------------


def open_for_a_time(request: Request, number: str, *, reason: str) -> Case:
    """Let the person into an unprotected case outside their scope, for a day and night, and write it down."""
    user, at = request.person.user, request.moment
    with transaction.atomic():
        case = Case.objects.select_for_update().filter(number=number.strip(), protected=False).first()
        if case is None:
            raise Refused(NO_SUCH_NUMBER)
        TemporaryAccess.objects.create(case=case, user=user, reason=reason, given_at=at, until=at + TEMPORARY)
        log(request, LogEntry.Act.BREAK_GLASS, case=case, why=reason)
        changed("aabnet_med_begrundelse", by=user, at=at, case=case)
        return case


def review_opening(opening: TemporaryAccess, *, verdict: str, doing: Doing) -> None:
    """Whose case it is says whether the opening was in order."""
    with transaction.atomic():
        held = TemporaryAccess.objects.select_for_update().get(pk=opening.pk)
        if held.reviewed_at:
            raise Refused(f"Åbningen er allerede gennemset af {held.reviewed_by}. Du behøver ikke gøre mere.")
        held.verdict, held.reviewed_by, held.reviewed_at = verdict, doing.by.name, doing.at
        held.save(update_fields=["verdict", "reviewed_by", "reviewed_at"])
        changed("aabning_gennemset", by=doing.by, at=doing.at, case=opening.case, verdict=verdict)
