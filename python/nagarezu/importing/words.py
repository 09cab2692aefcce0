"""What the codes of a draft's notes say, in both languages."""

from __future__ import annotations

from nagarezu.importing.fields.reading import Question, Unread
from nagarezu.languages import Lang, Text

UNREAD: dict[str, Text] = {
    "family_unknown": Text("どの様式の文書か分かりません", "the document is of no known form"),
    "no_matter": Text("件名ごとの様式が見つかりません", "no sheet of a matter was found"),
    "no_file": Text("個人情報ファイルの行が見つかりません", "no registered file was found"),
    "no_recipient": Text("情報の渡し先が読めません", "nobody to whom information goes was read"),
    "no_item_list": Text("情報項目の欄がありません", "there is no row of items"),
    "no_subjects": Text("対象者が読めません", "no group of persons was read"),
    "no_measures": Text("対策が読めません", "no measure was read"),
    "items_not_read": Text("情報項目を読めません", "the items were not read"),
    "item_not_understood": Text(
        "語彙にない項目で、区分が決まりません", "an item of no known word: it has no class"
    ),
    "partner_not_read": Text("相手方を読めません", "the partner was not read"),
    "law_item_not_read": Text(
        "移転の根拠の項番を読めません", "the law item of a transfer was not read"
    ),
    "recipient_not_read": Text("提供先を読めません", "the recipient was not read"),
    "medium_not_read": Text("記録媒体を読めません", "the medium was not read"),
    "period_not_read": Text("時期を読めません", "the period was not read"),
    "impossible_date": Text("暦にない日付です", "a day that no calendar has"),
    "measures_not_read": Text("対策を読めません", "the measures were not read"),
    "no_category": Text(
        "対策の区分を決める語がありません", "no word decides the category of the measure"
    ),
    "checklist_not_read": Text(
        "チェックリストの行を読めません", "the rows of the checklist were not read"
    ),
    "clauses_not_read": Text("特記事項の条を読めません", "the clauses were not read"),
    "attachment_not_read": Text(
        "図や資料は、題名と通知の行のほかは読みません",
        "of figures and attachments only title and notices are read",
    ),
    "told_flow": Text(
        "文が伝える情報の流れは、流れとして読んでいません",
        "a flow that a sentence tells was not read as a flow",
    ),
    "label_unknown": Text("知らない欄名です", "a label that is not known"),
}

QUESTIONS: dict[str, Text] = {
    "count_of_whom": Text("どの対象者の数ですか", "Of which group is this the number?"),
    "same_group_by_another_name": Text(
        "別の名の同じ対象者ですか", "Is this a group under another name?"
    ),
    "subjects_not_stated": Text(
        "対象者の欄がありません。この対象者でよいですか",
        "No part names the subjects. Are these the ones?",
    ),
    "change_not_marked": Text(
        "どの項目が追加されますか（強調が残っていません）",
        "Which items are added? The emphasis is lost.",
    ),
    "partner_undecided": Text("相手方はまだ決まっていませんか", "Is the partner not decided yet?"),
    "who_reentrusts": Text("再委託する者は誰ですか", "Who entrusts further?"),
    "look_alike_word": Text("読み取りの誤りではありませんか", "Is this word a misreading?"),
    "look_alike_number": Text(
        "番号の読み取りの誤りではありませんか", "Is this number a misreading?"
    ),
    "claim_not_resolved": Text(
        "何について言い切っていますか", "Of what does this statement speak?"
    ),
    "label_one_row_too_high": Text(
        "欄名は次の行からではありませんか", "Does the label begin with the next row?"
    ),
    "crosswalk_unresolved": Text("どの対策を指しますか", "Which measure does this point to?"),
    "sensitive_item_not_named": Text(
        "要配慮個人情報はどの項目ですか", "Which item needs special care?"
    ),
}


def unread_line(note: Unread, lang: Lang) -> str:
    """`place: what: print` on one line."""
    text = UNREAD.get(note.code)
    said = text.in_(lang) if text else note.code
    return _line(note.source, said, note.detail or note.printed)


def question_line(note: Question, lang: Lang) -> str:
    """`place: question: print → answers` on one line."""
    text = QUESTIONS.get(note.code)
    said = text.in_(lang) if text else note.code
    answers = " / ".join(answer.value for answer in note.answers[:3])
    return _line(note.source, said, note.printed) + (f" → {answers}" if answers else "")


def _line(source: str, said: str, printed: str) -> str:
    shown = " ".join(printed.split())
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    return f"{source or '-'}: {said}: {shown}" if shown else f"{source or '-'}: {said}"
