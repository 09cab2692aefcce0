"""What sentences say of things in the hand, of what a partner is handed, of places and persons."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

LETTER = """あさひ町長

入退室システムの導入及びその保守の委託について（諮問）

1　対象者
{subjects}
2　システム
(1)　{where}
(2)　記録する項目
ア　児童の氏名
イ　カード番号
ウ　施設名
エ　入室の時刻
オ　保護者の氏名
(3)　使い方
{told}
3　委託
(1)　委託先
株式会社きつねデータ
{head}
{handed}
4　資料
{flow}
"""
FIRM = "株式会社きつねデータ"


def paper(**words: str) -> str:
    given = {
        "subjects": "登録している児童　412人（令和6年5月1日現在）",
        "where": "記録するシステム\n入退室システム",
        "told": "施設ごとに端末を置く。",
        "head": "(2)　委託先に渡す情報",
        "handed": "カード番号、施設名",
        "flow": "適当である。",
    }
    return LETTER.format(**{**given, **words})


def case_of(**words: str) -> dict[str, Any]:
    return draft(paper(**words)).content


WHOLE = {"handed": "2(2)の項目の全部とする。"}


@pytest.mark.parametrize(
    "told",
    [
        "保護者への電子メールには、施設名と時刻だけを載せる。",
        "カードの表には町の紋章だけを刷り、裏にはカード番号だけを書く。",
        "掲示板には施設名のみを表示する。",
        "封筒の表には施設名のみを印字し、保護者の氏名は印字しない。",
        "玄関のモニターには施設名だけを映す。",
        "カードに埋め込んだ部品には、カード番号だけを書き込む。",
        "配るシールにはカード番号のみを印刷する。",
        "スマートフォンの通知には施設名だけを載せる。",
        "名札には施設名とカード番号だけを記載し、児童の氏名は載せない。",
        "写真の台紙にはカード番号だけを書く。",
        "出席簿の控えには施設名だけを書く。",
    ],
)
def test_a_thing_in_the_hand_is_no_list(told: str) -> None:
    assert "claim_against_list" not in raised(paper(told=told, **WHOLE))


@pytest.mark.parametrize(
    "told",
    [
        f"{FIRM}に渡すのは、施設名とカード番号だけとする。",
        "委託先に渡す名簿には施設名だけを載せる。",
        f"{FIRM}が受け取るデータには、カード番号のみを記録する。",
        f"{FIRM}には児童の氏名を渡さない。",
        "入退室システムには、カード番号と施設名だけを記録する。",
    ],
)
def test_what_goes_or_is_kept_is_one(told: str) -> None:
    assert "claim_against_list" in raised(paper(told=told, **WHOLE))


def given(case: dict[str, Any]) -> list[str] | None:
    """What goes to the partner by name; nothing known where the flow is open."""
    names = {each["id"]: each["label"] for each in case["items"]}
    lists = {each["id"]: each["entries"] for each in case["lists"]}
    flow = next(each for each in case["flows"] if each["relation"] == "entrust")
    entries = [entry["item"] for id_ in flow.get("lists", []) for entry in lists[id_]]
    found = [names[id_] for id_ in (*entries, *flow.get("items", []))]
    return None if flow.get("open") else found


@pytest.mark.parametrize(
    "handed",
    [
        "カード番号、施設名",
        "2(2)の項目のうちイ及びウ",
        "2(2)のイ及びウの情報を渡す。児童の氏名は渡さない。",
        "氏名に代えて記号を用い、これに2(2)のイ及びウの情報を添えて渡す。",
        "ア　カード番号\nイ　施設名",
    ],
)
def test_the_partner_gets_what_is_told_and_not_all_that_is_kept(handed: str) -> None:
    assert given(case_of(handed=handed)) == ["カード番号", "施設名"]
    assert "claim_against_list" not in raised(paper(handed=handed))


@pytest.mark.parametrize(
    "handed",
    [
        "児童の氏名及び保護者の氏名は渡さない。それ以外の情報は、記号を付けて渡す。",
        "氏名を除いた情報を渡す。保護者の氏名は渡さない。",
        "保守に必要なものとし、保護者の氏名は渡さない。",
    ],
)
def test_sentences_that_leave_something_out_leave_open_what_goes(handed: str) -> None:
    assert given(case_of(handed=handed)) is None
    assert "claim_against_list" not in raised(paper(handed=handed))


@pytest.mark.parametrize("handed", ["2(2)の項目の全部とする。", "記録する項目と同じ"])
def test_all_that_is_kept_may_go(handed: str) -> None:
    assert len(given(case_of(handed=handed)) or []) == len("アイウエオ")


TABLE = "番号	項目\n1	児童の氏名\n2	カード番号\n3	施設名\n4	保護者の氏名"


@pytest.mark.parametrize(
    "handed",
    [
        "2の表の番号2及び番号3の情報を渡す。",
        "2の表の番号2及び3の情報を渡す。",
        "2の番号2及び番号3を渡し、氏名は渡さない。",
    ],
)
def test_items_of_a_table_are_named_by_their_numbers(handed: str) -> None:
    text = paper(handed=handed)
    start, end = text.index("ア　児童"), text.index("(3)　使い方")
    case = draft(text[:start] + TABLE + "\n" + text[end:]).content
    assert given(case) == ["カード番号", "施設名"]


PEOPLE = "ア　{0}　518人（令和7年4月1日現在）\nイ　{0}の{1}　463人（令和7年4月1日現在）"


@pytest.mark.parametrize(
    ("group", "theirs"),
    [
        ("登録している児童", "保護者"),
        ("要介護認定を受けている者", "家族"),
        ("避難に助けの要る者", "支援者"),
        ("奨学金を借りている学生", "連帯保証人"),
        ("住宅に入居している世帯主", "同居人"),
        ("保育園に通う園児", "きょうだい"),
    ],
)
def test_those_who_belong_to_a_group_are_another(group: str, theirs: str) -> None:
    assert "count_differs" not in raised(paper(subjects=PEOPLE.format(group, theirs)))


@pytest.mark.parametrize(
    "told", ["登録している児童は463人である。", "登録している児童の数は463人である。"]
)
def test_a_number_of_the_same_group_is_told_again(told: str) -> None:
    assert "count_differs" in raised(paper(told=told))


@pytest.mark.parametrize(
    "where",
    [
        "記録の場所\nデータの記録先は入退室システムである。",
        "記録の場所\n情報の保存先は、入退室システムとする。",
        "扱い\n記録する場所は、町の入退室システムとする。",
        "扱い\n受け取った記録の登録先は入退室システムです。",
        "扱い\n入力するシステムは、入退室システムのみとする。",
    ],
)
def test_where_data_are_recorded_is_told_as_a_place(where: str) -> None:
    case = case_of(where=where)
    systems = [each["label"] for each in case["holders"] if each["kind"] == "system"]
    assert systems == ["入退室システム"]


ONE_WAY = {"head": "(2)　委託する業務", "handed": "保守"}
FLOW = """(1)　町は、名簿を{place}へ送信する。
(2)　町は{firm}から結果を受信するだけであり、町から同社へ送信するデータはない。"""


@pytest.mark.parametrize(
    "place",
    [
        f"{FIRM}の収納サーバー",
        f"{FIRM}の端末",
        f"{FIRM}の作業場",
        f"{FIRM}の受信用機器",
        f"{FIRM}の担当者",
        f"{FIRM}の営業所",
        FIRM,
    ],
)
def test_what_goes_to_a_machine_of_a_partner_goes_to_it(place: str) -> None:
    assert "direction_differs" in raised(paper(flow=FLOW.format(place=place, firm=FIRM), **ONE_WAY))


@pytest.mark.parametrize("place", ["町の端末", "町の収納サーバー", "庁内の作業室"])
def test_what_goes_to_an_own_machine_does_not(place: str) -> None:
    assert "direction_differs" not in raised(
        paper(flow=FLOW.format(place=place, firm=FIRM), **ONE_WAY)
    )
