"""HTML built by type: text and markup are different types, and only markup is written as it is.

`element("p", label)` escapes a string; a Markup stands as it is. There is no other way in.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from nagarezu.inert import visible

_VOID = frozenset({"meta", "br", "col", "hr"})
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Markup:
    """Finished HTML. Template engines recognise it by `__html__`."""

    text: str

    def __html__(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text


Content = str | Markup


def escape(content: Content) -> str:
    """HTML source of a content: text is escaped and its invisible characters are shown."""
    if isinstance(content, Markup):
        return content.text
    return html.escape(visible(content), quote=True)


def element(name: str, *content: Content, **attributes: str | None) -> Markup:
    """One element. An attribute `class_` is `class`; `data_x` is `data-x`; None leaves it out."""
    opening = [name]
    for key, value in attributes.items():
        if value is None:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        if not _NAME.fullmatch(attribute):
            raise ValueError(f"not the name of an attribute: {key}")
        opening.append(f'{attribute}="{escape(value)}"')
    start = f"<{' '.join(opening)}>"
    if name in _VOID:
        return Markup(start)
    return Markup(f"{start}{''.join(map(escape, content))}</{name}>")


def joined(parts: list[Markup], separator: str = "\n") -> Markup:
    """Several pieces of markup, one after the other."""
    return Markup(separator.join(part.text for part in parts))
