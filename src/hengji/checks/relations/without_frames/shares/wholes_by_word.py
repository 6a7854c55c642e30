"""A share of a whole that the field, or the share itself, has a word for, wherever the paper tells it: 基本支出 A，占总
支出的 P; 支出 A。支出为预算的 P; 拆除 W，复垦 A，占拆除面积的 P.

What is called 实际支出, 决算支出 or 合计 under 支出 is the same figure. A share that holds on any figure of its word,
or on none of the paper, decides nothing; one that holds but for a slip of the pen, or holds on a figure of another word
where this word has one alone, is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shown_digits
from hengji.checks.relations.verdicts import converted, family, good, in_words, judged, number, relation
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.reckoning import slip_between
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["wholes_by_word"]


@dataclass(frozen=True, slots=True)
class _Word:
    """`told`: what a share says of its whole; `called`: the subjects under which that whole is told, and no
    other figure where it is *exact*."""

    told: re.Pattern[str]
    called: re.Pattern[str]
    exact: bool = True


_OWN: Final = "(?:部门|单位|整体|全年|本年度?|当年|年度|累计|全部|财政|全[镇乡县区市校院馆局]|学[校院]|医院)*"
_SUM: Final = r"(?:合计|总计)\|[^|]*"
_SPENT: Final = _Word(
    re.compile(r"(?:总支出|支出总[额数计]|支出合计|全部支出|全年支出|本年支出|年度支出|(?:实际|决算)支出)的?$"),
    re.compile(rf"{_OWN}(?:实际|决算|总)*支出(?:决算|总额|合计|总计|总数|数|共)*|{_SUM}(?:支出|决算|执行)数?"),
)
_FIRST: Final = _Word(
    re.compile(r"年初预算(?:数|总额)?的?$"), re.compile(rf"{_OWN}年初预算(?:数|总额|合计|安排)*|{_SUM}年初预算数?")
)
_GIVEN: Final = _Word(
    re.compile(r"(?:调整后?|全年|年度)的?预算(?:数|总额)?的?$"),
    re.compile(rf"{_OWN}(?:调整后?|全年)的?预算(?:数|总额|合计|安排)*|{_SUM}(?:调整后?|全年)预算数?"),
)
_BUDGET: Final = _Word(
    re.compile(r"^预算(?:数|总额)?的?$"), re.compile(rf"{_OWN}[^|]{{0,6}}预算(?:数|总额|合计|安排)*"), exact=False
)
_WORDS: Final = (_SPENT, _FIRST, _GIVEN, _BUDGET)
_SHARE: Final = re.compile(
    r"(?:^|[，、。；：（])(?P<part>[^，。；：、占\ue000-\ue005]{0,10}?)(?:正好|恰好|约|仅|只)?(?:占|为|是|相当于)(?:了|到|部门|单位|全部|其)*"
    r"(?P<whole>[^，。；：占为是\ue000-\ue005]{2,10}?)(?:的|总?[数额])(?:比重|比例)?(?:达到?|为|是|仅)*$"
)
_CUE: Final = re.compile("占|的\ue001")
_GENERAL: Final = re.compile("总|全|部|数|额|量|面积|资金|金额|经费|人|户|件|个|的|年|本|其")
_SHORTEST: Final = 2
_BACK: Final = 2
_DIGITS: Final = 3
_LONG: Final = 4  # digits of a rate that a figure of another word gives beyond chance


def wholes_by_word(context: Context, texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``share`` and ``rate``, errors all."""
    passage = texts[index]
    if RATE not in passage.text or _CUE.search(passage.text) is None:
        return
    for rate in passage.slots:
        free = rate.kind == RATE and rate.mention.start not in settled and not rate.mention.approximate
        if not free or not 0 < rate.mention.value < 1 or shown_digits(rate.mention.text) < _DIGITS:
            continue
        told = _told(texts, index, rate)
        if told is not None:
            yield from _judged(context, *told, rate)


