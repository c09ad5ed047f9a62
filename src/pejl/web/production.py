"""Is this set-up fit for real children's cases? Each fault is a Danish sentence: what is wrong, and what to set.

The web refuses to start in production as long as there is one (``wsgi.py``, ``python -m pejl.web check``).
"""

from __future__ import annotations

import binascii
import sys
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Iterator
from typing import Any, Final, NoReturn

from django.apps import apps
from django.conf import LazySettings
from django.contrib.auth.hashers import check_password
from django.db import DatabaseError

from pejl.web.demo.people import PASSWORD, PEOPLE, SOURCE

PRODUCTION: Final = "produktion"
DEMO: Final = "demo"
MODES: Final = ("alene", "ved_siden_af")
_SECRET_LETTERS: Final = 50
_KEY_BYTES: Final = 32
# Gunicorn's own code for a worker that must not be started again.
_WORKER_CANNOT_BOOT: Final = 3
_OIDC: Final = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "PEJL_OIDC_AUTHORIZATION_URL",
    "OIDC_OP_TOKEN_ENDPOINT": "PEJL_OIDC_TOKEN_URL",
    "OIDC_OP_USER_ENDPOINT": "PEJL_OIDC_USER_URL",
    "OIDC_OP_JWKS_ENDPOINT": "PEJL_OIDC_JWKS_URL",
}


def faults(settings: LazySettings) -> list[str]:
    """What is wrong with the settings; nothing in a demo but a word that is no environment at all."""
    if settings.PEJL_ENV == DEMO:
        return []
    if settings.PEJL_ENV != PRODUCTION:
        return [
            f"PEJL_ENV er »{settings.PEJL_ENV}«. Sæt den til »{PRODUCTION}« i drift eller »{DEMO}« til opdigtede data."
        ]
    return [
        *_secret_faults(settings),
        *_choice_faults(settings),
        *_server_faults(settings),
        *_login_faults(settings),
    ]


def _secret_faults(settings: LazySettings) -> Iterator[str]:
    if settings.SECRET_KEY == settings.DEMO_SECRET:
        yield "Pejl bruger demoens hemmelighed. Sæt PEJL_SECRET_KEY til en lang, tilfældig tekst, kun serveren kender."
    elif len(settings.SECRET_KEY) < _SECRET_LETTERS:
        yield f"PEJL_SECRET_KEY er for kort. Sæt den til en tilfældig tekst på mindst {_SECRET_LETTERS} tegn."
    if settings.PEJL_CPR_KEY == settings.DEMO_CPR_KEY:
        yield "Pejl bruger demoens nøgle til CPR-numre. Sæt PEJL_CPR_KEY til jeres egen nøgle."
    elif not _is_key(settings.PEJL_CPR_KEY):
        yield "PEJL_CPR_KEY er ikke en nøgle. Lav en med »python -m pejl.web key«, og sæt den ind, som den er."


def _is_key(text: str) -> bool:
    try:
        return len(urlsafe_b64decode(text)) == _KEY_BYTES
    except (ValueError, binascii.Error):
        return False


def _choice_faults(settings: LazySettings) -> Iterator[str]:
    if settings.PEJL_MODE not in MODES:
        yield (
            "Det er ikke valgt, hvordan Pejl bruges. Sæt PEJL_MODE til »alene«, hvis I registrerer i Pejl, eller "
            "»ved_siden_af«, hvis fagsystemets lister gælder."
        )
    if not settings.PEJL_MUNICIPALITY or settings.PEJL_MUNICIPALITY == settings.DEMO_MUNICIPALITY:
        yield "Kommunens navn mangler. Sæt PEJL_MUNICIPALITY, fx »Eksempel Kommune«."


