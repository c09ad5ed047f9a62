"""Does the frame around every page show the right menu, and hold without person, without request, without pages?"""

import re
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import RequestFactory
from django.urls import path
from pytest_django import Settings

from pejl.web.access.roles import CENTERCHEF, RAADGIVER, Right
from pejl.web.shell import MENU, MenuItem, shell_of

# Its pages are opened on both databases by test_roles and test_scope; what they say is no database's doing.
pytestmark = pytest.mark.one_database

PAGE = '{% extends "base.html" %}{% block title %}Prøve{% endblock %}{% block content %}<h1>Prøve</h1>{% endblock %}'


def view(request: HttpRequest) -> HttpResponse:
    """A page of no interest."""
    return HttpResponse()


# »log« is missing, as a page may be that is not built.
urlpatterns = [path(f"{each.url_name}/", view, name=each.url_name) for each in MENU if each.url_name != "log"]
urlpatterns += [path("", view, name="home"), path("logud/", view, name="logout")]


def asked(address: str, rights: frozenset[Right]) -> HttpRequest:
    """A request from somebody with these rights."""
    request = RequestFactory().get(address)
    person = SimpleNamespace(name="Anne <b>", rights=rights, roles_told="Rådgiver (Øst)")
    request.__dict__["person"] = person
    return request


def menu(rights: frozenset[Right], address: str = "/") -> tuple[MenuItem, ...]:
    """The menu of somebody with these rights."""
    return shell_of(asked(address, rights)).menu


@pytest.fixture(autouse=True)
def addresses(settings: Settings) -> None:
    """The addresses of this module."""
    settings.ROOT_URLCONF = __name__


def test_the_menu_follows_the_rights() -> None:
    whole = ["Min dag", "Nyt ind", "Vagt", "Sager", "Plan", "Oprydning", "Håndbog", "Regelbog"]
    assert [each.label for each in menu(RAADGIVER.rights)] == whole
    above = ["Overblik", "Plan", "Nøgletal", "Papirer", "Ungekredsens tal", "Håndbog", "Regelbog"]
    assert [each.label for each in menu(CENTERCHEF.rights)] == above
    assert [each.label for each in menu(frozenset())] == ["Plan", "Håndbog", "Regelbog"]


def test_a_page_that_is_not_built_is_left_out() -> None:
    assert "Log" not in [each.label for each in menu(frozenset(Right))]


def test_the_current_page_is_marked_and_so_is_its_parent() -> None:
    below = {each.label: each.current for each in menu(frozenset(Right), "/sager/abc/")}
    assert below["Sager"] == "true"
    assert not any(current for label, current in below.items() if label != "Sager")


def test_nobody_signed_in_has_no_menu() -> None:
    assert shell_of(RequestFactory().get("/")).menu == ()
    assert shell_of(None).person is None


def base(request: HttpRequest) -> str:
    """A page in the frame."""
    return engines["django"].from_string(PAGE).render({}, request)


def test_the_frame_has_what_a_screen_reader_looks_for() -> None:
    page = base(asked("/sager/", frozenset(Right)))
    assert '<html lang="da">' in page
    assert '<a class="skipnav" href="#main-content">' in page
    assert '<main id="main-content"' in page
    assert "<title>Prøve – Pejl</title>" in page
    assert page.count('aria-label="Hovedmenu"') == 2


def test_signing_out_is_a_form() -> None:
    page = base(asked("/", frozenset()))
    assert '<form method="post" action="/logud/">' in page
    assert "csrfmiddlewaretoken" in page
    assert "Anne &lt;b&gt;" in page


@pytest.mark.parametrize(("environment", "shown"), [("demo", True), ("produktion", False)])
def test_a_demo_says_that_its_people_are_invented(environment: str, shown: bool, settings: Settings) -> None:
    settings.PEJL_ENV = environment
    assert ("Opdigtede data" in base(RequestFactory().get("/"))) is shown


def test_nothing_is_inline() -> None:
    page = base(asked("/", frozenset(Right)))
    assert " style=" not in page
    assert "<style" not in page
    assert not re.search(r" on[a-z]+=", page)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", page))


def test_the_files_of_the_frame_exist() -> None:
    page = base(RequestFactory().get("/"))
    files = re.findall(r'"/?static/([^"]+)"', page)
    assert len(files) >= 6
    assert [each for each in files if not finders.find(each)] == []
