"""What the rows and the overview of agenda sheets tell beside their lists."""

from __future__ import annotations

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

PAPER = """審議会 付議事項
件名\t{title}
事業の概要
事業名\t手ぬぐいの引換
対象者\t引換券を受け取った者
事業内容\t1 対象者数<br>引換券を受け取った者 2,340人（令和5年4月1日現在）<br>2 委託する業務
\t(1) 券の印刷<br>(2) 券の{sent}<br>(3) 問合せへの対応{overview}

件名 {title}
保有課（担当課）\t産業課
登録業務の名称\t手ぬぐい
委託先\t{partner}
委託に伴い事業者に処理させる情報項目\t{items}
処理させる情報項目の記録媒体\t{media}
委託理由\t{reason}
委託の内容\t{content}
委託の開始時期及び期限\t令和5年6月1日から令和6年3月31日まで
委託にあたり町が行う情報保護対策\t1 鍵を掛ける。
受託事業者に行わせる情報保護対策\t1 鍵を掛けさせる。
"""
USUAL = {
    "title": "手ぬぐいの引換業務の委託について",
    "sent": "発送",
    "overview": "",
    "partner": "株式会社ときわ紙工",
    "items": "①氏名 ②住所",
    "media": "電磁的媒体（引換システム）",
    "reason": "専用の設備を要するため。",
    "content": "1 券の印刷<br>2 券の発送<br>3 問合せへの対応",
}


def draft(**parts: str) -> Draft:
    text = PAPER.format(**{**USUAL, **parts})
    return drafts.draft(text)


def found(**parts: str) -> set[str]:
    return drafts.codes(draft(**parts))


def test_the_usual_paper_raises_nothing() -> None:
    assert found() == set()


@pytest.mark.parametrize(
    ("part", "words", "code"),
    [
        (
            "content",
            "1 券の印刷<br>2 台紙の作成（令和5年4月10日から同月28日まで行わせる。）<br>3 発送",
            "period_outside_contract",
        ),
        (
            "overview",
            "<br>3 日程<br>台紙の作成は、令和5年4月3日から同年5月10日までに行う。",
            "period_outside_contract",
        ),
        (
            "content",
            "1 券の印刷<br>2 実績の集計（令和6年4月から令和6年5月まで）",
            "period_outside_contract",
        ),
        (
            "content",
            "1 印刷<br>2 未交換の者（令和5年4月1日現在の券を受け取った者2,430人のうち51人）の通知",
            "count_differs",
        ),
        ("content", "1 券の印刷（名簿は町がCD-Rに収めて引き渡す。）", "channel_not_in_media"),
        (
            "overview",
            "<br>3 授受<br>名簿は、委託先にUSBメモリにより引き渡す。",
            "channel_not_in_media",
        ),
        (
            "reason",
            "引換券を受け取った者が2,430人（令和5年4月1日現在）に上るため。",
            "count_differs",
        ),
        ("reason", "対象者2,430人（令和5年4月1日現在）に対し人手が足りない。", "count_differs"),
        (
            "reason",
            "令和5年4月1日現在の引換券を受け取った者は2,430人であるため。",
            "count_differs",
        ),
        ("overview", "<br>3 日程<br>令和5年5月　券の印刷", "period_outside_contract"),
        ("sent", "回収", "contents_differ"),
        (
            "content",
            "1 券の印刷<br>2 券の発送<br>3 問合せへの対応（有限会社あさひ電話が行う。）",
            "partner_not_named",
        ),
    ],
)
def test_what_a_row_tells_is_held_against_the_others(part: str, words: str, code: str) -> None:
    assert found(**{part: words}) == {code}


