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
_ACT = re.compile(
    r"(?:^|[、,・ 　(（]|及び|並びに)(?P<thing>[^、。,・()（）「」 　]{2,16}?)の"
    r"(?P<act>追加|変更|見直し|削除|新設|廃止)"
    r"(?=、|,|・|及び|並びに|について|に伴う|に係る|等|[)）]|$)"
)


def write(builder: Builder, sheet: Assessment, rows: Sequence[Row]) -> None:
    """An announcement for what no place of the list is about, if another part of the title is."""
    changed = [str(each["place"]) for each in builder.list_of("changes")]
    if not changed:
        return
    labels = [line.label.standard for line in sheet.lines if line.label] if sheet.digest else []
    reasons = [str(each.get("reason", "")) for each in builder.list_of("changes")]
    titles = [title.text for _, title in sheet.attached] if sheet.digest else []
    said = key("\n".join([*changed, *reasons, *titles]))
    for row in rows[:_COVER]:
        named = [(match, words.whole(match["thing"])) for match in _ACT.finditer(row.text)]
        spoken = {
            match["thing"]: label.standard in labels or key(match["thing"]) in said
            for match, label in named
            if label is not None
        }
        if not any(spoken.values()):
            continue
        for match, _ in named:
            if not spoken.get(match["thing"], True):
                label = fold(f"{match['thing']}の{match['act']}")
                proof = evidence("label", row.whole, label, "title_words", 0.8)
                made = {"topic": "kind", "label": label, "source": row.whole.source}
                builder.add("announcements", {**made, "provenance": [proof]})
