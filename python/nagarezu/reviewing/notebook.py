"""A draft in a notebook: its values as HTML, and decisions by the number of a row.

Rows count from 1 in the order of the source, as shown. Each function returns a new draft.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from nagarezu.case import Case
from nagarezu.languages import Lang, Text
from nagarezu.markup import Markup, element, joined
from nagarezu.resources import template
from nagarezu.reviewing.columns import confidence
from nagarezu.reviewing.decide import decide
from nagarezu.reviewing.decision import Action, Decision
from nagarezu.reviewing.refusal import UnknownRow
from nagarezu.reviewing.value import Value, values
from nagarezu.reviewing.walk import Content
from nagarezu.reviewing.words import STATES, field_name, kind_name

if TYPE_CHECKING:
    from nagarezu.reviewing.documents import Documents

MOST_ROWS = 200
_LONGEST = 300  # characters of one cell
_WHOLE = "white-space: nowrap"  # words of a closed list are not broken
_HEADS = (
    Text("番号", "No."),
    Text("種別", "Kind"),
    Text("要素", "Entity"),
    Text("欄", "Member"),
    Text("値", "Value"),
    Text("記載", "As printed"),
    Text("箇所", "Place"),
    Text("確からしさ", "Confidence"),
    Text("状態", "State"),
)
_CAPTION = Text("読み取った値", "Values as read")
_EMPTY = Text("読み取った値はありません", "no values")
_MORE = Text("ほか{count}件", "and {count} more")


def confirm(case_json: Mapping[str, Any], row: int, *, comment: str = "") -> Content:
    """Return the draft with the value of a row confirmed."""
    return _decided(case_json, row, "confirm", None, comment)


def correct(case_json: Mapping[str, Any], row: int, value: Any, *, comment: str = "") -> Content:
    """Return the draft with another value in a row. InvalidDecision says why it cannot be."""
    return _decided(case_json, row, "correct", value, comment)


def reject(case_json: Mapping[str, Any], row: int, *, comment: str = "") -> Content:
    """Return the draft with the value of a row unknown. InvalidDecision says why it cannot be."""
    return _decided(case_json, row, "reject", None, comment)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draft as a notebook shows it; each decision gives another one, and this stays as it is."""

    content: Mapping[str, Any]
    documents: Documents | None = None
    lang: Lang = "ja"

    def confirm(self, row: int, *, comment: str = "") -> Reviewed:
        """Confirm the value of a row."""
        return replace(self, content=confirm(self.content, row, comment=comment))

    def correct(self, row: int, value: Any, *, comment: str = "") -> Reviewed:
        """Put another value into a row. InvalidDecision says why it cannot be."""
        return replace(self, content=correct(self.content, row, value, comment=comment))

    def reject(self, row: int, *, comment: str = "") -> Reviewed:
        """Make the value of a row unknown. InvalidDecision says why it cannot be."""
        return replace(self, content=reject(self.content, row, comment=comment))

    @property
    def values(self) -> list[Value]:
        """The values by row, the first at 0."""
        return values(self.content, documents=self.documents, lang=self.lang)

    @property
    def case(self) -> Case:
        """The draft as a case."""
        return Case.from_json(json.dumps(self.content))

    def __repr__(self) -> str:
        return f"<Reviewed {self.content.get('id', '')}: {summary(self.content, lang='en')}>"

    def _repr_html_(self) -> str:
        return draft_html(self.content, documents=self.documents, lang=self.lang)


def _decided(
    case_json: Mapping[str, Any], row: int, action: Action, value: Any, comment: str
) -> Content:
    found = values(case_json)
    if not 1 <= row <= len(found):
        raise UnknownRow(row, len(found))
    return decide(case_json, [Decision(found[row - 1].key, action, value, comment)])


def summary(case_json: Mapping[str, Any], *, lang: Lang = "ja") -> str:
    """Return one line: how many values, and how many of them in which state."""
    found = Counter(value.state for value in values(case_json))
    parts = [f"{text.in_(lang)} {found[state]}" for state, text in STATES.items()]
    total = sum(found.values())
    return f"{total}件（{'、'.join(parts)}）" if lang == "ja" else f"{total} ({', '.join(parts)})"


def draft_html(
    case_json: Mapping[str, Any], *, documents: Documents | None = None, lang: Lang = "ja"
) -> str:
    """Return the HTML of a draft: summary, then its values; text of the draft is escaped."""
    found = values(case_json, documents=documents, lang=lang)
    shown = [_row(number, value, lang) for number, value in enumerate(found[:MOST_ROWS], start=1)]
    heads = [element("th", head.in_(lang), scope="col", style=_WHOLE) for head in _HEADS]
    caption = f"{_CAPTION.in_(lang)} {summary(case_json, lang=lang)}"
    table = element(
        "table",
        joined(
            [
                element("caption", caption),
                element("thead", element("tr", joined(heads, ""))),
                element("tbody", joined(shown)),
            ]
        ),
    )
    parts = [
        Markup(f"<style>\n{template('nagarezu.css')}</style>"),
        element("p", str(case_json.get("id", "")), class_="id"),
        element("p", str(case_json.get("title", "")), class_="title"),
        element("div", table, class_="scroll", tabindex="0", role="region", aria_label=caption),
    ]
    if not found:
        parts.append(element("p", _EMPTY.in_(lang), class_="empty"))
    if len(found) > MOST_ROWS:
        more = _MORE.in_(lang).format(count=len(found) - MOST_ROWS)
        parts.append(element("p", more, class_="empty"))
    return element("div", joined(parts), class_="nagarezu", lang=lang).text + "\n"


def _row(number: int, value: Value, lang: Lang) -> Markup:
    words = kind_name(value.kind, lang), field_name(value.field, lang)
    sure, state = confidence(value.confidence, lang), STATES[value.state].in_(lang)
    marked = state if value.decided else element("strong", state)
    cells = [
        element("th", str(number), scope="row", class_="number"),
        element("td", words[0], style=_WHOLE),
        element("td", _cut(value.label)),
        element("td", words[1], style=_WHOLE),
        *(element("td", _cut(text)) for text in (value.shown, value.printed, value.place)),
        element("td", sure, class_="number"),
        element("td", marked, style=_WHOLE, title=_cut(value.reason) or None),
    ]
    return element("tr", joined(cells, ""))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
