"""A register with tables behind its cards: measures by code, lists by file, groups in a cell."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

PAPER = """霧沢町個人情報ファイル簿

この資料の構成
Ⅰ　ファイルの内容
Ⅱ　安全管理措置（表2及び表3）
Ⅲ　点検の結果（表4）

Ⅰ　ファイルの内容

【ファイル1】
個人情報ファイルの名称	公民館利用団体ファイル
行政機関等の名称	霧沢町教育委員会
事務をつかさどる組織の名称	生涯学習課
利用目的	公民館を利用する団体の代表者への連絡及び使用料の請求を行うため
記録項目	1団体番号、2氏名、3住所、4電話番号、5使用料
記録範囲	登録団体の代表者412人（令和7年4月1日現在。内訳は、町内の者380人、町外の者32人）
記録情報の収集方法	本人が提出する登録申請書
要配慮個人情報	含まない
経常的提供先	霧沢信用組合
外部委託の相手方	株式会社アオバ計算（再委託先：株式会社クモイ保守及び合同会社ハバタキ）、\
有限会社シラカバ印刷

【ファイル2】
個人情報ファイルの名称	放課後教室参加児童ファイル
行政機関等の名称	霧沢町教育委員会
事務をつかさどる組織の名称	生涯学習課
利用目的	放課後教室に参加する児童の見守り及び保護者への連絡を行うため
記録項目	（児童）1児童番号、2氏名、3学年、4障害の有無（保護者）5氏名、6電話番号、7続柄
記録範囲	参加児童96人（令和7年5月1日現在）及びその保護者
記録情報の収集方法	保護者が提出する参加申込書
要配慮個人情報	含む（障害の有無）
経常的提供先	なし
外部委託の相手方	特定非営利活動法人ミナモ

表1　受渡しの方法
番号	相手方	向き	方法	媒体
1-1	有限会社シラカバ印刷	町から相手方へ	手渡し	DVD-R
1-2	有限会社シラカバ印刷	相手方から町へ	手渡し	紙
2-1	特定非営利活動法人ミナモ	相手方から町へ	持参	USBメモリ

Ⅱ　安全管理措置

表2　町が行う措置
【ファイル1】
町1-1	登録申請書は、施錠できる書庫に保管する。
町1-2	端末の操作記録を月1回点検する。
【ファイル2】
町2-1	職員に対し、研修を年1回行う。

表3　委託先に行わせる措置
【ファイル1】
託1-1	預かった登録申請書は、施錠できる書庫に保管させる。
託1-2	端末の操作記録を月1回点検させる。
【ファイル2】
託2-1	従事者に対し、研修を年1回行わせる。

Ⅲ　点検の結果

表4　点検表（○＝実施している、ー＝該当しない）
番号	点検した事項	町	委託先
1	責任者を定めている。	○	○
2	媒体を施錠して保管している。	○	○
3	作業場所を実地に検査している。	○	ー

表5　審査の観点と措置との対応
観点	考え方	根拠となる措置
書類の保管	書類を施錠して保管しており、部外者の目に触れない。	町1-1、託1-1
教育と点検	研修を行い、操作記録を点検している。	町1-2、町2-1、託1-2、託2-1

ファイル1の412人及びファイル2の96人については、以上の措置により、安全が図られている。

別紙1　個人情報取扱特記事項
（秘密の保持）
第1　乙は、業務に関して知り得た個人情報を他に漏らしてはならない。
（再委託の制限）
第2　乙は、甲が書面により承諾した場合に限り、業務の一部を第三者に\
委託することができる。この場合において、乙は、次の事項を甲に届け出なければならない。
(1)　再委託の相手方
(2)　再委託の相手方に対する監督の方法
（資料の返還等）
第3　乙は、契約が終了したときは、引き渡された資料を返還しなければならない。

別紙2　記録項目一覧

ファイル1　公民館利用団体ファイル
番号	記録項目	取得元
1	団体番号	システムで付番
2	氏名	登録申請書
3	住所	登録申請書
4	電話番号	登録申請書
5	使用料	システムでの計算

