"""Names in the cells of an assessment: systems, firms, sections, as they stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields import names
from nagarezu.importing.fields.options import marked
from nagarezu.importing.form.assessment.form import Line
from nagarezu.importing.form.assessment.labels import is_away, is_none
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, outside_brackets, tidy, without_brackets

ORGANISATION = (
    r"[^、。，,()（）「」\s：:をにはがもとの]{0,30}(?:株式会社|有限会社|合[同資名]会社|[社財]団法人|法人|協会"
    r"|連合会|機構|組合|センター|㈱|\(株\)|（株）)[^、。，,()（）「」\s：:をにはがもと]{0,30}"
)
_PLACE_END = re.compile(r"(?:課|係|室|部|局|所|館|園|センター|校|担当|支援班|グループ)$")
_PURPOSE = re.compile(r"(?:の?項(?:番)?|号|条)[ 　]+(?P<name>\S{2,30})$")
_NEXT_SYSTEM = re.compile(
    r"(?:(?<=システム)|(?<=サーバー)|(?<=サーバ)|(?<=端末))[ 　]+(?=[^ 　(（])"
)
# 中間サーバー ・ソフトウェア is one name, whatever spaces stand in it
_PRODUCT = re.compile(r"(サーバー?)[ 　]*・[ 　]*(?=ソフトウェア|プラットフォーム|コネクタ)")
_SYSTEM = r"(?:システム|サーバー?|ネット|台帳|基盤|CS|センター)(?:等|\(.*)?$"
_BOX = re.compile(r"[\[［【〔][ 　]*[○〇◯●]?[ 　]*[\]］】〕]|[□☐■☑]")


_CROSSED = re.compile(r"[-－―ー−×✕]")  # －宛名システム: it is not linked


def is_system(label: str) -> bool:
    """甲システム, 乙台帳: a name that ends as those of systems do."""
    return bool(compiled(_SYSTEM).search(fold(label)))


def boxed(value: Passage) -> bool:
    """Whether a cell prints boxes to tick."""
    return bool(_BOX.search(value.text))


def unboxed(value: Passage) -> list[Passage]:
    """庁内連携システム、宛名システム等: a digest names the linked systems and prints no boxes."""
    if boxed(value):
        return []
    spans = [match.span() for match in compiled(r"[^、，\n○〇◯・ 　]+").finditer(value.text)]
    parts = [value.part(*span) for span in spans]
    named = [part for part in parts if compiled(_SYSTEM).search(_of_other(fold(part.text)))]
    return [part for part in named if not _CROSSED.match(part.text)]


def _of_other(text: str) -> str:
    """甲システム of その他（甲システム）."""
    found = compiled(r"その他\((?P<name>[^()]+)\)").fullmatch(text)
    return found["name"] if found else text


def owner(builder: Builder, label: str) -> str:
    """甲社 of 甲社のデータセンター: the one whose place it is, if he is known."""
    plain = key(label)
    found = [pair for pair in builder.names() if plain.startswith(f"{pair[0]}の")]
    return max(found, default=("", ""))[1]


_WIDE = re.compile(r"(?<=[^\s　])(?:　{2,}|[ 　]{3,}|\t)(?=\S)")


def each_company(value: Passage, tier: int) -> list[names.Name]:
    """The names of a cell; two firms that only a space parts are two."""
    wide = _WIDE.search(value.text)
    if wide and compiled(ORGANISATION).search(value.text[: wide.start()]):
        rest = value.text[wide.end() :]
        if not compiled(ORGANISATION).search(rest):  # 甲株式会社　　機器の監視
            value = value.part(0, wide.start())
    parts = [match.span() for match in compiled(r"[^ 　\n]+").finditer(value.text)]
    if len(parts) > 1 and all(compiled(ORGANISATION).search(value.text[a:b]) for a, b in parts):
        return [name for span in parts for name in names.partners(value.part(*span), tier)]
    return names.partners(value, tier)


def system_names(value: Passage) -> list[str]:
    """The system of a row; a row may name several, by commas or by numbers."""
    printed = _ANGLED.sub("", _PRODUCT.sub(r"\1・", value.part(_numbered(value)).text))
    spaced = _NEXT_SYSTEM.sub("、", "、".join(_bare(printed)))
    first = compiled(r"[。]").split(without_brackets(tidy(spaced)))[0]
    if compiled(r"[をはが](?!ん)[^、]{6,}").search(
        first
    ):  # a sentence about it stands in the cell too
        first = compiled(r"[。]").split(without_brackets(tidy(_bare(printed)[0])))[0]
    found = [names.written(part) for part in parts(first)]
    named = [name for name in found if compiled(r"[^\W\d_]{2}").search(name)]
    return [name for name in named if not is_none(name) and not is_away(name)]


def _bare(printed: str) -> list[str]:
    """ア　甲システム: the lines without the marks that count them."""
    return [_LETTER.sub("", line) for line in printed.split("\n")]


_ROW_NUMBER = re.compile(r"[ ]*(?P<number>\d{1,2})(?:[. :、)]+|(?=[^\d\s]))")


def uncounted(line: Line) -> Passage:
    """1 甲システム | 2 乙システム in the rows of a column: a name without the number of its row."""
    match = _ROW_NUMBER.match(fold(line.value.text))
    row = line.block.rpartition(".")[2]
    return line.value.part(match.end()) if match and match["number"] == row else line.value


_AND = re.compile(r"(?:(?<=システム)|(?<=サーバー)|(?<=サーバ)|(?<=基盤)|(?<=台帳))(?:及び|並びに)")
_NUMBER = re.compile(r"^(?:[①-⑳・]|[(（]?\d{1,2}[)）.．])[ 　]*")
_LETTER = re.compile(r"^[ 　]*(?:[(（][ア-ン][)）]|[ア-ン](?:[)）.．]|[ 　]+))[ 　]*(?=\S{2})")
_ANGLED = re.compile(r"[ 　]*[<＜〈《][^<>＜＞〈〉《》]*[>＞〉》]")  # 甲システム <甲ファイルを記録>

_ALONE = re.compile(
    r"(?:[・○●]|[①-⑳]|\(?\d{1,2}[).]?)?[ ]*[^\s、。:はがをに]{2,24}(?:システム|サーバー?|台帳|基盤)"
)
_RECORDS = re.compile(  # 甲システムに記録し、番号は乙システムで管理する
    r"(?P<name>[^\s、。・「」()はがをにへでの]{0,24}(?:システム|サーバー?|台帳|基盤|データベース))"
    r"(?:に(?!つ|対|よ|関|係)|で(?!は?な)|を(?=使|用|利用))[^。]{0,12}?(?:記録|登録|管理|保[存管]|入力|保持|処理|蓄積|使|用い|利用)"
)


_BELOW = re.compile(  # ・甲システム　　申請の登録, (a) 乙システム
    r"^(?:[・○●■◆]|[①-⑳]|[(（［\[]?[0-9０-９a-zア-ン]{1,2}[)）］\].．])?[ 　]*"
    r"(?P<name>[^\s、。:：()（）はがをに]{2,24}(?:システム|サーバー?|台帳|基盤))(?=$|[ 　:：(（])"
)
_SYSTEMS = re.compile(r"システム(?:の(?:名称|概要|一覧|構成))?$")


def systems_below(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """The systems on lines of their own below 2 使用するシステム, where no label names one."""
    for line in lines:
        if line.label is None and line.part in ("Ⅰ", "Ⅱ") and _SYSTEMS.search(line.section):
            text = line.row.filled[0].text if line.row.filled else ""
            found = _BELOW.match(text) if fold(tidy(text)) != line.section else None
            for label in system_names(Passage(found["name"])) if found else ():
                yield line, label


def systems_told(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """The systems in which sentences say that information is recorded."""
    for line in lines:
        told = [line.value.part(*m.span("name")) for m in _RECORDS.finditer(fold(line.value.text))]
        bare = [each.part(_numbered(each)) for each in line.value.lines()]
        alone = [each for each in bare if _ALONE.fullmatch(fold(each.text).strip())]
        listed = [  # ・甲システム　　券の発行
            each.part(*match.span("name"))
            for each in bare
            if each not in alone and "。" not in each.text and (match := _BELOW.match(each.text))
        ]
        for each in told + alone + listed:
            for label in system_names(each):
                yield line, label


def _numbered(line: Passage) -> int:
    """Where the name begins behind システム1, the number of the form, or behind 名称."""
    match = compiled(r"(?:システム[ ]?\d{1,2}[ :]+)?(?:名称[ :]+)?").match(fold(line.text))
    return match.end() if match else 0


_BARE = re.compile(r"^(?P<number>\d{1,2})[ 　]*(?=[^\d\s])")  # 1 甲システム、2 乙システム


def parts(text: str) -> list[str]:
    """The names that commas part, without numbers in front."""
    found = outside_brackets(text, "、，,／")
    found = [_NUMBER.sub("", piece.strip()) for part in found for piece in _AND.split(part)]
    counted = [_BARE.match(part) for part in found]
    if all(match and match["number"] == str(n) for n, match in enumerate(counted, 1)):
        return [part[match.end() :] for part, match in zip(found, counted, strict=True) if match]
    return found


def behind_law(value: Passage) -> Passage:
    """番号法第9条第1項 別表の100の項 介護保険課: the name that stands behind the law item."""
    match = _PURPOSE.search(value.text)
    return value.part(match.start("name"), match.end("name")) if match else value


def sections_of(passage: Passage) -> list[str]:
    """健康づくり課 保健センター: names of sections stand side by side or on lines.

    ・ parts them only where both parts are names of sections: 子ども・子育て支援課 is one. Of boxes
    only the ticked ones are named; what stands beside a name and is none says what it is for.
    """
    parts: list[str] = []
    ticked = (
        "、".join(option.text for option in marked(passage)) if boxed(passage) else passage.text
    )
    for piece in compiled(r"[、，,／/]+|(?<=課)及び").split(without_brackets(fold(ticked)).strip()):
        beside = piece.split()
        if len(beside) > 1 and _PLACE_END.search(beside[0]):
            beside = [
                each for each in beside if _PLACE_END.search(each) or not _PURPOSE_OF.search(each)
            ]
        for part in beside:
            dotted = part.split("・")
            parts.extend(dotted if all(_PLACE_END.search(each) for each in dotted) else [part])
    return [
        names.written(part)
        for part in parts
        if len(part) >= 2 and not part.isdigit() and not is_away(part)
    ]


_PURPOSE_OF = re.compile(  # 住宅課 家賃の減免, 料金課 納付の状況の確認のため
    r"の|[をにはが]|(?:事務|業務|支給|給付|交付|減免|免除|受付|管理|決定|算定|賦課|徴収|把握|確認|審査|認定|調査"
    r"|作成|実施|通知|収納|発送|送付|登録|判定|支援|相談|発行|徴収|更新|照合|突合|ため|こと|情報|項目|データ)$"
)
