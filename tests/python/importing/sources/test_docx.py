"""Word documents, each test with the XML that it is about."""

from __future__ import annotations

import pytest
from made import cells, docx, grids, lines, looks, of_docx, p, texts

from nagarezu.importing.blocks import Paragraph
from nagarezu.importing.sources import NotReadable, read_bytes
from nagarezu.importing.sources.docx_numbers import written


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def level(
    number: str, kind: str, text: str, start: int = 1, suffix: str = "space", more: str = ""
) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:suff w:val="{suffix}"/></w:lvl>'
    )


def listed(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_paragraphs_are_counted_and_blank_ones_left_out() -> None:
    assert lines(of_docx(p("甲") + p("") + p("　") + p("乙"))) == [("1", "甲"), ("2", "乙")]


def test_headings_have_the_level_of_their_style_or_outline() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="独自"/>'
        '<w:basedOn w:val="a1"/></w:style>'
    )
    body = (
        p("甲", '<w:pStyle w:val="a1"/>')
        + p("乙", '<w:pStyle w:val="a2"/>')
        + p("丙", '<w:outlineLvl w:val="0"/>')
        + p("丁")
    )
    found = of_docx(body, styles=styles).paragraphs()
    assert [(paragraph.text, paragraph.level) for paragraph in found] == [
        ("甲", 2),
        ("乙", 2),
        ("丙", 1),
        ("丁", 0),
    ]


def test_looks_come_from_the_run_else_its_style_else_the_paragraph() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>'
        + run("甲")
        + run("乙", '<w:b w:val="0"/>')
        + run("丙", '<w:rStyle w:val="C"/>')
        + run("丁", '<w:b w:val="false"/><w:u w:val="none"/><w:dstrike/>')
        + run("戊", "<w:vanish/>")
        + "</w:p>"
    )
    assert looks(of_docx(body, styles=styles).paragraphs()) == [
        ("甲", "b"),
        ("乙", ""),
        ("丙", "bu"),
        ("丁", "s"),
    ]


def test_tracked_changes_say_what_was_added_and_removed() -> None:
    body = (
        "<w:p>" + run("甲") + f"<w:ins>{run('乙')}</w:ins>"
        "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>"
    )
    (paragraph,) = of_docx(body).paragraphs()
    assert [(span.text, span.change) for span in paragraph.spans] == [
        ("甲", ""),
        ("乙", "added"),
        ("丙", "removed"),
    ]
    assert looks([paragraph]) == [("甲", ""), ("乙", "u"), ("丙", "s")]


def test_a_row_that_was_added_or_removed_says_so_in_its_cells() -> None:
    body = (
        f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr>{cell('甲')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('乙')}</w:tr></w:tbl>"
    )
    found = of_docx(body).paragraphs()
    assert [paragraph.spans[0].change for paragraph in found] == ["added", "removed"]


def test_merged_cells_span_and_are_not_repeated() -> None:
    begun, goes_on = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    wide = '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('甲', begun)}{cell('乙', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('丙')}{cell('丁')}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('戊')}{cell('己')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('庚')}</w:tr></w:tbl>"
    )
    (grid,) = grids(of_docx(body))
    assert [(c.text, c.row, c.column, c.rows, c.columns, c.place.where) for c in grid.cells] == [
        ("甲", 0, 0, 3, 1, "表1!A1"),
        ("乙", 0, 1, 1, 2, "表1!B1"),
        ("丙", 1, 1, 1, 1, "表1!B2"),
        ("丁", 1, 2, 1, 1, "表1!C2"),
        ("戊", 2, 1, 1, 1, "表1!B3"),
        ("己", 2, 2, 1, 1, "表1!C3"),
        ("庚", 3, 1, 1, 1, "表1!B4"),
    ]
    assert (grid.rows, grid.columns) == (4, 3)


def test_a_table_within_a_cell_follows_the_outer_one() -> None:
    inner = f"<w:tbl><w:tr>{cell('内')}</w:tr></w:tbl>"
    body = f"{p('前')}<w:tbl><w:tr><w:tc>{p('外')}{inner}</w:tc></w:tr></w:tbl>{p('後')}"
    assert lines(of_docx(body)) == [
        ("1", "前"),
        ("表1!A1", "外"),
        ("表1.1!A1", "内"),
        ("2", "後"),
    ]


def test_list_numbers_are_printed_as_word_prints_them() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        + level("0", "decimalFullWidth", "第%1", suffix="nothing")
        + level("1", "decimal", "(%2)")
        + level("2", "aiueoFullWidth", "%3")
        + level("3", "decimalEnclosedCircle", "%4")
        + level("4", "decimal", "%1.%2.%5", more="<w:isLgl/>")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = "".join(
        listed(text, depth)
        for text, depth in (
            ("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 2), ("己", 3), ("庚", 4),
            ("辛", 0), ("壬", 1),
        )
    )  # fmt: skip
    assert texts(of_docx(body, numbering=numbering)) == [
        "第１甲", "(1) 乙", "(2) 丙", "ア 丁", "イ 戊", "① 己", "1.2.1 庚", "第２辛", "(1) 壬",
    ]  # fmt: skip


def test_a_list_may_start_again_and_blank_paragraphs_take_a_number() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level("0", "decimal", "%1.", 3)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2">'
        '<w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("甲") + listed("") + listed("乙") + listed("丙", number=2) + listed("丁")
    assert texts(of_docx(body, numbering=numbering)) == ["3. 甲", "5. 乙", "1. 丙", "2. 丁"]


def test_a_bullet_of_a_symbol_font_is_printed_as_a_dot() -> None:
    bullet = level("0", "bullet", "\uf06c")
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert texts(of_docx(listed("甲"), numbering=numbering)) == ["・ 甲"]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (46, "aiueoFullWidth", "ン"),
        (47, "aiueoFullWidth", "アア"),
        (3, "aiueo", "ｳ"),
        (21, "decimalEnclosedCircle", "㉑"),
        (50, "decimalEnclosedCircle", "㊿"),
        (51, "decimalEnclosedCircle", "51"),
        (20, "decimalEnclosedParen", "⒇"),
        (27, "lowerLetter", "aa"),
        (14, "upperRoman", "XIV"),
        (21, "japaneseCounting", "二十一"),
        (10, "japaneseCounting", "十"),
        (2, "irohaFullWidth", "ロ"),
        (1, "ideographTraditional", "甲"),
        (5, "decimalZero", "05"),
        (4, "no such format", "4"),
        (4, "none", ""),
    ],
)
def test_formats_of_numbers(number: int, kind: str, text: str) -> None:
    assert written(number, kind) == text