@pytest.mark.parametrize(
    "parts",
    [
        {"sent": "送付"},  # another word for the same
        {"content": "1 券の印刷（令和5年6月に実施）"},
        {"content": "1 券の印刷<br>2 名簿は専用回線により送信する。"},
        {"media": "紙媒体（名簿）、USBメモリ", "content": "名簿は町がUSBメモリで貸与する。"},
        {"content": "1 券の印刷（従来は有限会社あさひ電話が行うこととしていた。）"},
        {"content": "1 券の印刷<br>2 交換の開始（令和6年4月1日）"},
        {"reason": "引換券を受け取った者が2,340人に上るため。"},
        {"reason": "対象者のうち町外の者が430人（令和5年4月1日現在）いるため。"},
        {"overview": "<br>3 日程<br>令和5年4月　提案の募集の実施<br>令和5年6月　券の印刷"},
        {"overview": "<br>3 経過<br>令和4年6月　券の印刷"},
        {"reason": "引換券を受け取った者が3,000人（令和6年4月1日見込み）に増えるため。"},
        {"content": "1 印刷（有限会社あさひが提供する電子計算機を用いる。）<br>2 発送"},
        {
            "title": "引換システムの構築及び保守業務の委託について",
            "content": "1 構築<br>2 稼働監視",
        },
    ],
)
def test_what_agrees_or_speaks_of_something_else_raises_nothing(parts: dict[str, str]) -> None:
    assert found(**parts) == set()


def test_what_is_carried_does_not_lead_to_a_line() -> None:
    media = "電磁的媒体（外付けの記憶装置）、紙媒体（名簿）"
    content = "1 券の印刷<br>2 発送の報告（電子メールにより一覧を送付）"
    assert "channel_not_in_media" in found(media=media, content=content)
    assert "channel_not_in_media" not in found(content=content)


def test_who_gets_the_work_next_stands_in_the_second_tier() -> None:
    partner = "株式会社ときわ紙工 ※発送は、株式会社みどり運輸に再委託する。"
    content = draft(partner=partner).content
    tiers = {each["label"]: each.get("tier") for each in content["holders"]}
    assert (tiers["株式会社ときわ紙工"], tiers["株式会社みどり運輸"]) == (1, 2)
    assert [flow["relation"] for flow in content["flows"]] == ["entrust", "reentrust"]


def test_a_part_of_a_group_in_a_bracket_is_a_group() -> None:
    content = (
        "1 券の印刷<br>2 未交換の者（令和5年4月1日現在の券を受け取った者2,340人のうち51人）への通知"
    )
    counts = {
        s["label"]: s["counts"][0]["value"] for s in draft(content=content).content["subjects"]
    }
    assert counts == {"引換券を受け取った者": 2340, "未交換の者": 51}


def test_work_on_a_system_is_not_held_against_a_contract_that_only_uses_one() -> None:
    sheet = (
        "件名 引換システムの改修について\n記録される情報項目\t①氏名\n"
        "記録するコンピュータ\t引換システム\n"
        "新規開発・追加・変更の内容\t画面の追加\n"
        "新規開発・追加・変更の時期\t令和5年4月から令和5年5月まで 改修及び試験\n"
    )
    content = {"content": "1 問合せへの対応{}<br>2 結果の引換システムへの登録"}
    for words, expected in (("", set()), ("及び画面の改修", {"period_outside_contract"})):
        text = PAPER.format(**{**USUAL, "content": content["content"].format(words)}) + sheet
        rows = drafts.draft(text).case.table("findings")
        codes = {row["code"] for row in rows.to_json()["rows"]}
        assert codes & {"period_outside_contract"} == expected


def test_a_medium_needs_a_way_if_a_text_says_that_a_line_is_the_only_one() -> None:
    content = "1 券の印刷<br>※名簿の授受は専用回線により行い、媒体による受渡しは行わない。"
    assert found(content=content, media="USBメモリ") == {"medium_without_channel"}


def test_kinds_of_work_in_a_title_are_looked_for_among_the_heads() -> None:
    content = "改修業務<br>(1) 画面の追加<br>(2) 帳票の追加<br>(3) 様式の変更"
    title = "引換システムの改修及び保守業務の委託について"
    assert found(title=title, content=content) == {"title_without_content"}
    work = [each["label"] for each in draft(title=title, content=content).content["announcements"]]
    assert work == ["保守"]


