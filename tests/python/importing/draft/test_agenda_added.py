"""What agenda papers say is new, and what their papers of flows and brackets tell."""

from __future__ import annotations

import pytest
from drafts import draft, raised

PAPER = """つきみ市個人情報保護審議会 付議事項
件名\t温室の利用券の発行の委託について{title}
（担当部課：みどり局温室課）
事業の概要
事業名\t温室の運営
対象者\t温室の利用者
事業内容\t1 概要
\t利用券の発行を委託する。
\t2 今回の内容
\t{told}

業務委託
件名\t温室の利用券の発行の委託について
保有課\t温室課
登録業務の名称\t温室の利用に関する事務
委託先\t株式会社つきみ舎
委託に伴い事業者に処理させる情報項目\t①氏名<br>②住所<br>③利用日<br>④連絡先{note}
処理させる情報項目の記録媒体\tCD-R
委託理由\t専用の機械がないため。
委託の内容\t{content}
委託の開始時期及び期限\t令和6年4月1日から令和7年3月31日まで
委託にあたり市が行う情報保護対策\t1 CD-Rは職員が手渡す。
受託事業者に行わせる情報保護対策\t1 CD-Rを施錠できる棚に収めさせる。
{papers}"""
USUAL = {
    "title": "",
    "told": "利用券の様式を改める。",
    "note": "",
    "content": "1 利用券の印刷 2 利用券の発送",
    "papers": "",
}


def found(**parts: str) -> set[str]:
    return raised(PAPER.format(**{**USUAL, **parts}))


def test_the_usual_paper_raises_nothing() -> None:
    assert found() == set()


ADDED = "（情報項目の追加）"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("told", "情報項目に「連絡先」を追加する。"),
        ("told", "処理させる情報項目に利用日及び連絡先を新たに加える。"),
        ("told", "利用の実態に合わせ、「利用日」の項目を追加します。"),
        ("told", "連絡先の記入欄の追加に伴うもの"),
        ("content", "(1) 連絡先の入力欄の追加 (2) 利用券の印刷"),
        ("note", "<br>※④が今回の追加項目"),
        ("note", "<br>※③及び④は新規"),
        ("note", "<br>※③から④までを今回追加する。"),
        ("note", "<br>（注）④を新たに追加"),
        ("note", "<br>※③及び④は本件の改修で追加する。"),
        ("note", "<br>※④は令和6年度からの新規項目"),
        ("told", "新たに1項目（連絡先）を追加し、様式を改める。"),
    ],
)
def test_items_that_a_sentence_or_a_note_adds_are_those_that_the_title_announces(
    part: str, words: str
) -> None:
    assert found(title=ADDED, **{part: words}) == set()


@pytest.mark.parametrize(
    "words",
    [
        "取り扱う情報項目は前年度から変わらない。",
        "前回、情報項目に「連絡先」を追加した。",
        "情報項目の追加はない。",
        "情報項目に「続柄」を追加する。",  # in no list
        "情報項目の追加はないが、様式を改める。",
        "利用日を追加した昨年度の様式をそのまま用いる。",
    ],
)
def test_a_title_that_announces_items_asks_for_them(words: str) -> None:
    assert found(title=ADDED, told=words) == {"title_without_content"}


@pytest.mark.parametrize(
    ("title", "announced"),
    [
        ("（情報項目の追加）", {("item", "added")}),
        ("（様式の変更、情報項目の追加）", {("item", "added")}),
        ("（記録項目及び委託先の追加）", {("item", "added"), ("recipient", "added")}),
        ("（委託先の変更及び情報項目の新設）", {("recipient", "changed"), ("item", "added")}),
        ("（情報項目の追加に伴う再諮問）", {("item", "added")}),
        ("（委託先の追加等）", {("recipient", "added")}),
        ("（利用日の変更）", set()),
        ("（情報項目）", set()),
    ],
)
def test_each_act_of_a_title_is_announced_of_its_own_thing(
    title: str, announced: set[tuple[str, str]]
) -> None:
    content = draft(PAPER.format(**{**USUAL, "title": title})).content
    found = {
        (each["topic"], each["change"])
        for each in content.get("announcements", [])
        if "change" in each
    }
    assert found == announced


@pytest.mark.parametrize(
    ("content", "outside"),
    [
        ("(1) 利用券の印刷 (2) 再度の発送（令和7年5月9日に発送）", True),
        ("(1) 利用券の印刷（令和6年4月8日納品） (2) 控えの廃棄（令和7年4月30日回収）", True),
        ("1 利用券の印刷<br>2 はがきの投函（令和7年6月2日投函予定）", True),
        ("(1) 利用券の印刷 (2) 再度の発送（令和7年3月9日に発送）", False),
        ("(1) 利用券の印刷 (2) 発送（令和7年5月1日現在の名簿による）", False),
    ],
)
def test_lists_on_one_line_tell_when_work_is_done(content: str, outside: bool) -> None:
    assert found(content=content) == ({"period_outside_contract"} if outside else set())


