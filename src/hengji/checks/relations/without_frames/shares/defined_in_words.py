"""A rate whose name is explained by what is divided by what: 化解率按“化解数÷交办数”计; 节约率＝（预算－成交）÷预算.

The explanation leaves no choice of the whole. Each operand is the figure near by whose words share most with it; where
several fit as well, any that gives the rate acquits it. It is wrong where the part over another figure gives it, which
is then what was divided, or where it is near what the operands give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final

from hengji.checks.relations.naming import label_of, pairs_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.checks.relations.without_frames.reckoning import slip_between
from hengji.facts.relation import Relation

__all__ = ["defined_in_words"]

_A: Final = r"(?P<a>[\u4e00-\u9fff]{2,14}?)"
_B: Final = r"(?P<b>[\u4e00-\u9fff]{2,14}?)"
_NAME: Final = r"(?P<name>[\u4e00-\u9fff]{2,12}(?:率|比例|比重))"
_OVER: Final = rf"[|｜]?（?{_A}(?:[－—–\-减](?P<less>[\u4e00-\u9fff]{{2,12}}?))?）?[|｜]?[÷/]"
_UNTIL: Final = r"(?=[×xX*”）|，。；：]|(?<![合总累])计[算，得]|的口径|(?<![预决概])算[，得]|$)"
_DEFINED: Final = (
    re.compile(rf"{_NAME}[=＝：]{_OVER}{_B}{_UNTIL}"),
    re.compile(rf"{_NAME}（{_OVER}{_B}{_UNTIL}"),
    re.compile(rf"(?:{_NAME})?[^，。；\ue000-\ue005]{{0,4}}按照?“?{_OVER}{_B}{_UNTIL}"),
    re.compile(rf"{_NAME}，?(?:是|为)(?:拿|用|以|指)?{_A}(?:除以|比上){_B}(?=[，。；]|$)"),
    re.compile(rf"{_NAME}（{_A}占{_B}的?(?:比重|比例|百分比)?）"),
)
_BEHIND: Final = re.compile(rf"^（{_A}(?:占|÷|/|除以){_B}的?(?:比重|比例)?）")
_RESULT: Final = re.compile("(?:算得|计得|计算得?|结果|算下来|算出来?|这个率就?|得出?)(?:为|是|出)?$")
_FILLED: Final = re.compile("实际|全年|本年|年度|金额|次数|人数|户数|总数|数量|总量|总额|[数额量]$")
_WORDLESS: Final = frozenset("数额量总年全的了为是已共本其中项个金与和及有元万")
_NOT: Final = re.compile("目标|要求|低于|高于|不超|上年|去年|同比|增|减|标准|红线|指标值")
_TIMES: Final = re.compile(r"[×xX*＊]$")
"""×100% is a part of the formula."""
_BESIDE: Final = len("的口径计算为：）”")
_STEP: Final = re.compile("^(?:及|（含|以[上下内]|的?得|的?扣|的?计)")
"""95%及以上得10分 is a step of a standard."""
_BACK: Final = 2
_NEAR: Final = Fraction(5, 4)
_FAR: Final = Fraction(2)  # the same where both figures are called by the whole words
_WIDE: Final = re.compile("(?:支出|收入|预算|资金|项目|完成|计划)?")
_HALF: Final = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Way:
    """The figures of one reading: (a − less) ÷ b."""

    a: Slot
    less: Slot | None
    b: Slot

    def value(self) -> Fraction:
        unit = self.b.mention.unit
        taken = converted(self.less.mention, unit) if self.less is not None else Fraction(0)
        return (converted(self.a.mention, unit) - taken) / self.b.mention.value


def defined_in_words(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all; *wrong*: where figures stand that are in an error already."""
    passage = texts[index]
    if RATE not in passage.text or not re.search("率|比例|比重", passage.text):
        return
    for rate in passage.slots:
        if rate.kind != RATE or rate.mention.approximate or rate.mention.value <= 0 or rate.mention.start in wrong:
            continue
        other = _NOT.search(rate.label) or _TIMES.search(rate.before) or _STEP.search(passage.after(rate))
        told = None if other else _definition(passage, rate)
        if told is None:
            continue
        pool = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots if _may_be(one, slot)]
        pool += [slot for slot in passage.slots[: rate.index] if _may_be(passage, slot)]
        yield from _judged(pool, told, rate)


def _may_be(passage: Passage, slot: Slot) -> bool:
    """固定资产原值 is of now, whatever 原值 says elsewhere."""
    return is_quantity(slot) and (not is_last_years(passage, slot) or slot.label.endswith("资产账面原值"))


