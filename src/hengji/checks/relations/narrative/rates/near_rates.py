"""A rate right behind its part that no pair of figures gives, and that one slip of the pen parts from one that does.

问卷 360 名，知道政策的 153 人，知晓率 45.20%: no word says what is divided by what. Whoever writes a rate behind a
figure speaks of that figure; where swapping two digits, or changing one of four, makes it the part over a count of the
same things near by, that is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.narrative.rates.divided import quotient, rate_of_two
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, digits_of, mend, shape, shown_digits
from hengji.checks.relations.verdicts import (
    converted,
    good,
    judged,
    number,
    same_kind,
)
from hengji.facts.relation import Relation

__all__ = ["near_rates"]

_NAME = re.compile(
    r"^[，、（；]?(?P<name>[^，。；：（]{0,12}?[\u4e00-\u9fff](?:率|比例|度|进度))(?:高?达到?了?|为|是|仅|约|：)*$"
)
_OTHERS = re.compile(r"增|减|升|降|涨|得分|利率|税率|变动|同比|环比|占比|满意|上年|去年|目标|计划|[平人户]均")
_LEVELS = re.compile("中央|省级|市级|县级|区级|旗级|乡镇|镇级|自筹|社会资本|地方")
_PAIR = 2
_BACK = 6  # passages before the rate among which its base may stand
_FIGURES = 24  # figures before the rate that are tried to explain it
_MOST_OWN = 6  # figures of the sentence itself that are tried in pairs
_MOST = 3  # different bases before a match may be chance
_LONG = 4  # digits of a rate of which one may be wrong


def near_rates(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate of the text; *texts* are the passages in order."""
    for index, passage in enumerate(texts):
        if RATE not in passage.text or len(passage.slots) > LONGEST:
            continue
        changed = changed_slots(passage)
        for rate in passage.slots:
            if rate.kind == RATE and not rate.mention.approximate and rate.index not in changed:
                yield from _with_bracket(passage, rate)
                yield from _base_in_bracket(passage, rate)
        for rate in passage.slots[1:]:
            named = _NAME.match(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
            part = passage.slots[rate.index - 1]
            if named is None or _OTHERS.search(rate.before) or {rate.index, part.index} & changed:
                continue
            if part.kind in (COUNT, MONEY) and part.mention.value > 0 and not part.mention.approximate:
                yield from _of(texts, index, part, rate, named["name"])


def _of(texts: Sequence[Passage], index: int, part: Slot, rate: Slot, name: str) -> Iterator[Relation]:
    own = [slot for slot in reversed(texts[index].slots[: part.index]) if slot.kind == part.kind]
    earlier = [slot for one in reversed(texts[max(0, index - _BACK) : index]) for slot in reversed(one.slots)]
    pool = [slot for slot in (*own, *earlier) if same_kind(slot, part) and slot.mention.value > 0][:_FIGURES]
    behind = [slot for slot in texts[index].slots[rate.index + 1 :][:_MOST] if same_kind(slot, part)]
    if _explained(part, [part, *pool, *behind], [part, *own, *behind], rate):
        return
    unit = part.mention.unit
    bases: dict[Fraction, Slot] = {}
    for slot in pool:
        alike = slot.mention.unit == unit or slot in own
        if alike and converted(slot.mention, unit) > part.mention.value and not slot.mention.approximate:
            bases.setdefault(converted(slot.mention, unit), slot)
    same = _of_one_level(part, bases.values())
    if same and _others_hold(texts[index], earlier, rate):
        yield rate_of_two(part, same[0], rate, name)
        return
    tried = same or list(bases.values())[:_MOST]  # 县级资金执行 a: of what 县级 gave
    slipped = [base for base in tried if _slip(part, base, rate) in _slips_of(beside=base in own or base in same)]
    if len(slipped) == 1:
        yield rate_of_two(part, slipped[0], rate, name)
    elif not slipped and own and own[0].index == part.index - 1 and own[0] in tried:
        mended = _mended(part, own[0], rate)
        if mended:
            yield replace(rate_of_two(part, own[0], rate, name), likely=mended)


def _mended(part: Slot, base: Slot, rate: Slot) -> str:
    """T，其中 a，a率 P, where swapping two digits of T or of a, and nothing else, gives the rate to four digits."""
    if shown_digits(rate.mention.text) < _LONG:
        return ""
    unit = base.mention.unit
    factor = converted(part.mention, unit) / part.mention.value
    fixed = mend(
        (part.mention, base.mention),
        lambda values: values[1] > 0 and judged(values[0] * factor / values[1], None, rate.mention) == "ok",
    )
    if fixed is None or shape(as_written(fixed[0].value, fixed[0]), as_written(fixed[1], fixed[0])) != SWAPPED:
        return ""
    return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”（{SWAPPED}），则比率相符。"


def _of_one_level(part: Slot, bases: Iterable[Slot]) -> list[Slot]:
    """The one base that gave the money of *part*: 省级资金执行 a, of what 省级 gave."""
    level = _level(part)
    same = [base for base in bases if level and _level(base) == level]
    return same if len(same) == 1 else []


def _others_hold(passage: Passage, earlier: Sequence[Slot], rate: Slot) -> bool:
    """Whether the sentence tells the rates of other levels, each of what its own level gave."""
    for other in passage.slots[1:]:
        part = passage.slots[other.index - 1]
        if other.kind != RATE or other is rate or part.kind != MONEY or not _level(part):
            continue
        bases = {slot.mention.value: slot for slot in earlier if same_kind(slot, part)}
        same = _of_one_level(part, bases.values())
        if same and part.mention.value < same[0].mention.value and good(quotient(part, same[0], other)[1]):
            return True
    return False


def _level(slot: Slot) -> str:
    """Whose money a figure is: 中央补助资金, 县级配套（…）."""
    clause = re.split("[，。；：、]", re.sub("（[^（）]*）", "", slot.before))[-1]
    found = _LEVELS.search(clause)
    return found[0][0] if found else ""


def _with_bracket(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """入户率为 91.25%（走访 730 户，应访 800 户）: the bracket holds both figures and nothing else."""
    named = _NAME.match("，" + rate.before.lstrip("）。，；")) if not _OTHERS.search(rate.before) else None
    inside = passage.slots[rate.index + 1 : rate.index + 3]
    if named is None or len(inside) != _PAIR or not all(slot.kind in (COUNT, MONEY) for slot in inside):
        return
    opened = inside[0].before.startswith("（") and "）" not in inside[0].before + inside[1].before
    closed = re.match(r"[^，；。（]{0,6}）", passage.after(inside[1])) is not None
    part, base = sorted(inside, key=lambda slot: converted(slot.mention, inside[0].mention.unit))
    if not opened or not closed or not same_kind(part, base) or part.mention.value <= 0:
        return
    blurred = any(slot.mention.approximate for slot in inside)
    if not blurred and not _gives(part, base, rate) and _slip(part, base, rate):
        yield rate_of_two(part, base, rate, named["name"])


def _base_in_bracket(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """上线1472人，上线率91.54%（参考1608人）: the part in front, its base alone in the bracket behind."""
    named = _NAME.match(rate.before) if not _OTHERS.search(rate.before) else None
    if named is None or not 0 < rate.index < len(passage.slots) - 1:
        return
    part, base = passage.slots[rate.index - 1], passage.slots[rate.index + 1]
    alone = base.before.startswith("（") and passage.after(base).startswith("）")
    alike = part.kind in (COUNT, MONEY) and same_kind(part, base) and 0 < part.mention.value <= base.mention.value
    blurred = part.mention.approximate or base.mention.approximate or _OTHERS.search(base.before)
    if alone and alike and not blurred and not _gives(part, base, rate) and _slip(part, base, rate):
        yield rate_of_two(part, base, rate, named["name"])


def _explained(part: Slot, pool: Sequence[Slot], own: Sequence[Slot], rate: Slot) -> bool:
    """Whether the part, or any figure of the sentence, over anything near by gives the rate as it stands: 核定编制 B。
    在职 A，分别为甲 a、乙 b，控制率 A ÷ B is not of the last part."""
    near = [slot for slot in own if same_kind(slot, part) and slot.mention.value > 0][:_MOST_OWN]
    pairs = [*((part, base) for base in pool), *((one, base) for one in near for base in (*near, *pool))]
    return any(_gives(one, base, rate) for one, base in pairs if one is not base and same_kind(one, base))


def _gives(part: Slot, base: Slot, rate: Slot) -> bool:
    if base.mention.value <= 0:
        return False
    gap = (base.mention.value - converted(part.mention, base.mention.unit)) / base.mention.value
    return good(quotient(part, base, rate)[1]) or (gap > 0 and good(judged(gap, None, rate.mention)))


def _slips_of(*, beside: bool) -> tuple[str, ...]:
    """The slips that show a base: from another sentence only the one that chance hardly gives."""
    return (SWAPPED, ONE_DIGIT) if beside else (SWAPPED,)


def _slip(part: Slot, base: Slot, rate: Slot) -> str:
    computed, _ = quotient(part, base, rate)
    written, meant = as_written(rate.mention.value, rate.mention), as_written(computed, rate.mention)
    name = shape(written, meant)
    digits = len(digits_of(meant))
    return name if name == SWAPPED or (name == ONE_DIGIT and digits >= _LONG) else ""
