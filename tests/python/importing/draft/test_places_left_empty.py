"""Places for the measures of a partner in which nothing stands, and rows of media with cards."""

from __future__ import annotations

import drafts
import pytest

_SHEET = """個人情報保護審議会　付議事項

件名 粗大ごみの受付業務の委託について

保有課	環境課
登録業務の名称	粗大ごみの収集に関する業務
委託先	株式会社なぎさ受付
委託に伴い事業者に処理させる情報項目（だれの、どのような項目か）	1 個人の範囲
	収集を申し込んだ者
	2 情報項目
	①受付番号 ②氏名 ③住所
処理させる情報項目の記録媒体	電磁的媒体（DVD-R）
委託理由	専門の事業者によることが確実であるため。
委託の内容	1 申込みの集計
委託の開始時期及び期限	令和8年4月1日から令和9年3月31日まで
委託にあたり市が行う情報保護対策	別紙2のとおり
受託事業者に行わせる情報保護対策	{}

別紙2

受付業務の委託にかかる個人情報保護対策チェックリスト

	・実施する対策は「○」 ・該当しない対策は「ー」	情報保護対策
委託にあたり市が行う情報保護対策【運用上の対策】	○	契約書に特記事項を付す。
	○	DVD-Rの受渡しを帳簿に記す。
	ー	紙の帳票の枚数を記す。
{}
"""
_ROWS = """受託事業者に行わせる情報保護対策【運用上の対策】	○	DVD-Rを金庫に納めさせる。
	○	従事者の名簿を提出させる。
"""


def test_the_paper_of_both_sides_has_nothing_for_the_partner() -> None:
    left = drafts.raised(_SHEET.format("別紙2のとおり", ""))
    assert left == {"recipient_without_safeguard"}
    assert drafts.raised(_SHEET.format("別紙2のとおり", _ROWS)) == set()
    assert drafts.raised(_SHEET.format("別紙3のとおり", "")) == set()  # which is not here


_RISKS = """特定個人情報保護評価書（重点項目評価書）

| 評価書番号 | 3 | 評価書名 | 福祉手当に関する事務 重点項目評価書 |
|---|---|---|---|
| 評価実施機関名 | 霧野市長 | 様式 | 様式3 |

## Ⅰ 基本情報

| 項目 | 内容 |
|---|---|
| 事務の名称 | 福祉手当に関する事務 |
| システム | システム1 福祉システム |

## Ⅱ 特定個人情報ファイルの概要（手当ファイル）

### 1 基本情報
- 対象となる本人の範囲：手当を申請した者
- 記録される項目：氏名、住所、生年月日、口座番号

### 2 委託

<table>
<tr><th>　</th><th>委託1</th><th>委託2</th></tr>
<tr><td>件名</td><td>システムの保守</td><td>通知書の作成</td></tr>
<tr><td>委託先</td><td>株式会社はまなす情報</td><td>有限会社すずらん印刷</td></tr>
<tr><td>委託先で扱う項目</td><td>氏名、住所、生年月日、口座番号</td><td>氏名、住所</td></tr>
<tr><td>再委託</td><td>無</td><td>無</td></tr>
</table>

## Ⅲ リスク対策

| 番号 | 場面 | 対策 | 評価 |
|---|---|---|---|
| 1 | 入手 | 窓口で本人確認書類を確かめる。 | 十分である |
| 2 | 使用 | 職員ごとに暗証番号で認証する。 | 十分である |
| 3 | 委託1 | 保守の作業に職員が立ち会う。 | 十分である |
| 4 | 委託2 | {} | {} |
| 5 | 消去 | 毎年6月に消去する。 | 十分である |
"""


@pytest.mark.parametrize("mark", ["", "十分である"])
def test_the_row_of_a_contractor_is_empty(mark: str) -> None:
    assert drafts.raised(_RISKS.format("", mark)) == {"recipient_without_safeguard"}
    assert drafts.raised(_RISKS.format("印刷の後の残りを裁断させる。", mark)) == set()


_CARDS = """答申

乗車証の作成に係る業務委託について（答申）

第1 結論
業務委託を行うことは、適当である。

第2 実施機関の説明
1 委託先　株式会社ことのは交通
2 処理させる情報項目
(1) 氏名
(2) 住所
3 処理させる情報項目の記録媒体
{}
4 業務の流れ
(1) 市は、抽出した情報を{}委託先へ送る。
(2) 委託先は、乗車証を作成する。
"""


def test_a_card_is_no_place_from_which_a_line_leads() -> None:
    row = "暗号化したUSBメモリ及びICカード"
    assert drafts.raised(_CARDS.format(row, "LGWANにより")) == {"channel_not_in_media"}
    assert drafts.raised(_CARDS.format(row, "USBメモリに収めて")) == set()
    server = "電磁的媒体（委託先のサーバー）"
    assert drafts.raised(_CARDS.format(server, "LGWANにより")) == set()
