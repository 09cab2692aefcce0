"""What an overview tells again of the sheets below it: work, systems, items, ways."""

from __future__ import annotations

import drafts
import pytest

PAPER = """審議会 付議事項
件名\t足湯の回数券の電算処理及び業務委託について
事業の概要
事業名\t足湯の回数券
担当課\t観光課
対象者\t回数券を申し込んだ者
事業内容\t1 内容
\t{overview}

件名 足湯の回数券の電算処理について
保有課（担当課）\t観光課
登録業務の名称\t足湯
記録される情報項目\t1 個人の範囲<br>回数券を申し込んだ者<br>2 記録項目<br>①氏名 ②住所 ③申込日<br>\
3 記録するコンピュータ<br>回数券システム、受付端末
新規開発・追加・変更の理由\t手作業を減らすため。
新規開発・追加・変更の内容\t新たに作る。
個人情報保護対策\t1 鍵を掛ける。
新規開発・追加・変更の時期\t令和5年6月1日から

件名 足湯の回数券の印刷業務の委託について
保有課（担当課）\t観光課
登録業務の名称\t足湯
委託先\t株式会社ときわ紙工
委託に伴い事業者に処理させる情報項目\t1 個人の範囲<br>回数券を申し込んだ者<br>\
2 情報項目<br>①氏名 ②住所
処理させる情報項目の記録媒体\t紙媒体（名簿）
委託理由\t専用の設備を要するため。
委託の内容\t1 券の印刷<br>2 券の発送<br>3 問合せへの対応
委託の開始時期及び期限\t令和5年6月1日から令和6年3月31日まで
委託にあたり町が行う情報保護対策\t{own}
受託事業者に行わせる情報保護対策\t{partner}
"""


def found(
    overview: str = "足湯の回数券を売る。",
    own: str = "1 鍵を掛ける。",
    partner: str = "1 鍵を掛けさせる。",
) -> set[str]:
    text = PAPER.format(overview=overview, own=own, partner=partner)
    draft = drafts.draft(text)
    return drafts.codes(draft)


def test_the_usual_paper_raises_nothing() -> None:
    assert found() == set()


HEADS = [
    "(1) 次の業務を株式会社ときわ紙工に委託する。",
    "2 委託の範囲",
    "(1) 株式会社ときわ紙工に委託する業務は、次のとおりとする。",
    "2 委託する業務は以下の3業務である。",
    "2 株式会社ときわ紙工に行わせる作業",
    "2 委託業務の範囲は次のとおり",
    "2 外部に出す仕事",
    "2 委託契約に含める業務",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_list_of_work_below_any_head(head: str) -> None:
    lines = "<br>ア 券の印刷<br>イ 券の{}<br>ウ 問合せへの対応"
    assert found(head + lines.format("回収")) == {"contents_differ"}
    assert found(head + lines.format("発送")) == set()


@pytest.mark.parametrize("line", ["券の印刷", "券の印刷（用紙は、町が用意する。）"])
def test_a_line_that_the_sheet_tells_at_length_is_the_same(line: str) -> None:
    text = "2 委託する業務<br>(1) 券の印刷<br>(2) 券の発送<br>(3) {}"
    paper = PAPER.replace("1 券の印刷", f"1 {line}")
    for last, codes in (("問合せへの対応", set()), ("券の回収", {"contents_differ"})):
        told = paper.format(overview=text.format(last), own="1 鍵。", partner="1 施錠。")
        draft = drafts.draft(told)
        rows = draft.case.table("findings").to_json()["rows"]
        assert {row["code"] for row in rows if row["severity"] != "info"} == codes


@pytest.mark.parametrize(
    "sentence",
    [
        "2 委託する業務は、券の印刷、券の{}及び問合せへの対応である。",
        "2 業務委託　券の印刷、券の{}及び問合せへの対応を株式会社ときわ紙工に委託する。",
        "2 委託の内容は、券の印刷、券の{}、問合せへの対応の3つとする。",
    ],
)
def test_a_list_of_work_in_one_sentence(sentence: str) -> None:
    assert found(sentence.format("回収")) == {"contents_differ"}
    assert found(sentence.format("発送")) == set()


@pytest.mark.parametrize(
    "head",
    [
        "2 業務の流れ",
        "2 町の職員が行う業務",
        "2 これまで次の業務を職員が行ってきた。",
        "2 次の業務は委託せず、職員が行う。",
        "2 委託しない業務",
    ],
)
def test_what_is_not_entrusted_is_another_list(head: str) -> None:
    assert found(f"{head}<br>ア 券の印刷<br>イ 券の回収<br>ウ 問合せへの対応") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "情報は、回数券システム、受付端末及び券売管理サーバーの三つに記録する。",
        "氏名は、回数券システムと受付端末と統計データベースに保存される。",
        "記録するコンピュータは、回数券システム、受付端末及び持出し用タブレットである。",
        "回数券システム・受付端末・券売管理サーバーを導入し、情報を記録する。",
        "回数券システム及び券売管理サーバーで申込みの情報を管理する。",
        "回数券システムのほか、券売管理サーバーにも記録する。",
    ],
)
def test_a_system_that_the_sheet_lacks(sentence: str) -> None:
    assert found(sentence) == {"named_once"}


