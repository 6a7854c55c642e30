"""Named rates: "预算 X，支出 Y，执行率 P", "完成预算的 P". Which figure is the base follows from their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.rates.cases_left import MORE_CASES, part_and_base
from hengji.checks.relations.narrative.rates.divided import of_both, quotient, rate_of_both, without_rest
from hengji.checks.relations.narrative.rates.named_pairs import (
    counted_in_front,
    nearest_pair,
    of_named_budget,
    pair_beside,
    pair_one_slip_away,
)
from hengji.checks.relations.narrative.rates.pairs_ruled_out import no_pair, not_so, of_another, of_sums
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mend
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["named_rates"]

_LINK = r"(?:分别|高?达到?了?|实现了?|均|为|是|仅|约|：|（|即|应为|\d{4}年度?)*"
_NAMED = re.compile(
    rf"(?P<name>[^，。；：（、]{{0,14}}(?:执行|完成|支付|支出|到位|使用|控制|办结|办理|合格|结案|回复|处理|落实|回收|兑现|拨付|"
    rf"采购|参与|通过|结转|结余|达标|有效|验收|利用|缴纳|征收|入库|发放)(?:率|进度)){_LINK}$"
)
_OF_BUDGET = re.compile(
    rf"(?:完成|占|为|是|相当于|^[、，和及])了?(?P<name>(?:年初|全年|年度|调整后?|当年)?(?:预算|任务|目标|计划)(?:数|任务|总额)?)的?{_LINK}$"
)
_OTHER = re.compile(rf"(?P<name>[^，。；：（、]{{0,12}}[\u4e00-\u9fff]{{2}}率){_LINK}$")
_OF_THE_REST = re.compile("结[余转存]|剩余|节约|缺口")
_NOT_HERE = re.compile("得分率|调整率|超额|预决算差异|占|(?:病床|床位)使用率")
_MOST = 8
_INSTEAD = re.compile(r"^[，（、；]?(?:而?[非不]是?|但|自评|填[报列写]|单位|系统|表中|原|误|错|与)")
_BEYOND = re.compile("(?:超[出过]?|多于|高于|高出|少于|低于|短少)(?:年初|年度|全年|原)?的?(?:计划|目标|任务)$")
"""超出计划 600 亩: what follows is how much."""
_LAST_YEAR = re.compile("^（(?:上一?年|去年|前一年|同期)[^，。；：（）]{0,10}$")
"""受理 A，同比下降 P（上年 B），办结 a，办结率 a ÷ A."""
_FORMULA = re.compile(r"^（[^（）]{0,12}[÷/][^（）]{0,12}）")  # `formulas` reads it


def named_rates(texts: list[Passage]) -> Iterator[Relation]:
    """Every named rate that two figures of its sentence, or of the one before, can explain."""
    before: Passage | None = None
    for passage in texts:
        if RATE in passage.text:
            yield from _in_passage(passage, before)
        before = passage


def _in_passage(passage: Passage, before: Passage | None) -> Iterator[Relation]:
    changed = changed_slots(passage)
    for rate in passage.slots:
        if rate.kind != RATE or rate.index in changed or rate.mention.value < 0:
            continue
        match = _name_of(passage, rate)
        own = [slot for slot in reversed(passage.slots[: rate.index]) if _figure(slot, changed)][:_MOST]
        if match is None or _NOT_HERE.search(match[0]) or rate.mention.approximate or of_another(rate, own):
            continue
        near, own = own, without_rest(own)
        pool = own
        if len(own) < 2 and before is not None:
            pool = [*own, *(slot for slot in reversed(before.slots) if slot.kind in (MONEY, COUNT))][:_MOST]
        since = max((slot.at for slot in passage.slots[: rate.index] if slot.kind == RATE), default=-1)
        counted = [slot for slot in own if slot.at > since]
        more = MORE_CASES.search(passage.text[since + 1 : rate.at])
        sure = None if more else part_and_base(match["name"], counted)
        sure = sure or counted_in_front(match["name"], rate, passage, own)
        sure = sure or of_named_budget(match["name"], rate, own)
        if match.re is _OTHER and sure is None and not not_so(match["name"], rate, passage, own):
            continue
        if not_so(match["name"], rate, passage, own):
            share, _ = quotient(own[0], own[1], rate)
            yield _relation(match["name"], own[0], own[1], rate, 1 - share, judged(1 - share, None, rate.mention))
            continue
        sure = pair_beside(match["name"], rate, own) or sure
        pair = sure or nearest_pair(match["name"], rate, own)
        sure = pair if len(own) < len(near) else sure
        if (pair and no_pair(match["name"], passage, pair, rate)) or _FORMULA.match(passage.text[rate.at + 1 :]):
            continue
        if of_sums(rate, own):
            continue
        sure = sure or pair_one_slip_away(rate, own)
        relation = _explained(match["name"], rate, own, pool, sure)
        if relation is not None:
            yield _or_of_both(relation, match["name"], rate, own)


def _or_of_both(found: Relation, name: str, rate: Slot, own: list[Slot]) -> Relation:
    """*found*, unless it is an error and the count in front of the rate is that share of itself and another."""
    beside = found.verdict == "error" and own[0].index == rate.index - 1
    other = of_both(own[0], own[1:], rate) if beside else None
    return found if other is None else rate_of_both(own[0], other, rate, name)


def _name_of(passage: Passage, rate: Slot) -> re.Match[str] | None:
    """The name of *rate*; 执行率应为 P is a goal, unless the wrong rate stands beside it (而非填报的 Q)."""
    if rate.before.endswith("应为") and not _INSTEAD.match(passage.after(rate)):
        return None
    return _NAMED.search(rate.before) or _OF_BUDGET.search(rate.before) or _OTHER.search(rate.before)


def _figure(slot: Slot, changed: frozenset[int]) -> bool:
    plain = slot.kind in (MONEY, COUNT) and slot.index not in changed and not slot.mention.approximate
    plain = plain and not _LAST_YEAR.match(slot.before)
    return plain and _BEYOND.search(slot.before) is None


def _explained(
    name: str, rate: Slot, own: list[Slot], pool: list[Slot], sure: tuple[Slot, Slot] | None
) -> Relation | None:
    nearest = sure or nearest_pair(name, rate, own)
    if nearest is not None:
        part, base = nearest
        computed, verdict = quotient(part, base, rate)
        if good(verdict):
            return _relation(name, part, base, rate, computed, verdict)
        if _OF_THE_REST.search(name) and computed < 1 and good(judged(1 - computed, None, rate.mention)):
            return _relation(name, part, base, rate, 1 - computed, "ok")
    whole = sure is not None and sure[0].mention.value == sure[1].mention.value  # 结案 1473，其中按期结案 1473
    for part, base in _pairs(pool) if not sure or whole else ():
        again, outcome = quotient(part, base, rate)
        if not good(outcome):
            continue
        if re.search("结[转余]", name):
            return None  # 结转结余率 of what was spent: `rate_conventions` says what is wrong with it
        if nearest is not None and computed > 1 >= again:
            return _relation(name, part, base, rate, again, outcome)  # T，其中 a、b；支出 s，执行率 s ÷ T
        if _means_something(part, base, rate, nearest):
            return _other(name, part, base, rate, again, outcome, nearest)
    if nearest is None or not (sure or _adjacent(nearest, rate)):
        return None
    return _relation(name, nearest[0], nearest[1], rate, computed, verdict)


def _pairs(pool: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Every part and base among *pool*."""
    for part in pool:
        for base in pool:
            alike = part is not base and same_kind(part, base) and base.mention.value > 0
            if alike and role_of(label_of(part)) != "base":
                yield part, base


