"""How is it recorded that staff have been told of lists by adviser, and that MED has treated them?"""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from pejl.dates import FIRST_DAY, local_day
from pejl.web.access.log import changed
from pejl.web.access.models import StaffDecision
from pejl.web.cases.actions.writing import Refused, Sent
from pejl.web.cases.models import FormToken


def record(*, informed_on: date, med_on: date, sent: Sent) -> None:
    """Write both days down; the newest decision counts. Sent again, the same form changes nothing."""
    _refuse_impossible(informed_on, today=local_day(sent.at), what="Medarbejderne")
    _refuse_impossible(med_on, today=local_day(sent.at), what="MED")
    try:
        with transaction.atomic():
            FormToken.objects.create(token=sent.token, used_at=sent.at, event_id="")
            StaffDecision.objects.create(
                informed_on=informed_on, med_on=med_on, decided_by=sent.by.name, decided_at=sent.at
            )
            changed("lister_efter_raadgiver", by=sent.by, at=sent.at, informed_on=str(informed_on), med_on=str(med_on))
    except IntegrityError:
        if not FormToken.objects.filter(token=sent.token).exists():
            raise


def _refuse_impossible(day: date, *, today: date, what: str) -> None:
    if day > today:
        raise Refused(f"{what}: Dagen er ikke kommet endnu. Registrér den, når det er sket.")
    if day < FIRST_DAY:
        raise Refused(f"{what}: Dagen ligger før {FIRST_DAY.year}. Ret årstallet.")