def _server_faults(settings: LazySettings) -> Iterator[str]:
    if settings.DEBUG:
        yield "PEJL_DEBUG er slået til, så fejlsider viser for meget. Fjern PEJL_DEBUG."
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        yield "Databasen er SQLite, som kun er til demoen. Sæt DATABASE_URL til en PostgreSQL-database."
    if not settings.PEJL_HOSTS_CHOSEN or not settings.ALLOWED_HOSTS:
        yield "Det er ikke valgt, hvilket navn Pejl svarer på. Sæt PEJL_HOSTS til serverens, fx »pejl.eksempel.dk«."
    elif any(host == "*" or host.startswith(".") for host in settings.ALLOWED_HOSTS):
        yield "PEJL_HOSTS tillader alle navne. Skriv de navne, Pejl skal svare på, med komma imellem."


def _login_faults(settings: LazySettings) -> Iterator[str]:
    missing = [name for name, value in _oidc_values(settings) if not value]
    if missing:
        yield (
            "Medarbejderne kan kun logge ind med adgangskode. Tilslut kommunens login: sæt "
            f"{', '.join(missing)} (OpenID Connect)."
        )


def _oidc_values(settings: LazySettings) -> Iterable[tuple[str, str]]:
    """What signing in through the municipality takes: who we are there, and where it is, told or found at the start."""
    yield "PEJL_OIDC_CLIENT_ID", settings.OIDC_RP_CLIENT_ID
    yield "PEJL_OIDC_CLIENT_SECRET", settings.OIDC_RP_CLIENT_SECRET
    if all(getattr(settings, name) for name in _OIDC):
        return
    yield "PEJL_OIDC_ISSUER", settings.PEJL_OIDC_ISSUER


# --- what only the database can tell ----------------------------------------------------------------------------


def database_faults() -> list[str]:
    """What of the demo is in the database, or why it cannot be asked."""
    try:
        return [*_demo_faults()]
    except DatabaseError as error:
        told = type(error).__name__
        return [f"Databasen kan ikke bruges ({told}). Se efter DATABASE_URL, og kør »python -m pejl.web prepare«."]


def _demo_faults() -> Iterator[str]:
    people = sorted(user.username for user in _users() if _is_of_the_demo(user))
    if people:
        yield (
            f"Databasen har demoens brugere ({', '.join(people)}), og alle kender deres adgangskode. "
            "Brug en ny, tom database; demoens kan ikke gøres til jeres."
        )
    elif apps.get_model("cases", "EventRow")._default_manager.filter(source=SOURCE).exists():
        yield "Databasen har demoens opdigtede sager. Brug en ny, tom database."


def _users() -> Iterable[Any]:
    names = [person.username for person in PEOPLE]
    return apps.get_model("access", "User")._default_manager.filter(username__in=names)


def _is_of_the_demo(user: Any) -> bool:
    """A real Lars may have the user name »lars«, but not the demo's name or password as well."""
    named = {person.username: person.name for person in PEOPLE}
    return bool(user.name == named[user.username] or check_password(PASSWORD, user.password))


# --- at the start -----------------------------------------------------------------------------------------------


def all_faults(settings: LazySettings) -> list[str]:
    """Everything that must be mended before the web may start; the database is asked once the settings are right."""
    found = faults(settings)
    if found or settings.PEJL_ENV == DEMO:
        return found
    return [*_unprepared(settings), *database_faults()]


def _unprepared(settings: LazySettings) -> Iterator[str]:
    if not (settings.STATIC_ROOT / "staticfiles.json").is_file():
        yield "Stilark og billeder er ikke samlet. Kør »python -m pejl.web prepare«."


def stop_if_unfit(settings: LazySettings) -> None:
    """End the program with the faults, if there are any."""
    if found := all_faults(settings):
        stop(found)


def stop(sentences: Iterable[str]) -> NoReturn:
    """Say what must be mended, and end so that gunicorn ends too and does not try again and again."""
    lines = "".join(f"  - {each}\n" for each in sentences)
    sys.stderr.write(f"Pejl starter ikke, før dette er rettet:\n{lines}")
    raise SystemExit(_WORKER_CANNOT_BOOT)
