"""Systems of the cards beside a list that is said to have all of them.

「ファイルを記録するシステムは、次のもので全部である。」 ア 甲システム イ 乙システム, and a card
that names a third one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields import names
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, tidy

_SYSTEMS = re.compile(r"システム|電子計算機|台帳ソフト|情報システム")
_NEXT = r"(?:次|以下|下記|下表|右|別表)"
_ALL = re.compile(
    rf"{_NEXT}[^。]{{0,24}}(?:全部|すべて|全て|のみ|だけ|限[るり]|ほかに(?:は)?な|他に(?:は)?な)"
    rf"|(?:全部|すべて|全て)[^。]{{0,16}}{_NEXT}"
)
_ENTRY = re.compile(
    r"[ 　]*(?:[(（]?(?:[0-9０-９]{1,2}|[ア-ン])[)）.．、 　][ 　]*|[①-⑳・○●][ 　]*)"
    r"(?P<name>[^、。：:（）()]{2,40})[ 　]*(?:[（(][^（）()]*[)）])?[ 　]*"
)
_FEWEST = 2  # systems of a list that the cards name


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Mentions of the systems of the cards and of the list, which the checks compare."""
    for at, row in enumerate(rows):
        if len(row.filled) != 1 or not _closes(row.text):
            continue
        listed = list(_entries(rows[at + 1 :]))
        known = {builder.find_holder(names.written(each.text)): each for each in listed}
        recorded = _recorded(builder)
        if "" in known or len(known) < _FEWEST or not known.keys() <= recorded.keys():
            continue  # called otherwise on the cards: which is which, nobody knows
        for id_, flows in recorded.items():
            for flow in flows:
                _mention(builder, id_, "system", str(flow["matter"]), str(flow.get("source", "")))
        for id_, cell in known.items():
            matter = str(recorded[id_][0]["matter"])
            _mention(builder, id_, "workflow", matter, cell.source)
        return


def _closes(text: str) -> bool:
    plain = key(text)
    return bool(_SYSTEMS.search(plain) and _ALL.search(plain))


def _entries(rows: Sequence[Row]) -> Iterator[Passage]:
    """The names of the list, one a line, up to the first line that is no entry."""
    for row in rows:
        entry = _ENTRY.fullmatch(row.filled[0].text) if len(row.filled) == 1 else None
        if entry is None or not compiled(
            "システム|台帳|ソフト|サービス|クラウド|データベース"
        ).search(tidy(entry["name"])):
            return
        yield row.filled[0].part(*entry.span("name"))


def _recorded(builder: Builder) -> dict[str, list[Entity]]:
    """The systems into which files are recorded, with the flows that say so."""
    found: dict[str, list[Entity]] = {}
    for flow in builder.list_of("flows"):
        for id_ in flow.get("to", []) if flow["relation"] == "process" else ():
            found.setdefault(str(id_), []).append(flow)
    return found


def _mention(builder: Builder, id_: str, sheet: str, matter: str, source: str) -> None:
    mentions = builder.holder_entity(id_).setdefault("mentions", [])
    mentions.append({"sheet": sheet, "matter": matter, "source": source})
