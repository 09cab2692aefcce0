"""What a title says is done (情報項目の追加、再委託先の変更), though the paper says it is not.

A thing that is added or changed must be spoken of. A sentence may deny it (項目は従前と変わらない):
that settles it, unless another sentence tells of something added. Without such a sentence only an
act without any word for it in the whole paper counts. Words: `title_acts`, `title_things`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields.reading import Question
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_BRACKET = re.compile(r"\(([^()]+)\)")
_QUOTED = re.compile(r"[「『]([^「」『』]+)[」』]")
_AND = re.compile(r"、|,|・|及び|並びに|又は")
_ACT = re.compile(r"^(?P<thing>[^()]{2,16}?)の?(?P<act>追加|変更|廃止|削除|拡大)$")
_IN_TITLE = re.compile(
    r"(?P<thing>[一-龥ァ-ヶー]{2,14})の(?P<act>追加|変更|廃止|削除|拡大)"
    r"(?=$|について|に係る|に関する|に伴う|及び|並びに|、)"
)
_CLAUSE = re.compile(r"[。\n]")
_NOT = re.compile(r"(?:ない|なし|無し?|ありません|ません|せず|[なら]ず)[)」』】 ]*$")
_BESIDE = re.compile(r"に加え|のほか|とともに")  # what is told beside is not new
_PAST = re.compile(r"前回|昨年度|前年度|以前に|かつて")  # what was added then is not new
_TITLED = re.compile(r"\([^()。]*の(?:追加|変更|廃止|削除|拡大)\)$")  # a title of another sheet
_ROW_OF_MARKS = re.compile(r"太字|下線|太ゴシック|網掛")  # it says how additions are printed
_LABELS = re.compile(
    r"新規(?:開発)?・追加・変更の?|変更又は追記した箇所|追加・変更の(?:理由|内容|時期)"
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something and what is done to it, as the title prints it."""

    thing: str
    act: str
    label: str


def acts(title: str) -> list[Act]:
    """Of the brackets and of the end of a title; 甲及び乙の追加 is of both."""
    printed = tidy(fold(title))
    found: list[Act] = []
    for inner in _BRACKET.findall(printed):
        waiting: list[str] = []
        for side in _AND.split(inner):
            match = _ACT.match(side.strip())
            if match is None:
                waiting.append(side.strip())
                continue
            for thing in (*waiting, match["thing"]):
                found.append(Act(thing, match["act"], f"{thing}の{match['act']}"))
            waiting = []
    outside = _BRACKET.sub("", printed)
    found += [Act(m["thing"], m["act"], m.group()) for m in _IN_TITLE.finditer(outside)]
    return list(dict.fromkeys(found))


def settle(builder: Builder, title: str, lines: Sequence[str]) -> list[str]:
    """What the title says is done and is not; what it announces of items is held against the text.

    A denied announcement is raised in these words only. Where the text tells which items are new,
    they are marked; where it tells that some are, and not which, nothing can be compared.
    """
    if not acts(title):
        return []
    names = _names(builder)
    marked = any(entry.get("change") == "added" for each in names.values() for entry in each)
    undone = [
        (label, denied)
        for label, denied in untold(title, lines, list(names))
        if not (denied and marked and "項目" in label)  # in print that only the eye sees
    ]
    items_denied = any("項目" in label for label, denied in undone if denied)
    kept = []
    for each in builder.list_of("announcements"):
        mine = each["topic"] == "item" and each.get("change") == "added"
        if mine and (items_denied or not _told_items(builder, title, lines, names)):
            if not items_denied:
                builder.notes.questions.append(
                    Question("change_not_marked", each.get("source", ""), each["label"])
                )
            continue
        kept.append(each)
    builder.content["announcements"] = kept
    return [label for label, _ in undone]


def _names(builder: Builder) -> dict[str, list[Entity]]:
    """The entries of all lists by the key of their label."""
    found: dict[str, list[Entity]] = {}
    for each in builder.list_of("lists"):
        for entry in each["entries"]:
            name = key(str(entry["label"]))
            if len(name) > 1:
                found.setdefault(name, []).append(entry)
    return found


def _told_items(
    builder: Builder, title: str, lines: Sequence[str], names: dict[str, list[Entity]]
) -> bool:
    """Mark the items that the text says are new; false if it says that of items without a name."""
    told = [
        clause
        for clause in _clauses(title, lines)
        if _tells("追加", "項目", clause, list(names))
        and not (
            _ROW_OF_MARKS.search(clause) or _PAST.search(clause) or _is_elsewhere(clause, names)
        )
    ]
    for clause in told:
        plain = key(clause)
        quoted = {key(name) for name in _QUOTED.findall(clause)}
        for name, entries in names.items():
            if name in quoted or (not quoted and not _BESIDE.search(clause) and name in plain):
                for entry in entries:
                    entry["change"] = "added"
    marked = any(entry.get("change") == "added" for each in names.values() for entry in each)
    return marked or not told


