"""A 個人情報取扱事務登録簿 with merged heads over two rows and columns in another order. Clean."""

from __future__ import annotations

from documents.parts import Cell, Line, Paper, items, recipient, subject, table

PAPER = Paper(
    name="register_tasks",
    family="register",
    title="個人情報取扱事務登録簿",
    parts=(
        Line("個人情報取扱事務登録簿", "title"),
        table(
            "登録簿",
            (
                Cell("番号", rows=2),
                Cell("個人情報取扱事務の名称", rows=2),
                Cell("事務の目的", rows=2),
                Cell("個人情報の対象者の範囲", rows=2),
                Cell("個人情報", columns=2),
                Cell("経常的提供先", rows=2),
                Cell("所管課", rows=2),
            ),
            ("基本的事項", "心身に関する事項"),
            (
                "1",
                "介護予防教室に関する事務",
                "教室の参加者を管理するため",
                Cell("介護予防教室の参加者", "t1.scope"),
                Cell("氏名、住所、電話番号", "t1.basic"),
                Cell("健康状態", "t1.body"),
                Cell("ゆうひ市地域包括支援センター", "t1.to"),
                "高齢福祉課",
            ),
            (
                "2",
                "放課後児童クラブに関する事務",
                "入所の可否を定めるため",
                Cell("入所を申し込んだ児童及びその保護者", "t2.scope"),
                Cell("氏名、生年月日、勤務先", "t2.basic"),
                Cell("病歴、障害の有無", "t2.body"),
                Cell("－", "t2.to"),
                "子ども課",
            ),
        ),
    ),
    facts=(
        subject("t1.scope", "介護予防教室の参加者"),
        *items(1, "t1.basic", "1=氏名", "2=住所", "3=電話番号"),
        *items(1, "t1.body", "4=健康状態"),
        recipient(1, "t1.to", "ゆうひ市地域包括支援センター", "provide"),
        subject("t2.scope", "入所を申し込んだ児童及びその保護者"),
        *items(2, "t2.basic", "1=氏名", "2=生年月日", "3=勤務先"),
        *items(2, "t2.body", "4=病歴", "5=障害の有無"),
    ),
    traps=(13,),
)
