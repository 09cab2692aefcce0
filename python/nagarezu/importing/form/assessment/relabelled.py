"""Labels that their block explains: システム1 | 甲システム, 名称 beside 委託先名."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nagarezu.importing.form import labels
from nagarezu.importing.form.assessment import heads
from nagarezu.importing.form.assessment.sheet import Line

_LONGEST = 40  # characters of the name of a system
_NAMED = re.compile(
    r"^[^\w]{0,2}システム[ 　]?[0-9０-９]{1,2}[】〕》>＞\])）]?[ 　]*[:：]?[ 　]*"
    r"(?=[^\s:：(（、。][^、。]*(?:システム|サーバー?|サイト|台帳|基盤|サービス|アプリ|ネット|クラウド|ポータル|ソフト)"
    r"等?(?:[(（][^()（）]*[)）])?$)"
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
