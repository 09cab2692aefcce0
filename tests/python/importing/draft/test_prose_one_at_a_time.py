"""An inquiry with one thing at odds at a time: work, papers and firms that sentences tell."""

from __future__ import annotations

import drafts
import pytest

PAPER = """\
令和7年10月6日

霧咲市個人情報保護運営会議　会長　様

霧咲市長

ひとり暮らし高齢者配食サービス事業に係る個人情報の取扱いについて（諮問）

霧咲市個人情報の保護に関する法律施行条例第8条の規定に基づき、次のとおり諮問する。

第1　事業の概要
1　目的
　ひとり暮らしの高齢者に夕食を届け、あわせて安否を確認する。
2　対象者
　(1)　利用者　1,240人（令和7年9月1日現在）
　(2)　緊急連絡先となる親族　1,090人（令和7年9月1日現在）
3　業務の流れ
　(1)　高齢福祉課が申請を受け付け、配食管理システムに記録する。
　(2)　高齢福祉課が利用者名簿を作成し、株式会社ミサキ給食に引き渡す。
　(3)　株式会社ミサキ給食が調理し、有限会社かもめ配送が利用者の自宅に届ける。
　(4)　株式会社ミサキ給食が配達の結果を高齢福祉課に報告する。

第2　取り扱う個人情報
1　配食管理システムに記録する項目
　(1)　氏名
　(2)　住所
　(3)　生年月日
　(4)　電話番号
　(5)　食事の制限
　(6)　緊急連絡先の氏名
　(7)　緊急連絡先の電話番号
2　委託先に渡す項目
　(1)　氏名
　(2)　住所
　(3)　電話番号
　(4)　食事の制限
　(5)　緊急連絡先の電話番号

第3　委託先等
1　委託先　株式会社ミサキ給食
2　再委託先　有限会社かもめ配送（配達に限る。）
3　委託する業務
　(1)　献立の作成及び調理
　(2)　利用者宅への配達
　(3)　安否の確認及び報告
4　委託の期間　令和8年4月1日から令和9年3月31日まで
5　個人情報の受渡し
　利用者名簿は、紙に印刷し、高齢福祉課の窓口で手渡す。
6　媒体　紙

第4　個人情報の保護のための措置
1　市が講ずる措置
　(1)　利用者名簿を施錠できる書庫に保管する。
　(2)　配食管理システムの利用を担当職員に限る。
2　委託先に講じさせる措置
　(1)　利用者名簿を施錠できる場所に保管させる。
　(2)　従事者に守秘の誓約書を提出させる。
　(3)　業務が終わった後に利用者名簿を返却させる。

第5　添付資料
　別紙1　業務の委託契約に係る特記事項

別紙1
業務の委託契約に係る特記事項
（秘密の保持）
第1条　乙は、業務で知り得た秘密を他に漏らしてはならない。
（再委託）
第2条　乙は、甲の書面による承諾を得ないで、業務を第三者に委託してはならない。
（返還）
第3条　乙は、業務が終わったときは、資料を甲に返還しなければならない。
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


WORK = "あわせて安否を確認する。"
TERMS = "（秘密の保持）\n第1条"


@pytest.mark.parametrize(
    "told",
    [
        "調理、配達及び利用料の集金を事業者に委託する。",
        "献立の作成及び調理、配達、安否の確認並びに容器の回収の4つの業務を委託する。",
    ],
)
def test_work_that_a_sentence_tells_and_the_list_lacks(told: str) -> None:
    assert raised((WORK, WORK + told)) == {"contents_differ"}


@pytest.mark.parametrize(
    "told",
    [
        "調理、配達及び安否の確認を事業者に委託する。",
        "調理、配達などを事業者に委託する。",
        "調理及び配達を委託し、利用料の集金は市が行う。",
    ],
)
def test_a_sentence_that_sums_the_work_up(told: str) -> None:
    assert raised((WORK, WORK + told)) == set()


def test_a_list_ends_where_another_sort_of_number_goes_on() -> None:
    def terms(last: str) -> tuple[str, str]:
        scope = "（業務の範囲）\n乙が行う業務は、次のとおりとする。\n"
        lines = f"(1)　献立の作成及び調理\n(2)　利用者宅への配達\n(3)　{last}\n"
        return TERMS, scope + lines + TERMS

    assert raised(terms("利用料の徴収")) == {"contents_differ"}
    assert raised(terms("安否の確認及び報告")) == set()


@pytest.mark.parametrize(
    "told",
    [
        "利用者名簿には氏名及び住所のみを記載し、紙に印刷し",
        "利用者名簿に電話番号は記載せず、紙に印刷し",
    ],
)
def test_what_a_paper_holds_that_is_handed_over(told: str) -> None:
    assert raised(("利用者名簿は、紙に印刷し", told)) == {"claim_against_list"}


@pytest.mark.parametrize(
    "told",
    [
        "不在の連絡は株式会社ヨリソイコールが受ける。",
        "容器の回収は株式会社ヨリソイコールが代行する。",
        "株式会社ヨリソイコールも閲覧できる。",
    ],
)
def test_a_firm_of_which_one_sentence_tells_what_it_does(told: str) -> None:
    home = "利用者の自宅に届ける。"
    assert raised((home, home + told)) == {"named_once"}


def test_the_work_behind_the_name_of_a_firm_is_no_part_of_it() -> None:
    edit = "　(3)　安否の確認及び報告\n", "　(3)　株式会社ナギサ印刷による名簿の印刷\n"
    made = drafts.draft(PAPER.replace(*edit))
    assert "株式会社ナギサ印刷" in {each["label"] for each in made.content["holders"]}


def test_one_result_that_two_sentences_send_opposite_ways() -> None:
    def told(there: str) -> tuple[str, str]:
        one = "株式会社ミサキ給食は、安否確認の結果を市に送信する。"
        return "　利用者名簿は、紙に", f"　{one}\n　{there}\n　利用者名簿は、紙に"

    here = "安否確認の結果は、市から株式会社ミサキ給食へ送信する。"
    assert "direction_differs" in raised(told(here))
    assert "direction_differs" not in raised(
        told("利用者の変更は、市から株式会社ミサキ給食へ送信する。")
    )


@pytest.mark.parametrize(
    "measure",
    [
        "電子メールにより受領したデータは、作業後に削除させる。",
        "メールに添付する名簿には、パスワードを設定させる。",
        "ファイル共有サービスを用いるときは、期限を付けさせる。",
        "貸与したUSBメモリは、作業の終了後に返却させる。",
    ],
)
def test_a_way_that_a_measure_tells_and_the_row_of_media_lacks(measure: str) -> None:
    last = "業務が終わった後に利用者名簿を返却させる。"
    assert "channel_not_in_media" in raised((last, f"{last}\n　(4)　{measure}"))


def test_paper_that_persons_hand_in_is_no_way_to_a_partner() -> None:
    last = "(2)　配食管理システムの利用を担当職員に限る。"
    more = "\n　(3)　電子メールで受け取った申込みは、担当職員が印刷する。"
    assert raised((last, last + more)) == set()


def test_a_list_of_all_who_work_with_it() -> None:
    def listed(*names: str) -> tuple[str, str]:
        lines = "".join(f"　{at}　{name}\n" for at, name in enumerate(names, 1))
        return (
            "別紙1\n業務の委託契約",
            f"個人情報を取り扱う事業者の一覧\n{lines}\n別紙1\n業務の委託契約",
        )

    both = ("株式会社ミサキ給食", "有限会社かもめ配送")
    assert raised(listed(*both)) == set()
    assert raised(listed(*both, "株式会社ナギサ印刷")) == {"named_once"}
    every = "事業者の全てを掲げる一覧"
    printed, other = listed(both[0])
    only = {"claim_against_list"}  # whom it passes over stands as none of those does
    assert raised((printed, other.replace("事業者の一覧", every))) == only
