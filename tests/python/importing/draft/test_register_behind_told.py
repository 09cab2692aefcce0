"""Labels in lines of their own, lists of all whom files are given to, and what is changed."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

CARD = """登録番号	園-{n}
事務の名称	{title}
所管課	みどり課
事務の目的	区画の利用を許可するため
記録項目	①番号、②氏名、③住所
対象者の範囲	{whose}
収集の方法	本人が出す申請書
経常的提供先	{takers}
{more}備考	{remark}

"""
FIRST = {"title": "市民農園利用台帳", "whose": "市民農園の利用者"}
SECOND = {"title": "貸し花壇申込者名簿", "whose": "貸し花壇を申し込んだ者"}
THREE = "①ゆうひ農園組合、②みずべ水利組合、③ゆうひ園芸協会"


def cards(tail: str, remark: str = "提供先は別紙1に掲げる。") -> str:
    one = CARD.format(n=1, takers=THREE, more="", remark=remark, **FIRST)
    two = CARD.format(n=2, takers="①ゆうひ農園組合", more="", remark=remark, **SECOND)
    return f"ゆうひ町　個人情報取扱事務登録簿\n\n{one}{two}{tail}"


HEAD = "別紙1　提供先の一覧\n\n"
PASSED_OVER = (
    HEAD
    + "番号	提供先\n園-1	ゆうひ農園組合\n園-1	みずべ水利組合\n園-2	ゆうひ農園組合\n",
    HEAD + "事務	提供先\n市民農園利用台帳	ゆうひ農園組合、みずべ水利組合\n"
    "貸し花壇申込者名簿	ゆうひ農園組合\n",
    HEAD + "提供先	事務\nゆうひ農園組合	園-1、園-2\nみずべ水利組合	園-1\n",
    HEAD + "園-1の事務\n・ゆうひ農園組合\n・みずべ水利組合\n園-2の事務\n・ゆうひ農園組合\n",
    HEAD + "提供先	園-1	園-2\nゆうひ農園組合	○	○\nみずべ水利組合	○	－\n",
    HEAD + "№	提供先	事務\n1	ゆうひ農園組合	市民農園利用台帳及び貸し花壇申込者名簿\n"
    "2	みずべ水利組合	市民農園利用台帳\n",
    "提供先一覧（園-1及び園-2）\n\n園-1　ゆうひ農園組合、みずべ水利組合\n園-2　ゆうひ農園組合\n",
)


@pytest.mark.parametrize("tail", PASSED_OVER)
def test_a_list_of_all_files_passes_one_over(tail: str) -> None:
    assert "named_once" in raised(cards(tail))


@pytest.mark.parametrize(
    "tail",
    [
        PASSED_OVER[0] + "園-1	ゆうひ園芸協会\n",
        PASSED_OVER[2] + "\n※ ゆうひ園芸協会への提供は毎年4月に限り行う。\n",
        HEAD + "番号	提供先\n園-2	ゆうひ農園組合\n",
        "別紙1　窓口の一覧\n\n番号	窓口\n園-1	ゆうひ農園組合\n園-2	ゆうひ農園組合\n",
    ],
)
def test_a_list_of_all_files_that_is_whole(tail: str) -> None:
    assert not raised(cards(tail))


def changed(title: str, told: str) -> str:
    card = CARD.format(n=1, takers="ゆうひ農園組合", more="", remark="なし", **FIRST)
    return f"個人情報取扱事務登録簿（{title}）\n\nゆうひ町\n\n{told}\n\n{card}"


SECTION = "所管課の名称を「公園課」から「みどり課」に改める。"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("記録項目の追加", f"変更の内容\n　{SECTION}"),
        (
            "提供先の追加",
            "1　変更の概要\n\n登録	変更前	変更後\n"
            "園-1	所管課　公園課	所管課　みどり課\n\n2　変更後の登録簿",
        ),
        ("委託先の変更", f"変更点：{SECTION}"),
        ("委託先の追加", "主な変更点\n・様式の番号を改める。\n・保存期間を5年から3年に改める。"),
        ("記録項目の削除", f"【変更箇所】\n{SECTION}"),
        ("提供先の廃止", "修正箇所\n対象者の書き方を「者」から「人」に改める。"),
    ],
)
def test_the_part_that_tells_what_is_changed_speaks_of_other_things(title: str, told: str) -> None:
    assert raised(changed(title, told)) == {"title_without_content"}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("記録項目の追加", "変更の内容\n　所管課を改めるとともに、住所を記録することとした。"),
        ("提供先の追加", "変更の概要\n登録	変更前	変更後\n園-1	なし	ゆうひ農園組合"),
        ("提供先の変更", "変更点：しずく農園組合からゆうひ農園組合に改めた。"),
        ("記録項目の追加", "変更の内容　別紙のとおり"),
        ("記録項目の追加", f"変更の内容\n　{SECTION}\n\n追加した項目　住所"),
        ("所管課の変更", f"変更の内容\n　{SECTION}"),
    ],
)
def test_the_part_that_tells_what_is_changed_speaks_of_it(title: str, told: str) -> None:
    assert not raised(changed(title, told))


def renamed(title: str, told: str, second: str = "", tail: str = "") -> str:
    one = CARD.format(n=1, takers="ゆうひ農園組合", more=told, remark="なし", **FIRST)
    two = CARD.format(n=2, takers="なし", more=second or told, remark="なし", **SECOND)
    return f"個人情報取扱事務登録簿の変更について（{title}）\n\nゆうひ町\n\n{one}{two}{tail}"


@pytest.mark.parametrize("title", ["記録項目の追加", "提供先の追加"])
@pytest.mark.parametrize(
    "told",
    [
        f"変更の内容\t{SECTION}\n",
        "変更内容\t所管課の変更（公園課から、みどり課へ）\n",
        "改訂の内容\t収集の方法の書き方を改める。\n",
        "変更年月日及び内容\t令和7年4月1日　所管課の名称の変更\n",
        "変更した事項\t所管課の名称を改めた\n",
    ],
)
def test_what_is_changed_stands_on_each_card(title: str, told: str) -> None:
    assert raised(renamed(title, told)) == {"title_without_content"}


TOLD_BELOW = (
    "変更の内容（令和7年8月1日）\n番号\t変更した欄\t変更の内容\n園-1\t所管課\t課の名称の変更\n",
    "変更箇所一覧\n番号\t欄\t変更前\t変更後\n園-1\t所管課\t公園課\tみどり課\n",
    "番号\t事務の名称\t変更した内容\n園-1\t市民農園利用台帳\t所管課の名称を改めた。\n",
    "今回の変更は、所管課の名称を改めるものである。\n",
    "変更したのは、所管課の名称だけである。\n",
    "変更は、所管課の名称に限る。\n",
    "本変更は、様式の文言を整理するものである。\n",
)


@pytest.mark.parametrize("tail", TOLD_BELOW)
def test_what_is_changed_stands_behind_the_cards(tail: str) -> None:
    assert raised(renamed("記録項目の追加", "", tail=tail)) == {"title_without_content"}


@pytest.mark.parametrize(
    ("title", "second", "tail"),
    [
        ("記録項目の追加", "変更の内容\t記録項目に住所を加える。\n", ""),
        ("提供先の追加", "変更の内容\tゆうひ農園組合を加える。\n", ""),
        ("提供先の変更", "変更の内容\tゆうひ農園組合に改める。\n", ""),
        ("記録項目の追加", "", TOLD_BELOW[0] + "園-2\t記録項目\t「③住所」の追加\n"),
        ("記録項目の追加", "", "今回の変更は、別紙のとおり様式を改めるものである。\n"),
        ("記録項目の追加", "", "今回の変更は、住所を記録し、所管課を改めるものである。\n"),
    ],
)
def test_one_of_the_cards_tells_of_what_the_title_says(title: str, second: str, tail: str) -> None:
    first = f"変更の内容\t{SECTION}\n" if second else ""
    assert not raised(renamed(title, first, second, tail))


SENDS = "毎月、利用者の番号の一覧を、町からゆうひ農園組合へ送る。"


def two_ways(tail: str) -> str:
    more = f"提供の内容	{SENDS}\n"
    one = CARD.format(n=1, takers="ゆうひ農園組合", more=more, remark="なし", **FIRST)
    two = CARD.format(n=2, takers="なし", more="", remark="なし", **SECOND)
    return f"ゆうひ町　個人情報取扱事務登録簿\n\n{one}{two}3　組合との情報のやり取り\n\n{tail}\n"


@pytest.mark.parametrize(
    "tail",
    [
        "利用者の番号の一覧は、ゆうひ農園組合が作成して町へ送付する。同組合に一覧を渡すことはない。",
        "町は、ゆうひ農園組合から利用者の番号の一覧を受け取る。同組合へこの一覧を渡すことはない。",
        "利用者の番号の一覧は、ゆうひ農園組合から町へ送られる。町は同組合に当該一覧を送付しない。",
        "利用者の番号の一覧をゆうひ農園組合から町へ送る。",
    ],
)
def test_a_thing_is_called_again_by_its_last_word(tail: str) -> None:
    assert "direction_differs" in raised(two_ways(tail))


@pytest.mark.parametrize(
    "tail",
    [
        "ゆうひ農園組合は、区画の空きを町に知らせる。町から同組合へ空きを送ることはない。",
        "利用者の写真の一覧は町に置き、同組合へ一覧を送ることはない。",
        "ゆうひ農園組合は、利用の有無を記入した利用者の番号の一覧を町へ返す。",
        "返納の日を書き加えた利用者の番号の一覧をゆうひ農園組合から町へ送る。",
    ],
)
def test_another_thing_or_one_that_comes_back(tail: str) -> None:
    assert not raised(two_ways(tail))


def recorded(remark: str, items: str = "①番号、②氏名、③住所") -> str:
    card = CARD.format(n=1, takers="なし", more="", remark=remark, **FIRST)
    return f"ゆうひ町　個人情報取扱事務登録簿\n\n{card}".replace("①番号、②氏名、③住所", items)


@pytest.mark.parametrize(
    "whose", ["主治医", "保証人", "民生委員", "家主", "配偶者", "担任教諭", "ケアマネジャー"]
)
def test_the_name_of_somebody_else_is_another_item(whose: str) -> None:
    told = f"{whose}の氏名もこの台帳に記録している。"
    assert raised(recorded(told)) == {"claimed_item_unlisted"}
    assert not raised(recorded(told, f"①番号、②氏名、③{whose}の氏名"))


@pytest.mark.parametrize(
    ("told", "items"),
    [
        ("申請者の氏名もこの台帳に記録している。", "①番号、②氏名"),
        ("主治医の氏名もこの台帳に記録している。", "①氏名、②担当医師名"),
        ("配偶者の氏名もこの台帳に記録している。", "①氏名、②家族の氏名"),
        ("保証人の氏名もこの台帳に登録している。", "①氏名、②連帯保証人の氏名及び住所"),
        ("主治医の氏名は、この台帳に記録しない。", "①番号、②氏名"),
    ],
)
def test_the_name_of_the_person_or_of_somebody_listed(told: str, items: str) -> None:
    assert not raised(recorded(told, items))


STACKED = {
    "name": "個人情報ファイルの名称",
    "body": "行政機関等の名称",
    "section": "ファイルを利用する事務をつかさどる組織の名称",
    "purpose": "個人情報ファイルの利用目的",
    "items": "このファイルに記録している主な項目",
    "subjects": "このファイルに記録される本人の範囲や類型",
    "collection": "個人情報ファイルに記録される個人情報の収集方法",
    "recipients": "記録情報を経常的に提供する場合には、その提供先",
    "remarks": "備考",
}
VALUES = {
    "name": "市民農園利用者ファイル",
    "body": "ゆうひ町長",
    "section": "みどり課農園係",
    "purpose": "農園の区画の利用を許可するため",
    "items": "1番号、2氏名、3住所",
    "subjects": "市民農園の利用を許可された者",
    "collection": "本人が出す利用申込書",
    "recipients": "①ゆうひ農園組合\n②みずべ水利組合",
    "remarks": "なし",
}


def stacked(labels: dict[str, str] | None = None, **values: str) -> dict[str, Any]:
    names = STACKED | (labels or {})
    lines = "".join(f"{names[each]}\n{(VALUES | values)[each]}\n" for each in names)
    return draft(f"ゆうひ町　個人情報ファイル簿\n\n{lines}").content


def takers(found: dict[str, Any]) -> list[str]:
    names = {each["id"]: each["label"] for each in found["holders"]}
    flows = [flow for flow in found["flows"] if flow["relation"] == "provide"]
    return [names[id_] for flow in flows for id_ in flow["to"]]


@pytest.mark.parametrize(
    "label",
    [
        "記録情報を経常的に提供する場合には、その提供先",
        "記録情報を当該行政機関以外の者に経常的に提供する場合の提供先",
        "記録情報を町以外の者に経常的に提供するときは、その提供先",
        "保有個人情報を経常的に提供している相手先",
        "他の機関に提供する場合のその提供先",
        "庁外の機関に続けて提供する提供先",
    ],
)
def test_a_label_in_a_line_of_its_own_is_known_by_its_words(label: str) -> None:
    found = stacked({"recipients": label})
    assert takers(found) == ["ゆうひ農園組合", "みずべ水利組合"]
    assert [each["label"] for each in found["subjects"]] == ["市民農園の利用を許可された者"]
    assert len(found["lists"][0]["entries"]) == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("purpose", "農園の区画の利用を\n外部提供の同意の確認とともに行うため"),
        ("purpose", "利用及び\n要配慮者への案内を行うため"),
        ("collection", "本人からの申込み\n委託先からの報告"),
        ("items", "1番号、2氏名、3提供\n先の名称"),
        ("items", "番号\n氏名\nサービス提供機関"),
    ],
)
def test_a_value_that_goes_on_is_no_label(field: str, value: str) -> None:
    found = stacked({"subjects": "記録範囲"}, **{field: value})
    assert takers(found) == ["ゆうひ農園組合", "みずべ水利組合"]
    assert len(found["lists"][0]["entries"]) == 3
    assert len(found["subjects"]) == 1
