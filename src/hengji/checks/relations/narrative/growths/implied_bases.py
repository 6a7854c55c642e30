"""The base that a change and its rate imply: A，增加 D，增长 P is a rate of D on A − D, whatever A is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.bases import only_shares
from hengji.checks.relations.changes import COMPARED, Change
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.growths.bases_elsewhere import MOVED, named_again, rate_elsewhere
from hengji.checks.relations.narrative.growths.implied_rates import (
    Reading,
    fits,
    growth_relation,
    is_hundredth,
    judge_reading,
    likely_slip,
    rate_of_base,
    rate_on_base,
    without_base,
)
from hengji.checks.relations.narrative.growths.named_subjects import of_own_year
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import (
    converted,
    good,
    judged,
    number,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["implied_base"]

_PAIR = 2
_STEPS = 10  # last digits of a rate between the figures' own and the one that is stated
_OF_LAST_YEAR = re.compile("^(?:而|较)?(?:上年|去年|上一年)(?:度|同期)?")
_NAMED_OF_LAST_YEAR = re.compile(
    r"^[^，。；：比较由从与同]{1,16}?(?:上年|去年|上一年)(?:度|同期)?(?:的?(?:支出|收入|决算|完成|实际|发生))?(?:数|额)?(?:为|是|有|：)?$"
)
"""项目支出上年为 B，本年增加 D: the base bears the name, and the year, of what changed."""
_NOW_CHANGED = re.compile(r"^[，；](?:而)?(?:今年|本年度?|当年|本期)[^，。；：]{0,8}$")
_LISTED_OF_LAST_YEAR = re.compile("(?:^|[，：])(?:而)?(?:上年|去年|上一年)(?:度|同期)?(?!(?:相比|比))")
_OF_THIS_YEAR = re.compile("今年|本年|当年|本期|现有|目前|增|减|升|降|多|少")
_COMPARED_WITH = re.compile("(?:^|[，。；：])(?:但)?[与同和跟][^，。；：]{1,20}$")
_COMPARES = re.compile("^相?比(?:较|起来)?，")
_TAKEN_OUT = re.compile("剔除|扣除")
_OF_YEARS = re.compile(
    r"(?:[两二三四五六七八九十]|\d)年(?:间|来|内|以来|共|累计|合计|总共|总)|20\d\d年?[-—–~至到]+(?:20)?\d\d年|期间|以来"
)
_OF_ONE_YEAR = re.compile(
    r"^[，；（](?:其中)?，?(?:20\d\d年|[末首]年|最后一年|第[一二三四五]年|今年|本年|当年)[^，。；：]{0,4}[比较]"
)
_EARLIER = re.compile(r"上年|去年|上一年|同期|20\d\d年")


def implied_base(change: Change, amount: Slot, rate: Slot, near: tuple[Slot, ...]) -> Iterator[Relation]:
    """The rate against D ÷ (A ∓ D), of the figure in front of the change, or of one that its words name."""
    if not change.current:
        yield from rate_elsewhere(change, amount, rate, near)
        return
    current = change.current[0]
    last_year = _OF_LAST_YEAR.search(label_of(current)) or _a_year_before(current, amount)
    last_year = last_year or _said_of_last_year(change, current)
    last_year = last_year or _is_named_of_last_year(current, amount)
    compared = _COMPARED_WITH.search(current.before) and _COMPARES.match(change.passage.after(current))
    if compared or (last_year and not change.compared.strip("同比，")):
        yield from rate_of_base(change, current, amount, rate)
        return
    if _TAKEN_OUT.search(label_of(current)) or MOVED.search(label_of(current)) or _is_of_years(current, amount):
        return  # 剔除一次性收入 C 后，增长 P；税收减收 D，下降 Q
    reading = rate_on_base(current, amount, change.rising)
    if reading is None:
        whole = _other_reading(near, current, amount, rate, change.rising)  # A。…上年仅 B，与上年相比增加 D
        held = whole is not None and rate_on_base(whole, amount, change.rising)
        if whole is not None and held:
            yield growth_relation(change, whole, amount, rate, held, "ok")
        else:
            yield from without_base(change, current, amount, rate)
        return
    verdict = judge_reading(reading, rate)
    if good(verdict):
        doubtful = verdict == "rounding" and change.certain and _on_this_year(change, current, amount, rate, reading)
        told = likely_slip(change, current, amount, rate, reading) if doubtful else ""
        yield growth_relation(change, current, amount, rate, reading, "suspicious" if doubtful else verdict, told)
        return
    yield from _doubted(change, current, amount, rate, reading, near)


def _doubted(
    change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading, near: tuple[Slot, ...]
) -> Iterator[Relation]:
    """The rate is not D ÷ (A ∓ D): what else near by explains it, or whether nothing does."""
    if _is_what_was(change, current, amount, rate, near):
        yield from rate_of_base(change, current, amount, rate)
        return
    other = _other_reading((*change.current[1:], *near), current, amount, rate, change.rising)
    if other is not None:
        yield growth_relation(change, current, amount, rate, reading, "suspicious", _says(other, rate))
        yield growth_relation(change, other, amount, rate, rate_on_base(other, amount, change.rising) or reading, "ok")
    elif judge_reading(reading, rate) == "error" and (change.certain or named_again(current, amount)):
        likely = likely_slip(change, current, amount, rate, reading)
        failed = growth_relation(change, current, amount, rate, reading, "error", likely)
        figures = (current.mention, amount.mention)
        yield with_unit(failed, figures, lambda values: fits(values, amount, current, rate, change.rising))
    else:
        yield from _less_certain(change, current, amount, rate, reading)


def _said_of_last_year(change: Change, current: Slot) -> bool:
    """上年同期甲、乙分别为 a、b，合计 B，今年净增 D: the clause that opens the list tells the year of them all."""
    told = re.split("[。；]", change.passage.text[: current.at])[-1]
    opened = list(_LISTED_OF_LAST_YEAR.finditer(told))
    return bool(opened) and _OF_THIS_YEAR.search(told, opened[-1].end()) is None


def _is_named_of_last_year(current: Slot, amount: Slot) -> bool:
    beside = current.index == amount.index - 1 and _NOW_CHANGED.match(amount.before) is not None
    return beside and _NAMED_OF_LAST_YEAR.match(label_of(current)) is not None


def _is_what_was(change: Change, current: Slot, amount: Slot, rate: Slot, near: Sequence[Slot]) -> bool:
    """Whether the rate is D ÷ A and what A became is told as well, so that A is what the change starts from."""
    unit, value = current.mention.unit, current.mention.value
    delta = abs(converted(amount.mention, unit))
    became = value + delta if change.rising else value - delta
    told = any(same_kind(slot, current) and converted(slot.mention, unit) == became for slot in near)
    return told and value > 0 and became > 0 and judged(delta / value, None, rate.mention) == "ok"


def _is_of_years(current: Slot, amount: Slot) -> bool:
    """三年累计支出 C，2024年比2022年增加 D: not what all years make has grown."""
    return _OF_YEARS.search(label_of(current)) is not None and _OF_ONE_YEAR.search(amount.before) is not None


def _a_year_before(current: Slot, amount: Slot) -> bool:
    """2019年支出为 B，2020年少支 D: each figure's own year."""
    years = [re.findall(r"20\d\d(?=年)", slot.before) for slot in (current, amount)]
    return all(len(found) == 1 for found in years) and int(years[0][0]) + 1 == int(years[1][0])


