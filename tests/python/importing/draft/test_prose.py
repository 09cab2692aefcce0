"""Numbered prose: who is told in a sentence, whom a remark is about, what a criterion cites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import nagarezu as ng
from nagarezu.importing.blocks import Place
from nagarezu.importing.draft.draft import Draft
from nagarezu.importing.draft.prose import told as prose_told
from nagarezu.importing.numbering import outline
from nagarezu.importing.passage import Passage


def passage(text: str) -> Passage:
    return Passage.of(text, Place("d", 1, "1"))


A, B = "株式会社はなみずき", "有限会社ほしのは"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"委託先は{A}とする。", [([A], False, "")]),
        (
            f"委託先は{A}とし、印刷は同社から{B}に再委託する。",
            [([A], False, ""), ([B], True, "同社")],
        ),
        (
            f"{A}（以下「A社」という。）からみどり印刷株式会社へ再委託を行う。",
            [(["みどり印刷株式会社"], True, A)],
        ),
        (
            "契約の相手方は一般財団法人ひばりセンターである。",
            [(["一般財団法人ひばりセンター"], False, "")],
        ),
        (f"{B}を受託者とする。", [([B], False, "")]),
        (f"{A}に印刷を委託し、封入を{B}に委託する。", [([A], False, ""), ([B], False, "")]),
        (
            f"みどり情報株式会社、{A}及び{B}に委託する。",
            [(["みどり情報株式会社", A, B], False, "")],
        ),
        (f"{A}は、{B}に再委託する。", [([B], True, A)]),
        ("印刷ははなみずき株式会社に委託する。", [(["はなみずき株式会社"], False, "")]),
        (f"令和4年4月から{A}と委託契約を締結する。", [([A], False, "")]),
    ],
)
def test_names_are_told_without_the_sentence_around_them(
    text: str, told: list[tuple[list[str], bool, str]]
) -> None:
    found, unread = prose_told.read(passage(text))
    assert [([n.label for n in one.names], one.again, one.giver) for one in found] == told
    assert not unread


@pytest.mark.parametrize(
    "text",
    [
        "委託先は今後入札により決定する。",
        "委託先の選定は公募による。",
        "<script>alert(1)</script>に委託する。",
        "=cmd|'x'!A1に委託する。",
        "あ" * 10_000 + "に委託する。",
    ],
)
def test_a_sentence_without_a_name_is_listed_and_is_no_label(text: str) -> None:
    found, unread = prose_told.read(passage(text))
    assert found == []
    assert [each.text for each in unread] == [text]


def test_who_is_not_or_no_longer_entrusted_is_no_partner() -> None:
    assert prose_told.read(passage(f"{A}には再委託しない。"))[0] == []
    told, _ = prose_told.read(passage(f"{A}に委託していたが、今後は{B}に委託する。"))
    assert [name.label for one in told for name in one.names] == [B]


def test_that_nobody_is_entrusted_is_no_lost_name() -> None:
    assert prose_told.read(passage("再委託は行わない。")) == ([], [])


def test_a_citation_at_the_start_of_a_line_is_no_number() -> None:
    text = "(1) 措置の有無\n(2)のアの(ア)により講じられている。\n(2) 監督\n2の(1)ア、(2)イのとおり"
    _, nodes = outline(passage(text))
    assert [(node.mark, len(node.children)) for node in nodes] == [("(1)", 0), ("(2)", 0)]


PAPER = """みずうみ市個人情報保護審議会答申第9号
令和3年5月10日
みずうみ市長 様
みずうみ市個人情報保護審議会
通知の発送に係る業務の委託について（答申）

