"""Statements that are about less than a list: an exception to it, what they name, one group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.claims import Statement, parts
from nagarezu.importing.fields.closed_parts import Closed
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key


def is_exception(each: Said, what: str) -> bool:
    """ただし、甲社には電話番号を渡さない: it limits the list that stands in front of it."""
    names = [key(name) for name in parts(what)]
    there = key(each.before)
    return each.text.startswith("ただし") and bool(names) and all(n in there for n in names)


_REPORT = re.compile(r"(?:報告書?|日報|月報|集計表|通知書?|掲示物?|案内|表示)(?:に|には|の中に)")


def of_report(each: Said) -> bool:
    """利用状況の報告に…情報を含めない: what comes back says nothing of what was handed over."""
    return bool(_REPORT.search(each.text))


@cache
def _log() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[。、])[^。、を]{{0,24}}?{rules('closed')['logs']}"
        r"(?:に(?!基づ|より|よって|よる|従|関|係|つい|応じ|代え|当た|際)|は|の(?:項目|内容|欄|記載)|で)"
    )


_BY_WORD = re.compile(
    r"(?:電話|口頭|窓口)(?:で|に)は|(?:のみ|だけ)(?:を|で)?、?(?:書き留|聞|尋|問わ|答え|名乗|述べ|読み上げ)"
)


def of_log(sentence: str) -> bool:
    """問合せの記録には番号だけを書かせる, 電話では番号だけを聞く: not all that somebody has."""
    text = fold(sentence)
    return bool(_log().search(text) or _BY_WORD.search(text))


_THING = re.compile(
    r"(?:端末|機器|スマートフォン|タブレット|携帯電話|パソコン|装置|メモリ|カメラ|封筒|袋|名札|荷札|伝票|ラベル|手帳|日誌|付箋)$"
)
_PUT_IN = re.compile(r"入力|保存|登録|記録|格納|記入|記載|残す|書く|書き込む|書込み|貼る|載せる")


def into_thing(builder: Builder, told: Closed) -> bool:
    """車載の端末に氏名を入力させない: of that machine, whatever else its keeper has."""
    put = _THING.search(key(told.who)) and _PUT_IN.fullmatch(told.verb)
    return bool(put) and not (parties.within(builder, told.who) or parties.find(builder, told.who))


_SENT = re.compile(r"送信|渡[しす]|送[るっ]|提供|引き?渡")
_GOT = re.compile(r"受信|受け?取|受領|取得|取り?込")
_GETS = re.compile(
    r"(?:から|より)[^。]{0,40}?(?:受信|受け?取|受領|取得|取り?込)(?!\w{0,6}(?:ない|ませ))"
)
_GIVES = re.compile(r"(?:へ|に)[^。]{0,40}?(?:送信|渡|送[るり]|提供)(?!\w{0,6}(?:ない|ませ))")


_SIDE = re.compile(
    r"(?:^|[、。)）\s])(?P<who>[^、。はがをに()（）\s]{1,24}?)(?:から)?[はが]、?"
    r"(?:[^。はが]*?のは)?[^。はが]*?(?:のみ|だけ|に限[っりるら定]|にとどめ)"
)


def of_each_side(builder: Builder, each: Said) -> bool:
    """町は番号のみを送り、相手は日時のみを送る: what the partner has is both together."""
    sides = [parties.is_own(builder, told["who"]) for told in _SIDE.finditer(each.text)]
    return len(set(sides)) > 1 and bool(_SENT.search(each.text))


def of_direction(builder: Builder, each: Said, holders: Sequence[str]) -> bool:
    """送信するのは番号だけで、日時を受信する: the list of a link that goes both ways has both."""
    if of_each_side(builder, each):
        return True
    linked = [
        flow for flow in builder.of_matter("flows", each.matter) if flow["relation"] == "link"
    ]
    out = [flow for flow in linked if set(holders) & set(flow.get("to", ()))]
    if not out or len(holders) != 1:
        return False
    sends, gets = _SENT.search(each.text), _GOT.search(each.text)
    first = sends if sends and not (gets and gets.start() < sends.start()) else gets
    if first is None:
        return False
    lists = {id_ for flow in out for id_ in flow.get("lists", ())}
    back = [{*flow.get("lists", ())} for flow in linked if flow.get("from") in holders]
    if back:
        return any(lists & theirs for theirs in back)  # and none has a list of its own
    other = _GETS if first is sends else _GIVES
    return bool(other.search(each.before + each.text[first.end() :] + each.after))


_THESE = re.compile(
    r"(?:は|には)、?(?P<items>[^。は]{2,80}?)(?:のみ|だけ)?"
    r"(?<!たもの)(?<!るもの)(?:であり|のため|とし|で)、"  # 遠くから写したものであり names no item
    r"(?:これ|それ)(?:ら)?(?:のみ|だけ)?(?:により|から|では|によって|で)"
)


def of_these(each: Said) -> bool:
    """日時及び言語の別であり、これにより…特定できない: of what is named there, and of no list."""
    told = _THESE.search(each.text)
    return bool(told) and not any(
        _identifies(name) for name in parts(told["items"] if told else "")
    )


def _identifies(label: str) -> bool:
    return bool(set(meaning(label).classes) & {*rules("claims")["identifying"], "OI"})


_PASSWORD = re.compile(
    r"パスワード|暗証|パスコード|PIN|合言葉|英数字|文字列|[0-9一二三四五六七八九十]+(?:桁|文字|けた)|推測"
)
_USED = re.compile(r"使|用い|利用|含|設定|登録|入れ|充て|採|選|与え|許|認")


def of_password(each: Said, verb: str) -> bool:
    """生年月日や電話番号は使わせない: of what a password is made, and of no list."""
    kept = compiled("登録|含|入れ").match(verb)  # 口座は登録しない, behind a sentence on passwords
    front = "" if kept else each.before[-80:]
    return bool(_USED.match(verb)) and bool(_PASSWORD.search(fold(front + each.text)))


_BY_NUMBER = re.compile(r"(?:番号|符号|記号|コード|ID|ＩＤ)(?:だけ|のみ)(?:では|からは|によっては)")
_ABOUT_GROUP = re.compile(
    r"^[^、。]{0,3}?(?P<group>[^、。はが]{2,24}?)(?:については|に関しては|については?、|は、)"
)


def of_group(builder: Builder, each: Said) -> bool:
    """一般の利用者については: of a group of the lists that has nothing by which one is known."""
    told = _ABOUT_GROUP.search(each.text)
    if told is None:
        return False
    group = key(told["group"])
    for one in builder.of_matter("lists", each.matter):
        for entry in one["entries"]:
            if "item" not in entry and group.endswith(key(entry["label"])):
                below = f"{entry['position']}."
                inner = [e for e in one["entries"] if str(e["position"]).startswith(below)]
                return not any(_identifies(e["label"]) for e in inner)
    return False


_COPY = re.compile(  # what is kept of the work, shown for practice, or reported back
    r"(?:操作|アクセス|接続|通信|ログイン|閲覧)の?(?:履歴|記録|ログ)(?:の内容)?[にはか]"
    r"|(?:研修|訓練|試験|練習|見本|デモ|テスト)(?:用|の)[^、。]{0,12}[にはで]"
    r"|報告(?:書|内容)?(?:に|は|の中|で)|(?:控え|控書|控票|メモ|下書き)(?:に|は|の中|で|から)"
)


def of_copy(each: Said) -> bool:
    """操作の履歴に個人を特定できる情報は含まれない: of what is made beside the list."""
    return bool(_COPY.search(each.text))


def is_less(builder: Builder, statement: Statement, each: Said) -> bool:
    """Whether a statement that something is never there is about less than a list."""
    if statement.items:
        return of_log(each.text) or is_exception(each, "、".join(statement.items))
    less = _BY_NUMBER.search(each.text) or of_copy(each)
    less = less or of_these(each) or of_group(builder, each)
    return not statement.storage and bool(less)
