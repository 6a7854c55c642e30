"""The prescribed forms of final accounts: 栏次 below the heading, 行次 beside the names, totals over two sides.

In every layout a cell that is changed is noticed, and the sound form is not accused.
"""

from __future__ import annotations

import re

import pytest

from checks.relations.worded import errors
from hengji.checks.check import check
from hengji.documents.plain.layout_columns import columns_of, tokens_of, words_apart
from hengji.documents.plain.lines import split_lines
from hengji.documents.plain.text_reader import document_of_text

SPENT = """云岭市商务局2024年度部门决算

支出决算表
部门：云岭市商务局\t公开03表 单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出
功能分类科目编码\t科目名称
栏次\t\t1\t2\t3\t4
合计\t\t765.43\t583.73\t181.70\t0.00
201\t一般公共服务支出\t534.06\t412.36\t121.70\t0.00
20103\t政府办公厅（室）及相关机构事务\t534.06\t412.36\t121.70\t0.00
2010301\t行政运行\t412.36\t412.36\t0.00\t0.00
2010302\t一般行政管理事务\t121.70\t0.00\t121.70\t0.00
208\t社会保障和就业支出\t171.37\t171.37\t0.00\t0.00
20805\t行政事业单位养老支出\t171.37\t171.37\t0.00\t0.00
2080501\t行政单位离退休\t15.18\t15.18\t0.00\t0.00
2080505\t机关事业单位基本养老保险缴费支出\t156.19\t156.19\t0.00\t0.00
212\t城乡社区支出\t60.00\t0.00\t60.00\t0.00
21208\t国有土地使用权出让收入安排的支出\t60.00\t0.00\t60.00\t0.00
2120803\t城市建设支出\t60.00\t0.00\t60.00\t0.00
注：本表反映部门本年度各项支出情况。
"""

BALANCE = """云岭市商务局2024年度部门决算

收入支出决算总表
部门：云岭市商务局\t公开01表 单位：万元
收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
栏次\t\t1\t栏次\t\t2
一、一般公共预算财政拨款收入\t1\t702.23\t一、一般公共服务支出\t14\t534.06
二、政府性基金预算财政拨款收入\t2\t60.00\t二、社会保障和就业支出\t15\t171.37
三、其他收入\t3\t3.20\t三、城乡社区支出\t16\t60.00
本年收入合计\t9\t765.43\t本年支出合计\t22\t765.43
年初结转和结余\t11\t12.40\t年末结转和结余\t24\t12.40
总计\t12\t777.83\t总计\t25\t777.83
注：本表反映部门本年度的总收支和年末结转结余情况。
"""

ACCOUNTS = """云岭市商务局2024年度部门决算

一般公共预算财政拨款基本支出决算明细表
单位：万元
人员经费\t\t\t公用经费\t\t\t\t\t
经济分类科目编码\t科目名称\t决算数\t经济分类科目编码\t科目名称\t决算数\t经济分类科目编码\t科目名称\t决算数
301\t工资福利支出\t323.09\t302\t商品和服务支出\t33.38\t310\t资本性支出\t12.00
30101\t基本工资\t142.30\t30201\t办公费\t18.25\t31002\t办公设备购置\t12.00
30102\t津贴补贴\t118.65\t30202\t印刷费\t6.40\t\t\t
30103\t奖金\t62.14\t30206\t电费\t8.73\t\t\t
人员经费合计\t\t323.09\t公用经费合计\t\t\t\t\t45.38
注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。
"""

BY_BLANKS = """                              收入决算表
部门：云岭市商务局                                                     公开02表
                                                             单位：万元
             项目           本年收入合计    财政拨款收入    事业收入    其他收入
功能分类科目编码      科目名称
             栏次              1      2     3       4
             合计            149.10 145.90 0.00   3.20
    201       一般公共服务支出     134.06 130.86 0.00   3.20
   20103  政府办公厅（室）及相关机构事务 134.06 130.86  0.00   3.20
  2010302     一般行政管理事务     98.86  95.66  0.00   3.20
  2010399 其他政府办公厅（室）及相关机构
                事务支出       35.20  35.20  0.00   0.00
    210        卫生健康支出       15.04  15.04  0.00   0.00
   21011     行政事业单位医疗      15.04  15.04  0.00   0.00
  2101101      行政单位医疗      15.04  15.04  0.00   0.00
注：本表反映部门本年度取得的各项收入情况。
"""

FORMS = [SPENT, BALANCE, ACCOUNTS, BY_BLANKS]
AMOUNT = re.compile(r"(?<![\d.])\d+\.\d\d(?![\d.])")


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_form_is_neither_accused_nor_doubted(form: str) -> None:
    relations = check(document_of_text(form, "决算.txt")).relations
    assert [one.message for one in relations if one.kind == "sum" and one.verdict not in ("ok", "rounding")] == []
    assert sum(one.kind == "sum" and one.verdict == "ok" for one in relations) > 1


