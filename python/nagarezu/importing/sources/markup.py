"""Markup that text recognition leaves behind: cleaned away, and the emphasis that it states kept.

Only tags of known names are markup: `<選択肢>` is what the paper prints. Whatever is open at the
end of a line closes there, for one lost closing tag must not underline the rest of the document.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from nagarezu.importing.blocks import Span
from nagarezu.importing.rules import compiled

_BREAKS = "p|ol|ul|li|br|div|h[1-6]|tr|dl|dt|dd|blockquote|center|hr|section|article|header|footer"
_LOOKS = "u|ins|b|strong|s|del|strike"
_GONE = "em|i|span|font|sup|sub|small|a|img|td|th|table|tbody|thead|html|body|head|main|label|mark"
_TAG = re.compile(
    rf"<(/?)({_BREAKS}|{_LOOKS}|{_GONE}|input)(?=[\s/>])([^<>]{{0,400}})>|<!--[^<>]{{0,400}}-->",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(#{1,6})[ \u3000]+(?=\S)")
_STARS = re.compile(r"\*\*")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_UNDERLINED, _BOLD, _STRUCK = ("u", "ins"), ("b", "strong"), ("s", "del", "strike")


class Piece(NamedTuple):
    """A paragraph of a line or cell: its spans, its level as a heading, whether it was cleaned."""

    spans: tuple[Span, ...]
    level: int = 0
    cleaned: bool = False


def pieces(text: str, headings: bool = False) -> list[Piece]:
    """Split a line or cell at its paragraphs, with the emphasis that is stated; empty ones go."""
    if not ("<" in text or "**" in text or "&" in text or text.startswith("#")):
        return [Piece((Span(text),))] if text.strip() else []
    level = 0
    start = _HEADING.match(text) if headings else None
    if start:
        level, text = len(start.group(1)), text[start.end() :]
    reading = _Reading()
    position = 0
    for tag in _TAG.finditer(text):
        reading.take(text[position : tag.start()])
        position = tag.end()
        reading.tag(bool(tag.group(1)), (tag.group(2) or "").lower(), tag.group(3) or "")
    reading.take(text[position:])
    reading.end()
    cleaned = bool(start) or reading.cleaned or position > 0
    return [Piece(spans, level, cleaned) for spans in reading.found]


class _Reading:
    """The looks that are open while a line is read."""

    def __init__(self) -> None:
        self.found: list[tuple[Span, ...]] = []
        self.cleaned = False
        self._texts: list[tuple[str, bool, bool, bool]] = []
        self._underlined = self._bold = self._struck = 0

    def take(self, text: str) -> None:
        if text:
            plain = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
            self.cleaned = self.cleaned or plain != text
            looks = (self._underlined > 0, self._bold > 0, self._struck > 0)
            self._texts.append((plain, *looks))

    def tag(self, closing: bool, name: str, rest: str) -> None:
        step = -1 if closing else 1
        if name in _UNDERLINED:
            self._underlined = max(0, self._underlined + step)
        elif name in _BOLD:
            self._bold = max(0, self._bold + step)
        elif name in _STRUCK:
            self._struck = max(0, self._struck + step)
        elif name == "input":
            self.take(_control(rest.lower()))
        elif name and compiled(_BREAKS).fullmatch(name):
            self.end(keep=name in ("br",))

    def end(self, keep: bool = False) -> None:
        """Close the paragraph; a break within one leaves what is open, another opens anew."""
        spans = self._spans()
        if "".join(span.text for span in spans).strip():
            self.found.append(spans)
        self._texts = []
        if not keep:
            self._underlined = self._bold = self._struck = 0

    def _spans(self) -> tuple[Span, ...]:
        """Spans of the open paragraph; pairs of ** are bold, a single one is printed."""
        stars = sum(len(_STARS.findall(text)) for text, *_ in self._texts)
        pairs, starred, spans = stars % 2 == 0 and stars > 0, False, list[Span]()
        self.cleaned = self.cleaned or pairs
        for text, underlined, bold, struck in self._texts:
            for number, part in enumerate(_STARS.split(text) if pairs else [text]):
                starred = starred != (number > 0)
                _add(spans, Span(part, bold or starred, underlined, struck))
        return _stripped(spans)


def _control(rest: str) -> str:
    """What an input stands for: a mark that somebody printed into brackets or a box."""
    checked = "checked" in rest
    if "checkbox" in rest:
        return "☑" if checked else "□"
    return "○" if checked else ""


def _add(spans: list[Span], span: Span) -> None:
    """Add a span, or to the last one if it looks the same."""
    if not span.text:
        return
    last = spans[-1] if spans else None
    if last and (last.bold, last.underlined, last.struck) == (
        span.bold,
        span.underlined,
        span.struck,
    ):
        spans[-1] = Span(last.text + span.text, span.bold, span.underlined, span.struck)
    else:
        spans.append(span)


def _stripped(spans: list[Span]) -> tuple[Span, ...]:
    """Leave out the blanks between tags; a full-width space at the start is an indentation."""
    if not spans:
        return ()
    first, last = spans[0], spans[-1]
    spans[0] = Span(first.text.lstrip(" \t\r\n"), first.bold, first.underlined, first.struck)
    last = spans[-1]
    spans[-1] = Span(last.text.rstrip(" \t\r\n"), last.bold, last.underlined, last.struck)
    return tuple(span for span in spans if span.text)
