"""Who comes in with a password, who is kept out, for how long, and what does each see first?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db.models import F
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from pejl.web import clock
from pejl.web.access.models import Post, User
from pejl.web.access.roles import ROLES
from tests.web.nordby import NOW, TODAY, Nordby

PASSWORD = "en lang adgangskode 2026"  # noqa: S105 -- made for these tests
WRONG = "noget helt andet 2026"


@pytest.fixture(autouse=True)
def fast(settings: Settings) -> None:
    """Hash as quickly as can be: what is tried here is who comes in, not how hard it is to guess."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def adviser(nordby: Nordby) -> User:
    """Somebody with a password."""
    user = nordby.people["raadgiver"]
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, username: str, password: str, **more: str) -> Any:
    """Send the form."""
    return client.post(reverse("login"), {"username": username, "password": password, **more})


def is_in(client: Client) -> bool:
    """Whether somebody is signed in."""
    return "_auth_user_id" in client.session


# --- in and out -------------------------------------------------------------------------------------------------


def test_the_right_password_opens(adviser: User) -> None:
    client = Client()
    answer = sign_in(client, adviser.username.upper(), PASSWORD)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("home")
    assert is_in(client)


def test_the_session_is_a_new_one_after_signing_in(adviser: User) -> None:
    client = Client()
    session = client.session
    session["noget"] = 1
    session.save()
    before = session.session_key or ""
    client.cookies["sessionid"] = before
    sign_in(client, adviser.username, PASSWORD)
    assert client.session.session_key != before


def test_one_comes_back_to_where_one_was_and_nowhere_else(adviser: User) -> None:
    inside = sign_in(Client(), adviser.username, PASSWORD, next="/regelbog/")
    outside = sign_in(Client(), adviser.username, PASSWORD, next="https://ondt.example/")
    assert (inside["Location"], outside["Location"]) == ("/regelbog/", reverse("home"))


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(adviser: User) -> None:
    known = sign_in(Client(), adviser.username, WRONG)
    unknown = sign_in(Client(), "findesikke", WRONG)
    assert known.status_code == unknown.status_code == 422
    told = [
        answer.content.decode().replace(name, "")
        for answer, name in ((known, adviser.username), (unknown, "findesikke"))
    ]
    assert "Brugernavn eller adgangskode er ikke rigtig" in told[0]
    assert without_token(told[0]) == without_token(told[1])


def without_token(page: str) -> list[str]:
    """The lines of a page that do not hold something made for this answer alone."""
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "nonce" not in line]


def test_an_empty_form_says_what_is_missing(db: None) -> None:
    page = sign_in(Client(), "", "").content.decode()
    assert "Skriv dit brugernavn." in page
    assert "Skriv din adgangskode." in page


def test_out_is_out(adviser: User) -> None:
    client = Client()
    sign_in(client, adviser.username, PASSWORD)
    assert client.get(reverse("logout")).status_code == 405
    answer = client.post(reverse("logout"), follow=True)
    assert "Du er logget ud." in answer.content.decode()
    assert not is_in(client)


def test_whoever_is_closed_is_told_so_only_with_the_right_password(adviser: User) -> None:
    User.objects.filter(pk=adviser.pk).update(is_active=False)
    client = Client()
    assert "er lukket" not in sign_in(client, adviser.username, WRONG).content.decode()
    assert "Din bruger i Pejl er lukket" in sign_in(client, adviser.username, PASSWORD).content.decode()
    assert not is_in(client)


def test_whoever_is_closed_while_signed_in_is_out(nordby: Nordby) -> None:
    client = nordby.client("raadgiver")
    User.objects.filter(username="raadgiver").update(is_active=False)
    assert client.get(reverse("home"))["Location"].startswith(reverse("login"))


def test_no_password_works_where_there_are_none(adviser: User, settings: Settings) -> None:
    settings.PEJL_PASSWORD_LOGIN = False
    client = Client()
    assert sign_in(client, adviser.username, PASSWORD).status_code == 405
    assert 'type="password"' not in client.get(reverse("login")).content.decode()


def test_the_demo_shows_its_people_and_nobody_else_does(db: None, settings: Settings) -> None:
    assert "nordby-demo" in Client().get(reverse("login")).content.decode()
    settings.DEMO_LOGINS = ""
    assert "nordby-demo" not in Client().get(reverse("login")).content.decode()


