"""From numbered prose, a 答申 or 諮問書, to a case of one matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nagarezu.importing.draft import claims, crosswalk, prose_lists, prose_partners, remarks
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.cover import approvals, municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.matters import step_entity
from nagarezu.importing.draft.measures import add
from nagarezu.importing.draft.remarks import Papers
from nagarezu.importing.fields import names, safeguards, work
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.periods import periods
from nagarezu.importing.form import prose as form
from nagarezu.importing.form.prose import Prose, body, head
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node, position
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, tidy, without_brackets

_KINDS = (
    ("reentrust", "再委託"),
    ("entrust", "委託"),
    ("link", "結合|接続"),
    ("provide", "提供"),
    ("process", "コンピュータ処理|電子計算機処理|電算処理|システム"),
)
_LAW = re.compile(
    r"(?P<law>[^、。「」()\s]{2,40}?(?:条例|法律|法))(?:\([^()]{0,80}\))?(?:\([^()]{0,40}\))?(?P<article>第\d+条(?:の\d+)?(?:第\d+項)?)"
)
_PARTNER = re.compile(r"事業者|相手方|受託|委託先|提供先|結合先|運営者|会社")
MATTER = "m1"


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of a paper in numbered prose."""
    paper = form.read(rows)
    municipality(builder, rows)
    _preamble(builder, paper)
    matter = _matter(builder, paper)
    groups = Groups(builder)
    _subjects(groups, paper, rows)
    partners = prose_partners.read(builder, paper)
    _periods(builder, paper, matter)
    listed = prose_lists.read(builder, paper)
    _hosted(builder, paper)
    ids = groups.settle()
    prose_lists.connect(builder, matter, listed, partners, ids)
    if ids:
        builder.holder_entity(builder.own)["creates"] = [{"subjects": ids, "open": True}]
    measures = _measures(builder, paper)
    prose_lists.entrusted(builder, matter, ids)
    crosswalk.write(builder, paper, measures)
    _work(paper, matter)
    papers = Papers(rows, {}, [])
    papers.write(builder)
    _attached(builder, paper)
    remarks.mentions(builder, [("matter", MATTER, joined([row.whole for row in rows]))])
    claims.of_measures(builder)
    for passage in paper.remarks:
        claims.of_text(builder, passage, MATTER)
    builder.resolve_derived()


def _preamble(builder: Builder, paper: Prose) -> None:
    text = tidy("".join(line.text for line in paper.preamble))
    builder.content["title"] = tidy(paper.title.text) if paper.title else ""
    answer = "答申" in (paper.title.text or text)
    builder.content["procedure"] = "answer" if answer else "consultation"
    body_name = re.search(
        r"(?P<body>[^ 　\t、。()（）\n様]{2,40}?(?:審議会|審査会|委員会))(?=会長|"
        r"委員長|は|$|[ 　様\n])",
        _joined_names(paper),
    )
    if body_name:
        builder.content["body"] = re.sub(
            r"^.*(?:様|殿|長|日)(?=[一-龥]{2,6}[区市町村])", "", body_name["body"]
        )
    for line in paper.preamble:
        for each in dates(line.text):
            if not each.iso or each.precision != "day":
                continue
            rest = tidy(line.text[each.end :])
            label = "諮問" if "諮問" in rest else "" if rest else ("答申" if answer else "諮問")
            number = re.search(r"諮問[(（]?(第[0-9０-９]+号)", rest)
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


def _matter(builder: Builder, paper: Prose) -> Entity:
    title = builder.content.get("title") or "件名の記載なし"
    plain = without_brackets(title)
    kinds = [kind for kind, words in _KINDS if re.search(words, plain)][:1] or ["other"]
    matter: Entity = {
        "id": builder.fresh(MATTER),
        "title": re.sub(r"[(（](?:答申|諮問)[)）]$", "", title),
        "kinds": kinds,
    }
    if paper.title:
        matter["source"] = paper.title.source
        matter["provenance"] = [evidence("title", paper.title, matter["title"], "title_line")]
    given = approvals([node.passage for root in paper.roots for node in [root]])
    if given:
        matter["approvals"] = given
    builder.add("matters", matter)
    _basis(builder, paper)
    return matter


