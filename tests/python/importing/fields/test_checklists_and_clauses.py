"""Checklists in any table or line, clauses by articles, layers by any head."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.fields import checklist, clauses, safeguards
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

PLACE = Place("d", 1, "1")
TITLE = Passage.of("2 対策チェックリスト", PLACE)


def row(*cells: str) -> Row:
    return Row(tuple(Passage.of(cell, PLACE) for cell in cells), PLACE, 1 if cells[1:] else 0)


def read(*rows: Row) -> list[tuple[str, str, str, str]]:
    found = checklist.read(TITLE, rows, {}, {})
    return [(line.party, line.layer, line.measures[0].path, line.mark) for line in found]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                row("", "番号", "対策の内容", "町", "受託者"),
                row("運用上の対策", "1", "鍵を掛ける。", "○", "○"),
                row("", "2", "名札を付ける。", "○", "－"),
            ],
            [
                ("own", "operational", "1", "yes"),
                ("partner", "operational", "1", "yes"),
                ("own", "operational", "2", "yes"),
                ("partner", "operational", "2", "not_needed"),
            ],
        ),
        (
            [
                row("", "対策", "実施", "該当なし"),
                row("市（システム上の対策）", "鍵を掛ける。", "○", ""),
                row("", "名札を付ける。", "", "○"),
            ],
            [("own", "system", "1", "yes"), ("own", "system", "2", "not_needed")],
        ),
        (
            [
                row("対策の別", "番号", "印", "町が行う対策"),
                row("運用上の対策", "1", "○", "鍵を掛ける。"),
                row("対策の別", "番号", "印", "受託者に行わせる対策"),
                row("運用上の対策", "1", "ー", "鍵を掛けさせる。"),
            ],
            [("own", "operational", "1", "yes"), ("partner", "operational", "1", "not_needed")],
        ),
        (
            [
                row("受託事業者に行わせる情報保護対策"),
                row("【運用上の対策】"),
                row("○　鍵を掛けさせる。"),
                row("ー　名札を付けさせる。"),
            ],
            [("partner", "operational", "1", "yes"), ("partner", "operational", "2", "not_needed")],
        ),
        (
            [
                row("主体", "内容", "確認"),
                row("委託先\n（運用上の対策）", "7 鍵を掛けさせる。", "○"),
            ],
            [("partner", "operational", "1", "yes")],
        ),
        ([row("主体", "内容", "確認")], []),
    ],
)
def test_marks_are_read_where_they_stand(
    rows: list[Row], expected: list[tuple[str, str, str, str]]
) -> None:
    assert read(*rows) == expected


ARTICLES = (
    "（守ること）",
    "第1　乙は、預かった鍵を大切に扱わなければならない。",
    "2　乙は、鍵を貸してはならないことを係の者に知らせなければならない。",
    "（鍵の複製）",
    "第2　乙は、甲の承諾を得ることなく、鍵を複製してはならない。",
    "(1) 合鍵",
    "2　甲は、第1条第2項の周知について報告を求めることができる。",
)


def test_paragraphs_of_articles_are_clauses_in_reading_order() -> None:
    found = clauses.read([Passage.of(line, PLACE) for line in ARTICLES])
    assert [(c.number, c.heading, c.obligor, c.modality) for c in found] == [
        (1, "守ること", "partner", "duty"),
        (2, "守ること", "partner", "duty"),
        (3, "鍵の複製", "partner", "consent"),
        (4, "鍵の複製", "own", "duty"),
    ]
    assert found[3].refers_to == [2]


@pytest.mark.parametrize(
    "printed",
    [
        "【運用上の対策】\n1 鍵を掛ける。\n【システム上の対策】\n1 記録を残す。",
        "（運用上の対策）\n１　鍵を掛ける。\n（システム上の対策）\n１　記録を残す。",
        "○運用面の対策\n・鍵を掛ける。\n○システム面の対策\n・記録を残す。",
        "ア 運用上の対策\n(1) 鍵を掛ける。\nイ システム上の対策\n(1) 記録を残す。",
        "＜運用上の対策＞\n鍵を\n掛ける。\n＜システム上の対策＞\n記録を残す。",
    ],
)
def test_layers_under_any_head(printed: str) -> None:
    found = safeguards.read(Passage.of(printed, PLACE))
    assert [(m.layer, m.path.strip("()")) for m in found] == [("operational", "1"), ("system", "1")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # a list that prints no numbers
            ["（鍵の複製）乙は、鍵を複製しない。", "（帳簿）乙は、帳簿を備える。"],
            [(1, "鍵の複製"), (2, "帳簿")],
        ),
        (  # 1 0, as OCR parts it
            [f"- {n} 乙は、{n}番の帳簿を備える。" for n in range(1, 10)]
            + ["- 1 0 乙は、鍵を返す。"],
            [*((n, "") for n in range(1, 11))],
        ),
    ],
)
def test_numbers_of_clauses_may_be_left_out_or_parted(
    lines: list[str], expected: list[tuple[int, str]]
) -> None:
    found = clauses.read([Passage.of(line, PLACE) for line in lines])
    assert [(each.number, each.heading) for each in found] == expected
