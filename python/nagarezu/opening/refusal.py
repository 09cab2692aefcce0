"""Why a file from outside was not read: a stable code, and a sentence with the next step."""

from __future__ import annotations

from pathlib import Path

from nagarezu.errors import Fault, InvalidInput
from nagarezu.inert import visible
from nagarezu.languages import Text

_WHY: dict[str, Text] = {
    "file_unreadable": Text("ファイルを読めません：{what}", "the file cannot be read: {what}"),
    "file_too_large": Text(
        "ファイルが上限（{what}）より大きいです。分けて保存してください",
        "the file is larger than the limit ({what}); save it in parts",
    ),
    "archive_too_large": Text(
        "展開すると上限（{what}）を超えます。分けて保存してください",
        "the file unpacks to more than the limit ({what}); save it in parts",
    ),
    "too_many": Text(
        "要素が上限より多いです：{what}。分けて保存してください",
        "there is more of it than the limit: {what}; save it in parts",
    ),
    "too_deep": Text("入れ子が上限より深いです：{what}", "nested beyond the limit: {what}"),
    "too_slow": Text(
        "時間の上限（{what}）を超えました。ページを分けて保存してください",
        "reading took longer than the limit ({what}); save the pages in parts",
    ),
    "unsafe_xml": Text(
        "文書型宣言や実体を含むXMLは読みません：{what}",
        "XML with a document type or entities is not read: {what}",
    ),
    "encrypted": Text(
        "パスワードで保護されています。解除したファイルを使ってください",
        "the file is protected by a password; use one without it",
    ),
    "encoding": Text(
        "文字コードが分かりません（UTF-8、UTF-16、Shift_JISのいずれでもありません）",
        "the encoding is none of UTF-8, UTF-16 and Shift_JIS",
    ),
    "damaged": Text(
        "ファイルが壊れています：{what}。作成したソフトで開き、保存し直してください",
        "the file is damaged: {what}; open it where it was made and save it again",
    ),
    "empty": Text("内容がありません", "there is nothing in it"),
    "unknown_format": Text(
        "表のファイルではありません。.xlsx .ods .csv .json .xmlを検査できます",
        "this is no file of tables; .xlsx .ods .csv .json .xml can be checked",
    ),
    "unknown_document": Text(
        "読み込めない形式です（{what}）。.pdf .docx .xlsx .csv .txtで保存してください",
        "a format that is not read ({what}); save it as .pdf .docx .xlsx .csv or .txt",
    ),
    "scanned": Text(
        "文字の情報がない、画像だけのPDFです。文字認識をかけるか、元の文書を使ってください",
        "this PDF is a scan without text; run text recognition on it or use the original",
    ),
}


class NotReadable(InvalidInput):
    """A file from outside that is not read, with the reason as a stable code."""

    def __init__(self, code: str, file: str | Path, what: str = "") -> None:
        self.reason, self.file, self.what = code, str(file), what
        super().__init__([Fault(code, "error", self.file, 0, 0, "", what, "")])

    def __reduce__(self) -> tuple[type[NotReadable], tuple[str, str, str]]:
        return NotReadable, (self.reason, self.file, self.what)  # it crosses processes

    def message(self, lang: str = "ja") -> str:
        text = _WHY[self.reason]
        sentence = (text.en if lang == "en" else text.ja).format(what=self.what)
        return visible(f"{self.file}: {self.reason} {sentence}")

    def __str__(self) -> str:
        return self.message("en")