def changed(form: str) -> list[str]:
    """The form with the second digit of one amount changed, for each amount that is not nothing."""
    found = [match for match in AMOUNT.finditer(form) if match[0] != "0.00"]
    return [form[: at.start()] + _slipped(at[0]) + form[at.end() :] for at in found]


def _slipped(amount: str) -> str:
    place = next(place for place in range(1, len(amount)) if amount[place].isdigit())
    return amount[:place] + str((int(amount[place]) + 3) % 10) + amount[place + 1 :]


@pytest.mark.parametrize("slipped", [each for form in (SPENT, BALANCE, BY_BLANKS) for each in changed(form)])
def test_a_changed_amount_is_an_error(slipped: str) -> None:
    assert any(one.kind == "sum" for one in errors(slipped))


def test_a_total_over_two_sides_is_what_both_hold() -> None:
    (found,) = [one for one in errors(ACCOUNTS.replace("45.38", "48.35")) if "公用经费合计" in one.message]
    assert [figure.text for figure in found.figures] == ["33.38", "12.00", "48.35"]


def test_names_of_columns_are_told_and_not_their_numbers() -> None:
    told = [one.message for one in errors(SPENT.replace("412.36\t121.70\t0.00\n20103", "421.36\t121.70\t0.00\n20103"))]
    assert any("基本支出" in message for message in told)
    assert not any("“2”" in message for message in told)


BUDGET = """云岭市商务局2025年部门预算

表五
一般公共预算支出表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t141.19\t57.14\t84.05
206\t科学技术支出\t90.12\t6.07\t84.05
20601\t科学技术管理事务\t90.12\t6.07\t84.05
2060101\t行政运行\t90.12\t6.07\t84.05
221\t住房保障支出\t51.07\t51.07\t0.00
22102\t住房改革支出\t51.07\t51.07\t0.00
2210201\t住房公积金\t51.07\t51.07\t0.00
表八
政府性基金预算支出表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t60.00\t0.00\t60.00
212\t城乡社区支出\t60.00\t0.00\t60.00
21208\t国有土地使用权出让收入安排的支出\t60.00\t0.00\t60.00
2120803\t城市建设支出\t60.00\t0.00\t60.00
"""

SUMMARY = """                                财政拨款收支总表
                                                                单位：万元
     项目         预算数           项目       合计    一般公共预算    政府性基金预算
   一、本年收入       201.19      一、本年支出    201.19    141.19     60.00
   二、上年结转        0.00      二、年终结转结余    0.00      0.00       0.00
    收入总计        201.19       支出总计     201.19    141.19      60.00
                                      表五
                                   一般公共预算支出表
                                                                单位：万元
   科目编码       科目名称         合计      基本支出     项目支出
                合计         141.19     57.14      84.05
     206      科学技术支出        90.12      6.07      84.05
     221      住房保障支出        51.07     51.07       0.00
"""


@pytest.mark.parametrize("form", [BUDGET, SUMMARY])
def test_rows_of_the_next_table_are_none_of_the_last(form: str) -> None:
    assert errors(form) == []


def test_a_number_of_a_table_on_its_line_ends_the_table_above() -> None:
    tables = document_of_text(SUMMARY, "预算.txt").tables
    assert len(tables) == 2
    assert not any("表五" in cell.text for table in tables for cell in table.cells)


BY_KIND = """云岭市商务局2025年部门预算
一般公共预算支出表
单位：万元
科目编码\t科目名称\t合计\t小计\t人员经费\t公用经费\t项目支出
合计\t\t702.23\t583.73\t482.46\t101.27\t118.50
206\t科学技术支出\t530.86\t412.36\t311.09\t101.27\t118.50
208\t社会保障和就业支出\t88.26\t88.26\t88.26\t0.00\t0.00
210\t卫生健康支出\t32.04\t32.04\t32.04\t0.00\t0.00
221\t住房保障支出\t51.07\t51.07\t51.07\t0.00\t0.00
"""


def test_a_subtotal_may_be_of_any_columns_behind_it() -> None:
    sums = [one for one in check(document_of_text(BY_KIND, "预算.txt")).relations if one.kind == "sum"]
    assert {one.verdict for one in sums} == {"ok"}
    assert any("合计" in one.message for one in errors(BY_KIND.replace("530.86", "580.36")))


def test_names_of_narrow_columns_are_cut_at_their_blanks() -> None:
    heading = "合计 基本支出 项目支出"
    line, below = split_lines(f"{heading}\n1  200  300\n")[:2]
    (token,) = tokens_of(line)
    columns = columns_of([tokens_of(below)])
    assert [piece.text for piece in words_apart([token], columns)] == ["合计", "基本支出", "项目支出"]
    assert words_apart([token], columns[:1]) == [token]
