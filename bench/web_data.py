"""How are the measured databases made? Once, as the demo is made, and again when what makes them has changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import connection

import pejl
from bench.sizes import MANIFEST
from bench.web_sizes import NOW, WebSize
from pejl.web.access.models import Case, Cover, Naming, Post, TemporaryAccess, Unit, User
from pejl.web.access.roles import AFDELINGSLEDER, ROLES, Right
from pejl.web.cases.models import DeadlineRow, EventRow
from pejl.web.demo.fill import fill
from pejl.web.demo.municipality import TEAMS
from pejl.web.demo.people import DEPARTMENT
from pejl.web.demo.staff import FIRST

MANY: Final = "mange"
_COVERED: Final = 5
_NAMED_IN_EVERY: Final = 7
_OPENED: Final = 20
# What the rows follow from; a change there gives another database.
_MADE_BY: Final = (
    "simulation/*.py",
    "rulebook/*.py",
    "engine/*.py",
    "events.py",
    "tables.py",
    "web/demo/*.py",
    "web/*/migrations/*.py",
    "web/cases/bridge.py",
)


def is_made(size: WebSize) -> bool:
    """Whether the database lies there, made from the very same."""
    manifest = size.folder / MANIFEST
    return manifest.exists() and json.loads(manifest.read_text(encoding="utf-8"))["made_from"] == _made_from(size)


def make(size: WebSize) -> dict[str, int]:
    """Fill the empty database this process is set up with, and tell what is in it."""
    call_command("migrate", verbosity=0)
    fill(now=NOW, inhabitants=size.inhabitants, years=size.years)
    _make_many_rights()
    return {
        "cases": Case.objects.count(),
        "open": Case.objects.filter(closed=False).count(),
        "events": EventRow.objects.count(),
        "deadlines": DeadlineRow.objects.count(),
        "people": User.objects.count(),
    }


def keep(size: WebSize, made: Path, *, holds: dict[str, int]) -> None:
    """Put the finished database where it belongs."""
    connection.close()
    shutil.rmtree(size.folder, ignore_errors=True)
    size.folder.mkdir(parents=True)
    shutil.move(made, size.database)
    content = json.dumps({"made_from": _made_from(size), "holds": holds}, indent=1)
    (size.folder / MANIFEST).write_text(content, encoding="utf-8")


def _made_from(size: WebSize) -> dict[str, object]:
    home = Path(pejl.__file__).parent
    sources = [each for pattern in _MADE_BY for each in sorted(home.glob(pattern))] + [Path(__file__)]
    return asdict(size) | {"now": str(NOW), "sources": sha256(b"".join(map(Path.read_bytes, sources))).hexdigest()[:16]}


# --- somebody with every right there is -------------------------------------------------------------------------


def _make_many_rights() -> None:
    """Posts of every kind that opens cases, absent colleagues, namings and temporary openings: all of the scope."""
    user = User.objects.create(username=MANY, name="Maja Ngerod", initials="MANG")
    Post.objects.bulk_create(list(_posts(user)))
    Cover.objects.bulk_create(list(_covers(user)))
    cases = list(Case.objects.filter(protected=False).order_by("pk"))
    Naming.objects.bulk_create(
        [
            Naming(case=case, user=user, named_as=Naming.As.MEDRAADGIVER, first=FIRST, given_by="Opdigtet")
            for case in cases[::_NAMED_IN_EVERY]
        ]
    )
    since, until = NOW - timedelta(hours=2), NOW + timedelta(hours=20)
    TemporaryAccess.objects.bulk_create(
        [
            TemporaryAccess(case=case, user=user, reason="Opdigtet", given_at=since, until=until)
            for case in cases[-_OPENED:]
        ]
    )


def _posts(user: User) -> Iterator[Post]:
    """Every role that opens cases: that of a leader above the teams, the others in a team."""
    units = {unit.name: unit for unit in Unit.objects.all()}
    for role in ROLES:
        if Right.CASES in role.rights:
            unit = DEPARTMENT if role is AFDELINGSLEDER else TEAMS[0]
            yield Post(user=user, unit=units[unit], role=role.key, first=FIRST)


def _covers(user: User) -> Iterator[Cover]:
    absent = Case.objects.filter(closed=False).exclude(adviser="").order_by("adviser").values_list("adviser", flat=True)
    first, last = NOW.date() - timedelta(days=3), NOW.date() + timedelta(days=30)
    for initials in islice(absent.distinct(), _COVERED):
        yield Cover(user=user, initials=initials, first=first, last=last, given_by="Opdigtet")
