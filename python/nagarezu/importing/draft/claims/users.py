"""Who alone uses a system or a file, and whom another place lets use it.

台帳システムを操作できるのは甲課の職員だけである, and 受託者の従業員が台帳システムに入力する; or a
label 使用部署 with more sections than the sentence names. Of maintenance, and of what is only
done in a case, nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import parties, said
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.named.outline import Columns
from nagarezu.importing.draft.said import Said
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_FILE = r"(?:本|この|当該?)(?:特定)?(?:個人情報)?(?:ファイル|台帳|名簿|データベース)"
_WHAT = (
    rf"(?P<what>{_FILE}(?:の(?:内容|情報|記録)|に(?:記録|登載|登録)された?(?:[^、。はをが]{{0,8}})?)?"
    r"|(?<![一-龥ァ-ヶー])[^、。はをにがのとや()\s]{0,24}(?:システム|アプリ|データベース)(?!等|など))"
)
_ACT = r"(?P<act>利用|使用|操作|閲覧|参照|接続|アクセス|ログイン|見|検索|入力|登録|抽出)"
_WHO = r"(?P<who>[^、。はをが()]{2,48}?(?:、[^、。はをが()]{2,24}?)?)"
_CAN = r"(?:する|できる|することが(?:でき|可能な)る?|し得る|る(?:ことができる)?|られる)?"
_ALONE = r"(?:だけ|のみ|に限(?![度界])|以外に(?:は)?(?:い|お)?(?:ない|ら))"
_CLOSED = tuple(
    map(
        re.compile,
        (
            rf"{_WHAT}(?:の|[をにへ](?:は|も)?|への)、?{_ACT}(?:の?権限を(?:有する|持つ|与える))?{_CAN}(?:の?権限|者|職員|の|人|部署|課)?[はを]、?{_WHO}{_ALONE}",
            rf"{_WHAT}(?:に?は|[をに])、?{_WHO}(?:だけ|のみ)が?、?{_ACT}(?!(?:でき|し)?ない)",
            rf"{_WHAT}(?:に?は|[をに])、?{_WHO}しか{_ACT}(?:が|でき|し|られ)",
            rf"{_WHAT}(?:に?は|[をに])、?{_WHO}(?:以外の?(?:者|職員|人|部署)?|でなければ)(?:は|が|に|、)*{_ACT}[^。、]{{0,10}}(?:ない|ません)",
            rf"{_WHO}(?:以外の?(?:者|職員|人|部署)?|でなければ)(?:は|が|に|、)*{_WHAT}[をにへ]{_ACT}[^。、]{{0,10}}(?:ない|ません)",
            rf"{_WHO}(?:だけ|のみ)(?:が|に)、?{_WHAT}[をにへの]{_ACT}(?!(?:でき|し)?ない)",
        ),
    )
)
# 閲覧できるのは甲課の職員に限る: of the one system of the sheet
_OF_SHEET = re.compile(
    rf"(?:^|[、。\s]){_ACT}(?:する|できる|することができる|る)(?:の|者|職員)[はを]、?{_WHO}{_ALONE}"
)
# 使用を甲課の職員に限定し: of the file whose paper it is
_OF_FILE = re.compile(rf"(?:^|[、。])(?P<act>使用|利用)[はを]、?{_WHO}に限")
_PEOPLE = (
    r"(?:職員|従業[員者]|社員|従事者|担当者|係員|作業員|オペレーター|支援員|栄養士|検針員|相談員|指導員|保育士|教諭|教員"
    r"|調査員|推進員|委員|要員|保健師|看護師|学生|司書|隊員|消防団員|協力員|調理員)"
)
_STATED = tuple(
    map(
        re.compile,
        (
            rf"(?P<who>[^、。はがをに()]{{2,24}})(?:が|は|も)、?(?:[^。はが]{{0,30}}?[、をにで])?{_WHAT}(?:[をにへ]|から)(?:[^。、はが]{{0,16}}?[をに、])?(?P<act>利用|使用|操作|閲覧|参照|接続|アクセス|ログイン|見[るてな]|検索|入力|入れ|登録|抽出)",
            rf"(?P<who>[^、。はがを()]{{2,24}}?)(?:に|の)(?:も)?(?:付与|発行|交付|貸与|割り?当て)(?:し|す)?た?(?:ID|番号|アカウント|権限|利用者番号)(?:で|により|によって|を用いて|を使[っい]て?)、?{_WHAT}(?:[をにへ]|から)(?:[^。、はが]{{0,16}}?[をに、])?(?P<act>利用|使用|操作|閲覧|参照|接続|アクセス|ログイン|検索|入力|登録|抽出)",
            rf"(?P<who>[^、。はがを()]{{2,24}}?)に(?:も)?、?{_WHAT}(?:を|の|への|に)(?P<act>利用|使用|操作|閲覧|参照|接続|アクセス|ログイン|検索|入力)(?:さ?せ|する(?:ため)?の?(?:権限|ID)|の?権限を|を(?:認め|許))",
        ),
    )
)
_LABEL = re.compile(
    r"(?:使用|利用|取り?扱い?|操作)(?:する|の)?(?:部署|[所主]管課|課|担当課|部門|組織)(?:名|等)?(?:\s*[:]\s*|\s+)(?P<who>[^\s。:()]{2,60})"
)
_TERMINAL = re.compile(
    r"端末(?:で|から|を用い|により|による|上)[^。、]{0,6}(?P<act>閲覧|入力|照会|参照|操作)"
)
_MAY_CLOSE = re.compile("だけ|のみ|に限|以外|しか|なければ")
_ANY_ACT = re.compile("利用|使用|操作|閲覧|参照|接続|アクセス|ログイン|見|検索|入力|入れ|登録|抽出")
_IN_CASE = re.compile(
    r"場合|とき|保守|障害|点検|設定|開発|試験|テスト|改修|移行|構築|復旧|立ち?会|研修|管理者権限|更新を|将来|検討|予定|災害時|夜間"
)
_DENIED = re.compile(r"(?:な(?:い|く)|ません|ず(?:、|に|。|$)|禁)")
_ENTERS = ("入力", "登録", "入れ")
_UNIT = re.compile(r"[一-龥ァ-ヶー]{1,14}(?:課|係|室|局|部|支所|出張所|署|センター|担当)")
_OURS = re.compile("担当|所管|各課|庁内|本庁|役場|役所|内部|関係|当該|[市区町村県]")
_NUMBER = re.compile(r"^.*[0-9①-⑳)\s](?=[一-龥ァ-ヶー])(?![人名])")  # 窓口の案内 2 受託者の従業員
_AND = re.compile(r"、|及び|並びに|と(?=[^、]{2})|又は|・")


@dataclass(frozen=True, slots=True)
class Use:
    """Who uses what, and where that stands; `what` is empty for the file of the paper."""

    what: str
    act: str
    who: str
    matter: str
    passage: Passage
    text: str
    known: bool = False  # what is used has a name that the whole paper knows


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims that nobody beside the named uses it, where somebody else does."""
    said_of = list(said.everything(builder, rows, _ANY_ACT))
    closed = [use for each in said_of for use in _closed(builder, each)]
    if not closed:
        return
    stated = [use for each in said_of for use in _stated(builder, each)]
    stated += [*closed, *_labelled(builder, rows), *_at_terminals(builder, rows)]
    for one in closed:
        for other in stated:
            if other.passage is one.passage and other.text == one.text:
                continue
            if _same(one, other):
                for part in _AND.split(other.who):
                    if part and not _covers(builder, one.who, part):
                        _claim(builder, one, other, part)


