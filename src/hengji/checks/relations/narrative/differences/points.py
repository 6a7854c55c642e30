"""Percentage points: A%，较上年 B% 提高 D 个百分点; B% 提高到 A%，提高 D 个百分点; 两者相差 D 个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import POINTS, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, number, relation, slip_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["differences_in_points"]

_MOVES = (
    r"(?:提高|提升|上升|升高|增加|增长|上涨|高出?|扩大|降低|下降|减少|回落|收窄|低|多|少"
    r"|落后|滞后|领先|超前|超|加快|放缓|快|慢|压缩|压降|压减|缩小|收缩|下调|上调|下滑|下跌|攀升|回升|优化|改善|[增减降升])"
)
_WAY = re.compile(r"(?:(?P<rise>增长|增加|上升)|下降|减少|降低)[^，。；：]{0,3}$")
_MOVED = re.compile(rf"{_MOVES}(?:了|约|为|幅度)*$")
_MOVES_ALONE = rf"[，、（；](?:同比|比上年|较上年|两者|共|累计|整体)?{_MOVES}(?:了|约|为|幅度)*"
_DOWN = re.compile(
    r"(?:降低|下降|减少|回落|收窄|低|少|落后|滞后|放缓|慢|压缩|压降|压减|缩小|收缩|下调|下滑|下跌|[减降])(?:了|约|为|幅度)*$"
)
_APART = re.compile(
    r"(?:(?:前者|后者|两者|二者)(?:比|较|相比)?(?:前者|后者)?(?:相比)?(?:要|多|[高低少])?(?:出|[高低多少快慢])|(?:两者|二者|两项|高低)?(?:相差|差距|之差|虚[高增报]|[多高少]报|[高低]估))(?:了|约|为)*$"
)
_BASE = re.compile(
    r"^[，、（]?(?:比(?![例重率])|较|相较于?|同|与)[^，。；：\ue000-\ue005]{1,20}$"
    r"|(?:比|较|同|与)(?:上一?年|去年|前一年|同期|序时|时间|目标|年初|计划|预期|上季|上月|全[省市县区国]|20\d\d年)[^，。；：]{0,12}$"
)
_TURNED = re.compile(
    r"(?:升|增|提高|上升|增长|增加|降|下降|降低|减少|回落|变|调整|压缩|压降|压减|缩小|收缩|下调|上调|下滑|下跌|攀升|回升|优化|改善|改变|转变|扩大|扩展|拓展|提速|加快|放缓|跌|涨|滑落|跃升|爬升)[至到为成](?:(?:今年|本年度?|20\d\d年度?末?)的?)?$"
)
_EARLIER = re.compile(r"(?:上一?年度?|去年|前一年度?|上期|20\d\d年度?)(?:同期|同一?时期|同月)?|同期")
_VERSUS = re.compile(
    r"(?:高于|低于|超过|超出|超|优于|好于|落后于?|领先于?|高出|低出?|不及|差于|快于|慢于|滞后于?)[^，。；：\ue000-\ue005]{0,16}$"
)
_GOAL_BEHIND = re.compile(r"^的(?:年度|年初|绩效|预期)?(?:目标|计划|任务|标准|要求)值?$")
_HIGHER = re.compile(r"^，(?P<up>高出|高于|超出|超过)?(?:低于|不及|落后于?)?(?:年度|年初|预定)?$")
_SCHEDULE = re.compile(r"(?:序时|时间)进度(?:要求)?(?:应?为|应?达到?|是|：)*$")
_BY_SCHEDULE = re.compile(
    r"^[，；（](?:比|较|与)?(?:同期)?(?P<how>低于|落后于?|滞后于?|慢于|高于|快于|超过?|领先于?|超前)?(?:同期)?"
    r"(?:序时|时间)进度(?:要求)?(?:相比)?，?(?P<then>低|落后|滞后|慢|高|快|超前?|领先)?(?:了|约)?$"
)
_SLOW = re.compile("低|落后|滞后|慢")
_NOW = re.compile(r"(?:今年|本年|当年|本期)[^，。；：]{0,8}$")
_BESIDE = re.compile(rf"^）?(?:，?{_MOVES})?(?:了|约|近)?$")
_BASE_IN_BRACKETS = re.compile(r"^（(?:上一?年度?|去年|前一年度?|20\d\d年度?)(?:同期|末|底)?(?:为|是|：)?$")
_NEXT = re.compile(r"^[，；]?(?:其|而)?(?:本年度?|今年|当年|20\d\d年度?)?[^，。；：]{0,6}$")
_OVER_GOAL = re.compile(
    r"^[，、；（](?:超出?|超过|高于|高出|比|较)(?:年度|年初|绩效)?(?:目标|计划|任务|预期|标准|指标)值?(?:要求)?(?:[高低]出?|提高|超出?)?(?:了|约)?$"
)
_COMPARES_ITSELF = re.compile("[比较](?:上一?年|去年|上期|前一年|20\\d\\d年)")
_MOST = 8
_BEFORE = 3  # the rate that changed, the goal it is held against, and its base
_RULE = re.compile("每[^，。；]{0,8}$")  # 每低于100%1个百分点扣0.5分
_BACK = 2  # sentences before in which the schedule's rate may stand


def differences_in_points(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every difference of two rates that a sentence states, or whose other rate has one name with it."""
    named: dict[str, list[Slot]] = {}
    for passage in texts:
        for slot in passage.slots:
            if slot.kind == RATE and len(core(label_of(slot))) > 2 and not _EARLIER.search(slot.before):
                named.setdefault(core(label_of(slot)), []).append(slot)
    for index, passage in enumerate(texts):
        for slot in passage.slots:
            if slot.kind == POINTS and slot.mention.value > 0 and not slot.mention.approximate:
                schedule = _BY_SCHEDULE.match(slot.before)
                bracketed = _base_in_brackets(passage, slot) or _goal_in_front(passage, slot)
                if schedule is not None:
                    yield from _by_schedule(texts[max(0, index - _BACK) : index + 1], slot, schedule)
                elif bracketed is not None:
                    yield _judged(passage.slots[slot.index - 1], bracketed, slot)
                else:
                    yield from _of(passage, slot, named)
            elif slot.kind == RATE and slot.index > 1 and not slot.mention.approximate:
                yield from _in_percent(passage, slot)


