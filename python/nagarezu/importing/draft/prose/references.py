"""Papers that a 答申 or 諮問書 names: cited, listed as attached, or added to the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import references
from nagarezu.importing.form.prose.form import Prose, body
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import KANJI_DIGITS, fold, key, outside_brackets, tidy

# 契約書に「甲乙特記事項」を付し: a paper of its own that goes with the contract
_ADDED = re.compile(
    r"(?<!別[紙添記表]\d)(?<!別[紙添記表])「(?P<label>[^「」]{3,30}(?:特記事項|特記仕様書|遵守事項|特約条項|特則))」"
    r"(?:\((?P<at>[^()]{1,20})\))?を(?:契約書?に)?(?:付|添|別添|別紙|加え|綴|とじ|組み?入れ|盛り?込)"
)
_NUMBERED = re.compile(r"^(?:[(]?\d{1,2}[).、 ]|[①-⑳・])[ ]*")
# none, or who writes: （都市整備部交通政策課）
_NONE = re.compile(
    r"^(?:(?:担当|問い?合わ?せ先|連絡先|照会先|所管)[^、。]*|なし|無し?|特になし|別添|以上|[(（][^()（）]*[)）])$"
)


def read(builder: Builder, paper: Prose, rows: Sequence[Row]) -> None:
    """Cited by their numbers, listed without one, and added to the contract."""
    present = dict.fromkeys(paper.attached, "heading")
    Papers(rows, present, []).write(builder)
    _attached(builder, paper)
    _added(builder, paper, rows)


def _papers_of(node: Node) -> Iterator[tuple[str, Passage]]:
    """Numbered, on lines, or 甲、乙、丙 on one line."""
    for line in body(node).lines():
        if line.text.rstrip().endswith("。"):
            continue  # 次の資料は、当日に配布する。
        for part in outside_brackets(line.text, "、，"):
            yield _label(part), line
    for child in node.children:
        for path in child.walk():
            if path[-1].passage and not path[-1].passage.text.rstrip().endswith("。"):
                yield _label(path[-1].passage.text), path[-1].passage


def _label(printed: str) -> str:
    """The name of a paper without a number of the list and without 1部."""
    if heading := references.heading(printed):
        return heading
    text = tidy(printed).strip("・。 ")
    number = references.heading(printed.strip("・。 "))
    if number and number[-1] in KANJI_DIGITS:  # 別紙一　甲: without its space no number
        return number
    mark = _NUMBERED.match(fold(text))
    text = text[mark.end() :] if mark else text
    return compiled(r"[ 　]*(?:各)?[0-9０-９一]{1,2}[部通]$").sub("", text)


def _attached(builder: Builder, paper: Prose) -> None:
    """添付資料: papers that are named and, without a number, are not in the document."""
    for part in paper.about("attachments"):
        for label, passage in _papers_of(part.node):
            number = references.heading(label) or _figure(paper, label)
            if not _NONE.match(label) and not label.isdigit():
                _write(builder, paper, number or label, passage, "attached_paper")


def _figure(paper: Prose, label: str) -> str:
    """図1 of 図1 受付の流れ, where it stands under that number."""
    match = compiled(r"図[ ]?\d{1,2}(?!\d)").match(fold(label))
    number = compiled(r"[ ]").sub("", match.group()) if match else ""
    return number if number in paper.attached else ""


def _added(builder: Builder, paper: Prose, rows: Sequence[Row]) -> None:
    for row in rows:
        whole = joined(row.filled)
        for match in _ADDED.finditer(compiled(r"\s").sub("", fold(whole.text))):
            at = match["at"] or ""  # 「甲乙特記事項」(別紙): it stands there
            label = at if at in paper.attached else match["label"]
            _write(builder, paper, label, whole, "named_paper")


def _write(builder: Builder, paper: Prose, label: str, passage: Passage, rule: str) -> None:
    known = {key(each["label"]) for each in builder.list_of("references")}
    if not label or key(label) in known:
        return
    here = {key(each.title.text) for each in paper.forms} | {key(each) for each in paper.attached}
    entity: Entity = {"label": label}
    if key(label) in here:
        entity["resolved"] = True
    proof = evidence("label", passage, label, rule)
    entity.update({"source": passage.source, "provenance": [proof]})
    builder.add("references", entity)
