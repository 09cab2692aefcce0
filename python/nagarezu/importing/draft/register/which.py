"""Which files of a register do something, as a sentence about all of them says it.

「委託しているのは水道料金の事務だけです」, 「結合は、町県民税を除き、どの事務でも行っていません」
and 「いずれのファイルにも個人番号は記録していません」 deny the same of all the other files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft import said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import write as claims
from nagarezu.importing.draft.said import Said
from nagarezu.importing.form import handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, without_brackets

_CODE = re.compile(r"[a-z一-龥ァ-ンー]{1,3}[-ー‐－]?[0-9]{1,3}(?:-[0-9]{1,2})?")
_KIND = r"(?:個人情報)?(?:ファイル|事務|業務|台帳|名簿)"
_DENIED = r"[^。、]{0,24}?(?:ない|ません|なし|ありません)"
_ONLY = re.compile(
    r"(?:^|[。、*・])\s*(?P<what>[^。、]{2,40}?)(?:もの|事務|ファイル|の)は、?(?P<who>[^。]{2,60}?)"
    rf"(?:だけ|のみ|に限|の[0-9]{{1,2}}(?:つの)?(?:{_KIND}|件))"
)
_BUT = re.compile(
    r"(?:^|[。、*・])\s*(?P<what>[^。、]{2,40}?)[はをが]、?(?P<who>[^。]{2,60}?)"
    rf"(?:を除き|を除いて|のほか|以外(?:の{_KIND})?[でに]|のほかの{_KIND}[でに])は?、?{_DENIED}"
)
_KEPT = r"(?:記録|登録|保有|収録|登載|記載|掲載|置[いくか]|載せ|残[しす]|持[ちつた]|含)"
_KEPT_ONLY = re.compile(
    rf"(?:^|[。、*・])\s*(?P<what>[^。、はをが]{{2,24}}?)[をが]{_KEPT}[^。、はをが]{{0,10}}"
    rf"(?:もの|{_KIND}|の)は、?(?P<who>[^。]{{2,60}}?)(?:だけ|のみ|に限)"
)
# 本籍は、甲ファイルにのみ記録する; not 甲ファイルにのみある欄に
_IN = re.compile(
    r"(?:^|[。、*・]|[0-9][ .])\s*(?P<what>[^。、はをが]{2,40}?)[はをが]、?(?P<who>[^。]{2,60}?)"
    rf"(?:に(?:のみ|だけ|限[っり]て?)|(?:のみ|だけ)に)、?{_KEPT}(?![^。]*(?:わけ|訳)で)"
)
_OF = re.compile(
    rf"(?:^|[。、*・]|[0-9][ .])\s*(?P<what>[^。、はをが]{{2,24}}?)の{_KEPT}は、?"
    r"(?P<who>[^。]{2,60}?)に限"
)
# 甲ファイルを除き、本籍は記録していない, 甲ファイルのほかに本籍を記録するファイルはない
_FIRST = re.compile(
    r"(?:^|[。*・]|[0-9][ .])\s*(?P<who>[^。、はをが]{2,40}?)"
    r"(?:を除き|を除いて|のほか(?:に|には)?|以外には?)、?"
    rf"(?P<what>[^。、はをが]{{2,24}}?)[はをが]、?{_KEPT}{_DENIED}"
)
_NONE = re.compile(
    rf"(?:いずれ|どれ|どの{_KIND}|(?:全|すべ)ての{_KIND})(?:の{_KIND})?(?:で|に)?(?:も|は)、?"
    rf"(?P<what>[^。、]{{2,24}}?)(?:は|を|が|も)?{_DENIED}"
)
_RELATIONS = (  # the more particular first
    ("再委託|再受託", ("reentrust",)),
    ("委託", ("entrust", "delegate")),
    ("提供", ("provide",)),
    ("結合", ("link",)),
)


def numbered(builder: Builder, rows: Sequence[Row]) -> None:
    """F-01 | 検診対象者ファイル: the number of a file in a list of them, if it is no bare count."""
    titles = {key(each["title"]): str(each["id"]) for each in builder.list_of("matters")}
    for row in rows:
        cells = [key(each.text) for each in handed.celled(row).filled[:2]]
        if len(cells) > 1 and _CODE.fullmatch(cells[0]) and cells[1] in titles:
            builder.registered.setdefault(cells[0], titles[cells[1]])


# 水道局のファイルの情報を…: of one file, though no card says it
_ABOUT = re.compile(rf"(?:^|[。、])\s*(?P<who>[^、。は]{{2,24}}?)の{_KIND}(?:の|に|で|は|から)")
_AND = re.compile(r"、|及び|並びに|・|と(?=.{2})")
_TAIL = re.compile(rf"(?:に関する|に係る|の)?{_KIND}(?:等)?$|の$")
_WORDS = re.compile(r"[一-龥ァ-ヶー]{2,12}")
_SHORTEST = 2
_WHOLE = 3  # characters of a word that may be the end of the name of an item
_HERE = re.compile(rf"(?:この|本|当該?)(?:個人情報)?{_KIND}")
_ONLY_THERE = re.compile("のみ|だけ|限|以外|ほか|除")


def write(builder: Builder, sentences: Sequence[Said], cards: Sequence[Said]) -> None:
    """Claims against the files that do what a sentence says others alone do.

    On a card only where it names a file: 本籍は、このファイルにのみ記録している.
    """
    matters = _matters(builder)
    if len(matters) < _SHORTEST:
        return
    for each in sentences:
        _sentence(builder, each, matters, _PATTERNS)
    for each in cards:
        if _ONLY_THERE.search(each.text):
            _sentence(builder, each, matters, _OF_CARDS)


def placed(builder: Builder, rows: Sequence[Row]) -> list[Said]:
    """The sentences that stand on no card, each with the one file of which it speaks."""
    matters = _matters(builder)
    found: list[Said] = []
    for row in rows:
        for cell in row.filled:
            for each in said.of_passage(cell):
                about = _ABOUT.search(fold(without_brackets(each.text)))
                named = _named(builder, about["who"], matters) if about else None
                one = named.pop() if named and len(named) == 1 else each.matter
                found.append(replace(each, matter=one))
    return found


def _matters(builder: Builder) -> list[Entity]:
    return [each for each in builder.list_of("matters") if each.get("title")]


_OF_CARDS = (_IN, _OF, _FIRST, _BUT, _KEPT_ONLY)
_PATTERNS = (_IN, _OF, _FIRST, _BUT, _ONLY, _NONE)


def _sentence(
    builder: Builder, each: Said, matters: Sequence[Entity], patterns: Sequence[re.Pattern[str]]
) -> None:
    plain = fold(without_brackets(each.text))
    for pattern in patterns:
        match = pattern.search(plain)
        if match is None:
            continue
        who = match.groupdict().get("who", "")
        if _HERE.fullmatch(who) and each.matter:
            named: set[str] | None = {each.matter}
        else:
            named = _named(builder, who, matters) if who else set[str]()
        if named is None:
            continue
        for matter in matters:
            if matter["id"] not in named:
                _deny(builder, replace(each, matter=str(matter["id"])), match["what"])
        return


def _named(builder: Builder, words: str, matters: Sequence[Entity]) -> set[str] | None:
    """The files of these names, numbers or section; None if one of the words is of no file."""
    found: set[str] = set()
    for part in _AND.split(words):
        name = key(_TAIL.sub("", part.strip()))
        number = builder.registered.get(name, "")
        hits = (
            {number}
            if number
            else {
                str(each["id"])
                for each in matters
                if name in key(each["title"]) or name in key(str(each.get("department", "")))
            }
        )
        if len(name) < _SHORTEST or not hits:
            return None
        found |= hits
    return found


def _deny(builder: Builder, each: Said, what: str) -> None:
    """Deny of one file what is told: whom it gives to, or the item that it records."""
    relations = next((kinds for words, kinds in _RELATIONS if compiled(words).search(what)), ())
    if relations:
        told = (f for f in builder.of_matter("flows", each.matter) if f["relation"] in relations)
        claims.nothing(builder, each, list(dict.fromkeys(to for flow in told for to in flow["to"])))
        return
    for word in (word for part in _AND.split(what) for word in _WORDS.findall(part)):
        items = [
            entry["item"]
            for one in builder.of_matter("lists", each.matter)
            if one.get("matter") == each.matter and builder.own in one.get("holders", [])
            for entry in one["entries"]
            if entry.get("item") and _is_called(key(entry["label"]), key(word))
        ]
        if items:
            claims.nothing(builder, each, [builder.own], items[:1])


def _is_called(label: str, word: str) -> bool:
    """本籍 by its whole name, 電話番号 also at the end of one."""
    return label.endswith(word) if len(word) >= _WHOLE else label == word
