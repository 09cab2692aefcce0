"""What is kept after something else was done with it."""

from __future__ import annotations

import pytest

from nagarezu.importing.draft.claims.everything import plain_all
from nagarezu.importing.fields import kept_after


@pytest.mark.parametrize(
    "sentence",
    [
        "受付では勤務先も聞き取り、このファイルに記録している。",
        "受付の際に勤務先を尋ね、本ファイルに控えている。",
        "勤務先を聞き取った上で、このファイルに記録している。",
    ],
)
def test_kept_after_it_was_got(sentence: str) -> None:
    assert [names for _, names in kept_after.read(sentence)] == [["勤務先"]]


@pytest.mark.parametrize(
    "sentence",
    ["勤務先を聞き取り、このファイルには記録しない。", "勤務先を尋ね、その場で連絡する。"],
)
def test_not_kept(sentence: str) -> None:
    assert not list(kept_after.read(sentence))


def test_all_that_a_file_has() -> None:
    assert plain_all("このファイルの記録") and plain_all("本ファイルに記録された情報")
    assert not plain_all("操作の記録") and not plain_all("献立の内容")
