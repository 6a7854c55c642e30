"""A number of things, what each costs, and what they cost together: 160 户，户均 4200 元，总费用 67.20 万元.

Three figures of one sentence or its neighbour. Where the product is the total in the other unit of money, the unit is
wrong; where one slip of the pen parts the two, the figure is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, shape
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation
from hengji.facts.units import Unit

__all__ = ["EACH", "NOT_SUMMED", "counts", "unit_prices"]

_THING = (
    r"人次|场次|公里|千米|平方米|立方米|公顷|"
    r"[户人台件个次亩所村班期盏套场座辆名家吨栋株间处条宗批份镇校床车笔例页卷册篇张本枚尾羽具趟眼口幢]"
)
EACH = re.compile(
    rf"(?:(?P<of>人次|[户人台件个次亩校村班期盏套场座辆生床车批所镇站处宗份])均|(?:平均)?每(?P<per>{_THING})|(?P<piece>单价(?!为?每))|(?P<yield>平均亩产|亩产))"
    r"[^，。；：\ue000-\ue005]{0,10}$"
)
_TOTAL = re.compile(
    r"(?:总|共|合计|费|费用|实付|支付|应[付拨发补]|支出|资金|投入|补助|补贴|金额|价款|货款|经费|投资|发放|兑现|安排|计|需|预算)[^，。；：\ue000-\ue005]{0,6}$"
)
_EARNED = re.compile("(?:[户人亩]均|总|共|合计)(?:增收|增加收入|节约|节省|减[负免])[^，。；：、]{0,4}$")
"""户均增收, 总增收: so much more for each and for all, not a change of a figure that is told."""
_BY_MONTH = re.compile(r"每[人户名]每?月|[人户]月均|月[人户]均|每月每[人户名]|每月")
NOT_SUMMED = re.compile(
    r"季|(?<!每[人户名亩])(?<!每平方米)(?<!每公里)每年|每天|每日|最高|最低|以[上下内](?!，|[^，。；：]{1,14}，)|不超|限额|控制在|原|降[到至]|提高|调整|[由从自]$"
)
_PIECES = re.compile(
    "(?:台|套|件|个|辆|把|张|部|副|份|本|盏|株|只|支|块|组|吨|条|袋|箱|米|公斤|千克|桶|瓶|包|卷|双|顶|床|架|册)$"
)
_LAID_DOWN = re.compile(r"(?<!平均)(?<!折合)每[人户名]每?月(?:(?:补助|补贴|津贴|标准|发放|为|按)*)$")
_MEAN = re.compile("均|折合|大?约|相当|合每|左右")
_MONTHS = range(1, 13)
_PAIR = 2
_DIGITS = 3  # digits and point of a mean that is no round figure
_NEAR = 4  # figures to either side of the price that may be its total or its number


_EACH_OF_EACH = re.compile("每[座处个项所站]每[类种项级]$")


def unit_prices(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every price whose number and total stand beside it."""
    for passage in texts:
        if COUNT not in passage.text or not re.search("均|每|单价|亩产", passage.text):
            continue
        earned = frozenset(slot.index for slot in passage.slots if _EARNED.search(slot.before))
        changed = changed_slots(passage) - earned
        for price in passage.slots:
            each = EACH.search(price.before) if price.kind in (MONEY, COUNT) and price.index not in changed else None
            if _EACH_OF_EACH.search(price.before):
                continue  # 32座水库，每座每类1人
            if each is None or price.mention.approximate or NOT_SUMMED.search(price.before[-16:]):
                continue
            thing = each["of"] or each["per"] or ("" if each["piece"] else "亩")
            monthly = _BY_MONTH.search(price.before[-16:]) is not None
            yield from _of(passage, price, thing, changed, monthly=monthly)


