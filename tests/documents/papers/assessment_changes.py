"""A list of changes of a 評価書 with tables of transfers.

Planted: two law items print one purpose and a section in common.
"""

from __future__ import annotations

from documents.parts import Cell, Finding, Line, Paper, recipient, reference, safeguards, table

PURPOSE = "医療費の助成の対象者を確かめるため"

PAPER = Paper(
    name="assessment_changes",
    family="assessment",
    title="変更箇所一覧（国民健康保険に関する事務 全項目評価書）",
    parts=(
        Line("変更箇所一覧（国民健康保険に関する事務 全項目評価書）", "title"),
        Line("Ⅰ 基本情報"),
        table(
            "基本情報",
            (Cell("変更した箇所", columns=2), "ページ", "事由等"),
            (Cell("2. 特定個人情報ファイルを取り扱う事務において使用するシステム", columns=4),),
            ("①システムの名称", Cell("国保資格システム", "system"), "4", "誤記の修正"),
            (
                "③他のシステムとの接続",
                Cell(
                    "[ ] 情報提供ネットワークシステム [○] 庁内連携システム "
                    "[○] 宛名システム等 [ ] その他",
                    "links",
                ),
                "5",
                "接続先の追加",
            ),
        ),
        Line("Ⅱ 特定個人情報ファイルの概要"),
        Line("（別紙1） 番号法第9条第1項別表に掲げる事務", "annex"),
        table(
            "移転",
            ("項番", "移転先", "移転先における用途", "ページ"),
            ("23", Cell("障害福祉課", "t1"), PURPOSE, "12"),
            ("44", Cell("障害福祉課\n高齢福祉課", "t2"), PURPOSE, "12"),
            ("68", Cell("介護保険課", "t3"), "保険料を定めるため", "13"),
        ),
        Line("Ⅲ 特定個人情報ファイルの取扱いプロセスにおけるリスク対策"),
        table(
            "対策",
            ("変更した箇所", "内容", "ページ", "事由等"),
            (
                "⑤物理的対策",
                Cell(
                    "[十分である] <選択肢> 1) 特に力を入れている 2) 十分である "
                    "3) 課題が残されている\n<本市における措置>\n"
                    "・サーバー室の扉を常に閉じ、入る者を記録する。\n"
                    "・サーバー・端末を床に固定する。",
                    "physical",
                ),
                "30",
                "設備の更新",
            ),
            (
                "⑥技術的対策",
                Cell(
                    "[十分である] <選択肢> 1) 特に力を入れている 2) 十分である "
                    "3) 課題が残されている\n<本市における措置>\n"
                    "・不正な通信を見張り、記録を調べる。",
                    "technical",
                ),
                "31",
                "設備の更新",
            ),
        ),
    ),
    facts=(
        recipient(1, "system", "国保資格システム", "process", 0),
        recipient(1, "links", "庁内連携システム", "link", 0),
        recipient(1, "links", "宛名システム等", "link", 0),
        recipient(1, "t1", "障害福祉課", "transfer", 0),
        recipient(1, "t2", "高齢福祉課", "transfer", 0),
        recipient(1, "t3", "介護保険課", "transfer", 0),
        *safeguards(1, "physical", "own", "physical", "1", "2"),
        *safeguards(1, "technical", "own", "technical", "1"),
        reference("annex", "別紙1", True),
    ),
    findings=(Finding("duplicated_row", ("t1", "t2")),),
    traps=(9, 16),
)
