"""Work that a document tells to lie outside of the contract for it.

Contracts are read wherever their term is printed, with the partners named beside them. Any other
time of work belongs to the contract of its cell, of its column, of the partner that it names, of
its matter, or whose work has its words. What lies within the contract is not written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.numbers.steps import by_partner, column, of_step
from nagarezu.importing.draft.numbers.term_heads import head_of, same_table
from nagarezu.importing.draft.numbers.terms import (
    Contract,
    alike_most,
    history,
    outside,
    words_of,
    write_both,
    write_term,
)
from nagarezu.importing.fields.spans import (
    Span,
    beside,
    latest,
    of_contract,
    of_link,
    of_work,
    spans,
)
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled, rules
from nagarezu.importing.rules.characters import fold, key, tidy

_ABOVE = 14  # rows in which the partner of a contract is looked for
_LINES_OF_CELL = 4  # in which the terms of one contract stand
_FURTHER = re.compile(r"再(?:々)?委託の?(?:契約の?)?(?:履行)?(?:期間|期限)")
_BLOCK = re.compile(r"[(（【]?委託(?:事項)?\d|[ア-ン][^ァ-ヶー一-龥]|その\d")
_NUMBERED = re.compile(r"[(（【]?委託(?:事項)?\d{1,2}(?!\d|年|月|件|者|社)")
_BELOW = re.compile(r"[①-⑳]|[(（][0-9ア-ン][)）]|\|")  # a row of a block
_RENEWED = re.compile(r"更新|延長|次年度以降|翌年度以降|毎年度|以後も同様")
_HANDED = re.compile(
    r"(?:情報|データ|名簿|外部|目的外|者|課|へ)[^、。]{0,6}提供|^提供|結合|移転|(?:情報|データ|名簿)の(?:目的外)?利用|目的外利用"
)
_LINK_ROW = re.compile(r"(?:結合|接続|連携)[^、。]{0,10}(?:期間|時期)")
# データの移行は委託先が行う: whoever that is, where there is one contract only
_DOER = re.compile(
    r"(?<![旧再前])(?:委託先|受託者|受託事業者|委託事業者|受注者)(?:が|は|に)(?!移|引)"
)
# 水道課が取りまとめる: what the office does itself needs no contract
_BY_OFFICE = re.compile(r"(?:^|[、 \d月日に])(?:[一-龥]{1,8}[課局係]|本?[市区町村]|職員)[がは]")
_SENT = re.compile(r"送信|受信|送受信|結合|接続|データ連携|回線")  # what a link is used for


class _Terms:
    """The contracts of a document and where they stand."""

    def __init__(self, builder: Builder, rows: Sequence[Row]) -> None:
        self.builder, self.rows = builder, rows
        self.names = _names(builder)
        self.matters = matters_of(builder, rows)
        self.titles = {str(m["id"]): str(m.get("title", "")) for m in builder.list_of("matters")}
        self.found: list[Contract] = []
        self.links: list[Contract] = []
        for number, row in enumerate(rows):
            for at, cell in enumerate(row.cells):
                self._of_cell(number, at, cell)
        self._told_with_partners()

    def _of_cell(self, number: int, at: int, cell: Passage) -> None:
        for span in spans(cell):
            if not (span.first and span.last and span.first != span.last):
                continue
            head = head_of(self.rows, number, at, span.printed)
            label = head if of_contract(head) else self._label(number, at, span)
            link = of_link(label)
            if not (link or of_contract(label)) or _RENEWED.search(span.sentence):
                continue
            if any((each.row, each.cell) == (number, at) for each in self.found):
                continue
            if _FURTHER.search(label) and self._follows_term(number):
                continue
            contract = Contract(span, number, at, label, self.matters[number], link=link)
            if label == head:
                contract.since = number
                contract.partners = self.named(self.rows[number].text)
                contract.words = words_of(self.rows[number].text)
            else:
                self._partners(contract)
            (self.links if link else self.found).append(contract)

    def _follows_term(self, number: int) -> bool:
        """再委託の期間 below 契約期間, or a bare 期間: of the work, no contract of the office."""
        above = self.rows[max(number - _LINES_OF_CELL, 0) : number]
        told = (span for row in above for cell in row.cells for span in spans(cell))
        return any(span.first and span.last and span.first != span.last for span in told)

    def _label(self, number: int, at: int, span: Span) -> str:
        """The label of the row if nothing stands in front, else the words in front of a period."""
        row = self.rows[number]
        front = fold(span.sentence).split(fold(span.printed), maxsplit=1)[0]
        front = (
            compiled(r"[(][^()]*$").sub("", front) if "(" in front and ")" not in front else front
        )
        label = front.strip(" :、")
        if not label and at:
            label = row.cells[0].text
        if not label and not at:
            label = next((r.text for r in reversed(self.rows[max(number - 2, 0) : number])), "")
        bare = tidy(compiled(r"[はを]、?$").sub("", label))[-40:]
        if at or of_contract(bare) or compiled(r"[はを]、?$").search(label):
            return bare
        return self._below_head(number, bare)

    def _below_head(self, number: int, label: str) -> str:
        """(ア) 甲社 below 契約の期間: the head above lines that each name a party."""
        if not 2 <= len(label) <= 24 or compiled("[。、]|期間|時期").search(label):
            return label
        for above in range(number - 1, max(number - 4, -1), -1):
            row = self.rows[above]
            if len(row.cells) > 1 or row.indent > self.rows[number].indent:
                return label
            if next(spans(row.cells[0]), None) is None:
                head = tidy(row.text)
                term = len(head) <= 20 and compiled(r"(?:期間|期限|時期)等?$").search(head)
                return f"{label}の{head}"[-40:] if term and of_contract(head) else label
        return label

    def _told_with_partners(self) -> None:
        """What other rows tell of the work of the one partner that they name."""
        once = [each for each in self.found if each.partners]
        for number, row in enumerate(self.rows):
            named = self.named(row.text[:400])
            ours = [each for each in once if named & each.partners] if named else []
            if len(ours) == 1:
                ours[0].words |= words_of(row.text[:200])
                below = self.rows[number + 1] if number + 1 < len(self.rows) else row
                if len(row.cells) == len(below.cells) == 1 and below.indent > row.indent:
                    ours[0].words |= words_of(below.text[:200])
        for each in once:
            flows = self.builder.list_of("flows")
            given = {str(flow.get("matter")) for flow in flows if each.partners & {*flow["to"]}}
            if len(given) == 1 and each.matter not in given:
                each.matter = given.pop()

    def _partners(self, contract: Contract) -> None:
        """Who is named in the row, in the column, else in the rows above in its block."""
        number, at = contract.row, contract.cell
        row = self.rows[number]
        texts = [row.cells[at].text[:400]]
        if at and len([cell for cell in row.cells if cell]) > 2:  # a column for each contract
            texts += self._column(number, at)
        contract.partners = self.named(" ".join(texts))
        contract.words = words_of(" ".join(texts))
        contract.since = above = number
        if len(self.titles) > 1 and not contract.link:
            contract.words |= words_of(self.titles.get(contract.matter, ""))
        bracket = compiled(r"[(（]([^()（）]{2,16})[)）]$").search(contract.label)
        if bracket:
            contract.partners.add(key(bracket[1]))
            self.names.append((key(bracket[1]), key(bracket[1])))
        while not (contract.partners and (bracket or at)) and above > max(number - _ABOVE, 0):
            above -= 1
            text = self.rows[above].text
            if self.matters[above] != contract.matter or any(e.row == above for e in self.found):
                break
            if named := set() if "再委託" in text[:12] else self.named(text[:400]):
                contract.partners |= named
                contract.since = above
            contract.words |= words_of(text)
            cells = self.rows[above].cells  # ア of a step in a cell begins no block
            head = fold(text if len(cells) < 2 else cells[0].text).strip()
            if _BLOCK.match(head) or (named and not _BELOW.match(head)):
                break

    def _column(self, number: int, at: int) -> list[str]:
        found = []
        for step in (-1, 1):
            other = number + step
            while 0 <= other < len(self.rows) and same_table(self.rows, number, other):
                if at < len(self.rows[other].cells):
                    found.append(self.rows[other].cells[at].text)
                other += step
        return found

    def named(self, text: str) -> set[str]:
        """The holders whom a text names, and numbers of contracts such as 委託1."""
        plain = key(text)
        found = {id_ for name, id_ in self.names if name in plain}
        return found | set(compiled(r"委託(?:事項)?\d{1,2}(?!\d|年|月|件|者|社)").findall(plain))

    def of(self, number: int, at: int, span: Span) -> Contract | None:
        """The contract to which a time of work belongs, if there is just one."""
        here = [each for each in self.found if (each.row, each.cell) == (number, at)]
        if here:
            return here[0]
        row = self.rows[number]
        columns = [
            each for each in self.found if each.cell == at and at and self._in_column(each, number)
        ]
        if columns:
            return columns[0]
        if indented := self._below(number, row):
            return indented
        within = [each for each in self.found if each.since <= number < each.row and not each.cell]
        if within:
            return within[0]
        named = self.named(span.sentence) or self._in_brackets_below(number)
        named = named or self._linked(number, at)
        if not named and (same := self._same_block(number)):
            return same
        ours = [each for each in self.found if named & each.partners]
        if named and self.found:
            return ours[0] if len(ours) == 1 else self._common(named)
        label = row.cells[0].text if at else ""
        done = compiled("[(（]").split(span.said)[0]  # what a remark behind it tells is not
        if _SENT.search(done) and self.links:
            return alike_most(self.links, words_of(span.sentence), 1)
        if compiled("提供|結合|移転").search(label) or _HANDED.search(span.said[:40]):
            return None  # what is handed over needs no contract with who is entrusted
        return self._of_matter(number, at, words_of(span.sentence), span)

    def _of_matter(self, number: int, at: int, words: set[str], span: Span) -> Contract | None:
        """The one contract of the matter, else that of whose work the sentence speaks."""
        if _BY_OFFICE.search(fold(span.said)) and not by_partner(span.sentence):
            return None
        mine = [each for each in self.found if each.matter == self.matters[number]]
        other = alike_most(self.found, words, 2)  # in an appendix, of another file
        if other is not None and other not in mine and not at:
            return other
        if len(mine) == 1 and column(self.rows, number, at) and not by_partner(span.sentence):
            return None  # a card of many columns: what the office does itself stands there, too
        sure = len(self.found) == 1 and _DOER.search(span.sentence)
        if len(mine) == 1 and (sure or len(set(self.matters)) > 1 or words & mine[0].words):
            return mine[0] if self._tells_content(number, at) else None
        if sure and not mine:
            return self.found[0]  # in the overview of the paper
        made = compiled(r"せ(?:る|、|ます)|委託").search(span.sentence)
        return alike_most(mine or self.found, words, 1 if mine or made else 2)

    def _common(self, named: set[str]) -> Contract | None:
        """The only contract of a paper, which is with all who are entrusted in its matter."""
        term = self.found[0]
        flows = self.builder.list_of("flows")
        entrusted = {
            id_
            for flow in flows
            if flow["relation"] in ("entrust", "delegate") and flow.get("matter") == term.matter
            for id_ in flow.get("to", ())
        }
        alone = len(self.found) == 1 and not compiled(r"[(（]").search(term.label)
        return term if alone and named <= entrusted else None

    def _same_block(self, number: int) -> Contract | None:
        """The one contract of a block (委託2) in which the time of work stands below it."""
        for above in range(number, max(number - _ABOVE, -1), -1):
            if _NUMBERED.match(fold(self.rows[above].text).strip()):
                ours = [each for each in self.found if above <= each.row <= number]
                return ours[0] if len(ours) == 1 else None
        return None

    def _in_brackets_below(self, number: int) -> set[str]:
        """4月10日から28日まで  移行の作業, and below it, further in, （受託者 甲社が行う。）."""
        if number + 1 >= len(self.rows):
            return set()
        row, below = self.rows[number], self.rows[number + 1]
        inside = len(row.cells) == len(below.cells) == 1 and below.indent > row.indent
        return self.named(below.text) if inside and compiled("[(（]").match(below.text) else set()

    def _linked(self, number: int, at: int) -> set[str]:
        """With whom two systems are joined, for the term of the link (結合の期間)."""
        label = self.rows[number].cells[0].text if at else ""
        if not _LINK_ROW.search(label):
            return set()
        for row in reversed(self.rows[max(number - _ABOVE, 0) : number]):
            if len(row.cells) > 1 and compiled(r"相手|結合先|接続先|連携先").search(
                row.cells[0].text
            ):
                return self.named(row.text[:400])
        return set()

    def linked_before(self, number: int, at: int, span: Span, contract: Contract) -> bool:
        """Whether a link was there a year or more before work is entrusted over it."""
        label = self.rows[number].cells[0].text if at else ""
        first, last = span.first, span.last
        term, end = contract.span.first, contract.span.last
        if not (_LINK_ROW.search(label) and first and term and last and end):
            return False
        years = int(term[:4]) - int(first[:4])
        long_before = years > 1 or (years == 1 and first[5:7] <= term[5:7])
        return long_before and latest(last) <= latest(end)

    def _in_column(self, contract: Contract, number: int) -> bool:
        rows = self.rows
        wide = len([cell for cell in rows[contract.row].cells if cell]) > 2
        low, high = sorted((contract.row, number))
        return wide and all(same_table(rows, contract.row, each) for each in range(low, high + 1))

    def _below(self, number: int, row: Row) -> Contract | None:
        """Steps that stand below a contract, further in."""
        for above in range(number - 1, max(number - 8, -1), -1):
            other = self.rows[above]
            if len(other.cells) > 1 or len(row.cells) > 1:
                return None
            if other.indent < row.indent:
                return next((each for each in self.found if each.row == above), None)
        return None

    def _tells_content(self, number: int, at: int) -> bool:
        row = self.rows[number]
        head = column(self.rows, number, at)
        label = head or (row.cells[0].text if at else row.text[:20])
        return (
            not at or bool(compiled(rules("spans")["content"]).search(label)) or not label.strip()
        )


def _names(builder: Builder) -> list[tuple[str, str]]:
    """Names of those outside, as they are printed, with their ids."""
    found = []
    for entity in builder.list_of("holders"):
        if entity["id"] == builder.own or entity.get("kind") in ("system", "section", "terminal"):
            continue
        for name in builder.names_of(entity["id"]):
            if len(name) >= 2:
                found.append((name, str(entity["id"])))
                bare = compiled(
                    r"(?:株式|有限|合同)会社|(?:公益|一般)?(?:財団|社団)法人|社会福祉法人|特定非営利活動法人"
                ).sub(
                    "",
                    name,
                )
                if len(bare) >= 3 and bare != name:
                    found.append((bare, str(entity["id"])))
    return found


def matters_of(builder: Builder, rows: Sequence[Row]) -> list[str]:
    """The matter of each row: that whose name was printed last."""
    begins = {
        str(each.get("source", "")).split()[0]: str(each["id"])
        for each in builder.list_of("matters")
        if each.get("source")
    }
    found, now = [], ""
    for row in rows:
        now = next((begins[place] for place in row.places if place in begins), now)
        found.append(now)
    return found


_BARE_TERM = re.compile(r"[ 　]*(?:[・①-⑳][ 　]*)?期間[ 　:：]")


def write(builder: Builder, rows: Sequence[Row]) -> None:
    """Write each term, and each time of work that lies outside of it."""
    if not builder.list_of("matters"):
        return
    terms = _Terms(builder, rows)
    if not (terms.found or terms.links):
        return
    for term in (*terms.found, *terms.links):
        write_term(builder, term)
    for term in terms.found:
        for span in beside(term.span):
            if of_work(span):
                write_both(builder, term, span)
    for number, row in enumerate(rows):
        for at, cell in enumerate(row.cells):
            for span in spans(cell):
                if any(
                    span.printed == each.span.printed and each.row == number for each in terms.found
                ):
                    continue
                label = row.cells[0].text if at and not of_contract(row.cells[0].text) else ""
                if step := of_step(row, at, span):
                    span, label = step, ""
                contract = terms.of(number, at, span) if of_work(span, label) else None
                if contract is None or history(span, contract.span):
                    continue
                bare = key(label) == "期間" or _BARE_TERM.match(row.text)
                if bare and "再委託" in contract.label:
                    continue  # the term of the contract itself, above that of what is handed on
                if terms.linked_before(number, at, span, contract):
                    continue
                if outside(span, contract.span):
                    write_both(builder, contract, span)
