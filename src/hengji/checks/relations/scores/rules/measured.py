"""What the data printed beside a standard measure in its terms: “22个指标中19个可量化” is 86.36 %, “71场” against
“达80场得4分，少1场扣0.1分”, “3246人／目标3200人” is all of the goal; and the points that this earns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from hengji.checks.relations.scores.rules.spoken_conditions import COUNTERS
from hengji.checks.relations.scores.rules.spoken_rules import SpokenRule, read_rule, tightened
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Verdict

__all__ = ["Earned", "earned_of", "written"]

_N: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_RATE: Final = re.compile(r"(?<![\d.])(-?\d{1,3}(?:\.\d+)?)%")
_NO_RATE: Final = re.compile(
    r"(?:目标|不低于|不少于|不超过|不高于|达到?|上[一]?年|去年|占|[≥≤<>])(?:值|度|为|是|:|的)?$|的目标$"
)
_RATE_TAIL: Final = re.compile("以[上下内]|的?目标|个百分点|的(?:要求|标准)")
_RATIO: Final = re.compile(rf"({_N})[/÷]({_N})")
_AMONG: Final = re.compile(
    rf"({_N})(?:{COUNTERS})?[\u4e00-\u9fff]{{0,10}}[中里],?(?:有|只有|仅有|仅)?({_N})(?:{COUNTERS})"
)
_OF_GOAL: Final = re.compile(
    rf"({_N})([\u4e00-\u9fff]{{0,3}}?)[/,、;]?(?:年度|年初|全年)?(?:目标|计划|任务)(?:值|数)?(?:为|是|:)?({_N})([\u4e00-\u9fff]{{0,3}})"
)
_GOAL_FIRST: Final = re.compile(
    rf"(?:目标|计划|任务|应完成)(?:值|数)?(?:为|是|:)?({_N})([\u4e00-\u9fff]{{0,3}}?)[/,、;]?(?:实际|全年|年末)?(?:完成|达到?|为|实现)*({_N})([\u4e00-\u9fff]{{0,3}})"
)
_NUMBER: Final = re.compile(rf"(?<![\d.])({_N})([\u4e00-\u9fff]{{0,4}})")
_SHORT: Final = re.compile(r"(?:少|缺|差|未|超|多|逾|延|没有)[\u4e00-\u9fff]{0,4}$")
_REASONS: Final = re.compile(
    "另|其他|还|同时|此外|材料|资料|酌情|加分|不规范|不完整|但|不及时|未按|未能|滞后|整改|存在|问题|逾期|扣|抽查"
)


@dataclass(frozen=True, slots=True)
class Earned:
    """What the data say in the standard's terms, the points for it, and how the printed score stands to them."""

    said: str
    right: Fraction
    verdict: Verdict


def earned_of(standard: str, data: str, points: Amount, score: Amount) -> Earned | None:
    """The points that *data* earn under *standard*; None where either is not understood wholly."""
    rule = read_rule(standard, points.value)
    text = tightened(data).replace("／", "/")
    if rule is None or _REASONS.search(text):
        return None
    found = _measured(text, standard, rule)
    if found is None:
        return None
    value, said = found
    earned = rule.earned(value, points.value)
    if not earned:
        return None
    meant = min(earned, key=lambda one: abs(one - score.value))
    return Earned(said, meant, _verdict(earned, points, score, whole=not rule.proportional))


def _verdict(earned: frozenset[Fraction], points: Amount, score: Amount, *, whole: bool) -> Verdict:
    places = max(score.decimals, 1) if whole else score.decimals
    for one in earned:
        if score.value in (one, round_half_up(one, places), floor(one * 10**places) / Fraction(10**places)):
            return "ok"
    slack = points.value * Fraction(1, 200) + score.step / 2
    return "rounding" if not whole and any(abs(one - score.value) <= slack for one in earned) else "error"


def _measured(data: str, standard: str, rule: SpokenRule) -> tuple[Fraction, str] | None:
    if rule.unit or rule.whole:
        return None if rule.proportional else _number(data, tightened(standard), rule)
    rate = _rate(data)
    return (rate, percent(rate, 4)) if rate is not None else None


def _rate(data: str) -> Fraction | None:
    """The only rate of the data, or the only ratio they tell."""
    formula = re.search(r"=(?=[^=。；]*=)[^。；]*?=(-?\d+(?:\.\d+)?%)", f"={data}")
    data = formula[1] if formula is not None else data
    rates = [
        match
        for match in _RATE.finditer(data)
        if not _NO_RATE.search(data, 0, match.start()) and not _RATE_TAIL.match(data, match.end())
    ]
    if rates or "%" in data:
        return Fraction(rates[0][1]) / 100 if len(rates) == 1 == data.count("%") else None
    for pattern, first, second in ((_OF_GOAL, 1, 3), (_GOAL_FIRST, 3, 1)):
        found = pattern.fullmatch(data)
        if found is not None and (found[2] == found[4] or not (found[2] and found[4])):
            return _ratio(found[first], found[second])
    if (found := _RATIO.fullmatch(data)) is not None:
        return _ratio(found[1], found[2])
    found = _AMONG.search(data)
    alone = found is not None and len(re.findall(_N, data)) == 2
    return _ratio(found[2], found[1], within=True) if found is not None and alone else None


def _ratio(part: str, whole: str, *, within: bool = False) -> Fraction | None:
    first, second = _value(part), _value(whole)
    return first / second if second and (first <= second or not within) else None


def _number(data: str, standard: str, rule: SpokenRule) -> tuple[Fraction, str] | None:
    """The only figure of the data, counted in what the standard counts: how many there are, or how many are missing."""
    found = list(_NUMBER.finditer(data))
    if len(found) != 1 or data[found[0].end(1) : found[0].end(1) + 1] == "%":
        return None
    match = found[0]
    value = _value(match[1])
    if rule.unit:
        if not match[2].startswith(rule.unit):
            return None
        short = _SHORT.search(data, 0, match.start())
        threshold = rule.threshold.low if rule.threshold is not None else None
        if short is not None:
            return None if threshold is None or short[0][0] not in "少缺差" else (threshold - value, match[0])
        return value, match[0]
    return (value, match[0]) if _counted_alike(match[2], standard) else None


def _counted_alike(words: str, standard: str) -> bool:
    """Whether the standard's figures are followed by the same word as the data's; by none where they have none."""
    if not words or words[0] == "分":
        return re.search(r"\d(?:分|以|[-~,;至到)得])", standard) is not None and not re.search(
            rf"\d(?:{COUNTERS}|万|元)", standard
        )
    return any(re.search(rf"\d{words[:size]}", standard) for size in range(len(words), 0, -1))


def _value(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def written(value: Fraction, score: Amount) -> str:
    """A score as it should read."""
    return plain(round_half_up(value, max(score.decimals, 2)))
