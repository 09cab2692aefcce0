"""Text from documents, made inert for the format that it goes into.

A label is never trusted: it may hold markup, formulas, control characters or characters that
reorder or hide text. Each function returns text that its format shows as text, and no more.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f\ud800-\udfff]"
)
_FORMULA_START = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # the last four are the full-width ＝＋－＠
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$!#])")


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the control picture, such as ␊
    if code == 0x7F:
        return "\u2421"
    return f"[U+{code:04X}]"


def visible(text: str) -> str:
    """The text with control, direction and zero-width characters made visible.

    Variation selectors stay: they are part of how a Japanese name is written.
    """
    return _SUSPECT.sub(_shown, text)


def json_text(value: Any, *, indent: int | None = 2) -> str:
    """JSON in readable Unicode; what hides or reorders text is escaped, nothing is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _SUSPECT.sub(lambda m: m.group() if m.group() == "\n" else _escaped(m.group()), text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)


def csv_text(text: str) -> str:
    """Text of a CSV field: one line, and never the start of a formula in a spreadsheet."""
    guard = "'" if text.lstrip(" \u3000")[:1] in tuple(_FORMULA_START) else ""
    return guard + visible(text)


def markdown(text: str) -> str:
    """Text inside a line or a table cell of Markdown; no markup, no HTML, no automatic link."""
    text = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKDOWN.sub(r"\\\1", text)
    text = text.replace("://", "&#58;//").replace("@", "&#64;")
    return re.sub(r"(?i)\b(www)\.", r"\1&#46;", text)


def width(text: str) -> int:
    """Columns that the text takes on a terminal: wide and full-width characters take two."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or "\ufe00" <= character <= "\ufe0f":
        return 0
    if "\U000e0100" <= character <= "\U000e01ef":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
