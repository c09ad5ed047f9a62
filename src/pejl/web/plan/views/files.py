"""How does a paper of the plan become a file to take along?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.text import slugify

from pejl.reports import Report
from pejl.reports.typesetting import MissingSign
from pejl.web.shell import shell_of

# What stands in the address, and which module of the core makes it of what kind; asked for only when it is needed.
_KINDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "pdf": ("pejl.reports.pdf", "as_pdf", "application/pdf"),
        "docx": (
            "pejl.reports.word",
            "as_word",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    }
)

_IN_A_FILE_NAME: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "–": "-"})


def paper_file(paper: Report, kind: str, *, name: str) -> HttpResponse | None:
    """The file, named by its title; None where no such kind is asked for."""
    if kind not in _KINDS:
        return None
    module, function, content_type = _KINDS[kind]
    make: Callable[[Report], bytes] = getattr(import_module(module), function)
    title = paper.title.lower().translate(_IN_A_FILE_NAME)
    file = f"{slugify(title)[:60] or name}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    try:
        made = make(paper)
    except MissingSign as missing:
        return cannot_print(missing)
    return HttpResponse(made, content_type=content_type, headers=headers)


def cannot_print(missing: MissingSign) -> HttpResponse:
    """Why there is no file, and what to do: a page without menu and names, since everybody may ask for some papers."""
    told = render_to_string("fil_tegn.html", {"shell": shell_of(None), "sign": missing.sign})
    return HttpResponse(told, status=422)
