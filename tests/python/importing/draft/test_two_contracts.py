"""Contracts side by side: what one of them says of handing work on is said of that one alone."""

from __future__ import annotations

from drafts import codes, draft

HEADS = (
    "番号,個人情報ファイルの名称,機関の名称,所管課,利用目的,記録項目,記録範囲,"
    "経常的提供先,委託業務,委託先,再委託先,備考"
)
ITEMS = "1氏名、2住所、3電話番号"


def listed(*rows: tuple[str, str, str, str]) -> str:
    lines = [HEADS]
    for number, (file, work, partner, behind) in enumerate(rows, start=1):
        lines.append(
            f"{number},{file},青柳市長,環境課,{file}を整えるため,{ITEMS},{file}に載る者,なし,"
            f"{work},{partner},{behind},"
        )
    return "\n".join(lines) + "\n"


GARDENS, ALLOTTED = "庭木相談者ファイル", "生垣助成ファイル"


def test_a_second_contract_of_the_same_firm_may_be_handed_on() -> None:
    made = draft(
        listed(
            (GARDENS, "相談の記録の入力", "株式会社はなみずき", "なし"),
            (ALLOTTED, "通知の発送", "株式会社はなみずき", "有限会社やまぼうし"),
        ),
        "a.csv",
    )
    assert [each["relation"] for each in made.content["flows"]].count("reentrust") == 1
    assert "reentrustment_forbidden" not in codes(made)


def test_a_remark_that_it_is_not_handed_on_binds_its_own_row() -> None:
    text = listed(
        (GARDENS, "相談の記録の入力", "株式会社はなみずき", "なし"),
        (ALLOTTED, "通知の発送", "株式会社はなみずき", "有限会社やまぼうし"),
    )
    told = text.removesuffix("\n") + "再委託は認めない。\n"
    assert "reentrustment_forbidden" in codes(draft(told, "a.csv"))


CARD = """個人情報ファイル簿（単票）
個人情報ファイルの名称	歩こう会参加者ファイル
行政機関等の名称	青柳市長
利用目的	歩こう会の案内を送るため
記録項目	1氏名、2住所、3電話番号、4歩数
記録範囲	歩こう会に申し込んだ者
経常的提供先	なし
委託	有（下の「委託の状況」のとおり）

委託の状況
業務	委託先	再委託先	期間
受付	一般社団法人青柳歩行協会	なし	令和7年4月1日から令和8年3月31日まで
歩数の集計	株式会社つゆくさ計算	合同会社ひるがお	令和7年4月1日から令和8年3月31日まで
"""


def test_who_is_named_behind_a_partner_is_handed_on_to_by_him() -> None:
    made = draft(CARD)
    names = {each["id"]: each["label"] for each in made.content["holders"]}
    given = [
        (names[each["from"]], names[each["to"][0]])
        for each in made.content["flows"]
        if each["relation"] == "reentrust"
    ]
    assert given == [("株式会社つゆくさ計算", "合同会社ひるがお")]
    assert "reentrustment_forbidden" not in codes(made)


TERM = "令和8年4月1日から令和9年3月31日まで"
FIELDS = f"""乳児健診に関する事務　特定個人情報保護評価書（重点項目評価書）
変更箇所の一覧

変更した箇所	内容	評価書のページ	事由
2. システム1
①システムの名称	健診記録システム	3	変更なし
特定個人情報ファイル名　(1) 乳児健診ファイル
Ⅱの2. ③対象となる本人の範囲	健診の対象者	8	字句の整理
Ⅱの4. 委託事項1　発送	委託先　株式会社春野印刷　／　期間　{TERM}　／　再委託しない。	11	更新
Ⅱの4. 委託事項2　保守	委託先　株式会社夏山計算　／　期間　{TERM}　／　再委託する。{{}}	12	追記
"""
BEHIND = "再委託先は、株式会社秋田保守とする。"


def test_a_field_of_a_cell_says_it_of_the_firm_of_that_cell() -> None:
    made = draft(FIELDS.format(BEHIND))
    assert any(each["relation"] == "reentrust" for each in made.content["flows"])
    assert "reentrustment_forbidden" not in codes(made)
    bound = FIELDS.format("").replace("再委託しない。", f"再委託しない。{BEHIND}")
    assert "reentrustment_forbidden" in codes(draft(bound))
