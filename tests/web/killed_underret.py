"""A Pejl of its own whose public form is stopped by kill -9 after everything it writes, one thing after the other.

Run by test_underret_killed.py: ``python -m tests.web.killed_underret FOLDER``. Each time a copy of the process answers
one page and is killed; then the same page is sent again, as a person would, and what the database has is written down
as a line of JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.web.killed import set_up

TOKEN = "5e" * 32
TWO_CHILDREN = {
    "token": TOKEN,
    "handling": "send",
    "antal": "2",
    "barn-0-navn": "Viggo Prøve",
    "barn-0-foedt": "ca. 8 år",
    "barn-1-navn": "Ida Prøve",
    "set_hoert": "Han kom uden jakke i dag.\nHan sagde: »Der er ingen hjemme.«",
    "overgreb": "ja",
    "navn": "Lise Lærer",
    "kontakt": "lise@skole.example",
}
# After the answer was made, and before it was sent.
BEFORE_THE_ANSWER = -1


def send() -> str:
    """The page is sent; gives the code that is shown, or nothing."""
    from django.test import Client

    page = Client().post("/underret/skole/", TWO_CHILDREN).content.decode()
    return page.partition('underret-code">')[2].partition("<")[0]


def counting(on: Callable[[int, str], None]) -> Callable[..., Any]:
    """Tells after each statement how many there have been, and which it was."""
    made = 0

    def count(execute: Callable[..., Any], sql: str, *how: Any) -> Any:
        nonlocal made
        answer = execute(sql, *how)
        made += 1
        on(made, sql)
        return answer

    return count


def steps() -> list[int]:
    """The numbers of the statements that write, and of the first; between them there is nothing new to lose."""
    from django.db import connection

    found = [1]

    def note(number: int, sql: str) -> None:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            found.append(number)

    with connection.execute_wrapper(counting(note)):
        assert send()
    return found


def killed_at(number: int) -> int:
    """Send the page from a copy of this process that is killed; gives the signal that ended it."""
    from django.db import connection

    connection.close()
    child = os.fork()
    if not child:
        with connection.execute_wrapper(counting(lambda made, _sql: _die() if made == number else None)):
            send()
        _die()
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def standing() -> dict[str, Any]:
    """What the database has."""
    from pejl.web.cases.models import EventRow
    from pejl.web.reception.models import Letter, LetterChild
    from pejl.web.underret import drafts
    from pejl.web.underret.models import Receipt

    kept = drafts.written_with(TOKEN)
    return {
        "letters": Letter.objects.count(),
        "children": LetterChild.objects.count(),
        "events": EventRow.objects.filter(kind="underretning_modtaget").count(),
        "receipts": Receipt.objects.count(),
        "draft": kept.data if kept else None,
    }


def rounds(folder: Path) -> Iterator[dict[str, Any]]:
    """Killed after each step, and just before the answer; what there was then, and when it had been sent again."""
    from django.db import connection

    database, empty = folder / "pejl.sqlite3", folder / "tom.sqlite3"
    connection.close()
    shutil.copy(database, empty)
    for number in [*steps(), BEFORE_THE_ANSWER]:
        connection.close()
        for each in folder.glob("pejl.sqlite3*"):
            each.unlink()
        shutil.copy(empty, database)
        ended = killed_at(number)
        before = standing()
        codes = [send(), *([send()] if number == BEFORE_THE_ANSWER else [])]
        yield {"at": number, "signal": ended, "before": before, "after": standing(), "codes": codes}


def main(folder: Path) -> None:
    """Make the database, and try."""
    set_up(folder)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for each in rounds(folder):
        print(json.dumps(each))  # noqa: T201 -- the answer to the test that runs this


if __name__ == "__main__":
    main(Path(sys.argv[1]))
