"""What a corrected value can be chosen from: closed words, yes and no, ids of the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from nagarezu.languages import Lang
from nagarezu.reviewing.shape import Member, members
from nagarezu.reviewing.value import Value
from nagarezu.reviewing.words import TRUTH, Labels, codes, field_name, kind_name


class Choice(NamedTuple):
    """A list to choose from. `only`: nothing else fits; else several may be written."""

    name: str
    options: tuple[str, ...]
    only: bool


def choices(case: Mapping[str, Any], found: list[Value], lang: Lang) -> dict[str, Choice]:
    """Return the lists that these values need, by the key of `needed`."""
    labels = Labels(case)
    wanted: dict[str, Choice] = {}
    for value in found:
        key = needed(value)
        if key and key not in wanted:
            wanted[key] = _choice(value, members(value.kind)[value.field], labels, lang)
    return {key: choice for key, choice in wanted.items() if choice.options}


def needed(value: Value) -> str:
    """Which list a corrected value comes from; empty if it is written freely."""
    member = members(value.kind).get(value.field)
    if member is None:
        return ""
    if member.target and member.kind in ("id", "ids"):
        return f"{member.target}{'' if member.several else '!'}"
    if member.kind == "truth":
        return "truth"
    if member.words:
        return f"{value.kind}.{value.field}"
    return member.entity if member.kind in ("way", "ways") else ""


def _choice(value: Value, member: Member, labels: Labels, lang: Lang) -> Choice:
    several = member.several or member.kind == "way"
    name = f"{kind_name(value.kind, lang)}：{field_name(value.field, lang)}"
    if member.target:
        target = member.target.removesuffix("s")
        return Choice(kind_name(target, lang), tuple(labels.options(member.target)), not several)
    if member.kind == "truth":
        return Choice(
            " / ".join(text.in_(lang) for text in TRUTH.values()),
            tuple(text.in_(lang) for text in TRUTH.values()),
            True,
        )
    if member.entity:
        known = codes(member.entity, members(member.entity)["kind"])
    else:
        known = codes(value.kind, member)
    return Choice(
        name, tuple(_option(code, text.in_(lang)) for code, text in known.items()), not several
    )


def _option(code: str, meaning: str) -> str:
    return code if code == meaning else f"{code} {meaning}"
