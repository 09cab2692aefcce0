"""A 重点項目評価書: items and a table of changes with before and after. Clean."""

from __future__ import annotations

from documents.parts import (
    Cell,
    Line,
    Paper,
    items,
    recipient,
    reference,
    safeguards,
    subject,
    table,
)

PAPER = Paper(
    name="assessment_focus",
    family="assessment",
    title="特定個人情報保護評価書（重点項目評価書） 予防接種に関する事務",
    parts=(
        Line("特定個人情報保護評価書（重点項目評価書）", "title"),
        Line("Ⅰ 基本情報"),
        table(
            "事務",
            ("①事務の名称", "予防接種に関する事務"),
            ("システム1\n①システムの名称", Cell("健康管理システム", "system")),
        ),
        Line("Ⅱ 特定個人情報ファイルの概要"),
        table(
            "ファイル",
            ("②対象となる本人の数", Cell("10万人以上100万人未満", "count")),
            ("③対象となる本人の範囲", Cell("予防接種の対象者", "scope")),
            ("⑤提供・移転の有無", "提供を行っている（1件）"),
            ("提供先1", Cell("国立予防医学研究所", "provide")),
            ("①法令上の根拠", "番号法第19条第8号"),
        ),
        Line("（別添1） 特定個人情報ファイル記録項目", "items"),
        Line("①氏名 ②住所 ③個人番号 ④接種の年月日 ⑤接種の種類", "items.list"),
        Line("Ⅲ リスク対策"),
        table(
            "リスク",
            (
                "措置の内容",
                Cell(
                    "1 接種の記録を見る職員を限る。\n2 端末から離れるときは画面を閉じる。",
                    "risk",
                ),
            ),
        ),
        Line("（別添2） 変更箇所", "changes"),
        table(
            "変更",
            ("変更日", "項目", "変更前の記載", "変更後の記載", "提出時期", "提出時期に係る説明"),
            (
                "令和5年6月1日",
                "Ⅰ ①システムの名称",
                "保健システム",
                "健康管理システム",
                "事後",
                "名称の変更のため",
            ),
        ),
    ),
    facts=(
        subject("count", "予防接種の対象者", (100000, "person", None, "at_least")),
        subject("count", "予防接種の対象者", (999999, "person", None, "at_most")),
        *items(1, "items.list", "氏名", "住所", "個人番号", "接種の年月日", "接種の種類"),
        recipient(1, "system", "健康管理システム", "process", 0),
        recipient(1, "provide", "国立予防医学研究所", "provide"),
        *safeguards(1, "risk", "own", "unspecified", "1", "2"),
        reference("items", "別添1", True),
        reference("changes", "別添2", True),
    ),
    traps=(13,),
)