@pytest.mark.parametrize(
    "sentence",
    [
        "情報は、回数券システム及び受付端末に記録する。",
        "券売管理サーバーには記録しない。",
        "これまでは回数券システム及び旧台帳に記録していた。",
        "住民基本台帳システム及び回数券システムに記録された氏名を照合する。",
        "回数券システム及び町の端末で管理する。",
        "回数券システム、受付端末及び紙の台帳に記録する。",
        "控えをバックアップサーバーにも保存する。",
        "回数券システム及びホームページに記録の取扱いを掲載する。",
    ],
)
def test_other_places_are_no_systems_of_the_sheet(sentence: str) -> None:
    assert found(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "名簿には、急ぎの連絡に備えて電話番号も載せて委託先に渡す。",
        "町は、名簿に生年月日を記載し、株式会社ときわ紙工に渡す。",
        "委託先に渡す名簿には、電話番号を加える。",
        "電話番号を付記した名簿を、委託先に手渡す。",
        "一覧表に口座番号を併記して受託者へ引き渡す。",
        "配送のため、メールアドレスを添えて委託先に送る。",
    ],
)
def test_an_item_put_on_what_is_handed_over(sentence: str) -> None:
    assert found(sentence) == {"claimed_item_unlisted"}


@pytest.mark.parametrize(
    "sentence",
    [
        "名簿には氏名及び住所を載せて委託先に渡す。",
        "窓口の電話番号を載せた案内を委託先に渡す。",
        "台帳に電話番号を載せる。名簿は委託先に渡す。",
        "電話番号を載せた名簿は委託先に渡さない。",
        "電話番号を確認し、名簿を委託先に渡す。",
        "申請書に電話番号を記入して町に渡す。",
        "町から株式会社ときわ紙工へ　割引を受ける資格の情報を渡す。",
    ],
)
def test_what_goes_elsewhere_is_no_item_of_the_partner(sentence: str) -> None:
    assert found(sentence) == set()


@pytest.mark.parametrize(
    "way",
    ["LGWAN回線で送る", "専用回線を通じて届ける", "VPNにより伝送する", "LGWAN回線を介して引き渡す"],
)
def test_a_line_beside_paper_that_is_handed_over(way: str) -> None:
    back = "<br>(2) 委託先は、刷り損じの一覧表を町へ持参して渡す。"
    assert found(f"(1) 町は、委託先へ名簿を{way}。{back}") == {"channel_not_in_media"}
    assert found(f"(1) 町は、委託先へ名簿を紙で手渡す。{back}") == set()


OWN = (
    "1 情報の取扱いに関する条項を契約書に置き、守るよう求める。<br>2 {}<br>"
    "3 名簿は、鍵のかかる棚に置くよう求める。<br>4 業務が終わったときは、名簿を返すよう求める。"
)
PARTNER = (
    "1 契約書に置いた情報の取扱いに関する条項を守らせる。<br>2 名簿は、鍵のかかる棚に置かせる。<br>"
    "3 業務が終わったときは、名簿を返させる。"
)


@pytest.mark.parametrize(
    "measure",
    [
        "作業に当たる者の一覧をあらかじめ提出するよう求める。",
        "作業の場所を届け出るよう求める。",
        "研修を行うよう指導する。",
        "写しを取らないよう求める。",
    ],
)
def test_a_measure_that_is_asked_and_not_answered(measure: str) -> None:
    assert found(own=OWN.format(measure), partner=PARTNER) == {"own_and_partner_differ"}


def test_measures_of_the_own_side_need_no_answer() -> None:
    for measure in ("町の職員が作業の場所を訪ねて確かめる。", "受渡しは職員2人で行う。"):
        assert found(own=OWN.format(measure), partner=PARTNER) == set()
    asked = OWN.format("作業者の一覧を提出するよう求める。")
    assert found(own=asked, partner=f"{PARTNER}<br>4 従事する者をあらかじめ届け出させる。") == set()
    other = "1 条項を守らせる。<br>2 鍵をかけさせる。<br>3 教育をさせる。"
    assert found(own=asked, partner=other) == set()


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("（うち券の印刷　令和5年5月8日から令和5年5月26日まで）", {"period_outside_contract"}),
        ("うち券の印刷は、令和5年5月8日から5月26日まで", {"period_outside_contract"}),
        ("（うち、印刷：令和5年5月8日～令和5年5月26日）", {"period_outside_contract"}),
        ("（うち券の印刷　令和5年6月5日から令和5年6月23日まで）", set()),
        ("（うち印刷　令和5年6月）", set()),
    ],
)
def test_a_part_of_the_term_is_work_and_no_term_of_its_own(told: str, codes: set[str]) -> None:
    term = "委託の開始時期及び期限\t令和5年6月1日から令和6年3月31日まで"
    label, _, value = term.partition("\t")
    paper = PAPER.replace(term, f"{label}\n{value}\n{told}")
    text = paper.format(overview="券を売る。", own="1 鍵。", partner="1 施錠。")
    draft = drafts.draft(text)
    rows = draft.case.table("findings").to_json()["rows"]
    assert {row["code"] for row in rows if row["severity"] != "info"} == codes


