"""What an item is: its concept by the reviewed vocabulary, its classes by that or by words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from nagarezu.importing.fields.item_entry import role
from nagarezu.importing.rules import compiled, rules, vocabulary
from nagarezu.importing.rules.characters import bracketed, key, without_brackets


@dataclass(frozen=True, slots=True)
class Meaning:
    """`words` decided. Nothing is claimed where no word is known."""

    concept: str = ""
    role: str = ""
    classes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    rule: str = "unknown_item"
    derived_from: str = ""  # concept of the attribute that a credential is made from
    treated: bool = False  # printed as needing care, or of the kind that is treated so
    statutory: bool = False


@cache
def _concepts() -> dict[str, tuple[str, tuple[str, ...], str]]:
    table: dict[str, tuple[str, tuple[str, ...], str]] = {}
    for entry in vocabulary("concepts"):
        value = (str(entry["id"]), tuple(entry["classes"]), str(entry.get("role", "")))
        for label in (entry["label"]["ja"], *entry["aliases"]):
            table.setdefault(key(label), value)
    return table


ClassRules = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


def compile_rules(table: Iterable[dict[str, Any]]) -> ClassRules:
    """Rules {words, classes} for `by_words`."""
    return tuple((re.compile(rule["words"]), tuple(rule["classes"])) for rule in table)


@cache
def _patterns() -> ClassRules:
    return compile_rules(rules("items")["classes"])


def order(classes: set[str]) -> tuple[str, ...]:
    return tuple(entry["id"] for entry in vocabulary("item_classes") if entry["id"] in classes)


@lru_cache(maxsize=1 << 14)
def meaning(label: str, *, use_vocabulary: bool = True) -> Meaning:
    """Concept, role and classes of a printed item label.

    The vocabulary decides on the whole label; else words do. Without any, nothing is claimed.
    """
    plain = key(label)
    who = role(label)
    derived = _derived(label)
    sensitive = any(compiled(word).search(plain) for word in rules("items")["statutory"])
    if use_vocabulary and plain in _concepts():
        concept, classes, known_role = _concepts()[plain]
        extra = _extra(label, who or known_role, set(classes), derived)
        treated = "SP" in classes
        return Meaning(
            concept,
            who or known_role,
            extra,
            (label,),
            "vocabulary",
            derived,
            treated and not sensitive,
            sensitive,
        )
    found, words = by_words(plain)
    if not found:
        return Meaning(role=who, derived_from=derived, statutory=sensitive)
    extra = _extra(label, who, found, derived)
    return Meaning("", who, extra, words, "item_words", derived, False, sensitive)


def by_words(plain: str, table: ClassRules | None = None) -> tuple[set[str], tuple[str, ...]]:
    """The classes of a label's key by the words of the rules, and the words that decided."""
    head = without_brackets(plain) or plain
    found: set[str] = set()
    words: list[str] = []
    for pattern, classes in _patterns() if table is None else table:
        match = pattern.search(head)
        if match:
            found.update(classes)
            words.append(match.group())
            if "stop" in pattern.groupindex and match.groupdict().get("stop"):
                break
    return found, tuple(words)


def _extra(label: str, who: str, classes: set[str], derived: str) -> tuple[str, ...]:
    classes = set(classes)
    if who in rules("items")["family_roles"]:
        classes.add("FM")
    credential = compiled(rules("items")["credential"]).search(key(without_brackets(label)))
    if credential and not who:
        classes.add("CR")
    if derived:
        classes.add("QI")
    return order(classes)


def _derived(label: str) -> str:
    """パスワード（生月日）: a credential made from an attribute, which the brackets name."""
    if not compiled(rules("items")["credential"]).search(key(without_brackets(label))):
        return ""
    for note in bracketed(label):
        for word, concept in rules("items")["attributes"].items():
            if key(word) in key(note):
                return str(concept)
    return ""
