"""Somebody of whom one sentence says that something reaches him, and whom no list names.

A firm that the whole document names once is such a stranger wherever it stands beside what is done
with the data; an organisation or a system, where a sentence hands or registers something to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import blurred, fold, key, tidy
from nagarezu.importing.sentences.frames import Frame, frames

_MOST = 3_000  # rows; a table of so many has no sentences
_SENTENCE = re.compile(r"[^。\n|]+。?")
_LONGEST = 400
_REACHED = ("give", "keep", "receive", "handle", "link", "view", "entrust", "hand_on")
_TASKS = re.compile(
    "運ぶ|受け付ける|受付|受け持つ|引き受ける|請け負う|行う|担う|担当|代行|補助|運営|実施|対応|応じる|訪問"
    "|作成|集計|判定|点検|保守|発送|投函|配達|回収|集金|講[ずじ]る|守る|遵守"
)
_ASKED = ("求める", "義務付ける", "課す", "課する")
_OF_WORK = re.compile(r"による[^。、による]{2,20}$")  # 甲社による名簿の印刷, a line of what is done
_OFTEN = 4  # places in which a firm is named that no list has
_SHORTEST = 3
_MORE = 5  # characters of a sentence beside a name: more than that of its head
_MARK = re.compile(
    r"^\s*(?:[①-⑳]|[(（][0-9ア-ンa-z]{1,2}[)）]|[0-9]{1,2}(?:[.)）]|\s)|[ア-ン]\s)\s*"
)
_PIECE = re.compile(r"及び|並びに|又は|、|の(?=[^の]*$)")


_FURTHER = re.compile("再委託|再受託")


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rules("strangers")[name])


def _found(sort: str, text: str) -> list[re.Match[str]]:
    """The names of one sort, looked for where a text has a part that all of them have."""
    needed = compiled(rules("strangers")["needs"][sort]).search(text)
    return list(_word(sort).finditer(text)) if needed else []


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims without items that something reaches a holder; called when all holders are known."""
    if len(rows) > _MOST or not builder.list_of("flows"):
        return
    whole = key("\n".join(row.text for row in rows))
    known = [
        name
        for name, id_ in builder.names()
        if len(name) >= _SHORTEST and id_ != builder.own and not _word("form").fullmatch(name)
    ]
    matters = builder.list_of("matters")
    matter = str(matters[0]["id"]) if len(matters) == 1 else ""
    systems = _systems(whole)
    asked: set[str] = set()
    sections = _sections_given(builder)
    for row in rows:
        for cell in row.filled:
            if cell is not row.filled[0] and _FURTHER.search(key(row.filled[0].text)):
                continue  # a row for those who are named in it
            for sentence in _SENTENCE.finditer(cell.text):
                text = fold(sentence.group())
                headed = _headed(text, row) if cell is row.filled[0] else ()
                drawn = _drawn(text, known) if "→" in text else ()
                stored = _stored(row, text) if cell is row.filled[-1] else ()
                others = (*headed, *drawn, *stored, *_beside(text, systems))
                for name in (*_strangers(text, known), *others):
                    times = whole.count(key(name))
                    again = times <= _OFTEN and name not in asked and _at_work(name, text)
                    new = (times == 1 or again) and not _is_known(key(name), known)
                    if new and not _word("general").search(key(name)):
                        asked.add(name)
                        claim(builder, cell.part(*sentence.span()), name, matter)
                for name in (*_numbered(text, whole), *_contracted(text, whole)):
                    claim(builder, cell.part(*sentence.span()), name, matter)
                for name in _sections(text, sections):
                    if whole.count(key(name)) == 1 and not _is_known(key(name), known):
                        claim(builder, cell.part(*sentence.span()), name, matter, "section")


_BUILDS = re.compile("開発|改修|構築|導入|製造")  # a system, for which it needs nobody's data


def _at_work(name: str, text: str) -> bool:
    """Whether a firm is told to work with the data, wherever else it is named."""
    return bool(_word("firm").fullmatch(name)) and not _BUILDS.search(text)


def _has_known(name: str, known: Sequence[str]) -> bool:
    """Whether a name is a known one, or has one in it, as any longer name with it then has."""
    plain = key(name)
    return any(other in plain for other in known)


