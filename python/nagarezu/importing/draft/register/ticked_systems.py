"""Systems as options: ［○］住基システム　［　］税務システム. Only what is ticked is met."""

from __future__ import annotations

import re

from nagarezu.importing.fields import ticks
from nagarezu.importing.fields.names import Name
from nagarezu.importing.passage import Passage

# 寄附管理システム is one; サーバ, 外部サーバー and 業務用パソコン are kinds of media
OWN_NAME = re.compile(
    r"[^ 　]{2,}(?:システム|台帳|ソフト(?:ウェア)?|サービス|データベース|クラウド)$"
)


def read(text: Passage) -> list[Name]:
    """The ticked ones of a cell in which every option is a system; nothing of any other cell."""
    options = ticks.options(text)
    plain = [ticks.plain(each)[0] for each in options]
    if not all(map(OWN_NAME.search, plain)):
        return []
    found = zip(options, plain, strict=True)
    return [Name(label, each.name, label, "ticked", tier=0) for each, label in found if each.ticked]
