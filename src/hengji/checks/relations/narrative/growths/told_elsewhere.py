"""A change whose figure stands in another sentence or a table: 接待费 1.5 万元。……接待费增加 0.5 万元，增长 33.3%.

The items of a budget have one name throughout a paper. Amount and rate of a change give the figures of both years;
where none of the item's figures, anywhere in the paper, is one of the two, the rate is wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.against_base import THIS_YEARS
from hengji.checks.relations.changes import COMPARED, Change, changed_slots, changes
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import sides_of
from hengji.checks.relations.tables.quantity_names import column_kind, quantity_name, whole_name
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["told_elsewhere"]

_ITEM = re.compile(
    r"^(?:三公经费|公务接待费?|公务用车购置及运行费|公务用车运行费|公务用车购置费?"
    r"|因公出国费?|会议费|培训费|差旅费|办公费|机关运行经费|机关运行|政府采购|工资福利|商品和服务|对个人和家庭的?补助"
    r"|人员经费|公用经费|日常公用经费|基本支出|项目支出|财政拨款收入|一般公共预算(?:财政)?拨款(?:收入|支出)?|事业收入|全部.*)$"
)
"""What every paper of an office calls by one name, and has one figure of for each year and column."""
_THREE = re.compile(r"^.{0,16}?(?=[“\"]?三公[”\"]?经费)")
_MOVED = re.compile("(?:增加|减少|增长|下降|降低|压减|节约|[增减][支收]?)了?(?:支出|经费|资金)?$")
_CARS = re.compile("(?:公务)?用?车辆?运行(?:维护)?费用?")
_ADJUSTED = re.compile("口径|可比|剔除|扣除|还原|不含|因素")
_LAST = re.compile("上年|上一年|去年|同期|上期|期初|年初|前一年")
_PLAN = re.compile("预算(?!执行|支出)|计划|年初|目标")
_HEADS = re.compile(r"[。；，：（）\s]")
_YEAR = re.compile(r"20\d\d")
_NEAR = 3  # passages around, whatever figures they hold may explain a change
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class _Held:
    mention: Mention
    label: str


Reading = tuple[Fraction, Interval | None]
Items = Mapping[str, tuple[_Held, ...]]


def told_elsewhere(
    context: Context, texts: Sequence[Passage], index: int, judged_before: Collection[int]
) -> Iterator[Relation]:
    """Every such change of passage *index* whose rate does not begin at one of *judged_before*."""
    passage = texts[index]
    for change in changes(passage):
        amount, rate = change.amount, change.rate
        if amount is None or rate is None or rate.mention.start in judged_before:
            continue
        plain = amount.kind == MONEY and change.agree and not (amount.mention.approximate or rate.mention.approximate)
        name = _named(passage, change) if plain and change.base is None else ""
        if not name or rate.mention.value <= 0 or amount.mention.value <= 0 or _ADJUSTED.search(passage.text):
            continue
        held = context.once(told_elsewhere, lambda: _items(context, texts)).get(name, ())
        yield from _of_item(change, name, held, _around(texts, index), str(context.facts.year or ""))


def _named(passage: Passage, change: Change) -> str:
    """The item that the clause of the change names; empty where a figure of its own stands in front."""
    first = change.words[0][0]
    told = [*COMPARED.finditer(first.before)][-1:] or [*_MOVED.finditer(first.before)]
    clause = _HEADS.split(first.before[: told[-1].start()].rstrip("，"))[-1] if told else ""
    again = COMPARED.search(clause)  # 公务接待费比预算无增减，比上年增加 D
    clause = clause[: again.start()] if again else clause
    return _name(_YEAR.split(clause)[-1].removeprefix("年度").removeprefix("年") if clause else "")


def _name(label: str) -> str:
    label = _CARS.sub("公务用车运行费", label) if "购置" not in label else label
    label = _THREE.sub("", label) if "机关运行" not in label else label
    name = whole_name(label) or quantity_name(label)
    return name if _ITEM.match(name) else ""


def _items(context: Context, texts: Sequence[Passage]) -> Items:
    """The figures of the paper by the item they are of."""
    found: dict[str, list[_Held]] = defaultdict(list)
    for passage in texts:
        changed = changed_slots(passage)
        for slot in passage.slots:
            label = label_of(slot) if slot.kind == MONEY and slot.index not in changed else ""
            name = _name(label) if label else ""
            if name:
                found[name].append(_Held(slot.mention, label))
    for name, held in _rows(context):
        found[name].append(held)
    return {name: tuple(held) for name, held in found.items()}


def _rows(context: Context) -> Iterator[tuple[str, _Held]]:
    """Of tables the figures by the name of their line, and by that of their column."""
    sides = (side for table in context.document.tables for part in parts_of(context, table) for side in sides_of(part))
    for side in sides:
        for line in side.lines:
            for column, amount in line.values.items():
                names = {_name(line.label), _name(side.part.last_head(column))} - {""}
                if amount.mention is not None:
                    held = _Held(amount.mention, side.part.heads[column])
                    yield from ((name, held) for name in sorted(names))


def _around(texts: Sequence[Passage], index: int) -> list[Mention]:
    near = texts[max(0, index - _NEAR) : index + _NEAR + 1]
    return [slot.mention for passage in near for slot in passage.slots if slot.kind == MONEY]


def _of_item(
    change: Change, name: str, held: Sequence[_Held], around: Sequence[Mention], own: str
) -> Iterator[Relation]:
    amount, rate = change.amount, change.rate
    if amount is None or rate is None or not held:
        return
    nothing = _from_nothing(change, amount, rate, held)
    if nothing is not None:
        yield nothing
        return
    for one, base in ((one, base) for base in (False, True) for one in held):
        reading = _reading(one.mention, amount, change.rising, base=base)
        if (
            reading is not None
            and good(judged(*reading, rate.mention))
            and (not base or _may_be_base(change, one, own))
        ):
            yield _told((amount, rate), change.rising, name, one.mention, reading, base=base)
            return
    values = {one.mention.value for one in held}
    if any(_explains(one, amount, rate, change.rising) for one in around if one.value not in values):
        return
    pair = _pair(change, amount, held)
    now = pair or _only(amount, held)
    reading = _reading(now, amount, change.rising, base=False) if now is not None else None
    if now is None or reading is None:
        return
    failed = replace(
        _told((amount, rate), change.rising, name, now, reading, base=False), likely=_likely(now, amount, rate, reading)
    )
    beside = any(one.start == now.start for one in around) and not _PLAN.search(change.compared)
    columns = {kind for one in held if one.mention is now and (kind := column_kind(one.label))}
    columns |= {kind} if (kind := column_kind(amount.before)) else set()
    beside = beside and len(columns) < _DIGITS
    sure = pair is not None or failed.likely or beside
    yield failed if sure else replace(failed, verdict="suspicious", severity="medium")


def _from_nothing(change: Change, amount: Slot, rate: Slot, held: Sequence[_Held]) -> Relation | None:
    """接待费支出决算 0.40 万元。……比上年增加 0.40 万元，增长 100%: last year there was none, thus no rate."""
    unit = amount.mention.unit
    whole = [one for one in held if one.mention.value == amount.mention.value and one.mention.unit == unit]
    spent = [one.mention for one in whole if not _PLAN.search(one.label) and not _LAST.search(one.label)]
    against_last = change.rising and not _PLAN.search(change.compared) and rate.mention.value == 1
    if not (spent and against_last):
        return None
    message = f"增加额就是本年数 {number(spent[0])}，上年数为 0，增长率没有意义，文中为 {number(rate.mention)}。"
    return relation(
        "growth", "suspicious", [("current", spent[0]), ("change", amount.mention), ("stated", rate.mention)],
        f"{in_words(spent[0].value)} - {in_words(amount.mention.value)}", "基数为 0", message,
        "上年没有此项支出的，只写增加额，不写增长率。",
    )  # fmt: skip


def _may_be_base(change: Change, one: _Held, own: str) -> bool:
    """Whether the words let a figure be the base: one of last year, or of the budget that the change is against; *own*
    is the year of the paper."""
    if _PLAN.search(change.compared) and not _LAST.search(change.compared):
        return True
    years = _YEAR.findall(one.label) or _YEAR.findall(one.mention.period)
    named = _YEAR.findall(change.passage.text[: change.words[0][0].at]) or [own]
    return bool(_LAST.search(one.label)) or (bool(years) and years[-1] < max(named))


def _reading(one: Mention, amount: Slot, rising: bool, *, base: bool) -> Reading | None:
    """The rate where *one* is this year's figure, or last year's."""
    unit = one.unit
    if unit is None or not unit.is_money or one.value <= 0:
        return None
    delta, wide, whole = converted(amount.mention, unit), interval_of(amount.mention, unit), interval_of(one, unit)
    old = one.value if base else one.value - delta if rising else one.value + delta
    if old <= 0:
        return None
    return delta / old, wide.divided_by(whole if base else whole - wide if rising else whole + wide)


def _explains(one: Mention, amount: Slot, rate: Slot, rising: bool) -> bool:
    readings = [_reading(one, amount, rising, base=base) for base in (False, True)]
    return any(reading is not None and good(judged(reading[0], None, rate.mention)) for reading in readings)


def _pair(change: Change, amount: Slot, held: Sequence[_Held]) -> Mention | None:
    """This year's figure, where two figures of the item are as far apart as the change says and both have digits."""
    unit = amount.mention.unit
    values = {converted(one.mention, unit): one.mention for one in held if one.mention.unit is not None}
    delta = amount.mention.value if change.rising else -amount.mention.value
    found = [now for value, now in values.items() if value and value - delta in values and value - delta > 0]
    long = significant_digits(amount.mention.text) >= _DIGITS
    return found[0] if len(found) == 1 and long else None


