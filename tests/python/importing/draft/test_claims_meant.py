"""Whom closed statements mean, and items told beside: in the words of many offices."""

from __future__ import annotations

import pytest
from drafts import raised

REGISTER = """個人情報ファイル簿

整理番号　1
個人情報ファイルの名称　　移動図書館利用者ファイル
行政機関等の名称　　青柳市長
所管課　　図書課
利用目的　　移動図書館の貸出し
記録項目　　1受付番号、2氏名、3住所、4電話番号、5貸出しの記録
記録範囲　　移動図書館を利用する者
本人の数　　1,204人（令和6年3月31日現在）
記録情報の収集方法　　本人からの申込書
要配慮個人情報　　無
記録情報の経常的提供先　　青柳県立図書館
提供する項目　　{given}
委託　　有（株式会社あけび窓口（受付センターの運営））
委託先に取り扱わせる項目　　受付番号、氏名
備考　　{told}
"""
NAMED, BARE = "氏名、貸出しの記録", "年代、貸出しの記録"

NOBODY = [
    "県立図書館へは統計用のデータを送るだけであり、特定の利用者が分かる情報は入っていない。",
    "県立図書館に送るデータに、本人が分かる項目は入れていない。",
    "県立図書館に渡すデータには、利用者が特定される項目は一切ない。",
    "県立図書館に渡すデータには、だれの貸出しかが分かる項目を含めない。",
    "県立図書館には匿名の記録を渡している。",
    "県立図書館へは仮名化済みのデータを送る。",
    "県立図書館とは覚書を結んでいる。送るデータは匿名化してあり、誰の情報かは分からない。",
    "県立図書館に渡すデータは匿名化済みである。",
    "県立図書館に渡す記録に、本人が突き止められる項目は載せない。",
    "県立図書館に送るデータに、利用者が分かる記録は存在しない。",
    "県立図書館に渡すデータからは、だれの貸出しかを知ることはできない。",
    "県立図書館への提供は匿名化したものとする。県立図書館では、誰の記録かは分からない。",
]


@pytest.mark.parametrize("told", NOBODY)
def test_nobody_is_known(told: str) -> None:
    assert raised(REGISTER.format(told=told, given=NAMED)) == {"identifying_item"}


@pytest.mark.parametrize("told", NOBODY)
def test_nobody_is_known_where_nobody_is_named(told: str) -> None:
    assert not raised(REGISTER.format(told=told, given="貸出しの記録"))


@pytest.mark.parametrize(
    "told",
    [
        "県立図書館に利用者が分かる情報を送る。",
        "県立図書館に渡す前に、利用者が分かる付せんは入っていないかを確かめる。",
        "統計の公表に当たり、利用者が分かる情報は載せない。",
        "県立図書館では、職務上知り得た情報は漏らさない。",
        "貸出しの記録だけでは利用者が分からない場合は、本人に確かめる。",
        "利用者が分からない返却の本は、県立図書館に問い合わせる。",
        "匿名の意見は、記録しない。",
    ],
)
def test_nothing_is_said_of_what_is_given(told: str) -> None:
    assert not raised(REGISTER.format(told=told, given=NAMED))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("このファイルを見ても誰の回答であるかは分からない。", "identifying_item"),
        ("この台帳を見ても、だれの記録かは分からない。", "identifying_item"),
        ("受付センターが目にするのは受付番号だけで、氏名には触れない。", "claim_against_list"),
        ("受付センターには、氏名は渡さない。", "claim_against_list"),
        ("受付センターでは、氏名を取り扱わない。", "claim_against_list"),
        ("受託者は、利用者の電話番号を用いて来所を促す連絡も行う。", "claimed_item_unlisted"),
        ("委託先は、利用者の住所を見て巡回の道順を案内する。", "claimed_item_unlisted"),
        (
            "株式会社あけび窓口に名簿を渡す。このとき、電話番号も併せて伝える。",
            "claimed_item_unlisted",
        ),
        (
            "株式会社あけび窓口に名簿を送る。その際、住所もあわせて知らせる。",
            "claimed_item_unlisted",
        ),
        (
            "株式会社あけび窓口へ名簿を渡す。また、電話番号を併せて提供する。",
            "claimed_item_unlisted",
        ),
        ("株式会社あけび窓口に名簿を渡す。住所も併せて送付する。", "claimed_item_unlisted"),
        ("受託者は、電話番号を使い、返却の遅れを知らせる。", "claimed_item_unlisted"),
    ],
)
def test_whom_a_remark_means(told: str, code: str) -> None:
    assert code in raised(REGISTER.format(told=told, given=NAMED))


@pytest.mark.parametrize(
    "told",
    [
        "株式会社あけび窓口に名簿を渡す。このとき、氏名も併せて伝える。",
        "株式会社あけび窓口に名簿を渡す。開館日も併せて伝える。",
        "受託者は、電話番号を記した紙を受け取らない。",
        "受付センターは市が設け、氏名で利用者を呼ぶ。",
        "図書課は、電話番号を用いて返却の遅れを知らせる。",
        "受託者は、本の題名を用いて在庫を確かめる。",
    ],
)
def test_remarks_that_agree(told: str) -> None:
    assert not raised(REGISTER.format(told=told, given=NAMED))


ANSWER = """令和5年10月6日

湊野市長　殿

湊野市個人情報保護審議会
会長

市民農園利用者管理の電子計算機処理等について（答申）

令和5年9月1日付けで諮問のありました標記の件について、下記のとおり答申します。

記

第1　審議会の結論
　諮問のあった電子計算機処理及び外部委託は、これを行って差し支えない。

第2　実施機関の説明の要旨
1　趣旨
　市民農園の利用者の募集、抽選及び利用料の収納を電子計算機により処理する。
　対象は、市民農園の利用者1,824人（令和5年4月1日現在）である。
{told}
2　委託先
株式会社みどり野データ（以下「データ社」という。）に、農園予約システムの運用を委託する。
農園予約システムは、データ社が運用する。
3　電子計算機で処理する項目
(1)　農園予約システム
ア　利用者の氏名
イ　利用者の住所
ウ　区画番号
4　データ社に処理させる項目
ア　利用者の氏名
イ　利用者の住所
ウ　区画番号

第3　審議会の判断の理由
　必要な対策が講じられるものと認める。

以　上
"""


@pytest.mark.parametrize(
    "told",
    [
        "　利用者の情報が市の外の者に渡ることはない。",
        "　利用者の情報が、市の機関以外の者に渡ることはない。",
        "　利用者の個人情報を市の外に出すことはない。",
        "　データ社には、匿名のデータを渡す。",
        "　データ社に渡すデータに、利用者が分かる項目は入っていない。",
    ],
)
def test_an_answer_at_odds(told: str) -> None:
    assert raised(ANSWER.format(told=told)) & {"claim_against_list", "identifying_item"}


@pytest.mark.parametrize(
    "told",
    [
        "　利用者の募集は市の職員が行う。",
        "　保証人の情報が市の機関以外の者に渡ることはない。",
        "　クラウド上に口座番号は保存しない。",
        "　サーバーには、個人番号を登録しない。",
        "　同意しない利用者の情報を市の外に出すことはない。",
    ],
)
def test_an_answer_that_agrees(told: str) -> None:
    assert not raised(ANSWER.format(told=told))
