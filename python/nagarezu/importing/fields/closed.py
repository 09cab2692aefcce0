"""Closed worlds in sentences: only these, never those, nobody is known, nobody else does it.

Read from the frames of a sentence, so that the words and their order do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.fields import closed_nobody
from nagarezu.importing.fields.closed_parts import MARKED, Closed, clause_of, taker_of, text_of
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold
from nagarezu.importing.sentences.acts import act_of
from nagarezu.importing.sentences.frames import Frame, frames
from nagarezu.importing.sentences.parts import Part

_ACTS = ("give", "handle", "keep", "view", "receive", "contain")


def read(sentence: str) -> Iterator[Closed]:
    """The statements of a sentence; what is said of a case only, or of a noun, is none."""
    text = _NOWHERE.sub("外部に", _TOWARDS.sub("", sentence))
    found = frames(text)
    for at, frame in enumerate(found):
        if frame.supposed or _limited(frame, found[:at]) or _of_some(frame, found[:at]):
            continue
        if frame.act == "identify" and _WHY.match(text, frame.end):
            continue
        if frame.act == "is":
            yield from (*_is(frame), *(_nameless(frame) if "を" in frame.parts else ()))
        elif frame.act == "identify" or frame.act == "mask":
            yield from closed_nobody.read(frame, found)
        elif frame.act == "leave_out" and not frame.of and not frame.denied:
            yield from _left_out(frame)
        elif frame.act == "entrust" and frame.denied and "対象" in frame.verb:
            yield Closed("never", "handle", "この委託", text_of(frame.part("は", "が")))
        elif frame.denied and frame.verb in _REACHES and not frame.of:
            yield from _reached(frame)
        elif frame.act in ("hand_on", "entrust") or _made_to_work(frame):
            yield from _handed_on(frame)
        elif (
            frame.denied
            and frame.verb in _HOLDS
            and not (frame.of or text[frame.end :][:1] == "か")
        ):
            yield from _lacks(frame)
        elif frame.act in ("give", "view") and not (frame.denied or frame.of):
            yield from (*_stated(frame), *_nameless(frame))
        elif frame.act in _ACTS and (not frame.of or _of_all(frame, found)):
            yield from _denied(frame) if frame.denied else _stated(frame)


# 甲課に対してだけである
_TOWARDS = re.compile(r"に対し(?:て|ての)?(?=(?:のみ|だけ)(?:で|と|だ|に))")
# 保護者のほか、どこにも提供しない: the persons themselves are nobody outside
_PERSON = "(?:本人|保護者|家族|親族|本人又はその(?:家族|保護者|代理人)|本人及び(?:家族|保護者))"
_NOWHERE = re.compile(
    rf"(?:{_PERSON}(?:の?(?:ほか|他)に?は?|以外に?は?|を除き|を除いて)、?)?"
    r"(?:どこ|誰|だれ|いずれの(?:者|機関|団体|ところ)|どの(?:者|機関|団体))(?:へ|に)も"
    r"(?=[^。、]{0,12}な)"
)
_WHY = re.compile(r"(?:ため|ので|ことから|おそれ|恐れ)")  # 番号だけでは分からないため、照会する


def _of_all(frame: Frame, found: tuple[Frame, ...]) -> bool:
    """取り扱わない事務である, 渡すものはない: a clause in front of a noun that says it all."""
    for other in found:
        if other.act == "is" and other.value and other.value.told is frame:
            return True
        if not other.act and any(part.told is frame for part in other.parts.values()):
            return other.denied and frame.denied
    return False


def _limited(frame: Frame, before: tuple[Frame, ...]) -> bool:
    """Whether an exception stands in front: 承諾を得た場合を除き, 得なければ."""
    asked = compiled(rules("closed")["asked"])
    for other in before:
        if other.supposed and not other.of and other.end < frame.end:
            return True
        lacks = other.verb in ("ない", "無い") and not other.of
        if lacks and any(asked.search(part.text) for part in other.parts.values()):
            return True  # 承諾がなければ
        if other.act == "is" and other.denied and not other.of:
            return True  # 製造者でなければ
    return any(asked.search(part.text) for part in frame.parts.values() if not part.topic)


_SOME = re.compile(r"[一-龥]な(?=[一-龥])")


def _of_some(frame: Frame, before: tuple[Frame, ...]) -> bool:
    """根拠のない移転は行わない, 不要な提供をしない: some are not done, and not all."""
    if not frame.denied or frame.act != "give":
        return False
    return bool(_SOME.search(frame.verb)) or any(
        other.of == frame.verb and other.end <= frame.end for other in before
    )


def _left_out(frame: Frame) -> Iterator[Closed]:
    """甲会に渡す名簿は電話番号を除いたものとする, 甲会に渡すデータからは氏名を除く."""
    told = next(
        (
            part.told
            for role in ("は", "から")
            if (part := frame.parts.get(role)) and part.told and part.told.act in _ACTS
        ),
        None,
    )
    what = frame.parts.get("を")
    if told and what and not told.denied:
        who = told.part("に", "が")
        if _identifies(what):
            yield Closed("nobody", "give", text_of(who), told=clause_of(who))
        else:
            yield Closed("never", "give", text_of(who), what.text, told=clause_of(who))


_REACHES = ("及ぶ", "わたる", "出る", "超える", "越える")


def _reached(frame: Frame) -> Iterator[Closed]:
    """提供は口座情報には及ばない: never those; 提供は氏名の範囲を出ない: only those."""
    topic = frame.part("は", "が")
    act = act_of(_nouns(topic)[0]) if topic else ""
    told = topic.told if topic else None
    if (
        topic and told and told.act in _ACTS and not told.denied
    ):  # 乙の取り扱う項目は氏名の範囲を出ない
        who = told.part("に", "で", "が")
        topic, act = Part("", 0, 0, told.verb, of=[(who.text, "に")] if who else []), told.act
    if topic is None or act not in _ACTS:
        yield from _denied(frame) if frame.act in _ACTS else ()
        return
    taker = next((text for text, link in topic.of if link == "に"), "")
    doer = next((text for text, link in topic.of if link == "の"), "") if act != "give" else ""
    reached, within = frame.parts.get("に"), frame.part("を")
    if reached and frame.verb in ("及ぶ", "わたる"):
        yield Closed("never", act, taker or doer, reached.text)
    elif within and frame.verb in ("出る", "超える", "越える"):
        alone = compiled(r"の?(?:範囲|限度|枠)$").sub("", within.text)
        yield Closed("only", act, taker or doer, alone=alone, verb=topic.head)


def _who_and_what(frame: Frame) -> tuple[Part | None, Part | None]:
    """To whom, or by whom, and what; 甲は…を and …は甲が and 甲に…は."""
    taker = frame.part("に", "で") if frame.act != "view" else frame.part("に")
    doer = frame.parts.get("が")
    what = frame.parts.get("を")
    topic = frame.parts.get("は")
    if topic and topic.head == "の" and topic.told and what is None:
        topic = topic.told.part("が") or topic  # 乙が見るのは番号だけで、氏名には触れない
    if frame.act in ("give", "contain") and what is None:
        what, doer = topic or doer, None
        topic = None
    if frame.act == "view" and frame.verb == "触れる":  # 乙は氏名には触れない, 乙の目に触れる
        return (taker, doer) if doer and taker else (doer or topic, what or taker)
    if frame.act == "view" and doer:
        return doer, what or topic
    if what is None:
        what, topic = topic, None
    if taker and (told := taker.told) and MARKED.fullmatch(taker.head):  # 甲社に渡す情報には
        role = f"{told.verb.removesuffix('する')}先" if told.act in ("give", "entrust") else ""
        taker = taker_of(told) or (Part(role, 0, 0, role) if role else None)  # 移転する情報には
    who = taker or (doer if frame.act != "give" else None)
    who = who or (topic if frame.act != "give" else None)
    return who, what


def _giver(frame: Frame, what: Part | None) -> str:
    """Who gives: 乙は…を第三者に渡してはならない says nothing of what is given to 乙.

    計測器から送信する情報には…を含めない, nothing of what others send.
    """
    if frame.act == "contain":
        sent = frame.parts.get("に")
        return text_of(sent.told.parts.get("から")) if sent and sent.told else ""
    if frame.act != "give":
        return ""
    found = [frame.parts.get(role) for role in ("から", "が", "は")]
    # 他団体との連携については: what is done, and nobody
    return next(
        (part.text for part in found if part and part is not what and not act_of(part.head)), ""
    )


_REST = re.compile(
    r"(?:他|ほか|残り)の?[ ]?[\d一二三四五六七八九]{1,2}[ ]?(?:者|社|団体|法人|事業者|か所)"
)


_USED = ("使う", "用いる", "利用", "使用", "活用", "転用", "流用")
_PURPOSE = re.compile(r"(?:使用|利用)?(?:目的|用途|用)|ため")


def _is_purpose(frame: Frame, who: Part) -> bool:
    """Whether 口座振替以外 (の目的)に使わない names for what, and not by whom."""
    for_it = frame.verb in _USED and not frame.made_to
    return for_it or bool(_PURPOSE.fullmatch(who.head) or _PURPOSE.fullmatch(who.text))


def _denied(frame: Frame) -> Iterator[Closed]:
    who, what = _who_and_what(frame)
    if who and who.told and who.told.denied and who.told.act not in _ACTS:
        return  # 権限のない職員は閲覧できない: said of others than those who may
    if who and _REST.fullmatch(fold(who.text)):
        return  # 甲社に限って渡し、他の2者には渡さない: said of 甲社 already
    if who and who is frame.parts.get("に") and _is_purpose(frame, who):
        return  # 振替以外の目的に使わない: for what it is used, and not who has it
    if _identifies(what):
        yield Closed("nobody", frame.act, text_of(who), told=clause_of(who))
        return
    if what and what.told and what.told.act == "contain" and not what.told.denied:
        what = what.told.part("を", "が") or what  # 病名を含む情報は記録しない
    called = what and what.told and what.told.verb in ("いう", "言う")  # 何を借りたかという履歴
    if what and what.told and not called and what.told.act not in ("leave_out", *_ACTS):
        return  # 同意しない者の情報は渡さない
    if who and who.besides:
        if who.text not in ("他", "ほか", "これ", "それ"):
            yield Closed("only", frame.act, what=text_of(what), alone=who.text, verb=frame.verb)
    elif what and what.besides:
        yield Closed("only", frame.act, who=text_of(who), alone=what.text, told=clause_of(who))
    else:
        others = frame.act == "receive" and who is None  # 甲から受け取らない: they may give it
        by = text_of(frame.parts.get("から")) if others else _giver(frame, what)
        more = {"verb": frame.verb, "by": by, "told": clause_of(who)}
        yield Closed("never", frame.act, text_of(who), text_of(what), **more)


_ADDS = ("加える", "追加")  # 氏名のみを新たに加えた says nothing of what was there before


def _stated(frame: Frame) -> Iterator[Closed]:
    """…にのみ渡す, …のみを渡す, …を除いた項目を渡す."""
    who, what = _who_and_what(frame)
    if who and who.only and frame.act in ("give", "view"):
        yield Closed("only", frame.act, what=text_of(what), alone=who.text, verb=frame.verb)
    elif what and what.only and not _by_way(frame) and frame.verb not in _ADDS:
        says = "nobody" if frame.act == "give" and _counted(what) else "only"
        by = text_of(frame.parts.get("から")) if frame.act == "receive" else ""
        yield Closed(says, frame.act, who=text_of(who), alone=what.text, by=by, told=clause_of(who))
    elif what and what.besides:
        yield Closed("never", frame.act, text_of(who), what.text, told=clause_of(who))
    elif what and what.told and what.told.act == "leave_out" and not what.told.denied:
        left = what.told.part("を", "は")
        says = "nobody" if _identifies(left) else "never"
        named = "" if says == "nobody" else text_of(left)
        yield Closed(says, frame.act, text_of(who), named, told=clause_of(who))


def _identifies(part: Part | None) -> bool:
    """個人を特定することができる項目: all by which somebody is known."""
    told = part.told if part else None  # but not 知り得た情報
    knows = told and told.act == "identify" and not told.denied
    if not (knows and told and part):
        return False
    if compiled("識別|特定|判別|割り出|突き止").search(told.verb):
        return True
    known = told.part("が", "を")  # 利用者が分かる情報, だれの回答かが分かる項目
    item = compiled("(?:情報|項目|記録|データ|もの|欄|内容|記載|事項)$").search(part.text)
    return known is not None and bool(item) and closed_nobody.is_somebody(known.text)


_HOLDS = ("入る", "入れる", "ない", "無い", "載る", "載せる", "書く", "見当たる", "存在")


def _lacks(frame: Frame) -> Iterator[Closed]:
    """甲館に送るデータに、利用者が分かる情報は入っていない."""
    if not _identifies(frame.part("は", "が", "を")):
        return
    who = frame.part("に", "で")
    act, told = "contain", who.told if who else None
    if who and told and MARKED.fullmatch(who.head):
        who, act = taker_of(told), told.act or act
    yield Closed("nobody", act, text_of(who), told=clause_of(who))


_WITHIN = re.compile(r"(?:中|内|内部|間|範囲)$")  # 市役所の中で: where, and not by what


def _nameless(frame: Frame) -> Iterator[Closed]:
    """匿名の記録を表示: what is given or shown tells of nobody."""
    who, what = _who_and_what(frame)
    shown = act_of(frame.value.head) if frame.act == "is" and frame.value else frame.act
    if shown in ("give", "view") and what and _NAMELESS.match(what.text):
        yield Closed("nobody", shown, text_of(who), told=clause_of(who))


_NAMELESS = re.compile("(?:匿名|無記名|仮名)(?:化?済み|形式)?の")
_MASKED = re.compile("(?:匿名|仮名)(?:化|のもの|形式|加工)")


def _by_way(frame: Frame) -> bool:
    """Whether only what goes by one way is told of: 紙で渡すのは氏名だけ."""
    way = frame.parts.get("で")
    return frame.act == "give" and way is not None and not _WITHIN.search(way.head)


def _is(frame: Frame) -> Iterator[Closed]:
    """渡すのは氏名だけである, 提供先は甲課以外にない, 項目を2つのみに固定する."""
    value = frame.value
    topic = frame.part("は", "を", "が")
    if value is None or topic is None or frame.denied or _HOW.search(topic.head):
        return
    told, act = topic.told, ""
    who: Part | None = None
    if value.told and value.told.act == "leave_out":  # 氏名を除いた項目に固定する
        left = value.told.part("を", "は")
        who = next((Part(text, 0, 0, text) for text, link in topic.of if link == "に"), None)
        yield Closed("never", "give", text_of(who), text_of(left))
        return
    if told is not None:
        act = told.act or ("view" if told.verb in _LEARNS else "")
        if act not in (*_ACTS, "entrust", "link") or told.denied or _by_way(told):
            return
        who = told.part("に", "で", "が") if act != "view" else told.part("が")
    else:
        act = next((a for noun in _nouns(topic) if (a := act_of(noun))), "")
        who = next((Part(text, 0, 0, text) for text, link in topic.of if link == "に"), None)
    if not act:
        return
    if act == "give" and (_counted(value) or _MASKED.match(value.text)):
        yield Closed("nobody", act, text_of(who), told=clause_of(who))
    elif value.only:
        seen = ("に", "を", "は") if act == "view" else ("を", "は")
        what = text_of(told.part(*seen)) if told else _thing(topic)
        verb = told.verb if told else topic.text
        by = text_of(told.parts.get("から")) if told and act == "receive" else ""
        yield Closed("only", act, text_of(who), what, value.text, verb, by, told=clause_of(who))


_LEARNS = ("知る", "把握")  # 受託者が知り得るのは番号のみ
_HOW = re.compile(r"(?:方法|手段|経路|媒体|場所|時期|期間|手順|回線|環境)$")  # no item, and nobody


def _nouns(part: Part) -> list[str]:
    """外部提供 of 外部提供の相手方, 提供 of 提供先."""
    nouns = [part.head, *(text for text, _ in reversed(part.of))]
    return [compiled(r"(?:先|相手方?|者|項目|情報|の)$").sub("", noun) for noun in nouns]


def _thing(topic: Part) -> str:
    """名簿 of 名簿の提供先."""
    first = topic.of[0] if topic.of else None
    return first[0] if first and first[1] == "の" and not act_of(first[0]) else ""


def _counted(value: Part) -> bool:
    """Whether it is but numbers: 統計, 件数のみ."""
    counted = compiled(rules("closed")["counted"]).search(value.text)
    masked = value.told is not None and value.told.act == "mask"
    return bool(counted or masked)


def _made_to_work(frame: Frame) -> bool:
    """業務を第三者に取り扱わせてはならない: the work, and not what is known of persons."""
    to, what = frame.parts.get("に"), frame.parts.get("を")
    others = to is not None and compiled(rules("closed")["others"]).search(to.text)
    work = what is None or compiled("(?:業務|事務|作業|処理|仕事)(?:の(?:全部|一部))?$").search(
        what.text
    )
    return bool(frame.act == "handle" and frame.made_to and frame.denied and others and work)


def _handed_on(frame: Frame) -> Iterator[Closed]:
    """再委託しない, 他の者に行わせない: not further; いかなる作業も外部に委託しない: not at all."""
    others = compiled(rules("closed")["others"])
    to = frame.parts.get("に")
    further = frame.act == "hand_on" or bool(to and others.search(to.text))
    if frame.denied and further and not any(part.besides for part in frame.parts.values()):
        by = frame.part("が", "は", "に" if frame.act == "hand_on" else "が")
        who = text_of(by) if by and not others.search(by.text) else ""
        yield Closed("myself", frame.act, who)
    elif frame.denied and frame.act == "entrust" and not (frame.of or (to and to.told)):
        what = frame.part("を", "は")
        if what is None or not (what.besides or what.only):
            handled = what.told.part("を") if what and what.told else None
            yield Closed("unentrusted", "entrust", text_of(to), text_of(handled or what))
