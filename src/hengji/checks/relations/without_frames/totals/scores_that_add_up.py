"""A score that the scores around it make, but for a slip of the pen, however it is told: 产出得49.84分（数量18分、质量
19.74分、时效7.2分、成本4分）; 以上四块相加，总分93.24分, paragraphs behind the scores of the four.

What there was to earn, and what was taken off, is left out. Scores that a subtotal behind them, or in front of their
bracket, makes to the last digit give way to it, so that what is left in front of a total are its parts. The scores
right in front of the total, or in the bracket behind it, must make it but for a slip; where any of them make it as it
stands, or the paper tells it again, it is right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, islice, takewhile
from typing import Final

from hengji.checks.relations.passages import BARE, RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.relation import Relation

__all__ = ["scores_that_add_up"]

_TO_EARN: Final = re.compile("满分|分值|权重|标准分|赋分|及格|(?:不低于|不少于|低于|高于|以上|达到|超过|大于|≥|>|＞)$")
_LAID_DOWN: Final = re.compile("^(?:[，；、]?(?:每|否则|反之|不足|超过?|未|乘|×|\\*)|[中里])")
"""What follows on points that are laid down and not earned: 得5分，每超出1%扣1分; 15分乘以98.61%."""
_BAR: Final = re.compile("(?:以[上下内]|及以[上下]|（含）|的|时)*[得计]?")
_TAKEN: Final = re.compile("[扣减加][^，。；：（）得]{0,4}$|丢|失分|相差|差距")
_EARNED: Final = re.compile("得|评|打|核|计|总|：$")
_TOTAL: Final = re.compile("总|合计|累计|小计|共|相加|加起来|合起来|加在一起|之和|综合|最终|最后|汇总")
_BRANCH: Final = re.compile("(?:指标|部分|方面|类|项)[^，。；：（）]{0,4}$")
_LISTED: Final = re.compile("^[^（）。；]{0,6}（|^[，。；：]{0,2}(?:其中|具体|分别|包括|构成)|^[^，。；]{0,4}：")
_OTHER: Final = re.compile("平均|上年|去年|同期|均分|每|最高|最低|第[一二三四五六七八九十\\d]+名|加分|附加")
_BACK: Final = 24  # sentences in front that may hold the parts
_MANY_SCORES: Final = 60
_RUN: Final = 9
_FEWEST, _LONG = 3, 4  # digits of which two are swapped, or one is wrong
_MANY, _MOST = 3, 6  # parts of a total with one wrong digit
_ROUNDED: Final = 2  # last digits by which rounding may part a sum from its total
_PAUSE: Final = 3  # sentences between a list and what stands before it
_SAID: Final = re.compile("([两二三四五六七八九])(?:个|大|类|项|块|部分|方面)")
_NUMBERS: Final = {word: many for many, word in enumerate("二三四五六七八九", 2)} | {"两": 2}
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class _Score:
    slot: Slot
    passage: Passage
    at: int
    earned: bool

    @property
    def value(self) -> Fraction:
        return self.slot.mention.value


def scores_that_add_up(texts: Sequence[Passage], wrong: set[int], borne: set[int]) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, errors all."""
    every = [one for at, passage in enumerate(texts) for one in _scores(passage, at)]
    told = Counter(one.value for one in every)
    earned = [one for one in every if one.earned]
    known = wrong | borne
    for stated in earned:
        mention = stated.slot.mention
        free = mention.start not in known and told[stated.value] == 1 and stated.value <= _HUNDRED
        if not free or significant_digits(mention.text) < _FEWEST or _OTHER.search(stated.slot.before):
            continue
        runs = [run for stream in (earned, every) for run in _runs(_window(stream, stated), stated)]
        if not any(_sum(run) == stated.value for run in runs):
            yield from _judged(runs, stated)


def _window(stream: Sequence[_Score], stated: _Score) -> Sequence[_Score]:
    """The scores of the sentences around the stated one, no more of them than a list of parts has."""
    place = bisect_left(stream, stated.slot.mention.start, key=lambda one: one.slot.mention.start)
    near = stream[max(0, place - _MANY_SCORES) : place + _RUN + 1]
    return [one for one in near if abs(one.at - stated.at) <= _BACK]


def _scores(passage: Passage, at: int) -> Iterator[_Score]:
    for slot in passage.slots:
        bare = slot.kind == BARE and slot.mention.decimals > 0 and slot.before[-1:] in ("：", "为", "得", "计")
        is_score = (slot.kind == SCORE or bare) and slot.mention.value > 0 and not _TAKEN.search(slot.label)
        if is_score and not _is_to_earn(passage, slot):
            yield _Score(slot, passage, at, _EARNED.search(slot.before) is not None)


def _is_to_earn(passage: Passage, slot: Slot) -> bool:
    """Whether these are the points that there are, whoever earns them."""
    after = passage.after(slot)
    bracketed = slot.before.endswith("（") and after.startswith("）")
    laid_down = _TO_EARN.search(slot.label) or _LAID_DOWN.search(after)
    return bool(laid_down) or bracketed or _is_bar(passage, slot)


