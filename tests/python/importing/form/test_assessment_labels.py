"""Labels of the assessment form within cells and lines."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.form.assessment import heads as heads
from nagarezu.importing.form.assessment import labels as words
from nagarezu.importing.passage import Passage


def passage(text: str) -> Passage:
    return Passage.of(text, Place("d", 1, "1"))


def test_a_text_is_cut_at_its_labels() -> None:
    text = "[全体]\n対象となる本人の数 [1万人未満]\n対象となる本人の範囲 ※ 住民 ⑦再委託の有無 無"
    found = [(p.label.field if p.label else "", p.value.text) for p in words.split(passage(text))]
    assert found == [
        ("", "[全体]"),
        ("persons", "[1万人未満]"),
        ("person_range", "住民"),
        ("reentrust_flag", "無"),
    ]


@pytest.mark.parametrize("text", ["③対象となる本人 の範囲 住民", "③対象なる本人の範囲 住民"])
def test_a_label_may_be_spaced_or_lack_a_particle(text: str) -> None:
    (piece,) = words.split(passage(text))
    assert piece.label is not None
    assert (piece.label.field, piece.value.text) == ("person_range", "住民")


@pytest.mark.parametrize(
    "text", ["監査を行う。", "委託先が作業する。", "提供先と協議する。", "・氏名 部署"]
)
def test_words_of_a_sentence_are_no_labels(text: str) -> None:
    (piece,) = words.split(passage(text))
    assert piece.label is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("再\n委\n託\n⑦再委託の有無　※", "reentrust_flag"),
        ("提供先12", "provide_to"),
        ("⑩死者の個人番号", "accident"),
        ("特定個人情報の使用におけるその他のリスク及びそのリスクに対する措置", "risk_measures"),
        ("受託者による持出しのリスクに対する措置の内容", "risk_measures"),
        ("情報漏えい等に対する措置", "risk_measures"),
        ("紛失のリスクに対する措置の内容を、次のとおり定める。", ""),
        ("保育料", ""),
    ],
)
def test_a_cell_that_is_a_label(text: str, field: str) -> None:
    found = words.whole(text)
    assert (found.field if found else "") == field


def test_the_beginning_of_a_label_is_none_yet() -> None:
    assert words.begins_label("委託契約書中の特定個人情報")
    assert not words.begins_label("委託先名")
    assert not words.begins_label("委託契約書を交わす")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("III リスク対策", "Ⅲ"),
        ("（別添2） 特定個人情報ファイル記録項目", "別添2"),
        ("2 新たに記録する項目(別添2)", "別添2"),
        ("別紙1のとおり", ""),
        ("ICカードを用いる", ""),
    ],
)
def test_parts(text: str, name: str) -> None:
    found = heads.part(text, alone=True)
    assert (found.name if found else "") == name


def test_running_lines_are_no_text() -> None:
    assert heads.is_footer("給食の事務 2 / 31 あさひ市教育部")
    assert heads.is_page("- 12 -")
    assert not heads.is_footer("令和6年4月1日から")


def test_what_points_elsewhere_names_nobody() -> None:
    assert words.is_away("別紙1に掲げる者") and words.is_away("別紙2のとおり（7件）")
    assert words.is_same("「2．③対象となる本人の範囲」と同じ。")
    assert words.is_none("－") and not words.is_none("都道府県知事")


def test_narrow_cells_are_joined_from_the_first_bracket_on() -> None:
    cells = [passage(text) for text in ("接続", "[", "○", "]", "宛名", "[", "", "]", "税務")]
    assert [cell.text for cell in words.narrow(cells)] == ["接続", "[ ○ ] 宛名 [ ] 税務"]
