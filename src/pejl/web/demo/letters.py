"""What reached Nordby in the last days? Written down as people do it, so that no page of intake is empty."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pejl.events import HENVENDELSE_MODTAGET, UNDERRETNING_MODTAGET, FieldValue
from pejl.web.access.models import Case
from pejl.web.cases.models import Child
from pejl.web.demo.doors import Town
from pejl.web.reception.actions.taking_in import Contact, Told, take_in
from pejl.web.reception.models import Letter

_NOTHING_SPECIAL: Final[dict[str, FieldValue]] = {
    "uafklaret_type": False,
    "mistanke_overgreb": False,
    "foraeldre_mistaenkt": False,
    "aeresrelateret": False,
}


def make_letters(town: Town, *, now: datetime) -> None:
    """A few letters: siblings, an unknown child, the same told twice, a question."""
    known = _known(town)
    for number, (who, hours, contact) in enumerate(_letters(known, now=now)):
        at = min(contact.received_at + timedelta(minutes=25 * (number + 1)), now - timedelta(minutes=hours))
        user, scope = town.users[who], Case.objects.filter(pk=known.pk)
        take_in(contact, by=user, at=at, token=f"demo-brev-{number}", within=scope)


def _known(town: Town) -> Case:
    """A child of Mette's whom the same worry is told about twice."""
    children = Child.objects.filter(case__in=[case.pk for case in town.of("mette")], born__isnull=False)
    return children.select_related("case").order_by("-pk")[0].case


def _letters(known: Case, *, now: datetime) -> list[tuple[str, int, Contact]]:
    """Who wrote it in, how many minutes ago at the latest, and what it was."""

    def came(hours: int) -> datetime:
        return now - timedelta(hours=hours)

    siblings = ("pige 11 år, 5. a", "dreng 8 år, 2. b", "lillesøster, ca. 4, i børnehave")
    return [
        (
            "viggo",
            15,
            Contact(
                kind=UNDERRETNING_MODTAGET.key,
                received_at=came(6),
                channel=Letter.Channel.DIGITAL,
                sender_type="skole",
                sender_name="Skoleleder på Nordby Skole",
                sender_role="Skoleleder",
                text="Tre søskende kommer sultne og uden overtøj. Den ældste siger, at de tit er alene om aftenen.",
                children=tuple(Told(told=each) for each in siblings),
                fields=_NOTHING_SPECIAL,
            ),
        ),
        (
            "viggo",
            12,
            Contact(
                kind=UNDERRETNING_MODTAGET.key,
                received_at=came(3),
                channel=Letter.Channel.TELEFON,
                sender_type="anonym",
                anonymous=True,
                text="En nabo hører råb og gråd om natten. Vil ikke sige sit navn.",
                children=(Told(told="dreng ca. 8, Skolegade"),),
                fields={"uafklaret_type": True},
            ),
        ),
        *(
            (
                "mette",
                minutes,
                Contact(
                    kind=UNDERRETNING_MODTAGET.key,
                    received_at=came(hours),
                    channel=Letter.Channel.TELEFON,
                    sender_type=sender,
                    text=text,
                    children=(Told(told=known.child.name, case_key=known.key),),
                    fields=_NOTHING_SPECIAL,
                ),
            )
            for hours, sender, minutes, text in (
                (5, "dagtilbud", 9, "Barnet er hentet af en, der virkede beruset."),
                (4, "sundhedspleje", 7, "Daginstitutionen har fortalt, at barnet blev hentet af en beruset voksen."),
            )
        ),
        (
            "viggo",
            5,
            Contact(
                kind=HENVENDELSE_MODTAGET.key,
                received_at=came(2),
                channel=Letter.Channel.MAIL,
                sender_type="skole",
                text="Skolen spørger, hvem der kan hjælpe med skolefravær i 7. klasse.",
                children=(Told(told="elev i 7. klasse, ikke navngivet"),),
            ),
        ),
    ]
