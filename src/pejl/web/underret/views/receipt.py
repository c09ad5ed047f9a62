"""How can anybody with a receipt see that the notification is stored, and has not been changed since?"""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path

from pejl.web.underret.codes import fingerprint, mark_of_code, read_code, shown
from pejl.web.underret.models import Receipt
from pejl.web.underret.views.frame import page, public

_MISTYPED: Final = "Koden er ikke skrevet rigtigt. Se på kvitteringen igen: den har 16 tegn, fire og fire."
_UNKNOWN: Final = (
    "Der er ikke gemt noget med den kode. Er det koden til at fortsætte senere? Så er underretningen ikke sendt endnu."
)


@public
def check(request: HttpRequest) -> HttpResponse:
    """Stored, and when; nothing about the child, and nothing in the address."""
    if request.method != "POST":
        return page(request, "kvittering_tjek.html", {})
    typed = request.POST.get("kode", "")
    code = read_code(typed)
    found = Receipt.objects.filter(code_mark=mark_of_code(code)).select_related("letter").first() if code else None
    if found is None:
        problem = _UNKNOWN if code else _MISTYPED
        return page(request, "kvittering_tjek.html", {"problem": problem, "typed": typed}, status=422)
    values = {
        "code": code,
        "stored_at": found.stored_at,
        "fingerprint": shown(found.fingerprint),
        "unchanged": fingerprint(found.letter.answers) == found.fingerprint,
    }
    return page(request, "kvittering_fundet.html", values)


urlpatterns = [path("underret/kvittering/", check, name="underret-kvittering")]
