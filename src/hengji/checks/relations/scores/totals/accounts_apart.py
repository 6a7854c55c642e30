"""Scores of a whole evaluation in one place and their total in another: 综合得分90.5分 in the conclusion, and three
sections on 书面评审60分，得54.7分；现场勘查30分，得26.5分；问卷10分，得9.3分; or ten numbered items, and
以上十项相加，总分94.39分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.scores.reading.told_entries import Entry, told_entries
from hengji.checks.relations.scores.totals.accounts_told import NAMES_OF_ALL, sum_relation
from hengji.facts.relation import Relation

__all__ = ["accounts_apart"]

_TOTAL: Final = re.compile(
    r"(?:综合|总评?|评价|最终|自评|绩效|考评)[^，。；：\d]{0,6}(?:得分|评分|总分|得|分)(?:为|是|：)?\s?$|自评\s?$|(?:综合|总)得\s?$"
)
_SUMMED: Final = re.compile("合计|共计|共得|总分|总得分|加总|相加|加起来|小计|一共|综合|自评得分|评价得分")
_TWO_JUDGES: Final = re.compile(
    r"(?:核查|复核|复评|再评价|第三方|专家组|评价组|财政局?)[^。；，\n]{0,10}(?:得分|评分|总分)|加分项|减分项?|扣分项|(?:另|再)加\s?\d"
)
_ITEM: Final = re.compile(r"\s*(?:\d{1,2}[、.．](?!\d)|（[\d一二三四五六七八九十]{1,3}）)")
_ALL_ITEMS: Final = re.compile(
    r"(?:以上|上述|前述|这)?(?P<n>\d{1,2}|[二两三四五六七八九十]{1,3})(?:个|大)?(?:项|类|方面|部分)(?:指标)?(?:得分)?(?:逐项)?(?:相加|合计|加总|之和|累计|汇总|加起来|得分合计)"
)
_HEADED: Final = re.compile(r"[）.．、]\s?[\u4e00-\u9fff“”]{2,14}[（，,]")
"""（一）部门管理，满分30分，自评27.5分 tells the score of the whole item before those of its parts."""
_BRANCH: Final = re.compile("决策|投入|过程|管理|产出|效益|效果|满意|预算执行|履职")
_FEWEST: Final = 3
_LEAST: Final = 20
_NEAR: Final = 6
_HUNDRED: Final = Fraction(100)


def accounts_apart(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``."""
    flow, lines = flowing(context), told_entries(context)
    yield from _numbered(context, flow, lines)
    totals = [one for line in lines for one in line if one.kind == "score" and _TOTAL.search(one.lead)]
    alone = not _TWO_JUDGES.search(flow.text)
    if alone:
        yield from _of_table(context, flow, lines, totals)
    for line in lines:
        parts = _list_of(line)
        points = [one.points for one in parts if one.points is not None]
        whole = sum(points, Fraction(0)) if len(points) == len(parts) else None
        covered = any(
            len(names) == len(parts) and all(sum(1 for one in parts if name.search(one.lead)) == 1 for name in names)
            for names in NAMES_OF_ALL
        )
        if len(parts) < _FEWEST or any(one in line for one in totals):
            continue
        if whole is not None and whole < _HUNDRED:
            yield from _of_branch(context, flow, parts, whole, lines)
        elif alone and (whole == _HUNDRED or (whole is None and covered)):
            told = [one for one in totals if _LEAST < one.value < _HUNDRED]
            yield from _compared(context, flow, parts, told)


def _of_table(
    context: Context, flow: Flowing, lines: Sequence[Sequence[Entry]], totals: Sequence[Entry]
) -> Iterator[Relation]:
    """合计（100分） 90.5分 in a list of lines, and 自评得分95.0分 in the conclusion, nobody else having scored."""
    whole = [
        one for line in lines for one in line if one.points == _HUNDRED and re.search("合计|总计|总分", one.lead[-16:])
    ]
    told = [one for one in totals if one not in whole and _LEAST < one.value < _HUNDRED]
    if len({one.value for one in whole}) == 1 and len({one.value for one in told}) == 1:
        yield sum_relation(context, flow, whole[:1], told[-1])


def _list_of(line: Sequence[Entry]) -> Sequence[Entry]:
    """All scores of a line; nothing where one of them is a sum, or something else stands among them."""
    parts: list[Entry] = []
    for one in line:
        if one.kind != "score" or "其中" in one.lead:
            break
        parts.append(one)
    return [] if any(_SUMMED.search(one.lead[-12:]) for one in parts) else parts


def _compared(context: Context, flow: Flowing, parts: Sequence[Entry], told: Sequence[Entry]) -> Iterator[Relation]:
    together = sum((one.value for one in parts), Fraction(0))
    values = {one.value for one in told}
    if len(values) == 1 and together != _HUNDRED and abs(together - told[0].value) <= _NEAR:
        yield sum_relation(context, flow, parts, told[0])


def _of_branch(
    context: Context, flow: Flowing, parts: Sequence[Entry], whole: Fraction, lines: Sequence[Sequence[Entry]]
) -> Iterator[Relation]:
    """产出指标满分36分，得33.6分 in the conclusion, and 产出分析：数量12分得12分；…, whose points make those 36."""
    named = _BRANCH.findall(parts[0].lead.split("：")[0]) if "：" in parts[0].lead else []
    told = [
        one
        for line in lines
        for one in line
        if one.points == whole and one not in parts and one.kind == "score" and named and named[0] in one.lead
    ]
    if len(told) == 1 and len(set(named)) == 1:
        yield sum_relation(context, flow, parts, told[0])


def _numbered(context: Context, flow: Flowing, lines: Sequence[Sequence[Entry]]) -> Iterator[Relation]:
    """以上十项相加，总分94.39分 below ten numbered items, each with its points and its score."""
    for at, line in enumerate(lines):
        total = next((one for one in line if one.kind == "score" and _ALL_ITEMS.search(one.lead)), None)
        found = _ALL_ITEMS.search(total.lead) if total is not None else None
        number = whole_number(found["n"]) if found is not None else None
        if total is None or not number or number < _FEWEST:
            continue
        items = _items(flow, lines[:at], number)
        if len(items) == number:
            yield sum_relation(context, flow, [score for _, score in items], total)


def _items(flow: Flowing, lines: Sequence[Sequence[Entry]], number: int) -> list[tuple[Fraction, Entry]]:
    """The points and the last score of each of the last *number* items; a line without a number goes on with the item
    above it."""
    items: list[tuple[Fraction, Entry]] = []
    kept: list[Entry] = []
    for line in reversed(lines):
        begin = flow.text.rfind("\n", 0, line[0].at) + 1
        kept = [*line, *kept]
        if _ITEM.match(flow.text, begin) is None:
            continue
        points = kept[0].points if kept[0].points is not None else kept[0].value if kept[0].kind == "points" else None
        scores = [one for one in kept if one.kind == "score" and points is not None and one.value <= points]
        if points is None or not scores:
            return []
        items.insert(
            0, (points, kept[0] if kept[0].points is not None and _HEADED.search(kept[0].lead) else scores[-1])
        )
        kept = []
        if len(items) == number:
            break
    return items if sum((points for points, _ in items), Fraction(0)) == _HUNDRED else []
