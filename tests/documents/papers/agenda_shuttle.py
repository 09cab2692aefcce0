"""An agenda sheet of 令和5年度 and later: a booking system, its contractor, a checklist. Clean."""

from __future__ import annotations

from documents.parts import (
    Break,
    Cell,
    Fact,
    Line,
    Paper,
    items,
    period,
    recipient,
    reference,
    sheet,
    subject,
    table,
)

OWN = "委託にあたり市が行う情報保護対策"
PARTNER = "受託事業者に行わせる情報保護対策"
BY_CITY, BY_FIRM = "市が行う個人情報保護対策", "受託事業者に行わせる個人情報保護対策"
OPERATIONAL, SYSTEM_SIDE = "【運用上の対策】", "【システム上の対策】"
# key, party and layer as printed, rows of mark and measure
RULES = (
    ("m1.c1", BY_CITY, OPERATIONAL, (
        ("○", "契約書に個人情報の取扱いを定めた特記事項を付け、守られているかを毎年確かめる。"),
        ("○", "作業場所への出入りを管理簿に記し、作業の前に手順の届出を受ける。"),
        ("ー", "紙の名簿を外へ運ぶときは、鍵の掛かる容器を用いる。"),
    )),
    ("m1.c2", BY_CITY, SYSTEM_SIDE, (
        ("○", "利用する職員ごとに番号と合言葉を割り当て、権限のない者の操作を防ぐ。"),
        ("○", "外部の回線から切り離した区画にサーバーを置く。"),
    )),
    ("m1.c3", BY_FIRM, OPERATIONAL, (
        ("○", "契約書の特記事項を守り、その状況を毎年報告する。"),
        ("ー", "作業に用いた帳票は、細断した上で証明書を提出する。"),
    )),
    ("m1.c4", BY_FIRM, SYSTEM_SIDE, (
        ("○", "操作の記録を一年間保存し、求めに応じて提出する。"),
    )),
)  # fmt: skip


def _checklist() -> tuple[list[tuple[Cell | str, ...]], list[Fact]]:
    rows: list[tuple[Cell | str, ...]] = [
        ("", "・対策が可能であれば「○」\n・対策の必要がない場合は「ー」", "個人情報保護対策")
    ]
    facts = []
    for name, who, where, measures in RULES:
        party = "partner" if who == BY_FIRM else "own"
        layer = "system" if where == SYSTEM_SIDE else "operational"
        head = f"開発等を委託する場合における{who}{where}"
        for number, (mark, text) in enumerate(measures, start=1):
            key = f"{name}.{number}"
            first = (Cell(head, rows=len(measures)),) if number == 1 else ()
            rows.append((*first, Cell(mark), Cell(text, key)))
            value = {"block": "1", "party": party, "layer": layer, "row": number}
            meaning = {"○": "yes", "ー": "not_needed"}[mark]
            facts.append(Fact("mark", key, {**value, "mark": meaning}))
            if meaning == "yes":
                stated = {"matter": 1, "party": party, "layer": layer, "position": str(number)}
                facts.append(Fact("safeguard", key, stated))
    return rows, facts


_ROWS, _MARKS = _checklist()

