"""Tables of one column, label and value by turns, and two partners beside each other."""

from __future__ import annotations

from drafts import codes, draft

BY_TURNS = """\
若葉市個人情報保護運営会議　議案第2号

講座の受付のシステム及び委託について

〔カード１〕　受付の記録　＝電算処理＝
| だれの | 講座を申し込んだ者 | どこに | 講座受付システム |
| いつから | 令和8年4月1日から | 担当 | 生涯学習課 |

| 記録すること |
| ①氏名　②住所　③連絡の希望（希望者のみ） |
| 記録する理由と方法 |
| 申込みの控えを残すため。窓口の職員が入力する。 |
| 市の対策　―運用― |
| 1　端末に覆いを付ける。 |

〔カード２〕　受付の事務　＝業務委託＝
| 頼む先 | 株式会社みなと企画 | 媒体 | 電磁的媒体 |
| 契約 | 令和8年4月1日から令和9年3月31日まで | だれの | 講座を申し込んだ者 |

| 扱わせること |
| ①氏名　②住所　③連絡の希望（希望者のみ） |
| 受渡しの手順 |
| 講座受付システムの画面により、市の職員がいる時間に限って行う。 |

〔カード３〕　名簿の提供　＝提供＝
| 渡す先 | わかば県公民館協会 | 渡す先 | 社会福祉法人若葉会 |
| だれの | 講座を申し込んだ者 | だれの | 講座を申し込んだ者 |
| 渡すこと | ①氏名　②住所 | 渡すこと | ③氏名　④電話番号 |
| 方法 | 総合行政ネットワークによる送信 | 方法 | 紙に印刷して職員が手渡す |

| 市の対策　―運用― |
| 1　渡す前に課長の決裁を受ける。 |
| 渡す先に求める対策　―運用― |
| 1　名簿を扱う者を定めさせる。 |
"""


def test_every_other_row_of_one_column_is_a_label_in_the_words_of_the_office() -> None:
    made = draft(BY_TURNS)
    labels = [[entry["label"] for entry in each["entries"]] for each in made.content["lists"]]
    assert labels[:2] == [["氏名", "住所", "連絡の希望"]] * 2


def test_measures_asked_of_a_partner_in_free_words_end_those_before() -> None:
    last = draft(BY_TURNS).content["matters"][-1]["id"]
    found = [each for each in draft(BY_TURNS).content["safeguards"] if each["matter"] == last]
    assert [(each["party"], each["position"]) for each in found] == [("own", "1"), ("partner", "1")]


def test_two_partners_beside_each_other_get_what_stands_below_them() -> None:
    made = draft(BY_TURNS)
    by_name = {each["id"]: each["label"] for each in made.content["holders"]}
    last = made.content["matters"][-1]["id"]
    got = {
        by_name[holder]: [entry["label"] for entry in each["entries"]]
        for each in made.content["lists"]
        if each["matter"] == last
        for holder in each["holders"]
    }
    assert got == {
        "わかば県公民館協会": ["氏名", "住所"],
        "社会福祉法人若葉会": ["氏名", "電話番号"],
    }
    assert not codes(made)


def test_the_next_partner_stands_in_front_of_a_bracket_with_sentences() -> None:
    text = """\
■ 甲の部　受付の委託
　▽ 受託する者　　株式会社みなと企画
　▽ 再委託　　　　はま情報株式会社（画面の監視。市の承諾を得て行う。）
　▽ だれの情報か　講座を申し込んだ者
　▽ 扱う情報　　　(1) 氏名　(2) 住所
　▽ 媒体　　　　　紙

■ 乙の部　受付のシステムによる電算処理
　▽ だれの情報か　講座を申し込んだ者
　▽ 記録する情報　(1) 氏名　(2) 住所
　▽ 記録する機器　講座受付システム
"""
    holders = draft(f"議題票\n題名　講座の受付について\n\n{text}").content["holders"]
    assert {each["label"]: each.get("tier") for each in holders}["はま情報株式会社"] == 2
