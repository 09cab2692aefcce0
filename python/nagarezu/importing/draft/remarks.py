"""References, claims, and where a case names whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence, merged
from nagarezu.importing.fields import claims as statements
from nagarezu.importing.fields import references
from nagarezu.importing.fields.references import Reference
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, sources
from nagarezu.importing.rules import rules
from nagarezu.importing.rules.characters import key, tidy


class Papers:
    """The papers that a document points to, and which of them are at hand."""

    def __init__(
        self, rows: Sequence[Row], present: dict[str, str], titles: Iterable[Passage] = ()
    ) -> None:
        self.cited: dict[str, list[Reference]] = {}
        self.present = dict(present)  # label → why it counts as present
        self._titles = [passage for passage in titles if len(tidy(passage.text)) >= 4]
        for row in rows:
            attached = references.heading(row.text)
            if attached:
                self.present.setdefault(attached, "heading")
            for cell in row.filled:
                for each in references.read(cell):
                    if each.label != attached:
                        self.cited.setdefault(each.label, []).append(each)
                        self._by_title(each, cell)

    def _by_title(self, reference: Reference, cell: Passage) -> None:
        """個人情報の流れは、資料21-1のとおり: the figure of that title."""
        sentence = next(
            (part for part in re.split(r"[。\n※]", cell.text) if reference.printed in part), ""
        )
        head = key(sentence.split(reference.printed)[0])
        subject = re.sub(r"[はが、]+$", "", head)
        for title in self._titles:
            if len(subject) >= 4 and key(title.text).endswith(subject):
                self.present.setdefault(reference.label, "title")

    @property
    def unresolved(self) -> set[str]:
        return {label for label in self.cited if label not in self.present}

    def write(self, builder: Builder) -> None:
        for label, found in self.cited.items():
            entity: Entity = {"label": label}
            if label in self.present:
                entity["resolved"] = True
            entity["source"] = sources(place for each in found for place in each.passage.places)
            why = self.present.get(label, "")
            entity["provenance"] = [
                evidence(
                    "label", found[0].passage, label, found[0].rule, 0.95, printed=found[0].printed
                )
            ]
            if why == "title":
                entity["provenance"].append(
                    evidence(
                        "resolved",
                        found[0].passage,
                        "true",
                        "title_matches",
                        0.7,
                        reason="番号の印字はなく、題名で対応させた",
                    )
                )
            builder.add("references", entity)


def mentions(builder: Builder, parts: Sequence[tuple[str, str, Passage]]) -> None:
    """Where each holder is named: `parts` are sheet, matter and text."""
    keyed = [
        (sheet, matter, passage, [(line, key(line.text)) for line in passage.lines()])
        for sheet, matter, passage in parts
    ]
    for entity in builder.list_of("holders"):
        if entity["id"] == builder.own:
            continue
        names = [name for name in builder.names_of(entity["id"]) if len(name) >= 2]
        found: dict[tuple[str, str], str] = {}
        for sheet, matter, _, lines in keyed:
            for line, plain in lines:
                if any(name in plain for name in names):
                    found[sheet, matter] = merged(found.get((sheet, matter), ""), line.source)
        if found:
            entity["mentions"] = [
                {"sheet": sheet, **({"matter": matter} if matter else {}), "source": places}
                for (sheet, matter), places in found.items()
            ]


def claims(builder: Builder) -> None:
    """Claims in the words of the safeguards, and what the clauses forbid."""
    for entity in list(builder.list_of("safeguards")):
        for statement in statements.read(entity["label"], Passage()):
            _claim(builder, statement, entity["matter"], entity["source"])
    for clause in builder.list_of("clauses"):
        forbids = clause.get("modality") == "prohibition" and "SUB" in clause.get("categories", [])
        if forbids:
            statement = statements.Statement(
                "depth_at_most",
                clause.get("heading") or clause["label"],
                Passage(),
                "forbidden_reentrustment",
            )
            _claim(builder, statement, clause.get("matter", ""), clause["source"])


def of_text(builder: Builder, passage: Passage, matter: str) -> None:
    """Claims in running text."""
    for statement in statements.read(passage.text, passage):
        _claim(builder, statement, matter, passage.source)


def _claim(builder: Builder, statement: statements.Statement, matter: str, source: str) -> None:
    entity: Entity = {"kind": statement.kind, "label": statement.text}
    if matter:
        entity["matter"] = matter
    passage = statement.passage
    if statement.kind == "only":
        if not _only(builder, statement, entity):
            builder.notes.ask(_at(statement, passage), "claim_not_resolved")
            return
    elif statement.kind == "never":
        if not _never(builder, statement, entity):
            builder.notes.ask(_at(statement, passage), "claim_not_resolved")
            return
    elif statement.kind == "depth_at_most":
        entity["limit"] = _depth(builder, matter)
        entity["label"] = "再委託の禁止" if len(statement.text) > 60 else statement.text
    if _known(builder, entity):
        return
    number = sum(1 for each in builder.list_of("claims") if each["kind"] != "count") + 1
    claim: Entity = {"id": builder.fresh(f"c{number}"), **entity, "source": source}
    proof = {
        "field": "kind",
        "source": source,
        "printed": statement.text[:2000],
        "normalised": statement.kind,
        "rule": statement.rule,
        "confidence": 0.8,
        "review": "unreviewed",
    }
    claim["provenance"] = [proof]
    builder.add("claims", claim)


def _at(statement: statements.Statement, passage: Passage) -> Passage:
    return passage if passage else Passage(statement.text)


def _known(builder: Builder, entity: Entity) -> bool:
    members = ("kind", "matter", "holders", "items", "classes", "limit", "storage")
    return any(
        all(each.get(m) == entity.get(m) for m in members) for each in builder.list_of("claims")
    )


def _resolve(builder: Builder, printed: str) -> str:
    """The holder whose name the words end with or hold; empty if none or several do."""
    plain = key(printed)
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


def _only(builder: Builder, statement: statements.Statement, entity: Entity) -> bool:
    holder = _resolve(builder, statement.holder)
    found = [(label, builder.find_item(_bare(label))) for label in statement.items]
    if not holder or not any(id_ for _, id_ in found):
        return False
    entity["holders"] = [holder]
    entity["items"] = list(dict.fromkeys(id_ for _, id_ in found if id_))
    return all(id_ for _, id_ in found)


def _bare(label: str) -> str:
    return re.sub(r"^.*?(?:者|人|住民)の", "", label)


def _never(builder: Builder, statement: statements.Statement, entity: Entity) -> bool:
    if statement.storage:
        plain = key(statement.text)
        named = [
            each["id"]
            for each in builder.list_of("holders")
            if each["id"] != builder.own
            and each.get("operator") != builder.own
            and any(len(name) >= 4 and name in plain for name in builder.names_of(each["id"]))
        ]
        outside = named or [
            each["id"] for each in builder.list_of("holders") if each.get("external")
        ]
        entity.update(
            {"holders": outside, "classes": list(rules("claims")["numbers"]), "storage": True}
        )
        return bool(outside)
    holder = _resolve(builder, statement.holder)
    zones = {
        each.get("zone", ""): each["id"] for each in builder.list_of("holders") if each.get("zone")
    }
    if not holder:
        internet = [id_ for zone, id_ in zones.items() if "インターネット" in zone]
        if re.search(r"外部ネットワーク|インターネット", statement.holder) and len(internet) == 1:
            holder = internet[0]
    if not holder:
        return False
    if statement.items:  # 氏名は渡さない
        named = [builder.find_item(_bare(label)) for label in statement.items]
        entity.update({"holders": [holder], "items": list(dict.fromkeys(filter(None, named)))})
        return all(named)
    entity.update({"holders": [holder], "classes": list(rules("claims")["identifying"])})
    return True


def _depth(builder: Builder, matter: str) -> int:
    tiers = [
        builder.holder_entity(id_).get("tier", 1)
        for flow in builder.list_of("flows")
        if flow.get("matter") == matter and flow["relation"] in ("entrust", "delegate", "reentrust")
        for id_ in flow.get("to", [])
    ]
    entrusted = [tier for tier in tiers if tier]
    return min(entrusted) if entrusted else 1
