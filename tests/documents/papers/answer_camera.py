"""A short 答申 of a town, in prose with circled numbers. Clean."""

from __future__ import annotations

from documents.parts import (
    Line,
    Paper,
    items,
    period,
    recipient,
    safeguards,
    subject,
)

PAPER = Paper(
    name="answer_camera",
    family="answer",
    title="河川監視映像の配信に関する電子計算機の結合について（答申）",
    parts=(
        Line("平成３０年１１月９日"),
        Line("すずかけ町長 様"),
        Line("すずかけ町個人情報保護審査会"),
        Line("河川監視映像の配信に関する電子計算機の結合について（答申）", "title"),
        Line("平成３０年１０月１７日付け諮問第８号について、次のとおり答申する。"),
        Line("第１ 審査会の結論"),
        Line("諮問のあった結合は、公益上必要があると認める。"),
        Line("第２ 実施機関の説明"),
        Line("１ 対象者"),
        Line("河川監視映像に写る者（人数は不詳）", "subjects"),
        Line("２ 結合により提供する項目"),
        Line("① 静止画", "i1"),
        Line("② 撮影日時", "i2"),
        Line("③ 撮影地点", "i3"),
        Line("３ 結合の相手方"),
        Line("ひばり県防災センター", "partner"),
        Line("４ 実施機関の安全対策"),
        Line("（１） 静止画は、個人の顔が分からない粗さで送る。", "s1"),
        Line("（２） 静止画は、３日を過ぎたら消去する。", "s2"),
        Line("（３） 配信の設定を変える職員を防災係の２人に限る。", "s3"),
        Line("５ 開始の時期"),
        Line("平成３０年１２月から", "time"),
        Line("第３ 審査会の判断の理由"),
        Line("安全対策（１）及び（２）により、個人が識別されるおそれは低い。"),
    ),
    facts=(
        subject("subjects", "河川監視映像に写る者"),
        *items(1, "i1", "1=静止画"),
        *items(1, "i2", "2=撮影日時"),
        *items(1, "i3", "3=撮影地点"),
        recipient(1, "partner", "ひばり県防災センター", "link"),
        *safeguards(1, "s1", "own", "unspecified", "1"),
        *safeguards(1, "s2", "own", "unspecified", "2"),
        *safeguards(1, "s3", "own", "unspecified", "3"),
        period(1, "time", "平成３０年１２月から", "2018-12", None),
    ),
    traps=(3, 13),
)
