"""Assessments in the usual form: what sentences, numbers and titles say against its blocks."""

from __future__ import annotations

import pytest
from drafts import draft, raised

FORM = """［令和6年10月　様式3］
特定個人情報保護評価書（重点項目評価書）
評価書名	医療費助成に関する事務　重点項目評価書
評価実施機関名	水瀬市長
Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称	医療費助成に関する事務
②事務の内容	ひとり親家庭の医療費の一部を助成する。
(1) 窓口で申請書を受け付け、資格を審査する。
OUTLINE
２．事務において使用するシステム
システム1
①システムの名称	医療費助成システム
Ⅱ　特定個人情報ファイルの概要
１．特定個人情報ファイル名　医療費助成受給者ファイル
②対象となる本人の数	[1,000人以上1万人未満]
③対象となる本人の範囲	ひとり親家庭の父又は母及びその児童
④記録される項目	RECORDED
４．特定個人情報ファイルの取扱いの委託　[委託する]（ENTRUSTED件）
委託事項1	受給者証の作成
②取扱いを委託する項目	氏名、住所、受給者番号、自己負担区分
③委託先名	株式会社みなせ印刷
委託事項2	医療費助成システムの保守
③委託先名	水瀬情報サービス株式会社
５．特定個人情報の提供・移転
提供・移転の有無	[○]提供を行っている（1件）　[○]移転を行っている（MOVED件）
提供先1	水瀬県国民健康保険団体連合会
②提供する情報	1 受給者番号　2 氏名　3 自己負担区分
移転先1	福祉部生活援護課
②移転する情報	受給資格の有無
③移転方法	[○]庁内連携システム　[　]電子記録媒体　[　]紙
移転先2	教育部学校支援課
②移転する情報	資格の有効期間、自己負担区分
③移転方法	[○]庁内連携システム　[　]電子記録媒体　[　]紙
移転先3	都市部住まい課
②移転する情報	受給資格の有無
③移転方法	[○]庁内連携システム　[　]電子記録媒体　[　]紙
（別添1）特定個人情報ファイル記録項目
医療費助成受給者ファイル
1．個人番号
2．受給者番号
3．氏名
4．生年月日
5．住所
6．受給資格の有無
7．自己負担区分
8．資格の有効期間
9．助成額
BELOW
Ⅲ　リスク対策
５．提供・移転　リスク：誤った相手に提供・移転してしまうリスク
リスクに対する措置の内容	・送信の前に別の職員が宛先を確かめる。
MEASURE
"""


def asked(**given: str) -> set[str]:
    words = {"RECORDED": "別添1のとおり", "ENTRUSTED": "2", "MOVED": "3"}
    text = FORM
    for name, word in words.items():
        text = text.replace(name, given.get(name.lower(), word))
    for name in ("OUTLINE", "BELOW", "MEASURE"):
        word = given.get(name.lower(), "")
        text = text.replace(f"{name}\n", f"{word}\n" if word else "")
    return raised(text)


def test_the_form_is_clean() -> None:
    assert asked() <= {"recipient_without_safeguard"}  # of the contractors, nothing is told


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        ("(2) 資格の情報は、福祉部生活援護課と教育部学校支援課に移転する。", True),
        ("(2) 資格の情報を生活援護課及び学校支援課へ移転する。", True),
        ("(2) 減免等のため、生活援護課及び学校支援課に移転する。", True),
        ("(2) 移転先は、生活援護課及び学校支援課である。", True),
        ("(2) 生活援護課及び学校支援課が庁内連携システムで参照する。", True),
        ("(2) 資格の情報を、生活援護課及び学校支援課に引き継ぐ。", True),
        ("(2) 資格の情報を生活援護課、学校支援課及び住まい課へ移転する。", False),
        ("(2) 資格の情報を生活援護課及び学校支援課等へ移転する。", False),
        ("(2) 資格の情報を生活援護課へ移転する。", False),
        ("(2) 生活援護課及び学校支援課から、世帯の情報を受け取る。", False),
        ("(2) 生活援護課及び学校支援課へ移転する。住まい課へは毎月移転する。", False),
    ],
)
def test_whom_the_outline_passes_over(outline: str, found: bool) -> None:
    assert ("named_once" in asked(outline=outline)) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"moved": "2"}, True),
        ({"entrusted": "1"}, True),
        ({"entrusted": "3"}, True),
        ({"recorded": "別添1のとおり（12項目）"}, True),
        ({"recorded": "別添1に記載の10項目"}, True),
        ({"below": "以上10項目"}, True),
        ({"below": "（計8項目）"}, True),
        ({"recorded": "別添1のとおり（9項目）"}, False),
        ({"below": "以上9項目"}, False),
        ({"below": "計3項目は任意とする。"}, False),
        ({"recorded": "別添1のとおり（うち任意2項目）"}, False),
    ],
)
def test_numbers_of_blocks_and_of_items(given: dict[str, str], found: bool) -> None:
    assert ("count_differs" in asked(**given)) == found


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        ("(2) 学校支援課に、氏名及び自己負担区分を移転する。", True),
        ("(2) 連合会に、氏名及び助成額を送る。", True),
        ("(2) 学校支援課へ移転する項目は、自己負担区分と助成額である。", True),
        ("(2) 連合会へ送るのは、氏名及び助成額である。", True),
        ("(2) 株式会社みなせ印刷に、氏名及び助成額を渡す。", True),
        ("(2) 学校支援課に、資格の有効期間及び自己負担区分を移転する。", False),
        ("(2) 連合会には、氏名及び助成額を送らない。", False),
        ("(2) 学校支援課へ給付の実績を移転する。", False),
        ("(2) 受給者に、受給者番号及び助成額を知らせる通知を送る。", False),
        ("(2) 連合会へ送る項目は、仕様で固定する。", False),
    ],
)
def test_items_that_a_sentence_gives_to_somebody(outline: str, found: bool) -> None:
    assert ("claimed_item_unlisted" in asked(outline=outline)) == found


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        ("2-② 生活援護課へは、毎月末に一覧表を印刷し、庁内の文書便で送る。", True),
        ("(2) 生活援護課に対しては、印刷した一覧表を職員が届ける。", True),
        ("(2) 受給者の名簿を、逓送により生活援護課へ届ける。", True),
        ("(2) 受給者の一覧をメールで生活援護課へ送る。", True),
        ("(2) 生活援護課へは、毎月末に一覧を庁内連携システムで送る。", False),
        ("(2) 受給者へは、通知書を印刷し、郵便で送る。", False),
        ("(2) 申請書は支所から文書便で届く。", False),
    ],
)
def test_ways_within_the_office(outline: str, found: bool) -> None:
    assert ("channel_not_in_media" in asked(outline=outline)) == found


