"""Numbers held against what the same place names, counts or adds up."""

from __future__ import annotations

import drafts
import pytest

FILE = (
    "個人情報ファイルの名称　工房利用者ファイル\n所管課　産業課\n"
    "利用目的　60歳以上の利用者に工房を貸すため\n"
    "記録項目　1氏名、2住所、3利用日\n記録範囲　60歳以上の利用者\n"
)


def told_beside(text: str) -> list[tuple[str, str]]:
    content = drafts.draft(f"{FILE}備考　{text}\n", "r.txt").content
    claims = [each for each in content.get("claims", []) if "再掲" in each["label"]]
    printed = [each["printed"] for each in claims]
    return list(zip(printed[::2], printed[1::2], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "今回は、住民税、水道料金及び学校給食費の4事務を載せた。",
        "登録したものは、住民税、水道料金、学校給食費の2事務である。",
        "通知は、納付書、督促状及び催告書の四種類とする。",
        "閲覧できるのは、市民課、税務課及び福祉課の4課である。",
        "名簿は、甲府支店、乙原支店及び丙山支店の2か所に置く。",
        "照会は住民記録システム、税務システム及び介護システムの2システムから行う。",
        "提供の相手は、消防署、警察署、社協及び自治会の5者とする。",
        "同意書は受付、審査及び交付の2工程で使う。",
        "受託者は、みどり印刷（紙の分）、あおば運送及びかえで入力の4社である。",
        "送る情報は、氏名、住所、電話番号及び利用日の5項目とする。",
        "結合しているのは、住民税と水道料金の3事務です。",
        "（注）記録は、台帳、受付簿及び日誌の4つに分けて綴る。",
    ],
)
def test_names_with_another_number(text: str) -> None:
    assert len(told_beside(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "今回は、住民税、水道料金及び学校給食費の3事務を載せた。",
        "令和7年度、住民税、水道料金及び学校給食費の3事務を載せた。",
        "手順は、受付、審査及び交付・発送の3工程とする。",
        "認証は、利用者番号と指紋の2種類による。",
        "氏名、住所、電話番号等の5項目を扱う。",
        "市民課及び税務課の2課が見る。",
        "氏名及び住所並びに電話番号及び利用日の2種類に分ける。",
        "氏名、住所及び電話番号のうちの2項目を渡す。",
    ],
)
def test_names_with_their_number(text: str) -> None:
    assert told_beside(text) == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("任せる業務は2つです。(1) 印刷、(2) 発送、(3) 問合せの受付。", 1),
        ("次の4業務を任せる。①印刷 ②発送 ③受付", 1),
        ("変更点は三点である。(1)項目、(2)委託先", 1),
        ("以下の2項目を加える：(1)氏名 (2)住所 (3)電話番号", 1),
        ("任せる業務は3つです。(1) 印刷、(2) 発送、(3) 問合せの受付。", 0),
        ("次の3業務を任せる。①印刷 ②発送 ③受付", 0),
        ("次の2業務を任せる。印刷と発送である。①は誤りである。", 0),
    ],
)
def test_marks_behind_a_number(text: str, pairs: int) -> None:
    assert len(told_beside(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("募集は令和8年8月3日から令和8年9月4日まで（30日間）とする。", 1),
        ("募集は令和8年8月3日（月）から9月4日（金）まで（33日間）とする。", 0),
        ("募集は令和8年8月3日から令和8年9月4日まで（32日）とする。", 0),
        ("契約は令和7年4月1日から令和12年3月31日まで（3年間）とする。", 1),
        ("契約は令和7年4月1日から令和12年3月31日まで（5年間）とする。", 0),
        ("契約は令和7年4月1日から令和10年3月31日まで（36か月）とする。", 0),
        ("契約は令和7年4月1日～令和10年3月31日（24か月）とする。", 1),
        ("契約は令和7年6月1日から令和10年3月31日まで（3年間）とする。", 0),
        ("令和7年4月1日から（5年間）とする。", 0),
    ],
)
def test_how_long_a_period_is(text: str, pairs: int) -> None:
    assert len(told_beside(text)) == pairs


TABLE = (
    "| 変更日 | 項目 | 変更後 |\n|---|---|---|\n| 4月1日 | 委託 | 甲 |\n| 4月1日 | 提供 | 乙 |\n"
)


@pytest.mark.parametrize(
    ("note", "pairs"),
    [
        ("※変更は上記3か所である。", 1),
        ("以上3件", 1),
        ("（注）上表の4項目のみ", 1),
        ("※変更は上記2か所である。", 0),
        ("以上2件。", 0),
        ("※上記のほかに変更はない。", 0),
    ],
)
def test_a_note_below_a_table(note: str, pairs: int) -> None:
    assert len(told_beside(f"変更の一覧\n\n{TABLE}\n{note}")) == pairs


