"""What the title of a list of changes says is changed, held against the places that it lists.

記録項目の追加及び保管場所の変更について: both are rows of the form, so each is a place of the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nagarezu.importing.draft.builder import Builder, evidence
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.form.assessment.form import Assessment
from nagarezu.importing.form.rows import Row
from nagarezu.importing.rules import compiled
from nagarezu.importing.rules.characters import fold, key

_FEWEST = 2  # rows of a list of changes
_COVER = 12  # rows in which a title stands
_AND = r"、|,|・|及び|並びに"
_ACT = re.compile(  # 委託先及び移転先の追加: both are added
    rf"(?:^|[ 　(（:：【\[-]|{_AND})(?P<things>(?:[^、。,・()（）「」:： 　の]{{2,16}}?(?:{_AND}))*"
    r"[^、。,・()（）「」:： 　]{2,16}?)の"
    r"(?P<act>追加|変更|見直し|削除|新設|廃止)"
    rf"(?={_AND}|について|に(?:伴う|係る|よる|関する)|のため|等|[)）】\]]|$)"
)
_SAME = re.compile(
    r"変更(?:は|箇所は)?(?:なし|無し|ない)"
)  # printed beside the changes, to be read


def write(builder: Builder, sheet: Assessment, rows: Sequence[Row]) -> None:
    """An announcement for what no place of the list is about, if another part of the title is."""
    changes = [
        each
        for each in builder.list_of("changes")
        if not _SAME.match(fold(str(each.get("reason", ""))))
    ]
    if not changes:
        return
    labels = _labels(sheet, rows) if sheet.digest else []
    places = [str(each["place"]) for each in changes]
    reasons = [str(each.get("reason", "")) for each in changes]
    titles = [title.text for _, title in sheet.attached] if sheet.digest else []
    said = key("\n".join([*places, *reasons, *titles]))
    others = [place for place in places if not _MEASURES.search(fold(place))]
    added = key("\n".join([*others, *reasons, *titles]))
    for row in rows[:_COVER]:
        named = [
            (thing, match["act"], words.whole(thing))
            for match in _ACT.finditer(row.text)
            for thing in compiled(_AND).split(match["things"])
        ]
        spoken = {
            thing: label.standard in labels or key(thing) in (added if act in _ADDS else said)
            for thing, act, label in named
            if label is not None
        }
        any_said = any(spoken.values())
        for thing, act, row_label in named:
            known = spoken.get(thing, not _TOPIC.fullmatch(thing))
            if not known and (
                (any_said and row_label is not None) or _added_nowhere(sheet, rows, row, thing, act)
            ):
                label = fold(f"{thing}の{act}")
                proof = evidence("label", row.whole, label, "title_words", 0.8)
                made = {"topic": "kind", "label": label, "source": row.whole.source}
                builder.add("announcements", {**made, "provenance": [proof]})


_TOPIC = re.compile(r"再?委託(?:事項|業務)?|提供|移転|(?:使用する)?システム")
_ADDS = ("追加", "新設")
_ADDED = re.compile(r"追加|追記|新設|新た|新規|加え|加わ|増や|増え|始め|開始")
_MEASURES = re.compile(r"^(?:第?[ ]?(?:Ⅲ|Ⅳ|III|IV)|[^。]{0,30}(?:リスク|対策|措置))")
_STEM = re.compile(r"(?:先|事項|項目|情報|の(?:有無|名称))$")


def _added_nowhere(
    sheet: Assessment, rows: Sequence[Row], title: Row, thing: str, act: str
) -> bool:
    """委託先の追加 alone in a title: no dated change is about one, and no row says it is new."""
    stem = _STEM.sub("", key(thing))
    about = re.compile("記録|別添" if "項目" in thing else re.escape(stem))
    tables = [table for table in sheet.tables if table.dated]
    if act not in _ADDS or sum(len(table.rows) for table in tables) < _FEWEST:
        return False
    dated = ((table.column("place"), row) for table in tables for row in table.rows)
    if any(about.search(row.text) and not _on_measures(row, place) for place, row in dated):
        return False
    others = (row.text for row in rows if key(row.text) != key(title.text))
    return not any(about.search(text) and _ADDED.search(text) for text in others)


def _on_measures(row: Row, place: int) -> bool:
    """Ⅲ 委託 | … | 作業場所を年に一度見に行く。: a measure, and none added."""
    path = fold(row.cells[place].text).strip() if 0 <= place < len(row.cells) else ""
    return bool(_MEASURES.search(path)) and not _ADDED.search(row.text)


def _labels(sheet: Assessment, rows: Sequence[Row]) -> list[str]:
    """The labels of the places that a digest prints, but for those it prints as not changed."""
    same = {
        place
        for row in rows
        if any(_SAME.match(fold(cell.text).strip()) for cell in row.filled[1:])
        for place in row.places
    }
    return [
        line.label.standard
        for line in sheet.lines
        if line.label and not (same & {*line.row.places, *line.value.source.split()})
    ]
