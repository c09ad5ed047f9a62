"""Which questions does the form ask, of whom, and in which order? The agreed layout (C12), as one list: ``SENDERS``.

What the municipality and its schools agree to ask is changed here and nowhere else: a question, a section or a whole
kind of sender is a value. A question that means the same has the same key for every sender, so that what has been
written stays when somebody finds out that they are in the wrong form.
"""

from __future__ import annotations

from typing import Final

from pejl.web.underret.asking import YES_NO, Ask, ChildAsked, Question, Section, Sender

# --- questions that several ask -------------------------------------------------------------------------------

_CHILD: Final = ChildAsked(
    heading="Barn",
    name="Barnets navn",
    born="CPR-nummer, fødselsdag eller alder",
    born_hint="Skriv det, du ved. »Cirka 8 år« er også godt.",
    address="Barnets adresse",
    unborn="Barnet er ikke født endnu. Navnet er den gravides.",
)
_FAMILY: Final = Question(
    key="familien",
    label="Hvem er forældrene, og hvem bor barnet hos?",
    hint="Navn og telefon, hvis du har det. Skriv også, om der er brug for tolk.",
)
_SEEN: Final = Question(
    key="set_hoert",
    label="Hvad har du set og hørt?",
    hint=(
        "Hold dig til det, der er sket og sagt. Skriv barnets egne ord, hvis du har dem. "
        "Det, du selv tænker, kan du skrive for sig længere nede."
    ),
    required="Skriv, hvad du har set og hørt. En enkelt sætning er nok.",
)
_WHEN: Final = Question(key="hvornaar", label="Hvornår var det?", hint="Fx »i går« eller »i uge 20«.", ask=Ask.LINE)
_HOW_LONG: Final = Question(
    key="hvor_laenge", label="Hvor længe har det stået på?", hint="Fx »siden jul«.", ask=Ask.LINE
)
_THOUGHTS: Final = Question(
    key="vurdering",
    label="Hvad tænker du selv om det?",
    hint="Hvad er du mest bekymret for? Hvad kan der ske, hvis ingen gør noget?",
)
_ABUSE: Final = Question(
    key="overgreb",
    label="Tror du, at barnet er udsat for vold eller andre overgreb?",
    ask=Ask.CHOICE,
    choices=YES_NO,
    fact="mistanke_overgreb",
)
_BY_PARENT: Final = Question(
    key="foraelder",
    label="Hvis ja: Kan det være en af forældrene?",
    ask=Ask.CHOICE,
    choices=YES_NO,
    fact="foraeldre_mistaenkt",
)
_GOES_WELL: Final = Question(
    key="virker", label="Hvad går godt?", hint="Fx det, barnet er glad for, og de voksne, barnet er tryg ved."
)
_COULD_HELP: Final = Question(key="hjaelp", label="Hvad tror du kan hjælpe barnet?")
_PARENTS_KNOW: Final = Question(
    key="foraeldre_ved", label="Ved forældrene, at du skriver til os?", ask=Ask.CHOICE, choices=YES_NO
)
_PARENTS_SAY: Final = Question(key="foraeldre_siger", label="Hvad siger forældrene om det?")
_CHILD_KNOWS: Final = Question(
    key="barnet_ved", label="Ved barnet, at du skriver til os?", ask=Ask.CHOICE, choices=YES_NO
)
_CHILD_SAYS: Final = Question(
    key="barnet_siger", label="Hvad siger barnet selv om det?", hint="Gerne med barnets egne ord."
)
_NAME: Final = Question(key="navn", label="Dit navn", ask=Ask.LINE)
_CONTACT: Final = Question(
    key="kontakt",
    label="Din telefon eller mail",
    hint="Så kan vi svare dig og spørge, hvis vi er i tvivl om noget.",
    ask=Ask.LINE,
)
_CAREFUL: Final = (
    "Tror du, at barnet er udsat for vold eller overgreb? Så sig ikke til forældrene, at du skriver til os. "
    "Tal først med kommunen."
)

