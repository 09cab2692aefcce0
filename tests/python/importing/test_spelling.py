"""A paper reads the same in either spelling, and its draft prints what the paper does."""

from __future__ import annotations

import drafts
import pytest

from nagarezu.importing.blocks import Blocks
from nagarezu.importing.sources import read_bytes
from nagarezu.importing.spelling import Spelling

TEXT = """業務委託について（報告）
件名	敬老祝品の宛名の印刷及び発送の委託について
委託先	株式会社みぎわ印刷
対象者	満80歳を迎える市民及び満100歳を迎える市民
委託に伴い事業者に処理させる情報項目	1 氏名  2 住所及び方書  3 生年月日、性別
処理させる情報項目の記録媒体	紙及びDVD-R
委託の開始時期及び期限	令和6年11月1日から令和7年3月31日まで
受託事業者に行わせる情報保護対策	1 名簿を施錠できる書庫に保管させ、従事者の名簿を提出させる。
"""
KANA = TEXT.replace("及び", "および").replace("、", "，").replace("行わせ", "行なわせ")


def blocks(text: str) -> list[Blocks]:
    return [read_bytes(text.encode(), "a.txt", "d")]


def test_a_draft_prints_what_the_paper_does() -> None:
    usual, kana = (drafts.draft(text, "a.txt").content for text in (TEXT, KANA))
    labels = [each["label"] for each in kana["items"]]
    assert "住所および方書" in labels
    assert [
        each.replace("および", "及び").replace("，", "、").replace("行な", "行") for each in labels
    ] == [each["label"] for each in usual["items"]]
    for kind in ("holders", "flows", "safeguards", "subjects", "lists"):
        assert len(kana.get(kind, [])) == len(usual.get(kind, []))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("甲および乙", 1),
        ("甲および乙、丙及び丁", 0),
        ("甲，乙", 1),
        ("甲，乙、丙", 0),
        ("甲、乙及び丙", 0),
        ("甲，乙ならびに丙および丁", 3),
        ("甲が行なう。乙が行ない、丙も行なっている。", 3),
        ("甲が行なう。乙が行う。", 0),
    ],
)
def test_a_paper_that_has_both_is_read_as_it_stands(text: str, pairs: int) -> None:
    assert len(Spelling.of(blocks(text)).pairs) == pairs


def test_the_usual_spelling_keeps_places_and_looks() -> None:
    (document,) = blocks("甲および乙\n項目\t氏名および住所\n件名\t甲")
    (read,) = Spelling.of([document]).usual([document])
    pairs = list(zip(document.paragraphs(), read.paragraphs(), strict=True))
    assert [one.place for one, _ in pairs] == [other.place for _, other in pairs]
    assert [other.text for _, other in pairs] == ["甲及び乙", "項目", "氏名及び住所", "件名", "甲"]
