"""Scores listed with their points in brackets: “总分95.62分：执行（10分）得9.50分，产出（50分）得47.12分，…”.

Where the points make a hundred the list is the whole evaluation, and its scores are the total, wherever that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.marking import bound_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict

__all__ = ["bracketed_scores", "scores_above"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_BEFORE: Final = re.compile(
    rf"[（(](?:分值|满分|权重|总分|共)?(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分[)）][^，,。；;、\n\d]{{0,8}}?"
    rf"(?:得分?|评分|实得|自评|计|为)*(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分"
)
_BEHIND: Final = re.compile(
    rf"(?:得分?|评分|实得|自评)?(?:为|是|[:：])?\s{{0,20}}+({_N})\s{{0,40}}分?\s{{0,40}}[（(](?:分值|满分|权重|总分|共)"
    rf"(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分?[)）]"
)
_AHEAD: Final = re.compile(
    rf"(?:分值|满分|权重|标准分|(?:指标|[项类])(?:共计?|合计|总计))(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分[，,、]\s{{0,40}}(?:"
    rf"(?:评价|自评|核查|实际|复核|实)得?分?|得分?)(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分"
)
_HEADED: Final = re.compile(
    rf"[（(]\s?({_N})\s?分\s?[)）][。：:]\s?[^（）()。；;\n]{{4,100}}?[，,]得\s?({_N})\s?分(?=[。；;\n]|$)"
)
"""信息公开（4分）。预算按时在网站公开，得4分。"""
_BESIDE: Final = re.compile(
    rf"(?:分值|满分|权重|指标|类|共|[\u4e00-\u9fff]{{2}})(?:共|为|是)?\s{{0,40}}({_N})\s{{0,40}}分(?:[，,]|(?=得))\s{{0,40}}"
    rf"(?:[按据根][^，,。；;\n\d]{{1,16}}?[，,]?)?(?:扣减?{_N}分[，,])?(?:评价|自评|核查|实际|本项|实|共)?得分?"
    rf"(?:为|是)?\s{{0,40}}({_N})\s{{0,40}}分(?![，,]得分率)"
)
_ANCHOR: Final = re.compile(r"\d\s{0,40}分|[（(](?:分值|满分|权重|总分|共)")
_FULL: Final = re.compile("[（(](?:分值|满分|权重|总分|共)")
_EARNS: Final = re.compile(r"分[，,、]\s{0,40}(?:(?:评价|自评|核查|实际|复核|实)得?分?|得分?)")
_AROUND: Final = 300
_ADDED_UP: Final = re.compile("共|合计|小计")
_GAP: Final = re.compile(
    r"[，,、；;。]?(?:其中)?[^，,、；;。：:\n\d]{0,24}|[，,、；;]?\s?[^，,、；;。：:\n\d]{0,24}\n\s*[^，,、；;。：:\n\d]{0,24}"
)
_OF_PART: Final = re.compile(
    rf"(?:分值|满分|权重|标准分|总分值?|配分|共|计|[（(])\s{{0,40}}"
    rf"(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分\s{{0,40}}[)）]?\s{{0,40}}[，,、；;。]\s{{0,40}}"
    rf"(?:评价|自评|核查|复核|核定|实际|本项|该项|实|共|[该本](?:部分|类|指标))*得分?\s{{0,40}}(?:为|是|[:：])?\s{{0,40}}({_N})\s{{0,40}}分(?!值)"
)
_LED_BY: Final = re.compile(
    rf"得分?(?:为)?\s{{0,4}}({_N})\s{{0,4}}分[，,。；;]?(?:其中|包括|具体(?:为)?|分别为?)[：:，,]?[^，,。；;：:\n\d]{{0,16}}$"
)
_LEADS_IN: Final = re.compile("其中|包括|[：:]|分别")
_TOTAL: Final = re.compile(
    rf"(?:总|综合|自评|评价|最终|核查|合计|共计?)[^，,。；;\n\d]{{0,8}}?\s{{0,40}}({_N})\s{{0,40}}分"
)
_EARNED: Final = re.compile(rf"得\s?{_N}\s?分")
_BRANCH: Final = re.compile("类指标|一级指标|类（|类共")
"""What a branch is called, whose points are those of the indicators behind it."""
_SHORT: Final = 8
_REACH: Final = 60
_FEWEST: Final = 2
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class _Item:
    """Points and score; where they stand in the flowing text."""

    points: Amount
    score: Amount
    start: int
    end: int
    summed: bool


def bracketed_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum`` for every such list outside tables."""
    text = flowing(context).text
    for pattern, points, score in ((_BEFORE, 1, 2), (_BEHIND, 2, 1), (_BESIDE, 1, 2)):
        run: list[_Item] = []
        for item in _items(context, pattern, points, score):
            if run and _GAP.fullmatch(text, run[-1].end, item.start) is None:
                yield from _judged(context, run)
                run = []
            run.append(item)
        yield from _judged(context, run)


