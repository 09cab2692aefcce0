"""Heads that an office decorates, letters in front of labels, marks behind options."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import draft, raised

TOP = "特定個人情報保護評価書（全項目評価書）\n評価実施機関名 かえで市長\n"


def case(text: str) -> dict[str, Any]:
    return draft(text).content


def paper(part: str = "■{}", file: str = "《({1}){0}》", label: str = "{}　") -> str:
    """Two files, each with an outline, a list and measures, below heads of these shapes."""

    def head(text: str) -> str:
        return part.format(text)

    def outline(number: int, name: str, who: str, count: str) -> str:
        a, b, c = (label.format(each) for each in ("ア", "イ", "ウ"))
        return (
            f"{file.format(name, number)}\n1 基本情報\n　{a}種類：システム用ファイル\n"
            f"　{b}本人の数：{who}　{count}（令和7年4月1日現在）\n　{c}本人の範囲：{who}\n"
        )

    first, second = ("給水契約ファイル", "漏水減額ファイル")
    return (
        TOP
        + f"{head('Ⅰ　基本情報')}\n1 事務の名称：水道料金の徴収\n"
        + f"2 特定個人情報ファイル名：(1){first}　(2){second}\n"
        + f"{head('Ⅱ　特定個人情報ファイルの概要')}\n"
        + outline(1, first, "給水の契約をした者", "8,120人")
        + outline(2, second, "減額を申請した者", "240人")
        + f"{head('（別添2）特定個人情報ファイル記録項目')}\n"
        + f"(1) {first}\n　①氏名\n　②使用水量\n(2) {second}\n　①氏名\n　②修理の日\n　③減額の額\n"
        + f"{head('Ⅲ　リスク対策')}\n{file.format(first, 1)}\n1 入手\n"
        + "　措置　①申込書を2人で確かめる。\n　　　　②写しを取らない。\n"
        + f"{file.format(second, 2)}\n1 入手\n　措置　①修理の領収書を係長が見る。\n"
    )


def facts(text: str) -> tuple[list[tuple[str, int | None]], list[int], int]:
    """Groups with their numbers, the lengths of the lists, and how many measures there are."""
    content = case(text)
    counts = [
        (group["label"], count.get("value"))
        for group in content["subjects"]
        for count in group.get("counts", [{}])
    ]
    lists = [len(each["entries"]) for each in content.get("lists", [])]
    return counts, lists, len(content.get("safeguards", []))


READ = ([("給水の契約をした者", 8120), ("減額を申請した者", 240)], [2, 3], 3)


@pytest.mark.parametrize(
    "part",
    [
        "{}",
        "■{}",
        "◆ {}",
        "【{}】",
        "《{}》",
        "＜{}＞",
        "＝＝ {} ＝＝",
        "━━　{}　━━",
        "●{}",
        "★{}★",
        "▼{}",
        "## {}",
    ],
)
def test_decorated_heads_begin_a_part(part: str) -> None:
    assert facts(paper(part=part)) == READ


@pytest.mark.parametrize(
    "file",
    [
        "《({1}){0}》",
        "【({1}) {0}】",
        "■({1}) {0}",
        "◆{0}",
        "＜{0}＞",
        "〔{1}　{0}〕",
        "({1}) {0}",
        "{1}．{0}",
        "ファイル{1}：{0}",
        "《ファイルその{1}　{0}》",
    ],
)
def test_the_name_of_a_file_is_a_head(file: str) -> None:
    text = paper(file=file)
    assert facts(text) == READ
    assert len(case(text)["matters"]) == 2


@pytest.mark.parametrize("label", ["{}　", "{}．", "({}) ", "{}）", "（{}）", "{} "])
def test_letters_stand_in_front_of_labels(label: str) -> None:
    assert facts(paper(label=label)) == READ


def test_what_only_looks_like_a_head_is_none() -> None:
    outline = (
        TOP + "Ⅱ 特定個人情報ファイルの概要\n1 特定個人情報ファイル名 給水契約ファイル\n"
        "2 基本情報\n③本人の範囲　給水の契約をした者\n④保管する物\n(1) 控えの台帳\n■別添2のとおり\n"
    )
    content = case(outline)
    assert len(content["matters"]) == 1
    assert [each["label"] for each in content["subjects"]] == ["給水の契約をした者"]


SYSTEM = (
    TOP + "Ⅰ 基本情報\n2 使用するシステム\nシステム1\n①名称 検針システム\n③他のシステムとの接続 "
)


@pytest.mark.parametrize(
    "options",
    [
        "庁内連携［○］　税務システム［－］　宛名管理［○］　その他［○］（集金窓口）",
        "庁内連携（○）、税務システム（×）、宛名管理（○）、その他（○）（集金窓口）",
        "庁内連携：[○]　税務システム：[ ]　宛名管理：[○]　その他：[○]（集金窓口）",
        "庁内連携〔有〕／税務システム〔無〕／宛名管理〔有〕／その他〔有〕（集金窓口）",
        "庁内連携【レ】　税務システム【　】　宛名管理【レ】　その他【レ】（集金窓口）",
        "[○]庁内連携　[ ]税務システム　[○]宛名管理　[○]その他（集金窓口）",
    ],
)
def test_a_mark_may_stand_behind_its_option(options: str) -> None:
    content = case(SYSTEM + options + "\n")
    names = {each["id"]: each["label"] for each in content["holders"]}
    linked = {names[f["to"][0]] for f in content["flows"] if f["relation"] == "link"}
    assert linked == {"庁内連携", "宛名管理", "集金窓口"}


@pytest.mark.parametrize("mark", ["ア　", "（ア）", "ア．", "a. ", "(a)", "①", "1 ", "・"])
def test_the_mark_of_an_entry_is_no_part_of_a_group(mark: str) -> None:
    rows = f"③対象人数\n{mark}検針を受ける世帯　1,903世帯（令和7年4月1日現在）\n"
    content = case(TOP + "Ⅰ 基本情報\n" + rows)
    assert [each["label"] for each in content["subjects"]] == ["検針を受ける世帯"]


def test_an_unknown_label_ends_the_value_above_it() -> None:
    text = paper().replace(
        "　ウ　本人の範囲：給水の契約をした者\n",
        "　ウ　本人の範囲：給水の契約をした者\n　エ　本ファイルの性格：検針の結果を控える。\n"
        "2 入手元及び使用目的：本人から入手し、料金の計算に使う。\n",
    )
    assert facts(text) == READ


WORK = (
    TOP
    + "Ⅱ 特定個人情報ファイルの概要\n4 委託\n委託事項1\n委託先名：株式会社もみじ検針\n"
    + "{}\n再委託先名：合同会社つた\n再委託する業務：検針票の印字のうち遅れた分\n"
)


@pytest.mark.parametrize(
    "row",
    ["引渡しの方法：紙", "代表者の役職：社長", "・納品の場所：水道局", "許諾の手続：書面による。"],
)
def test_a_head_with_its_value_is_no_more_of_a_name(row: str) -> None:
    content = case(WORK.format(row))
    assert [each["label"] for each in content["holders"][1:]] == [
        "株式会社もみじ検針",
        "合同会社つた",
    ]


@pytest.mark.parametrize(
    "marks", [("1", "2", "3"), ("①", "②", "③"), ("(1)", "(2)", "(3)"), ("ア", "イ", "ウ")]
)
def test_entries_whose_number_has_a_cell_of_its_own(marks: tuple[str, ...]) -> None:
    measures = (
        "端末の前を離れるときは画面を閉じる。",
        "操作の記録を毎月見る。",
        "写しを持ち出さない。",
    )
    rows = "".join(f"{mark}\t{each}\n" for mark, each in zip(marks, measures, strict=True))
    text = TOP + "Ⅲ リスク対策\n使用\tリスク：権限のない者に使用されるリスク\n措置の内容\n" + rows
    content = case(text + "対策は十分か\t十分である\n")
    assert [each["label"] for each in content["safeguards"]] == list(measures)


KEEPS = (
    TOP
    + "Ⅰ 基本情報\nシステム1\n①システムの名称 検針システム\nⅡ 特定個人情報ファイルの概要\n"
    + "1.特定個人情報ファイル名 検針ファイル\n③対象となる本人の範囲 給水の契約をした者\n"
    + "⑤備考 {}\n（別添2）特定個人情報ファイル記録項目\n1 検針番号\n2 氏名\n3 使用水量\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "誰の家であるかを識別できる事項は記録していない。",
        "個人を特定できる項目は保有しない。",
        "本ファイルの性格：検針の結果は番号だけで扱い、本人を識別できる情報は記録していない。",
        "本ファイルには個人を識別することができる項目を含めない。",
        "この台帳は、どの世帯のものかを判別できる項目を記録していない。",
        "本ファイルは、個人を特定できる事項を登録していない。",
    ],
)
def test_a_file_that_names_somebody_though_nobody_is_to_be_known(words: str) -> None:
    assert "identifying_item" in raised(KEEPS.format(words))


@pytest.mark.parametrize(
    "words",
    [
        "控えの写しは番号で管理し、個人を識別できる事項は記録していない。",
        "操作の記録には、個人を識別できる事項は記録していない。",
        "個人を識別できる事項は、必要な範囲に限り記録する。",
        "本人を識別できる事項を公表することはない。",
        "本ファイルの集計表には個人を特定できる項目を含めない。",
    ],
)
def test_what_a_copy_lacks_the_file_may_have(words: str) -> None:
    assert raised(KEEPS.format(words)) == set()


LIMITS = (
    TOP
    + "Ⅰ 基本情報\nシステム1\n①システムの名称 検針システム\n（別添2）特定個人情報ファイル記録項目\n"
    + "1 検針番号\n2 氏名\n3 福祉の減額の区分\nⅢ リスク対策\n2 入手\n措置の内容\n{}\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "(1) 福祉システムから取り込める項目を福祉の減額の区分に限る。",
        "(1) 福祉システムから取り込む項目は福祉の減額の区分だけとする。",
        "(1) 福祉システムからは福祉の減額の区分のみを取得する。",
    ],
)
def test_what_one_system_gives_is_not_all_that_a_file_has(words: str) -> None:
    assert raised(LIMITS.format(words)) == set()


def changes(*rows: str, between: str = "") -> str:
    head = "｜変更日｜項目｜変更前の記載｜変更後の記載｜提出時期｜説明｜\n"
    lines = [f"｜令和7年4月1日｜{row}｜事前｜見直し｜\n" for row in rows]
    middle = f"{between}\n{head}" if between else ""
    return TOP + "（別添3）変更箇所\n" + head + lines[0] + middle + "".join(lines[1:])


ONE = "Ⅲ3 使用 措置の内容｜操作の記録を取る。｜操作の記録を取り、毎週点検する。"
OTHER = "Ⅰ7 所属長の役職名｜業務課長｜料金課長"


@pytest.mark.parametrize(
    "turn", ["（2枚目）", "（前頁から続く）", "- 2 -", "2/3", "（続き）", "（2ページ）", ""]
)
def test_a_row_that_comes_again_over_the_page(turn: str) -> None:
    assert "duplicated_row" in raised(changes(ONE, ONE, OTHER, between=turn))
    assert "duplicated_row" not in raised(changes(ONE, OTHER, between=turn))


LINKED = (
    TOP
    + "Ⅰ 基本情報\nシステム1\n①システムの名称 検針システム\n"
    + "③他のシステムとの接続 [○]庁内連携 [○]その他（納付確認システム）\n"
    + "（別添1）事務の内容\n1 {}\nⅢ リスク対策\n6 情報連携\n措置の内容\n1 {}\n"
)
SENDS = "市は、納付のデータを納付確認システムへ毎日送信する。"


@pytest.mark.parametrize(
    "words",
    [
        "納付確認システムとの間では、市は検査の情報を受信するだけである。",
        "納付確認システムとの間は、市が検査の情報を受け取るだけである。",
        "納付確認システムとの通信では、市からデータを送信することはない。",
        "納付確認システムとの連携では、市は受信のみを行う。",
        "納付確認システムとのやり取りでは、市からデータを送らない。",
    ],
)
def test_one_way_only_between_two(words: str) -> None:
    assert "direction_differs" in raised(LINKED.format(SENDS, words))


@pytest.mark.parametrize(
    "words",
    [
        "納付確認システムとの間では、市は紙でデータを送ることはない。",
        "納付確認システムとの間では、暗号を掛けずにデータを送信することはない。",
        "納付確認システムとの間の通信は、専用線に限る。",
        "庁内連携との間では、市は検査の情報を受信するだけである。",
        "納付確認システムとの間では、市が納付のデータを送信するだけである。",
    ],
)
def test_between_two_in_one_way_that_nothing_denies(words: str) -> None:
    assert "direction_differs" not in raised(LINKED.format(SENDS, words))


ALL = "給水の契約をした者　8,120人（令和7年4月1日現在）"


@pytest.mark.parametrize(
    "rest",
    [
        "\nこのうち減額を受けている世帯 312世帯",
        "\nうち、減額を受けている世帯は312世帯",
        "\n（再掲1）減額を受けている世帯 312世帯",
        "\n再掲：減額を受けている世帯 312世帯",
        "\n（うち減額を受けている世帯 312世帯）",
        "\n内数　減額を受けている世帯 312世帯",
        "、うち減額を受けている世帯 312世帯",
        "\nB 減額を受けている世帯 312世帯",
        "\nii) 減額を受けている世帯 312世帯",
        "\nイ減額を受けている世帯　312世帯",
        "\n・減額を受けている世帯…312世帯",
        "\n減額を受けている世帯の数　312世帯",
        "である。このうち、減額を受けている世帯は312世帯である。",
        "\n減額を受けている世帯　312世帯\n検針に従事する職員 12人",
    ],
)
def test_what_leads_to_a_number_is_no_part_of_the_group(rest: str) -> None:
    content = case(f"{TOP}Ⅰ 基本情報\n③対象人数\n{ALL}{rest}\n")
    assert [(each["label"], each["counts"][0]["value"]) for each in content["subjects"]] == [
        ("給水の契約をした者", 8120),
        ("減額を受けている世帯", 312),
    ]


@pytest.mark.parametrize(
    ("count", "who"),
    [
        ("②対象者の数", "③対象者の範囲"),
        ("②本人の人数", "③対象本人の範囲"),
        ("②ファイルの対象人数", "③ファイルの対象者"),
        ("②対象となる者の数", "③記録される本人の範囲"),
    ],
)
def test_other_labels_of_persons(count: str, who: str) -> None:
    outline = "Ⅱ 特定個人情報ファイルの概要\n1 ファイル名 検針ファイル\n2 基本情報\n"
    content = case(f"{TOP}{outline}{count} 8,120人\n{who} 給水の契約をした者\n")
    (group,) = content["subjects"]
    assert (group["label"], group["counts"][0]["value"]) == ("給水の契約をした者", 8120)