# --- for those who work with children -------------------------------------------------------------------------

_LEAD: Final = "Skriv det, du ved. Et fornavn, en alder eller en vej er nok."


def _professional(*, place: str, first: str, done: str, more: tuple[Question, ...] = ()) -> tuple[Section, ...]:
    """The sections agreed with those who work with children; they differ in what the place is called."""
    return (
        Section(
            title="Barnet eller børnene",
            lead=_LEAD,
            child=_CHILD,
            questions=(Question(key="hvor", label=first, ask=Ask.LINE), _FAMILY),
        ),
        Section(title="Bekymringen", questions=(_SEEN, _WHEN, _HOW_LONG, _THOUGHTS, _ABUSE, _BY_PARENT)),
        Section(
            title="Det, I har gjort",
            questions=(
                Question(key="gjort", label="Hvad har I gjort til nu?", hint=done),
                _GOES_WELL,
                _COULD_HELP,
            ),
        ),
        Section(
            title="Forældrene og barnet",
            careful=_CAREFUL,
            questions=(_PARENTS_KNOW, _PARENTS_SAY, _CHILD_KNOWS, _CHILD_SAYS),
        ),
        Section(
            title="Dig, der skriver",
            questions=(
                *more,
                Question(key="navn", label="Dit navn", ask=Ask.LINE, required="Skriv dit navn."),
                Question(key="stilling", label="Din stilling", ask=Ask.LINE),
                Question(key="arbejdssted", label=place, ask=Ask.LINE),
                Question(
                    key="kontakt",
                    label=_CONTACT.label,
                    hint=_CONTACT.hint,
                    ask=Ask.LINE,
                    required="Skriv et telefonnummer eller en mail, så vi kan få fat i dig.",
                ),
            ),
        ),
    )


_HEALTH: Final = Question(
    key="sundhed",
    label="Hvor arbejder du?",
    ask=Ask.CHOICE,
    choices=(
        ("sundhedsvaesen", "Hos en læge, på et sygehus eller et andet sted i sundhedsvæsenet"),
        ("sundhedspleje", "I sundhedsplejen eller tandplejen"),
    ),
)
_SCHOOL: Final = Sender(
    key="skole",
    label="Skole",
    hint="Du arbejder på en skole eller en anden uddannelse.",
    kind="skole",
    lead="Til dig, der arbejder på en skole.",
    sections=_professional(
        place="Skolens navn", first="Barnets klasse", done="Fx samtaler, møder og støtte i klassen. Hvad hjalp det?"
    ),
)
_DAY_CARE: Final = Sender(
    key="dagtilbud",
    label="Dagtilbud, SFO eller klub",
    hint="Du arbejder i en dagpleje, vuggestue, børnehave, SFO eller klub.",
    kind="dagtilbud",
    lead="Til dig, der arbejder i et dagtilbud, en SFO eller en klub.",
    sections=_professional(
        place="Stedets navn", first="Barnets stue eller hold", done="Fx samtaler, møder og støtte. Hvad hjalp det?"
    ),
)
_HEALTH_CARE: Final = Sender(
    key="sundhed",
    label="Sundhed",
    hint="Du er læge, jordemoder, sygeplejerske, tandlæge eller arbejder med andet inden for sundhed.",
    kind="sundhedsvaesen",
    lead="Til dig, der arbejder med sundhed.",
    sections=_professional(
        place="Stedets navn",
        first="Hvor har du mødt barnet?",
        done="Fx undersøgelser, samtaler og støtte. Hvad hjalp det?",
        more=(_HEALTH,),
    ),
)

# --- for everybody else, and for the child --------------------------------------------------------------------

