"""Do the shared parts of the pages say the right Danish words, escape what comes in, and speak to a screen reader?"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

from pejl.rules import Force
from pejl.tables import Status
from pejl.web import components

# Nothing here asks a database.
pytestmark = pytest.mark.one_database

NOON = datetime(2024, 5, 3, 10, tzinfo=UTC)  # a Friday, 12.00 in Denmark
END_OF_DAY = datetime(2024, 5, 3, 21, 59, 59, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script>'


def rendered(text: str, request: HttpRequest | None = None, /, **values: Any) -> str:
    """What a template makes of these values, on one line."""
    return " ".join(engines["django"].from_string(text).render(values, request).split())


class Letter(forms.Form):
    """A form with every kind of field the pages use."""

    sender = forms.CharField(label="Hvem skrev?", help_text="Fx en skole.")
    day = forms.DateField(label="Modtaget", required=False)
    kind = forms.ChoiceField(label="Slags", choices=[("u", "Underretning")], widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(label="Børn", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple)
    reason = forms.ChoiceField(label="Grund", choices=[("", "Vælg")], required=False)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    sure = forms.BooleanField(label="Jeg har talt med barnet")
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        """Something that concerns no field alone."""
        raise forms.ValidationError("Skemaet hænger ikke sammen.")


# Days, numbers and shares ------------------------------------------------------------------------------------


def test_days_and_moments_are_danish() -> None:
    day = date(2024, 5, 3)
    assert rendered("{{ day|danish_day }}", day=day) == "fredag den 3. maj 2024"
    assert rendered("{{ day|short_day }}", day=day) == "3. maj 2024"
    assert rendered("{{ at|danish_moment }}", at=NOON) == "fredag den 3. maj 2024 kl. 12.00"
    assert rendered("{{ at|short_moment }}", at=NOON.replace(second=59)) == "3. maj 2024 kl. 12.00"


def test_a_moment_is_the_danish_day_it_falls_on() -> None:
    assert components.short_day(datetime(2024, 5, 3, 22, 30, tzinfo=UTC)) == "4. maj 2024"


@pytest.mark.parametrize("name", ["danish_day", "short_day", "danish_moment", "short_moment", "integer"])
def test_nothing_stays_nothing(name: str) -> None:
    assert rendered(f"{{{{ nothing|{name} }}}}", nothing=None) == ""


def test_no_due_date_has_no_label() -> None:
    assert rendered("{% due_label due now %}", due=None, now=NOON) == ""


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (END_OF_DAY, "i dag"),
        (NOON + timedelta(hours=3, minutes=50), "i dag kl. 15.50"),
        (END_OF_DAY + timedelta(days=1), "i morgen"),
        (NOON + timedelta(days=1), "i morgen kl. 12.00"),
        (END_OF_DAY + timedelta(days=3), "om 3 dage"),
        (END_OF_DAY + timedelta(days=1200), "om 1.200 dage"),
        (NOON - timedelta(hours=1), "udløb i dag kl. 11.00"),
        (END_OF_DAY - timedelta(days=1), "1 dag over fristen"),
        (END_OF_DAY - timedelta(days=3), "3 dage over fristen"),
        (NOON, "i dag kl. 12.00"),
    ],
)
def test_how_far_a_due_date_is(due: datetime, words: str) -> None:
    assert components.due_words(due, NOON) == words


@pytest.mark.parametrize(
    ("days", "mark"), [(-1, "pejl-due-over"), (0, "pejl-due-near"), (2, "pejl-due-near"), (3, "pejl-due-later")]
)
def test_what_is_passed_or_near_is_marked(days: int, mark: str) -> None:
    assert mark in rendered("{% due_label due now %}", due=END_OF_DAY + timedelta(days=days), now=NOON)


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [
        (37, 100, "37 % (37 af 100)"),
        (3, 7, "3 af 7"),
        (0, 7, "0 af 7"),
        (5, 10, "50 % (5 af 10)"),
        (0, 0, "ingen"),
        (0, 50, "0 % (0 af 50)"),
        (50, 50, "100 % (50 af 50)"),
        (1, 1000, "under 1 % (1 af 1.000)"),
        (999, 1000, "over 99 % (999 af 1.000)"),
        (1, 8, "1 af 8"),
        (1, 16, "6 % (1 af 16)"),
        (25, 200, "13 % (25 af 200)"),
    ],
)
def test_a_share_shows_the_numbers_behind_it(number: int, total: int, words: str) -> None:
    assert rendered("{{ number|count_of:total }}", number=number, total=total) == words


# Small marks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", Status)
def test_a_status_has_its_word_and_a_shape(status: Status) -> None:
    page = rendered("{% status_badge status %}", status=status)
    assert f"</svg>{status.danish}</span>" in page
    assert page == rendered("{% status_badge status %}", status=status.value)


def test_no_two_statuses_have_the_same_shape() -> None:
    assert len({rendered("{% status_badge s %}", s=each).partition("<path")[2] for each in Status}) == len(Status)


def test_law_guidance_and_local_goal_are_told_apart_by_word_and_shape() -> None:
    marks = {force: rendered("{% force_mark force %}", force=force) for force in Force}
    assert [">Lov<" in marks[Force.LAW], ">Vejledning<" in marks[Force.GUIDANCE], ">Lokalt mål<" in marks[Force.LOCAL]]
    assert len({mark.partition("</span>")[0].partition(">")[0] for mark in marks.values()}) == len(Force)
    assert not any("ikke bekræftet" in mark for mark in marks.values())


def test_what_is_not_confirmed_says_so() -> None:
    assert "ikke bekræftet" in rendered('{% force_mark "law" False %}')


def test_a_number_can_be_selected_and_its_button_waits_for_the_script() -> None:
    page = rendered("{% copy_number number %}", number="NO-2024-00021")
    assert '<span class="pejl-number-text">NO-2024-00021</span>' in page
    assert 'type="button"' in page
    assert " hidden>" in page


def test_why_says_what_it_is_about_to_a_screen_reader() -> None:
    page = rendered("{% why_link '/hvorfor/' 'Kvittering' %}")
    assert page == (
        '<a class="pejl-why" href="/hvorfor/">Hvorfor denne dato?<span class="sr-only"> Kvittering</span></a>'
    )
    assert ">Hvorfor?<" in rendered("{% why_link '/hvorfor/' 'Kvittering' none %}", none=None)


def test_an_icon_is_decoration_until_it_means_something() -> None:
    assert 'aria-hidden="true"' in rendered('{% icon "check" %}')
    assert 'role="img" aria-label="Beskyttet"' in rendered('{% icon "lock" "Beskyttet" %}')


@pytest.mark.parametrize("name", ["../dkfds", "lock.svg", "", "Lock"])
def test_an_icon_outside_its_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot draw the icon"):
        components.icon(name)


# Parts of a page ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "template",
    [
        "{% page_head x x %}",
        "{% empty_state x x x x %}",
        "{% why_link x x %}",
        "{% copy_number x %}",
        "{% definition_list pairs %}",
        "{% tabs x links %}",
        "{% filter_chips x links %}",
        "{% share_bar x parts %}",
        "{% breadcrumbs x x x %}",
        "{% notice 'info' x %}{{ x }}{% endnotice %}",
        "{% fold x %}{{ x }}{% endfold %}",
        "{% data_table x %}<tbody><tr><td>{{ x }}</td></tr></tbody>{% enddata_table %}",
        "{% sortable x x %}",
        "{% icon 'lock' x %}",
    ],
)
def test_what_comes_in_is_escaped(template: str) -> None:
    page = rendered(
        template, x=HOSTILE, pairs=[(HOSTILE, HOSTILE)], links=[(HOSTILE, HOSTILE, True)], parts=[(HOSTILE, 3, "met")]
    )
    assert "script" in page
    assert "<script" not in page


def test_markup_written_in_the_template_stays() -> None:
    assert "<p>Hej</p>" in rendered("{% notice 'warning' %}<p>Hej</p>{% endnotice %}")


def test_the_chosen_tab_and_filter_are_told() -> None:
    links = [("Frister", "?a", True), ("Hændelser", "?b", False)]
    assert '<a href="?a" aria-current="page">Frister</a>' in rendered("{% tabs 'Dele' links %}", links=links)
    page = rendered("{% filter_chips 'Vis' links %}", links=links)
    assert page.count('aria-current="true"') == 1
    assert 'aria-label="Vis"' in page


def test_breadcrumbs_end_with_the_page_itself() -> None:
    page = rendered("{% breadcrumbs 'Sager' '/sager/' 'NO-1' %}")
    assert '<a class="breadcrumbs__link" href="/sager/">Sager</a>' in page
    assert 'aria-current="page"' in page.partition("</li>")[2]


def test_a_share_bar_says_in_words_what_it_shows() -> None:
    parts = [("overholdt", 1500, Status.MET), ("overskredet", 500, Status.OVERDUE), ("løber", 0, Status.OPEN)]
    page = rendered("{% share_bar 'April' parts %}", parts=parts)
    assert "overholdt: 75 % (1.500 af 2.000)" in page
    assert 'x="750" y="0" width="248"' in page
    assert "løber" not in page


def test_a_share_bar_of_nothing_says_so() -> None:
    page = rendered("{% share_bar 'April' parts %}", parts=[("overholdt", 0, "met")])
    assert "ingen" in page
    assert "<svg" not in page


# Forms -------------------------------------------------------------------------------------------------------


def field(name: str, form: Letter) -> str:
    """One field of the form as the page shows it."""
    return rendered("{% field field %}", field=form[name])


def test_a_field_has_label_hint_and_mark() -> None:
    page = field("sender", Letter())
    assert '<label class="form-label" for="id_sender">Hvem skrev? <span class="weight-normal">(skal udfyldes)' in page
    assert 'id="id_sender_helptext">Fx en skole.</span>' in page
    assert 'aria-describedby="id_sender_helptext"' in page
    assert "(valgfrit)" in field("day", Letter())


def test_an_error_is_tied_to_its_field() -> None:
    page = field("sender", Letter({}))
    assert 'aria-describedby="id_sender_helptext id_sender_error"' in page
    assert 'id="id_sender_error"><span class="sr-only">Fejl: </span>' in page
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize("name", ["kind", "many"])
def test_a_group_of_choices_has_a_legend_and_its_error(name: str) -> None:
    page = field(name, Letter({}))
    assert f'<fieldset aria-describedby="id_{name}_error">' in page
    assert '<legend class="form-label">' in page
    assert f'for="id_{name}_0"' in page


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("sender", "form-input"),
        ("kind", "form-radio"),
        ("many", "form-checkbox"),
        ("reason", "form-select"),
        ("note", "form-input"),
        ("sure", "form-checkbox"),
    ],
)
def test_every_kind_of_field_looks_like_the_design_system_also_after_the_summary(name: str, look: str) -> None:
    form = Letter({})
    rendered("{% error_summary form %}", form=form)
    assert f'class="{look}"' in field(name, form)


def test_a_hidden_field_has_no_label() -> None:
    assert "label" not in field("token", Letter())


def test_the_summary_leads_to_each_field() -> None:
    page = rendered("{% error_summary form %}", form=Letter({}))
    for anchor in ("id_sender", "id_kind_0", "id_many_0", "id_sure"):
        assert f'href="#{anchor}"' in page
    assert "<li>Skemaet hænger ikke sammen.</li>" in page
    assert ">Hvem skrev? Dette felt" in page
    assert ">Slags: Dette felt" in page


def test_a_form_without_errors_has_no_summary() -> None:
    assert rendered("{% error_summary form %}", form=Letter()) == ""


# Tables ------------------------------------------------------------------------------------------------------


def test_a_table_has_its_caption() -> None:
    page = rendered("{% data_table 'Frister' True %}<tbody></tbody>{% enddata_table %}")
    assert '<caption class="sr-only">Frister</caption>' in page


@pytest.mark.parametrize(
    ("address", "direction", "link"),
    [
        ("/?vis=alle&side=3", "", "?vis=alle&amp;orden=frist"),
        ("/?orden=frist", "ascending", "?orden=-frist"),
        ("/?orden=-frist", "descending", "?orden=frist"),
    ],
)
def test_a_heading_orders_the_table(address: str, direction: str, link: str) -> None:
    page = rendered("{% sortable 'Frist' 'frist' %}", RequestFactory().get(address))
    assert f'href="{link}"' in page
    assert (f'aria-sort="{direction}"' in page) is bool(direction)


def test_the_pager_keeps_the_rest_of_the_address() -> None:
    page = Paginator(range(100), 10).page(2)
    shown = rendered("{% pager page %}", RequestFactory().get("/?vis=alle&side=2"), page=page)
    assert 'href="?vis=alle&amp;side=1"' in shown
    assert 'href="?vis=alle&amp;side=3"' in shown
    assert "Side 2 af 10" in shown


def test_one_page_needs_no_pager() -> None:
    assert rendered("{% pager page %}", RequestFactory().get("/"), page=Paginator([1], 10).page(1)) == ""