def test_marks_of_forms_are_printed() -> None:
    box = '<w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
    field = "<w:r><w:fldChar w:fldCharType='begin'>{}</w:fldChar></w:r>"
    ticked = field.format(box.format("<w:checked/>"))
    plain = field.format(box.format(""))
    instruction = "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    control = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    other = '<w:r><w:sym w:font="Nobody" w:char="F0FE"/></w:r>'
    body = (
        f"<w:p>{ticked}{instruction}{run('甲')}</w:p><w:p>{plain}{run('乙')}</w:p>"
        f"<w:p>{control.format(1, run('☒'))}{run('丙')}</w:p>"
        f"<w:p>{control.format(1, '')}{run('丁')}</w:p>"
        f"<w:p>{control.format(0, '')}{run('戊')}</w:p>"
        f"<w:p>{symbol}{run('己')}</w:p><w:p>{other}{run('庚')}</w:p>"
    )
    assert texts(of_docx(body)) == ["☑甲", "□乙", "☒丙", "☑丁", "□戊", "☑己", "\ufffd庚"]


def test_breaks_tabs_and_readings() -> None:
    ruby = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
    body = (
        f"<w:p>{run('甲')}<w:r><w:br/></w:r>{run('乙')}<w:r><w:tab/></w:r>"
        f"{ruby.format(run('よみ'), run('読'))}<w:r><w:br w:type='page'/></w:r></w:p>"
    )
    assert lines(of_docx(body)) == [("1", "甲"), ("1", "乙\t読")]


def test_a_text_box_is_read_once_where_it_hangs() -> None:
    def content(text: str) -> str:
        return f"<w:txbxContent>{p(text)}</w:txbxContent>"

    box = (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{content('箱')}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content('箱')}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{content('古い箱')}</v:textbox></w:pict></w:r>"
    assert lines(of_docx(f"<w:p>{run('甲')}{box}</w:p><w:p>{old}</w:p>{p('乙')}")) == [
        ("1", "甲"),
        ("2", "箱"),
        ("3", "古い箱"),
        ("4", "乙"),
    ]
    (grid,) = grids(
        of_docx(f"<w:tbl><w:tr><w:tc><w:p>{run('甲')}{box}</w:p></w:tc></w:tr></w:tbl>")
    )
    assert cells(grid) == {(0, 0): "甲\n箱"}


def test_pictures_are_noted() -> None:
    body = f"<w:p>{run('甲')}<w:r><w:drawing><w:blip/></w:drawing></w:r></w:p>"
    blocks = of_docx(body)
    assert [(entry.code, entry.place.where) for entry in blocks.unread] == [("picture", "1")]


def test_notes_headers_and_footers_stand_at_the_end() -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{p("線")}</w:footnote>'
        f'<w:footnote w:id="1">{p("注")}</w:footnote>'
    )
    blocks = of_docx(p("甲"), header1=p("頭"), footer1=p("足"), footnotes=notes)
    assert lines(blocks) == [
        ("1", "甲"),
        ("脚注!A1", "注"),
        ("ヘッダー1!A1", "頭"),
        ("フッター1!A1", "足"),
    ]
    running = [b.running for b in blocks.blocks if isinstance(b, Paragraph)]
    assert running == [False, False, True, True]


def test_wrappers_do_not_hide_what_they_hold() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('乙')}</w:hyperlink><w:fldSimple>{run('丙')}</w:fldSimple></w:p>"
        f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('丁')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert texts(of_docx(body)) == ["甲", "乙丙", "丁"]


def test_a_document_in_which_nothing_is_written_is_refused() -> None:
    with pytest.raises(NotReadable) as refused:
        read_bytes(docx(p("")), "a.docx", "d")
    assert refused.value.reason == "empty"


def test_a_rare_sign_is_read_in_the_form_that_old_programs_know() -> None:
    body = (
        f"<w:p>{run('甲')}<w:r><mc:AlternateContent><mc:Choice Requires='w16se'/>"
        "<mc:Fallback><w:t>㊞</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(of_docx(body)) == ["甲㊞"]


def test_a_shape_without_text_may_mark_a_choice_and_is_noted() -> None:
    body = f"<w:p>{run('有・無')}<w:r><w:pict><v:oval/></w:pict></w:r></w:p>"
    assert [entry.code for entry in of_docx(body).unread] == ["shape"]


def test_a_table_and_a_box_in_a_header_are_read_once() -> None:
    content = f"<w:txbxContent>{p('箱')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"
    head = f"<w:p>{run('頭')}{box}</w:p><w:tbl><w:tr>{cell('様式4')}</w:tr></w:tbl>"
    assert texts(of_docx(p("甲"), header1=head)) == ["甲", "頭", "箱", "様式4"]
