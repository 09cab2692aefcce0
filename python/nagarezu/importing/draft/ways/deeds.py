"""What a clause says of giving or taking: which of the two, and whether it is all, or not done.

「受信だけを行う」「甲社からの受信に限る」「送信機能は持たない」「市から渡す経路は設けない」 and
「取り込むだけである」 are one thing in five wordings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nagarezu.importing.sentences.acts import act_of, done
from nagarezu.importing.sentences.frames import Frame
from nagarezu.importing.sentences.parts import Part

_ALONE = re.compile(
    r"^(?:の)?(?:のみ|だけ|ばかり|専用)(?!でな|なら)|^に(?:とどま|留ま|限[らりっる])"
    r"|^、?(?:一方向|片方向|単方向|一方通行)"
)
_NOTHING = re.compile(
    r"^(?:ため|[^、。はがも]{0,6}の)?"
    r"(?:もの|こと|情報|データ|処理|機能|経路|手段|仕組み|設定|ところ|先|項目|資料|書類|通信|口)?"
    r"(?:は|が|も)、?(?:一切|全く|何も|特に)?"
    r"(?:ない|なく|なし|無い|無く|無し|ありません|存在しない|(?:設け|持た|備え|有し|実装し|設定し|用意し|行わ|許さ|認め)"
    r"(?:てい)?(?:ない|ず|ません))"
)
_OWN_VERBS = ("戻る", "返る", "書き込む", "書込む", "返送", "返信", "出力")
_LOGS = ("登録", "入力", "アップロード", "書込み")
_HAS = (
    "持つ",
    "有する",
    "設ける",
    "備える",
    "ある",
    "ない",
    "実装",
    "設定",
    "存在",
    "行う",
    "用意",
    "許す",
)
_FACILITY = re.compile(
    r"(?P<what>.*?)(?P<act>送信|返信|送出|出力|書き?込み?|返却|提供|転送|受信|取り?込み?|取得|受領)"
    r"(?:の|用の?)?(?:ための)?(?:機能|経路|処理|仕組み|手段|権限)?"
)
_TAKES = re.compile("受信|取り?込|取得|受領")
# 余分な送信がない, 許可のない送信をしない, みだりに送信しない: of these alone, and others are sent
_OF_SOME = re.compile(
    r"(?:(?<!よう)(?<![どそこん]ん)な|外の|(?:誤|間違|違)った|重複した|(?:の|が|てい|を[得経受])ない"
    r"|みだりに|むやみに|勝手に|誤って)(?:個人)?(?:情報|データ|もの|項目)?[のを]?(?:処理|行為)?$"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """`parts` as those of a frame; `made` is the clause that names what is given."""

    frame: Frame
    act: str  # give or receive
    says: str  # states, only or never
    parts: dict[str, Part] = field(default_factory=dict)
    verb: str = ""


def deeds(found: Sequence[Frame], sentence: str) -> Iterator[Deed]:
    """The deeds of a sentence, in its order."""
    for frame in found:
        deed = _verb(frame, found, sentence) or _noun(frame) or _facility(frame)
        if deed is not None and not (deed.says == "never" and _of_some(deed, sentence)):
            yield deed


def _of_some(deed: Deed, sentence: str) -> bool:
    """Whether what is denied is a sending of one kind, and not all that is sent."""
    verb = deed.verb.rpartition("な")[2]  # 不要な送信, taken for one word
    front = sentence[: deed.frame.end].rpartition(verb[:2])[0]
    return _OF_SOME.search(front) is not None


def _verb(frame: Frame, found: Sequence[Frame], sentence: str) -> Deed | None:
    gives = frame.act == "give" or frame.verb in _OWN_VERBS
    onto = frame.verb in _LOGS and {"から", "に"} <= set(
        frame.parts
    )  # 端末から甲システムに登録する
    if not (gives or onto or frame.act == "receive") or frame.supposed or frame.made_to:
        return None
    act = "receive" if frame.act == "receive" else "give"
    parts = _with_noun(frame, found)
    if "から" not in parts and "が" not in parts and (who := _subject(frame, found)):
        parts["が"] = who
    return Deed(frame, act, _says(frame, found, sentence), parts, frame.verb)


def _subject(frame: Frame, found: Sequence[Frame]) -> Part | None:
    """甲社が名簿を作って市に送る: who does the one thing, and then the other."""
    before = next((each for each in reversed(found) if each.end <= frame.start), None)
    if before is None or before.of or before.act == "is" or before.passive or before.supposed:
        return None
    return before.parts.get("が")


def _with_noun(frame: Frame, found: Sequence[Frame]) -> dict[str, Part]:
    """Ends that stand in front of a word about the thing: 市から甲社へ対象となる番号を送信する."""
    parts = dict(frame.parts)
    thing = frame.parts.get("を")
    for other in found:
        inner = thing and other is not frame and other.of and other.of in thing.text
        if not inner or other.act or other.end > frame.start:
            continue
        for role in ("から", "に"):
            part = other.parts.get(role)
            if part and (role not in parts or part.end <= other.end):
                parts.setdefault(f"{role}?", part)
    return parts


def _says(frame: Frame, found: Sequence[Frame], sentence: str) -> str:
    """Whether it is denied, by its verb or by that of the clause above, or all that is done."""
    nothing = any(
        other.denied
        and not (other.act or other.supposed)
        and any(p.told is frame for p in _lacking(other))
        for other in found
    )
    behind = sentence[frame.end :]
    if frame.denied or nothing or (frame.of and _NOTHING.match(behind)):
        return "never"
    alone = _ALONE.match(behind) or any(
        part.only and act_of(part.head) in ("give", "receive") for part in frame.parts.values()
    )
    return "only" if alone else "states"


def _lacking(frame: Frame) -> list[Part]:
    """渡す情報はない; of 渡す情報に病名はない only 病名 is not there."""
    said = [frame.parts[role] for role in ("は", "が", "を", "") if role in frame.parts]
    return said or list(frame.parts.values())


def _noun(frame: Frame) -> Deed | None:
    """甲社への名簿の送付; 市からの送信のみ: a deed that no verb tells."""
    value = frame.value
    act = act_of(value.head) if value and frame.act == "is" else ""
    if value is None or act not in ("give", "receive") or frame.supposed:
        return None
    _, of = done(value)
    parts = dict(frame.parts)
    for text, link in of:
        role = {"の": "を"}.get(link, link)
        parts[role] = Part(text, value.start, value.end, text, role)
    says = "never" if frame.denied else "only" if value.only else "states"
    return Deed(frame, act, says, parts, value.head)


def _facility(frame: Frame) -> Deed | None:
    """送信機能は持たない: what cannot be done is not done."""
    if not frame.denied or frame.verb not in _HAS:
        return None
    for role in ("は", "が", "を"):
        part = frame.parts.get(role)
        match = _FACILITY.fullmatch(part.head) if part and part.told is None else None
        named = part and not match and part.told is None and _FACILITY.fullmatch(part.text)
        if part is None or not (match := match or named or None):
            continue
        parts = {each: held for each, held in frame.parts.items() if held is not part}
        if "に" in parts:  # 甲システムに送信機能は持たせない: it would be his
            parts.setdefault("が", parts.pop("に"))
        for text, link in () if named else part.of:
            parts[link if link != "の" else "を"] = Part(text, part.start, part.end, text, link)
        act = "receive" if _TAKES.search(match["act"]) else "give"
        return Deed(frame, act, "never", parts, match["act"])
    return None