def _means_something(part: Slot, base: Slot, rate: Slot, nearest: tuple[Slot, Slot] | None) -> bool:
    """A pair found by trying must hit more than two digits, and 100% must not be a figure beside itself."""
    if part.mention.value == base.mention.value and rate.mention.value == 1:
        return nearest is None
    return rate.mention.decimals >= 1


def _adjacent(nearest: tuple[Slot, Slot], rate: Slot) -> bool:
    indexes = sorted(slot.index for slot in nearest)
    return indexes == [rate.index - 2, rate.index - 1] and len(rate.before) < 24


def _other(
    name: str,
    part: Slot,
    base: Slot,
    rate: Slot,
    computed: Fraction,
    verdict: Verdict,
    nearest: tuple[Slot, Slot] | None,
) -> Relation:
    if nearest is None or {part.index, base.index} == {nearest[0].index, nearest[1].index}:
        return _relation(name, part, base, rate, computed, verdict)
    says = f"{number(rate.mention)}与 {number(part.mention)} ÷ {number(base.mention)} 相符。"
    first, outcome = quotient(nearest[0], nearest[1], rate)
    return _relation(name, nearest[0], nearest[1], rate, first, "suspicious" if outcome == "error" else outcome, says)


def _relation(
    name: str, part: Slot, base: Slot, rate: Slot, computed: Fraction, verdict: Verdict, likely: str = ""
) -> Relation:
    unit = base.mention.unit
    right = as_written(computed, rate.mention)
    message = f"{name}为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{name}应为 {right}，文中为 {number(rate.mention)}。"
        likely = likely or slip_of(rate.mention, computed) or _mended(part, base, rate)
    roles = [("part", part.mention), ("base", base.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(part.mention, unit))} ÷ {in_words(base.mention.value)}"
    found = relation("rate", verdict, roles, formula, right, message, likely)
    if verdict != "error" or not part.mention.value:
        return found
    factor = converted(part.mention, unit) / part.mention.value
    return with_unit(
        found,
        (part.mention, base.mention),
        lambda values: good(judged(values[0] * factor / values[1], None, rate.mention)),
    )


def _mended(part: Slot, base: Slot, rate: Slot) -> str:
    unit = base.mention.unit
    factor = converted(part.mention, unit) / part.mention.value if part.mention.value else Fraction(1)
    if not rate.mention.decimals:
        return ""
    fixed = mend(
        (part.mention, base.mention),
        lambda values: values[1] > 0 and judged(values[0] * factor / values[1], None, rate.mention) == "ok",
    )
    return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则相符。" if fixed else ""
