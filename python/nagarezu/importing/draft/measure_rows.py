"""Measures outside the fields of a form, as safeguards of the own side and of the partners.

A place that a reader of the family has read is not read again. What a register or a paper for
several matters states in one table holds for the whole case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.measures import add, empty_place, left_out
from nagarezu.importing.fields import checklist, safeguards
from nagarezu.importing.fields.safeguards import Measure
from nagarezu.importing.form import measure_rows
from nagarezu.importing.form.family import Family
from nagarezu.importing.form.measure_rows import Group, Told
from nagarezu.importing.form.prose.topics import is_party_own
from nagarezu.importing.form.rows import Row
from nagarezu.importing.numbering import outline
from nagarezu.importing.rules.characters import bracketed, fold, key, tidy, without_brackets

_CHECKLIST = re.compile(r"チェック|(?:点検|確認)(?:表|リスト|票)")
_BRACKETED = re.compile(r"[【(（<＜].*$")


def write(builder: Builder, rows: Sequence[Row], which: Family) -> None:
    """Safeguards of tables and lines that no reader of the family took."""
    reader = _Reader(builder)
    read = {
        place
        for kind in ("safeguards", "checklist", "clauses", "criteria", "changes", "transfers")
        for entity in builder.list_of(kind)
        for place in str(entity.get("source", "")).split()
    }
    lines = which in ("register", "assessment")
    for group in measure_rows.groups(rows, reader.is_own, reader.names_matter, lines=lines):
        places = [place for told in group.told for place in told.text.source.split()]
        if not group.table:
            group.told = [
                told
                for told in group.told
                if not (read & set(told.text.source.split()) or _RATED.search(told.text.text))
            ]
        elif any(place in read for place in places):
            continue
        reader.write(group)
    left_out(builder)


_RATED = re.compile(
    "対策は、?「?(?:特に力を入れて|十分|課題が)"
)  # how the office rates what it does
_SIGNS = "【】()〔〕[]〈〉<>≪≫■◆●○◎・:"
_OF_NUMBER = re.compile(  # 登録番号1, 人事-1関係
    r"^(?:(?:登録|整理|届出|ファイル|事務|簿冊|個人情報ファイル)の?(?:番号|no\.?|№)?|番号|no\.?|№)第?"
    r"|号?(?:の(?:ファイル|事務)|関係|に係るもの)?$"
)
_SHORTEST = 4  # characters of a name within other words


def _named_in(name: str, plain: str) -> bool:
    """Whether words hold a name, or a number such as r7-1 that is no part of r7-12."""
    if len(name) < _SHORTEST or name not in plain:
        return False
    behind = plain.partition(name)[2][:1]
    return not (name[-1].isdigit() and behind.isdigit())


def of_table(builder: Builder, rows: Sequence[Row], matter: str) -> None:
    """The safeguards of a table that stands on the card of one file or task, below its head."""
    reader = _Reader(builder, matter)
    for group in measure_rows.groups(rows, reader.is_own, lambda _: False, lines=False):
        group.above = rows[0].text  # not what is said of the marks below it
        reader.write(group)


_GIVEN = ("provide", "transfer")  # a section of the own side to which something goes


class _Reader:
    def __init__(self, builder: Builder, matter: str = "") -> None:
        self.builder = builder
        matters = [str(each["id"]) for each in builder.list_of("matters")]
        self.card = matter  # of which all that is read is
        self.matter = matter or (matters[0] if len(matters) == 1 else "")
        self.files = {key(each["title"]): str(each["id"]) for each in builder.list_of("matters")}
        self.files.update(builder.registered)
        self.printed: Counter[tuple[str, str]] = Counter()
        self.outside = [
            (str(each["id"]), name)
            for each in builder.list_of("holders")
            if each.get("external") or builder.has_flow_to([str(each["id"])], _GIVEN)
            for name in builder.names_of(str(each["id"]))
        ]

    def is_own(self, head: str) -> bool | None:
        """By the words of a head, or by a partner of which it is the name."""
        plain = _BRACKETED.sub("", head).strip()
        own = self.builder.holder_entity(self.builder.own)["label"] if self.builder.own else ""
        said = is_party_own(plain.replace(str(own), "本市") if own else plain)
        if said is not None:
            return said
        return False if self.named(plain) else None

    def names_matter(self, head: str) -> bool:
        return bool(self.of_file(head))

    def of_file(self, text: str) -> str:
        """The matter of this number or title, or the only one that the words name."""
        plain = key(text)
        bare = plain.strip(_SIGNS)
        for name in (plain, bare, _OF_NUMBER.sub("", bare)):
            if name in self.files:
                return self.files[name]
        for inside in map(key, bracketed(fold(text))):  # 受渡しの手順（No.1関係）
            number = _OF_NUMBER.sub("", inside)
            if number != inside and (told := self.files.get(number) or self._counted_file(number)):
                return told
        within = {name: id_ for name, id_ in self.files.items() if _named_in(name, plain)}
        longest = max(within, key=len, default="")
        found = {id_ for name, id_ in within.items() if name not in longest or name == longest}
        return found.pop() if len(found) == 1 else ""

    def _counted_file(self, text: str) -> str:
        """The matter of a bare number in a column of files that bear none of their own."""
        number = _OF_NUMBER.sub("", key(text).strip(_SIGNS))
        if not number.isdecimal() or any(each.isdecimal() for each in self.builder.registered):
            return ""
        matters = self.builder.list_of("matters")
        return str(matters[int(number) - 1]["id"]) if 0 < int(number) <= len(matters) else ""

    def named(self, text: str) -> list[str]:
        """Partners whose name is these words, or has them as its end or beginning."""
        plain = key(without_brackets(text))
        if len(plain) < 2:
            return []
        if plain in self.builder.groups:  # 両法人
            return list(self.builder.groups[plain])
        exact = [id_ for id_, name in self.outside if name == plain]
        within = [
            id_
            for id_, name in self.outside
            if name.startswith(plain) or name.endswith(plain) or (len(name) > 2 and name in plain)
        ]
        return list(dict.fromkeys(exact or within))

    def write(self, group: Group) -> None:
        block = tidy(group.above)[:60]
        number = ""
        if _CHECKLIST.search(group.above):
            number = checklist.block_number(group.above) or "1"
        self.printed = Counter((told.text.source, told.text.text) for told in group.told)
        for told in group.told:
            own = self._own(told, group.above)
            party = "own" if own else "partner"
            heads = self._heads(group, told, own)
            if told.text:
                self._measures(group, told, party, heads, number or f"{block} {told.head}".strip())
            elif not own and told.partner and (group.table or self.named(told.partner)):
                self._blank(told, heads)

    def _own(self, told: Told, above: str) -> bool:
        own = self.is_own(told.head) if told.head else None
        if own is None and not told.head and not told.partner:
            own = self.is_own(above)  # 提供先に求める措置 above 番号 | 措置
        return True if own is None and not told.partner else bool(own)

    def _heads(self, group: Group, told: Told, own: bool) -> list[str]:
        """From outside inward: what names the partner nearest to the measure counts."""
        heads = [group.above, told.head]
        names = [*self.named(told.head), *self.named(told.partner)]
        if own:
            return heads
        if group.note and not names:
            heads.append(group.note)
        labels = [str(self.builder.holder_entity(id_)["label"]) for id_ in names]
        return [*heads, *(["、".join(labels)] if labels else [])]

    def _measures(self, group: Group, told: Told, party: str, heads: list[str], block: str) -> None:
        for measure in self._each(told, told.layer or f"{told.head}{group.above}"):
            self._measure(group, told, party, heads, block, measure)

    def _each(self, told: Told, head: str) -> list[Measure]:
        """The measures of one cell: those that it numbers, or the one sentence of its row."""
        layer = safeguards.layer_of(head)
        before, nodes = outline(told.text)
        inside = bool(nodes) and not before  # the number beside it counts the rows
        listed = [] if told.number and not inside else safeguards.read(told.text)
        numbered = len(nodes)
        several = len(listed) > 1 or (listed and (told.matter or numbered))
        if numbered == len(listed) == 1 if told.mark else several:
            for each in listed:
                each.layer = layer if each.layer == "unspecified" else each.layer
            return listed
        measure = safeguards.measure(told.text.text, told.text, layer, "")
        measure.path = told.number
        return [measure]

    def _measure(
        self, group: Group, told: Told, party: str, heads: list[str], block: str, measure: Measure
    ) -> None:
        status = {"not_needed": "not_needed", "blank": "blank"}.get(
            checklist.mark_of(told.mark) or "" if told.mark else "", ""
        )
        matter = self.of_file(told.matter) or self._counted_file(told.matter)
        matter = matter or self.of_file(group.above) or self.matter
        measure.path = measure.path or self._counted(party, measure.layer)
        id_ = add(self.builder, matter or "all", party, measure, status, heads)
        entity = self.builder.list_of("safeguards")[-1]
        # where one sentence has a mark for each of several side by side, nothing is copied
        if not told.mark or self.printed[told.text.source, told.text.text] == 1:
            entity["wording"] = safeguards.wording(measure.text)
        if not matter:
            del entity["matter"]
        if told.mark:
            self._marked(told, party, measure.layer, id_, block)

    def _counted(self, party: str, layer: str) -> str:
        """The number of a measure that bears none: within its side and layer on a card."""
        if not self.card:
            return str(len(self.builder.list_of("safeguards")) + 1)
        mine = self.builder.of_matter("safeguards", self.card)
        return str(1 + sum((e["party"], e["layer"]) == (party, layer) for e in mine))

    def _marked(self, told: Told, party: str, layer: str, id_: str, block: str) -> None:
        mark = checklist.mark_of(told.mark) or "blank"
        proof = evidence("mark", told.text, mark, "checklist_row", 0.9, printed=told.mark)
        row: Entity = {
            "block": block or "1",
            "party": party,
            "layer": layer,
            "mark": mark,
            "measures": [id_],
            "source": told.text.source,
            "provenance": [proof],
        }
        self.builder.add("checklist", row)

    def _blank(self, told: Told, heads: list[str]) -> None:
        """A place for the measures of a partner in which nothing stands."""
        empty_place(self.builder, self.matter, told.place, told.head)
        self.builder.heads[str(self.builder.list_of("safeguards")[-1]["id"])] = tuple(heads)
