"""An agenda sheet before 令和5年度: a link and an entrustment with clauses.

Planted: the work is due two months after the contract has ended.
"""

from __future__ import annotations

from documents.parts import (
    Break,
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
)

GROUP = "区立小学校に在籍する児童"
OWN_LINK = (
    "【運用上の対策】\n１ 接続する端末を学務課に置き、使う職員を限る。\n"
    "２ 職員に年１回の研修を受けさせる。\n"
    "【システム上の対策】\n１ 専用の回線を用い、通信を暗号化する。\n"
    "２ 操作の記録を取り、毎月確かめる。\n３ 認証に失敗した番号を使えなくする。"
)
OWN = (
    "【運用上の対策】\n１ 契約書に「特記事項」（別紙）を付け、守らせる。\n"
    "２ 作業の場所を庁内に限る。"
)
PARTNER = (
    "【運用上の対策】\n１ 作業をする者の名簿を提出させる。\n"
    "【システム上の対策】\n１ 改修に用いる端末に侵入を防ぐ仕組みを入れさせる。"
)
LINK_ITEMS = ("児童の氏名", "学年及び組", "食物アレルギーの有無", "保護者の氏名")

OVERVIEW = {
    "name": ("事業名", "学校給食費の公会計化"),
    "office": ("担当課", "学務課"),
    "purpose": ("目的", "給食費の徴収を学校から区に移し、教職員の負担を軽くする。"),
    "subjects": ("対象者", GROUP),
    "work": (
        "事業内容",
        "１ 概要\n給食費の管理に用いるシステムを改修し、口座振替の情報を金融機関に送る。\n"
        f"２ 対象者数\n{GROUP} １２，４５０人（令和３年５月１日現在）\n"
        "※ 情報の流れは、資料１２－１のとおり",
    ),
}
LINK = {
    "title": ("件名", "給食費管理システムの外部結合について"),
    "office": ("保有課(担当課)", "学務課"),
    "register": ("登録業務の名称", "学校給食の実施"),
    "items": (
        "結合される情報項目(だれの、どのような項目か)",
        f"１ 個人の範囲\n{GROUP}\n２ 情報項目\n"
        "（１） 児童の氏名\n（２） 学年及び組\n（３） 食物アレルギーの有無\n（４） 保護者の氏名",
    ),
    "partner": ("結合の相手方", "公益財団法人あけぼの学校給食会"),
    "reason": ("結合する理由", "献立を児童ごとに調えるため。"),
    "form": ("結合の形態", "専用回線による送信"),
    "time": ("結合の開始時期と期間", "令和３年９月１日から(次年度以降も、同様の結合を行う。)"),
    "own": ("情報保護対策", OWN_LINK),
}
ENTRUST = {
    "title": ("件名", "給食費管理システムの改修業務の委託について"),
    "office": ("保有課(担当課)", "学務課"),
    "register": ("登録業務の名称", "学校給食の実施"),
    "partner": ("委託先", "株式会社のぞみ計算センター"),
    "items": (
        "委託に伴い事業者処理させる情報項目(だれの、どのような項目か)",
        f"１ 個人の範囲\n{GROUP}\n２ 情報項目\n"
        "（１） 児童の氏名\n（２） 保護者の氏名\n（３） 振替口座",
    ),
    "medium": ("処理させる情報項目の記録媒体", "電磁的媒体(給食費管理システム)"),
    "reason": ("委託理由", "システムの改修に専門の知識が要るため。"),
    "content": ("委託の内容", "給食費管理システムの改修 令和４年５月"),
    "time": ("委託の開始時期及び期限", "令和３年７月１日から令和４年３月３１日まで"),
    "own": ("委託にあたり区が行う情報保護対策", OWN),
    "partner_own": ("受託事業者に行わせる情報保護対策", PARTNER),
}
CLAUSES = (
    ("秘密の保持", "乙は、この契約の履行で知った内容を他に漏らしてはならない。", "prohibition"),
    ("目的外の利用の禁止", "乙は、個人情報を契約の目的以外に用いてはならない。", "prohibition"),
    (
        "再委託の制限",
        "乙は、甲の承諾を得た場合を除き、業務を第三者に委ねてはならない。",
        "consent",
    ),
    ("事故の報告", "乙は、漏えいが起きたときは、直ちに甲に報告しなければならない。", "duty"),
)


def _clauses() -> list[Line]:
    lines = []
    for number, (heading, text, _) in enumerate(CLAUSES, start=1):
        lines.append(Line(f"（{heading}）", f"clause{number}"))
        lines.append(Line(f"第{'１２３４'[number - 1]}条 {text}"))
    return lines


PAPER = Paper(
    name="agenda_meal",
    family="agenda",
    title="学校給食費の公会計化に係る外部結合等について",
    parts=(
        Line("情報公開・個人情報保護審議会 諮問・報告事項"),
        sheet("表紙", "cover", {"title": ("件名", "学校給食費の公会計化に係る外部結合等について")}),
        Line("内容は別紙のとおり", "cover.annex"),
        Line("条例の根拠"),
        Line("【諮問】"),
        Line("◇第１７条第１項（外部結合）", "basis"),
        Line("【報告】"),
        Line("◇第１４条第１項（業務委託）"),
        Line("（担当部課：教育委員会事務局学務課）"),
        Break(),
        Line("事業の概要"),
        sheet("概要", "o", OVERVIEW),
        Break(),
        sheet("外部結合", "m1", LINK),
        Break(),
        sheet("業務委託", "m2", ENTRUST),
        Break(),
        Line("特記事項"),
        *_clauses(),
    ),
    facts=(
        subject("o.work", GROUP, (12450, "person", "2021-05-01", "exact")),
        *items(1, "m1.items", *LINK_ITEMS),
        *items(2, "m2.items", "児童の氏名", "保護者の氏名", "振替口座"),
        recipient(1, "m1.partner", "公益財団法人あけぼの学校給食会", "link"),
        recipient(2, "m2.partner", "株式会社のぞみ計算センター", "entrust"),
        *safeguards(1, "m1.own", "own", "operational", "1", "2"),
        *safeguards(1, "m1.own", "own", "system", "1", "2", "3"),
        *safeguards(2, "m2.own", "own", "operational", "1", "2"),
        *safeguards(2, "m2.partner_own", "partner", "operational", "1"),
        *safeguards(2, "m2.partner_own", "partner", "system", "1"),
        period(1, "m1.time", "令和３年９月１日から", "2021-09-01", None),
        period(2, "m2.content", "令和４年５月", "2022-05", "2022-05"),
        period(
            2, "m2.time", "令和３年７月１日から令和４年３月３１日まで", "2021-07-01", "2022-03-31"
        ),
        *(
            Fact(
                "clause",
                f"clause{number}",
                {
                    "matter": 2,
                    "number": number,
                    "heading": heading,
                    "obligor": "partner",
                    "modality": modality,
                },
            )
            for number, (heading, _, modality) in enumerate(CLAUSES, start=1)
        ),
        reference("cover.annex", "別紙", True),
        reference("o.work", "資料12-1"),
        reference("m2.own", "別紙特記事項", True),
    ),
    findings=(Finding("period_outside_contract", ("m2.content", "m2.time")),),
    traps=(2, 3, 13),
    markup=True,
)