def _by_schedule(near: Sequence[Passage], stated: Slot, told: re.Match[str]) -> Iterator[Relation]:
    """执行率 A%，低于序时进度 D 个百分点: the schedule's rate stands in front of it, or in a sentence before."""
    own = near[-1]
    now = own.slots[stated.index - 1] if stated.index else None
    bases = [
        slot
        for one in near
        for slot in one.slots
        if slot.kind == RATE and _SCHEDULE.search(slot.before) and slot != now
    ]
    word = told["how"] or told["then"]
    if now is None or now.kind != RATE or now.mention.approximate or not word or not bases:
        return
    if len({slot.mention.value for slot in bases}) == 1 and bases[0].mention.start < stated.mention.start:
        yield _judged(now, bases[0], stated, falls=_SLOW.match(word) is not None)


def _in_percent(passage: Passage, stated: Slot) -> Iterator[Relation]:
    """由 24.6% 降至 17.1%，下降 7.5%: the difference of two rates is told in points, not in per cent."""
    earlier, now = passage.slots[stated.index - 2], passage.slots[stated.index - 1]
    moved = _MOVED.search(stated.before)
    told = moved is not None and (
        re.fullmatch(_MOVES_ALONE, stated.before) is not None
        or (_MOVED.match(stated.before) is not None and _BASE.search(now.before) is not None)
    )
    if not told or earlier.kind != RATE or now.kind != RATE or not earlier.mention.value or stated.mention.value <= 0:
        return
    if not (_TURNED.search(now.before) or _EARLIER.search(earlier.before) or _BASE.search(now.before)):
        return
    gap = abs(now.mention.value - earlier.mention.value)
    relative = {one: gap / one for one in (earlier.mention.value, now.mention.value) if one}
    if gap != stated.mention.value or any(abs(one - gap) < stated.mention.step for one in relative.values()):
        return
    right = as_written(gap, stated.mention).rstrip("%") + "个百分点"
    message = f"{number(now.mention)}与{number(earlier.mention)}相差 {right}，文中写作“{number(stated.mention)}”。"
    likely = "两个比率之差应以“个百分点”表示。"
    roles = [("current", now.mention), ("base", earlier.mention), ("stated", stated.mention)]
    formula = f"{in_words(now.mention.value * 100)}% - {in_words(earlier.mention.value * 100)}%"
    yield relation("difference", "error", roles, formula, right, message, likely)


