"""Two figures of one unit that differ by two digits exchanged, and that tell of one thing: 规范管理高血压患者
3.96 万人, and 高血压患者规范管理人数 3.69 万人 further on.

No name is asked for: what speaks for one thing is weighed. Many digits, a unit that few figures of the paper have,
words that stand around both, another figure that stands beside both, and that one of the two is borne out by an
equation or by being told again, weigh for a slip; amounts and rates, of which a paper has so many, weigh against it.
A figure that stands in an equation which holds is no slip, where the other does too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import SWAPPED, digits_of, exchanged, mistaken, shape
from hengji.checks.relations.verdicts import family, number, relation
from hengji.checks.relations.without_frames.same_figure.shared_words import Surroundings, surroundings
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["swapped_twins"]

_FEWEST: Final = 2  # digits
_MOST: Final = 8  # figures of one set of digits
_ENOUGH: Final = 6
_LONG, _SURE = 5, 6  # digits of counts, and of amounts and rates, that meet seldom
_OF_DIGITS: Final = {2: 0, 3: 3, 4: 5, 5: 8, 6: 10}
_OF_RATE, _OF_MONEY, _APART = 3, 2, 2
_RARE: Final = {0: 3, 1: 2, 2: 2, 3: 1, 4: 1}
_BORNE: Final = 2
_STRANGE: Final = 4
_NAMED: Final = 16  # characters in front of a rate that hold its name
_RATE_NAME: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2}率)(?:[（(][^（()）]*[)）]|为|是|达到?|约|：)*$")
_SHORT: Final = 3  # digits of figures that must not bear other names
_EXCHANGED: Final = "两位数字互换"
_CLOSE, _PARTS = 120, 2  # what stands so close is often told as a part
_TIMES: Final = frozenset("分 年 月 日 天 时 周 岁 号 届 页 点 类 款 倍 折 成".split())  # noqa: SIM905
"""Units of figures of which every indicator, step or person has its own."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the whole paper says of its figures: which of them stand in equations, and how many of a unit there are."""

    context: Context
    borne: set[int]
    judged: set[int]
    of_unit: dict[str, set[Fraction]]


