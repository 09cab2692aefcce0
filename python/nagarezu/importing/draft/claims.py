"""Claims: closed-world statements of a document, resolved to the holders and items of its case.

A statement in words becomes a claim only if it names somebody and something that the case has; one
that speaks of items of the case but leaves open whose they are is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft import (
    credentials,
    one_way,
    only_items,
    only_whom,
    parties,
    said,
    told_items,
)
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.said import Said
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields.claims import Statement
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy

_TAIL = 24  # characters at the end of a sentence, for its number is no part of what was read


def of_measures(builder: Builder) -> None:
    """Claims in the words of the safeguards, and what the clauses forbid."""
    for entity in list(builder.list_of("safeguards")):
        for statement in statements.read(entity["label"], measure=True):
            told = Said(statement.text, Passage(), entity["matter"])
            _write(builder, statement, told, entity["source"])
    for clause in builder.list_of("clauses"):
        forbids = clause.get("modality") == "prohibition" and "SUB" in clause.get("categories", [])
        if forbids:
            words = clause.get("heading") or clause["label"]
            statement = Statement("depth_at_most", words, "forbidden_reentrustment")
            told = Said(words, Passage(), clause.get("matter", ""))
            _write(builder, statement, told, clause["source"])


def of_text(
    builder: Builder, passage: Passage, matter: str, head: str = "", *, whose: str = ""
) -> None:
    """Claims in running text; `whose` holder a statement is about that names none."""
    for each in said.of_passage(passage, matter, head):
        _sentence(builder, each, whose)


def of_rows(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims anywhere in a document whose measures and clauses were read before."""
    of_measures(builder)
    kinds = ("safeguards", "clauses", "checklist")
    read = "\n".join(
        key(str(each.get(member, "")))
        for kind in kinds
        for each in builder.list_of(kind)
        for member in ("label", "wording")
    )
    sentences = list(said.of_rows(builder, rows))
    for each in sentences:
        _sentence(builder, each, "", measure=key(each.text)[-_TAIL:] in read)
    one_way.write(builder, sentences, rows)
    credentials.of_sentences(builder, sentences)


def _sentence(builder: Builder, each: Said, whose: str, *, measure: bool = False) -> None:
    """`measure`: its prohibitions were read as those of a measure or clause."""
    for statement in statements.read(each.text, each.head):
        if statement.kind != "depth_at_most" or not (measure or _of_contract(each)):
            _write(builder, statement, each, each.passage.source, whose)
    for names in statements.closed(each.text):
        _only(builder, names, each, whose)
    for act, printed in statements.whom(each.text):
        _nothing(builder, each, only_whom.others(builder, act, printed, each.matter))
    for act, printed in statements.denied(each.text):
        _nothing(builder, each, only_whom.denied(builder, act, printed, each.matter))
    for printed, labels in statements.includes(each.text):
        named = parties.find(builder, printed) if printed else ""
        holders = [named] if named else parties.by_role(builder, printed, each.matter)
        if not printed:  # 処理させる: the one who does it
            holders = parties.by_role(builder, "委託先", each.matter)
        holders = [id_ for id_ in holders if builder.holder_entity(id_).get("external")]
        if len(holders) == 1:
            included(builder, each, holders, labels)
    for where, labels in statements.kept(each.text):
        told = [name for name in map(told_items.personal, labels) if name]
        keeping = told_items.recorded(builder, where, each.matter, whose) if told else []
        if keeping:
            included(builder, each, keeping, told)


def _nothing(builder: Builder, each: Said, holders: Sequence[str]) -> None:
    """Write that nothing goes to these."""
    if holders:
        entity: Entity = {"kind": "only", "label": each.text, "holders": list(holders)}
        _add(builder, _on(entity, each.matter), each.passage.source, each.text, "only_whom")