def scores_above(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``: 得16分（满分15分）, more than there was to earn."""
    text = context.document.text
    found = [(match, 1, 2) for match in matches_near(_BEHIND, _FULL, text, _AROUND)]
    found += [(match, 2, 1) for match in matches_near(_AHEAD, _EARNS, text, _AROUND)]
    found += [(match, 2, 1) for match in matches_near(_HEADED, _ANCHOR, text, _AROUND)]
    for match, earned, whole in found:
        score, full = amount_at(context, *match.span(earned)), amount_at(context, *match.span(whole))
        near = text[max(0, match.start() - _REACH // 2) : match.end() + _REACH // 2]
        if score is None or full is None or context.table_at(match.start()) is not None or "加分" in near:
            continue
        if full.value < score.value < 2 * full.value and re.search("得|评分|自评", match[0]):
            message = f"得分 {score.text} 超过满分 {full.text}。"
            figures = (full.figure("points"), score.figure("score"))
            formula = f"{score.text} ≤ {full.text}"
            yield bound_relation("error", figures, formula, f"不超过 {full.text}", message)


def _items(context: Context, pattern: re.Pattern[str], points: int, score: int) -> Iterator[_Item]:
    flow = flowing(context)
    for match in matches_near(pattern, _ANCHOR, flow.text, _AROUND):
        if context.table_at(flow.place(match.start())) is None:
            full, got = amount_at(context, *flow.of(match, points)), amount_at(context, *flow.of(match, score))
            if full is not None and got is not None and got.value <= full.value:
                yield _Item(full, got, match.start(), match.end(), _ADDED_UP.search(match[0]) is not None)


def _judged(context: Context, run: Sequence[_Item]) -> Iterator[Relation]:
    if len(run) < _FEWEST:
        return
    part = _part_of(context, run)
    if part is not None:
        yield _relation(run, part)  # 该部分分值10分，得分9分。公开3分（分值3分）；组织6分（分值7分）
        return
    led_by = _led_by(context, run)
    if led_by is not None and (
        led_by.value == _scores(run) or (_slip(led_by, _scores(run)) and not _goes_on(context, run))
    ):
        yield _relation(run, led_by)
        return
    first, inner = run[0], run[1:]
    if len(inner) >= _FEWEST and sum((item.points.value for item in inner), Fraction(0)) == first.points.value:
        text = flowing(context).text
        branch = _BRANCH.search(text[max(0, first.start - _SHORT) : first.end]) is not None
        led = _LEADS_IN.search(text, first.end, inner[0].start) or branch
        if led or _scores(inner) == first.score.value:
            yield _relation(inner, first.score)  # 效益30分，得27.5分。其中甲15分，得14分；乙15分，得13.5分
            return
    last = run[-1]
    if (
        len(run) > _FEWEST
        and last.summed
        and sum((item.points.value for item in run[:-1]), Fraction(0)) == last.points.value
    ):
        yield _relation(run[:-1], last.score)  # 甲25分，得25分；乙15分，得14分。共40分，得39分
        return
    computed = sum((item.score.value for item in run), Fraction(0))
    whole = sum((item.points.value for item in run), Fraction(0)) == _HUNDRED
    totals = list(_totals(context, run))
    total = next((one for one in totals if one.value == computed), totals[0] if totals else None)
    if total is None:
        return
    if computed == total.value or (whole and all(_is_near(one, computed, run) for one in totals)):
        yield _relation(run, total)


def _part_of(context: Context, run: Sequence[_Item]) -> Amount | None:
    """The score of the part whose points, told right before the list, are those of the whole list."""
    flow = flowing(context)
    text = flow.text
    start = max(text.rfind("\n\n", 0, run[0].start) + 1, run[0].start - 2 * _REACH, 0)
    told = list(_OF_PART.finditer(text, start, run[0].start))
    points = amount_at(context, *flow.of(told[-1], 1)) if told else None
    if points is None or points.value != sum((item.points.value for item in run), Fraction(0)):
        return None
    return amount_at(context, *flow.of(told[-1], 2))


def _led_by(context: Context, run: Sequence[_Item]) -> Amount | None:
    """产出指标得33.00分，其中数量（12分）得11.00分、质量（10分）得9.00分…: the score right in front of the list."""
    flow = flowing(context)
    told = _LED_BY.search(flow.text, max(0, run[0].start - _REACH), run[0].start)
    return amount_at(context, *flow.of(told, 1)) if told is not None else None


def _goes_on(context: Context, run: Sequence[_Item]) -> bool:
    """……；预算编制5分，年中调整2个项目，扣1分，得4分: one more indicator, told otherwise, in the same line."""
    text = flowing(context).text
    end = text.find("\n", run[-1].end)
    return _EARNED.search(text, run[-1].end, end if end >= 0 else len(text)) is not None


def _scores(run: Sequence[_Item]) -> Fraction:
    return sum((item.score.value for item in run), Fraction(0))


def _relation(run: Sequence[_Item], total: Amount) -> Relation:
    computed = sum((item.score.value for item in run), Fraction(0))
    holds = computed == total.value
    verdict: Verdict = "ok" if holds else "error"
    right = total.written(computed, max(item.score.decimals for item in run))
    message = f"各项得分之和{'' if holds else '应'}为 {right} 分，文中总分 {total.text}{'，一致' if holds else ''}。"
    figures = (*(item.score.figure("part") for item in run), total.figure("total"))
    formula = f"{' + '.join(plain(item.score.value) for item in run)} = {plain(total.value)}"
    likely = "" if holds else _slip(total, computed)
    return Relation(
        "score_sum", verdict, figures, formula, right, total.text, message, likely, "medium" if holds else "high"
    )


def _totals(context: Context, run: Sequence[_Item]) -> Iterator[Amount]:
    """The totals said right before the list and right behind it."""
    flow = flowing(context)
    text = flow.text
    start = max(text.rfind("\n", 0, run[0].start) + 1, run[0].start - 2 * _REACH)
    taken = {item.score.key for item in run} | {item.points.key for item in run}
    for begin, end in ((start, run[0].start), (run[-1].end, min(len(text), run[-1].end + _REACH))):
        for match in _TOTAL.finditer(text, begin, end):
            amount = amount_at(context, *flow.of(match, 1))
            if amount is not None and amount.key not in taken and amount.value != _HUNDRED:
                yield amount


def _is_near(total: Amount, computed: Fraction, run: Sequence[_Item]) -> bool:
    """Whether the total can be meant for the list: within the points, and nearer than any one score."""
    least = min(item.score.value for item in run)
    return total.value <= _HUNDRED and abs(total.value - computed) < max(least, Fraction(3))


def _slip(total: Amount, computed: Fraction) -> str:
    name = shape(total.written(total.value), total.written(computed))
    return f"若总分“{total.text}”应为“{total.written(computed)}”（{name}），则相符。" if name else ""
