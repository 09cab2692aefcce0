"""The two pages of small cases, worked by hand from their files in tests/cases/paper."""

from __future__ import annotations

import json

import pytest
from paper_trees import document, of_content, own, part, said

from nagarezu.report.tree import Facts, Listing, Run

WHO = "誰の情報を、何人分扱うか"
NEW = "新しくなる点"
WHOM = "誰に届くか（外部の受領者）"
CHANNELS = "どの経路を通り、何が守るか"
COVERAGE = "対策の記載の有無"
CHANGED = "前回の了承からの変更"
ASKED = "確認したい点（作成者への質問）"


@pytest.fixture(scope="module")
def library() -> list[str]:
    return said(document(own("library")).sections[0])


def test_the_headings_are_numbered_as_official_papers_are(library: list[str]) -> None:
    assert [line for line in library if line.startswith("#")] == [
        "# 第1　概要",
        "## 1　案件",
        f"## 2　{WHO}",
        f"## 3　{NEW}",
        f"## 4　{WHOM}",
        f"## 5　{CHANNELS}",
        f"## 6　{COVERAGE}",
        f"## 7　{CHANGED}",
        f"## 8　{ASKED}",
    ]


def test_what_was_put_to_whom(library: list[str]) -> None:
    assert part(library, "案件") == [
        "審議機関: 架空市個人情報保護審議会（諮問）",
        "件名 m1: 図書館システムの運用の委託について（委託）"
        "　令和元（2019）年5月1日～令和2（2020）年3月31日",
        "件名 m2: 督促の印刷の再委託について（再委託）",
    ]


def test_whose_data_and_of_how_many(library: list[str]) -> None:
    # 12,000 exactly and 300 or more, which may overlap: 12,000 at least, without an upper end.
    assert part(library, WHO) == [
        "合計（人）: 12,000人以上",
        "利用者: 12,000人（平成31（2019）年4月1日現在）",
        "団体の代表者: 300人以上（平成30（2018）年度）",
        "情報項目: 一覧に記載の見出し3語。"
        "分類：直接識別（氏名系）、基本4情報、準識別、連絡先（表4）",
    ]


def test_the_items_stand_behind_all_groups_however_many_these_are() -> None:
    content = json.loads(own("library").read_text("utf-8"))
    groups = content["subjects"]
    groups += [{**groups[0], "id": f"more{n}", "label": f"利用者{n}"} for n in range(4)]
    told = part(said(of_content(content).sections[0]), WHO)
    assert [line.split(":")[0] for line in told] == [
        "合計（人）",
        "利用者",
        "団体の代表者",
        "利用者0",
        "利用者1",
        "利用者2",
        "利用者3",
        "情報項目",
    ]


def test_what_is_new_is_marked_in_words_and_by_its_look(library: list[str]) -> None:
    assert part(library, NEW) == [
        "- 情報項目：【追加】電子メールアドレス",
        "- 経路：【追加】さくら情報株式会社 → みどり印刷株式会社（再委託、媒体の運搬）",
        "- 経路：【追加】さくら情報株式会社 → あおい印刷株式会社（再委託、媒体の運搬）",
        "- 経路：【削除】さくら情報株式会社 → あかね印刷株式会社（再委託、媒体の運搬）",
    ]
    blocks = document(own("library")).sections[0].blocks
    runs = [run for b in blocks if isinstance(b, Listing) for item in b.items for run in item]
    assert Run("【追加】電子メールアドレス", added=True) in runs
    assert [run.added for run in runs if run.text.startswith("【追加】")] == [True, True, True]
    assert not any(run.added for run in runs if "【追加】" not in run.text)


def test_whom_it_reaches_with_the_chain_of_entrustment(library: list[str]) -> None:
    # 3 items × 12,000 and 2 × 12,000; the printer that is dropped receives nothing.
    assert part(library, WHOM) == [
        "受領者の数: 3者（うち外部3者、うち再委託先2者）",
        "さくら情報株式会社: （相手方）3項目、対象者12,000人、最大到達量36,000人・項目。"
        "認証等：ISMS",
        "みどり印刷株式会社ほか1者: （再委託先）2項目、対象者12,000人、"
        "最大到達量24,000人・項目（各者につき）。経由：架空市 → さくら情報株式会社",
    ]


def test_the_barest_channel_stands_first(library: list[str]) -> None:
    assert part(library, CHANNELS) == [
        "- 媒体の運搬：さくら情報株式会社 → みどり印刷株式会社ほか1経路。7分類とも記載なし（表7）",
        "- 専用回線：架空市 → さくら情報株式会社。記載あり：暗号化、ログ・監視。"
        "記載なし：接続先の限定、ネットワーク分離、不正侵入対策、不正プログラム対策、媒体の受渡し",
    ]


