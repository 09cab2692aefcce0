"""Registers as other offices word and draw them: labels, lists behind the cards, remarks."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.form.register import labels


def _lists(made: Any) -> list[list[str]]:
    return [[e["label"] for e in each["entries"]] for each in made.content["lists"]]


def _groups(made: Any) -> dict[str, Any]:
    return {
        each["label"]: each.get("counts", [{}])[0].get("value")
        for each in made.content.get("subjects", [])
    }


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("本人の範囲及び数", "subjects"),
        ("対象者及びその数", "subjects"),
        ("個人の区分・人数", "subjects"),
        ("ファイルに記録する個人", "subjects"),
        ("記録する個人の数", "count"),
        ("登載項目", "items"),
        ("記録項目3", "items"),
        ("情報の集め方", "collection"),
        ("情報の得方", "collection"),
        ("入手経路", "collection"),
        ("情報を経常的に渡す先", "recipients"),
        ("渡す情報", "recipients_items"),
        ("渡し方", "detail"),
        ("委託先の守るべきこと", "measures"),
        ("受け持つ課", "section"),
        ("請求書の提出先", "office"),
    ],
)
def test_labels_of_other_offices(printed: str, field: str) -> None:
    found = labels.find(printed)
    assert found is not None
    assert found.field == field


@pytest.mark.parametrize("printed", ["世帯の人数", "氏名", "登録者", "渡した日", "記載事項"])
def test_items_and_values_are_no_labels(printed: str) -> None:
    assert labels.find(printed) is None


NUMBERED = """霧沢町個人情報ファイル簿
1　ファイルの名称
　　薪ストーブ補助金台帳
2　機関及び所管
　　霧沢町長（環境課）
3　利用目的
　　補助金の申請を審査するため
4　記録項目
　　1　氏名
　　2　住所
　　3　設置の内容
　　　ア　機種
　　　イ　煙突の高さ
　　4　補助金の額
　　5　交付の年月日
5　本人の範囲及び数
　　補助金を申請した者　86人（令和7年4月1日現在）
6　収集の方法
　　本人からの申請書
"""


def test_the_number_after_that_of_the_last_label_is_no_item() -> None:
    made = drafts.draft(NUMBERED)
    assert _lists(made)[0][-1] == "交付の年月日"
    assert _groups(made) == {"補助金を申請した者": 86}


STACKED = """霧沢町個人情報ファイル簿

ファイルの名称
薪ストーブ補助金台帳

所管
環境課

利用目的
補助金の申請を審査するため

ファイルに記録する項目
(1) 氏名　(2) 住所
(3) 補助金の額

この台帳の置き場所
環境課の書庫

ファイルに記録する個人
補助金を申請した者

情報を渡す先
霧沢町暖房器具組合

