"""Flows of an assessment: into its systems, to linked ones, to contractors and to recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft import lists
from nagarezu.importing.draft.assessment import called, links
from nagarezu.importing.draft.assessment import names as cells
from nagarezu.importing.draft.assessment.whose import layer_of
from nagarezu.importing.draft.builder import Builder, Entity, evidence
from nagarezu.importing.draft.lists import Listed
from nagarezu.importing.fields import names
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.assessment.labels import is_away, is_none, is_same
from nagarezu.importing.form.assessment.sheet import counted
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import (
    bracketed,
    key,
    tidy,
)

_NUMBER = "個人番号"
_SUB_BEHIND = re.compile(rf"(?P<name>{cells.ORGANISATION})[(（]再委託先[)）]")
_SUB_AFTER = re.compile(
    r"再委託先(?:名|の名称)?[ 　]*(?:[:：]|は(?![ぁ-ん])、?|[ 　])[ 　]*"
    r"(?P<name>[^、。()（）「」\n]{2,60}?)(?=[ 　]*[()（）、。\n]|$)"
)
_SUB_CALLED = re.compile(rf"再委託先(?:である|の)(?P<name>{cells.ORGANISATION})")
_SUB_GIVEN = re.compile(
    rf"(?P<name>{cells.ORGANISATION})(?:に対し|に|へ)(?:、?[^。、に]{{2,24}}を)?(?:再委託|更に委託)"
)
# a name that stands alone may hold what is a particle elsewhere: 有限会社かもめ
_WHOLE_NAME = (
    r"[^、。，,()（）「」\s：:を]{0,30}(?:株式会社|有限会社|合[同資名]会社|法人|協会|連合会|組合|センター|㈱)"
    r"[^、。，,()（）「」\s：:を]{0,30}"
)
_SUB_FLAGGED = re.compile(
    r"^(?:\[?[ ]?再委託(?:する|あり)[ ]?\]?|有り?|あり)[ 　、,:：]*"
    rf"[(（]?(?P<name>{_WHOLE_NAME})(?:[)）]?$|[、，,:：。])"
)
# 一部を甲社に行わせる, 甲社が封入を行う, 甲社による封入: in a row of what is handed on
_SUB_WORKS = re.compile(
    rf"(?P<name>{cells.ORGANISATION})(?:(?:に|へ)[^。、に]{{0,20}}?(?:行わせ|担わせ|任せ|請け負わせ|委ね|従事させ|実施させ)"
    r"|が、?[^。]{0,30}?(?:行う|担う|担当する|受け持つ|従事する|実施する)|による)"
)
_SUB_ALONE = re.compile(
    r"^(?!.*による)(?P<name>(?:株式|有限|合[同資名])会社[^\s、。()（）を]{2,20}"
    r"|[^\s、。()（）を]{2,20}(?:株式|有限|合[同資名])会社)(?:[(（].*)?$"
)
_SUB_IN_BRACKETS = re.compile(rf"[(（](?P<name>{_WHOLE_NAME})[)）][。 　]*$", re.MULTILINE)
_SUBS = (_SUB_BEHIND, _SUB_AFTER, _SUB_CALLED, _SUB_GIVEN, _SUB_FLAGGED)
_VERB = re.compile(
    r"^[-－ー―・ ]+|^.*?(?:行う|行なう|担う|する|担当の|している|した"
    r"|受ける|得た|受けた|当たる|である)(?=.{4})"
)
_OPEN = re.compile(r"未定|未選定")  # of a partner who is not chosen yet
_BODY = re.compile(r"基金|銀行|公社|組合|グループ$")


_IN_PATH = re.compile(r"システム[ ]?\d{1,2}[ ]?[(（「](?P<name>[^()（）「」\n]{2,40})[)）」]")


def _in_paths(sheet: Assessment) -> Iterator[tuple[Line, str]]:
    """Ⅰ 2．システム1（住民記録システム）②…: systems that a list of changes names by its places."""
    for line in sheet.changed:
        for match in _IN_PATH.finditer(line.section):
            for label in cells.system_names(Passage.of(match["name"], line.printed.places[0])):
                yield line, label


def _says_none(value: Passage) -> bool:
    return not value or is_none(value.text) or is_away(value.text)


class Flows:
    """Writes flows of one matter.

    The lists of the file are what the file's own systems hold, and what a contractor gets who is
    said to handle the whole file. Of all others the sheet names no items here: their flows are
    open.
    """

    def __init__(self, builder: Builder, matter: Entity, ids: list[str]) -> None:
        self.builder, self.matter, self.ids = builder, matter, ids
        self.written: list[str] = []
        self.main = builder.own
        self.block = ""  # 委託事項1, 移転先2 …: where the flows written now are named
        self.of_block: dict[str, list[Entity]] = {}

    def systems(self, sheet: Assessment, listed: list[Listed]) -> None:
        """Each named system, and those it is connected with by a mark."""
        found: list[tuple[str, Line]] = []
        for line in sheet.of("system_name"):
            for label in cells.system_names(cells.uncounted(line)):
                id_ = self.builder.holder(label, "system", line.value, operator=self.builder.own)
                found.append((id_, line))
        known = {id_ for id_, _ in found}
        below = () if found else cells.systems_below(sheet.lines)
        told = cells.systems_told(sheet.of("system_told"))
        for line, label in (*_in_paths(sheet), *told, *below):
            place = line.printed or line.value
            id_ = self.builder.holder(label, "system", place, operator=self.builder.own)
            if id_ not in known:
                known.add(id_)
                found.append((id_, line))
        if found:
            self.main = found[0][0]
        holders = list(dict.fromkeys([id_ for id_, _ in found] or [self.builder.own]))
        for each in listed:
            entity = lists.write(
                self.builder,
                each,
                self.matter["id"],
                holders,
                set(),
                lost=False,
                emphasised=frozenset(),
            )
            if sheet.digest and not any(_NUMBER in entry["label"] for entry in entity["entries"]):
                entity["open"] = True  # only what was changed: every such file has the number
            self.written.append(entity["id"])
        done: set[str] = set()
        for id_, line in found:
            if id_ not in done:
                place = line.value or line.printed
                self.flow("process", self.builder.own, id_, place, "system_row", whole=True)
            done.add(id_)
        for line in sheet.of("system_links"):
            here = [id_ for id_, each in found if each.block == line.block]
            again = [id_ for id_, each in found if counted(each.block) == counted(line.block)]
            self._linked(line, next(iter(here or again), self.main))

    def _linked(self, line: Line, start: str) -> None:
        """A system named at 他のシステムとの接続: information goes over this link."""
        for each in links.of_row(line.value):
            operator = self.builder.own if each.own else ""
            known = self.builder.find_holder(each.label)
            id_ = known or self.builder.holder(each.label, "system", line.value, operator=operator)
            begin = self.builder.find_holder(each.start) if each.start else ""
            self.flow("link", begin or start, id_, line.value, "marked_option")

    def partners(self, sheet: Assessment) -> None:
        """委託先名, and whom the rows below it name as 再委託先."""
        contents: dict[str, str] = {}
        for line in sheet.of("entrust_content"):
            contents[line.block] = contents.get(line.block, "") + line.value.text
        last, whole, block, work = "", False, "", False
        named: dict[str, str] = {}  # blocks side by side take turns
        for line in sheet.of(
            "entrust_content",
            "entrust_range",
            "entrust_partner",
            "reentrust_flag",
            "reentrust_content",
            "reentrust_permit",
            "reentrust_partner",
        ):
            if line.label is None:
                continue
            name = line.label.field
            if line.block != block:
                block, whole, last, work = line.block, False, named.get(line.block, ""), False
                self.block = block
            if name == "entrust_content":
                whole, work = False, not _says_none(line.value)
            elif name == "entrust_range":
                whole = bool(compiled("全体").search(line.value.text.split("選択肢")[0]))
            elif name == "entrust_partner":
                if work and block and line.value and is_none(line.value.text):
                    self._undecided(line.value)  # its work is told, and its name is －
                for each in self._named(line.value, 1):
                    last = named[block] = self.builder.organisation(each)
                    self.builder.works.setdefault(last, contents.get(block, ""))
                    delegate = key(line.printed.text).strip("0123456789.").startswith("指定管理")
                    relation = "delegate" if delegate else "entrust"
                    self.flow(
                        relation, self.builder.own, last, line.value, "partner_row", whole=whole
                    )
                self._told(line.value, last, called=True)  # 甲社（入力は再委託先の乙社が行う。）
            elif name == "reentrust_partner":
                for each in self._named(line.value, 2):
                    self._reentrust(each, last, line.value)
            else:
                more = (
                    (_SUB_WORKS, _SUB_ALONE, _SUB_IN_BRACKETS)
                    if name == "reentrust_content"
                    else ()
                )
                self._told(line.value, last, more)
        self.block = ""
        for line in sheet.of("risk_measures"):
            self._told(line.value, "")

    def _named(self, value: Passage, tier: int) -> list[names.Name]:
        text = tidy(value.text)
        if _OPEN.match(key(text)):
            self._undecided(value)
        if not text or is_none(text) or is_away(text) or is_same(text):
            return []
        found = []
        for each in cells.each_company(value, tier):
            firm = compiled(cells.ORGANISATION).search(each.label)
            if layer_of(each.label) and not firm:  # 委託先 | 運用 …: the head of measures
                continue
            if each.undecided:
                self._undecided(each.passage)
            else:
                found.append(each)
        return found

    def _undecided(self, place: Passage) -> None:
        """A row of the partner that names nobody yet."""
        self.builder.notes.ask(place, "partner_undecided")
        if "partners" not in self.matter:
            nobody: Entity = {"holders": [], "undecided": True, "source": place.source}
            self.matter["partners"] = [nobody]

    def _told(
        self,
        value: Passage,
        last: str,
        more: tuple[re.Pattern[str], ...] = (),
        *,
        called: bool = False,
    ) -> None:
        """保守（再委託先：有限会社…）, …株式会社（再委託先）: a name that a sentence gives."""
        for pattern in (_SUB_CALLED,) if called else (*_SUBS, *more):
            for match in pattern.finditer(value.text):
                start, end = match.span("name")
                whole = compiled(rules("strangers")["firm"]).match(value.text, start)
                end = max(end, whole.end() if whole else 0)  # 合同会社みなと技研
                printed = _VERB.sub("", value.text[start:end])
                named = names.name(printed, value.part(start, end))
                company = compiled(cells.ORGANISATION).search(printed) or _BODY.search(printed)
                if named is not None and company and not named.undecided:
                    named.tier = 2
                    self._reentrust(named, last, value)

    def _reentrust(self, name: names.Name, last: str, passage: Passage) -> None:
        known = self.builder.find_holder(name.label) or cells.owner(self.builder, name.label)
        if any(flow["relation"] == "reentrust" and known in flow["to"] for flow in self._all()):
            return
        first = [flow["to"][0] for flow in self._all() if flow["relation"] == "entrust"]
        start = last or (first[0] if first else self.builder.own)
        id_ = self.builder.organisation(name)
        self.flow("reentrust", start, id_, passage, "partner_row")

    def _all(self) -> list[Entity]:
        return self.builder.list_of("flows")

    def recipients(self, sheet: Assessment) -> None:
        """提供先 outside, 移転先 within."""
        for line in sheet.of("provide_to", "transfer_to"):
            text = tidy(line.value.text)
            if line.label is None or not text or is_none(text) or is_away(text):
                continue
            if is_none(line.value.lines()[0].text):
                continue  # なし, and below it what no label ends
            if any(is_away(inside) for inside in bracketed(text)):
                continue  # 情報照会者（別紙1のとおり）: the names stand there
            self.block = line.block
            if line.label.field == "provide_to":
                self.provide(cells.behind_law(line.value))
            else:
                for label in cells.sections_of(cells.behind_law(line.value)):
                    self.transfer(label, line.value)
        self.block = ""

    def provide(self, passage: Passage, purpose: str = "") -> None:
        """To bodies outside, by the names of one cell."""
        for name in names.partners(passage):
            if name.undecided or is_away(name.label):
                continue
            name.section = False
            id_ = self.builder.organisation(name)
            self.flow("provide", self.builder.own, id_, passage, "provide_row", purpose)

    def transfer(self, label: str, passage: Passage, purpose: str = "") -> None:
        """To a section of the own side."""
        known = names.known(label)
        id_ = self.builder.holder(
            label, "section", passage, id_=known[0] if known else "", operator=self.builder.own
        )
        self.flow("transfer", self.builder.own, id_, passage, "transfer_row", purpose)

    def flow(
        self,
        relation: str,
        start: str,
        to: str,
        passage: Passage,
        rule: str,
        purpose: str = "",
        *,
        whole: bool = False,
    ) -> None:
        """Add a flow, with the lists of the file if it carries the whole of it."""
        if start == to:
            return
        number = len(self.builder.list_of("flows")) + 1
        flow: Entity = {
            "id": self.builder.fresh(f"f{number}"),
            "matter": self.matter["id"],
            "from": start,
            "to": [to],
            "relation": relation,
        }
        flow.update({"lists": list(self.written)} if whole and self.written else {"open": True})
        flow.update({"subjects": self.ids} if self.ids else {"open_subjects": True})
        if purpose:
            flow["purpose"] = purpose
        flow["source"] = passage.source
        flow["provenance"] = [evidence("to", passage, to, rule)]
        self.builder.add("flows", flow)
        if relation != "reentrust":
            called.write(self.builder, self.block, to)
        if self.block and relation != "reentrust":
            self.of_block.setdefault(self.block, []).append(flow)
