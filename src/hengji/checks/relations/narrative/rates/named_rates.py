"""Named rates: "预算 X，支出 Y，执行率 P", "完成预算的 P". Which figure is the base follows from their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.rates.cases_left import MORE_CASES, has_verb, part_and_base, stem_of, was_really
from hengji.checks.relations.narrative.rates.divided import by_name, of_both, quotient, rate_of_both, without_rest
from hengji.checks.relations.passages import BARE, COUNT, MONEY, RATE, Passage, Slot
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
_FAILING = re.compile("不|未|停|缺|逾期|间歇|故障|失|滞后|退")
_OF_THE_REST = re.compile("结[余转存]|剩余|节约|缺口")
_QUALITY = re.compile("合格|达标|优良|及格|通过")
_NOT_HERE = re.compile("得分率|调整率|超额|预决算差异|占|(?:病床|床位)使用率")
_CLOSE = 8
_MOST = 8
_PAIR = 2
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
        if match is None or _NOT_HERE.search(match[0]) or rate.mention.approximate:
            continue
        own = [slot for slot in reversed(passage.slots[: rate.index]) if _figure(slot, changed)][:_MOST]
        near, own = own, without_rest(own)
        pool = own
        if len(own) < 2 and before is not None:
            pool = [*own, *(slot for slot in reversed(before.slots) if slot.kind in (MONEY, COUNT))][:_MOST]
        since = max((slot.at for slot in passage.slots[: rate.index] if slot.kind == RATE), default=-1)
        counted = [slot for slot in own if slot.at > since]
        more = MORE_CASES.search(passage.text[since + 1 : rate.at])
        sure = None if more else part_and_base(match["name"], counted)
        sure = sure or _counted_in_front(match["name"], rate, passage, own)
        sure = sure or _of_named_budget(match["name"], rate, own)
        if match.re is _OTHER and sure is None and not _not_so(match["name"], rate, passage, own):
            continue
        if _not_so(match["name"], rate, passage, own):
            share, _ = quotient(own[0], own[1], rate)
            yield _relation(match["name"], own[0], own[1], rate, 1 - share, judged(1 - share, None, rate.mention))
            continue
        sure = _beside(match["name"], rate, own) or sure
        pair = sure or _nearest(match["name"], rate, own)
        sure = pair if len(own) < len(near) else sure
        if (pair and _no_pair(match["name"], passage, pair, rate)) or _FORMULA.match(passage.text[rate.at + 1 :]):
            continue
        if _of_sums(rate, own):
            continue
        sure = sure or _slip_of_one(rate, own)
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
    nearest = sure or _nearest(name, rate, own)
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


def _nearest(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """The two figures in front of the rate, one done and one to be done: (part, base)."""
    for a, b in ((0, 1), (1, 0)):
        if len(own) < 2 or not same_kind(own[a], own[b]) or own[b].mention.value <= 0:
            continue
        if role_of(label_of(own[a])) == "part" and role_of(label_of(own[b])) == "base":
            return own[a], own[b]
    return by_name(name, rate, own)


def _counted_in_front(name: str, rate: Slot, passage: Passage, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """A 4000 人，取证 B 3800 人，取证率 P: two counts right in front, the second has the rate's own verb."""
    stem = stem_of(name)
    if len(own) < _PAIR or own[0].index != rate.index - 1 or own[1].index != rate.index - 2:
        return None
    part, base = own[0], own[1]
    alike = same_kind(part, base) and part.kind == COUNT and part.mention.unit == base.mention.unit
    said = was_really(part.label, base.label) or (stem and has_verb(passage, part, stem))
    if not alike or not said or len(rate.before) > len(name) + 12 or base.mention.value < part.mention.value:
        return None
    if stem and stem in label_of(base) and role_of(label_of(base)) == "part":
        return None  # 共 18 项，完成 16 项，部分完成 2 项，完成率: both were done, of all before them
    return None if re.search(r"[。；]|目标|计划|任务", part.before) else (part, base)


def _not_so(name: str, rate: Slot, passage: Passage, own: list[Slot]) -> bool:
    """检测 84 次，其中 9 次不达标，达标率 P: the part right in front is what is left to a hundred."""
    stem = stem_of(name)
    if not stem or len(own) < _PAIR or (own[0].index, own[1].index) != (rate.index - 1, rate.index - 2):
        return False
    denied = re.match(rf"^[^，。；]{{0,4}}(?:不|未|未能|没有){stem}[^，。；]{{0,6}}，", passage.after(own[0]))
    less = same_kind(own[0], own[1]) and own[0].kind == COUNT and own[0].mention.value < own[1].mention.value
    return denied is not None and less and "。" not in own[0].before


def _no_pair(name: str, passage: Passage, pair: tuple[Slot, Slot], rate: Slot) -> bool:
    """Whether *rate* is not that of *pair*: other figures stand between, it is of another thing, or nothing is due."""
    nothing = pair[1].mention.value == 0  # 应办结 0 件，办结 0 件，办结率
    other = nothing or _unread_between(passage, pair, rate) or _of_quality(name, pair, passage, rate)
    return other or _what_is_left(passage, pair, rate)