def _definition(passage: Passage, rate: Slot) -> re.Match[str] | None:
    """What the words say is divided: right behind the rate, or in front of it and of no rate between."""
    behind = _BEHIND.match(passage.text[rate.at + 1 :])
    if behind is not None and behind["a"] and "率" in rate.before:
        return behind
    front = passage.text[: rate.at]
    for form in _DEFINED:
        found = None
        for match in form.finditer(front):
            found = match
        if found is not None and _is_of(passage, rate, found):
            return found
    return None


def _is_of(passage: Passage, rate: Slot, told: re.Match[str]) -> bool:
    between = passage.text[told.end() : rate.at]
    rates = [slot for slot in passage.slots[: rate.index] if slot.at >= told.end() and slot.kind == RATE]
    if any(not _TIMES.search(slot.before) for slot in rates):
        return False
    name = told["name"]
    clause = re.split("[，。；]", between)[-1]
    named = name[-3:] in clause if name is not None else "率" in clause
    if named or _RESULT.search(rate.before) is not None:
        return True
    beside = re.sub(r"[×xX*\ue000-\ue005]", "", between)
    return "，" not in beside and len(beside) <= _BESIDE


def _judged(pool: Sequence[Slot], told: re.Match[str], rate: Slot) -> Iterator[Relation]:
    less = told.groupdict().get("less")
    ways = _ways(pool, told["a"], less, told["b"])
    if not ways or any(_gives(way, rate) for way in ways):
        return
    others: list[tuple[_Way, Slot]]
    others = [(way, slot) for way in ways for slot in pool if slot not in (way.a, way.b) and same_kind(slot, way.a)]
    others += [(way, way.less) for way in ways if way.less is not None]
    divided = [way for way, slot in others if slot.mention.value and _gives(_Way(way.a, way.less, slot), rate)]
    far = _FAR if all(_ends_in(*pair) for way in ways for pair in ((way.a, told["a"]), (way.b, told["b"]))) else _NEAR
    near = [way for way in ways if 1 / far <= way.value() / rate.mention.value <= far] if len(ways) == 1 else []
    chosen = divided or near
    if len({(way.a.mention.value, way.b.mention.value) for way in chosen}) == 1:
        yield _relation(chosen[0], told, rate)


def _ends_in(slot: Slot, words: str) -> bool:
    """Whether the figure is called by the whole operand."""
    return label_of(slot).endswith(words) and not _WIDE.fullmatch(_FILLED.sub("", words))


def _ways(pool: Sequence[Slot], a: str, less: str | None, b: str) -> list[_Way]:
    """The readings whose figures share most with the words of the operands."""
    scored: dict[Fraction, list[_Way]] = {}
    firsts, takers = _fitting(pool, a), _fitting(pool, less) if less else [(None, Fraction(0))]
    for (one, first), (minus, second), (whole, third) in product(firsts, takers, _fitting(pool, b)):
        alike = one is not None and whole is not None and same_kind(one, whole)
        apart = one is not whole or less is not None
        if not alike or not apart or one is minus or whole is minus or one is None or whole is None:
            continue
        if less is not None and (a == b) != (one is whole):
            continue
        scored.setdefault(first + second + third, []).append(_Way(one, minus, whole))
    best = scored[max(scored)] if scored else []
    return list(
        {(way.a.mention.value, way.less and way.less.mention.value, way.b.mention.value): way for way in best}.values()
    )


def _fitting(pool: Sequence[Slot], words: str) -> list[tuple[Slot | None, Fraction]]:
    core = _FILLED.sub("", words) or words
    found: list[tuple[Slot | None, Fraction]] = []
    for slot in pool:
        label = label_of(slot)
        score = Fraction(len(pairs_of(core) & pairs_of(label)))
        score += _HALF * len((set(core) & set(label)) - _WORDLESS) if not score else 0
        if score:
            found.append((slot, score))
    return found


def _gives(way: _Way, rate: Slot) -> bool:
    return good(judged(way.value(), None, rate.mention)) or abs(way.value() - rate.mention.value) <= rate.mention.step


def _relation(way: _Way, told: re.Match[str], rate: Slot) -> Relation:
    right = as_written(way.value(), rate.mention)
    part = in_words(converted(way.a.mention, way.b.mention.unit))
    if way.less is not None:
        part = f"（{part} − {in_words(converted(way.less.mention, way.b.mention.unit))}）"
    formula = f"{part} ÷ {in_words(way.b.mention.value)}"
    less = told.groupdict().get("less")
    words = f"（{told['a']}－{less}）" if less else told["a"]
    message = f"按文中“{words}÷{told['b']}”计算，应为 {right}，文中为 {number(rate.mention)}。"
    likely = mistaken(number(rate.mention), right, slip_between(rate, way.value())) or "分母或分子取错。"
    roles = [("part", way.a.mention), *((("part", way.less.mention),) if way.less is not None else ())]
    roles += [("base", way.b.mention)] if way.b not in (way.a, way.less) else []
    return relation("rate", "error", [*roles, ("stated", rate.mention)], formula, right, message, likely)
