"""Who is given work, told by roles, by sentences on who does what, and by lists told again."""

from __future__ import annotations

from typing import Any

from nagarezu.importing.draft.assemble import assemble
from nagarezu.importing.sources import read_bytes

LETTER = "花巣市個人情報保護審議会　御中\n花巣市長\n　　プールの調査の外部委託について（諮問）\n"
SHARED = """第1　概要
　1　業務の分担
　　(1) 市は、名簿を作る。
　　(2) 株式会社みずべ調査は、票の作成及び集計を行う。
　　(3) 有限会社なみ印刷は、株式会社みずべ調査の下で、票の印刷を行う。
　2　委託先に渡す項目
　　(1) 氏名
　　(2) 住所
　　(3) 年齢
第2　契約の期間
　令和7年5月1日から令和7年9月30日まで
"""
AGAIN = "別表（第1の2関係）　委託先に渡す項目\n　(1) 氏名\n　(2) 住所\n"


def case(text: str) -> dict[str, Any]:
    return assemble([read_bytes((LETTER + text).encode(), "a.txt", "d")]).content


def partners(content: dict[str, Any]) -> list[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in content["holders"]}
    return [(each["relation"], names[each["to"][0]]) for each in content["flows"]]


def test_who_does_the_work_is_entrusted_with_it() -> None:
    assert partners(case(SHARED)) == [
        ("entrust", "株式会社みずべ調査"),
        ("reentrust", "有限会社なみ印刷"),
    ]


def test_where_somebody_is_named_the_others_only_do_their_work() -> None:
    named = SHARED.replace("第2　契約", "第2　委託先\n　株式会社うきわ\n第3　契約")
    assert ("entrust", "株式会社みずべ調査") not in partners(case(named))


def test_a_list_of_the_letter_again_in_a_paper_is_told_again() -> None:
    found = case(SHARED + AGAIN)
    retold = found["matters"][0]["retold"]
    assert [len(each["items"]) for each in retold] == [2]
    assert sum(bool(each["holders"]) for each in found["lists"]) == 1


def test_another_title_is_another_list() -> None:
    found = case(SHARED + AGAIN.replace("委託先に渡す項目", "市が記録する項目"))
    assert "retold" not in found["matters"][0]


def test_who_is_designated_and_the_names_below_a_bare_role() -> None:
    found = case(
        "Ⅰ．指定管理者等\n　　指定管理者　　一般社団法人みなも会\n"
        "　　再委託先（市が承諾）\n　　　株式会社あわ設備（修理）\n"
        "　　指定の期間　令和7年4月1日から令和12年3月31日まで\n"
        "　　再委託の期間　令和7年4月1日から令和8年3月31日まで\n"
        "Ⅱ．記録する項目\n　1　氏名\n　2　住所\n"
    )
    assert partners(found) == [
        ("delegate", "一般社団法人みなも会"),
        ("reentrust", "株式会社あわ設備"),
    ]
    kinds = {each["label"]: each["kind"] for each in found["matters"][0]["periods"]}
    assert kinds["指定の期間"] == "contract"
