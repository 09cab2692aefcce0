"""Assessments at odds with themselves, in the words of many offices, and papers near them."""

from __future__ import annotations

import pytest
from drafts import raised

_FRONT = """特定個人情報保護評価書（重点項目評価書）
評価書名　霊園使用料の減免に関する事務　重点項目評価書
評価実施機関名　甲原市長
Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称　霊園使用料の減免に関する事務
②事務の内容　使用料を減免する。
３．特定個人情報ファイル名　霊園減免ファイル
６．評価実施機関における担当部署
①部署　環境部　霊園事務所
②所属長の役職名　霊園事務所長
"""
_OUTLINE = """Ⅱ　特定個人情報ファイルの概要
１．特定個人情報ファイル名　霊園減免ファイル
③対象となる本人の範囲　霊園の使用者
④記録される項目　別添1を参照
５．特定個人情報の提供・移転
"""
_LIST = """（別添1）特定個人情報ファイル記録項目
霊園減免ファイル
1．宛名番号
2．氏名
3．減免区分
"""
_RISKS = """Ⅲ　リスク対策
５．特定個人情報の提供・移転
リスクに対する措置の内容
　・%s
　・移転した日時を台帳に残す。
リスクへの対策は十分か　[十分である]
"""
_ONE = """提供・移転の有無　[○]移転を行っている（1件）
移転先1　福祉総務課
①移転する情報　減免区分
②移転先における用途　扶助の重複の確認
"""
_THREE = """提供・移転の有無　[○]移転を行っている（3件）
移転先1　長寿課
①法令上の根拠　甲原市個人番号の利用に関する条例第4条
②移転先における用途　祝品の対象の確認
移転先2　障害福祉課
①法令上の根拠　甲原市個人番号の利用に関する条例第4条
②移転先における用途　タクシー券との重複の確認
移転先3　地域見守り課
①法令上の根拠　甲原市個人番号の利用に関する条例第4条
②移転先における用途　見守りの計画の作成
"""


def _to_one(said: str) -> set[str]:
    return raised(_FRONT + _OUTLINE + _ONE + _LIST + _RISKS % said)


def _to_three(said: str) -> set[str]:
    return raised(_FRONT + _OUTLINE + _THREE + _LIST + _RISKS % said)


@pytest.mark.parametrize(
    "said",
    [
        "霊園減免ファイルの情報を庁内の他の課へ移転することは一切ない。",
        "霊園減免ファイルは、他の課に移転しない。",
        "霊園減免ファイルに記録された情報を庁内のほかの部署へ渡すことはない。",
        "霊園減免ファイルの移転は行っていない。",
        "庁内のいずれの課にも霊園減免ファイルを移転することはありません。",
        "霊園減免ファイルは霊園事務所の中だけで使い、他の課には一切移転しない。",
    ],
)
def test_the_one_file_is_all_that_there_is(said: str) -> None:
    assert "claim_against_list" in _to_one(said)


@pytest.mark.parametrize(
    "said",
    [
        "霊園減免ファイルの情報を福祉総務課以外の課へ移転することは一切ない。",
        "霊園減免ファイルの情報を紙で他の課へ移転することはない。",
        "霊園台帳の情報を他の課へ移転することはない。",
        "申請を取り下げた者の情報を他の課へ移転することはない。",
        "根拠のない移転は行わない。",
        "不要な移転は一切行わない。",
        "決裁のない移転は行わない。",
        "承認を得ていない移転は行わない。",
        "記録を残さない移転は行わない。",
    ],
)
def test_some_transfers_that_are_not_done_are_not_all(said: str) -> None:
    assert not _to_one(said)