def _goal_in_front(passage: Passage, stated: Slot) -> Slot | None:
    """目标值 B%，实际为 A%，超目标 D 个百分点: the rate that is called the goal."""
    if stated.index < 2 or not _OVER_GOAL.match(stated.before):
        return None
    goal, now = passage.slots[stated.index - 2], passage.slots[stated.index - 1]
    told = goal.kind == now.kind == RATE and re.search("目标|计划|任务|预期|标准", label_of(goal))
    return goal if told and re.match("^[，；、（](?:实际|全年|完成)", now.before) else None


def _base_in_brackets(passage: Passage, stated: Slot) -> Slot | None:
    """提高 D 个百分点（上年为 B%）: the rate right behind the difference."""
    behind = next(iter(passage.slots[stated.index + 1 : stated.index + 2]), None)
    now = stated.index > 0 and passage.slots[stated.index - 1].kind == RATE
    told = now and behind is not None and behind.kind == RATE and _BASE_IN_BRACKETS.match(behind.before)
    return behind if told else None


def _of(passage: Passage, stated: Slot, named: dict[str, list[Slot]]) -> Iterator[Relation]:
    rates = [slot for slot in passage.slots[: stated.index] if slot.kind == RATE and slot.mention.value >= 0]
    if not rates or rates[-1].index != stated.index - 1 or _RULE.search(rates[-1].before):
        return
    base = rates[-1]
    earlier = rates[-2] if len(rates) > 1 else None
    if earlier is not None and earlier.index == base.index - 1 and _TURNED.search(base.before):
        yield _judged(base, earlier, stated, either=not re.fullmatch(_MOVES_ALONE, stated.before))
        return
    if earlier is not None and _EARLIER.search(earlier.before) and _NOW.search(base.before):
        if earlier.index == base.index - 1 and re.fullmatch(_MOVES_ALONE, stated.before):
            yield _judged(base, earlier, stated)
        return
    inside = _BASE.search(base.before) and _MOVED.match(stated.before.lstrip("）相比，"))
    apart = _APART.search(stated.before)
    versus = _VERSUS.search(base.before)
    if earlier is not None and earlier.index == base.index - 1 and versus and _BESIDE.match(stated.before):
        yield _judged(earlier, base, stated, either=True)
        return
    if earlier is not None and earlier.index == base.index - 1 and _GOAL_BEHIND.match(stated.before):
        way = _HIGHER.match(base.before)  # 办结率 A%，高出 B% 的目标 D 个百分点
        if way is not None and len(way[0]) > 1:
            yield _judged(earlier, base, stated, falls=way["up"] is None)
        return
    now = earlier if apart else _what_changed(rates, stated) if inside else None
    if now is not None:
        yield _judged(now, base, stated, either=bool(apart))
    elif _is_earlier(base, stated):
        yield from _by_name(passage, base, stated, named)


def _is_earlier(base: Slot, stated: Slot) -> bool:
    """Whether the rate in front is what there was; 按2021年末口径为 A%，比上年末提高 D tells what A came from."""
    if not _EARLIER.search(base.before) or _COMPARES_ITSELF.search(stated.before) or not _MOVED.search(stated.before):
        return False
    return _NEXT.match(_MOVED.sub("", stated.before)) is not None


def _what_changed(rates: Sequence[Slot], stated: Slot) -> Slot | None:
    """A%，比上年的 B% 提高 D; A%，高于目标 G%，比上年的 B% 提高 D: G is what A is held against, and has not changed."""
    behind = rates[::-1]
    for at, slot in enumerate(behind[1:_BEFORE], 1):
        if slot.index != behind[at - 1].index - 1:
            return None
        aimed = len(behind) > at + 1 and behind[at + 1].index == slot.index - 1 and _is_aim(slot, behind[at - 1])
        if aimed and _fits(behind[at + 1], behind[0], stated):
            return behind[at + 1]
        if len(behind) < _BEFORE or not (_VERSUS.search(slot.before) or _BASE.search(slot.before)):
            return slot
    return None


