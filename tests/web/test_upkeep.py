"""Does the night leave what must be kept, delete what must not, and work out what time alone has changed?"""

from __future__ import annotations

from datetime import timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from pytest_django import Settings

from pejl.web import upkeep
from pejl.web.access.models import Case, LogEntry, LogReview, Post
from pejl.web.cases.models import FormToken
from tests.web.nordby import NOW, TODAY, Nordby


def test_the_log_is_kept_as_long_as_was_decided(nordby: Nordby, settings: Settings) -> None:
    settings.PEJL_KEEP_LOG_DAYS = 30
    LogEntry.objects.all().delete()
    for days in (30, 31):
        entry = LogEntry.objects.create(at=NOW - timedelta(days=days), username="a", name="A", act="laest")
        LogReview.objects.create(entry=entry, month=TODAY.replace(day=1), unit=nordby.units["Team Nord"])
    upkeep.refresh(now=NOW)
    assert [entry.at for entry in LogEntry.objects.all()] == [NOW - timedelta(days=30)]
    assert LogReview.objects.count() == 1


def test_what_has_served_its_purpose_goes(nordby: Nordby) -> None:
    for days in (1, 100):
        at = NOW - timedelta(days=days)
        FormToken.objects.create(token=f"t{days}", used_at=at, event_id="e")
        Session.objects.create(session_key=f"s{days}", session_data="", expire_date=NOW + timedelta(days=50 - days))
        attempt = AccessAttempt.objects.create(username=f"a{days}", ip_address="127.0.0.1", failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=at)
    upkeep.refresh(now=NOW)
    assert list(FormToken.objects.values_list("token", flat=True)) == ["t1"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["s1"]
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["a1"]


def test_cases_follow_their_adviser_on_the_day_of_moving(nordby: Nordby) -> None:
    adviser, syd = nordby.people["raadgiver"], nordby.units["Team Syd"]
    adviser.posts.update(last=TODAY)
    Post.objects.create(user=adviser, unit=syd, role="raadgiver", first=TODAY + timedelta(days=1))
    upkeep.refresh(now=NOW)
    assert Case.objects.get(key="egen").team == nordby.units["Team Nord"]
    upkeep.refresh(now=NOW + timedelta(days=1))
    assert Case.objects.get(key="egen").team == syd


def test_only_what_is_stale_is_worked_out_again(nordby: Nordby) -> None:
    assert upkeep.refresh(now=NOW) == 0
    Case.objects.filter(key="egen").update(rulebook="en anden")
    assert upkeep.refresh(now=NOW) == 1
    assert upkeep.refresh(now=NOW) == 0
