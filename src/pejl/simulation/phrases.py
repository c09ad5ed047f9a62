"""Which words stand in the free texts of the invented ledger? A few neutral sentences about nobody."""

from typing import Final

ASSESSMENTS: Final = (
    "Ingen tegn på akut fare. Sagen vurderes videre.",
    "Bekymringen er beskrevet. Der samles flere oplysninger.",
    "Barnets trivsel skal følges tæt.",
    "Familien samarbejder, og netværket støtter.",
)
WHY_RETYPED: Final = ("Der er tale om et ønske om rådgivning.", "Der spørges kun om tilbud i kommunen.")
WHY_NOT_CALLED: Final = (
    "Kontakt kan bringe barnet i fare.",
    "Efter aftale med politiet kontaktes familien ikke endnu.",
)
WHY_NOT_TALKED: Final = ("Barnets alder taler imod en samtale.", "Barnets tilstand taler imod en samtale nu.")
WHY_DECIDED: Final = ("Støtten er nødvendig for barnets trivsel.", "Behovet er beskrevet i sagen.")
WHY_VISITATED: Final = ("Indsatsen svarer til behovet.", "Mindre indgribende støtte er overvejet.")
WHY_CORRECTED: Final = ("Forkert dato", "Forkert barn", "Tastefejl", "Registreret to gange")
FORMS_OF_CONTACT: Final = ("Leg", "Gåtur", "Telefon", "Videosamtale")
SOURCES_OF_VIEW: Final = ("Pædagog", "Lærer", "Sundhedsplejerske", "Plejefamilie")
COMPETENCE: Final = ("Teamleder", "Visitationsudvalg", "Afdelingsleder")
PRESENT: Final = ("Forældre, skole og rådgiver", "Forældre og rådgiver", "Netværk, dagtilbud og rådgiver")
AGREED: Final = ("Ny status om en måned.", "Skolen følger fraværet.", "Familien kontaktes igen.")
NOTES: Final = ("Telefonbesked modtaget.", "Aftale flyttet.", "Materiale sendt til familien.")
