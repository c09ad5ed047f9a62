"""How often may somebody knock? So often that no school is ever stopped, and a machine is.

Counted in the database, so that it holds however many processes answer. The address is never kept: only a mark of it
that changes each day, and that can be made only with a key from outside the database.
"""

from __future__ import annotations

import ipaddress
from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from pejl.dates import local_day
from pejl.web.underret.models import Knock

_SINCE: Final = timedelta(hours=1)
# Many begin and never send; a page is begun once however often it is saved.
_BEGUN_FOR_EACH_SENT: Final = 5
_ONE_HOME: Final = 64  # bits of an IPv6 address that one household or school shares


def mark_of_address(request: HttpRequest, *, day: date) -> str:
    """The mark of where it comes from, today."""
    return salted_hmac(f"pejl.underret.{day}", _address(request), algorithm="sha256").hexdigest()


def may(what: Knock.What, mark: str, *, at: datetime) -> bool:
    """Whether one more is within the limits of this address, and of all of them."""
    lately = Knock.objects.filter(what=what, at__gt=at - _SINCE)
    times = _BEGUN_FOR_EACH_SENT if what is Knock.What.BEGUN else 1
    by_address, in_all = settings.PEJL_FORM_PER_ADDRESS * times, settings.PEJL_FORM_IN_ALL * times
    found = lately.aggregate(here=Count("pk", filter=Q(mark=mark)), in_all=Count("pk"))
    return bool(found["here"] < by_address and found["in_all"] < in_all)


def knocked(what: Knock.What, mark: str, *, at: datetime) -> None:
    """Count it."""
    Knock.objects.create(what=what, mark=mark, at=at)


def mark_now(request: HttpRequest, *, at: datetime) -> str:
    """The mark of where it comes from, at this moment."""
    return mark_of_address(request, day=local_day(at))


def _address(request: HttpRequest) -> str:
    told = str(request.META.get("REMOTE_ADDR", ""))
    if settings.PEJL_BEHIND_TLS_PROXY:
        # The last is what our own proxy wrote; those before it are anybody's word.
        told = str(request.headers.get("X-Forwarded-For", told)).rpartition(",")[2].strip()
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return told
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _ONE_HOME), strict=False))
    return told
