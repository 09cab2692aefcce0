"""Partners of numbered prose: named in a row of their own, or told in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.draft import prose_told as sentences
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose_systems import is_system
from nagarezu.importing.fields import names
from nagarezu.importing.form.prose import Part, Prose, body, head, paragraphs, text_of
from nagarezu.importing.form.prose_topics import labelled, named_list, relations_of, topic_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import Node
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import bracketed, fold, key, without_brackets


@dataclass(slots=True)
class Partner:
    """A holder who gets something. `giver` is the holder who entrusts further, else empty."""

    holder: str
    passage: Passage
    giver: str = ""
    topics: list[str] = field(default_factory=list)
    relation: str = ""  # empty: what the matter is about
    within: tuple[int, ...] = ()  # the heads below which it is named


_SHORT = (
    r"\((?:[^()]|\((?:[^()]|\([^()]{0,99}\)){0,99}\)){0,300}?以下、?「(?P<short>[^「」]{2,24})」"
)


def _full_names(text: str) -> dict[str, str]:
    """組合 → 甲組合, wherever the text says 甲組合（…以下「組合」という。）."""
    found: dict[str, str] = {}
    for match in re.finditer(_SHORT, text):
        lead = without_brackets(text[max(match.start() - 60, 0) : match.start()])
        lead = re.sub(rf"^.*(?:{sentences.ROLE})", "", lead.replace(",", "、"))
        spans = sentences.names_before(lead, 0, len(lead)) or sentences.from_its_form(lead)
        for start, stop in spans[-1:]:
            found.setdefault(key(match["short"]), lead[start:stop])
    return found


class Partners:
    """The partners of a paper, each once for each relation, in reading order."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self.builder = builder
        self._full = _full_names(fold(re.sub(r"\s", "", "".join(row.text for row in rows))))
        self.found: list[Partner] = []
        self.within: tuple[int, ...] = ()
        self._again: list[tuple[names.Name, str, list[str]]] = []  # whose giver is not known yet

    def is_known(self, words: str) -> bool:
        """Whether words name somebody: in full, or as the paper shortens it."""
        label = names.written(without_brackets(words))
        known = key(label) in self._full or self.builder.find_holder(label)
        return bool(known) or sentences.is_name(label)

    def shortened(self, words: str, passage: Passage) -> names.Name | None:
        """Somebody whom the paper names in full elsewhere: センター for 財団法人甲センター."""
        full = self._full.get(key(words), "") if words else ""
        return names.name(full, passage) if full else None

    def add(
        self, name: names.Name, relation: str, giver: str = "", topics: list[str] | None = None
    ) -> None:
        if relation == "reentrust":
            self._again.append((name, giver, topics or []))
            self.settle(last=False)
            return
        if relation == "transfer":
            name.section, name.tier, name.open_class = True, 0, False
        holder = self._organisation(name)
        self._keep(Partner(holder, name.passage, "", topics or [], relation))

    def _organisation(self, name: names.Name) -> str:
        """The holder, under its short form as well: 甲組合（…以下「組合」という。）."""
        name.label = self._full.get(key(name.label), name.label)
        holder = self.builder.find_holder(name.label) or self.builder.organisation(name)
        for short, full in self._full.items():
            if key(full) == key(name.label):
                self.builder.alias(short, holder)
        return holder

    def _keep(self, partner: Partner) -> None:
        partner.within = self.within
        known = [(each.holder, each.giver, each.relation) for each in self.found]
        if (partner.holder, partner.giver, partner.relation) not in known:
            self.found.append(partner)

    def settle(self, *, last: bool = True) -> None:
        """Partners of partners; who hands on may be named further down."""
        waiting, self._again = self._again, []
        for name, giver, topics in waiting:
            from_ = self._giver(giver, last)
            if not from_ and last:
                self.builder.notes.ask(name.passage, "who_reentrusts")
                self.builder.notes.skip(name.passage, "partner_not_read", name.label)
            elif not from_:
                self._again.append((name, giver, topics))
            else:
                name.tier = int(self.builder.holder_entity(from_).get("tier", 1)) + 1
                to = self._organisation(name)
                self._keep(Partner(to, name.passage, from_, topics, "reentrust"))

    def _giver(self, printed: str, last: bool) -> str:
        """Who entrusts further: by name, 同社 the one named last, unsaid the only one entrusted."""
        if printed:
            known = self.builder.find_holder(names.written(without_brackets(printed)))
            if known or not sentences.refers_back(printed):
                return known
        if printed.startswith("同"):
            return self.found[-1].holder if self.found else ""
        entrusted = {
            p.holder
            for p in self.found
            if not p.giver and p.relation in ("entrust", "delegate", "")
        }
        first = entrusted or ({p.holder for p in self.found if not p.giver} if last else set())
        return first.pop() if len(first) == 1 else ""


def read(builder: Builder, paper: Prose, rows: Sequence[Row]) -> list[Partner]:
    """The partners of all parts about them and of sentences that tell of more."""
    partners = Partners(builder, rows)
    for part in paper.about("partner"):
        if not _of_measures(part):
            partners.within = tuple(id(node) for node in part.path)
            _of_part(partners, part)
    partners.within = ()
    _elsewhere(partners, paper, history=False)
    if not partners.found:
        _elsewhere(partners, paper, history=True)
    if not partners.found:
        _of_their_measures(partners, paper)
    partners.settle()
    return partners.found