def _is_known(name: str, known: Sequence[str]) -> bool:
    """A misread letter, 力 for カ, makes nobody new; nor does one in a part of the name."""
    seen = blurred(name)
    return any(
        other in name or name in other or blurred(other) in seen or seen in blurred(other)
        for other in known
    )


def _systems(whole: str) -> frozenset[str]:
    """The systems that a document names more than once."""
    names = Counter(each.group() for each in _word("system").finditer(whole))
    return frozenset(
        name for name, count in names.items() if count > 1 and not _word("general").search(name)
    )


def system_names(text: str) -> list[str]:
    """The names of systems in a line, but for words that any system may be called by."""
    found = [each.group() for each in _word("system").finditer(text)]
    return [name for name in found if not _word("general").search(key(name))]


def body_names(text: str) -> list[str]:
    """The names of firms and organisations in a text."""
    found = [each.group() for sort in ("firm", "organisation") for each in _found(sort, text)]
    return [
        name
        for name in found
        if not _word("general").search(key(name))
        and not any(name != other and name in other for other in found)
    ]


def _headed(text: str, row: Row) -> Iterator[str]:
    """One in whose row, or below whose name as a head, it is said what he has to do."""
    match = _word("headed").match(text)
    if match is None:
        return
    sort = next((each for each in ("firm", "organisation") if match[each]), "")
    told = match["to_do"] or (
        match.end() == len(text.rstrip()) and any("。" in cell.text for cell in row.filled)
    )
    if sort and told:
        yield match[sort]


_TAKER = re.compile(r"→(?P<who>[^→。:|]{3,80})")


def _drawn(text: str, known: Sequence[str]) -> Iterator[str]:
    """給食課 → 甲社、株式会社乙印刷: a firm at the end of an arrow, or a body beside one known."""
    for end in _TAKER.finditer(text):
        beside = any(name in key(end["who"]) for name in known)
        for name in body_names(end["who"]):
            if beside or _word("firm").fullmatch(name):
                yield name


def _beside(text: str, known: frozenset[str]) -> Iterator[str]:
    """A system that stands in one breath with those that the document lists: 甲及び乙システム."""
    for match in _word("beside").finditer(text) if "システム" in text else ():
        if match["other"] and _word("looked_up").search(match["other"]):
            continue
        if match["one"] in known or (match["also"] and len(known) > 1):
            yield match["other"] or match["also"]


def _stored(row: Row, text: str) -> list[str]:
    """保管場所　甲サーバー及び乙システム: the systems of a row that says where data are kept."""
    place = compiled(rf"(?:特定)?(?:個人情報の?)?(?:{rules('strangers')['recording_place']})")
    kept = len(row.filled) > 1 and place.fullmatch(key(row.filled[0].text))
    return system_names(text) if kept else []


def _numbered(text: str, whole: str) -> Iterator[str]:
    """提供3(丙事務所), where only 提供1 and 提供2 are known otherwise."""
    for match in _word("numbered").finditer(text):
        before = f"{match['word']}{int(match['number']) - 1}"
        label = f"{match['word']}{match['number']}"
        if whole.count(label) == 1 and whole.count(key(match["name"])) == 1 < whole.count(before):
            yield match["name"]


def _contracted(text: str, whole: str) -> Iterator[str]:
    """コールセンターの受託者, of whose work nothing else is told."""
    for match in _word("contracted").finditer(text):
        if whole.count(key(match["work"])) == 1 and not _word("not_of_case").search(text):
            yield match.group()


