"""Indicators with their points at the head, whatever else is told of them.

A line of text, “B3资金使用合规性，6分，得5.5分。抽查16所学校，……”; an item among others, “信息公开2分，……”; the reason
beside points and score in a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.rubrics import rubrics_of
from hengji.checks.relations.tables.amounts import tight
from hengji.facts.relation import Figure

__all__ = ["POINTS_OF", "Item", "items_of_points"]

_MARK: Final = (
    r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳])"
)
_NAME: Final = r"(?:[A-H]\d{1,3}[.、．\s]?)?[\u4e00-\u9fff“”、]{2,20}?"
_HEAD: Final = re.compile(
    rf"\s*{_MARK}?\s*(?P<name>{_NAME})(?<![得扣计加减为共给评占过])[，,：:。（(\s]{{0,2}}(?:该项|本项|指标)?(?:分值|满分|权重)?(?:为|是)?"
    r"\s?(?P<points>\d{1,2}(?:\.\d{1,2})?)\s?分(?![之值数制项类钟期])(?:[）)]|(?=[，,。：:；]))"
)
_LINE: Final = re.compile(r"[^\n]+")
POINTS_OF: Final = re.compile(r"(?<![\d.,])(?P<n>\d{1,3}(?:\.\d{1,3})?)\s?分(?![之值数制项类钟期公管])")
"""Every figure that is called points."""
_SCORE: Final = re.compile(
    r"(?:^|[，,；;。：:（(])\s?(?:该项|本项|指标|故|因此|最终|最后|实际|综合|自评|评价|核定|应|共|实|合计)*得分?(?:为|是|：)?\s?"
    r"(?P<score>\d{1,2}(?:\.\d{1,3})?)\s?分(?![之值])"
)
_LONGEST: Final = 420
_BRANCH: Final = re.compile(
    r"(?:该|本|这)?部分|[一二三四]级指标|(?:.{0,4}(?:投入|决策|过程|产出|效[益果能]|满意度|管理))(?:指标|情况|类)?|分值|满分|权重|总分"
)
"""What may have lost points for things that are told elsewhere."""
_MANY: Final = 20  # points that an indicator has no more of


@dataclass(frozen=True, slots=True)
class Item:
    """`text` is what is told behind the points, `score` the one score of the indicator, where one is told."""

    name: str
    text: str
    points: Fraction
    score: Fraction | None
    points_figure: Figure
    score_figure: Figure | None
    place: Figure
    tabled: bool

    @property
    def is_branch(self) -> bool:
        """Whether these are the points of several indicators."""
        return _BRANCH.fullmatch(self.name) is not None or self.points >= _MANY

    @property
    def decimals(self) -> int:
        """With how many decimals the score is written."""
        return len(self.score_figure.text.partition(".")[2]) if self.score_figure is not None else 0


def items_of_points(context: Context) -> tuple[Item, ...]:
    """Made once per document."""
    return context.once(items_of_points, lambda: (*_in_prose(context), *_in_rows(context)))


def _in_rows(context: Context) -> Iterator[Item]:
    for rubric in rubrics_of(context):
        for row, points, score in rubric.awarded():
            remark = row.remark
            if remark is None or row.standard is not None:
                continue
            place = Figure("data", remark.text.strip(), remark.start, remark.end)
            yield Item(
                row.name, tight(remark.text), points.value, score.value, points.figure("points"),
                score.figure("score"), place, True,
            )  # fmt: skip


def _in_prose(context: Context) -> Iterator[Item]:
    flow = flowing(context)
    lines = [one for one in _LINE.finditer(flow.text) if context.table_at(flow.place(one.start())) is None]
    for number, line in enumerate(lines):
        if "分" not in line[0]:
            continue
        parts = list(_parts(flow.text, line.span()))
        for at, (head, start, end) in enumerate(parts):
            alone = len(parts) == 1 and not flow.text[head.end() : end].strip("。：: 　")
            following = lines[number + 1] if alone and number + 1 < len(lines) else None
            stop = following.end() if following is not None and not _HEAD.match(following[0]) else end
            if at == 0 or start > 0:
                yield from _item(context, flow, head, (start, stop))


def _parts(text: str, line: Span) -> Iterator[tuple[re.Match[str], int, int]]:
    """The items of a line: each from its head to the head of the next."""
    starts = [line[0], *(at + 1 for at in range(*line) if text[at] in "；。")]
    heads = [(head, at) for at in starts if (head := _HEAD.match(text, at, line[1])) is not None]
    for number, (head, at) in enumerate(heads):
        yield head, at, heads[number + 1][1] if number + 1 < len(heads) else line[1]


def _item(context: Context, flow: Flowing, head: re.Match[str], span: Span) -> Iterator[Item]:
    text = flow.text[head.end() : span[1]]
    if len(text) > _LONGEST or "｜" in text or "|" in text:
        return
    points = Fraction(head["points"])
    scores = _scores(text, points)
    values = {Fraction(one["score"]) for one in scores}
    if len(values) > 1:
        return
    stated = scores[-1] if scores else None
    at = head.end() + stated.start("score") if stated is not None else 0
    figure = piece(context, "score", *flow.span(at, at + len(stated["score"]))) if stated is not None else None
    yield Item(
        head["name"], text, points, values.pop() if values else None,
        piece(context, "points", *flow.of(head, "points")), figure,
        piece(context, "data", *flow.span(head.end(), span[1])), False,
    )  # fmt: skip


def _scores(text: str, points: Fraction) -> Sequence[re.Match[str]]:
    """What the indicator got: no condition stands in front, 95%以上，得5分."""
    found = [one for one in _SCORE.finditer(text) if Fraction(one["score"]) <= points]
    if len(found) > 1 and found[0].start() <= 1:
        return [found[0], *(one for one in found[1:] if one["score"] == found[0]["score"])]
    return found
