"""Sentences that say something of a whole: what is read of them, before anybody is looked up."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields import claims


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("予約サイトに、住所は渡さない。", [("never", ["住所"])]),
        ("外部の者が予約サイトで個人を特定することはできない。", [("never", [])]),
        ("このシステムには個人を識別できる項目を登録しない。", [("never", [])]),
        ("集計表には特定の個人を識別することができる情報は含まれない。", [("never", [])]),
        ("個人を識別できない状態に加工して集計する。", []),
        ("個人が特定されない番号を用いる。", []),
        ("統計表では、個人が特定されることはない。", [("never", [])]),
        ("市以外の者が保管することはない。", [("never", [])]),
        ("再委託を一切禁止する。", [("depth_at_most", [])]),
        ("業務の一部を他の者に請け負わせることを禁止する。", [("depth_at_most", [])]),
        ("個人情報の処理を第三者に委託してはならない。", [("depth_at_most", [])]),
        ("再委託は、契約により禁止されている。", [("depth_at_most", [])]),
        ("再委託はできないものとする。", [("depth_at_most", [])]),
        ("再委託：不可", [("depth_at_most", [])]),
        ("業務を第三者に委託することはできない。", [("depth_at_most", [])]),
        ("受託者が自ら行い、他に委託させない。", [("depth_at_most", [])]),
        ("市の承諾なしに再委託をしてはならず、再委託を禁止する。", []),
        ("これら以外の者への再委託は行わない。", []),
        ("[再委託しない] ＜選択肢＞1) 再委託する 2) 再委託しない", []),
        ("受付番号を用いる。", []),
        ("くるみ社に渡すデータは、個人が特定できない形に加工している。", [("never", [])]),
        ("くるみ社に渡す情報には、特定の個人を識別できるものは含まれておらず、", [("never", [])]),
        ("くるみ社に渡すデータは、本人を識別できない状態に加工しなければならない。", []),
        ("協会は、業務を第三者に再委託しないものとする。", [("depth_at_most", [])]),
        ("業務の一部を他の者に委託しない。", [("depth_at_most", [])]),
        ("業務を第三者に再委託しない場合は、届け出る。", []),
    ],
)
def test_statements_that_close_a_world_become_claims(
    text: str, wanted: list[tuple[str, list[str]]]
) -> None:
    assert [(each.kind, each.items) for each in claims.read(text)] == wanted


def test_a_ban_without_its_object_takes_it_from_the_label() -> None:
    assert [each.kind for each in claims.read("契約により、これを禁止している。", "再委託")] == [
        "depth_at_most"
    ]
    assert list(claims.read("作業場所の外での作業を禁止する。", "再委託先の監督")) == []


def test_names_in_front_of_a_closing_word_are_read_shorter_and_shorter() -> None:
    (names,) = claims.closed("予約サイトには、申込者の受付番号及び発送番号のみ登録する。")
    assert names[-1] == ("発送番号",)
    assert names[-2] == ("申込者の受付番号", "受付番号")
    assert list(claims.closed("職員のみが使う。")) == []
    assert list(claims.closed("あおば県（氏名及び件数に限る。）")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("移転先は、税務課及び福祉課のみである。", [("移転", "税務課及び福祉課")]),
        ("情報の提供の相手方は消防署に限る。", [("提供", "消防署")]),
        ("名簿は、消防署のみに提供する。", [("提供", "消防署")]),
        ("消防署以外の機関には提供しない。", [("提供", "消防署")]),
        ("消防署に限り提供する。", [("提供", "消防署")]),
        ("申込者のみが利用する。", []),
    ],
)
def test_who_alone_gets_something(text: str, wanted: list[tuple[str, str]]) -> None:
    assert list(claims.whom(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("なお、協議会には住所及び電話番号を併せて提供する。", [("協議会", ["住所", "電話番号"])]),
        ("受託者に氏名を取り扱わせる。", [("受託者", ["氏名"])]),
        ("受託者には氏名のみを渡す。", []),
        ("受託者に氏名を提供することはない。", []),
    ],
)
def test_what_somebody_gets_among_others(text: str, wanted: list[tuple[str, list[str]]]) -> None:
    assert [pair for pair in claims.includes(text) if pair[0]] == wanted


@pytest.mark.parametrize(
    ("text", "giver", "taker", "says"),
    [
        ("区から病院への一方向の送信とする。", "区", "病院", "only"),
        ("病院から区へ個人情報が送信されることはない。", "病院", "区", "never"),
        ("本市から組合への提供は行っていない。", "本市", "組合", "never"),
        ("申込みの情報は、市が受信するのみとする。", "", "市", "only"),
        ("区から同社に対する情報の送信は行わない。", "区", "同社", "never"),
        ("病院側から区側へのデータの流れはない。", "病院", "区", "never"),
        ("病院への個人情報の送信は一切行わない。", "", "病院", "never"),
        ("情報の流れは、区→病院の一方向とする。", "区", "病院", "only"),
        ("病院から区への情報の取込みに限る。", "病院", "区", "only"),
    ],
)
def test_one_way(text: str, giver: str, taker: str, says: str) -> None:
    assert [(each.giver, each.taker, each.says) for each in claims.ways(text, "one_way")] == [
        (giver, taker, says)
    ]


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("病状が変わったときは、病院から区に次の項目を送信し、区が直す。", "病院", "区"),
        ("区は、毎月、氏名を病院に送信する。", "区", "病院"),
        ("区は病院から結果を受け取る。", "病院", ""),
        ("保険料の情報を他の機関に提供する際は点検する。", "", "他の機関"),
    ],
)
def test_what_goes_from_whom_to_whom(text: str, giver: str, taker: str) -> None:
    assert (giver, taker) in [(each.giver, each.taker) for each in claims.ways(text, "ways")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("同意のない者の情報は、区から病院へ送信しない。", "one_way"),
        ("病院から区に情報を送信する場合は、改めて諮問する。", "ways"),
        ("病院から区に情報を送信しない。", "ways"),
    ],
)
def test_what_is_denied_of_some_or_only_supposed_is_no_way(text: str, name: str) -> None:
    assert list(claims.ways(text, name)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "調査票に書かれたメールアドレスを台帳に登載し、",
            [("台帳", ["調査票に書かれたメールアドレス"])],
        ),
        ("住所及び口座番号も会員システムへ登録する。", [("会員システム", ["住所", "口座番号"])]),
        ("別紙2に記録する連絡先を用いる。", [("別紙2", ["連絡先"])]),
        ("本台帳には、勤務先を含む。", [("本台帳", ["勤務先"])]),
        ("電話番号を台帳に記録しない。", []),
        ("職員の氏名を台帳に記録する。", []),
        ("受領者の氏名を台帳に記録する。", []),
        ("住民基本台帳に記録された住所に送る。", []),
    ],
)
def test_what_is_recorded_where(text: str, wanted: list[tuple[str, list[str]]]) -> None:
    assert list(claims.kept(text)) == wanted
