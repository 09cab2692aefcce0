"""What a card of a register tells twice: who gets what, from whom, for what, and which way."""

from __future__ import annotations

import json

import drafts
import pytest

FIELDS = {
    "name": "会員登録ファイル",
    "purpose": "配食を利用する会員の登録を行うため",
    "items": "1児童の氏名、2児童の生年月日、3住所、4電話番号、5利用日、6利用料",
    "scope": "配食の利用登録をした会員",
    "how": "本人からの利用申請書",
    "to": "なし",
    "more": "",
    "remarks": "－",
}
CARD = """個人情報ファイル簿
個人情報ファイルの名称　{name}
行政機関等の名称　霞野市長
事務をつかさどる組織の名称　福祉部生活支援課
個人情報ファイルの利用目的　{purpose}
記録項目　{items}
記録範囲　{scope}
記録情報の収集方法　{how}
要配慮個人情報　含まない
記録情報の経常的提供先　{to}
個人情報ファイルの種別　電算処理ファイル
備考　{remarks}
"""
TABLE = """霞野市 個人情報取扱事務登録簿
事務の番号,1
事務の名称,"{name}"
所管課,福祉課
取り扱う目的,"{purpose}"
個人の範囲,"{scope}"
個人情報の項目,"{items}"
収集先,"{how}"
経常的提供先,"{to}"
{more}外部委託,無
備考,"{remarks}"
"""
A, B, C = "霞野点字情報センター", "霞野市社会福祉協議会", "北浜広域消防組合"


def raised(text: str, name: str) -> set[str]:
    made = drafts.draft(text, name)
    return drafts.codes(made)


def card(**told: str) -> set[str]:
    return raised(CARD.format(**{**FIELDS, **told}), "r.txt")


def table(**told: str) -> set[str]:
    return raised(TABLE.format(**{**FIELDS, **told}), "r.csv")


@pytest.mark.parametrize(
    ("purpose", "scope"),
    [
        ("小学校の1年生から3年生までの児童を見守るため", "小学校及び中学校の全学年の児童生徒"),
        ("小学校第1学年から第3学年までの児童の居場所を設けるため", "小学校の児童全員"),
        ("中学校3年生の生徒の進路の相談に応じるため", "市立中学校の全学年の生徒"),
        ("小学校の低学年の児童を預かるため", "市立小学校の全学年の児童"),
        ("小学校の4年生、5年生及び6年生の体力を測るため", "市立の小中学校の全児童生徒"),
        ("小学校1年生に防犯ブザーを配布するため", "小学校1年生から6年生までの児童"),
        ("高等学校の3年生の就職の相談に応じるため", "市立高等学校の全学年の生徒"),
    ],
)
def test_grades_are_ages(purpose: str, scope: str) -> None:
    assert card(purpose=purpose, scope=scope) == {"scope_wider_than_purpose"}


@pytest.mark.parametrize(
    ("purpose", "scope"),
    [
        ("小学校の1年生から6年生までの児童を見守るため", "小学校の全学年の児童"),
        ("小学校の児童の登下校を見守るため", "小学校の全学年の児童"),
        ("中学校3年生の進路の相談に応じるため", "市立中学校の3年生の生徒"),
        (
            "小学校の1年生から3年生までの児童を預かるため",
            "小学校に在籍する1年生から3年生までの児童",
        ),
        ("小学校1年生から中学校3年生までの就学の援助のため", "小中学校の全学年の児童生徒"),
    ],
)
def test_grades_that_agree(purpose: str, scope: str) -> None:
    assert card(purpose=purpose, scope=scope) == set()


@pytest.mark.parametrize(
    "to",
    [
        "{}（提供する記録情報：児童の氏名、児童の生年月日、予防接種の履歴）",
        "{}（児童の氏名、生年月日及び予防接種の履歴を提供する。）",
        "{}（毎月、児童の氏名、住所及び予防接種の履歴を送る。）",
        "{}：児童の氏名、児童の生年月日、血液型",
        "{}（内容は、児童の氏名、住所、世帯の所得額）",
        "{}（児童の氏名、利用日、勤務先の電話番号）",
        "{}（児童の氏名、住所及び実家の電話番号を提供する。）",
        "{}（児童の氏名、利用日、学校の名称）",
    ],
)
def test_what_one_gets_is_not_on_record(to: str) -> None:
    assert "unsourced_item" in card(to=to.format(B))