@pytest.mark.parametrize("last", ["問合せへの対応", "券の回収"])
def test_a_list_of_the_overview_below_a_line_that_no_number_counts(last: str) -> None:
    head = "券を新しくする。\n\t委託する業務は、次のとおりとする。"
    text = f"{head}\n\tア 券の印刷\n\tイ 券の発送\n\tウ {last}\n\tなお、件数は多くない。"
    plain = PAPER.replace("事業内容\t1 内容\n\t{overview}", "事業内容\t{overview}")
    draft = drafts.draft(plain.format(overview=text, own="1 鍵。", partner="1 施錠。"))
    assert drafts.codes(draft) == ({"contents_differ"} if last == "券の回収" else set())


@pytest.mark.parametrize("last", ["問合せへの対応である", "券の回収である", "券の回収とする"])
def test_a_list_within_a_sentence_of_the_overview(last: str) -> None:
    lines = f"委託する業務は、ア 券の印刷、イ 券の発送、\n\tウ {last}。"
    told = f"1 内容\n\t(1) 印刷を株式会社ときわ紙工に委託する。{lines}\n\t2 その他"
    text = PAPER.replace("事業内容\t1 内容\n\t{overview}", "事業内容\t{overview}")
    draft = drafts.draft(text.format(overview=told, own="1 鍵。", partner="1 施錠。"))
    assert drafts.codes(draft) == ({"contents_differ"} if "回収" in last else set())


@pytest.mark.parametrize(
    ("told", "line", "codes"),
    [
        ("発送をミナミ運送株式会社に委託する。", "原稿はミナミ運送株式会社に手渡す。", True),
        ("発送はミナミ運送株式会社へ委託し、", "職員がミナミ運送株式会社に届ける。", True),
        ("これまで発送をミナミ運送株式会社に委託していた。", "", False),
        ("発送を急ぐ。", "券はミナミ運送株式会社に引き渡す。", False),
    ],
)
def test_a_firm_the_overview_entrusts_is_a_partner_of_the_work_that_names_it(
    told: str, line: str, codes: bool
) -> None:
    first = "株式会社ときわ紙工に印刷を委託する。"
    text = PAPER.replace("2 券の発送<br>", f"2 券の発送　{line}<br>")
    draft = drafts.draft(text.format(overview=first + told, own="1 鍵。", partner="1 施錠。"))
    assert ("partner_not_named" in drafts.codes(draft)) == codes
    taking = [each for each in draft.content["flows"] if each["relation"] == "entrust"]
    assert len(taking) == (2 if codes else 1)


def test_a_partner_in_the_overview_may_have_a_misread_letter() -> None:
    text = PAPER.replace("株式会社ときわ紙工", "ときわ・ロードセンター株式会社")
    told = "券の印刷を行う者（ときわ・口ードセンタ一株式会社）が名簿を受け取り、券を発送する。"
    draft = drafts.draft(text.format(overview=told, own="1 鍵。", partner="1 施錠。"))
    assert drafts.codes(draft) == set()
    holders = draft.content["holders"]
    (partner,) = [each for each in holders if each.get("external")]
    assert {each["sheet"] for each in partner["mentions"]} == {"overview", "matter"}


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ("町に3か所の足湯があり、回数券を申し込んだ者は210人（令和5年4月1日現在）である。", [210]),
        (
            "回数券を申し込んだ者は210人（令和5年4月1日現在）であり、券を使い終えた者は90人"
            "（令和4年度）であった。",
            [210, 90],
        ),
        ("回数券は210枚（令和5年4月1日現在）であり、町民は9,000人（令和4年度）である。", []),
    ],
)
def test_numbers_behind_a_clause_of_the_overview(told: str, numbers: list[int]) -> None:
    draft = drafts.draft(PAPER.format(overview=told, own="1 鍵。", partner="1 施錠。"))
    groups = draft.content["subjects"]
    counts = [each["value"] for group in groups for each in group.get("counts", [])]
    assert counts == numbers
    assert drafts.codes(draft) == set()


@pytest.mark.parametrize("word", ["指定", "委任", "指定管理", "協定", "管理者の指定"])
@pytest.mark.parametrize(("end", "codes"), [("令和7年9月30日", True), ("令和6年3月31日", False)])
def test_the_time_of_a_sub_contract_lies_in_the_term_that_a_word_names(
    word: str, end: str, codes: bool
) -> None:
    term = "令和5年6月1日から令和6年3月31日まで"
    told = f"{word}の期間　{term}<br>再委託の期間　令和5年6月1日から{end}まで"
    text = PAPER.replace(term, told).replace(
        "株式会社ときわ紙工", "株式会社ときわ紙工<br>再委託先　甲社"
    )
    draft = drafts.draft(text.format(overview="券を売る。", own="1 鍵。", partner="1 施錠。"))
    assert ("period_outside_contract" in drafts.codes(draft)) == codes
