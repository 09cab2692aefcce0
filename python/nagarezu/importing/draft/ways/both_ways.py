"""One thing of which a table says that it goes one way, and a sentence that it goes the other.

Both ends have to be told in both places, and the thing has to be called alike; what is given back
goes both ways of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft import parties, said
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.ways import one_way
from nagarezu.importing.draft.ways.one_sided import OFTEN
from nagarezu.importing.draft.ways.one_way import Way
from nagarezu.importing.form import handed
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, without_brackets
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_GIVING = re.compile(
    r"渡|送|提供|提出|報告|通知|交付|連携|届け|伝|知らせ|納品|納入|授受|受け|受領|受信|入手|取得|得"
)
_BACK = re.compile(r"返|戻|還|回収|引き?取")
_SHORTEST = 4  # characters of what is sent
_THING = ("を", "として", "は")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Lines of work for both statements, on the sheet of the matter."""
    cells = list(_of_cells(builder))
    told = [*_of_tables(builder, rows), *cells]
    sure = [each for each in told if not any(_turned(each, other) for other in told)]
    _of_sentences(builder, rows)
    if not sure:
        return
    places = {each.passage.source for each in told}
    for row in rows:
        for way in _of_deeds(builder, row):
            deeds = [one for one in sure if one.what.endswith(f"の{way.what}") and _same(one, way)]
            turned = [one for one in deeds if one.direction != way.direction]
            if len(turned) == len(deeds) == 1:
                one_way.line(builder, "", way, turned)
    for each in said.everything(builder, rows, _GIVING):
        if places & set(each.passage.source.split()):
            continue
        for frame in frames(each.text):
            for way in _of_frame(builder, frame, each.passage, each.text):
                against = [one for one in sure if _turned(way, one)]
                against = [one for one in against if one not in cells or _as_it_is(frame, one)]
                one_way.line(builder, each.matter, way, against)


# what one side makes, and the other gets: it goes one way
_MADE = re.compile("(?:結果|回答|判定|決定|通知|報告|届出?|申出|実績)書?$")


def _of_sentences(builder: Builder, rows: Sequence[Row]) -> None:
    """安否の結果を甲から市へ送る; in another place 安否の結果は、市から甲へ送る."""
    told: list[Way] = []
    for each in said.everything(builder, rows, _GIVING):
        for frame in frames(each.text):
            for way in _of_frame(builder, frame, each.passage, each.text):
                if _MADE.search(way.what) and not any(map(_changes, _told_of(frame))):
                    elsewhere = [one for one in told if _turned(way, one) and _same(way, one)]
                    one_way.line(builder, each.matter, way, elsewhere)
                    told.append(way)


_CHANGED = re.compile(
    r"返|戻|還|記入|書き?込|確認|修正|訂正|反映|結果|加え|付[しけ]|回答|照合|突合|済|更新|点検"
)


def _as_it_is(frame: Frame, told: Way) -> bool:
    """Whether a sentence tells of the thing itself, and not of what has been done with it."""
    return all(one.verb in told.printed and not _changes(one) for one in _told_of(frame))


def _told_of(frame: Frame) -> list[Frame]:
    """What is said of the thing in front of its name: 甲社が入力した結果."""
    return [part.told for role in _THING if (part := frame.parts.get(role)) and part.told]


def _changes(told: Frame) -> bool:
    return bool(_CHANGED.search(told.verb))


def _of_cells(builder: Builder) -> Iterator[Way]:
    """提供の内容　一覧を市から甲社へ送る: what a cell of a card says, of a thing as it is."""
    for _, label, value in builder.fields:
        if "提供" in label.text and not _CHANGED.search(value.text):
            for frame in frames(fold(value.text)):
                yield from _of_frame(builder, frame, value, value.text)


def _turned(one: Way, other: Way) -> bool:
    alike = one.what == other.what and one.partner == other.partner
    return alike and one.direction != other.direction


def _same(one: Way, other: Way) -> bool:
    return one.partner == other.partner and one.passage.source != other.passage.source


def _of_deeds(builder: Builder, row: Row) -> Iterator[Way]:
    """甲社 | 異変を市に通報する。: the row of one party, and what it does towards the own side."""
    if not row.grid or len(row.filled) < len(("who", "what")):
        return
    found = {id_: cell for cell in row.filled if (id_ := parties.find(builder, cell.text))}
    outside = [id_ for id_ in found if builder.holder_entity(id_).get("external")]
    if len(outside) != 1 or len(found) != 1:
        return
    for cell in row.filled:
        for frame in frames(cell.text) if cell.text.rstrip().endswith("。") else ():
            taker, giver = frame.parts.get("に"), frame.part("から", "が")
            if frame.act != "give" or frame.denied or frame.supposed or giver or taker is None:
                continue
            if parties.is_own(builder, _end(taker)) and len(frame.verb) >= _DEED:
                yield Way("receive", outside[0], frame.verb, cell, cell.text)


_DEED = 2  # characters of a deed such as 通報


def _of_tables(builder: Builder, rows: Sequence[Row]) -> Iterator[Way]:
    for table in handed.tables(rows):
        for row in table:
            ends = _direction(builder, row.get("giver").text, row.get("taker").text)
            things = row.get("items")
            what = _name(things.text)
            if ends and what and not _BACK.search(row.get("way").text):
                yield Way(*ends, what, things, things.text)


def _of_frame(builder: Builder, frame: Frame, passage: Passage, printed: str) -> Iterator[Way]:
    if frame.denied or frame.supposed or _BACK.search(frame.verb):
        return
    if frame.act == "give":
        giver, taker = frame.part("から", "が", "は"), frame.parts.get("に")
    elif frame.act == "receive":
        giver, taker = frame.parts.get("から"), frame.part("が", "は")
    else:
        return
    ends = _direction(builder, _end(giver), _end(taker)) if giver and taker else None
    for role in _THING:
        part = frame.parts.get(role)
        what = _name(OFTEN.sub("", part.text)) if part and part not in (giver, taker) else ""
        if ends and what:
            yield Way(*ends, what, passage, printed)


def _end(part: Part) -> str:
    """毎月、町: what stands in front of the comma says when."""
    return part.text.rpartition("、")[2]


def _name(printed: str) -> str:
    plain = key(without_brackets(printed))
    return plain if len(plain) >= _SHORTEST else ""


def _direction(builder: Builder, giver: str, taker: str) -> tuple[str, str] | None:
    """As the own side sees it, with the partner."""
    gives, takes = parties.is_own(builder, giver), parties.is_own(builder, taker)
    other = parties.find(builder, taker if gives else giver)
    outside = other and builder.holder_entity(other).get("external")
    return (("send" if gives else "receive"), other) if outside and gives != takes else None
