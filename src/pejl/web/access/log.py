"""How is it written down who looked at what, and who changed what?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl.web.access.models import Case, ChangeEntry, LogEntry

if TYPE_CHECKING:
    from datetime import datetime

    from pejl.web.access.models import User
    from pejl.web.access.request import Request

Detail = dict[str, str | int | list[str]]


def log(
    request: Request, act: LogEntry.Act, *, case: Case | None = None, why: str = "", detail: Detail | None = None
) -> None:
    """Write one line of who looked; the detail holds pages, filters and counts, never a child's name or number."""
    LogEntry.objects.create(
        at=request.moment,
        username=request.person.user.username,
        name=request.person.name,
        act=act,
        case_key=case.key if case else "",
        why=why,
        detail=detail or {},
    )


def log_list(request: Request, page: str, *, shown: int, filters: Detail | None = None) -> None:
    """Write that a list was seen: which, how filtered, and how many rows."""
    log(request, LogEntry.Act.LIST, detail={"side": page, "antal": shown, **(filters or {})})


def changed(action: str, *, by: User, at: datetime, case: Case | None = None, **what: str | int | list[str]) -> None:
    """Write what a person changed; call it in the transaction of the change."""
    ChangeEntry.objects.create(
        at=at, username=by.username, name=by.name, action=action, case_key=case.key if case else "", what=what
    )
