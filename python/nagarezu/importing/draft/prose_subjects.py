"""Of whom a 答申 or 諮問書 speaks: in a part of its own, or in sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields import subjects
from nagarezu.importing.fields.counts import Count, counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.prose import Prose, body, paragraphs, text_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LEAD = re.compile(
    r"^(?:[・･○●◯※]|(?:本人|情報)?対象(?:となる)?(?:者|個人)?(?:の範囲)?(?:は|:)、?|(?:これらの?|上記の?|前記の?"
    r"|この|[(]?[ア-ン\d][)]?の?)(?:うち|内)、?(?!の))[ ]*"
)
_TAIL = re.compile(
    r"(?:(?:を対象)?とする|を対象とし(?:ます|ている)|となる|である|です|とします|に係るもの)?[。、,]*$"
)
_AFTER_NAME = re.compile(
    r"[ ]?(?:[（(]?(?:年間|月間|毎年|年|1日当たり|概ね|約|定員|総数|合計|延べ)[、 ]*$)?"
    r"(?:の(?:数|人数|総数|件数))?(?:は|が|:|・{2,}|…+)?[、 ]*$"
)
_SAID = re.compile(
    r"(?:は|が)、?(?:[^。、は者人 ]{0,16}(?:現在|時点|末|実績|年度|年間)で?、?)?"
    r"(?:約|およそ|おおむね|概ね|延べ|最大)?[ ]*$"
)
_NOT_A_NAME = re.compile(
    r"^(?:(?:対象)?(?:者|人員|人)?(?:数|総数|合計|計)|件数|世帯数|約|実績|年度|見込み?|現在|時点|申請件数"
    r"|延べ|およそ|合計|計|及び|令和|平成|昭和|年|月|日|末|元|[\d\s(),、:~・の/.（）は]|おいて|における|では?|に)*$"
)
_OF_A_NAME = re.compile(
    r"[ ]?(?!(?:が|を|で|と(?!も)|は|程度|ほど|現在|である|となる|及び|並びに|に(?:上|達|の)"
    r"|分(?:の|$)"
    r"|のうち|うち|見込|予定|規模|前後|いる|い(?:て|た)|存在))[一-龥ぁ-んァ-ヶ]"
)
_NO_GROUP = re.compile(
    r"^(?:なお|ただし|但し|また|※|以下|上記|次の|詳細|別[紙表添]|のとおり|記|合計|計)"
)
_BRACKET = re.compile(r"[ ]?[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]")
_NOTE = re.compile(
    r"現在|時点|実績|見込|予定|年度|想定|推計|概数|不詳|不明|未定|\d[人名件]"
    r"|^[(（](?:年間|月間|延べ|のべ|約|[、\s])*[)）]$"
)


def read(groups: Groups, paper: Prose, rows: Sequence[Row]) -> None:
    """The groups with their numbers; what other sentences say of them is added."""
    for part in paper.about("subjects"):
        for name in _of_node(groups, part.node):
            groups.builder.notes.skip(name, "count_not_given")
    for passage in _explained(paper):
        for sentence in _told(passage):
            _of_line(groups, sentence, None, told=True)
    if not groups.groups:
        _counted(groups, paper)
    for passage in [*_explained(paper), *_judged(paper)]:
        _more_counts(groups, passage)
    if not groups.groups:
        _most_named(groups, rows)


def _explained(paper: Prose) -> Iterator[Passage]:
    """Running text outside the parts on subjects and measures and the council's reasons."""
    return paper.running("subjects", "safeguards", "conclusion", "attachments")


def _judged(paper: Prose) -> Iterator[Passage]:
    """What the council says itself: it may print a number once more, and another one."""
    for part in paper.parts:
        if part.topic == "reasons":
            for path in part.node.walk():
                if not path[-1].kind.startswith("table:"):
                    yield from paragraphs(path[-1].passage)


def _told(passage: Passage) -> Iterator[Passage]:
    """対象者は、…とする。 within running text."""
    for match in re.finditer(
        r"(?:^|(?<=。))\s*(?:本人|情報)?対象(?:となる)?(?:者|個人)は、?[^。]{2,200}。", passage.text
    ):
        yield passage.part(*match.span())


