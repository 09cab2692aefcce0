"""The label of a row of an agenda sheet, and what kind of sheet it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nagarezu.importing.fields.dates import dates
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import kinds, own_labels
from nagarezu.importing.form.agenda.decorated import OF_MARKED, head_of
from nagarezu.importing.form.agenda.sheet import Sheet
from nagarezu.importing.form.agenda.values import composed
from nagarezu.importing.form.labels import Label
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage, joined
from nagarezu.importing.rules.characters import fold, key

_OTHERS = ("delegate", "link", "provide", "transfer")  # whose partners may be 事業者, too
_BELOW = 8  # lines of a value that tell what it holds
LISTS = ("items", "_own")  # fields whose values are lists, below heads of their own
_ANY = "any_"  # in front of a field whose label does not say of what kind of sheet it is
_CALLED = re.compile(r"(?:説明|調)?[票書表](?:[(（].*)?$")
_NUMBER = re.compile(r"^[(（]?(?:(?:別[紙添記]|資料|参考)[\d\-]*|\d{1,2}[.．]?)[)）]?$")


_BY_PARTNER = re.compile(  # 情報保護対策（受託者）
    r"[(（](?:受[託注任](?:事業)?者|委[託任]先(?:事業者)?|事業者|指定管理者)(?:側|分)?[)）][ 　]*$"
)


def of_matter(label: Label) -> bool:
    """Whether a field stands on the sheets of matters only."""
    head = label.field.split("_")[0]
    return head in kinds.KINDS or label.field in (
        "register_name",
        "computer",
        "media",
        "items",
        "persons",
    )


def goes_with(label: Label, sheet: Sheet) -> bool:
    """Whether a field may stand on a matter's sheet by its kind; 登録業務の名称 begins another."""
    head = of_sheet(label, Passage(), sheet)
    kind = head.field.split("_")[0] if head is not None else ""
    begins = label.field in ("department", "register_name") or not of_matter(label)
    return not begins and (kind not in kinds.KINDS or kind == kind_of(sheet))


def of_sheet(label: Label, printed: Passage, sheet: Sheet) -> Label | None:
    """The field of a label that leaves open of which kind it is: 市が行う対策, 処理させる情報項目.

    It is of the kind that the head of the sheet tells; else of that of the partner, the time or
    the items that the sheet states before.
    """
    if label.field.endswith("_own") and _BY_PARTNER.search(printed.text):
        kind = label.field.removesuffix("_own").removesuffix("_partner")
        kind = kind if kinds.named(_BY_PARTNER.sub("", printed.text)) else kind_of(sheet) or kind
        return replace(label, field=f"{kind}_partner_own")
    if sheet.told:
        return _of_headed(label, printed, sheet.told)
    open_ = label.field.startswith(_ANY)
    if label.field == "link_own" and not kinds.named(printed.text):
        kind = kind_of(sheet)
        return replace(label, field=f"{kind}_own") if kind else label
    first, _, rest = label.field.partition("_")
    if first in kinds.KINDS and kinds.either(first, printed.text, kind_of(sheet)):
        return replace(label, field=f"{kind_of(sheet)}_{rest}")
    shared = label.field.startswith("entrust_") and "委託" not in printed.text
    if not open_ and not shared:
        return label
    stated = _stated(sheet)
    if open_:
        kind = kind_of(sheet)
        return replace(label, field=f"{kind}_{rest}") if kind else None
    first = stated[0] if stated else ""
    if (first == "delegate" and rest == "items") or (first in _OTHERS and rest == "partner_own"):
        return replace(label, field=f"{first}_{rest}")
    return label


def _stated(sheet: Sheet) -> list[str]:
    """The kinds that the fields of a sheet are of, in their order."""
    found = (each.label.field.split("_")[0] for each in sheet.entries)
    return [kind for kind in found if kind in kinds.KINDS]


def kind_of(sheet: Sheet) -> str:
    """The kind of a sheet: by its head, its fields or its title; empty if none of them tells."""
    if sheet.told:
        return sheet.told
    title = key((sheet.title or sheet.head).text)
    return next(iter(_stated(sheet)), "") or kinds.of_title(title)


def owned(row: Row, sheet: Sheet, later: Sequence[Row]) -> tuple[Label | None, Passage, Passage]:
    """As `labelled`, a label of the office's own with a value that a field of its sort holds."""
    nothing = None, Passage(), Passage()
    kind = kind_of(sheet) if sheet.kind == "matter" else "overview"
    if not kind or sheet.kind not in ("cover", "overview", "matter"):
        return nothing
    if row.grid == OF_MARKED:
        printed, value = head_of(row)
        whole = joined([value, *_lines_below(later)])
    elif len(row.filled) == 2 and row.cells[0]:
        printed = row.cells[0]
        whole = value = composed(row.cells[1:], listed=True)
    else:
        return nothing
    there = {each.label.field for each in sheet.entries}
    label = own_labels.read(printed.text, whole, kind, there)
    return (label, printed, value) if label is not None else nothing