OVERVIEW = {
    "name": ("事業名", "予約制乗合送迎事業"),
    "office": ("担当課", "交通政策課"),
    "purpose": ("目的", "公共交通の空白地域に住む高齢者の外出を助けるため、予約制の送迎を始める。"),
    "subjects": ("対象者", "予約制乗合送迎の利用登録をした者"),
    "work": (
        "事業内容",
        "1 概要\n電話とインターネットで受けた予約を送迎予約システムで管理し、配車の計画を作る。\n"
        "2 対象者数\n予約制乗合送迎の利用登録をした者 2,480人（令和6年10月1日現在）\n"
        "※情報の流れは、資料3-1のとおり",
    ),
}
SYSTEM = {
    "title": ("件名", "送迎予約システムの導入について"),
    "office": ("保有課（担当課）", "交通政策課"),
    "register": ("登録業務の名称", "予約制乗合送迎利用者の登録"),
    "items": (
        "記録される情報項目（だれの、どのような項目が、どこのコンピュータに記録されるのか）",
        "1 個人の範囲\n予約制乗合送迎の利用登録をした者\n"
        "2 記録項目\n①氏名 ②住所 ③生年月日 ④電話番号 ⑤電子メールアドレス（任意） ⑥乗降場所\n"
        "3 記録するコンピュータ\n送迎予約システム",
    ),
    "reason": (
        "新規開発・追加・変更の理由",
        "予約と配車を一つの仕組みで扱い、待ち時間を縮めるため。",
    ),
    "content": ("新規開発・追加・変更の内容", "送迎予約システムを新たに開発する。"),
    "own": ("開発等を委託する場合における個人情報保護対策", "別紙チェックリストのとおり"),
    "time": ("新規開発・追加・変更の時期", "令和7年1月 開発\n令和7年4月1日 稼働"),
}
ENTRUST = {
    "title": ("件名", "送迎予約システムの開発業務の委託について"),
    "office": ("保有課（担当課）", "交通政策課"),
    "register": ("登録業務の名称", "予約制乗合送迎利用者の登録"),
    "partner": ("委託先", "株式会社ひかり交通情報（プライバシーマークを取得）"),
    "items": (
        "委託に伴い事業者に処理させる情報項目（だれの、どのような項目か）",
        "【予約制乗合送迎の利用登録をした者】\n"
        "①氏名 ②住所 ③生年月日 ④電話番号 ⑤電子メールアドレス（任意） ⑥乗降場所",
    ),
    "medium": ("処理させる情報項目の記録媒体", "電磁的媒体（送迎予約システム）"),
    "reason": ("委託理由", "予約の仕組みの開発に専門の技術が要るため。"),
    "content": ("委託の内容", "送迎予約システムの開発及び試験"),
    "time": ("委託の開始時期及び期限", "令和6年12月16日から令和7年3月31日まで"),
    "own": (OWN, "別紙チェックリストのとおり"),
    "partner_own": (PARTNER, "別紙チェックリストのとおり"),
}
LABELS = ("氏名", "住所", "生年月日", "電話番号", "電子メールアドレス", "乗降場所")

PAPER = Paper(
    name="agenda_shuttle",
    family="agenda",
    title="予約制乗合送迎事業に係る送迎予約システムの導入等について",
    parts=(
        Line("個人情報保護管理運営会議 付議事項"),
        table(
            "表紙",
            ("件名", Cell("予約制乗合送迎事業に係る送迎予約システムの導入等について", "title")),
        ),
        Line("内容は別紙のとおり", "cover.annex"),
        Line("要綱の根拠"),
        Line("◇第4条第1項第2号（電算処理、業務委託）", "basis"),
        Line("（担当部課：都市整備部交通政策課）"),
        Break(),
        Line("事業の概要"),
        sheet("概要", "o", OVERVIEW),
        Break(),
        sheet("様式1", "m1", SYSTEM),
        Break(),
        sheet("様式2", "m2", ENTRUST),
        Break(),
        Line("1 電算処理にかかる個人情報保護対策チェックリスト", "checklist"),
        table("チェックリスト", *_ROWS),
    ),
    facts=(
        subject(
            "o.work",
            "予約制乗合送迎の利用登録をした者",
            (2480, "person", "2024-10-01", "exact"),
        ),
        *items(1, "m1.items", *LABELS, optional=("電子メールアドレス",)),
        *items(2, "m2.items", *LABELS, optional=("電子メールアドレス",)),
        recipient(1, "m1.items", "送迎予約システム", "process", 0),
        recipient(2, "m2.partner", "株式会社ひかり交通情報", "entrust"),
        period(1, "m1.time", "令和7年1月", "2025-01", "2025-01"),
        period(1, "m1.time", "令和7年4月1日", "2025-04-01", None),
        period(2, "m2.time", "令和6年12月16日から令和7年3月31日まで", "2024-12-16", "2025-03-31"),
        reference("cover.annex", "別紙", True),
        reference("o.work", "資料3-1"),
        reference("m1.own", "別紙チェックリスト", True),
        *_MARKS,
    ),
    traps=(13,),
)
