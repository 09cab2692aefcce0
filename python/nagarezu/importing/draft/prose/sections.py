"""Sections of one party: below 「第1 甲社（業務委託）」 or 「ア 甲社」 all is said of 甲社.

The head is a name, or what the paper calls somebody for short; the words in its brackets or the
heads above it say what this party gets information by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose import naming
from nagarezu.importing.draft.prose.partner import Partners
from nagarezu.importing.fields import names
from nagarezu.importing.fields.names import Name
from nagarezu.importing.form.prose.form import Prose, paragraphs, title_of
from nagarezu.importing.form.prose.topics import labelled, relation_of, relations_of, topic_of
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import bracketed, fold, tidy, without_brackets

_NOT_HERE = ("safeguards", "conclusion", "reasons", "opinion", "attachments", "history")
_TOPICS = ("items", "safeguards", "time", "medium", "subjects", "attachments", "conclusion")
# 甲社関係, 甲社分, 甲社への委託, 甲社との授受: the head of what is said of 甲社
ABOUT = re.compile(
    r"^(?P<who>.{2,36}?)(?:関係|分|(?:への?|に対する|に係る|に関する|との|からの|について).{0,12})$"
)
_DENIED = re.compile(r"(?:しない|せず|行わない|認めない|できない|てはならない|禁止|禁じ|場合)")


@dataclass(slots=True)
class Sections:
    """The parties by the id of the node below whose head all is said of them."""

    of_node: dict[int, list[str]] = field(default_factory=dict)

    def of(self, path: tuple[Node, ...]) -> list[str]:
        """The holders of the innermost section that a path of nodes leads through."""
        return next((self.of_node[id(n)] for n in reversed(path) if id(n) in self.of_node), [])


def read(partners: Partners, paper: Prose) -> Sections:
    """Add those who have sections of their own to the partners."""
    found = Sections()
    for path in _paths(paper):
        relations = _relations(path)
        named = _named(partners, path[-1], related=bool(relations))
        if not named:
            continue
        for name in named if relations else ():
            known = partners.builder.find_holder(name.label)
            if not any(each.holder == known for each in partners.found if known):
                partners.add(name, relations[0])
        ids = [partners.builder.find_holder(name.label) for name in named]
        if all(ids):
            found.of_node[id(path[-1])] = ids
    return found


def handed_on(partners: Partners, paper: Prose, sections: Sections) -> None:
    """乙社に再委託する, 甲社が再委託する乙社: who is known by a short form gets it again."""
    known = "|".join(map(re.escape, sorted(partners.called(), key=len, reverse=True)))
    if not known:
        return
    given = re.compile(rf"(?P<who>{known})(?:に対し|に|へ)、?[^。、]{{0,24}}?再委託(?!先)")
    of = re.compile(
        rf"(?:(?P<giver>{known}|[^、。はが]{{1,20}}(?:社|法人|者|先))が、?)?"
        rf"再委託(?:する|し(?:ている|た)|先(?:である|の|は、?|:))(?P<who>{known})"
    )
    for path in _paths(paper):
        for line in paragraphs(path[-1].passage):
            for match in _matches(line, given, of):
                name = partners.shortened(match["who"], line)
                entrusted = [_giver(partners, match)] if _giver(partners, match) else []
                entrusted = entrusted or sections.of(path)
                if name is None or _is_partner(partners, name):
                    continue
                labels = [partners.builder.holder_entity(id_)["label"] for id_ in entrusted]
                partners.add(name, "reentrust", labels[0] if len(labels) == 1 else "")


def _matches(line: Passage, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    plain = compiled(r"\s").sub("", fold(without_brackets(line.text)))
    for sentence in plain.split("。"):
        if _DENIED.search(sentence.partition("再委託")[2]):
            continue
        for pattern in patterns:
            yield from pattern.finditer(sentence)


def _giver(partners: Partners, match: re.Match[str]) -> str:
    printed = match.groupdict().get("giver") or ""
    name = partners.shortened(printed, Passage(printed)) if printed else None
    return partners.builder.find_holder(name.label if name else printed)


def _is_partner(partners: Partners, name: Name) -> bool:
    known = partners.builder.find_holder(name.label)
    return any(each.holder == known for each in partners.found if known)


def note(builder: Builder, paper: Prose, sections: Sections) -> None:
    """Which lines stand in whose section, for statements that name nobody."""
    for path in _paths(paper):
        for place in path[-1].passage.places if (owners := sections.of(path)) else ():
            if place.where.isdecimal():  # a page may hold several sections
                builder.parts[str(place)] = owners


def _paths(paper: Prose) -> Iterator[tuple[Node, ...]]:
    apart = {id(p.node) for p in paper.parts if p.reasons or p.topic in _NOT_HERE}
    for root in paper.roots:
        for path in root.walk():
            if not any(id(node) in apart for node in path):
                yield path


def _named(partners: Partners, node: Node, *, related: bool = False) -> list[Name]:
    """Whom a head names, and nothing else; `related` if a head above says what they get it by."""
    lines = node.passage.lines()
    words = without_brackets(_title(node)) if lines else ""
    whole = ABOUT.match(words)
    if not 2 <= len(words) <= 40 or topic_of(words) in _TOPICS:
        return []
    who = whole["who"] if whole else ""
    inner = bool(who) and (bool(partners.builder.find_holder(who)) or naming.is_name(who))
    for name in (who, words) if inner else (words, who):
        several = partners.several(name, lines[0])
        short = partners.shortened(name, lines[0])
        about = (
            whole is not None and name == who and (_tells(node) or (related and _between(words)))
        )
        about = about or _noted(node, name)
        if (
            short is None
            and (naming.is_name(name) or _noted(node, name))
            and (naming.names_company(name) or about)
        ):
            short = names.name(name, lines[0])
        if several or short:
            return several or ([short] if short else [])
    return []


# 甲連合会（委託）, 他の市区町村長（提供　番号法第19条第8号）: the bracket says what it gets it by
_GETS = re.compile(
    r"^(?:業務)?(?:委託|委任|提供|移転|結合|接続)(?:先|する|を行う)?(?:$|[ 　、,:：])"
)
_WHOEVER = re.compile(
    r"(?:[市区町村都道府県長課室係局庁署所院校]|知事|大臣|事業者|保険者|機関|組合|機構|基金|連合会?|協会|センター|法人|会社)$"
)


def _noted(node: Node, name: str) -> bool:
    """Whether a numbered head is somebody with what they get information by in brackets."""
    lines = node.passage.lines()
    noted = any(_GETS.match(fold(note).strip()) for note in bracketed(lines[0].text))
    return bool(node.mark) and noted and bool(naming.is_name(name) or _WHOEVER.search(name))


def _title(node: Node) -> str:
    """The words of a head, without the task in front of a name: 収納業務　株式会社甲."""
    line = node.passage.lines()[0].text.strip()
    pair = labelled(node.passage.lines()[0])
    if pair and topic_of(pair[0].text) == "partner":
        return ""  # 再委託先　甲社: a row that names it, and no head
    first, _, value = line.replace("　", " ").partition(" ")
    if value and naming.names_company(first) and naming.is_name(names.written(first)):
        return tidy(first)  # 社会福祉法人甲　紙の手渡し
    name = names.without_task(line)
    return title_of(node) if name == line else tidy(name)


def _between(words: str) -> bool:
    return words.endswith(("との間", "との授受", "との受渡し", "とのやり取り"))


def _tells(node: Node) -> bool:
    """Whether the head of a body's part, or a head right below it, says what it gets."""
    heads = [title_of(node), *(title_of(child) for child in node.children)]
    return any(relation_of(each) for each in heads)


def _relations(path: tuple[Node, ...]) -> list[str]:
    title = title_of(path[-1])
    notes = [found for note in [*bracketed(title), title] if (found := relation_of(note))]
    above = [each for node in reversed(path[:-1]) for each in relations_of(title_of(node))]
    below = [each for node in path[-1].children for each in relations_of(title_of(node))]
    return [each for each in [*notes, *above, *below] if each not in ("reentrust", "inquire")][:1]
