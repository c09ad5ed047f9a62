"""How are words put into HTML where a page shows a hundred of the same? As ``format_html`` does, without its detours.

Django asks of each word whether it is translated later, which nothing here is; on a long case that was a tenth of the
page.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString


def escaped(value: object) -> str:
    """The value as it may stand in HTML; what is marked as safe is so already."""
    return value if isinstance(value, SafeString) else escape(str(value))


def filled(form: str, *values: object, **named: object) -> SafeString:
    """The form with the values in it, each of them escaped.

    >>> filled("<b>{}</b> {rest}", "a < b", rest=SafeString("<i>c</i>"))
    '<b>a &lt; b</b> <i>c</i>'
    """
    return SafeString(form.format(*map(escaped, values), **{name: escaped(each) for name, each in named.items()}))


def joined(parts: Iterable[str]) -> SafeString:
    """Parts of a page one after another; one that is not marked as safe is escaped.

    >>> joined([SafeString("<b>1</b>"), " < 2"])
    '<b>1</b> &lt; 2'
    """
    return SafeString("".join(map(escaped, parts)))