def _of(passage: Passage, price: Slot, thing: str, changed: frozenset[int], *, monthly: bool) -> Iterator[Relation]:
    if re.search(r"，另[^，。；]{0,8}\ue000", passage.text[price.at :]):
        return  # 12 个村，每村 40 万元，另 20 万元用于管理
    near = _run(passage, price)
    plain = [slot for slot in near if slot.index not in changed and slot is not price and not slot.mention.approximate]
    numbers = [slot for slot in plain if slot.kind == COUNT and counts(slot, thing, passage)]
    numbers = [slot for slot in numbers if str(slot.mention.unit) == thing] or numbers
    totals = [slot for slot in plain if slot.kind == price.kind and same_kind(slot, price)]
    totals = [slot for slot in totals if price.kind == COUNT or _total(passage, slot)]
    totals = [slot for slot in totals if slot not in numbers]
    totals = [slot for slot in totals if not EACH.search(slot.before)]
    if len({slot.mention.value for slot in numbers}) != 1 or len({slot.mention.value for slot in totals}) != 1:
        yield from _of_several(price, numbers, totals) if not monthly else ()
        return
    if _graded(near, price):
        return
    if not monthly or str(numbers[0].mention.unit) == "人次":
        among = [slot.mention for slot in passage.slots if slot.kind == MONEY]
        derived = _derived(passage, numbers[0], price, totals[0])
        yield from _judged(numbers[0], price, totals[0], 1, derived=derived, among=among)
        return
    tried = [one for months in _MONTHS for one in _judged(numbers[0], price, totals[0], months)]
    holding = [one for one in tried if good(one.verdict)]
    yield from holding[:1] or [one for one in tried[-1:] if one.verdict == "error" and one.likely]


def _graded(near: Sequence[Slot], price: Slot) -> bool:
    """80—89岁每人每月 50 元，90—99岁每人每月 100 元: rates for groups, whose total is that of none."""
    rates = [slot for slot in near if slot.kind == price.kind and same_kind(slot, price)]
    rates = [slot for slot in rates if re.search("每(?:人|户|名|月|年)", slot.before) and EACH.search(slot.before)]
    return len({slot.mention.value for slot in rates}) > 1


def _of_several(price: Slot, counts: Sequence[Slot], totals: Sequence[Slot]) -> Iterator[Relation]:
    """造林 8600 亩、抚育 12000 亩，造林每亩 220 元，需 189.20 万元；抚育每亩…: the total right behind the price, and
    the one number that makes it, or that makes it in the other unit of money."""
    behind = [slot for slot in totals if slot.index == price.index + 1]
    tried = [one for count in counts for total in behind for one in _judged(count, price, total, 1)]
    ahead = [slot for slot in totals if slot.index == price.index - 1 and price.before.startswith("，")]
    ahead = ahead if price.kind == MONEY else []
    mean = [one for count in counts for total in ahead for one in _judged(count, price, total, 1)]
    holding = [one for one in (*tried, *mean) if good(one.verdict)]
    slipped = [one for one in tried if one.kind == "unit"] or [one for one in mean if one.likely]
    yield from holding[:1] or (slipped if len(slipped) == 1 else [])


def _run(passage: Passage, price: Slot) -> list[Slot]:
    """The figures near the price, of its own part of the sentence where that holds enough of them."""
    near = passage.slots[max(0, price.index - _NEAR) : price.index + _NEAR + 1]
    start, end = passage.text.rfind("；", 0, price.at), passage.text.find("；", price.at)
    own = [slot for slot in near if slot.at > start and (end < 0 or slot.at < end)]
    return own if len(own) > _PAIR else list(near)


def _total(passage: Passage, slot: Slot) -> bool:
    """发放 3850 人次、46.20 万元: the verb stands in front of the number."""
    before = passage.slots[slot.index - 1] if slot.index and slot.before == "、" else slot
    return _TOTAL.search(before.before) is not None


def _derived(passage: Passage, count: Slot, price: Slot, total: Slot) -> bool:
    """Whether the price is a mean of decimals right behind its number and total, and of nothing else."""
    told = passage.text[min(count.at, total.at) : price.at]
    behind = {count.index, total.index} == {price.index - 1, price.index - 2}
    exact = price.mention.decimals > 1 or (price.mention.decimals and len(price.mention.text) > _DIGITS)
    return bool(behind and exact) and "均" in price.before and not re.search("其中|。|；|同比|上年|另|包括", told)