def test_stated_over_applicable_and_the_missing_by_name(library: list[str]) -> None:
    lines = part(library, COVERAGE)
    # ENC, LOG and EDU of thirty; 21 apply to entrustment by line and by media.
    assert lines[0].startswith("案件全体: 30分類のうち3分類。記載なし：法令・規程・方針")
    assert lines[0].endswith("ほか17件")
    assert lines[1:3] == [
        "うち当てはまる分類: 21分類のうち3分類",
        "当事者別（記載あり／全分類）: m1 実施機関側 2/30、相手方 1/30",
    ]
    assert "対策を行っていないという意味ではない" in lines[3]


def test_what_changed_since_the_council_agreed(library: list[str]) -> None:
    assert part(library, CHANGED) == [
        "前回までの了承: 平成30年度第2回",
        "追加の割合: 一覧の行は3行のうち1行、経路は3経路のうち2経路",
        "変更箇所: 3か所：利用の拡大 2か所、理由の記載なし 1か所",
    ]


def test_open_questions_and_what_would_narrow_a_bound(library: list[str]) -> None:
    # The attachment that is not there is for information only: no question to the author.
    assert part(library, ASKED)[:2] == [
        "確認したい点はない。",
        "次の事実が分かれば、数の幅が狭まる：「団体の代表者」の数。",
    ]


def test_the_pages_end_with_what_the_reach_means_and_give_no_score(library: list[str]) -> None:
    assert library[-1].startswith("注　「最大到達量」は、")
    assert "人・項目" in library[-1]
    assert "危険の大きさを示すものではない" in library[-1]
    assert not any(word in line for line in library for word in ("点数", "スコア", "危険度"))


def test_a_case_in_which_nothing_happens_says_so() -> None:
    lines = said(document(own("nothing")).sections[0])
    assert part(lines, "案件") == ["件名: 庁内の検討について（その他）"]
    assert part(lines, NEW) == ["追加、変更又は削除と表示された情報項目及び経路はない。"]
    assert part(lines, WHOM) == ["外部の受領者の記載はない。"]
    assert part(lines, CHANNELS) == ["経路の記載はない。"]
    assert part(lines, CHANGED) == ["前回までの了承: 記載なし"]
    assert part(lines, COVERAGE)[0].startswith("案件全体: 30分類のうち0分類。")


def test_lost_marks_make_what_is_new_unknown_and_not_absent() -> None:
    lost = {
        "format": "nagarezu/1",
        "id": "lost",
        "title": "印の失われた案件",
        "matters": [{"id": "m1", "title": "件", "kinds": ["link"], "emphasis_lost": True}],
    }
    lines = said(of_content(lost).sections[0])
    assert part(lines, NEW) == [
        "次の点が資料から分からないため、追加の範囲は確定できない：m1の変更箇所の表示。"
    ]
    assert "一覧の行は不詳、経路は不詳" in part(lines, CHANGED)[1]


def test_the_same_in_english() -> None:
    lines = said(document(own("library"), lang="en").sections[0])
    assert "# Part 1: Summary" in lines
    assert "利用者: 12,000 persons (as of 2019-04-01)" in lines
    assert "- Items: [added] 電子メールアドレス" in lines
    assert (
        "さくら情報株式会社: (partner) 3 items, subjects: 12,000 persons, "
        "reach: 36,000 person-items. Certified: ISMS" in lines
    )


def test_an_edited_case_says_what_was_assumed() -> None:
    import nagarezu as ng
    from nagarezu.report.paper import of_cases

    edited = ng.load(own("library")).without(item="email")
    lines = said(of_cases([edited]).sections[0])
    assert part(lines, "案件")[1].startswith("仮定: 情報項目 email がない場合")


def test_facts_are_named_for_those_who_cannot_see_them() -> None:
    labels = [b.label for b in document(own("library")).blocks() if isinstance(b, Facts)]
    assert labels == ["案件", WHO, WHOM, COVERAGE, CHANGED]


def test_a_paper_of_a_draft_says_what_nobody_has_confirmed() -> None:
    content = json.loads(own("library").read_text("utf-8"))
    content["subjects"][0]["provenance"] = [
        {"field": "label", "rule": "as_printed"},
        {"field": "counts", "rule": "as_printed", "review": "confirmed"},
    ]
    assert part(said(of_content(content).sections[0]), "案件")[1] == (
        "確認の状況: 資料から読み取った値2のうち1は、まだ人が確認していない"
    )


def test_a_measure_without_a_category_is_told_and_not_counted() -> None:
    content = json.loads(own("library").read_text("utf-8"))
    before = part(said(of_content(content).sections[0]), COVERAGE)
    assert not any(line.startswith("分類の決まらない対策") for line in before)
    measures = content["safeguards"]
    measures.append({**measures[0], "id": "plain", "position": "99", "categories": []})
    lines = part(said(of_content(content).sections[0]), COVERAGE)
    assert lines[0] == before[0]
    assert (
        f"分類の決まらない対策: 記載された{len(measures)}件のうち1件。上の数には入っていない"
        in lines
    )
