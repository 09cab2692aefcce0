"""Labels that their block explains: システム1 | 甲システム, 名称 beside 委託先名."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nagarezu.importing.form import labels
from nagarezu.importing.form.assessment import heads
from nagarezu.importing.form.assessment.sheet import Assessment, Line
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold

_LONGEST = 40  # characters of the name of a system
_NAMED = re.compile(
    r"^[^\w]{0,2}システム[ 　]?[0-9０-９]{1,2}[】〕》>＞\])）]?[ 　]*[:：]?[ 　]*"
    r"(?=[^\s:：(（、。][^、。]*(?:システム|サーバー?|サイト|台帳|基盤|サービス|アプリ|ネット|クラウド|ポータル|ソフト)"
    r"等?(?:[(（][^()（）]*[)）])?$)"
)

_INSIDE = re.compile(  # システム1（甲システム）
    r"(?:[0-9０-９]{1,2}[.． 　]*)?システム[ 　]?[0-9０-９]{1,2}[ 　]*[(（]"
    r"(?P<name>[^()（）、。]{2,40}(?:システム|サーバー?|サイト|台帳|基盤))[)）]$"
)


def blocks(lines: Iterable[Line]) -> None:
    """Give the lines of each block the labels that they have beside each other."""
    found: dict[str, list[Line]] = {}  # side by side, blocks take turns
    for line in lines:
        found.setdefault(line.block, []).append(line)
    for block, group in found.items():
        if block.startswith("システム"):
            _system(group)
        elif block.startswith("委託"):
            _work(group)


def _fields(lines: Sequence[Line]) -> set[str]:
    return {line.label.field for line in lines if line.label is not None}


def _system(lines: Sequence[Line]) -> None:
    """システム1 | 甲システム: the name stands behind the head of its block."""
    first = lines[0]
    if first.label is None and not first.value and (head := _NAMED.match(first.printed.text)):
        printed = first.printed
        first.printed, first.value = printed.part(0, head.end()), printed.part(head.end())
    bare = first.label is None and not first.value
    if bare and (inside := _INSIDE.match(first.printed.text)):
        printed, span = first.printed, inside.span("name")
        first.printed, first.value = printed.part(0, span[0] - 1), printed.part(*span)
    named = first.label is None and bool(first.value) and bool(heads.block(first.printed.text))
    if named and len(first.value.text) <= _LONGEST and "system_name" not in _fields(lines):
        first.label = labels.find("assessment", "システムの名称")


def _work(lines: Sequence[Line]) -> None:
    """名称 is that of the work where 委託先名 names the partner in a row of its own."""
    partners = [line for line in lines if line.label and line.label.field == "entrust_partner"]
    bare = [line for line in partners if heads.names(line.printed.text)]
    if len(bare) < len(partners):
        for line in bare:
            line.label = labels.find("assessment", "委託内容")


_BODY = re.compile(
    r"(?:[課係室部局所館園校署庁省]|センター|グループ|担当|[長者等]|大臣|知事|委員会|機構|組合|協会|連合会|法人|会社"
    r"|市町村|[都道府県]|[市区町村])$"
)
_BEHIND_NAME = re.compile(r"[ ]*[(][^()]*[)]$")


def takers(sheet: Assessment) -> None:
    """甲課, below it 氏名、住所, and 乙課 with its own: each becomes a block with its items."""
    named = {id(made.row): made for made in _behind_heads(sheet.lines)}
    made = [_each_with_items(line) for line in sheet.lines]
    for at, line in enumerate(sheet.lines):
        if (taker := named.pop(id(line.row), None)) is not None:
            made[at] = [taker, *made[at]]
    for table in sheet.tables:  # which knows how many lines stand above it
        table.above = sum(map(len, made[: table.above]))
    sheet.lines[:] = [line for each in made for line in each]


_TAKER = re.compile(
    r"^(?:[0-9０-９]{1,2}[.． 　]*)?(?P<kind>提供|移転)先?[ 　]?(?:[0-9０-９]{1,2}|[①-⑳])"
    r"(?:[ 　:：\n]+(?P<name>[^。、:：\[\]［］]{2,40})|[(（](?P<inside>[^()（）]{2,40})[)）])$"
)


def _behind_heads(lines: Iterable[Line]) -> Iterator[Line]:
    """提供先1 甲組合 | ①根拠 … ②提供する情報 …: who stands behind the head, beside the fields."""
    blocks: dict[str, list[Line]] = {}
    for line in lines:
        if line.block and line.row.grid:
            blocks.setdefault(line.block, []).append(line)
    for group in blocks.values():
        head = group[0].row.filled[0]
        match = _TAKER.match(head.text.strip())
        if match is None or _fields(group) & {"provide_to", "transfer_to"}:
            continue
        span = match.span("name") if match["name"] else match.span("inside")
        label = labels.find("assessment", f"{match['kind']}先")
        yield replace(group[0], label=label, printed=head.part(0, span[0]), value=head.part(*span))


def _each_with_items(line: Line) -> list[Line]:
    if line.label is None or line.label.field not in ("provide_to", "transfer_to"):
        return [line]
    sent = labels.find("assessment", f"{line.label.standard[:2]}する情報")
    cells = line.value.lines()
    bare = [_BEHIND_NAME.sub("", fold(each.text).strip()) for each in cells]
    named = all("、" not in each and _BODY.search(each) for each in bare[::2])
    if sent is None or not cells or len(cells) % 2 or not named:
        return [line]
    if not all("、" in each for each in bare[1::2]):
        return [line]
    found = []
    for at, cell in enumerate(cells):
        block = f"{line.block}.{at // 2}" if line.block and at > 1 else line.block
        made = replace(line, block=block, value=cell)
        found.append(replace(made, label=sent, printed=Passage()) if at % 2 else made)
    return found
