"""Whom a partner hands work on to, and columns of partners in which nothing, or a copy, stands."""

from __future__ import annotations

import drafts
import pytest

_FILE = """霧野市個人情報ファイル簿

| 欄 | 記載 |
|---|---|
| ファイルの名称 | 粗大ごみ受付ファイル |
| 所管課 | 環境課 |
| 利用目的 | 粗大ごみの戸別収集の申込みを受け付け、収集する日を決める。 |
| 記録項目 | 受付番号、氏名、住所、電話番号、品目 |
| 記録範囲 | 収集を申し込んだ者 |
| 収集方法 | 本人からの電話 |
| 経常的提供先 | 霧野地区消防組合 |
| 委託先 | 株式会社なぎさ受付（受付の業務） |
| 再委託先 | 有限会社みさき倉庫（書類の保管） |

別紙 安全管理の措置

"""
_CODES = """A 市が行う措置
  A-1 端末は、環境課の職員に限り利用できるようにする。
B 提供先に求める措置
  B-1 霧野地区消防組合  名簿を施錠できる書庫に置くこと。
C 委託先に行わせる措置
  C-1 株式会社なぎさ受付  受付の記録を1年間保存する。
"""
_TABLE = """| 相手方 | 市が講じる措置 | 相手方に講じさせる措置 |
|---|---|---|
| 霧野地区消防組合 | 封筒に親展と記す。 | 名簿を施錠できる書庫に置く。 |
| 株式会社なぎさ受付 | 従業者の名簿を確かめる。 | 受付の記録を1年間保存する。 |
"""
_ACTORS = """| 措置を講じる者 | 措置の内容 |
|---|---|
| 市 | 端末は、環境課の職員に限り利用できるようにする。 |
| 霧野地区消防組合 | 名簿を施錠できる書庫に置く。 |
| 株式会社なぎさ受付 | 受付の記録を1年間保存する。 |
"""
_HEADS = """1 市の措置
(1) 端末は、環境課の職員に限り利用できるようにする。
2 霧野地区消防組合に求める措置
(1) 名簿を施錠できる書庫に置く。
3 株式会社なぎさ受付に行わせる措置
(1) 受付の記録を1年間保存する。
(2) 退社の際に端末の電源を切る。
"""
_SHORT = """| 番号 | 主体 | 措置 |
|---|---|---|
| 1 | 市 | 端末は、環境課の職員に限り利用できるようにする。 |
| 2 | 消防組合 | 名簿を施錠できる書庫に置く。 |
| 3 | なぎさ受付 | 受付の記録を1年間保存する。 |
"""
_BOTH = """| 事項 | 市の措置 | 受託者の措置 |
|---|---|---|
| 記録 | 操作を記録する。 | 操作を記録させる。 |
| 保管 | 書庫に施錠する。 | 書庫に施錠させる。 |
"""


@pytest.mark.parametrize("measures", [_CODES, _TABLE, _ACTORS, _HEADS, _SHORT])
def test_who_alone_has_no_measures_is_asked_about(measures: str) -> None:
    assert drafts.raised(_FILE + measures) == {"recipient_without_safeguard"}


@pytest.mark.parametrize(
    "measures",
    [
        _CODES + "  C-2 有限会社みさき倉庫  保管庫に施錠する。\n",
        _CODES + "\n再委託先には、委託先と同等の措置を講じさせる。\n",
        _TABLE + "| 有限会社みさき倉庫 | 保管庫を見て確かめる。 | 保管庫に施錠する。 |\n",
        _TABLE + "\n受託者の措置は、有限会社みさき倉庫にも守らせる。\n",
        _TABLE + "\n個人情報取扱特記事項\n第1 乙は、再委託先に本特記事項を遵守させる。\n",
        _HEADS.replace("退社の際に端末の電源を切る", "再委託先の保管の状況を年1回確かめる"),
        _HEADS.replace("受付に行わ", "受付（再委託先を含む。）に行わ"),
        _BOTH,
    ],
)
def test_a_duty_may_be_laid_upon_him_in_other_words(measures: str) -> None:
    assert drafts.raised(_FILE + measures) == set()


