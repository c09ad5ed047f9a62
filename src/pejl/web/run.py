"""How does the demo start on this machine: a free port, a database with the invented municipality, and a server?

``python -m pejl.web.run --port N --database FOLDER`` runs it on data of its own, for tests: with ``--inhabitants`` a
smaller municipality, and a FOLDER in which a filled ``pejl.sqlite3`` already lies is used as it is.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import django

from pejl.dates import danish_date
from pejl.web import clock
from pejl.web.demo.people import PASSWORD
from pejl.web.examples import EXAMPLES

HOST: Final = "127.0.0.1"
PORT: Final = 8000
INHABITANTS: Final = 30_000
# In a smaller municipality some teams have nobody.
FEWEST: Final = 5_000
_INTERRUPTED: Final = 130
_PORTS_TRIED: Final = 100


class Refused(Exception):
    """The demo cannot start; the message is the Danish sentence: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for. No folder: var/ of the project. No database: a file in the folder."""

    port: int = PORT
    fresh: bool = False
    folder: Path | None = None
    database_url: str = ""
    inhabitants: int = INHABITANTS
    example: str = ""  # one of the municipalities of ``examples``


def start(wanted: Wanted) -> int:
    """Prepare and serve until stopped; gives the exit code."""
    try:
        _refuse_taken(wanted.port)
        _set_up(wanted)
        _prepare(wanted)
        serve(wanted.port, ready=lambda: _tell(wanted))
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nAfbrudt. Kør ./start igen; det, der ikke blev færdigt, laves forfra.\n")
        return _INTERRUPTED
    return 0


# --- before -----------------------------------------------------------------------------------------------------


def _refuse_taken(port: int) -> None:
    if not is_free(port):
        others = (each for each in range(port + 1, port + _PORTS_TRIED) if is_free(each))
        raise Refused(f"Port {port} er optaget, måske af en anden Pejl. Prøv ./start --port {next(others, 'NUMMER')}.")


def is_free(port: int) -> bool:
    """Whether nobody listens on the port."""
    with socket.socket() as asked:
        # As the server itself will do, so that a port one has just left counts as free.
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((HOST, port))
        except OSError:
            return False
        return True


def _set_up(wanted: Wanted) -> None:
    """The environment is all that the settings are made of, so it is set before they are read."""
    if os.environ.get("PEJL_ENV", "demo") != "demo":
        raise Refused(
            "./start er kun til demoen, men PEJL_ENV siger noget andet. Fjern den, eller se docs/gør/i-drift.md."
        )
    os.environ["DJANGO_SETTINGS_MODULE"] = "pejl.web.settings"
    os.environ.pop("DATABASE_URL", None)
    if wanted.folder:
        os.environ["PEJL_DATA"] = str(wanted.folder.resolve())
    for name in ("PEJL_EXAMPLE", "PEJL_DAY"):
        os.environ.pop(name, None)
    if wanted.example:
        _choose_example(wanted)
    if wanted.database_url:
        os.environ["DATABASE_URL"] = wanted.database_url
    django.setup()


def _choose_example(wanted: Wanted) -> None:
    """Its own name, its own day, and a database of its own, beside the demo's."""
    example = EXAMPLES[wanted.example]
    os.environ |= {"PEJL_EXAMPLE": wanted.example, "PEJL_DAY": example.day.isoformat()}
    os.environ["PEJL_MUNICIPALITY"] = example.municipality
    if not wanted.folder:
        os.environ["PEJL_DATA"] = str(Path(__file__).parents[3] / "var" / "eksempel" / wanted.example)


def _prepare(wanted: Wanted) -> None:
    # Only here: these read the settings, which are made by _set_up.
    from django.conf import settings
    from django.db import OperationalError

    from pejl.web import preparing

    (settings.PEJL_DATA / "static").mkdir(parents=True, exist_ok=True)
    try:
        preparing.refuse_others()
        if wanted.fresh:
            preparing.throw_away()
        if not preparing.is_ready(now=clock.now()):
            _prepare_apart(wanted)
    except preparing.NotTheDemo as refusal:
        raise Refused(str(refusal)) from refusal
    except OperationalError as error:
        raise Refused(f"Databasen kan ikke bruges: {error}\nSe efter adressen, og om databasen kører.") from error


