"""What can be done about the people who work here: make and close users, give and end posts, make units, cover absence?

Each is one transaction with its line in the log of changes. Who may do it is for the views to say. A post decides
which cases a person sees, so nobody gives one to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.db.models import Q

from pejl.dates import local_day
from pejl.web.access.actions import Doing, Refused
from pejl.web.access.log import changed
from pejl.web.access.models import Case, Cover, Post, Unit, User, running
from pejl.web.access.roles import MEDRAADGIVER, RAADGIVER, SYSTEMANSVARLIG, TEAMLEDER, VIKAR, Role

# A case is in its adviser's team, so these work in one.
IN_A_TEAM: Final = frozenset({RAADGIVER, MEDRAADGIVER, VIKAR, TEAMLEDER})
_ABOVE: Final = {
    Unit.Level.TEAM: Unit.Level.AFDELING,
    Unit.Level.AFDELING: Unit.Level.CENTER,
    Unit.Level.CENTER: None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A person to be made a user; no password where people sign in through the municipality."""

    username: str
    name: str
    initials: str = ""
    password: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A role in a unit, from one day to another or until further notice."""

    role: Role
    unit: Unit
    first: date
    last: date | None = None
    share: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCover:
    """Somebody who sees an absent adviser's cases for a time."""

    absent: User
    user: User
    first: date
    last: date


# --- users ------------------------------------------------------------------------------------------------------


def add_user(new: NewUser, *, doing: Doing) -> User:
    """A user without a post: who can sign in and see nothing."""
    with transaction.atomic():
        if User.objects.filter(username__iexact=new.username).exists():
            raise Refused(f"Brugernavnet {new.username} er i brug. Find personen i listen, eller skriv et andet.")
        _refuse_taken_initials(new.initials)
        user = User(username=new.username, name=new.name, initials=new.initials)
        user.set_password(new.password or None)
        user.save()
        changed("bruger_oprettet", by=doing.by, at=doing.at, user=user.username)
        return user


def _refuse_taken_initials(initials: str, *, but: User | None = None) -> None:
    """Initials decide whose a case is, also a case from long ago, so they are never used again."""
    if not initials:
        return
    for other in User.objects.filter(initials__iexact=initials):
        if other != but:
            raise Refused(f"Initialerne {initials} hører til {other.name}, også på gamle sager. Vælg nogle andre.")


def rename(user: User, *, name: str, initials: str, doing: Doing) -> None:
    """Another name, or the initials the case system uses; not of somebody who already has cases."""
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=user.pk)
        if initials != held.initials:
            _refuse_taken_initials(initials, but=held)
            if held.initials and Case.objects.filter(adviser=held.initials).exists():
                raise Refused(f"{held.name} har sager som {held.initials}. Giv dem videre, før initialerne ændres.")
        held.name, held.initials = name, initials
        held.save(update_fields=["name", "initials"])
        changed("bruger_rettet", by=doing.by, at=doing.at, user=held.username)


def close_user(user: User, *, doing: Doing) -> None:
    """Out at once, and no post from today on."""
    if user.pk == doing.by.pk:
        raise Refused("Du kan ikke lukke dig selv. Bed en anden systemansvarlig om det.")
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=user.pk)
        held.is_active = False
        held.save(update_fields=["is_active"])
        for post in held.posts.filter(Q(last__isnull=True) | Q(last__gte=doing.today)):
            _end(post, last=doing.today - timedelta(days=1))
        Cover.objects.filter(user=held, last__gte=doing.today, first__lt=doing.today).update(last=_before(doing.today))
        Cover.objects.filter(user=held, first__gte=doing.today).delete()
        changed("bruger_lukket", by=doing.by, at=doing.at, user=held.username)


def open_user(user: User, *, doing: Doing) -> None:
    """In again; the posts must be given anew."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=True)
        changed("bruger_aabnet", by=doing.by, at=doing.at, user=user.username)


# --- posts ------------------------------------------------------------------------------------------------------


def add_post(user: User, new: NewPost, *, doing: Doing) -> Post:
    """Give a person a role in a unit."""
    _refuse_post(user, new, doing=doing)
    with transaction.atomic():
        post = Post.objects.create(
            user=user, unit=new.unit, role=new.role.key, first=new.first, last=new.last, share=new.share
        )
        _follow(user, today=doing.today)
        changed("rolle_givet", by=doing.by, at=doing.at, user=user.username, role=new.role.key, unit=new.unit.pk)
        return post


def _refuse_post(user: User, new: NewPost, *, doing: Doing) -> None:
    if user.pk == doing.by.pk:
        raise Refused("Du kan ikke give dig selv en rolle. Bed en anden systemansvarlig om det.")
    if not user.is_active:
        raise Refused(f"{user.name} er lukket. Åbn brugeren først.")
    if new.role in IN_A_TEAM and new.unit.level != Unit.Level.TEAM:
        raise Refused(f"En {new.role.label.lower()} skal være i et team, for sagerne følger teamet. Vælg et team.")
    if new.role is RAADGIVER and not user.initials:
        raise Refused(f"{user.name} har ingen initialer, så ingen sag kan være personens. Skriv initialerne først.")
    same = user.posts.filter(Q(last__isnull=True) | Q(last__gte=new.first), role=new.role.key, unit=new.unit)
    if any(new.last is None or post.first <= new.last for post in same):
        raise Refused(f"{user.name} har allerede den rolle i {new.unit.name} i de dage. Afslut den gamle først.")


def end_post(post: Post, *, last: date, doing: Doing) -> None:
    """The post's last day; one that has not begun is as if it had never been."""
    if post.role == SYSTEMANSVARLIG.key and not _others_responsible(post, doing=doing):
        raise Refused("Der ville ikke være nogen systemansvarlig tilbage. Giv en anden rollen først.")
    with transaction.atomic():
        held = Post.objects.select_for_update().get(pk=post.pk)
        _end(held, last=last)
        _follow(held.user, today=doing.today)
        changed("rolle_afsluttet", by=doing.by, at=doing.at, user=held.user.username, role=held.role, unit=held.unit_id)


