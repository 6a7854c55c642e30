"""Points, so much off for each, how many there were, what was taken off, and the score, told of one indicator in any
words and order: 6分，得5.5分。2所学校……，每所扣0.5分，扣1分; 执行率95%，每低1个百分点扣0.2分，扣0.5分.

Every figure of points must be one of these; where one has no such part, nothing is said. Nor where any count or
difference of rates told makes the deduction right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.scores.reading.items_of_points import POINTS_OF, Item, items_of_points
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

_SCORE_CLAUSE: Final = re.compile(r"[，,][^，。；]{0,6}得分?\s?\d[\d.]*\s?分")
__all__ = ["told_in_one"]

_UNIT: Final = "个百分点|笔|处|个|所|项|次|件|份|起|例|人|户|名|天|家|宗|条|期|场|套|台|张|座|栋|辆"
_PERCENT: Final = ("个百分点", "%", "％")
_OFF: Final = re.compile(r"扣(?:减|除|去|掉|分)?(?:了|为)?\s?(?P<n>\d{1,2}(?:\.\d{1,3})?)\s?分")
_RULE: Final = re.compile(
    rf"(?:每(?P<way>[^，。；\d每]{{0,12}}?(?:[（(]?100[%％][）)]?)?)|(?:有|其中|发现|存在)(?=[一1]))(?P<size>[一1]|\d(?:\.\d)?)?(?P<unit>{_UNIT}|[%％])"
    r"[^，。；每扣]{0,18}?[，,]?的?[，,]?$"
)
_STEP: Final = re.compile(r"[%％）)的者]\s?[，,]?$")
"""95%—100%扣1分 is a step of the standard."""
_CAP: Final = re.compile(r"(?:最多|最高|至多|上限|不超过|封顶)[^，。；]{0,4}$")
_UNTIL: Final = re.compile("扣完|扣至|直至|最多|最高|封顶|上限|不超过")
_OTHER: Final = re.compile(
    "另|此外|同时|还(?!款)|再|加分|酌情|其他|分别|各扣|均扣|以内|允许|不足|减半|折半|加权|以上|标准分|权重|被|收回|更正|追加"
)
_FULL: Final = re.compile(r"(?:得|计|给|即得|可得|为)$")
_COUNT: Final = r"(?<![\d.第每])(?P<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,2}})\s?(?:{unit})(?!百分点|月|工作日|季度)"
_EACH: Final = (
    r"(?P<list>[^，。；、]{{1,12}}(?:、[^，。；、]{{1,12}})+)各[^，。；\d]{{0,6}}?(?P<n>\d|[一两二三])(?:{unit})"
)
_RATE: Final = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s?[%％]")
_ONE_OF: Final = re.compile(r"(?P<a>[\u4e00-\u9fff]{2,4})[、和与](?P<b>[\u4e00-\u9fff]{2,4})(?:信息)?[均都]")
_BOTH: Final = re.compile("均|都|、|分别|各|两|[和与及]")
_FOUND: Final = re.compile("发现|存在|查出|超期|逾期|延迟|漏|缺|未|迟|共|有")
_HUNDRED: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class _Points:
    """The figures of points of one indicator, each by what it is; `rules` with the words in front of `off`."""

    rules: Sequence[tuple[re.Match[str], Fraction, int]]
    taken: Sequence[tuple[Fraction, int]]
    cap: Fraction | None


def told_in_one(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, errors all, one at most for each indicator."""
    for item in items_of_points(context):
        read = _read(item) if "扣" in item.text and not _OTHER.search(item.text) else None
        if read is None:
            continue
        found = _left(item, read) or _counted(item, read) or _of_two(item, read)
        if found is not None:
            yield found


def _read(item: Item) -> _Points | None:
    """None where a figure of points is left that is no part of the account."""
    text, rules, taken, cap = item.text, [], [], None
    offs = {one.start("n"): one for one in _OFF.finditer(text)}
    for one in POINTS_OF.finditer(text):
        value, before = Fraction(one["n"]), text[max(0, one.start() - 44) : one.start()]
        off = offs.get(one.start("n"))
        rule = _RULE.search(text[max(0, off.start() - 44) : off.start()]) if off is not None else None
        if off is not None and _CAP.search(text[max(0, off.start() - 10) : off.start()]) and cap is None:
            cap = value
        elif off is not None and rule is not None:
            rules.append((rule, value, off.end()))
        elif off is not None and _STEP.search(text[max(0, off.start() - 3) : off.start()]):
            return None
        elif off is not None:
            taken.append((value, one.start("n")))
        elif value not in (item.score, item.points) or (value != item.score and not _FULL.search(before)):
            return None
    return _Points(rules, taken, cap)


def _left(item: Item, read: _Points) -> Relation | None:
    """The points less the one deduction are the score."""
    if len(read.taken) != 1 or item.score is None or item.score_figure is None:
        return None
    right = item.points - read.taken[0][0]
    ruled = any(end > read.taken[0][1] for _, _, end in read.rules)  # 未开展扣2分，每漏填1项扣1分: both are rules
    if right == item.score or right < 0 or ruled or item.is_branch:
        return None
    off = plain(read.taken[0][0])
    message = f"“{item.name}”分值 {plain(item.points)} 分，扣 {off} 分，应得 {plain(right)} 分，"
    message += f"文中为 {plain(item.score)} 分。"
    return _relation(item, f"{plain(item.points)} - {off}", right, message, "扣分、得分之一有误。")