def swapped_twins(context: Context, borne: set[int], judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all; *borne* are the figures of equations that hold."""
    groups: dict[tuple[object, int, str], list[Mention]] = defaultdict(list)
    of_unit: dict[str, set[Fraction]] = defaultdict(set)
    for mention in context.mentions:
        if mention.unit is None or mention.unit_text in _TIMES or str(mention.unit) in _TIMES:
            continue
        of_unit[str(mention.unit)].add(mention.value)
        digits = digits_of(mention.text)
        if len(digits.strip("0")) >= _FEWEST and not mention.approximate:
            groups[(family(mention.unit), mention.decimals, "".join(sorted(digits)))].append(mention)
    paper = _Paper(context, borne, judged, of_unit)
    for group in groups.values():
        values = Counter(one.value for one in group)
        if len(values) > 1 and len(group) <= _MOST:
            yield from _of_group(paper, group, values)


def _of_group(paper: _Paper, group: Sequence[Mention], values: Counter[Fraction]) -> Iterator[Relation]:
    for first, second in combinations(group, 2):
        slip = _slip(first, second)
        starts = {first.start, second.start}
        if not slip or starts & paper.judged or starts <= paper.borne:
            continue
        if min(values[first.value], values[second.value]) > 1:
            continue  # a slip is not made twice
        if first.is_rate and _of_two_names(paper.context, first, second):
            continue
        sure = slip == SWAPPED and _digits(first, second) >= _SURE
        around = surroundings(paper.context, first, second, sure=sure)
        if around is None:
            continue
        if _weight(paper, first, second, values, around) - (slip != SWAPPED) * _APART >= _ENOUGH:
            keeps = (values[first.value], first.start in paper.borne) >= (
                values[second.value],
                second.start in paper.borne,
            )
            right, wrong = (first, second) if keeps else (second, first)
            yield _relation(right, wrong, slip)
            return


def _of_two_names(context: Context, first: Mention, second: Mention) -> bool:
    """Whether two rates are called differently, 可用率 and 执行率, in their clauses or at the head of their columns."""
    one, other = (_rate_name(context, each) for each in (first, second))
    if not (one and other):
        unnamed = first if not one else second
        return bool(one or other) and _is_cell(context, unnamed)
    return not (one.endswith(other) or other.endswith(one))


def _is_cell(context: Context, rate: Mention) -> bool:
    """Whether a rate stands in a table, or alone in its line: its name is somewhere else."""
    text = context.document.text
    alone = text[: rate.start].endswith("\n") and text[rate.end : rate.end + 1] in ("\n", "")
    return alone or context.table_at(rate.start) is not None


def _rate_name(context: Context, rate: Mention) -> str:
    table = context.table_at(rate.start)
    before = context.document.text[max(0, rate.start - _NAMED) : rate.start]
    path, _, heads = rate.subject.partition("|")
    places = (heads, path) if table is not None else (before,)
    return next((told["name"] for place in places if (told := _RATE_NAME.search(place)) is not None), "")


def _slip(first: Mention, second: Mention) -> str:
    if first.value == second.value:
        return ""
    if shape(number(first), number(second)) == SWAPPED:
        return SWAPPED
    return _EXCHANGED if exchanged(first.text, second.text) else ""


def _weight(paper: _Paper, first: Mention, second: Mention, values: Counter[Fraction], around: Surroundings) -> int:
    digits = _digits(first, second)
    near = abs(first.start - second.start) < _CLOSE
    listed = near and "\n" not in paper.context.document.text[first.start : second.start]
    if digits == _FEWEST and (listed or not around.beside or str(first.unit) != str(second.unit)):
        return 0
    often = max(values[first.value], values[second.value]) > 1
    if around.shared + around.figures < _least_shared(first, digits + often):
        return 0
    weight = _OF_DIGITS.get(min(digits, max(_OF_DIGITS)), 0)
    if first.is_rate:
        weight -= _OF_RATE
    elif first.unit is not None and first.unit.is_money:
        weight -= _OF_MONEY
    else:
        weight += _RARE.get(len(paper.of_unit[str(first.unit)]) - 2, 0)
    odd = [one for one in (first, second) if values[one.value] == 1]
    if odd and often:
        weight += _BORNE
    if len({first.start, second.start} & paper.borne) == 1:
        weight += _BORNE
    if near:
        weight -= _PARTS
    if around.strange and digits <= _SHORT:
        weight -= _STRANGE
    return weight + around.weight


def _digits(first: Mention, second: Mention) -> int:
    """Noughts at the end show little, but one at the end of a long count is a digit as any other: 33610 人."""
    told = [digits_of(one.text).lstrip("0") for one in (first, second)]
    plain = min(len(digits.rstrip("0")) for digits in told)
    counted = first.decimals == 0 and first.unit is not None and not first.is_rate and not first.unit.is_money
    long = counted and all(len(digits) == _LONG for digits in told) and plain == _LONG - 1
    return _LONG if long else plain


def _least_shared(one: Mention, digits: int) -> int:
    """Pairs of characters that stand around both, at the least: amounts and rates are too many to go without."""
    if one.is_rate or (one.unit is not None and one.unit.is_money):
        return max(0, 2 - max(0, digits - _LONG))
    return int(digits < _LONG)


def _relation(right: Mention, wrong: Mention, slip: str) -> Relation:
    message = f"一处为 {number(right)}，另一处为 {number(wrong)}，说的像是同一件事。请核对后统一。"
    likely = mistaken(number(wrong), number(right), slip)
    return relation(
        "repeat", "error", [("first", right), ("stated", wrong)], "各处相等", number(right), message, likely
    )
