"""Bounds on what is read of a file from outside. A file beyond one of them is refused by name."""

from __future__ import annotations

from pathlib import Path

from nagarezu.errors import Fault, InvalidInput
from nagarezu.inert import visible
from nagarezu.languages import Text

FILE_BYTES = 64 * 2**20
UNPACKED_BYTES = 256 * 2**20  # of all parts that are read, as they unpack, not as they claim
PARTS = 10_000
CELLS = 1_000_000
SHEETS = 1_000
ROWS = 1_048_576
COLUMNS = 16_384
FIELD = 1_000_000  # characters
DEPTH = 64  # of nested JSON and XML

_WHY: dict[str, Text] = {
    "file_unreadable": Text("ファイルを読めません：{what}", "the file cannot be read: {what}"),
    "file_too_large": Text(
        "ファイルが上限（{what}）より大きいです", "the file is larger than the limit ({what})"
    ),
    "archive_too_large": Text(
        "展開すると上限（{what}）を超えます", "the file unpacks to more than the limit ({what})"
    ),
    "too_many": Text(
        "要素が上限より多いです：{what}", "there is more of it than the limit: {what}"
    ),
    "too_deep": Text("入れ子が上限より深いです：{what}", "nested beyond the limit: {what}"),
    "unsafe_xml": Text(
        "文書型宣言や実体を含むXMLは読みません：{what}",
        "XML with a document type or entities is not read: {what}",
    ),
    "encrypted": Text(
        "パスワードで保護されています。解除してから検査してください",
        "the file is protected by a password; remove it before the check",
    ),
    "encoding": Text(
        "文字コードが分かりません（UTF-8、UTF-16、Shift_JISのいずれでもありません）",
        "the encoding is none of UTF-8, UTF-16 and Shift_JIS",
    ),
    "damaged": Text("ファイルが壊れています：{what}", "the file is damaged: {what}"),
    "empty": Text("内容がありません", "there is nothing in it"),
    "unknown_format": Text(
        "表のファイルではありません。.xlsx .ods .csv .json .xmlを検査できます",
        "this is no file of tables; .xlsx .ods .csv .json .xml can be checked",
    ),
}


class NotReadable(InvalidInput):
    """A file that cannot be checked, with the reason as a stable code."""

    def __init__(self, code: str, file: str | Path, what: str = "") -> None:
        self.reason, self.file, self.what = code, str(file), what
        super().__init__([Fault(code, "error", self.file, 0, 0, "", what, "")])

    def message(self, lang: str = "ja") -> str:
        text = _WHY[self.reason]
        sentence = (text.en if lang == "en" else text.ja).format(what=self.what)
        return visible(f"{self.file}: {self.reason} {sentence}")

    def __str__(self) -> str:
        return self.message("en")
