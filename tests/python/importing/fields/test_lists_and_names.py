"""Items, groups of persons, partners, systems, media and channels."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft import item_parts
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.named import credentials
from nagarezu.importing.fields import carriers, items, names, reentrusted, references, subjects
from nagarezu.importing.fields.concepts import meaning
from nagarezu.importing.passage import Passage


def passage(text: str) -> Passage:
    return Passage.of(text, Place("d", 1, "1"))


def labels(text: str) -> list[str]:
    return [entry.label for entry in items.read(passage(text)).leaves()]


@pytest.mark.parametrize(
    "note", ["（追加）", "【新規】", "（今回追加する項目）", "（新たに追加した項目）"]
)
def test_a_note_behind_an_item_says_that_it_is_added(note: str) -> None:
    found = items.read(passage(f"①氏名 ②旧氏{note}"))
    assert [(entry.label, entry.added) for entry in found.entries] == [
        ("氏名", False),
        ("旧氏", True),
    ]


def test_items_of_a_sentence_are_open_and_name_what_is_added() -> None:
    found = items.read(
        passage("氏名、住所、国籍などの既存の項目に「通称」を追加する。(資料3-2のとおり)")
    )
    assert [(entry.label, entry.added) for entry in found.entries] == [
        ("氏名", False),
        ("住所", False),
        ("国籍", False),
        ("通称", True),
    ]
    assert found.is_open


def test_what_only_points_away_has_no_items_and_is_open() -> None:
    found = items.read(passage("資料4 2—2及び資料4 2—3のとおり"))
    assert found.entries == []
    assert found.is_open


def test_nested_items_keep_their_places() -> None:
    text = (
        "- a 4 情報（氏名，生年月日，住所及び性別）\n"
        "- b 予約の情報\n- (a) 予約用 I D\n- (b) メール（任意）"
    )
    found = items.read(passage(text))
    assert [entry.label for entry in found.entries] == ["4情報", "予約の情報"]
    assert [child.label for child in found.entries[0].children] == [
        "氏名",
        "生年月日",
        "住所",
        "性別",
    ]
    assert [(c.label, c.optional) for c in found.entries[1].children] == [
        ("予約用ID", False),
        ("メール", True),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("氏名・住所・電話番号", ["氏名", "住所", "電話番号"]),
        ("閲覧者・更新者の氏名", ["閲覧者・更新者の氏名"]),
        ("氏名及び住所", ["氏名", "住所"]),
        ("入院及び通院の記録", ["入院及び通院の記録"]),
        ("1 氏名 2 住所 3 電話番号等", ["氏名", "住所", "電話番号"]),
        ("本人：氏名、住所", ["氏名", "住所"]),
        ("①氏名(漢字) ②氏名(カナ)", ["氏名(漢字)", "氏名(カナ)"]),
    ],
)
def test_lists_are_cut_where_they_are_lists(printed: str, expected: list[str]) -> None:
    assert labels(printed) == expected


def test_an_item_gets_its_meaning_from_the_reviewed_words_first() -> None:
    found = meaning("パスワード（生月日）")
    assert (found.concept, found.derived_from) == ("reservation_password", "birth_date")
    assert set(found.classes) == {"CR", "QI"}


def test_items_of_other_people_are_other_items() -> None:
    assert meaning("世帯主の氏名").role == "世帯主"
    assert meaning("氏名").role == ""


def test_an_item_of_no_known_word_claims_nothing() -> None:
    found = meaning("ぬるぽ")
    assert (found.concept, found.classes) == ("", ())


def test_groups_are_cut_only_between_persons() -> None:
    text = "市に住民登録を有する者（外国人を除く）及び戸籍の附票を有する者\n入居者及びその家族"
    assert [label for label, _ in subjects.labels(passage(text))] == [
        "市に住民登録を有する者（外国人を除く）",
        "戸籍の附票を有する者",
        "入居者及びその家族",
    ]


def test_partners_have_tier_certifications_and_short_names() -> None:
    text = (
        "【委任先】 ひばり機構(以下「機構」という。)\n"
        "【委任先が委託する事業者】 （株）あおぞら、"
        "みどり印刷株式会社（プライバシーマーク及びISO27001を取得）"
    )
    first, second, third = names.partners(passage(text))
    assert (first.label, first.tier, first.short) == ("ひばり機構", 1, "機構")
    assert (second.label, second.tier) == ("株式会社あおぞら", 2)
    assert third.certifications == ["プライバシーマーク", "ISO27001"]


@pytest.mark.parametrize(
    ("head", "tier"),
    [
        ("受託者が印刷を依頼する事業者", 2),
        ("委託先の外注先", 2),
        ("受注者から配送を請け負う会社", 2),
        ("受託事業者が手配する印刷会社", 2),
        ("受託者", 1),
        ("町が印刷を依頼する事業者", 1),
        ("受託者が運営する窓口", 1),
    ],
)
def test_whom_the_partner_has_do_it_is_of_the_second_tier(head: str, tier: int) -> None:
    (one,) = names.partners(passage(f"【{head}】 みどり印刷株式会社"))
    assert (one.label, one.tier) == ("みどり印刷株式会社", tier)


def test_open_classes_and_undecided_partners_are_said_to_be_so() -> None:
    (other,) = names.partners(passage("他の市区町村"))
    assert other.open_class
    (later,) = names.partners(passage("未定（入札により決定）"))
    assert later.undecided


def test_systems_in_a_row_that_lost_its_line_breaks() -> None:
    text = "住民システム(情報課が管理する基盤サーバー内) 庁内パソコン(福祉課内設置) 宛名システム"
    assert [(each.label, each.zone) for each in names.systems(passage(text))] == [
        ("住民システム", "基盤サーバー"),
        ("庁内パソコン", "福祉課"),
        ("宛名システム", ""),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("電磁的媒体(住民システム)", [("electromagnetic", "住民システム")]),
        (
            "電磁的媒体(磁気ディスク及び台帳システムサーバ)",
            [("magnetic_disk", ""), ("server", "台帳システム")],
        ),
        ("紙（申請書）及びDVD-R", [("paper", ""), ("optical_disk", "")]),
        ("USBメモリ", [("usb_memory", "")]),
        ("データセンター内のサーバー", [("server", "")]),
        ("受託者の施設に設置したサーバ", [("server", "")]),
        ("健診システム内サーバー", [("server", "健診システム")]),
    ],
)
def test_media_and_the_systems_they_name(printed: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.system) for each in carriers.media(passage(printed))] == expected


def test_a_measure_names_ways_of_sending_and_not_what_it_forbids() -> None:
    ways, _ = carriers.of_measure(
        "磁気ディスクを送付する方法、簡易書留で郵送する方法のいずれかに限る。"
    )
    assert [way.kind for way in ways] == ["media", "paper"]
    assert carriers.of_measure("USBメモリ等を接続できないように設定する。") == ([], [])


@pytest.mark.parametrize(
    "printed",
    ["契約書に「取扱事項」（別記）を付す。", "別記のとおり", "別記「個人情報特記事項」を守る。"],
)
def test_a_paper_behind_a_contract_may_be_called_its_annex(printed: str) -> None:
    assert [each.label for each in references.read(Passage(printed, (0,), ()))] == ["別記"]


def test_references_complete_a_prefix_that_is_left_out() -> None:
    found = references.read(
        passage("資料4 2-1及び42-3のとおり。別紙チェックリストのとおり。別表第一")
    )
    assert [each.label for each in found] == ["資料42-1", "資料42-3", "別紙チェックリスト"]


def test_a_number_of_papers_is_no_number_of_a_paper() -> None:
    assert references.read(passage("紙の申請資料52,300件の入力")) == []
    found = references.read(passage("資料1,2のとおり"))
    assert [each.label for each in found] == ["資料1", "資料2"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("健診の対象者 前年度の未受診者", ["健診の対象者", "前年度の未受診者"]),
        ("健診の対象者 約300人", ["健診の対象者"]),
        ("区内に住所を有する者 及びその家族", ["区内に住所を有する者及びその家族"]),
    ],
)
def test_two_groups_may_stand_side_by_side(text: str, groups: list[str]) -> None:
    assert [label for label, _ in subjects.labels(passage(text))] == groups


def test_groups_of_items_behind_the_persons_are_no_persons() -> None:
    text = "【対象者】\n申込者\n【市が受信する情報項目】\n1 氏名\n【市が送信する情報項目】\n1 結果"
    found = item_parts.parts(passage(text))
    assert [(part.role, part.body.text.split("\n")[0]) for part in found] == [
        ("subjects", "申込者"),
        ("items", "【市が受信する情報項目】"),
    ]


def test_a_credential_points_at_the_attribute_it_is_made_from() -> None:
    builder = Builder()
    for label in ("電話番号", "パスワード（電話番号の下4桁）"):
        builder.item(label, passage(label), label, "listed")
    credentials.of_brackets(builder)
    phone, credential = builder.list_of("items")
    assert credential["derived_from"] == phone["id"]
    assert "OI" not in phone["classes"]


@pytest.mark.parametrize(
    "when",
    [
        "令和6年度",
        "令和６年度実績",
        "2024年度",
        "令和6年4月1日現在",
        "平成31年度末",
        "令和7年度見込",
    ],
)
def test_the_time_of_a_count_is_no_part_of_who_is_counted(when: str) -> None:
    assert subjects.without_count(f"助成を申請した者　{when}　64人").strip() == "助成を申請した者"


def test_a_time_within_the_name_of_a_group_stays() -> None:
    told = "令和6年度に転入した者 64人"
    assert subjects.without_count(told).strip() == "令和6年度に転入した者"


def test_a_date_behind_a_number_in_one_bracket_is_no_name() -> None:
    told = "浄化槽の管理者（2,310人。令和8年4月1日現在）"
    assert subjects.without_count(told).strip() == "浄化槽の管理者"


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("株式会社みどりカード　カードの印字", "株式会社みどりカード"),
        ("株式会社みどりカード 保守業務", "株式会社みどりカード"),
        ("カードの印字　株式会社みどりカード", "株式会社みどりカード"),
        ("株式会社 日本情報処理", "株式会社日本情報処理"),
        ("株式会社みどり 情報処理", "株式会社みどり情報処理"),
    ],
)
def test_work_before_a_name_or_behind_it_is_no_part_of_it(printed: str, label: str) -> None:
    assert [each.label for each in names.partners(Passage(printed))] == [label]


@pytest.mark.parametrize("between", ["　", " ", "：", "名　"])
def test_a_role_in_front_of_a_name_is_no_part_of_it(between: str) -> None:
    row = passage(f"委託先{between}すずかけ印刷株式会社（ISMS認証取得）\n受託者　有限会社みずなら")
    assert [each.label for each in names.partners(row)] == [
        "すずかけ印刷株式会社",
        "有限会社みずなら",
    ]
    assert [each.label for each in names.partners(passage("委託先協議会"))] == ["委託先協議会"]


@pytest.mark.parametrize(
    ("row", "firm"),
    [
        ("甲株式会社\n再委託先　あおぞら設備株式会社（機器の点検）", "あおぞら設備株式会社"),
        ("甲株式会社\n再委託先：さつき株式会社", "さつき株式会社"),
        ("甲株式会社\n発送は、ひばり運輸有限会社に再委託する。", "ひばり運輸有限会社"),
        ("甲株式会社\n発送は、また北浦運輸株式会社に再委託する。", "北浦運輸株式会社"),
    ],
)
def test_a_firm_of_the_second_tier_keeps_the_kana_with_which_it_begins(row: str, firm: str) -> None:
    left, second = reentrusted.split(passage(row))
    assert [each.label for each in second] == [firm]
    assert next(each.label for part in left for each in names.partners(part)) == "甲株式会社"


def test_a_line_in_brackets_heads_the_items_below_it_as_one_heads_the_first() -> None:
    marks = ("①児童の氏名", "②児童の住所", "③連絡先", "④備考")
    text = "（児童）\n{}\n{}\n（保護者）\n{}\n{}".format(*marks)
    assert labels(text) == ["児童の氏名", "児童の住所", "連絡先", "備考"]
    circled = text.translate(str.maketrans("①②③④", "1234")).replace("児童の", " 児童の")
    assert labels(circled)[1] == "児童の住所"
    noted = items.read(passage("（児童）\n①氏名\n②住所\n（任意）\n③連絡先"))
    assert [each.optional for each in noted.leaves()] == [False, True, False]
    assert labels("①氏名\n②住所\n（住民票の写し）\n③連絡先")[1] != "住所"


@pytest.mark.parametrize(
    "remark",
    [
        "桁数及び記録の形式は、別紙3のとおり",
        "記録の形式は別紙3を参照",
        "桁数は、資料2のとおりとする。",
    ],
)
def test_a_remark_on_the_line_below_the_last_item_is_no_part_of_it(remark: str) -> None:
    found = items.read(passage(f"①氏名\n②住所\n③電子メール（任意）\n{remark}"))
    assert [(each.label, each.optional) for each in found.leaves()] == [
        ("氏名", False),
        ("住所", False),
        ("電子メール", True),
    ]


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("対象者　妊婦及び保護者\n①保護者の氏名\n②住所", ["subjects", "items"]),
        ("個人の範囲：妊婦\nア）氏名\nイ）住所", ["subjects", "items"]),
        ("対象者\n①妊婦\n②未就学児の保護者", ["subjects"]),
        ("1 個人の範囲\n　①妊婦\n　②保護者\n2 情報項目\n氏名", ["subjects", "items"]),
    ],
)
def test_items_behind_the_persons_of_a_cell_need_no_head(cell: str, roles: list[str]) -> None:
    assert [each.role for each in item_parts.parts(Passage(cell))] == roles
