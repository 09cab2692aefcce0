"""How well words decide: safeguard categories and item classes, cross-validated over documents.

The rules were written with all five real documents in sight, so agreement with their coding is no
forecast. Here each document is coded only with those words of the rules that decide correctly
somewhere in the *other* documents: the rules that these alone would have given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from importing_score import Score

Drafted = Iterable[tuple[str, dict[str, Any], Any]]  # name, hand-made case, draft
Coded = list[tuple[str, set[str]]]  # printed words, codes by hand


def of_measures(drafts: Drafted) -> dict[str, float]:
    """Micro F1 of safeguard categories: with all rules, and left out."""
    return _crossed({name: _measures(hand, draft) for name, hand, draft in drafts}, _categories)


def of_items(drafts: Drafted) -> dict[str, float]:
    """Micro F1 of item classes by words alone: the vocabulary knows the items of all documents."""
    return _crossed({name: _items(hand) for name, hand, _ in drafts}, _classes)


def _crossed(coded: dict[str, Coded], code: Any) -> dict[str, float]:
    whole, left_out = Score(), Score()
    for name, own in coded.items():
        others = [pair for other, pairs in coded.items() if other != name for pair in pairs]
        whole.add(_agreement(own, code(None)))
        left_out.add(_agreement(own, code(others)))
    return {"all rules": round(whole.f1, 3), "left out": round(left_out.f1, 3)}


def _agreement(coded: Coded, decide: Any) -> Score:
    result = Score()
    for words, wanted in coded:
        got = decide(words)
        missed = [(words[:20], each) for each in wanted - got]
        invented = [(words[:20], each) for each in got - wanted]
        result.add(Score(len(wanted & got), missed, invented))
    return result


def _measures(hand: dict[str, Any], draft: Any) -> Coded:
    """Printed sentence and hand-made categories of each measure that both have."""
    members = ("matter", "party", "layer", "position")
    by_place = {tuple(each[m] for m in members): each for each in draft.content["safeguards"]}
    pairs = []
    for each in hand["safeguards"]:
        found = by_place.get(tuple(each[m] for m in members))
        if found is not None:
            pairs.append((found["label"], set(each.get("categories", []))))
    return pairs


def _items(hand: dict[str, Any]) -> Coded:
    return [(each["label"], set(each["classes"])) for each in hand["items"] if each.get("classes")]


def _categories(others: Coded | None) -> Any:
    """Decides on a sentence by all rules, or by those that other sentences would have given."""
    from nagarezu.importing.fields.categories import code, compile_rules
    from nagarezu.importing.rules import rules
    from nagarezu.importing.rules.characters import fold

    table = None
    if others is not None:
        plain = [(re.sub(r"\s+", "", fold(words)), codes) for words, codes in others]
        known = _known(rules("safeguards")["categories"], plain, lambda rule: {rule["code"]})
        table = compile_rules(known)
    return lambda words: set(code(words, table).codes)


def _classes(others: Coded | None) -> Any:
    """Decides on a label by all words, or by those that other labels would have given."""
    from nagarezu.importing.fields.concepts import by_words, compile_rules
    from nagarezu.importing.rules import rules
    from nagarezu.importing.rules.characters import key

    table = None
    if others is not None:
        plain = [(key(label), classes) for label, classes in others]
        known = _known(rules("items")["classes"], plain, lambda rule: set(rule["classes"]))
        table = compile_rules(known)
    return lambda words: by_words(key(words), table)[0]


def _known(rules: Iterable[dict[str, Any]], coded: Coded, codes_of: Any) -> list[dict[str, Any]]:
    """The rules cut down to the words that decide correctly in these texts."""
    table = []
    for rule in rules:
        codes = codes_of(rule)
        kept = [
            word
            for word in _alternatives(rule["words"])
            if any(codes <= wanted and re.search(word, text) for text, wanted in coded)
        ]
        if kept:
            table.append({**rule, "words": "|".join(kept)})
    return table


def _alternatives(pattern: str) -> list[str]:
    """Cut a pattern at the bars outside brackets."""
    parts, depth, start = [], 0, 0
    for offset, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append(pattern[start:offset])
            start = offset + 1
    return [*parts, pattern[start:]]
