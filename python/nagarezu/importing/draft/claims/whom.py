"""Whom a closed statement is about, where its words name nobody by name.

いずれの事業者, 市の外部, 印刷を担う事業者, この事務: those who have that part in the flows and
lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import papers, told_items
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields.closed_parts import Closed
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, without_brackets

_NEAR = 6  # lines below the line that names a partner which are still about it
_LINE = re.compile(r"(?P<source>[^\s:]+):(?P<line>\d+)$")


@dataclass(frozen=True, slots=True)
class Whom:
    """Holders, in one matter or in all (an empty one)."""

    holders: list[str]
    matter: str = ""


def entity(kind: str, each: Said, who: Whom, **more: object) -> Entity:
    """The claim of a sentence about those."""
    made: Entity = {"kind": kind, "label": each.text, **more}
    if who.holders:
        made["holders"] = who.holders
    return {**made, "matter": who.matter} if who.matter else made


def about(builder: Builder, each: Said, told: Closed, whose: str) -> Whom:
    """Those to whom, or by whom, it is said to be done; nobody if that is not certain."""
    plain = key(told.who)
    if not plain and (headed := _of_head(builder, each)):
        return Whom(headed, each.matter)
    if not plain:
        return _unnamed(builder, each, told, whose)
    words = rules("closed")
    if compiled("(?:この|その|本|当該)委託").match(plain) and (near := topic(builder, each)):
        return Whom(near, each.matter)
    if compiled(words["own"]).search(plain):
        return _work(builder, each, plain, whose)
    kept = told.act in ("handle", "keep", "contain", "view") and _FILE.fullmatch(plain)
    if kept and not parties.find(builder, told.who):  # 以下「本システム」という is a name
        there = told_items.recorded(builder, told.who, each.matter, whose)
        if there or not plain.endswith("システム"):
            return Whom(there, each.matter)
    if sections := parties.all_sections(builder, plain, each.matter):
        return Whom(sections, each.matter)
    everyone = compiled(words["everyone"]).search(plain)
    if everyone:
        role = plain[everyone.end() :] or everyone.group()
        if compiled("ファイル|事務|台帳|名簿|帳票").search(role):  # いずれのファイルにも記録しない
            return Whom(_holding(builder, ""))
        return Whom(_by_role(builder, role, "", outside=True))
    if compiled(words["outside"]).search(plain):
        return Whom(_receivers(builder, each.matter), each.matter)
    together = parties.all_of(builder, told.who)
    if len(together) > 1 and builder.own not in together:
        return Whom(together, each.matter)
    if roles := parties.all_roles(builder, plain, each.matter):
        return Whom(roles, each.matter)
    named = parties.find(builder, told.who) or parties.pointed_at(
        builder, told.who, each.before + told.who, each.matter
    )
    if named and named != builder.own:
        return Whom([named], each.matter)
    if is_elsewhere(builder, told.who):
        return Whom([])
    return Whom(_described(builder, each, told), each.matter)


def is_elsewhere(builder: Builder, printed: str) -> bool:
    """A body or person that has no part in the flows: 当該市区町村, 照会先, 本人."""
    elsewhere = compiled(rules("closed")["elsewhere"]).search(key(printed))
    return bool(elsewhere) and not parties.find(builder, printed)


_FILE = re.compile(
    r"(?:本|この|当該)(?:個人情報)?(?:ファイル|台帳|名簿|帳簿|データベース|システム)"
)
_MARKS = re.compile(
    r"^(?:第?[0-9]{1,2}[.、)]?|[(][0-9ア-ンa-z]{1,2}[)]|[ア-ン](?=[^ァ-ンー])|[①-⑳])"
)
_SHORTEST = 4  # characters of a head that is known again


def _of_head(builder: Builder, each: Said) -> list[str]:
    """Whose list it is if a note in the head of a list says it: 提供する項目（氏名は含まない。）"""
    plain = key(without_brackets(each.text))
    head = _MARKS.sub("", plain)
    if len(head) < _SHORTEST or "(" not in fold(each.text):
        return []
    for one in builder.of_matter("lists", each.matter):
        if key(without_brackets(one.get("label", ""))) in (head, plain):
            return list(one.get("holders", []))
    return []


_PUBLISHED = re.compile(r"公表|公開|ホームページ|広報紙")


def published(each: Said) -> bool:
    """公表するのは人数のみ: of what everybody gets no partner's list says anything."""
    return bool(_PUBLISHED.search(each.text))


