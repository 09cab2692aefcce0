"""What a register calls its files beside their names: 【ファイル1】 above the card of the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.register.file import File
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import fold, key

_CALLED = re.compile(
    r"^[ 　]*[■◆●○◎□◇【\[(（〔《≪<＜]*[ 　]*"
    r"(?P<label>(?!第|表|別|図|様式|資料|付|参考)[^\d０-９\s、。【】()（）]{1,10}"
    r"[ 　]?[0-9０-９]{1,2})[ 　]*"
    r"[】\])）〕》≫>＞]*(?:[ 　:：]+(?P<title>[^。、]+))?$"
)
_ABOVE = 2  # rows between such a head and the name of the file


def write(
    builder: Builder, rows: Sequence[Row], files: Sequence[File], made: Sequence[Entity]
) -> None:
    """Each label that one file alone has, so that other places may mean it by that."""
    titles = {key(str(each["title"])): str(each["id"]) for each in made}
    named = {
        file.get("name").source: str(matter["id"])
        for file, matter in zip(files, made, strict=True)
        if file.get("name")
    }
    found: dict[str, set[str]] = {}
    for at, row in enumerate(rows):
        called = _CALLED.match(row.text) if len(row.filled) == 1 else None
        if called is None:
            continue
        if called["title"]:
            id_ = titles.get(key(called["title"]), "")
        else:
            below = (cell.source for each in rows[at + 1 : at + 1 + _ABOVE] for cell in each.filled)
            id_ = next((named[source] for source in below if source in named), "")
        if id_:
            found.setdefault(key(fold(called["label"])), set()).add(id_)
    for label, ids in found.items():
        if len(ids) == 1:
            builder.registered.setdefault(label, ids.pop())