def counts(slot: Slot, thing: str, passage: Passage) -> bool:
    """Whether *slot* is a number of that *thing*; of pieces where no thing is named."""
    unit = str(slot.mention.unit).removeprefix("万")
    if not thing:
        return _PIECES.match(unit) is not None
    if unit in ("个", "家") and passage.after(slot).startswith(thing):
        return True
    alike = {
        "人": ("人", "名", "人次"),
        "生": ("人", "名"),
        "名": ("人", "名"),
        "校": ("所", "个"),
        "个": ("个", "家"),
        "场次": ("场", "次", "期"),
        "户": ("家",),
        "家": ("家", "个"),
        "车": ("辆", "台"),
        "次": ("人次", "例", "件", "场", "批次"),
    }
    return unit in (thing, *alike.get(thing, ""))


def _near(price: Slot, unit: Unit | None) -> Interval:
    """What the figure per head may stand for: a mean is rounded, though what it counts be whole things; 每人每月90元 is
    laid down."""
    if _LAID_DOWN.search(price.before) and price.mention.decimals == 0 and str(price.mention.unit) == "元":
        return exactly(converted(price.mention, unit))
    told = interval_of(price.mention, unit)
    if price.kind == MONEY or told.low != told.high:
        return told
    half = converted(price.mention, unit) / price.mention.value / 2 if price.mention.value else 0
    return Interval(told.low - half, told.high + half)


def _is_laid_down(price: Slot, total: Slot, computed: Fraction) -> bool:
    """按每人次3元补贴: whole money that no word calls a mean, where two digits exchanged part the total from it."""
    whole = price.kind == MONEY and price.mention.decimals == 0 and not _MEAN.search(label_of(price))
    return whole and shape(number(total.mention), as_written(computed, total.mention)) == SWAPPED


def _judged(
    count: Slot, price: Slot, total: Slot, months: int, *, derived: bool = False, among: Sequence[Mention] = ()
) -> Iterator[Relation]:
    """*derived*: T，N 户，户均 P: a mean of two decimals right behind what it is the mean of. *among*: the amounts that
    tell which of two units is the odd one."""
    unit = total.mention.unit
    many = count.mention.value * months * (10_000 if str(count.mention.unit).startswith("万") else 1)
    computed = many * converted(price.mention, unit)
    own = exactly(converted(price.mention, unit)) if _is_laid_down(price, total, computed) else _near(price, unit)
    possible = Interval(own.low * many, own.high * many)
    verdict = judged(computed, possible, total.mention)
    if not good(verdict) and possible.meets(interval_of(total.mention, unit)):
        verdict = "rounding"
    right = as_written(computed, total.mention)
    roles = [("count", count.mention), ("price", price.mention), ("stated", total.mention)]
    formula = f"{in_words(many)} × {in_words(converted(price.mention, unit))}"
    if good(verdict):
        yield relation("rate", verdict, roles, formula, right, "数量与单价之积和总额一致。")
        return
    mean = converted(total.mention, price.mention.unit) / many if many else computed
    told = f"{number(count.mention)}、每{count.mention.unit_text.removeprefix('万')}{number(price.mention)}"
    told += f"、{months} 个月" if months > 1 else ""
    message = f"{told}，合计应为 {right}，文中为 {number(total.mention)}。"
    likely = slip_of(total.mention, computed) or (slip_of(price.mention, mean) if months == 1 else "")
    failed = relation("rate", "error" if likely or derived else "suspicious", roles, formula, right, message, likely)
    scale = Fraction(1) if not price.mention.value else 1 / price.mention.value
    found = with_unit(
        failed,
        (total.mention, price.mention),
        lambda values: (
            (possible * exactly(values[1] * scale)).meets(interval_of(total.mention, unit))
            if values[0] == total.mention.value
            else possible.meets(exactly(values[0]))
        ),
        among,
    )
    if found.verdict == "error":
        yield found
