"""What an assessment is called: by its name, or by the task of its declaration."""

from __future__ import annotations

import pytest
from drafts import draft

SHEET = "特定個人情報保護評価書（全項目評価書）\n\n"
DECLARED = "甲市は、犬の登録に関する事務における特定個人情報ファイルの取扱いにあたり、宣言する。\n"
REST = "\nⅠ 基本情報\n１．特定個人情報ファイルを取り扱う事務\n②事務の内容\n登録をする。\n"


@pytest.mark.parametrize(
    "named",
    [
        "評価書番号\t評価書名\n４\t犬の登録に関する事務 全項目評価書\n",
        "評価書番号　　評価書名\n４　　　犬の登録に関する事務　　全項目評価書\n" + DECLARED,
        DECLARED,
    ],
)
def test_the_case_is_called_as_its_task(named: str) -> None:
    found = draft(SHEET + named + REST)
    assert (found.family, found.case.title) == ("assessment", "犬の登録に関する事務全項目評価書")
