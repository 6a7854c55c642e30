"""Two figures side by side, and the gap between them told the other way: 预算 62.00 万元，实际 65.31 万元，结余 3.31;
约定 210 天，实际 198 天，延后 12 天; 取暖费 12.74 万元。…上年为 10.92 万元，本年少支出 1.82 万元.

The gap is right to the last digit and stands right behind the two, of which the words make one the base. So only the
word of direction can be wrong. `two_years_turned` asks for one sentence with no third figure; here plans, contracts and
limits are bases too, and a figure may stand in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, POINTS, RATE, Passage, Slot
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.verdicts import converted, number, relation, same_kind, shows
from hengji.checks.relations.without_frames.marks import is_last_years
from hengji.checks.relations.without_frames.reckoning import change_of
from hengji.facts.relation import Relation, RelationKind

__all__ = ["turned_words"]

_DOES: Final = "受理|办理?|完成|花|用|收|支出|开支|做|招|接待|发放?|建|种|产|跑|查处?|培训"
_WAY: Final = re.compile(
    r"(?<![少多未不])(?:(?P<up>超支|缺口|亏损|赤字|超出|高出|多出|上浮|调增|核增|净增|延后|推迟|延期|拖后|延长|扩大|上升|提高|增加|增长|上涨|回升|攀升|抬升"
    r"|[多高超涨增升])"
    r"|(?P<down>结余|节余|节约|节省|盈余|下浮|调减|核减|净减|提前|缩短|缩小|压减|压缩|下降|降低|减少|回落|下滑|走低|省下|[少低减降落省]))"
    rf"(?:{_DOES})?(?:了|约|额?为)?(?:于(?:上年|去年|年初|预算|计划|任务|目标)[^，。；：的\ue000-\ue005]{{0,6}})?$"
)
_BALANCE: Final = re.compile("超支|缺口|亏损|赤字|结余|节余|盈余")
_AS_GAP: Final = re.compile(
    r"^(?:当年|本年|全年|年度|收支相抵|相抵|尚有?|还有?|出现|形成|共|合计|则|实际|资金|经费|总体|整体)*(?:超支|缺口|亏损|赤字|结余|节余|盈余)(?:了|约|额?为)?$"
)
_OF_BALANCE: Final = re.compile("预算|收入|收取|到位|下达|拨付|概算|限价|控制价|安排")
_PAID: Final = re.compile("支出|开支|实付|决算|支付|结算|成交|中标|实际|使用")
_BASE: Final = re.compile(
    "计划|预算|约定|合同|限价|控制价|拦标价|概算|目标|任务|规定|法定|核定|年初|期初|上季|上次|上届|上一|原(?![值因料材件])|由|从|自"
)
_CAME: Final = re.compile("调整[后为到至]|实际|中标|成交|完成|年末|期末|本季|这次|本次|现|决算")
_SEASONS: Final = ("春", "夏", "秋", "冬")
_FUND: Final = re.compile("(?:一般公共|政府性基金|国有资本经营)预算(?=[收支财拨])|预算内")
_OF_WHOLE: Final = re.compile("占[^，。；：]{2,14}的?$")  # 占全年预算的 P is no budget
_THAN: Final = re.compile("比|较|与|和")
_YEAR: Final = re.compile(r"20\d\d年")
_AVOID: Final = re.compile("每|均|累计|其中|指标值|不|控制|前年|全[省市县国]|平均水平|应|可|拟|将")
_LAST: Final = re.compile("上年|去年|同期|同比")
_PLAN: Final = re.compile("预算|计划|目标|任务|合同|约定|限价")
_FLOW: Final = re.compile("新[增购招建入]|购[入置]|增加|减少|[调流转退][入出]|报废|处置|核销|招录|退休|辞|离|减|增")
_DIGITS: Final = 2
_BACK_FIGURES: Final = 2


def turned_words(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``difference`` and ``growth``, errors all."""
    passage = texts[index]
    for gap in passage.slots:
        told = _WAY.search(gap.label) if gap.kind in (MONEY, COUNT, POINTS, RATE) else None
        if told is not None and _BALANCE.search(told[0]) and not _AS_GAP.search(gap.label):
            continue  # 年初结转和结余 36.20 万元 is a stock
        if told is None or gap.mention.approximate or gap.mention.value <= 0 or _AVOID.search(gap.label):
            continue
        if shown_digits(gap.mention.text) < _DIGITS and gap.kind == RATE:
            continue
        pair = _pair(texts, index, gap, told[0])
        if pair is not None and told[0].startswith("净") and any(_FLOW.search(slot.label) for slot in pair):
            continue  # 新增 A，报废 B，净增 A − B: what came in and went out, of which neither is the base
        if pair is None or {slot.mention.start for slot in (*pair, gap)} & wrong:
            continue
        base, own = pair
        risen = own.mention.value - converted(base.mention, own.mention.unit)
        if risen and _is_gap(base, own, gap) and (risen > 0) != (told["up"] is not None):
            yield _relation(base, own, gap, told["up"] or told["down"])


