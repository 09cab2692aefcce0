"""Japanese and English text of every error code of the core (base/error.hpp)."""

from __future__ import annotations

HINT = ("ヒント：", "hint: ")

MESSAGES: dict[str, tuple[str, str]] = {
    "file_unreadable": (
        "ファイルを読めません：{subject}",
        "the file cannot be read: {subject}",
    ),
    "file_too_large": (
        "ファイルが上限より大きいです：{subject}",
        "the file is larger than the limit: {subject}",
    ),
    "encoding": (
        "UTF-8のテキストではありません：{subject}",
        "the text is not UTF-8: {subject}",
    ),
    "empty": ("内容がありません", "there is nothing in it"),
    "syntax": ("JSONとして読めません：{subject}", "this is not JSON: {subject}"),
    "truncated": ("JSONが途中で終わっています", "the JSON ends before it is complete"),
    "too_deep": (
        "入れ子が上限より深いです：{subject}",
        "arrays and objects are nested beyond the limit: {subject}",
    ),
    "too_many": (
        "同じ種類の要素が上限より多いです：{subject}",
        "there are more entities of one kind than the limit: {subject}",
    ),
    "text_too_long": (
        "文字列が上限より長いです：{subject}",
        "a text is longer than the limit: {subject}",
    ),
    "number_range": (
        "この欄に入らない数値です：{subject}",
        "the field cannot hold this number: {subject}",
    ),
    "not_finite": (
        "NaNと無限大はJSONの数値ではありません：{subject}",
        "NaN and infinity are no numbers of JSON: {subject}",
    ),
    "wrong_type": (
        "値の型が違います：{subject}",
        "the value has the wrong type: {subject}",
    ),
    "unknown_key": (
        "「{subject}」という項目は形式にありません",
        "the format has no member “{subject}”",
    ),
    "duplicate_key": (
        "同じ項目が二度書かれています：{subject}",
        "a member is given twice: {subject}",
    ),
    "missing_key": ("必須の項目がありません：{subject}", "a required member is missing: {subject}"),
    "unknown_value": (
        "この欄で使えない語です：{subject}",
        "the field does not take this word: {subject}",
    ),
    "bad_format_version": (
        "この版では読めない形式です：{subject}",
        "this release does not read the format: {subject}",
    ),
    "bad_date": (
        "日付として読めません：{subject}",
        "this is no date: {subject}",
    ),
    "bad_place": (
        "出典の位置として読めません：{subject}",
        "this is no place in a source: {subject}",
    ),
    "bad_id": (
        "識別子に使えない文字があります：{subject}",
        "an id has characters that ids do not have: {subject}",
    ),
    "duplicate_id": (
        "識別子が重複しています：{subject}",
        "an id is used twice: {subject}",
    ),
    "dangling_id": (
        "参照先がありません：{subject}",
        "a reference points at nothing: {subject}",
    ),
    "unlisted_flow": (
        '情報項目のない流れには "open": true が必要です：{subject}',
        'a flow without items must say "open": true: {subject}',
    ),
    "endpoint_missing": (
        "流れの起点又は終点がありません：{subject}",
        "a flow lacks the end that its relation needs: {subject}",
    ),
    "self_relation": (
        "自分自身を指す関係です：{subject}",
        "something is related to itself: {subject}",
    ),
    "contradiction": (
        "両立しない記載です：{subject}",
        "facts that exclude each other: {subject}",
    ),
    "no_effect": (
        "案件を何も変えない編集です：{subject}",
        "the edit would leave the case as it is: {subject}",
    ),
    "too_many_errors": (
        "誤りが上限に達したため、以降は示しません",
        "the limit of errors is reached; the rest is not shown",
    ),
}
