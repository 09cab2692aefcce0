"""A delegation with counts in three units, a row that goes on over a page, and marked changes.

Planted: the checklist says the same under both parties, word for word.
"""

from __future__ import annotations

from documents.parts import (
    Break,
    Cell,
    Fact,
    Finding,
    Line,
    Paper,
    items,
    period,
    recipient,
    reference,
    safeguards,
    sheet,
    subject,
    table,
)

TITLE = "灯油購入費助成金の支給に関する事務の委任について（情報項目の追加）"
SAME = (
    "取り扱う者を名簿に載せ、載っていない者には扱わせない。",
    "書類は鍵の掛かる棚に納め、持ち出さない。",
)
OVERVIEW = {
    "name": ("事業名", "灯油購入費助成金の支給"),
    "office": ("担当課", "福祉総務課"),
    "purpose": ("目的", "冬の暮らしを支えるため、灯油の購入費の一部を助成する。"),
    "subjects": ("対象者", "市民税が課されない世帯に属する者"),
    "work": (
        "事業内容",
        "1 概要\n申請書の受付と審査を社会福祉協議会に委任する。\n"
        "2 対象者数等（平成31年1月1日現在）\n"
        "・市民税が課されない世帯に属する者 9,310人\n"
        "・市民税が課されない世帯に属する者 約5,200世帯\n"
        "3 前年度の実績\n・灯油購入費助成金の申請をした者（件数） 4,075件（平成29年度実績）",
    ),
}
DELEGATE = {
    "title": ("件名", TITLE),
    "office": ("保有課（担当課）", "福祉総務課"),
    "register": ("登録業務の名称", "低所得世帯の支援"),
    "partner": ("委任先", "社会福祉法人なぎさ市社会福祉協議会"),
    "items": (
        "委任に伴い事業者に処理させる情報項目（だれの、どのような項目か）",
        "1 個人の範囲\n市民税が課されない世帯に属する者\n"
        "2 情報項目\n氏名、住所、生年月日、世帯員の数、[[振込先の口座]]",
    ),
    "medium": ("処理させる情報項目の記録媒体", "紙及び電磁的媒体（助成金管理システム）"),
    "reason": ("委任理由", "申請者に近い窓口で受け付けるため。"),
    "content": ("委任の内容", "ア 申請書の受付\nイ 申請書の審査\nウ [[口座の登録]]"),
    "time": ("委任の開始時期及び期限", "平成31年1月15日から平成31年3月31日まで"),
    "own": (
        "委任にあたり市が行う情報保護対策",
        "【運用上の対策】\n1 協定書に個人情報の扱いを定める。\n2 立入りの検査を年に一度行う。",
    ),
}
REST = (
    "【システム上の対策】\n1 助成金管理システムの番号を扱う者ごとに割り当てる。\n"
    "2 外部の回線につながない。"
)
PARTNER = ("委任先に行わせる情報保護対策", "別紙チェックリストのとおり")


def _rows() -> list[tuple[Cell | str, ...]]:
    rows: list[tuple[Cell | str, ...]] = [
        ("", "・対策が可能であれば「○」・対策の必要がない場合は「ー」", "個人情報保護対策")
    ]
    for party, head in (("own", "委任にあたり市が行う"), ("partner", "委任先に行わせる")):
        for number, text in enumerate(SAME, start=1):
            label = Cell(f"{head}個人情報保護対策【運用上の対策】", rows=len(SAME))
            first = (label,) if number == 1 else ()
            rows.append((*first, "○", Cell(text, f"check.{party}.{number}")))
    return rows


def _marks() -> list[Fact]:
    facts = []
    for party in ("own", "partner"):
        for number in range(1, len(SAME) + 1):
            key = f"check.{party}.{number}"
            value = {"block": "1", "party": party, "layer": "operational", "row": number}
            facts.append(Fact("mark", key, {**value, "mark": "yes"}))
            # The own measures of the sheet have the same numbers: facts are a set.
            if party == "partner":
                facts += safeguards(1, key, party, "operational", str(number))
    return facts


PAPER = Paper(
    name="agenda_benefit",
    family="agenda",
    title=TITLE,
    parts=(
        Line("情報公開・個人情報保護審議会 諮問・報告事項"),
        sheet("表紙", "cover", {"title": ("件名", TITLE)}),
        Line("条例の根拠"),
        Line("【報告】"),
        Line("◇第１４条第１項（委任）", "basis"),
        Line("（担当部課：福祉部福祉総務課）"),
        Break(),
        Line("事業の概要"),
        sheet("概要", "o", OVERVIEW),
        Break(),
        Line("※太ゴシック（下線）は、平成29年度第4回本審議会了承事項からの変更内容"),
        sheet("委任", "m1", DELEGATE),
        Break(),
        table(
            "委任（続き）",
            ("", Cell(REST, "m1.rest")),
            (PARTNER[0], Cell(PARTNER[1], "m1.partner_own")),
        ),
        Break(),
        Line("1 委任にかかる個人情報保護対策チェックリスト"),
        table("チェックリスト", *_rows()),
    ),
    facts=(
        subject(
            "o.work", "市民税が課されない世帯に属する者", (9310, "person", "2019-01-01", "exact")
        ),
        subject(
            "o.work",
            "市民税が課されない世帯に属する者",
            (None, "household", "2019-01-01", "unknown"),
        ),
        subject("o.work", "灯油購入費助成金の申請をした者", (4075, "record", "FY2017", "exact")),
        *items(1, "m1.items", "氏名", "住所", "生年月日", "世帯員の数", "振込先の口座"),
        recipient(1, "m1.partner", "社会福祉法人なぎさ市社会福祉協議会", "delegate"),
        *safeguards(1, "m1.own", "own", "operational", "1", "2"),
        *safeguards(1, "m1.rest", "own", "system", "1", "2"),
        period(1, "m1.time", "平成31年1月15日から平成31年3月31日まで", "2019-01-15", "2019-03-31"),
        reference("m1.partner_own", "別紙チェックリスト", True),
        *_marks(),
    ),
    findings=(Finding("partner_column_identical", ("check.own.1", "check.partner.1")),),
    # The title announces an addition; a format without emphasis no longer says which item it is.
    without_emphasis=(Finding("title_without_content", ("m1.items",)),),
    traps=(4, 12, 14),
    markup=True,
)
