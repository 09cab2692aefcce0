"""Where a name begins and ends in a sentence.

Company names hold particles themselves, so a name counts only if its form of company or a word that
ends the names of bodies tells where it begins and where it ends.
"""

from __future__ import annotations

import re

from nagarezu.importing.fields import names
from nagarezu.importing.rules import compiled

ROLE = r"再?(?:委託先|委任先|提供先|結合先|契約先|受託者|受託事業者|受注者|委託事業者|相手方)"
FORM = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社"
    r"|(?:(?:一般|公益|特例)?(?:財団|社団)|特定非営利活動|社会福祉|医療|学校|独立行政|地方独立行政|国立大学)法人"
)
_BODY = re.compile(
    r"(?:組合|連合会|協会|公社|機構|事業団|(?<!データ)センター|会社|事業者|銀行|金庫|大学|病院|会議所|協議会|委員会|自治会"
    r"|町内会|(?:医師|剤師|護師|産婦|[理療衛]士|猟友|商工|振興|育成|青年|婦人|老人|同窓|保存|管理|後援|互助|共済|奉仕|愛護|体育|文化|父母|保護者)会|消防(?:団|本部|局|署)|警察(?:署|本部)|検察庁|刑務所|自衛隊|企業団|公庫|[農漁生]協|(?:整備|運輸|厚生|財務|農政|郵便)局|税務署|保健所|安定所|研究所|診療所|裁判所|年金事務所|法務局|労働局|広域連合|防災組織|関係団体|クラブ|基金|県|府|都|[一-龥ァ-ヶー]社)$"
)
CUT = re.compile(
    r"である|に係る|における|(?<=[^ぁ-ん])(?:は|が|を|に|へ|で)|から|より|、|及び|並びに|(?:得|経|通じ|介し|対し)て|ため(?:に)?(?=[一-龥ァ-ヶ])|(?:する|した|ある|いる|[れせ]る|[れっ]た|行う)(?=[一-龥])"
    r"|(?:システム|サーバー?|サービス|台帳|計算機|端末)と(?=[一-龥ァ-ヶ])"  # 甲システムと|乙社の丙
    rf"|[はがをにへでもただ](?={FORM.pattern})"
)
SAME = re.compile(
    r"(?:同(?:社|法人|組合|協会|機構|者|公社|センター)|(?:再?受託|委託|提供|当該|各)(?:者|事業者|先|業者)|相手方)$"
)
_CERTIFIED = re.compile(  # プライバシーマーク付与事業者 says what a firm is, not which
    r"(?:付与|認定|認証|取得|登録|指定|優良|許可|専門|専業)(?:事業者|業者|会社)$"
)
_WITH_MARKS = re.compile(r"[①-⑳⑴-⒇]|から.{1,6}まで$")  # 医療法人甲 ①から③まで
_GOES_ON = re.compile(r"[^ぁ-ん](?:が|は)(?=[^ぁ-ん])")  # 株式会社甲ネットがインターネット上
_PARTICLE = re.compile(r"[はがをにへ、。]|から|より")


def names_company(text: str) -> bool:
    """Whether a form of company stands anywhere in the words."""
    return bool(FORM.search(text))


def names_before(plain: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The name that ends here, and those that are counted up in front of it."""
    found: list[tuple[int, int]] = []
    while True:
        begins = [start, *(start + cut.end() for cut in CUT.finditer(plain[start:stop]))]
        valid = [first for first in begins if first < stop and is_name(plain[first:stop])]
        if not valid:
            return found[::-1]
        leading = [first for first in valid if FORM.match(plain, first)]
        first = leading[0] if leading else valid[-1]  # 印刷は|甲乙株式会社: the last cut
        found.append((first, stop))
        between = compiled(r"(?<!は)(?<!が)(?<!も)(?<!に)(?<!で)(?:及び|並びに|、)$").search(
            plain[start:first]
        )
        if not between:
            return found[::-1]
        stop = start + between.start()


def from_its_form(text: str) -> list[tuple[int, int]]:
    """The name at the end of words that no cut parts from it: 経緯|一般財団法人甲センター."""
    starts = [form.start() for form in FORM.finditer(text)][-1:]
    return [(start, len(text)) for start in starts if is_name(text[start:])]


_VERBS = re.compile(r"(?:する|した|している|である|行う|受けた|担う)(?=[^\s、。]{4,40}$)")


def behind_a_verb(text: str) -> list[tuple[int, int]]:
    """The name at the end of words that a verb in front of a kana parts: 再委託する|みどり社."""
    ends = [verb.end() for verb in _VERBS.finditer(text)]
    return [(start, len(text)) for start in ends[-1:] if is_name(text[start:])]


_ANY_OF_THEM = re.compile(  # 別の会社, 市外の印刷業者: nobody by name
    r"(?:別|他|ほか|外|よそ|第三|[市区町村県]外|[市区町村県]内|民間|下請け?|孫請け?|協力|関連|系列|専門|地元|複数|同業|親|子|グループ)の?"
    r"(?:印刷|運送|警備|清掃|情報処理|入力|配送)?(?:会社|業者|事業者|企業|団体|法人|機関|者)"
)


def is_name(text: str) -> bool:
    """Words that a form of company or the end of a body's name makes a name."""
    if not 2 <= len(text) <= 60 or compiled(r"[、。を]").search(text) or SAME.fullmatch(text):
        return False
    if _CERTIFIED.search(text) or _WITH_MARKS.search(text) or _ANY_OF_THEM.fullmatch(text):
        return False
    if compiled(
        r"(?:次|以下|下記)の|及び|並びに|又は|との(?:契約|協定)|により|[がを](?:提供|運営|管理|開発|行)|する|した|である|(?<=[うくすつぬむる])のは|(?:のみ|だけ)$"
    ).search(
        text,
    ):
        return False
    forms = list(FORM.finditer(text))
    if forms and _GOES_ON.search(text):
        return False
    if forms:
        first = forms[0]
        alone = len(forms) == 1 and len(text) > len(first.group())
        return alone and (first.start() == 0 or first.end() == len(text))
    if names.known(names.written(text)):
        return True
    body = _BODY.search(text)
    return bool(body and body.start()) and not _PARTICLE.search(text)


def refers_back(words: str) -> bool:
    """同社, 受託者: who was named last."""
    return bool(SAME.fullmatch(words))
