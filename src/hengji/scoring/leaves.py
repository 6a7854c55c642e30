"""Scores one leaf: its parts, what moved in or out, what was lost and why."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.facts.evaluation import REASON_CODES, Goal, Reason
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.scorecard import Input, NodeScore, PartScore, Status
from hengji.facts.sources import Source
from hengji.facts.wording import quoted
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.rule import points_text
from hengji.rules.scheme import Indicator, Path
from hengji.scoring.environment import Known, part_key
from hengji.scoring.goal_rows import attained, attainment_sentence
from hengji.scoring.parts import PartScoring, score_part
from hengji.scoring.transfers import Standing, part_points

__all__ = ["pay_at_rate", "score_leaf"]


def score_leaf(
    path: Path, leaf: Indicator, standing: Standing, known: Known, places: int, goal: Goal | None = None
) -> NodeScore:
    """The leaf's score with its inputs, its steps and its reasons. A leaf that does not apply is handled here
    only as far as its points went elsewhere; one paid at another's rate waits for `pay_at_rate`."""
    if standing.applies == "unknown":
        return _unscored(path, leaf, standing, standing.missing)
    if standing.applies == "no":
        return _moved(path, leaf, standing)
    points, missing = part_points(leaf, standing.effective, known)
    if missing:
        return _unscored(path, leaf, standing, missing)
    parts = tuple(
        _part(PartScoring(part_key(path, number), part, effective, places), known)
        for number, (part, effective) in enumerate(zip(leaf.parts, points, strict=True), 1)
    )
    if leaf.points is None:
        why = (attainment_sentence(goal), "文件没有列出本指标的分值，不能计分") if goal else ()
        return _node(path, leaf, standing, why=why, reasons=_reasons(path, leaf, known, goal), goal=goal)
    scored = [part.score for part in parts]
    score = None if None in scored else sum((part for part in scored if part is not None), Fraction(0))
    low, high = _range(parts, goal, leaf)
    return _node(
        path,
        leaf,
        standing,
        score=score,
        low=low,
        high=high,
        status="scored" if score is not None else "not_demonstrated",
        why=(
            *_received(standing),
            *_sentences(parts, score),
            *_reason_sentences(_reasons(path, leaf, known, goal)),
        ),
        parts=parts,
        inputs=_inputs(path, leaf, known),
        reasons=_reasons(path, leaf, known, goal),
        goal=goal,
    )


def _part(scoring: PartScoring, known: Known) -> PartScore:
    if scoring.effective == 0 and scoring.part.transfer is not None:
        zero = Fraction(0)
        return PartScore(scoring.key, zero, zero, zero, zero, why=("这一部分不适用，分值转给同一指标的其他部分",))
    return score_part(scoring, known)


def _range(parts: tuple[PartScore, ...], goal: Goal | None, leaf: Indicator) -> tuple[Fraction, Fraction]:
    low = sum((part.low for part in parts), Fraction(0))
    high = sum((part.high for part in parts), Fraction(0))
    rule = leaf.parts[0].rule
    if goal is not None and goal.tier and goal.rate is None and isinstance(rule, Tiers):
        for name, interval in rule.tiers:
            if name == goal.tier and interval.low is not None and interval.high is not None:
                return high * interval.low.value, high * interval.high.value
    return low, high


def _unscored(path: Path, leaf: Indicator, standing: Standing, missing: tuple[str, ...]) -> NodeScore:
    why = (f"不知道是否适用，缺少：{'、'.join(missing)}",)
    return _node(path, leaf, standing, high=standing.effective, why=why)


def _node(path: Path, leaf: Indicator, standing: Standing, goal: Goal | None = None, **known: object) -> NodeScore:
    """A leaf's node; what is not said in *known* is that of a leaf that is not demonstrated."""
    blank = NodeScore(
        path=path,
        points=leaf.points,
        effective_points=None if leaf.points is None else standing.effective,
        score=None,
        low=Fraction(0),
        high=Fraction(0),
        status="not_demonstrated",
        is_leaf=True,
        standard=standard_text(leaf),
        basis=leaf.basis,
        meaning=leaf.meaning,
    )
    if goal is not None:
        blank = replace(
            blank,
            target=goal.target.text if goal.target else "",
            half_year_target=goal.half_year.text if goal.half_year else "",
            actual=goal.actual_text,
            attained=attained(goal),
        )
    return replace(blank, **known)  # type: ignore[arg-type]


