"""Columns of marks, titles that list files, contracts in a sentence, and who is named once."""

from __future__ import annotations

import drafts
import pytest

CARDS = """個人情報取扱事務登録簿（{title}）

{told}

| 番号 | 事務の名称 | 主管課 | {first} | {second} |
|---|---|---|---|---|
| 1 | 町民税賦課徴収事務 | 税務課 | ■ | ■ |
| 2 | 住民健診事務 | 健康課 | ■ | □ |
| 3 | 水道料金収納事務 | 水道課 | □ | □ |

## 1 町民税賦課徴収事務
| 事務の名称 | 町民税賦課徴収事務 |
|---|---|
| 記録項目 | 氏名、住所、税額 |

## 2 住民健診事務
| 事務の名称 | 住民健診事務 |
|---|---|
| 記録項目 | 氏名、住所、健診結果 |

## 3 水道料金収納事務
| 事務の名称 | 水道料金収納事務 |
|---|---|
| 記録項目 | 氏名、住所、水量 |
"""


def cards(told: str, first: str = "委託", second: str = "結合", title: str = "公表分") -> set[str]:
    text = CARDS.format(told=told, first=first, second=second, title=title)
    return drafts.raised(text) & {"contents_differ"}


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        ("結合を行っているのは、町民税と住民健診です。", "委託", "結合"),
        ("委託をしているものは、町民税と水道料金の2事務である。", "委託", "結合"),
        ("外部との結合があるのは、水道料金だけです。", "委託", "結合"),
        ("このうち、委託を行うのは町民税のみである。", "委託", "結合"),
        ("業務を委託するのは、住民健診及び水道料金に限る。", "業務委託の有無", "結合"),
        ("要配慮個人情報を含むのは、町民税です。", "要配慮個人情報", "本人外収集"),
        ("※電算処理をしているのは、町民税、住民健診及び水道料金です。", "電算処理", "結合"),
        ("結合しているのは住民健診だけである。", "提供", "結合"),
        ("経常的提供をしているのは、町民税と水道料金です。", "経常的提供", "結合"),
        ("目的外利用をしているのは、住民健診です。", "委託", "目的外利用"),
    ],
)
def test_rows_that_have_no_mark(told: str, first: str, second: str) -> None:
    assert cards(told, first, second)


@pytest.mark.parametrize(
    "told",
    [
        "結合を行っているのは、町民税だけです。",
        "委託をしているのは、町民税と住民健診の2事務である。",
        "委託をしていないのは、水道料金です。",
        "結合を行っているのは、町民税などです。",
        "新たに委託したのは、住民健診です。",
        "結合しているのは、県の電算組合です。",
        "再委託をしているのは、住民健診です。",
    ],
)
def test_rows_that_have_their_mark(told: str) -> None:
    assert not cards(told)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("令和7年度の事務（町民税・住民健診）", True),
        ("公表する事務（町民税、水道料金）", True),
        ("公表する事務（住民健診及び水道料金）", True),
        ("令和7年度の事務（町民税・住民健診・水道料金）", False),
        ("令和7年度の事務（町民税、住民健診ほか）", False),
        ("令和7年度の事務（町民税等）", False),
        ("令和7年度の事務（税務課・健康課）", False),
    ],
)
def test_a_title_that_passes_one_file_over(title: str, found: bool) -> None:
    text = CARDS.format(told="", first="委託", second="結合", title="公表分")
    text = text.replace("個人情報取扱事務登録簿（公表分）", f"個人情報取扱事務登録簿\n{title}")
    assert ("contents_differ" in drafts.raised(text)) == found


CONTRACTS = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 あさひ市長
Ⅰ 基本情報
②事務の内容 {told}
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 給食費の納入者
4 特定個人情報ファイルの取扱いの委託
|  | 委託1 | 委託2 | 委託3 |
|---|---|---|---|
| 件名 | 給食費システムの運用保守 | 申込書の電子化 | 納付書の作成 |
| 委託先 | 株式会社こずえ | 株式会社みずうみ | 株式会社はるか |
"""


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("任せる業務は3つです。(1) システムの運用保守、(2) 督促の電話、(3) 納付書の作成。", True),
        ("次の3業務を委託する。①システムの運用保守②申込書の電子化③督促の電話", True),
        ("三つの業務を任せる。(1) 給食の配送、(2) 申込書の電子化、(3) 納付書の作成。", False),
        (
            "任せる業務は3つです。(1) システムの運用保守、(2) 申込書の電子化、(3) 納付書の作成。",
            False,
        ),
        ("次の3業務を委託する。①システムの運用保守②申込書の電子化③納付書の作成", False),
        ("給食費の徴収は3つに分かれる。(1) 賦課、(2) 収納、(3) 滞納整理。", False),
    ],
)
def test_contracts_told_by_marks(told: str, found: bool) -> None:
    text = CONTRACTS.format(told=told)
    assert ("contents_differ" in drafts.raised(text)) == found


LETTER = """諮問第3号
みどり市個人情報保護審議会会長 様
見守り事業に係る業務委託について（諮問）
第1 委託
 見守りの電話を株式会社こずえに委託する。
