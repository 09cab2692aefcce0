"""A school's inquiry whose list is that of a firm by its trade, and who is just 消防本部."""

from __future__ import annotations

import drafts

PAPER = """\
諮問第12号
令和6年11月5日
汐路町個人情報保護審議会会長　様
汐路町長
学校給食の食物アレルギー対応に係る個人情報の取扱いについて（諮問）
　このことについて、次のとおり諮問します。

1　事業の目的
　　食物アレルギーのある児童生徒に安全な給食を提供するため、対応に必要な情報を調理事業者及び医療機関と共有する。
2　対象者
　　食物アレルギーの対応を希望する児童生徒　86人（令和6年10月1日現在）
3　個人情報の項目
　(1)　給食管理システムに記録する項目
　　ア　児童生徒の氏名
　　イ　学校名及び学年
　　ウ　保護者の氏名
　　エ　電話番号
　　オ　アレルギーの原因食物
　　カ　症状の程度
　　キ　主治医の意見
　(2)　調理事業者に渡す項目
　　ア　児童生徒の氏名
　　イ　学校名及び学年
　　ウ　アレルギーの原因食物
　(3)　消防本部に提供する項目
　　ア　児童生徒の氏名
　　イ　アレルギーの原因食物
　　ウ　症状の程度
4　相手方
　(1)　委託先　株式会社シオジ給食サービス
　(2)　提供先　汐路消防本部
5　取扱いの期間
　　令和7年4月1日から令和8年3月31日まで
6　受渡しの方法
　(1)　調理事業者には、対応一覧表を紙で学校給食センターの職員が手渡す。
　(2)　消防本部には、LGWANのメールにより送信する。
7　安全管理の措置
　(1)　町の措置
　　ア　給食管理システムの閲覧を教育委員会の職員に限る。
　　イ　対応一覧表を施錠した書庫に保管する。
　(2)　調理事業者に求める措置
　　ア　対応一覧表を調理場の施錠した棚に保管する。
　　イ　業務に従事する者に守秘義務を課す。
　　ウ　再委託を行わない。
　(3)　消防本部に求める措置
　　ア　受信した情報を救急活動以外に用いない。
　　イ　年度末に消去する。
8　添付資料
　　資料1　対応の流れ

資料1　対応の流れ
番号	区分	内容
1	申請	保護者が学校に申請書を提出する。
2	記録	教育委員会が給食管理システムに記録する。
3	作成	教育委員会が対応一覧表を作成し、調理事業者に渡す。
4	提供	教育委員会が消防本部に情報を送信する。
"""
PURPOSE = "調理事業者及び医療機関と共有する。"


def raised(told: str) -> set[str]:
    """What is raised with a sentence more in the purpose."""
    assert PAPER.count(PURPOSE) == 1
    return drafts.raised(PAPER.replace(PURPOSE, PURPOSE + told))


def test_a_list_for_a_trade_is_that_of_the_only_contractor() -> None:
    content = drafts.draft(PAPER).content
    names = {each["id"]: each["label"] for each in content["holders"]}
    held = {each["label"]: [names[id_] for id_ in each["holders"]] for each in content["lists"]}
    assert held == {
        "給食管理システムに記録する項目": ["給食管理システム"],
        "調理事業者に渡す項目": ["株式会社シオジ給食サービス"],
        "消防本部に提供する項目": ["汐路消防本部"],
    }
    assert not any(flow.get("open") for flow in content["flows"])


def test_a_topic_may_be_the_end_of_the_name_of_a_partner() -> None:
    assert raised("") == set()
    assert raised("消防本部には、児童生徒の氏名及びアレルギーの原因食物だけを提供する。") == {
        "claim_against_list"
    }
    whole = "消防本部には、児童生徒の氏名、アレルギーの原因食物及び症状の程度だけを提供する。"
    assert raised(whole) == set()