@pytest.mark.parametrize(
    "said",
    [
        "移転先は長寿課及び障害福祉課であり、それぞれの課長に用途を誓約する書面を出させる。",
        "移転先は、長寿課と障害福祉課とする。",
        "移転先（長寿課及び障害福祉課）の課長に誓約書を出させる。",
        "情報を移転するのは長寿課、障害福祉課である。",
        "移転する相手は、長寿課と障害福祉課とし、課長が確認する。",
        "移転を受ける課は、長寿課及び障害福祉課である。",
        "長寿課及び道路管理課へ渡す一覧は、受領印を取る。",
        "情報は長寿課及び道路管理課に移転する。",
    ],
)
def test_a_measure_names_one_recipient_less_or_more(said: str) -> None:
    assert "named_once" in _to_three(said)


@pytest.mark.parametrize(
    "said",
    [
        "移転先は長寿課、障害福祉課及び地域見守り課である。",
        "移転先（長寿課、障害福祉課、地域見守り課）の課長に誓約書を出させる。",
        "移転先は長寿課等である。",
        "移転の状況を、霊園事務所及び情報政策課に報告する。",
        "長寿課及び情報政策課に移転の記録を送る。",
    ],
)
def test_a_measure_that_names_all_or_tells_of_its_own_work(said: str) -> None:
    assert not _to_three(said)


def test_a_measure_is_no_recipient() -> None:
    """A sentence that begins with the name of a field is no label."""
    assert "named_once" not in _to_three("移転先の名称（課名）を台帳に書く。")


@pytest.mark.parametrize(
    ("at", "again"),
    [
        ("②所属長の役職名　霊園事務所長\n", "①部署　環境部　霊園事務所\n"),
        (
            "②移転先における用途　祝品の対象の確認\n",
            "①法令上の根拠　甲原市個人番号の利用に関する条例第4条\n",
        ),
    ],
)
def test_a_numbered_field_stands_again_below_others(at: str, again: str) -> None:
    whole = _FRONT + _OUTLINE + _THREE + _LIST + _RISKS % "移転の画面を管理者が確認する。"
    assert raised(whole) == set()
    assert raised(whole.replace(at, at + again, 1)) == {"duplicated_row"}


def test_a_row_with_items_stands_again() -> None:
    again = "①移転する情報　減免区分、氏名\n"
    one = f"移転先1　福祉課\n{again}②移転先における用途　扶助の重複の確認\n③移転方法　紙\n"
    whole = _FRONT + _OUTLINE + one + _LIST + _RISKS % "移転の画面を管理者が確認する。"
    assert raised(whole) == set()
    assert raised(whole.replace("③移", f"{again}③移", 1)) == {"duplicated_row"}


def test_fields_that_begin_anew_are_another_block() -> None:
    whole = _FRONT + _OUTLINE + _THREE + _LIST + _RISKS % "移転の画面を管理者が確認する。"
    cards = "①係　管理係\n②人数　3人以上を置く部署\n①係　受付係\n②人数　3人以上を置く部署\n"
    assert raised(whole.replace("Ⅱ　", f"{cards}Ⅱ　", 1)) == set()


_SYSTEMS = """特定個人情報保護評価書（全項目評価書）
評価書名　予防接種に関する事務　全項目評価書
評価実施機関名　甲原町長
Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称　予防接種に関する事務
②事務の内容　予防接種を行う。流れは別添1による。
２．特定個人情報ファイルを取り扱う事務において使用するシステム
システム1
①システムの名称　接種管理システム
②システムの機能
　1. 接種歴の登録及び照会
　2. %s
③他のシステムとの接続
　[○]既存住民基本台帳システム
　[○]その他（健康カルテシステム）
システム2
①システムの名称　宛名統合システム
②システムの機能
　1. 個人番号の管理
③他のシステムとの接続
　[○]庁内連携システム
３．特定個人情報ファイル名　接種ファイル
（別添1）事務の内容
1. 対象者を抽出する。
2. %s
Ⅱ　特定個人情報ファイルの概要
１．特定個人情報ファイル名　接種ファイル
③対象となる本人の範囲　定期接種の対象者
④記録される項目　別添2を参照
（別添2）特定個人情報ファイル記録項目
1．宛名番号
2．接種年月日
"""
_SENDS = "接種管理システムから健康カルテシステムへ、接種年月日を毎夜送信する。"


