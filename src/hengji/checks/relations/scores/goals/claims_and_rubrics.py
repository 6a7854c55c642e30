"""Success claimed of the goals of the year's beginning, and a row of the rubric that shows one missed: 6项目标已全部
如期实现, and 司法所规范化建设 earned 4 of 6 points by 完成数/计划数×6; 除满意度外，其余指标均达到目标值.

A standard that gives all points for the goal (≥80%得满分) or points in proportion (完成数/计划数×8) says by the score
that the goal was missed. Only a goal that the paper lists among its goals is meant by the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation

__all__ = ["claims_and_rubrics"]

_REACHED: Final = r"(?:均|都|全部|全数)(?:已经?)?(?:如期|按期|圆满|全面|顺利|超额)?(?:完成|达到|实现|达成|达标)"
_ALL: Final = re.compile(
    rf"(?:年初|年度|设定|申报)[^。；，\n]{{0,10}}\d{{1,2}}\s?项[^。；，\n]{{0,6}}目标[^。；\n]{{0,12}}?{_REACHED}[^。；\n]{{0,14}}"
)
_REST: Final = re.compile(
    rf"[^。；，\n]{{0,12}}其[余他](?:各项|几项|\d项)?(?P<kind>[^。；，\n]{{0,8}}?)(?:指标|目标|任务)?{_REACHED}[^。；，\n]{{0,10}}"
)
_DOUBTED: Final = re.compile("基本|力争|确保|要求|如果|若|是否|为了|未能?(?=均|都|全部)")
_KIND: Final = re.compile("产出|效益|效果|质量|时效|成本|满意|社会|经济|生态|工作|重点")
_OF_GOALS: Final = re.compile("目标|任务")
_RESULT: Final = re.compile("产出|效益|效果|满意|数量|质量|时效|履职")
_FULL: Final = re.compile(r"^\s?(?:达到)?[≥≤](?P<bar>\d[\d.,]*)[^，。；]{0,8}?(?:得满分|得\d)")
_DONE: Final = re.compile(r"完成[^，。；×*/÷]{0,6}[/÷]\s?(?:年度|全年)?(?:计划|目标|任务)[^，。；×*/÷]{0,6}[×*]")
_BACK: Final = 60


@dataclass(frozen=True, slots=True)
class _Missed:
    name: str
    kinds: tuple[str, ...]
    points: Amount
    score: Amount


def claims_and_rubrics(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all, one for each claim."""
    missed = [one for rubric in rubrics_of(context) for one in _missed(rubric)]
    if not missed:
        return
    flow = flowing(context)
    goals = [one for one in missed if _is_listed(context, flow, one.name)]
    for match in (*_ALL.finditer(flow.text), *_REST.finditer(flow.text)) if goals else ():
        if context.table_at(flow.place(match.start())) is not None or _DOUBTED.search(match[0]):
            continue
        start = max(flow.text.rfind(stop, 0, match.start()) for stop in "。；\n") + 1
        before = flow.text[max(start, match.start() - _BACK) : match.start()]
        told = [one for one in goals if _is_meant(one, match, before)]
        if told:
            yield _relation(context, told[0], flow.of(match), match[0].strip())


def _missed(rubric: Rubric) -> Iterator[_Missed]:
    """Rows of results whose standard leaves no other reason for the points that they lost."""
    for row in rubric.rows:
        score = row.scores[-1] if row.scores else None
        if row.is_total or row.points is None or score is None or not score.value < row.points.value:
            continue
        if _RESULT.search(row.path[0] if row.path else "") and _is_of_goal(row):
            yield _Missed(row.name, row.path, row.points, score)


def _is_of_goal(row: RubricRow) -> bool:
    words = re.sub(r"\s", "", row.standard.text) if row.standard is not None else ""
    alone = "扣" not in words or re.search("每(?:低|少|超|差|高)", words) is not None
    return alone and (_FULL.search(words) is not None or _DONE.search(words) is not None)


def _is_listed(context: Context, flow: Flowing, name: str) -> bool:
    """Whether a numbered line outside tables under a heading of goals has half of the name."""
    pairs = pairs_of(name)
    heading = ""
    for line in re.finditer(r"[^\n]+", flow.text):
        if re.match(r"\s*[（(]?[一二三四五六七八九十]{1,3}[)）、]", line[0]):
            heading = line[0][:_BACK]
        numbered = re.match(r"\s*\d{1,2}[.．、]", line[0]) is not None
        if numbered and _OF_GOALS.search(heading) and context.table_at(flow.place(line.start())) is None:
            shared = [one for one in re.split("[；;]", line[0]) if len(pairs & pairs_of(one)) * 2 >= len(pairs)]
            if pairs and shared:
                return True
    return False


def _is_meant(one: _Missed, claim: re.Match[str], before: str) -> bool:
    """Not one of another kind, nor one that the sentence names before as missed."""
    pairs = pairs_of(one.name)
    if claim.re is _ALL:
        return "除" not in before + claim[0]
    kinds = _KIND.findall(claim["kind"])
    named = len(pairs & pairs_of(before)) * 2 >= len(pairs)
    return not named and not (kinds and not any(kind in "".join(one.kinds) for kind in kinds))


def _relation(context: Context, one: _Missed, place: Span, said: str) -> Relation:
    figures = (one.points.figure("points"), one.score.figure("score"), piece(context, "stated", *place))
    lost = f"分值 {one.points.text} 分只得 {one.score.text} 分"
    message = f"评分表中“{one.name}”没有达到目标，{lost}，这里却说“{said}”。请核对。"
    return Relation(
        "target", "error", figures, f"{one.score.text} 对 {one.points.text}", "没有全部达到", said, message,
        "说法与评分表不符。", "high",
    )  # fmt: skip