@pytest.mark.parametrize(
    "to",
    [
        "{}（提供する記録情報：児童の氏名、児童の生年月日、住所）",
        "{}（提供の方法：紙、年1回、職員が持参）",
        "{}（児童の氏名及び年齢を提供する。）",
        "{}（東町支部、西町支部、北町支部）",
        "{}（提供内容：児童の氏名、利用日、利用回数）",
        "{}（児童の氏名、利用日、携帯電話番号）",
        "{}（児童の氏名、利用日、自宅の電話番号）",
    ],
)
def test_what_one_gets_is_on_record(to: str) -> None:
    assert card(to=to.format(B)) == set()


@pytest.mark.parametrize(
    ("to", "more"),
    [
        (A, f"提供の内訳,{A}：児童の氏名、住所\n,{B}：児童の氏名、電話番号\n"),
        (A, f'提供先ごとの項目,"{A}：児童の氏名、住所\n{B}：住所、電話番号"\n'),
        (A, f"提供の内訳,{A}：児童の氏名、住所；{B}：住所、電話番号\n"),
        (A, f'提供の内訳,"{A}（児童の氏名、住所）\n{B}（住所、電話番号）"\n'),
        (f"{A}\n{B}\n{C}", f'提供の方法,"{A}　紙で郵送\n{B}　DVD-Rを手渡し"\n'),
    ],
)
def test_one_list_passes_somebody_over(to: str, more: str) -> None:
    assert "named_once" in table(to=to, more=more)


@pytest.mark.parametrize(
    ("to", "more"),
    [
        (f"{A}\n{B}", f'提供の内訳,"{A}：児童の氏名、住所\n{B}：住所、電話番号"\n'),
        (f"{A}\n{B}", f'提供の方法,"{A}には紙で渡す"\n'),
        (f"{A}\n{B}", f'提供する項目,"{A}：児童の氏名、住所"\n'),
        (A, "提供する項目,児童の氏名、住所、電話番号\n"),
    ],
)
def test_both_lists_name_the_same(to: str, more: str) -> None:
    assert table(to=to, more=more) == set()


@pytest.mark.parametrize(
    "remarks",
    [
        f"{B}は報告を市に送る側であり、市は会員の情報を送る側にはならない。",
        f"{B}との間では、市は受け取る側であり、送る側になることはない。",
        f"情報は{B}が市に提供するものであり、市が提供する側に回ることはない。",
        f"市は{B}から報告を受ける立場にあり、同会に情報を出す立場にはない。",
        f"{B}とのやり取りは、市が受け取る側に限られる。",
    ],
)
def test_the_giving_side(remarks: str) -> None:
    assert card(to=B, remarks=remarks) == {"direction_differs"}


@pytest.mark.parametrize(
    ("to", "remarks"),
    [
        (B, f"{B}は、市から受け取る側であり、市に情報を送る側にはならない。"),
        ("なし", f"{B}は報告を市に送る側であり、市が会員の情報を送る側にはならない。"),
        (B, f"{B}は、受け取った名簿を他の団体に送る側にはならない。"),
        (B, f"市は{B}に名簿を送る側でもあり、報告を受ける側でもある。"),
    ],
)
def test_sides_that_agree(to: str, remarks: str) -> None:
    assert card(to=to, remarks=remarks) == set()


BY_LINE = "ア　本人からの聞き取り\nイ　近隣に住む者からの通報\nウ　霞野保健所からの通知"
HOW = "申請者本人からの申請書及び施工業者からの工事完了報告書"