def _basis(builder: Builder, paper: Prose) -> None:
    seen: set[str] = set()
    passages = [
        *paper.preamble,
        *[path[-1].passage for root in paper.roots[:1] for path in root.walk()],
    ]
    for passage in passages:
        for match in _LAW.finditer(re.sub(r"\s", "", fold(passage.text))):
            label = match["law"] + match["article"]
            if label not in seen:
                seen.add(label)
                proof = evidence("label", passage, label, "strip_parenthesis", 0.9)
                builder.add(
                    "basis", {"label": label, "source": passage.source, "provenance": [proof]}
                )


_COUNTED = re.compile(r"(?P<who>[^、。\n]{2,30}?)(?:の数)?(?:は|が)、?[^。\n]{0,30}?$")


def _subjects(groups: Groups, paper: Prose, rows: Sequence[Row]) -> None:
    parts = paper.about("subjects")
    for part in parts:
        text = joined(
            [
                body(part.node),
                *[path[-1].passage for child in part.node.children for path in child.walk()],
            ]
        )
        cleaned = _without_unknown(text)
        groups.named(cleaned)
        groups.count(text)
    if parts:
        return
    from nagarezu.importing.fields import subjects
    from nagarezu.importing.fields.counts import counts

    for root in paper.roots:
        for path in root.walk():
            passage = path[-1].passage
            for count in counts(passage.text):
                match = _COUNTED.search(fold(tidy(passage.text[: count.start].split("\n")[-1])))
                if match and subjects.names_persons(match["who"]) and count.unit != "record":
                    groups.name(match["who"], passage)
                    groups.give(match["who"], count, passage)
    if not groups.groups:
        _most_named(groups, rows)


def _without_unknown(text: Passage) -> Passage:
    """河川を渡る者（人数は不詳）: the note is no part of the name."""
    match = re.search(r"[(（][^()（）]*(?:不詳|不明|未定)[^()（）]*[)）]", text.text)
    return text.part(0, match.start()) if match else text


_PERSONS = re.compile(
    r"(?<![一-龥ァ-ヶー])(?P<who>[一-龥ァ-ヶー]{0,10}(?:対象者|申請者|利用者|受給者|登録者|申込者|予約者|参加者|該当者))"
)


def _most_named(groups: Groups, rows: Sequence[Row]) -> None:
    """No part says of whom the paper speaks: the group that it names most, as a question."""
    seen: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for row in rows:
        for match in _PERSONS.finditer(tidy(row.text)):
            seen[match["who"]] += 1
            first.setdefault(match["who"], row.filled[0])
    for who, times in seen.most_common(2):
        if times >= 3:
            groups.name(who, first[who])
            groups.builder.notes.ask(first[who], "subjects_not_stated")


def _periods(builder: Builder, paper: Prose, matter: Entity) -> None:
    for part in paper.about("time"):
        text = joined(
            [
                body(part.node),
                *[path[-1].passage for child in part.node.children for path in child.walk()],
            ]
        )
        if not text:
            text = part.node.passage
        for period in periods(text):
            found: Entity = {
                "label": period.label or head(part.node),
                "kind": "operation",
                "printed": period.printed.strip(),
            }
            if period.start:
                found["start"] = period.start
            if period.end:
                found["end"] = period.end
            if period.renewed:
                found["renewed"] = True
            found["source"] = period.passage.source
            found["provenance"] = [
                evidence(
                    "start",
                    period.passage,
                    f"{period.start}/{period.end}",
                    period.rule,
                    printed=period.printed,
                )
            ]
            matter.setdefault("periods", []).append(found)


def _measures(builder: Builder, paper: Prose) -> crosswalk.Measures:
    """Safeguards by the marks that lead to them, for the crosswalk: ("2", "5", "ア", "ア") → id."""
    made: crosswalk.Measures = {}
    taken: set[int] = set()
    for part in paper.about("safeguards"):
        if any(id(node) in taken for node in part.path):
            continue
        taken.update(id(path[-1]) for path in part.node.walk())
        sides = [child for child in part.node.children if child.children and len(head(child)) <= 40]
        if not sides:
            sides = [part.node]
        for side in sides:
            above = part.path if side is part.node else (*part.path, side)
            _of_side(builder, side, above, made)
    return made


