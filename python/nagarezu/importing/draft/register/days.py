"""On what day the groups of a register were counted, where the numbers do not say it themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.fields.counts import counts
from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form.register.file import File
from nagarezu.importing.passage import Passage
from nagarezu.importing.rules import compiled


def heading_date(text: str) -> str:
    for line in text.split("\n"):
        found = dates(line)
        if found and not counts(line) and compiled(r"現在|時点|末").search(line):
            return found[0].iso
    return ""


_BRACKET = re.compile(  # of one number that stands alone
    r"[ 　]*約?[0-9０-９,，. ]+(?:人|名|件|世帯)?[ 　\n]*[（(](?P<inside>[^（）()]*)[)）][ 　]*$"
)


def beside(text: str) -> str:
    """2,310（令和7年4月1日）: in a column of numbers a bracket behind them is their day."""
    inside = _BRACKET.match(text)
    found = dates(inside["inside"]) if inside else []
    alone = len(found) == 1 and not compiled("から|まで|[～~]|年度|以[降後前]|追加").search(text)
    return heading_date(text) or (found[0].iso if alone else "")


_OF_EACH = re.compile(r"(?:いずれも|ともに|共に|それぞれ|全て|すべて|※)、?[ 　]*$")


def of_each(text: str) -> str:
    """（いずれも令和8年4月1日現在）: the day of all numbers of a cell."""
    found = [each for each in dates(text) if _OF_EACH.search(text[: each.start])]
    return found[0].iso if len(found) == 1 and _NOW.match(text[found[0].end :]) else ""


def date_alone(text: str) -> str:
    """人数の基準日 | 令和8年3月31日: a field of its own needs no 現在 behind its date."""
    found = dates(text)
    return found[0].iso if found and not counts(text) else heading_date(text)


_OF_NUMBERS = re.compile(
    r"(?:数値?|数字|人数|件数|人員)(?:等)?の?(?:基準日)?(?:は|：|:|について)?、?[^。\n]{0,8}$"
    r"|数[はも]、[^。\n]{0,16}(?:除き|限り|全て|すべて|いずれも|ともに?)、?$"
)
_NOW = re.compile(r"[ 　]?(?:現在|時点|末)")
_DAY_OF = re.compile(r"基準日(?:は|：|:|を)?、?$")
_DATED_HEAD = re.compile(r"[（(［\[]?[ 　]*$")
_CLOSED = re.compile(r"[ 　]?(?:現在|時点)[ 　]*[)）］\]]?[ 　]*$")


def date_of_numbers(text: str) -> str:
    """対象者数は令和6年4月1日現在: the date of numbers that stand elsewhere."""
    for line in compiled(r"[。\n]").split(text):
        for each in dates(line):
            now, before = _NOW.match(line[each.end :]), line[: each.start]
            if counts(line) or not (now or _DAY_OF.search(before)):
                continue
            if _OF_NUMBERS.search(before):
                return each.iso
    return ""


def date_of_title(lines: Sequence[Passage], files: Sequence[File]) -> str:
    """（令和7年5月1日現在）, alone or behind the title, in front of the first file: of all in it.

    Where a number has a date of its own, that of the title is the date of the paper.
    """
    cells = [f.get(name).text for f in files for name in ("subjects", "count")]
    if any(each.as_of for cell in cells for each in counts(cell)) or any(map(heading_date, cells)):
        return ""
    spots = [part.text.spots[:1] for f in files for parts in f.fields.values() for part in parts]
    first = min((each for each in spots if each), default=())
    found: set[str] = set()
    for line in lines:
        day = [each for each in dates(line.text) if _CLOSED.match(line.text[each.end :])]
        if not day or not line.spots[:1] < first or counts(line.text):
            continue
        front = line.text[: day[-1].start]
        bracketed = _DATED_HEAD.search(front)
        if bracketed and not compiled("[。、]").search(front):
            found.add(day[-1].iso)
    return found.pop() if len(found) == 1 else ""