@pytest.mark.parametrize(
    ("how", "remarks"),
    [
        (HOW, "記録情報は申請者本人の申請書だけから作成し、ほかの者から集めることはない。"),
        (HOW, "情報は本人のみから収集している。"),
        (HOW, "他の機関から情報の提供を受けることはない。"),
        ("本人からの届出、北浜保健所からの通知", "本人以外からは取得していない。"),
        ("本人からの申請書、医療機関からの診断書", "収集先は本人に限る。"),
        ("本人からの申請書、住民基本台帳からの転記", "本人が出した申請書のみから作成する。"),
        (BY_LINE, "情報は本人からのみ集めており、本人以外の者から集めることはない。"),
        (BY_LINE, "情報を集めるのは本人からだけである。"),
        (BY_LINE, "記録する情報は、すべて本人から直接得たものである。"),
        (BY_LINE, "本人から聞き取ったものに限る。"),
        (BY_LINE, "本人以外の者から得た情報は含まない。"),
        (BY_LINE, "記録は本人の申込書だけをもとに作成している。"),
        ("①本人からの申込書\n②民生委員からの紹介", "ほかの機関から情報を得ることはない。"),
        ("本人からの申出書\n医療機関からの診断書", "専ら本人から収集している。"),
    ],
)
def test_from_whom_alone(how: str, remarks: str) -> None:
    assert card(how=how, remarks=remarks) == {"claim_against_list"}


@pytest.mark.parametrize(
    ("how", "remarks"),
    [
        (HOW, "振込先は申請者本人の名義のものに限る。"),
        ("本人からの申請書", "記録情報は申請者本人の申請書だけから作成する。"),
        (BY_LINE, "情報は、本人、近隣に住む者及び霞野保健所からのみ集めている。"),
        (BY_LINE, "本人からの申出だけを理由に記録を消すことはない。"),
        (BY_LINE, "本人から同意を得た情報のみを渡す。"),
        ("本人からの申請書及び施工業\n者からの報告書", "情報は本人及び施工業者からのみ集める。"),
        (HOW, "記録情報は申請者本人及び施工業者だけから収集する。"),
        (HOW, "本人が同意しないときは、施工業者から収集しない。"),
        ("保護者からの申込書", "本人以外から収集することはない。"),
        (HOW, "利用料は本人だけから集めるとは限らない。"),
    ],
)
def test_from_whom_else(how: str, remarks: str) -> None:
    assert card(how=how, remarks=remarks) == set()


ONE = "(1) 申込みの受付\n(2) 収集日の調整\n(3) 手数料の還付"
OTHER = "(1) 申込みの受付\n(2) 収集日の調整\n(3) 不法投棄者の調査"


@pytest.mark.parametrize(
    ("purpose", "remarks"),
    [
        (f"次の事務に用いるため\n{ONE}", f"この事務の内容は次のとおり。\n{OTHER}"),
        (f"{ONE}\nを行うため", f"利用する事務：\n{OTHER}"),
        (
            "申込みの受付、収集日の調整及び手数料の還付のため",
            "この事務の内容は、申込みの受付、収集日の調整及び不法投棄者の調査である。",
        ),
        (
            "次の事務のため　①申込みの受付　②収集日の調整　③手数料の還付",
            "本事務は、①申込みの受付、②収集日の調整、③不法投棄者の調査である。",
        ),
    ],
)
def test_tasks_told_again(purpose: str, remarks: str) -> None:
    assert "contents_differ" in table(purpose=purpose, remarks=remarks)


@pytest.mark.parametrize(
    "remarks",
    [
        f"この事務の内容は次のとおり。\n{ONE}",
        f"委託する業務は次のとおり。\n{OTHER}",
        f"廃止した事務は次のとおり。\n{OTHER}",
        f"令和8年度から、次の事務にも用いる。\n{OTHER}",
    ],
)
def test_other_tasks(remarks: str) -> None:
    assert table(purpose=f"次の事務に用いるため\n{ONE}", remarks=remarks) == set()


PAPER = "別紙1　提供の一覧\n  {head}   提供先                  提供する項目                方法\n"


def _two_cards(head: str, *rows: tuple[str, str]) -> set[str]:
    cards = [
        CARD.format(**{**FIELDS, "name": name, "to": to}).replace(
            "個人情報ファイル簿\n", f"個人情報ファイル簿（単票）\n整理番号　{number}\n", 1
        )
        for number, name, to in (
            ("福-01", "配食ファイル", f"{A}、{C}"),
            ("福-02", "見守りファイル", B),
        )
    ]
    lines = "".join(f"  {n}      {who}    住所、電話番号、利用日          紙\n" for n, who in rows)
    return raised("\n".join([*cards, PAPER.format(head=head) + lines]), "r.txt")


