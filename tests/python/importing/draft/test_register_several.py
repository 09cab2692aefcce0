"""Cards with several contractors, tables beside the cards, and what remarks say of the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng

CARD = """みさき市 個人情報取扱事務登録簿

事務の名称　　　　警報器貸与事務
所管する組織　　　総務部防災課
事務の目的　　　　警報器を貸し、知らせを届ける。
対象者の範囲　　　警報器の貸与を受けている世帯
記録項目　　　　　1 氏名 2 住所 3 警報器の番号 4 置いた場所 5 {item}
個人情報の収集先　本人（申請書による）
{lines}
備考　　　　　　　{remark}
"""
TWO = "経常的提供先　　　みさき土地改良区\n委託先{a}　株式会社はまかぜ\n委託先{b}　有限会社いそべ\n"
ONE = "1 書類は保管庫に置かせる。 2 報告書を出させる。"
OTHER = "1 書類は十日以内に返させる。 2 名簿を出させる。"


def imported(text: str, folder: Path, name: str = "d.txt") -> Any:
    path = folder / name
    path.write_text(text, "utf-8")
    return ng.import_document(path, sources=("d",))


def card(
    folder: Path, lines: str = "", remark: str = "年一回見直す。", item: str = "返した日"
) -> Any:
    return imported(CARD.format(lines=lines, remark=remark, item=item), folder)


def content(draft: Any) -> dict[str, Any]:
    return dict(json.loads(draft.case.to_json()))


def codes(draft: Any) -> dict[str, set[str]]:
    """What is raised above info: code and what it is about or says."""
    found: dict[str, set[str]] = {}
    for row in draft.case.table("findings").to_json()["rows"]:
        if row["severity"] != "info":
            found.setdefault(row["code"], set()).update((row["about"], row["says_a"]))
    return found


@pytest.mark.parametrize(
    "marks", [("（1）", "（2）"), ("①", "②"), ("１", "２"), ("（甲）", "（乙）")]
)
def test_measures_of_one_contractor_leave_the_other_without(
    marks: tuple[str, str], tmp_path: Path
) -> None:
    a, b = marks
    told = TWO.format(a=a, b=b) + f"委託先{a}に行わせる保護措置　{ONE}"
    assert "有限会社いそべ" in codes(card(tmp_path, told))["recipient_without_safeguard"]


@pytest.mark.parametrize(
    "told",
    [
        f"委託先（1）に行わせる保護措置　{ONE}\n委託先（2）に行わせる保護措置　{OTHER}",
        f"委託先（1）及び（2）に行わせる保護措置　{ONE}",
        f"各委託先に行わせる保護措置　{ONE}",
    ],
)
def test_measures_of_each_contractor_ask_nothing(told: str, tmp_path: Path) -> None:
    assert not codes(card(tmp_path, TWO.format(a="（1）", b="（2）") + told))


@pytest.mark.parametrize(
    ("told", "raised"),
    [
        (
            "処理させる項目の媒体　紙\n委託先への引渡しの方法　閉域回線を使い、データで送る。",
            True,
        ),
        ("取り扱わせる情報の記録媒体　紙\n委託先への受渡方法　電子メールで送る。", True),
        ("処理させる情報項目の記録媒体　紙\n委託先への引渡しの方法　ファイル転送サービス", True),
        ("処理させる情報項目の記録媒体　紙\n委託先への引渡しの方法　職員が手渡す。", False),
        ("処理させる情報項目の記録媒体　電磁的媒体\n委託先への引渡しの方法　閉域回線", False),
    ],
)
def test_what_contractors_get_travels_as_its_media_can(
    told: str, raised: bool, tmp_path: Path
) -> None:
    found = codes(card(tmp_path, f"委託先　　株式会社はまかぜ\n{told}"))
    assert ("channel_not_in_media" in found) == raised


@pytest.mark.parametrize(
    ("remark", "raised"),
    [
        ("この記録から申し込んだ人が誰であるかは分からない。", True),
        ("どの利用者の記録であるかは判別できない。", True),
        ("記録から特定の個人を割り出すことはできない。", True),
        ("申込者が誰であるか分からないときは、登録しない。", False),
        ("公表する集計からは、誰が利用したかは分からない。", False),
        ("大学へは、個人を識別することができない形にして渡す。", False),
    ],
)
def test_who_somebody_is_cannot_be_told(remark: str, raised: bool, tmp_path: Path) -> None:
    assert ("identifying_item" in codes(card(tmp_path, remark=remark))) == raised


@pytest.mark.parametrize(
    ("remark", "unlisted"),
    [
        ("業者が撮った写真も台帳に記録し、審査に使う。", "写真"),
        ("現場の写真を台帳に貼る。", "現場の写真"),
        ("口座番号は、水道料金の台帳から転記する。", "口座番号"),
        ("台帳には家族の人数も書き込む。", "家族の人数"),
        ("写真は台帳に記録しない。", ""),
        ("氏名は、別の台帳から転記する。", ""),
        ("写真も添えて申請する。", ""),
    ],
)
def test_what_is_pasted_or_copied_is_recorded(remark: str, unlisted: str, tmp_path: Path) -> None:
    found = codes(card(tmp_path, remark=remark)).get("claimed_item_unlisted", set())
    assert unlisted in found if unlisted else not found


def test_a_photograph_by_another_name_is_listed(tmp_path: Path) -> None:
    draft = card(tmp_path, remark="現場の写真も台帳に記録する。", item="設置場所の写真")
    assert not codes(draft)


TABLE = """みさき市個人情報ファイル簿{title}
番号,個人情報ファイルの名称,所管組織,利用目的,事務の内容,記録項目,記録範囲,収集方法,経常的提供先,備考
1,利用者台帳,学校課,食数を定める。,集計,"1．児童の氏名
2．学校名
3．学年",児童,申込書,無,
2,対応者ファイル,学校課,給食を出す。,"(1) 申出の受付
(2) 保護者との面談
(3) 献立表の配布
(4) 年度末の見直し","1．児童の氏名
2．学校名
3．原因となる食品",申し出た児童,申出書,株式会社はまかぜ,{remark}
"""
STEPS = "順,事務の内容\n(1),申出の受付\n(2),保護者との面談\n(3),{third}\n(4),年度末の見直し\n"


@pytest.mark.parametrize(
    ("head", "third", "raised"),
    [
        ("対応者ファイル（番号2）の事務の内容", "職員の研修", True),
        ("ファイル番号2の事務の流れ", "職員の研修", True),
        ("対応者ファイル（番号2）の事務の内容", "献立表の配布", False),
        ("利用者台帳（番号1）の事務の内容", "職員の研修", False),
    ],
)
def test_tasks_of_one_file_in_a_table_of_their_own(
    head: str, third: str, raised: bool, tmp_path: Path
) -> None:
    text = TABLE.format(title="", remark="") + f"{head}\n" + STEPS.format(third=third)
    assert ("contents_differ" in codes(imported(text, tmp_path, "d.csv"))) == raised


def test_a_list_of_recipients_beside_the_cards_has_no_files(tmp_path: Path) -> None:
    rows = (
        "提供先一覧\nファイル番号,ファイルの名称,提供先,提供する項目,提供の方法\n"
        "2,対応者ファイル,株式会社はまかぜ,児童の氏名、学校名,書面\n"
    )
    draft = imported(TABLE.format(title="", remark="") + rows, tmp_path, "d.csv")
    assert [each["title"] for each in content(draft)["matters"]] == ["利用者台帳", "対応者ファイル"]
    assert not codes(draft)


@pytest.mark.parametrize(
    ("title", "remark", "raised"),
    [
        ("　記録項目の追加", "記録項目は令和5年4月1日のものと同じである。", True),
        ("　記録項目の追加", "記録項目は登録当初のままである。", True),
        ("　提供先の追加", "経常的提供先は、令和4年4月1日のものと同じである。", True),
        ("（新規・廃止）", "登録の廃止から30日以内に消す。", True),
        ("（令和七年度公表分・廃止した事務を含む）", "", True),
        ("　記録項目の追加", "原因となる食品を記録項目に加えた。", False),
        ("（新規・廃止）", "旧台帳は廃止した。", False),
        ("（令和七年度公表分・所管分）", "", False),
    ],
)
def test_titles_of_registers(title: str, remark: str, raised: bool, tmp_path: Path) -> None:
    draft = imported(TABLE.format(title=title, remark=remark), tmp_path, "d.csv")
    assert ("title_without_content" in codes(draft)) == raised


def test_numbers_in_a_bracket_behind_a_name_name_nobody(tmp_path: Path) -> None:
    told = "経常的提供先　　　みさき育英会（照合のため、(1)(2)(4)を年1回、書面で送る。）"
    holders = [each["label"] for each in content(card(tmp_path, told))["holders"]]
    assert "みさき育英会" in holders
    assert len(holders) == len(["みさき市", "みさき育英会"])


def test_the_label_of_persons_and_that_of_measures_begin_lines(tmp_path: Path) -> None:
    text = (
        "みさき市水道局 個人情報取扱事務登録票\n\n事務の名称\t検針事務\n所管課\t水道課\n\n"
        "事務の目的\n\n水量を確かめる。\n\n本人として記録される者の範囲　使用者\n"
        "記録項目\t①氏名 ②住所 ③水量\n\n委託の有無\n\n無\n\n局が行う保護措置\n\n"
        "\t【運用上の対策】 1 名簿を残す。 2 書庫に戻す。\n\n備考\n\n1 身分証を着ける。\n"
    )
    found = content(imported(text, tmp_path))
    assert [each["label"] for each in found["safeguards"]] == ["名簿を残す。", "書庫に戻す。"]
