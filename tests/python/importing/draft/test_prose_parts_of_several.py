"""A 答申 on several matters: whose a part is where each matter names its own partner."""

from __future__ import annotations

from typing import Any

import drafts

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
    "(1) 書店への提供\n"
    "ア　提供先　株式会社きし書房及び有限会社いそ書店（以下「協力業者」という。）\n"
    "イ　提供する項目　受付番号及び書名\n"
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
    assert lists["株式会社きし書房"] == lists["有限会社いそ書店"] == [["受付番号", "書名"]]
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
