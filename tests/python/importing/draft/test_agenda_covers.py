"""Covers of agenda papers: their labels, what they plan, and what they say of all answers."""

from __future__ import annotations

import drafts
import pytest

from nagarezu.importing.draft.draft import Draft

PAPER = """審議会 付議事項
件名\t凧の貸出しに係る電算処理及び業務委託について
{head}
{name}\t凧の貸出し
担当課\t遊び課
{purpose}\t凧を貸し出すため。
{persons}\t凧を借りた者
{overview}\t1 人数
\t凧を借りた者 1,204人（令和5年4月1日現在）
\t2 そのほか
\t{told}

件名 凧台帳システムの開発について
保有課（担当課）\t遊び課
登録業務の名称\t凧
記録される情報項目\t1 個人の範囲
\t凧を借りた者
\t2 記録項目
\t{items}
\t3 記録するコンピュータ
\t凧台帳システム
新規開発・追加・変更の理由\t台帳がないため。
新規開発・追加・変更の時期\t令和5年6月12日から令和5年9月29日まで
開発等を委託する場合における個人情報保護対策\t1 鍵を掛ける。

件名 凧の案内業務の委託について
保有課（担当課）\t遊び課
登録業務の名称\t凧
委託先\t有限会社からかぜ堂
委託に伴い事業者に処理させる情報項目\t{handed}
処理させる情報項目の記録媒体\t紙媒体
委託理由\t設備を要するため。
委託の内容\t凧の案内
委託の開始時期及び期限\t令和5年10月2日から令和6年3月29日まで
委託にあたり町が行う情報保護対策\t1 鍵を掛ける。
受託事業者に行わせる情報保護対策\t1 {measure}
"""
USUAL = {
    "head": "１　業務の概要",
    "name": "業務の名称",
    "purpose": "業務の目的",
    "persons": "対象者",
    "overview": "業務の概要",
    "told": "費用は町が賄う。",
    "items": "①氏名 ②誕生日 ③パスワード ④凧の絵柄 ⑤揚げた回数",
    "handed": "①氏名 ②凧の絵柄 ③揚げた回数",
    "measure": "鍵を掛けさせる。",
}


def draft(**parts: str) -> Draft:
    text = PAPER.format(**{**USUAL, **parts})
    return drafts.draft(text)


def found(**parts: str) -> set[str]:
    return drafts.codes(draft(**parts))


def test_the_usual_paper_raises_nothing() -> None:
    assert found() == set()


@pytest.mark.parametrize("head", ["１　業務の概要", "", "Ⅰ　全体の説明"])
@pytest.mark.parametrize(
    ("name", "purpose", "overview"),
    [
        ("業務の名称", "業務の目的", "業務の概要"),
        ("業務名称", "目的", "業務のあらまし"),
        ("事務の名称", "事務の目的", "事務の内容"),
        ("事務事業の名称", "目的・効果", "概要"),
        ("取組の名称", "ねらい", "取組の内容"),
        ("施策名", "目的及び必要性", "経緯及び内容"),
        ("名称", "何のために行うか", "何を行うか"),
    ],
)
def test_a_cover_is_no_matter(head: str, name: str, purpose: str, overview: str) -> None:
    content = draft(head=head, name=name, purpose=purpose, overview=overview).content
    assert [each["title"][:2] for each in content["matters"]] == ["凧台", "凧の"]
    assert [each["value"] for each in content["claims"] if each["kind"] == "count"] == [1204]
    assert content["purposes"]


def test_the_name_of_registered_work_is_that_of_a_sheet() -> None:
    fields = "業務の名称\t凧\n委託先\t有限会社からかぜ堂\n目的\t案内のため。\n"
    text = f"審議会 付議事項\n件名\t凧の案内の委託について\n{fields}"
    content = drafts.draft(text).content
    assert [each.get("register_name") for each in content["matters"]] == ["凧"]


@pytest.mark.parametrize(
    "told",
    [
        "令和6年5月　凧の案内の照合（受託事業者）",
        "令和5年12月　凧揚げの開始\n\t令和6年5月　凧の案内の照合（受託事業者）",
        "令和6年4月　凧の案内の照合（有限会社からかぜ堂）",
        "・令和6年5月中旬　委託先による凧の案内の照合",
        "令和6年5月：凧の案内の照合を受託者に行わせる。",
        "令和6年　5月　凧の案内の照合（委託先が行う。）",
        "令和6年5月～6月　凧の案内の照合（受託事業者）",
    ],
)
def test_a_line_of_a_schedule_after_the_contract(told: str) -> None:
    assert found(told=told) == {"period_outside_contract"}


