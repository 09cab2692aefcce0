"""Papers in prose that are whole sheets of chapters, and what stands below their heads."""

from __future__ import annotations

from typing import Any

import drafts
import pytest

from nagarezu.importing.draft.prose import told
from nagarezu.importing.fields.reentrusted import FIRM
from nagarezu.importing.form.family import family
from nagarezu.importing.form.prose.topics import labelled, topic_of
from nagarezu.importing.form.rows import rows
from nagarezu.importing.passage import Passage
from nagarezu.importing.sources import read_bytes

LETTER = """諮問第3号
令和5年6月1日
あさひ町個人情報保護審議会　様
あさひ町長
会報の発送の委託について（諮問）
次のとおり諮問します。
"""


def content(body: str) -> dict[str, Any]:
    return drafts.draft(LETTER + body).content


def flows(case: dict[str, Any]) -> set[tuple[str, str]]:
    names = {each["id"]: each["label"] for each in case["holders"]}
    return {(names[to], flow["relation"]) for flow in case["flows"] for to in flow["to"]}


SHEET = """花火大会の受付の委託について（報告）
見出し,説明
1 大会の概要,湖の岸で毎年行う。
2 報告の理由,電話では誤りが多い。
3 対象者,大会に申し込む者　300人
4 委託先,株式会社きつね受付
5 委託の内容,(1) 申込みを受け付ける。
6 処理させる情報項目,次の各項目
(1),氏名
(2),住所
7 記録媒体,紙
8 委託期間,令和6年4月1日から令和6年9月30日まで
9 市が行う対策,【運用上の対策】
1,名簿を一人で扱わない。
2,証明書を受け取る。
"""


def test_chapters_in_the_first_cells_are_prose() -> None:
    stream = list(rows([read_bytes(SHEET.encode(), "a.csv", "d")]))
    assert family(stream) == "prose"


@pytest.mark.parametrize(
    "work", ["機器の取付け及び交換", "検針値の受信", "封筒の梱包と裁断", "月次の報告書の作成"]
)
@pytest.mark.parametrize(
    "lead", ["次の業務を行わせる", "以下に掲げる作業を委託する", "下記の事務を担わせる"]
)
def test_work_below_a_sentence_is_no_partner(lead: str, work: str) -> None:
    case = content(
        f"1 委託の概要\n(1) 検針業務\n委託先は、株式会社きつね計測とし、{lead}。\n"
        f"ア {work}\nイ 点検\n2 取り扱う項目\nア 氏名\nイ 住所\n"
    )
    assert flows(case) == {("株式会社きつね計測", "entrust")}


def test_a_system_among_the_persons_is_no_group() -> None:
    case = content(
        "1 対象者\n(1) 使用者\n水道の使用者　120世帯\n(2) 使用する情報システム\n料金システム\n"
        "2 委託先\n株式会社きつね計測\n3 取り扱う項目\nア 氏名\nイ 住所\n"
    )
    assert not any("システム" in each["label"] for each in case["subjects"])
    assert ("料金システム", "process") in flows(case)


def test_who_they_are_stands_above_the_name_of_a_group() -> None:
    case = content(
        "1 対象者\n山の地区に住む世帯で、貸出しを申し込んだもの\n申込世帯　120世帯\n"
        "2 委託先\n株式会社きつね計測\n3 取り扱う項目\nア 氏名\nイ 住所\n"
    )
    assert [each["label"] for each in case["subjects"]] == ["申込世帯"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("運用を委託する株式会社つきぐにワークスの機械で動く。", "株式会社つきぐにワークス"),
        ("集計を委託した合同会社はなのテックが、結果を納める。", "合同会社はなのテック"),
        ("配送を請け負う有限会社みなと運輸の車で運ぶ。", "有限会社みなと運輸"),
        ("印字を委託している株式会社もみじに工房の工場で行う。", "株式会社もみじに工房"),
        ("運営を委託する予定の株式会社青空計算の機械に置く。", "株式会社青空計算"),
        ("徴収を担う株式会社うみのパートナーズに渡す。", "株式会社うみのパートナーズ"),
        ("従来、運用を委託した株式会社甲野に置いていた。", ""),
        ("運用を委託する事業者の機械で動く。", ""),
        ("業務を委託する。株式会社甲野は含まない。", ""),
    ],
)
def test_a_firm_behind_the_verb(text: str, who: str) -> None:
    found = [name.label for one in told.read(Passage(text, (0,)))[0] for name in one.names]
    assert found == ([who] if who else [])


