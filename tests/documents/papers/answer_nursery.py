"""A 諮問書 numbered 第1, 1, (1), ア: nursery places are settled with a system of a provider.

Planted: a measure says that nothing but two items is sent, the list of the site has four.
"""

from __future__ import annotations

from documents.parts import (
    Finding,
    Line,
    Paper,
    items,
    period,
    recipient,
    reference,
    safeguards,
    subject,
)

PAPER = Paper(
    name="answer_nursery",
    family="answer",
    title="保育所の利用調整に係る電子計算組織の結合について（諮問）",
    parts=(
        Line("令和4年8月22日"),
        Line("海風市個人情報保護審議会会長 様"),
        Line("海風市長"),
        Line("保育所の利用調整に係る電子計算組織の結合について（諮問）", "title"),
        Line(
            "海風市個人情報保護条例（平成16年海風市条例第3号）第12条第1項の規定により、次のとおり諮問します。"
        ),
        Line("第1 諮問事項"),
        Line("保育所の利用調整に用いる空き状況確認サイトとの結合"),
        Line("第2 諮問の理由"),
        Line("1 対象者"),
        Line("保育所の利用を申し込んだ保護者 1,120世帯（令和4年4月1日時点）", "subjects"),
        Line("2 結合の必要性"),
        Line("電話による問合せが月に700件を超え、窓口の負担となっている。"),
        Line("3 結合する情報の項目"),
        Line("(1) 空き状況確認サイト", "list"),
        Line("ア 受付番号", "i1"),
        Line("イ 児童の年齢", "i2"),
        Line("ウ 保護者の氏名", "i3"),
        Line("エ 連絡先（任意）", "i4"),
        Line("4 結合の相手方"),
        Line("株式会社こもれび通信", "partner"),
        Line("5 安全対策"),
        Line("(1) 市が行う対策"),
        Line("ア 空き状況確認サイトに送るのは、受付番号及び児童の年齢のみとする。", "s1"),
        Line("イ 送信は、保育課の端末から専用回線で行う。", "s2"),
        Line("(2) 相手方が行う対策"),
        Line("ア 国内に置いたサーバーで情報を扱い、年に一度監査を受ける。", "p1"),
        Line("イ 保育課の承諾なく、業務を他の者に委託しない。", "p2"),
        Line("6 実施時期"),
        Line("令和4年10月1日から令和5年3月31日まで", "time"),
        Line("7 添付資料"),
        Line("(1) 契約書の写し", "r1"),
        Line("(2) サイトの仕様書", "r2"),
    ),
    facts=(
        subject(
            "subjects", "保育所の利用を申し込んだ保護者", (1120, "household", "2022-04-01", "exact")
        ),
        *items(1, "i1", "1=受付番号"),
        *items(1, "i2", "2=児童の年齢"),
        *items(1, "i3", "3=保護者の氏名"),
        *items(1, "i4", "4=連絡先", optional=("連絡先",)),
        recipient(1, "partner", "株式会社こもれび通信", "link"),
        recipient(1, "list", "空き状況確認サイト", "process", 0),
        *safeguards(1, "s1", "own", "unspecified", "ア"),
        *safeguards(1, "s2", "own", "unspecified", "イ"),
        *safeguards(1, "p1", "partner", "unspecified", "ア"),
        *safeguards(1, "p2", "partner", "unspecified", "イ"),
        period(1, "time", "令和4年10月1日から令和5年3月31日まで", "2022-10-01", "2023-03-31"),
        reference("r1", "契約書の写し"),
        reference("r2", "サイトの仕様書"),
    ),
    findings=(Finding("claim_against_list", ("s1", "i3")),),
    traps=(10,),
)
