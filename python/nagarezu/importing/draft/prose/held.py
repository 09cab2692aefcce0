"""Who holds a list of a 答申 or 諮問書, and who hands it to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.draft.prose.nodes import flat
from nagarezu.importing.draft.prose.system_names import is_system
from nagarezu.importing.form.prose.form import Prose, body, title_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import key, without_brackets

BODY = r"(?:本|当)?(?:市|区|町|村|県|組合)|実施機関"


@dataclass(slots=True)
class Held:
    """A list and who holds it; nobody where the paper names none."""

    listed: Listed
    holder: str = ""
    given: bool = False  # 「…に渡す項目」: of this holder alone
    within: tuple[int, ...] = ()  # the heads below which it stands
    handed: bool = False  # 「提供する項目」: this list, not what a system holds, goes to partners
    source: str = ""  # the system from which it is taken
    sender: str = ""  # the party that hands it to the own side
    section: bool = False  # stands in the section of one party
    also: str = ""  # the party that runs the system of which it is a list
    group: bool = False  # one of several of what a system holds

    def comes_back(self, builder: Builder) -> None:
        """Of two lists between the own side and a party, one says that the own side gets it."""
        entity = builder.holder_entity(self.holder) if self.holder else {}
        outside = bool(entity.get("external")) and entity["kind"] != "system"
        if outside and _GETS.search(self.listed.label):
            self.holder, self.sender, self.given = "", self.holder, False


def held_by(builder: Builder, held: Held, owners: list[str]) -> Iterator[Held]:
    """In the section of a party a list goes to it, or comes from it: 甲社が市に納品する項目."""
    if not owners or held.holder:
        sender = "" if held.holder else _brings(builder, held.listed.label)
        yield replace(held, sender=sender) if sender else held
        return
    label = held.listed.label
    for owner in owners:
        back = bool(_TO_OWN.search(label)) or bool(_FROM_THEM.match(label))
        together = [word for word, ids in builder.groups.items() if owner in ids]
        names = [key(label), *builder.names_of(owner), *together]
        back = back or any(names[0].startswith((f"{n}から", f"{n}より")) for n in names[1:])
        sender, holder = (owner, "") if back else ("", owner)
        yield replace(held, holder=holder, given=True, sender=sender, section=True)


_TO_OWN = re.compile(
    rf"(?:{BODY})(?:に|へ)(?:対し)?、?[^、。]{{0,12}}?"
    r"(?:納品|納入|報告|提出|返却|返還|返送|提供|送付|送信|通知|引き?渡|渡す|戻す|回答)"
    rf"|(?:{BODY})が、?(?:[^、。]{{2,20}}(?:から|より))[^、。]{{0,12}}(?:受け|受領|受信|取得|回収)"
)
_GETS = re.compile(
    rf"^(?:{BODY})が、?[^、。]{{0,12}}(?:受け取|受領|受信|受け入れ)[^、。]{{0,8}}(?:項目|情報|データ)"
)
_FROM_THEM = re.compile(
    r"(?:(?:提供|委託|結合|受託|相手)(?:先|者|方|事業者))(?:から|より)(?!市|区|町|村)"
)

_HANDS = r"(?:納品|納入|報告|提出|返却|返還|返送|受領|受け取|受ける|引き?渡(?:さ|し)?を?受|回収)"
_BRINGS = re.compile(
    rf"^(?P<who>[^、。]{{2,30}}?)(?:(?:から|より)[^。]{{0,16}}?{_HANDS}"
    rf"|が、?[^。]{{0,30}}?(?:{BODY})(?:に|へ)[^。]{{0,12}}?{_HANDS})"
)


def _brings(builder: Builder, label: str) -> str:
    """甲社から納品を受ける項目: the firm outside that hands a list to the own side."""
    match = _BRINGS.match(key(label))
    known = builder.find_holder(match["who"]) if match else ""
    entity = builder.holder_entity(known) if known else {}
    return known if entity.get("external") and entity.get("kind") == "organisation" else ""


HANDED = re.compile(
    r"(?:提供|送信|送付|引き?渡|渡す|受け?渡|委託|移転|連携|通知|結合する)[^、。]{0,8}(?:項目|情報|事項|データ|記録)"
)


def is_handed(node: Node) -> bool:
    """委託先に渡す情報: what goes to partners."""
    return bool(HANDED.search(key(without_brackets(title_of(node)))))


_SENTENCE = re.compile(r"。|[をは][^、。]{0,24}(?:渡|除|代え|加え|添え)")
_LESS = re.compile(
    r"代えて|替えて|除[いくき]|のみ|だけ|に限|添え|以外|うち|必要な|渡さ|含[まめ]|与え(?:ない|ず)|伏せ"
)
_ALL = re.compile(r"全て|すべて|全部|全項目|と同じ|と同様|のとおり")


def told_apart(paper: Prose, found: Sequence[Held]) -> bool:
    """Whether below 委託先に渡す情報 stand sentences, by which not all of a list is handed over."""
    filled = {id_ for held in found if held.listed.found.entries for id_ in held.within}
    for part in paper.about("items"):
        if not is_handed(part.node) or flat(part.node):
            continue
        text = body(part.node).text
        if id(part.node) not in filled and _SENTENCE.search(text) and _LESS.search(text):
            return not _ALL.search(text)
    return False


# 甲システムに記録した情報から抜き出して受託者に渡す情報: what is behind it says who gets the list
OUT_OF = re.compile(
    r"^(?P<name>.{2,40}?)(?:に|で)、?(?:記録|登録|保存|保管|管理|保有|蓄積)(?:した|する|している|され(?:た|ている|る))"
    r"(?:個人)?(?:情報|項目|データ|もの)(?:のうち|の中)?から、?"
    r"(?:抜き出し|抽出し|選び出し|取り?出し|選択し|切り出し|書き出し)て?、?(?=.{4})"
)


def behind_clause(who: str) -> str:
    """窓口で聞き取り、甲システム: the system alone, and not what is done before."""
    *clauses, name = who.split("、")
    told = bool(clauses) and all(compiled(r"[ぁ-ん]$").search(each) for each in clauses)
    return name if told and is_system(name) else who


_TAKEN_FROM = re.compile(
    r"^(?P<name>[^、。]{2,30}?)(?:から|より)、?"
    r"(?:登録|取り?込|連携|受信|受領|抽出|転送|移行|取得|提供|出力|入力|引き?継)"
)


def taken_from(title: str) -> str:
    """甲システムから取り込む項目, 甲システムに記録した情報から抜き出す項目: the system."""
    match = OUT_OF.match(title) or _TAKEN_FROM.match(title)
    name = behind_clause(match["name"]) if match else ""
    return name if is_system(name) else ""