def _what_is_left(passage: Passage, pair: tuple[Slot, Slot], rate: Slot) -> bool:
    """抽查 60 座，6 座停运，正常运行率 90%: the part is told to be what the rate is not of."""
    part, base = pair
    told = _FAILING.search(label_of(part) + passage.after(part)[:_CLOSE])
    share, _ = quotient(part, base, rate)
    return part.kind == COUNT and told is not None and good(judged(1 - share, None, rate.mention))


def _beside(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """The two figures right in front of the rate, where they give it to the last of its digits."""
    if len(own) < _PAIR or (own[0].index, own[1].index) != (rate.index - 1, rate.index - 2):
        return None
    if role_of(label_of(own[0])) == "base" and not role_of(label_of(own[1])):
        return None  # 新增 1286 个，计划新增 1200 个，完成率: nor is the plan what was done
    stem = stem_of(name)
    if stem and stem in label_of(own[1]) and stem not in label_of(own[0]):
        return None  # 办结 638 件，受理 665 件，办结率: what was done is not the base
    exact = own[1].mention.value > 0 and same_kind(own[0], own[1]) and rate.mention.decimals > 1
    return (own[0], own[1]) if exact and good(quotient(own[0], own[1], rate)[1]) else None


def _of_sums(rate: Slot, own: list[Slot]) -> bool:
    """编制 9 名、在职 9 人，下属编制 12 名、在职 11 人，控制率 P: the rate of all together."""
    if len(own) > _PAIR and own[0].index == rate.index - 1 and _of_two_parts(rate, own[0], own[1], own[2]):
        return True
    parts = [slot for slot in own if role_of(label_of(slot)) == "part"]
    bases = [slot for slot in own if role_of(label_of(slot)) == "base"]
    if len(parts) != len(bases) or len(parts) < _PAIR or not all(same_kind(slot, own[0]) for slot in parts + bases):
        return False
    unit = bases[0].mention.unit
    done, given = (sum((converted(one.mention, unit) for one in some), Fraction(0)) for some in (parts, bases))
    return given > 0 and good(judged(done / given, None, rate.mention))


def _of_two_parts(rate: Slot, last: Slot, first: Slot, whole: Slot) -> bool:
    """隐患 T 处，现场整改 a 处，限期整改 b 处，整改率 P: of both parts together."""
    unit, total = whole.mention.unit, whole.mention.value
    if not (same_kind(last, whole) and same_kind(first, whole)) or total <= 0:
        return False
    both = converted(last.mention, unit) + converted(first.mention, unit)
    return both <= total and good(judged(both / total, None, rate.mention))


def _slip_of_one(rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """T，其中 a、b，目标为 B，完成率 P: nothing holds, and of all figures before the target one is a slip away."""
    if len(own) < _PAIR or own[0].index != rate.index - 1 or role_of(label_of(own[0])) != "base":
        return None
    base = own[0]
    parts = [slot for slot in own[1:] if same_kind(slot, base) and base.mention.value > 0]
    tried = [(part, *quotient(part, base, rate)) for part in parts]
    if any(good(verdict) for _, _, verdict in tried) or rate.mention.decimals < _PAIR:
        return None
    near = [part for part, computed, _ in tried if slip_of(rate.mention, computed)]
    return (near[0], base) if len({part.mention.value for part in near}) == 1 else None


def _of_quality(name: str, pair: tuple[Slot, Slot], passage: Passage, rate: Slot) -> bool:
    """目标 300 人次，实际 286 人次，合格率 100%: how many came says nothing of how well they did."""
    stem = _QUALITY.search(name)
    if stem is None or good(quotient(*pair, rate)[1]):
        return False
    return role_of(label_of(pair[1])) == "base" and stem[0] not in label_of(pair[0]) + passage.after(pair[0])[:_CLOSE]


def _unread_between(passage: Passage, pair: tuple[Slot, Slot], rate: Slot) -> bool:
    """Whether figures without a known unit stand between the pair and the rate: the rate may be about them."""
    last = max(pair, key=lambda slot: slot.index)
    unread = re.search(r"\d", passage.text[last.at : rate.at]) is not None
    return unread or any(slot.kind == BARE for slot in passage.slots[last.index + 1 : rate.index])


def _of_named_budget(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """为年初预算的 P%、调整预算的 Q%: each rate names its own base among several."""
    which = re.search("年初|调整|全年|当年", name)
    bases = [slot for slot in own if which and which[0] in slot.label and role_of(label_of(slot)) == "base"]
    rivals = [slot for slot in own if role_of(label_of(slot)) == "base"]
    parts = [slot for slot in own if role_of(label_of(slot)) == "part"]
    if len(bases) != 1 or len(rivals) < 2 or not parts or not same_kind(parts[0], bases[0]):
        return None
    close = parts[0] is own[0] and rate.index - parts[0].index <= 2 and bases[0].mention.value > 0
    return (parts[0], bases[0]) if close else None


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
