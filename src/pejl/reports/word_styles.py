"""How does a Word paper look? The styles, set once, so that people change a style and not every line."""

from __future__ import annotations

from typing import Final, NamedTuple, cast

from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from pejl.reports import word_xml

SENDER: Final = "Afsender"
FACTS: Final = "Fakta"
ASIDE: Final = "Bemærk"
NOTE: Final = "Note"
CELL: Final = "Celle"
CELL_SIZE: Final = 9.5
_FONT: Final = "Calibri"
_INK: Final = RGBColor(0x14, 0x40, 0x5E)
_MUTED: Final = RGBColor(0x45, 0x45, 0x45)
_BLACK: Final = RGBColor(0, 0, 0)
_NAMES: Final = Cm(4.6)


class Look(NamedTuple):
    """Sizes in points; what is None is as in the style it builds on."""

    size: float
    before: float = 0
    after: float = 4
    colour: RGBColor = _BLACK
    bold: bool | None = None
    italic: bool = False


# A heading is kept with what it heads by Word's own styles.
_LOOKS: Final = {
    "Normal": Look(11, after=8),
    SENDER: Look(11, after=4, colour=_MUTED, bold=True),
    "Title": Look(22, after=4, colour=_INK, bold=True),
    "Subtitle": Look(13, after=10, colour=_BLACK),
    "Heading 1": Look(16, before=20, after=6, colour=_INK, bold=True),
    "Heading 2": Look(13, before=14, colour=_INK, bold=True),
    "Heading 3": Look(11, before=10, colour=_INK, bold=True),
    "Heading 4": Look(11, before=10, colour=_INK),
    "Caption": Look(10.5, before=10, bold=True),
    "Quote": Look(11, before=4, after=6, colour=_MUTED, italic=True),
    "List Bullet": Look(11),
    "List Number": Look(11),
    "Header": Look(9, after=0, colour=_MUTED),
    "Footer": Look(9, after=0, colour=_MUTED),
    FACTS: Look(10.5, after=10),
    ASIDE: Look(10.5, before=6, after=8),
    NOTE: Look(9, before=2, after=10, colour=_MUTED),
    CELL: Look(CELL_SIZE, before=2, after=2),
}


def dressed(document: Doc) -> Doc:
    """The empty document with our styles, in Danish."""
    there = {style.name for style in document.styles}
    for name in (name for name in _LOOKS if name not in there):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, look in _LOOKS.items():
        _dress(_style(document, name), look)
    _style(document, "Caption").paragraph_format.keep_with_next = True
    facts = _style(document, FACTS).paragraph_format
    facts.left_indent, facts.first_line_indent = _NAMES, Length(-_NAMES)
    facts.tab_stops.add_tab_stop(_NAMES)
    aside = _style(document, ASIDE)
    aside.paragraph_format.left_indent = Cm(0.3)
    word_xml.frame_left(aside)
    word_xml.keep_close(aside)
    word_xml.keep_close(_style(document, FACTS))
    _style(document, "Quote").paragraph_format.left_indent = Cm(0.8)
    for name in ("Header", "Footer"):
        _style(document, name).paragraph_format.tab_stops.clear_all()
    word_xml.speak_danish(document)
    word_xml.forget_the_pattern(document)
    return document


def _style(document: Doc, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _dress(style: ParagraphStyle, look: Look) -> None:
    word_xml.set_font(style, _FONT)
    font, room = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(look.size), look.bold, look.italic, look.colour
    room.space_before, room.space_after = Pt(look.before), Pt(look.after)
