"""A 諮問書 numbered 1, (1), ア, (ア): all partners stand in sentences, a remark follows a list.

Planted: the remark says that nothing but two items is handed over, the list of the site has three.
"""

from __future__ import annotations

from documents.parts import Finding, Line, Paper, items, period, recipient, safeguards, subject

PAPER = Paper(
    name="answer_vaccine",
    family="answer",
    title="予防接種の予約受付に係る業務の委託について（諮問）",
    parts=(
        Line("令和3年2月3日"),
        Line("ほしぞら市情報公開・個人情報保護審議会会長 様"),
        Line("ほしぞら市長"),
        Line("予防接種の予約受付に係る業務の委託について（諮問）", "title"),
        Line("次の事項について、貴審議会の意見を求めます。"),
        Line("1 諮問の趣旨"),
        Line("電話が集中するため、予約の受付を外部に任せたい。"),
        Line("2 業務の説明"),
        Line("(1) 対象者"),
        Line("接種の対象となる住民 26,800人（令和3年1月1日現在）", "subjects"),
        Line("(2) 取り扱う情報の項目"),
        Line("ア 予約受付サイトで扱う項目", "list"),
        Line("(ア) 接種券番号", "i1"),
        Line("(イ) 氏名", "i2"),
        Line("(ウ) 生年月日", "i3"),
        Line("(3) 委託先"),
        Line("有限会社つばめ情報を委託先とする。", "partner"),
        Line("電話の受付は、同社から株式会社なないろコールに再委託する。", "partner2"),
        Line("(4) 安全管理措置"),
        Line("ア 市の措置"),
        Line("(ア) 端末を置く部屋は、施錠する。", "s1"),
        Line("(イ) 年に2回、職員に研修を行う。", "s2"),
        Line("イ 委託先の措置"),
        Line("(ア) 利用者ごとにIDとパスワードを付与する。", "p1"),
        Line("(イ) 操作の記録を3年間保存する。", "p2"),
        Line("ただし、予約受付サイトには、接種券番号及び生年月日のみを渡す。", "but"),
        Line("(5) 委託期間"),
        Line("令和3年4月1日から令和4年3月31日まで", "time"),
    ),
    facts=(
        subject("subjects", "接種の対象となる住民", (26800, "person", "2021-01-01", "exact")),
        *items(1, "i1", "1=接種券番号"),
        *items(1, "i2", "2=氏名"),
        *items(1, "i3", "3=生年月日"),
        recipient(1, "list", "予約受付サイト", "process", 0),
        recipient(1, "partner", "有限会社つばめ情報", "entrust"),
        recipient(1, "partner2", "株式会社なないろコール", "reentrust", 2),
        *safeguards(1, "s1", "own", "unspecified", "ア"),
        *safeguards(1, "s2", "own", "unspecified", "イ"),
        *safeguards(1, "p1", "partner", "unspecified", "ア"),
        *safeguards(1, "p2", "partner", "unspecified", "イ"),
        period(1, "time", "令和3年4月1日から令和4年3月31日まで", "2021-04-01", "2022-03-31"),
    ),
    findings=(Finding("claim_against_list", ("but", "i2")),),
    traps=(10,),
)
