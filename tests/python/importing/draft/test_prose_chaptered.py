"""Papers in chapters of whatever name, and labels on lines of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

PARTS = (
    ("事業の趣旨", ("高齢者に配食の案内を送る。宛名の印刷に3週間を要している。",)),
    ("対象となる者", ("(1)　案内の対象者　3,210人（令和7年3月1日現在）",)),
    ("委託先", ("株式会社はまゆう印刷", "再委託は行わせない。")),
    ("委託先が取り扱う項目", ("① 氏名", "② 住所", "③ 電話番号", "④ 利用者番号")),
    ("委託先に渡す情報の形", ("暗号化した電子データを渡す。",)),
    ("作業の流れ", ("(1)　高齢福祉課は、台帳から対象となる者を選び出す。",)),
    ("期間と経費", ("委託期間は、令和7年5月1日から令和7年9月30日までとする。",)),
    ("市の情報保護対策", ("1　契約に秘密の保持を定める。", "2　送る前に係長が確かめる。")),
    ("委託先の情報保護対策", ("1　携わる者を名簿で管理する。", "2　刷り損じは裁断する。")),
)
KANJI = "一二三四五六七八九"


def content(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).case.to_json())
    return found


def takers(case: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    return {(names[id_], flow["relation"]) for flow in case["flows"] for id_ in flow["to"]}


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("個人情報保護審議会　説明資料", "{n}　{head}"),
        ("令和7年度第2回審議会資料", "{n}．{head}"),
        ("協議資料", "{n}. {head}"),
        ("事前説明資料", "第{n}　{head}"),
        ("審議会提出資料", "第{k}　{head}"),
        ("説明資料", "{k}　{head}"),
        ("議案説明資料", "{k}、{head}"),
        ("審議資料", "{r}　{head}"),
        ("概要説明書", "■ {head}"),
        ("審議会資料", "○{head}"),
        ("審査会　配布資料", "【{head}】"),
    ],
)
def test_chapters_make_a_paper_prose_whatever_it_is_called(title: str, head: str) -> None:
    lines = [title, "", "配食案内状作成業務の委託について（説明資料）", "", "福祉部高齢福祉課", ""]
    for at, (words, below) in enumerate(PARTS, 1):
        roman = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨ"[at - 1]
        lines += [head.format(n=at, k=KANJI[at - 1], r=roman, head=words), *below, ""]
    case = content("\n".join(lines))
    assert takers(case) == {("株式会社はまゆう印刷", "entrust")}
    listed = [[entry["label"] for entry in each["entries"]] for each in case["lists"]]
    assert listed == [["氏名", "住所", "電話番号", "利用者番号"]]
    assert len(case["safeguards"]) == 4
    assert case["matters"][0]["title"].startswith("配食案内状作成業務の委託について")


FRONT = """緑循第31号
令和7年2月3日

緑市個人情報保護審査会会長　様

緑市長

ふれあい収集業務の委託について（諮問）

1 事業の目的
戸口からごみを集める。

2 対象者
利用世帯　312世帯（令和7年1月1日現在）

"""
BACK = """

4 情報の提供先
緑地域包括支援センター
提供の根拠
本人の同意
提供の方法
紙の連絡票

5 取り扱う項目
番号\t項目
1\t氏名
2\t住所
3\t利用日
4\t利用の結果

6 安全対策（市）
番号\t層\t対策
1\t運用\t同意欄を職員2名で確かめる。
2\tシステム\t接続は資源循環課の端末に限る。

7 安全対策（委託先等）
番号\t層\t対策
1\t運用\t研修を受けさせる。
2\tシステム\t端末は指紋認証とする。
"""
TERM = "令和7年4月1日から令和8年3月31日まで"


@pytest.mark.parametrize(
    "lines",
    [
        "委託先/株式会社みかげ/再委託先/有限会社ことぶき（保守）/委託の期間/TERM"
        "/委託の内容/1 収集/2 声かけ/3 入力",
        "委託先の名称/株式会社みかげ/再委託の有無/有/再委託先の名称/有限会社ことぶき/委託期間/TERM",
        "株式会社みかげ/委託する業務/(1) 収集/(2) 声かけ/委託期間/TERM/再委託先/有限会社ことぶき",
        "【委託先】/株式会社みかげ/【再委託先】/有限会社ことぶき/【委託期間】/TERM",
        "委託先/株式会社みかげ/選定の方法/一般競争入札/再委託先/有限会社ことぶき/委託期間/TERM",
        "株式会社みかげ/所在地/緑市中央1丁目2番3号/委託の内容/収集/再委託先/有限会社ことぶき",
        "(1) 委託先/株式会社みかげ/(2) 再委託先/有限会社ことぶき/(3) 委託の内容/ア 収集/イ 声かけ",
        "委託先\t株式会社みかげ/再委託先\t有限会社ことぶき/委託期間\tTERM",
        "項目\t内容/委託先\t株式会社みかげ/再委託先\t有限会社ことぶき/委託期間\tTERM",
        "名称\t区分\t業務/株式会社みかげ\t委託先\t収集/有限会社ことぶき\t再委託先\t端末の保守",
        "事業者名 | 役割 | 業務/株式会社みかげ | 委託先 | 収集/有限会社ことぶき | 再委託先 | 保守",
        "委託先：株式会社みかげ/再委託先：有限会社ことぶき/委託期間：TERM",
    ],
)
def test_labels_and_their_values_name_no_recipients(lines: str) -> None:
    below = "3 委託先等\n" + lines.replace("TERM", TERM).replace("/", "\n")
    case = content(FRONT + below + BACK)
    assert takers(case) == {
        ("株式会社みかげ", "entrust"),
        ("有限会社ことぶき", "reentrust"),
        ("緑地域包括支援センター", "provide"),
    }
    layers = [(each["party"], each["layer"]) for each in case["safeguards"]]
    assert layers == [(p, each) for p in ("own", "partner") for each in ("operational", "system")]
    assert raised(FRONT + below + BACK) == set()


HANDED = """3 情報の受渡し
送り手\t受け手\t内容\t方法
市\t緑商工会議所\t{given}\t紙
緑商工会議所\t市\t{taken}\t紙

