"""Short names of holders: 配本管理システム（以下「管理システム」という。）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import key

_CALLED = re.compile(
    r"(?P<name>[^、。,，()（）\s]{2,40})[(（](?:[^()（）「」]*、)?以下[^「」()（）]{0,8}「(?P<short>[^」]{2,16})」"
)
# 住民記録システム（③の「既存住民基本台帳システム」をいう。）: what a form has another name for
_MEANS = re.compile(
    r"(?P<name>[^、。,，()（）「」\s]{2,24})[(（][^()（）「」]{0,12}「(?P<known>[^」]{3,24})」"
    r"(?:のこと)?(?:を(?:いう|指す|さす)|に(?:当たる|該当する|相当する)|と同じ|のこと)"
)
# 甲社（受付サイトの運営者）, 甲社が運営する受付サイト: who runs it is who gets what it is sent
_PLACE = r"(?:サイト|サービス|システム|ポータル|アプリ(?:ケーション)?|プラットフォーム|基盤)"
_RUN = r"(?:運営|提供|運用|開設|管理)"
_RUNS = re.compile(
    rf"(?P<name>[^、。,，()（）\s]{{2,40}})(?:[(（](?P<run>[^()（）、。「」]{{1,24}}?{_PLACE})(?:の{_RUN}|を{_RUN}する)"
    rf"(?:者|会社|事業者|主体|元|法人|団体)|が{_RUN}(?:する|している)(?P<has>[^()（）、。「」をにがは]{{0,24}}?{_PLACE}))"
)
_MAY_RUN = re.compile(_RUN)
_MARK = re.compile(r"^(?:[①-⑳・]|[0-9０-９]{1,2}[.． 　]?)+")


_OF_PLACE = re.compile(r"(?<=.)(?P<tail>[都道府県市区町村][立営].{2,})$")  # 甲県立図書館


def _without_place(builder: Builder) -> None:
    """県立図書館 is the only one of these whose name ends so."""
    tails: dict[str, set[str]] = {}
    for name, id_ in builder.names():
        if (found := _OF_PLACE.search(name)) and builder.holder_entity(id_).get("external"):
            tails.setdefault(found["tail"], set()).add(id_)
    for tail, ids in tails.items():
        if len(ids) == 1:
            builder.alias(tail, next(iter(ids)))


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Give the holders of the draft the short names that the text says they have."""
    _without_place(builder)
    for row in rows:
        for match in _CALLED.finditer(row.text) if "以下" in row.text else ():
            name = key(match["name"]).strip("「」『』")
            known = [(len(each), id_) for each, id_ in builder.names() if name.endswith(each)]
            if known and max(known)[1] != builder.own:
                builder.alias(match["short"], max(known)[1])
        for match in _MEANS.finditer(row.text) if "」" in row.text else ():
            meant = builder.find_holder(match["known"])
            if meant:
                builder.alias(_MARK.sub("", match["name"]), meant)
        for match in _RUNS.finditer(row.text) if _MAY_RUN.search(row.text) else ():
            who = builder.find_holder(_MARK.sub("", match["name"]).strip("「」『』"))
            if who and builder.holder_entity(who).get("external"):
                builder.alias(match["run"] or match["has"], who)
