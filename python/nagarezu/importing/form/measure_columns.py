"""Which column of a table of measures holds what: sides, marks, partners, numbers, matters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from nagarezu.importing.fields import safeguards
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import key, tidy, without_brackets

_SENTENCE = re.compile(r"(?:。|[るすいうくむぶつぬ]|こと|した|せる|ます|ません)[)）]?$")
_OF_MEASURES = re.compile(
    r"(?:対策|措置|こと|^方法|(?:保護|管理|確保|防止|保全|安全|取り?扱い?|対応)(?:する|の)?方法|確認(?:する)?(?:項目|事項)|講じる内容)(?:の?(?:内容|概要|項目))?$"
)
_WAY = re.compile(
    r"(?:受け?渡し?|引き?渡し?|提供|送付|送信|入手|収集|結合|移転|搬送)の?(?:方法|内容|概要)$"
)
_ACTOR = re.compile(
    r"^(?:実施者|(?:実施|対象)?主体|講(?:じ|ず)る者|誰が|担い手|当事者|立場)$|^区分$|^対象$"
)
# a head that leaves no doubt, whatever the own side is called: 行う者 above 企業団, 提供先
_SURE_ACTOR = re.compile(
    r"^(?:(?:措置|対策)を)?(?:行う|行なう|実施する|講(?:じ|ず)る|とる|取る|担う)(?:者|側|主体|もの)$"
)
_CONTENT = re.compile(r"^(?:具体的な?|講(?:じ|ず)る|点検|確認|チェック)?の?(?:内容|事項|項目)$")
_LAYER_HEAD = re.compile(r"^(?:措置|対策)?の?(?:区分|種別|分類|種類|層|面|観点|性質)$")
_PARTNER = re.compile(r"(?:提供|委託|移転|委任|結合|受託|接続)(?:先|者|の相手方)|相手方|受託事業者")
_FURTHER = re.compile(r"再々?(?:委託|受託)|下請")
_LAYER = re.compile(
    r"^【?(?:運用|システム|技術|物理|組織|人)(?:的|上|面|に関する)?[のな]?(?:安全管理)?(?:対策|措置)?】?$"
)
_DEEDS = re.compile(  # a measure in a word or two: 協定の遵守、施錠保管
    r"(?:遵守|締結|提出|保管|保存|返却|返還|消去|削除|廃棄|裁断|施錠|報告|届出|制限|限定|管理|分離|遮断"
    r"|暗号化|認証|記録|研修|教育|点検|検査|監査|立会い?|禁止|設定|確認)$"
)
_NUMBER = re.compile(r"^(?:番号|no\.?|№|項番|順|連番)$")
_MATTER = re.compile(
    r"(?:登録|届出|整理|事務|業務|ファイル|簿冊)(?:番号|no\.?|№)$|(?:事務|業務|ファイル|台帳)(?:の?名称?)?$"
)
_NOTHING = re.compile(r"^[ー－―—–-]$|^(?:特に)?なし$")  # a place in which no measure stands
MARK = re.compile(r"^(?:[○◯〇●◎✓✔☑レ×✕ー－―—–-])(?=$|[ 　（(])")

IsOwn = Callable[[str], bool | None]


_IN_ORDER = re.compile(r"^(?:順(?:序|番)?|手順|工程|段階|ステップ|時期|時|年月日?|月日|流れ)$")


def tells_steps(heads: Iterable[str]) -> bool:
    """順 | 行う者 | 内容: who does what, one after the other, is no table of measures."""
    return any(_IN_ORDER.match(key(without_brackets(head))) for head in heads)


@dataclass(slots=True)
class Columns:
    """Which column holds what."""

    sides: dict[int, str] = field(default_factory=dict)  # of measures or marks of one party
    measure: int = -1  # for whoever another column names
    actor: int = -1
    partner: int = -1
    number: int = -1
    layer: int = -1  # 運用面, システム面
    matter: int = -1
    marks: list[int] = field(default_factory=list)


def columns(heads: Sequence[str], body: Sequence[Sequence[Passage]], is_own: IsOwn) -> Columns:
    found = Columns()
    beside = [key(head) for head in heads if head]
    only = len(beside) > 1 and all(map(_of_measures, beside))  # nothing for marks to stand beside
    for at, head in enumerate(heads):
        plain = key(head)
        cells = [tidy(row[at].text) for row in body if row[at]]
        told = [text for text in cells if not _NOTHING.match(text)]
        sentences = _most(told, _is_sentence)
        if only and cells and not told and is_own(head) is not None:
            found.sides[at] = head  # 委託先に行わせる措置 above ―
        elif cells and _most(cells, lambda text: bool(MARK.match(text)), share=0.9):
            found.marks.append(at)
            if is_own(head) is not None:
                found.sides[at] = head
        elif _NUMBER.match(plain):
            if found.number >= 0 and found.matter < 0:
                found.matter = found.number  # No. | 区分 | 番号: of the file, and of the measure
            found.number = at
        elif _MATTER.search(plain) and not sentences and found.matter < 0:
            found.matter = at
        elif (sentences or _are_deeds(plain, told)) and is_own(head) is not None:
            found.sides[at] = head
        elif sentences and _of_measures(plain) and found.measure < 0:
            found.measure = at
        elif found.layer < 0 and _LAYER_HEAD.match(plain) and _most(cells, _tells_layer, share=0.9):
            found.layer = at
        elif _SURE_ACTOR.match(plain) or (
            _ACTOR.match(plain) and _most(cells, lambda text: is_own(text) is not None)
        ):
            found.actor = at
        elif _most(cells, lambda text: bool(_LAYER.match(text)), share=0.9):
            found.layer = at
        elif found.partner >= 0 and _FURTHER.search(plain):
            continue  # beside 委託先, 再委託先 names nobody whose measures these are
        elif not sentences and (
            _PARTNER.search(plain) or _most(cells, lambda x: is_own(x) is False)
        ):
            found.partner = at
    _opposite(found, heads, body, is_own)
    if found.measure < 0 and not found.sides and (found.actor >= 0 or found.layer >= 0):
        found.measure = _of_content(heads, body)
    if found.measure < 0 and len(found.sides) > 1 and set(found.sides) <= set(found.marks):
        found.measure = _beside_marks(heads, body, found)
    if found.sides and found.partner < 0:  # beside two columns of sides it is for whom they are
        found.partner = found.actor
    return found


# 病院が行うもの, 委員会が講ずる措置
_DOES = re.compile(
    r"^[^。、]{2,16}が(?:自ら)?(?:行う|講[じず]る|とる|取る|実施する)(?:もの|こと|事項|措置|対策)$"
)


def _opposite(
    found: Columns, heads: Sequence[str], body: Sequence[Sequence[Passage]], is_own: IsOwn
) -> None:
    """Beside a column of what the partner must do, what somebody else does is the own side's."""
    if not any(is_own(head) is False for head in found.sides.values()):
        return
    for at, head in enumerate(heads):
        cells = [tidy(row[at].text) for row in body if row[at]]
        free = at not in found.sides and is_own(head) is None
        if free and _DOES.match(key(without_brackets(head))) and _most(cells, _is_sentence):
            found.sides[at] = head
            found.measure = -1 if found.measure == at else found.measure


