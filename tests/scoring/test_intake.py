"""Bad evaluations: every problem at once, at its line, with what was found and what was expected."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.findings import Finding
from hengji.scoring.intake import read_evaluation
from hengji.scoring.score import score
from located import located, scheme

SCHEME = scheme("""
scheme: intake-2024
title: 收件示例
valid: {from: 2024, to: 2025}
basis: 示财绩〔2024〕1号
places: {score: 2}
grades: {优: ">=90", 良: "[80,90)", 中: "[60,80)", 差: "<60"}
data:
  实际支出: {unit: 万元}
  预算数: {unit: 万元}
  在职人数: {unit: 人}
  满意率: {unit: "%"}
  增长额: {unit: 万元, signed: 是}
  有制度: {kind: truth}
  逾期项目: {kind: events, unit: 项}
indicators:
- 执行率: 40
  value: 实际支出 ÷ 预算数
  zero: zero
  rule: {proportional: {above_plan: full}}
- 人员: 20
  value: 如果(有制度, 在职人数 ≤ 20人, 增长额 ≥ 0)
  rule: met
- 满意度: 10
  value: 满意率
  rule: {proportional: {above_plan: full}}
- 及时性: 10
  deductions: {items: [{points: 10, value: 逾期项目, rule: {per: {each: 2}}}]}
- 管理: 20
  checklist:
    items: [{points: 10, text: 有制度}, {points: 10, text: 有执行, judgement: 视情况酌情}]
    discretion: 结合实际酌情扣分
adjustments:
- {name: 表彰, each: 1, cap: 3, one_per: 同一事项}
""")

HEAD = "evaluation: self\norganisation: 示例局\nyear: 2024\nscheme: intake-2024\n"


def findings_of(body: str) -> tuple[Finding, ...]:
    return read_evaluation(located(HEAD + body), SCHEME).findings


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("data: {实际支出: 12人}", 5, "数据项“实际支出”的单位不对；现为“12人”（数量）；应为以“万元”计的金额"),
        ("data: {实际支出: 12}", 5, "没有写单位；现为“12”；应为12万元"),
        ("data: {满意率: 97}", 5, "比率请写百分号"),
        ("data: {满意率: 97}", 5, "应为97%；"),
        ("data: {满意率: '0.97'}", 5, "应为97% 或 0.97%；"),
        ("data: {在职人数: -3人}", 5, "不能是负数；现为“-3人”"),
        ("data: {在职人数: 约20人}", 5, "不是数；现为“约20人”"),
        ("data: {实际支出: 1234567890123456789万元}", 5, "的位数太多；现为“1234567890123456789万元”"),
        (f"data: {{实际支出: {'九' * 200}}}", 5, f"现为“{'九' * 60}……（共 200 个字符）”"),
        ("data: {有制度: 有点}", 5, "应填是或否；现为“有点”"),
        ("data: {实际支出数: 3万元}", 5, "没有“实际支出数”这一项；是否想写“实际支出”"),
        ("events: {逾期项目: 3}", 5, "应逐项列出，不能只写次数；现为“3”"),
        ("judgements: {管里: 全部达到}", 5, "没有需要评判的这个指标"),
        ("judgements: {管理: {items: {1: '5', 2: 达到}, reason: 无}}", 5, "现为“5”；应为0 或 10 分"),
        ("judgements: {管理: {items: {1: 达到, 2: '11'}, reason: 无}}", 5, "现为“11”；应为0 到 10 分"),
        ("judgements: {管理: {items: 全部达到, deduct: '3'}}", 5, "扣了分，没有写理由"),
        ("judgements: {管理: {items: 全部达到, deduct: '30', reason: 多}}", 5, "现为“30”；应为0 到 20 分"),
        ("judgements: {管理: {items: 全部达到, code: 乱写, reason: 多}}", 5, "理由代码 code写法不认识"),
        ("stated: {scores: {没有的指标: 3}}", 5, "方案里没有指标“没有的指标”"),
        ("stated: {adjustments: {没有的: 3}}", 5, "没有“没有的”这一项；可用的有：表彰"),
        ("what_if: [{name: 甲, data: {实际支出: 12人}}]", 5, "单位不对"),
        ("what_if: [{name: 甲}]", 5, "假设至少要改一个数据项"),
        ("goals: [{under: 产出, name: 甲}]", 5, "没有个性指标，不收绩效目标"),
    ],
)
def test_a_slip_is_named_where_it_stands(body: str, line: int, says: str) -> None:
    found = findings_of(body + "\n")
    assert [finding.source.line for finding in found] == [line]
    assert says in str(found[0])


def test_all_slips_are_reported_in_one_pass_and_nothing_is_scored() -> None:
    text = (
        HEAD.replace("2024\n", "2031\n", 1)
        + "data:\n  实际支出: 12人\n  在职人数: -3人\n  满意率: 97\nevents: {逾期项目: 3}\n"
    )
    read = read_evaluation(located(text), SCHEME)
    assert [finding.source.line for finding in read.findings] == [3, 6, 7, 8, 9]
    assert read.evaluation is None


FULL = """
data: {实际支出: 90万元, 预算数: 100万元, 有制度: 是, 在职人数: 18人, 满意率: 95%}
events: {逾期项目: [甲项目逾期], 表彰: [{what: 省级表彰, matter: 甲}, {what: 市级表彰, matter: 甲}]}
judgements: {管理: {items: {1: 达到, 2: "7.5"}, reason: 执行记录不全}}
"""


def total(body: str) -> Fraction | None:
    read = read_evaluation(located(HEAD + body), SCHEME)
    assert read.evaluation is not None, [str(finding) for finding in read.findings]
    return score(read.evaluation, SCHEME).total


def test_a_complete_evaluation_is_scored() -> None:
    assert total(FULL) == 36 + 20 + Fraction("9.5") + 8 + Fraction("17.5") + 1


@pytest.mark.parametrize(
    ("same", "as_written"),
    [
        ("90万元", "900000元"),
        ("90万元", "0.009亿元"),
        ("90万元", "９０ 万元"),
        ("100万元", "1,000,000元"),
        ("95%", "９５％"),
    ],
)
def test_a_change_of_unit_or_spelling_changes_nothing(same: str, as_written: str) -> None:
    assert total(FULL.replace(same, f'"{as_written}"')) == total(FULL)


def test_a_missing_input_is_never_a_silent_zero() -> None:
    read = read_evaluation(located(HEAD + FULL.replace("满意率: 95%", "")), SCHEME)
    assert read.evaluation is not None
    card = score(read.evaluation, SCHEME)
    node = card.node(("满意度",))
    assert node is not None and (node.score, node.status) == (None, "not_demonstrated")
    assert node.why == ("缺少：满意率",)
    assert (card.total, card.high - card.low) == (None, 10)


def test_no_list_of_events_is_missing_and_an_empty_one_is_none() -> None:
    assert total(FULL.replace("[甲项目逾期]", "[]")) == (total(FULL) or 0) + 2
    assert total(FULL.replace("逾期项目: [甲项目逾期], ", "")) is None


def test_a_branch_not_taken_needs_no_inputs() -> None:
    assert total(FULL.replace("有制度: 是, 在职人数: 18人", "有制度: 否, 增长额: -1万元")) == (total(FULL) or 0) - 20


def test_one_matter_commended_twice_counts_once_and_the_kind_is_capped() -> None:
    many = ", ".join(f"表彰{n}" for n in range(5))
    capped = FULL.replace("[{what: 省级表彰, matter: 甲}, {what: 市级表彰, matter: 甲}]", f"[{many}]")
    assert total(capped) == (total(FULL) or 0) + 2


def test_a_zero_denominator_follows_the_scheme() -> None:
    assert total(FULL.replace("90万元, 预算数: 100万元", "0万元, 预算数: 0万元")) == (total(FULL) or 0) - 36


def test_execution_above_the_plan_never_earns_more_than_full() -> None:
    assert total(FULL.replace("实际支出: 90万元", "实际支出: 110万元")) == (total(FULL) or 0) + 4


def test_an_indicator_that_could_be_two_is_named_with_the_name_above() -> None:
    two = scheme("""
