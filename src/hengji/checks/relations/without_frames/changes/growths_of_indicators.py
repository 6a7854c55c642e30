"""A growth that is told as an indicator, in a table or a list, and its two amounts that stand in the prose: 受奖补企业
产值增幅｜≥8%｜9.71%, and 12家企业2022年实现产值18.64亿元，2023年实现产值20.35亿元.

The last word of the indicator's name must stand in front of the amounts. What any two amounts of such a name give, or
what is told again, is right; it is wrong where a slip of the pen alone parts it from what one pair gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import change_gives, change_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["growths_of_indicators"]

_NAME: Final = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,14}?)(?:同比)?(?:(?P<up>增长率|增长幅度|增长比例|增幅|增速|提高率|提升率|上升率)|下降率|下降幅度|降幅|降低率|减少率|压减率)"
)
_NAMES: Final = near(_NAME, "率|幅度|比例|增幅|增速|降幅", 24)
_GOAL: Final = re.compile("(?:[≥≤><＞＜＝=]|不低于|不少于|不超过|不高于|目标值?|计划|指标值|任务|应)[：为是\\s]*$")
_AT_LEAST: Final = re.compile(r"\s*(?:个百分点|[（(]?(?:及|含)?[）)]?以[上下内]|左右)")
_OF_YEARS: Final = re.compile("20\\d\\d年|上年|去年|年初|上一年|[由从]")
_REACH: Final = 70  # characters behind the name, in which its figure stands
_STOP: Final = re.compile("。|(?:\n[^\n]*){4}\n")  # four cells, one a line
_FEWEST: Final = 3
_NOUN: Final = 2
_APART: Final = 2  # places of the two amounts in the sentence


class _Pair(NamedTuple):
    base: Slot
    current: Slot
    words: str


def growths_of_indicators(context: Context, texts: Sequence[Passage], wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all."""
    text = context.document.text
    names = list(_NAMES.finditer(text))
    if not names:
        return
    pairs = [pair for passage in texts for pair in _pairs(passage)]
    told = Counter(one.value for one in context.mentions if one.is_rate)
    nouns = {name["name"][-_NOUN:] for name in names}
    of_noun = {noun: [pair for pair in pairs if noun in pair.words] for noun in nouns}
    for name in names:
        named = of_noun[name["name"][-_NOUN:]]
        for rate in _rates(context, name) if named else ():
            slot = Slot(rate, RATE, 0, 0, "")
            free = rate.start not in wrong and told[rate.value] == 1
            if free and not any(change_gives(pair.current, pair.base, slot) for pair in named):
                yield from _judged(named, slot, name)


def _rates(context: Context, name: re.Match[str]) -> Iterator[Mention]:
    """The figures of the indicator, its goal left out."""
    text = context.document.text
    end = name.end() + _REACH
    stop = _STOP.search(text, name.end(), end)
    end = min(end, stop.start() if stop else end, len(text))
    following = _NAME.search(text, name.end(), end)
    for mention in context.within((name.end(), following.start() if following else end)):
        before = text[max(name.end(), mention.start - 8) : mention.start]
        held = _GOAL.search(before) or _AT_LEAST.match(text, mention.end)
        plain = mention.is_rate and not mention.is_points_of_percent and mention.decimals > 0
        if plain and not held and significant_digits(mention.text) >= _FEWEST:
            yield mention


def _pairs(passage: Passage) -> Iterator[_Pair]:
    """Two amounts of one kind, one behind the other, told of two years."""
    if len(passage.slots) > LONGEST or not _OF_YEARS.search(passage.text):
        return
    slots = [slot for slot in passage.slots if is_quantity(slot)]
    for at, base in enumerate(slots):
        for current in slots[at + 1 : at + 1 + _APART]:
            words = base.before + current.before + current.mention.unit_text
            if same_kind(base, current) and _OF_YEARS.search(words):
                yield _Pair(base, current, words)


def _judged(pairs: Sequence[_Pair], rate: Slot, name: re.Match[str]) -> Iterator[Relation]:
    found: dict[str, tuple[_Pair, str]] = {}
    for pair in pairs:
        change = change_of(pair.current, pair.base)
        right = as_written(abs(change), rate.mention)
        slip = shape(as_written(abs(rate.mention.value), rate.mention), right)
        whole = name["name"] in pair.words
        if (change > 0) == bool(name["up"]) and (slip == SWAPPED or (slip == ONE_DIGIT and whole)):
            found.setdefault(right, (pair, slip))
    if len(found) == 1:
        right, (pair, slip) = next(iter(found.items()))
        yield _relation(pair, rate, right, slip)


def _relation(pair: _Pair, rate: Slot, right: str, slip: str) -> Relation:
    high, low = number(pair.current.mention), number(pair.base.mention)
    message = f"由 {low} 变为 {high}，变动应为 {right}，指标中写的是 {number(rate.mention)}。"
    formula = f"（{high} − {low}）÷ {low}"
    roles = [("base", pair.base.mention), ("current", pair.current.mention), ("stated", rate.mention)]
    likely = mistaken(number(rate.mention), right, slip)
    return relation("growth", "error", roles, formula, right, message, likely)