_CITIZEN: Final = Sender(
    key="borger",
    label="Familie, nabo, ven eller en anden",
    hint="Du kender barnet eller har set noget. Du må gerne være anonym.",
    kind="familie",
    lead="Til dig, der er bekymret for et barn.",
    sections=(
        Section(title="Barnet eller børnene", lead=_LEAD, child=_CHILD, questions=(_FAMILY,)),
        Section(title="Det, der bekymrer dig", questions=(_SEEN, _WHEN, _HOW_LONG, _ABUSE, _BY_PARENT)),
        Section(title="Det, der hjælper", questions=(_GOES_WELL, _COULD_HELP)),
        Section(title="Forældrene og barnet", careful=_CAREFUL, questions=(_PARENTS_KNOW, _CHILD_SAYS)),
        Section(
            title="Dig, der skriver",
            questions=(
                Question(
                    key="anonym",
                    label="Jeg vil være anonym",
                    hint="Så gemmer vi ikke dit navn. Vi kan heller ikke svare dig eller spørge dig om noget.",
                    ask=Ask.TICK,
                ),
                _NAME,
                Question(key="relation", label="Hvem er du for barnet?", hint="Fx mormor eller nabo.", ask=Ask.LINE),
                _CONTACT,
            ),
        ),
    ),
)
_YOUNG: Final = Sender(
    key="barnet",
    label="Barn eller ung",
    hint="Du har det selv svært og vil have hjælp.",
    kind="barnet",
    title="Skriv til os",
    lead="Til dig, der har det svært. Det er godt, at du skriver. Vi vil gerne hjælpe dig.",
    lix=25,
    sections=(
        Section(
            title="Dig",
            lead="Skriv det, du har lyst til. Du kan godt lade noget stå tomt.",
            child=ChildAsked(
                heading="",
                name="Hvad hedder du?",
                born="Hvor gammel er du?",
                born_hint="Du kan også skrive din fødselsdag.",
                address="Hvor bor du?",
                several=False,
            ),
        ),
        Section(
            title="Det, der er svært",
            questions=(
                Question(
                    key="set_hoert",
                    label="Hvad er svært?",
                    hint="Skriv med dine egne ord. Du kan ikke skrive noget forkert.",
                    required="Skriv, hvad der er svært. Du kan nøjes med en linje.",
                ),
                Question(key="hvor_laenge", label="Hvor længe har det været sådan?", ask=Ask.LINE),
                Question(
                    key="overgreb",
                    label="Er der nogen, der slår dig eller gør noget ved dig, du ikke vil have?",
                    ask=Ask.CHOICE,
                    choices=YES_NO,
                    fact="mistanke_overgreb",
                ),
                Question(
                    key="foraelder",
                    label="Hvis ja: Er det din mor eller far?",
                    ask=Ask.CHOICE,
                    choices=YES_NO,
                    fact="foraeldre_mistaenkt",
                ),
            ),
        ),
        Section(
            title="Det, du gerne vil have",
            questions=(
                Question(key="hjaelp", label="Hvad skal være anderledes?"),
                Question(key="virker", label="Hvem er god at tale med?", hint="Fx en lærer, en ven eller din mormor."),
            ),
        ),
        Section(
            title="Når vi skal tale med dig",
            questions=(
                Question(
                    key="kontakt",
                    label="Hvordan kan vi få fat i dig?",
                    hint="Fx på din telefon eller på din skole.",
                    ask=Ask.LINE,
                ),
                Question(key="trygt", label="Hvornår er det trygt for dig?", ask=Ask.LINE),
                Question(
                    key="foraeldre_ved",
                    label="Ved din mor eller far, at du skriver til os?",
                    ask=Ask.CHOICE,
                    choices=YES_NO,
                ),
            ),
        ),
    ),
)

SENDERS: Final = (_SCHOOL, _DAY_CARE, _HEALTH_CARE, _CITIZEN, _YOUNG)
SENDER_BY_KEY: Final = {each.key: each for each in SENDERS}
