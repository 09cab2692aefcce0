"""Registers told row by row, indexes beside their cards, and what remarks say beside the fields."""

from __future__ import annotations

import json
from typing import Any

import drafts
import pytest

from nagarezu.importing.fields.inner_marks import parted
from nagarezu.importing.form.register import labels


def content(text: str, name: str = "r.txt") -> dict[str, Any]:
    return drafts.draft(text, name).content


def raised(text: str, name: str = "r.txt") -> set[str]:
    case = drafts.draft(text, name).case
    rows = json.loads(json.dumps(case.table("findings").to_json()))["rows"]
    return {str(row["code"]) for row in rows if row["severity"] != "info"}


def card(remark: str = "なし", partner: str = "なし", **more: str) -> str:
    fields = {
        "事務の名称": "貸し舟事務",
        "所管課": "港湾課",
        "事務の目的": "町営の舟を貸し、使用料を収納する。",
        "対象者の範囲": "舟の利用者",
        "記録項目": "1氏名、2住所、3電話番号、4利用日",
        "経常的提供先": "なし",
        "委託先": partner,
        **more,
        "備考": remark,
    }
    lines = "".join(f"{label},{value}\n" for label, value in fields.items())
    return f"個人情報取扱事務登録簿　浦浜町,\n{lines}"


@pytest.mark.parametrize(
    "printed",
    [
        "(1)氏名、(2)続柄、(3)電話番号",
        "(1) 氏名 (2) 続柄 (3) 電話番号",
        "（ア）氏名、（イ）続柄、（ウ）電話番号",
        "ア 氏名、イ 続柄、ウ 電話番号",
        "ア氏名、イ続柄、ウ電話番号",
        "ア．氏名　イ．続柄　ウ．電話番号",
        "①氏名②続柄③電話番号",
        "1氏名、2続柄、3電話番号",
        "a.氏名 b.続柄 c.電話番号",
        "８－１氏名、８－２続柄、８－３電話番号",
    ],
)
def test_the_parts_of_a_bracket_lose_their_marks(printed: str) -> None:
    assert parted(printed) == ["氏名", "続柄", "電話番号"]


@pytest.mark.parametrize(
    "printed",
    [
        "アレルギー、既往歴",
        "1歳児、2歳児、3歳児",
        "アーモンド、イカ",
        "1次検査、2次検査",
        "自宅、勤務先",
    ],
)
def test_what_only_looks_like_a_mark_stays(printed: str) -> None:
    assert parted(printed) == []


KEYED = """登録番号,欄,記載
港-1,事務の名称,貸し舟事務
港-1,所管課,港湾課
港-1,事務の目的,舟を貸す。
港-1,対象者の範囲,舟の利用者
港-1,記録項目（利用者に関する事項）,1氏名、2住所
港-1,記録項目（同乗者に関する事項）,3氏名、4続柄
港-1,外部委託の相手方,株式会社みなと丸
港-2,事務の名称,係留許可事務
港-2,所管課,港湾課
港-2,事務の目的,係留を許可する。
港-2,対象者の範囲,係留の許可を受けた者
港-2,記録項目,1氏名、2船名
港-2,外部委託の相手方,なし
"""


def test_a_table_that_tells_the_number_in_each_row_is_a_card_for_each() -> None:
    found = content(KEYED, "r.csv")
    assert [each["title"] for each in found["matters"]] == ["貸し舟事務", "係留許可事務"]
    partners = {each["id"]: each["label"] for each in found["holders"]}
    entrusted = [partners[f["to"][0]] for f in found["flows"] if f["relation"] == "entrust"]
    assert entrusted == ["株式会社みなと丸"]
    assert "duplicated_row" not in raised(KEYED, "r.csv")


@pytest.mark.parametrize(
    "printed",
    [
        "委託先に渡す情報の媒体",
        "委託先に渡す情報の記録媒体",
        "委託先への受渡しの方法",
        "委託先とのやりとりの方法",
        "受託者への引渡し方法",
        "委託先への情報の送付方法",
        "提供先に渡す媒体",
        "結合先とのデータの交換方法",
    ],
)
def test_how_something_is_handed_over_is_no_partner(printed: str) -> None:
    found = labels.find(printed)
    assert found is not None and found.field in ("detail", "medium")


@pytest.mark.parametrize(
    ("medium", "remark", "expected"),
    [
        ("紙", "利用者の名簿は、電子メールで株式会社みなと丸に送る。", "channel_not_in_media"),
        (
            "電子メール",
            "予約の一覧は、CD-Rに収めて株式会社みなと丸に持参する。",
            "channel_not_in_media",
        ),
        ("紙", "利用者の名簿は、紙で株式会社みなと丸に手渡す。", ""),
        ("紙", "利用者には、電子メールで予約の結果を知らせる。", ""),
    ],
)
def test_a_remark_tells_another_way_than_the_field(medium: str, remark: str, expected: str) -> None:
    text = card(remark, "株式会社みなと丸", 委託先に渡す情報の媒体=medium)
    assert raised(text, "r.csv") == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("source", "remark", "expected"),
    [
        (
            "本人、浦浜警察署（盗難船名簿は同署が作り、町はこれを受け取るのみである。）",
            "浦浜警察署には、町で作った盗難船名簿を毎月送付している。",
            True,
        ),
        (
            "本人、浦浜警察署（盗難船名簿は同署が作り、町はこれを受け取るのみである。）",
            "浦浜警察署には、氏名及び住所を毎月提供している。",
            False,
        ),
        ("本人、浦浜警察署", "浦浜警察署には、盗難船名簿を毎月送付している。", False),
    ],
)
def test_a_bracket_denies_that_one_thing_goes(source: str, remark: str, expected: bool) -> None:
    text = card(remark, 収集先=source).replace("経常的提供先,なし", "経常的提供先,浦浜警察署")
    assert ("direction_differs" in raised(text, "r.csv")) is expected