4 考え方
{told}

5 取り扱う項目
番号\t項目
1\t氏名
2\t住所
3\t電話番号
4\t利用日
5\t利用の結果
"""


def handed(given: str, taken: str, told: str) -> set[str]:
    return raised(FRONT + HANDED.format(given=given, taken=taken, told=told))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("項目1、2及び5", "利用の結果については、市は緑商工会議所から受け取るだけである。"),
        ("項目1～3及び5", "利用の結果は、市が緑商工会議所から受け取るだけである。"),
        ("項目1から3まで及び5", "利用の結果に関しては、市は緑商工会議所から受領するのみである。"),
        ("氏名、利用の結果", "利用の結果については、緑商工会議所から知らせを受けるのみとする。"),
        (
            "氏名及び利用の結果",
            "利用の結果については、市は緑商工会議所からこれを受けるだけである。",
        ),
    ],
)
def test_an_item_of_a_row_is_held_against_what_a_sentence_says_of_it(given: str, told: str) -> None:
    assert "direction_differs" in handed(given, "項目4", told)


@pytest.mark.parametrize(
    "told",
    [
        "利用の結果については、市は緑商工会議所からこれを受け取るだけである。",
        "利用の結果は、市が緑商工会議所から受け取るだけである。",
        "利用の結果に関しては、緑商工会議所から市に渡すのみとし、市から渡すことはない。",
        "住所については、市が緑商工会議所に渡すだけで、受け取ることはない。",
        "氏名については、市が緑商工会議所に渡すのみであり、受け取ることはない。",
        "電話番号に関しては、市が緑商工会議所に知らせるだけである。",
    ],
)
def test_rows_that_agree_with_what_is_said_raise_nothing(told: str) -> None:
    assert handed("項目1から3まで", "項目4及び5", told) == set()


def test_numbers_of_a_group_at_several_days() -> None:
    table = "4 推移\n時点\t利用世帯\t新規\n令和6年1月1日現在\t289世帯\t53\n"
    body = f"{FRONT}3 委託先\n株式会社みかげ\n\n{table}"
    same = body + "令和7年1月1日現在\t312世帯\t60\n"
    assert raised(same) == set()
    assert raised(same.replace("\t312", "\t321")) == {"count_differs"}


def test_the_name_of_the_paper_and_the_section_are_no_part_of_the_title() -> None:
    for above in ("諮問書", "説明資料", "環境部資源循環課", "審議資料（案）"):
        text = FRONT.replace("ふれあい", f"{above}\nふれあい")
        assert content(text)["matters"][0]["title"] == "ふれあい収集業務の委託について"


CITING = """3 委託先
株式会社みかげ

4 措置
(1) 鍵を掛ける。
(2) 記録を残す。

5 まとめ
{told}
"""


@pytest.mark.parametrize(
    "told",
    [
        "市は、4(3)に掲げる措置を毎年見直す。",
        "4の(5)に示す措置を守る。",
        "詳しくは、4(4)のとおりである。",
        "4(9)の措置を徹底する。",
    ],
)
def test_a_part_that_a_chapter_does_not_have(told: str) -> None:
    assert "crosswalk_unresolved" in raised(FRONT + CITING.format(told=told))


@pytest.mark.parametrize(
    "told",
    [
        "市は、4(2)に掲げる措置を毎年見直す。",
        "条例第4条(3)に掲げる措置を守る。",
        "仕様書4(3)に示す措置を守る。",
        "別紙4(3)に掲げる措置を守る。",
        "国の指針の第8の8(3)に掲げる措置を守る。",
        "4(3名)の班で行う。",
    ],
)
def test_parts_that_are_there_or_elsewhere_raise_nothing(told: str) -> None:
    assert "crosswalk_unresolved" not in raised(FRONT + CITING.format(told=told))
