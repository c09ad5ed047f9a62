"""What can be done about a duty: write who has it, hand a case over to the next, say that it has been read?

Each is one transaction with its line in the log of changes. Who may do it is for the views to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from pejl.dates import danish_moment
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.access.models import Case, User
from pejl.web.cases.actions.writing import Sent, locked
from pejl.web.reception.models import HandOver, Watch

# Nobody is on duty so long without a break; a mistyped month is.
LONGEST: Final = timedelta(days=14)
_TOKEN: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWatch:
    """A duty somebody is to have, from one moment to another."""

    user: User
    duty: Watch.Duty
    first_at: datetime
    last_at: datetime
    phone: str = ""


def add_watch(new: NewWatch, *, doing: Doing) -> Watch:
    """Write a duty in the roster."""
    _refuse_span(new, at=doing.at)
    if new.duty == Watch.Duty.BAGVAGT and new.user == doing.by:
        # The back-up is let in to protected cases, and nobody lets themselves in.
        raise Refused("En anden leder skal skrive dig på som bagvagt, for bagvagten får adgang til beskyttede sager.")
    with transaction.atomic():
        # Everybody who writes in the roster waits for the one before, so that two cannot both fit.
        list(Watch.objects.select_for_update().filter(last_at__gt=doing.at).values_list("pk"))
        _refuse_overlap(new)
        watch = Watch.objects.create(
            user=new.user,
            duty=new.duty,
            first_at=new.first_at,
            last_at=new.last_at,
            phone=new.phone,
            given_by=doing.by.name,
        )
        changed("vagt_givet", by=doing.by, at=doing.at, user=new.user.username, duty=new.duty.value, vagt=watch.pk)
        return watch


def _refuse_span(new: NewWatch, *, at: datetime) -> None:
    if new.last_at <= new.first_at:
        raise Refused("Vagten slutter, før den begynder. Ret »Fra« eller »Til«.")
    if new.last_at <= at:
        raise Refused("Vagten er allerede slut. Skriv et sluttidspunkt, der ikke er gået.")
    if new.last_at - new.first_at > LONGEST:
        raise Refused(f"En vagt kan højst vare {LONGEST.days} dage. Se efter, om datoerne er rigtige.")


def _refuse_overlap(new: NewWatch) -> None:
    same = Watch.objects.filter(duty=new.duty, first_at__lt=new.last_at, last_at__gt=new.first_at)
    other = same.select_related("user").order_by("first_at").first()
    if other is not None:
        raise Refused(
            f"{other.user.name} har allerede {new.duty.label.lower()} fra {danish_moment(other.first_at)} til "
            f"{danish_moment(other.last_at)}. Ret tiden, eller fjern den vagt først."
        )


def remove_watch(watch: Watch, *, doing: Doing) -> None:
    """Take a duty out of the roster; one that runs ends now."""
    with transaction.atomic():
        held = Watch.objects.select_for_update().filter(pk=watch.pk).first()
        if held is None:
            return
        if held.first_at < doing.at:
            held.last_at = doing.at
            held.save(update_fields=["last_at"])
        else:
            held.delete()
        changed("vagt_fjernet", by=doing.by, at=doing.at, user=held.user.username, duty=held.duty, vagt=watch.pk)


# --- from one duty to the next ----------------------------------------------------------------------------------


def hand_over(case: Case, note: str, *, sent: Sent) -> HandOver:
    """Tell the next duty about a case; the same form sent twice is one note."""
    if not 0 < len(sent.token) <= _TOKEN:
        raise Refused("Siden er for gammel til at blive sendt. Åbn den igen, og skriv overdragelsen på ny.")
    if not note.strip():
        raise Refused("Overdragelsen er tom. Skriv kort, hvad den næste skal vide eller gøre.")
    with locked(case) as held:
        if before := HandOver.objects.filter(token=sent.token).first():
            return before
        row = HandOver.objects.create(
            case=held, token=sent.token, note=note.strip(), written_at=sent.at, written_by=sent.by.name
        )
        changed("overdraget", by=sent.by, at=sent.at, case=held, overdragelse=row.pk)
        return row


def mark_read(case: Case, *, doing: Doing) -> int:
    """What others have handed over about the case has been read; gives how many notes it was."""
    with locked(case) as held:
        rows = HandOver.objects.filter(case=held, read_at=None).exclude(written_by=doing.by.name)
        read = list(rows.values_list("pk", flat=True))
        rows.update(read_at=doing.at, read_by=doing.by.name)
        if read:
            changed("overdragelse_laest", by=doing.by, at=doing.at, case=held, overdragelser=[str(pk) for pk in read])
        return len(read)