@pytest.mark.parametrize(
    ("function", "step"),
    [
        ("健康カルテシステムから異動の情報を受け取る機能（受信専用）", _SENDS),
        ("健康カルテシステムから情報を取り込む機能（取込専用）", _SENDS),
        ("健康カルテシステムからの異動情報の受信機能（受信専用）", _SENDS),
        ("健康カルテシステムから異動情報を受け取る機能（受信のみ）", _SENDS),
        ("健康カルテシステムとの連携（受信専用）", _SENDS),
        ("健康カルテシステムから異動の情報を受け取る（一方向）", _SENDS),
        ("異動の情報を健康カルテシステムから受信する機能（受信専用）。", _SENDS),
        (
            "住民記録システム（③の「既存住民基本台帳システム」をいう。）から情報を受け取る機能（受信専用）",
            "接種管理システムから住民記録システムへ、接種年月日を毎夜送信する。",
        ),
    ],
)
def test_a_bracket_says_that_a_function_only_takes(function: str, step: str) -> None:
    assert "direction_differs" in raised(_SYSTEMS % (function, step))


@pytest.mark.parametrize(
    ("function", "step"),
    [
        ("健康カルテシステムから異動の情報を受け取る機能", _SENDS),
        (
            "健康カルテシステムから異動の情報を受け取る機能（受信専用）",
            "健康カルテシステムから接種管理システムへ、異動の情報を毎夜送信する。",
        ),
        (
            "健康カルテシステムから異動の情報を受け取る機能（受信専用）",
            "接種管理システムから宛名統合システムへ宛名番号を送る。",
        ),
        ("健康カルテシステムへ送る機能（送信専用）", _SENDS),
        (
            "住民記録システム（③の「既存住民基本台帳システム」をいう。）から情報を受け取る機能（受信専用）",
            _SENDS,
        ),
    ],
)
def test_the_other_way_is_told_of_somebody_else(function: str, step: str) -> None:
    assert "direction_differs" not in raised(_SYSTEMS % (function, step))


_TAKEN = (
    _FRONT
    + """Ⅱ　特定個人情報ファイルの概要
１．特定個人情報ファイル名　霊園減免ファイル
③対象となる本人の範囲　霊園の使用者
④記録される項目　別添1を参照
３．特定個人情報の入手・使用
①入手元
　[○]本人又は本人の代理人
　[%s]評価実施機関内の他部署（市民税課）
②入手方法　[○]紙　[○]庁内連携システム
"""
    + _LIST
    + """Ⅲ　リスク対策
２．特定個人情報の入手
リスクに対する措置の内容
　・%s
"""
)


@pytest.mark.parametrize(
    "said",
    [
        "特定個人情報は、本人が持参する書面だけから入手し、ほかの部署から得ることはない。",
        "他の部署からは入手しない。",
        "入手元は本人に限る。",
        "情報は、申請者が提出する書類のみから取得する。",
        "庁内の他の課から情報を取得することはありません。",
        "この情報は、ほかの課から受け取らない。",
    ],
)
def test_nothing_comes_from_a_section_that_is_ticked(said: str) -> None:
    assert raised(_TAKEN % ("○", said)) == {"claim_against_list"}
    assert raised(_TAKEN % (" ", said)) == set()


@pytest.mark.parametrize(
    "said",
    [
        "氏名は、本人からのみ入手する。",
        "必要のない情報を、他の部署から入手しない。",
        "申請者の同意がないときは、他の部署から入手しない。",
        "市民税課以外の部署からは入手しない。",
        "本人から入手した書類は、他の部署に渡さない。",
    ],
)
def test_some_of_what_comes_in_is_not_all(said: str) -> None:
    assert raised(_TAKEN % ("○", said)) == set()