def _closed(builder: Builder, each: Said) -> Iterator[Use]:
    text = fold(each.text).replace(",", "、")
    if not _MAY_CLOSE.search(text) or _IN_CASE.search(text):
        return
    for pattern in _CLOSED:
        match = pattern.search(text)
        if match and (who := _whom(each, match["who"])):
            yield _use(builder, each, match["what"], match["act"], who)
            return
    match = _OF_SHEET.search(text)
    if match and each.matter and (who := _whom(each, match["who"])):
        yield _use(builder, each, "システム", match["act"], who)
        return
    match = _OF_FILE.search(text) if builder.content.get("procedure") == "assessment" else None
    if match and (who := _whom(each, match["who"])):
        yield Use("", "利用", who, "", each.passage, each.text)


def _whom(each: Said, printed: str) -> str:
    """Those who are named; これ以外の者 those whom the words in front name. Only staff."""
    plain = key(printed)
    if compiled("これ|それ|上記").fullmatch(plain):
        plain = key(each.before).rstrip("。")
    return plain if compiled(r"職員|[課係室]|担当|支所").search(plain) else ""


def _use(builder: Builder, each: Said, what: str, act: str, who: str) -> Use:
    thing = _thing(builder, what, each.matter)
    known = any(one["id"] == thing for one in builder.list_of("holders"))
    return Use(thing, act, key(who), each.matter, each.passage, each.text, known)


def _stated(builder: Builder, each: Said) -> Iterator[Use]:
    text = fold(each.text).replace(",", "、")
    if _IN_CASE.search(text) or _MAY_CLOSE.search(text):
        return
    for pattern in _STATED:
        for match in pattern.finditer(text):
            clause = compiled("[、。]").split(text[match.end() :])[0]
            if _is_somebody(builder, match["who"], each) and not _DENIED.search(clause):
                yield _use(
                    builder, each, match["what"], match["act"], _NUMBER.sub("", match["who"])
                )


