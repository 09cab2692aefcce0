"""What a table behind the cards of a register gives away, copies, or denies to be there."""

from __future__ import annotations

import drafts
import pytest

CARD = """
ファイルの名称　{name}ファイル
利用目的　{name}の相談を受けるため
記録項目　1 氏名、2 住所、{items}
記録範囲　{name}の相談をした者
要配慮個人情報　{care}
経常的提供先　{takers}
"""
HEAD = "行\tファイルの名称\t{head}\t提供する項目\t提供の方法\t時期\n"


def raised(
    rows: str = "", head: str = "提供先", care: str = "含まない", item: str = ""
) -> set[str]:
    first = CARD.format(
        name="転倒", items=f"3 相談の日{item}", care=care, takers="霧沢警察署、岩倉病院"
    )
    second = CARD.format(name="迷い子", items="3 相談の日", care="含まない", takers="霧沢警察署")
    table = f"\n提供の一覧\n{HEAD.format(head=head)}{rows}" if rows else ""
    return drafts.raised(f"霧沢町　個人情報ファイル簿\n{first}{second}{table}")


ROWS = [
    "1\t転倒ファイル\t霧沢警察署\t氏名、住所\t郵送\t毎年7月\n",
    "2\t転倒ファイル\t岩倉病院\t氏名、相談の日\t郵送\t毎年7月\n",
    "3\t迷い子ファイル\t霧沢警察署\t氏名、住所\t郵送\t毎年7月\n",
]
HEADS = ["提供先", "提供先・移転先", "経常的な提供先", "提供先又は移転先"]


@pytest.mark.parametrize("head", HEADS)
def test_a_table_gives_away_what_nobody_records(head: str) -> None:
    rows = ROWS[0] + ROWS[1].replace("相談の日", "住所、電話番号") + ROWS[2]
    assert raised(rows, head) == {"unsourced_item"}


@pytest.mark.parametrize("head", HEADS)
def test_a_table_that_agrees_with_the_cards_raises_nothing(head: str) -> None:
    assert raised("".join(ROWS), head) == set()


def test_a_row_copied_under_the_next_number_stands_there_twice() -> None:
    rows = "".join(ROWS) + ROWS[2].replace("3\t", "4\t")
    assert raised(rows) == {"duplicated_row"}


def test_a_row_of_other_items_is_no_copy() -> None:
    rows = "".join(ROWS) + ROWS[2].replace("3\t", "4\t").replace("氏名、住所", "住所、相談の日")
    assert raised(rows) == set()


@pytest.mark.parametrize("care", ["含まない", "含まれない", "無", "なし"])
@pytest.mark.parametrize("item", ["既往歴", "病名", "障害者手帳の等級"])
def test_a_file_without_such_information_records_none(care: str, item: str) -> None:
    assert raised(care=care, item=f"、4 {item}") == {"claim_against_list"}


@pytest.mark.parametrize("item", ["けがの有無", "病院の名称", "障害物の有無", "手帳の色"])
def test_what_may_be_anything_is_no_contradiction(item: str) -> None:
    assert raised(item=f"、4 {item}") == set()


def test_what_is_said_to_be_there_may_be_recorded() -> None:
    assert raised(care="含む（既往歴）", item="、4 既往歴") == set()
