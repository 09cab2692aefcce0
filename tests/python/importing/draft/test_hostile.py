"""Documents that mean no good, and documents with nothing in them: a draft or a clear refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

import nagarezu as ng
from nagarezu.errors import NagarezuError

_SHEET = """付議事項

件名\t{label}の委託について

事業の概要
事業名\t{label}
対象者\t{label}

件名 {label}の委託について

保有課\t{label}
登録業務の名称\t{label}
委託先\t{label}
委託に伴い事業者に処理させる情報項目\t① {label} ② 氏名
処理させる情報項目の記録媒体\t{label}
委託の開始時期及び期限\t{label}
委託にあたり市が行う情報保護対策\t【運用上の対策】 1 {label}
"""

_HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|'/c calc'!A0",
    "\u202eABC\u202c",
    "氏\u200b名\ufe00",
    "../../etc/passwd",
    "あ" * 10_000,
    "{}[]\\\"'%s%n",
    "(" * 500,
    "①" * 300,
    "令和99年99月99日から令和0年0月0日まで",
    "1 " * 400,
    "",
]


@pytest.mark.parametrize("label", _HOSTILE, ids=range(len(_HOSTILE)))
def test_hostile_labels_give_a_draft_that_loads(tmp_path: Path, label: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(_SHEET.format(label=label), encoding="utf-8")
    draft = ng.import_document(path)
    assert draft.family == "agenda"
    assert draft.case.counts["matters"] == 1
    assert {count["matter"] for count in draft.content.get("lists", [])} <= {"m1"}


@pytest.mark.parametrize(
    "content",
    [
        "x",
        "件名",
        "\t\t\t\n\t",
        "特記事項\n1",
        "答申\n諮問\n第1\n1\n(1)",
        "個人情報ファイル簿\n記録項目",
    ],
)
def test_nearly_nothing_is_a_draft_that_says_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(content, encoding="utf-8")
    try:
        draft = ng.import_document(path)
    except NagarezuError as error:
        assert error.message("ja")
        return
    assert draft.case.id.startswith("draft-")
    assert draft.unread


def test_a_missing_file_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(NagarezuError, match="nowhere"):
        ng.import_document(tmp_path / "nowhere.txt")


def test_a_file_of_many_lines_has_a_matter_for_each(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    rows = "".join(
        f"ファイル{n}\t市長\t課\t目的\t1氏名、2住所\t利用者\tなし\n" for n in range(3000)
    )
    names = ("個人情報ファイルの名称", "行政機関等の名称", "所管課", "利用目的", "記録項目")
    head = "\t".join((*names, "記録範囲", "経常的提供先")) + "\n"
    path.write_text("個人情報ファイル簿\n\n" + head + rows, encoding="utf-8")
    draft = ng.import_document(path)
    assert draft.case.counts["matters"] == 3000


def test_nothing_is_guessed_where_nothing_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(
        "付議事項\n件名\t台帳の委託について\n事業の概要\n対象者\t利用者 約500人\n"
        "件名 台帳の委託について\n保有課\t課\n登録業務の名称\t台帳\n委託先\t未定\n"
        "委託に伴い事業者に処理させる情報項目\t資料1-1のとおり\n",
        encoding="utf-8",
    )
    content = ng.import_document(path).content
    (count,) = content["subjects"][0]["counts"]
    assert "value" not in count
    assert count["bound"] == "unknown"
    assert content["lists"][0]["open"]
    assert content["lists"][0]["missing_reference"] == "資料1-1"
    assert "periods" not in content["matters"][0]
    assert "municipality" not in content