def _prepare_apart(wanted: Wanted) -> None:
    if wanted.example:
        _say("Gør eksemplet klar …")
    else:
        _say("Gør den opdigtede kommune klar. Første gang tager det omkring et halvt minut …")
    command = [sys.executable, "-m", "pejl.web.preparing", str(wanted.inhabitants)]
    if subprocess.run(command, check=False).returncode:  # noqa: S603 -- our own module, and a number
        raise Refused("Demoen kunne ikke gøres klar. Se beskeden herover. ./start --fresh begynder forfra.")


def _tell(wanted: Wanted) -> None:
    """What a person needs to know, once the server answers."""
    from django.utils.module_loading import import_string

    from pejl.web import preparing

    _say(f"\n{_what_runs(wanted)} Åbn http://{HOST}:{wanted.port}/ i en browser.\n")
    _say(f"Log ind som en af dem her. Adgangskoden er {PASSWORD}\n")
    for username, _, _, role in import_string(settings_logins())():
        _say(f"  {username:<9} {role}")
    if wanted.example:
        _say(f"\nStop med Ctrl-C. ./start --example {wanted.example} --fresh begynder forfra.\n")
        return
    if sample := preparing.lay_out_sample():
        shown = sample.relative_to(Path.cwd()) if sample.is_relative_to(Path.cwd()) else sample
        _say(f"\nEt udtræk fra et fagsystem ligger i {shown}. Log ind som dan, og læs det ind under Indlæs.")
    _say("Stop med Ctrl-C. ./start --fresh begynder forfra med nye data.\n")


def settings_logins() -> str:
    """Where the people who can be signed in as are listed."""
    from django.conf import settings

    return str(settings.DEMO_LOGINS)


def _what_runs(wanted: Wanted) -> str:
    if not wanted.example:
        return "Pejl kører med opdigtede data fra Nordby Kommune."
    example = EXAMPLES[wanted.example]
    return f"Pejl viser {example.municipality}, som papirerne fortæller om den {danish_date(example.day)}."


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


# --- the server -------------------------------------------------------------------------------------------------


def serve(port: int, *, ready: Callable[[], None]) -> None:
    """Answer on this machine only, until Ctrl-C; ``ready`` is called when the port is open."""
    # Connections to the database must not be shared with the workers.
    from django.db import connections

    connections.close_all()
    if sys.platform == "win32":
        _serve_on_windows(port, ready=ready)
    else:
        _serve_with_gunicorn(port, ready=ready)


def _serve_on_windows(port: int, *, ready: Callable[[], None]) -> None:
    from django.core.management import call_command

    ready()
    call_command("runserver", f"{HOST}:{port}", use_reloader=False, verbosity=0)


def _serve_with_gunicorn(port: int, *, ready: Callable[[], None]) -> None:
    # Only here: there is no gunicorn on Windows.
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]  # the library ships no types
        """Two workers with our application, loaded once and copied."""

        def load_config(self) -> None:
            for name, value in _gunicorn(port, ready).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from pejl.web.wsgi import application

            return application

    here = os.getpid()
    try:
        Server().run()
    except SystemExit as ended:
        if os.getpid() != here:
            raise  # a worker, which is a copy of us and ends here as well
        if ended.code:
            raise Refused("Serveren stoppede med en fejl. Se beskeden herover.") from ended
    _say("\nPejl er stoppet.")


def _gunicorn(port: int, ready: Callable[[], None]) -> dict[str, Any]:
    return {
        "bind": f"{HOST}:{port}",
        "workers": 2,
        "worker_class": "gthread",
        "threads": 4,
        "preload_app": True,
        "timeout": 120,
        "graceful_timeout": 2,
        "loglevel": "critical",
        "control_socket_disable": True,
        "when_ready": lambda _server: ready(),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """The server for tests."""
    parser = ArgumentParser(prog="python -m pejl.web.run")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--database", type=Path, required=True)
    parser.add_argument("--inhabitants", type=int, default=INHABITANTS)
    parser.add_argument("--example", choices=list(EXAMPLES), default="")
    asked = parser.parse_args(argv)
    url = f"sqlite:///{asked.database.resolve() / 'pejl.sqlite3'}"
    wanted = Wanted(port=asked.port, folder=asked.database, database_url=url)
    return start(replace(wanted, inhabitants=asked.inhabitants, example=asked.example))


if __name__ == "__main__":
    sys.exit(main())
