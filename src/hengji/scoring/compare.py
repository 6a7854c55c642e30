"""Two evaluations of one department beside each other, leaf by leaf: self against verified."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.facts.evaluation import Reason
from hengji.facts.findings import Finding
from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import Comparison, Gap, NodeScore, Scorecard

__all__ = ["compare"]


def compare(self_card: Scorecard, verified_card: Scorecard) -> Comparison:
    """Every node of the scheme with both scores; gap = self − verified, and the sum of leaf gaps closes it."""
    verified = {node.path: node for node in verified_card.nodes}
    ours = {node.path: node for node in self_card.nodes}
    paths = [node.path for node in verified_card.nodes]
    paths += [path for path in ours if path not in verified]
    nodes = tuple(_gap(ours.get(path), verified.get(path)) for path in paths)
    adjustments = tuple(
        Gap((mine.name,), None, True, mine.points, theirs.points, mine.points - theirs.points, (), theirs.why)
        for mine, theirs in zip(self_card.adjustments, verified_card.adjustments, strict=False)
    )
    total = _difference(self_card.total, verified_card.total)
    findings = (
        *_problems(self_card, verified_card),
        *_closing(nodes, adjustments, total, self_card, verified_card),
    )
    return Comparison(self_card, verified_card, nodes, adjustments, total, findings)


def _gap(mine: NodeScore | None, theirs: NodeScore | None) -> Gap:
    node = theirs or mine
    if node is None:
        raise ValueError("a gap needs the node of at least one side")
    own, checked = mine.score if mine else None, theirs.score if theirs else None
    gap = _difference(own, checked)
    return Gap(
        node.path,
        node.points,
        node.is_leaf,
        own,
        checked,
        gap,
        _reasons(theirs) if theirs and gap else (),
        theirs.why if theirs and gap and node.is_leaf else (),
    )


def _reasons(node: NodeScore) -> tuple[Reason, ...]:
    """The verifier's reasons; where the score was computed and nobody judged, the computation is the reason."""
    if node.reasons or not node.is_leaf:
        return node.reasons
    return (Reason("calculation", "；".join(node.why)),)


def _difference(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other


def _problems(self_card: Scorecard, verified_card: Scorecard) -> Iterator[Finding]:
    if self_card.scheme != verified_card.scheme:
        found, expected = self_card.scheme, verified_card.scheme
        yield Finding("error", "自评与核查用的不是同一个方案", code="scheme", found=found, expected=expected)
    if self_card.year != verified_card.year:
        yield Finding(
            "error",
            "自评与核查不是同一年度",
            code="year",
            found=str(self_card.year),
            expected=str(verified_card.year),
        )
    if self_card.organisation != verified_card.organisation:
        found, expected = self_card.organisation, verified_card.organisation
        yield Finding("warning", "自评与核查的单位名称不同", code="organisation", found=found, expected=expected)
    if self_card.evaluator == "verified" and verified_card.evaluator == "self":
        yield Finding("warning", "两份文件的次序反了：先写自评，后写核查", code="order")
    for side, card in (("自评", self_card), ("核查", verified_card)):
        for finding in card.findings:
            yield Finding(
                finding.severity,
                f"{side}：{finding.message}",
                finding.source,
                finding.code,
                finding.found,
                finding.expected,
                finding.basis,
                finding.advice,
            )
    if self_card.grade and verified_card.grade and self_card.grade != verified_card.grade:
        yield Finding("note", f"等级由自评的“{self_card.grade}”变为核查的“{verified_card.grade}”", code="grade")


def _closing(
    nodes: tuple[Gap, ...],
    adjustments: tuple[Gap, ...],
    total: Fraction | None,
    self_card: Scorecard,
    verified_card: Scorecard,
) -> Iterator[Finding]:
    """Leaf gaps that do not sum to the gap of the totals: some cap or rounding stands between them."""
    gaps = [gap.gap for gap in (*nodes, *adjustments) if gap.is_leaf]
    if total is None or None in gaps:
        return
    below = sum((gap for gap in gaps if gap is not None), Fraction(0))
    if below != total:
        yield Finding(
            "warning",
            "各项差额之和与总分差额不等",
            code="gap",
            found=plain(below),
            expected=plain(total),
            basis=f"自评 {shown(self_card.total or total, 2)}，核查 {shown(verified_card.total or total, 2)}",
            advice="总分受上下限约束时会这样",
        )
