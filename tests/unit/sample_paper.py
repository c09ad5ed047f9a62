"""Which paper do the tests of page, PDF, Word and Excel print? One of several pages, with every kind of part."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, repeat
from typing import Final

from pejl.charts import BarChart, Chart, Line, LineChart, Mark, StackedChart, Unit
from pejl.reports import (
    Aside,
    Bullets,
    Drawing,
    Facts,
    Heading,
    NewPage,
    Quote,
    Report,
    Table,
    Text,
)

# What somebody could write who wants the file to do something.
HOSTILE: Final = (
    '#image("/etc/passwd") $x^2$ *fed* <script>alert(1)</script> <b>b</b> \\ `kode` @label =1+1 &amp; {{ 7 }} ]]> %PDF'
)
FORMULA: Final = '=HYPERLINK("http://eksempel.invalid";"klik")'
MONTHS: Final = tuple(f"{month} {year}" for year in ("2025", "2026") for month in ("jan.", "apr.", "juli", "okt."))

LINE: Final = LineChart(
    title="Undersøgelser afsluttet inden fire måneder",
    says="Andelen af undersøgelser afsluttet inden fire måneder er steget fra 61 til 82 procent på to år.",
    unit=Unit.PERCENT,
    periods=MONTHS,
    lines=(
        Line(
            name="Nordby",
            values=(61.0, 64.0, 63.0, 70.0, None, 75.0, 80.0, 82.0),
            told=("11 af 18", "16 af 25", "19 af 30", "21 af 30", "færre end 5", "15 af 20", "16 af 20", "18 af 22"),
        ),
    ),
    note="I 1. kvartal 2026 var der for få sager til, at tallet kan vises.",
    marks=(Mark(period=3, label="Ny arbejdsgang i brug"),),
)
BARS: Final = BarChart(
    title="Underretninger efter afsender",
    says="Skoler sender flest underretninger: 48 i 2025 og 52 i 2026.",
    unit=Unit.COUNT,
    periods=("Skole", "Dagtilbud", "Sundhedspleje", "Politi", "Borger"),
    lines=(
        Line(name="2025", values=(48.0, 31.0, 17.0, 12.0, 9.0), told=("48", "31", "17", "12", "9")),
        Line(name="2026", values=(52.0, 28.0, 21.0, 10.0, 11.0), told=("52", "28", "21", "10", "11")),
    ),
)
PARTS_OF_WHOLE: Final = StackedChart(
    title="Anbragte børn efter anbringelsens form",
    says="Andelen i plejefamilie og netværk er 70 procent i 2026.",
    unit=Unit.PERCENT,
    periods=("2024", "2025", "2026"),
    lines=(
        Line(name="Netværk", values=(12.0, 16.0, 22.0), told=("9 af 75", "12 af 75", "16 af 73")),
        Line(name="Plejefamilie", values=(52.0, 50.0, 48.0), told=("39 af 75", "38 af 75", "35 af 73")),
        Line(name="Børne- og ungehjem", values=(36.0, 34.0, 30.0), told=("27 af 75", "25 af 75", "22 af 73")),
    ),
)
DRAWN: Final[tuple[Chart, ...]] = (LINE, BARS, PARTS_OF_WHOLE)

SHORT: Final = Table(
    caption="Underretninger pr. kvartal",
    head=("Kvartal", "Modtaget", "Vurderet inden 24 timer"),
    rows=(("1. kvartal", "214", "210 af 214"), ("2. kvartal", "198", "198 af 198"), ("3. kvartal", "176", "–")),
    note="Tal for 3. kvartal mangler fra én skole.",
)
LONG: Final = Table(
    caption="Anbefalingerne og det, der er gjort",
    head=("Nr.", "Anbefaling", "Hvor langt", "Det, der mangler"),
    rows=tuple(
        (
            str(number),
            "Barnet inddrages, før der træffes afgørelse, og det fremgår af sagen, hvordan barnets syn er vægtet.",
            ("gjort", "delvis gjort", "ikke gjort")[number % 3],
            "Arbejdsgangen bruges i to af tre team. Det sidste team begynder efter sommerferien, når de nye "
            "rådgivere er oplært.",
        )
        for number in range(1, 29)
    ),
)
WIDE: Final = Table(
    caption="Afdelingernes mål",
    head=(
        *("Afdeling", "Det vil vi", "Sådan gør vi", "Sådan følger vi op"),
        *("Indikatorer", "Hvornår", "Ansvarlig", "Bemærkninger"),
    ),
    rows=tuple(
        (
            name,
            "Børn og unge skal opleve at blive hørt og taget alvorligt i deres egen sag.",
            "Vi taler med barnet før mødet, og barnet vælger selv sin bisidder.",
            "Fem sager gennemgås hvert kvartal på teammødet.",
            "Andel af afgørelser, hvor barnets holdning fremgår",
            "Første halvår 2027",
            "Teamlederen",
            "Afventer socialtilsynet og ansættelse af en sagsbehandlerkoordinator.",
        )
        for name in ("Modtagelsen", "Undersøgelsesteamet", "Anbringelsesteamet", "Ungeteamet")
    ),
)

PAPER: Final = Report(
    title="Status på strategien for børn og unge",
    subtitle="Punkt til Børne- og Ungdomsudvalget",
    municipality="Nordby Kommune",
    made_at=datetime(2026, 11, 22, 12, 30, tzinfo=UTC),
    data_at=datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC),
    version="Udgave 2",
    facts=(("Møde", "18. december 2026"), ("Sagsgang", "Børne- og Ungdomsudvalget, Kommunalbestyrelsen")),
    parts=(
        Heading(text="Sagsfremstilling"),
        Text(
            body="Udvalget besluttede i april 2025 en ny strategi for det specialiserede børneområde.\n\n"
            "Her står, hvad der er sket siden sidst, hvad vi arbejder med nu, og hvad der kommer.\nTallene er "
            "hentet fra Pejl og er ikke rettet i hånden."
        ),
        Heading(text="Siden sidst", level=2),
        Bullets(items=("Den nye arbejdsgang er i brug i to team.", "Alle rådgivere er oplært.", HOSTILE)),
        Drawing(chart=LINE),
        Aside(
            title="Læs tallene med forbehold",
            body="Arbejdsgangen begyndte i 4. kvartal 2025. Tallene siger ikke, at den er grunden.",
        ),
        Heading(text="Nu", level=2),
        Drawing(chart=BARS),
        Table(caption=SHORT.caption, head=SHORT.head, rows=SHORT.rows, note=SHORT.note),
        Heading(text="Anbringelser", level=2),
        Drawing(chart=PARTS_OF_WHOLE),
        Quote(body="Det var første gang, nogen spurgte, hvad jeg selv ville.", who="en ung"),
        Heading(text="Fagligt og økonomisk"),
        Facts(
            pairs=(("Økonomi", "250.000 kr. om året i tre år"), ("Lovgrundlag", "Barnets lov § 5"), ("Formel", FORMULA))
        ),
        Text(body=HOSTILE),
        NewPage(),
        Heading(text="Svar på anbefalingerne"),
        LONG,
        Heading(text="Afdelingernes mål"),
        WIDE,
        Heading(text="Indstilling"),
        Text(body="Direktionen indstiller, at udvalget"),
        Bullets(
            items=("drøfter status på strategien,", "godkender, at delmål 3 sættes på hold.", FORMULA), numbered=True
        ),
        Heading(text="Beslutning"),
        Bullets(items=("Taget til efterretning.", "Godkendt."), numbered=True),
    ),
)


def long_paper(pages: int) -> Report:
    """A paper of about so many pages, with many charts."""
    text = Text(body="\n\n".join(repeat("Vi har talt med alle rådgivere og gennemgået tolv sager. " * 8, 3)))
    chapter = (
        Heading(text="Kapitel"),
        text,
        Drawing(chart=LINE),
        Heading(text="Tal", level=2),
        Drawing(chart=BARS),
        text,
    )
    return replace(PAPER, parts=tuple(chain.from_iterable(repeat(chapter, pages // 2))))
