"""Who gets a paper that a paragraph says is handed over: 名簿には…を記載し、窓口で手渡す."""

from __future__ import annotations

import re

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.said import Said
from nagarezu.importing.rules.characters import key
from nagarezu.importing.sentences.frames import Frame, frames

_PAPER = re.compile(r"(?:名簿|一覧表?|リスト|データ|ファイル|[票簿])$")
_CARRIED = re.compile(r"(?:dvd-?r|cd-?r|usbメモリー?|(?:光|磁気)ディスク)$")


def is_paper(thing: str) -> bool:
    """名簿, 一覧表: what is made of data and may be handed over."""
    return bool(_PAPER.search(thing) or _CARRIED.search(thing))


def takers(builder: Builder, each: Said, thing: str) -> list[str]:
    """The one who is entrusted, if it is said that the thing is handed over; else nobody."""
    text = (each.before + each.text).replace("（", "。").replace("(", "。")
    of_it = _in_row(builder, each.matter, thing) or any(
        _gives(frame, thing) for frame in frames(text)
    )
    if not of_it and not (is_paper(thing) and any(map(_gives_it, frames(each.text)))):
        return []
    found = parties.receivers(builder, each.matter, ("entrust", "delegate"))
    ids = list(dict.fromkeys(id_ for id_, _ in found))
    return ids if len(ids) == 1 else []


def _in_row(builder: Builder, matter: str, thing: str) -> bool:
    """A disk that the row of media of the matter lists, so that it is handed over."""
    found = (one for one in builder.list_of("matters") if matter in ("", one["id"]))
    media = [key(str(each.get("label", ""))) for one in found for each in one.get("media", [])]
    return bool(_CARRIED.search(thing)) and any(thing in label for label in media)


def _gives(frame: Frame, thing: str) -> bool:
    """引き渡すデータ."""
    of = bool(frame.of) and thing.endswith(key(frame.of))
    return of and frame.act == "give" and not frame.denied


def _gives_it(frame: Frame) -> bool:
    """…し、手渡す: what the sentence speaks of, for nothing else is said to be handed over."""
    return (
        frame.act == "give"
        and not (frame.denied or frame.supposed or frame.of)
        and not ((part := frame.parts.get("を")) and _PAPER.search(key(part.text)))
    )
