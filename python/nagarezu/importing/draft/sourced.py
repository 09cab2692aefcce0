"""What the source of a flow holds, so that an item which is sent and not held is seen.

A document that lists what is recorded and what is handed on says of both the same in other words:
氏名 and 受給者の氏名, 年齢 and 生年月日. Only an item without any such counterpart is none that is
held. A list most of which has none is not drawn from the records at all: nothing follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nagarezu.importing.draft import alike, drawn, said
from nagarezu.importing.draft.builder import Builder, Entity
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules.characters import key

_SENDS = frozenset({"provide", "transfer", "entrust", "delegate", "reentrust", "link"})
_WORKS = frozenset({"entrust", "delegate", "reentrust"})  # the partner may collect something itself
_FEWEST = 2  # items of a list that must be held before the others are compared
_SLIPS = 4  # one item of so many may be missing; of more, the list has another source


def close(builder: Builder, rows: Sequence[Row] = ()) -> None:
    """Say for each source on the own side what it holds, as far as the lists tell.

    What others send they hold by themselves, whatever the own side sends them.
    """
    flows, lists = _by_matter(builder, "flows"), _by_matter(builder, "lists")
    sources = drawn.lists(builder, rows)
    elsewhere = _kept_once(builder)
    fetching = _fetching(builder, rows)
    compared: list[_Matter] = []
    for matter in builder.list_of("matters"):
        id_ = matter["id"]
        one = _Matter(builder, flows.get(id_, []), lists.get(id_, []), sources, elsewhere)
        one.handed = [set(each.get("holders", [])) for each in matter.get("retold", [])]
        one.fetches = id_ in fetching
        one.others()
        one.compare()
        compared.append(one)
    lost = frozenset(item for one in compared for item in one.lost)
    for one in compared:
        one.close(lost)


def _kept_once(builder: Builder) -> frozenset[str]:
    """The lists of what the own side records, if it does so in the sheets of one matter only."""
    kept = [
        (str(flow.get("matter", "")), id_)
        for flow in builder.list_of("flows")
        if flow["relation"] == "process" and flow.get("from") == builder.own
        for id_ in flow.get("lists", [])
    ]
    return (
        frozenset(id_ for _, id_ in kept)
        if len({matter for matter, _ in kept}) == 1
        else frozenset()
    )


def _by_matter(builder: Builder, kind: str) -> dict[str, list[Entity]]:
    """Entities of a kind by their matter, of which a register has thousands."""
    found: dict[str, list[Entity]] = {}
    for each in builder.list_of(kind):
        found.setdefault(str(each.get("matter", "")), []).append(each)
    return found


class _Matter:
    """The lists of one matter: what is recorded or received, and what is sent of it."""

    def __init__(
        self,
        builder: Builder,
        flows: list[Entity],
        lists: list[Entity],
        sources: Mapping[str, str],
        elsewhere: frozenset[str],
    ) -> None:
        self.builder, self.sources = builder, sources
        self.flows = flows
        self.sent: list[tuple[Entity, list[Entity], bool]] = []  # flow, its items, whether it slips
        self.lost: set[str] = set()
        self.fetches = False  # by its link, what the other side has
        self.handed: list[set[str]] = []  # to whom a row of a table of flows hands the items
        received = {
            each
            for flow in self.flows
            if flow["relation"] == "process"
            or (self._own(set(flow.get("to", []))) and not self._own({flow.get("from", "")}))
            for each in flow.get("lists", [])
        }
        self.lists = {each["id"]: each for each in lists}
        self.records = [
            each
            for each in self.lists.values()
            if each["id"] in received or self._own(set(each.get("holders", [])))
        ]
        if not any(self._own(set(each.get("holders", []))) for each in self.records):
            # the records from which its lists are drawn stand in another matter
            named = {sources[id_] for id_ in self.lists if id_ in sources}
            self.records += [
                each
                for each in builder.list_of("lists")
                if (named & set(each.get("holders", [])) if named else each["id"] in elsewhere)
                and each not in self.records
            ]
        self.holders = {id_ for each in self.records for id_ in each.get("holders", [])}

    def _own(self, ids: set[str]) -> bool:
        """Whether one of them is the own side or a system that it runs."""
        return any(
            id_ == self.builder.own
            or (
                bool(id_)
                and (holder := self.builder.holder_entity(id_)).get("operator") == self.builder.own
                and holder["kind"] in ("system", "terminal")
            )
            for id_ in ids
        )

    def others(self) -> None:
        """Whoever sends to the own side creates what he sends."""
        for flow in self.flows:
            start = str(flow.get("from", ""))
            subjects, sent = flow.get("subjects", []), flow.get("lists", [])
            inward = self._own(set(flow.get("to", []))) and not self._own({start})
            if start and subjects and sent and inward:
                creates = self.builder.holder_entity(start).setdefault("creates", [])
                creates.append({"subjects": list(subjects), "lists": list(sent)})

    def compare(self) -> None:
        """Compare what is sent with the records, if these are said to be whole."""
        if not self.records or any(each.get("open") for each in self.records):
            return
        if any(_PARTIAL.search(each["label"]) for each in self.records):
            return
        held = [entry for each in self.records for entry in each["entries"]]
        known = {each["id"] for each in self.records}
        elsewhere: set[str] = set()
        for flow in self.flows:
            start = str(flow.get("from", ""))
            sent = [id_ for id_ in flow.get("lists", []) if id_ in self.lists and id_ not in known]
            ours = self._sends(flow) and self._own({start}) and not _collected(flow)
            if sent and ours and not (self.fetches and flow["relation"] == "link"):
                entries = [entry for id_ in sent for entry in _items(self.lists[id_])]
                slips = self._slips(flow, entries, held, whole=self._whole(flow, sent))
                self.sent.append((flow, entries, bool(slips)))
                self.lost.update(entry["item"] for entry in slips)
                kept = (entry["item"] for entry in entries if entry not in slips)
                elsewhere.update(kept)
        self.lost -= elsewhere  # another flow of the matter has it from somewhere

    def close(self, lost: frozenset[str]) -> None:
        """Say what the own side holds; nothing that some records lack, whatever sheet sends it."""
        exact = {entry.get("item") for each in self.records for entry in each["entries"]}
        for flow, entries, slips in self.sent:
            more = [entry["item"] for entry in entries if entry["item"] not in lost | exact]
            self._creates(flow, str(flow["from"]), more, lost, closed=slips)

    def _sends(self, flow: Entity) -> bool:
        """Whether something leaves the own side: also what is registered in another's system."""
        return flow["relation"] in _SENDS or (
            flow["relation"] == "process" and not self._own(set(flow.get("to", [])))
        )

    def _whole(self, flow: Entity, sent: Sequence[str]) -> bool:
        """Whether all that is sent is said to be drawn from the records, or to be handed over."""
        return (
            all(self.sources.get(id_, "") in self.holders for id_ in sent)
            or all(_HANDED.search(self.lists[id_]["label"]) for id_ in sent)
            or set(flow.get("to", [])) in self.handed
        )

    def _slips(
        self, flow: Entity, sent: list[Entity], held: list[Entity], *, whole: bool
    ) -> list[Entity]:
        """What the records lack; `whole` says that all that is sent is drawn from them."""
        known = self._known(held)
        missing = [entry for entry in sent if not alike.recorded(entry, held, known)]
        slips = missing if is_slip(len(missing), len(sent)) else []
        if flow["relation"] in _WORKS and not whole:
            of_file = any(each["relation"] == "collect" for each in self.flows) or any(
                "ファイル" in each["label"] for each in self.records
            )
            slips = [entry for entry in slips if alike.personal(entry["label"], of_file=of_file)]
        return slips

    def _known(self, held: Sequence[Entity]) -> str:
        """All words of the records and of whom they are about."""
        groups = set(self._groups(self.flows))
        return "".join(
            [
                *(each["label"] for each in (*held, *self.records)),
                *(e["label"] for e in self.builder.list_of("subjects") if e["id"] in groups),
            ]
        )

    def _groups(self, flows: Sequence[Entity] = ()) -> list[str]:
        """Whom the flows are about, and those that carry the records."""
        kept = {each["id"] for each in self.records}
        carrying = [f for f in self.builder.list_of("flows") if kept & set(f.get("lists", []))]
        return list(
            dict.fromkeys(id_ for flow in (*flows, *carrying) for id_ in flow.get("subjects", []))
        )

    def _creates(
        self, flow: Entity, start: str, more: list[str], lost: frozenset[str], *, closed: bool
    ) -> None:
        """Items that are held under another name; and, of an open source, the records instead."""
        creates: list[Entity] = self.builder.holder_entity(start).setdefault("creates", [])
        subjects = list(flow.get("subjects", [])) or self._groups()
        here = [each for each in creates if set(each.get("subjects", [])) & set(subjects)]
        if closed and here and start == self.builder.own:
            closing = [each for each in here if each.pop("open", False)]
            for each in closing:
                each["lists"] = [record["id"] for record in self.records]
            others = self._elsewhere(start, subjects) if closing else []
            more = [*more, *(each for each in others if each not in lost)]
        if more and subjects and not any(each.get("open") for each in here):
            into = next((each for each in here if set(each["subjects"]) == set(subjects)), None)
            if into is None:
                into = {"subjects": subjects}
                creates.append(into)
            into["items"] = list(dict.fromkeys([*into.get("items", []), *more]))
        if not creates:
            del self.builder.holder_entity(start)["creates"]

    def _elsewhere(self, start: str, subjects: list[str]) -> list[str]:
        """What is sent of the same persons in other matters, of whose source nothing is said."""
        here = {id(each) for each in self.flows}
        lists = {each["id"]: each for each in self.builder.list_of("lists")}
        return [
            entry["item"]
            for flow in self.builder.list_of("flows")
            if flow.get("from") == start and id(flow) not in here
            if set(flow.get("subjects", [])) & set(subjects)
            for id_ in flow.get("lists", [])
            if id_ in lists and lists[id_] not in self.records
            for entry in _items(lists[id_])
        ]


