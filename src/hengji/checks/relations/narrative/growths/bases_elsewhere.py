"""A change with no figure in front of it: the one near by that it is told of, and the rate that this gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import Change
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.growths.implied_rates import (
    growth_relation,
    judge_reading,
    likely_slip,
    rate_on_base,
)
from hengji.checks.relations.narrative.growths.named_subjects import is_base, named_in_front, of_one_thing, of_own_year
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.verdicts import (
    converted,
    good,
    judged,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["MOVED", "named_again", "rate_elsewhere"]

MOVED = re.compile("(?:增加|减少|增长|下降|降低|提高|[增减][收支]|[多少][支收]?|[升降涨跌])了?$")
_OTHERWISE = re.compile("口径|可比|剔除|扣除|还原|自然")
_NAME = 5


def named_again(current: Slot, amount: Slot) -> bool:
    """公务用车运行费 A，…，公务用车运行费减少 D: what changed is called by the name of the figure in front."""
    name = core(MOVED.sub("", label_of(amount)))
    return len(name) >= _NAME and core(label_of(current)).endswith(name)


def rate_elsewhere(change: Change, amount: Slot, rate: Slot, near: tuple[Slot, ...]) -> Iterator[Relation]:
    """No figure stands in front of the change; one near by that makes it true is evidence, none proves nothing."""
    for slot in near:
        if same_kind(slot, amount) and slot is not amount:
            reading = rate_on_base(slot, amount, change.rising)
            if reading is not None and reading[0] != 0 and good(judge_reading(reading, rate)):
                yield growth_relation(change, slot, amount, rate, reading, "ok")
                return
    last = [slot for slot in near if same_kind(slot, amount) and slot.index > rate.index and slot.at > rate.at]
    told_last = [
        (slot, re.match("^[，；（](?:而)?(?:上年|去年|上一年)度?(?P<what>[^，。；]{0,8})$", slot.before))
        for slot in last
    ]
    last = [slot for slot, told in told_last if told and of_one_thing(told["what"], amount)]
    if last and last[0].mention.value > 0:  # 减少 86.30 万元，下降 4.36%，上年预算 1979.40 万元
        delta = abs(converted(amount.mention, last[0].mention.unit)) / last[0].mention.value
        verdict = judged(delta, None, rate.mention)
        if good(verdict) or slip_of(rate.mention, delta):
            yield growth_relation(change, last[0], amount, rate, (delta, None), verdict, slip_of(rate.mention, delta))
        return
    named = named_in_front(amount, near)
    reading = rate_on_base(named, amount, change.rising) if named is not None else None
    if named is not None and reading is not None and judge_reading(reading, rate) == "error":
        if is_base(named, amount):
            return  # 2023年 A。2024年比上年减少 D，下降 D ÷ A
        likely = likely_slip(change, named, amount, rate, reading)
        own = of_own_year(named, amount, rate)
        if own and f"比{named.mention.period}年" in change.passage.text:
            return  # 2020年 A，其中甲 a。2021年比2020年增加 D；甲增加 d，增长 d ÷ a
        sure = likely or own or (named_again(named, amount) and not _OTHERWISE.search(change.passage.text))
        yield growth_relation(change, named, amount, rate, reading, "error" if sure else "suspicious", likely)
        return
    then = re.search(r"20\d\d(?=年)", change.compared)
    about = [slot for slot in near if same_kind(slot, amount) and slot.at != amount.at]
    about = [slot for slot in about if then is None or f"{then[0]}年" not in slot.before]  # that is the base itself
    about = [slot for slot in about if not is_base(slot, amount)]
    only = len({slot.mention.value for slot in about}) == 1 and not MOVED.search(about[0].before) and change.compared
    reading = rate_on_base(about[0], amount, change.rising) if only else None
    if reading is not None and judge_reading(reading, rate) == "error":
        likely = likely_slip(change, about[0], amount, rate, reading)
        yield growth_relation(change, about[0], amount, rate, reading, "error" if likely else "suspicious", likely)
