"""A Pejl of its own, with a list in it, that is stopped by kill -9 after so many statements of its transaction.

Run by test_killed.py: ``python -m tests.web.killed FOLDER WHAT STATEMENTS``, where WHAT is what is done (lav, laes_ind,
tag_tilbage, registrer) and STATEMENTS is how many it gets; 0 is as many as it takes, and then it says how many.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django


def set_up(folder: Path) -> None:
    """Django on a file in this folder."""
    here = {"DATABASE_URL": f"sqlite:///{folder / 'pejl.sqlite3'}", "PEJL_DATA": str(folder)}
    os.environ |= {**here, "PEJL_MAPPINGS": str(folder), "DJANGO_SETTINGS_MODULE": "pejl.web.settings"}
    django.setup()


def make(folder: Path) -> None:
    """Nordby, with a list that has been tried."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.core.management import call_command

    from pejl.web.cases import uploads
    from pejl.web.cases.actions.importing import try_list
    from pejl.web.cases.actions.many import By
    from tests.small_lists import row, write_list
    from tests.web.lists import NAME, Desk
    from tests.web.nordby import NOW, build

    call_command("migrate", verbosity=0)
    nordby = build()
    Desk(nordby, folder).write_mapping()
    rows = [row(Nr=f"U{number}", Sag="NB-egen" if number == 1 else f"S{number}") for number in range(1, 80)]
    content = write_list(rows, folder / "liste.csv").read_bytes()
    by = By(user=nordby.people["datakonsulent"], at=NOW)
    try_list(uploads.store(SimpleUploadedFile("liste.csv", content)), NAME, by=by, token="prøve")  # noqa: S106 -- a form's token is no secret


def do(what: str, *, statements: int) -> None:
    """Read in, take back or register, and stop as if the power went when so many statements have been made."""
    from django.db import connection

    from pejl.web.access.models import User
    from pejl.web.cases.actions.importing import take_in
    from pejl.web.cases.actions.many import By
    from pejl.web.cases.actions.taking_back import take_back
    from pejl.web.cases.actions.writing import Refused
    from pejl.web.cases.models import Batch
    from tests.web.nordby import NOW

    made = 0

    def count(execute: Callable[..., Any], *how: Any) -> Any:
        nonlocal made
        answer = execute(*how)
        made += connection.in_atomic_block
        if statements and made == statements:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    by = By(user=User.objects.get(username="datakonsulent"), at=NOW)
    try:
        with connection.execute_wrapper(count):
            batch = Batch.objects.latest("pk")
            if what == "laes_ind":
                take_in(batch, by=by)
            elif what == "tag_tilbage":
                take_back(batch, reason="Prøve", by=by)
            else:
                register_assessment()
    except Refused as refusal:
        sys.exit(str(refusal))
    print(made)  # noqa: T201 -- the answer to the test that runs this


def register_assessment() -> None:
    """What a day's work is mostly made of: a 24-hour assessment."""
    from pejl.web.access.models import Case, User
    from pejl.web.cases.actions.registering import register
    from pejl.web.cases.actions.writing import Entry, Sent
    from tests.web.nordby import NOW, TODAY

    entry = Entry(kind="vurdering_24_timer", day=TODAY, at=NOW, thread_id="U2", done_by="RAAD")
    by = User.objects.get(username="raadgiver")
    sent = Sent(by=by, at=NOW, token="registrering")  # noqa: S106 -- a form's token is no secret
    register(Case.objects.get(key="egen"), entry, sent=sent)


if __name__ == "__main__":
    set_up(Path(sys.argv[1]))
    if sys.argv[2] == "lav":
        make(Path(sys.argv[1]))
    else:
        do(sys.argv[2], statements=int(sys.argv[3]))
