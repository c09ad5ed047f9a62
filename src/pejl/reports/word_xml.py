"""What must be written in Word's own XML, because the library has no word for it? Language, fields, rows, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Doc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

_DANISH: Final = "da-DK"
_HAIR: Final = {"val": "single", "sz": "4", "space": "0", "color": "BFBFBF"}
_FAT: Final = {"val": "single", "sz": "12", "space": "0", "color": "14405E"}
_NONE: Final = {"val": "nil"}
_PICTURED: Final = "/thumbnail"
_STYLES_OF_2010: Final = "/stylesWithEffects"
_WORD_2013: Final = "15"  # and later: without it Word opens the file in an older manner
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the first moment an archive can hold


def _made(name: str, **given: str) -> Any:
    element = OxmlElement(name)
    for key, value in given.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _only(parent: Any, name: str, **given: str) -> Any:
    """The one child of this name, made anew; the caller minds the order Word wants."""
    for old in parent.findall(qn(name)):
        parent.remove(old)
    element = _made(name, **given)
    parent.append(element)
    return element


def speak_danish(document: Doc) -> None:
    """Danish everywhere: for the spelling, and for whoever has it read aloud."""
    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        _only(defaults.find(qn("w:rPr")), "w:lang", val=_DANISH, eastAsia=_DANISH, bidi="ar-SA")


def forget_the_pattern(document: Doc) -> None:
    """What the library's own empty document says of itself and not of ours: its picture, its age, its spelling."""
    package = document.part.package
    for relations, old in ((package.rels, _PICTURED), (document.part.rels, _STYLES_OF_2010)):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(old)]:
            del relations[key]
    settings: Any = document.settings.element
    for spelling in settings.findall(qn("w:proofState")):
        settings.remove(spelling)
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), _WORD_2013)


def set_font(style: ParagraphStyle, font: str) -> None:
    """One font for every script, instead of the one the theme names; its spread letters and frames are taken away."""
    letters = style.element.get_or_add_rPr()
    for spread in letters.findall(qn("w:spacing")):
        letters.remove(spread)
    for frame in style.element.iter(qn("w:pBdr")):
        frame.getparent().remove(frame)
    fonts = letters.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def set_style(line: Paragraph, style_id: str) -> None:
    """The library's own way reads all styles again for each paragraph."""
    shape: Any = line._p
    shape.style = style_id


def frame_left(style: ParagraphStyle) -> None:
    """A line at the left and a soft ground, as notes have on the page."""
    look = style.element.get_or_add_pPr()
    edges = _made("w:pBdr")
    edges.append(_made("w:left", val="single", sz="24", space="8", color="14405E"))
    ground = _made("w:shd", val="clear", color="auto", fill="F2F6F9")
    # Word wants these two before the spacing.
    spacing = look.find(qn("w:spacing"))
    spacing.addprevious(edges)
    spacing.addprevious(ground)


def keep_close(style: ParagraphStyle) -> None:
    """No space between two such paragraphs after each other; Word wants this after the indent."""
    style.element.get_or_add_pPr().find(qn("w:ind")).addnext(_made("w:contextualSpacing"))


# --- fields and lists -------------------------------------------------------------------------------------------


def add_pages(line: Paragraph) -> None:
    """»Side 2 af 5«, counted by Word."""
    line.add_run("Side ")
    _add_field(line, "PAGE")
    line.add_run(" af ")
    _add_field(line, "NUMPAGES")


def _add_field(line: Paragraph, name: str) -> None:
    field = _made("w:fldSimple", instr=name)
    run = line.add_run("1")._r
    field.append(run)
    line._p.append(field)


def number_from_one(document: Doc, lines: Sequence[Paragraph]) -> None:
    """A list of its own: without this Word goes on from the list before."""
    numbering = document.part.numbering_part.element
    style: Any = document.styles["List Number"].element
    pattern = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    own = numbering.add_num(pattern)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    for line in lines:
        shown: Any = line._p.get_or_add_pPr().get_or_add_numPr()
        shown.get_or_add_numId().val = own.numId
        shown.get_or_add_ilvl().val = 0


# --- tables and pictures ----------------------------------------------------------------------------------------


def keep_row_whole(row: _Row, *, heads: bool) -> None:
    """No row is divided between two pages; the heading row is said again on each."""
    look = row._tr.get_or_add_trPr()
    look.append(_made("w:cantSplit"))
    if heads:
        look.append(_made("w:tblHeader"))


def dress_table(table: Table, widths: Sequence[Length], *, says: str) -> None:
    """Thin lines between the rows, fixed widths, and what a screen reader says the table is."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    look: Any = table._tbl.tblPr
    whole = look.find(qn("w:tblW"))
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(sum(width.twips for width in widths)))
    edges = _made("w:tblBorders")
    for side, line in (("top", _NONE), ("left", _NONE), ("bottom", _HAIR), ("right", _NONE)):
        edges.append(_made(f"w:{side}", **line))
    edges.append(_made("w:insideH", **_HAIR))
    edges.append(_made("w:insideV", **_NONE))
    # Word wants the edges before the layout, and the words last.
    look.find(qn("w:tblLayout")).addprevious(edges)
    shown = _only(look, "w:tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0")
    shown.set(qn("w:noHBand"), "1")
    shown.set(qn("w:noVBand"), "1")
    look.append(_made("w:tblCaption", val=says))
    for cell in table.rows[0].cells:
        below = _made("w:tcBorders")
        below.append(_made("w:bottom", **_FAT))
        cell._tc.get_or_add_tcPr().append(below)


def add_picture(line: Paragraph, picture: bytes, *, width: Length, says: str) -> None:
    """A picture with what it shows in words."""
    drawn = line.add_run().add_picture(BytesIO(picture), width=width)
    drawn._inline.docPr.set("descr", says)
    for side in ("distT", "distB", "distL", "distR"):
        drawn._inline.set(side, "0")  # unsaid, LibreOffice moves the picture aside


# --- the file ---------------------------------------------------------------------------------------------------


def packed(document: Doc) -> bytes:
    """The file, without the moment the archive was written: the same paper gives the same bytes."""
    written, held = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as old, ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EARLIEST), old.read(name), ZIP_DEFLATED)
    return held.getvalue()