def _is_gap(base: Slot, own: Slot, gap: Slot) -> bool:
    risen = abs(own.mention.value - converted(base.mention, own.mention.unit))
    if gap.kind == RATE:
        return shows(gap.mention, change_of(own, base))
    return risen == (gap.mention.value if gap.kind == POINTS else converted(gap.mention, own.mention.unit))


def _pair(texts: Sequence[Passage], index: int, gap: Slot, word: str) -> tuple[Slot, Slot] | None:
    """The base and what came of it: the two figures right in front, or the last one and the one in a bracket behind."""
    passage = texts[index]
    near = [(passage, slot) for slot in passage.slots[: gap.index]]
    if len(near) < _BACK_FIGURES and index:
        near = [(texts[index - 1], slot) for slot in texts[index - 1].slots] + near
    behind = passage.slots[gap.index + 1 : gap.index + 2]
    if passage.after(gap).startswith("（") and behind and _fits(behind[0], gap):
        near = [*near[-1:], (passage, behind[0])]
    two = near[-_BACK_FIGURES:]
    if len(two) != _BACK_FIGURES or not all(_fits(slot, gap) for _, slot in two):
        return None
    if not same_kind(two[0][1], two[1][1]) or any(_is_change(slot) for _, slot in two):
        return None
    bases = [_is_base(one, slot, two, word) for one, slot in two]
    if bases[0] == bases[1]:
        return None
    base, own = (two[0], two[1]) if bases[0] else (two[1], two[0])
    if _AVOID.search(base[1].label) or _AVOID.search(own[1].label) or not _agrees(gap, *base):
        return None
    return base[1], own[1]


def _is_change(slot: Slot) -> bool:
    """年末结转结余 is a level."""
    way = _WAY.search(slot.label)
    return way is not None and _BALANCE.search(way[0]) is None


def _fits(slot: Slot, gap: Slot) -> bool:
    if slot.mention.approximate or slot.mention.value <= 0:
        return False
    if gap.kind == POINTS:
        return slot.kind == RATE
    return slot.kind in (MONEY, COUNT) and (gap.kind == RATE or same_kind(slot, gap))


def _is_base(passage: Passage, slot: Slot, two: Sequence[tuple[Passage, Slot]], word: str) -> bool:
    if _BALANCE.search(word):
        return _OF_BALANCE.search(_FUND.sub("", slot.label)) is not None and _PAID.search(slot.label) is None
    other = next(one for _, one in two if one is not slot)
    seasons = [next((name for name in _SEASONS if name in one.label), "") for one in (slot, other)]
    than = [_THAN.match(one.label or _in_front_of_bracket(one)) is not None for one in (slot, other)]
    if any(than):
        return than[0] and not than[1]  # 44.01%，比要求的 45% 低 0.99 个百分点
    if all(seasons) and seasons[0] != seasons[1] and not _YEAR.search(slot.label + other.label):
        return _SEASONS.index(seasons[0]) < _SEASONS.index(seasons[1])
    years = [_YEAR.findall(one.label)[-1:] for one in (slot, other)]
    if all(years) and years[0] != years[1]:
        return years[0] < years[1]
    if _CAME.search(slot.label) and not is_last_years(passage, slot):
        return False
    label = _OF_WHOLE.sub("", _FUND.sub("", slot.label))
    return is_last_years(passage, slot) or _BASE.search(label) is not None


def _in_front_of_bracket(slot: Slot) -> str:
    """比序时进度（75%）低: the words that say so stand outside of the bracket."""
    return re.split("[，。；：、]", slot.before.removesuffix("（"))[-1]


def _agrees(gap: Slot, passage: Passage, base: Slot) -> bool:
    """Whether what the gap is said to be held against is that base."""
    if _LAST.search(gap.label) and not is_last_years(passage, base):
        return False
    return _PLAN.search(gap.label) is None or _PLAN.search(base.label) is not None


def _relation(base: Slot, own: Slot, gap: Slot, said: str) -> Relation:
    more = own.mention.value > converted(base.mention, own.mention.unit)
    right = f"后者{'多' if more else '少'}"
    message = (
        f"{number(base.mention)} 与 {number(own.mention)} 相比，{right}了 {number(gap.mention)}，文中却说“{said}”。"
    )
    roles = [("base", base.mention), ("current", own.mention), ("stated", gap.mention)]
    formula = f"{number(own.mention)} − {number(base.mention)}"
    kind: RelationKind = "target" if _PLAN.search(base.label) and not _LAST.search(base.label) else "growth"
    return relation(kind, "error", roles, formula, right, message, "方向写反，或两数写反。")
