"""Which texts does Pejl ship with, and which is the one that applies on a day?

The shipped texts are values; a municipality's own version (``OwnText``) stands in a text's place from its first day on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pejl.web.handbook.models import OwnText
from pejl.web.handbook.text import Text
from pejl.web.handbook.texts.breve import BREVE
from pejl.web.handbook.texts.fraser import FRASER
from pejl.web.handbook.texts.metoder import METODER
from pejl.web.handbook.texts.tjeklister import TJEKLISTER
from pejl.web.handbook.texts.vejledninger import VEJLEDNINGER
from pejl.web.handbook.versions import as_text, newest

TEXTS: Final[tuple[Text, ...]] = (*FRASER, *BREVE, *TJEKLISTER, *VEJLEDNINGER, *METODER)
TEXT_BY_KEY: Final[Mapping[str, Text]] = MappingProxyType({text.key: text for text in TEXTS})


def current(key: str, *, on: date) -> Text | None:
    """The text as it applies on a day: the municipality's own if it has one by then; None outside its days."""
    shipped = TEXT_BY_KEY.get(key)
    return next(iter(_applying([shipped], on=on)), None) if shipped else None


def all_current(*, on: date) -> list[Text]:
    """Every text as it applies on a day, in the printed order."""
    return _applying(TEXTS, on=on)


def at_hand(kind: str, *, on: date) -> list[Text]:
    """The texts for registering this kind of event: phrases, letters, checklists, guides and methods."""
    return _applying([text for text in TEXTS if kind in text.at], on=on)


def _applying(shipped: Iterable[Text], *, on: date) -> list[Text]:
    texts = [text for text in shipped if on in text.valid]
    rows = OwnText.objects.filter(key__in=[text.key for text in texts], first__lte=on) if texts else ()
    own = newest(rows)
    return [as_text(own[text.key], shipped=text) if text.key in own else text for text in texts]
