"""Small scorecards made by hand: what the report views must show, without the engine that computes it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.facts.evaluation import Reason
from hengji.facts.findings import Finding
from hengji.facts.scorecard import AdjustmentScore, Comparison, Gap, Input, NodeScore, Scorecard, WhatIfScore
from hengji.facts.sources import Source

HOSTILE = "<script>alert(1)</script>"

EXECUTION = ("预算执行",)
PROCUREMENT = ("预算执行", "政府采购执行率")
COMPLIANCE = ("预算执行", "财务合规性")
BENEFIT = ("履职效益",)
VISITS = ("履职效益", "招商推介活动次数")

REASON = Reason("compliance", "有 4 个项目执行率低", ("审计整改函",))


def leaf(path: tuple[str, ...], points: str, score: str | None, **known: object) -> NodeScore:
    full = Fraction(points)
    earned = None if score is None else Fraction(score)
    node = NodeScore(
        path=path,
        points=full,
        effective_points=full,
        score=earned,
        low=earned if earned is not None else Fraction(0),
        high=earned if earned is not None else full,
        status="scored" if earned is not None else "not_demonstrated",
        is_leaf=True,
    )
    return replace(node, **known)  # type: ignore[arg-type]


def branch(path: tuple[str, ...], children: tuple[NodeScore, ...]) -> NodeScore:
    points = sum((child.points or Fraction(0) for child in children), Fraction(0))
    scores = [child.score for child in children]
    score = None if None in scores else sum((value for value in scores if value is not None), Fraction(0))
    low, high = (sum(ends, Fraction(0)) for ends in zip(*((child.low, child.high) for child in children), strict=True))
    status = "scored" if score is not None else "not_demonstrated"
    return NodeScore(path, points, points, score, low, high, status, is_leaf=False)


def procurement(score: str | None = "1.94") -> NodeScore:
    if score is None:
        return leaf(PROCUREMENT, "2", None, why=("缺少：政府采购实际金额",))
    return leaf(
        PROCUREMENT,
        "2",
        score,
        why=("政府采购执行率 = 3.83 ÷ 3.94 = 97%", "2 × 97% = 1.94"),
        inputs=(
            Input("政府采购实际金额", "1003.83", "万元", "财决附03表", Source("核查.yaml", 12)),
            Input("项目增长额", "-3.5", "万元", "", Source("核查.yaml", 13)),
        ),
        standard="得分＝分值×政府采购执行率",
        basis=("示财绩〔2024〕1号",),
    )


def scorecard(open_leaf: bool = False) -> Scorecard:
    """A verified scorecard of 100 points; with *open_leaf* one input is missing, so the total is a range."""
    spent = (
        procurement(None if open_leaf else "1.94"),
        leaf(
            COMPLIANCE,
            "58",
            "57",
            why=("58 − 1 = 57", "理由（不合规）：有 4 个项目执行率低；佐证：审计整改函"),
            reasons=(REASON,),
        ),
    )
    visits = leaf(VISITS, "40", "30", target="≥8次", actual="6次", attained=False, why=("40 × 6 ÷ 8 = 30",))
    nodes = (branch(EXECUTION, spent), *spent, branch(BENEFIT, (visits,)), visits)
    other = WhatIfScore(
        "上级补助计入",
        "另一种口径",
        None if open_leaf else Fraction("87.19"),
        Fraction("87.19"),
        Fraction("89.19") if open_leaf else Fraction("87.19"),
        "" if open_leaf else "良",
        (replace(visits, score=Fraction("28.25"), low=Fraction("28.25"), high=Fraction("28.25")),),
    )
    low, high = (Fraction(87), Fraction(89)) if open_leaf else (Fraction("88.94"), Fraction("88.94"))
    return Scorecard(
        organisation="示例市文化局",
        year=2024,
        scheme="example-2024",
        scheme_title="示例方案",
        evaluator="verified",
        total=None if open_leaf else low,
        low=low,
        high=high,
        uncapped=None if open_leaf else low,
        total_by_scheme=None if open_leaf else low,
        grade="" if open_leaf else "良",
        possible_grades=("良",),
        is_stated=False,
        nodes=nodes,
        adjustments=(
            AdjustmentScore("表彰", 0, Fraction(0)),
            AdjustmentScore("问责", 1, Fraction(-2), ("1 项 × -2 = -2",)),
        ),
        what_ifs=(other,),
        findings=(
            Finding("note", "单位已更名"),
            Finding("error", "文中总分与各项得分不一致", Source("核查.yaml", 3), found="90.00 分", expected="88.94 分"),
        ),
        stated_total=Fraction(90),
    )


def comparison() -> Comparison:
    """A self-evaluation that gave itself one point more than the verifier did."""
    verified = scorecard()
    generous = [replace(node, score=Fraction(58)) if node.path == COMPLIANCE else node for node in verified.nodes]
    own = replace(verified, evaluator="self", nodes=tuple(generous), total=Fraction("89.94"), findings=())
    gaps = tuple(
        Gap(
            mine.path,
            mine.points,
            mine.is_leaf,
            mine.score,
            theirs.score,
            mine.score - theirs.score if mine.score is not None and theirs.score is not None else None,
            theirs.reasons if mine.score != theirs.score else (),
            theirs.why if mine.score != theirs.score else (),
        )
        for mine, theirs in zip(own.nodes, verified.nodes, strict=True)
    )
    adjustments = (Gap(("问责",), None, True, Fraction(0), Fraction(-2), Fraction(2)),)
    return Comparison(
        own, verified, gaps, adjustments, Fraction(1), (Finding("warning", "各项差额之和与总分差额不等"),)
    )
