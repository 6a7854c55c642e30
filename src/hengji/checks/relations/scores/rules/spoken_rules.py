"""A standard in words as a rule from a rate to points: steps (95%以上得4分；85%—95%得3分), a threshold with so much off
for every percentage point, a proportion. What it cannot read wholly it does not read at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Final

from hengji.checks.relations.scores.rules.spoken_conditions import COUNTERS, STANDARD, Span, rate_written, span_told

__all__ = ["PROPORTION", "SpokenRule", "read_rule", "tightened", "with_goal"]

_WIDTHS: Final = str.maketrans("％＞＜＝（）：，；～－–—﹣", "%><=():,;~----")
_EARNS: Final = re.compile(
    r"(?:(?:得|计|记|给|打|(?<=以[上下内])|(?<=其余)|(?<=其他)|(?<=以[上下内][,:])|(?<=%的)|(?<=[%)])|按(?=\d{1,2}(?:\.\d)?分计))(?P<points>\d{1,2}(?:\.\d{1,2})?)分"
    r"|(?P<none>不(?:得|计|给|打|记)分)|(?:得|计|记|给|打)(?P<full>满分|全分))(?!率)"
)
_ELSE: Final = re.compile(
    r"(?:其余|其他|其它|否则?|以下|不足|低于此|再低|再高|更[低高]|超了|超出|(?:达|做|完成|实现)?不到|(?:未|不|没有)(?:达到?标?|完成|实现|符合|满足)|超过)"
    r"(?:的|者|情况|情形|标准|要求|目标)*"
)
_WAY: Final = "低于?|降低|减少|下降|少完成|少|差|缺|超过?|超出|高于?|高出|多|增加|上升|增长|偏离"
_SIZE: Final = r"(?:一|\d{{1,4}}(?:\.\d)?)"
_PART: Final = (
    rf"\(?(?:不足|未满|不满){_SIZE}?个?(?:百分点|%|月|天|日|小时|次|元)?的?(?:部分)?,?"
    rf"(?:(?P<{{0}}>(?:也)?(?:按照?|以|算|计){_SIZE}?个?(?:百分点|%|月|天|日|小时|次|元)?(?:计算|计|算|扣分|扣|处理)*)"
    r"|(?P<{1}>不予?扣分?|不予?计算?|忽略不计|舍去))\)?"
)
"""What a part of a percentage point counts for: a whole one, or nothing."""
_PART_BEHIND: Final = re.compile(_PART.format("up", "down"))
_PER: Final = re.compile(
    rf"(?:每(?:再)?(?P<way>{_WAY})?(?:目标值?|标准值?|指标值?|该比例)?|(?<![多不减])(?P<way2>低|少|差|超过?|高)(?=[1一]))(?P<size>\d{{1,2}}(?:\.\d)?|一)?"
    rf"(?:个?(?:百分点|%)|(?P<unit>{COUNTERS}))(?:{_PART.format('up', 'down')})?"
    r"(?:,|的|则)*(?:扣|减)(?:除|减|去)?(?P<off>\d{1,2}(?:\.\d{1,3})?)分"
)
PROPORTION: Final = re.compile(
    r"(?:按照?|以|依据?|根据)(?:实际|其|该|上述)?(?:[\u4e00-\u9fff]{0,8}?(?:率|比例|比率|进度))(?:的?(?:比例|高低))?"
    r"(?:进行)?(?:折算|计算|计分|计得|计|核算|得分|给分|赋分|换算|折合|得)"
    r"|率(?:[×*]|乘以?)(?:该?项?本?指标)?(?:分值|满分|权重|标准分|\d{1,3}(?=[分”\"',，。;；)计得算]|$))"
    r"|(?:分值|满分|权重|标准分|\d{1,3}分?)(?:[×*]|乘以)[\u4e00-\u9fff]{0,8}率"
    r"|(?:比例|比率)(?:乘以|[×*])(?:分值|满分)"
)
_OF_GOAL: Final = re.compile(
    r"实际(?:完成)?值?(?:与|占|÷|/|除以)(?:年度)?(?:目标|计划|指标)值?(?:之比|的?比例|比率)?(?:[×*]|乘以|进行)?"
    r"(?:折算|计分|计算|给分|得分|折合|分值|满分|计)"
)
"""The proportion is that of what was done to the goal."""
_GOAL: Final = re.compile(r"(?:≥|>=|不低于|达到?)(?P<low>\d{1,3}(?:\.\d+)?)%")
_VAGUE: Final = re.compile("再得|再加|另得|还得|酌情|视情|综合考虑|加分|奖励|一票否决|加\\d|档次|一般|基本|较")
_TAKEN: Final = re.compile(r"扣完为止|扣至0分|最多扣|直至扣完|直到扣完|扣完")
_PER_BASE: Final = re.compile(r"每(低|少|高|超)[于过]?(?P<base>\d{1,3}(?:\.\d+)?%)的?,?(?=[一1\d]?个?百分点)")
_BASE_BEHIND: Final = re.compile(r"(?P<per>每[^,;。]{0,8}百分点)\(以(?P<base>\d{1,3}(?:\.\d+)?%)为[^()]*\)")
"""每低于100%一个百分点, 每低1个百分点（以100%为满分标准）: the threshold within the deduction."""
_ALL: Final = re.compile("(?:全部|全额|足额|如数)(?:到位|支出|支付|完成|执行|拨付|支出完毕)")
_WHOLE_NUMBER: Final = 2
"""Thresholds above this that are not in percent are points of a hundred, or things that are counted."""

_Worths = tuple[tuple[Span, Fraction], ...]


@dataclass(frozen=True, slots=True)
class SpokenRule:
    """Steps, an amount off for every so many points of percent (or things, in *unit*) away from the threshold, or a
    proportion. *parts*: what a part of such a step counts for, where the words say: all (1) or nothing (0).
    *otherwise*: what all else earns."""

    steps: _Worths
    threshold: Span | None
    size: Fraction
    off: Fraction
    proportional: bool
    unit: str = ""
    parts: int | None = None
    otherwise: Fraction | None = None
    whole: bool = False
    """Whether the thresholds are points of a hundred without a sign of percent, or things that are counted."""
    of_goal: bool = False
    """Whether the proportion is that of what was done to a goal: without that goal it gives nothing."""

    def earned_by_rate(self, rate: Fraction, full: Fraction) -> frozenset[Fraction]:
        """As `earned`, for a rate; nothing where the rule speaks of things that are counted."""
        if self.unit or (self.whole and self.proportional):
            return frozenset()
        return self.earned(rate * 100 if self.whole else rate, full)

    def refuses_full(self, rate: Fraction, full: Fraction) -> bool:
        """Whether the words ask for more than *rate* for *full* points (≥98%得满分), whatever less may earn."""
        bars = [span for span, worth in self.steps if worth == full]
        if self.unit or self.proportional or self.off or not bars:
            return False
        value = rate * 100 if self.whole else rate
        return all(span.holds(value) is False for span in bars)

    def earned(self, value: Fraction, full: Fraction) -> frozenset[Fraction]:
        """What *value* may earn of *full* points, whole steps or parts of them; empty where the words do not say."""
        told = [(span.holds(value), span, worth) for span, worth in self.steps]
        if any(inside is None for inside, _, _ in told):
            return frozenset()
        held = [(span, worth) for inside, span, worth in told if inside]
        if len(held) > 1 and all(worth != full for _, worth in self.steps):
            return frozenset()  # 达到80%得2分，达到100%再得2分: the worths add up
        if held:
            worth = _of_the_narrowest(held)
            return frozenset() if worth is None else frozenset({worth})
        if self.off and self.threshold is not None:
            return self._taken_off(value, full)
        if self.otherwise is not None and not self.off and not self.proportional:
            return frozenset({self.otherwise})
        if self.proportional:
            low = self.threshold.low if self.threshold is not None else None
            if self.of_goal:
                return frozenset({min(full * value / low, full)}) if low else frozenset()
            of_target = (value / low,) if low and value < low else ()  # 完成比例 may be that of the goal
            return frozenset(min(full * one, full) for one in (value, *of_target))
        return frozenset()

    def _taken_off(self, value: Fraction, full: Fraction) -> frozenset[Fraction]:
        if self.size == 0:
            return frozenset()  # 每低 0 个百分点扣 1 分 says nothing
        span = self.threshold or Span()
        if span.low is not None and value < span.low:
            away = span.low - value
        elif span.high is not None and value > span.high:
            away = value - span.high
        else:
            return frozenset({full})
        times = away * (1 if self.unit or self.whole else 100) / self.size
        counted = {None: (times, floor(times), ceil(times)), 0: (floor(times),), 1: (ceil(times),)}[self.parts]
        return frozenset(max(full - self.off * number, Fraction(0)) for number in counted)


def with_goal(rule: SpokenRule, goal: Fraction) -> SpokenRule:
    """The rule for one goal, which stands elsewhere than its words."""
    return replace(rule, threshold=Span(goal, True))


def _of_the_narrowest(held: Sequence[tuple[Span, Fraction]]) -> Fraction | None:
    """Of steps that hold together (95%以上8分，90%以上7分) the one that asks for most; None where that is not told."""
    worths = {worth for _, worth in held}
    if len(worths) == 1:
        return worths.pop()
    if all(span.low is not None and span.high is None for span, _ in held):
        return max(held, key=lambda one: one[0].low or 0)[1]
    if all(span.high is not None and span.low is None for span, _ in held):
        return min(held, key=lambda one: one[0].high or 0)[1]
    return None


def tightened(text: str) -> str:
    """*text* without white space, signs of one width."""
    return re.sub(r"[\s“”\"]", "", text).translate(_WIDTHS)


def read_rule(standard: str, full: Fraction) -> SpokenRule | None:
    """The rule that *standard* prints for an indicator of *full* points; None where a part of it is not understood."""
    text = _with_base_first(tightened(standard))
    per = list(_PER.finditer(text))
    of_goal = _OF_GOAL.search(text) is not None
    proportional = of_goal or PROPORTION.search(text) is not None
    rest = _PART_BEHIND.sub(";", _TAKEN.sub("", _PER.sub(";", text))) if per else text
    if len(per) > 1 or "扣" in rest or _VAGUE.search(rest) or (per and proportional):
        return None
    read = _steps(rest, full, bool(per))
    if read is None:
        return None
    steps, otherwise = read
    unit = (per[0]["unit"] or "") if per else ""
    if unit and ("%" in text or "百分点" in text):
        return None
    threshold = _threshold(steps, rest, full) if per else _goal(text) if proportional else None
    if per and (threshold is None or not _agrees(per[0]["way"] or per[0]["way2"] or "", threshold)):
        return None
    if (not per and not proportional and not steps) or (otherwise is not None and (per or proportional) and otherwise):
        return None
    size = Fraction(per[0]["size"]) if per and (per[0]["size"] or "一") != "一" else Fraction(1)
    ends = [end for span, _ in steps for end in (span.low, span.high) if end is not None]
    whole = "%" not in text and any(end > _WHOLE_NUMBER for end in ends)
    off = Fraction(per[0]["off"]) if per else Fraction(0)
    return SpokenRule(steps, threshold, size, off, proportional, unit, _parts(text, per), otherwise, whole, of_goal)


def _with_base_first(text: str) -> str:
    text = _PER_BASE.sub(lambda found: f"以{found['base']}为标准,每{found[1]}", text)
    return _BASE_BEHIND.sub(lambda found: f"以{found['base']}为标准,{found['per']}", text)


def _parts(text: str, per: Sequence[re.Match[str]]) -> int | None:
    """What a part of a step counts for, as the words within the deduction or behind it say."""
    found = [*per[:1], *_PART_BEHIND.finditer(text)] if per else []
    said = {1 if match["up"] else 0 for match in found if match["up"] or match["down"]}
    return said.pop() if len(said) == 1 else None


def _goal(text: str) -> Span | None:
    """≥95%，未达标按完成比例计分: the goal that the proportion is one of."""
    found = _GOAL.match(text)
    return Span(Fraction(found["low"]) / 100, True) if found else None


def _steps(text: str, full: Fraction, with_per: bool) -> tuple[_Worths, Fraction | None] | None:
    """Condition and worth, one after the other, and what all else earns; None where a worth has a condition that
    cannot be read."""
    found: list[tuple[Span, Fraction]] = []
    otherwise: Fraction | None = None
    start = 0
    for match in _EARNS.finditer(text):
        condition = re.split("[;。]", text[start : match.start()].rstrip(",;。的则"))[-1].lstrip(",")
        start = match.end()
        worth = full if match["full"] else Fraction(match["points"] or 0)
        if found and otherwise is None and worth < full and _ELSE.fullmatch(condition):
            otherwise = worth
            continue
        span = span_told(_ALL.sub("100%", condition), exact=with_per or worth == full)
        if span is None or worth > full:
            return None
        found.append((span, worth))
    return tuple(found), otherwise


def _threshold(steps: _Worths, text: str, full: Fraction) -> Span | None:
    """Where all points are earned: the step that is worth all of them, or what the text calls its standard."""
    named = STANDARD.search(text)
    whole = [span for span, worth in steps if worth == full]
    if len(whole) == 1:
        return whole[0]
    goal = rate_written(named["a"] or named["b"]) if named else None
    return Span(goal, True, goal, True) if goal is not None and not whole else None


def _agrees(way: str, threshold: Span) -> bool:
    """Whether the side on which points are lost is the one that the threshold leaves open."""
    if re.match("低|降|减|下|少|差", way):
        return threshold.low is not None
    if re.match("超|高|增|上", way):
        return threshold.high is not None or (threshold.low is not None and threshold.low == threshold.high)
    return _one_sided(threshold)


def _one_sided(threshold: Span) -> bool:
    return (threshold.low is None) != (threshold.high is None)
