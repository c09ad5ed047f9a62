"""Which headings does a committee item have in nine municipalities, and in which order?

From the project's notes on practice, part j: only what stands there. H: read in the municipality's own agenda or
paper. M: read elsewhere, or only in a guide to readers or writers. The recommendation stands first in some and last
in others, which is why order is a value and why recommendation and decision are two stored fields.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pejl.web.insight.papers.parts import (
    ANNEXES,
    DECISION,
    RECOMMENDATION,
    Filled,
    Kind,
    Spec,
    Template,
    drawn,
    figures,
    written,
)

_NOT_WHOLE: Final = "Vi kender kun noget af rækkefølgen. Se efter i jeres egen dagsorden."
_SAY: Final = "Sig sagen kort, med almindelige ord."


def _matter(heading: str = "Sagsfremstilling") -> Spec:
    """The matter itself: what has happened since last comes from the log."""
    return drawn("sagsfremstilling", heading, "spor", hint="Hvad er sket, hvorfor kommer sagen nu?", required=True)


def _economy(heading: str = "Økonomiske konsekvenser") -> Spec:
    return written("oekonomi", heading, required=True, hint="Skriv også, hvis der ingen er.")


def _law(heading: str = "Lovgrundlag") -> Spec:
    return written("lovgrundlag", heading, required=True, hint="Den lov, sagen hviler på.")


def _item(key: str, name: str, parts: tuple[Spec, ...], *, source: str, sure: str, note: str = "") -> Template:
    return Template(
        key=f"sag_{key}",
        kind=Kind.ITEM,
        name=f"Sag til udvalget, som i {name}",
        parts=parts,
        source=source,
        sure=sure,
        note=note,
    )


ITEMS: Final = (
    _item(
        "norddjurs",
        "Norddjurs",
        (
            _matter(),
            written("sammenhaeng", "Sammenhæng til andre politikker/strategier og fagområder"),
            _economy(),
            _law(),
            RECOMMENDATION,
            DECISION,
            ANNEXES,
        ),
        source="Norddjurs, sag til Børne- og Ungdomsudvalget 18. april 2024",
        sure="H",
        note="Nogle af kommunens sager begynder med »Sagsgang«. Den, vi har læst, gør ikke.",
    ),
    _item(
        "odsherred",
        "Odsherred",
        (
            written("kompetence", "Kompetence", hint="Hvem afgør sagen?"),
            written("beslutningstema", "Beslutningstema", hint=_SAY),
            written("opstaaen", "Sagens opståen"),
            _matter(),
            RECOMMENDATION,
            DECISION,
        ),
        source="Odsherreds dagsordener, læst hos et andet websted (monrad.app)",
        sure="M",
        note=f"Vi kender de fire første overskrifter. Indstilling og beslutning har vi selv sat sidst. {_NOT_WHOLE}",
    ),
    _item(
        "holbaek",
        "Holbæk",
        (
            written("sagsgang", "Sagsgang og sagstype"),
            RECOMMENDATION,
            written("alternativ", "Alternativ indstilling"),
            replace(_matter(), heading="Beskrivelse"),
            _economy("Økonomiske konsekvenser"),
            written("oevrige", "Øvrige konsekvenser"),
            written("hoering", "Høring"),
            _law(),
            written("historik", "Sagshistorik"),
            DECISION,
        ),
        source="Holbæks dagsorden (dagsordner.holbaek.dk)",
        sure="H",
    ),
    _item(
        "thisted",
        "Thisted",
        (
            written("sagstema", "Sagstema", hint=_SAY),
            _matter("Redegørelse"),
            _law("Retsgrundlag"),
            _economy(),
            written("andre", "Andre konsekvenser"),
            written("hoering", "Høring og sagsgang"),
            RECOMMENDATION,
            DECISION,
        ),
        source="Thisteds dagsorden (thisted.dk)",
        sure="H",
    ),
    _item(
        "rebild",
        "Rebild",
        (
            written("resume", "Resume", hint=_SAY, required=True),
            RECOMMENDATION,
            _economy("Økonomi"),
            _matter(),
            DECISION,
            ANNEXES,
        ),
        source="Rebilds dagsorden (rebild.dk)",
        sure="H",
    ),
    _item(
        "slagelse",
        "Slagelse",
        (
            written("kompetence", "Kompetence"),
            written("beslutningstema", "Beslutningstema", hint="Skriv (B) ved beslutning og (O) ved orientering."),
            _matter("Baggrund"),
            _law("Retligt grundlag"),
            written("handlemuligheder", "Handlemuligheder"),
            figures("vurdering", "Vurdering"),
            _economy("Økonomiske og personalemæssige konsekvenser"),
            written("andre_udvalg", "Konsekvenser for andre udvalg"),
            RECOMMENDATION,
            DECISION,
        ),
        source="En dagsorden fra 2021 med kommunenummer 330 (trung.dk)",
        sure="H",
        note="Kommunen er kendt på sit nummer, som er Slagelses.",
    ),
    _item(
        "faxe",
        "Faxe",
        (
            written("resume", "Resume", hint=_SAY, required=True),
            _matter(),
            _economy("Økonomi"),
            written("afgoeres", "Sagen afgøres af"),
            RECOMMENDATION,
            DECISION,
        ),
        source="Faxes dagsorden 3. oktober 2022 (faxekommune.dk)",
        sure="H",
    ),
    _item(
        "odense",
        "Odense",
        (
            written("resume", "Kort resume", hint=_SAY, required=True),
            RECOMMENDATION,
            DECISION,
            _matter(),
            _economy("Effekt og økonomi"),
        ),
        source="Odenses vejledning til læsere af dagsordener (odense.dk)",
        sure="M",
        note=f"Fra en vejledning og ikke fra en dagsorden. Overskrifterne er vores ord. {_NOT_WHOLE}",
    ),
    _item(
        "albertslund",
        "Albertslund",
        (
            written("sagen", "Sagen", hint="Kun én sag i hvert punkt, på forståeligt dansk.", required=True),
            Spec(key="fakta", heading="Fakta", filled=Filled.DATA, draws=("spor",)),
            _law("Lov"),
            replace(RECOMMENDATION, heading="Forslag"),
            DECISION,
        ),
        source="Albertslunds vejledning til dem, der skriver sager (docplayer.dk)",
        sure="M",
        note=f"Vejledningen siger, hvordan der skrives, og ikke hvad overskrifterne hedder. {_NOT_WHOLE}",
    ),
)
