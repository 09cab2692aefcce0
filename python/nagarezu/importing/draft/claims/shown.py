"""What a thing in the hand or a screen shows, which is not what a list or a file holds."""

from __future__ import annotations

import re

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.claims.pieces import pieces
from nagarezu.importing.fields.closed_parts import Closed
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key
from nagarezu.importing.sentences.frames import frames


def is_shown(told: Closed) -> bool:
    """Whether it is told of a letter: what it does not show is known to who writes it."""
    return bool(compiled(rules("closed")["shown"]).search(key(told.who)))


_SHOWS = re.compile(
    r"(?:載せ|刷|印[刷字]|書|記[しす]|記載|表[示記]|貼|打ち?出|プリント|刻[印み]|焼き?付|映)"
)
_KEPT_IN = re.compile(
    r"(?:台帳|ファイル|システム|サーバー?|データベース|名簿|リスト|データ|一覧表?|帳[票簿]|別[表紙添][0-9]*|項目|記録簿?|情報|様式|調書|[原付]簿)$"
)


def shows(builder: Builder, sentence: str) -> bool:
    """封筒には氏名だけを印字する, カードの裏に番号だけを書く: of a thing in the hand."""
    for frame in (each for text in pieces(sentence) for each in frames(text)):
        where = frame.parts.get("に")
        if where is None or frame.act not in ("", "handle", "view") or not _SHOWS.match(frame.verb):
            continue
        name = key(where.text)
        if not _KEPT_IN.search(name) and not parties.find(builder, where.text):
            return True
    return False


def is_screen(builder: Builder, id_: str) -> bool:
    """A system of the own side: what its screens show is not what its files hold."""
    holder = builder.holder_entity(id_)
    return bool(holder.get("kind") == "system" and holder.get("operator") == builder.own)
