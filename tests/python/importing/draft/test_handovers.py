"""Handovers: by what way sentences, tables and rows of media say that something goes."""

from __future__ import annotations

import drafts
import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.handover.names import Names
from nagarezu.importing.draft.handover.sentences import Sentences
from nagarezu.importing.draft.handover.tables import Tables
from nagarezu.importing.fields.by_what import of_cell, of_phrase
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage

PLACE = Place("d", 1, "1")


def names() -> Names:
    builder = Builder()
    builder.own = builder.holder("桜野町", "organisation", Passage())
    for name in ("株式会社丘の上印刷", "桜野医師会"):
        builder.holder(name, "organisation", Passage(), external=True)
    return Names(builder, ())


@pytest.mark.parametrize(
    ("cell", "ways"),
    [
        ("暗号化したＵＳＢメモリ（職員が持参）", ["usb_memory in_person"]),
        ("紙（簡易書留）又は専用回線", ["paper post", "dedicated_line"]),
        ("LGWAN上のファイル交換サービス", ["lgwan"]),
        ("インターネットVPN", ["internet"]),
        ("オンラインストレージ", ["cloud"]),
        ("電子データ（LGWAN）、画面表示", ["lgwan", "view"]),
        ("電子メールアドレス", []),
        ("紙の名簿とDVD-R", ["paper", "optical_disk"]),
        ("CD-Rと紙の写し", ["optical_disk", "paper"]),
        ("紙の名簿と照合したDVD-R", ["paper"]),
        ("紙の名簿のほかUSBメモリ", ["paper", "usb_memory"]),
        ("紙の名簿はCD-Rとともに手渡す", ["paper", "optical_disk in_person"]),
        ("DVD-Rや紙の控え", ["optical_disk", "paper"]),
    ],
)
def test_ways_of_a_cell(cell: str, ways: list[str]) -> None:
    assert [" ".join(each.words) for each in of_cell(cell)] == ways


# A sentence, and what it says: partner's id, direction, ways, ! if these are all.
SENTENCES = {
    "紙の台帳は、CD-Rに収めて医師会へ手渡す。": "h3 send optical_disk in_person",
    "宛名の一覧は、DVD-Rに収めて丘の上印刷へ宅配便で届ける。": "h2 send optical_disk courier",
    "桜野医師会から届いたCD-Rは、町が開封する。": "h3 receive optical_disk",
    "名簿はファクシミリで医師会に送ります。": "h3 send fax",
    "丘の上印刷との受渡しは、専用線以外の方法によらない。": "h2  dedicated_line !",
    "医師会への送付は、封書の書留により行う。": "h3 send post !",
    "丘の上印刷に、校正刷りを電子メールで納品させる。": "h2 receive email",
    "電子メールによる医師会への送付は行わない。": "",
    "医師会へ紙で渡す場合は、枚数を数える。": "",
    "消去の証明書は、丘の上印刷に郵送させる。": "",
    "結果は、医師会が本人に書面で渡す。": "",
    "丘の上印刷には、借りたUSBメモリを返却させる。": "",
    "丘の上印刷へは一覧を紙で渡す。ほかの手段は採らない。": "h2 send paper !",
    "DVD-Rの受渡しは、丘の上印刷の窓口で行う。": "h2  optical_disk in_person",
    "版下の納品（丘の上印刷がクラウド上のフォルダに置く。）を受ける。": "h2 receive cloud !",
    "医師会の分は、CD-Rに焼いて郵送する。": "h3 send optical_disk post",
    "予定表は、電子メールに添えて医師会へ知らせる。": "h3 send email",
    "医師会との間で、電子メールで送る情報を暗号化する。": "",
    "医師会への郵送では、結果が間に合わないため改める。": "",
    "一覧は暗号化し、復号に用いる数列は医師会へ紙で渡す。": "",
    "名簿を開くための符丁は、書面で医師会に送る。": "",
    "作業の日程は、電子メールで丘の上印刷に送る。": "",
    "受渡簿の写しは、紙で丘の上印刷へ渡す。": "",
    "焼き付けを終えた旨の書面を、丘の上印刷から町へ提出させる。": "",
    "出席を予定する会員の一覧は、紙で医師会へ渡す。": "h3 send paper",
    "暗号化した一覧は、紙で医師会へ渡す。": "h3 send paper",
}


