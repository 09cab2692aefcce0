"""Ways of a matter: from whom to whom, and which way round a sheet says that it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key

if TYPE_CHECKING:
    from nagarezu.importing.draft.matters import Made


@dataclass(slots=True)
class Way:
    """From whom to whom something goes, and the words that say so."""

    relation: str
    start: str
    to: list[str]
    name: Passage
    stated: bool = True  # whether the lists of the sheet are those of this way


_DENIED = re.compile(
    r"(?:送信|受信|提供)(?:を|は|も|が)?(?:する|行う)?(?:こと|もの)?(?:は|も|が)?(?:一切)?"
    r"(?:し(?:ない|ません|ておらず|得ない)|せず|行(?:わ|って)(?:い)?(?:ない|ず|おらず)|ない|なく|でき(?:ない|ず)"
    r"|遮断|禁止|停止|拒否)"
)


def both_ways(made: Made) -> bool:
    """送受信, or 照会 and 提供 together, on the sheet itself."""
    text = (
        "".join(
            entry.value.text
            for entry in made.sheet.entries
            if entry.label.field.startswith("link") and not entry.label.field.endswith("own")
        )
        + made.sheet.title.text
    )
    text = _DENIED.sub("", key(text))
    return (
        "送受信" in text
        or ("照会" in text and "提供" in text)
        or ("送信" in text and "受信" in text)
    )


_OUT, _IN = r"送信|提供|送付|引き?渡|通知(?!書)", r"(?<!送)受信|受領|受け?取|取得|収受"


# the same in one word: 返すもの, 受け取る項目
_SENDS, _GETS = r"返す|戻す|渡す|送る|出す|伝える", r"受け取る|受ける|取り込む|読み込む|もらう"


_OTHERS = ("相手方", "結合先")


def direction(builder: Builder, heading: str, ways: list[Way]) -> str:
    """out or in, seen from the own side: 【市が受信する情報項目】, 【機構から送信される項目】"""
    found = compiled(
        rf"(?:(?P<out>{_OUT})|(?:{_IN}))(?:する|した|される|(?P<gets>を受け))"
        rf"|(?P<sends>{_SENDS})|(?:{_GETS})"
    ).search(
        key(heading),
    )
    if found is None or any(way.relation != "link" for way in ways):
        return ""
    others = [
        name
        for way in ways
        for id_ in (*way.to, way.start)
        if id_ != builder.own
        for name in builder.names_of(id_)
    ]
    lead = key(heading)[: found.start()]
    sends = bool(found["out"] or found["sends"])
    theirs = any(f"{name}が" in lead for name in [*others, *_OTHERS]) or any(
        f"{name}から" in lead and sends for name in [*others, *_OTHERS]
    )
    ours = any(lead.endswith((f"{name}に", f"{name}へ")) for name in builder.names_of(builder.own))
    out = sends and not found["gets"]
    if out and ours:
        return "in"
    return "out" if out != theirs else "in"


def directed(builder: Builder, ways: list[Way], towards: str) -> list[Way]:
    """The ways of one direction; turned round where the sheet has none such."""
    out = [way for way in ways if way.start == builder.own]
    back = [way for way in ways if way.start != builder.own]
    if towards == "out":
        return out or ways
    return back or [replace(way, start=to, to=[builder.own]) for way in out for to in way.to[:1]]
