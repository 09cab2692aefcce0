"""The text of a paragraph: runs with their looks, marks, tracked changes, boxes that hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from nagarezu.importing.blocks import Span
from nagarezu.importing.sources.docx_styles import Looks, Style, looks_of
from nagarezu.opening.package import attribute, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Change = Literal["", "added", "removed"]
_CHANGES: dict[str, Change] = {
    "ins": "added",
    "moveTo": "added",
    "del": "removed",
    "moveFrom": "removed",
}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WORDS = ("t", "delText")
_READ = ("t", "sym", "txbxContent", "drawing", "pict")
# Characters of symbol fonts that forms use as marks.
_SYMBOLS = {
    ("wingdings", 0x6C): "●", ("wingdings", 0x6F): "□", ("wingdings", 0xA8): "□",
    ("wingdings", 0xA1): "○", ("wingdings", 0xFC): "✓", ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☑", ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x53): "☒", ("wingdings 2", 0xA3): "□", ("wingdings 2", 0x2A): "□",
}  # fmt: skip
_UNKNOWN_SYMBOL = "\ufffd"
_NO_TEXT = ("pPr", "rPr", "rt", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "annotationRef")


class Reading(NamedTuple):
    """What a paragraph holds: spans, boxes with text of their own, and what cannot be read."""

    spans: list[Span]
    boxes: list[Element]  # whose children are paragraphs and tables
    unread: list[str]


def read_runs(paragraph: Element, styles: dict[str, Style], base: Looks, change: Change) -> Reading:
    """Read a paragraph whose style looks like `base`, within a row or block of that change."""
    reading = Reading([], [], [])
    _walk(paragraph, styles, base, change, reading)
    return reading


def _walk(
    element: Element, styles: dict[str, Style], looks: Looks, change: Change, to: Reading
) -> None:
    for child in element:
        name = local(child)
        if name in _NO_TEXT:
            continue
        if name in _CHANGES:
            _walk(child, styles, looks, _CHANGES[name], to)
        elif name == "r":
            _walk(child, styles, _looks(child, styles, looks), change, to)
        elif name in _WORDS:
            _add(to, child.text or "", looks, change)
        elif name in _SIGNS and attribute(child, "type") not in ("page", "column"):
            _add(to, _SIGNS[name], looks, change)
        elif name == "sym":
            _add(to, _symbol(child), looks, change)
        elif name == "fldChar":
            _add(to, _form_mark(child), looks, change)
        elif name == "sdt":
            before = len(to.spans)
            _walk(child, styles, looks, change, to)
            if len(to.spans) == before:
                _add(to, _control_mark(child), looks, change)
        elif name == "AlternateContent":
            _walk(_form(child), styles, looks, change, to)
        elif name in ("drawing", "pict", "object"):
            _drawn(child, to)
        else:
            _walk(child, styles, looks, change, to)


def _looks(run: Element, styles: dict[str, Style], base: Looks) -> Looks:
    looks = base
    for part in run:
        if local(part) == "rPr":
            for entry in part:
                if local(entry) == "rStyle":
                    style = styles.get(attribute(entry, "val"), Style())
                    looks = style.looks.over(looks)
            looks = looks_of(part).over(looks)
    return looks


def _add(to: Reading, text: str, looks: Looks, change: Change) -> None:
    if not text or looks.hidden:
        return
    added, removed = change == "added", change == "removed"
    span = Span(
        text,
        bool(looks.bold),
        bool(looks.underlined) or added,
        bool(looks.struck) or removed,
        change,
    )
    last = to.spans[-1] if to.spans else None
    if last and (last.bold, last.underlined, last.struck, last.change) == (
        span.bold,
        span.underlined,
        span.struck,
        span.change,
    ):
        to.spans[-1] = Span(last.text + text, span.bold, span.underlined, span.struck, change)
    else:
        to.spans.append(span)


def _symbol(element: Element) -> str:
    try:
        number = int(attribute(element, "char"), 16) & 0xFF
    except ValueError:
        return _UNKNOWN_SYMBOL
    return _SYMBOLS.get((attribute(element, "font").lower(), number), _UNKNOWN_SYMBOL)


def _form_mark(element: Element) -> str:
    """The box of a form field of old forms; other fields print their own result."""
    for box in element.iter():
        if local(box) == "checkBox":
            said = {local(part): attribute(part, "val") or "1" for part in box}
            return "☑" if said.get("checked", said.get("default", "0")) in ("1", "true") else "□"
    return ""


def _control_mark(control: Element) -> str:
    """The box of a content control that prints nothing by itself."""
    for element in control.iter():
        if local(element) == "checkbox":
            states = [attribute(e, "val") for e in element if local(e) == "checked"]
            return "☑" if states and states[0] in ("1", "true") else "□"
    return ""


def _form(element: Element) -> Element:
    """The one of two forms of the same thing that we can read: new, or old for rare signs."""
    forms = [child for child in element if local(child) in ("Choice", "Fallback")]
    known = [form for form in forms if any(local(e) in _READ for e in form.iter())]
    return known[0] if known else element


def _drawn(element: Element, to: Reading) -> None:
    """Text boxes of a drawing."""
    boxes = _outermost(element)
    to.boxes.extend(boxes)
    names = {local(part) for part in element.iter()}
    if not boxes and names & {"pic", "imagedata", "blip"}:
        to.unread.append("picture")
    elif not boxes and names & {"OLEObject", "chart"}:
        to.unread.append("embedded")
    elif not boxes:
        to.unread.append("shape")  # a bare ellipse may mark a choice


def _outermost(element: Element) -> list[Element]:
    """Boxes that are not within another box."""
    found = []
    for child in element:
        if local(child) == "txbxContent":
            found.append(child)
        else:
            found.extend(_outermost(child))
    return found
