"""Safeguard categories of plain sentences: by noun and verb, in the many ways that clerks write."""

from __future__ import annotations

import pytest

from nagarezu.importing.fields.categories import code

WORDED = """
貸出員には、市の情報資産取扱規程に従って作業させる。 LAW
派遣社員にも個人情報保護法及び県の要綱を守らせる。 LAW
違約金の額を契約に書き込む。 CON
隣の町と協定を結び、費用の分担を決める。 CON
梱包に携わる者の氏名をあらかじめ役場へ知らせる。 ROL
点検に当たる社員を店長が指名する。 ROL
採点作業者の一覧を月ごとに差し替えさせる。 ROL
納入された封筒の通数を数える。 PRO
棚卸しのあいだ、学芸員の職員が付き添う。 PRO
貼り出す前に係長の決裁を経る。 PRO
入れ替える前に元に戻す手順を決める。 PRO
工房を秋に訪れ、書類の置き方を尋ねる。 AUD
区の見回りを受け入れさせる。 AUD
古紙を溶かしたことの証明を差し出させる。 AUD DEL
作業の進み具合を翌月五日までに書面で述べさせる。 AUD
館では春に自己点検をする。 AUD
荷物が行方不明になったときは、一時間のうちに区長へ知らせる。 INC
夜間の連絡網を張り出す。 INC
見聞きした家庭の事情を口にしない。 PUR
預かった名前を販売の勧誘に使わせない。 PUR
地番は課税の計算のほかに用いない。 PUR
梱包をほかの業者に請け負わせない。 SUB
夏に新人が講習を受ける。 EDU
配達員の担当者に、伝票の扱いを教える。 EDU
計算機室の扉に顔を映す装置を付ける。 ENT
委託の仕事は仕切られた一角で進めさせる。 ENT
夜の建物には警備会社の者を置く。 ENT
台紙は鍵を掛けた戸棚へしまう。 LCK
相談の机は、待合の人から見えにくい隅に置く。 LCK
持ち場の端末を離れるときは画面を伏せる。 LCK
機器に差込口を設けない。 CAR
原票を写真に撮らせない。 CAR
仕分けの作業を、市役所の一室だけで行わせる。 CAR
領収の束に通し番号を振って渡す。 TRN
原票は蓋の付いたかばんで届けさせる。 TRN
品物と引き換えに署名をもらう。 TRN
浸水を避け、計算機は三階に据える。 ENV
三回間違えた者の入力を半日受け付けない。 AUT
画面を離れて五分たつと自動で閉じる。 LCK AUT
派遣社員にも識別符号を一人ずつ割り当てる。 AUT
指の静脈で持ち主を確かめる。 AUT
健診の値を見られる者を保健師に絞る。 ACL
事務補助の者には地図の画面を開かせない。 ACL
印刷は窓口の一台だけで許す。 ACL
頁を開いた者と時刻を残す。 LOG
印刷の履歴を毎週調べる。 LOG
表計算の一覧に合言葉を掛ける。 ENC
機器の通信先を県の窓口に限る。 NET
採点用の機器を校外の回線から切り離す。 SEP
外からの不正な侵入を見張る。 FWL
不正なプログラムを見つける道具を入れる。 MAL
ソフトウェアの弱点をふさぐ版を当てる。 PAT
余った券を細断する。 DEL
受け取った原票を区へ戻させる。 DEL
台帳の控えを毎晩取る。 AVL
仮の願書で画面の動きを試す。 TST
審査に要らない欄を様式から省く。 MIN
計算機を国内の施設に据える。 LOC
記入の前に、本人へ使いみちを話す。 IND
離任した主任の利用を当日に止める。 ACL
納める額は二人の目で確かめる。 PRO
"""

NEIGHBOURS = """
貸出しを断った回数を年ごとに数える。 PRO
講座の担当者が花壇を世話する。 EDU
連絡の方法を作業者が守る。 LAW
暗号を解く鍵は電話で読み上げる。 LCK
錠剤の数を袋に印字する。 LCK
障害者手帳の等級を変えたときは市へ届け出る。 INC
郵便受けの数を数えて発注する。 AUD
不審な接続を断つ。 NET
券の半分を切り離して渡す。 SEP
主任の権限を消す。 DEL
受付の控えを本人に渡す。 AVL
日照の実測値を用いる。 TST
電話番号だけで予約を探す。 MIN
外国人の住民に案内を送る。 LOC
委任に関する協定を結ぶ。 IND
所長が指定する1本を使う。 ROL
不正なプログラムを見つける道具を最新の版にする。 PAT
契約に定められた枚数を納める。 CON
"""

# What a paper of the same trade says besides, and no safeguard is in.
PLAIN = """
申込みは窓口で先着順に受け付ける。
券の代金は口座振替で納める。
図書の返事は葉書で出す。
来月から受付の時間を一時間延ばす。
住所の変わった人には新しい券を送る。
会場までの道順を案内に載せる。
システムの画面は日本語で表す。
月の終わりに券の売上げを集める。
講座の担当者が花を植える。
手数料は条例の別表による。
水道の使用量は二か月ごとに計算する。
当選した人に電話で日取りを伝える。
古い建物から新しい建物へ移る。
帳票は横書きとする。
障害者手帳の等級は券の種類を決めるために用いる。
"""


@pytest.mark.parametrize("line", WORDED.split("\n")[1:-1])
def test_noun_and_verb_give_the_category(line: str) -> None:
    sentence, *codes = line.split(" ")
    assert set(code(sentence).codes) == set(codes)


@pytest.mark.parametrize("line", NEIGHBOURS.split("\n")[1:-1])
def test_a_neighbour_does_not_get_the_category(line: str) -> None:
    sentence, other = line.split(" ")
    assert other not in code(sentence).codes


@pytest.mark.parametrize("sentence", PLAIN.split("\n")[1:-1])
def test_a_sentence_without_a_safeguard_has_none(sentence: str) -> None:
    assert code(sentence).codes == ()
