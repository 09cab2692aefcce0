"""Signs that a note explains are no part of the name of an item."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.item_entry import ItemList, bare
from nagarezu.importing.passage import Passage


@pytest.mark.parametrize(
    "printed",
    [
        "資格の名称 ★",
        "★資格の名称",
        "資格の名称※",
        "資格の名称（※1）",
        "資格の名称*2",
        "◎ 資格の名称",
    ],
)
def test_a_sign_goes(printed: str) -> None:
    found = bare(Passage(printed), ItemList())
    assert found is not None
    assert (found.label, found.optional) == ("資格の名称", False)


@pytest.mark.parametrize("printed", ["電話番号（任意）", "電話番号※任意"])
def test_what_a_sign_tells_stays(printed: str) -> None:
    found = bare(Passage(printed), ItemList())
    assert found is not None
    assert (found.label, found.optional) == ("電話番号", True)


@pytest.mark.parametrize("printed", ["地区コード2", "連絡先1", "税額（2か年分）"])
def test_a_number_of_its_own_stays(printed: str) -> None:
    found = bare(Passage(printed), ItemList())
    assert found is not None
    assert found.label == printed