@pytest.mark.parametrize(
    ("label", "some", "remark", "expected"),
    [
        ("利用者名簿を渡す委託先", "甲海運株式会社、乙海運株式会社", "なし", True),
        (
            "利用者名簿を渡す委託先",
            "甲海運株式会社、乙海運株式会社",
            "丙海運株式会社には渡さない。",
            False,
        ),
        ("利用者名簿を渡す委託先", "甲海運株式会社", "なし", False),
    ],
)
def test_a_second_list_passes_one_partner_over(
    label: str, some: str, remark: str, expected: bool
) -> None:
    every = "甲海運株式会社、乙海運株式会社、丙海運株式会社"
    text = card(remark, every, **{label: some})
    assert ("named_once" in raised(text, "r.csv")) is expected


@pytest.mark.parametrize(
    "wording",
    [
        "入力は、株式会社みなと丸から有限会社みさき入力サービスが請け負って行っている。",
        "入力は、株式会社みなと丸が有限会社みさき入力サービスに再委託している。",
    ],
)
def test_who_hands_on_is_no_part_of_the_name(wording: str) -> None:
    found = content(card(wording, "株式会社みなと丸", 再委託="認めない。"), "r.csv")
    assert "有限会社みさき入力サービス" in {each["label"] for each in found["holders"]}
    assert "reentrustment_forbidden" in raised(
        card(wording, "株式会社みなと丸", 再委託="認めない。"), "r.csv"
    )


def test_numbers_of_one_name_in_two_files_are_of_two_groups() -> None:
    one = card(対象者の範囲="許可を受けた者", 本人の数='"1,204人（令和5年4月1日現在）"')
    two = one.split("\n", 1)[1].replace("貸し舟", "係留").replace("1,204", "1,377")
    assert raised(one + two, "r.csv") == set()


def test_what_one_gets_is_no_list_of_all() -> None:
    text = card("浦浜漁業協同組合に提供するのは、氏名、住所及び利用日である。")
    assert (
        raised(text.replace("経常的提供先,なし", "経常的提供先,浦浜漁業協同組合"), "r.csv") == set()
    )


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("町内に住所を有する全ての者", {"scope_wider_than_purpose"}), ("進学する全ての生徒", set())],
)
def test_a_purpose_for_some_and_a_scope_of_everybody(scope: str, expected: set[str]) -> None:
    purpose = "中学校を卒業して進学する生徒に支度金を支給する。"
    text = card("なし", "株式会社みなと丸", 対象者の範囲=scope, 事務の目的=purpose)
    assert raised(text, "r.csv") == expected


INDEX = """# 個人情報ファイル簿　一覧

| 番号 | 個人情報ファイルの名称 | 事務の内容 | 記録範囲及び人数 | 経常的提供先 |
|---|---|---|---|---|
| 1 | 係留許可ファイル | 1 受付 2 {step} 3 許可 | 許可を受けた者　{number} | {whom} |
| 2 | 貸し舟利用者ファイル | 1 受付 2 貸出し 3 収納 | 舟の利用者　870人 | 無 |

| 個人情報ファイルの名称 | 係留許可ファイル |
| 事務の内容 | 1 受付 2 審査 3 許可 |
| 記録項目 | 1 氏名 2 船名 3 住所 |
| 記録範囲 | 許可を受けた者 |
| 本人の数 | 1,204人 |
| 経常的提供先 | 浦浜警察署、浦浜漁業協同組合 |

| 個人情報ファイルの名称 | 貸し舟利用者ファイル |
| 事務の内容 | 1 受付 2 貸出し 3 収納 |
| 記録項目 | 1 氏名 2 住所 3 利用日 |
| 記録範囲 | 舟の利用者 |
| 本人の数 | 870人 |
| 経常的提供先 | 無 |
"""
BOTH = "浦浜警察署、浦浜漁業協同組合"


@pytest.mark.parametrize(
    ("step", "number", "whom", "expected"),
    [
        ("審査", "1,204人", BOTH, set()),
        ("審査", "1,204人", "浦浜警察署ほか1団体", set()),
        ("現地の調査", "1,204人", BOTH, {"contents_differ"}),
        ("審査", "1,204人", "浦浜警察署", {"named_once"}),
        ("審査", "1,204人", BOTH + "、浦浜観光協会", {"named_once"}),
        ("審査", "1,204人", "浦浜警察署、浦浜観光協会", {"contents_differ"}),
        ("審査", "約1,204人", BOTH, {"count_bound"}),
    ],
)
def test_an_index_is_held_against_its_cards(
    step: str, number: str, whom: str, expected: set[str]
) -> None:
    assert raised(INDEX.format(step=step, number=number, whom=whom)) == expected