def _of_node(groups: Groups, node: Node) -> Iterator[Passage]:
    """The names of one part, with numbers in the same line or below; what is left over."""
    last: int | None = None
    when = _dated(text_of(node))
    lines = _joined(body(node))
    for child in node.children:
        for path in child.walk():
            own = path[-1].kind == "label" and path[-1].children
            lines.extend([] if own else _joined(path[-1].passage))
    for line in lines:
        found = _of_line(groups, line, last, when=when)
        if found is None and counts(line.text):
            yield line
        last = found if found is not None else last


def _dated(text: Passage) -> str:
    """（いずれも令和3年1月1日現在） on a line of its own: the date of all numbers."""
    for line in text.lines():
        folded = fold(line.text)
        joint = not counts(line.text) or re.search(r"いずれも|ともに|それぞれ", folded)
        for each in dates(line.text) if joint else []:
            if re.match(r"[ ]?(?:末日?)?(?:現在|時点)", folded[each.end :]):
                return each.iso
    return ""


def _joined(passage: Passage) -> list[Passage]:
    """A name in one line, its number in the next; a name that is broken at the end of a line."""
    found: list[Passage] = []
    for line in passage.lines():
        before = found[-1].text.rstrip() if found else ""
        if found and _bare_count(line.text):
            found.append(line)
        elif len(before) >= 30 and before[-1] not in "。）)" and not subjects.names_persons(before):
            found[-1] = joined([found[-1], line], "")
        else:
            found.append(line)
    return found


def _bare_count(text: str) -> bool:
    plain = fold(tidy(text))
    if not counts(plain):
        return False
    for count in reversed(counts(plain)):
        plain = plain[: count.start] + plain[count.end :]
    return bool(_NOT_A_NAME.match(without_brackets(plain).strip("()（） 。")))


def _of_line(
    groups: Groups, line: Passage, last: int | None, *, told: bool = False, when: str = ""
) -> int | None:
    """The groups of one line; a line of a number alone belongs to the group before."""
    text = tidy(line.text)
    found = last
    for piece in _pieces(text):
        label, own = _name(piece)
        if told and not own and not subjects.names_persons(without_brackets(label)):
            continue  # 対象者は多数に上り、…
        if label:
            found = groups.name(label, line)
        if found is None:
            return None
        for each in own:
            count = each if each.as_of or not when else replace(each, as_of=when)
            groups._give(groups.groups[found], count, line, groups.groups[found].label)
    return found


def _pieces(text: str) -> Iterator[str]:
    """市民1,000人（…現在）及び事業者: behind a number, or between two names of persons."""
    folded, start = fold(text), 0
    for mark in re.finditer(r"及び|並びに|、", folded):
        left, right = folded[start : mark.start()], folded[mark.end() :]
        if left.count("(") != left.count(")") or not right.strip():
            continue
        whole = _whole(left)
        behind = whole and not re.sub(r"^[ ]?\(.*\)", "", left[whole[-1].end :]).strip()
        persons = subjects.names_persons(without_brackets(left)) and subjects.names_persons(
            re.split(r"[。(]", _TAIL.sub("", right))[0]
        )
        alone = re.split(r"[。(]", right)[0]
        long = mark.group() != "、" and len(alone) >= 4 and not re.match(r"その|当該", right)
        long = long and (
            bool(whole) or not _whole(right)
        )  # 児童及び生徒 300人: one number for both
        if behind or (persons and long and len(left) >= 2 and "、" not in right):
            yield text[start : mark.start()]
            start = mark.end()
    yield text[start:]


def _whole(text: str) -> list[Count]:
    """The numbers of a line that are no part of a name: not 2人以上の世帯."""
    return [count for count in counts(text) if not _OF_A_NAME.match(fold(text)[count.end :])]


