"""A list of the files of a register, and sentences about all of them, against the cards."""

from __future__ import annotations

import drafts
import pytest

NAMES = ("公営墓地使用者台帳", "犬の登録原簿", "交通災害共済加入者名簿")
HEADS = ("整理番号", "名称", "担当課", "業務委託", "外部提供", "区分")
LISTED = (
    ("1", NAMES[0], "環境課", "有（1者）", "無", "変更"),
    ("2", NAMES[1], "環境課", "－", "有", "新規"),
    ("3", NAMES[2], "総務課", "無", "無", "変更"),
)
CARDS = (
    {"担当課": "町民部環境課", "業務委託": "☑有（株式会社松風石材）　□無", "外部提供": "なし"},
    {"担当課": "町民部環境課", "業務委託": "無", "外部提供": "北浜県獣医師会"},
    {"担当課": "総務課", "業務委託": "□有　☑無", "外部提供": "無"},
)
CHANGES = ("変更", "新規", "変更")


def found(*swaps: tuple[str, str], told: str = "") -> list[tuple[str, str]]:
    """What is raised: code and what is at odds; each of `swaps` is printed otherwise."""
    table = [HEADS, tuple("---" for _ in HEADS), *LISTED]
    text = f"北浜町個人情報ファイル簿\n\n{told}\n\n"
    text += "".join(f"| {' | '.join(row)} |\n" for row in table)
    for name, card, change in zip(NAMES, CARDS, CHANGES, strict=True):
        rows = {
            "名称": f"{name}　【整理番号 {NAMES.index(name) + 1}】",
            "登録年月日": f"令和6年4月1日（{change}）",
            "利用目的": f"{name}を整える。",
            "記録項目": "①氏名　②住所　③電話番号",
            "対象者の範囲": f"{name}に載る者",
            **card,
        }
        text += f"\n## {name}\n\n| 欄 | 内容 |\n|---|---|\n"
        text += "".join(f"| {label} | {value} |\n" for label, value in rows.items())
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    made = drafts.draft(text, "r.md")
    rows_ = made.case.table("findings").to_json()["rows"]
    return [(row["code"], row["says_a"]) for row in rows_ if row["severity"] != "info"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("環境課 | 有（1者）", "環境課 | －", "公営墓地使用者台帳（業務委託：無）"),
        ("総務課 | 無 | 無", "総務課 | 無 | 有", "交通災害共済加入者名簿（外部提供：有）"),
        ("有 | 新規", "有 | 変更", "犬の登録原簿（区分：変更）"),
        ("犬の登録原簿 | 環境課", "犬の登録原簿 | 税務課", "犬の登録原簿（税務課）"),
        ("北浜県獣医師会", "なし", "犬の登録原簿（外部提供：有）"),
    ],
)
def test_a_line_that_answers_otherwise_than_the_card(old: str, new: str, says: str) -> None:
    assert found((old, new)) == [("contents_differ", says)]


@pytest.mark.parametrize(
    ("told", "raised"),
    [
        ("", []),
        ("外部の事業者に委託しているのは、公営墓地使用者台帳だけです。", []),
        ("委託を行うものは犬の登録原簿のみである。", ["株式会社松風石材"]),
        ("業務の委託は、犬の登録原簿を除き、どの事務でも行っていない。", ["株式会社松風石材"]),
        ("いずれのファイルも外部への提供はありません。", ["北浜県獣医師会"]),
        ("電話番号を記録しているのは公営墓地使用者台帳と犬の登録原簿だけである。", ["電話番号"]),
        ("外部に提供しているのは、環境課の台帳に限られる。", []),
        ("犬の登録原簿の情報を他の団体に渡すのは、年1回である。", []),
    ],
)
def test_what_others_alone_do(told: str, raised: list[str]) -> None:
    made = found(told=told)
    assert len(made) == len(raised)
    assert all(code == "claim_against_list" for code, _ in made)


def test_files_named_one_by_one_in_front_of_them() -> None:
    told = "このたび、公営墓地使用者、{}及び交通災害共済加入者の3ファイルを公表する。"
    assert found(told=told.format("犬の登録原簿")) == []
    assert found(told=told.format("猫の登録原簿")) == [("contents_differ", "猫の登録原簿")]


FORM = {
    "個人情報ファイルの名称": "{}ファイル",
    "利用目的": "申請の審査のため",
    "記録項目": "(1) 氏名 (2) 住所 (3) 貸与年月日",
    "記録範囲": "貸与を受けた者",
    "記録情報の収集方法": "本人の申告及び課税情報の照会による。",
}


def form(name: str, **fields: str) -> str:
    """A card as a table with a file in it, as a sheet prints it."""
    rows = {label: value.format(name) for label, value in (FORM | fields).items()}
    return "".join(f"{n},{label},{value}\n" for n, (label, value) in enumerate(rows.items(), 1))


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, []),
        ({"備考": "勤務先は、本人の申出により記録する。"}, ["claimed_item_unlisted"]),
        ({"備考": "この台帳には特定の個人を識別できる項目は含まない。"}, ["identifying_item"]),
        ({"備考": "利用の統計を公表するが、個人は特定できない。"}, []),
        (
            {
                "経常的提供先": "東山県町村会",
                "提供の媒体": "紙、CD-R",
                "提供の方法": "受領証と引換えに手渡し、結果はLGWAN回線で送信する。",
            },
            ["channel_not_in_media"],
        ),
        ({"経常的提供先": "東山県町村会", "提供の媒体": "紙", "提供の方法": "郵送"}, []),
    ],
)
def test_remarks_of_one_card_of_several_in_tables(fields: dict[str, str], codes: list[str]) -> None:
    text = form("補聴器貸与", **fields) + ",,\n" + form("車いす貸与")
    made = drafts.draft(text, "r.csv")
    rows = made.case.table("findings").to_json()["rows"]
    assert [row["code"] for row in rows if row["severity"] != "info"] == codes
