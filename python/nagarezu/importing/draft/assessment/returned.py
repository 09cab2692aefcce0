"""What an assessment gives to somebody, and elsewhere says to come from just him.

③提供する情報 names it in the block of its taker. A sentence of which he is the giver, or a drawn
line 「…の移転　甲課 → 本システム」 that begins with him, tells the other direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.assessment.flows import Flows
from nagarezu.importing.draft.handover.ends import EndsReader
from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.places import texts
from nagarezu.importing.draft.ways import one_way
from nagarezu.importing.draft.ways.one_way import Way
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets
from nagarezu.importing.sentences.frames import Frame, frames

_GIVEN = ("provide", "transfer")
_SHORTEST = 5  # characters of a thing that is told apart from others
_SENTENCE = re.compile(r"[^。\n]+。?")
_GAINED = re.compile(
    r"^[^、]{1,24}?(?:が|から)[^、]{0,24}?(?:得|受け取っ|取得し|取り込ん|作成し|受け)[ただ](?=.)"
)
_ARROW = re.compile(r"\s*(?:→|⇒|➡)\s*")
_TITLE = re.compile(r"の(?:提供|移転)[ ]+(?P<giver>[^ ]+)$")  # of a drawn line, with who begins it
Given = dict[str, list[tuple[str, Passage]]]  # taker → what, and where


def write(flows: Flows, sheet: Assessment, rows: Sequence[Row]) -> None:
    """Two lines of work of one name with their directions, as those that go one way only."""
    given = _given(flows, sheet)
    if not given:
        return
    builder, matter = flows.builder, str(flows.matter["id"])
    names = Names(builder, rows)
    for way in (*_told(names, matter, given, rows), *_drawn(names, given, rows)):
        name, place = next(
            (each for each in given[way.partner] if key(each[0]) in key(way.what)),
            given[way.partner][0],
        )
        stated = Way("send", way.partner, name, place, name)
        one_way.line(builder, matter, stated, [way])


def _given(flows: Flows, sheet: Assessment) -> Given:
    found: Given = {}
    for line in sheet.of("items_sent", "provide_to", "transfer_to"):
        carried = flows.of_block.get(line.block, []) if line.block else []
        takers = {id_ for flow in carried if flow["relation"] in _GIVEN for id_ in flow["to"]}
        named = outside_brackets(line.value.text, "、，\n") if line.label else []
        if len(takers) == 1:
            known = found.setdefault(takers.pop(), [])
            # 異動情報（番号、区分）, 市が甲課から得た所得の情報並びに申請書の記載内容
            each_named = (part for each in named for part in without_brackets(each).split("並びに"))
            names = [_GAINED.sub("", tidy(each)) for each in each_named]
            known.extend((name, line.value) for name in names if name)
    return found


def _told(names: Names, matter: str, given: Given, rows: Sequence[Row]) -> Iterator[Way]:
    """Sentences that say of a thing in somebody's block that it comes from him."""
    ends = EndsReader(names)
    things = {id_: {key(name) for name, _ in known} for id_, known in given.items()}
    wanted = {name for known in things.values() for name in known if len(name) >= _SHORTEST}
    for _, _, cell, _ in texts([(matter, row) for row in rows]):
        plain = key(cell.text)
        if not any(name in plain for name in wanted):
            continue
        before = ""
        for sentence in map(tidy, _SENTENCE.findall(fold(cell.text))):
            for giver, what in _received(ends, sentence, matter, before):
                if key(what) in wanted & things.get(giver, set()):
                    yield Way("receive", giver, what, cell, sentence)
            before += sentence


def _received(
    ends: EndsReader, sentence: str, matter: str, before: str
) -> Iterator[tuple[str, str]]:
    """Who gives what to the own side."""
    subject = ""  # …会が作成して本市に送信し: who makes it sends it
    for frame in frames(sentence):
        doer = frame.parts.get("が")
        subject = doer.text if doer and not frame.of else subject
        if frame.act not in ("give", "receive") or frame.denied or frame.supposed:
            continue
        said = before + sentence[: frame.start]
        told = ends.of(frame, matter, said)
        taken = told.taker == ends.names.builder.own
        giver = told.giver or (_named(ends.names, subject, said) if taken else "")
        if taken or frame.act == "receive":
            yield giver, _what(frame)


def _what(frame: Frame) -> str:
    """What is handed over: the part that is no organisation by its particle."""
    roles = ("を", "が", "は") if frame.passive else ("を", "は")  # 乙から…が送られる
    return next((part.text for role in roles if (part := frame.parts.get(role))), "")


def _named(names: Names, printed: str, before: str) -> str:
    return names.last(before) if printed.startswith(("同", "当該")) else names.find(printed)


def _drawn(names: Names, given: Given, rows: Sequence[Row]) -> Iterator[Way]:
    for row in rows:
        ends = _ARROW.split(compiled(r"[ \u3000]+").sub(" ", fold(row.text)))
        title = _TITLE.search(ends[0]) if len(ends) == 2 else None
        giver = _taker(names, given, title["giver"]) if title else ""
        if giver and not _taker(names, given, ends[1].split("(")[0]):
            yield Way("receive", giver, ends[0], row.whole, row.text)


def _taker(names: Names, given: Given, printed: str) -> str:
    """The one of those in the blocks who is so called: 甲課 of 乙部甲課."""
    plain = key(printed)
    found = [id_ for id_ in given if key(names.label(id_)).endswith(plain)]
    return found[0] if len(found) == 1 and len(plain) > 1 else ""
