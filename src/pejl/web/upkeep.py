"""What must be done each night? Work out what time alone has changed, and delete what must not be kept longer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session

from pejl.web.cases import bridge
from pejl.web.cases.models import FormToken
from pejl.web.cases.uploads import delete_old_uploads

# So long a form may stand open in a browser and still be the same form.
_FORMS: Final = timedelta(days=7)
# Wrong passwords, and who signed in from where: long enough to look into what happened last month.
_SIGN_INS: Final = timedelta(days=60)


def refresh(*, now: datetime) -> int:
    """All of it; gives how many cases were worked out anew."""
    clear_away(now=now)
    return bridge.refresh(as_of=now)


def clear_away(*, now: datetime) -> None:
    """Delete what has served its purpose."""
    delete_old_uploads(now)
    Session.objects.filter(expire_date__lt=now).delete()
    FormToken.objects.filter(used_at__lt=now - _FORMS).delete()
    for attempts in (AccessAttempt, AccessLog):
        attempts.objects.filter(attempt_time__lt=now - _SIGN_INS).delete()
