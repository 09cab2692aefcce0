"""A 個人情報ファイル簿 as a sheet of one file, label by label. Planted: an item stands twice."""

from __future__ import annotations

from documents.parts import Cell, Finding, Line, Paper, items, recipient, subject, table

ITEMS = "①氏名、②住所、③生年月日、④電話番号、⑤避難先、⑥住所、⑦支援者の氏名（任意）"

PAPER = Paper(
    name="register_card",
    family="register",
    title="個人情報ファイル簿（単票）",
    parts=(
        Line("個人情報ファイル簿（単票）", "title"),
        table(
            "単票",
            ("個人情報ファイルの名称", "避難行動要支援者名簿ファイル"),
            ("行政機関等の名称", "みさき村長"),
            ("個人情報ファイルが利用に供される事務をつかさどる組織の名称", "総務課防災係"),
            ("個人情報ファイルの利用目的", "災害のときに避難の支援を行うため"),
            ("記録項目", Cell(ITEMS, "items")),
            ("記録範囲", Cell("避難行動要支援者", "scope")),
            ("記録情報の収集方法", "本人又は家族からの申出"),
            ("要配慮個人情報が含まれるときは、その旨", Cell("含む（障害の区分）", "care")),
            ("記録情報の経常的提供先", Cell("みさき村消防団、みさき警察署", "to")),
            ("開示請求等を受理する組織の名称及び所在地", "総務課 みさき村大字浜1番地"),
            ("訂正及び利用停止に関する他の法令の規定による特別の手続等", "なし"),
            ("個人情報ファイルの種別", "電算処理ファイル"),
            ("備考", ""),
        ),
    ),
    facts=(
        subject("scope", "避難行動要支援者"),
        *items(
            1,
            "items",
            "氏名",
            "住所",
            "生年月日",
            "電話番号",
            "避難先",
            "住所",
            "支援者の氏名",
            optional=("支援者の氏名",),
        ),
        recipient(1, "to", "みさき村消防団", "provide"),
        recipient(1, "to", "みさき警察署", "provide"),
    ),
    findings=(
        Finding("duplicated_row", ("items",)),
        Finding("claimed_item_unlisted", ("care",)),
    ),
    traps=(13,),
)
