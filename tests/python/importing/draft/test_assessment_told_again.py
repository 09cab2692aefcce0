"""Assessments: what a cell, an attached list or a title tells again of what the form has."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

HEAD = (
    "特定個人情報保護評価書（全項目評価書）\n{form}\n"
    "評価書名 はり灸券の交付に関する事務（{title}）\n評価実施機関名 あさひ市長\n"
)
PAGE = (
    HEAD + "Ⅰ 基本情報\n①事務の名称 はり灸券の交付に関する事務\n②事務の内容\n{task}\n"
    "システム1\n①システムの名称 券システム\n{links}\n"
    "（別添1）事務の内容\n{steps}\n"
    "Ⅱ 特定個人情報ファイルの概要\n1. 特定個人情報ファイル名 券ファイル\n"
    "②対象となる本人の数 [1万人未満]\n③対象となる本人の範囲 {persons}\n"
    "４．委託\n委託事項1\n①委託内容 券の印刷\n②委託先名 有限会社ひのでプリント\n"
    "③委託期間 令和7年4月1日から令和8年3月31日まで\n５．提供・移転\n{given}\n"
    "（別添2）ファイル記録項目\n1 宛名番号\n2 個人番号\n3 氏名\n4 券番号\n5 利用年月日\n{tail}"
)
BLOCK = "移転先{}　{}\n　①移転する情報　{}\n　②移転方法　［○］紙　［　］庁内連携システム\n"
ITEMS = "券番号及び利用年月日"
TWO = BLOCK.format(1, "観光課", ITEMS) + BLOCK.format(2, "税務課", ITEMS)
USUAL = {
    "form": "様式4（平成30年5月）",
    "title": "再評価",
    "task": "高齢者に券を交付する。",
    "links": "",
    "steps": "1 申請を受け付ける。",
    "persons": "券の交付を申請した者",
    "given": TWO,
    "tail": "",
}


def read(**printed: str) -> Any:
    return drafts.draft(PAGE.format(**{**USUAL, **printed}))


def codes(**printed: str) -> set[str]:
    return drafts.codes(read(**printed))


def taken(relation: str, **printed: str) -> list[str]:
    content = read(**printed).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [names[f["to"][0]] for f in content["flows"] if f["relation"] == relation]


def test_the_form_itself_raises_nothing() -> None:
    assert codes() == set()


@pytest.mark.parametrize(
    "form",
    [
        "様式4　平成30年5月",
        "【平成30年5月　様式4】",
        "様式第４（平成30年５月改正）",
        "（令和6年10月　様式2）",
        "様式4の改正年月　平成30年5月",
        "使用様式：様式4　平成30年5月",
        "別記様式第4号　平成30年5月",
        "［様式4］［平成30年5月改訂］",
    ],
)
def test_when_the_form_was_made_is_no_time_of_work(form: str) -> None:
    periods = read(form=form).content["matters"][0]["periods"]
    assert [each["kind"] for each in periods] == ["contract"]


@pytest.mark.parametrize(
    ("behind", "label"),
    [
        ("\n　うち券の交付を受けた者　4,210人（令和7年4月1日現在）", "券の交付を受けた者"),
        ("（うち券の交付を受けた者 4,210人）", "券の交付を受けた者"),
        ("うち券の交付を受けた者4,210人", "券の交付を受けた者"),  # the break in front is lost
        ("\n　（備考）交付世帯　2,110世帯（令和7年3月31日現在）", "交付世帯"),
        ("\n　備考　このうち本年度の新規申請者　1,020人", "新規申請者"),
        ("\n　※このうち券の交付を受けた者は4,210人", "券の交付を受けた者"),
        ("。なお、券の交付を受けた者は4,210人である。", "券の交付を受けた者"),
        ("\n　交付世帯　2,110世帯", "交付世帯"),
        ("\n　その内数　券の交付を受けた者　4,210人", "券の交付を受けた者"),
        ("\n　再掲　券の交付を受けた者　4,210人", "券の交付を受けた者"),
        ("", ""),
        ("のうち、満70歳以上の者", ""),
    ],
)
def test_others_whom_the_row_of_persons_counts(behind: str, label: str) -> None:
    whole = USUAL["persons"] + ("" if label else behind)
    found = read(persons=USUAL["persons"] + behind).content["subjects"]
    assert [each["label"] for each in found] == [whole, *([label] if label else [])]


@pytest.mark.parametrize(
    ("one", "other", "raises"),
    [
        ("接種予定者　8,400人", "接種予定者　約8,400人", True),
        ("交付予定世帯　2,300世帯", "交付予定世帯　約2,300世帯", True),
        ("当年度の接種予定者　8,400人", "接種予定者　約8,400人", True),
        ("接種予定者　8,400人", "接種予定者　8,400人", False),
        ("接種者　8,400人", "来年度は接種を8,400人程度予定している。", False),
        ("入所予定児童 850人", "保護者 約850人", False),
    ],
)
def test_who_is_expected_is_counted_and_not_forecast(one: str, other: str, raises: bool) -> None:
    found = codes(persons=f"{USUAL['persons']}\n　備考　{one}", steps=f"　{other}\n1 申請")
    assert found == ({"count_bound"} if raises else set())


@pytest.mark.parametrize(
    "links",
    [
        "③接続：\n　[○]庁内連携システム　[　]税務システム\n　[○]その他（印刷システム）",
        "③接続\n　[○]庁内連携システム\n　[○]その他（印刷システム）",
        "（3）連携：\n　■庁内連携システム　□税務システム\n　■その他（印刷システム）",
        "③接続　[○]庁内連携システム　[　]税務システム　[○]その他（印刷システム）",
        "③連携先：\n　[○]庁内連携システム、[○]その他（印刷システム）",
    ],
)
def test_a_short_label_stands_in_front_of_its_lines(links: str) -> None:
    assert taken("link", links=links) == ["庁内連携システム", "印刷システム"]


@pytest.mark.parametrize(
    ("items", "way"),
    [("情報　", "方法　"), ("情報：", "方法："), ("①項目　", "②方法　"), ("項目 ", "方法 ")],
)
def test_one_blank_parts_a_short_label_of_a_block(items: str, way: str) -> None:
    given = f"移転先1　観光課\n　　{items}{ITEMS}\n　　{way}[○]紙　[　]庁内連携システム\n"
    assert taken("transfer", given=given) == ["観光課"]
    assert len(read(given=given).content["lists"]) == 2


LIST = "（別紙1）移転先一覧\n"
USES = ("案内の発送", "収納の確認", "台帳の整備")


@pytest.mark.parametrize(
    "line",
    [
        "移転先{n}　{who}　　{use}",
        "移転先{n}：{who}（{use}）",
        "移転先{n} {who} {use}",
        "{n}　{who}　　{use}",
        "{n}. {who}：{use}",
        "・{who}　{use}",
        "（{n}）{who}　　{use}",
        "　{who}　　{use}",
        "{n}\t{who}\t{use}",
    ],
)
def test_a_list_of_recipients_is_held_against_their_blocks(line: str) -> None:
    def listed(*names: str) -> str:
        pairs = enumerate(zip(names, USES, strict=False), 1)
        return LIST + "\n".join(line.format(n=n, who=who, use=use) for n, (who, use) in pairs)

    three = listed("観光課", "税務課", "環境課")
    assert codes(tail=three) == {"named_once"}
    assert codes(tail=listed("観光課", "税務課")) == set()
    assert (
        codes(tail=three, given=TWO + "　主な移転先を示す。全ての移転先は別紙1のとおり。") == set()
    )
    assert not {"案内の発送", "収納の確認"} & set(taken("transfer", tail=three))


CHANGES = (
    ("変更日", "項目", "変更前の記載", "変更後の記載"),
    ("令和8年1月15日", "Ⅰ2 システム1②機能", "券の発行を行う。", "券の発行と集計を行う。"),
    ("令和8年1月15日", "Ⅳ 教育", "年1回行う。", "年2回行う。"),
)
ADDED = ("令和8年1月15日", "Ⅱ4 委託事項1", "（記載なし）", "有限会社ひのでプリント")


@pytest.mark.parametrize("mark", ["／", " / ", "｜", "\t"])
@pytest.mark.parametrize("title", ["委託先の追加に伴う再評価", "再評価：委託先の追加"])
def test_a_list_of_changes_is_a_table_whatever_parts_it(mark: str, title: str) -> None:
    def changes(*rows: tuple[str, ...]) -> str:
        return "（別添3）変更箇所\n" + "\n".join(mark.join(row) for row in rows)

    assert codes(title=title, tail=changes(*CHANGES)) == {"title_without_content"}
    assert codes(title=title, tail=changes(*CHANGES, ADDED)) == set()
    assert codes(tail=changes(*CHANGES)) == set()


@pytest.mark.parametrize(
    "behind",
    [
        "　……　窓口で行う。",
        "：窓口で行う。",
        "　窓口で申請書を受ける。",
        "・・・窓口で行う。",
        "→窓口で行う。",
        "",
    ],
)
def test_steps_are_compared_by_their_names(behind: str) -> None:
    names = ["申請の受付", "資格の確認", "券の発行", "券の再発行", "利用の集計"]
    steps = "\n".join(f"　{n}　{name}{behind}" for n, name in zip("アイウエオ", names, strict=True))
    task = "　次の事務を行う。\n" + "\n".join(
        f"　{n}　{name}" for n, name in zip("アイウエオ", names, strict=True)
    )
    assert codes(task=task, steps=f"　次の順に進める。\n{steps}") == set()
    other = task.replace("券の再発行", "利用者への案内")
    assert codes(task=other, steps=f"　次の順に進める。\n{steps}") == {"contents_differ"}


NUMBERED = BLOCK.format(1, "観光課", "1 券番号\n　　　2 個人番号\n　　　3 利用年月日")


@pytest.mark.parametrize(
    ("said", "raises"),
    [
        ("移転先には個人番号を渡すことはない。", True),
        ("移転先に個人番号は渡さない。", True),
        ("移転先へは個人番号を移転しない。", True),
        ("個人番号は移転先に渡さない。", True),
        ("移転する情報に個人番号は含まない。", True),
        ("移転先に渡す一覧から個人番号を除く。", True),
        ("移転先には氏名を渡すことはない。", False),
        ("委託先には個人番号を渡すことはない。", False),
        ("移転先から個人番号を受け取ることはない。", False),
        ("移転先以外には個人番号を渡さない。", False),
        ("移転先は個人番号を他に渡さない。", False),
        ("提供する情報に個人番号は含まない。", False),
    ],
)
def test_what_sections_never_get(said: str, raises: bool) -> None:
    found = codes(given=NUMBERED, steps=f"1 申請を受け付ける。\n2 集計して渡す。{said}")
    assert found == ({"claim_against_list"} if raises else set())


@pytest.mark.parametrize(
    ("said", "raises"),
    [
        ("所得に応じて利用料を減らす。", False),
        ("学年に応じて券を配る。", False),
        ("所得を確認して可否を決める。", True),
    ],
)
def test_what_depends_on_an_item_does_not_record_it(said: str, raises: bool) -> None:
    assert ("claimed_item_unlisted" in codes(task=f"　券を交付し、{said}")) == raises


@pytest.mark.parametrize(
    ("said", "raises"),
    [
        ("券システムは庁内のいずれのシステムとも接続しない。", True),
        ("庁内のいずれのシステムとも接続せず、単独で運用する。", True),
        ("券システムはどのシステムとも連携しない。", True),
        ("券システムは、他のいずれのシステムとも接続していない。", True),
        ("券システムはいかなるシステムにもつながない。", True),
        ("印刷端末は庁内のいずれのシステムとも接続しない。", False),
        ("券システムは外部のネットワークに接続しない。", False),
        ("許可なくどのシステムとも接続しない。", False),
        ("券システムは③以外のシステムとは接続しない。", False),
    ],
)
def test_a_system_that_is_linked_to_none(said: str, raises: bool) -> None:
    risks = f"Ⅲ リスク対策\n３．使用\n措置の内容\n・{said}\n"
    found = codes(tail=risks, links="③接続　[○]宛名システム等　[　]税務システム")
    assert found == ({"claim_against_list"} if raises else set())
    assert codes(tail=risks) == set()


@pytest.mark.parametrize(
    ("said", "raises"),
    [
        ("券ファイルには、使用した券の製造番号も記録する。", True),
        ("特定個人情報ファイルに電話番号を登録する。", True),
        ("別添2には被保険者番号及び氏名を記録する。", True),
        ("券ファイルには、券番号及び利用年月日を記録する。", False),
        ("券ファイルに申請の内容を登録する。", False),
        ("券ファイルには電話番号を記録しない。", False),
        ("操作記録ファイルに利用者番号を記録する。", False),
    ],
)
def test_what_a_step_says_the_file_records(said: str, raises: bool) -> None:
    rows = read(steps=f"1 {said}").case.table("findings").to_json()["rows"]
    found = [row["code"] for row in rows if row["severity"] != "info"]
    assert found == (["claimed_item_unlisted"] if raises else [])


PRINTER = "③委託期間 令和7年4月1日から令和8年3月31日まで\n"


@pytest.mark.parametrize(
    ("said", "raises"),
    [
        ("購入者を特定することができない情報だけを渡す。渡す情報は、氏名及び券番号である。", True),
        ("個人が分からない情報に限り渡す。渡す項目は氏名、券番号、利用年月日とする。", True),
        ("個人を特定できない情報のみを渡す。渡す情報は、券の種類、利用月及び回数である。", False),
        ("渡す情報は、氏名及び券番号である。", False),
    ],
)
def test_items_that_a_sentence_lists_behind_another(said: str, raises: bool) -> None:
    page = PAGE.format(**USUAL).replace(PRINTER, f"{PRINTER}④委託先に渡す情報 {said}\n")
    rows = drafts.draft(page).case.table("findings").to_json()["rows"]
    assert ("identifying_item" in {row["code"] for row in rows}) == raises


@pytest.mark.parametrize(
    ("said", "raises"),
    [
        ("データの移行は、委託先が令和6年5月20日から令和6年5月31日までの間に行う。", True),
        ("データの移行は、委託先が令和7年5月20日から令和7年5月31日までの間に行う。", False),
        ("データの移行は、旧委託先が令和6年5月20日から令和6年5月31日までの間に行う。", False),
    ],
)
def test_the_one_contract_is_that_of_what_the_contractor_does(said: str, raises: bool) -> None:
    assert codes(task=f"　券を交付する。{said}") == (
        {"period_outside_contract"} if raises else set()
    )


def test_the_number_of_the_section_stands_in_front_of_each_block() -> None:
    second = "4　委託事項2,\n委託先名,ときわネット株式会社\n再委託先名,合同会社ひばりクラウド運用\n"
    rows = f"4　委託事項1,\n委託先名,有限会社ひので印刷\n{second}5　提供の有無,行っていない\n"
    text = "特定個人情報保護評価書（全項目評価書）,\n評価実施機関名,あさひ市長\n"
    made = drafts.draft(f"{text}Ⅱ　概要,\n{rows}", "a.csv").content
    names = {each["id"]: each["label"] for each in made["holders"]}
    flows = [(names[f["from"]], names[f["to"][0]]) for f in made["flows"]]
    assert ("ときわネット株式会社", "合同会社ひばりクラウド運用") in flows