第2 対象者
 見守りを申し込んだ者
第3 見守り台帳の記録項目
 (1) 氏名
 (2) 住所
第4 手順
 市は，申込みを見守り台帳に記録する。
 {told}
第5 対策
 見守り台帳を施錠して保管する。
"""


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("市は，回答を見守り台帳及び福祉総合支援システムに記録する。", True),
        ("結果は，見守り台帳並びに福祉総合支援システムに登録する。", True),
        ("結果は福祉総合支援システムにも登録する。", True),
        ("緑ヶ丘歯科医師会には，台帳の写しを年度末に返すよう求める。", True),
        ("この措置は，株式会社こずえ及び株式会社はまかぜ印刷のいずれにも求める。", True),
        ("株式会社はまかぜ印刷にも同じ措置を講じさせる。", True),
        ("緑ヶ丘歯科医師会にも同じ義務を課する。", True),
        ("市は，回答を見守り台帳に記録する。", False),
        ("福祉総合支援システムと照合し，見守り台帳に記録する。", False),
        ("この措置は，株式会社こずえにも求める。", False),
        ("福祉総合支援システムには登録しない。", False),
        ("市民には回答を求める。", False),
        ("緑ヶ丘歯科医師会の助言を求める。", False),
    ],
)
def test_who_and_what_one_sentence_alone_names(told: str, found: bool) -> None:
    assert ("named_once" in drafts.raised(LETTER.format(told=told))) == found


GIVEN = """諮問第4号
みどり市個人情報保護審議会会長 様
避難者名簿の提供について（諮問）
第1 対象者
 避難の登録を申し込んだ者
第2 名簿の項目
 (1) 氏名
 (2) 住所
第3 提供先
 名簿の提供先は、次の団体とする。
 (1) みどり市獣医師協議会
 (2) 社会福祉法人こずえ会
{more}第4 提供の理由
 {told}
 (1) みどり市獣医師協議会
 (2) 社会福祉法人こずえ会
 いずれも市と協定を結んでいる。
"""


@pytest.mark.parametrize(
    ("more", "told", "found"),
    [
        (" (3) 一般社団法人みずうみ\n", "市は、名簿の提供先を次の団体としている。", True),
        (" (3) 一般社団法人みずうみ\n", "名簿の提供先は、以下の者である。", True),
        (" (3) 一般社団法人みずうみ\n", "名簿の提供先は、次のとおりとする。", True),
        (" (3) 一般社団法人みずうみ\n", "提供先は下記の団体です。", True),
        ("", "市は、名簿の提供先を次の団体としている。", False),
        (" (3) 一般社団法人みずうみ\n", "前から登録を手伝う者は、次の団体である。", False),
    ],
)
def test_a_list_of_takers_below_a_sentence(more: str, told: str, found: bool) -> None:
    text = GIVEN.format(more=more, told=told)
    assert ("named_once" in drafts.raised(text)) == found


WORK = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 あさひ市長
Ⅰ 基本情報
システム1
①システムの名称 貸付管理システム
システム2
①システムの名称 宛名管理システム
システム3
①システムの名称 償還収納システム
（別添1）事務の内容
{used}
貸付管理システムに登録し、宛名管理システムで照会する。
{more}
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 借りた者
"""


@pytest.mark.parametrize(
    ("used", "more", "found"),
    [
        ("この事務で使用するシステムは、次の2つである。", "", True),
        ("使用するシステムは次のとおりである。", "", True),
        ("使用するシステムは、貸付管理システム及び宛名管理システムの2つである。", "", True),
        ("この事務で使用するシステムは、次の3つである。", "償還収納システムで消し込む。", False),
        ("事務の流れを示す。", "", False),
    ],
)
def test_a_system_that_the_work_passes_over(used: str, more: str, found: bool) -> None:
    assert ("named_once" in drafts.raised(WORK.format(used=used, more=more))) == found


CHANGED = """特定個人情報保護評価書（全項目評価書）　変更箇所一覧
評価書名　{title}
評価実施機関　あさひ市長
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 給食費の納入者
4. 特定個人情報ファイルの取扱いの委託
{answer}
5. 特定個人情報の提供・移転
移転先1 税務課
"""


@pytest.mark.parametrize(
    ("title", "answer", "found"),
    [
        ("給食費の事務（委託先の追加）", "委託の有無　委託しない　記載に変更なし", True),
        ("給食費の事務（委託先の追加）", "委託の有無　［　委託しない　］", True),
        ("給食費の事務（委託先の変更）", "委託の有無　［　委託しない　］", True),
        ("給食費の事務（委託先の追加）", "委託の有無　無", True),
        ("給食費の事務（委託先の追加）", "委託の有無　行っていない", True),
        (
            "給食費の事務（委託先の追加）",
            "委託の有無　［　委託する　］\n委託事項1　入力\n委託先名　株式会社こずえ（新規）",
            False,
        ),
    ],
)
def test_a_title_that_adds_whom_nothing_is_entrusted_to(
    title: str, answer: str, found: bool
) -> None:
    text = CHANGED.format(title=title, answer=answer)
    assert ("title_without_content" in drafts.raised(text)) == found
