"""A list in front of the cards says for what each file is used, and the card says it again."""

from __future__ import annotations

import pytest
from drafts import raised

CARD = """ファイル番号	園-{n}
個人情報ファイルの名称	{name}
所管する組織	公園課
利用目的	区画の許可に用いる。
{label}	{work}
記録項目	1番号、2氏名、3住所
記録範囲	{who}
収集方法	申請書により本人から
経常的提供先	無

"""
ONE = ("窓口での受付", "書類の審査", "交付の通知")
TWO = ("窓口での受付", "書類の審査", "訪問による調査")


def register(front: str, label: str, work: str) -> str:
    first = CARD.format(
        n=1, name="市民農園利用者ファイル", label=label, work=work, who="農園の利用者"
    )
    second = CARD.format(
        n=2, name="貸し花壇申込者ファイル", label=label, work="花壇の貸出し", who="花壇の申込者"
    )
    return f"ゆうひ市個人情報ファイル簿（公園課）\n\n{front}\n{first}{second}"


def below(work: tuple[str, ...], number: str, label: str) -> str:
    """A line for each kind of work, the file named on the first."""
    return (
        f"総括表\n{number}\tファイルの名称\t{label}\n1\t市民農園利用者ファイル\tア {work[0]}\n"
        f"\t\tイ {work[1]}\n\t\tウ {work[2]}\n2\t貸し花壇申込者ファイル\t花壇の貸出し\n"
    )


def beside(work: tuple[str, ...], number: str, label: str) -> str:
    """All work in one cell."""
    return (
        f"一覧\n{number}\t個人情報ファイルの名称\t{label}\n園-1\t市民農園利用者ファイル\t"
        f"{'、'.join(work)}\n園-2\t貸し花壇申込者ファイル\t花壇の貸出し\n"
    )


@pytest.mark.parametrize("number", ["号", "№", "順", "整理番号"])
@pytest.mark.parametrize("label", ["利用する事務", "ファイルを利用する事務", "事務の内容"])
def test_one_kind_of_work_differs(number: str, label: str) -> None:
    lines = "　".join(f"{sign} {each}" for sign, each in zip("アイウ", TWO, strict=True))
    assert raised(register(below(ONE, number, label), label, lines)) == {"contents_differ"}
    assert not raised(register(below(TWO, number, label), label, lines))


@pytest.mark.parametrize("label", ["事務の概要", "主な事務", "取り扱う事務"])
def test_work_behind_commas(label: str) -> None:
    told = "、".join(TWO)
    assert raised(register(beside(ONE, "No.", label), label, told)) == {"contents_differ"}
    assert not raised(register(beside(TWO, "No.", label), label, told))
