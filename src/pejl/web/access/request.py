"""What does a request carry once it is known who is asking? Typed, so that views are checked."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from pejl.web.access.models import User
    from pejl.web.access.person import Person


class Request(HttpRequest):
    """A request from a signed-in person; the middleware ``WhoIsAsking`` fills it in."""

    user: User
    person: Person
    moment: datetime
    today: date
    htmx: HtmxDetails