scheme: intake-2024
title: 同名示例
valid: {from: 2024}
basis: 示财绩〔2024〕1号
places: {score: 2}
grades: {优: ">=90", 良: "[80,90)", 中: "[60,80)", 差: "<60"}
indicators:
- 预算: 50
  children:
  - 制度: 50
    checklist: [{points: 50, text: 有制度}]
- 资产: 50
  children:
  - 制度: 20
    checklist: [{points: 20, text: 有制度}]
  - 账实: 30
    checklist: [{points: 30, text: 相符}]
""")
    text = HEAD + "judgements: {制度: 全部达到, 账: 全部达到, 账户: 全部达到}\nstated: {scores: {制度: 3}}\n"
    found = [str(finding) for finding in read_evaluation(located(text), two).findings]
    assert "评判“制度”：有 2 个同名指标；请写明是哪一个：预算/制度、资产/制度" in found[0]
    assert "评判“账”：方案里没有需要评判的这个指标；是否想写“账实”" in found[1]
    assert "不止一个指标“制度”；请写明是哪一个：预算/制度、资产/制度" in found[3]


def test_what_is_missing_names_every_part_and_no_reason_instead() -> None:
    parts = scheme("""
scheme: intake-2024
title: 两部分
valid: {from: 2024}
basis: 示财绩〔2024〕1号
places: {score: 2}
grades: {优: ">=90", 良: "[80,90)", 中: "[60,80)", 差: "<60"}
data: {支出: {unit: 万元}, 预算: {unit: 万元}}
indicators:
- 控制: 100
  parts:
  - {points: 50, value: 支出 ≤ 预算, rule: met}
  - {points: 50, checklist: [{points: 20, text: 有制度}, {points: 30, text: 有执行}]}
""")
    text = HEAD + "judgements: {控制: {items: {1: 未达到}, reason: 没有印发}}\n"
    read = read_evaluation(located(text), parts)
    assert read.evaluation is not None
    found = score(read.evaluation, parts).findings
    assert [finding.found for finding in found] == ["（1）缺少：支出、预算；（2）缺少：有执行（控制）"]


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_the_same_amounts_in_yuan_and_in_wan_yuan_earn_the_same(spent: int, budget: int) -> None:
    in_yuan = (f"{spent}元", f"{budget}元")
    in_wan = tuple(f"{amount // 10000}.{amount % 10000:04d}万元" for amount in (spent, budget))
    cards = []
    for given_spent, given_budget in (in_yuan, in_wan):
        body = f"data: {{实际支出: {given_spent}, 预算数: {given_budget}}}\n"
        read = read_evaluation(located(HEAD + body), SCHEME)
        assert read.evaluation is not None
        cards.append(score(read.evaluation, SCHEME).node(("执行率",)))
    assert cards[0] is not None
    assert cards[1] is not None
    assert cards[0].score == cards[1].score
