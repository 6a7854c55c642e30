"""Verification reports: by narrative, by rubric table, by summary."""

from __future__ import annotations

from samples.composing import Mark
from samples.statements.accounts import draw_accounts
from samples.statements.money import execution
from samples.statements.people import outline, staff
from samples.statements.scores import (
    converted_score,
    draw_tree,
    say_bands,
    say_branch,
    say_total,
    summary_table,
)  # fmt: skip
from samples.statements.surveys import settled, survey
from samples.statements.tables import budget_and_outturn
from samples.templates.frames import closing, opening, problems
from samples.writer import Cell, Writer

__all__ = ["verification_narrative", "verification_rubric", "verification_summary"]


def verification_narrative(w: Writer) -> None:
    """Every branch and every leaf in prose, then the total."""
    tree = draw_tree(w)
    opening(w, "部门整体支出绩效自评核查报告", "自评结果开展了核查")
    w.section("被核查单位概况")
    outline(w)
    staff(w)
    w.section("指标分析")
    scores = []
    for branch in tree.branches:
        w.section(branch.name, level=2)
        scores.append(say_branch(w, branch))
    w.section("核查结论")
    say_bands(w, tree)
    say_total(w, tree, scores)
    problems(w)


def verification_rubric(w: Writer) -> None:
    """The rubric as a table of two levels with self-scores and verified scores."""
    tree = draw_tree(w)
    opening(w, "绩效指标核查评分表", "各项指标进行了打分")
    w.section("评分表")
    header: list[Cell] = ["一级指标", "权重", "二级指标", "分值", "自评得分", "核查得分"]
    rows: list[list[Cell]] = [header]
    tops: list[Mark] = []
    own_scores: list[Mark] = []
    verified_scores: list[Mark] = []
    for branch in tree.branches:
        top = w.count(branch.points, "")
        worth = []
        for index, leaf in enumerate(branch.leaves):
            points, own, verified = w.count(leaf.points, ""), w.count(leaf.points, ""), w.score(leaf.score, "")
            w.relate("score_sum", "a<=b", verified, points, note="score within points")
            rows.append([branch.name if not index else "", top if not index else "", leaf.name, points, own, verified])
            worth.append(points)
            own_scores.append(own)
            verified_scores.append(verified)
        w.sum("score_sum", worth, top)
        tops.append(top)
    whole, own_total, total = w.count(100, ""), w.count(100, ""), w.score(tree.score, "")
    w.sum("score_sum", tops, whole)
    w.sum("score_sum", own_scores, own_total)
    w.sum("score_sum", verified_scores, total)
    rows.append(["合计", whole, "", "", own_total, total])
    w.table(rows, w.one_of("tabs", "markdown"))
    w.section("结论")
    say_bands(w, tree)
    final = say_total(w, tree)
    w.relate("repeat", "a=b", total, final)
    closing(w, "有关建议")


def verification_summary(w: Writer) -> None:
    """Figures behind the scores, converted scores, a table of branches."""
    accounts, tree = draw_accounts(w), draw_tree(w)
    opening(w, "整体绩效核查情况", "预算执行和履职效果进行了核查")
    w.section("收支核查")
    adjusted, _ = budget_and_outturn(w, (accounts.personnel, accounts.operating, accounts.project))
    assert adjusted.shown is not None
    execution(w, adjusted.shown.value, accounts.spending, "支出完成率")
    w.section("履职核查")
    settled(w)
    converted_score(w, w.rng.choice([3, 5, 8]))
    survey(w)
    w.section("评分汇总")
    scores = summary_table(w, tree)
    say_bands(w, tree)
    say_total(w, tree, scores)
