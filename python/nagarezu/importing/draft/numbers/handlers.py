"""Who handles the data at the contractors: the number of all of them, and that of each contract.

取扱者数 500人未満（推進課31人、委託先46人）, and 取扱者数 | 12人 | 20人 | 14人 of contracts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.fields.figures import Figure
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

Found = tuple[Figure, int, str, str]

_LABEL = re.compile(
    r"^\W*(?:[①-⑳]|\d{1,2}[.)]?)?(?:委託先の|受託者の)?"
    r"(?:取扱(?:従事)?[者人]|従事[者人]|担当者|作業者|配置人)の?人?[数員]"
)
_ALL = re.compile(
    r"(?:委託(?:先|事業者|業者)|受託(?:者|事業者|業者))(?:及び再委託先)?の?(?:取扱者|従事者|担当者|要員|職員|社員|従業員)?"
    r"(?:数|の?(?:合計|計|延べ))?(?:は|が|:)?[ ]*$"
)
_OTHERS = re.compile(r"職員|課|係|室|市|町|村|区|本人|人未満|計")
_FURTHER = re.compile("再委託|再受託")
_FEWEST = 2  # contracts


_USERS = re.compile(r"使用(?:者|職員)の?(?:人)?数[ :]*$")
_STAFF = re.compile(
    r"(?:担当(?:する)?|取り?扱う?|使用する|従事する)の?全?(?:職員|者)(?:の?全員|全て)?[ の、]*$"
)
_TAUGHT = re.compile("研修|教育|訓練|講習")


def users(rows: Sequence[Row], found: Sequence[Figure]) -> Iterator[Found]:
    """使用者数 62人, and 担当職員52人に研修を行う: all who use the file are taught."""
    taught = [each for each in found if each.unit == "person" and _is_taught(each, rows[each.row])]
    if not taught:
        return
    using = [each for each in found if each.unit == "person" and _USERS.search(_front(each, rows))]
    if len(using) != 1 or using[0].bound != "exact":
        return
    for figure in taught:
        if figure.value != using[0].value or figure.bound != "exact":
            yield figure, using[0].value, using[0].passage.source, using[0].printed


def _is_taught(figure: Figure, row: Row) -> bool:
    """A number of all the staff in charge, in a row on their training."""
    return bool(_TAUGHT.search(row.text) and _STAFF.search(fold(figure.lead)))


def _front(figure: Figure, rows: Sequence[Row]) -> str:
    """What its line, or the cell in front of it, says it is a number of."""
    line = fold(figure.passage.text)[: figure.start].split("\n")[-1]
    cells = rows[figure.row].cells
    return line if line.strip() else fold(cells[figure.cell - 1].text if figure.cell else "")


def handlers(builder: Builder, rows: Sequence[Row], found: Sequence[Figure]) -> Iterator[Found]:
    """The number of all, where each contract has its own and they make up another."""
    told = [each for each in found if _of_all(each)]
    if not told:
        return
    own = [each for each in found if each.unit == "person" and _of_one(each, rows[each.row])]
    further = [
        each.value
        for each in found
        if each not in own
        and each not in told
        and each.unit == "person"
        and _of_further(each, rows[each.row])
    ]
    contracts = _contracts(builder)
    exact = all(each.bound == "exact" for each in own)
    if len(own) < _FEWEST or len(own) != contracts or not exact:
        return
    value = sum(each.value for each in own)
    good = {value, value + sum(further)}
    for figure in told:
        if figure not in own and figure.value not in good:
            printed = "＋".join(each.printed for each in own)
            yield figure, value, own[0].passage.source, printed


def _of_all(figure: Figure) -> bool:
    """In one breath with those of the own side, as the answer on how many handle the data."""
    text = fold(figure.passage.text)
    line = text[text.rfind("\n", 0, figure.start) + 1 : figure.start]
    whole = figure.unit == "person" and figure.bound == "exact" and bool(_ALL.search(line))
    return whole and bool(_OTHERS.search(_ALL.sub("", line)))


def _of_one(figure: Figure, row: Row) -> bool:
    """In a row of its own for each contract, or a column; nothing else stands in the cell."""
    label = _LABEL.match(key(row.text))
    front = fold(figure.passage.text)[: figure.start].split("\n")[-1]
    alone = len(row.filled) > 1 or bool(_LABEL.match(key(front)))
    return bool(label and alone) and "未満" not in row.text and not _ALL.search(front.rstrip())


def _of_further(figure: Figure, row: Row) -> bool:
    return bool(_FURTHER.search(row.text)) and bool(compiled("従事|取扱|担当").search(figure.lead))


def _contracts(builder: Builder) -> int:
    """How many are entrusted, by the one matter of the document."""
    flows = [
        to
        for each in builder.list_of("flows")
        if each.get("relation") in ("entrust", "delegate")
        for to in each.get("to", [])
    ]
    return len(set(flows))
