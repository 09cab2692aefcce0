"""The kinds of matters that agenda sheets are about, and the words by which titles name them.

There is one list for all readers of sheets: labels, heads, flows and measures go by it.
"""

from __future__ import annotations

import re

KINDS = ("process", "link", "delegate", "entrust", "reentrust", "provide", "transfer")

# as the head of a sheet names its kind: 票2 業務委託, 第3号票 名簿の提供（外部提供）
HEADS = {
    "電算処理": "process",
    "電子計算機処理": "process",
    "電子計算組織による処理": "process",
    "電算化": "process",
    "外部結合": "link",
    "オンライン結合": "link",
    "電子計算機の結合": "link",
    "業務委託": "entrust",
    "外部委託": "entrust",
    "再委託": "reentrust",
    "委任": "delegate",
    "外部提供": "provide",
    "外部への提供": "provide",
    "第三者提供": "provide",
    "第三者への提供": "provide",
    "目的外提供": "provide",
    "庁内移転": "transfer",
    "庁内での移転": "transfer",
    "庁内提供": "transfer",
    "庁内での提供": "transfer",
    "目的外利用": "transfer",
    "目的外の利用": "transfer",
    "庁内利用": "transfer",
    "庁内での利用": "transfer",
}

_TITLES = (  # in the order in which they count: 提供システムの開発の委託 is about an entrustment
    ("reentrust", re.compile("再委託")),
    ("link", re.compile("外部結合|オンライン結合|との(?:結合|接続|連携)")),
    ("delegate", re.compile("委任|指定管理")),
    ("entrust", re.compile("委託|請負")),
    (
        "transfer",
        re.compile(
            r"(?:庁内|[課局部室署]|他の?(?:部署|機関))[^。、]{0,8}(?:へ|で|間)の?(?:移転|提供)|移転(?:について|に関する.*)?$"
            r"|目的外の?利用|庁内での利用"
        ),
    ),
    (
        "provide",
        re.compile(
            r"(?:外部|第三者|目的外)[^。、]{0,6}提供|提供(?:について|に関する.*|に係る.*)?$"
        ),
    ),
    ("process", re.compile("電算処理|電子化|システムの(?:導入|開発|更新|改修|構築)")),
)
_NAMED = re.compile("結合|接続|委託|受託|委任|受任|提供|移転")
_EITHER = {"link", "provide"}  # a label may say 提供 of both: 提供先 of a link is whom it leads to
_LINKED = re.compile("結合|接続")


def of_title(title: str) -> str:
    """The kind that the key of a title tells in free words; empty if it tells none."""
    return next((kind for kind, words in _TITLES if words.search(title)), "")


def named(label: str) -> bool:
    """Whether a printed label names a kind of matter."""
    return bool(_NAMED.search(label))


def either(kind: str, label: str, sheet: str) -> bool:
    """Whether the field of a kind may be one of the kind of its sheet as well."""
    return {kind, sheet} == _EITHER and not _LINKED.search(label)
