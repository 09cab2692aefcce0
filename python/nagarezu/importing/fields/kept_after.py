"""What is kept after something else was done with it: 勤務先も聞き取り、この台帳に記録している.

The thing stands with the first of the verbs, and the place with the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold
from nagarezu.importing.sentences.frames import Frame, frames

_PLACE = r"(?:台帳|ファイル|システム|アプリ|名簿|帳簿|データベース|カード|原簿|記録簿)"
_WHERE = re.compile(rf"[^、。をはがにも]{{0,20}}{_PLACE}")
_WRITES = re.compile(
    r"書き?(?:留|込|入|加|添|足)|控え|載せ|入力|追加|加え|打ち?込|転記|取り?込|付記|綴|とじ"
)
_GETS = re.compile(
    r"聞き?|聴き?|尋ね|伺|確認|確か|把握|収集|取得|受け|書か|記入|申告|申し?出|届け?出|提出|提示|求め|照会|得|調べ|写し|読み取"
)
_MAY = re.compile("記録|登録|登載|記載|収録|保存|入力|蓄積|格納|書|控|載|加|込|残|記|追加|綴|とじ")


def read(sentence: str) -> Iterator[tuple[str, list[str]]]:
    """(この台帳, [勤務先]); nothing of what is denied, supposed, or done by staff."""
    if not (_MAY.search(sentence) and compiled(_PLACE).search(fold(sentence))):
        return
    if compiled(rules("claims")["staff"]).search(sentence):
        return
    found = frames(sentence)
    for at, frame in enumerate(found):
        where = frame.parts.get("に") or frame.parts.get("へ")
        keeps = frame.act == "keep" or _WRITES.search(frame.verb)
        if not keeps or frame.denied or frame.supposed or frame.of or where is None:
            continue
        if _WHERE.fullmatch(where.text) and (thing := _gotten(found[:at], frame)):
            yield where.text, _pieces(thing)


def _gotten(before: tuple[Frame, ...], frame: Frame) -> str:
    """What the nearest verb in front got: 勤務先も聞き取り、, 申請書に書かれた勤務先を."""
    own = frame.parts.get("を")
    for other in reversed(before):
        if other.denied or other.supposed or other.of or not _GETS.search(other.verb):
            continue
        thing = other.parts.get("を") or other.parts.get("は")
        if thing is not None and (own is None or own.text == thing.text):
            return thing.text
    return ""


def _pieces(text: str) -> list[str]:
    """氏名、住所及び電話番号 as three."""
    return [piece for piece in compiled(r"、|及び|並びに|と(?=[^の]{2,})").split(text) if piece]