def _name(piece: str) -> tuple[str, list[Count]]:
    """The name in a piece without lead, number and date, and the numbers."""
    own = _whole(piece)
    if _bare_count(piece):
        return "", own
    text = piece
    said = _SAID.search(fold(piece[: own[-1].start])) if own else None
    if said:  # 通知を送る者は、約300人を見込んでいる
        return _name(piece[: said.start()])[0], own
    for count in reversed(own):
        text = text[: count.start].rstrip(" 　:：…・") + text[count.end :]
    text = _BRACKET.sub(lambda note: "" if _NOTE.search(fold(note[0]).strip()) else note[0], text)
    text = _undated(text)
    for pattern in (_LEAD, _TAIL, _AFTER_NAME):
        match = pattern.search(fold(text))
        while match and match.group() and pattern is not _TAIL:
            text = text[: match.start()] + text[match.end() :]
            match = pattern.search(fold(text))
        if match and pattern is _TAIL:
            text = text[: match.start()]
    text = re.sub(r"(?<=[者人])(?:総数|数)$", "", text.rstrip())
    label = re.sub(r"[ 　:：]*(?:未定|不明|不詳|未確定)$", "", text).strip(" 　・、。:：-－")
    good = (
        2 <= len(label) <= 80 and not _NO_GROUP.match(label) and not _NOT_A_NAME.match(fold(label))
    )
    return (label if good and "。" not in label else ""), own


_AS_OF = re.compile(r"[ ]?(?:末日?)?(?:現在|時点|末)(?:において|における|で|に)?の?、?")


def _undated(text: str) -> str:
    """令和3年4月1日現在の被保険者 → 被保険者."""
    folded = fold(text)
    for each in reversed(dates(text)):
        behind = _AS_OF.match(folded, each.end)
        if behind:
            return text[: each.start] + text[behind.end() :]
    return text


_COUNTED = re.compile(r"(?P<who>[^、。\n]{2,30}?)(?:の数)?(?:は|が)、?[^。\n]{0,30}?$")


def _counted(groups: Groups, paper: Prose) -> None:
    """No part names the subjects: 利用者は…300人であり in the explanation."""
    for passage in _explained(paper):
        for count in _whole(passage.text):
            match = _COUNTED.search(fold(tidy(passage.text[: count.start].split("\n")[-1])))
            if match and subjects.names_persons(match["who"]) and count.unit != "record":
                groups.give(match["who"], count, passage)


_GENERIC = re.compile(
    r"(?:^|[、。はがの])(?:本事業の|本業務の)?対象(?:者|世帯)の?(?:総?数)?(?:は|が)?、?"
)


def _more_counts(groups: Groups, passage: Passage) -> None:
    """A sentence that says the number of a group that the paper has named."""
    for count in _whole(passage.text):
        lead = fold(re.split(r"[。\n]", passage.text[: count.start])[-1])
        plain = key(lead)
        for group in groups.groups:
            name = key(without_brackets(group.label))
            at = plain.rfind(name) if len(name) >= 4 else -1
            between = plain[at + len(name) :]
            direct = re.match(r"の?(?:総?数|人数)?[はが]、?", between)
            if at >= 0 and direct and _NOT_A_NAME.match(between[direct.end() :]):
                groups._give(group, count, passage, group.label)
        said = _GENERIC.search(plain)
        if len(groups.groups) == 1 and said and _NOT_A_NAME.match(plain[said.end() :]):
            groups._give(groups.groups[0], count, passage, groups.groups[0].label)


_PERSONS = re.compile(
    r"(?<![一-龥ァ-ヶー])(?P<who>[一-龥ァ-ヶー]{0,10}(?:対象者|申請者|利用者|受給者|登録者|申込者|予約者|参加者|該当者))"
)


def _most_named(groups: Groups, rows: Sequence[Row]) -> None:
    """No part says of whom the paper speaks: the group that it names most, as a question."""
    seen: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for row in rows:
        for match in _PERSONS.finditer(tidy(row.text)):
            seen[match["who"]] += 1
            first.setdefault(match["who"], row.filled[0])
    for who, times in seen.most_common(2):
        if times >= 3:
            groups.name(who, first[who])
            groups.builder.notes.ask(first[who], "subjects_not_stated")
