"""Parts of a 全項目評価書: file outline, entrustment with a sub-contractor, risks. Clean."""

from __future__ import annotations

from documents.parts import (
    Break,
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
    name="assessment_full",
    family="assessment",
    title="特定個人情報保護評価書（全項目評価書） 児童扶養手当に関する事務",
    header="特定個人情報保護評価書（全項目評価書） 令和4年4月 様式4",
    parts=(
        Line("特定個人情報保護評価書（全項目評価書）", "title"),
        Line("Ⅰ 基本情報"),
        table(
            "事務",
            ("①事務の名称", "児童扶養手当に関する事務"),
            ("②事務の内容", "手当の認定の請求を受け、資格を審査する。詳しくは別添1のとおり"),
            ("①システムの名称", Cell("児童扶養手当システム", "system")),
        ),
        Line("（別添1） 事務の内容", "flow"),
        Line("1. 請求者から認定請求書を受け付ける。"),
        Line("Ⅱ 特定個人情報ファイルの概要"),
        table(
            "ファイル",
            ("①ファイルの種類", "システム用ファイル"),
            ("②対象となる本人の数", Cell("1,000人以上1万人未満", "count")),
            ("③対象となる本人の範囲", Cell("児童扶養手当の受給資格者", "scope")),
            ("④記録される項目", Cell("別添2のとおり", "items.annex")),
        ),
        table(
            "委託",
            ("委託事項1", "システムの保守"),
            ("①委託内容", "障害の調査及び改修"),
            ("⑤委託先名", Cell("株式会社あさぎり情報", "partner")),
            ("⑥再委託の有無", "再委託する"),
            ("⑧再委託先名", Cell("有限会社せせらぎ技研", "sub")),
        ),
        Line("（別添2） 特定個人情報ファイル記録項目", "items"),
        Line("1．個人番号 2．氏名 3．生年月日 4．所得の額 5．振込口座", "items.list"),
        Break(),
        Line("Ⅲ リスク対策"),
        table(
            "リスク",
            (
                "リスクに対する措置の内容",
                Cell("・操作する者を限る。\n・操作の記録を調べる。", "risk"),
            ),
            ("リスクへの対策は十分か", "[十分である] <選択肢> 1) 特に力を入れている 2) 十分である"),
        ),
    ),
    facts=(
        subject("count", "児童扶養手当の受給資格者", (1000, "person", None, "at_least")),
        subject("count", "児童扶養手当の受給資格者", (9999, "person", None, "at_most")),
        *items(1, "items.list", "個人番号", "氏名", "生年月日", "所得の額", "振込口座"),
        recipient(1, "system", "児童扶養手当システム", "process", 0),
        recipient(1, "partner", "株式会社あさぎり情報", "entrust"),
        recipient(1, "sub", "有限会社せせらぎ技研", "reentrust", 2),
        *safeguards(1, "risk", "own", "unspecified", "1", "2"),
        reference("flow", "別添1", True),
        reference("items", "別添2", True),
    ),
    traps=(8, 16),
)