def _is_bar(passage: Passage, slot: Slot) -> bool:
    """95%以上得10分: what a rate would earn."""
    return slot.index > 0 and passage.slots[slot.index - 1].kind == RATE and _BAR.fullmatch(slot.before) is not None


def _sum(run: Sequence[_Score]) -> Fraction:
    return sum((one.value for one in run), Fraction(0))


def _runs(stream: Sequence[_Score], stated: _Score) -> Iterator[Sequence[_Score]]:
    """The scores right in front of the stated one, subtotals in the place of what they sum up, and those behind it."""
    place = next((at for at, one in enumerate(stream) if one.slot is stated.slot), None)
    if place is None:
        return
    front, behind = stream[:place], stream[place + 1 :]
    for stack in (front, _folded(front)):
        yield from (stack[-many:] for many in range(2, min(_RUN, len(stack)) + 1))
    if behind and _LISTED.search(_between(stated, behind[0])):
        yield from (list(behind[:many]) for many in range(2, min(_RUN, len(behind)) + 1))


def _folded(scores: Sequence[_Score]) -> list[_Score]:
    stack: list[_Score] = []
    for one in scores:
        if _TOTAL.search(one.slot.before) or _BRANCH.search(one.slot.label.rstrip("共得为计评")):
            made = next((many for many, total in _sums_back(stack, one.value) if total == one.value), 0)
            del stack[len(stack) - made :]
        stack.append(one)
        for many, total in _sums_back(stack[1:], max(each.value for each in stack)):
            whole = stack[-many - 1]
            if total == whole.value and _LISTED.search(whole.passage.after(whole.slot)):
                del stack[-many:]
                break
    return stack


def _sums_back(stack: Sequence[_Score], most: Fraction) -> Iterator[tuple[int, Fraction]]:
    """How many of the last scores, two and more, make how much, as long as it is not beyond *most*."""
    sums = accumulate(one.value for one in reversed(stack))
    yield from takewhile(lambda one: one[1] <= most, islice(enumerate(sums, 1), 1, None))


def _judged(runs: Sequence[Sequence[_Score]], stated: _Score) -> Iterator[Relation]:
    found: dict[Fraction, tuple[Sequence[_Score], str]] = {}
    starts = {run[0].slot.mention.start: run[0].at for run in runs if all(one.earned for one in run)}
    for run in runs:
        total = _sum(run)
        right = as_written(total, stated.slot.mention)
        if not 0 < total <= _HUNDRED or max(one.slot.mention.decimals for one in run) > stated.slot.mention.decimals:
            continue
        slip = shape(number(stated.slot.mention), right)
        if slip in (SWAPPED, ONE_DIGIT) and _is_no_chance(run, stated, slip, starts):
            found.setdefault(total, (run, slip))
    if len(found) == 1:
        run, slip = next(iter(found.values()))
        yield _relation(run, stated, slip)


def _is_no_chance(run: Sequence[_Score], stated: _Score, slip: str, starts: Mapping[int, int]) -> bool:
    """*starts*: where the runs begin, with the number of its sentence: a run that others go further back than may be
    the end of a longer list."""
    behind = run[0].slot.mention.start > stated.slot.mention.start
    if behind:
        if not _LISTED.search(_between(stated, run[0])) or not _is_whole_list(run, stated):
            return False
    elif not _TOTAL.search(stated.slot.before) and not _BRANCH.search(stated.slot.label.rstrip("共得为计评")):
        return False
    said = _SAID.search(stated.slot.before)
    if said and _NUMBERS[said[1]] != len(run):
        return False
    first = run[0].slot.mention.start
    longer = any(at > run[0].at - _PAUSE for start, at in starts.items() if start < first)
    sure = behind or (all(one.earned for one in run) and (said or not longer))
    long = significant_digits(stated.slot.mention.text) >= _LONG and _MANY <= len(run) <= _MOST
    rounded = abs(_sum(run) - stated.value) <= _ROUNDED * stated.slot.mention.step
    return slip == SWAPPED or (sure and long and not rounded)


def _between(stated: _Score, first: _Score) -> str:
    """The words from the stated score to the list, which may begin the next sentence: 共得36.67分。具体为：…."""
    after = stated.passage.after(stated.slot)
    return after if first.at == stated.at else after + first.slot.before


def _is_whole_list(run: Sequence[_Score], stated: _Score) -> bool:
    """Whether the list behind the stated score ends with the run: its bracket closes, or its sentence does."""
    last = run[-1]
    after = last.passage.after(last.slot)
    if stated.passage.after(stated.slot).startswith("（"):
        return "）" in after[:2]
    later = [slot for slot in last.passage.slots if slot.index > last.slot.index and slot.kind == SCORE]
    return not later


def _relation(run: Sequence[_Score], stated: _Score, slip: str) -> Relation:
    mention = stated.slot.mention
    right = as_written(_sum(run), mention)
    formula = " + ".join(in_words(one.value) for one in run)
    message = f"各部分得分 {formula} = {right}，文中为 {number(mention)}。"
    roles = [*(("part", one.slot.mention) for one in run), ("total", mention)]
    return relation("score_sum", "error", roles, formula, right, message, mistaken(number(mention), right, slip))
