"""The template: styles, faces, lists and settings, from which Word shows and edits the paper.

Faces are named for Latin and for East Asian text alike, in every style. Line heights are exact, so
that the faces a reader happens to have move nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nagarezu.languages import Lang
from nagarezu.report.docx.sheet import PORTRAIT, twips
from nagarezu.report.docx.xml import NOTHING, Xml, element, on, part, w

SERIF = {"ja": ("游明朝", "游明朝"), "en": ("Times New Roman", "游明朝")}
SANS = {"ja": ("游ゴシック", "游ゴシック"), "en": ("Arial", "游ゴシック")}
# What stands in where a face is missing, the nearest first; and whether it is a serif.
FACES: dict[str, tuple[str, str]] = {
    "游明朝": (
        "Yu Mincho,BIZ UD明朝 Medium,BIZ UDMincho Medium,ＭＳ 明朝,Noto Serif CJK JP",
        "roman",
    ),
    "游ゴシック": ("Yu Gothic,BIZ UDゴシック,BIZ UDGothic,ＭＳ ゴシック,Noto Sans CJK JP", "swiss"),
    "Times New Roman": ("Liberation Serif", "roman"),
    "Arial": ("Liberation Sans", "swiss"),
}
LANGUAGE = {"ja": "ja-JP", "en": "en-US"}
INK, QUIET, SHADE = "1A1A1A", "595959", "F2F2F2"
INDENT = 425  # twips: a bullet or a number, and the text behind it

_ADDED = (on("b"), w("u", val="single"))


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Sizes and distances in points; `level` is that of the outline, from 0."""

    id: str
    name: str
    size: float
    line: float
    sans: bool = False
    bold: bool = False
    jc: str = "left"
    before: float = 0
    after: float = 0
    based: str = "Normal"
    following: str = ""
    level: int | None = None
    keep: bool = False  # with what follows
    together: bool = False  # its lines on one sheet
    indent: int = 0  # twips; the first line hangs by as much
    left: int = 0  # twips that the first line keeps too
    box: bool = False
    leader: bool = False  # dots to a page number at the right
    quick: bool = True  # among the styles offered to those who edit


def _heading(level: int, size: float, line: float, before: float, after: float) -> Style:
    return Style(
        f"Heading{level}", f"heading {level}", size, line, sans=True, bold=True, before=before,
        after=after, following="BodyText", level=level - 1, keep=True, together=True,
    )  # fmt: skip


STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", 10.5, 17, based=""),
    Style("BodyText", "Body Text", 10.5, 17, jc="both", before=3, after=3),
    Style("Lead", "Lead", 11, 18, sans=True, jc="both", before=2, after=6),
    Style("Title", "Title", 18, 26, sans=True, bold=True, jc="center", before=8, after=4,
          keep=True),
    Style("Subtitle", "Subtitle", 12, 18, sans=True, jc="center", after=6, keep=True),
    _heading(1, 14, 21, 14, 6),
    _heading(2, 12, 18, 12, 4),
    _heading(3, 10.5, 17, 8, 3),
    Style("TOCHeading", "TOC Heading", 14, 21, sans=True, bold=True, before=14, after=6, keep=True),
    Style("TOC1", "toc 1", 10.5, 18, sans=True, before=4, leader=True, quick=False),
    Style("TOC2", "toc 2", 10.5, 17, left=INDENT, leader=True, quick=False),
    Style("Caption", "caption", 10, 15, sans=True, keep=True),
    Style("TableCaption", "Table Caption", 10, 15, sans=True, based="Caption", before=12, after=3,
          keep=True, together=True),
    Style("FigureCaption", "Figure Caption", 10, 15, sans=True, based="Caption", jc="center",
          before=4, after=6, together=True),
    Style("Figure", "Figure", 10.5, 0, jc="center", keep=True),
    Style("FigureText", "Figure Text", 8, 10, sans=True, quick=False),
    Style("Cell", "Table Text", 9, 13),
    Style("CellHead", "Table Heading", 9, 13, sans=True, bold=True, jc="center", keep=True),
    Style("CellSmall", "Table Text Small", 8, 11.5, based="Cell", quick=False),
    Style("CellHeadSmall", "Table Heading Small", 8, 11.5, sans=True, bold=True, jc="center",
          based="CellHead", keep=True, quick=False),
    Style("Fact", "Fact", 10, 15),
    Style("FactHead", "Fact Heading", 10, 15, sans=True, bold=True),
    Style("Note", "Note", 9, 13, before=2, indent=INDENT),
    Style("Source", "Source", 9, 13, before=2, indent=INDENT),
    Style("ListParagraph", "List Paragraph", 10.5, 17, jc="both", after=2, indent=INDENT),
    Style("Ending", "Ending", 10.5, 17, jc="right", before=10),
    Style("Separator", "Separator", 1, 1, quick=False),
    Style("Header", "header", 9, 13),
    Style("Footer", "footer", 9, 13, jc="center"),
    Style("PaperNumber", "Paper Number", 12, 18, sans=True, jc="center", box=True),
)  # fmt: skip
FIGURE_CAPTION = 25  # points: its line, its distances and a spare line


