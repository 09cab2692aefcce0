"""What one clause of handing over says: by what, and which thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.handover.ends import Ends, word
from nagarezu.importing.fields import by_what
from nagarezu.importing.fields.by_what import Way
from nagarezu.importing.fields.carriers import holds_no_data
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import key
from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part

_ONTO = re.compile(  # 紙の申込書は、DVD-Rに記録して渡す: what it stood on before is no way
    r"[はをが]、?(?=[^、。はをが]{1,24}に(?:記録|収め|収録|格納|保存|書き込|書き出|複写|変換|電子化))"
)


def ways(segment: str) -> list[Way]:
    """The ways of one clause: what is carried with how it is, each line, or the things in a row."""
    onto = _ONTO.search(segment)
    if onto and by_what.of_phrase(segment[onto.end() :]).thing:
        segment = segment[onto.end() :]
    things = by_what.of_cell(segment)
    lines = [each for each in things if each.line]
    if lines and not any(each.thing for each in things):
        return lines[:1]
    whole = by_what.of_phrase(segment)
    if len([each for each in things if each.thing]) > 1:
        return [
            Way(each.line, each.thing, each.carried or whole.carried, each.label)
            for each in things
            if each.thing or each.line
        ]
    return [whole] if whole.certain else []


def every(frame: Frame) -> Iterator[Part]:
    yield from frame.parts.values()
    if frame.value is not None:
        yield frame.value


def prepares(frame: Frame) -> bool:
    """Whether a clause makes ready what the next one hands over: 電子メールに添えて送る."""
    onto = (frame.parts.get(particle) for particle in ("に", "で"))
    by_way = any(part and by_what.names_way(part.text) for part in onto)
    return by_way or bool(word("prepares").search(frame.verb))


def things(frame: Frame) -> Iterator[str]:
    """What a clause may say to be handed over: also what is reported of it."""
    topic = frame.parts.get("は")
    carried = topic and by_what.of_phrase(topic.text).thing  # DVD-Rは、鍵を設定の上、手渡す
    for particle in ("は",) if carried else ("は", "を", "が"):
        if particle == "が" and {"は", "を"} & set(frame.parts):
            continue  # 名簿は、担当者が手渡す: by whom
        if part := frame.parts.get(particle):
            yield part.text
            if part.told:  # 消去したことを証する書面
                yield part.told.verb


_DATA = re.compile(  # 相談の記録, and whatever brackets say the items of
    r"\([^()]*[、,][^()]*\)$|(?:問い?合わ?せ|相談|質問|協議)(?:の)?(?:記録|内容|データ|情報|履歴|票)$"
    r"|^(?!.*(?:従[事業]|作業|担当|取り?扱|責任|権限|操作|事故|障害|異常|連絡|ログ|訓練|研修|監査|点検|手順))"
    r"[^、。]*(?:一覧表?|名簿|リスト|台帳)$"  # 申請の一覧, which names those who apply
)


def no_data(thing: str) -> bool:
    """Whether a thing is none that holds what the lists name: 報告書, パスワード."""
    return bool(_OF_WORK.match(key(thing))) or (holds_no_data(thing) and not _DATA.search(thing))


_OF_WORK = re.compile(  # 作業の内容を書面で報告させる: how the work goes, and nothing of the lists
    r"(?:作業|業務|実施|処理|取り?扱い?|保管|管理|点検|研修|監査|進捗|遵守)(?:の|した)?"
    r"(?:内容|状況|結果|経過|実績|体制|方法)$"
    r"|.+の(?:方法|手順|手続き?|趣旨|目的|窓口|日程|考え方)$"  # 申出の方法を知らせる
)


def opens(frame: Frame) -> bool:
    """書面で知らせたパスワードで開かせる: what was told opens the rest, and holds nothing."""
    return bool(frame.of and compiled(rules("credentials")["secret"]).search(key(frame.of)))


_INCIDENT = re.compile(
    r"(?:事故|漏えい|漏洩|漏出|紛失|盗難|障害|異常|違反|滅失|[き毀]損|おそれ)[^、。]{0,20}(?:とき|時|場合|際)(?:は|に|には)"
)
_REPORTS = re.compile("報告|連絡|通報|通知|知らせる|届け出る")


def of_incident(frame: Frame, plain: str) -> bool:
    """事故が起きたときは、書面で報告させる: of what happened, not of what the lists name."""
    said = _INCIDENT.search(plain, 0, frame.end)
    return bool(said and _REPORTS.search(frame.verb)) and "を" not in frame.parts


def only_tells(frame: Frame, plain: str) -> bool:
    """消した旨の書面を提出させる: it says something, and holds nothing of the lists."""
    part = frame.part("を", "は")
    return part is not None and plain[: part.start].endswith("旨の")


def of_letter(frame: Frame) -> bool:
    """承諾を求める書面の提出を受ける: a letter about the work, which no list names."""
    part = frame.part("を", "は")
    letter = part is not None and compiled("(?:書面|文書)$").search(part.text)
    return bool(letter) and bool(compiled("提出|徴|取り付け").match(frame.verb))


def of_anything(frame: Frame, ends: Ends, segment: str) -> bool:
    """インターネットで送る情報: a rule for whatever goes so; 救急隊が搬送する傷病者: a person."""
    if not frame.of:
        return False
    named = ends.giver or ends.taker or ends.other or ends.unknown
    done = any(f"{past}{frame.of}" in segment for past in "ただ")
    return bool(word("person").search(key(frame.of)) or not (named or done))


def of_what(frame: Frame, way: Way) -> bool:
    """専用回線からの接続の記録を提出する: the line belongs to what is handed over."""
    part = frame.parts.get("を")
    return bool(way.line and part and way.label in part.text)