_ANSWERS = re.compile(
    r"(?:^|[、。\s]|[0-9ア-ン①-⑳)）])(?:この|本|当該?|今回の)?(?:調査|アンケート|回答|投票|モニター|台帳|名簿|ファイル)(?:票|用紙|書)?"
    r"(?:(?:の|に(?:係る|関する))(?:回答|データ|内容|情報|記録)|[にでから]{1,2}(?:記録|集め|得|取得|収集|登録|寄せ)[^、。は]{0,8})?"
    r"(?:だけ|のみ)?(?:から|では|で|は|を|について)"
)
_NARROWER = re.compile(
    r"公表|公開|集計|結果|報告|統計表|渡[しす]|提供|送[るら信付]|委託|受託|事業者|相手|結合|連携|画面|番号|符号|第三者|閲覧"
    r"|外部|掲示|抽出|発送"
)
_OF_PERSON = {"DI", "F4", "QI", "CT", "FM", "OI", "CR"}
_OF_SENDING = re.compile("送付|発送|送達|返送|返戻|回収|督促|配布|配達|[区地]域|回答(?:の有無|日)")
_FEWEST = 2  # items that persons are asked for


def of_answers(builder: Builder, each: Said) -> bool:
    """Whether the overview tells of all that persons answer, or that is kept of them."""
    several = len(builder.list_of("matters")) > 1
    plain = _FOR.sub("", each.text)
    whole = _ANSWERS.search(plain) and not _NARROWER.search(plain)
    return bool(several and not each.matter and whole)


def answering(builder: Builder) -> list[str]:
    """Whose lists hold what persons answered; a paper is sent to names and addresses alone."""
    found: list[str] = []
    for one in builder.list_of("lists"):
        labels = [str(entry["label"]) for entry in one["entries"] if "item" in entry]
        asked = [
            label
            for label in labels
            if not _OF_PERSON & set(meaning(label).classes) and not _OF_SENDING.search(label)
        ]
        found.extend(one.get("holders", []) if len(asked) >= _FEWEST else [])
    return list(dict.fromkeys(found))


_OF_FILE = re.compile(
    r"記録(?:し|され)て(?:い|お)|(?:本|この|当該|当)(?:個人情報)?(?:ファイル|台帳|名簿|帳簿)(?:に?は|に)"
    r"|(?<!できる)(?<!される)項目[はをに](?:は?[^、。]{0,6})(?:含|記録|登録|収録|保有)"
)


_GIVES = re.compile(
    r"(?:提供|移転|送信)する(?:の|もの|情報|項目|データ)は|(?:渡す|送る)(?:の|もの)は"
)


# what is made of the answers, and not what is told of here
_FOR = re.compile(
    r"(?:統計|集計|件数|人数)(?:表|資料|調査)?(?:(?:を|の)?(?:作成|作る|取る|とる|求める|得る|把握)(?:する|し)?)?"
    r"(?:の?ため|を?目的|に(?:用い|使|役立|活[かよ用]|供))|統計(?:調査|法|的な?調査)"
)


def of_statistics(builder: Builder, each: Said) -> bool:
    """Whether only statistics are told of, and nobody who gets them: no list is at odds."""
    if published(each):
        return True
    counted = compiled(rules("closed")["counted"]).search(_FOR.sub("", key(each.text)))
    recorded = _OF_FILE.search(each.text)  # of what the file itself has
    somebody = parties.within(builder, each.text) or of_block(builder, each)
    if not somebody and _GIVES.search(each.text):
        somebody = parties.by_role(builder, each.text, each.matter)
    return bool(counted and not recorded) and not somebody


