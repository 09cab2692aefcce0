"""A paper that tells its systems with what they do, its work in steps, and who puts it."""

from __future__ import annotations

import drafts
import pytest

PAPER = """楡沢市個人情報保護審議会　説明資料

農地パトロールの記録の電算処理及び業務委託について

（担当　農業委員会事務局　農地課）

1　概要

事業名	農地パトロール
担当課	農地課
対象者	農地の所有者　3,420人（令和6年4月1日現在）

2　記録する情報

① 所有者の氏名
② 所有者の住所
③ 所有者の電話番号
④ 農地の所在
⑤ 耕作の状況
記録するシステム	農地台帳システム
	地図照合システム

3　システムの構成

農地台帳システム	所有者の氏名と農地の所在を登録する。
地図照合システム	農地の所在を取り込み、地図と照らし合わせる。
現地写真管理システム	耕作の状況を撮った写真を保存する。

4　委託

委託先	株式会社にれ測量
委託の期間	令和6年8月1日から令和7年1月31日まで
委託先に渡す情報	2に掲げる記録項目のうち①、②及び④

5　情報のやり取り

市は、調査する農地の一覧を委託先へ渡す。委託先から市へ情報を渡すことはない。

順番	渡す側	受ける側	内容
1	農地課	委託先	調査する農地の一覧
2	委託先	農地課	耕作の状況の調査票

6　市が行う対策
(1)　一覧を渡すときは、枚数を二人で数える。
(2)　システムの仮パスワードには、職員の生年月日の8桁を使い、初回の利用の後に改めさせる。
(3)　記録を3か月ごとに見直す。

7　委託先に行わせる対策
(1)　一覧を事務所の外へ持ち出すときは、鍵の掛かるかばんに入れさせる。
(2)　一覧を写し取らせない。
(3)　作業を終えたら一覧を返させる。
"""
CLEAN = (
    ("委託先から市へ情報を渡すことはない。", "委託先は、調査票を市へ渡す。"),
    ("職員の生年月日の8桁を使い", "乱数を使い"),
    ("現地写真管理システム\t耕作の状況を撮った写真を保存する。\n", ""),
)


def paper(*left: int) -> str:
    """The paper, clean but for these of its contradictions."""
    text = PAPER
    for number, (wrong, right) in enumerate(CLEAN):
        text = text if number in left else text.replace(wrong, right)
    return text


@pytest.mark.parametrize(
    ("left", "code"),
    [
        ((), ""),
        ((0,), "direction_differs"),
        ((1,), "credential_from_attribute"),
        ((2,), "named_once"),
    ],
)
def test_what_is_at_odds_in_it(left: tuple[int, ...], code: str) -> None:
    assert drafts.raised(paper(*left)) == ({code} if code else set())


def test_systems_below_one_label_record_the_list() -> None:
    case = drafts.draft(paper(2)).content
    names = {each["id"]: each["label"] for each in case["holders"]}
    flows = {names[each["to"][0]]: each for each in case["flows"]}
    assert set(flows) == {
        "農地台帳システム",
        "地図照合システム",
        "現地写真管理システム",
        "株式会社にれ測量",
    }
    assert len(flows["株式会社にれ測量"]["items"]) == len("①②④")


@pytest.mark.parametrize(
    "told",
    [
        "調査に用いる携帯の端末に、所有者の氏名を入力させない。",
        "調査票を入れる封筒に、所有者の住所を記載させない。",
        "私物のスマートフォンに所有者の氏名を保存させない。",
    ],
)
def test_what_is_not_put_into_a_thing(told: str) -> None:
    assert drafts.raised(paper().replace("一覧を写し取らせない。", told)) == set()


@pytest.mark.parametrize(
    "told",
    [
        "一覧は暗号化し、解除に用いる数列は書面で委託先へ渡す。",
        "暗号の解除番号は、電子メールで委託先へ送る。",
        "作業の日程は、電子メールで委託先に知らせる。",
    ],
)
def test_what_holds_no_data_may_go_another_way(told: str) -> None:
    way = "5　情報のやり取り\n受渡しは、DVD-Rを市の窓口で手渡す方法による。\n"
    text = paper().replace("5　情報のやり取り\n", way)
    assert "channel_not_in_media" not in drafts.raised(text.replace("一覧を写し取らせない。", told))
