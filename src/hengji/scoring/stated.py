"""What the document itself prints, held against the scheme and against the recomputation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.wording import quoted
from hengji.rules.scheme import Indicator, Path, Scheme, walk
from hengji.scoring.leaves import standard_text

__all__ = ["review_stated", "stated_nodes"]

_NAMED = 6
"""Indicators that one sentence names before it counts the rest."""


def stated_nodes(evaluation: Evaluation, scheme: Scheme) -> tuple[NodeScore, ...]:
    """The tree of a stated column: leaves as stated, branches as the sum of what is stated below them."""
    stated = dict(evaluation.stated.scores)
    nodes: dict[Path, NodeScore] = {}
    for path, node in reversed(list(walk(scheme.indicators))):
        nodes[path] = _stated_node(path, node, stated.get(path), [nodes[(*path, c.name)] for c in node.children])
    return tuple(nodes[path] for path, _ in walk(scheme.indicators))


def _stated_node(path: Path, node: Indicator, stated: Fraction | None, children: list[NodeScore]) -> NodeScore:
    points = node.points or Fraction(0)
    low = high = Fraction(0)
    score: Fraction | None = stated
    if children:
        scores = [child.score for child in children]
        score = None if None in scores else sum((value for value in scores if value is not None), Fraction(0))
        low, high = sum((c.low for c in children), Fraction(0)), sum((c.high for c in children), Fraction(0))
    elif stated is None:
        high = points
    else:
        low = high = stated
    return NodeScore(
        path=path,
        points=node.points,
        effective_points=node.points,
        score=score,
        low=low,
        high=high,
        status="not_demonstrated" if score is None else "scored",
        is_leaf=node.is_leaf,
        why=("文件自报的得分，没有可供重算的数据",) if stated is not None and not children else (),
        standard=standard_text(node) if node.is_leaf else "",
        basis=node.basis,
        meaning=node.meaning,
        stated=stated,
    )


def review_stated(card: Scorecard, evaluation: Evaluation, scheme: Scheme) -> tuple[Finding, ...]:
    """Everything that the printed result gets wrong, or that it does not let anyone recompute."""
    return (
        *_scores(card),
        *_total(card, evaluation, scheme),
        *_grade(card, evaluation, scheme),
        *_claims(card, evaluation),
        *_missing(card, evaluation),
    )


def _scores(card: Scorecard) -> Iterator[Finding]:
    for node in card.nodes:
        name = "/".join(node.path)
        if node.stated is None:
            continue
        limit = node.effective_points if node.effective_points is not None else node.points
        if limit is not None and node.stated > limit:
            yield Finding(
                "error",
                f"{quoted(name)}自报得分超过分值",
                code="above_points",
                found=f"{plain(node.stated)} 分",
                expected=f"不超过 {plain(limit)} 分",
                advice="请按评分标准重算，或说明分值调整的依据",
            )
        elif not card.is_stated and node.score is not None and node.stated != node.score:
            yield Finding(
                "error",
                f"{quoted(name)}文中得分与按标准重算的不一致",
                code="not_recomputed",
                found=f"{plain(node.stated)} 分",
                expected=f"{plain(node.score)} 分",
                basis="；".join(node.why) or "下级指标得分之和",
            )


def _total(card: Scorecard, evaluation: Evaluation, scheme: Scheme) -> Iterator[Finding]:
    stated = card.stated_total
    printed = stated if stated is not None else card.total if card.is_stated else None
    if printed is None:
        return
    if not scheme.floor <= printed <= scheme.ceiling:
        yield Finding(
            "error",
            f"总分 {shown(printed, 2)} 超出方案规定的 {plain(scheme.floor)}～{plain(scheme.ceiling)} 分",
            code="total_cap",
            found=f"{shown(printed, 2)} 分",
            expected=f"{shown(max(scheme.floor, min(scheme.ceiling, printed)), 2)} 分",
            basis="、".join(scheme.basis),
            advice="加分后总分不能超过上限，请更正总分",
        )
    if stated is None:
        return
    if card.is_stated and card.uncapped is not None and stated != card.uncapped:
        yield _sum_differs(stated, card.uncapped, "各指标自报得分及加减分之和")
    elif not card.is_stated and card.total is not None and stated != card.total:
        yield _sum_differs(stated, card.total, "按标准逐项重算之和")
    elif not card.is_stated and card.total is None and not card.low <= stated <= card.high:
        message = "文中总分落在按已有数据可能的范围之外"
        expected = f"{shown(card.low, 2)}～{shown(card.high, 2)} 分"
        yield Finding("error", message, code="total", found=f"{shown(stated, 2)} 分", expected=expected)


def _sum_differs(stated: Fraction, total: Fraction, basis: str) -> Finding:
    message = "文中总分与各项得分不一致"
    found, expected = f"{shown(stated, 2)} 分", f"{shown(total, 2)} 分"
    return Finding("error", message, code="total", found=found, expected=expected, basis=basis)


def _grade(card: Scorecard, evaluation: Evaluation, scheme: Scheme) -> Iterator[Finding]:
    stated, total = evaluation.stated.grade, evaluation.stated.total
    if not stated:
        return
    expected = scheme.grade_of(min(scheme.ceiling, total)) if total is not None else card.grade
    if expected and expected != stated:
        yield Finding(
            "error",
            "文中等级与总分不符",
            code="grade",
            found=f"“{stated}”",
            expected=f"“{expected}”",
            basis="；".join(f"{name} {interval}" for name, interval in scheme.grades),
        )


def _claims(card: Scorecard, evaluation: Evaluation) -> Iterator[Finding]:
    missed = [node for node in card.leaves if node.attained is False]
    if not missed:
        return
    rows = "；".join(f"{node.name}（指标值 {node.target}，完成值 {node.actual}）" for node in missed)
    for claim in evaluation.stated.claims:
        yield Finding(
            "error",
            f"文中称{quoted(claim)}，但有 {len(missed)} 项指标未达到",
            code="claim",
            found=rows,
            advice="请改写结论，或逐项说明未达到的原因",
        )
    if not evaluation.stated.claims:
        yield Finding("warning", f"有 {len(missed)} 项指标未达到", code="missed", found=rows)


def _missing(card: Scorecard, evaluation: Evaluation) -> Iterator[Finding]:
    lacking = [node for node in card.nodes if node.status == "not_demonstrated" and (node.is_leaf or node.why)]
    if not lacking:
        return
    stated = card.stated_total
    said = f"文中总分 {shown(stated, 2)} 不能由所列数据重算" if stated is not None else "总分还不能确定"
    yield Finding(
        "warning",
        f"{said}：有 {len(lacking)} 项没有得到佐证，按已有数据总分在 {shown(card.low, 2)}～{shown(card.high, 2)} 之间",
        code="not_demonstrated",
        found="；".join(_by_reason(lacking)),
        advice="请补充所缺的数据、分值或评判",
    )


def _by_reason(lacking: list[NodeScore]) -> Iterator[str]:
    """What is missing, said once, with the indicators that lack it; each of them says it in full itself."""
    reasons: dict[str, list[str]] = {}
    for node in lacking:
        # Several parts may lack something, and a judgement's reason may stand behind them.
        said = [line for line in node.why if "缺少：" in line] or list(node.why[-1:])
        reasons.setdefault("；".join(said) or "没有得分", []).append(node.name)
    for reason, names in reasons.items():
        more = f"等 {len(names)} 项" if len(names) > _NAMED else ""
        yield f"{reason}（{'、'.join(names[:_NAMED])}{more}）"