def _is_elsewhere(clause: str, names: dict[str, list[Entity]]) -> bool:
    """Whether it names in quotes what no list has: that fills no announcement."""
    quoted = {key(name) for name in _QUOTED.findall(clause)}
    return bool(quoted) and not quoted & set(names)


def untold(title: str, lines: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """What the title says is done and the paper does not, and whether a sentence denies it.

    `names` are those of the items: one that is added is told of by its name alone.
    """
    found = acts(title)
    if not found:
        return
    body = list(_clauses(title, lines))
    bracketed = " ".join(_BRACKET.findall(tidy(fold(title))))
    for each in found:
        words = words_for(each.thing)
        if words and each.label in bracketed and not _spoken(words, body):
            yield each.label, False
        elif words and _denied(each, body) and not _done(each, words, body, names):
            yield each.label, True
        elif len(found) == 1 and f"({each.label})" in tidy(fold(title)) and not _acted(each, body):
            yield each.label, False


def _acted(each: Act, body: Sequence[str]) -> bool:
    """Whether any word for the act stands anywhere in the paper."""
    return bool(compiled(rules("labels")["title_acts"][each.act]).search(key("".join(body))))


# 委託先に取り扱わせる項目に、住所を加える: the items are added to, not who is entrusted
_OF_THEIRS = re.compile(
    r"(?:(?:再?委託先|再?受託者|受託事業者|相手方|提供先|移転先|結合先|接続先)(?:に|へ|が|で|の|において)"
    r"|(?:委託|提供|移転|結合|接続)(?:において|に際し|に当たり|に当たって|で))"
    r"(?:対して|も)?(?:取り?扱|渡|引き?渡|提供|交付|送|預け|処理|行|利用|閲覧|閲|入力|作業)[^、。はを]{0,12}?"
    r"(?P<what>項目|情報|データ|業務|事務|作業|内容|帳票|書類)(?=の?[^、。]{0,6}?[にへをが])"
)


def _tells(act: str, thing: str, clause: str, names: Sequence[str]) -> bool:
    """Whether a clause says that the thing, or an item by its name, is added or changed."""
    words = rules("labels")["title_acts_done"].get(act, "")
    for part in (clause, *clause.split("、")):
        if not words or not compiled(words).search(part) or _NOT.search(part):
            continue
        part = _OF_THEIRS.sub(lambda match: match["what"], part)
        if compiled(thing).search(part) or any(name in key(part) for name in names):
            return True
    return False


def _sentences(lines: Sequence[str]) -> Iterator[str]:
    """Sentences and lines, without the labels of forms that name every act."""
    for line in lines:
        for clause in _CLAUSE.split(_LABELS.sub(" ", fold(line))):
            if told := _TITLED.sub("", clause.strip()):
                yield told


def _clauses(title: str, lines: Sequence[str]) -> Iterator[str]:
    """What stands below the title; the title told again says nothing of its own."""
    again = key(title)
    for clause in _sentences(lines):
        plain = key(clause)
        if again not in plain and not (len(plain) > 8 and plain in again):
            yield clause


def words_for(thing: str) -> str:
    """By what words a paper speaks of the thing; none if it is of no known kind."""
    things: dict[str, str] = rules("labels")["title_things"]
    return next((words for kind, words in things.items() if compiled(kind).search(thing)), "")


def _spoken(words: str, body: Sequence[str]) -> bool:
    """Whether any clause speaks of it and does not say that there is none."""
    return any(compiled(words).search(clause) and not _NOT.search(clause) for clause in body)


def _denied(each: Act, body: Sequence[str]) -> bool:
    """Whether a clause says of the thing itself, not of what is done with it, that it stays."""
    denial = compiled(rules("labels")["title_acts_denied"])
    kind = next(
        kind for kind in rules("labels")["title_things"] if compiled(kind).search(each.thing)
    )
    kind = rules("labels")["title_things_denied"].get(kind, kind)
    none = rules("labels")["title_acts_none"].get(each.act)
    nothing = compiled(none.replace("THING", kind)) if none else None
    headed = re.compile(rf"(?:{kind})(?:の?名称)?$")  # 委託先, and below it 甲社（変更なし）
    below = [f"{a} {b}" for a, b in pairwise(body) if len(a) <= _HEAD and headed.search(a)]
    return any(
        (nothing and nothing.search(clause))
        or any(denial.search(clause[match.end() :]) for match in compiled(kind).finditer(clause))
        for clause in (*body, *below)
    )


_HEAD = 20  # characters


_BODIES = "|会社|法人|組合|協会|公社|機構|センター"


def _done(each: Act, words: str, body: Sequence[str], names: Sequence[str]) -> bool:
    known = names if compiled("項目|情報").search(each.thing) else ()
    if compiled("[先者方]$").search(each.thing):
        words += _BODIES  # 有限会社甲（今回追加）
    return any(_tells(each.act, words, clause, known) for clause in body)
