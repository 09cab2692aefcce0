"""Signs that a note explains are no part of the name of an item."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import items
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


@pytest.mark.parametrize("gap", ["\n", " ", "　", "\n　"])
@pytest.mark.parametrize(
    "remark",
    [
        "（項目の説明は、別紙3のとおり）",
        "（①及び②は、診断した者が書いたもの）",
        "(樹種の区分は別表1による。)",
    ],
)
@pytest.mark.parametrize("form", ["①氏名{0}②住所{0}③樹種", "(1) 氏名{0}(2) 住所{0}(3) 樹種"])
def test_a_remark_in_brackets_behind_a_list_is_no_item(form: str, remark: str, gap: str) -> None:
    text = form.format("\n") + gap + remark
    found = items.read(Passage.of(text, Place("d", 1, "1"))).leaves()
    assert [each.label for each in found] == ["氏名", "住所", "樹種"]


def test_brackets_that_tell_what_an_item_is_stay() -> None:
    text = "①氏名\n②住所（建物の名称は、略さない。）\n③連絡先（自宅、勤務先）"
    found = items.read(Passage.of(text, Place("d", 1, "1"))).leaves()
    assert [each.label for each in found][2:] == ["自宅", "勤務先"]
    assert found[1].label.startswith("住所")