def _less_certain(change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading) -> Iterator[Relation]:
    """Words stand between the figure and its change: the shape of the fault has to tell that they belong together."""
    beside = amount.index == rate.index - 1 and only_shares(change.passage, current, amount)
    if (beside and is_hundredth(reading, rate)) or _of_this_year(change, current, amount, rate):
        yield growth_relation(
            change, current, amount, rate, reading, "error", likely_slip(change, current, amount, rate, reading)
        )
    elif not change.compared and _clause_by_clause(change, current, amount, rate):
        likely = likely_slip(change, current, amount, rate, reading)
        planned = role_of(label_of(current)) == "base" and "为基数算出" in likely  # 预算 A，节约 D，节约 D ÷ A
        if not planned:
            yield growth_relation(change, current, amount, rate, reading, "error" if likely else "suspicious", likely)
    elif change.certain or _slipped(rate, reading):
        yield growth_relation(change, current, amount, rate, reading, "suspicious", slip_of(rate.mention, reading[0]))


def _on_this_year(change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading) -> bool:
    """Whether the rate, which rounding allows, is D ÷ A to its last digit and far from what the figures give."""
    far = abs(reading[0] - rate.mention.value) > _STEPS * rate.mention.step and rate.mention.decimals >= _PAIR
    now = current.mention.value
    delta = abs(converted(amount.mention, current.mention.unit))
    return far and now > 0 and change.agree and judged(delta / now, None, rate.mention) == "ok"


def _of_this_year(change: Change, current: Slot, amount: Slot, rate: Slot) -> bool:
    """A，全部为财政拨款，比上年增加 D，增长 D ÷ A, to three digits: no other would fit so well."""
    close = amount.index == rate.index - 1 and current.index == amount.index - 1 and change.agree
    digits = shown_digits(rate.mention.text)
    told = COMPARED.search(amount.before)
    plain = told is not None and _EARLIER.search(amount.before, told.start()) and "其中" not in amount.before
    return bool(close and plain and digits > _PAIR and of_own_year(current, amount, rate))


def _clause_by_clause(change: Change, current: Slot, amount: Slot, rate: Slot) -> bool:
    """A，增支 D，增长 P, where P has three digits: nobody says what it is compared with, and nothing else is near."""
    close = amount.index == rate.index - 1 and change.agree and only_shares(change.passage, current, amount)
    digits = shown_digits(rate.mention.text)
    clause = re.match(r"^[，、（][^，。；：]{1,5}$", amount.before) and current.mention.value > 0
    return bool(close and clause and digits > _PAIR and rate.mention.decimals)


def _other_reading(candidates: tuple[Slot, ...], current: Slot, amount: Slot, rate: Slot, rising: bool) -> Slot | None:
    for slot in candidates:
        if (
            slot is current
            or slot is amount
            or not same_kind(slot, amount)
            or slot.mention.value == current.mention.value
        ):
            continue
        reading = rate_on_base(slot, amount, rising)
        if reading is not None and good(judge_reading(reading, rate)):
            return slot
    return None


def _says(other: Slot, rate: Slot) -> str:
    return f"{number(rate.mention)}与“{other.label}{number(other.mention)}”相符，可能说的是后者的变动。"


def _slipped(rate: Slot, reading: Reading) -> bool:
    return bool(slip_of(rate.mention, reading[0])) and rate.mention.decimals >= 1