_NOT_TOLD = ("safeguards", "conclusion", "items", "subjects", "partner")


def _of_measures(part: Part) -> bool:
    return key(head(part.node)).endswith(("対策", "措置")) or any(
        node is not part.node and topic_of(head(node)) == "safeguards" for node in part.path
    )


def _of_part(partners: Partners, part: Part) -> None:
    """The names below one head. A numbered part of its own topic is read by itself."""
    above = [r for node in reversed(part.path) for r in relations_of(head(node))]
    own = relations_of(head(part.node)) or above[:1] or [""]
    _of_text(partners, body(part.node), own)
    for child in part.node.children:
        _of_child(partners, child, own)


def _of_child(partners: Partners, node: Node, relations: list[str]) -> None:
    lines = node.passage.lines()
    if not lines:
        return
    pair = labelled(lines[0])
    if topic_of(head(node)) or pair or node.kind.startswith("table:"):
        return  # a part of its own
    if node.kind in ("label", "bracket", "paper") and len(lines) > 1:
        _of_text(partners, body(node), relations)
    else:
        _of_text(partners, node.passage, relations)
    for child in node.children:
        _of_child(partners, child, relations)


_ASIDE = re.compile(
    r"^(?:所在地?|住所|代表者?|電話|担当|業務|選定|資本金|設立|ホームページ|url|委託業務|委託内容)"
)


_YES = re.compile(r"^(?:有り?|あり|予定(?:有り?|あり))[ 　]*[(（](?P<told>.+)[)）]。?$", re.DOTALL)


def _of_text(partners: Partners, text: Passage, relations: list[str]) -> None:
    for each in paragraphs(text):
        said = _YES.match(each.text)
        each = each.part(*said.span("told")) if said else each
        if sentences.is_sentence(each.text):
            _of_sentence(partners, each, relations)
            continue
        if _ASIDE.match(key(each.text)):
            continue
        front, _ = named_list(each)
        known = bool(front) and partners.is_known(front.text)
        for name in names.partners(
            front if known else _name_of(each), 2 if "reentrust" in relations else 1
        ):
            name = _behind_service(name)
            if name.undecided:
                partners.builder.notes.ask(name.passage, "partner_undecided")
                continue
            for relation in relations:
                partners.add(name, relation)


def _name_of(line: Passage) -> Passage:
    """（1）収納業務　株式会社甲: the name is what follows the label."""
    folded = fold(line.text)
    for mark in re.finditer(r"[ :]+", re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), folded)):
        front, rest = line.text[: mark.start()].strip(), line.text[mark.end() :]
        named = sentences.is_name(names.written(without_brackets(rest)))
        if named and front and not sentences.names_company(front):
            return line.part(mark.end())
    return line


def _behind_service(name: names.Name) -> names.Name:
    """電子申請サービス（甲社）: who is in the brackets serves it."""
    if not is_system(name.label):
        return name
    for note in bracketed(name.printed):
        served = re.sub(r"(?:が|の)(?:提供|運営|運用).*$", "", note)
        made = names.name(served, name.passage) if sentences.names_company(served) else None
        if made is not None and sentences.is_name(made.label):
            made.system, made.tier = name.label, name.tier
            return made
    return name


def _of_sentence(partners: Partners, passage: Passage, relations: list[str]) -> None:
    told, unread = sentences.read(passage)
    for one in told:
        again = one.again or relations == ["reentrust"]
        relation = "reentrust" if again else one.relation or relations[0]
        _told(partners, one, relation)
        if one.refers and not _referred(partners, one.refers):
            unread.append(one.passage)
    for sentence in unread:
        partners.builder.notes.skip(sentence, "partner_not_read")


def _referred(partners: Partners, words: str) -> str:
    """受託者 as the paper shortens it; 同社 the one named last."""
    if words.startswith("同") and partners.found:
        return partners.found[-1].holder
    return partners.builder.find_holder(words)


def _told(partners: Partners, one: sentences.Told, relation: str) -> None:
    for name in one.names:
        partners.add(name, relation, one.giver, one.topics)
    known = _referred(partners, one.refers) if one.refers else ""
    short = None if known else partners.shortened(one.refers, one.passage)
    if known:
        partners._keep(Partner(known, one.passage, "", one.topics, relation))
    elif short is not None:
        partners.add(short, relation, "", one.topics)


def _of_their_measures(partners: Partners, paper: Prose) -> None:
    """Nothing else names anybody: 運用は、株式会社甲に委託し、… among the measures."""
    for part in paper.about("safeguards"):
        for each in paragraphs(text_of(part.node)):
            for one in sentences.read(each)[0]:
                if one.names and not one.again and one.relation in ("entrust", "link"):
                    _told(partners, one, one.relation)


def _elsewhere(partners: Partners, paper: Prose, *, history: bool) -> None:
    """What sentences of the explanation tell; its history counts if nothing else names anybody."""
    for each in paper.running(*_NOT_TOLD, history=history):
        if not re.search(r"委託|委任|提供|結合|受託", each.text):
            continue
        told, unread = sentences.read(each)
        for one in told:
            _told(partners, one, "reentrust" if one.again else one.relation)
        for passage in unread:
            if sentences.names_company(passage.text):
                partners.builder.notes.skip(passage, "partner_not_read")
