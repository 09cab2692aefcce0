"""Partners of a 答申 or 諮問書 while they are found: each once for each relation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose import naming as naming
from nagarezu.importing.fields import names
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules.characters import fold, key, without_brackets


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
        lead = re.sub(rf"^.*(?:{naming.ROLE})", "", lead.replace(",", "、"))
        spans = naming.names_before(lead, 0, len(lead)) or naming.from_its_form(lead)
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
        return bool(known) or naming.is_name(label)

    def shortened(self, words: str, passage: Passage) -> names.Name | None:
        """Somebody whom the paper names in full elsewhere: センター for 財団法人甲センター."""
        full = self._full.get(key(words), "") if words else ""
        return names.name(full, passage) if full else None

    def roles(self, lines: Iterable[Passage]) -> Iterator[tuple[str, Passage]]:
        """The short forms that are words for a role, with the line in which each is given."""
        shorts = [short for short in self._full if re.fullmatch(naming.ROLE, short)]
        for line in lines if shorts else ():
            plain = key(line.text)
            yield from ((short, line) for short in shorts if f"「{short}」" in plain)

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
        self.keep(Partner(holder, name.passage, "", topics or [], relation))

    def _organisation(self, name: names.Name) -> str:
        """The holder, under its short form as well: 甲組合（…以下「組合」という。）."""
        name.label = self._full.get(key(name.label), name.label)
        holder = self.builder.find_holder(name.label) or self.builder.organisation(name)
        for short, full in self._full.items():
            if key(full) == key(name.label):
                self.builder.alias(short, holder)
        return holder

    def keep(self, partner: Partner) -> None:
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
                self.keep(Partner(to, name.passage, from_, topics, "reentrust"))

    def _giver(self, printed: str, last: bool) -> str:
        """Who entrusts further: by name, 同社 the one named last, unsaid the only one entrusted."""
        if printed:
            known = parties.find(self.builder, names.written(without_brackets(printed)))
            if known or not naming.refers_back(printed):
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
