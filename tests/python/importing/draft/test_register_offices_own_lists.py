"""Registers as other offices print them: catalogues, optional items, bare counts."""

from __future__ import annotations

import json

import pytest
from drafts import codes, draft
from importing_score import found as facts

CARD = """個人情報ファイル簿

個人情報ファイルの名称　図書館利用者ファイル
所管課　　　　　　　　　中央図書館
利用目的　　　　　　　　図書館資料の貸出しに利用する。
記録項目　　　　　　　　{items}
記録範囲　　　　　　　　利用登録をした者　2,310人（令和7年4月1日現在）
要配慮個人情報　　　　　含まない。
委託先　　　　　　　　　{partner}
"""
CATALOGUE = """個人情報取扱事務の目録

若葉市議会事務局
若葉市監査委員事務局
令和７年７月１日現在

第１　事務の一覧
番号　事務の名称　　　　　対象者　　　　　　対象者の数
１　　傍聴人の受付　　　　傍聴した者　　　　6 3 8人（令和６年度）
２　　請願の受理　　　　　請願を提出した者　1 1 7人（令和６年度）

第２　事務ごとの内容

事務１　傍聴人の受付
　所管　　　　　　　　議会事務局
　目的　　　　　　　　傍聴の受付
　対象者　　　　　　　傍聴した者　638人（令和６年度）
　記録する項目　　　　１受付番号、２氏名、３住所
　経常的な提供先　　　無
　委託先　　　　　　　無
　処理の形態　　　　　紙
　備考　　　　　　　　無

事務２　請願の受理
　所管　　　　　　　　議会事務局
　目的　　　　　　　　請願の受理及び審査
　対象者　　　　　　　請願を提出した者　1 1 7人（令和６年度）
　記録する項目　　　　１文書番号、２提出者の氏名、３提出者の住所、４請願の要旨、

- 2 -

　　　　　　　　　　　５紹介議員の氏名、６審査の結果
　経常的な提供先　　　無
　委託先　　　　　　　株式会社みなとデータ（要旨の入力）
　処理の形態　　　　　紙及び電算
　備考　　　　　　　　無
"""


def _facts(text: str, kind: str) -> set[tuple[object, ...]]:
    return {*facts(json.loads(draft(text).case.to_json()))[kind]}


def test_a_catalogue_of_tasks_is_a_register_and_its_title_lists_nothing() -> None:
    made = draft(CATALOGUE)
    assert [each["title"] for each in made.content["matters"]] == ["傍聴人の受付", "請願の受理"]
    assert {(name, way) for _, name, way, _ in _facts(CATALOGUE, "recipient")} == {
        ("株式会社みなとデータ", "entrust")
    }
    assert len(_facts(CATALOGUE, "item")) == 3 + 6
    assert not codes(made)


@pytest.mark.parametrize("note", ["〔任意〕", "［希望者のみ］", "＜任意＞", "（任意）", "※任意"])
def test_an_optional_item_says_so_in_any_brackets(note: str) -> None:
    text = CARD.format(items=f"①氏名　②住所　③配慮事項{note}", partner="無")
    assert _facts(text, "item") == {
        (1, "1", "氏名", False),
        (1, "2", "住所", False),
        (1, "3", "配慮事項", True),
    }


def test_the_work_behind_a_partner_is_no_list_of_items() -> None:
    items = "1氏名、2住所、3検針値、4収納年月日"
    made = draft(CARD.format(items=items, partner="株式会社みなとデータ（検針及び収納）"))
    assert [len(each["entries"]) for each in made.content["lists"]] == [4]