def _lines_below(later: Sequence[Row]) -> list[Passage]:
    """The first lines below a marked label, up to the next field."""
    found: list[Passage] = []
    for row in later[:_BELOW]:
        known = labelled(row)[0]
        heads = labels.find("inside_items", row.text) is not None  # ア 個人の範囲
        part = labels.numbered(row.text) and (bool(found) or heads)
        if len(row.cells) > 1 or row.grid == OF_MARKED or (known is not None and not part):
            break
        found.append(row.whole)
    return found


def of_cover(label: Label) -> Label | None:
    """A field in front of all sheets: what is said there of persons is said of the whole paper."""
    if label.field == "persons":
        return replace(label, field="subjects")
    return None if of_matter(label) else label


def _of_headed(label: Label, printed: Passage, kind: str) -> Label:
    """The field as one of a sheet whose kind its head tells, unless the label names another."""
    if label.field in ("items", "overview"):
        rest = "items" if label.field == "items" else "content"
        return replace(label, field=f"{kind}_{rest}")
    first, _, rest = label.field.partition("_")
    of_kind = first in (*kinds.KINDS, _ANY.strip("_")) and bool(rest)
    if first == "reentrust" and kind in ("entrust", "delegate"):
        return label  # その先 of whom work is given to
    own = first in kinds.KINDS and kinds.named(printed.text)
    if not of_kind or (own and not kinds.either(first, printed.text, kind)):
        return label
    return replace(label, field=f"{kind}_{rest}")


def labelled_within(row: Row, sheet: Sheet) -> tuple[Label | None, Passage, Passage]:
    """As `labelled`, with labels that only the kind of their sheet makes plain: 時期, 相手."""
    found = labelled(row)
    known = found[0] is not None and found[0].rule != "label_look_alike"
    if known or sheet.kind != "matter" or not (sheet.told or row.grid):
        return found
    within = labelled(row, "agenda_sheet")
    label = within[0]
    if label is None or label.rule == "label_look_alike":
        return found
    return within


def labelled(row: Row, form: str = "agenda") -> tuple[Label | None, Passage, Passage]:
    """Label, its printed form and the value of a row; the value may stand in several cells."""
    filled = row.filled
    if len(filled) > 1 and row.cells[0]:
        label = labels.find(form, row.cells[0].text)
        if label is not None:
            value = _dated(filled[1:]) if _columns(label) else _value(label, row.cells[1:])
            return label, row.cells[0], _without_colon(value)
        return None, Passage(), Passage()
    passage = filled[0]
    if len(row.cells) > 1 and not row.cells[0]:
        return None, Passage(), Passage()
    found = labels.leading(form, passage.text)
    if found is not None:
        label, offset = found
        if label.field == "title" and _CALLED.match(key(passage.part(offset).text)):
            return None, Passage(), Passage()  # 議　題　票: what the paper is called
        return label, passage.part(0, offset), passage.part(offset)
    label = labels.find(form, passage.text)
    if label is not None and (label.rule != "label_look_alike" or len(row.cells) > 1):
        return label, passage, Passage()
    return None, Passage(), Passage()


def _without_colon(value: Passage) -> Passage:
    """A value whose colon stands in its own cell: 対象者 | ：申込者."""
    return value.part(1) if value.text[:1] in ":：" and len(value.text) > 1 else value


def _value(label: Label, cells: Sequence[Passage]) -> Passage:
    return composed(cells, listed=label.field.endswith(LISTS))


_RANGE = re.compile("から|~|まで|より|以降")


def _dated(cells: Sequence[Passage]) -> Passage:
    """The first of the cells of a time; of two that hold one date each, the range."""
    both = len(cells) == 2 and all(len(dates(cell.text)) == 1 for cell in cells)
    if both and not _RANGE.search(fold(cells[0].text)):
        return joined(cells, "～")
    if len(cells) > 1 and not dates(cells[0].text):  # 開始 | 令和7年6月1日
        return joined(cells, " ")
    spread = len(cells) == 3 and fold(cells[1].text).strip() in ("~", "から", "-")
    return joined(cells, "") if spread else joined(cells[:1])


def _columns(label: Label) -> bool:
    """Whether cells right of the value are columns of their own, such as the names of the dates."""
    return label.field.endswith("_time")


def behind_its_number(row: Row) -> Passage:
    """別紙 | 特記事項, 1 | … チェックリスト: a title in the cell behind the number of its paper."""
    if len(row.filled) != 2 or not _NUMBER.match(key(row.filled[0].text)):
        return Passage()
    return joined(row.filled, " ")