_PARTIAL = re.compile("新たに|追加|主な|変更")
_HANDED = re.compile(
    "渡す|提供する|送付する|送信する|貸与する|預ける|登録する|から(?:登録|取得|抽出)"
    "|(?:委託|移転)する(?:情報|項目|特定個人情報)"
)


def _items(entity: Entity) -> list[Entity]:
    return [entry for entry in entity["entries"] if entry.get("item")]


_FORM = re.compile("申請書|申込書|届書|届出書|申告書|調査票|同意書|回答書")


_LINK_ROW = re.compile("(?:結合|接続)の(?:形態|方法|方式)")
_FETCHED = re.compile("取得|受信|受け取|取り込|取込|ダウンロード")
_PUT = re.compile("送信|登録|送る|送付|提供|渡[すし]|送受信|連携|アップロード")


def _collected(flow: Entity) -> bool:
    """Whether what is handed over are papers that persons hand in: no records need have it."""
    return any(_FORM.search(str(each.get("label", ""))) for each in flow.get("media", []))


def _fetching(builder: Builder, rows: Sequence[Row]) -> frozenset[str]:
    """The matters whose link fetches what the other side has: 接続し、申請の内容を取得する."""
    if not any(flow["relation"] == "link" for flow in builder.list_of("flows")):
        return frozenset()
    return frozenset(
        matter
        for matter, row in said.placed(builder, rows)
        if len(row.filled) > 1 and _LINK_ROW.search(key(row.filled[0].text))
        if _FETCHED.search(row.text) and not _PUT.search(row.text)
    )


def is_slip(missing: int, number: int) -> bool:
    held = number - missing
    return missing > 0 and held >= _FEWEST and missing <= max(1, number // _SLIPS)
