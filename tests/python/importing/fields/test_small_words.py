"""Words beside names, numbers and marks that are no part of them."""

from __future__ import annotations

import pytest

from nagarezu.importing.draft import lists
from nagarezu.importing.fields import carriers, clauses, names, safeguards, subjects
from nagarezu.importing.fields.counts import counts
from nagarezu.importing.passage import Passage


def passage(text: str) -> Passage:
    return Passage(text, (0,), ())


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("(1) 台帳の保守 株式会社けやき計算", "株式会社けやき計算"),
        ("通知の発送：有限会社かえで", "有限会社かえで"),
        ("けやき計算 株式会社", "けやき計算株式会社"),
        ("一般財団法人 緑の管理", "一般財団法人緑の管理"),
    ],
)
def test_a_task_in_front_of_a_partner_is_no_part_of_its_name(printed: str, label: str) -> None:
    assert [name.label for name in names.partners(passage(printed))] == [label]


@pytest.mark.parametrize("word", ["年間", "延べ", "月間"])
def test_how_a_number_counts_is_no_part_of_the_group(word: str) -> None:
    [(who, count, _)] = subjects.counted(passage(f"農園の利用者 {word} 730 件（令和6年度実績）"))
    assert (who, count.value) == ("農園の利用者", 730)


def test_a_date_behind_two_counts_is_that_of_both() -> None:
    found = counts("入居者 84 世帯 192 人（令和4年7月31日現在）")
    assert [each.as_of for each in found] == ["2022-07-31", "2022-07-31"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("1 乙は、甲が書面で承諾したときを除き、写しを作ってはならない。", "consent"),
        ("1 乙は、写しを作ってはならない。", "prohibition"),
    ],
)
def test_what_may_be_done_with_consent_is_not_forbidden(text: str, modality: str) -> None:
    assert [each.modality for each in clauses.read([passage(text)])] == [modality]


def test_how_often_does_not_hide_the_number_of_a_measure() -> None:
    text = "1 名簿を出させる。 2 鍵を掛ける。 3 年1回以上、現地で確かめる。 4 消去させる。"
    assert [each.path for each in safeguards.read(passage(text))] == ["1", "2", "3", "4"]


def test_media_on_lines_of_their_own_have_kinds_of_their_own() -> None:
    found = carriers.media(passage("電磁的媒体（農園システム）\n紙媒体（申込書、台帳）"))
    assert [each.kind for each in found] == ["electromagnetic", "paper"]


def test_a_note_behind_the_last_item_is_none() -> None:
    items, note = lists._without_notes(passage("① 氏名 ② 住所\n※利用者 120人（令和6年6月現在）"))
    assert (items.text, note.text) == ("① 氏名 ② 住所", "利用者 120人（令和6年6月現在）")