def _is_aim(slot: Slot, following: Slot) -> bool:
    """完成 95% 的目标，比上年…: what was to be reached, by the word on either side of it."""
    told = re.match("^的?(?:年度|年初|绩效|预期|既定)?(?:目标|计划|任务|标准|要求|指标)", following.before)
    return told is not None or re.search("目标|计划|任务|标准|要求|指标", label_of(slot)) is not None


def _fits(now: Slot, base: Slot, stated: Slot) -> bool:
    return abs(now.mention.value - base.mention.value) == stated.mention.value


def _by_name(passage: Passage, base: Slot, stated: Slot, named: dict[str, list[Slot]]) -> Iterator[Relation]:
    """The other rate is told right beside, of another year or by the same name, or bears that name elsewhere."""
    key = core(_EARLIER.sub("", label_of(base)))
    beside = passage.slots[base.index - 1] if base.index else None
    if beside is not None and beside.kind == RATE and _year_of(beside) < _year_of(base) != "9999":
        if re.fullmatch(_MOVES_ALONE, stated.before):  # 2021年增长 B%，2022年增长 A%，回落 D
            yield _judged(base, beside, stated)
        return
    if beside is not None and beside.kind == RATE and key and core(label_of(beside)).endswith(key):
        yield _judged(beside, base, stated, either=False)
        return
    others = [slot for slot in named.get(key, ())[:_MOST] if slot.mention.start != base.mention.start]
    if others and beside is not None and any(_fits(beside, slot, stated) for slot in others):
        return  # 普及率 A%，比上年末提高 D, and the paper tells elsewhere what it was before
    if len({slot.mention.value for slot in others}) == 1:
        yield _judged(others[0], base, stated, either=False)


def _year_of(slot: Slot) -> str:
    """The year that is named right in front of *slot*; one that is not named comes last."""
    years = re.findall(r"20\d\d(?=年)", slot.before)
    return years[-1] if years else "9999"


def _verdict(computed: Fraction, now: Mention, base: Mention, stated: Mention) -> Verdict:
    """As a document rounds or cuts off throughout: all three figures the one way or all three the other."""
    if computed == stated.value:
        return "ok"
    if computed == -stated.value:
        return "error"  # to the last digit, and the other way: no rounding turns it round
    steps = (now.step, base.step, stated.step)
    rounded = abs(computed - stated.value) <= sum(steps) / 2
    cut = -base.step - stated.step < stated.value - computed < now.step
    return "rounding" if rounded or cut else "error"


def _level(one: Slot, other: Slot) -> Fraction:
    """最高增长 55.5%，最低下降 13.2%: beside a rate that rises one that falls lies below nought."""
    own, beside = (_WAY.search(slot.before) for slot in (one, other))
    below = own is not None and beside is not None and own["rise"] is None and beside["rise"] is not None
    return -one.mention.value if below else one.mention.value


def _judged(now: Slot, base: Slot, stated: Slot, *, either: bool = False, falls: bool | None = None) -> Relation:
    gap = _level(now, base) - _level(base, now)
    falls = _DOWN.search(stated.before) is not None if falls is None else falls
    computed = abs(gap) if either else -gap if falls else gap
    verdict = _verdict(computed, now.mention, base.mention, stated.mention)
    right = as_written(computed, stated.mention)
    message = "两个比率之差与文中一致。"
    if not good(verdict):
        message = f"{number(now.mention)}与{number(base.mention)}相差 {right}，文中为 {number(stated.mention)}。"
        if computed < 0:
            message = f"{number(now.mention)}与{number(base.mention)}比较，方向与文中所说相反。"
    roles = [("current", now.mention), ("base", base.mention), ("stated", stated.mention)]
    formula = f"{in_words(now.mention.value * 100)}% - {in_words(base.mention.value * 100)}%"
    likely = "" if good(verdict) or computed < Fraction(0) else slip_of(stated.mention, computed)
    return relation("difference", verdict, roles, formula, right, message, likely)
