"""Sentences that tell of a flow: listed where no flow was read from them, silent where one was."""

from __future__ import annotations

import pytest

from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.builder import Builder
from nagarezu.importing.draft.named import told
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage


def row(text: str) -> Row:
    place = Place("d", 1, "1")
    return Row((Passage.of(text, place),), place)


def listed(text: str, builder: Builder | None = None) -> list[str]:
    builder = builder or Builder()
    told.note(builder, [row(text)])
    return [note.printed for note in builder.notes.unread if note.code == "told_flow"]


@pytest.mark.parametrize(
    "sentence",
    [
        "利用者からの申請を窓口端末で受け付ける。",
        "みなと交通システムから運行事業者へ乗車記録を送信する。",
        "結果は中間サーバーを通じて他の自治体に提供される。",
        "電話で予約を受け付け、職員が代わりに登録する。",
    ],
)
def test_a_sentence_that_tells_of_a_movement_is_listed(sentence: str) -> None:
    assert listed(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "条例の定めるところにより台帳を作成する。",  # により is no way
        "職員は年に一度、研修を受けなければならない。",
        "申請者から",  # a label, not a sentence
        "事業者への委託",
        "",
    ],
)
def test_other_sentences_are_not(sentence: str) -> None:
    assert listed(sentence) == []


def test_only_the_sentence_is_listed_and_each_once() -> None:
    text = "台帳を作成する。利用者からの申請を受け付ける。保存は五年とする。"
    assert listed(text) == ["利用者からの申請を受け付ける。"]


def test_what_was_read_as_a_measure_is_not_listed() -> None:
    builder = Builder()
    sentence = "データは暗号化した上で専用回線を通じて受託者へ送信する。"
    builder.add("safeguards", {"id": "s1", "label": sentence})
    assert listed(f"(3) {sentence}", builder) == []
    assert listed("利用者からの申請を窓口で受け付ける。", builder) != []