def _of_content(heads: Sequence[str], body: Sequence[Sequence[Passage]]) -> int:
    """行う者 | 区分 | 内容: the sentences beside who does it are the measures."""
    for at, head in enumerate(heads):
        cells = [tidy(row[at].text) for row in body if row[at]]
        if _CONTENT.match(key(head)) and _most(cells, lambda text: text.endswith("。")):
            return at
    return -1


def _is_sentence(text: str) -> bool:
    """Whether it ends as a sentence does outside of brackets: 甲社（承諾済みとした。） is none."""
    plain = without_brackets(text).strip() or text
    return len(plain) > _NAME and bool(_SENTENCE.search(plain))


_NAME = 5  # characters: anything shorter is none


def _beside_marks(heads: Sequence[str], body: Sequence[Sequence[Passage]], found: Columns) -> int:
    """点検した事項 | 市 | 委託先: what both sides have marks for, whatever its head is."""
    taken = {*found.marks, found.actor, found.partner, found.number, found.layer, found.matter}
    for at in range(len(heads)):
        cells = [tidy(row[at].text) for row in body if row[at]]
        if at not in taken and _most(cells, lambda text: bool(_SENTENCE.search(text))):
            return at
    return -1


def is_layer(text: str) -> bool:
    """運用上の対策 and nothing else."""
    return bool(_LAYER.match(key(text)))


def _tells_layer(text: str) -> bool:
    return safeguards.layer_of(text) != "unspecified"


def _of_measures(head: str) -> bool:
    return bool(_OF_MEASURES.search(head)) and not _WAY.search(head)


def _are_deeds(head: str, cells: Sequence[str]) -> bool:
    return _of_measures(head) and _most(cells, lambda text: bool(_DEEDS.search(text)))


def _most(cells: Sequence[str], holds: Callable[[str], bool], share: float = 0.6) -> bool:
    return bool(cells) and sum(map(holds, cells)) >= share * len(cells)
