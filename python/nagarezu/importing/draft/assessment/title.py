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
from nagarezu.importing.rules.characters import fold, key

_COVER = 12  # rows in which a title stands
_AND = r"、|,|・|及び|並びに"
_ACT = re.compile(  # 委託先及び移転先の追加: both are added
    rf"(?:^|[ 　(（]|{_AND})(?P<things>(?:[^、。,・()（）「」 　の]{{2,16}}?(?:{_AND}))*"
    r"[^、。,・()（）「」 　]{2,16}?)の"
    r"(?P<act>追加|変更|見直し|削除|新設|廃止)"
    rf"(?={_AND}|について|に伴う|に係る|等|[)）]|$)"
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
    for row in rows[:_COVER]:
        named = [
            (thing, match["act"], words.whole(thing))
            for match in _ACT.finditer(row.text)
            for thing in re.split(_AND, match["things"])
        ]
        spoken = {
            thing: label.standard in labels or key(thing) in said
            for thing, _, label in named
            if label is not None
        }
        if not any(spoken.values()):
            continue
        for thing, act, _ in named:
            if not spoken.get(thing, True):
                label = fold(f"{thing}の{act}")
                proof = evidence("label", row.whole, label, "title_words", 0.8)
                made = {"topic": "kind", "label": label, "source": row.whole.source}
                builder.add("announcements", {**made, "provenance": [proof]})


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
