"""From a 答申 or 諮問書 to a case of one matter."""

from __future__ import annotations

from collections.abc import Sequence

from nagarezu.importing.draft import announced, crosswalk, remarks
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.draft.cover import municipality
from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.draft.matters import step_entity
from nagarezu.importing.draft.prose import again as prose_again
from nagarezu.importing.draft.prose import chosen as prose_chosen
from nagarezu.importing.draft.prose import cited_parts
from nagarezu.importing.draft.prose import cover as prose_cover
from nagarezu.importing.draft.prose import flows as prose_flows
from nagarezu.importing.draft.prose import forms as prose_forms
from nagarezu.importing.draft.prose import introduced as prose_introduced
from nagarezu.importing.draft.prose import listed as prose_listed
from nagarezu.importing.draft.prose import lists as prose_lists
from nagarezu.importing.draft.prose import measures as prose_measures
from nagarezu.importing.draft.prose import media as prose_media
from nagarezu.importing.draft.prose import owned as prose_owned
from nagarezu.importing.draft.prose import partners as prose_partners
from nagarezu.importing.draft.prose import periods as prose_periods
from nagarezu.importing.draft.prose import persons as prose_persons
from nagarezu.importing.draft.prose import references as prose_references
from nagarezu.importing.draft.prose import sections as prose_sections
from nagarezu.importing.draft.prose import subjects as prose_subjects
from nagarezu.importing.draft.prose import systems as prose_systems
from nagarezu.importing.draft.prose import tasks as prose_tasks
from nagarezu.importing.draft.prose.cover import MATTER
from nagarezu.importing.draft.prose.held import Held, told_apart
from nagarezu.importing.draft.prose.partner import Partner
from nagarezu.importing.draft.prose.system_names import Systems
from nagarezu.importing.fields import work
from nagarezu.importing.form.prose import form
from nagarezu.importing.form.prose.form import Prose, head
from nagarezu.importing.form.prose.topics import topic_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import without_brackets


def build(builder: Builder, rows: Sequence[Row], emphasised: frozenset[str] = frozenset()) -> None:
    """Fill the builder from the rows of a paper."""
    paper = form.read(rows)
    municipality(builder, rows)
    prose_cover.preamble(builder, paper)
    matter = prose_cover.matter(builder, paper)
    groups = Groups(builder)
    prose_subjects.read(groups, paper, rows)
    systems = Systems(builder, rows)
    systems.listed(paper)
    partners, sections = prose_partners.read(builder, paper, rows)
    prose_sections.note(builder, paper, sections)
    _roles(builder, partners)
    prose_periods.read(builder, paper, matter)
    chosen, cited = prose_chosen.read(builder, paper, partners)
    listed = prose_lists.read(builder, paper, systems, sections, cited)
    again = prose_again.take(paper, listed)
    prose_persons.of_lists(groups, paper, [held.listed.found for held in listed])
    recording = _recording(systems, paper, partners, listed, matter["kinds"][0])
    prose_systems.hosted(builder, systems, paper)
    ids = groups.settle()
    told = told_apart(paper, listed)
    prose_flows.connect(builder, matter, listed, partners, recording, ids, told=told)
    prose_flows.linked(builder, matter, recording, prose_systems.linked(systems, paper), ids)
    prose_again.write(builder, matter, again)
    prose_flows.choose(builder, listed, chosen)
    prose_owned.write(builder, rows)
    _kinds(builder, matter)
    announced.of_paper(builder, matter, rows)
    if ids:
        builder.holder_entity(builder.own)["creates"] = [{"subjects": ids, "open": True}]
    measures = prose_measures.read(builder, paper)
    prose_flows.entrusted(builder, matter, ids)
    prose_forms.read(builder, paper, matter)
    crosswalk.write(builder, paper, measures)
    cited_parts.write(builder, paper)
    prose_listed.write(builder, paper, matter, partners)
    prose_media.read(paper, matter)
    prose_media.ways(builder, paper, matter)
    _work(paper, matter)
    prose_tasks.write(paper, matter)
    prose_references.read(builder, paper, rows)
    remarks.mentions(builder, [("matter", MATTER, joined([row.whole for row in rows]))])
    prose_introduced.passed_over(systems, paper)


_MATTER_KINDS = ("delegate", "entrust", "reentrust", "process", "link", "provide", "transfer")


def _kinds(builder: Builder, matter: Entity) -> None:
    """The title names the kind; what the flows are besides is one, too."""
    relations = [flow["relation"] for flow in builder.list_of("flows")]
    named = [kind for kind in matter["kinds"] if kind != "other"]
    found = [*named, *(each for each in relations if each in _MATTER_KINDS)]
    matter["kinds"] = list(dict.fromkeys(found)) or ["other"]


def _recording(
    systems: Systems,
    paper: Prose,
    partners: list[Partner],
    listed: list[Held],
    kind: str,
) -> dict[str, Passage]:
    """Where information is recorded; where it is handed on and no list says, whence it comes."""
    found = prose_systems.recording(systems, paper)
    found = {**dict(prose_introduced.described(systems, paper)), **found}
    found = found or dict(prose_introduced.kept_in(systems, paper))
    holding = {held.holder for held in listed}
    if not found and not any(each and systems.is_one(each) for each in holding):
        found = prose_introduced.read(systems, paper)
    for held in listed:  # 甲システムから抽出し、…: it holds them, and no list of its own says so
        if held.source and held.source not in holding and not held.group:
            found.setdefault(held.source, held.listed.passage)
    relations = {each.relation or kind for each in partners}
    handed = bool(relations & {"provide", "transfer", "entrust"})
    others = {each.holder for each in partners}
    if handed and not any(held.holder and held.holder not in others for held in listed):
        found = {**prose_systems.sources(systems, paper), **found}
    return found


_ROLES = {
    "entrust": ("受託者", "委託先", "受託事業者", "委託事業者", "委託業者", "受託業者"),
    "reentrust": ("再委託先", "再受託者", "再委託事業者"),
    "link": ("結合の相手方", "結合先", "接続先"),
    "provide": ("提供先", "提供の相手方"),
}


def _roles(builder: Builder, partners: list[Partner]) -> None:
    """委託先 stands for the one who is entrusted, if there is just one."""
    for relation, words in _ROLES.items():
        known = {each.holder for each in partners if each.relation == relation}
        if len(known) == 1:
            holder = known.pop()
            for word in words:
                builder.alias(word, holder)


def _work(paper: Prose, matter: Entity) -> None:
    steps = []
    for part in paper.about("system"):
        for child in part.node.children:
            if child.kind.startswith("table:") or topic_of(head(child)):
                continue  # a part of its own, such as 件名 or 対象者
            if child.children:
                for grandchild in child.children:
                    if not grandchild.passage or grandchild.kind.startswith("table:"):
                        continue
                    step = work.step(
                        without_brackets(head(grandchild)), grandchild.passage, head(child)
                    )
                    steps.append(step_entity(step))
            elif head(child) and "。" not in head(child):
                steps.append(step_entity(work.step(without_brackets(head(child)), child.passage)))
    if steps:
        matter["work"] = steps