1 審議会の結論
適当と認める。
2 実施機関の説明要旨
(1) 対象者
利用者 300人（令和3年4月1日現在）
(2) 取り扱う個人情報
ア 管理システムで管理する項目
(ア) 氏名
(イ) 住所
(ウ) 書名
イ 通知サービスに渡す項目
(ア) 氏名
(イ) 書名
(3) 委託先
委託先は株式会社はなみずきとし、通知は同社から合同会社ほしに再委託する。
(4) 安全管理措置
ア 市の措置
(ア) 端末を施錠して保管する。
(イ) 研修を行う。
イ 委託先の措置
(ア) 通信を暗号化する。
(イ) 操作の記録を保存する。
なお、通知サービスには氏名のみを渡し、住所は渡さない。
3 検討結果
次の観点により検討した。
(1) 盗難を防ぐこと
(4)ア(ア)により講じられている。
(2) 漏えいを防ぐこと
2の(4)のイの(ア)、(4)イ(エ)により講じられている。
(3) 監督
(2)で述べたとおりである。
"""


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    path = Path(tmp_path_factory.mktemp("prose")) / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    return ng.import_document(path, sources=("d",))


def _labels(draft: Draft, kind: str) -> dict[str, str]:
    return {each["id"]: each["label"] for each in draft.content[kind]}


def test_who_gets_which_list_and_from_whom(draft: Draft) -> None:
    names, lists = _labels(draft, "holders"), _labels(draft, "lists")
    flows = [
        (
            names[flow["from"]],
            names[flow["to"][0]],
            flow["relation"],
            [lists[each] for each in flow.get("lists", [])],
        )
        for flow in draft.content["flows"]
    ]
    managed, handed = "管理システムで管理する項目", "通知サービスに渡す項目"
    assert flows == [
        ("みずうみ市", "管理システム", "process", [managed]),
        ("みずうみ市", "通知サービス", "process", [handed]),
        ("みずうみ市", "株式会社はなみずき", "entrust", [managed]),
        ("株式会社はなみずき", "合同会社ほし", "reentrust", [handed]),
    ]
    tiers = {each["label"]: each.get("tier") for each in draft.content["holders"]}
    assert (tiers["株式会社はなみずき"], tiers["合同会社ほし"]) == (1, 2)


def test_a_remark_after_a_list_speaks_of_whom_it_names(draft: Draft) -> None:
    assert [each["label"] for each in draft.content["safeguards"]][-1] == "操作の記録を保存する。"
    names, items = _labels(draft, "holders"), _labels(draft, "items")
    claims = [
        (each["kind"], [names[h] for h in each["holders"]], [items[i] for i in each["items"]])
        for each in draft.content["claims"]
        if each["kind"] != "count"
    ]
    assert sorted(claims, reverse=True) == [
        ("only", ["通知サービス"], ["氏名"]),
        ("never", ["通知サービス"], ["住所"]),
    ]


def test_a_remark_may_name_a_company(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER.replace("なお、通知サービスには", "なお、合同会社ほしには"), "utf-8")
    content = ng.import_document(path, sources=("d",)).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    held = [names[each["holders"][0]] for each in content["claims"] if each["kind"] != "count"]
    assert held == ["合同会社ほし"] * 2


def test_criteria_cite_by_the_printed_path(draft: Draft) -> None:
    measures: dict[str, Any] = {
        each["id"]: (each["party"], each["position"]) for each in draft.content["safeguards"]
    }
    read = [
        [(ref["label"], measures.get(ref.get("measure"))) for ref in each["references"]]
        for each in draft.content["criteria"]
    ]
    assert read == [
        [("(4)ア(ア)", ("own", "ア"))],
        [("2の(4)のイの(ア)", ("partner", "ア")), ("(4)イ(エ)", None)],
    ]
    missing = draft.content["criteria"][1]["references"][1]
    assert [measures[each] for each in missing["candidates"]] == [
        ("partner", "イ"),
        ("partner", "ア"),
    ]
    columns = {each["name"]: each["values"] for each in draft.case.frame("findings")["columns"]}
    assert {"crosswalk_unresolved", "claim_against_list"} <= set(columns["code"])


def _draft(folder: Path, body: str) -> Draft:
    path = folder / "paper.txt"
    start, rest = PAPER.split("(3) 委託先\n")
    path.write_text(start + body + rest.split("\n", 1)[1], encoding="utf-8")
    return ng.import_document(path, sources=("d",))


def _outside(draft: Draft) -> list[str]:
    return [each["label"] for each in draft.content["holders"] if each.get("external")]


def test_partners_told_under_another_head(tmp_path: Path) -> None:
    draft = _draft(tmp_path, "(3) 委託の内容\nデータの入力\n運用は株式会社はなみずきに委託する。\n")
    assert _outside(draft) == ["株式会社はなみずき"]


def test_a_firm_of_the_history_is_listed_and_gets_nothing(tmp_path: Path) -> None:
    draft = _draft(tmp_path, "(3) 経緯\nこれまでは株式会社はなみずきに委託していた。\n")
    assert _outside(draft) == []
    assert [each.code for each in draft.unread if "はなみずき" in each.printed] == [
        "partner_not_read"
    ]


def test_who_entrusts_further_is_asked_if_nobody_is_named(tmp_path: Path) -> None:
    draft = _draft(tmp_path, "(3) 再委託先\n再委託先は合同会社ほしとする。\n")
    outside = {each["id"] for each in draft.content["holders"] if each.get("external")}
    assert not any(outside.intersection(each["to"]) for each in draft.content["flows"])
    assert "who_reentrusts" in [each.code for each in draft.questions]
    assert "合同会社ほし" in [each.detail for each in draft.unread]


def test_a_long_sentence_that_names_nobody_is_asked() -> None:
    """Of many characters that a pattern may try again and again."""
    for part in ("亜に", "亜は", "株式会社、", "(ア)", "ア"):
        text = part * 5_000 + "に委託する。"
        partners, asked = prose_told.read(passage(text))
        assert (partners, len(asked)) == ([], 1)
        head, nodes = outline(passage(text))
        assert head.text or nodes
