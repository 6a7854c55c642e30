"""Self-evaluation beside verification, and a printed result beside its recomputation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.facts.scorecard import Scorecard
from hengji.scoring.compare import compare
from hengji.scoring.intake import read_evaluation
from hengji.scoring.score import score
from located import located, scheme

SCHEME = scheme("""
scheme: compare-2024
title: 比较示例
valid: {from: 2024}
basis: 示财绩〔2024〕1号
places: {score: 2}
grades: {优: ">=90", 良: "[80,90)", 中: "[60,80)", 差: "<60"}
indicators:
- 管理: 100
  children:
  - 制度: 60
    checklist: {items: [{points: 60, text: 有制度}], discretion: 酌情扣分}
  - 公开: 40
    choice: [{points: 40, text: 全部公开}, {points: 10, text: 部分公开}]
adjustments:
- {name: 表彰, each: 1, cap: 3}
""")


def card(evaluator: str, body: str, year: int = 2024) -> Scorecard:
    text = f"evaluation: {evaluator}\norganisation: 示例局\nyear: {year}\nscheme: compare-2024\n{body}"
    read = read_evaluation(located(text), SCHEME)
    assert read.evaluation is not None, [str(finding) for finding in read.findings]
    return score(read.evaluation, SCHEME)


def said(found: Scorecard) -> list[str]:
    return [str(finding) for finding in found.findings]


OWN = card("self", "judgements: {制度: 全部达到, 公开: 1}\n")
CHECKED = card(
    "verified",
    "judgements:\n"
    "  制度: {items: 全部达到, deduct: 5, code: evidence, reason: 缺少印发文件}\n"
    "  公开: {option: 2, reason: 漏项}\n",
)


def test_every_node_has_both_scores_and_their_gap() -> None:
    both = compare(OWN, CHECKED)
    assert [(gap.path[-1], gap.self_score, gap.verified_score, gap.gap) for gap in both.nodes] == [
        ("管理", 100, 65, 35),
        ("制度", 60, 55, 5),
        ("公开", 40, 10, 30),
    ]
    assert (both.gap, both.adjustments[0].gap) == (35, 0)


def test_a_gap_carries_the_coded_reason_and_an_agreement_carries_none() -> None:
    gaps = {gap.path[-1]: gap for gap in compare(OWN, CHECKED).nodes}
    assert [(reason.code, reason.text) for reason in gaps["制度"].reasons] == [("evidence", "缺少印发文件")]
    assert gaps["公开"].why[0] == "属于第2种情形“部分公开”，得 10 分"
    assert all(gap.reasons == () and gap.why == () for gap in compare(OWN, OWN).nodes)


def test_a_change_of_grade_is_said() -> None:
    said_of_both = [str(finding) for finding in compare(OWN, CHECKED).findings]
    assert "等级由自评的“优”变为核查的“中”。" in said_of_both
    assert not any("等级由" in str(finding) for finding in compare(OWN, OWN).findings)


def test_two_schemes_or_two_years_are_not_comparable() -> None:
    other = replace(CHECKED, scheme="other-2024", year=2023)
    messages = "\n".join(str(finding) for finding in compare(OWN, other).findings)
    assert "不是同一个方案；现为compare-2024；应为other-2024" in messages
    assert "不是同一年度；现为2024；应为2023" in messages


def test_two_departments_and_a_wrong_order_are_said() -> None:
    other = replace(CHECKED, organisation="别的单位")
    messages = "\n".join(str(finding) for finding in compare(OWN, other).findings)
    assert f"单位名称不同；现为{OWN.organisation}；应为别的单位" in messages
    assert any("次序反了" in str(finding) for finding in compare(CHECKED, OWN).findings)
    assert not any("次序反了" in str(finding) for finding in compare(OWN, CHECKED).findings)


def test_an_open_score_leaves_the_gap_open() -> None:
    both = compare(card("self", "judgements: {制度: 全部达到}\n"), CHECKED)
    assert (both.gap, both.nodes[2].gap, both.nodes[1].gap) == (None, None, 5)


def test_a_cap_between_leaves_and_total_is_said() -> None:
    praised = card("self", "judgements: {制度: 全部达到, 公开: 1}\nevents: {表彰: [甲]}\n")
    both = compare(praised, CHECKED)
    assert both.gap == 35
    assert "各项差额之和与总分差额不等；现为36；应为35" in "\n".join(str(finding) for finding in both.findings)


def test_findings_of_either_side_say_which_side() -> None:
    stated = card("self", "judgements: {制度: 全部达到, 公开: 1}\nstated: {total: '99'}\n")
    assert "自评：文中总分与各项得分不一致；现为99.00 分；应为100.00 分" in "\n".join(
        str(finding) for finding in compare(stated, CHECKED).findings
    )


def test_a_printed_score_that_does_not_follow_its_standard_is_an_error() -> None:
    found = card("self", "judgements: {制度: 全部达到, 公开: 2}\nstated: {scores: {公开: '40'}}\n")
    assert said(found) == [
        "“管理/公开”文中得分与按标准重算的不一致；现为40 分；应为10 分；依据：属于第2种情形“部分公开”，得 10 分。"
    ]


def test_a_printed_grade_that_does_not_fit_the_total_is_an_error() -> None:
    found = card("self", "judgements: {制度: 全部达到, 公开: 2}\nstated: {total: '70', grade: 良}\n")
    assert "文中等级与总分不符；现为“良”；应为“中”；依据：优 ≥90；良 [80,90)；中 [60,80)；差 <60。" in said(found)


def test_a_printed_total_outside_what_is_possible_is_an_error() -> None:
    found = card("self", "judgements: {公开: 2}\nstated: {total: '71'}\n")
    assert "文中总分落在按已有数据可能的范围之外；现为71.00 分；应为10.00～70.00 分。" in said(found)


def test_a_stated_column_is_summed_and_checked_but_not_recomputed() -> None:
    found = card("self", "stated: {scores: {制度: '61', 公开: '40'}, adjustments: {表彰: '2'}, total: '102'}\n")
    assert (found.total, found.total_by_scheme, found.is_stated) == (103, 100, True)
    assert [node.score for node in found.nodes] == [101, 61, 40]
    messages = "\n".join(said(found))
    assert "“管理/制度”自报得分超过分值；现为61 分；应为不超过 60 分" in messages
    assert "总分 102.00 超出方案规定的 0～100 分" in messages
    assert "文中总分与各项得分不一致；现为102.00 分；应为103.00 分；依据：各指标自报得分及加减分之和" in messages


def test_a_stated_column_with_a_hole_has_no_total() -> None:
    found = card("self", "stated: {scores: {制度: '60'}}\n")
    assert (found.total, found.low, found.high) == (None, 60, 100)
    assert found.nodes[2].status == "not_demonstrated"


def test_points_lost_are_what_is_missing_to_the_effective_points() -> None:
    assert [node.lost for node in CHECKED.nodes] == [35, 5, 30]
    assert all(isinstance(node.lost, Fraction) for node in CHECKED.nodes)
