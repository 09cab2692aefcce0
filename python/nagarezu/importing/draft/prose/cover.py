"""What the first page of a 答申 or 諮問書 says of itself: title, body, dates, basis, the matter."""

from __future__ import annotations

import re

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import approvals
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.prose.form import Prose, text_of
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_KINDS = (
    ("reentrust", "再委託"),
    ("entrust", "委託"),
    ("link", "結合|接続"),
    ("provide", "提供"),
    ("transfer", "目的外"),
    ("process", "コンピュータ処理|電子計算(?:機|組織)(?:による|の)?処理|電算処理|システム"),
)
_LAW = re.compile(
    r"(?P<law>[^、。「」()\s]{2,40}?(?:条例|法律|法))(?:\([^()]{0,80}\))?(?:\([^()]{0,40}\))?(?P<article>第\d+条(?:の\d+)?(?:第\d+項)?)"
)
_HEAD_LINE = re.compile(
    r"\A[^\n。、]{1,20}\n"
)  # 審議会の結論, above the sentence that names the law
_BRACKET_SPACES = re.compile(r"(?<=[（(]) | (?=[（()）])")  # （ 答申 ）
MATTER = "m1"


def preamble(builder: Builder, paper: Prose) -> None:
    text = tidy("".join(line.text for line in paper.preamble))
    builder.content["title"] = _BRACKET_SPACES.sub("", tidy(paper.title.text))
    answer = "答申" in (paper.title.text or text)
    builder.content["procedure"] = "answer" if answer else "consultation"
    body_name = compiled(
        r"(?P<body>[^ 　\t、。()（）\n様]{2,40}?(?:審議会|審査会|委員会))(?=会長|"
        r"委員長|は|$|[ 　様\n])"
    ).search(
        _joined_names(paper),
    )
    if body_name:
        builder.content["body"] = compiled(r"^.*(?:様|殿|長|日)(?=[一-龥]{2,6}[区市町村])").sub(
            "", body_name["body"]
        )
    for line in paper.preamble:
        for each in dates(line.text):
            if not each.iso or each.precision != "day":
                continue
            rest = tidy(line.text[each.end :])
            label = "諮問" if "諮問" in rest else "" if rest else ("答申" if answer else "諮問")
            number = compiled(r"諮問[(（]?(第[0-9０-９]+号)").search(rest)
            label = f"諮問（{number[1]}）" if number else label
            if label:
                entity: Entity = {
                    "label": label,
                    "printed": tidy(each.printed),
                    "date": each.iso,
                    "source": line.source,
                }
                entity["provenance"] = [
                    evidence("date", line, each.iso, "dates", printed=each.printed)
                ]
                builder.add("dates", entity)


def _joined_names(paper: Prose) -> str:
    """Lines of the preamble, those of a broken name joined: …保護制度 / 運営審議会会長."""
    return "\n".join(tidy(line.text) for line in paper.preamble).replace("制度\n", "制度")


def matter(builder: Builder, paper: Prose) -> Entity:
    """The one matter, with what its head parts say of section, reason and task."""
    title = builder.content.get("title") or "件名の記載なし"
    plain = without_brackets(title)
    kinds = [kind for kind, words in _KINDS if compiled(words).search(plain)] or ["other"]
    entity: Entity = {
        "id": builder.fresh(MATTER),
        "title": compiled(r"[(（](?:答申|諮問)[)）]$").sub("", title),
        "kinds": kinds,
    }
    if paper.title:
        entity["source"] = paper.title.source
        entity["provenance"] = [evidence("title", paper.title, entity["title"], "title_line")]
    for member, topic in (("department", "section"), ("register_name", "task")):
        for part in paper.about(topic)[:1]:
            text = text_of(part.node)
            if text and len(text.text) <= 80:
                entity[member] = tidy(text.lines()[0].text)
    in_charge = _SECTION.fullmatch(key(str(entity.get("department", ""))))
    for found in (in_charge, _put_by(paper)):
        if found:
            builder.sections.add(found["section"])
    given = approvals([node.passage for root in paper.roots for node in [root]])
    if given:
        entity["approvals"] = given
    builder.add("matters", entity)
    _basis(builder, paper)
    return entity


_SECTION = re.compile(r"(?:.*[局部会])?(?P<section>[一-龥々ァ-ヶー]{2,12}[課室])")
_PUT_BY = re.compile(
    r"^\s*[(](?:事務|説明|提案)?(?:の?担当|主管|所管)(?:課|部署)?[ 　:]+"
    r"(?P<name>[^()]{2,40})[)]\s*$"
)


def _put_by(paper: Prose) -> re.Match[str] | None:
    """（担当　教育委員会事務局　学校給食課） on a line above the first part: who puts the paper."""
    lines = (_PUT_BY.match(fold(line.text)) for line in paper.preamble)
    named = next((key(line["name"].split()[-1]) for line in lines if line), "")
    return _SECTION.fullmatch(named)


def _basis(builder: Builder, paper: Prose) -> None:
    seen: set[str] = set()
    passages = [
        *paper.preamble,
        *[path[-1].passage for root in paper.roots[:1] for path in root.walk()],
    ]
    for passage in passages:
        text = _HEAD_LINE.sub("", fold(passage.text))
        for match in _LAW.finditer(compiled(r"\s").sub("", text)):
            label = match["law"] + match["article"]
            if label not in seen:
                seen.add(label)
                proof = evidence("label", passage, label, "strip_parenthesis", 0.9)
                builder.add(
                    "basis", {"label": label, "source": passage.source, "provenance": [proof]}
                )
