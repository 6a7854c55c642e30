"""Scored headings: “指标分值12分，评价得分11分，得分率91.67%” under each heading of an analysis."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.document import Cell
from hengji.facts.figures import read_figure
from hengji.facts.mention import Mention

__all__ = ["Heading", "Scored", "amount_at", "headings_of", "scored_headings"]

_NUMBER: Final = r"(\d{1,3}(?:\.\d{1,4})?)"
_WHOSE: Final = r"(?:评价|评分|自评|核查|核定|审定|实际|综合|最终|复核|本项|该项|指标|总共|共计?|实)?"
_IS: Final = r"\s*(?:分别)?(?:为|是|计|[:：])?\s*"
_SCORED: Final = re.compile(
    rf"(?:分值|满分|权重|标准分|总分|配分){_IS}{_NUMBER}\s*分\s*[，,、；;。)）]?\s*"
    rf"{_WHOSE}\s*得\s*分?{_IS}{_NUMBER}\s*分(?:\s*[，,、；;]\s*(?:(?:该项|指标)?得分\s*率?|占(?:该项|本项|该?指标|其)?(?:总分|满分|分值|权重)的?比?例?重?){_IS}(\d{{1,3}}(?:\.\d+)?)\s*[%％])?"
)
_POINTS_OF: Final = re.compile(rf"(?:分值|满分|权重|标准分|配分){_IS}{_NUMBER}\s*分")
_IN_HEADING: Final = re.compile(rf"[（(]\s*(?:分值|满分|权重|得分|总分|共)?{_IS}{_NUMBER}\s*分\s*[)）]")
_SCORE_BELOW: Final = re.compile(rf"{_WHOSE}\s*(?<!总)得\s*分{_IS}{_NUMBER}\s*分|[，,。；;：:]{_WHOSE}得{_NUMBER}\s*分")
_OF_SCORE: Final = re.compile(r"得\s?\d{1,3}(?:\.\d{1,4})?\s*分$")
_STYLES: Final = (
    r"[一二三四五六七八九十]{1,3}\s*[、.．]",
    r"[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]",
    r"\d{1,2}\s*[.．、](?!\d(?!0\d\d\s?年))",
    r"[（(]\s*\d{1,2}\s*[)）]|\d{1,2}[)）]",
    r"[①-⑳]",
)
_HEADING: Final = re.compile(rf"^[ \t\u3000#*]*(?:{'|'.join(f'({style})' for style in _STYLES)})([^\n]*)", re.MULTILINE)
_LABEL: Final = re.compile(r"[ \t\u3000]{0,80}([^，。；;：:\n]{2,24})\s{0,20}[：:]\s*(?:指标)?")
_TITLE_ENDS: Final = re.compile(r"[。；;：:（(\t]")
_SCORES_HEAD: Final = re.compile("得分|分值|评分|权重")
_CONCLUSION: Final = re.compile("结论|结果|等级|等次")
_REACH: Final = 4000


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line; `level` grows with depth, `end` is where the next numbered line begins."""

    start: int
    end: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Scored:
    """Points and score of one heading, and the rate where one is stated."""

    heading: Heading | None
    points: Amount
    score: Amount
    rate: Amount | None
    span: Span
    end: int = 0

    @property
    def reason(self) -> Span:
        """What is said behind points and score, down to the next heading or the next score."""
        return self.span[1], max(self.end, self.span[1])

    @property
    def level(self) -> int:
        return self.heading.level if self.heading is not None else len(_STYLES)

    @property
    def name(self) -> str:
        return self.heading.title if self.heading is not None else "评分"


def amount_at(context: Context, start: int, end: int) -> Amount | None:
    """The figure written from *start* to *end*, as if it were a cell of its own."""
    figure = read_figure(context.document.text[start:end])
    if figure is None:
        return None
    mention: Mention | None = next(iter(context.within((start, end))), None)
    cell = Cell(0, 0, start, end, context.document.text[start:end])
    return Amount(cell, figure.value, figure.decimals, figure.unit, mention)


def headings_of(context: Context) -> list[Heading]:
    """Numbered lines outside tables, in order."""
    text = context.document.text
    found = [match for match in _HEADING.finditer(text) if context.table_at(match.end() - 1) is None]
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [_heading(match, end) for match, end in zip(found, ends, strict=False)]


def _heading(match: re.Match[str], end: int) -> Heading:
    level = next(index for index in range(len(_STYLES)) if match[index + 1])
    title = _TITLE_ENDS.split(match[len(_STYLES) + 1].strip(), 1)[0][:40]
    return Heading(match.start(), end, level, title)


