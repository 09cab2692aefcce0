"""Looks and number formats of a workbook, and texts of which parts look different."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from nagarezu.opening.package import Package, local
from nagarezu.opening.view import PLAIN, Look

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Formats of dates that every workbook knows without listing them; 27–36 and 50–58 are those of
# East Asian editions.
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_SIGNS = re.compile(r"[ymdhse]", re.IGNORECASE)
_MARKS = ("b", "i", "u", "strike")


# Formats that every workbook knows without listing them, as Japanese editions show them.
_KNOWN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: "[$-411]ge.m.d",
    28: '[$-411]ggge"年"m"月"d"日"',
    29: '[$-411]ggge"年"m"月"d"日"',
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"',
    33: 'h"時"mm"分"ss"秒"',
    34: 'yyyy"年"m"月"',
    35: 'm"月"d"日"',
    36: "[$-411]ge.m.d",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    49: "@",
    50: "[$-411]ge.m.d",
    51: '[$-411]ggge"年"m"月"d"日"',
    55: 'yyyy"年"m"月"',
    56: 'm"月"d"日"',
    57: "[$-411]ge.m.d",
    58: '[$-411]ggge"年"m"月"d"日"',
}


class Style(NamedTuple):
    look: Look
    date: bool
    format: str = ""


class Rich(NamedTuple):
    """A text, whether its runs look different, and the runs (None: as the cell looks)."""

    text: str
    mixed: bool
    runs: tuple[tuple[str, Look | None], ...]


Looks = list[Style]


def looks_of(package: Package, part: str) -> Looks:
    """Return the style of each index that cells may name; none at all is plain."""
    if part not in package.names:
        return []
    root = package.tree(part)
    fonts = [_font(e) for e in _children(root, "fonts")]
    fills = [_fill(e) for e in _children(root, "fills")]
    stated = {_number(e, "numFmtId"): e.get("formatCode", "") for e in _children(root, "numFmts")}
    dates = _DATES | {number for number, code in stated.items() if _is_date(code)}
    formats = _KNOWN | stated
    styles = []
    for entry in _children(root, "cellXfs"):
        font, fill = _number(entry, "fontId"), _number(entry, "fillId")
        look = fonts[font] if font < len(fonts) else PLAIN
        if fill < len(fills):
            look = look._replace(fill=fills[fill])
        number = _number(entry, "numFmtId")
        styles.append(Style(look, number in dates, formats.get(number, "")))
    return styles


def _children(root: Element, name: str) -> Iterator[Element]:
    for group in root:
        if local(group) == name:
            yield from group


def _number(element: Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _is_date(code: str) -> bool:
    return bool(_DATE_SIGNS.search(_QUOTED.sub("", code.split(";")[0].replace("General", ""))))


def _font(font: Element) -> Look:
    look = PLAIN
    for element in font:
        name = local(element)
        if name in _MARKS:
            on = element.get("val", "1") not in ("0", "false", "none")
            look = _marked(look, name, on)
        elif name == "color":
            look = look._replace(colour=_colour(element))
        elif name == "sz":
            look = look._replace(size=element.get("val", ""))
    return look


def _marked(look: Look, name: str, on: bool) -> Look:
    """The look with one mark set; marks are named as the format names them."""
    return {
        "b": look._replace(bold=on),
        "i": look._replace(italic=on),
        "u": look._replace(underline=on),
        "strike": look._replace(strike=on),
    }[name]


def _colour(element: Element) -> str:
    """A colour as it is named; the colours that mean “as usual” are none."""
    named = " ".join(f"{key}={value}" for key, value in sorted(element.attrib.items()))
    return (
        "" if named in ("theme=1", "rgb=FF000000", "auto=1", "indexed=8", "indexed=64") else named
    )


def _fill(fill: Element) -> str:
    for pattern in fill:
        if local(pattern) == "gradientFill":
            return "gradient"
        kind = pattern.get("patternType", "none")
        if kind in ("none", "gray125"):
            return ""
        colours = [_colour(element) for element in pattern]
        return " ".join([kind, *colours])
    return ""


def rich_text(element: Element) -> Rich:
    """Return the text of a string with its runs; readings are left out."""
    runs: list[tuple[str, Look | None]] = []
    looks = set()
    for child in element:
        name = local(child)
        if name == "t":
            runs.append((_unescaped(child.text or ""), None))
            looks.add(PLAIN)
        elif name == "r":
            look, texts = None, []
            for part in child:
                if local(part) == "rPr":
                    look = _font(part)
                elif local(part) == "t":
                    texts.append(part.text or "")
            looks.add(look or PLAIN)
            runs.append((_unescaped("".join(texts)), look))
    mixed = len(looks) > 1
    styled = tuple(runs) if any(look for _, look in runs) else ()
    return Rich("".join(text for text, _ in runs), mixed, styled)


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def _unescaped(text: str) -> str:
    """Undo the way in which workbooks write characters that XML cannot hold (_x000D_)."""
    return _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), text) if "_x" in text else text