@pytest.mark.parametrize("head", ["整理番号", "番号    "])
def test_a_table_of_all_passes_somebody_over(head: str) -> None:
    assert "named_once" in _two_cards(head, ("福-01", A), ("福-02", B))
    assert _two_cards(head, ("福-01", A), ("福-01", C), ("福-02", B)) == set()


@pytest.mark.parametrize(
    "told",
    [
        "あらかじめ市の書面による承諾を得た場合に限る。現在、再委託はない。",
        "本人の同意",
        "市が行う安全管理措置",
        "委託先に行わせる対策",
    ],
)
def test_a_head_or_a_sentence_is_nobody(told: str) -> None:
    text = CARD.format(**FIELDS).replace(
        "備考", f"委託先　株式会社かすみ配食\n再委託先　{told}\n備考"
    )
    holders = drafts.draft(text, "r.txt").content["holders"]
    assert {each["label"] for each in holders if each.get("external")} == {"株式会社かすみ配食"}


@pytest.mark.parametrize(
    ("items", "raised"),
    [
        ("児童の氏名、住所、利用日、勤務先電話番号", {"unsourced_item"}),
        ("児童の氏名、住所、利用日、職場の連絡先", {"unsourced_item"}),
        ("児童の氏名、住所、利用日、帰省先住所", {"unsourced_item"}),
        ("児童の氏名、住所、利用日、連絡先", set()),
        ("児童の氏名、住所、利用日、現住所", set()),
    ],
)
def test_an_item_of_another_place(items: str, raised: set[str]) -> None:
    assert table(to=B, more=f'提供する項目,"{items}"\n') == raised


@pytest.mark.parametrize(
    ("remarks", "raised"),
    [
        ("不在のときに配食を受け取る代理人の氏名も、このファイルに記録している。", True),
        ("代理人の氏名も記録している。", True),
        ("弁当を受け取る代理人の氏名も記録している。", True),
        ("会員の代理人の氏名も台帳に書き入れる。", True),
        ("不在の場合に備えて、隣人の電話番号も併せて記録する。", True),
        ("勤務先の名称もこのファイルに含まれる。", True),
        ("不在のときに連絡する会員の電話番号も、このファイルに記録している。", False),
        ("代理人の氏名は、このファイルに記録していない。", False),
        ("代理人の氏名は、別の台帳に記録している。", False),
        ("代理人が来たときは、その氏名を窓口の控えに記録する。", False),
        ("児童の氏名のほか、利用料もこのファイルに記録している。", False),
    ],
)
def test_somebody_else_is_on_record_too(remarks: str, *, raised: bool) -> None:
    assert card(remarks=remarks) == ({"claimed_item_unlisted"} if raised else set())


@pytest.mark.parametrize("gap", ["　", "：", "  "])
def test_items_by_their_numbers_behind_a_name(gap: str) -> None:
    to = f"{A}{gap}1、2及び4の項目\n霞野市消防本部{gap}1から3まで"
    made = drafts.draft(TABLE.format(**{**FIELDS, "to": to}), "r.csv")
    content = json.loads(made.case.to_json())
    lists = [[e["position"] for e in each["entries"]] for each in content["lists"][1:]]
    names = {each["label"] for each in content["holders"]} - {"霞野市"}
    assert lists == [["1", "2", "4"], ["1", "2", "3"]]
    assert names == {A, "霞野市消防本部"}


@pytest.mark.parametrize(
    ("to", "more", "remarks", "raised"),
    [
        (B, "", f"利用料は、{B}に渡さない。", set()),
        (B, "", f"{B}には、電話番号及び利用料を渡さない。", set()),
        (
            f"{B}（児童の氏名、住所及び利用料）",
            "",
            f"利用料は{B}に渡さない。",
            {"claim_against_list"},
        ),
        (B, "提供する項目,全項目\n", f"利用料は{B}に渡さない。", {"claim_against_list"}),
        (
            B,
            "提供する項目,児童の氏名、利用料\n",
            f"利用料は{B}に渡さない。",
            {"claim_against_list"},
        ),
    ],
)
def test_what_does_not_go_to_somebody(to: str, more: str, remarks: str, raised: set[str]) -> None:
    assert table(to=to, more=more, remarks=remarks) == raised
