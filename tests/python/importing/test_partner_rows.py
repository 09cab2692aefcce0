"""Tables of who does what and when: work handed on, and steps after the end of the contract."""

import pytest

import nagarezu as ng
from nagarezu.importing.fields.figures import figures
from nagarezu.importing.fields.safeguards import measure
from nagarezu.importing.passage import Passage

_PAPER = """沢北第12号
令和6年8月20日

沢北町個人情報保護審査会会長　様

沢北町長

花壇台帳の整備業務の委託について（諮問）

沢北町個人情報の保護に関する法律施行条例第7条により、下記のとおり意見を求めます。

記

1　諮問事項
花壇台帳の整備を委託すること。

2　委託の概要
区分\t内容
事務の名称\t花壇台帳に関する事務
対象者\t花壇の管理者　386人（令和6年7月31日現在）
委託先\t有限会社さわきた造園
委託の期間\t令和6年11月1日から令和7年3月31日まで
記録媒体\t紙

3　処理させる情報の項目
番号\t項目
1\t氏名
2\t住所
3\t電話番号

4　体制及び日程
(1) 体制
区分\t担う者\t内容
台帳の調査\t有限会社さわきた造園\t訪問、聞き取り
{body}
(2) 日程
時期\t作業
令和6年12月から令和7年2月まで\t訪問及び聞き取り
{step}

5　個人情報の取扱いに関する特記事項
（再委託の禁止）
1　乙は、この業務の全部又は一部を他の者に行わせてはならない。{exception}
（複写の禁止）
2　乙は、甲の承諾を得ずに、預かった書類を写してはならない。
"""


def _codes(tmp_path, body="台帳の確認\t建設課\t内容の確認", step="令和7年3月\t確認", exception=""):
    path = tmp_path / "d.txt"
    path.write_text(_PAPER.format(body=body, step=step, exception=exception), "utf-8")
    rows = ng.import_document(path, sources=("d",)).case.table("findings").to_json()["rows"]
    return {row["code"] for row in rows}


@pytest.mark.parametrize(
    "step",
    [
        "令和7年4月から令和7年5月まで\t受託者による再訪問",
        "令和7年4月\t受託者による訪問",
        "令和7年4月1日から同月30日まで\t有限会社さわきた造園が聞き取りを続ける",
        "令和7年5月\t聞き取りの残り（受託者）",
    ],
)
def test_a_step_of_the_partner_after_the_term_is_asked(tmp_path, step):
    assert "period_outside_contract" in _codes(tmp_path, step=step)


@pytest.mark.parametrize(
    "step",
    [
        "令和7年4月\t町による台帳の交付",
        "令和7年4月\t受託者への支払",
        "令和7年3月\t受託者による訪問のまとめ",
        "令和7年5月から\t台帳の利用開始",
    ],
)
def test_steps_of_the_office_or_within_the_term_are_not(tmp_path, step):
    assert "period_outside_contract" not in _codes(tmp_path, step=step)


@pytest.mark.parametrize(
    "told",
    [
        "台帳の清書\t合同会社しろくさ入力室\t有限会社さわきた造園からの再委託",
        "台帳の清書\t合同会社しろくさ入力室\t再委託先",
        "台帳の清書\t合同会社しろくさ入力室（有限会社さわきた造園の再委託先）\t入力",
        "台帳の清書\t合同会社しろくさ入力室\t再委託（有限会社さわきた造園から）",
        "台帳の清書\t有限会社さわきた造園→合同会社しろくさ入力室\t再委託",
    ],
)
def test_a_row_hands_work_on_against_a_ban(tmp_path, told):
    assert "reentrustment_forbidden" in _codes(tmp_path, told)
    allowed = "ただし、あらかじめ甲の承諾を得たときは、この限りでない。"
    assert "reentrustment_forbidden" not in _codes(tmp_path, told, exception=allowed)


def test_a_row_that_denies_it_hands_nothing_on(tmp_path):
    row = "台帳の清書\t合同会社しろくさ入力室\t再委託はない"
    assert "reentrustment_forbidden" not in _codes(tmp_path, row)


def test_what_may_be_done_with_a_permission_is_not_forbidden():
    told = "再委託は原則として認めない。ただし、書面で申し出て市が許諾した場合はこの限りでない。"
    assert not measure(told, Passage(told), "operational", "1").prohibition
    assert measure(
        "再委託は認めない。", Passage("再委託は認めない。"), "operational", "1"
    ).prohibition


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("申込者 １ , ２ ４ ６ 世帯", 1246),
        ("利用者 3 8 6 人", 386),
        ("登録者 8 6 , 0 9 5 人", 86095),
    ],
)
def test_a_number_with_blanks_between_its_digits(text, value):
    assert [each.value for each in figures(Passage(text))] == [value]
