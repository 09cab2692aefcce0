"""Partners of a 答申 or 諮問書 while they are found: each once for each relation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nagarezu.importing.draft import parties
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.prose import naming as naming
from nagarezu.importing.fields import names
from nagarezu.importing.form.prose.topics import relation_of
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled
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


_CALLED = re.compile(  # 甲社（株式会社甲をいう。以下同じ。）
    r"(?P<short>[一-龥ァ-ヶーぁ-んA-Za-z]{2,12})\((?P<full>[^()、。]{4,40}?)をいう"
)


def _full_names(text: str) -> dict[str, str]:
    """組合 → 甲組合, wherever the text says 甲組合（…以下「組合」という。）."""
    found: dict[str, str] = {}
    for match in compiled(_SHORT).finditer(text):
        lead = without_brackets(text[max(match.start() - 60, 0) : match.start()])
        lead = compiled(rf"^.*(?:{naming.ROLE})").sub("", lead.replace(",", "、"))
        spans = naming.names_before(lead, 0, len(lead)) or naming.from_its_form(lead)
        spans = spans or naming.behind_a_verb(lead)
        for start, stop in spans[-1:]:
            found.setdefault(key(match["short"]), lead[start:stop])
    for match in _CALLED.finditer(text):
        if naming.is_name(match["full"]):
            found.setdefault(key(match["short"]), match["full"])
    return found


_SEVERAL = re.compile(r"^(?:両|各|[2-9二三四五六])|[2-9二三四五六](?:社|者|法人|団体|課)$|ら$")
# 甲社、乙社及び丙社（以下「運行事業者」という。）: a word for what all of them are
_OF_KIND = re.compile(r"(?:事業者|業者|[託供]先|受託者|会社|団体|法人|施設|機関)$")
_ALONE = re.compile(rf"^.*(?:という。[)]|。|{naming.ROLE})")
_RUN_BY = (
    r"が(?:共同で)?(?:運営|設置|経営|管理)(?:する|している)"
    r"(?P<name>[^、。はがをにへ()]{3,24}?)(?=に|へ|の|が|は|を|及び)"
)


def _common_names(text: str) -> dict[str, list[str]]:
    """The same of one line, for a word that is in none of the names: all of them are called so."""
    found: dict[str, list[str]] = {}
    for match in compiled(_SHORT).finditer(text):
        lead = without_brackets(_ALONE.sub("", text[: match.start()])).replace(",", "、")
        named = [lead[a:b] for a, b in naming.names_before(lead, 0, len(lead))]
        common = len(named) > 1 and _OF_KIND.search(match["short"])
        if common and all(
            naming.names_company(name) and match["short"] not in name for name in named
        ):
            found[key(match["short"])] = named
    return found


def _group_names(text: str) -> dict[str, list[str]]:
    """両法人 → 甲会 and 乙会, and what both of them run: 両法人が運営するセンター."""
    found: dict[str, list[str]] = {}
    for match in compiled(_SHORT).finditer(text):
        if not _SEVERAL.search(match["short"]):
            continue
        lead = without_brackets(text[max(match.start() - 200, 0) : match.start()])
        lead = lead.replace(",", "、")
        named = [lead[a:b] for a, b in naming.names_before(lead, 0, len(lead))]
        if len(named) < 2:
            continue
        found[key(match["short"])] = named
        bare = without_brackets(text)
        for run in compiled(rf"(?:{match['short']}|{re.escape(named[-1])}){_RUN_BY}").finditer(
            bare
        ):
            found.setdefault(key(run["name"]), named)
    return found


_NOBODY = re.compile(r"(?:保有|提供|利用|記録)する(?:個人|特定個人)?(?:情報|項目)$|^個人情報")


_DASH = re.compile(r"[-－ー―–—]+")
_ANYBODY = re.compile(
    r"^(?:それぞれ(?:の|に)?|各々の?|複数の|別々の)?(?:民間|外部|専門|専業)の?(?:専門)?(?:の)?"
    r"(?:事業者|業者|会社|企業)等?$"
)
_BRANCH = re.compile(  # and who speaks for a firm: 株式会社甲 調査部長
    r".{1,12}(?:学部|研究科|研究室|学科|支店|支社|営業所|事業所|[^市区町村県]部|課|室|係|局|グループ|チーム"
    r"|センター長|部長|課長|室長|係長|局長|支店長|本部長|リーダー|主任|担当者?)"
    r"|.{0,6}(?:代表取締役(?:社長)?|取締役|社長|理事長|代表者?|責任者|担当者)"
)
# 有限会社乙（株式会社甲からの再委託先）, （再受託者）, （甲社から再委託を受ける。）
HANDED_ON = re.compile(
    r"[^()]{0,12}?(?:(?:及び|、)?(?P<giver>[^()、。]{2,40}?)(?:から|より|が|の|による))?の?再(?:々)?(?:委託|受託)"
    r"(?:先|者|事業者|業者|(?:を|が)?(?:受け|され|する|した|して)[^()]{0,12})(?:である)?。?$"
    r"|[(][^()]{1,3}[)](?:から|より)の?再(?:々)?委託$"  # 乙社（(1)からの再委託）
)
_NOT_HANDED = re.compile(r"ない|せず|ません|禁|除く|以外")
# 文字認識サービスの提供事業者: a word for what the one does who is named elsewhere
_SERVING = re.compile(
    r"(?:の|を)(?:提供|運営|運用|保守|開発|管理)(?:する|を行う)?(?:事業者|業者|会社|者)$"
)


def _note_behind(name: names.Name) -> str:
    """What stands in brackets right behind a name."""
    text = compiled(r"\s").sub("", fold(name.passage.text))
    at = text.find(compiled(r"\s").sub("", fold(name.label)))
    match = (
        compiled(r"\(((?:[^()]|[(][^()]{1,3}[)]){2,60})\)").match(
            text[at + len(fold(name.label)) :]
        )
        if at >= 0
        else None
    )
    return match[1] if match else ""


_SHORTEST = 4  # characters of the end of a name that stands for it


@dataclass(slots=True)
class _Again:
    """Somebody to whom work is entrusted further, and below which heads the paper says so."""

    name: names.Name
    giver: str
    topics: list[str]
    within: tuple[int, ...]


class Partners:
    """The partners of a paper, each once for each relation, in reading order."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self.builder = builder
        text = fold(compiled(r"\s").sub("", "".join(row.text for row in rows)))
        self._groups = _group_names(text)
        full: dict[str, str] = {}
        for row in rows:  # a name at the beginning of a line begins there
            if "以下" in row.text:
                line = fold(compiled(r"\s").sub("", row.text))
                full = {**_full_names(line), **full}
                self._groups = {**_common_names(line), **self._groups}
        for short, name in _full_names(text).items():
            broken = full.get(short, name)  # 公益財団法人甲 at the end of one line, 研究所 below it
            if name.endswith(broken) and naming.names_company(name):
                full[short] = broken if naming.names_company(broken) else name
            full.setdefault(short, name)
        self._full = {short: name for short, name in full.items() if short not in self._groups}
        self.found: list[Partner] = []
        self.within: tuple[int, ...] = ()
        self._again: list[_Again] = []  # whose giver is not known yet
        self._of_role: list[tuple[names.Name, str]] = []
        self.by_work: set[str] = set()  # whom only a sentence about what they do makes partners

    def name_groups(self) -> None:
        """運行事業者 in a cell stands for all whom the paper calls so."""
        for word, names_ in self._groups.items():
            ids = [self.builder.find_holder(name) for name in names_]
            if all(ids):
                self.builder.groups.setdefault(word, ids)

    def is_known(self, words: str) -> bool:
        """Whether words name somebody: in full, or as the paper shortens it."""
        label = names.written(without_brackets(words))
        known = key(label) in self._full or self.builder.find_holder(label)
        return bool(known) or naming.is_name(label)

    def is_further(self, label: str) -> bool:
        """Whether the paper has named somebody as one to whom work is entrusted further."""
        waiting = any(key(each.name.label) == key(label) for each in self._again)
        holder = self.builder.find_holder(label)
        return waiting or any(holder == each.holder and each.giver for each in self.found)

    def is_partner(self, words: str) -> bool:
        """Whether words name one of those found so far, outside the own side."""
        label = names.written(without_brackets(words))
        found = parties.find(self.builder, label) if label else ""
        return any(
            found == each.holder for each in self.found if found and not each.giver
        ) and bool(self.builder.holder_entity(found).get("external"))

    def shortened(self, words: str, passage: Passage) -> names.Name | None:
        """Somebody whom the paper names in full elsewhere: センター for 財団法人甲センター."""
        full = self._full.get(key(words), "") if words else ""
        if not full and any(key(words) == key(name) for name in self._full.values()):
            full = words
        return names.name(full, passage) if full else None

    def several(self, words: str, passage: Passage) -> list[names.Name]:
        """The bodies that one word stands for: 両法人."""
        found = [names.name(full, passage) for full in self._groups.get(key(words), [])]
        return [name for name in found if name is not None]

    def all_names(self, words: str) -> list[str]:
        """A name, in full, and all that the paper calls it for short."""
        full = self._full.get(key(words), words)
        return [full, *(short for short, each in self._full.items() if key(each) == key(full))]

    def introduced(self) -> Iterator[tuple[str, str]]:
        """Each short form, and each name in full, with the name in full."""
        for short, full in self._full.items():
            if naming.names_company(full):
                yield from ((short, full), (key(full), full))

    def called(self) -> set[str]:
        """What the paper calls somebody, for short or in full."""
        return {*self._full, *(fold(full) for full in self._full.values())}

    def roles(self, lines: Iterable[Passage]) -> Iterator[tuple[str, Passage]]:
        """The short forms that are words for a role, with the line in which each is given."""
        shorts = [short for short in self._full if compiled(naming.ROLE).fullmatch(short)]
        for line in lines if shorts else ():
            plain = key(line.text)
            yield from ((short, line) for short in shorts if f"「{short}」" in plain)

    def add(
        self, name: names.Name, relation: str, giver: str = "", topics: list[str] | None = None
    ) -> None:
        if _NOBODY.search(name.label) or not compiled(r"\w").search(_DASH.sub("", name.label)):
            return  # □ of a form
        if _ANYBODY.match(key(name.label)) and any(p.relation == relation for p in self.found):
            return  # 民間事業者に委託する。, and the paper says to whom
        relation = "reentrust" if relation in ("entrust", "") and name.tier > 1 else relation
        several = self.several(name.label, name.passage)
        if several:
            for each in several:
                self.add(each, relation, giver, topics)
            ids = [self.builder.find_holder(each.label) for each in several]
            for word, full in self._groups.items():
                if full == self._groups[key(name.label)]:
                    self.builder.groups[word] = ids
            return
        if compiled(naming.ROLE).fullmatch(key(name.label)) and key(name.label) not in self._full:
            self._of_role.append((name, relation))  # 委託先 in a table: who is named elsewhere
            return
        if _SERVING.search(name.label):
            known = {each.holder for each in self.found if each.relation == relation}
            if len(known) == 1:
                self.builder.alias(name.label, known.pop())
                return
        told = "" if relation == "reentrust" else _note_behind(name)
        if (noted := HANDED_ON.match(told)) and not _NOT_HANDED.search(told):
            relation, giver = "reentrust", giver or noted["giver"] or ""
            giver = "" if compiled(naming.ROLE).fullmatch(giver) else giver
        if relation == "reentrust":
            self._not_first(name.label)
            self._again.append(_Again(name, giver, topics or [], self.within))
            self.settle(last=False)
            return
        if relation == "transfer":
            name.section, name.tier, name.open_class = True, 0, False
        whole = self._end_of(name.label)
        holder = whole or self._organisation(name)
        self.keep(Partner(holder, name.passage, "", topics or [], relation))

    def _not_first(self, label: str) -> None:
        """乙社には受付を行わせる, where a row says that it is entrusted further: not by us."""
        holder = self.builder.find_holder(label)
        if holder not in self.by_work or len({each.holder for each in self.found}) == 1:
            return
        own = (holder, "", "entrust")
        self.found = [e for e in self.found if (e.holder, e.giver, e.relation) != own]
        self.builder.holder_entity(holder).pop("tier", None)

    def _end_of(self, label: str) -> str:
        """公共職業安定所, where the paper has named 甲公共職業安定所 as a partner."""
        plain = key(label)
        if naming.names_company(label) or len(plain) < _SHORTEST:
            return ""
        ends = {
            each.holder
            for each in self.found
            if (full := key(self.builder.holder_entity(each.holder)["label"])) != plain
            and full.endswith(plain)
        }
        if len(ends) == 1:
            self.builder.alias(label, *ends)
        return ends.pop() if len(ends) == 1 else ""

    def _organisation(self, name: names.Name) -> str:
        """The holder, under its short form as well: 甲組合（…以下「組合」という。）."""
        name.label = self._full.get(key(name.label), name.label)
        known = self.builder.find_holder(name.label) or self._whole(name.label)
        holder = known or self.builder.organisation(name)
        for short, full in self._full.items():
            if key(full) == key(name.label):
                self.builder.alias(short, holder)
        return holder

    def _whole(self, label: str) -> str:
        """甲大学 of 甲大学健康科学部, if it is a partner already."""
        for partner in self.found:
            whole = key(self.builder.holder_entity(partner.holder)["label"])
            part = key(label).removeprefix(whole)
            if part != key(label) and _BRANCH.fullmatch(part):
                self.builder.alias(label, partner.holder)
                return partner.holder
        return ""

    def keep(self, partner: Partner) -> None:
        partner.within = self.within
        same = [
            each
            for each in self.found
            if (each.holder, each.giver) == (partner.holder, partner.giver)
        ]
        for each in same:  # a table in front of the parts names it, and then its own part does
            each.within = tuple(dict.fromkeys((*each.within, *partner.within)))
        if same and not partner.relation:
            return  # named again where nothing says by what it gets information
        for each in same:
            each.relation = each.relation or partner.relation
        known = [(each.holder, each.giver, each.relation) for each in self.found]
        if (partner.holder, partner.giver, partner.relation) not in known:
            self.found.append(partner)

    def settle(self, *, last: bool = True) -> None:
        """Partners of partners; who hands on may be named further down."""
        waiting, self._again = self._again, []
        for each in waiting:
            from_ = self._giver(each, last)
            if from_:
                name = each.name
                name.tier = int(self.builder.holder_entity(from_).get("tier", 1)) + 1
                to, before, self.within = self._organisation(name), self.within, each.within
                if to in self.by_work:
                    self.builder.holder_entity(to).setdefault("tier", name.tier)
                self.keep(Partner(to, name.passage, from_, each.topics, "reentrust"))
                self.within = before
            elif not last:
                self._again.append(each)
            elif not self._has_giver(each.name):
                self.builder.notes.ask(each.name.passage, "who_reentrusts")
                self.builder.notes.skip(each.name.passage, "partner_not_read", each.name.label)
        for name, relation in self._of_role if last else ():
            by = relation_of(name.label) or relation
            if not any(by in (each.relation, "") or not each.relation for each in self.found):
                self.keep(Partner(self._organisation(name), name.passage, "", [], relation))

    def _has_giver(self, name: names.Name) -> bool:
        """Whether it is told elsewhere who entrusts it further: a table names it once more."""
        known = self.builder.find_holder(self._full.get(key(name.label), name.label))
        return any(known == each.holder and each.giver for each in self.found)

    def _giver(self, again: _Again, last: bool) -> str:
        """Who entrusts further: by name, 同社 the one named last, unsaid the only one entrusted.

        Of several, the only one that is named below the same head.
        """
        printed = again.giver
        if printed:
            known = parties.find(self.builder, names.written(without_brackets(printed)))
            if known or not naming.refers_back(printed):
                return known
        if printed.startswith("同"):
            return self.found[-1].holder if self.found else ""
        outside = [each for each in self.found if not each.giver]
        entrusted = [each for each in outside if each.relation in ("entrust", "delegate", "")]
        first = {each.holder for each in entrusted or (outside if last else [])}
        if len(first) > 1:
            first = _near(entrusted, again.within)
        return first.pop() if len(first) == 1 else ""


def _near(entrusted: Sequence[Partner], within: Sequence[int]) -> set[str]:
    """Those who are named below the innermost head that is also above what is told."""
    for head in reversed(within[:-1]):
        if near := {each.holder for each in entrusted if head in each.within}:
            return near
    return set()