def _described(builder: Builder, each: Said, told: Closed) -> list[str]:
    """By a list that is so called, by what it does, by its part, or as a longer name."""
    plain = key(told.who)
    for one in builder.of_matter("lists", each.matter):
        if len(plain) >= 4 and plain in key(one.get("label", "")):
            return list(one.get("holders", []))
    on_paper = told.act == "contain" or (told.act == "keep" and papers.is_paper(plain))
    if on_paper and (takers := papers.takers(builder, each, plain)):
        return takers
    if not each.matter and (titled := _of_title(builder, plain)):
        return titled
    if _CLOUD.match(plain):
        return _run_outside(builder)
    does = by_work(builder, each.matter, told.told + told.who)
    if does:
        return [does]
    several = len(builder.list_of("matters")) > 1 and bool(each.matter)
    role = parties.by_role(builder, told.who, each.matter, several=several)
    if role:
        near = nearest(builder, each)
        return near if len(role) > 1 and near and near[0] in role else role
    found = parties.within(builder, told.who)
    if found:
        return [found]
    if compiled(rules("closed")["staff"]).search(plain):
        return []  # 調理場の職員には見せない: nothing is said of a partner
    return nearest(builder, each) or parties.only_partner(builder, each.matter)


_CLOUD = re.compile(r"(?:外部の?)?(?:クラウド|サーバー?)(?:サービス|環境)?(?:上|側|内)?$")


def _run_outside(builder: Builder) -> list[str]:
    """クラウド上に…を保存しない: the one system that somebody outside runs."""
    found = [
        str(one["id"])
        for one in builder.list_of("holders")
        if one["kind"] == "system" and one.get("operator") not in (None, builder.own)
    ]
    return found if len(found) == 1 else []


def with_sharers(builder: Builder, holders: list[str], matter: str) -> list[str]:
    """Also the systems on whose list alone they stand: 台帳に記録し、委託先に渡す項目."""
    lists = [each.get("holders", []) for each in builder.of_matter("lists", matter)]
    theirs = [each for each in lists if set(holders) & set(each)]
    if len(theirs) != 1 or not set(holders) < set(theirs[0]):
        return holders
    alone = all(not (set(each) & set(theirs[0])) for each in lists if each is not theirs[0])
    return list(theirs[0]) if alone else holders


def _of_title(builder: Builder, plain: str) -> list[str]:
    """The one partner of the sheet whose title names it: 予約サイトとの結合について."""
    sheets = [one for one in builder.list_of("matters") if plain in key(one["title"])]
    if len(plain) < _SHORTEST or len(sheets) != 1:
        return []
    return parties.only_partner(builder, str(sheets[0]["id"]))


_WORK = re.compile(r"[一-龥ァ-ヶー]{2,}")
_COMMON = re.compile(r"(?:事業者|委託|業者|会社|業務|受託|情報|個人|提供|担当|団体|法人|施設|先)+")


def by_work(builder: Builder, matter: str, words: str) -> str:
    """The one partner whose work is told of by these words: 印刷会社, 電話を受ける業者."""
    wanted = {
        part for word in _WORK.findall(words) for part in _COMMON.split(word) if len(part) >= 2
    }
    titles = {one["id"]: one["title"] for one in builder.list_of("matters")}
    hits: dict[str, int] = {}
    for flow in builder.of_matter("flows", matter):
        if flow["relation"] not in ("entrust", "delegate"):
            continue
        title = titles.get(flow.get("matter", ""), "") if not matter else ""
        none: Entity = {}
        row = next((each for each in flow.get("provenance", ()) if each["field"] == "to"), none)
        row_told = key(f"{flow.get('purpose', '')}{title}{row.get('printed', '')}")
        for id_ in flow.get("to", []):
            told = row_told + key(builder.works.get(id_, ""))
            own = key(builder.holder_entity(id_)["label"])
            count = sum(word in told or word in own for word in wanted)
            hits[id_] = max(hits.get(id_, 0), count)
    best = max(hits.values(), default=0)
    found = [id_ for id_, count in hits.items() if count == best]
    return found[0] if best and len(found) == 1 else ""


def _work(builder: Builder, each: Said, plain: str, whose: str) -> Whom:
    """本ファイル, この事務, 電算処理及び業務委託: all who have a list of it."""
    several = len(builder.list_of("matters")) > 1
    if not each.matter or not several:
        return Whom(_holding(builder, ""), "")
    return Whom(_holding(builder, each.matter), each.matter)


def _holding(builder: Builder, matter: str) -> list[str]:
    return list(
        dict.fromkeys(
            id_ for one in builder.of_matter("lists", matter) for id_ in one.get("holders", [])
        )
    )