def styles(lang: Lang) -> bytes:
    """The part with all styles."""
    body = [_defaults(lang), *(_paragraph(style, lang) for style in STYLES)]
    return part("w:styles", *body, *_characters(), *_tables())


def faces(lang: Lang, *, sans: bool) -> Xml:
    """The faces of a run or a style, for every kind of script."""
    latin, asian = (SANS if sans else SERIF)[lang]
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=asian, cs=latin)


def _size(points: float) -> tuple[Xml, Xml]:
    return w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))


def _defaults(lang: Lang) -> Xml:
    # Latin words are English in either language: as Japanese ones they would break anywhere.
    language = w("lang", val="en-US", eastAsia="ja-JP", bidi="ar-SA")
    look = w("rPr", faces(lang, sans=False), w("color", val=INK), *_size(10.5), language)
    return w("docDefaults", w("rPrDefault", look), w("pPrDefault"))


def _paragraph(style: Style, lang: Lang) -> Xml:
    default = {"w:default": 1} if style.id == "Normal" else {}
    look = w("rPr", faces(lang, sans=style.sans), on("b", when=style.bold), *_size(style.size))
    return element(
        "w:style",
        {"w:type": "paragraph", **default, "w:styleId": style.id},
        w("name", val=style.name),
        w("basedOn", val=style.based) if style.based else NOTHING,
        w("next", val=style.following) if style.following else NOTHING,
        on("qFormat", when=style.quick),
        w("pPr", *_shape(style)),
        look,
    )


def _shape(style: Style) -> Iterator[Xml]:
    yield on("keepNext", when=style.keep)
    yield on("keepLines", when=style.together)
    if style.box:
        sides = ("top", "left", "bottom", "right")
        yield w("pBdr", *(w(side, val="single", sz=8, space=3, color=INK) for side in sides))
    if style.leader:
        at = twips(PORTRAIT.width)
        yield w("tabs", w("tab", val="right", leader="dot", pos=at))
    if style.id == "FigureText":  # a blank between scripts would make labels wider
        yield w("autoSpaceDE", val=0)
        yield w("autoSpaceDN", val=0)
    yield w(
        "spacing",
        before=round(style.before * 20),
        after=round(style.after * 20),
        line=round(style.line * 20) or 240,
        lineRule="exact" if style.line else "auto",
    )
    if style.indent or style.left:
        hanging = {"hanging": style.indent} if style.indent else {}
        yield w("ind", left=style.left + style.indent, **hanging)
    yield w("jc", val=style.jc)
    if style.level is not None:
        yield w("outlineLvl", val=style.level)


def _characters() -> Iterator[Xml]:
    def style(id_: str, name: str, *look: Xml) -> Xml:
        names = w("name", val=name), on("qFormat"), w("rPr", *look)
        return w("style", *names, type="character", styleId=id_)

    yield style("Strong", "Strong", on("b"))
    yield style("Added", "Added", *_ADDED)


def _tables() -> Iterator[Xml]:
    margins = w(
        "tblCellMar",
        w("top", w=twips(0.6), type="dxa"),
        w("left", w=twips(1.2), type="dxa"),
        w("bottom", w=twips(0.6), type="dxa"),
        w("right", w=twips(1.2), type="dxa"),
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = w("tblBorders", *(w(side, val="single", sz=4, space=0, color=INK) for side in sides))
    yield w(
        "style",
        w("name", val="Paper Table"),
        on("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), lines, margins),
        type="table",
        styleId="PaperTable",
    )


def fonts() -> bytes:
    """The part that says what may stand in for a face that a reader lacks."""

    def font(name: str) -> Xml:
        others, family = FACES[name]
        japanese = not name.isascii()
        return w(
            "font",
            w("altName", val=others),
            w("charset", val="80" if japanese else "00"),
            w("family", val=family),
            w("pitch", val="variable"),
            name=name,
        )

    return part("w:fonts", *(font(name) for name in FACES))


def settings(lang: Lang) -> bytes:
    """No compatibility mode, Japanese punctuation set tight, no field that asks on opening."""
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return part(
        "w:settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=840),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", mode),
        w("themeFontLang", val="en-US", eastAsia="ja-JP"),
    )
