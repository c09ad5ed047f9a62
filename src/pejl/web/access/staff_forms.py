"""Which forms decide who works here, as what, and who stands in for whom? Their labels, hints, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password

from pejl.web.access.forms import Day, choices_of
from pejl.web.access.marks import mark_of
from pejl.web.access.models import Post, Unit, User
from pejl.web.access.roles import ROLE_BY_KEY, ROLES, Role
from pejl.web.access.staff_actions import NewCover, NewPost, NewUser

_CHOOSE: Final = ("", "Vælg …")
_LONGEST_COVER: Final = 366  # days


class _Words(forms.CharField):
    """A line of text without spaces at the ends."""

    def __init__(self, label: str, *, most: int, hint: str = "", missing: str = "") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            max_length=most,
            required=bool(missing),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={"required": missing, "max_length": f"Teksten er for lang. Skriv højst {most} tegn."},
        )


class _Choice(forms.ChoiceField):
    """One of those that can be chosen now."""

    def __init__(self, label: str, *, missing: str, hint: str = "") -> None:
        gone = "Det kan ikke vælges længere. Vælg igen."
        super().__init__(label=label, help_text=hint, error_messages={"required": missing, "invalid_choice": gone})

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """What can be chosen."""
        self.choices = [_CHOOSE, *choices]


def _no_end_before_beginning(form: forms.Form, *, today: date | None = None) -> None:
    first, last = form.cleaned_data.get("fra"), form.cleaned_data.get("til")
    if first and last and last < first:
        form.add_error("til", "Slutdagen ligger før den første dag. Ret en af dem.")
    elif today and last and last < today:
        form.add_error("til", "Slutdagen er gået. Skriv en dag fra i dag af.")


class PersonForm(forms.Form):
    """What is known of a person who works here."""

    navn = _Words("Navn", most=200, missing="Skriv personens navn.")
    initialer = _Words(
        "Initialer",
        most=20,
        hint="Som fagsystemet skriver dem på sagerne. Tomt for den, der aldrig har en sag.",
    )

    def clean_initialer(self) -> str:
        """Always in capitals, since they are compared letter by letter."""
        return str(self.cleaned_data["initialer"]).upper()


class NewPersonForm(PersonForm):
    """A person who shall be able to sign in."""

    brugernavn = _Words(
        "Brugernavn",
        most=100,
        hint="Det navn, kommunens login giver personen.",
        missing="Skriv personens brugernavn.",
    )
    field_order = ("brugernavn", "navn", "initialer", "adgangskode")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        if settings.PEJL_PASSWORD_LOGIN:
            self.fields["adgangskode"] = forms.CharField(
                label="Adgangskode",
                help_text="Mindst 12 tegn. Tomt for den, der kun logger ind gennem kommunen.",
                required=False,
                widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
            )

    def clean_adgangskode(self) -> str:
        """Long enough, and not one that everybody uses."""
        password = str(self.cleaned_data["adgangskode"])
        if password:
            validate_password(password)
        return password

    def asked(self) -> NewUser:
        """What the form asks for."""
        said = self.cleaned_data
        return NewUser(
            username=said["brugernavn"],
            name=said["navn"],
            initials=said["initialer"],
            password=said.get("adgangskode") or None,
        )


class PostForm(forms.Form):
    """A role in a unit."""

    rolle = _Choice("Rolle", missing="Vælg en rolle.")
    enhed = _Choice("Enhed", missing="Vælg en enhed.", hint="En rådgiver og en teamleder skal være i et team.")
    fra = Day("Fra")
    til = Day("Til og med", hint="Tomt, når der ingen slutdag er.", required=False)
    andel = forms.DecimalField(
        label="Andel af fuld tid",
        help_text="1 er fuld tid; 0,8 er fire dage om ugen.",
        min_value=Decimal("0.05"),
        max_value=Decimal(1),
        decimal_places=2,
        localize=True,
        error_messages={
            "required": "Skriv 1 for fuld tid.",
            "invalid": "Andelen kan ikke læses. Skriv den som 0,8.",
            "min_value": "Andelen er for lille. Skriv fra 0,05 til 1.",
            "max_value": "Andelen kan højst være 1.",
            "max_decimal_places": "Skriv højst to decimaler.",
        },
    )

    def __init__(self, data: Any = None, *, units: Iterable[Unit], today: date) -> None:
        super().__init__(data, initial={"fra": today, "andel": 1})
        self._units = {str(unit.pk): unit for unit in units}
        cast("_Choice", self.fields["rolle"]).offer((role.key, role.label) for role in ROLES)
        cast("_Choice", self.fields["enhed"]).offer((key, unit.name) for key, unit in self._units.items())

    def clean(self) -> dict[str, Any]:
        """No end before the beginning."""
        super().clean()
        _no_end_before_beginning(self)
        return self.cleaned_data

    def asked(self) -> NewPost:
        """What the form asks for."""
        said = self.cleaned_data
        role: Role = ROLE_BY_KEY[said["rolle"]]
        unit = self._units[said["enhed"]]
        return NewPost(role=role, unit=unit, first=said["fra"], last=said["til"], share=said["andel"])


class EndPostForm(forms.Form):
    """The last day of a post."""

    hvilken = _Choice("Hvilken rolle?", missing="Vælg en rolle.")
    sidste = Day("Sidste dag")

    def __init__(self, data: Any = None, *, posts: Iterable[Post], today: date) -> None:
        super().__init__(data, initial={"sidste": today})
        self._posts = {mark_of(post): post for post in posts}
        told = ((mark, f"{post.get_role_display()}, {post.unit.name}") for mark, post in self._posts.items())
        cast("_Choice", self.fields["hvilken"]).offer(told)

    @property
    def post(self) -> Post:
        """The post that was chosen."""
        return self._posts[self.cleaned_data["hvilken"]]


class UnitForm(forms.Form):
    """A new unit."""

    navn = _Words("Navn", most=120, missing="Skriv enhedens navn.")
    niveau = _Choice("Slags", missing="Vælg, hvad det er.")
    under = _Choice("Hører under", missing="", hint="Et team ligger under en afdeling, en afdeling under et center.")

    def __init__(self, data: Any = None, *, units: Iterable[Unit]) -> None:
        super().__init__(data)
        self._units = {str(unit.pk): unit for unit in units if unit.level != Unit.Level.TEAM}
        self.fields["under"].required = False
        cast("_Choice", self.fields["niveau"]).offer(Unit.Level.choices)
        cast("_Choice", self.fields["under"]).offer((key, unit.name) for key, unit in self._units.items())

    @property
    def parent(self) -> Unit | None:
        """The unit above."""
        return self._units.get(self.cleaned_data["under"])


class CoverForm(forms.Form):
    """A stand-in for an absent adviser."""

    fravaerende = _Choice("Hvem er fraværende?", missing="Vælg den, der er fraværende.")
    vikar = _Choice("Hvem er vikar?", missing="Vælg en vikar.", hint="Vikaren ser og gør det, rådgiveren ellers ville.")
    fra = Day("Fra")
    til = Day("Til og med")

    def __init__(self, data: Any = None, *, absent: Iterable[User], stand_ins: Iterable[User], today: date) -> None:
        super().__init__(data, initial={"fra": today})
        self._absent = {user.username: user for user in absent}
        self._stand_ins = {user.username: user for user in stand_ins}
        self._today = today
        cast("_Choice", self.fields["fravaerende"]).offer(choices_of(self._absent.values()))
        cast("_Choice", self.fields["vikar"]).offer(choices_of(self._stand_ins.values()))

    def clean(self) -> dict[str, Any]:
        """No end before the beginning or before today, and none that is as good as never."""
        super().clean()
        _no_end_before_beginning(self, today=self._today)
        first, last = self.cleaned_data.get("fra"), self.cleaned_data.get("til")
        if first and last and (last - first).days > _LONGEST_COVER:
            self.add_error("til", "En vikar kan højst sættes på for et år ad gangen. Skriv en tidligere slutdag.")
        return self.cleaned_data

    def asked(self) -> NewCover:
        """What the form asks for."""
        said = self.cleaned_data
        return NewCover(
            absent=self._absent[said["fravaerende"]],
            user=self._stand_ins[said["vikar"]],
            first=said["fra"],
            last=said["til"],
        )
