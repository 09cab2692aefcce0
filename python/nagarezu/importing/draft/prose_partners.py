"""Partners of numbered prose: named in a row of their own, or told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nagarezu.importing.draft import prose_told as sentences
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields import names
from nagarezu.importing.form import prose as form
from nagarezu.importing.form.prose import Part, Prose, body, head
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import key, without_brackets


@dataclass(slots=True)
class Partner:
    """A holder who gets something. `giver` is the holder who entrusts further, else empty."""

    holder: str
    passage: Passage
    giver: str = ""
    topics: list[str] = field(default_factory=list)


def read(builder: Builder, paper: Prose) -> list[Partner]:
    """The partners of all parts about them, each once, in reading order."""
    found: list[Partner] = []
    for part in paper.about("partner"):
        if _of_measures(part):
            continue
        text = joined(
            [
                body(part.node),
                *[path[-1].passage for child in part.node.children for path in child.walk()],
            ]
        )
        again = key(head(part.node)).startswith("再委託")
        for partner in _of_text(builder, text, again, found):
            if not any(
                (each.holder, each.giver) == (partner.holder, partner.giver) for each in found
            ):
                found.append(partner)
    return found or list(_elsewhere(builder, paper))


_HEAD = re.compile(r"^(?:業務の?)?再?委託(?:について|する業務|業務|の[^、。]{1,8})?$")


def _elsewhere(builder: Builder, paper: Prose) -> Iterator[Partner]:
    """No part is about partners: what sentences below 委託の内容 tell; others are listed only."""
    found: list[Partner] = []
    council = {id(part.node) for part in paper.parts if part.topic in _NOT_TOLD}
    for root in paper.roots:
        for path in root.walk():
            if any(id(node) in council for node in path):
                continue
            trusted = any(_HEAD.match(key(head(node))) for node in path)
            for each in sentences.paragraphs(path[-1].passage):
                told, unread = sentences.read(each) if "委託" in each.text else ([], [])
                for one in told if trusted else []:
                    for name in one.names:
                        found.extend(
                            _written(builder, name, one.again, one.giver, one.topics, found)
                        )
                for passage in [*unread, *([] if trusted else [one.passage for one in told])]:
                    if sentences.names_company(passage.text):
                        builder.notes.skip(passage, "partner_not_read")
    yield from found


_NOT_TOLD = ("safeguards", "reasons", "conclusion", "items")


def _of_measures(part: Part) -> bool:
    return key(head(part.node)).endswith("対策") or any(
        node is not part.node and form.topic_of(head(node)) == "safeguards" for node in part.path
    )


def _of_text(
    builder: Builder, text: Passage, again: bool, before: list[Partner]
) -> Iterator[Partner]:
    paragraphs = sentences.paragraphs(text)
    if not any(sentences.is_sentence(each.text) for each in paragraphs):
        for name in names.partners(text, 2 if again else 1):
            yield from _written(builder, name, again, "", [], before)
        return
    for each in paragraphs:
        if not sentences.is_sentence(each.text):
            for name in names.partners(each, 2 if again else 1):
                yield from _written(builder, name, again, "", [], before)
            continue
        told, unread = sentences.read(each)
        for one in told:
            for name in one.names:
                yield from _written(
                    builder, name, again or one.again, one.giver, one.topics, before
                )
        for sentence in unread:
            builder.notes.skip(sentence, "partner_not_read")


def _written(
    builder: Builder,
    name: names.Name,
    again: bool,
    giver: str,
    topics: list[str],
    before: list[Partner],
) -> Iterator[Partner]:
    if not again:
        yield Partner(builder.organisation(name), name.passage, topics=topics)
        return
    from_ = _giver(builder, giver, before)
    if not from_:
        builder.notes.ask(name.passage, "who_reentrusts")
        builder.notes.skip(name.passage, "partner_not_read", name.label)
        return
    name.tier = int(builder.holder_entity(from_).get("tier", 1)) + 1
    yield Partner(builder.organisation(name), name.passage, from_, topics)


def _giver(builder: Builder, printed: str, before: list[Partner]) -> str:
    """Who entrusts further: by name, 同社 the one named last, unsaid the only one entrusted."""
    if printed and not sentences.refers_back(printed):
        return builder.find_holder(names.written(without_brackets(printed)))
    if printed and printed.startswith("同"):
        return before[-1].holder if before else ""
    first = {each.holder for each in before if not each.giver}
    return first.pop() if len(first) == 1 else ""
