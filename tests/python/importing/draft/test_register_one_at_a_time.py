"""A card of a register whose work is told twice, on lines of a label and its value."""

from __future__ import annotations

import drafts
import pytest

PAPER = """\
個人情報ファイル簿（単票）

１　個人情報ファイルの名称　　がん検診受診者ファイル
２　行政機関等の名称　　汐見ヶ丘市長
３　個人情報ファイルが利用に供される事務をつかさどる組織の名称　　健康福祉部健康増進課
４　個人情報ファイルの利用目的　　がん検診の案内、受診結果の管理及び精密検査の勧奨のために利用する。
５　記録項目　　１氏名、２住所、３生年月日、４性別、５電話番号、６受診日、７検診結果、８精密検査
６　記録範囲　　がん検診の対象となる４０歳以上の市民　２３，４１０人（令和７年４月１日現在）
７　記録情報の収集方法　　本人からの申請書及び検診機関からの報告書
８　要配慮個人情報が含まれるときは、その旨　　含む（検診結果）
９　記録情報の経常的提供先　　一般社団法人汐見ヶ丘市医師会（検診結果、精密検査）
１０　開示請求等を受理する組織の名称及び所在地　　総務部総務課　汐見ヶ丘市本町１番１号
１１　個人情報ファイルの種別　　電算処理ファイル
１２　備考　　下記のとおり

委託の状況
　委託先　　株式会社ミナモ情報サービス
　再委託先　　有限会社ハヤテ印刷
　委託する業務　　受診券の作成、受診結果の入力及び受診券の発送
　委託先に渡す項目　　氏名、住所、生年月日、受診日、検診結果
　委託の期間　　令和７年４月１日から令和８年３月３１日まで
　受渡しの方法　　ＤＶＤ－Ｒに記録し、職員が手渡す。
　媒体　　ＤＶＤ－Ｒ

安全管理のための措置
　市の措置
　（１）健診システムの利用者を健康増進課の職員に限る。
　（２）ＤＶＤ－Ｒを施錠した保管庫に保管する。
　委託先の措置
　（１）ＤＶＤ－Ｒを施錠した保管庫に保管させる。
　（２）作業の終了後にデータを消去させ、証明書を提出させる。
　（３）再委託をするときは、市の承諾を得させる。
　提供先の措置
　（１）検診結果の利用を精密検査の勧奨に限らせる。
"""


def raised(*edits: tuple[str, str]) -> set[str]:
    """What is raised on the paper with these words in the place of others."""
    text = PAPER
    for printed, other in edits:
        assert text.count(printed) == 1
        text = text.replace(printed, other)
    return drafts.raised(text)


def test_the_paper_itself_raises_nothing() -> None:
    assert raised() == set()


BEHIND = "安全管理のための措置\n"
REMARK = "下記のとおり"


def test_two_lists_of_the_work_on_lines_of_their_labels() -> None:
    def again(last: str) -> tuple[str, str]:
        line = f"委託の仕様\n　業務の内容　　受診券の作成、受診結果の入力及び{last}\n\n"
        return BEHIND, line + BEHIND

    assert raised(again("電話による勧奨")) == {"contents_differ"}
    assert raised(again("受診券の発送")) == set()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("受診券の作成、受診結果の入力及び電話による勧奨を委託している。", {"contents_differ"}),
        ("受診券の作成、受診結果の入力及び受診券の発送を委託している。", set()),
        ("委託先は、受診券の作成、受診結果の入力及び電話による勧奨を行う。", {"contents_differ"}),
        ("委託先は、受診券の作成、受診結果の入力及び受診券の発送を行う。", set()),
    ],
)
def test_work_that_the_remark_tells(told: str, expected: set[str]) -> None:
    assert raised((REMARK, told)) == expected


def test_what_is_received_by_mail_is_no_disk() -> None:
    measure = "作業の終了後にデータを消去させ"
    told = "電子メールで受け取ったファイルには、パスワードを設定させる。" + measure
    assert raised((measure, told)) == {"channel_not_in_media"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "提供する者は、一般社団法人汐見ヶ丘市医師会及び社会福祉法人みぎわ会の2者である。",
            {"named_once"},
        ),
        ("詳しくは、提供先が一般社団法人汐見ヶ丘市医師会であることを示す台帳による。", set()),
    ],
)
def test_a_sentence_that_names_all_to_whom_something_goes(told: str, expected: set[str]) -> None:
    assert raised((REMARK, told)) == expected


def test_a_list_that_names_all_to_whom_something_goes() -> None:
    def listed(*names: str) -> tuple[str, str]:
        lines = "".join(f"　{at}　{name}\n" for at, name in enumerate(names, 1))
        return BEHIND, f"提供先の全てを掲げる一覧\n{lines}\n{BEHIND}"

    assert raised(listed("一般社団法人汐見ヶ丘市医師会", "社会福祉法人みぎわ会")) == {"named_once"}
    assert raised(listed("一般社団法人汐見ヶ丘市医師会")) == set()