_GENERAL = re.compile(r"(?:内容|結果|状況|情報|事項|項目)等?$")  # of what, the list says
_CLAUSE = re.compile(r"^[\s第条0-9０-９（()）]*[乙甲]は")


def _of_contract(each: Said) -> bool:
    """A clause, or a sentence with an exception behind it."""
    return bool(_CLAUSE.match(each.text)) or each.after.startswith("ただし")


def forbidden(builder: Builder, passage: Passage, matter: str) -> None:
    """再委託 禁止, or 無: nobody hands anything on."""
    label = "再委託の禁止" if re.search("禁止|不可|認めない", passage.text) else "再委託なし"
    entity: Entity = {"kind": "depth_at_most", "label": label, "matter": matter, "limit": 1}
    _add(builder, entity, passage.source, passage.text, "forbidden_reentrustment")


def included(builder: Builder, each: Said, holders: Sequence[str], labels: Sequence[str]) -> None:
    """Write that holders get or keep these items, as far as they are items."""
    named = [label for label in labels if not _GENERAL.search(label)]
    items = told_items.read(builder, each, holders, named)
    if items:
        entity: Entity = {"kind": "includes", "label": each.text, "holders": list(holders)}
        entity["items"] = items
        _add(builder, _on(entity, each.matter), each.passage.source, each.text, "told_items")


def _on(entity: Entity, matter: str) -> Entity:
    return {**entity, "matter": matter} if matter else entity


def _only(builder: Builder, names: only_items.Names, each: Said, whose: str) -> None:
    holders = only_items.holders(builder, each, whose)
    items = only_items.named(builder, names, each, holders)
    if items and not holders:
        builder.notes.ask(each.passage, "claim_not_resolved")
    elif items:
        entity: Entity = {"kind": "only", "label": each.text, "holders": holders, "items": items}
        _add(builder, _on(entity, each.matter), each.passage.source, each.text, "only_items")


def _write(
    builder: Builder, statement: Statement, each: Said, source: str, whose: str = ""
) -> None:
    entity = _on({"kind": statement.kind, "label": statement.text}, each.matter)
    if statement.kind == "never":
        found = _never(builder, statement, each, entity, whose)
        if not found and statement.strict:
            return
        if not found:
            passage = each.passage or Passage(statement.text)
            builder.notes.ask(passage, "claim_not_resolved")
            return
    elif statement.kind == "depth_at_most":
        entity["limit"] = _depth(builder, each.matter)
        entity["label"] = "再委託の禁止" if len(statement.text) > 60 else statement.text
    _add(builder, entity, source, statement.text, statement.rule)


def _add(builder: Builder, entity: Entity, source: str, printed: str, rule: str) -> None:
    if _known(builder, entity):
        return
    number = builder.count_up("claim")
    claim: Entity = {"id": builder.fresh(f"c{number}"), **entity, "source": source}
    claim["label"] = tidy(claim["label"])
    proof = {
        "field": "kind",
        "source": source,
        "printed": printed[:2000],
        "normalised": entity["kind"],
        "rule": rule,
        "confidence": 0.8,
        "review": "unreviewed",
    }
    claim["provenance"] = [proof]
    builder.add("claims", claim)


def _known(builder: Builder, entity: Entity) -> bool:
    members = ("kind", "matter", "holders", "items", "classes", "limit", "storage")
    return any(
        all(each.get(m) == entity.get(m) for m in members)
        for each in builder.of_matter("claims", entity.get("matter", ""))
    )


def _bare(label: str) -> str:
    return re.sub(r"^.*?(?:者|人|住民)の", "", label)


def _never(builder: Builder, statement: Statement, each: Said, entity: Entity, whose: str) -> bool:
    if statement.storage:
        return _nobody_keeps(builder, statement, entity)
    about = _named if statement.strict else _about
    holders = about(builder, statement, each, whose)
    if not holders:
        return False
    entity["holders"] = holders
    if statement.items:  # 氏名は渡さない
        named = [builder.find_item(_bare(label)) for label in statement.items]
        entity["items"] = list(dict.fromkeys(filter(None, named)))
        return all(named)
    entity["classes"] = list(rules("claims")["identifying"])
    return True


