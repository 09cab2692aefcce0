"""A 個人情報ファイル簿: one wide table, a file in each row. Clean."""

from __future__ import annotations

from documents.parts import Cell, Fact, Line, Paper, items, recipient, subject, table

HEAD = (
    "個人情報ファイルの名称",
    "行政機関等の名称",
    "利用に供される事務をつかさどる組織の名称",
    "個人情報ファイルの利用目的",
    "記録項目",
    "記録範囲",
    "記録情報の収集方法",
    "要配慮個人情報が含まれるときは、その旨",
    "記録情報の経常的提供先",
    "備考",
)
# name, office, purpose, items, scope, sensitive, recipients
FILES = (
    (
        "がん検診受診者ファイル", "健康推進課", "がん検診の受診を勧めるため",
        ("氏名", "性別", "生年月日", "住所", "検診の結果"),
        "がん検診を受けた市民", "含む", ("ひばり県立がん対策センター",),
    ),
    (
        "図書館利用者ファイル", "中央図書館", "図書の貸出しを管理するため",
        ("利用者番号", "氏名", "住所", "電話番号"),
        "図書館の利用登録をした者", "含まない", (),
    ),
    (
        "市営住宅入居者ファイル", "住宅課", "市営住宅の家賃を定めるため",
        ("氏名", "入居年月日", "世帯の収入", "家賃の額", "連帯保証人の氏名"),
        "市営住宅の入居者及び連帯保証人", "含まない", ("一般財団法人すまい管理公社", "ひばり県"),
    ),
)  # fmt: skip


def _rows() -> list[tuple[Cell | str, ...]]:
    rows: list[tuple[Cell | str, ...]] = [HEAD]
    for number, (name, office, purpose, labels, scope, sensitive, to) in enumerate(FILES, start=1):
        listed = "、".join(f"{place}{label}" for place, label in enumerate(labels, start=1))
        rows.append((
            name, "けやき市長", office, purpose,
            Cell(listed, f"f{number}.items"), Cell(scope, f"f{number}.scope"),
            "本人からの届出", sensitive,
            Cell("、".join(to) or "なし", f"f{number}.to"), "",
        ))  # fmt: skip
    return rows


def _facts() -> list[Fact]:
    facts = []
    for number, (_, _, _, labels, scope, _, to) in enumerate(FILES, start=1):
        facts.append(subject(f"f{number}.scope", scope))
        facts += items(number, f"f{number}.items", *labels)
        facts += [recipient(number, f"f{number}.to", name, "provide") for name in to]
    return facts


PAPER = Paper(
    name="register_files",
    family="register",
    title="個人情報ファイル簿",
    parts=(Line("個人情報ファイル簿", "title"), table("ファイル簿", *_rows())),
    facts=tuple(_facts()),
    traps=(9,),
)