def _only(amount: Slot, held: Sequence[_Held]) -> Mention | None:
    """The one figure that the paper has of the item, of the year of the change."""
    period = amount.mention.period
    unit = amount.mention.unit
    told = [one.mention for one in held if not (period and one.mention.period and one.mention.period != period)]
    return told[0] if len({converted(one, unit) for one in told}) == 1 else None


def _likely(now: Mention, amount: Slot, rate: Slot, reading: Reading) -> str:
    delta = converted(amount.mention, now.unit)
    if now.value > 0 and good(judged(delta / now.value, None, rate.mention)):
        return THIS_YEARS
    if good(judged(reading[0] / 100, None, rate.mention)):
        return "增减率漏乘 100。"
    return slip_of(rate.mention, reading[0])


def _told(told: tuple[Slot, Slot], rising: bool, name: str, one: Mention, reading: Reading, *, base: bool) -> Relation:
    amount, rate = told[0].mention, told[1].mention
    verdict = judged(*reading, rate)
    right = as_written(reading[0], rate)
    delta, sign = in_words(converted(amount, one.unit)), "-" if rising else "+"
    formula = f"{delta} ÷ {in_words(one.value)}" if base else f"{delta} ÷ ({in_words(one.value)} {sign} {delta})"
    word = "增长率" if rising else "下降率"
    message = f"{word}为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{name}在文中另一处为 {number(one)}，{word}应为 {right}，文中为 {number(rate)}，请核对。"
    roles = [("base" if base else "current", one), ("change", amount), ("stated", rate)]
    return relation("growth", verdict, roles, formula, right, message)