@pytest.mark.parametrize(("note", "pairs"), [("以上4件", 1), ("以上3件", 0)])
def test_a_note_below_marked_lines(note: str, pairs: int) -> None:
    assert len(told_beside(f"変更\n(1) 項目\n(2) 委託先\n(3) 期間\n{note}")) == pairs


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("給水の契約は7,905件である。\n別表で、給水契約7,905世帯に送る。", "unit_mixture"),
        ("給水の契約は7,905件である。\n別表で、給水契約7,905件に送る。", ""),
        ("利用する保護者は4,870世帯である。\n保護者4,870人分の券を刷る。", "unit_mixture"),
        ("利用する保護者は4,870人である。\n保護者4,870人分の券を刷る。", ""),
        (
            "令和5年9月の登載者は1,248人である。同意している者は835人である。\n"
            "令和6年5月から配る。対象は同意している者853人である。",
            "count_differs",
        ),
    ],
)
def test_numbers_read_in_their_own_sentence(text: str, code: str) -> None:
    found = drafts.codes(drafts.draft(f"{FILE}備考　{text}\n", "r.txt"))
    assert found & {"unit_mixture", "count_differs", "count_bound"} == ({code} if code else set())


ASSESSMENT = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 あさひ市長
Ⅰ 基本情報
| 取扱者数 | 500人未満（こども課 31人、{all}） |
|---|---|
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 給食費の納入者
4 特定個人情報ファイルの取扱いの委託
|  | 委託1 | 委託2 |
|---|---|---|
| 委託先 | 株式会社こずえ | 株式会社みずうみ |
| 業務の内容 | 印刷 | 入力 |
| {label} | 12人 | 20人 |
| 再委託 | {further} | なし |
"""


@pytest.mark.parametrize(
    ("label", "told", "further", "found"),
    [
        ("取扱者数", "委託先 46人", "なし", True),
        ("従事者数", "委託先の従事者33人", "なし", True),
        ("取扱人数", "委託事業者 30人", "なし", True),
        ("従事者数", "受託者の従事者は23人", "なし", True),
        ("担当者数", "委託先計38人", "なし", True),
        ("従事者数", "委託先及び再委託先の従事者41人", "有（株式会社はるか、従事者7人）", True),
        ("従事者数", "委託先及び再委託先の従事者39人", "有（株式会社はるか、従事者7人）", False),
        ("従事者数", "委託先の従事者32人", "有（株式会社はるか、従事者7人）", False),
        ("取扱者数", "委託先 32人", "なし", False),
        ("取扱者数", "委託先 約40人", "なし", False),
    ],
)
def test_who_handles_the_data_at_the_contractors(
    label: str, told: str, further: str, found: bool
) -> None:
    text = ASSESSMENT.format(all=told, label=label, further=further)
    assert ("count_differs" in drafts.raised(text)) == found


USERS = """特定個人情報保護評価書（重点項目評価書）
評価実施機関名 あさひ市長
Ⅱ 特定個人情報ファイルの概要
③対象となる本人の範囲 給食費の納入者
④使用部署 給食課 使用者数 {using}
Ⅳ リスク対策
③研修 {taught}
"""


@pytest.mark.parametrize(
    ("using", "taught", "code"),
    [
        ("62人", "年2回、担当職員52人を対象に行う。", "count_differs"),
        ("62人", "担当職員の全員（60人）に、年1回の研修を行う。", "count_differs"),
        ("62人", "ファイルを取り扱う職員72人に教育を行う。", "count_differs"),
        ("62人", "年2回、担当職員62人以内を対象に研修を行う。", "count_bound"),
        ("62人", "使用する職員約62人に研修を行う。", "count_bound"),
        ("62人", "年2回、担当職員62人を対象に研修を行う。", ""),
        ("62人", "新任の職員5人に研修を行う。", ""),
        ("62人", "担当職員2人で点検する。", ""),
    ],
)
def test_who_is_taught_is_who_uses_the_file(using: str, taught: str, code: str) -> None:
    found = drafts.raised(USERS.format(using=using, taught=taught))
    assert found & {"count_differs", "count_bound"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("計算組合（5町村で構成）に任せる。\n組合を構成する6町村が共に運用する。", "count_differs"),
        ("計算組合（5町村で構成）に任せる。\n組合を構成する5町村が共に運用する。", ""),
        (
            "受付は昼に行う。応対する席は15席である。\n同時に応対する席は15席以内とする。",
            "count_bound",
        ),
        ("受付は昼に行う。応対する席は15席である。\n同時に応対する席は15席とする。", ""),
    ],
)
def test_towns_and_seats(text: str, code: str) -> None:
    found = drafts.codes(drafts.draft(f"{FILE}備考　{text}\n", "r.txt"))
    assert found & {"count_differs", "count_bound"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("約5項目（別添2のとおり）", "count_bound"),
        ("6項目（別添2のとおり）", "count_differs"),
        ("全5項目（別添2のとおり）", ""),
        ("5項目（別添2参照）", ""),
        ("約5項目", ""),
    ],
)
def test_about_as_many_items_as_a_list_has(told: str, code: str) -> None:
    text = (
        "特定個人情報保護評価書（重点項目評価書）\n評価実施機関名 あさひ市長\n"
        "Ⅱ 特定個人情報ファイルの概要\n③対象となる本人の範囲 給食費の納入者\n"
        f"④記録される項目 {told}\n"
        "（別添2）特定個人情報ファイル記録項目\n1 宛名番号 2 氏名 3 生年月日 4 口座番号 5 未納額\n"
    )
    found = drafts.raised(text)
    assert found & {"count_differs", "count_bound"} == ({code} if code else set())