def _unnamed(builder: Builder, each: Said, told: Closed, whose: str) -> Whom:
    """Whose row it stands in; else those of the matter."""
    gives = told.act in ("give", "", "view") or told.says == "nobody"
    if whose and not gives:
        return Whom([whose], each.matter)
    role = parties.by_role(builder, each.text, each.matter, several=True) if gives else []
    near = topic(builder, each) or nearest(builder, each)
    if role and not (near and near[0] in role):  # 提供する項目は: of those to whom it is provided
        return Whom(role, each.matter)
    near = near or (just_named(builder, each) if told.act == "give" and told.what else [])
    if near:
        return Whom(near, each.matter)
    several = len(builder.list_of("matters")) > 1
    if not several and not gives and builder.content.get("procedure") == "assessment":
        return Whom(told_items.recorded(builder, "本ファイル", each.matter, whose), each.matter)
    if several and not each.matter and not gives:
        return Whom(_holding(builder, ""))
    if not several or not each.matter:
        one = parties.only_partner(builder, each.matter)
        return Whom(one, each.matter)
    return Whom(
        (_receivers if gives else _holding)(builder, each.matter),
        each.matter,
    )


def just_named(builder: Builder, each: Said) -> list[str]:
    """甲社に送る。なお、病歴は送信しない: to the one whom the sentence before names."""
    front = each.before.rstrip("。 ").rpartition("。")[2]
    named = [id_ for id_ in parties.all_of(builder, front) if id_ != builder.own] if front else []
    found = named or [parties.within(builder, front)] if front else []
    outside = [id_ for id_ in found if id_ and builder.holder_entity(id_).get("external")]
    return outside if len(outside) == 1 else []


def has_list(builder: Builder, id_: str, matter: str) -> bool:
    """Whether a list says what this holder gets."""
    return any(id_ in each.get("holders", []) for each in builder.of_matter("lists", matter))


_TOPIC = re.compile(
    r"^[\s0-9０-９ア-ン①-⑳()（）.．、・\-－※]*(?P<who>[^、。はがを]{2,30}?)(?:の[^、。はがを]{1,20})?(?:へは|には|とは|からは|は)"
)


def topic(builder: Builder, each: Said) -> list[str]:
    """The partner of whom the first sentence of a paragraph speaks."""
    match = _TOPIC.match(each.before)
    found = parties.find(builder, match["who"]) if match else ""
    outside = found and found != builder.own and builder.holder_entity(found).get("external")
    return [found] if outside else []


def _by_role(builder: Builder, role: str, matter: str, *, outside: bool) -> list[str]:
    found = parties.by_role(builder, role, matter, several=True)
    return found or (_receivers(builder, matter) if outside else [])


def _receivers(builder: Builder, matter: str, relations: Iterable[str] = ()) -> list[str]:
    return list(dict.fromkeys(id_ for id_, _ in parties.receivers(builder, matter, relations)))


def nearest(builder: Builder, each: Said) -> list[str]:
    """The partner whose row or block a sentence stands in: the last one named just above."""
    if block := of_block(builder, each):
        return block
    if part := builder.of_part(each.passage):
        return part
    here = _line(each.passage.source.split(" ")[0]) if each.passage.source else None
    if here is None:
        return []
    at: dict[int, list[str]] = {}
    for flow in builder.of_matter("flows", each.matter):
        line = _line(str(flow.get("source", "")).split(" ")[0])
        partner = flow["relation"] in ("entrust", "delegate", "provide", "transfer", "reentrust")
        if partner and line and line[0] == here[0] and 0 <= here[1] - line[1] <= _NEAR:
            at.setdefault(line[1], []).extend(flow.get("to", []))
    last = list(dict.fromkeys(at[max(at)])) if at else []
    return last if len(last) == 1 else []


def of_block(builder: Builder, each: Said) -> list[str]:
    """The partner of the block of a form (委託事項2, 移転先1) in which a sentence stands."""
    return builder.of_block(each.passage)


def _line(place: str) -> tuple[str, int] | None:
    match = _LINE.match(place)
    return (match["source"], int(match["line"])) if match else None


def entries(builder: Builder, holders: Sequence[str], matter: str) -> list[Entity]:
    """The entries of the lists of these holders, groups with them."""
    return [
        entry
        for one in builder.of_matter("lists", matter)
        if set(holders) & set(one.get("holders", []))
        for entry in one["entries"]
    ]