def scored_headings(context: Context) -> tuple[Scored, ...]:
    """Every statement of points and score, with the heading it stands under."""
    return context.once(scored_headings, lambda: tuple(_scored(context)))


def _scored(context: Context) -> list[Scored]:
    headings = headings_of(context)
    starts = [heading.start for heading in headings]
    found = [*_explicit(context, headings, starts)]
    taken = {id(scored.heading) for scored in found}
    found += [scored for heading in headings if id(heading) not in taken and (scored := _split(context, heading))]
    found.sort(key=lambda scored: scored.span)
    nexts = [*(scored.span[0] for scored in found[1:]), len(context.document.text)]
    heads = [None, *(scored.heading for scored in found)]
    return [
        replace(one, end=_end(context, one, following, again=one.heading is not None and one.heading == before))
        for one, following, before in zip(found, nexts, heads, strict=False)
    ]


def _end(context: Context, one: Scored, following: int, *, again: bool) -> int:
    """Where the reason ends: at the next heading, the next score, the next table of scores, or the points of another
    indicator; of a second score under one heading (*again*) at the end of its item of the list."""
    if one.heading is None:
        return one.span[1]
    tables = context.once(_scored_tables, lambda: _scored_tables(context))
    end = min(one.heading.end, following, *tables[bisect_right(tables, one.span[1]) :][:1])
    other = _POINTS_OF.search(context.document.text, one.span[1], end)
    stops = [other.start()] if other is not None else []
    if again:
        stops += [at for mark in "；;" if (at := context.document.text.find(mark, one.span[1], end)) >= 0]
    return min([end, *stops])


def _scored_tables(context: Context) -> list[int]:
    """Where tables begin that a column of points or scores makes the rubric, not part of anybody's reason."""
    return sorted(
        table.start
        for table in context.document.tables
        if any(cell.row < max(1, table.header_rows) and _SCORES_HEAD.search(cell.text) for cell in table.cells)
    )


def _explicit(context: Context, headings: list[Heading], starts: list[int]) -> Iterator[Scored]:
    for match in _SCORED.finditer(context.document.text):
        if context.table_at(match.start()) is not None:
            continue
        index = bisect_right(starts, match.start()) - 1
        heading = headings[index] if index >= 0 and match.start() - starts[index] < _REACH else None
        points, score = amount_at(context, *match.span(1)), amount_at(context, *match.span(2))
        if points is not None and score is not None:
            rate = amount_at(context, match.start(3), match.end()) if match[3] else None
            yield Scored(_labelled(context, match, heading) or heading, points, score, rate, match.span())


def _labelled(context: Context, match: re.Match[str], above: Heading | None) -> Heading | None:
    """``编制合理性：分值4分…``: a line with a name of its own is a heading one level below the last."""
    start, end = context.paragraph_at(match.start())
    label = _LABEL.fullmatch(context.document.text, start, match.start())
    if label is None or (above is not None and above.start >= start):
        return None
    return Heading(start, end, above.level + 1 if above is not None else 0, label[1])


def _split(context: Context, heading: Heading) -> Scored | None:
    """Points in the heading itself, ``（10分）``, and the score in the text below it."""
    text = context.document.text
    line_end = text.find("\n", heading.start + 1)
    match = _IN_HEADING.search(text, heading.start, line_end if line_end >= 0 else len(text))
    if match is None or _CONCLUSION.search(text, heading.start, match.start()):
        return None
    end = min(heading.end, match.end() + _REACH)
    following = _IN_HEADING.search(text, match.end(), end)  # 1.预算编制（5分）…2.目标设定（5分）…: another's points
    if following is not None and "得" not in following[0]:
        end = following.start()
    if following is not None and _OF_SCORE.search(text, match.end(), following.start()):
        own = Fraction(following[1])
        if own != Fraction(match[1]):
            return None  # （一）决策（15分）…得6分（满分6分）: the score of a part, with points of its own
    scores = list(_SCORE_BELOW.finditer(text, match.end(), end))
    values = {found[1] or found[2] for found in scores}
    if len(values) != 1:
        return None
    at = scores[0].span(1) if scores[0][1] else scores[0].span(2)
    points, score = amount_at(context, *match.span(1)), amount_at(context, *at)
    return Scored(heading, points, score, None, (match.start(), at[1])) if points and score else None
