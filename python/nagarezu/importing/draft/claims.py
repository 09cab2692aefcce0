"""Claims: closed-world statements of a document, resolved to the holders and items of its case.

A statement in words becomes a claim only if it names somebody and something that the case has; one
that speaks of items of the case but leaves open whose they are is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields.claims import Statement
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy, without_brackets


def of_measures(builder: Builder) -> None:
    """Claims in the words of the safeguards, and what the clauses forbid."""
    for entity in list(builder.list_of("safeguards")):
        for statement in statements.read(entity["label"], Passage()):
            _write(builder, statement, entity["matter"], entity["source"])
    for clause in builder.list_of("clauses"):
        forbids = clause.get("modality") == "prohibition" and "SUB" in clause.get("categories", [])
        if forbids:
            words = clause.get("heading") or clause["label"]
            statement = Statement("depth_at_most", words, Passage(), "forbidden_reentrustment")
            _write(builder, statement, clause.get("matter", ""), clause["source"])


def of_text(builder: Builder, passage: Passage, matter: str) -> None:
    """Claims in running text."""
    for statement in statements.read(passage.text, passage):
        _write(builder, statement, matter, passage.source)


def only_items(builder: Builder, rows: Sequence[Row]) -> None:
    """Sentences anywhere that say of some items: these and no others."""
    for matter, row in _by_matter(builder, rows):
        for cell in row.filled:
            for closed in statements.closed(cell):
                _only(builder, closed, matter)


def _by_matter(builder: Builder, rows: Sequence[Row]) -> Iterable[tuple[str, Row]]:
    """Each row with the matter on whose sheet it stands; empty in front of the first of several."""
    matters = builder.list_of("matters")
    current = str(matters[0]["id"]) if len(matters) == 1 else ""
    for row in rows:
        text = ""
        for matter in matters[1:] if current else matters:
            if str(row.place) not in str(matter.get("source", "")).split():
                continue
            text = text or key(row.text)
            if key(matter["title"])[:20] in text:
                current = str(matter["id"])
        yield current, row


def _only(builder: Builder, closed: statements.Closed, matter: str) -> None:
    items = _named_items(builder, closed)
    if not items:
        return
    holder = _resolve(builder, closed.sentence) or _by_role(builder, closed.sentence, matter)
    if not holder:
        builder.notes.ask(closed.passage, "claim_not_resolved")
        return
    entity: Entity = {"kind": "only", "label": tidy(closed.sentence), "holders": [holder]}
    entity["items"] = items
    if matter:
        entity["matter"] = matter
    _add(builder, entity, closed.passage.source, closed.sentence, "only_items")


_OWNER = re.compile(r"([^はが、。「」]{1,16}(?:者|人|住民|保護者|児童|生徒|世帯主))の[^の]+$")


def _named_items(builder: Builder, closed: statements.Closed) -> list[str]:
    """Items in front of のみ, from the last name back to the first that is none.

    One of them must be listed. Another one beside it that is called like an item is one, though no
    list has it: that is for a finding to say.
    """
    found: list[str] = []
    listed = False
    owners = [_OWNER.search(part[0]) for part in closed.names]
    for at in reversed(range(len(closed.names))):
        part = closed.names[at]
        owner = next(filter(None, reversed(owners[:at])), None)  # 寄附者の氏名、住所: 寄附者の住所
        whole = [f"{owner[1]}の{part[0]}"] if owner and "の" not in part[0] else []
        group = next(filter(None, (_of_group(builder, name) for name in part)), [])
        if group:  # 申請の内容のみ: all items of the group that is so called
            found.extend(reversed(group))
            listed = True
            continue
        id_ = next(filter(None, (builder.find_item(name) for name in (*whole, *part))), "")
        listed = listed or bool(id_)
        if not id_ and meaning(part[-1]).classes and len(part[-1]) <= 20:
            id_ = builder.item(part[-1], closed.passage, part[-1], "only_items")
        if not id_:
            break
        found.append(id_)
    return list(dict.fromkeys(reversed(found))) if listed else []


def _of_group(builder: Builder, label: str) -> list[str]:
    """The items below the entry of that name, in whichever list has it first."""
    for each in builder.list_of("lists"):
        entries = each.get("entries", [])
        heads = [
            e["position"] for e in entries if "item" not in e and key(e["label"]) == key(label)
        ]
        if heads:
            below = f"{heads[0]}."
            return [e["item"] for e in entries if "item" in e and e["position"].startswith(below)]
    return []


_ROLES = (
    (r"再委託(?:先|事業者|業者)|再受託者", ("reentrust",)),
    (r"委託先|受託者|受託事業者|委託事業者|委任先|委託業者|事業者", ("entrust", "delegate")),
    (r"結合の相手方|結合先|送信する|接続先", ("link",)),
    (r"提供先|外部提供|提供する|提供の相手方", ("provide",)),
)


def _by_role(builder: Builder, sentence: str, matter: str) -> str:
    """The one holder who has the part that the sentence names; empty if several have it."""
    roles = next((found for words, found in _ROLES if re.search(words, sentence)), ())
    partners = _partners(builder, matter)
    having = {id_ for id_, relation in partners if relation in roles}
    everybody = {id_ for id_, _ in partners}
    for ids in (having, everybody):
        if len(ids) == 1:
            return ids.pop()
    return ""


def _partners(builder: Builder, matter: str) -> list[tuple[str, str]]:
    """Holders outside to whom a flow of the matter goes, with its relation."""
    return [
        (id_, str(flow["relation"]))
        for flow in builder.list_of("flows")
        if flow["matter"] == matter or not matter
        for id_ in flow.get("to", [])
        if builder.holder_entity(id_).get("external")
    ]


def _write(builder: Builder, statement: Statement, matter: str, source: str) -> None:
    entity: Entity = {"kind": statement.kind, "label": statement.text}
    if matter:
        entity["matter"] = matter
    if statement.kind == "never":
        if not _never(builder, statement, entity):
            passage = statement.passage or Passage(statement.text)
            builder.notes.ask(passage, "claim_not_resolved")
            return
    elif statement.kind == "depth_at_most":
        entity["limit"] = _depth(builder, matter)
        entity["label"] = "再委託の禁止" if len(statement.text) > 60 else statement.text
    _add(builder, entity, source, statement.text, statement.rule)


def _add(builder: Builder, entity: Entity, source: str, printed: str, rule: str) -> None:
    if _known(builder, entity):
        return
    number = sum(1 for each in builder.list_of("claims") if each["kind"] != "count") + 1
    claim: Entity = {"id": builder.fresh(f"c{number}"), **entity, "source": source}
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
        all(each.get(m) == entity.get(m) for m in members) for each in builder.list_of("claims")
    )


def _resolve(builder: Builder, printed: str) -> str:
    """The holder whose name the words end with or hold; empty if none or several do."""
    plain = key(without_brackets(printed))
    whole = builder.find_holder(printed)
    if whole:
        return whole
    hits = [
        (plain.rfind(name), -len(name), entity["id"])
        for entity in builder.list_of("holders")
        if entity["id"] != builder.own
        for name in builder.names_of(entity["id"])
        if len(name) >= 3 and name in plain
    ]
    return str(max(hits)[2]) if hits else ""


def _bare(label: str) -> str:
    return re.sub(r"^.*?(?:者|人|住民)の", "", label)


def _never(builder: Builder, statement: Statement, entity: Entity) -> bool:
    if statement.storage:
        return _nobody_keeps(builder, statement, entity)
    holder = (
        _resolve(builder, statement.holder)
        or _on_internet(builder, statement.holder)
        or _by_role(builder, statement.holder, entity.get("matter", ""))
    )
    if not holder:
        return False
    entity["holders"] = [holder]
    if statement.items:  # 氏名は渡さない
        named = [builder.find_item(_bare(label)) for label in statement.items]
        entity["items"] = list(dict.fromkeys(filter(None, named)))
        return all(named)
    entity["classes"] = list(rules("claims")["identifying"])
    return True


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
        for flow in builder.list_of("flows")
        if flow.get("matter") == matter and flow["relation"] in ("entrust", "delegate", "reentrust")
        for id_ in flow.get("to", [])
    ]
    entrusted = [tier for tier in tiers if tier]
    return min(entrusted) if entrusted else 1
