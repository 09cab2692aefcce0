"""Work that one sheet dates and another has the contract for."""

from __future__ import annotations

from pathlib import Path

import pytest

import nagarezu as ng

_PAPER = """みず市個人情報保護運営会議 付議事項

件 名	見守り電話に係る高齢者システムの改修等について

要綱の根拠
◇第3条第1項第1号（電算処理）、第3号（業務委託）
（担当部課：福祉部長寿課）

事業の概要

事業名	見守り電話事業
担当課	長寿課
目的	一人で暮らす者の様子を確かめるため。
対象者	一人暮らしの高齢者
事業内容	1 概要
	高齢者システムに機能を加える。見守りの電話は事業者に委託する。{overview}

件名 高齢者システムの改修について

保有課(担当課)	長寿課
登録業務の名称	高齢者福祉
記録される情報項目(だれの、どのような項目が、どこのコンピュータに記録されるのか)	1 個人の範囲
	一人暮らしの高齢者
	2 記録項目
	①氏名
	②電話番号
	3 記録するコンピュータ
	高齢者システム
新規開発・追加・変更の理由	名簿をシステム上で作るため。
新規開発・追加・変更の内容	1 名簿の出力機能の追加
新規開発・追加・変更の時期	令和7年5月1日 機能の稼働
	{time}
開発等を委託する場合における個人情報保護対策	【運用上の対策】
	1 誓約書を出させる。

件名 見守り電話の委託について

保有課(担当課)	長寿課
登録業務の名称	高齢者福祉
委託先	株式会社ひばり相談センター
委託に伴い事業者に処理させる情報項目(だれの、どのような項目か)	1 個人の範囲
	一人暮らしの高齢者
	2 情報項目
	①氏名
	②電話番号
処理させる情報項目の記録媒体	紙（名簿）
委託理由	相談員を市で置くことができないため。
委託の内容	ア 見守りの電話
	イ 親族への連絡
	ウ 訪問員の手配{content}
	名簿は職員が事業所へ持参する。
委託の開始時期及び期限	令和7年6月2日から令和7年11月28日まで
委託にあたり市が行う情報保護対策	【運用上の対策】
	1 事業者の保管庫を見て回る。
受託事業者に行わせる情報保護対策	【運用上の対策】
	1 名簿は鍵のかかる棚に納めさせる。
"""


def raised(tmp_path: Path, time: str = "", overview: str = "", content: str = "") -> list[str]:
    path = tmp_path / "paper.txt"
    path.write_text(_PAPER.format(time=time, overview=overview, content=content), "utf-8")
    rows = ng.import_document(path, sources=("d",)).case.table("findings").to_json()["rows"]
    return [row["code"] for row in rows if row["severity"] != "info"]


@pytest.mark.parametrize(
    "time",
    [
        "令和7年6月2日から令和7年12月26日まで 委託による見守り電話の実施",
        "令和7年6月2日から令和7年12月26日まで 見守り電話（委託）",
        "令和7年12月26日まで 見守りの電話",
        "見守り電話 令和7年6月2日～令和7年12月26日",
        "委託による見守り電話の実施（令和7年6月2日から令和7年12月26日まで）",
    ],
)
def test_a_row_of_times_beyond_the_contract_of_another_sheet(tmp_path: Path, time: str) -> None:
    assert raised(tmp_path, time) == ["period_outside_contract"]


def test_an_overview_or_content_beyond_the_contract(tmp_path: Path) -> None:
    found = ["period_outside_contract"]
    assert raised(tmp_path, overview="電話は令和7年12月26日まで行う。") == found
    assert raised(tmp_path, content="（令和7年12月まで）") == found


@pytest.mark.parametrize(
    ("time", "overview"),
    [
        ("令和7年6月2日から令和7年11月28日まで 委託による見守り電話の実施", ""),
        ("令和7年12月 名簿の集計", ""),
        ("令和8年3月31日まで 高齢者システムの改修の試験", ""),
        ("令和8年2月2日 名簿の出力機能の追加", ""),
        ("", "申込みは令和8年3月31日まで受け付ける。"),
        ("", "次の年度の見守りの電話は改めて委託し、令和8年4月から行う予定である。"),
    ],
)
def test_times_that_are_none_of_the_contract(tmp_path: Path, time: str, overview: str) -> None:
    assert raised(tmp_path, time, overview) == []


@pytest.mark.parametrize(
    "systems",
    [
        "2 記録するシステム\n	ア 高齢者システム\n	イ 庁内地図システム",
        "2 情報を記録するシステム\n	① 高齢者システム（長寿課）\n	② 相談台帳データベース",
        "2 記録するコンピュータ　高齢者システム、庁内地図システム",
        "2 使用するシステム：高齢者システム及び庁内地図システム",
        "2 登録先\n	・高齢者システム\n	・長寿課相談台帳",
        "2 システム構成\n	ア 高齢者システム\n	イ 訪問記録サーバ\n	ウ 庁内地図システム",
    ],
)
def test_a_system_that_only_a_list_of_the_overview_has(tmp_path: Path, systems: str) -> None:
    assert set(raised(tmp_path, overview=f"\n	{systems}\n	3 その他")) == {"named_once"}


@pytest.mark.parametrize(
    "systems",
    [
        "2 記録するシステム\n	ア 高齢者システム",
        "2 記録するシステム\n	ア 高齢者システム\n	3 連携先\n	ア 庁内地図システム",
        "2 記録するシステム\n	ア 高齢者福祉システム",
        "2 廃止するシステム\n	ア 旧高齢者システム\n	イ 庁内地図システム",
        "2 記録する情報\n	ア 氏名\n	イ 電話番号",
        "2 記録するシステム\n	ア 高齢者システム\n	イ 市の端末",
    ],
)
def test_a_list_of_systems_that_agrees(tmp_path: Path, systems: str) -> None:
    assert raised(tmp_path, overview=f"\n	{systems}\n	3 その他") == []
