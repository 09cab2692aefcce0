"""Measures of a 答申 or 諮問書: whose they are, in which layer, and by which marks cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nagarezu.importing.draft import crosswalk
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.measures import add
from nagarezu.importing.draft.prose.cover import MATTER
from nagarezu.importing.fields import names, safeguards
from nagarezu.importing.form.prose.form import Prose, body, head, title_of
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.numbering import Node, position
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key, tidy, without_brackets

_LAYERED = re.compile(r"運用|技術|物理|組織|人的|システム(?:上|の?面)|^システム$")
_TITLE = 40  # characters of a head, but for whom it names in brackets
_DOER = re.compile(r"(?P<who>[^、。はがに]{2,24})(?:において|で)?は、")
_SERVED = re.compile(r"システム提供|情報システム")


def read(builder: Builder, paper: Prose) -> crosswalk.Measures:
    """Safeguards by the marks that lead to them, for the crosswalk: ("2", "5", "ア", "ア") → id."""
    reader = _Reader(builder)
    taken: set[int] = set()
    for part in paper.about("safeguards"):
        if any(id(node) in taken for node in part.path):
            continue
        taken.update(id(path[-1]) for path in part.node.walk())
        side = _Side("own", "unspecified").below(reader, head(part.node))
        reader.of_part(part.node, part.path, side)
    return reader.made


class _Side:
    """Whose measures stand here, and in which layer."""

    def __init__(self, party: str, layer: str, *, told: bool = False) -> None:
        self.party, self.layer = party, layer
        self.told = told  # whether a head says whose they are

    def below(self, reader: _Reader, title: str) -> _Side:
        own = reader.is_own(title)
        party = self.party if own is None else ("own" if own else "partner")
        plain = _SERVED.sub("", title)
        layer = safeguards.layer_of(plain) if _LAYERED.search(plain) else self.layer
        return _Side(party, layer, told=self.told or own is not None)

    def of(self, reader: _Reader, sentence: str) -> _Side:
        """受託者は、名簿を施錠する。 where no head says whose the measures are."""
        doer = _DOER.match(fold(sentence)) if not self.told else None
        if doer is None or reader.is_own(doer["who"]) is not False:
            return self
        return _Side("partner", self.layer)


class _Reader:
    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.made: crosswalk.Measures = {}

    def is_own(self, title: str) -> bool | None:
        """By the words of the head, or by the holder that it names."""
        own = self.builder.content.get("municipality", {}).get("name", "")
        bare = compiled(r"^[(（]([^()（）]+)[)）]$").sub(r"\1", title)
        plain = key(bare).replace(key(own), "本市") if own else key(bare)
        said = is_party_own(plain)
        if said is not None:
            return said
        for entity in self.builder.list_of("holders"):
            if entity["id"] == self.builder.own or entity["kind"] == "system":
                continue
            known = self.builder.names_of(entity["id"])
            if any(plain == name or (len(name) >= 3 and name in plain) for name in known):
                return not entity.get("external")
        return None

    def of_part(self, node: Node, above: tuple[Node, ...], side: _Side) -> None:
        """Sides and layers are heads without a sentence; what stands below them are measures."""
        children = _flat(node)
        heads = [child for child in children if self._is_side(child)]
        if heads:
            heads = [child for child in children if child in heads or self._is_short(child)]
        if not children:
            self._unnumbered(node, above, side)
            return
        for number, child in enumerate(children, 1):
            if child.kind == "bullet":
                child.value = number
            if child in heads:
                self._provider(child, side)
                below = side.below(self, head(child))
                if self._is_others(child, heads):
                    below.party = "partner"
                self.of_part(child, (*above, child), below)
            elif heads and (told := _of_neither(child)):
                self._add((*above, replace(child, passage=told)), (), _Side("own", side.layer))
            elif heads:  # 「(3) 丙社には(2)と同様の措置を講じさせる。」 is no side
                self.builder.notes.skip(child.passage, "measures_not_read")
            else:
                self._measures(child, above, side)

    def _is_side(self, node: Node) -> bool:
        title = title_of(node)
        if not title or len(without_brackets(title)) > _TITLE or title.endswith("。"):
            return False
        if node.kind in ("label", "bracket"):
            return True
        if not node.children:
            return (
                bool(body(node))
                and self.is_own(title) is not None
                and title.endswith(("対策", "措置"))
            )
        known = self.is_own(title) is not None or bool(_LAYERED.search(title))
        return known or bool(compiled(r"(?:対策|措置|事項)(?:について)?$").search(title))

    def _is_short(self, node: Node) -> bool:
        title = title_of(node)
        return bool(node.children and title and len(title) <= 24 and "。" not in title)

    def _is_others(self, node: Node, heads: list[Node]) -> bool:
        """A side that is not known, beside one that is the own: 受入団体 beside 市."""
        said = {self.is_own(head(each)) for each in heads}
        return True in said and self.is_own(head(node)) is None and not _LAYERED.search(head(node))

    def _measures(self, node: Node, above: tuple[Node, ...], side: _Side) -> None:
        for path in node.walk():
            last = path[-1]
            if last.passage and not last.kind.startswith("table:"):
                self._add(path, above, side)

    def _add(self, path: tuple[Node, ...], above: tuple[Node, ...], side: _Side) -> None:
        node = path[-1]
        text = tidy(node.passage.text)
        side = side.of(self, text)
        measure = safeguards.measure(text, node.passage, side.layer, "")
        measure.path, measure.doubtful = position(path), node.doubtful
        heads = list(_heads((*above, *path[:-1])))
        id_ = add(self.builder, MATTER, side.party, measure, heads=heads, worded=True)
        self.made[crosswalk.marks((*above, *path))] = id_
        _company(self.builder, text, node.passage, side.party)

    def _unnumbered(self, node: Node, above: tuple[Node, ...], side: _Side) -> None:
        """Measures on lines without numbers count in their order."""
        text = body(node)
        if not text or safeguards.points_elsewhere(text):
            return
        for measure in safeguards.read(text):
            if not compiled(r"[。]|こと$|る$|い$").search(measure.text):
                self.builder.notes.skip(measure.passage, "measures_not_read")
                continue
            measure.layer = side.layer if measure.layer == "unspecified" else measure.layer
            heads = list(_heads(above))
            id_ = add(self.builder, MATTER, side.party, measure, heads=heads, worded=True)
            self.made[(*crosswalk.marks(above), measure.path)] = id_

    def _provider(self, node: Node, side: _Side) -> None:
        title = head(node)
        generic = compiled(r"(?P<who>[^のが]{2,20}?(?:事業者|相手方|受託者))(?:の|が)").match(title)
        partner = side.below(self, title).party == "partner"
        if generic and partner and generic["who"] in ("サービス提供事業者",):
            self.builder.holder(
                generic["who"],
                "organisation",
                node.passage,
                id_="service-provider",
                tier=1,
                external=True,
            )


_BY_LABEL = re.compile(
    r"(?P<label>[^\s、。]{2,16})[ \u3000]+(?P<told>\S[^。]+[ただうくすつぬむるぐぶ]。)"
)
_MADE_TO = re.compile(r"(?:させ|[わかさたなまらがばせ]せ)る。$|求める。$|同様|(?:前記|上記|[(]\d)")


def _of_neither(node: Node) -> Passage:
    """(4) 相手方の選定　…から選んだ。 beside the sides: what the own side has done for both."""
    text = node.passage.text.strip()
    match = _BY_LABEL.fullmatch(text) if not node.children else None
    if match is None or _MADE_TO.search(fold(text)):
        return Passage()
    return node.passage.part(node.passage.text.index(match["told"]))


_LEADS = re.compile(
    r"(?:次|以下|下記)の[^。]{0,24}(?:対策|措置|事項|こと|義務)を[^。]{0,24}"
    r"(?:行|講|課|求|守|とら|採ら|負|実施|定め|約)[^。]{0,16}。?$"
)


def _heads(nodes: tuple[Node, ...]) -> Iterator[str]:
    """The heads of a measure, with the sentence that leads to it: 甲社に次の対策を行わせる。"""
    for node in nodes:
        yield head(node)
        lead = body(node).lines()[-1:]
        if lead and _LEADS.search(tidy(lead[0].text)):
            yield tidy(lead[0].text)


def _flat(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        if child.kind == "table:safeguards":
            found.extend(child.children)
        elif not child.kind.startswith("table:"):
            found.append(child)
    return found


_COMPANY = re.compile(r"株式会社|有限会社|合[同資名]会社|法人")
_TOPIC = re.compile(r"(?:にあって|において|に対して|について|に)?(?:は|が)(?=(?P<comma>、)?)")
_LONGEST = 44  # characters of a name


def _subject(builder: Builder, text: str) -> str:
    """Whom a measure begins with: known by name, up to a comma, or up to the first particle."""
    ends = [end for end in _TOPIC.finditer(text[:_LONGEST]) if _COMPANY.search(text[: end.start()])]
    ends = [end for end in ends if not compiled("[、。の]").search(text[: end.start()])]
    known = [end for end in ends if builder.find_holder(names.written(text[: end.start()]))]
    parted = [end for end in ends if end["comma"]]
    first = next(iter(known or parted or ends), None)
    return text[: first.start()] if first else ""


def _company(builder: Builder, text: str, passage: Passage, party: str) -> None:
    who = _subject(builder, text) if party == "partner" else ""
    several = compiled("及び|並びに").split(who)
    for one in several if all(map(_COMPANY.search, several)) else [who]:
        _one_company(builder, one, passage)


def _one_company(builder: Builder, who: str, passage: Passage) -> None:
    label = names.written(who)
    known = names.known(label)
    if not who or (known and known[2] not in ("company",)):
        return
    partners = [each for each in builder.list_of("holders") if each.get("tier") == 1]
    if len(partners) > 1 and not builder.find_holder(label):
        return  # the contractors are told elsewhere, and this one is none of them
    name = names.Name(label, passage, who, "subject_of_measure", known[0] if known else "")
    id_ = builder.organisation(name)
    builder.alias("@entrusted", id_)