REVIEW = """水瀬市個人情報保護審議会
自動車税に関する事務　全項目評価書の見直しについて（TITLE）
Ⅰ　基本情報
１ 事務の名称
自動車税に関する事務
Ⅱ　特定個人情報ファイルの概要
１ ファイル名
課税ファイル
対象となる本人の範囲
自動車の所有者
委託事項1
②委託先名
株式会社みなせ帳票
BODY
（別添1）記録項目
1　個人番号
2　納税義務者氏名
3　標識番号
（別添2）変更箇所
変更日	項目	変更前の記載	変更後の記載	提出時期	提出時期に係る説明
令和7年4月1日	Ⅰ７．①部署	市民税課	税務課	事後	組織の改正
令和7年5月1日	Ⅱ６．保管	5年間保管	7年間保管	事前	重要な変更
CHANGE
"""


@pytest.mark.parametrize(
    ("title", "body", "change", "found"),
    [
        ("委託先の追加", "", "", True),
        ("移転先の新設", "", "", True),
        ("記録項目の追加", "", "", True),
        ("システムの追加", "", "", True),
        ("委託先の追加", "", "令和7年6月1日\tⅡ４．②委託先名\t－\t甲社\t事前\t追加", False),
        ("委託先の追加", "委託先は、新たに加えたものである。", "", False),
        ("記録項目の追加", "", "令和7年6月1日\t別添1 3\t－\t標識番号\t事前\t重要", False),
        ("委託先の変更", "", "", False),
    ],
)
def test_an_addition_that_the_title_alone_announces(
    title: str, body: str, change: str, found: bool
) -> None:
    text = REVIEW.replace("TITLE", title)
    text = text.replace("BODY\n", f"{body}\n" if body else "")
    text = text.replace("CHANGE\n", f"{change}\n" if change else "")
    assert ("title_without_content" in raised(text)) == found


def test_a_dated_change_that_stands_twice() -> None:
    row = "令和7年4月1日\tⅠ７．①部署\t市民税課\t税務課\t事後\t組織の改正"
    text = REVIEW.replace("TITLE", "定期の見直し").replace("BODY\n", "")
    assert "duplicated_row" in raised(text.replace("CHANGE", row))
    assert "duplicated_row" not in raised(text.replace("CHANGE", row.replace("4月", "8月")))


def test_labels_on_lines_of_their_own_below_chapters_that_name_their_part() -> None:
    text = """資料1　自動車税に関する事務　全項目評価書の見直しについて
第1　基本情報の概要（評価書Ⅰ）
１ 事務の名称
自動車税に関する事務
２ システムの構成
システム1
①名称
自動車税システム
③接続
[○]庁内連携システム　[　]税務システム
第2　特定個人情報ファイルの概要（評価書Ⅱ）
１ ファイル名
課税ファイル
２ 対象となる本人
市内にある自動車の所有者　約2,000人
移転先1
福祉課
方法
庁内連携システム
"""
    case = draft(text).content
    names = {each["label"] for each in case["holders"]}
    assert {"自動車税システム", "庁内連携システム", "福祉課"} <= names
    assert [each["label"] for each in case["subjects"]] == ["市内にある自動車の所有者"]
