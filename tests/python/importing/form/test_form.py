"""Labels, families and sheets."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Blocks, Cell, Grid, Paragraph, Place, Span
from nagarezu.importing.form import labels
from nagarezu.importing.form.agenda import form as agenda
from nagarezu.importing.form.family import family
from nagarezu.importing.form.rows import rows


def text(*lines: str) -> Blocks:
    return Blocks(
        "d",
        "text",
        "d.txt",
        tuple(
            Paragraph((Span(line),), Place("d", number, str(number)))
            for number, line in enumerate(lines, 1)
            if line.strip()
        ),
    )


def grid(*table: tuple[str, ...], order: int = 1) -> Grid:
    cells = []
    for row, texts in enumerate(table):
        for column, content in enumerate(texts):
            place = Place("d", order * 100 + row, f"表{order}!{'ABCDEF'[column]}{row + 1}")
            paragraphs = (Paragraph((Span(content),), place),) if content else ()
            cells.append(Cell(row, column, paragraphs, place))
    return Grid(
        tuple(cells), len(table), max(map(len, table)), Place("d", order * 100, f"表{order}")
    )


@pytest.mark.parametrize(
    ("printed", "rule"),
    [
        ("委託に伴い事業者に処理させる情報項目", "label"),
        ("委託に伴い事業者処理させる情報項目(だれの、どのような項目か)", "label_without_particles"),
        ("委託 に 伴い 事業者に処理させる情報項目", "label"),
        ("委託に伴い事業者に処理させる情報項目（だれの、", "label"),
    ],
)
def test_a_label_is_known_without_spaces_brackets_and_particles(printed: str, rule: str) -> None:
    found = labels.find("agenda", printed)
    assert found is not None
    assert (found.field, found.rule) == ("entrust_items", rule)


def test_a_label_with_look_alikes_is_known_with_less_confidence() -> None:
    found = labels.find("agenda", "記録するコンピュ一タ")
    assert found is not None
    assert (found.field, found.rule) == ("computer", "label_look_alike")
    assert found.confidence < 0.9


def test_a_label_that_only_looks_alike_is_suggested_and_not_taken() -> None:
    assert labels.find("agenda", "委託の相手方等一覧") is None
    assert labels.suggestion("agenda", "委託の相手方等一覧") == "委託の相手方"


@pytest.mark.parametrize("printed", ["", " ", "件" * 200, "<script>", "=1+1", "\u202e件名"])
def test_nothing_hostile_is_a_label(printed: str) -> None:
    found = labels.find("agenda", printed)
    assert found is None or found.field == "title"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("付議事項", "件名\tあ", "事業の概要", "保有課\t課", "委託先\t社"), "agenda"),
        (("いについて（答申）", "1 審議会の結論", "2 実施機関の説明要旨"), "prose"),
        (
            (
                "個人情報ファイル簿",
                "個人情報ファイルの名称\tあ",
                "記録項目\tい",
                "記録範囲\tう",
                "利用目的\tえ",
            ),
            "register",
        ),
        (("特定個人情報保護評価書", "Ⅱ 特定個人情報ファイルの概要"), "assessment"),
        (
            (
                "介護に関する事務　重点項目評価書（案）",
                "件名\tあ",
                "委託先\tい",
                "委託する項目\tう",
            ),
            "assessment",
        ),
        (("個人情報影響評価書", "件名\tあ", "委託先\tい", "委託する項目\tう"), "unknown"),
        (
            (
                "駐輪場の利用に係る個人情報影響評価の概要",
                "件名\tあ",
                "委託先\tい",
                "委託する項目\tう",
            ),
            "unknown",
        ),
        (("むかしむかし",), "unknown"),
        ((), "unknown"),
    ],
)
def test_the_family_is_told_by_its_words(lines: tuple[str, ...], expected: str) -> None:
    assert family(list(rows([text(*lines)]))) == expected


_SHEET = (
    ("件名", "台帳の改修の委託について"),
    ("保有課", "住民課"),
    ("委託先", "みどり株式会社"),
    ("委託に伴い事業者に処理させる情報項目", "氏名"),
    ("委託にあたり市が行う情報保護対策", "【運用上の対策】 1 名簿を作る。"),
    ("", "【システム上の対策】 1 暗号化する。"),
)


def test_a_sheet_is_the_same_from_lines_and_from_a_table() -> None:
    lines = text(*("\t".join(row) for row in _SHEET))
    table = Blocks("d", "docx", "d.docx", (grid(*_SHEET),))
    for document in (lines, table):
        (sheet,) = (s for s in agenda.sheets(list(rows([document]))) if s.kind == "matter")
        assert sheet.title.text == "台帳の改修の委託について"
        own = sheet.get("entrust_own")
        assert own is not None
        assert own.value.text.endswith("暗号化する。")
        assert own.joints == ["continued_cell"]
        assert len(own.value.places) == 2


def test_a_row_that_goes_on_in_a_new_table_keeps_its_label() -> None:
    document = Blocks("d", "pdf", "d.pdf", (grid(*_SHEET[:5]), grid(_SHEET[5], order=2)))
    (sheet,) = (s for s in agenda.sheets(list(rows([document]))) if s.kind == "matter")
    own = sheet.get("entrust_own")
    assert own is not None
    assert "暗号化" in own.value.text


def test_running_heads_and_ruled_lines_are_no_rows() -> None:
    place = Place("d", 1, "p1")
    running = Paragraph((Span("- 4 -"),), place, running=True)
    ruled = Paragraph((Span("----\t------"),), place)
    assert list(rows([Blocks("d", "pdf", "d.pdf", (running, ruled))])) == []


def test_cover_overview_sheets_checklist_and_clauses_are_told_apart() -> None:
    document = text(
        "付議事項",
        "件名\t全体の件名",
        "内容は別紙のとおり",
        "事業の概要",
        "事業名\t事業",
        *("\t".join(row) for row in _SHEET),
        "特記事項",
        "（秘密）",
        "1 乙は、守る。",
        "",
        "1 業務委託にかかるチェックリスト",
        "委託にあたり市が行う対策【運用上の対策】\t○\t守る。",
    )
    kinds = [sheet.kind for sheet in agenda.sheets(list(rows([document])))]
    assert kinds == ["cover", "overview", "matter", "clauses", "checklist"]