def _counted(item: Item, read: _Points) -> Relation | None:
    """So much for each, times how many there were, is the deduction: told, or what the score leaves of the points."""
    lost = _lost(item, read)
    if len(read.rules) != 1 or lost is None or item.score_figure is None:
        return None
    ((rule, off, _),) = read.rules
    percent = rule["unit"] in _PERCENT
    if off <= 0 or (percent and not lost) or (_UNTIL.search(item.text) and lost in (item.points, read.cap)):
        return None
    found = _differences(item) if percent else _numbers(item, rule)
    size = Fraction(rule["size"]) if rule["size"] and rule["size"] not in "一1" else Fraction(1)
    if size <= 0:
        return None
    rights = {
        n * off
        for number in found
        for n in (number / size, Fraction(floor(number / size)), Fraction(ceil(number / size)))
    }
    step = Fraction(1, 10 ** max(item.decimals, 2)) if percent else Fraction(0)
    if not rights or any(abs(min(one, item.points) - lost) <= step for one in rights):
        return None
    number = found[0] / size
    right = min(number * off, item.points)
    each = f"每{rule['size'] or ''}{rule['unit']}扣 {plain(off)} 分"
    happened, meant = plain(round_half_up(found[0], 2)), plain(round_half_up(right, 2))
    message = f"“{item.name}”{each}，{happened}{rule['unit']}应扣 {meant} 分，文中扣 {plain(lost)} 分。"
    message += "请核对标准、数据和得分。"
    formula = f"{plain(round_half_up(number, 2))} × {plain(off)}"
    return _relation(item, formula, item.points - right, message, "扣分、次数之一有误。")


def _lost(item: Item, read: _Points) -> Fraction | None:
    if len(read.taken) == 1:
        return read.taken[0][0]
    return item.points - item.score if not read.taken and item.score is not None else None


def _differences(item: Item) -> list[Fraction]:
    """The differences of all rates told, in points of percent; what is left of the full hundred too."""
    rates = list(dict.fromkeys([*(Fraction(one) for one in _RATE.findall(item.text)), _HUNDRED]))
    real = [one for one in rates if one != _HUNDRED]
    return [abs(a - b) for a, b in combinations(rates, 2)] if real and len(real) <= 2 else []


def _numbers(item: Item, rule: re.Match[str]) -> list[Fraction]:
    """Every count in the unit of the rule, and what two of them make or leave; that of several each."""
    unit = "人|户|名" if rule["unit"] in "人户名" else "个|项|处|条" if rule["unit"] in "个项处条" else rule["unit"]
    text = item.text.replace(rule[0], " ")
    each = [
        (one["list"].count("、") + 1) * whole_number(one["n"]) for one in re.finditer(_EACH.format(unit=unit), text)
    ]
    if each:
        return [Fraction(one) for one in each]
    told = [
        (Fraction(whole_number(one["n"])), _FOUND.search(text[max(0, one.start() - 6) : one.start()]))
        for one in re.finditer(_COUNT.format(unit=unit), text)
    ]
    numbers = [number for number, _ in sorted(told, key=lambda one: one[1] is None) if number]
    if not any(sign for _, sign in told) or len(numbers) > 3:
        return []
    return [*numbers, *(abs(a - b) for a, b in combinations(numbers, 2)), *(a + b for a, b in combinations(numbers, 2))]


def _of_two(item: Item, read: _Points) -> Relation | None:
    """预算、决算均公开得5分，其中一项延迟的扣1分。决算公开延迟，得3分: of the two one was late."""
    if len(read.rules) != 1 or read.taken or item.score is None or item.score_figure is None:
        return None
    rule, off, end = read.rules[0]
    both, found = _ONE_OF.search(item.text), item.text[end:]
    if both is None or both.start() > end or rule["size"] not in ("一", "1"):
        return None
    named = [one for one in (both["a"][-2:], both["b"][:2]) if one in found]
    right = item.points - off
    reason = _SCORE_CLAUSE.sub("", found)
    if len(named) != 1 or _BOTH.search(reason) or item.score == right or "扣" in reason or item.score == item.points:
        return None
    message = f"“{item.name}”一项扣 {plain(off)} 分，文中只有“{named[0]}”一项，应得 {plain(right)} 分，"
    message += f"文中为 {plain(item.score)} 分。"
    return _relation(item, f"{plain(item.points)} - {plain(off)}", right, message, "得分有误，或另有扣分事项未写。")


def _relation(item: Item, formula: str, right: Fraction, message: str, likely: str) -> Relation | None:
    if item.score_figure is None:
        return None
    figures = (item.points_figure, item.place, item.score_figure)
    return rule_relation("error", figures, formula, plain(round_half_up(right, 2)), message, likely)
