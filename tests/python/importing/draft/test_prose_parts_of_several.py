"""A 答申 on several matters: whose a part is where each matter names its own partner."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

LETTER = (
    "諮問第3号\n令和6年5月1日\n青瀬市個人情報保護審査会　様\n青瀬市長\n"
    "図書の宅配に係る業務の委託及び外部提供について（諮問）\n次のとおり諮問します。\n"
    "1　対象者\n利用者　1,200人（令和6年4月1日現在）\n"
)
ENTRUSTED = (
    "2　諮問事項1（受付業務の委託）について\n"
    "(1) 受託者　株式会社みなと受付\n"
    "(2) 再委託先\n"
    "ア　株式会社なぎさ電話　電話の応対を行う。取り扱う項目は、氏名、電話番号及び受付番号である。\n"
    "イ　合同会社しおさい基盤　機器の監視を行う。項目の内容を閲覧することはない。\n"
    "(3) 受託者に取り扱わせる項目　氏名、住所、電話番号及び受付番号\n"
    "3　諮問事項2（発送業務の委託）について\n"
    "(1) 受託者　株式会社うみべ印刷\n"
    "(2) 再委託先　有限会社はまかぜ便（封をした図書の運搬。市が書面で承諾したもの）\n"
    "(3) 受託者に取り扱わせる項目　氏名及び住所\n"
    "(4) 再委託先が取り扱う項目　住所\n"
    "4　諮問事項3（外部提供）について\n"
    "(1) 協力業者への提供\n"
    "ア　提供先　株式会社きし書房及び有限会社いそ書店（以下「協力業者」という。）\n"
    "イ　提供する項目　受付番号、書名及び受取日\n"
    "(2) 研究者への提供\n"
    "ア　提供先　青瀬学園大学\n"
    "イ　提供する項目　書名\n"
)


def shown(text: str) -> tuple[dict[str, list[list[str]]], set[tuple[str, str]], Any]:
    """The lists by holder, the flows from whom to whom, and the content."""
    draft = drafts.draft(LETTER + text)
    content = draft.content
    names = {each["id"]: each["label"] for each in content["holders"]}
    lists: dict[str, list[list[str]]] = {}
    for each in content["lists"]:
        for id_ in each.get("holders", []):
            lists.setdefault(names[id_], []).append([e["label"] for e in each["entries"]])
    flows = {(names[f["from"]], names[to]) for f in content["flows"] for to in f["to"]}
    return lists, flows, draft


def test_each_part_is_that_of_the_partner_it_names() -> None:
    lists, flows, _ = shown(ENTRUSTED)
    assert lists["株式会社みなと受付"] == [["氏名", "住所", "電話番号", "受付番号"]]
    assert lists["株式会社なぎさ電話"] == [["氏名", "電話番号", "受付番号"]]
    assert lists["株式会社うみべ印刷"] == [["氏名", "住所"]]
    assert lists["有限会社はまかぜ便"] == [["住所"]]
    assert lists["青瀬学園大学"] == [["書名"]]
    assert {
        ("株式会社みなと受付", "株式会社なぎさ電話"),
        ("株式会社みなと受付", "合同会社しおさい基盤"),
        ("株式会社うみべ印刷", "有限会社はまかぜ便"),
    } <= flows


def test_a_word_for_what_several_firms_are_stands_for_all_of_them() -> None:
    lists, flows, _ = shown(ENTRUSTED)
    assert (
        lists["株式会社きし書房"] == lists["有限会社いそ書店"] == [["受付番号", "書名", "受取日"]]
    )
    assert ("青瀬市", "株式会社きし書房") in flows


def test_a_table_in_front_of_the_parts_names_them_and_a_dash_names_nobody() -> None:
    table = (
        "2　諮問事項の概要\n"
        "諮問事項\t区分\t相手方\t開始の時期\n"
        "1\t電子計算機処理\t－\t令和6年10月1日\n"
        "2\t業務の委託\t株式会社みなと受付\t令和6年10月1日\n"
        "3\t業務の委託\t株式会社うみべ印刷\t令和6年11月1日\n"
    )
    rest = ENTRUSTED.replace("4　諮問", "5　諮問").replace("3　諮問", "4　諮問")
    lists, flows, draft = shown(table + rest.replace("2　諮問事項1", "3　諮問事項1"))
    assert "－" not in {each["label"] for each in draft.content["holders"]}
    assert lists["株式会社うみべ印刷"] == [["氏名", "住所"]]
    assert ("株式会社うみべ印刷", "有限会社はまかぜ便") in flows
    assert not drafts.codes(draft)


BEHIND = (
    "別紙1　記録項目\n"
    "番号\t項目\t入手先\n"
    "ア　利用者に関する項目\n"
    "1\t氏名\t申込書\n2\t住所\t申込書\n3\t電話番号（任意）\t申込書\n"
    "イ　貸出しに関する項目\n"
    "4\t受付番号\t職員が付番\n5\t書名\t申込書\n"
)


def test_lines_that_sort_the_rows_of_a_table_are_its_groups() -> None:
    text = LETTER + "2　記録する項目　別紙1のとおり。\n" + BEHIND
    (found,) = drafts.draft(text).content["lists"]
    assert [(e["position"], e["label"]) for e in found["entries"]] == [
        ("1", "利用者に関する項目"),
        ("1.1", "氏名"),
        ("1.2", "住所"),
        ("1.3", "電話番号"),
        ("2", "貸出しに関する項目"),
        ("2.4", "受付番号"),
        ("2.5", "書名"),
    ]


def test_a_table_without_such_lines_is_as_it_was() -> None:
    plain = BEHIND.replace("ア　利用者に関する項目\n", "").replace("イ　貸出しに関する項目\n", "")
    (found,) = drafts.draft(LETTER + "2　記録する項目　別紙1のとおり。\n" + plain).content["lists"]
    assert [e["position"] for e in found["entries"]] == ["1", "2", "3", "4", "5"]


CHECKED = (
    "2　委託先　株式会社みなと受付\n"
    "別紙1　個人情報保護対策確認票\n"
    "番号|市が行う対策|市|受託者に行わせる対策|受託者\n"
    "【運用上の対策】\n"
    "1|作業の手順を定める。|○|作業の手順を守らせる。|○\n"
    "2|名簿を鍵のかかる棚に納める。|○|名簿を鍵のかかる棚に納めさせる。|○\n"
    "【システム上の対策】\n"
    "3|無線の接続を禁じる。|ー|無線の接続を禁じさせる。|ー\n"
    "別紙2　個人情報取扱特記事項\n"
    "（秘密の保持）\n第1項　乙は、知り得た秘密を漏らしてはならない。\n"
    "（教育）\n第2項　乙は、従事者を教育しなければならない。\n"
    "（報告）\n第3項　乙は、事故があったときは、甲に報告しなければならない。\n"
)


def test_a_checklist_drawn_with_bars_has_words_and_marks_of_both_sides() -> None:
    content = drafts.draft(LETTER + CHECKED).content
    assert [(e["party"], e["layer"], e["mark"]) for e in content["checklist"]] == [
        (party, layer, mark)
        for layer, mark in [
            ("operational", "yes"),
            ("operational", "yes"),
            ("system", "not_needed"),
        ]
        for party in ("own", "partner")
    ]


def test_clauses_may_be_counted_as_paragraphs() -> None:
    clauses = drafts.draft(LETTER + CHECKED).content["clauses"]
    assert [(c["number"], c["heading"]) for c in clauses] == [
        (1, "秘密の保持"),
        (2, "教育"),
        (3, "報告"),
    ]


MEASURES = (
    "2　委託先　株式会社みなと受付\n"
    "3　安全管理措置\n"
    "(1) 市が行う措置\n(ア) 名簿を鍵のかかる棚に納める。\n(イ) 職員に研修を行う。\n"
    "(2) 受託者に行わせる措置\n(ア) 名簿を鍵のかかる棚に納めさせる。\n"
    "(イ) 従事者に研修を受けさせる。\n"
    "(3) 相手方の選定　受託者は、認証を有する者から選んだ。\n"
    "4　審議会の判断の理由\n"
    "ア　管理が行われること\n　　(1)(ア)、(2)(ア)\n"
    "イ　教育が行われること\n　　(1)(イ)、(2)(イ)\n"
    "ウ　選定が適切であること\n　　{cited}\n"
)


def test_a_head_of_measures_is_cited_by_its_last_mark() -> None:
    for cited, asked in (("(1)(ア)、(3)", False), ("(1)(ア)、(2)", False), ("(1)(ア)、(4)", True)):
        codes = drafts.raised(LETTER + MEASURES.format(cited=cited))
        assert ("crosswalk_unresolved" in codes) == asked


@pytest.mark.parametrize(
    ("old", "new", "raised"),
    [
        ("", "", False),
        ("電話番号は提供しない", "書名は提供しない", True),
    ],
)
def test_a_statement_in_the_part_of_several_is_about_each_of_them(
    old: str, new: str, raised: bool
) -> None:
    text = ENTRUSTED.replace(
        "(2) 研究者への提供",
        "ウ　提供の方法　書留郵便で送る。電話番号は提供しない。\n(2) 研究者への提供",
    )
    codes = drafts.raised(LETTER + (text.replace(old, new) if old else text))
    assert ("claim_against_list" in codes) == raised


TERMS = (
    "2　諮問事項1（受付業務の委託）について\n"
    "(1) 受託者　株式会社みなと受付\n"
    "(2) 委託の期間　令和6年7月1日から令和9年3月31日まで。"
    "このうち令和6年9月30日までを準備の期間とする。\n"
    "(3) 再委託先　株式会社なぎさ電話\n"
    "(4) 再委託の期間　令和6年10月1日から{end}まで\n"
    "3　諮問事項2（発送業務の委託）について\n"
    "(1) 受託者　株式会社うみべ印刷\n"
    "(2) 委託の期間　令和6年8月1日から令和11年3月31日まで\n"
)


@pytest.mark.parametrize(("end", "raised"), [("令和9年3月31日", False), ("令和9年6月30日", True)])
def test_work_lies_within_the_contract_of_its_own_part(end: str, raised: bool) -> None:
    codes = drafts.raised(LETTER + TERMS.format(end=end))
    assert ("period_outside_contract" in codes) == raised


TABLE = (
    "別紙1　相手方一覧\n"
    "相手方\t立場\t業務\n"
    "株式会社みなと受付\t受託者\t受付\n"
    "株式会社なぎさ電話\t再委託先\t電話の応対\n"
    "合同会社しおさい基盤\t再委託先\t機器の監視\n"
    "株式会社うみべ印刷\t受託者\t印刷\n"
    "有限会社はまかぜ便\t再委託先\t運搬\n"
    "株式会社きし書房\t提供先\t取り置き\n"
    "有限会社いそ書店\t提供先\t取り置き\n"
    "青瀬学園大学\t提供先\t研究\n"
)


@pytest.mark.parametrize("left_out", ["", "合同会社しおさい基盤\t再委託先\t機器の監視\n"])
def test_a_table_of_all_partners_passes_over_none(left_out: str) -> None:
    text = LETTER + ENTRUSTED + (TABLE.replace(left_out, "") if left_out else TABLE)
    assert ("partner_not_named" in drafts.raised(text)) == bool(left_out)


def test_a_table_of_the_entrusted_alone_is_none_of_all() -> None:
    table = "".join(line for line in TABLE.splitlines(keepends=True) if "提供先" not in line)
    assert "partner_not_named" not in drafts.raised(LETTER + ENTRUSTED + table)


HANDED = (
    "別紙1　個人情報の受渡し{title}一覧\n"
    "送り手\t受け手\t項目\t方法\n"
    "市\t株式会社うみべ印刷\t氏名、住所\t手渡し\n"
    "市\t協力業者（2者）\t受付番号、書名、受取日\t書留郵便\n"
    "市\t青瀬学園大学\t書名\t書留郵便\n"
)


def test_a_word_for_several_stands_in_a_table_of_what_goes_where() -> None:
    text = LETTER + ENTRUSTED + HANDED.format(title="")
    assert not drafts.raised(text)
    renamed = text.replace("受付番号、書名、受取日\t", "受付番号、書名、返却日\t")
    assert "contents_differ" in drafts.raised(renamed)


@pytest.mark.parametrize(
    ("title", "raised"), [("", False), ("及び保存期間", True), ("及び方法", False)]
)
def test_what_the_title_of_a_table_promises_has_a_column(title: str, raised: bool) -> None:
    text = LETTER + ENTRUSTED + HANDED.format(title=title)
    assert ("title_without_content" in drafts.raised(text)) == raised


@pytest.mark.parametrize(
    ("first", "raised"), [("無作為の英数字12桁", False), ("生年月日の西暦8桁", True)]
)
def test_what_a_password_is_at_first_may_be_an_attribute(first: str, raised: bool) -> None:
    text = f"2　認証\n　パスワードは利用者が定めるもので、初期値は{first}とし、変更を求める。\n"
    assert ("credential_from_attribute" in drafts.raised(LETTER + text)) == raised


@pytest.mark.parametrize(("cited", "raised"), [("第2項", False), ("第9項", True)])
def test_a_paragraph_that_the_terms_do_not_have(cited: str, raised: bool) -> None:
    text = CHECKED.replace("みなと受付\n", f"みなと受付\n3　教育　別紙2の{cited}により行わせる。\n")
    codes = drafts.raised(LETTER + text)
    assert bool({"crosswalk_unresolved", "reference_missing"} & codes) == raised


def test_what_a_party_sends_may_be_told_with_the_way_it_goes() -> None:
    told = (
        "ウ　協力業者から受け取る項目　"
        "貸出実績及び返却日を、端末から同じ回線により市へ送信させる。\n"
    )
    text = ENTRUSTED.replace("(2) 研究者への提供", f"{told}(2) 研究者への提供")
    _, flows, _ = shown(text)
    assert ("株式会社きし書房", "青瀬市") in flows