def test_a_sheet_of_numbers_names_whom_it_counts() -> None:
    text = (
        "個人情報ファイル簿一覧\n\n"
        "| No. | 個人情報ファイル名 | 利用目的 | 記録項目 | 記録範囲 | 人数 | 単位 | 基準日 |\n"
        "| 1 | 学齢簿 | 就学の管理 | 1氏名、2住所 | 就学する者 | 9,214 | 人 | 令和7年5月1日 |\n"
        "| 2 | 奨学金台帳 | 貸与の管理 | 1氏名、2口座番号 | 貸与を受けた世帯 | 342 | 世帯"
        " | 令和7年4月1日 |\n"
        "\n記録範囲ごとの対象者数\n\n| 記録範囲 | 数 | 単位 | 基準日 |\n"
        "| 就学する者 | 9214 | 人 | 令和7年5月1日 |\n"
        "| 貸与を受けた世帯 | 342 | 世帯 | 令和7年4月1日 |\n"
    )
    made = draft(text)
    assert {*facts(json.loads(made.case.to_json()))["subject"]} == {
        ("就学する者", 9214, "person", "2025-05-01", "exact"),
        ("貸与を受けた世帯", 342, "household", "2025-04-01", "exact"),
    }
    assert not codes(made)
    mixed = _facts(text.replace("9214 | 人", "9214 | 世帯"), "subject")
    assert {each[2] for each in mixed if each[0] == "就学する者"} == {"person", "household"}


@pytest.mark.parametrize(
    "told",
    [
        "この個人情報ファイルに要配慮個人情報は含まれない。",
        "本ファイルには要配慮個人情報を記録しない。",
        "□有　■無",
    ],
)
@pytest.mark.parametrize(
    "item", ["障害者手帳の等級", "健康診断の結果", "減免の事由（障害の区分を含む。）"]
)
def test_a_file_that_says_in_a_sentence_that_it_holds_no_care(told: str, item: str) -> None:
    text = CARD.format(items=f"1氏名、2住所、3{item}", partner="無")
    assert "claim_against_list" in codes(draft(text.replace("含まない。", told, 1)))
    quiet = CARD.format(items="1氏名、2住所、3診断書の有無", partner="無")
    assert not codes(draft(quiet.replace("含まない。", told, 1)))


@pytest.mark.parametrize("number", ["2,310（令和7年4月1日現在）", "2,310人\n（令和7年4月1日）"])
def test_a_column_of_numbers_has_its_day_in_brackets(number: str) -> None:
    text = (
        "番号,個人情報ファイルの名称,所管課,利用目的,記録項目,記録範囲,対象者数,経常的提供先,受託者の義務\n"
        f'1,利用者ファイル,図書館,貸出し,"1氏名、2住所、3利用者番号",利用登録をした者,"{number}",'
        '"若葉県立図書館：氏名、住所","組織的：施錠させる。数えさせる。"\n'
        '2,参加者ファイル,図書館,案内,"1氏名、2電話番号",参加した者,"120（令和7年4月1日現在）",無,無\n'
    )
    made = facts(json.loads(draft(text, "a.csv").case.to_json()))
    assert ("利用登録をした者", 2310, "person", "2025-04-01", "exact") in made["subject"]
    assert [each[1] for each in made["recipient"]] == ["若葉県立図書館"]
    assert {each[1:3] for each in made["safeguard"]} == {("partner", "operational")}


@pytest.mark.parametrize(
    "title", ["個人情報の保有状況一覧", "保有個人情報管理台帳", "個人情報取扱事務届"]
)
def test_cards_of_several_files_are_a_register_whatever_it_is_called(title: str) -> None:
    card = (
        "１　事務の名称　　　　　{name}\n２　事務の目的　　　　　登録及び証明\n"
        "３　対象者の範囲　　　　登録を受けた者（令和7年9月1日現在　254人）\n"
        "４　記録項目　　　　　　①氏名　②住所\n５　要配慮個人情報　　　無\n"
        "６　委託　　　　　　　　有\n"
        "　　　委託先　　　　　　株式会社みなとデータ\n　　　委託の内容　　　　帳票の印刷\n"
        "　　　再委託先　　　　　無\n７　外部との結合　　　　無\n"
    )
    cards = "\n".join(card.format(name=name) for name in ("印鑑登録事務", "住民登録事務"))
    made = draft(f"{title}\n\n若葉市　市民課\n令和7年10月1日現在\n\n{cards}")
    assert [each["title"] for each in made.content["matters"]] == ["印鑑登録事務", "住民登録事務"]
    assert not codes(made)
