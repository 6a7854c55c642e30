"""One to so many: 奖补资金 1,786.40 万元带动设备投资 20,208.50 万元，二者之比为 1:13.11; 是补贴的 12.32 倍.

The figure is what one amount is divided by another. Every two of a kind near by are tried; what any of them give
acquits it. It is wrong where a slip of the pen parts it from what one pair gives. Where nothing near by does, amounts
of the tables whose names stand in front of the ratio are tried with those in front of it, for two digits exchanged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final, NamedTuple

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import converted, family, interval_of, relation
from hengji.facts.mention import Mention
from hengji.facts.numbers import shown
from hengji.facts.relation import Relation

__all__ = ["ratios_of_one"]

_RATIO: Final = re.compile(
    r"(?<![\d.])1\s?[:：∶比]\s?(?P<many>\d{1,4}\.\d{1,2})(?![\d:：∶%％])|(?P<times>\d{1,4}\.\d{1,2})\s?倍"
)
_CUE: Final = re.compile("比|撬动|带动|拉动|放大|倍")
_GROWN: Final = re.compile("(?:增长|提高|增加|上升|翻)[了到近约]{0,2}$")
_BACK, _AHEAD = 260, 60  # characters around the ratio
_FAR: Final = 12  # amounts near by
_FEWEST, _LONG = 3, 4  # digits of which two are swapped, or one is wrong
_NAME: Final = 4  # characters of a name that stands in front of the ratio
_MOST_ROWS: Final = 8
_CLOSE: Final = 4  # amounts in front of the ratio that are held against the rows


class _Pair(NamedTuple):
    one: Mention
    many: Mention


class _Stated(NamedTuple):
    text: str
    value: Fraction
    decimals: int
    start: int
    end: int


def ratios_of_one(context: Context, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all."""
    text = context.document.text
    for match in _RATIO.finditer(text):
        group = "many" if match["many"] else "times"
        told = match[group]
        before = text[max(0, match.start() - _BACK) : match.start()]
        clause = re.split("[。；\n]", before)[-1]
        if not _CUE.search(clause[-80:] + match[0]) or _GROWN.search(before) or match.start(group) in wrong:
            continue
        stated = _Stated(told, Fraction(told), len(told.partition(".")[2]), match.start(group), match.end(group))
        near = [one for one in _near(context, match) if not match.start() <= one.start < match.end()]
        pairs = [_Pair(a, b) for a, b in permutations(near, 2) if _are_alike(a, b)]
        if any(_gives(pair, stated) for pair in pairs):
            continue
        found = list(_slipped(pairs, stated, digit=True))
        if not found:
            rows = _rows_named(context, clause)
            own = [one for one in near if not context.in_table(one)][-_CLOSE:]
            pairs = [pair for one in own for row in rows for pair in (_Pair(one, row), _Pair(row, one))]
            pairs = [pair for pair in pairs if _are_alike(*pair)]
            if any(_gives(pair, stated) for pair in pairs):
                continue
            found = list(_slipped(pairs, stated, digit=False))
        values = {right for _, right, _ in found}
        if len(values) == 1:
            yield _relation(context, *found[0], stated)


def _near(context: Context, match: re.Match[str]) -> list[Mention]:
    low, high = match.start() - _BACK, match.end() + _AHEAD
    near = context.within((max(0, low), high))
    return [one for one in near if one.unit is not None and not one.is_rate and one.value > 0][-_FAR:]


def _are_alike(a: Mention, b: Mention) -> bool:
    """Amounts of money, or two counts, whatever they are of: 生师比."""
    if a.unit is None or b.unit is None or a.value == b.value:
        return False
    return family(a.unit) == family(b.unit) or not (a.unit.is_money or b.unit.is_money)


def _ratio(pair: _Pair) -> Fraction:
    return converted(pair.many, pair.one.unit) / pair.one.value


def _gives(pair: _Pair, stated: _Stated) -> bool:
    """Short figures are taken as they stand: 每投入1元."""
    long = min(significant_digits(one.text) for one in pair) >= _FEWEST
    told = interval_of(pair.many, pair.one.unit).divided_by(interval_of(pair.one, pair.one.unit)) if long else None
    half = Fraction(1, 10**stated.decimals)
    own = Interval(stated.value - half, stated.value + half)
    return abs(_ratio(pair) - stated.value) < half or (told is not None and told.meets(own))


def _slipped(pairs: Sequence[_Pair], stated: _Stated, *, digit: bool) -> Iterator[tuple[_Pair, str, str]]:
    digits = len(stated.text.replace(".", "").lstrip("0"))
    for pair in pairs:
        right = shown(_ratio(pair), stated.decimals)
        slip = shape(stated.text, right)
        named = family(pair.one.unit) == family(pair.many.unit)
        if (slip == SWAPPED and digits >= (_FEWEST if digit else _LONG)) or (
            slip == ONE_DIGIT and digit and named and digits >= _LONG
        ):
            yield pair, right, slip


def _rows_named(context: Context, clause: str) -> list[Mention]:
    """Amounts of tables whose row is called in the clause in front of the ratio."""
    found = [
        mention
        for row, amounts in context.once(_rows_named, lambda: _by_row(context)).items()
        if row in clause or row[:_NAME] in clause or row[-_NAME:] in clause
        for mention in amounts
    ]
    return sorted(found, key=lambda one: one.start) if len(found) <= _MOST_ROWS else []


def _by_row(context: Context) -> dict[str, list[Mention]]:
    """The amounts of tables by the name of their row."""
    rows: dict[str, list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        row = mention.subject.partition("|")[0]
        money = mention.unit is not None and mention.unit.is_money and mention.decimals > 0
        if money and len(row) >= _NAME and context.in_table(mention):
            rows[row].append(mention)
    return rows


def _relation(context: Context, pair: _Pair, right: str, slip: str, stated: _Stated) -> Relation:
    at = next(
        (one for one in context.mentions if one.start <= stated.start < one.end or one.start == stated.start), None
    )
    if at is None or at.text != stated.text:
        at = Mention(stated.text, stated.value, None, "", stated.decimals, stated.start, stated.end)
    one, many = pair
    message = f"{many.text}{many.unit_text} 是 {one.text}{one.unit_text} 的 {right} 倍，文中为 {stated.text}。"
    formula = f"{many.text}{many.unit_text} ÷ {one.text}{one.unit_text}"
    roles = [("whole", one), ("part", many), ("stated", at)]
    return relation("rate", "error", roles, formula, right, message, mistaken(stated.text, right, slip))