# --- too many wrong ones ----------------------------------------------------------------------------------------


def lock(client: Client, *names: str) -> Any:
    """Five wrong passwords; gives the last answer."""
    return [sign_in(client, names[n % len(names)], WRONG) for n in range(5)][-1]


def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour(adviser: User) -> None:
    client = Client()
    assert lock(client, adviser.username).status_code == 429
    answer = sign_in(client, adviser.username, PASSWORD)
    assert answer.status_code == 429
    assert "Vent et kvarter" in answer.content.decode()
    assert not is_in(client)
    for minutes, status in ((14, 429), (2, 302)):
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=minutes))
        assert sign_in(client, adviser.username, PASSWORD).status_code == status


def test_an_unknown_name_is_locked_with_the_same_words(adviser: User) -> None:
    known, unknown = lock(Client(), adviser.username), lock(Client(), "findesikke")
    assert unknown.status_code == 429
    assert without_token(known.content.decode()) == without_token(unknown.content.decode())


def test_capital_letters_give_no_more_tries(adviser: User) -> None:
    assert lock(Client(), adviser.username, adviser.username.upper(), f" {adviser.username}").status_code == 429


def test_a_colleague_at_the_same_address_is_not_locked_out(adviser: User) -> None:
    lock(Client(), "en anden")
    assert sign_in(Client(), adviser.username, PASSWORD).status_code == 302


def test_the_same_person_elsewhere_is_not_locked_out(adviser: User) -> None:
    lock(Client(REMOTE_ADDR="192.0.2.7"), adviser.username)
    assert sign_in(Client(), adviser.username, PASSWORD).status_code == 302


def test_no_password_is_written_down(adviser: User) -> None:
    sign_in(Client(), adviser.username, WRONG)
    kept = AccessAttempt.objects.values().get()
    assert kept["username"] == adviser.username
    assert not any(WRONG in str(value) or WRONG.split()[0] in str(value) for value in kept.values())


# --- away too long ----------------------------------------------------------------------------------------------


def at(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    """Let the clock stand so many minutes later."""
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(minutes=minutes))


def test_a_login_that_is_not_used_ends(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client = nordby.client("raadgiver")
    for minutes in (0, 29, 58):
        at(monkeypatch, minutes)
        assert client.get("/regelbog/").status_code == 200
    at(monkeypatch, 58 + 31)
    answer = client.get("/regelbog/")
    assert answer["Location"] == f"{reverse('login')}?next=/regelbog/"
    assert not is_in(client)
    assert "ikke har været brugt" in client.get(answer["Location"]).content.decode()


def test_a_part_of_a_page_is_not_filled_with_the_login(nordby: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    client = nordby.client("raadgiver")
    client.get("/regelbog/")
    at(monkeypatch, 31)
    for _ in range(2):  # logged out by being away, and then simply not signed in
        answer = client.get("/regelbog/", headers={"HX-Request": "true"})
        assert answer.status_code == 200
        assert answer["HX-Redirect"].startswith(reverse("login"))
        assert answer.content == b""


# --- the first page ---------------------------------------------------------------------------------------------

FIRST = {
    "centerchef": "overblik",
    "visitationsudvalg": "sager",
    "datakonsulent": "indlaes",
    "systemansvarlig": "medarbejdere",
    "ungekreds": "ungekredsen",
}


@pytest.mark.parametrize("role", [role.key for role in ROLES])
def test_each_role_begins_where_its_work_is(nordby: Nordby, role: str) -> None:
    assert nordby.client(role).get(reverse("home"))["Location"] == reverse(FIRST.get(role, "min-dag"))


def test_whoever_has_no_role_today_is_told_whom_to_ask(nordby: Nordby) -> None:
    Post.objects.filter(user__username="raadgiver").update(last=TODAY - timedelta(days=1))
    answer = nordby.client("raadgiver").get(reverse("home"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Du har ingen rolle i Pejl i dag" in page
    assert "Navn på systemansvarlig" in page


def test_a_stranger_is_sent_to_the_login(db: None) -> None:
    assert Client().get(reverse("home"))["Location"] == f"{reverse('login')}?next=/"