_SENT = re.compile(r"(?:情報|項目|データ|記録)(?:を|は|が)[^。]{0,8}(?:送|提供|渡|預)")
_OUTSIDE = re.compile(r"外部(?!ネットワーク)|第三者|庁外")


def _named(builder: Builder, statement: Statement, each: Said, _: str) -> list[str]:
    """Who is meant by the words themselves; 委託先の端末 is not the 委託先.

    What 市から甲社に never goes may well come to 甲社 from others.
    """
    printed = statement.holder
    if re.search("から|より", printed):
        return []
    found = parties.find(builder, printed) or parties.pointed_at(
        builder, printed, each.before + printed
    )
    if found:
        return [found] if found != builder.own else []
    return [] if "の" in printed else parties.by_role(builder, printed, each.matter)


def _about(builder: Builder, statement: Statement, each: Said, whose: str) -> list[str]:
    """Who is meant: by name, as 同サイト, by the list that is named, by a part, or named before."""
    printed = statement.holder
    front = each.text[: statement.start] + printed
    if _SENT.search(each.text[statement.start :]):  # 甲から乙に…を送信しない is about 乙
        printed = front = re.sub(r"^.*(?:から|より)", "", printed)
        if _OUTSIDE.search(printed) and not parties.within(builder, printed):
            return []
    found = (
        parties.within(builder, printed)
        or parties.pointed_at(builder, front, each.before + front)
        or _on_internet(builder, printed)
        or parties.within(builder, front)
    )
    if found:
        return [found]
    listed = _of_list(builder, printed, each.matter)
    listed = listed or parties.by_role(builder, each.text, each.matter)
    listed = listed or (parties.by_role(builder, each.head, each.matter) if each.head else [])
    return listed or ([whose] if whose else parties.only_partner(builder, each.matter))


def _of_list(builder: Builder, printed: str, matter: str) -> list[str]:
    """The holders of the list that is so called: 分析用データには…を含まない."""
    noun = re.sub(r"(?:に|から|で|において|によ(?:り|って))?(?:は|も)?$", "", key(printed))
    for each in builder.of_matter("lists", matter):
        if len(noun) >= 4 and noun in key(each.get("label", "")):
            return list(each.get("holders", []))
    return []


def _nobody_keeps(builder: Builder, statement: Statement, entity: Entity) -> bool:
    plain = key(statement.text)
    named = [
        each["id"]
        for each in builder.list_of("holders")
        if each["id"] != builder.own
        and each.get("operator") != builder.own
        and any(len(name) >= 4 and name in plain for name in builder.names_of(each["id"]))
    ]
    outside = named or [each["id"] for each in builder.list_of("holders") if each.get("external")]
    entity.update(
        {"holders": outside, "classes": list(rules("claims")["numbers"]), "storage": True}
    )
    return bool(outside)


def _on_internet(builder: Builder, printed: str) -> str:
    """外部ネットワーク上では…: the one holder that stands on the internet."""
    if not re.search(r"外部ネットワーク|インターネット", printed):
        return ""
    found = [
        str(each["id"])
        for each in builder.list_of("holders")
        if "インターネット" in str(each.get("zone", ""))
    ]
    return found[0] if len(found) == 1 else ""


def _depth(builder: Builder, matter: str) -> int:
    tiers = [
        builder.holder_entity(id_).get("tier", 1)
        for flow in builder.of_matter("flows", matter)
        if flow.get("matter", "") == matter
        and flow["relation"] in ("entrust", "delegate", "reentrust")
        for id_ in flow.get("to", [])
    ]
    entrusted = [tier for tier in tiers if tier]
    return min(entrusted) if entrusted else 1
