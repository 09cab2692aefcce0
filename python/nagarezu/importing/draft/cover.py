"""What a document says of itself: title, body, procedure, basis, municipality."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence, merged
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_PLACE = re.compile(
    r"(?:(?<![一-龥ヶ々])|(?<=\d[回日号]))(?!(?<=\d)[回日号])(?P<name>[一-龥ヶケ々]{1,5}?(?:区|市|町|村)|(?<![ぁ-んァ-ヶー])[一-龥ぁ-んァ-ヶー]{2,6}?(?:区|市|町|村))"
    r"(?=個人情報|情報公開|情報セキュリティ|特定個人|番号条例|長[ 　]|長$|長殿|議"
    r"会|教育委員会|コンピュータ|自治体|に住民|に住所|内に住所|の住民|に本籍|に戸"
    r"籍|における|の|が|は|に|住民|コミュニティ|役所|役場|上?下?水道|病院事業|消防[本署局長]|監査委員|農業委員会|選挙管理"
    r"|立(?:小|中|図書|病院|保育|認定|幼|総合|博|美|体育|文化|公民|児童))"
)
_MAY_BE_PLACE = re.compile("[区市町村]")
_NO_NAME = re.compile(
    r"(?:市区町村|区市町村|^他|^各|^全|^本|^当|は[区市町村]$|^地区|都市|[にをがへ][区市町村]$|^同|^構成|^関係|^近隣|^隣接|^周辺|学区|特別区|地区$|[街工管特鉱]区$|(?:選挙|行政)区$|^市町|^町|^区|^市|(?:あたり|当たり|際し|おいて|より|及び|範囲|対象|基準|区域|あらかじめ|かならず|ただちに|すみやかに|ともに|ただし|それぞれ|いずれも|毎月|毎年|機関)[区市町村]$|[ぁ-ん][本当][区市町村]$|基づく[区市町村]$"
    r"|^(?:総務|企画|財[政務]|税務|市民|住民|町民|福祉|保健|健康|環境|建設|教育|都市)[^市区町村]{0,6}[部局課][区市町村]$)"
)
_BODY = re.compile(
    r"^(?P<body>[^ 　\t、。]{2,40}?(?:審議会|審査会|運営会議|委員会|協議会|審議委員会"
    r"|(?:管理|調整|保護|適正化|検討|審査)会議))"
)
_LISTS_SHEET = re.compile(
    r"(?:第?[0-9]{1,2}号?(?:個?票|様式|調書)|(?:個?票|様式|調書|別[紙添表]|資料)[0-9])"
)
_PROCEDURES = (
    ("submission", "付議"),
    ("answer", "答申"),
    ("report", "【報告】"),
    ("consultation", "【諮問】"),
)
_ARTICLE = re.compile(
    r"(?:◇|◆|○|・|^|[ 　])(?P<article>第[ ]?\d+[ ]?条(?:の\d+)?(?:第[ ]?\d+[ ]?項)?"
    r"(?:第[ ]?\d+[ ]?号)?(?:[(（][^()（）]{1,60}[)）])?)"
)
_APPROVAL = re.compile(
    r"(?P<label>(?:平成|令和|昭和)[ ]?(?:元|\d{1,2})[ ]?年(?P<fiscal>度)?[ ]?第[ ]?"
    r"\d{1,2}[ ]?回)(?P<tail>[^、。()（）]{0,28}?(?:了承|承認|報告|付議)(?:済み?|"
    r"事項|済)?)"
)
_EMPHASIS = re.compile(r"(?:太|下線|赤字|赤色|網掛)[^。]{0,40}(?:変更|追加|修正)")


_FIRST = 4  # rows in which a paper names the council before which it comes
_OF_COUNCIL = re.compile(
    r"^(?:[(（【].{0,8}[)）】])?(?P<name>[^\s、。,0-9０-９（(「]{1,8}?[市区町村])(?![市区町村])"
    r"[^。、]{0,24}(?:審議|審査|運営|協議|懇談|検討|評価|諮問|点検|委員)[^。、]{0,6}会"
)


_LABEL = re.compile(  # 提出先　甲市審査会: whoever tidies it, loses where the name begins
    r"^[ 　]*(?:(?:評価)?実施機関名?|(?:提出|諮問|報告|送付|説明|付議|[宛あ]て?)(?:先|者))"
    r"[ 　\t:：]+"
)


# 甲市上下水道局　個人情報ファイル簿: whose the register is, whatever other towns it names
_OF_REGISTER = re.compile(
    r"^(?P<name>(?:[一-龥ヶケ々]{1,5}?|[一-龥ぁ-んァ-ヶー]{2,6}?)[区市町村])"
    r"(?=[ 　]|個人情報|[長議立]|役[所場]|(?:(?![区市町村])[一-龥ァ-ヶー]){1,10}[局部課院会])"
    r"[^。、0-9０-９]{0,24}(?:ファイル簿|取扱(?:事務|業務)[^。、]{0,4}(?:登録|届出)?[簿票])"
)


def _unlabelled(text: str) -> str:
    return tidy(_LABEL.sub("", text))


def municipality(builder: Builder, rows: Sequence[Row]) -> None:
    """The municipality that the document names most, or whose council its first lines name.

    Its code only if it is a known one.
    """
    seen: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for spaced in (
        _unlabelled,
        str,
    ):  # the spaces of a form may be all that parts a label from the name
        for cell in (cell for row in rows for cell in row.filled if not seen or spaced is not str):
            if not _MAY_BE_PLACE.search(cell.text):
                continue
            for match in _PLACE.finditer(spaced(cell.text)):
                # 令和6年度甲市特定個人情報保護評価書, 条例の根拠　甲市個人情報保護条例第9条
                name = match["name"].removeprefix("年度").removeprefix("根拠")
                if len(name) >= 2 and not _NO_NAME.search(name):
                    seen[name] += 1
                    first.setdefault(name, cell)
    if _union(builder, rows):
        return
    title = next((r for r in rows[:_FIRST] if _OF_REGISTER.match(tidy(r.text))), None)
    own = _OF_REGISTER.match(tidy(title.text)) if title else None
    if own and title and not _NO_NAME.search(own["name"]):
        seen = Counter([own["name"]])
        first.setdefault(own["name"], title.whole)
    if not seen:
        _standing_alone(rows, seen, first)
    office = _above_office(rows[: _FIRST if seen else _LETTER], seen, first)
    if not seen:
        builder.own = builder.holder("実施機関", "organisation", Passage(), id_="own")
        return
    first_lines = (_unlabelled(row.text) for row in rows[:_FIRST])
    lines = list(first_lines)
    heads = [found["name"] for line in lines if (found := _OF_COUNCIL.match(line))]
    heads += [found["name"] for line in lines if (found := _OF_OFFICE.match(line))]
    named = next((name for name in [*heads, *office] if name in seen), "")
    name = named or max(seen, key=lambda each: (seen[each], -list(seen).index(each)))
    known = rules("municipalities")["known"].get(name, {})
    stated: Entity = {"name": name}
    if known:
        stated["code"] = known["code"]
    builder.content["municipality"] = stated
    builder.own = builder.holder(
        name, "organisation", first[name], id_=known.get("id", "own"), rule="named_most"
    )
    for short in ("区", "市", "町", "村", "本市", "当区", "本区", "本町", "本村"):
        if short[-1] == name[-1]:
            builder.alias(short, builder.own)


# （甲市）, a cell 甲市, 甲市 →: a name with nothing of a sentence behind it
_ALONE = re.compile(
    r"(?:^|[(（→])[ 　]*(?P<name>[一-龥ヶケ々ぁ-んァ-ヶー]{1,7}?(?:区|市|町|村))[ 　]*(?:$|[)）→])"
)


def _standing_alone(rows: Sequence[Row], seen: Counter[str], first: dict[str, Passage]) -> None:
    """Names that stand by themselves, where no sentence has one: twice, or on the first lines."""
    for at, row in enumerate(rows):
        for cell in row.filled if _MAY_BE_PLACE.search(row.text) else ():
            for found in _ALONE.finditer(tidy(cell.text)):
                name = found["name"]
                if len(name) >= 2 and not _NO_NAME.search(name):
                    seen[name] += 1 + (at < _LETTER)
                    first.setdefault(name, cell)
    for name in [each for each, number in seen.items() if number < 2]:
        del seen[name]


# 甲市　保険医療課, 令和8年9月　甲市市民部市民課: on the first lines, who writes
_ABOVE_OFFICE = re.compile(
    r"(?:^|[ 　月日：:])"
    r"(?P<name>(?:[一-龥ヶケ々ァ-ヶー]{1,7}?|[ぁ-ん]{2,5}[一-龥]{0,3}?)[区市町村])"
    r"(?![一-龥]{0,3}(?<!都)[区市町村](?![民街町村計]))[ 　]*"  # 東村瀬市上下水道局 is of no 東村
    r"(?:[一-龥ぁ-んァ-ヶー・]{2,12}[部局][ 　]*)?[一-龥ぁ-んァ-ヶー・]{2,12}[部局課室]"
    r"(?=$|[ 　)）])"
)


def _above_office(rows: Sequence[Row], seen: Counter[str], first: dict[str, Passage]) -> list[str]:
    """The towns in front of a section on the first lines, which may be all that names them."""
    names = []
    for row in rows:
        for cell in row.filled:
            found = _ABOVE_OFFICE.search(cell.text.strip())
            if found and len(found["name"]) >= 2 and not _NO_NAME.search(found["name"]):
                seen[found["name"]] += 1
                first.setdefault(found["name"], cell)
                names.append(found["name"])
    return names


_UNION = re.compile(
    r"^[ 　]*(?P<name>[^ 　\t、。]{2,16}?(?P<kind>広域連合|組合|企業団))"
    r"(?:企業長|管理者|長)(?:[ 　]*.{0,12}(?:様|殿|[宛あ]て?))?$"
)
# 甲市長　都市整備部都市計画課: whose the paper is, whatever its rows name more often
_OF_OFFICE = re.compile(
    r"^(?P<name>[^ 　\t、。]{1,8}[市区町村])(?:長|教育委員会)[ 　]+[^、。]{2,20}[部局課室所][ 　]"
)
_OF_BODY = re.compile(r"^[^ 　\t、。]{1,8}[市区町村](?:長|教育委員会|議会|企業管理者|消防長)")
_LETTER = 12  # rows in which a paper names to whom it goes and from whom it comes


def _union(builder: Builder, rows: Sequence[Row]) -> bool:
    """甲広域連合長　様: the own side is a union of municipalities, though it may name these."""
    letter = [(row, _unlabelled(row.text)) for row in rows[:_LETTER]]
    named = [(row, found) for row, text in letter if (found := _UNION.match(text))]
    if not named or any(_OF_BODY.match(text) for _, text in letter):
        return False
    row, found = named[0]
    builder.own = builder.holder(
        found["name"], "organisation", row.filled[0], id_="own", rule="named_most"
    )
    builder.alias(found["kind"], builder.own)
    return True


def heading(builder: Builder, rows: Sequence[Row]) -> None:
    """Body, procedure and basis from the first page."""
    text = "\n".join(row.text for row in rows)
    for row in rows:
        match = _BODY.match(tidy(row.text)) or _BODY.match(row.text.strip())
        if match and not _LISTS_SHEET.match(key(row.text)) and "body" not in builder.content:
            builder.content["body"] = match["body"]
    for procedure, word in _PROCEDURES:
        if word in key(text) or word in text:
            builder.content.setdefault("procedure", procedure)
    if "procedure" not in builder.content:
        if "諮問" in text and "報告" not in text:
            builder.content["procedure"] = "consultation"
        elif "報告" in text and "諮問" not in text:
            builder.content["procedure"] = "report"
    _basis(builder, rows)


def _basis(builder: Builder, rows: Sequence[Row]) -> None:
    """◇第14条第1項（業務委託） below 条例の根拠 → 条例第14条第1項（業務委託）"""
    law = ""
    for row in rows:
        plain = tidy(row.text)
        found = compiled(r"(条例|要綱|規則|規程)の根拠|根拠(?:規定|条文|法令)").search(plain)
        if found:
            law = found[1] or "条例"
        if not law:
            continue
        for match in _ARTICLE.finditer(fold(plain)):
            article = plain[slice(*match.span("article"))]
            label = law + compiled(r"\s+").sub("", article)
            proof = evidence("label", row.whole, label, "heading_prefix", 0.95)
            builder.add(
                "basis", {"label": label, "source": row.whole.source, "provenance": [proof]}
            )


def approvals(passages: Iterable[Passage]) -> list[Entity]:
    """Earlier approvals that a text names; a fiscal year is kept as one."""
    found: dict[str, Entity] = {}
    for passage in passages:
        folded = fold(passage.text)
        for match in _APPROVAL.finditer(folded):
            printed = passage.text[slice(*match.span("label"))]
            label = compiled(r"\s+").sub("", printed)
            entity = found.setdefault(label, {"label": label})
            place = passage.part(*match.span())
            entity["source"] = merged(entity.get("source", ""), place.source)
            when = dates(printed)
            if when and when[0].iso:
                entity["date"] = when[0].iso
            entity.setdefault(
                "provenance", [evidence("label", place, label, "approval", 0.95, printed=printed)]
            )
    return list(found.values())


def emphasis_note(passages: Iterable[Passage]) -> Passage | None:
    """The note that says what emphasis means: 太ゴシック（下線）は…変更内容."""
    for passage in passages:
        if _EMPHASIS.search(passage.text):
            return passage
    return None
