"""A heading with points and a score, and the indicators below it down to where their points make those of the heading:
（三）产出情况（35分，得31.50分）, 1.产出数量（15分）。…合计13.00分, 2.产出质量（12分）。…得12.00分, ….

Indicators may have parts of their own, told as items of the same kind. Every way to read which belong to which is tried
that the points allow; the score is wrong only where it is the sum in none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["outlined_scores"]

_N: Final = r"\d{1,3}(?:\.\d{1,3})?"
_GOT: Final = r"(?:自评|评价|核查|实际|综合|合计|实|共|计|应|本项|该项)*(?:得分?|自评|评价|核定|实得)(?:为|是|：)?"
_HEAD: Final = re.compile(
    r"[ \t\u3000#*]*(?P<mark>[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[.．、](?!\d)"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]|[A-H]\d{1,3})?"
    r"[ .．、]?(?P<name>[“”\u4e00-\u9fffA-Z]{2,22}?)(?<![得扣计加减为共给评占过是低高每到])"
    r"(?:。设[^，。；\n]{1,8}[，,]共|[，,：（(]?\s?(?:该项|本项|该部分|指标)?(?:分值|满分|权重|标准分)?(?:为|是|共|计)?)"
    rf"\s?(?P<points>{_N})\s?分(?![之值数制项类钟期])"
    rf"(?:[，,；]\s?(?:{_GOT})(?P<score>{_N})\s?分(?![之值的])|(?=[）)，,。：:；\s]))"
)
_STARTS: Final = near(
    re.compile(
        r"(?:^|(?<=[\n；。：:])|(?<=分[）)])(?=[A-H]\d|[（(]\d|\d{1,2}[.、]|[①-⑳])|(?<=\d分)(?=[\u4e00-\u9fff“”]{3,16}\d{1,2}分[，,]))"
        r"(?=[^\n]{2,60}?\d\s?分)",
        re.MULTILINE,
    ),
    r"分(?<=\d分)|分(?<=\d\s分)",
    90,
)
"""A heading has no stop, and what follows it may have been taken for its next line."""
_SUMMED: Final = re.compile(rf"(?:合计|小计|共计|共|累计|总计)(?:得|为|自评得|实得)?分?(?P<score>{_N})\s?分(?![之值])")
_LAST: Final = re.compile(rf"得分?(?:为|：)?\s?(?P<score>{_N})\s?分[）)]?[。；，\s]*$")
_RULED: Final = re.compile(r"(?:以[上下内]|[的者含]|[≥≤><]\s?\d[\d.]*[%％]?)[）)]?\s?[，,]?\s?(?:可|应)?$")
_APART: Final = re.compile("加分|附加|倒扣|不计入|折算|换算|权重")
_FEWEST, _MOST, _WAYS, _DEEPEST = 2, 30, 12, 3
_TAIL, _BEFORE = 40, 12


@dataclass(frozen=True, slots=True)
class _One:
    """A heading or an item; `told`: its score and where it stands, in the flowing text."""

    style: str
    name: str
    points: Fraction
    told: tuple[Fraction, Span] | None
    whole: bool
    start: int


def outlined_scores(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, errors all, but for scores that one of *found* has judged wrong."""
    wrong = {figure.start for one in found if one.verdict == "error" for figure in one.figures}
    flow = flowing(context)
    ones = _ones(context, flow)
    for at, head in enumerate(ones):
        if head.whole and head.style and head.told is not None:
            ways = list(islice(_ways(ones, at + 1, head.points, (head.style,)), _WAYS))
            relation = _judged(context, flow, head, ways)
            if relation is not None and not any(figure.start in wrong for figure in relation.figures):
                yield relation


def _ones(context: Context, flow: Flowing) -> list[_One]:
    heads: list[re.Match[str]] = []
    for start in _STARTS.finditer(flow.text):
        match = _HEAD.match(flow.text, start.end())
        behind = not heads or start.end() >= heads[-1].end()
        if match is not None and behind and context.table_at(flow.place(match.start("points"))) is None:
            heads.append(match)
    if not heads:
        return []
    ends = [*(one.start() for one in heads[1:]), len(flow.text)]
    marked = [at for at, head in enumerate(heads) if head["mark"]]
    following = dict(pairwise([*marked, len(heads)]))
    found = []
    for at, (head, end) in enumerate(zip(heads, ends, strict=True)):
        after = following.get(at, at + 1)
        stop = heads[after].start() if after < len(heads) else len(flow.text)
        found.append(_one(flow, head, stop if head["mark"] else end, parted=after > at + 1))
    return found