def standard_text(leaf: Indicator) -> str:
    """The leaf's 评分标准: the prose reading of its parts."""
    if leaf.points is None:
        return "文件没有列出本指标的分值"
    texts = []
    for number, part in enumerate(leaf.parts, 1):
        points = f"（{number}）{points_text(part.points)}分：" if len(leaf.parts) > 1 else ""
        called = part.called or leaf.name
        formula = (
            f"{called}={part.value.text}。"
            if part.value and part.value.text != called and part.rule.kind != "attainment"
            else ""
        )
        cases = "".join(f"；{case.text}的，得{points_text(case.points)}分" for case in part.cases)
        zero = {"full": "；分母为0的得满分", "zero": "；分母为0的不得分"}.get(part.zero or "", "")
        body = formula + part.rule.standard(called, part.points) + cases + zero
        texts.append(f"{points}{part.text + '：' if part.text else ''}{body}")
    return "\n".join(texts)


def _sentences(parts: tuple[PartScore, ...], score: Fraction | None) -> tuple[str, ...]:
    if len(parts) == 1:
        return parts[0].why
    lines = [f"（{number}）{'；'.join(part.why)}" for number, part in enumerate(parts, 1)]
    if score is not None:
        terms = " + ".join(plain(part.score or Fraction(0)) for part in parts)
        lines.append(f"合计 {terms} = {plain(score)}")
    return tuple(lines)


def _received(standing: Standing) -> tuple[str, ...]:
    return tuple(f"{quoted(path[-1])}不适用，其 {plain(points, 4)} 分调入本指标" for path, points in standing.received)


def _reasons(path: Path, leaf: Indicator, known: Known, goal: Goal | None) -> tuple[Reason, ...]:
    keys = (part_key(path, number) for number in range(1, len(leaf.parts) + 1))
    given = [known.judgements[key].reason for key in keys if key in known.judgements]
    given += [goal.reason] if goal is not None else []
    return tuple(reason for reason in given if reason != Reason())


def _reason_sentences(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    sentences = []
    for reason in reasons:
        code = f"（{REASON_CODES.get(reason.code, reason.code)}）" if reason.code else ""
        said = [f"理由{code}：{reason.text}"] if reason.text or code else []
        said += [f"佐证：{'、'.join(reason.evidence)}"] if reason.evidence else []
        sentences.append("；".join(said))
    return tuple(sentences)


def _inputs(path: Path, leaf: Indicator, known: Known) -> tuple[Input, ...]:
    names = [name for part in leaf.parts for name in part.names()]
    names += list(leaf.applies.names) if leaf.applies else []
    inputs = [known.inputs[name] for name in dict.fromkeys(names) if name in known.inputs]
    for number, part in enumerate(leaf.parts, 1):
        judgement = known.judgements.get(part_key(path, number))
        wording = {asked.key: asked for asked in part.asks()}
        for key, answer in judgement.answers if judgement else ():
            asked = wording[key]
            shown = percent(answer) if asked.kind == "rate" else plain(answer)
            unit = {"points": "分", "deduction": "分", "rate": "", "option": ""}[asked.kind]
            origin = "、".join(judgement.reason.evidence) if judgement else ""
            inputs.append(Input(asked.text, shown, unit, origin, judgement.source if judgement else Source()))
    return tuple(inputs)


def _moved(path: Path, leaf: Indicator, standing: Standing) -> NodeScore:
    names = "、".join(quoted(target[-1]) for target in standing.given_to)
    why = (f"本指标不适用，{points_text(leaf.points or Fraction(0))} 分调整至{names}",)
    zero = Fraction(0)
    return _node(path, leaf, standing, score=zero, low=zero, high=zero, status="not_applicable", why=why)


def pay_at_rate(node: NodeScore, leaf: Indicator, payer: NodeScore, places: int) -> NodeScore:
    """A leaf that does not apply, paid at the rate of *payer*: 3 × 4 ÷ 4."""
    points, full = leaf.points or Fraction(0), payer.effective_points or Fraction(0)
    rate = (Fraction(0), Fraction(0)) if not full else (payer.low / full, payer.high / full)
    low, high = (round_half_up(points * end, places) for end in rate)
    name = quoted(payer.name)
    if payer.score is None or not full:
        why: tuple[str, ...] = (f"本指标不适用，按{name}的得分率计分，而{name}尚未佐证",)
        return _replaced(node, None, low, high, "not_demonstrated", why)
    shown = f"{points_text(points)} × {plain(payer.score)} ÷ {plain(full)} = {plain(low)}"
    why = (f"本指标不适用，分值按{name}的得分率计分：{shown}",)
    return _replaced(node, low, low, high, "not_applicable", why)


def _replaced(
    node: NodeScore,
    score: Fraction | None,
    low: Fraction,
    high: Fraction,
    status: Status,
    why: tuple[str, ...],
) -> NodeScore:
    return replace(node, score=score, low=low, high=high, status=status, why=why)