@pytest.mark.parametrize(
    "told",
    [
        "令和6年3月　凧の案内の照合（受託事業者）",
        "令和6年5月　凧の数の公表（遊び課）",
        "令和6年4月　本格運用の開始",
        "令和6年4月　受託事業者の実績の評価（遊び課）",
        "令和6年5月　次の受託事業者の選定",
        "令和6年4月　受託事業者への委託料の支払",
        "令和5年9月　受託事業者への説明",
    ],
)
def test_steps_of_the_office_after_the_contract(told: str) -> None:
    assert found(told=told) == set()


@pytest.mark.parametrize(
    "told",
    [
        "借りた者は番号とパスワードで入る。最初のパスワードは、借りた者の\n\t誕生日を表す4桁の数字とする。",
        "初回に画面に入るときのパスワードには、申込みのときに届け出た誕生日の数字を用い\n\tることとする。",
    ],
)
def test_a_password_told_in_a_broken_sentence(told: str) -> None:
    assert found(told=told) == {"credential_from_attribute"}


@pytest.mark.parametrize(
    "told",
    [
        "申込みの窓口では、パスワードには、借りた者の\n\t誕生日を用いないよう案内する。",
        "パスワードを忘れたときは、借りた者の誕生日を窓口で\n\t確かめて再び発行する。",
        "パスワードは無作為に作り、借りた者の\n\t誕生日とともに画面で確かめる。",
    ],
)
def test_a_password_that_is_made_otherwise(told: str) -> None:
    assert found(told=told) == set()


@pytest.mark.parametrize(
    "told",
    [
        "調査は統計を作るためのものであり、回答のデータからは個人を特定することができない。",
        "調査は統計の作成を目的とし、回答者がだれであるかは分からない。",
        "調査票の回答からは、個人を識別することはできない。",
        "この調査で集める情報だけでは、特定の個人を識別することができない。",
        "本調査は統計調査であり、個人を特定できる情報は記録しない。",
        "調査は無記名で行い、だれの回答かは分からない。",
        "回答は匿名で受け付け、個人が特定されることはない。",
        "台帳に記録する情報は、個人を特定できない形で保有する。",
    ],
)
def test_nobody_is_known_by_any_answer(told: str) -> None:
    assert "identifying_item" in found(told=told)


@pytest.mark.parametrize(
    "parts",
    [
        {"told": "調査は統計を作るためであり、公表する表からは個人を特定することができない。"},
        {"told": "報告書は統計としてまとめ、報告書からは個人を特定することができない。"},
        {"told": "第三者が回答から個人を特定することができないよう、台帳を施錠して保管する。"},
        {"told": "回答の番号だけでは個人を特定することができないため、氏名を併せて記録する。"},
        {"told": "調査は統計を作るためのものであり、個人を特定するためには用いない。"},
        {  # names only on the list of whom it is sent to
            "told": "調査は無記名で行い、だれの回答かは分からない。",
            "items": "①凧の絵柄 ②揚げた回数",
            "handed": "①氏名 ②住所 ③郵便番号",
        },
    ],
)
def test_less_than_all_answers(parts: dict[str, str]) -> None:
    assert found(**parts) == set()


@pytest.mark.parametrize(
    "measure",
    [
        "問合せの記録には氏名だけを書かせる。",
        "応対の記録に残すのは氏名だけとする。",
        "問合せの記録は氏名のみとする。",
        "作業日報には氏名のみを記載させる。",
        "からかぜ堂の応対記録には、氏名だけを残させる。",
        "作業の記録には凧の絵柄を残さない。",
        "月次の報告には氏名だけを用いさせる。",
        "問合せを受けたときは、氏名だけを書き留めさせる。",
        "電話では氏名だけを聞かせる。",
    ],
)
def test_a_log_is_less_than_what_a_partner_has(measure: str) -> None:
    assert found(measure=measure) == set()


@pytest.mark.parametrize(
    "measure",
    [
        "事業者に渡すデータには氏名だけを載せる。",
        "案内用の名簿には氏名だけを載せる。",
        "事業者に取り扱わせるのは氏名だけとする。",
        "事業者には凧の絵柄を知らせない。",
    ],
)
def test_what_a_partner_alone_has(measure: str) -> None:
    assert "claim_against_list" in found(measure=measure)