_PAPER = """霧野市情報公開・個人情報保護審議会　答申

粗大ごみの収集受付に係る業務委託及び外部提供について（答申）

第1　審議会の結論
業務委託及び外部提供を行うことは、適当である。

第2　実施機関の説明
1　委託及び提供の相手方
(1) 株式会社なぎさ受付（以下「受付会社」という。）に、受付の業務を委託する。
(2) 受付会社は、書類の保管を有限会社みさき倉庫（以下「倉庫会社」という。）に再委託する。
(3) 社会福祉法人汐見会（以下「汐見会」という。）に、名簿を提供する。

2　受付会社に処理させる項目
(1) 受付番号
(2) 氏名
(3) 住所

3　汐見会に提供する項目
(1) 氏名
(2) 住所
(3) 電話番号

4　安全管理の措置
"""
_SIDES = """ア 市の措置
(ア) 端末を利用する職員を限る。
イ 受付会社の措置
(ア) 作業室の鍵を管理する。
ウ 汐見会の措置
(ア) 名簿を金庫に入れる。
"""
_ROWS = """| 実施者 | 措置の内容 |
|---|---|
| 市 | 端末を利用する職員を限る。 |
| 受付会社 | 作業室の鍵を管理する。 |
| 汐見会 | 名簿を金庫に入れる。 |
"""
_THIRD = "エ 倉庫会社の措置\n(ア) 保管庫に施錠する。\n"


@pytest.mark.parametrize("measures", [_SIDES, _ROWS])
def test_in_prose_he_is_asked_about_as_well(measures: str) -> None:
    assert drafts.raised(_PAPER + measures) == {"recipient_without_safeguard"}


@pytest.mark.parametrize(
    "measures", [_SIDES + _THIRD, _SIDES.replace("受付会社の", "受付会社（再委託先を含む。）の")]
)
def test_in_prose_his_own_part_or_a_bracket_is_enough(measures: str) -> None:
    assert drafts.raised(_PAPER + measures) == set()


_CHECKED = """
5　点検表

| 番号 | 実施者 | 確認 | 措置の内容 |
|---|---|---|---|
| 1 | 市 | ○ | 端末を使う職員を課長が指名する。 |
| 2 | 市 | ○ | 受渡しのたびに帳簿に署名する。 |
| 3 | 市 | ○ | 書庫の鍵を係長が管理する。 |
| 4 | 市 | － | 遠隔の保守を制限する。 |
| 5 | 受付会社 | ○ | 端末を使う職員を課長が指名する。 |
| 6 | 受付会社 | ○ | 受渡しのたびに帳簿に署名する。 |
| 7 | 受付会社 | ○ | 書庫の鍵を係長が管理する。 |
| 8 | 受付会社 | － | 電子メールの誤りを防ぐ。 |
"""
_MATRIX = """
5　点検表

| 番号 | 措置の内容 | 市 | 受付会社 |
|---|---|---|---|
| 1 | 端末を使う者を決めている。 | ○ | ○ |
| 2 | 受渡しのたびに帳簿に署名している。 | ○ | ○ |
| 3 | 書庫の鍵を管理している。 | ○ | － |
"""


def test_marked_rows_of_a_partner_may_be_copied() -> None:
    paper = _PAPER + _SIDES + _THIRD
    assert drafts.raised(paper + _CHECKED) == {"partner_column_identical"}
    other = _CHECKED.replace("7 | 受付会社 | ○ | 書庫の鍵を係長が", "7 | 受付会社 | ○ | 金庫の鍵を")
    assert drafts.raised(paper + other) == set()
    assert drafts.raised(paper + _MATRIX) == set()  # one sentence with a mark for either


_ASKED = """
別紙1 外部提供の明細

| 提供先 | 提供する項目 | 方法 | 提供先に求める措置 |
|---|---|---|---|
| 霧野地区消防組合 | 氏名、住所 | 紙（手渡し） | 施錠できる書庫に置き、複写しない。 |
| 汐見会 | 氏名、電話番号 | 紙（手渡し） | {} |
"""


@pytest.mark.parametrize("cell", ["－", "―", ""])
def test_nothing_is_asked_of_one_of_two(cell: str) -> None:
    rows = _FILE.replace("消防組合 |\n", "消防組合、汐見会 |\n").split("\n")
    file = "\n".join(row for row in rows if "委託先" not in row)
    assert drafts.raised((file + _ASKED).format("複写しない。")) == set()
    assert drafts.raised((file + _ASKED).format(cell)) == {"recipient_without_safeguard"}