def _others_responsible(post: Post, *, doing: Doing) -> bool:
    held = Post.objects.filter(running(doing.today), role=SYSTEMANSVARLIG.key, user__is_active=True)
    return held.exclude(pk=post.pk).filter(Q(last__isnull=True)).exists()


def _end(post: Post, *, last: date) -> None:
    if last < post.first:
        post.delete()
    else:
        post.last = last
        post.save(update_fields=["last"])


def _follow(user: User, *, today: date) -> None:
    """The person's open cases go along to their team of today; the rest is worked out again in the night."""
    if not user.initials:
        return
    teams = user.posts.filter(running(today), unit__level=Unit.Level.TEAM).order_by("first", "pk")
    if (team := teams.values_list("unit_id", flat=True).last()) is not None:
        Case.objects.filter(adviser=user.initials).update(team_id=team)
    Case.objects.filter(spells__initials=user.initials).update(rulebook="")


# --- units ------------------------------------------------------------------------------------------------------


def add_unit(name: str, *, level: str, parent: Unit | None, doing: Doing) -> Unit:
    """A team below a department, a department below a centre."""
    above = _ABOVE[Unit.Level(level)]
    if (parent.level if parent else None) != above:
        wanted = f"under {'en afdeling' if above == Unit.Level.AFDELING else 'et center'}" if above else "øverst"
        raise Refused(f"{Unit.Level(level).label} skal ligge {wanted}. Vælg igen, hvor enheden hører til.")
    if Unit.objects.filter(name__iexact=name).exists():
        raise Refused(f"Der er allerede en enhed, der hedder {name}. Vælg et andet navn.")
    with transaction.atomic():
        unit = Unit.objects.create(name=name, level=level, parent=parent)
        changed("enhed_oprettet", by=doing.by, at=doing.at, unit=unit.pk)
        return unit


# --- absence ----------------------------------------------------------------------------------------------------


def add_cover(new: NewCover, *, doing: Doing) -> Cover:
    """Let somebody see and do what an absent adviser would, for a time."""
    if new.user.pk == new.absent.pk:
        raise Refused("Den fraværende kan ikke være vikar for sig selv. Vælg en anden.")
    same = Cover.objects.filter(user=new.user, initials=new.absent.initials, first__lte=new.last, last__gte=new.first)
    if same.exists():
        raise Refused(f"{new.user.name} er allerede vikar for {new.absent.name} i de dage. Afslut det gamle først.")
    with transaction.atomic():
        cover = Cover.objects.create(
            initials=new.absent.initials, user=new.user, first=new.first, last=new.last, given_by=doing.by.name
        )
        changed("vikar_sat_paa", by=doing.by, at=doing.at, user=new.user.username, absent=new.absent.username)
        return cover


def end_cover(cover: Cover, *, doing: Doing) -> None:
    """The stand-in is out from this moment."""
    with transaction.atomic():
        held = Cover.objects.select_for_update().get(pk=cover.pk)
        if held.first >= doing.today:
            held.delete()
        else:
            held.last = _before(doing.today)
            held.save(update_fields=["last"])
        changed("vikar_afsluttet", by=doing.by, at=doing.at, user=held.user.username)


def _before(day: date) -> date:
    return day - timedelta(days=1)


# --- the very first ---------------------------------------------------------------------------------------------


def make_first(username: str, *, name: str, unit: str, at: datetime) -> User:
    """Whoever gives everybody else their posts; only where there is nobody yet who can."""
    if Post.objects.filter(running(local_day(at)), role=SYSTEMANSVARLIG.key, user__is_active=True).exists():
        raise Refused("Der er allerede en systemansvarlig. Opret de næste under Medarbejdere i Pejl.")
    with transaction.atomic():
        top, _ = Unit.objects.get_or_create(name=unit, defaults={"level": Unit.Level.CENTER})
        user = User.objects.filter(username__iexact=username).first() or User.objects.create(username=username)
        User.objects.filter(pk=user.pk).update(name=name, is_active=True)
        Post.objects.create(user=user, unit=top, role=SYSTEMANSVARLIG.key, first=local_day(at))
        changed("foerste_systemansvarlig", by=user, at=at, user=user.username)
        return user
