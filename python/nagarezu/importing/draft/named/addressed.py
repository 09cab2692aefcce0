"""Whom a measure is about: partners that it names, or the head above it, by name or by role.

「甲社に行わせる措置」 reaches the flows to and from 甲社, 「提供先」 those of that relation. What
names nobody applies to its whole matter, and so does a measure of a partner called just 事業者.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key

_SAME = re.compile(r"(?<![一-龥])同(?:社|法人|組合|協会|機構|公社|事業者|団体)")
_AND_OTHERS = re.compile(r"(?:先|者|業者)等")  # 委託先等の対策: of whoever else there is, too
_DOER = re.compile(r"(?P<who>[^、。はが]{2,12})は、")
# 3件の委託先及び乙社: all of a role beside those that are named
_ALL_OF = re.compile(
    r"(?:(?:\d{1,2}|[二三四五六])(?:件|社|者|つ)の|各|全ての|すべての|いずれの)(?P<role>(?:委託|提供|移転)先)"
)
_SHORTEST = 3  # characters of a name that is looked for within a sentence
# 甲県国民健康保険団体連合会 is called 国民健康保険団体連合会 in the measures
_FORM = re.compile(  # and 株式会社甲 just 甲
    r"^(?:(?:公益|一般)(?:財団|社団)法人|(?:特定非営利活動|社会福祉|学校|医療|(?:地方)?独立行政)法人"
    r"|(?:株式|有限|合同|合資|合名)会社)|(?:株式|有限|合同|合資|合名)会社$"
)
_ALONE = r"(?=に(?:行|講|求)|[がの](?:行|講|安全|対策|措置)|$)"  # behind a short name in a head
_SORT = re.compile(
    r".(?P<sort>広域連合|連合会|基金|機構|協会|協議会|公社|事業団|財団|医師会|商工会|銀行|信用金庫"
    r"|大学|病院|研究所|年金事務所|税務署)$"
)
_DIVISION = re.compile(r"^[^部]{1,10}部(?=[^部]{2,}課$)")  # 福祉部支援課 is just 支援課
_REGION = re.compile(r"^[^都道府県市区町村]{0,5}[都道府県市区町村](?=.{5,})")


def write(builder: Builder, *, roles: bool = True, rows: Sequence[Row] = ()) -> None:
    """Set `applies_to` of the measures; called when all holders, names and flows are known.

    Without `roles` only names count: a register lists whom a law lets have what, and asks
    measures of contractors alone.
    """
    if roles:
        _part(builder)
    last: set[str] = set()  # whom 同社 means
    for entity in builder.list_of("safeguards"):
        matter = entity.get("matter", "")  # without one, a measure is for the whole case
        flows = [f for f in builder.list_of("flows") if f.get("matter") == matter or not matter]
        reader = _Reader(builder, flows, roles=roles)
        named = reader.named(str(entity["label"]))
        if _SAME.search(key(entity["label"])) and len(last) == 1:
            named = named | last
        last = named or last
        reached = reader.reached(entity, named)
        ids = [f["id"] for f in flows if reached & {*f.get("to", []), f.get("from", "")}]
        if ids and len(ids) < len(flows):
            entity["applies_to"] = ids
    if not roles:
        for matter in builder.list_of("matters"):
            _of_all_contractors(builder, str(matter["id"]))
    _bound_too(builder, rows)


_FURTHER = re.compile(r"再(?:々|再)?(?:委託|受託)[^。、]{0,6}(?:先|者)|下請")
_DUTY = re.compile(r"措置|対策|義務|遵守|順守|守ら|守る|特記|条件|同[様等]|監督|準じ")


def _bound_too(builder: Builder, rows: Sequence[Row]) -> None:
    """Say where a paper lays upon those who work for a partner what it asks of that partner.

    The flow to them is among those of its measures in any case. 甲社（再委託先を含む。） and a note
    behind the list make these measures theirs.
    """
    handed_on = [f for f in builder.list_of("flows") if f["relation"] == "reentrust"]
    ids = {f["id"] for f in handed_on}
    theirs = [
        entity
        for entity in (builder.list_of("safeguards") if ids else ())
        if entity["party"] != "own" and ids & set(entity.get("applies_to", []))
    ]
    if not theirs:
        return
    names = {n for f in handed_on for to in f.get("to", []) for n in builder.names_of(to)}
    names = {name for name in names if len(name) >= _SHORTEST}
    duties = (row for row in rows if _DUTY.search(row.text))
    told = next((row.whole for row in duties if _tells_of(row.text, names)), Passage())
    for entity in theirs:
        heads = builder.heads.get(str(entity["id"]), ())
        head = next((Passage(each) for each in heads if _tells_of(each, names)), told)
        if head:
            proof = evidence("applies_to", head, rule="bound_beside", confidence=0.8)
            entity.setdefault("provenance", []).append(proof)


def _tells_of(text: str, names: Iterable[str]) -> bool:
    plain = key(text)
    return bool(_FURTHER.search(fold(text))) or any(name in plain for name in names)


_CONTRACTED = ("entrust", "delegate", "reentrust")


def _of_all_contractors(builder: Builder, matter: str) -> None:
    """Where each contractor, or the only one, is asked for some: they are the measures of all."""
    flows = {f["id"]: f for f in builder.list_of("flows") if f.get("matter") == matter}
    theirs = {id_ for id_, flow in flows.items() if flow["relation"] in _CONTRACTED}
    asked = [
        each
        for each in builder.of_matter("safeguards", matter)
        if each["party"] == "partner" and each.get("applies_to")
    ]
    reached = {id_ for each in asked for id_ in each["applies_to"]}
    linked = {id_ for id_ in reached - theirs if flows[id_]["relation"] == "link"}
    if theirs and reached - linked == theirs and reached < flows.keys():
        for each in asked:
            del each["applies_to"]


def _part(builder: Builder) -> None:
    """A flow to several is a flow to each, where heads ask measures of one of them by name."""
    for matter in builder.list_of("matters"):
        flows = [f for f in builder.list_of("flows") if f.get("matter") == matter["id"]]
        reader = _Reader(builder, flows, roles=False)
        heads = [
            reader.named(head)
            for entity in builder.of_matter("safeguards", str(matter["id"]))
            if entity["party"] == "partner"
            for head in builder.heads.get(str(entity["id"]), ())[-1:]
        ]
        if not heads or not all(len(named) == 1 for named in heads):
            continue
        named = {id_ for each in heads for id_ in each}
        for flow in flows:
            some = [id_ for id_ in flow.get("to", []) if id_ in named]
            if some and len(some) < len(flow["to"]) and flow["relation"] == "entrust":
                _split(builder, flow, some)


def _split(builder: Builder, flow: Entity, some: Sequence[str]) -> None:
    """The flow to those as the first one, and another to the rest."""
    first = [id_ for id_ in flow["to"] if (id_ in some) == (flow["to"][0] in some)]
    rest = [id_ for id_ in flow["to"] if id_ not in first]
    other = {**flow, "to": rest, "provenance": list(flow.get("provenance", []))}
    other["id"] = builder.fresh(f"{flow['id']}-part")
    flow["to"] = first
    builder.list_of("flows").append(other)


_NUMBERED = re.compile(
    r"(?P<sort>(?:委託|提供|結合)先)"
    r"(?P<numbers>(?:(?:及び|並びに|と|、|・)?(?:\((?:その)?[0-9a-d甲乙丙丁一二三四アイウエ]\)|[0-9a-d](?!社)))+)"
)
_ORDINALS = str.maketrans("甲乙丙丁一二三四アイウエabcd", "1234" * 4)


def numbered(head: str) -> bool:
    """委託先（1）に行わせる措置: one of several partners, by its number."""
    return bool(_NUMBERED.search(key(head)))


def _each_numbered(plain: str) -> str:
    """委託先(1)及び(2) is 委託先1、委託先2."""
    return _NUMBERED.sub(
        lambda found: "、".join(
            found["sort"] + number
            for number in compiled("[0-9]").findall(found["numbers"].translate(_ORDINALS))
        ),
        plain,
    )


class _Reader:
    """The partners of one matter, by name and by what they get information by."""

    def __init__(self, builder: Builder, flows: Sequence[Entity], *, roles: bool) -> None:
        self.builder = builder
        self.flows = flows
        self.roles = rules("labels")["measure_roles"] if roles else []
        # 5.提供・移転: what the own side does there is for all that it gives
        self.sections = rules("labels")["measure_sections"] if roles else []
        self._outside = {
            id_
            for flow in flows
            for id_ in flow.get("to", [])
            if builder.holder_entity(id_).get("external")
            or (
                flow["relation"] in ("provide", "transfer")
                and builder.holder_entity(id_).get("kind") == "section"
            )
        }
        self._names = self._called()
        self._sorts = self._by_sort()

    def _called(self) -> list[tuple[str, str]]:
        """The names of the partners, the longest first; short forms that mean one of them."""
        names = {(name, id_) for id_ in self._outside for name in self.builder.names_of(id_)}
        short = {(_REGION.sub("", name), id_) for name, id_ in names}
        short |= {(_DIVISION.sub("", name), id_) for name, id_ in names}
        short |= {(_FORM.sub("", name), id_) for name, id_ in names}
        owners: dict[str, set[str]] = {}
        for name, id_ in names | short:
            owners.setdefault(name, set()).add(id_)
        names |= {(name, id_) for name, id_ in short if len(owners[name]) == 1}
        names |= set(self._counted())
        return sorted(names, key=lambda each: (-len(each[0]), each))

    def _by_sort(self) -> dict[str, str]:
        """広域連合, 連合会: what sort of body the only one of its sort is called by."""
        bodies: dict[str, set[str]] = {}
        for name, id_ in self.builder.names():
            if match := _SORT.search(name):
                bodies.setdefault(match["sort"], set()).add(id_)
        return {
            sort: id_
            for sort, ids in bodies.items()
            if len(ids) == 1 and (id_ := next(iter(ids))) in self._outside
        }

    def _counted(self) -> Iterator[tuple[str, str]]:
        """委託1, 委託先1 and 委託事項1 are the first one, in the order of the paper."""
        for relation, word in (("entrust", "委託"), ("provide", "提供"), ("link", "結合")):
            held = [flow["to"] for flow in self.flows if flow["relation"] == relation]
            order = list(dict.fromkeys(id_ for to in held for id_ in to if id_ in self._outside))
            for number, id_ in enumerate(order if len(order) > 1 else (), 1):
                yield from ((f"{word}{sort}{number}", id_) for sort in ("", "先", "事項", "業務"))

    def reached(self, entity: Entity, named: set[str]) -> set[str]:
        """Holders; empty for all. What a partner does as 再委託先 is no less a measure for all."""
        heads = self.builder.heads.get(str(entity["id"]), ())
        if entity["party"] == "own":
            if named and (all_of := _ALL_OF.search(fold(str(entity["label"])))):
                named = named | self.by_role([all_of["role"]])
            of_label = self._of_some([str(entity["label"])])
            head = next((each for each in reversed(heads) if each), "")
            above = self._toward(head) if self.roles else set()
            return named or above or of_label or self.by_role(heads, self.sections)
        for head in reversed(heads):
            each = self._pieces(head)
            found = self.named(head).union(*each)
            if len(each) > 1 and not named:  # 県警察及び受託者に求める対策: 受託者は、…
                doer = _DOER.match(entity["label"])
                whose = self.by_role([doer["who"]]) or self._ended(doer["who"]) if doer else set()
                named = whose & found
                if named:
                    return named
            if self.named(head):
                return found | named
            found = self.by_role([head]).union(*each)
            if found and _AND_OTHERS.search(key(head)):
                return named
            if found:
                return named or found
        return named

    def _pieces(self, head: str) -> list[set[str]]:
        """Whom each part of a head is about, by name or else by role: 甲社及び受託者."""
        parts = compiled("及び|並びに|、|・").split(head)
        found = [self.named(part) or self.by_role([part]) or self._ended(part) for part in parts]
        return [each for each in found if each]

    def _ended(self, part: str) -> set[str]:
        """運営団体の措置: the only partner whose name ends so, 子ども食堂運営団体."""
        words = compiled("[のがに]").split(key(part))[0]
        found = {id_ for name, id_ in self._names if name.endswith(words)}
        return found if len(words) > _SHORTEST and len(found) == 1 else set()

    def _toward(self, head: str) -> set[str]:
        """委託先1（甲社）に対する措置: the one contractor whom the own measures below are about."""
        found = self.named(head)
        works = {id_ for f in self.flows if f["relation"] == "entrust" for id_ in f.get("to", [])}
        return found if len(found) == 1 and found <= works else set()

    def _of_some(self, heads: Sequence[str]) -> set[str]:
        """Partners by their role; what is told of all of several is as good as told of none."""
        found = self.by_role(heads)
        return set() if len(found) > 1 and found == self._outside else found

    def named(self, text: str) -> set[str]:
        """Partners whose name stands in the words; the longest name where one holds another."""
        plain, found = _each_numbered(key(text)), set()
        for name, id_ in self._names:
            if name not in plain or self._is_role(name):
                continue
            alone = rf"(?<![一-龥ァ-ヶ]){re.escape(name)}{_ALONE}"
            if len(name) < _SHORTEST and not compiled(alone).search(plain):  # 大学 in 大学病院
                continue
            plain = plain.replace(name, " ")
            found.add(id_)
        for sort, id_ in self._sorts.items():
            if compiled(rf"(?<![一-龥ァ-ヶー々]){sort}(?![一-龥ァ-ヶー々])").search(plain):
                found.add(id_)
        return found

    def _is_role(self, name: str) -> bool:
        return any(
            compiled(rule["words"]).fullmatch(name) for rule in rules("labels")["measure_roles"]
        )

    def by_role(
        self, heads: Iterable[str], roles: Sequence[Mapping[str, Any]] | None = None
    ) -> set[str]:
        """All partners of the relations that the words name: 委託先, 提供先."""
        relations = {
            relation
            for head in heads
            for rule in (self.roles if roles is None else roles)
            if compiled(rule["words"]).search(key(head))
            for relation in rule["relations"]
        }
        reached = [flow for flow in self.flows if flow["relation"] in relations]
        found = {id_ for flow in reached for id_ in flow.get("to", [])}
        if "entrust" in relations:  # who does the work over a line alone, and hands some of it on
            found |= {flow.get("from", "") for flow in reached if flow["relation"] == "reentrust"}
        return found & self._outside
