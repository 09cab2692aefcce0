"""Numbers of persons that a paper tells in sentences, in front of the parts of the form."""

from __future__ import annotations

from nagarezu.importing.draft.groups import Groups
from nagarezu.importing.fields.subjects import core, counted
from nagarezu.importing.form.assessment.form import Assessment


def count(groups: Groups, sheet: Assessment) -> None:
    """対象は、甲の対象者 120人及び…である。 above a list of changes: groups that nothing counts."""
    bare_groups = {each for group in groups.groups if not group.counts for each in group.cores}
    for line in sheet.lines:
        if line.part or line.label is not None or not bare_groups:
            continue
        for who, number, place in counted(line.row.whole):
            if core(who) in bare_groups:
                groups.give(who, number, place)
