"""Agenda papers whose labels a bar parts from their values, and what they say of ways and links."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafts import draft, raised

SHEET = """朝霧市個人情報保護運営会議　諮問事項
件名　墓園の使用者の調査に係る業務の委託について
（担当課：緑地課）

１　事業の概要

事業名　墓園の使用者の調査
担当課　緑地課
目的　使用者に承継の手続を案内する。
対象者　市営墓園の使用の許可を受けている者
事業内容　{content}

２　業務委託
件名　墓園の使用者の調査に係る業務の委託について

保有課（担当課）　緑地課
登録業務の名称　墓園の使用許可
委託先　合同会社つむぎ調査
処理させる情報項目（だれの、どのような項目か）　対象者：市営墓園の使用の許可を受けている者
　　情報項目：
　　①氏名
　　②住所
　　③区画番号
処理させる情報項目の記録媒体　{media}
委託理由　職員だけでは期限までに終えられないため。
委託の内容　(1) 発送
　　(2) 集計
委託の開始時期及び期限　令和5年10月2日から令和6年2月28日まで
委託にあたり市が行う情報保護対策　【運用上の対策】
{own}
受託事業者に行わせる情報保護対策　【運用上の対策】
{partner}
{attached}
"""
USUAL = {
    "content": "調査を委託する。",
    "media": "紙（宛名一覧）、電磁的媒体（DVD-R）",
    "own": "　　1 宛名一覧は職員が手渡す。\n　　2 DVD-Rは職員が受け取りに行く。",
    "partner": "　　1 一覧は棚に納めさせる。",
    "attached": "",
}
LABELS = ("担当課", "目的", "対象者", "委託先", "記録媒体", "理由", "内容", "期限", "対策")


def paper(**parts: str) -> str:
    return SHEET.format(**{**USUAL, **parts})


def barred(bar: str) -> str:
    """The paper with a bar behind each label instead of the blank."""
    lines = []
    for line in paper().split("\n"):
        label, blank, value = line.partition("　")
        rows = label and blank and not label.startswith(("件名", "１", "２", "朝"))
        lines.append(f"{label}{bar}{value}" if rows else line)
    return "\n".join(lines)


def case(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).case.to_json())
    return found


def facts(text: str) -> tuple[list[str], list[str], list[str], int]:
    """Names of partners, items, groups, and how many measures there are."""
    made = case(text)
    outside = [each["label"] for each in made["holders"] if each.get("external")]
    items = [entry["label"] for each in made["lists"] for entry in each["entries"]]
    return outside, items, [e["label"] for e in made["subjects"]], len(made["safeguards"])


@pytest.mark.parametrize(
    "bar", ["　｜", "｜", "｜　", "　| ", "|", "│", " │ ", "　┃", "¦", "　　｜", " |"]
)
def test_a_bar_behind_the_label(bar: str) -> None:
    assert facts(barred(bar)) == (
        ["合同会社つむぎ調査"],
        ["氏名", "住所", "区画番号"],
        ["市営墓園の使用の許可を受けている者"],
        3,
    )


def test_bars_that_are_no_gutter() -> None:
    table = "| 番号 | 名称 |\n| 1 | 甲 |\n氏名｜フリガナ の欄を設ける。"
    blocks = draft(table).documents[0].blocks
    assert len(blocks) == 2


@pytest.mark.parametrize(
    "content",
    [
        "全ての使用者に調査票を送る。調査票は紙で送り、回答も紙で受け取る。",
        "調査票は紙で郵送し、回答は書面で受け取る。",
        "アンケート用紙は紙で送付する。",
        "使用者に案内状を送る。案内状は紙で送る。",
        "意向を調べる調査を行い、回答は紙で受け取る。",
        "返信用封筒は紙のものを送る。",
    ],
)
def test_what_persons_fill_in_goes_to_no_partner(content: str) -> None:
    assert not raised(paper(content=content))


def test_a_head_is_no_purpose_of_its_own() -> None:
    content = (
        "1 概要\n　　全ての使用者に名簿の記録を確かめる。\n■ 対象者\n　　使用の許可を受けている者"
    )
    assert not raised(paper(content=content))


@pytest.mark.parametrize("arrow", ["→", "⇒", "←"])
def test_drawn_lines_are_no_measures(arrow: str) -> None:
    sent = f"委託先　{arrow}　使用者：調査票（紙）を郵送する"
    drawn = f"資料1　情報の流れ\n{sent}\n使用者　{arrow}　委託先：回答（紙）を郵送する"
    assert len(case(paper(attached=drawn))["safeguards"]) == 3


@pytest.mark.parametrize(
    "own",
    [
        "宛名一覧は職員が手渡す。",
        "宛名一覧は、職員が委託先に手渡す。",
        "宛名一覧は封をした袋に入れ、職員が委託先へ手渡しする。",
        "宛名一覧は、職員と委託先の担当者が対面で受け渡す。",
    ],
)
def test_a_disk_of_the_row_that_nothing_uses(own: str) -> None:
    text = paper(
        media="紙（宛名一覧）、電磁的媒体（墓園システムのサーバ、DVD-R）", own=f"　　1 {own}"
    )
    assert raised(text) == {"medium_without_channel"}


@pytest.mark.parametrize(
    "own",
    [
        "　　1 宛名一覧は職員が手渡す。\n　　2 DVD-Rのファイルは暗号化する。",
        "　　1 書類は職員が手渡す。",
        "　　1 鍵を掛ける。",
    ],
)
def test_disks_that_may_be_used(own: str) -> None:
    assert not raised(paper(own=own))


@pytest.mark.parametrize(
    "told",
    [
        "訂正連絡票をファクシミリで委託先へ送る。",
        "宛名を直すときは、訂正票をファクシミリで委託先に送信する。",
        "追加の名簿は、FAXで委託先に送る。",
        "追加分の宛名は、ファックスにより委託先へ送る。",
    ],
)
def test_a_fax_beside_a_row_of_disks(told: str) -> None:
    own = f"　　1 DVD-Rは職員が手渡す。\n　　2 {told}"
    assert raised(paper(media="電磁的媒体（DVD-R）", own=own)) == {"channel_not_in_media"}
    assert not raised(paper(media="電磁的媒体（DVD-R）、紙", own=own))


@pytest.mark.parametrize(
    "told",
    [
        "事故の連絡はファクシミリで委託先から受ける。",
        "ファクシミリは使わない。",
        "日程の問合せはファクシミリで受ける。",
    ],
)
def test_a_fax_that_carries_nothing(told: str) -> None:
    own = f"　　1 DVD-Rは職員が手渡す。\n　　2 {told}"
    assert not raised(paper(media="電磁的媒体（DVD-R）", own=own))


DEMANDS = (
    "　　1 契約書に特記事項を付ける。\n　　2 {}\n　　3 取扱いの状況を四半期ごとに文書で報告させる。"
)
ANSWERS = (
    "　　1 契約書に付けた特記事項を守らせる。\n"
    "　　2 取扱いの状況を四半期ごとに文書で市に報告させる。"
)


@pytest.mark.parametrize(
    "asked",
    [
        "従事者に対する研修を年1回実施させる。",
        "作業に就く者の名簿を出させる。",
        "入退室を記録簿に書くよう求める。",
        "データの消去の証明書の提出を求める。",
    ],
)
def test_a_demand_that_a_short_column_leaves_out(asked: str) -> None:
    text = paper(media="紙", own=DEMANDS.format(asked), partner=ANSWERS)
    assert raised(text) == {"own_and_partner_differ"}


@pytest.mark.parametrize("own", ["職員が年1回立ち入る。", "保管庫の鍵は係長が持つ。"])
def test_what_the_own_side_does_itself(own: str) -> None:
    text = paper(media="紙", own=DEMANDS.format(own), partner=ANSWERS)
    assert not raised(text)
