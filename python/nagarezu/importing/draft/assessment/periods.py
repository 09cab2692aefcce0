"""Periods of an assessment: its rows of times, and what its sentences tell beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nagarezu.importing.draft.builder import Entity, evidence
from nagarezu.importing.draft.numbers import work_periods
from nagarezu.importing.draft.numbers.steps import is_step
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.fields.periods import periods
from nagarezu.importing.fields.work_periods import told
from nagarezu.importing.form.assessment.form import Assessment, Line
from nagarezu.importing.form.assessment.sheet import counted
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_DATE = r"(?:令和|平成|20\d\d年)[ ]?[元\d ]{0,4}年?[ \d]{1,4}月(?:[ \d]{1,4}日)?"
_BEGINNING = re.compile(  # 令和8年4月1日から使用する, 4月1日に運用を始める
    rf"(?P<since>{_DATE})(?:から|より)"
    r"(?![^。]{0,24}まで)[^。、]{0,24}?(?:(?:使用|利用|運用|稼働|開始|実施|事務を行|施行|適用|追加|導入|移行)"
    r"(?:を?(?:開始)?する|を?(?:開始)?し(?:ます|ている|ています)|を行う|を行います|う|する予定)"
    r"|(?:加え|始め|切り替え|受け付け)(?:る|ます)"
    r"|(?:使(?:う|い|って)|用い)(?:る|ます|いる|います)?)"
    rf"|(?P<on>{_DATE})に、?[^。、]{{0,20}}?(?:運用|利用|稼働|使用|供用|サービス)(?:を?開始|を?始め)"
)
# what is handed on is work under the contract of its block
_TERMS = {"contract_term": "contract", "reentrust_term": "operation"}
_TOLD_TERM = re.compile(
    r"(?<!再)(?:委託|契約)(?:契約)?の?期間(?:は|が)?[、:： 　]*"
    r"(?P<term>(?:令|平|[2２])[^。()（）]{4,60})"
)
_IN_BRACKETS = re.compile(r"[(（](?P<term>[^()（）]*から[^()（）]*まで[^()（）]*)[)）]")
_PERMIT = re.compile("許諾|承諾|承認|通知")
_TERMS_TOLD = re.compile(  # 委託の契約の期間は、甲社が…まで、乙社が…までです
    r"(?<!再)(?:委託|契約)(?:の?契約)?の?期間は、?(?P<terms>[^。]{6,240})"
)
_MADE_OF = re.compile(  # 令和8年6月 甲市福祉課, 審査会（6月3日）: on the first page
    r"(?:[市区町村都道府県課係室部局所]|委員会|審[議査]会)$"
    r"|(?:変更|作成|提出|実施|承認|更新)日$|意見|公募|募集|縦覧|閲覧|公表|評価書?の|答申|諮問"
    r"|第三者点検|様式(?:第?\d+号?)?$"  # how the paper was made
)
_PAPER_MADE = re.compile(  # 令和7年9月16日作成, on a line of its own
    r"[(]?(?:令和|平成|20\d\d)[元\d年月日./]+(?:付け?)?"
    r"(?:に?(?:作成|改[正訂定]|更新|公表|提出|承認|変更)|現在|版|時点)[)]?"
)
_GOES_ON = re.compile(r"て(?:いる|います)$")  # since when it is in use: no contract is asked of it
_MAKING = ("Ⅴ", "Ⅵ")  # how the paper was made: when it was open to opinions


def write(sheet: Assessment, matter: Entity) -> None:
    """Since when the file is held and used, the terms of contracts, and when work is done."""
    found: list[Entity] = []
    seen: set[tuple[str, str, int]] = set()  # two files may have contracts of one term
    for line, field, cell in _timed(sheet):
        for each in periods(cell):
            entry: Entity = {
                "label": line.label.standard if line.label else "",
                "kind": _TERMS.get(field, "other"),
                "printed": each.printed.strip(),
            }
            if (each.start, each.end, line.file) in seen:
                continue
            seen.add((each.start, each.end, line.file))
            entry.update({n: v for n, v in (("start", each.start), ("end", each.end)) if v})
            if each.renewed:
                entry["renewed"] = True
            if field in _TERMS and line.block:
                entry["part"] = counted(line.block)
            entry["source"] = each.passage.source
            value = "/".join((each.start, each.end))
            entry["provenance"] = [
                evidence("start", each.passage, value, each.rule, printed=each.printed)
            ]
            found.append(entry)
    for line in (*sheet.of("task_content", "overview", "system_told"), *_plain(sheet)):
        for start in _begun(line.value or line.printed or line.row.whole):
            if (start["start"], "") not in _ends(found):
                found.append(start)
    if found:
        matter["periods"] = found
    for line in sheet.lines:
        if line.block.startswith("委託") and not _is_term(line):
            row = line.value or joined(line.row.cells[1:] or line.row.cells)
            named = _WORK.search(key(line.printed.text))
            if named and compiled("から|より|まで|[~～]").search(line.value.text):
                row = joined([line.printed, line.value], " ")  # 作業の時期 | 4月1日から…
            elif line.label is None:
                row = _step(line) or row
            work_periods.write(matter, row, part=counted(line.block))
    for line in (*_plain(sheet), *sheet.changed_steps):
        for timed in told(line.value or line.printed or line.row.whole):
            period, used = timed.period, work_periods.puts_to_use(timed)
            if used and period.start == period.end:
                period.end = ""  # what is put to use on a day goes on
            of_paper = _PAPER_MADE.fullmatch(key((line.value or line.row.whole).text))
            if (period.end or used) and not (of_paper or _MADE_OF.search(key(timed.name))):
                work_periods.add(matter, timed)


_WORK = re.compile(
    r"(?:作業|実施|処理|入力|印刷|印字|封入|発送|納品|履行|業務)の?(?:時期|期間|日程|予定)$"
)


_WHEN = re.compile(r"(?:時期|期間|期日|日程|予定|期限|頻度|(?<!\d)日)$")


def _step(line: Line) -> Passage:
    """令和7年5月 | 移行したデータの照合, or the other way round: a line of a schedule."""
    named, told = line.printed, line.value
    if not named or not told or not dates(f"{named.text} {told.text}"):
        return Passage()
    if _WHEN.search(key(named.text)):  # 作業の時期 | 令和7年5月: no name of work
        return Passage()
    fits = is_step(named.text, told.text) or is_step(told.text, named.text)
    return joined([named, told], " ") if fits else Passage()


def _begun(value: Passage) -> Iterator[Entity]:
    """令和8年4月1日から使用する: since when, without an end."""
    for match in _BEGINNING.finditer(fold(value.text)):
        printed = match["since"] or match["on"]
        for when in dates(printed):
            if when.iso:
                kind = "other" if _GOES_ON.search(match.group()) else "operation"
                entry: Entity = {"label": "開始", "kind": kind, "printed": printed}
                entry.update({"start": when.iso, "source": value.source})
                entry["provenance"] = [evidence("start", value, when.iso, "told_start", 0.7)]
                yield entry


def _plain(sheet: Assessment) -> Iterator[Line]:
    """Printed lines outside of the fields, but for those on how the paper was made."""
    for line in sheet.lines:
        if line.label is None and not line.block and not line.row.grid and line.part not in _MAKING:
            yield line


def _timed(sheet: Assessment) -> Iterator[tuple[Line, str, Passage]]:
    """The rows of times, and 保守（委託期間 令和7年4月1日から…）: a term told with the work."""
    for line in sheet.of("started", "used_during", *_TERMS):
        yield line, line.label.field if line.label else "", line.value
    head = ""  # （3）委託の期間, and below it 甲社 | 令和7年4月1日から…
    for line in sheet.lines:
        if line.label is not None:
            name = line.label.field
            head = name if name in _TERMS and not line.value else ""
        elif head and line.printed:
            yield line, head, line.value
    # 丁社（機器の監視。令和7年4月1日から…まで）
    for line in sheet.of("reentrust_partner", "reentrust_content"):
        for match in _IN_BRACKETS.finditer(line.value.text):
            if not _PERMIT.search(match["term"]):
                yield line, "reentrust_term", line.value.part(*match.span("term"))
    for line in sheet.of("entrust_content"):
        for match in _TOLD_TERM.finditer(line.value.text):
            yield line, "contract_term", line.value.part(*match.span("term"))
    for line in _plain(sheet):
        text = line.printed or line.row.whole
        for match in _TERMS_TOLD.finditer(text.text):
            yield line, "contract_term", text.part(*match.span("terms"))


def _is_term(line: Line) -> bool:
    return line.label is not None and line.label.field in _TERMS


def _ends(found: list[Entity]) -> list[tuple[str, str]]:
    return [(each.get("start", ""), each.get("end", "")) for each in found]