def _told(texts: Sequence[Passage], index: int, rate: Slot) -> tuple[Slot, _Word] | None:
    """The part and the word for its whole."""
    share = _SHARE.search(rate.before)
    if share is not None:
        part = _part(texts, index, rate, share["part"])
        word = next((one for one in _WORDS if one.told.search(share["whole"])), None) or _own_word(share["whole"])
        return (part, word) if part is not None and word is not None else None
    return None


def _part(texts: Sequence[Passage], index: int, rate: Slot, name: str) -> Slot | None:
    """The figure right in front, or the last one that bears the name told as the part (实际支出占预算的)."""
    passage = texts[index]
    if not name:
        part = passage.slots[rate.index - 1] if rate.index else None
        return part if part is not None and is_quantity(part) and part.index not in changed_slots(passage) else None
    called = [slot for slot in _in_front(texts, index, rate) if pairs_of(slot.label) & pairs_of(name)]
    return called[-1] if called else None


def _in_front(texts: Sequence[Passage], index: int, rate: Slot) -> list[Slot]:
    """The quantities of the sentence before the rate, and of the sentences before it."""
    earlier = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots]
    return [slot for slot in (*earlier, *texts[index].slots[: rate.index]) if is_quantity(slot)]


def _own_word(phrase: str) -> _Word | None:
    """拆除面积, 核查户数: figures whose names hold two characters of the phrase that say of what it is."""
    stem = _GENERAL.sub("", phrase)
    if len(stem) < _SHORTEST:
        return None
    pairs = "|".join(sorted(re.escape(pair) for pair in pairs_of(stem)))
    return _Word(_SHARE, re.compile(f".*(?:{pairs}).*"), exact=False) if pairs else None


def _judged(context: Context, part: Slot, word: _Word, rate: Slot) -> Iterator[Relation]:
    wholes = _called(context, part, word)
    if not wholes or any(_gives(part, whole, rate) for whole in wholes):
        return
    others = [one for one in context.mentions if _may_be_whole(one, part) and _gives(part, one, rate)]
    slipped = [
        one
        for one in wholes
        if slip_between(rate, _ratio(part, one)) in ((SWAPPED, ONE_DIGIT) if word.exact else (SWAPPED,))
    ]
    if len({_ratio(part, one) for one in slipped}) == 1 and not others:
        yield _relation(part, slipped[0], rate)
    elif word.exact and others and len({one.value for one in wholes}) == 1 and shown_digits(rate.mention.text) >= _LONG:
        yield _relation(part, wholes[0], rate, instead=others[0])


def _called(context: Context, part: Slot, word: _Word) -> list[Mention]:
    """The figures of the paper that bear the word, of this year."""
    year = str(context.facts.year or "")
    return [
        one
        for one in context.mentions
        if _may_be_whole(one, part)
        and word.called.fullmatch(one.subject)
        and (not year or one.period in ("", year))
        and not one.direction
    ]


def _may_be_whole(one: Mention, part: Slot) -> bool:
    whole = one.unit is not None and not one.is_rate and one.value > 0 and family(one.unit) == family(part.mention.unit)
    return whole and 0 < _ratio(part, one) < 1


def _ratio(part: Slot, whole: Mention) -> Fraction:
    return converted(part.mention, whole.unit) / whole.value


def _gives(part: Slot, whole: Mention, rate: Slot) -> bool:
    return good(judged(_ratio(part, whole), None, rate.mention))


def _relation(part: Slot, whole: Mention, rate: Slot, instead: Mention | None = None) -> Relation:
    right = as_written(_ratio(part, whole), rate.mention)
    message = f"{number(part.mention)} 是 {number(whole)} 的 {right}，文中为 {number(rate.mention)}。"
    likely = mistaken(number(rate.mention), right, slip_between(rate, _ratio(part, whole)))
    if instead is not None:
        likely = f"{number(rate.mention)}是以 {number(instead)} 为分母算出的。"
    formula = f"{in_words(converted(part.mention, whole.unit))} ÷ {in_words(whole.value)}"
    roles = [("part", part.mention), ("whole", whole), ("stated", rate.mention)]
    return relation("share" if "占" in rate.before else "rate", "error", roles, formula, right, message, likely)