def _one(flow: Flowing, head: re.Match[str], end: int, *, parted: bool) -> _One:
    mark = head["mark"] or ""
    style = re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", re.sub("[①-⑳]", "①", mark)))
    told = (
        (Fraction(head["score"]), head.span("score")) if head["score"] else _told(flow.text, head, end, parted=parted)
    )
    if told is not None and told[0] > Fraction(head["points"]):
        told = None
    return _One(style, head["name"], Fraction(head["points"]), told, head["score"] is not None, head.start())


def _told(text: str, head: re.Match[str], end: int, *, parted: bool) -> tuple[Fraction, Span] | None:
    """The score at the end of what is told of an indicator: the sum of its parts, or, where it is not *parted*, the
    last that it got."""
    paragraph = text.find("\n\n", head.end(), end)
    stop = paragraph if paragraph >= 0 else end
    summed = list(_SUMMED.finditer(text, head.end(), stop))
    own = [one for one in summed if Fraction(one["score"]) <= Fraction(head["points"])]
    stop = summed[0].start() if summed and not own else stop  # behind the last indicator the sum of them all
    last = own[-1] if own else _LAST.search(text, max(head.end(), stop - _TAIL), stop)
    if (
        last is None
        or (parted and not own)
        or (not own and _RULED.search(text[max(head.end(), last.start() - _BEFORE) : last.start()]))
    ):
        return None
    return Fraction(last["score"]), last.span("score")


@dataclass(frozen=True, slots=True)
class _Way:
    """The items that make the points together, each with its score, and where the next begins."""

    items: tuple[_One, ...]
    scores: tuple[Fraction | None, ...]
    following: int

    @property
    def total(self) -> Fraction | None:
        scores = [score for score in self.scores if score is not None]
        return sum(scores, Fraction(0)) if len(scores) == len(self.scores) else None


def _ways(ones: Sequence[_One], at: int, left: Fraction, styles: tuple[str, ...]) -> Iterator[_Way]:
    """The items from *at* on that have so many points together; the parts of an item are passed over. No item is marked
    like a heading above it."""
    yield from _more(ones, at, left, styles, _Way((), (), at))


def _more(ones: Sequence[_One], at: int, left: Fraction, styles: tuple[str, ...], taken: _Way) -> Iterator[_Way]:
    if left == 0:
        if len(taken.items) >= _FEWEST:
            yield taken
        return
    if at >= len(ones) or len(taken.items) > _MOST:
        return
    one = ones[at]
    marks = {each.style for each in taken.items}
    if not one.style and any(marks):  # a part of the item before
        yield from _more(ones, at + 1, left, styles, replace(taken, following=at + 1))
        return
    if one.points > left or (one.style and (one.style in styles or (marks and one.style not in marks))):
        return
    inner = next(_ways(ones, at + 1, one.points, (*styles, one.style)), None) if len(styles) < _DEEPEST else None
    told = one.told[0] if one.told is not None else None
    parts = [(inner, inner.following)] if inner is not None else []
    for part, following in [*parts, (None, at + 1)] if told is not None or not parts else parts:
        score = told if told is not None or part is None else part.total
        grown = _Way((*taken.items, one), (*taken.scores, score), following)
        yield from _more(ones, following, left - one.points, styles, grown)


def _judged(context: Context, flow: Flowing, head: _One, ways: Sequence[_Way]) -> Relation | None:
    totals = [way.total for way in ways]
    if head.told is None or not ways or None in totals or head.told[0] in totals:
        return None
    way, total = ways[0], totals[0] or Fraction(0)
    if _APART.search(flow.text[head.start : way.items[-1].start]):
        return None
    figures = (
        *(piece(context, "part", *flow.span(*one.told[1])) for one in way.items if one.told is not None),
        piece(context, "stated", *flow.span(*head.told[1])),
    )
    formula = " + ".join(plain(score) for score in way.scores if score is not None)
    message = f"“{head.name}”各项得分之和应为 {plain(total)} 分，标题为 {plain(head.told[0])} 分。"
    return Relation(
        "score_sum", "error", figures, formula, plain(total), plain(head.told[0]), message, "标题或某一项的得分误写。",
        "high",
    )  # fmt: skip
