"""Clauses that tell of something new or changed. The words are data: `additions.json`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_CLAUSE = re.compile(r"[。\n]")
_TITLED = re.compile(r"\([^()。]*の(?:追加|変更|廃止|削除|拡大)\)$")  # a title of another sheet


_FUNCTION = re.compile(  # 一覧を印刷する機能を加える: no item is new by that
    r"(?:検索|印刷|出力|計算|算出|表示|集計|通知|送信|作成|閲覧|照合|抽出|判定|警[告報]|点検|比較)"
    r"(?:する|できる|の)?(?:ための)?(?:機能|画面|処理|帳票)(?:を|の)(?:新たに|今回|新規に)?、?"
    r"(?:追加|加え|設け|新設|付け加え)"
)


def has(name: str, text: str) -> bool:
    """Whether the text has one of the words of that name."""
    return bool(compiled(rules("additions")[name]).search(text))


def clauses(lines: Iterable[str]) -> Iterator[str]:
    """Sentences and lines, without the labels of forms that name every act."""
    labels = compiled(rules("additions")["labels"])
    for line in lines:
        for clause in _CLAUSE.split(labels.sub(" ", fold(line))):
            if told := _TITLED.sub("", clause.strip()):
                yield told


def tells(
    act: str, thing: str, clause: str, names: Collection[str] = (), *, strict: bool = False
) -> bool:
    """Whether a clause says that the thing, or an item by its name, is added or changed.

    `strict`: beside a clause that denies it, a new function is nothing of the kind.
    委託先に取り扱わせる項目に、住所を加える: the items are added to, not who is entrusted.
    """
    acts = compiled(rules("additions")["acts"][act])
    for part in (clause, *clause.split("、")):
        if not acts.search(_FUNCTION.sub("", part) if strict else part) or has("denied", part):
            continue
        about = compiled(rules("additions")["of_theirs"]).sub(lambda match: match["what"], part)
        if compiled(thing).search(about) or any(name in key(about) for name in names):
            return True
    return False


def is_added(clause: str) -> bool:
    """Whether it tells of something that is new now, and not of something that was."""
    return tells("追加", "", clause) and not has("past", clause)


def entries(builder: Builder) -> list[Entity]:
    """What stands in the lists of a paper."""
    return [entry for each in builder.list_of("lists") for entry in each["entries"]]


def mark(entry: Entity) -> None:
    """It is new, if its list does not say what it is."""
    if entry.get("change") in (None, "unknown"):
        entry["change"] = "added"


def any_marked(builder: Builder) -> bool:
    return any(entry.get("change") == "added" for entry in entries(builder))
