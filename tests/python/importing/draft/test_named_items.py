"""Items that sentences name as recorded, and partners that only a head or a number names."""

from __future__ import annotations

import pytest

from nagarezu.importing.draft.claims import named_items
from nagarezu.importing.draft.named import strangers
from nagarezu.importing.fields import credentials
from nagarezu.importing.form.rows import Row
from nagarezu.importing.passage import Passage
from nagarezu.importing.sentences.frames import frames
from nagarezu.importing.sentences.words import words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("受託者は、台帳に登録された血液型を見て案内する。", ["血液型"]),
        ("相手方は、町が送る利用者の生年月日により本人を確かめる。", ["生年月日"]),
        ("名簿に記されたかかりつけ医を確かめる。", ["かかりつけ医"]),
        ("町が貸与するＵＳＢメモリを使用する。", []),
        ("同種の業務を他市に提供した実績を有する。", []),
        ("提出された申請書の開封を行う。", []),
    ],
)
def test_what_is_recorded_or_sent_is_an_item(text: str, names: list[str]) -> None:
    assert [name for name, _ in named_items.recorded(text, frames(text))] == names


def test_a_verb_in_front_of_a_noun_is_part_of_its_name() -> None:
    assert [word.sort for word in words("見守り員が") if word.text == "見守り"] == ["名詞"]
    assert [word.sort for word in words("名簿を見守り職員が") if word.text == "見守り"] == ["動詞"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3 南町社会福祉協議会に行わせる措置", ["南町社会福祉協議会"]),
        ("3 南町社会福祉協議会との協定", []),
    ],
)
def test_a_head_names_whom_measures_are_asked_of(text: str, names: list[str]) -> None:
    row = Row((Passage(text),), None, 0, 0)  # type: ignore[arg-type]
    assert [name for name in strangers._headed(text, row) if name.endswith("協議会")] == names


@pytest.mark.parametrize(
    ("whole", "names"),
    [
        ("提供1、提供2、提供2の記録、提供3(県の相談所)", ["県の相談所"]),
        ("提供1、提供2、提供3の記録、提供3(県の相談所)", []),
    ],
)
def test_a_number_that_is_given_once_names_a_stranger(whole: str, names: list[str]) -> None:
    assert list(strangers._numbered(whole, whole)) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("画面を開くための暗証番号は、会員の生まれた月日の4桁とする。", True),
        ("初期のパスワードは登録する会員の生年月日である。", True),
        ("暗証番号(生年月日と同じものは登録できない。)により認証する。", False),
    ],
)
def test_a_password_of_a_relative_clause(text: str, found: bool) -> None:
    assert bool(list(credentials.read(text))) is found