def _is_somebody(builder: Builder, printed: str, each: Said) -> bool:
    """受託者の従業員, 各校の栄養士, or a partner by name; of persons who apply nothing is said."""
    if compiled(f"{_PEOPLE}$").search(printed):
        return True
    return bool(_outside(builder, printed, each.matter))


def _outside(builder: Builder, printed: str, matter: str) -> str:
    """The partner whose people are meant, by name or by role."""
    name = compiled(rf"の(?:[^の]{{0,6}})?{_PEOPLE}$").sub("", printed)
    found = parties.find(builder, name)
    if not found:
        role = parties.by_role(builder, name, matter)
        found = role[0] if len(role) == 1 else ""
    return found if found and builder.holder_entity(found).get("external") else ""


def _labelled(builder: Builder, rows: Sequence[Row]) -> Iterator[Use]:
    """使用部署　甲課、各支所乙係: who uses the file of an assessment."""
    if builder.content.get("procedure") != "assessment":
        return
    for row in rows:
        if "部署" in row.text or "課" in row.text:
            match = _LABEL.search(fold(row.text).replace("\u3000", " "))
            if match:
                yield Use("", "利用", key(match["who"]), "", row.whole, row.text)


def _at_terminals(builder: Builder, rows: Sequence[Row]) -> Iterator[Use]:
    """受渡しの方法 | 端末での閲覧, in the column of a partner."""
    columns: Columns | None = None
    for at, row in enumerate(rows):
        for cell in row.filled if row.grid and "端末" in row.text else ():
            match = _TERMINAL.search(fold(cell.text))
            if match and not _DENIED.search(cell.text) and not _IN_CASE.search(cell.text):
                columns = columns or Columns(builder, rows)
                who = columns.holder(at, cell)
                if who:
                    label = str(builder.holder_entity(who)["label"])
                    yield Use("", match["act"], label, "", cell, cell.text)


def _thing(builder: Builder, printed: str, matter: str) -> str:
    """The system, by its id if it is known; empty for the file of which the paper is."""
    plain = key(printed)
    if compiled(_FILE).match(plain):
        return ""
    bare = compiled("^(?:本|この|当該?|同じ?)").sub("", plain)
    if bare not in ("システム", "アプリ", "データベース"):
        return parties.find(builder, bare) or bare
    used = {
        str(id_)
        for flow in builder.of_matter("flows", matter)
        for id_ in (*flow.get("to", []), flow.get("from", ""))
        if id_ and builder.holder_entity(id_)["kind"] == "system"
    }
    return parties.find(builder, printed) or (used.pop() if len(used) == 1 else bare)


def _same(one: Use, other: Use) -> bool:
    """Whether the closed statement is about what the other one tells of."""
    apart = bool(one.matter and other.matter and one.matter != other.matter)
    if one.what != other.what or (apart and not one.known):
        return False
    if one.act in _ENTERS or one.act == "抽出":
        return other.act == one.act or (one.act in _ENTERS and other.act in _ENTERS)
    return one.act not in ("閲覧", "参照", "見", "検索") or other.act not in (*_ENTERS, "抽出")


def _covers(builder: Builder, who: str, part: str) -> bool:
    """Whether those who alone are named may be, or have among them, the others."""
    plain = key(part)
    if plain in who or who in plain:
        return True
    if _outside(builder, plain, ""):
        return False
    units, others = _UNIT.findall(who), _UNIT.findall(plain)
    if others:
        return not units or any(a in b or b in a for a in units for b in others)
    owner = plain.rpartition("の")[0]
    return not owner or bool(_OURS.fullmatch(owner)) or parties.is_own(builder, owner)


def _claim(builder: Builder, one: Use, other: Use, part: str) -> None:
    """That nothing goes to him, and the use of which the other place tells."""
    who = _outside(builder, part, other.matter)
    matters = builder.list_of("matters")
    matter = other.matter or one.matter or (str(matters[0]["id"]) if len(matters) == 1 else "")
    if not who:
        label = tidy(without_brackets(part))
        who = builder.find_holder(label) or builder.holder(
            label, "section", other.passage, rule="used_by"
        )
    if matter and not any(who in f.get("to", []) for f in builder.of_matter("flows", matter)):
        flow: Entity = {
            "id": builder.fresh(f"f{len(builder.list_of('flows')) + 1}"),
            "matter": matter,
            "from": builder.own,
            "to": [who],
            "relation": "process",
            "open": True,
            "open_subjects": True,
            "source": other.passage.source,
            "provenance": [evidence("to", other.passage, part, "used_by", 0.7)],
        }
        builder.add("flows", flow)
    claim: Entity = {
        "id": builder.fresh(f"c{builder.count_up('claim')}"),
        "kind": "only",
        "label": tidy(one.text),
        "holders": [who],
        "source": one.passage.source,
        "provenance": [evidence("kind", one.passage, "only", "used_by", 0.7)],
    }
    claim.update({"matter": matter} if matter else {})
    builder.add("claims", claim)
