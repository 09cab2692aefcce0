"""From which records a list says that all of it is drawn: （放置自転車管理システムから取得する。）

The statement stands at the head of the list, right behind it, or says 「いずれも」 of the only list
that is handed on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import fold, key, tidy

_SENDS = frozenset({"provide", "transfer", "entrust", "delegate", "link"})
_DRAWN = re.compile(
    r"(?P<name>[^\s、。・「」『』()をはがにへのも]{2,30}?(?:システム|台帳|ファイル|データベース|名簿|サーバー?))"
    r"[」』]?(?:に記録(?:された|されている|した|している)(?:もの|情報|データ|項目)?)?"
    r"(?:の(?:記録|登録|保有)?(?:項目|情報|データ|内容|記録))?(?:の(?:うち|中))?"
    r"(?:から|より|、(?=次の))[^、。()]{0,12}?"
    r"(?:取得|抽出|出力|取り出|引き出|抜き出|作成|転記|複写|取り込|連携|得る|得た)"
)
_PART = re.compile(r"一部|(?:を|は)除[くき]|以外|本人から|聴き取|聞き取")
_ALL = re.compile(r"(?:いずれも|全て|すべて|全部)")
_ITEMS = re.compile(r"項目|情報|データ")
_FAR = 3  # lines between a statement and the first or the last item


def lists(builder: Builder, rows: Sequence[Row]) -> dict[str, str]:
    """The lists that are sent, by id, each with the holder from whose records all of it comes."""
    sent = _sent(builder)
    if not sent or len(rows) > _MOST:
        return {}
    lines = [fold(tidy(line.text)) for row in rows for cell in row.filled for line in cell.lines()]
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        match = _statement(line, lines[at + 1] if at + 1 < len(lines) else "")
        holder = builder.find_holder(_BEFORE.sub("", match["name"])) if match else ""
        if match and holder:
            for id_ in _meant(sent, match.string, lines, at):
                found.setdefault(id_, holder)
    return found


_MOST = 3_000  # rows; a table of so many has no sentences
_BEFORE = re.compile(r"^(?:全て|すべて|全部|各|当該|[本当]?[市区町村](?=[^市区町村営立民]))")


def _sent(builder: Builder) -> list[Entity]:
    used = {
        id_
        for flow in builder.list_of("flows")
        if flow["relation"] in _SENDS
        for id_ in flow.get("lists", [])
    }
    received = {
        id_
        for flow in builder.list_of("flows")
        if flow["relation"] == "process"
        for id_ in flow.get("lists", [])
    }
    return [
        each
        for each in builder.list_of("lists")
        if each["id"] in used - received and each["entries"]
    ]


def _statement(line: str, following: str) -> re.Match[str] | None:
    """A statement that begins on a line and speaks of items, and of all of them."""
    if not any(word in line + following for word in ("から", "より", "、次の")):
        return None
    text = line if line.endswith(("。", ")")) else line + following
    match = _DRAWN.search(text)
    if match is None or match.start() >= len(line):
        return None
    spoken = _ITEMS.search(text) or _ALL.search(text)  # of items, or いずれも behind a list
    return match if spoken and not _PART.search(text) else None


def _meant(sent: Sequence[Entity], text: str, lines: Sequence[str], at: int) -> list[str]:
    """The lists of which a line speaks: whose first items follow it, or whose last ones it does."""
    below = key("".join(lines[at + 1 : at + 1 + _FAR]))
    above = key("".join(lines[max(at - _FAR, 0) : at]))
    everything = _ALL.search(text)
    near = [each for each in sent if _begins(each, below) or (everything and _ends(each, above))]
    if not near and len(sent) == 1 and everything:
        near = list(sent)
    return [str(each["id"]) for each in near]


def _begins(entity: Entity, below: str) -> bool:
    return all(key(entry["label"]) in below for entry in entity["entries"][:2])


def _ends(entity: Entity, above: str) -> bool:
    return all(key(entry["label"]) in above for entry in entity["entries"][-2:])
