"""What stands on every page of the plan: the tabs, and the links by which a row is written."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pejl.web.plan.actions import told
from pejl.web.plan.models import PlanRow
from pejl.web.plan.pages import TABS
from pejl.web.plan.sheets import SHEET_BY_SLUG, sheet_of

register = template.Library()


@register.inclusion_tag("_components/tabs.html", takes_context=True)
def plan_tabs(context: Context) -> dict[str, Any]:
    """The pages of the plan, with the one we are on."""
    request = context["request"]
    urls = [(label, reverse(name)) for label, name in TABS]
    current = max((url for _, url in urls if request.path.startswith(url)), key=len, default="")
    # An older strategy stays chosen from page to page.
    chosen = request.GET.get("strategi", "")
    asked = f"?{urlencode({'strategi': chosen})}" if chosen else ""
    return {"label": "Plan", "items": [(label, url + asked, url == current) for label, url in urls]}


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
