"""A rate whose own word stands at one of the figures near by: 发现隐患 436 处，整改 426 处……整改率 97.71%.

What no frame of a sentence reads, the word does: the part is the figure told with the word of the rate's name, or the
one right in front of it, and its base a larger count of the same things near by. Which one is tried out: any pair that
gives the rate acquits it. Where none does, the pair convicts that leaves no choice, or that one slip of the pen mends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.rates.divided import quotient, rate_of_two
from hengji.checks.relations.narrative.rates.pairs_ruled_out import of_another
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mend, shape, shown_digits
from hengji.checks.relations.verdicts import converted, good, judged, same_kind
from hengji.facts.relation import Relation

__all__ = ["rates_by_word"]

_NAME: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,12}?[\u4e00-\u9fff]{2}(?:率|比例|比重|占比|覆盖面|进度|满意度|知晓度))"
    r"(?:也|均|都|高?达到?了?|为|是|仅|约|：|实现|保持在)*$"
)
_SHARE: Final = re.compile(
    r"^[，、；）]?(?:仅|约|只|合计|共)?占(?:比|[^，。；：（\ue000-\ue005]{2,12}的)?(?:为|达|仅|约|：)*$"
)
_OF_YEAR: Final = re.compile("占(?:全年|年度)")
"""合同总价 B，上半年就付 A，占全年的 P: of what the year spends, not of B."""
_OTHERS: Final = re.compile(
    r"增|减|升|降|涨|得分|利率|税率|汇率|费率|变动|同比|环比|上年|去年|目标|计划|要求|标准|指标|不低于|不少于|控制|失业|死亡|出生|周转|负债|"
    r"回报|收益|人均|调整|偏差|差异|贡献|覆盖率目标|受害|发生率|毛入|入园|入学|巩固|普及|预决算"
)
_WORDS: Final = {
    "及时": ("及时", "按期", "按时", "小时内", "限时", "限期", "当日", "准时"),
    "准点": ("准点", "正点"),
    "覆盖": ("覆盖", "配齐", "设立", "建成", "开通", "实现"),
    "接种": ("接种", "实种"),
    "入驻": ("入驻", "出租", "入住"),
    "支付": ("支付", "已付", "付", "支出"),
    "执行": ("执行", "支出", "支付", "使用", "列支", "实支", "决算"),
    "支出": ("支出", "支付", "使用", "列支"),
    "使用": ("使用", "支出", "支付", "列支"),
    "拨付": ("拨付", "支付", "下达"),
    "建档": ("建档", "档案"),
    "优良": ("优良", "优"),
    "网办": ("网办",),
    "参与": ("参与", "参加"),
    "优秀": ("优秀", "优"),
}
"""Words that say of a figure what the rate's name says otherwise."""
_EMPTY: Final = re.compile(
    "^(?:项目|预算|工程|资金|任务|工作|指标|总体|综合|平均|部门|全年|年度|实际|完全|比例|占总|所占)$"
)
_DENIED: Final = re.compile("未|不(?!断)|待|尚|缺|剩|余|空置|逾期|没有|停|间歇|故障|退")
_SPENT: Final = re.compile(
    r"(?:截[至止]|到|年底|年末|\d{0,4}年?\d{0,2}月?\d{0,2}[日底末]?|目前|实际|全年|当年|本年|年度|项目|资金|部门|单位|累计|共|合计|已|完成|预算|总|财政|整体)*"
    r"(?:支出|执行|支付|使用|列支)(?:数|金额|资金|总额|了|共|合计|为|：)*"
)
"""What was spent of all there is to spend, of no project or kind by name."""
_BACK: Final = 3  # passages before the rate among which its base may stand
_FIGURES: Final = 20
_AROUND: Final = 5  # figures in front of the rate, or in the bracket behind it, one of which is its part
_LONG: Final = 4
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class _Near:
    """The figures that may explain a rate: of its own sentence in front, in the bracket behind, and before."""

    own: tuple[Slot, ...]
    behind: tuple[Slot, ...]
    earlier: tuple[Slot, ...]

    @property
    def all(self) -> tuple[Slot, ...]:
        return (*self.own, *self.behind, *self.earlier)