def _of_side(
    builder: Builder, side: Node, above: tuple[Node, ...], made: crosswalk.Measures
) -> None:
    title = head(side)
    party = "partner" if _PARTNER.search(title) else "own"
    layer = (
        safeguards.layer_of(re.sub(r"システム提供|情報システム", "", title))
        if re.search(r"運用|技術|物理|組織|システム上", title)
        else "unspecified"
    )
    generic = re.match(r"(?P<who>[^のが]{2,20}?(?:事業者|相手方|受託者))(?:の|が)", title)
    if generic and party == "partner" and generic["who"] in ("サービス提供事業者",):
        builder.holder(
            generic["who"],
            "organisation",
            side.passage,
            id_="service-provider",
            tier=1,
            external=True,
        )
    for child in side.children:
        for path in child.walk():
            node = path[-1]
            if not node.passage:
                continue
            text = tidy(node.passage.text)
            measure = safeguards.measure(text, node.passage, layer, "")
            measure.path, measure.doubtful = position(path), node.doubtful
            id_ = add(builder, MATTER, party, measure)
            made[crosswalk.marks((*above, *path))] = id_
            _company(builder, text, node.passage, party)


_COMPANY = re.compile(
    r"^(?P<who>[^、。はがの]{0,20}(?:株式会社|有限会社|合同会社|法人)[^、。はが]{0,20}?)(?:は|が)、?"
)


def _company(builder: Builder, text: str, passage: Passage, party: str) -> None:
    match = _COMPANY.match(text)
    if not match or party != "partner":
        return
    label = names.written(match["who"])
    known = names.known(label)
    if known and known[2] not in ("company",):
        return
    name = names.Name(label, passage, match["who"], "subject_of_measure", known[0] if known else "")
    id_ = builder.organisation(name)
    builder.alias("@entrusted", id_)


def _work(paper: Prose, matter: Entity) -> None:
    steps = []
    for part in paper.about("system"):
        for child in part.node.children:
            if child.children:
                for grandchild in child.children:
                    step = work.step(
                        without_brackets(head(grandchild)), grandchild.passage, head(child)
                    )
                    steps.append(step_entity(step))
            elif "。" not in head(child):
                steps.append(step_entity(work.step(without_brackets(head(child)), child.passage)))
    if steps:
        matter["work"] = steps


_HOSTED = re.compile(r"ASP|SaaS|クラウドサービス|事業者が(?:提供|運営|運用)")


def _hosted(builder: Builder, paper: Prose) -> None:
    """A system that the paper describes as a service is run by who provides the service."""
    provider = next(
        (
            each["id"]
            for each in builder.list_of("holders")
            if each.get("external") and each["kind"] == "organisation"
        ),
        "",
    )
    sides = " ".join(head(path[-1]) for root in paper.roots for path in root.walk())
    for part in paper.about("system"):
        for child in part.node.children:
            system = builder.find_holder(names.written(without_brackets(head(child))))
            text = fold(tidy(joined([body(child), child.passage]).text))
            if not system or not _HOSTED.search(text):
                continue
            if not provider and "サービス提供事業者" in sides:
                provider = builder.holder(
                    "サービス提供事業者",
                    "organisation",
                    child.passage,
                    id_="service-provider",
                    tier=1,
                    external=True,
                    rule="asp_service",
                )
            entity = builder.holder_entity(system)
            entity.update({"tier": 1, "external": True})
            entity.pop("operator", None)
            if provider:
                entity["operator"] = provider
            if re.search(r"インターネット(?:上|に)", text):
                entity["zone"] = "インターネット"
            entity["provenance"].append(
                evidence("external", child.passage, "true", "asp_service", 0.8)
            )


def _attached(builder: Builder, paper: Prose) -> None:
    """添付資料: papers that are named and not in the document."""
    for part in paper.about("attachments"):
        lines = [child.passage for child in part.node.children] or body(part.node).lines()
        for passage in lines:
            label = tidy(passage.text)
            if label:
                proof = evidence("label", passage, label, "attached_paper")
                builder.add(
                    "references", {"label": label, "source": passage.source, "provenance": [proof]}
                )