FLOWS = """
別紙1 個人情報の受渡しの流れ
区分\t送り手\t受け手\t方法
委託\t温室課\t株式会社つきみ舎\tCD-Rの手渡し
交付\t株式会社つきみ舎\t{taker}\t郵送
"""


@pytest.mark.parametrize(
    "taker", ["温室の利用者", "利用券の交付を受ける者", "利用者の保護者", "市民"]
)
def test_what_the_persons_themselves_get_is_no_way_to_the_partner(taker: str) -> None:
    assert found(papers=FLOWS.format(taker=taker)) == set()


SCREEN = "\n別紙1 個人情報の受渡し\n{told}\n"


@pytest.mark.parametrize(
    "told",
    [
        "みどり局と受託事業者の間の受渡しは、温室システムの端末の画面上で行う。",
        "受託事業者との受渡しは、端末の画面でのみ行う。",
    ],
)
def test_a_disk_is_asked_about_where_all_goes_over_screens(told: str) -> None:
    words = {**USUAL, "papers": SCREEN.format(told=told)}
    text = PAPER.replace("1 CD-Rは職員が手渡す。", "1 鍵を掛ける。")
    text = text.replace("1 CD-Rを施錠できる棚に収めさせる。", "1 鍵を掛けさせる。")
    assert "medium_without_channel" in raised(text.format(**words))


LINK = """
外部結合
件名\t気象サービスとの外部結合について
保有課\t温室課
登録業務の名称\t温室の利用に関する事務
結合される情報項目\t①氏名<br>②会員番号
結合の相手方\t株式会社そらみ気象、一般社団法人あまぐも観測会
結合する理由\t手間を省くため。
結合の形態\t専用回線による結合{form}
結合の開始時期と期間\t令和6年4月1日から
情報保護対策\t1 通信を暗号化する。
{paper}"""


@pytest.mark.parametrize(
    ("form", "told", "differs"),
    [
        (
            "（相手方からの受信だけを行う。）",
            "みどり局から株式会社そらみ気象へ会員番号を送信する。",
            True,
        ),
        ("（相手方からの受信のみ行う。）", "市から株式会社そらみ気象に会員番号を送信する。", True),
        ("（相手方からの受信だけを行う。）", "株式会社そらみ気象から会員番号を受信する。", False),
        ("（相手方から受信する。）", "みどり局から株式会社そらみ気象へ会員番号を送信する。", False),
    ],
)
def test_a_bracket_may_say_that_all_goes_one_way(form: str, told: str, differs: bool) -> None:
    link = LINK.replace("、一般社団法人あまぐも観測会", "").format(form=form, paper="")
    got = found(told=told, papers=link)
    assert ("direction_differs" in got) is differs


@pytest.mark.parametrize(
    ("paper", "asked"),
    [
        ("\n個人情報の流れ\n【外部結合】\n結合の相手方\t株式会社そらみ気象\n", True),
        ("\n個人情報の流れ\n株式会社そらみ気象 → 専用回線 → 温室課\n", True),
        (
            "\n個人情報の流れ\n結合の相手方\t株式会社そらみ気象、一般社団法人あまぐも観測会\n",
            False,
        ),
        ("\n個人情報の流れ\n温室課 → CD-R → 株式会社つきみ舎\n", False),
    ],
)
def test_a_paper_of_flows_that_passes_over_a_partner_is_asked_about(
    paper: str, asked: bool
) -> None:
    text = PAPER.format(**{**USUAL, "papers": LINK.format(form="", paper=paper)})
    assert len(draft(text).content["matters"]) == 2
    assert ("named_once" in raised(text)) is asked


@pytest.mark.parametrize(
    ("told", "against"),
    [
        ("医師の診断に関する内容は一切記録しない。", True),
        ("事業者には、口座に関する情報は渡さない。", True),
        ("事業者には、続柄に関する情報は渡さない。", False),
        ("事業者には、申請に関する情報は渡さない。", False),
    ],
)
def test_items_are_named_by_what_they_are_about(told: str, against: bool) -> None:
    text = PAPER.replace("④連絡先", "④診断名<br>⑤口座番号<br>⑥申請日")
    got = raised(text.format(**{**USUAL, "told": told}))
    assert ("claim_against_list" in got) is against