def rates_by_word(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Every rate of one passage that stands in no relation yet (*settled*: the figures that do)."""
    passage = texts[index]
    if RATE not in passage.text:
        return
    changed = changed_slots(passage)
    for rate in passage.slots:
        told = rate.kind == RATE and rate.mention.start not in settled and not rate.mention.approximate
        if not told or rate.index in changed or not 0 < rate.mention.value <= 1:
            continue
        near = _near(texts, index, rate, changed)
        share = _SHARE.match(rate.before)
        named = None if share else _NAME.search(rate.before)
        if not (share or named) or _OTHERS.search(rate.before.split("，")[-1]):
            continue
        name = named["name"] if named else ""
        parts = _parts(passage, near, rate, name)
        if parts:
            yield from _of(passage, parts, near, rate, name)


def _near(texts: Sequence[Passage], index: int, rate: Slot, changed: frozenset[int]) -> _Near:
    passage = texts[index]
    own = [slot for slot in reversed(passage.slots[: rate.index]) if slot.index not in changed and _is_figure(slot)]
    closed = passage.after(rate).startswith("（")
    behind: list[Slot] = []
    for slot in passage.slots[rate.index + 1 :][:_PAIR] if closed else ():
        if "）" in slot.before:
            break
        behind += [slot] if _is_figure(slot) else []
    earlier = [
        slot
        for one in reversed(texts[max(0, index - _BACK) : index])
        for slot in reversed(one.slots)
        if _is_figure(slot) and slot.index not in changed_slots(one)
    ]
    return _Near(tuple(own[:_FIGURES]), tuple(behind), tuple(earlier[:_FIGURES]))


def _is_figure(slot: Slot) -> bool:
    return slot.kind in (COUNT, MONEY) and not slot.mention.approximate and slot.mention.value > 0


def _words_of(name: str) -> tuple[str, ...]:
    """The pairs of characters in a rate's name that may stand at its part."""
    stem = re.sub("(?:率|比例|比重|占比|面|进度|度)$", "", name)
    pairs = [stem[at : at + _PAIR] for at in range(len(stem) - 1)]
    told = [word for pair in pairs for word in _WORDS.get(pair, (pair,)) if not _EMPTY.match(pair)]
    return tuple(dict.fromkeys(told))


def _parts(passage: Passage, near: _Near, rate: Slot, name: str) -> list[Slot]:
    """The figures told with the word of the rate, nearest first; a share's is the one right in front of it."""
    if not name:
        return [slot for slot in near.own[:1] if slot.index == rate.index - 1]
    words = _words_of(name)
    around = [slot for slot in near.own[:_AROUND] if "；" not in passage.text[slot.at : rate.at]]
    around += near.behind
    said = [
        slot for slot in around if any(word in label_of(slot) for word in words) and not _DENIED.search(label_of(slot))
    ]
    behind = [
        slot
        for slot in around
        if slot not in said
        and any(word in re.split("[，。；：（]", passage.after(slot))[0] for word in words)
        and not _DENIED.search(re.split("[，。；：（]", passage.after(slot))[0])
    ]
    return [*said, *behind]


def _of(passage: Passage, parts: Sequence[Slot], near: _Near, rate: Slot, name: str) -> Iterator[Relation]:
    whole = rate.mention.value == 1
    if of_another(rate, [*parts, *near.own]):
        return
    for part in parts:
        for base in near.all:
            if (
                base is not part
                and same_kind(part, base)
                and _fits(part, base, rate)
                and (not whole or _beside(part, base))
            ):
                yield _relation(part, base, rate, name)
                return
    if _explained(near, rate):
        return
    found = _only(passage, parts, near, rate, name)
    if found is None and not _OF_YEAR.search(rate.before):
        slipped = [
            (part, base)
            for part in parts[:_PAIR]
            for base in _bases(part, parts, near)
            if _slipped(part, base, rate, beside=base in near.own or base in near.behind)
        ]
        found = slipped[0] if len({(part.mention.start, base.mention.value) for part, base in slipped}) == 1 else None
    found = found or _of_the_one_budget(parts, near, rate, name)
    if found is not None:
        yield _relation(*found, rate, name)


def _beside(part: Slot, base: Slot) -> bool:
    return abs(part.index - base.index) == 1


def _fits(part: Slot, base: Slot, rate: Slot) -> bool:
    computed, verdict = quotient(part, base, rate)
    return good(verdict) or (computed < 1 and good(judged(1 - computed, None, rate.mention)))


def _explained(near: _Near, rate: Slot) -> bool:
    """Whether any two figures near by give the rate, or two parts together over a third."""
    pool = near.all
    for base in pool:
        alike = [slot for slot in pool if slot is not base and same_kind(slot, base)]
        if any(_fits(part, base, rate) for part in alike):
            return True
        for one, other in pairwise(alike):
            both = converted(one.mention, base.mention.unit) + converted(other.mention, base.mention.unit)
            if both <= base.mention.value and good(judged(both / base.mention.value, None, rate.mention)):
                return True
    return False


def _bases(part: Slot, parts: Sequence[Slot], near: _Near) -> list[Slot]:
    """The larger figures of the same things, each value once, those of the sentence first."""
    found: dict[Fraction, Slot] = {}
    for slot in near.all:
        value = converted(slot.mention, part.mention.unit)
        alike = slot is not part and same_kind(slot, part) and slot.mention.unit == part.mention.unit
        if alike and value >= part.mention.value and slot not in parts:
            found.setdefault(value, slot)
    return list(found.values())[:_AROUND]


def _only(passage: Passage, parts: Sequence[Slot], near: _Near, rate: Slot, name: str) -> tuple[Slot, Slot] | None:
    """The one part and the one base of the sentence, where it tells no other figures of the kind."""
    near_by = [*near.own, *near.behind]
    alike = [slot for slot in near_by if same_kind(slot, parts[0])]
    bases = [slot for slot in alike if slot not in parts and slot.mention.unit == parts[0].mention.unit]
    if not name or len(parts) != 1 or len(bases) != 1 or len(alike) != _PAIR:
        return None
    part, base = parts[0], bases[0]
    if base in near.own and max(part.index, base.index) != rate.index - 1:
        return None  # 回访企业 80 家，满意 72 家；回访群众 120 人，满意率 P
    told = passage.text[min(part.at, base.at) : rate.at]
    clear = not re.search("其中|；|。|另|目标|计划|上年", told + label_of(base))
    larger = converted(base.mention, part.mention.unit) >= part.mention.value
    listed = max((part, base), key=lambda slot: slot.index).before.startswith("、")  # 基本支出 2 项、项目支出 5 项
    return (part, base) if clear and larger and _beside(part, base) and not listed else None


def _of_the_one_budget(parts: Sequence[Slot], near: _Near, rate: Slot, name: str) -> tuple[Slot, Slot] | None:
    """预算 B。……支出 A，执行率 P: the one amount in front of the rate and the one budget told before it."""
    part = parts[0]
    spent = re.search("执行|支付|支出|使用", name) and _SPENT.fullmatch(label_of(part)) and part.index == rate.index - 1
    money = {slot.mention.value: slot for slot in near.all if same_kind(slot, part)}
    others = [slot for slot in money.values() if slot.mention.value != part.mention.value]
    if not spent or part.kind != MONEY or len(others) != 1 or "分别" in rate.before:
        return None
    base = others[0]
    planned = role_of(label_of(base)) == "base" and not re.search("上年|去年|结转|追加", label_of(base))
    larger = converted(base.mention, part.mention.unit) >= part.mention.value
    return (part, base) if planned and larger and base.mention.unit == part.mention.unit else None


def _slipped(part: Slot, base: Slot, rate: Slot, *, beside: bool) -> bool:
    """Whether one slip in one of the three makes the rate true, in digits enough that chance hardly does."""
    computed, _ = quotient(part, base, rate)
    written, meant = as_written(rate.mention.value, rate.mention), as_written(computed, rate.mention)
    digits = shown_digits(meant)
    name = shape(written, meant)
    if name == SWAPPED or (name == ONE_DIGIT and digits >= _LONG and beside):
        return True
    if digits < _LONG or not beside:
        return False
    unit = base.mention.unit
    factor = converted(part.mention, unit) / part.mention.value
    fixed = mend(
        (part.mention, base.mention),
        lambda values: values[1] > 0 and judged(values[0] * factor / values[1], None, rate.mention) == "ok",
    )
    return fixed is not None


def _relation(part: Slot, base: Slot, rate: Slot, name: str) -> Relation:
    computed, verdict = quotient(part, base, rate)
    rest = not good(verdict) and computed < 1 and good(judged(1 - computed, None, rate.mention))
    return rate_of_two(part, base, rate, name or "占比", rest=rest)
