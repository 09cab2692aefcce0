"""Credentials made from an attribute: as brackets behind them say, or as a sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, without_brackets


def of_brackets(builder: Builder) -> None:
    """パスワード（生月日） points at the item of that attribute, if there is one."""
    words = rules("items")["attributes"]
    for entity in builder.list_of("items"):
        concept = meaning(entity["label"]).derived_from
        if not concept:
            continue
        named = [word for word, known in words.items() if known == concept]
        printed = key(entity["label"])
        told = [word for word in named if key(word) in printed] or named
        _derive(entity, _attribute(builder, entity, concept, told))


def of_sentences(builder: Builder, sentences: Iterable[Said]) -> None:
    """初期パスワードは、申込者の生年月日を表す8桁の数字とする."""
    words = rules("items")["attributes"]
    for each in sentences:
        for credential, whose, attribute in statements.credentials(each.text):
            entity = _credential(builder, credential, each)
            concept = str(words.get(attribute, ""))
            wanted = [f"{whose}の{attribute}", attribute]
            _derive(entity, _attribute(builder, entity, concept, wanted))


def _derive(entity: Entity, attribute: str) -> None:
    if attribute and attribute != entity["id"]:
        entity.setdefault("derived_from", attribute)


def _attribute(builder: Builder, entity: Entity, concept: str, names: list[str]) -> str:
    """The item of that name or concept; else the only ones that end so, as 児童の生年月日 does."""
    for name in names:
        if found := builder.find_item(name):
            return found
    items = [each for each in builder.list_of("items") if each is not entity]
    same = [each for each in items if concept and each.get("concept") == concept]
    ending = [
        each
        for each in items
        if any(key(without_brackets(each["label"])).endswith(key(name)) for name in names)
    ]
    return next((str(each["id"]) for each in (*same, *ending)), "")


def _credential(builder: Builder, printed: str, each: Said) -> Entity:
    """The item of that name, or the only one of that noun; else a new one, which no list has."""
    noun = re.sub(r"^(?:初期|初回|仮|利用者|最初|当初)の?", "", printed)
    items = [one for one in builder.list_of("items") if "CR" in one.get("classes", [])]
    for name in (printed, noun):
        found = [one for one in items if key(name) in key(without_brackets(one["label"]))]
        if len(found) == 1 or (found and name == printed):
            return found[0]
    id_ = builder.item(printed, each.passage, printed, "told_credential")
    return next(one for one in builder.list_of("items") if one["id"] == id_)
