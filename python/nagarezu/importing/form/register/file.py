"""A registered file or task: its fields, each with the parts that one or more cells state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, continued, joined
from nagarezu.importing.rules.characters import CIRCLED, KANA, fold, key


@dataclass(slots=True)
class Part:
    """What one cell states of a field. `head` is a label below that of the field."""

    text: Passage
    label: Passage
    head: str = ""
    whole: bool = False  # one item as it stands, such as the head of a column with ○
    optional: bool = False
    grid: int = 0
    number: int = 0  # that a cell of its own prints beside it
    mark: str = ""  # the number as printed there
    below: bool = False  # 2.1 or (1) beside it: it belongs to the item in front that bears the 2


@dataclass(slots=True)
class File:
    """One registered file or task."""

    fields: dict[str, list[Part]] = field(default_factory=dict)
    tables: list[list[Row]] = field(default_factory=list)  # of measures, each below its head
    clauses: list[Row] = field(default_factory=list)  # of its contract

    def get(self, name: str) -> Passage:
        return joined(part.text for part in self.fields.get(name, []))

    def parts(self, name: str) -> list[Part]:
        return self.fields.get(name, [])

    def label(self, name: str) -> Passage:
        return next((part.label for part in self.parts(name) if part.label), Passage())

    def add(self, name: str, part: Part) -> None:
        self.fields.setdefault(name, []).append(part)

    def in_order(self, name: str) -> None:
        """1 番号 | 8 税額, 2 氏名 | 9 延滞金: pairs of columns, one after the other."""
        parts = self.parts(name)
        numbers = [part.number for part in parts]
        if numbers != sorted(numbers) and sorted(numbers) == list(range(1, len(parts) + 1)):
            parts.sort(key=lambda part: part.number)

    def go_on(self, name: str, text: Passage, grid: int) -> None:
        """More of the last part of a field: of a cell that a page breaks, or of a next line."""
        last = self.fields[name][-1]
        if _doubled(last.text, text):
            text = text.part(1)
        last.text = put_together(last.text, text, page=grid != last.grid)
        last.grid = grid


_PATH = re.compile(r"[(（]?(?P<top>[0-9]{1,2})[-－‐.．][0-9]{1,2}[)）.．]?")
_SIGN = re.compile(
    rf"(?P<open>\()?(?:(?P<digit>[0-9]{{1,2}})|(?P<circled>[{CIRCLED}])|(?P<kana>[{KANA}])"
    r"|(?P<letter>[a-z]))(?P<close>\))?[.、]?"
)


def owned(parts: Sequence[Part], printed: str) -> bool:
    """Whether 2.1 or (1) stands below the last part with a number of its own, which is 2."""
    told = [part for part in parts if part.text]
    top = next((part for part in reversed(told) if not part.below), None)
    if top is None:
        return False
    if path := _PATH.fullmatch(fold(printed).strip()):
        return int(path["top"]) == top.number
    style, value = _sign(printed)
    if not style or not top.mark or style == _sign(top.mark)[0]:
        return False
    return value == 1 or (told[-1].below and _sign(told[-1].mark) == (style, value - 1))


def _sign(printed: str) -> tuple[str, int]:
    """Of (ア) what it is and which, in its order; nothing if it is no number."""
    sign = _SIGN.fullmatch(fold(printed).strip())
    if sign is None:
        return "", 0
    kind = next(each for each in ("digit", "circled", "kana", "letter") if sign[each])
    orders = {"circled": CIRCLED, "kana": KANA, "letter": "abcdefghijklmnopqrstuvwxyz"}
    value = int(sign["digit"]) if kind == "digit" else orders[kind].index(sign[kind]) + 1
    return f"{sign['open'] or ''}{kind}{sign['close'] or ''}", value


_STARTS = re.compile(
    r"^[ 　]*(?:[①-⑳㉑-㊿・･●○◯〇■□☑☐◎◆◇※【〔＜]|[(（]?[0-9０-９]{1,2}[)）.．、 　]"
    r"|[0-9０-９]{1,2}[^0-9０-９年月日人件世条号,，]|[(（][ア-ン][)）]|[ア-ン][ 　.．]"
    r"|[(（][^()（）]{2,10}(?:事項|状況|生活|関係|収入|情報|身分)[)）]"
    r"|[^\s□■☐☑、。]{2,14}[ 　：:]*[□■☐☑]"  # 心身の状況　□病歴: a row of boxes with its head
    r"|[^\s　：:（()）、。0-9０-９]{0,10}(?:期間|時期|内容|方法|項目|根拠|先|業務)"
    r"(?:　|[ ]{2}|[ 　]*[：:]))"  # 委託の期間　…: a row within the cell
)
_TAIL = 400  # characters in which a bracket that is still open is looked for
_FULL_LINE = 30  # characters: a shorter line ends where its writer ended it


def opens(text: str) -> bool:
    """Whether a round bracket is still open at its end."""
    folded = fold(text)
    return folded.count("(") > folded.count(")")


def closes(text: str) -> bool:
    """Whether a round bracket ends that was opened in front of it."""
    folded = fold(text)
    return folded.count("(") < folded.count(")")


def put_together(before: Passage, after: Passage, *, page: bool = False) -> Passage:
    """Two lines of one cell, with nothing between them where a word goes on."""
    if not before or not after:
        return before or after
    if len(after.text) == 1 and after.text == before.text[-1] and not after.text.isdigit():
        return before  # the last character, printed once more behind a page break
    if opens(before.text[-_TAIL:]):
        again = _COUNTED.search(before.text) and before.text[-1] == after.text[0]
        return joined([before, after.part(1) if again else after], "")
    if page:
        return continued(before, after)[0]
    last = before.text.rpartition("\n")[2]
    ends = before.text[-1] in "。．）)」、，" or len(last) < _FULL_LINE
    if ends or _STARTS.match(after.text):
        return joined([before, after])
    return joined([before, after], "")


_COUNTED = re.compile(r"[0-9０-９][ 　]*[人名件]$")  # 312 人 / 人 令和8年…: printed once more


_MARK = re.compile(r"[①-⑳㉑-㊿]|[(（]?[0-9０-９]{1,2}[)）.．、 　]")


def _doubled(before: Passage, after: Passage) -> bool:
    """⑫就労状 | 状況 ⑬…: behind a page number, the last character of a marked item again."""
    if not before or not after or before.text[-1] != after.text[0] or after.text[0].isdigit():
        return False
    marked = _MARK.search(before.text[before.text.rfind("\n") + 1 :])
    goes_on = bool(marked) and not _STARTS.match(after.text)
    return goes_on and after.places[0].order - before.places[-1].order > 1


def same_name(file: File, name: Passage) -> bool:
    return key(file.get("name").text) == key(name.text)
