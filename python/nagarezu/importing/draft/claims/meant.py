"""Entries of the lists of somebody that words mean: by name, group, kind or what they tell of."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import told_items, whom
from nagarezu.importing.draft.claims.whom import Whom
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import stretches
from nagarezu.importing.fields.claims import parts
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_OR = re.compile(r"(?<=[一-龥ァ-ヶー])や(?=[一-龥ァ-ヶー])|又は|または|若しくは")
_OPEN = re.compile(r"(?:等|など|その他)$")
_SUCH_AS = re.compile(r"(?:など|その他)の?(?=[一-龥])")  # 病歴その他の要配慮個人情報
_TOPIC = re.compile(
    r"^(?P<of>.{2,24}?)(?:に(?:関する|関わる|かかわる|関連する|係る|ついての)|を(?:示す|表す)|[がの](?:分かる|うかがえる)|の(?=情報))"
    r"(?:特定)?(?:個人)?(?:情報|内容|事項|項目|記録|もの|こと|データ)$"
)
_RUN = re.compile(r"[一-龥々ァ-ヶー]{2,}$")
_NO_TOPIC = re.compile(
    r"(?:者|人|方|児童|生徒|子|住民|市民|世帯|本人|保護者|会員|職員|家族|事務|業務|手続|事業|制度|利用|管理|申請|登録|取扱い?"
    r"|申込み?|受付|予約|応募|届出|相談|通知|支給|団体|業者|結果|送信|連絡|個人|本件|対象|今回)$"
)


def topic(label: str) -> str:
    """診断 of 医師の診断に関する内容: what words tell of, if items may be known by it."""
    match = _TOPIC.match(key(label))
    run = _RUN.search(match["of"]) if match else None
    return run.group() if run and not _NO_TOPIC.search(run.group()) else ""


def _tells_of(about: str, entry: Entity) -> bool:
    """Whether an entry tells of that: 診断名 of 診断, 既往症 of 病歴."""
    there = key(entry["label"])
    kinds = [each for each in rules("claims")["alike"] if compiled(each["told"]).search(about)]
    return about in there or any(compiled(each["listed"]).search(there) for each in kinds)


def _pieces(printed: str) -> list[str]:
    """The names of a list: 氏名や電話番号, 病歴その他の要配慮個人情報."""
    found = [
        piece
        for part in parts(_SUCH_AS.sub("、", printed))
        for piece in _OR.split(part)
        if piece.strip()
    ]
    return [_OPEN.sub("", piece) or piece for piece in found]


def items(builder: Builder, who: Whom, printed: str) -> list[str]:
    """The items of the lists of somebody that a sentence names, by name, group or kind."""
    there = whom.entries(builder, who.holders, who.matter)
    found: list[str] = []
    whole = any(_is_theirs(printed, entry) for entry in there)
    labels = [printed] if whole else _pieces(printed)
    last = labels[-1] if labels else ""
    plain = len(last) <= 12 and meaning(last).classes and "対応" not in last
    plain = plain or bool(topic(last))
    if not labels or not (plain or any(named(last, entry) for entry in there)):
        return []  # 番号と氏名との対応表: its last word is no item
    for label in labels:
        others = told_items.of_others(label)
        if others and not any(compiled(others).search(key(entry["label"])) for entry in there):
            continue  # 相続人の連絡先, where nothing tells of 相続人
        for entry in there:
            if named(label, entry) and not _is_another(builder, who.matter, label, entry):
                head = f"{entry['position']}."
                below = [e["item"] for e in there if e["position"].startswith(head) and "item" in e]
                found.extend([entry["item"]] if "item" in entry else below)
    return list(dict.fromkeys(map(str, found)))


def _is_another(builder: Builder, matter: str, label: str, entry: Entity) -> bool:
    """緊急連絡先 is not the 電話番号 beside it, where a list of the matter has both."""
    for one in builder.of_matter("lists", matter) if matter and "item" in entry else ():
        printed = {str(e["item"]): key(e["label"]) for e in one["entries"] if "item" in e}
        there = printed.get(str(entry["item"]), "")
        if there and key(label) in printed.values() and there != key(label):
            return True
    return False


_MARKED = re.compile(rf"(?:[^、。]{{0,12}}の)?(?P<marks>{stretches.MARKS})(?:の(?:項目|情報))?")


def marked(builder: Builder, each: Said, printed: str) -> list[str]:
    """①及び②のみ: the items of the list in whose cell, or right above which, a sentence stands."""
    match = _MARKED.fullmatch(fold(printed).replace(" ", ""))
    found = match["marks"].removesuffix("の") if match else ""
    numbers = [str(number) for number in stretches.numbers(found)] if found else []
    places = set(each.passage.source.split())
    lists = [
        one
        for one in builder.of_matter("lists", each.matter)
        if places & set(str(one.get("source", "")).split())
        or any(places & set(str(entry.get("source", "")).split()) for entry in one["entries"])
    ]
    if len(lists) != 1 or not numbers:
        return []
    entries = {str(entry["position"]): entry for entry in lists[0]["entries"]}
    items = [entries[number].get("item") for number in numbers if number in entries]
    return [str(item) for item in items] if len(items) == len(numbers) and all(items) else []


_OWNER = re.compile(
    r"^([^の、]{1,16}(?:者|人|住民|児童|生徒|主|本人|子)|住民|児童|生徒|本人)の?(?=.{2})"
)
_TAIL = 3  # characters of a name behind whose it is
_OF_PERSONS = re.compile(
    r"(?P<who>[^の、]{1,16}?)(?:の|に関する|に係る)(?:個人)?(?:情報|項目|データ)"
)


def _is_theirs(label: str, entry: Entity) -> bool:
    """利用者の身長及び体重 is 身長及び体重, an entry that does not say whose it is."""
    whose, there = _OWNER.match(key(label)), key(entry["label"])
    return bool(whose) and _OWNER.match(there) is None and _OWNER.sub("", key(label)) == there


_GENERAL = re.compile(r"(?:に関する|に係る|その他)?の?(?:情報|項目|もの|こと|データ|内容|連絡先)?$")


def named(label: str, entry: Entity) -> bool:
    """Whether words name an entry: 氏名 also 児童の氏名, but 児童の氏名 not 保護者の氏名."""
    wanted, there = (compiled("の").sub("", key(each)) for each in (label, entry["label"]))
    if wanted == there:
        return True
    for kind in rules("closed")["kinds"]:
        if compiled(kind["told"]).search(label):
            by_law = kind.get("statutory") and meaning(entry["label"]).statutory
            if by_law or compiled(kind.get("listed", "(?!)")).search(entry["label"]):
                return True
    if (about := topic(label)) and _tells_of(about, entry):
        return True
    tail = key(label).rpartition("の")[2]
    if len(tail) >= _TAIL and tail == key(entry["label"]):
        return True  # 世帯の受給者の支給月額
    of_all = _OF_PERSONS.fullmatch(key(label))
    if of_all and key(entry["label"]).startswith(f"{of_all['who']}の"):
        return True  # 児童に関する情報: all that is said of children
    whose, theirs = (_OWNER.match(each) for each in (key(label), key(entry["label"])))
    bare, other = (
        compiled("の").sub("", _OWNER.sub("", key(each))) for each in (label, entry["label"])
    )
    bare = _GENERAL.sub("", bare) or bare
    if whose and theirs and whose[1] != theirs[1]:
        return False
    if _is_theirs(label, entry):
        return True
    if not meaning(bare).classes and not meaning(label).classes:
        return False
    return bare == other or (len(bare) >= 2 and other.endswith(bare) and not whose)