def test_parts_that_stand_anew_for_each_partner_are_lists_of_their_own() -> None:
    head = "1 個人の範囲<br>引換券を受け取った者<br>2 情報項目<br>"
    content = draft(
        partner="【委託先】株式会社ときわ紙工<br>【券の印字の一部を担う者】有限会社あさひ",
        items=f"【委託先】<br>{head}①氏名<br>②住所（任意）<br>【再委託先】<br>{head}①氏名",
    ).content
    assert [[e["label"] for e in each["entries"]] for each in content["lists"]] == [
        ["氏名", "住所"],
        ["氏名"],
    ]
    assert [(flow["relation"], len(flow["lists"])) for flow in content["flows"]] == [
        ("entrust", 1),
        ("reentrust", 1),
    ]


def test_a_partner_that_joins_is_no_partner_missing_from_the_title() -> None:
    title = "手ぬぐいの引換業務の委託について（委託先の追加）"
    assert found(title=title) == {"title_without_content"}
    assert found(title=title, reason="新たに開く店を委託先に加えるため。") == set()


LINK = """審議会 付議事項
件名 窓口サービスとの外部結合について
結合される情報項目\t【{first}】<br>①氏名<br>【{second}】<br>①受付番号
結合の相手方\t株式会社みなも
結合の形態\tVPN回線により{form}する。
"""


@pytest.mark.parametrize(
    ("first", "second", "form", "inwards"),
    [
        ("町が受信する情報項目", "町が送信する情報項目", "結合", [True, False]),
        ("株式会社みなもから送信される項目", "町から提供する項目", "結合", [True, False]),
        ("株式会社みなもから受信する項目", "株式会社みなもへ送信する項目", "結合", [True, False]),
        ("町が提供を受ける項目", "株式会社みなもが提供を受ける項目", "結合", [True, False]),
        ("みなもと送受信する項目", "その他の項目", "送受信", [False, True, False, True]),
    ],
)
def test_lists_go_the_way_that_their_heads_say(
    first: str, second: str, form: str, inwards: list[bool]
) -> None:
    text = LINK.format(first=first, second=second, form=form)
    content = drafts.draft(text).content
    own = next(each["id"] for each in content["holders"] if not each.get("external"))
    assert [own in flow["to"] for flow in content["flows"]] == inwards


def test_names_side_by_side_are_two_groups() -> None:
    content = draft().content
    assert len(content["subjects"]) == 1
    text = PAPER.format(**USUAL).replace(
        "対象者\t引換券を受け取った者",
        "対象者\t町立の園に在籍する児童 町立の園に在籍する児童の保護者",
    )
    labels = [each["label"] for each in drafts.draft(text).content["subjects"]]
    assert labels[:2] == ["町立の園に在籍する児童", "町立の園に在籍する児童の保護者"]


@pytest.mark.parametrize(
    ("persons", "wide"),
    [
        ("みなと霊園の使用者及び使用者が届け出た承継者", 0),
        ("みなと霊園の使用者", 0),
        ("65歳以上の使用者及び使用者が届け出た承継者", 1),
        ("滞納している使用者", 1),
    ],
)
def test_all_who_use_a_place_are_those_who_use_it(persons: str, wide: int) -> None:
    whom = PAPER.replace("対象者\t引換券を受け取った者", f"対象者\t{persons}")
    text = whom.format(**{**USUAL, "reason": "全ての使用者のデータを短い期間で処理するため。"})
    purposes = drafts.draft(text).content.get("purposes", [])
    assert len([one for each in purposes for one in each.get("wider", [])]) == wide


@pytest.mark.parametrize(("work", "missing"), [("審査補助", 0), ("車両点検", 1)])
def test_help_with_what_the_office_does_is_no_work_of_its_own(work: str, missing: int) -> None:
    title = f"第1\t件名\t券の申請受付及び{work}に係る業務委託について\n"
    told = "第2\t委託の内容\t券の申請の受付及び登録\n第3\t情報項目\t(1) 氏名 (2) 住所\n"
    made = drafts.draft(f"諮問書\n{title}{told}").content.get("announcements", [])
    assert len([each for each in made if work in each["label"]]) == missing