渡す情報
(1)及び(3)
"""


def test_a_field_that_nobody_else_has_ends_the_one_above_it() -> None:
    made = drafts.draft(STACKED)
    assert _lists(made) == [["氏名", "住所", "補助金の額"], ["氏名", "補助金の額"]]
    assert _groups(made) == {"補助金を申請した者": None}


CHANGED = """霧沢市個人情報ファイル簿　記録項目の追加について
変更の一覧
ファイル	欄	変更前	変更後
1	経常的提供先	無	霧沢商工会
1	備考	（空欄）	保存の年限を書く
【ファイル1】
個人情報ファイルの名称	貸切露天風呂予約者名簿
所管課	観光課
利用目的	予約を受けるため
記録項目	氏名、電話番号、利用日
記録範囲
ア	予約をした者	2,204人（令和7年3月31日現在）
イ	同行者
収集方法	本人からの電話
経常的提供先	霧沢商工会
備考	なし
"""


def test_a_table_of_what_changed_is_of_no_card() -> None:
    made = drafts.draft(CHANGED)
    names = {each["label"] for each in made.content["holders"]}
    assert "霧沢商工会" in names
    assert not any("無" in name for name in names)
    assert _groups(made) == {"予約をした者": 2204, "同行者": None}
    assert "title_without_content" in drafts.codes(made)


def test_it_may_tell_of_the_added_items() -> None:
    added = CHANGED.replace(
        "1	備考	（空欄）	保存の年限を書く", "1	記録項目	－	利用日を追加"
    )
    assert not drafts.raised(added)


CARD = """霧沢市個人情報ファイル簿
個人情報ファイルの名称　寄託資料提供者台帳
所管課　郷土資料館
利用目的　館が預かった資料を返すため
記録項目　1氏名、2住所、3電話番号、4資料の名称、5返却年月日
記録範囲　資料を寄託した者
収集方法　本人が出した申込書
経常的提供先　一般社団法人霧沢活用機構
備考　%s
"""


@pytest.mark.parametrize(
    "remark",
    [
        "上記機構には、この台帳から氏名、住所及び世帯員の年齢を抜き出し、一覧にして渡している。",
        "経常的提供先へは、氏名、住所及び生年月日を抜き出して渡す。",
        "同機構には氏名、住所及び勤務先を書き出して提供している。",
        "この台帳の氏名、住所及び家族の人数を、機構に年1回送付する。",
        "上記の法人には、この台帳から抜き出した氏名、住所及び生年月日を渡している。",
    ],
)
def test_what_is_handed_over_and_not_on_record(remark: str) -> None:
    assert drafts.raised(CARD % remark) == {"unsourced_item"}


@pytest.mark.parametrize(
    "remark",
    [
        "資料を返すときに備え、寄託をした者の相続人の連絡先もこの台帳に記録する。",
        "この台帳には、相続人の氏名も記録する。",
        "あわせて、家族の氏名もこの台帳に記載している。",
    ],
)
def test_what_is_of_another_person_is_not_on_record(remark: str) -> None:
    assert drafts.raised(CARD % remark) == {"claimed_item_unlisted"}


@pytest.mark.parametrize(
    "remark",
    [
        "電話番号もこの台帳に記録する。",
        "相続人の連絡先は、この台帳に記録しない。",
        "相続人の連絡先も記録する予定である。",
        "相続人の連絡先も記録することを検討している。",
        "上記機構には、この台帳から氏名及び住所を抜き出し、毎年4月に一覧にして渡している。",
        "機構には、年1回、氏名及び資料の名称を紙で渡す。",
        "資料の名称は、別の目録にも記録する。",
    ],
)
def test_remarks_that_agree_with_the_records(remark: str) -> None:
    assert not drafts.raised(CARD % remark)


ROWS = """ファイル番号,欄,内容
1,ファイルの名称,寄託資料提供者台帳
1,所管,資料館
1,利用の目的,資料を返すため
1,記録項目,氏名、住所
1,記録の範囲,資料を寄託した者
1,経常的提供先,東汐文書館
2,ファイルの名称,友の会会員名簿
2,所管,資料館
2,利用の目的,会員に行事を案内するため
2,記録項目,氏名、電話番号
2,記録の範囲,友の会の会員
2,経常的提供先,"汐名観光協会、一般財団法人汐名文化事業団"
3,ファイルの名称,講座受講者名簿
3,所管,資料館
3,利用の目的,講座の受付を行うため
3,記録項目,氏名、年齢
3,記録の範囲,講座を受講した者
3,経常的提供先,汐名団体保険株式会社
,経常的提供先一覧,ファイル1：東汐文書館
,経常的提供先一覧,ファイル2：汐名観光協会%s
,経常的提供先一覧,ファイル3：汐名団体保険株式会社
"""


def test_a_list_behind_the_rows_of_the_files_is_of_none_of_them() -> None:
    made = drafts.draft(ROWS % "", "a.csv")
    third = [f for f in made.content["flows"] if f.get("matter") == "m3" if "provide" in f.values()]
    assert len(third) == 1
    assert "named_once" in drafts.codes(made)
    whole = drafts.draft(ROWS % "、一般財団法人汐名文化事業団", "a.csv")
    assert not drafts.codes(whole)


MEASURED = """霧沢市個人情報ファイル簿
個人情報ファイルの名称　消防団員名簿
所管課　消防課
利用目的　報酬の支払を行うため
記録項目　1氏名、2住所、3電話番号
記録範囲　消防団員
収集方法　本人からの届
経常的提供先　公益財団法人県消防協会
委託先　株式会社きり給与
市が行う措置　1 渡すデータを暗号化する。2 作業の場所を年1回確かめる。
委託先に行わせる措置　1 株式会社きり給与は、扱う者を市に届ける。2 株式会社きり給与は、データを消す。
備考　%s
"""


def test_measures_of_the_only_contractor_leave_nobody_else_out() -> None:
    assert not drafts.raised(MEASURED % "なし")


@pytest.mark.parametrize(
    ("remark", "beyond"),
    [
        ("委託先に行わせる措置4により、持込みを禁じる。", True),
        ("市の措置の6に基づき、委託先を検査する。", True),
        ("委託先に行わせる措置（5）のとおり、持込みを禁じる。", True),
        ("持込みの禁止は、委託先の措置3による。", True),
        ("市の措置の2に基づき、委託先を検査する。", False),
        ("措置は2つである。", False),
        ("委託先に行わせる措置1から2までを確かめる。", False),
    ],
)
def test_a_measure_of_a_side_beyond_the_last_one(remark: str, *, beyond: bool) -> None:
    assert drafts.raised(MEASURED % remark) == ({"crosswalk_unresolved"} if beyond else set())


CHECKED = """霧沢市個人情報取扱事務登録簿
事務の名称　粗大ごみ収集事務
所管課　ごみ減量課
事務の目的　粗大ごみの収集の申込みを受けるため
対象者　収集を申し込んだ者
記録項目　氏名、住所、電話番号
収集先　本人
委託先　みさと清掃株式会社
安全管理のチェックリスト
| 主体 | 番号 | 項目 | 適否 |
"""


@pytest.mark.parametrize("marks", ["○○○○○○○○○○", "○○○－○○○○○○"])
def test_a_checklist_whose_measures_stand_below_items(marks: str) -> None:
    deeds = (
        "端末に鍵をかける。",
        "名簿を車内に置かない。",
        "紙を裁断する。",
        "研修を行う。",
        "記録を残す。",
    )
    rows = "".join(
        f"| {'市' if at < 5 else '委託先'} | {at + 1} | {deeds[at % 5]} | {mark} |\n"
        for at, mark in enumerate(marks)
    )
    made = drafts.draft(CHECKED + rows)
    assert len(made.content["safeguards"]) == len(marks)
    assert ("checklist_without_selection" in drafts.codes(made)) == ("－" not in marks)


CARDS = """霧沢市個人情報ファイル簿

