"""Rows of a score table that a page has left as lines: “提交及时性 按时完成 达成预期指标 8 9” gives 9 of 8 points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["lined_scores"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_LINE: Final = re.compile(
    rf"^[^\n\t|]*[\u4e00-\u9fff%％\d]\s{{1,8}}(?P<points>{_N})[ \u3000]{{1,8}}(?P<score>{_N})[ \u3000]*$", re.MULTILINE
)
_HEAD: Final = re.compile(r"分值[^\n]{0,12}(?:得分|评分)|权重[^\n]{0,12}得分")
_GOAL: Final = re.compile(
    rf"(?P<sign>[≤≥])\s?(?P<goal>\d[\d,]{{0,12}}(?:\.\d{{1,4}})?)\s?(?P<unit>[%％\u4e00-\u9fff]{{0,4}})\s{{1,8}}(?P<done>\d[\d,]{{0,12}}(?:\.\d{{1,4}})?)\s?(?P<u>[%％\u4e00-\u9fff]{{0,4}})"
    rf"[ \u3000]{{1,8}}(?P<points>{_N})[ \u3000]{{1,8}}(?P<score>{_N})[ \u3000]*$",
    re.MULTILINE,
)
_FEWEST: Final = 4
_APART: Final = 160  # characters between two rows of one table
_HEAD_ABOVE: Final = 600


def lined_scores(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``policy`` and ``target``, where the lines around hold and a heading names the two columns."""
    text = context.document.text
    rows = [match for match in _LINE.finditer(text) if context.table_at(match.start("points")) is None]
    for group in _groups(rows):
        first = group[0].start()
        above = [pair for pair in map(_pair, group) if pair[1] > pair[0]]
        equal = sum(pair[0] == pair[1] for pair in map(_pair, group))
        headed = _HEAD.search(text, max(0, first - _HEAD_ABOVE), group[-1].end()) is not None
        if len(group) < _FEWEST or not headed or equal * 2 < len(group) or len(above) * 4 > len(group):
            continue
        for match in group:
            yield from _over(context, match)
        low, high = group[0].start(), group[-1].end()
        yield from (one for goal in _GOAL.finditer(text, low, high) for one in _missed(context, goal))


def _groups(rows: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for match in rows:
        if group and match.start("points") - group[-1].end() > _APART:
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _pair(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    return read_number(match["points"]) or Fraction(0), read_number(match["score"]) or Fraction(0)


def _over(context: Context, match: re.Match[str]) -> Iterator[Relation]:
    points, score = _pair(match)
    if score > points:
        figures = (
            piece(context, "points", *match.span("points")),
            piece(context, "score", *match.span("score")),
        )
        message = f"分值 {match['points']} 分，得分 {match['score']} 分，得分不会高于分值。请核对。"
        yield Relation(
            "policy",
            "error",
            figures,
            "得分 ≤ 分值",
            f"≤ {match['points']}",
            match["score"],
            message,
            "得分误写",
            "high",
        )


def _missed(context: Context, match: re.Match[str]) -> Iterator[Relation]:
    goal, done = (read_number(match[name].replace(",", "")) for name in ("goal", "done"))
    points, score = _pair(match)
    if goal is None or done is None or (match["u"] and match["u"] != match["unit"]):
        return
    met = done <= goal if match["sign"] == "≤" else done >= goal
    if met or score == points:
        figures = piece(context, "target", *match.span("goal")), piece(context, "actual", *match.span("done"))
        told = f"目标 {match['sign']}{match['goal']}{match['unit']}，完成 {match['done']}"
        says = "达标。" if met else f"未达标，却得满分 {match['score']} 分。请核对目标值、完成值和得分。"
        yield Relation(
            "target", "ok" if met else "error", figures, f"{match['done']} 对 {match['goal']}",
            "达标" if met else "未达标", match["done"], f"{told}，{says}",
            "" if met else "完成值或得分误写。", "medium" if met else "high",
        )  # fmt: skip
