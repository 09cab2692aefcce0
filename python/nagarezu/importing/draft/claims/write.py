"""Claims: closed-world statements of a document, resolved to the holders and items of its case.

A statement in words becomes a claim only if it names somebody and something that the case has; one
that speaks of items of the case but leaves open whose they are is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.draft import parties, said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.claims import (
    never,
    only_items,
    only_whom,
    scoped,
    shown,
    things,
    told_items,
    whom,
)
from nagarezu.importing.draft.claims import worlds as closed
from nagarezu.importing.draft.said import Said
from nagarezu.importing.draft.ways import one_way
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields import closed as closed_statements
from nagarezu.importing.fields.claims import Statement
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_TOLD = re.compile(r"(?:ない|ません|禁[じず]|禁止(?:し|する|と))")  # a fact, no heading
_WISH = re.compile(
    r"(?:望ましい|望まれる|望む|望みます|べきである|べきです|されたい|(?:要望|期待|検討)する)(?:もの(?:である|です))?。?$"
)
_PLANNED = re.compile(
    r"(?:する|した)(?:予定|方針|方向|見込み|計画|(?:こと|もの)[をはもが]?(?:検討|予定|考え))[^。]*。?$"
)
# A part of every verb and noun that frames take for handing on or entrusting (sentences.json):
# most measures have none, and nobody has to read their frames.
_HANDS_ON = re.compile("[託請任委注借]|[行担実扱].*[せさ]", re.DOTALL)
_TAIL = 24  # characters at the end of a sentence, for its number is no part of what was read


def of_measures(builder: Builder) -> None:
    """Claims in the words of the safeguards, and what the clauses forbid."""
    for entity in list(builder.list_of("safeguards")):
        label = entity["label"]
        for statement in statements.read(label, measure=True):
            if statement.kind == "depth_at_most" and (not _TOLD.search(label) or _framed(label)):
                continue  # 再委託の禁止: a measure, which a clause on consents makes precise
            told = Said(statement.text, Passage(), entity.get("matter", ""))
            _write(builder, statement, told, entity["source"])
        whole = Said(label, Passage(), entity.get("matter", ""))
        for claim in closed.read(builder, whole, "") if _HANDS_ON.search(fold(label)) else ():
            if claim["kind"] == "depth_at_most":
                claim["limit"] = _depth(builder, whole.matter)
                _add(builder, claim, entity["source"], label, "closed")
    for clause in builder.list_of("clauses"):
        if "SUB" in clause.get("categories", []) and _forbids(clause):
            _clause(builder, clause)


def _clause(builder: Builder, clause: Entity) -> None:
    """What a clause forbids, of whom it names or of all."""
    whole = Said(clause["label"], Passage(), clause.get("matter", ""))
    for claim in closed.read(builder, whole, ""):
        if claim["kind"] == "depth_at_most" and claim.get("holders"):
            claim["limit"] = _depth(builder, whole.matter)
            _add(builder, claim, clause["source"], clause["label"], "closed")
            return
    words = clause.get("heading") or clause["label"]
    statement = Statement("depth_at_most", words, "forbidden_reentrustment")
    _write(builder, statement, Said(words, Passage(), whole.matter), clause["source"])


def _forbids(clause: Entity) -> bool:
    """再委託してはならない, or 再委託しない without an exception."""
    if clause.get("modality"):
        return bool(clause["modality"] == "prohibition")
    excepted = compiled(rules("claims")["allowed"]).search(clause["label"])
    told = closed_statements.read(clause["label"])
    return not excepted and any(each.says == "myself" for each in told)


def _framed(sentence: str) -> bool:
    """Whether the frames say that nothing is handed on, and so whom that binds."""
    told = closed_statements.read(sentence) if _HANDS_ON.search(fold(sentence)) else ()
    return any(each.says == "myself" for each in told)


def of_text(
    builder: Builder, passage: Passage, matter: str, head: str = "", *, whose: str = ""
) -> None:
    """Claims in running text; `whose` holder a statement is about that names none."""
    for each in said.of_passage(passage, matter, head):
        _sentence(builder, each, whose)


def of_rows(builder: Builder, rows: Sequence[Row]) -> None:
    """Claims anywhere in a document whose measures and clauses were read before."""
    of_measures(builder)
    read = "\n".join(
        key(str(each.get(member, "")))
        for kind in ("safeguards", "clauses", "checklist")
        for each in builder.list_of(kind)
        for member in ("label", "wording")
    )
    sentences = things.others(builder, said.of_rows(builder, rows))
    for each in sentences:
        _sentence(builder, each, "", measure=key(each.text)[-_TAIL:] in read)
    one_way.write(builder, sentences, rows)


def _sentence(builder: Builder, each: Said, whose: str, *, measure: bool = False) -> None:
    """`measure`: its prohibitions were read as those of a measure or clause."""
    if _WISH.search(each.text):
        return  # 番号を除いて行うことが望ましい: it is not done yet
    for statement in statements.read(each.text, each.head):
        if statement.kind == "depth_at_most" and (measure or _excepted(each) or _framed(each.text)):
            continue  # 甲社は再委託しない: the frames say whom it binds
        _write(builder, statement, each, each.passage.source, whose)
    for names in statements.closed(each.text):
        _only(builder, names, each, whose)
    for act, printed in statements.whom(each.text):
        of = _THING.search(each.text)
        thing = of["thing"] if of else ""
        items = only_whom.topic_items(builder, each.text)
        nothing(builder, each, only_whom.others(builder, act, printed, each.matter, thing), items)
    for act, printed in statements.denied(each.text):
        nothing(builder, each, only_whom.denied(builder, act, printed, each.matter))
    for printed, labels in statements.includes(each.text):
        named = parties.find(builder, printed) if printed else ""
        holders = [named] if named else parties.by_role(builder, printed, each.matter)
        if not printed:  # 処理させる: the one who does it; 併せて伝える: the one named before
            near = whom.just_named(builder, each) if _TOO.search(each.text) else []
            labels = [one for one in labels if not near or told_items.personal(one)]
            holders = near or parties.by_role(builder, "委託先", each.matter)
        holders = [id_ for id_ in holders if _tells_all(builder.holder_entity(id_), labels)]
        if len(holders) == 1:
            included(builder, each, holders, labels)
    for where, labels in () if _PLANNED.search(each.text) else statements.kept(each.text):
        told = [name for name in map(told_items.personal, labels) if name]
        keeping = told_items.recorded(builder, where, each.matter, whose) if told else []
        if keeping:
            included(builder, each, keeping, told)
    _closed(builder, each, whose, measure=measure)


def _closed(builder: Builder, each: Said, whose: str, *, measure: bool = False) -> None:
    for entity in closed.read(builder, each, whose):
        if entity["kind"] != "depth_at_most" or not (measure or _excepted(each)):
            _add(builder, entity, each.passage.source, each.text, "closed")


def of_rest(builder: Builder, sentences: Sequence[Said]) -> None:
    """Closed statements that stand on no sheet."""
    for each in sentences:
        _closed(builder, each, "")


def nothing(
    builder: Builder, each: Said, holders: Sequence[str], items: Sequence[str] = ()
) -> None:
    """Write that nothing goes to these, or that they have none of these items."""
    if holders:
        entity: Entity = {"kind": "only", "label": each.text, "holders": list(holders)}
        entity.update({"kind": "never", "items": list(items)} if items else {})
        _add(builder, _on(entity, each.matter), each.passage.source, each.text, "only_whom")


_TOO = re.compile("併せて|あわせて")
# 名簿の提供先: what is given, if that is one thing of several
_THING = re.compile(
    r"(?:^[0-9０-９ア-ン()（）.．\s]*|[、。])(?P<thing>[^、。はがをの0-9０-９]{2,24}(?:名簿|台帳|データ|リスト|一覧|帳票|書|表))"
    r"(?:の(?:提供|移転|送付|引渡し|開示)(?:先|の?相手)|[はを]、?[^、。]{2,40}以外)"
)
_GENERAL = re.compile(r"(?:内容|結果|状況|実績|情報|事項|項目)等?$")  # of what, the list says


def _tells_all(holder: Entity, labels: Sequence[str]) -> bool:
    """Whether items are told of somebody outside, or several of a section: one sums up others."""
    several = len(labels) > 1 and told_items.takes(holder)
    return bool(holder.get("external")) or several


def _excepted(each: Said) -> bool:
    """Whether an exception stands behind it."""
    return each.after.startswith(("ただし", "やむを得"))


def forbidden(builder: Builder, passage: Passage, matter: str, holders: Sequence[str] = ()) -> None:
    """再委託 禁止, or 無: nobody, or none of these, hands anything on."""
    label = "再委託の禁止" if compiled("禁止|不可|認めない").search(passage.text) else "再委託なし"
    entity = _on({"kind": "depth_at_most", "label": label, "limit": 1}, matter)
    if holders:
        entity["holders"] = list(holders)
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
    if scoped.of_log(each.text):
        return
    holders = only_items.holders(builder, each, whose)
    items = only_items.named(builder, names, each, holders)
    if items and (
        closed.between_systems(builder, each.text)
        or scoped.of_direction(builder, each, holders)
        or any(shown.is_shown(told) for told in closed_statements.read(each.text))
        or shown.shows(builder, each.text)
    ):
        return
    if items and not holders:
        builder.notes.ask(each.passage, "claim_not_resolved")
    elif items:
        if whose:
            _narrow(builder, each, holders, items)
        else:
            _narrow_recorded(builder, each, holders, items)
        entity: Entity = {"kind": "only", "label": each.text, "holders": holders, "items": items}
        _add(builder, _on(entity, each.matter), each.passage.source, each.text, "only_items")


def _narrow(builder: Builder, each: Said, holders: Sequence[str], items: Sequence[str]) -> None:
    """Where no list but that of the file itself says what somebody gets, the sentence says it."""
    for flow in builder.of_matter("flows", each.matter):
        to = [id_ for id_ in flow.get("to", []) if id_ in holders]
        of_file = flow.get("from") == builder.own and flow["relation"] != "process"
        listed = any(whom.has_list(builder, id_, each.matter) for id_ in to)
        if to and of_file and not listed and flow.pop("lists", None):
            flow["items"] = list(dict.fromkeys([*flow.get("items", []), *items]))


_PROVIDED = ("provide", "transfer", "link")
# of what is kept, and not 取り扱う項目 or 提供する項目
_RECORDED = re.compile(
    r"(?:記録|登録|保有|保管|管理|保存|収録|蓄積)(?:する|される|している|した)?[^、。扱供渡送]{0,6}$"
)


def _narrow_recorded(
    builder: Builder, each: Said, holders: Sequence[str], items: Sequence[str]
) -> None:
    """Of what a system records, those that the sentence names are provided, and not all."""
    recorded = {
        id_
        for flow in builder.of_matter("flows", each.matter)
        if flow["relation"] == "process"
        for id_ in flow.get("lists", [])
    }
    for flow in builder.of_matter("flows", each.matter):
        lists = set(flow.get("lists", []))
        if flow.get("to") != list(holders) or flow["relation"] not in _PROVIDED or not lists:
            continue
        written = [one for one in builder.list_of("lists") if one["id"] in lists]
        listed = {entry.get("item") for one in written for entry in one["entries"]}
        kept = all(_RECORDED.search(one.get("label", "")) for one in written)
        if kept and lists <= recorded and set(items) < listed:
            flow.pop("lists")
            flow["items"] = list(items)
            for one in written:
                one["holders"] = [id_ for id_ in one.get("holders", []) if id_ not in holders]


# …を含まないものとし、成果は公表される: what follows is said of something else
_APART = re.compile(r"(?:とし|であり)、(?=[^、。はが]{2,16}は)")


def _clause_of(statement: Statement, each: Said) -> Said:
    """The sentence up to the clause that has a subject of its own."""
    apart = _APART.search(each.text, statement.start)
    return replace(each, text=each.text[: apart.end()]) if apart else each


def _write(
    builder: Builder, statement: Statement, each: Said, source: str, whose: str = ""
) -> None:
    entity = _on({"kind": statement.kind, "label": statement.text}, each.matter)
    if statement.kind == "never":
        if scoped.is_less(builder, statement, each):
            return
        if not statement.items and whom.of_statistics(builder, _clause_of(statement, each)):
            return
        found = _never(builder, statement, each, entity, whose)
        if not found and statement.strict:
            return
        if not found:
            passage = each.passage or Passage(statement.text)
            builder.notes.ask(passage, "claim_not_resolved")
            return
        if whose and not statement.items and not statement.storage:
            named = [
                id_
                for id_ in entity["holders"]
                if id_ == builder.own or whom.has_list(builder, id_, each.matter)
            ]
            if not named:
                return
            entity["holders"] = named
    elif statement.kind == "depth_at_most":
        entity["limit"] = _depth(builder, each.matter)
        entity["label"] = "再委託の禁止" if len(statement.text) > 60 else statement.text
    _add(builder, entity, source, statement.text, statement.rule)


def _add(builder: Builder, entity: Entity, source: str, printed: str, rule: str) -> None:
    if _known(builder, entity) or _part_of_known(builder, entity, source):
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
        all(_unordered(each.get(m)) == _unordered(entity.get(m)) for m in members)
        for each in builder.of_matter("claims", entity.get("matter", ""))
    )


def _part_of_known(builder: Builder, entity: Entity, source: str) -> bool:
    """Whether the same sentence was read as a claim of the same kind with more items."""
    items = set(entity.get("items", ()))
    return bool(items) and any(
        each["kind"] == entity["kind"] == "only"
        and each["source"] == source
        and each["label"] == tidy(entity["label"])
        and set(each.get("holders", ())) == set(entity.get("holders", ()))
        and items <= set(each.get("items", ()))
        for each in builder.of_matter("claims", entity.get("matter", ""))
    )


def _unordered(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, list) else value


def _bare(label: str) -> str:
    return compiled(r"^.*?(?:者|人|住民)の").sub("", label)


def _never(builder: Builder, statement: Statement, each: Said, entity: Entity, whose: str) -> bool:
    if statement.storage:
        return never.nobody_keeps(builder, statement, entity)
    about = never.named if statement.strict else never.about
    if not statement.items and whom.of_answers(builder, each):
        holders = whom.answering(builder)
    else:
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
