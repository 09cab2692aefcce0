"""Credentials made from an attribute: as brackets behind them say, or as a sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.said import everything
from nagarezu.importing.fields import credentials as sentences
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_SENTENCE = re.compile(r"[^。\n]+。?")
_ASIDE = re.compile(r"(?<=[(（])[^()（）]{12,}")


def _statements(text: str) -> Iterator[re.Match[str]]:
    """Each sentence, and each aside of several words in brackets."""
    yield from _SENTENCE.finditer(text)
    yield from _ASIDE.finditer(text)


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


def of_rows(builder: Builder, rows: Sequence[Row]) -> None:
    """初期パスワードは、申込者の生年月日を表す8桁の数字とする, anywhere in the document."""
    secret = sentences.secret()
    named = [row for row in rows if secret.search(fold(row.text))]
    whole: set[str] = set()
    for row in named:
        for cell in row.filled if sentences.speaks(fold(row.text)) else ():
            for each in _statements(cell.text):
                whole.add(tidy(each.group()))
                _told(builder, each.group(), cell.part(*each.span()))
    for said in everything(builder, rows, secret) if named else ():
        if "。" in said.text and said.text not in whole:  # broken over lines
            _told(builder, said.text, said.passage)


def _told(builder: Builder, sentence: str, passage: Passage) -> None:
    """Say of the password of a sentence from which item it is made."""
    words = rules("items")["attributes"]
    for credential, whose, attribute in sentences.read(sentence):
        entity = _credential(builder, credential, passage)
        wanted = [f"{whose}の{attribute}", attribute]
        found = _attribute(builder, entity, str(words.get(attribute, "")), wanted)
        name = wanted[0] if whose else attribute
        _derive(entity, found or builder.item(name, passage, name, "told_credential"))


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


def _credential(builder: Builder, printed: str, passage: Passage) -> Entity:
    """The item of that name, or the only one of that noun; else a new one, which no list has."""
    noun = compiled(r"^(?:初期|初回|仮|利用者|最初|当初)の?").sub("", printed)
    items = [one for one in builder.list_of("items") if "CR" in one.get("classes", [])]
    for name in (printed, noun):
        found = [one for one in items if key(name) in key(without_brackets(one["label"]))]
        if len(found) == 1 or (found and name == printed):
            return found[0]
    id_ = builder.item(printed, passage, printed, "told_credential")
    return next(one for one in builder.list_of("items") if one["id"] == id_)
