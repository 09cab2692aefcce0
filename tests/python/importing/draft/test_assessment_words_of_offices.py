"""Words with which offices head the measures of an assessment, and name its persons."""

from __future__ import annotations

import pytest

from nagarezu.importing.draft.assessment.band_names import names_in
from nagarezu.importing.form.assessment import labels
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("申請者、受給者及びその配偶者", ["申請者、受給者及びその配偶者"]),
        ("妊産婦、乳幼児及びその保護者", ["妊産婦、乳幼児及びその保護者"]),
        ("被保険者、受給権者、被保険者の配偶者", ["被保険者", "受給権者", "被保険者の配偶者"]),
    ],
)
def test_commas_part_groups_unless_an_and_binds_them(row: str, names: list[str]) -> None:
    assert [each.text for each in names_in(Passage(row))] == names


@pytest.mark.parametrize("front", ["1．", "1. ", "２　", ""])
@pytest.mark.parametrize("whose", ["市の", "市が講ずる", "町が行う", "本市が講じる"])
def test_a_sort_of_measures_may_say_that_it_is_the_own_one(front: str, whose: str) -> None:
    found = labels.whole(f"{front}{whose}物理的対策")
    assert found is not None
    assert found.field == "physical"
