"""Whether those whom a document covers are more than its purpose speaks of."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.scopes import ages, narrower, plain


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        ("満７０歳以上の者", [(70, 150)]),
        ("40歳以上75歳未満の者", [(40, 74)]),
        ("20歳から39歳までの女性", [(20, 39)]),
        ("15歳に達する日以後の最初の3月31日までの間にある者", [(0, 15)]),
        ("88歳に達する者、100歳の者", [(88, 88), (100, 100)]),
        ("18歳未満", [(0, 17)]),
        ("小学校に入学する予定の児童", [(5, 6)]),
        ("中学生以下の子ども", [(0, 15)]),
        ("小中学生", [(6, 15)]),
        ("後期高齢者医療の被保険者", []),
        ("5歳児健診", []),
    ],
)
def test_ages_in_numbers_and_words(printed: str, years: list[tuple[int, int]]) -> None:
    assert [(each.first, each.last) for each in ages(plain(printed))] == years


@pytest.mark.parametrize(
    ("purpose", "scope", "beside", "words"),
    [
        ("70歳以上の者の運転免許の返納を勧めるため", "60歳以上の町民", "", "70歳以上の者"),
        ("満77歳に達する者に記念品を贈るため", "全町民", "", "満77歳に達する者"),
        (
            "就学時健康診断を受ける就学予定者の名簿",
            "18歳未満の市民全員",
            "",
            "就学時健康診断を受ける就学予定者",
        ),
        ("給付を希望する世帯への支給", "すべての世帯", "", "給付を希望する世帯"),
        ("独居の者の見守り", "市民", "世帯構成は問わない。", "独居の者"),
        ("低所得の世帯の支援", "町内の世帯", "所得の多寡にかかわらず対象とする。", "低所得の世帯"),
        ("申請した者への支給", "市民", "申請の有無を問わず記録する。", "申請した者"),
        # of one another, or nothing certain
        ("70歳以上の者の見守り", "70歳以上の町民", "", ""),
        ("65歳以上の者及び40歳以上65歳未満の者の検診", "40歳以上の市民", "", ""),
        ("小学校に入学する者への案内", "6歳の児童", "", ""),
        ("18歳以下の者の医療費の助成", "対象児童の保護者", "", ""),
        ("住民の福祉の増進", "全住民", "", ""),
        ("独居の者の見守り", "独居の者", "年齢は問わない。", ""),
        ("手当を受ける者の管理", "手当を受ける者全員", "", ""),
    ],
)
def test_only_what_is_certainly_narrower(purpose: str, scope: str, beside: str, words: str) -> None:
    assert narrower(purpose, scope, beside) == words