def _strangers(text: str, known: Sequence[str]) -> Iterator[str]:
    """The names of those whom a sentence tells to get or keep something.

    Nothing where all are known, for then nobody has to know what the sentence does.
    """
    if len(text) > _LONGEST or _word("not_of_case").search(text):
        return
    firms = _found("firm", text)
    others = [
        match
        for sort in ("organisation", "system")
        for match in _found(sort, text)
        if not _word("general").search(key(match.group()))
    ]
    if all(_has_known(match.group(), known) for match in (*firms, *others)):
        return
    masked = text  # はやて運送 would be read as a verb
    for match in firms:
        masked = masked.replace(match.group(), "X" * len(match.group()))
    found = [each for each in frames(masked) if not each.supposed]
    tells = any(
        each.act in (*_REACHED, "is") or each.verb in _ASKED or _TASKS.fullmatch(each.verb)
        for each in found
    )
    if any(each.act == "give" and each.denied and _again(each) for each in found):
        return  # 甲法人が行うものであり、同法人に渡すことはない
    for match in firms:
        denied = any(each.denied and _has(each, match) for each in found)
        if denied or _word("device").match(text[match.end() :]):
            continue
        sentence = len(text) - len(match.group()) > _MORE and text.rstrip().endswith("。")
        if (tells and sentence) or _OF_WORK.match(text, match.end()):
            yield match.group()
    for match in others:
        told = (each for each in found if not each.denied)
        name = next(filter(None, (_reached(each, match) for each in told)), "")
        if name:
            yield name


def _again(frame: Frame) -> bool:
    """Whether it is said of somebody who was named before: 同社に."""
    return any(
        compiled("同(?!意|時|様|種|封|一)").match(part.text) for part in frame.parts.values()
    )


def _has(frame: Frame, match: re.Match[str]) -> bool:
    parts = [*frame.parts.values(), *([frame.value] if frame.value else [])]
    return any(each.start < match.end() and match.start() < each.end for each in parts)


def _reached(frame: Frame, match: re.Match[str]) -> str:
    """The whole name if what is handed or registered goes to it, or it is said to receive it."""
    if frame.act not in ("give", "keep", "link", "receive") and frame.verb not in _ASKED:
        return ""
    if frame.act == "keep" and frame.of and _word("looked_up").search(match.group()):
        return ""  # 住民記録システムに記録された住所を確かめる
    part = frame.part("に")
    if part is not None and part.start < match.end() <= part.end and frame.act != "receive":
        piece = _PIECE.split(part.text[: match.end() - part.start])[-1]
        piece = piece.split(" ")[-1]  # 6.保管 甲システムに: the head in front is no part of it
        return _MARK.sub("", max(piece, match.group(), key=len)).lstrip("・")
    receives = frame.act == "receive" and frame.of.startswith(match.group())
    return match.group() if receives else ""


_SECTION = re.compile(r"[^\s。「」()・]{2,12}[課室係局署]")
_BETWEEN = re.compile(r"、|及び|並びに|また|ため|から|[にへはが]")
_GIVEN = re.compile(r"[課室係局署](?:へ|に対する)の?(?:移転|提供|引渡し|送付)")


def _sections_given(builder: Builder) -> frozenset[str]:
    """The names of the sections to which something is transferred."""
    given = {
        id_
        for flow in builder.list_of("flows")
        if flow["relation"] == "transfer"
        for id_ in flow.get("to", [])
    }
    return frozenset(name for name, id_ in builder.names() if id_ in given)


def _sections(text: str, given: frozenset[str]) -> Iterator[str]:
    """甲課に、乙課に、また、丙課に渡す: a section in one row with those known to get it."""
    if not given:
        return
    listed = _BETWEEN.split(_MARK.sub("", text)) if len(text) <= _LONGEST else []
    pieces = [each.strip() for each in listed]
    named = [each for each in pieces if _SECTION.fullmatch(each)]
    if not any(key(each) in given for each in named):
        return
    found = [each for each in frames(text) if not each.supposed]
    if _GIVEN.search(text) or any(each.act == "give" and not each.denied for each in found):
        yield from (
            each for each in named if compiled(f"{re.escape(each)}(?:に|へ|及び|、)").search(text)
        )


def claim(builder: Builder, passage: Passage, name: str, matter: str, kind: str = "") -> None:
    """That something reaches a holder whom no list names."""
    system = _word("system").fullmatch(name) and not _word("firm").fullmatch(name)
    kind = kind or ("system" if system else "organisation")
    outside = kind == "organisation"
    id_ = builder.holder(name, kind, passage, rule="spoken_of", external=outside)
    builder.add(
        "claims",
        {
            "id": builder.fresh(f"c{builder.count_up('claim')}"),
            "kind": "includes",
            "label": tidy(passage.text)[:200],
            "holders": [id_],
            **({"matter": matter} if matter else {}),
            "source": passage.source,
            "provenance": [evidence("kind", passage, "includes", "spoken_of", 0.6)],
        },
    )
