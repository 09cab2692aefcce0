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


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Give the holders of the draft the short names that the text says they have."""
    for row in rows:
        for match in _CALLED.finditer(row.text) if "以下" in row.text else ():
            name = key(match["name"]).strip("「」『』")
            known = [(len(each), id_) for each, id_ in builder.names() if name.endswith(each)]
            if known and max(known)[1] != builder.own:
                builder.alias(match["short"], max(known)[1])
