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
_MARK = re.compile(r"^(?:[①-⑳・]|[0-9０-９]{1,2}[.． 　]?)+")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Give the holders of the draft the short names that the text says they have."""
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
