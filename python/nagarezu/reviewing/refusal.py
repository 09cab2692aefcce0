"""Why a decision is not taken: a stable code, the place, and a sentence with the next step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nagarezu.errors import Fault, InvalidInput, UsageError
from nagarezu.inert import visible
from nagarezu.languages import Text

_WHY: dict[str, Text] = {
    "unknown_value": Text(
        "この案件に、この値はありません：{what}。一覧（--list）の識別子を使ってください",
        "the case has no such value: {what}; use a key that --list shows",
    ),
    "decided_twice": Text(
        "一つの値に二つの判定があります：{what}。一つにしてください",
        "two decisions for one value: {what}; leave one of them",
    ),
    "no_member": Text(
        "案件の形式にない欄です：{what}。確認だけができます",
        "the case format has no such member: {what}; it can only be confirmed",
    ),
    "fixed_member": Text(
        "識別子と場所は訂正も却下もできません：{what}",
        "ids and places are neither corrected nor rejected: {what}",
    ),
    "no_unknown": Text(
        "不詳にできない欄です：{what}。正しい値に訂正するか、要素ごと却下してください",
        "this member cannot be unknown: {what}; correct it, or reject the whole entity",
    ),
    "value_missing": Text(
        "訂正後の値がありません。値を書いてください",
        "a correction without a value; give the value",
    ),
    "value_without_decision": Text(
        "訂正後の値に判定がありません。判定に「訂正」を選んでください",
        "a corrected value without a decision; choose “correct”",
    ),
    "value_not_expected": Text(
        "確認・却下では訂正後の値を書きません。値を消すか、判定を「訂正」にしてください",
        "only a correction takes a value; clear it, or choose “correct”",
    ),
    "bad_whole": Text(
        "整数ではありません：{what}。0以上の数字だけで書いてください（例 10117）",
        "not a whole number: {what}; write digits only, such as 10117",
    ),
    "bound_needed": Text(
        "不詳だった数には確度も要ります。「10117 確定」「500 以上」のように書いてください",
        "a number that was unknown needs its bound: write “10117 exact” or “500 at_least”",
    ),
    "bad_date": Text(
        "日付ではありません：{what}。2019-11-05、2020-06、FY2019のいずれかで書いてください",
        "not a date: {what}; write 2019-11-05, 2020-06 or FY2019",
    ),
    "bad_truth": Text(
        "「はい」か「いいえ」で書いてください：{what}",
        "write “yes” or “no”: {what}",
    ),
    "bad_word": Text(
        "この欄で使えない語です：{what}",
        "the member does not take this word: {what}",
    ),
    "bad_id": Text(
        "この案件にない識別子です：{what}",
        "the case has no such id: {what}",
    ),
    "bad_text": Text(
        "この欄の形に合わない文字列です：{what}",
        "the text has not the form that this member asks for: {what}",
    ),
    "bad_value": Text(
        "この欄の値として読めません：{what}",
        "this is no value of the member: {what}",
    ),
    "parts_only": Text(
        "行の集まりは、行ごとに訂正してください：{what}",
        "a list of parts is corrected part by part: {what}",
    ),
    "conflicting": Text(
        "同じ欄に異なる判定があります：{what}。一つにしてください",
        "decisions for one member that exclude each other: {what}; leave one of them",
    ),
    "still_needed": Text(
        "ほかから参照されているため却下できません：{what}。先に参照元を訂正又は却下してください",
        "other entities need it: {what}; correct or reject those first",
    ),
    "case_invalid": Text(
        "この判定では案件が正しい形になりません：{what}",
        "the case would not be valid any more: {what}",
    ),
    "formula": Text(
        "数式は読みません。値を書いてください",
        "formulas are not read; write the value itself",
    ),
    "unknown_row": Text(
        "この案件にない行です：{what}。行を消すか、書き出し直したファイルを使ってください",
        "a row that the case does not have: {what}; remove it, or export the workbook again",
    ),
    "duplicate_row": Text(
        "同じ値の行が二つあります：{what}。一方を消してください",
        "two rows for the same value: {what}; remove one of them",
    ),
    "changed_cell": Text(
        "記入欄でない欄が書き出した内容と違います：{what}。"
        "並べ替えや上書きを元に戻すか、書き出し直してください",
        "a protected cell is not as it was exported: {what}; undo sorting or typing, "
        "or export the workbook again",
    ),
    "missing_sheet": Text(
        "値のシートがありません：{what}。書き出したファイルを使ってください",
        "there is no sheet of values: {what}; use the workbook that was exported",
    ),
    "missing_column": Text(
        "列がありません：{what}。書き出したファイルを使ってください",
        "a column is missing: {what}; use the workbook that was exported",
    ),
    "duplicate_column": Text(
        "同じ見出しの列が二つあります：{what}。一方を消してください",
        "two columns of the same heading: {what}; remove one of them",
    ),
    "damaged_notes": Text(
        "案の注記を読めません：{what}。消すか、取り込み直してください",
        "the notes beside the draft cannot be read: {what}; remove them or import again",
    ),
    "unknown_decision": Text(
        "判定に使えない語です：{what}。「確認」「訂正」「却下」「要素ごと却下」から選んでください",
        "no such decision: {what}; choose confirm, correct, reject or reject entity",
    ),
}


@dataclass(frozen=True, slots=True)
class Refusal(Fault):
    """One decision that is not taken. `at` is the cell that it was written in, if any."""

    at: str = ""

    @classmethod
    def of(
        cls, code: str, key: str, what: str = "", *, hint: str = "", file: str = "", at: str = ""
    ) -> Refusal:
        """A refusal of the value or entity `key`; `what` is the offending value or name."""
        return cls(code, "error", file, 0, 0, key, what, hint, at)

    def message(self, lang: str = "ja") -> str:
        text = _WHY[self.code]
        sentence = text.en if lang == "en" else text.ja
        if not self.subject:
            for empty in ("：{what}", ": {what}"):
                sentence = sentence.replace(empty, "")
        return sentence.replace("{what}", _short(self.subject))

    def describe(self, lang: str = "ja") -> str:
        """`file: sheet!cell: code message [key] (hint)` on one line."""
        before = "".join(f"{part}: " for part in (self.file, self.at) if part)
        key = f" [{self.pointer}]" if self.pointer else ""
        hint = f" ({self.hint})" if self.hint else ""
        return visible(f"{before}{self.code} {self.message(lang)}{key}{hint}")


def _short(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


class InvalidDecision(InvalidInput):
    """Decisions that the draft cannot take; `errors` holds every one with its reason."""

    code = "invalid_decision"

    def __init__(self, errors: Iterable[Refusal]) -> None:
        self.refusals: tuple[Refusal, ...] = tuple(errors)
        super().__init__(self.refusals)


class UnknownSource(UsageError):
    """A document whose source in the case is not clear from its name."""

    code = "unknown_source"

    def __init__(self, name: str, sources: Sequence[str]) -> None:
        self.name, self.sources = name, tuple(sources)
        super().__init__(self.message("en"))

    def message(self, lang: str = "ja") -> str:
        listed = " ".join(f"{source}={self.name}" for source in self.sources[:4])
        if lang == "en":
            return visible(f"which source is “{self.name}”? Name one of the case: {listed}")
        return visible(
            f"「{self.name}」がどの資料か分かりません。次のように書いてください：{listed}"
        )


class UnknownRow(UsageError):
    """A row number that the table of values does not have."""

    code = "unknown_row"

    def __init__(self, row: int, rows: int) -> None:
        self.row, self.rows = row, rows
        super().__init__(self.message("en"))

    def message(self, lang: str = "ja") -> str:
        if lang == "en":
            return f"there is no row {self.row}: rows count from 1 to {self.rows}"
        return f"{self.row} 行はありません（1から{self.rows}まで）"
