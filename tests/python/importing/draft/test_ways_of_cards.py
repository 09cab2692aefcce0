"""Ways and partners that labels, remarks and heads of measures tell, in the words of clerks."""

from __future__ import annotations

from pathlib import Path

import pytest

import nagarezu as ng
from nagarezu.importing.fields import carriers
from nagarezu.importing.sources import lines

_CARD = """からまつ市
個人情報取扱事務登録簿

登録番号 ス 3
事務の名称 湖畔駅伝の参加受付
担当課 スポーツ課
事務の目的 駅伝の参加の申込みを受け付け、走った記録を計る。
対象者の範囲 駅伝の参加者
記録項目 ①番号 ②氏名 ③性別 ④年齢 ⑤住所 ⑥走る区間
要配慮個人情報 なし
収集の方法 申込書により本人から
経常的提供先 一般社団法人からまつ陸上競技協会
{label} 紙
委託の有無 なし
備考 {remark}
"""


def codes(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    rows = ng.import_document(path).case.table("findings").to_json()["rows"]
    return [str(each["code"]) for each in rows if each["severity"] != "info"]


@pytest.mark.parametrize(
    ("label", "remark"),
    [
        ("提供する情報の記録媒体", "陸上競技協会へは、氏名の一覧を電子メールに添付して送る。"),
        ("提供情報の媒体", "競技協会へは、氏名及び走る区間の一覧を電子メールで送る。"),
        ("提供に用いる媒体", "からまつ陸上競技協会へは、一覧を電子メールに添付して送る。"),
        ("外部提供する情報の媒体", "協会には、参加者の一覧をUSBメモリに入れて渡している。"),
        ("提供する個人情報の記録媒体", "一覧は電子メールに添付して協会に送る。"),
    ],
)
def test_a_remark_tells_another_way(tmp_path: Path, label: str, remark: str) -> None:
    assert codes(tmp_path, _CARD.format(label=label, remark=remark)) == ["channel_not_in_media"]


@pytest.mark.parametrize(
    "remark",
    [
        "陸上競技協会へは、参加者の一覧を印刷して手渡す。",
        "陸上競技協会との日程の連絡は電子メールで行う。",
        "完走の案内は本人へ電子メールで送る。",
    ],
)
def test_a_remark_that_agrees(tmp_path: Path, remark: str) -> None:
    assert not codes(tmp_path, _CARD.format(label="提供する情報の記録媒体", remark=remark))


@pytest.mark.parametrize(
    ("measure", "kinds"),
    [
        ("確認用の名簿は、町が紙に印刷し、書留郵便で受託事業者へ送る。", ["paper"]),
        ("名簿を紙に打ち出し、委託先の作業所へ職員が届ける。", ["paper"]),
        ("申込書の写しを書留で委託先に送る。", ["paper"]),
        ("委託先へは紙の名簿を預ける。", ["paper"]),
        ("DVD-Rを書留郵便で受託者へ送る。", ["media"]),
        ("結果の通知を郵便で本人へ送る。", []),
        ("届出のあった紙の台帳を書庫に納める。", []),
    ],
)
def test_by_what_a_measure_sends(measure: str, kinds: list[str]) -> None:
    assert [each.kind for each in carriers.of_measure(measure)[0]] == kinds


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("1\t作業に職員が立ち会う。", "1\u3000作業に職員が立ち会う。"),
        ("①\t氏名", "①\u3000氏名"),
        ("(2)\t\t住所", "(2)\u3000住所"),
        ("委託先\t甲社", "委託先\t甲社"),
        ("1\t甲社\t印刷", "1\t甲社\t印刷"),
    ],
)
def test_a_tab_behind_a_number_parts_no_cells(line: str, read: str) -> None:
    assert lines.numbered(line) == read


_SHEET = """しらかば市個人情報保護審議会　付議事項
件名　検診の案内の委託について
保有課(担当課)
健康課
登録業務の名称
検診の実施
委託先
株式会社すみれ印刷、合同会社やまぶき計算
委託に伴い事業者に処理させる情報項目(だれの、どのような項目か)
1　個人の範囲
検診の対象者
2　情報項目
(1) 氏名
(2) 住所
処理させる情報項目の記録媒体
紙
委託理由
短い間に多くの案内を作るため。
委託の内容
(1) 案内の印刷及び結果の集計
委託の開始時期及び期限
令和7年4月1日から令和8年3月31日まで
委託にあたり市が行う情報保護対策
【運用上の対策】
1 作業の場所を職員が見て回る。
受託事業者に行わせる情報保護対策
{measures}
"""
_ONE = "{who}\n【運用上の対策】\n1 作業する部屋に施錠させる。\n2 従事する者の名簿を出させる。"


@pytest.mark.parametrize(
    "head",
    [
        "【株式会社すみれ印刷に行わせる対策】",
        "（株式会社すみれ印刷に求める措置）",
        "■株式会社すみれ印刷が講ずる措置",
        "＜株式会社すみれ印刷＞",
        "【合同会社やまぶき計算に実施させる対策】",
    ],
)
def test_measures_of_one_of_two_in_a_row(tmp_path: Path, head: str) -> None:
    text = _SHEET.format(measures=_ONE.format(who=head))
    assert "recipient_without_safeguard" in codes(tmp_path, text)


@pytest.mark.parametrize(
    "measures",
    [
        "【運用上の対策】\n1 作業する部屋に施錠させる。\n2 従事する者の名簿を出させる。",
        _ONE.format(who="【株式会社すみれ印刷及び合同会社やまぶき計算に行わせる対策】"),
        _ONE.format(who="【株式会社すみれ印刷に行わせる対策】")
        + "\n【合同会社やまぶき計算に行わせる対策】\n【運用上の対策】\n1 端末に鍵を掛けさせる。",
        "1 両社に共通の対策として、部屋に施錠させる。\n"
        + _ONE.format(who="【株式会社すみれ印刷に行わせる対策】"),
    ],
)
def test_measures_of_both(tmp_path: Path, measures: str) -> None:
    assert "recipient_without_safeguard" not in codes(tmp_path, _SHEET.format(measures=measures))
