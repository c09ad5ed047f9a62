"""What must be done each night? Work out what time has changed, count the figures, delete what has been kept enough."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.sessions.models import Session

from pejl.dates import local_day, start_of_day
from pejl.web.access.models import Case, LogEntry, LogReview, Post, Unit, running
from pejl.web.cases import bridge
from pejl.web.cases.models import FormToken
from pejl.web.cases.uploads import delete_old_uploads
from pejl.web.insight.actions import measure
from pejl.web.insight.models import Measuring
from pejl.web.underret.actions import clear_away as clear_away_drafts

# So long a form may stand open in a browser and still be the same form.
_FORMS: Final = timedelta(days=7)
# Wrong passwords, and who signed in from where: long enough to look into what happened last month.
_SIGN_INS: Final = timedelta(days=60)


def refresh(*, now: datetime) -> int:
    """All of it; gives how many cases were worked out anew."""
    clear_away(now=now)
    _mark_moved(on=local_day(now))
    worked_out = bridge.refresh(as_of=now)
    # The demo has counted them already when it was filled a moment ago.
    if not Measuring.objects.filter(measured_at=now).exists():
        measure(now=now)
    return worked_out


def _mark_moved(*, on: date) -> None:
    """The cases of an adviser whose post in another team begins today follow, so they are worked out again."""
    posts = Post.objects.filter(running(on), unit__level=Unit.Level.TEAM).exclude(user__initials="")
    teams = dict(posts.order_by("first", "pk").values_list("user__initials", "unit_id"))
    for initials, team in teams.items():
        Case.objects.filter(adviser=initials).exclude(team_id=team).update(rulebook="")


def clear_away(*, now: datetime) -> None:
    """Delete what has served its purpose."""
    delete_old_uploads(now)
    clear_away_drafts(now=now)
    Session.objects.filter(expire_date__lt=now).delete()
    FormToken.objects.filter(used_at__lt=now - _FORMS).delete()
    for attempts in (AccessAttempt, AccessLog):
        attempts.objects.filter(attempt_time__lt=now - _SIGN_INS).delete()
    oldest = start_of_day(local_day(now) - timedelta(days=settings.PEJL_KEEP_LOG_DAYS))
    LogReview.objects.filter(entry__at__lt=oldest).delete()
    LogEntry.objects.filter(at__lt=oldest).delete()
