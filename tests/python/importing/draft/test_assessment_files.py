"""Two files in one assessment, decorated labels, digests with pages, what rows tell beside."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

HEAD = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 みどり市長\n"
BASIC = HEAD + "Ⅰ 基本情報\nシステム1\n①システムの名称 医療費助成システム\n"


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def outline(name: str, who: str, band: str, partner: str) -> str:
    return (
        f"1.特定個人情報ファイル名 {name}\n2.基本情報\n②対象となる本人の数 [{band}]\n"
        f"③対象となる本人の範囲 {who}\n4.特定個人情報ファイルの取扱いの委託\n委託事項1\n"
        f"②委託先名 {partner}\n③委託期間 令和6年4月1日から令和7年3月31日まで\n"
    )


FILES = (
    BASIC
    + "Ⅱ 特定個人情報ファイルの概要\n"
    + outline("(1)助成ファイル", "助成を受ける者", "1万人以上10万人未満", "株式会社あおば計算")
    + outline("(2)返還ファイル", "返還を求める者", "1,000人未満", "有限会社くるみ発送")
    + "（別添2）特定個人情報ファイル記録項目\n(1)助成ファイル\n1 氏名\n2 住所\n3 助成の額\n"
    + "(2)返還ファイル\n1 氏名\n2 返還の額\n3 納期限\n"
    + "Ⅲ リスク対策\n特定個人情報ファイル名 (1)助成ファイル\n2.特定個人情報の入手\n"
    + "措置の内容\n・申請書を2人で確かめる。\n"
    + "特定個人情報ファイル名 (2)返還ファイル\n2.特定個人情報の入手\n"
    + "措置の内容\n・督促の記録を残す。\n・宛先を声に出して確かめる。\n"
)


def test_a_second_file_with_its_own_outline_is_a_matter() -> None:
    content = case(FILES)
    names = {each["id"]: each["label"] for each in content["holders"]}
    assert [each["title"] for each in content["matters"]][1:] == ["返還ファイル"]
    first, second = (each["id"] for each in content["matters"])
    assert {each["matter"]: len(each["entries"]) for each in content["lists"]} == {
        first: 3,
        second: 3,
    }
    firms = {names[f["to"][0]]: f["matter"] for f in content["flows"] if f["relation"] == "entrust"}
    assert firms == {"株式会社あおば計算": first, "有限会社くるみ発送": second}
    assert [each["matter"] for each in content["safeguards"]] == [first, second, second]
    assert [len(each["periods"]) for each in content["matters"]] == [1, 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.特定個人情報ファイル名 (2)返還ファイル\n", ""),
        ("(2)返還ファイル\n2.基本", "(1)助成ファイル\n2.基本"),
    ],
)
def test_files_that_share_an_outline_are_one_matter(old: str, new: str) -> None:
    assert len(case(FILES.replace(old, new, 1))["matters"]) == 1


@pytest.mark.parametrize(
    "rows",
    [
        "【システム１】\n　名称：助成台帳システム\n　機能：台帳の管理\n",
        "【システム１】\n・名称 ： 助成台帳システム\n",
        "■１．使用するシステム\n【システムの名称】助成台帳システム\n",
        "◆2．使用するシステム\n〔システムの名称〕　助成台帳システム\n",
    ],
)
def test_decorated_labels_are_labels(rows: str) -> None:
    content = case(HEAD + "Ⅰ 基本情報\n" + rows)
    assert [each["label"] for each in content["holders"][1:]] == ["助成台帳システム"]


def test_decorated_sections_end_a_value() -> None:
    content = case(
        HEAD
        + "Ⅱ 特定個人情報ファイルの概要\n【対象となる本人の数】[1万人未満]\n"
        + "【対象となる本人の範囲】助成を受ける者\n■４．特定個人情報ファイルの取扱いの委託\n"
        + "【委託事項１】証の作成\n　委託先名：株式会社あおば計算\n"
        + "Ⅲ リスク対策\n■１．特定個人情報の入手\n（措置）\n・申請書を点検する。\n"
        + "■２．特定個人情報の使用\n（措置）\n・端末を施錠する。\n"
    )
    assert [each["label"] for each in content["subjects"]] == ["助成を受ける者"]
    assert [each["label"] for each in content["safeguards"]] == [
        "申請書を点検する。",
        "端末を施錠する。",
    ]


DIGEST = (
    "みどり市医療費助成に関する事務　特定個人情報保護評価書　変更箇所一覧（{title}）\n"
    "評価実施機関　みどり市長\n"
    "変更した箇所\tページ\t事由等\n\n"
    "Ⅰ　基本情報\n①システムの名称\t助成台帳システム\t3\t更新による変更\n"
    "②システムの機能\t(1) 申請の登録\n(2) 証の印刷\n"
    "　会計システムからは入金の結果を受け取るだけで、こちらから送る情報はない。\t3\t同上\n"
    "③他のシステムとの接続\t[○] その他（会計システム）\t3\t接続先の見直し\n"
    "（別添１）事務の内容\n1\t助成を決める。\t6\t表現の整理\n{step}"
    "Ⅱ　特定個人情報ファイルの概要\n"
    "③対象となる本人の範囲\t1 助成を受ける者\n2 その保護者\t8\t保護者の明記\n"
    "番号\t移転先\t移転先における用途\n1\t福祉課\t手当の額の決定\t9\t追記\n{row}"
    "（別添２）特定個人情報ファイル記録項目\n1 氏名\t14\n2 住所\t14\n3 助成の額\t14\t追加\n"
    "Ⅲ　リスク対策\n措置の内容\n・申請書を点検する。\n\t18\t更新による追記\n"
)


def digest(title: str = "記録項目の追加", step: str = "", row: str = "") -> str:
    return DIGEST.format(title=title, step=step, row=row)


def test_pages_and_reasons_end_all_rows_of_a_digest() -> None:
    text = digest()
    content = case(text)
    assert [entry["label"] for entry in content["lists"][0]["entries"]] == [
        "氏名",
        "住所",
        "助成の額",
    ]
    assert [each["label"] for each in content["subjects"]] == ["助成を受ける者", "その保護者"]
    assert [each["label"] for each in content["safeguards"]] == ["申請書を点検する。"]
    assert raised(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (digest("記録項目の追加及び再委託先の追加"), "title_without_content"),
        (
            digest(step="2\t助成台帳システムから会計システムへ口座の情報を送信する。\t6\t変更\n"),
            "direction_differs",
        ),
    ],
)
def test_contradictions_of_a_digest(text: str, code: str) -> None:
    assert code in raised(text)


WORK = (
    HEAD
    + "Ⅰ 基本情報\nシステム1\n①システムの名称 医療費助成システム\nシステム2\n"
    + "①システムの名称 滞納管理システム\n（別添1）事務の内容\n1 申請を受け付ける。\n2 {step}\n"
    + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 助成を受ける者\n"
)


@pytest.mark.parametrize(
    "step",
    [
        "届書を画像保管システムで読み取り、助成の記録として保存する。",
        "所得を判定支援システムにより審査する。",
        "所得判定支援システムを用いて、助成の区分を判定する。",
    ],
)
def test_a_system_of_the_work_that_the_form_does_not_list(step: str) -> None:
    assert "named_once" in raised(WORK.format(step=step))


@pytest.mark.parametrize(
    "step",
    [
        "医療費助成システムで所得を判定する。",
        "助成システムで所得を判定する。",
        "連合会の審査支払システムで審査した結果を受け取る。",
        "市のシステムで所得を確かめる。",
        "届書を職員が審査し、書庫に保管する。",
    ],
)
def test_systems_that_are_listed_or_of_others_are_not_asked(step: str) -> None:
    assert "named_once" not in raised(WORK.format(step=step))


BLOCK = (
    BASIC
    + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 助成を受ける者\n"
    + "4.特定個人情報ファイルの取扱いの委託\n| 委託事項1 | 証の印刷 |\n|---|---|\n"
    + "| ①委託先名 | 株式会社あおば計算 |\n"
    + "| ②委託先への提供方法 | [○]専用線 [ ]電子メール [○]電子記録媒体 [○]紙 |\n"
    + "| 受渡しの内訳 | {told} |\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "印刷のデータは専用線で送り、申請書の写しは手渡す。",
        "データは回線により送信する。届書は紙のまま渡す。",
    ],
)
def test_a_ticked_medium_of_which_the_rows_tell_nothing(told: str) -> None:
    assert "medium_without_channel" in raised(BLOCK.format(told=told))


@pytest.mark.parametrize(
    "told",
    [
        "データは専用線で送り、写しは手渡す。回線の障害のときはDVD-Rで渡す。",
        "データは専用線で送り、画像は媒体に入れ、写しは紙で渡す。",
        "データは専用線で送る。",
        "手順は別に定める。",
    ],
)
def test_rows_that_tell_of_each_medium_or_of_few_are_not_asked(told: str) -> None:
    assert "medium_without_channel" not in raised(BLOCK.format(told=told))


GIVEN = (
    BASIC
    + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 助成を受ける者\n"
    + "5.特定個人情報の提供・移転\n移転先1 福祉課\n③移転する情報 氏名、助成の額\n"
    + "移転先2 税務課\n③移転する情報 氏名、住所\n"
    + "（別添2）特定個人情報ファイル記録項目\n1 氏名\n2 住所\n3 助成の額\n"
    + "Ⅲ リスク対策\n5.特定個人情報の提供・移転\n措置の内容\n・{said}\n・記録を残す。\n"
)


@pytest.mark.parametrize(
    "said", ["市の他の課へ移転することはない。", "特定個人情報を庁内の他の部署に移転しない。"]
)
def test_nothing_is_said_to_go_to_others_though_rows_have_it(said: str) -> None:
    assert "claim_against_list" in raised(GIVEN.format(said=said))


@pytest.mark.parametrize(
    "said",
    [
        "福祉課及び税務課のほかに移転することはない。",
        "福祉課のほかに知らせるときは、課長の承認を受ける。",
        "定めた課のほかに移転することはない。",
    ],
)
def test_nothing_is_said_to_go_to_others_than_the_rows_have(said: str) -> None:
    assert raised(GIVEN.format(said=said)) == set()


COUNTED = (
    HEAD
    + "Ⅰ 基本情報\n②事務の内容 次の事務を行う。\n(1) 申請の受付\n(2) 助成の決定\n{task}\n"
    + "システム1\n①システムの名称 医療費助成システム\n"
    + "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 医療費の助成を受ける市民\n"
    + "その必要性 {again}\n"
)
WHO = "医療費の助成を受ける市民"


@pytest.mark.parametrize(
    ("task", "again", "code"),
    [
        (
            f"{WHO}　4,215人（令和6年4月1日現在）",
            f"{WHO}　4,125人（令和6年4月1日現在）",
            "count_differs",
        ),
        (
            f"{WHO}　4,215人（令和6年4月1日現在）",
            f"（基礎　{WHO}　4,125人（令和6年4月1日現在））",
            "count_differs",
        ),
        (f"{WHO}は、約4,200人である。", f"{WHO}　4,200人に届けるため。", "count_bound"),
        (f"{WHO}　4,215人（令和6年4月1日現在）", f"{WHO}　4,215人（令和6年4月1日現在）", ""),
        (f"{WHO}　4,215人（令和6年4月1日現在）", "助成を漏れなく行うため。", ""),
    ],
)
def test_numbers_that_another_row_prints_again(task: str, again: str, code: str) -> None:
    text = COUNTED.format(task=task, again=again)
    content = case(text)
    assert WHO in {each["label"] for each in content["subjects"]}
    assert len(content["subjects"]) == 1
    assert raised(text) == ({code} if code else set())


@pytest.mark.parametrize(
    ("row", "start"),
    [
        ("⑤作業の時期 令和6年5月7日から令和6年7月31日まで", "2024-05-07"),
        ("⑤作業の時期 令和6年度分　令和6年5月7日から令和6年7月31日まで", "2024-05-07"),
    ],
)
def test_when_the_work_of_a_contractor_is_done(row: str, start: str) -> None:
    text = FILES.replace("令和7年3月31日まで\n", f"令和7年3月31日まで\n{row}\n", 1)
    periods = case(text.replace(f"{row}\n", "| " + row.replace(" ", " | ", 1) + " |\n|---|---|\n"))
    assert start in {each.get("start") for m in periods["matters"] for each in m["periods"]}


def test_a_measure_that_one_cell_prints_twice() -> None:
    text = BASIC + "Ⅲ リスク対策\n3.特定個人情報の使用\n措置の内容\n・端末を施錠する。\n{}"
    twice = "・離席するときは画面を消す。\n・離席するときは画面を消す。\n"
    assert "duplicated_row" in raised(text.format(twice))
    assert raised(text.format("・離席するときは画面を消す。\n")) == set()