@pytest.mark.parametrize(("sentence", "says"), SENTENCES.items())
def test_sentences(sentence: str, says: str) -> None:
    found = list(Sentences(names()).read("", Passage.of(sentence, PLACE)))
    told = [
        f"{each.partner} {each.direction} {' '.join(each.way.words)}{' !' * each.only}"
        for each in found
    ]
    assert told == ([says] if says else [])


def row(*cells: str, grid: int = 1) -> Row:
    return Row(tuple(Passage.of(each, PLACE) for each in cells), PLACE, grid)


def test_a_table_with_its_partners_in_a_row() -> None:
    tables = Tables(names())
    rows = [
        row("委託先", "株式会社丘の上印刷", "桜野医師会"),
        row("受渡しの方法", "専用回線", "紙の持参"),
        row("媒体", "電子データ、磁気テープ", "紙"),
    ]
    found = [each for one in rows for each in tables.read("", one)]
    assert [(each.partner, each.way.words, each.listed) for each in found] == [
        ("h2", ["dedicated_line"], False),
        ("h3", ["paper", "in_person"], False),
        ("h2", ["magnetic_tape"], True),
        ("h3", ["paper"], True),
    ]


def test_a_head_that_spans_rows_and_empty_cells_behind() -> None:
    tables = Tables(names())
    rows = [
        row("外部への提供", "提供先", "桜野医師会", ""),
        row("", "提供の媒体", "紙、USBメモリ", ""),
        row("", "提供の方法", "専用回線", ""),
    ]
    found = [each for one in rows for each in tables.read("", one)]
    assert [(s.partner, s.way.words, s.only) for s in found] == [
        ("h3", ["paper"], False),
        ("h3", ["usb_memory"], False),
        ("h3", ["dedicated_line"], True),
    ]


def test_columns_and_drawn_lines() -> None:
    tables = Tables(names())
    rows = [
        row("渡す側", "受ける側", "情報", "方法"),
        row("町", "桜野医師会（予約台帳）", "氏名、住所", "LGWAN"),
        row("桜野医師会", "町", "結果", "紙（郵送）"),
    ]
    found = [(s.partner, s.direction, s.way.words) for s in tables.with_heads(rows, {})]
    assert found == [("h3", "send", ["lgwan"]), ("h3", "receive", ["paper", "post"])]
    assert tables.names.find("予約台帳") == "h3"
    drawn = tables.read(
        "", row("②　控えの引渡し　　保健課　→　株式会社丘の上印刷（DVD-R、手渡し）", grid=0)
    )
    assert [(s.direction, s.what, s.way.words) for s in drawn] == [
        ("send", "控え", ["optical_disk", "in_person"])
    ]


@pytest.mark.parametrize(
    ("told", "thing"),
    [
        ("ことり紙工有限会社の社員がDVD-Rで受け取る", "optical_disk"),
        ("株式会社紙源に職員が手渡す", ""),
        ("株式会社USB商会に職員が手渡す", ""),
        ("株式会社紙源に紙で手渡す", "paper"),
        ("紙により青葉印刷株式会社に渡す", "paper"),
    ],
)
def test_the_name_of_a_firm_is_no_medium(told: str, thing: str) -> None:
    assert of_phrase(told).thing == thing


def test_where_there_are_two_takers_nobody_named_before_is_meant() -> None:
    found = names()
    for number, flow in enumerate(("株式会社丘の上印刷", "桜野医師会"), 1):
        to = found.builder.find_holder(flow)
        found.builder.add(
            "flows", {"id": f"f{number}", "matter": "m1", "relation": "provide", "to": [to]}
        )
    assert found.several("名簿を提供先に持参する。", "m1")
    assert not found.several("名簿を委託先に持参する。", "m1")
    assert not found.several("名簿を提供先に持参する。", "m2")
    sheet = """諮問・報告事項
件名1　名簿の印刷の委託について（業務委託）
委託先	株式会社丘の上印刷
	（再委託先）有限会社すそ野製本
委託に伴い処理させる情報項目	氏名
処理させる情報項目の記録媒体	USBメモリ
受託事業者に行わせる情報保護対策	再委託先の名を届け出させる。USBメモリの受渡しを記録させる。
件名2　名簿の提供について（外部への提供）
提供先	桜野医師会
	桜野消防組合
提供する情報項目	氏名
提供の方法	毎月、職員が名簿を提供先に持参する。
"""
    made = drafts.draft(sheet).content
    told = {
        matter["title"][:3]: {each["partner"] for each in matter.get("handovers", [])}
        for matter in made["matters"]
    }
    assert told["件名2"] == {"桜野医師会", "桜野消防組合"}