目次
1　負担金納付者ファイル
2　%s

――――――――――――――――
1　負担金納付者ファイル
――――――――――――――――
【所管】下水道課
【利用目的】負担金の納付を管理するため
【記録項目】①氏名　②住所　③負担金の額
【本人の範囲】負担金を納める者
【収集方法】本人
――――――――――――――――
2　解体補助金台帳
――――――――――――――――
【所管】建築課
【利用目的】補助金を交付するため
【記録項目】①氏名　②口座番号
【本人の範囲】補助金を申請した者
【収集方法】本人
"""


def test_headings_between_drawn_lines_name_their_cards() -> None:
    made = drafts.draft(CARDS % "解体補助金台帳")
    assert [each["title"] for each in made.content["matters"]] == [
        "負担金納付者ファイル",
        "解体補助金台帳",
    ]
    assert not drafts.codes(made)
    assert drafts.raised(CARDS % "ブロック塀補助金台帳") == {"contents_differ"}


def test_groups_of_items_are_told_by_their_signs() -> None:
    made = drafts.draft(
        "霧沢市個人情報取扱事務届出書\n"
        "1	事務の名称	犬の登録及び狂犬病予防注射に関する事務\n"
        "2	所管	保健課\n"
        "3	事務の目的	犬の登録を行うため\n"
        "4	対象者	犬の飼い主\n"
        "5	取り扱う項目	\n"
        "	ア　飼い主	氏名、住所\n"
        "	イ　犬	名前、毛色\n"
        "	ウ　注射	接種日、済票の番号\n"
        "6	情報の得方	飼い主からの申請書\n"
        "7	情報を渡す先	霧沢市獣医師会\n"
        "	渡す情報	ア及びイ\n"
    )
    assert _lists(made)[-1] == ["氏名", "住所", "名前", "毛色"]
    assert not drafts.codes(made)  # the name of a card promises nothing


@pytest.mark.parametrize("subtitle", ["― 委託先の追加 ―", "【委託先の追加】", "～委託先の追加～"])
def test_a_subtitle_says_what_is_done(subtitle: str) -> None:
    text = (
        f"霧沢市個人情報取扱事務登録簿（変更）\n{subtitle}\n"
        "事務の名称　証明書交付事務\n所管課　市民課\n事務の目的　証明書を交付するため\n"
        "対象者　証明書を請求した者\n記録項目　氏名、住所\n収集先　本人\n"
        "委託先　株式会社きりコール\n備考　%s\n"
    )
    kept = "変更したのは所管課の名称だけで、委託先は前回の登録と同じである。"
    assert "title_without_content" in drafts.raised(text % kept)
    assert not drafts.raised(text % "令和7年度から新たに株式会社きりコールに委託する。")
