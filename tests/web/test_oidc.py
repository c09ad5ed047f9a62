"""Does signing in through a municipality's identity provider hold, against a real provider on this machine?"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.contrib.auth import BACKEND_SESSION_KEY, SESSION_KEY
from django.core.exceptions import SuspiciousOperation
from django.test import Client, RequestFactory
from django.urls import reverse
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from pejl.web.access import provider
from pejl.web.access.models import User
from pejl.web.access.signing_in import MunicipalityBackend
from tests.web.nordby import Nordby

CLIENT = "pejl-i-proeve"
GONE = "http://127.0.0.1:9/"  # the port of nobody
PATIENCE = 60  # seconds; it takes one, but a loaded machine takes longer
# The subject is the provider's own name for a person, and no user name of ours.
ACCOUNTS = {"raadgiver": "s-1", "syd": "s-2", "Fremmed": "s-3", "": "s-4"}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider with some accounts, in a process of its own; gives its name."""
    accounts = [json.dumps({"sub": sub, "preferred_username": name}) for name, sub in ACCOUNTS.items()]
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    command += [word for account in accounts for word in ("--user-claims", account)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the provider answers."""
    give_up_at = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > give_up_at:
                raise
            time.sleep(0.05)


@pytest.fixture
def connected(nordby: Nordby, issuer: str, settings: Any) -> Nordby:
    """Pejl as it is when it has been started in a municipality with that provider."""
    settings.PEJL_OIDC_ISSUER = issuer
    settings.OIDC_RP_CLIENT_ID, settings.OIDC_RP_CLIENT_SECRET = CLIENT, "hemmelig"
    settings.PEJL_PASSWORD_LOGIN = False
    # This provider has one key, and some of its versions do not name it in their tokens.
    settings.OIDC_VERIFY_KID = False
    provider.connect(settings)
    return nordby


def leave(client: Client, **query: str) -> str:
    """Press the button on our page; gives the provider's address we are sent to."""
    answer = client.get(reverse("oidc_authentication_init"), query)
    assert answer.status_code == 302
    return str(answer["Location"])


def approve(address: str, name: str, **more: str) -> str:
    """Sign in at the provider as the account of this name; gives the address it sends the browser back to."""
    answer = requests.post(address, data={"sub": ACCOUNTS[name], **more}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def come_back(client: Client, address: str) -> Any:
    """Follow the browser back to us, and on to what it sees."""
    assert address.startswith("http://testserver/oidc/callback/")
    return client.get(address.removeprefix("http://testserver"), follow=True)


def sign_in(client: Client, name: str, **query: str) -> Any:
    """All of it."""
    return come_back(client, approve(leave(client, **query), name))


def is_in(client: Client) -> bool:
    """Whether somebody is signed in."""
    return SESSION_KEY in client.session


# --- in ---------------------------------------------------------------------------------------------------------


def test_a_known_person_comes_in_with_their_posts(connected: Nordby) -> None:
    client = Client()
    answer = sign_in(client, "raadgiver")
    assert answer.redirect_chain[-1] == (reverse("min-dag"), 302)
    assert answer.wsgi_request.person.user == connected.people["raadgiver"]
    assert [place.role.key for place in answer.wsgi_request.person.places] == ["raadgiver"]
    assert client.session[BACKEND_SESSION_KEY] == "pejl.web.access.signing_in.MunicipalityBackend"


def test_the_session_is_a_new_one(connected: Nordby) -> None:
    client = Client()
    address = leave(client)
    before = client.session.session_key
    come_back(client, approve(address, "raadgiver"))
    assert before
    assert client.session.session_key != before


def test_one_comes_back_to_where_one_was_and_nowhere_else(connected: Nordby) -> None:
    assert sign_in(Client(), "raadgiver", next="/regelbog/").request["PATH_INFO"] == "/regelbog/"
    outside = sign_in(Client(), "raadgiver", next="https://ondt.example/")
    assert outside.redirect_chain[0] == (reverse("home"), 302)


def test_what_is_asked_of_the_provider_cannot_be_used_by_others(
    connected: Nordby, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, str]] = []
    real = requests.post

    def spy(url: str, data: dict[str, str], **more: Any) -> requests.Response:
        sent.append(data)
        return real(url, data=data, **more)

    client = Client()
    address = leave(client)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert asked["scope"] == "openid profile"
    assert all(len(asked[name]) >= 32 for name in ("state", "nonce"))
    assert asked["code_challenge_method"] == "S256"
    back = approve(address, "raadgiver")
    monkeypatch.setattr("mozilla_django_oidc.auth.requests.post", spy)
    come_back(client, back)
    digest = sha256(sent[0]["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).decode().rstrip("=") == asked["code_challenge"]


@pytest.mark.parametrize("where", ["in the token", "when asked"])
def test_it_does_not_matter_where_the_provider_tells_the_name(
    connected: Nordby, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    library = "mozilla_django_oidc.auth.OIDCAuthenticationBackend"
    if where == "in the token":
        monkeypatch.setattr(f"{library}.get_userinfo", lambda *_: {"sub": ACCOUNTS["syd"]})
    else:
        real = OIDCAuthenticationBackend.verify_token
        monkeypatch.setattr(f"{library}.verify_token", lambda *given, **more: without_name(real(*given, **more)))
    client = Client()
    sign_in(client, "syd")
    assert client.session[SESSION_KEY] == str(connected.people["syd"].pk)


def without_name(token: dict[str, Any]) -> dict[str, Any]:
    """The token of a provider that says as little as it may."""
    return {name: value for name, value in token.items() if name != "preferred_username"}


# --- kept out ---------------------------------------------------------------------------------------------------


def test_a_stranger_is_told_so_and_nobody_is_made(connected: Nordby) -> None:
    before = User.objects.count()
    client = Client()
    page = sign_in(client, "Fremmed").content.decode()
    assert "du er ikke oprettet i Pejl" in page
    assert not is_in(client)
    assert User.objects.count() == before


def test_an_account_without_a_name_is_nobody(connected: Nordby) -> None:
    User.objects.create(username="", name="Uden navn")
    client = Client()
    assert "lykkedes ikke" in sign_in(client, "").content.decode()
    assert not is_in(client)


def test_whoever_is_closed_is_told_so(connected: Nordby) -> None:
    User.objects.filter(username="raadgiver").update(is_active=False)
    client = Client()
    assert "Din bruger i Pejl er lukket" in sign_in(client, "raadgiver").content.decode()
    assert not is_in(client)


def test_whoever_is_closed_while_signed_in_is_out(connected: Nordby) -> None:
    client = Client()
    sign_in(client, "raadgiver")
    User.objects.filter(username="raadgiver").update(is_active=False)
    assert client.get(reverse("home"))["Location"].startswith(reverse("login"))


def test_two_users_that_differ_only_in_capitals_are_both_kept_out(connected: Nordby) -> None:
    User.objects.create(username="RAADGIVER", name="Dobbelt")
    client = Client()
    assert "lykkedes ikke" in sign_in(client, "raadgiver").content.decode()
    assert not is_in(client)


def test_an_answer_that_was_asked_for_elsewhere_opens_nothing(connected: Nordby) -> None:
    somebody_else, client = Client(), Client()
    back = approve(leave(somebody_else), "raadgiver")
    leave(client)
    assert "lykkedes ikke" in come_back(client, back).content.decode()
    assert not is_in(client)


def test_an_answer_opens_only_once(connected: Nordby) -> None:
    client = Client()
    back = approve(leave(client), "raadgiver")
    come_back(client, back)
    client.post(reverse("logout"))
    come_back(client, back)
    assert not is_in(client)


def test_a_token_made_for_another_question_opens_nothing(connected: Nordby) -> None:
    client = Client()
    address = leave(client)
    session = client.session
    for state in session["oidc_states"].values():
        state["nonce"] = "noget andet"
    session.save()
    assert "lykkedes ikke" in come_back(client, approve(address, "raadgiver")).content.decode()
    assert not is_in(client)


def test_saying_no_at_the_provider_opens_nothing(connected: Nordby) -> None:
    client = Client()
    answer = come_back(client, approve(leave(client), "raadgiver", action="deny"))
    assert "lykkedes ikke" in answer.content.decode()
    assert not is_in(client)


def test_a_provider_that_is_gone_gives_no_page_of_errors(connected: Nordby, settings: Any) -> None:
    client = Client()
    back = approve(leave(client), "raadgiver")
    settings.OIDC_OP_TOKEN_ENDPOINT = GONE
    answer = come_back(client, back)
    assert answer.status_code == 200
    assert "lykkedes ikke" in answer.content.decode()


def token(client_id: str, issuer: str) -> str:
    """A real token that the provider has made for this client."""
    query = {"client_id": client_id, "redirect_uri": "http://testserver/oidc/callback/", "nonce": "n", "state": "s"}
    address = requests.Request(
        "GET", f"{issuer}/oauth2/authorize", params={**query, "response_type": "code", "scope": "openid"}
    ).prepare()
    code = parse_qs(urlsplit(approve(str(address.url), "raadgiver")).query)["code"][0]
    asked = {**query, "code": code, "grant_type": "authorization_code", "client_secret": "x"}
    answer = requests.post(f"{issuer}/oauth2/token", data=asked, timeout=10)
    return str(answer.json()["id_token"])


def test_a_token_for_another_system_is_refused(connected: Nordby, issuer: str) -> None:
    backend = MunicipalityBackend()
    assert backend.verify_token(token(CLIENT, issuer), nonce="n")["aud"]
    with pytest.raises(SuspiciousOperation, match="for somebody else"):
        backend.verify_token(token("et-andet-system", issuer), nonce="n")


def test_a_token_from_another_provider_is_refused(connected: Nordby, issuer: str, settings: Any) -> None:
    settings.PEJL_OIDC_ISSUER = "https://login.eksempel.dk"
    with pytest.raises(SuspiciousOperation, match="from somebody else"):
        MunicipalityBackend().verify_token(token(CLIENT, issuer), nonce="n")


def test_an_answer_about_another_person_is_refused(connected: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "mozilla_django_oidc.auth.OIDCAuthenticationBackend.get_userinfo",
        lambda *_: {"sub": ACCOUNTS["syd"], "preferred_username": "syd"},
    )
    client = Client()
    assert "lykkedes ikke" in sign_in(client, "raadgiver").content.decode()
    assert not is_in(client)


# --- where it is not connected, and finding it --------------------------------------------------------------------


def test_where_no_provider_is_connected_there_is_no_such_page(db: None) -> None:
    for name in ("oidc_authentication_init", "oidc_authentication_callback"):
        assert Client().get(reverse(name)).status_code == 404
    assert "arbejdskonto" not in Client().get(reverse("login")).content.decode()


def test_the_login_page_leads_to_the_provider(connected: Nordby) -> None:
    page = Client().get(reverse("login"), {"next": "/regelbog/"}).content.decode()
    assert f'href="{reverse("oidc_authentication_init")}?next=/regelbog/"' in page
    assert 'type="password"' not in page


def test_no_page_asks_the_provider_where_it_is(connected: Nordby, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("pejl.web.access.provider.urlopen")
    leave(Client())


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("http://127.0.0.1:9", "svarer ikke, som den skal"),
        ("http://login.eksempel.dk", "skal begynde med https://"),
        ("file:///etc/passwd", "skal begynde med https://"),
    ],
)
def test_a_provider_that_cannot_be_used_is_refused_with_what_to_do(settings: Any, named: str, told: str) -> None:
    settings.PEJL_OIDC_ISSUER = named
    with pytest.raises(provider.NoProvider, match=told):
        provider.connect(settings)


def test_a_provider_that_calls_itself_something_else_is_refused(settings: Any, issuer: str) -> None:
    settings.PEJL_OIDC_ISSUER = f"{issuer}/"
    with pytest.raises(provider.NoProvider, match="Sæt PEJL_OIDC_ISSUER til præcis det"):
        provider.connect(settings)


def test_addresses_that_are_told_are_not_looked_for(settings: Any) -> None:
    settings.PEJL_OIDC_ISSUER = "https://login.eksempel.dk"
    for name in ("AUTHORIZATION", "TOKEN", "USER", "JWKS"):
        setattr(settings, f"OIDC_OP_{name}_ENDPOINT", f"https://login.eksempel.dk/{name}")
    provider.connect(settings)


def test_the_backend_needs_a_request(connected: Nordby) -> None:
    assert MunicipalityBackend().authenticate(None) is None
    assert MunicipalityBackend().authenticate(RequestFactory().get("/")) is None