ファイル2　放課後教室参加児童ファイル
番号	記録項目	取得元
（児童）
1	児童番号	システムで付番
2	氏名	参加申込書
3	学年	参加申込書
4	障害の有無	参加申込書
（保護者）
5	氏名	参加申込書
6	電話番号	参加申込書
7	続柄	参加申込書
"""


@pytest.fixture(scope="module")
def paper() -> dict[str, Any]:
    content: dict[str, Any] = drafts.draft(PAPER, "r.txt").content
    return content


def labels(entries: list[dict[str, Any]]) -> list[str]:
    return [str(each["label"]) for each in entries]


def test_nothing_is_raised_where_nothing_is_wrong() -> None:
    assert drafts.raised(PAPER) == set()


def test_groups_within_one_cell_are_lists_of_their_own(paper: dict[str, Any]) -> None:
    own = [each for each in paper["lists"] if each["matter"] == "m2" and each["holders"] == ["own"]]
    assert [(each["label"], labels(each["entries"])) for each in own] == [
        ("児童", ["児童番号", "氏名", "学年", "障害の有無"]),
        ("保護者", ["氏名", "電話番号", "続柄"]),
    ]


def test_brackets_behind_a_partner_name_those_behind_him_alone(paper: dict[str, Any]) -> None:
    names = {each["id"]: each["label"] for each in paper["holders"]}
    flows = [(each["relation"], each.get("from"), each["to"]) for each in paper["flows"]]
    told = [(relation, names[giver], names[to]) for relation, giver, [to] in flows if giver]
    mine = [each for each in told if each[0] in ("entrust", "reentrust")]
    assert mine == [
        ("entrust", "霧沢町", "株式会社アオバ計算"),
        ("entrust", "霧沢町", "有限会社シラカバ印刷"),
        ("reentrust", "株式会社アオバ計算", "株式会社クモイ保守"),
        ("reentrust", "株式会社アオバ計算", "合同会社ハバタキ"),
        ("entrust", "霧沢町", "特定非営利活動法人ミナモ"),
    ]


def test_a_breakdown_behind_the_date_is_no_part_of_the_name(paper: dict[str, Any]) -> None:
    found = [(each["label"], each["counts"][0]["as_of"]) for each in paper["subjects"]]
    assert found == [
        ("登録団体の代表者", "2025-04-01"),
        ("参加児童及びその保護者", "2025-05-01"),
    ]


def test_measures_by_code_are_of_the_side_and_the_file_above_them(paper: dict[str, Any]) -> None:
    found = [
        (each["position"], each["party"], each.get("matter"))
        for each in paper["safeguards"]
        if "-" in each["position"]
    ]
    assert found == [
        ("町1-1", "own", "m1"),
        ("町1-2", "own", "m1"),
        ("町2-1", "own", "m2"),
        ("託1-1", "partner", "m1"),
        ("託1-2", "partner", "m1"),
        ("託2-1", "partner", "m2"),
    ]


def test_neither_contents_nor_a_summary_are_measures(paper: dict[str, Any]) -> None:
    other = [each["label"] for each in paper["safeguards"] if "-" not in each["position"]]
    assert set(other) == {
        "責任者を定めている。",
        "媒体を施錠して保管している。",
        "作業場所を実地に検査している。",
    }


def test_a_checklist_has_a_column_of_marks_for_each_side(paper: dict[str, Any]) -> None:
    assert [(each["party"], each["mark"]) for each in paper["checklist"]] == [
        ("own", "yes"),
        ("partner", "yes"),
        ("own", "yes"),
        ("partner", "yes"),
        ("own", "yes"),
        ("partner", "not_needed"),
    ]


def test_codes_in_a_column_cite_measures(paper: dict[str, Any]) -> None:
    found = {each["label"]: labels(each["references"]) for each in paper["criteria"]}
    assert found == {
        "書類の保管": ["町1-1", "託1-1"],
        "教育と点検": ["町1-2", "町2-1", "託1-2", "託2-1"],
    }
    assert all("measure" in one for each in paper["criteria"] for one in each["references"])


def test_clauses_go_on_behind_those_that_list_something(paper: dict[str, Any]) -> None:
    assert [each["heading"] for each in paper["clauses"]] == [
        "秘密の保持",
        "再委託の制限",
        "資料の返還等",
    ]


def test_a_column_says_which_way_round_a_row_goes(paper: dict[str, Any]) -> None:
    names = {each["id"]: each["label"] for each in paper["holders"]}
    found = {
        (names.get(each["partner"], each["partner"]), each["direction"], tuple(each["ways"]))
        for one in paper["matters"]
        for each in one.get("handovers", [])
        if each.get("direction") and each.get("partner")
    }
    assert ("有限会社シラカバ印刷", "send", ("optical_disk", "in_person")) in found
    assert ("特定非営利活動法人ミナモ", "receive", ("usb_memory", "in_person")) in found
    assert not any(who == "特定非営利活動法人ミナモ" and way == "send" for who, way, _ in found)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("、託1-2、託2-1\n", "、託1-2、託2-2\n", "crosswalk_unresolved"),
        (
            "5\t使用料\tシステムでの計算",
            "5\t使用料\tシステムでの計算\n6\t口座番号\t申請書",
            "contents_differ",
        ),
        ("4\t障害の有無\t参加申込書\n", "", "contents_differ"),
        ("月1回点検させる", "年1回点検させる", "own_and_partner_differ"),
    ],
)
def test_one_change_is_asked_about(old: str, new: str, code: str) -> None:
    assert PAPER.count(old) == 1
    assert code in drafts.raised(PAPER.replace(old, new))
