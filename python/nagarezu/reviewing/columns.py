"""The columns of a list of values: of the workbook, of `--list`, of a notebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from nagarezu.languages import Lang, Text
from nagarezu.reviewing.value import Value
from nagarezu.reviewing.words import STATES, field_name, kind_name


class Column(NamedTuple):
    """One column: what it shows of a value; without that, a person fills it in. Width in letters.

    `kept` columns must come back from a workbook as they went out.
    """

    name: str
    label: Text
    width: int
    of: Callable[[Value, Lang], str] | None = None
    kept: bool = False


def confidence(number: float | None, lang: Lang) -> str:
    """A confidence from 0 to 1 as per cent; empty if the rule states none."""
    return "" if number is None else f"{number * 100:.0f}{'％' if lang == 'ja' else '%'}"


def alternatives(value: Value, lang: Lang) -> str:
    """Other readings, the likeliest first."""
    pattern, between = ("{}（{}）", "、") if lang == "ja" else ("{} ({})", ", ")
    return between.join(
        other.value
        if other.confidence is None
        else pattern.format(other.value, confidence(other.confidence, lang))
        for other in value.alternatives
    )


COLUMNS: tuple[Column, ...] = (
    Column("kind", Text("種別", "Kind"), 14, lambda v, lang: kind_name(v.kind, lang)),
    Column("label", Text("要素", "Entity"), 28, lambda v, lang: v.label),
    Column("field", Text("欄", "Member"), 14, lambda v, lang: field_name(v.field, lang)),
    Column("value", Text("値", "Value"), 28, lambda v, lang: v.shown, kept=True),
    Column("printed", Text("記載", "As printed"), 28, lambda v, lang: v.printed, kept=True),
    Column("context", Text("資料の文", "Text of the source"), 40, lambda v, lang: v.context),
    Column("place", Text("箇所", "Place"), 12, lambda v, lang: v.place, kept=True),
    Column("decision", Text("判定", "Decision"), 14),
    Column("corrected", Text("訂正後の値", "Corrected value"), 28),
    Column("comment", Text("コメント", "Comment"), 28),
    Column("state", Text("状態", "State"), 10, lambda v, lang: STATES[v.state].in_(lang)),
    Column(
        "confidence",
        Text("確からしさ", "Confidence"),
        10,
        lambda v, lang: confidence(v.confidence, lang),
    ),
    Column("alternatives", Text("候補", "Alternatives"), 24, alternatives),
    Column("reason", Text("理由", "Reason"), 28, lambda v, lang: v.reason),
    Column("normalised", Text("読取値", "Reading"), 20, lambda v, lang: v.normalised),
    Column("rule", Text("規則", "Rule"), 18, lambda v, lang: v.rule),
    Column("key", Text("識別子", "Key"), 34, lambda v, lang: v.key, kept=True),
)
FILLED = ("decision", "corrected", "comment")
SHEET = Text("値", "Values")
CHOICES = Text("選択肢", "Choices")
GUIDE = Text("記入のしかた", "How to fill in")
