"""What stands on every page of the plan: the tabs, and the links by which a row is written."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pejl.web.access.roles import Right
from pejl.web.plan.actions import told
from pejl.web.plan.indicator_names import indicator_name
from pejl.web.plan.models import Evidence, FocusArea, PlanRow
from pejl.web.plan.pages import STANDS_UNDER, TABS
from pejl.web.plan.paper import evidence_words
from pejl.web.plan.sheets import SHEET_BY_SLUG, sheet_of

register = template.Library()


@register.inclusion_tag("_components/tabs.html", takes_context=True)
def plan_tabs(context: Context) -> dict[str, Any]:
    """The pages of the plan, with the one we are on."""
    request = context["request"]
    urls = [(label, reverse(name)) for label, name in TABS]
    # A page stands under the tab it is written together with: one action under the actions.
    here = request.resolver_match.func.__module__ if request.resolver_match else ""
    path = request.path
    if "sheet" in context:  # a form stands under the page it was opened from
        path = urlsplit(_way_back(context)[1]).path
        here = str(resolve(path).func.__module__)
    here = STANDS_UNDER.get(here, here)
    current = next((url for _, url in urls if _place(url) == here), "")
    if not current:
        current = max((url for _, url in urls if path.startswith(url)), key=len, default="")
    # An older strategy stays chosen from page to page.
    chosen = request.GET.get("strategi", "")
    asked = f"?{urlencode({'strategi': chosen})}" if chosen else ""
    return {"label": "Plan", "items": [(label, url + asked, url == current) for label, url in urls]}


def _way_back(context: Context) -> tuple[str, str]:
    """What a form is about and the page it was opened from: the row, what a new one belongs to, or its tab."""
    sheet, row, parent = context["sheet"], context.get("row"), context.get("parent")
    if row:
        return told(row), sheet.page(row)
    if sheet.tab:
        return next(label for label, name in TABS if name == sheet.tab), reverse(sheet.tab)
    if parent:
        return told(parent), sheet_of(type(parent)).page(parent)
    return "Strategi", reverse("plan")


@register.simple_tag(takes_context=True)
def way_back_to(context: Context) -> dict[str, str]:
    """What a form is about, and the page it was opened from."""
    about, url = _way_back(context)
    return {"about": about, "url": url}


@register.inclusion_tag("_components/breadcrumbs.html", takes_context=True)
def way_back(context: Context, here: str) -> dict[str, Any]:
    """The way from a form back to what it is about."""
    about, url = _way_back(context)
    return {"steps": [(about, url), (here, "")]}


@cache
def _place(url: str) -> str:
    """The module of the view that answers an address."""
    return str(resolve(url).func.__module__)


@register.simple_tag(takes_context=True)
def row_links(context: Context, row: PlanRow) -> SafeString:
    """»Ret« (for those who may) and »Historik«, told apart for those who only hear the links."""
    sheet, person = sheet_of(type(row)), context["request"].person
    parent = getattr(row, sheet.parent) if sheet.parent else None
    links = [("Historik", reverse("ark-historik", args=(sheet.slug, row.key)))]
    if sheet.may_write(person, parent):
        links.insert(0, ("Ret", reverse("ark-ret", args=(sheet.slug, row.key))))
    name = told(row)
    shown = format_html_join(
        "", '<a href="{}">{}<span class="sr-only">: {}</span></a>', ((u, t, name) for t, u in links)
    )
    return format_html('<span class="pejl-plan-links">{}</span>', shown)


@register.simple_tag(takes_context=True)
def new_row(context: Context, slug: str, parent: PlanRow | None = None, text: str = "") -> SafeString:
    """A button to write a new row of this kind, for those who may."""
    sheet = SHEET_BY_SLUG[slug]
    if not sheet.may_write(context["request"].person, parent):
        return SafeString("")
    url = reverse("ark-ny", args=(slug, parent.key if parent else "-"))
    about = format_html('<span class="sr-only">: {}</span>', told(parent)) if parent else ""
    return format_html('<a class="button button-secondary" href="{}">{}{}</a>', url, text or sheet.new, about)


@register.simple_tag(takes_context=True)
def figure_link(context: Context, key: str) -> SafeString:
    """A figure by its name, with a link to where it is shown for those who may see it."""
    name = indicator_name(key)
    if not name:
        return SafeString("et nøgletal, som ikke længere findes i Pejl")
    url = _figures(context, "noegletal-et", key)
    return format_html('<a href="{}">{}</a>', url, name) if url else format_html("{}", name)


@register.simple_tag(takes_context=True)
def figures_of(context: Context, area: FocusArea) -> SafeString:
    """The way to the figures of a focus area."""
    url = _figures(context, "noegletal-omraade", area.key)
    return format_html('<p><a href="{}">Se tallene og udviklingen for området</a></p>', url) if url else SafeString("")


def _figures(context: Context, name: str, key: str) -> str:
    """Figures are shown above the plan, which knows only the names of the addresses; empty where there are none."""
    if not context["request"].person.may(Right.OVERVIEW):
        return ""
    try:
        return reverse(name, args=(key,))
    except NoReverseMatch:
        return ""


@register.simple_tag(name="evidence_words")
def told_evidence(evidence: Evidence) -> str:
    """By what an effect is seen, in words."""
    return evidence_words(evidence)


@register.simple_tag
def page_of(row: PlanRow) -> str:
    """The page where a row is read."""
    return sheet_of(type(row)).page(row)


@register.filter
def lines(text: str) -> list[str]:
    """What stands on each line of its own."""
    return [line.strip() for line in text.splitlines() if line.strip()]