def test_a_particle_behind_a_name_stays_one() -> None:
    assert [m.group() for m in FIRM.finditer("株式会社もみじにデータを渡す。")] == [
        "株式会社もみじ"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("受託者は、一覧を市へ送信する。", ""),
        ("委託先は、データを消去する。", ""),
        ("委託先は、株式会社甲野とする。", "株式会社甲野とする。"),
        ("委託先は、公募により選定する。", "公募により選定する。"),
        ("提供先は、県とする。", "県とする。"),
    ],
)
def test_what_a_party_does_is_no_label(text: str, value: str) -> None:
    pair = labelled(Passage(text, (0,)), told=True)
    assert (pair[1].text if pair else "") == value


@pytest.mark.parametrize(
    ("head", "topic"),
    [
        ("利用券管理システム", ""),
        ("図書管理システム", ""),
        ("口座登録システム", ""),
        ("使用する情報システム", "computer"),
        ("記録システム", "computer"),
        ("個人情報を記録する機器", "computer"),
    ],
)
def test_the_name_of_a_system_is_no_label(head: str, topic: str) -> None:
    assert topic_of(head) == topic


@pytest.mark.parametrize("head", ["市の対策", "株式会社きつね計測に行わせる対策"])
def test_measures_in_groups_of_layers(head: str) -> None:
    case = content(
        "1 委託先\n株式会社きつね計測\n2 取り扱う項目\nア 氏名\nイ 住所\n3 情報の保護のための対策\n"
        f"(1) {head}\n番号\t区分\t内容\n1\t運用上の対策\t名簿を一人で扱わない。\n"
        "2\t運用上の対策\t口外しない。\n1\tシステム上の対策\t通信を暗号化する。\n"
    )
    assert [each["layer"] for each in case["safeguards"]] == [
        "operational",
        "operational",
        "system",
    ]


def test_the_number_of_the_paper_itself_is_no_reference() -> None:
    paper = (
        "個人情報保護審査会資料２\n会報の発送の委託について（諮問）\n1 委託先\n株式会社きつね計測\n"
        "2 取り扱う項目\nア 氏名\nイ 住所\n3 対策\nア 名簿は資料3のとおり扱う。\n"
    )
    case = drafts.draft(paper).content
    assert [each["label"] for each in case["references"]] == ["資料3"]


@pytest.mark.parametrize("told_of", ["端末には", "画面には", "乗務員の端末に"])
def test_what_a_device_shows_is_not_what_somebody_has(told_of: str) -> None:
    case = content(
        "1 委託先\n株式会社きつね計測\n2 取り扱う項目\nア 氏名\nイ 住所\nウ 利用の番号\n"
        f"3 受託者に行わせる対策\nア {told_of}、利用の番号のほかを表示させない。\n"
    )
    assert not [each for each in case.get("claims", []) if each["kind"] == "only"]


def test_a_head_that_names_a_system_and_who_records_in_it() -> None:
    case = content(
        "1 仕組みの概要\n(1) 利用券管理システム\n福祉課が、申請書の内容を記録し、券を交付する。\n"
        "2 委託先\n株式会社きつね計測\n3 取り扱う項目\nア 氏名\nイ 住所\n"
    )
    assert ("利用券管理システム", "process") in flows(case)
