"""A paper in chapters that are counted through is prose, though it has labels of a sheet."""

from __future__ import annotations

import pytest

from nagarezu.importing.form.family import family
from nagarezu.importing.form.rows import rows
from nagarezu.importing.sources import read_bytes

CHAPTERS = """あさひ町個人情報保護審議会　資料

返還金の収納の委託について

{0}1　経過
納付書で払っていただいてきた。
{0}2　対象者
返還している者　640人（令和6年10月1日現在）
{0}3　委託の概要
委託先	株式会社きつね収納
{label}	ア　氏名
{0}4　期待される効果
うっかりした遅れが減る。
{0}5　個人情報の保護のための措置
(1)　町が行う措置
ア　名簿を扱う者を限る。
{0}6　取扱いの開始
令和7年2月3日から始める。
"""


@pytest.mark.parametrize("mark", ["", "第"])
@pytest.mark.parametrize(
    "label", ["処理させる情報項目", "委託に伴い事業者に処理させる情報項目", "渡す項目"]
)
def test_chapters_are_prose(mark: str, label: str) -> None:
    text = CHAPTERS.format(mark, label=label)
    if mark:
        text = text.replace("　", " ")
    stream = rows([read_bytes(text.encode(), "a.txt", "d")])
    assert family(list(stream)) == "prose"
