"""The base that a change and its rate imply: A，增加 D，增长 P is a rate of D on A − D, whatever A is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.bases import only_shares
from hengji.checks.relations.changes import COMPARED, Change
from hengji.checks.relations.naming import core, label_of, role_of
from hengji.checks.relations.narrative.growths.named_subjects import is_base, named_in_front, of_one_thing, of_own_year
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import as_written, mend, shown_digits
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
from hengji.facts.relation import Relation, Verdict

__all__ = ["implied_base"]

_PAIR = 2
_STEPS = 10  # last digits of a rate between the figures' own and the one that is stated
_MOVED = re.compile("(?:增加|减少|增长|下降|降低|提高|[增减][收支]|[多少][支收]?|[升降涨跌])了?$")
_OF_LAST_YEAR = re.compile("^(?:而|较)?(?:上年|去年|上一年)(?:度|同期)?")
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
_OTHERWISE = re.compile("口径|可比|剔除|扣除|还原|自然")
_NAME = 5
_EARLIER = re.compile(r"上年|去年|上一年|同期|20\d\d年")
_NO_PER_CENT = "增减率漏乘 100。"

Reading = tuple[Fraction, Interval | None]


def _rate(current: Slot, amount: Slot, rising: bool) -> Reading | None:
    """D ÷ (A ∓ D); None where the base is zero or less."""
    unit = current.mention.unit
    value, delta = current.mention.value, abs(converted(amount.mention, unit))
    base = value - delta if rising else value + delta
    if base <= 0:
        return None
    wide = interval_of(amount.mention, unit)
    now = interval_of(current.mention, unit)
    return delta / base, wide.divided_by(now - wide if rising else now + wide)


def implied_base(change: Change, amount: Slot, rate: Slot, near: tuple[Slot, ...]) -> Iterator[Relation]:
    """The rate against D ÷ (A ∓ D), of the figure in front of the change, or of one that its words name."""
    if not change.current:
        yield from _elsewhere(change, amount, rate, near)
        return
    current = change.current[0]
    last_year = _OF_LAST_YEAR.search(label_of(current)) or _a_year_before(current, amount)
    last_year = last_year or _said_of_last_year(change, current)
    compared = _COMPARED_WITH.search(current.before) and _COMPARES.match(change.passage.after(current))
    if compared or (last_year and not change.compared.strip("同比，")):
        yield from _of_base(change, current, amount, rate)
        return
    if _TAKEN_OUT.search(label_of(current)) or _MOVED.search(label_of(current)) or _is_of_years(current, amount):
        return  # 剔除一次性收入 C 后，增长 P；税收减收 D，下降 Q
    reading = _rate(current, amount, change.rising)
    if reading is None:
        whole = _other_reading(near, current, amount, rate, change.rising)  # A。…上年仅 B，与上年相比增加 D
        held = whole is not None and _rate(whole, amount, change.rising)
        if whole is not None and held:
            yield _growth(change, whole, amount, rate, held, "ok")
        else:
            yield from _no_base(change, current, amount, rate)
        return
    verdict = _judged(reading, rate)
    if good(verdict):
        doubtful = verdict == "rounding" and change.certain and _on_this_year(change, current, amount, rate, reading)
        told = _likely(change, current, amount, rate, reading) if doubtful else ""
        yield _growth(change, current, amount, rate, reading, "suspicious" if doubtful else verdict, told)
        return
    yield from _doubted(change, current, amount, rate, reading, near)


def _doubted(
    change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading, near: tuple[Slot, ...]
) -> Iterator[Relation]:
    """The rate is not D ÷ (A ∓ D): what else near by explains it, or whether nothing does."""
    if _is_what_was(change, current, amount, rate, near):
        yield from _of_base(change, current, amount, rate)
        return
    other = _other_reading((*change.current[1:], *near), current, amount, rate, change.rising)
    if other is not None:
        yield _growth(change, current, amount, rate, reading, "suspicious", _says(other, rate))
        yield _growth(change, other, amount, rate, _rate(other, amount, change.rising) or reading, "ok")
    elif _judged(reading, rate) == "error" and (change.certain or _named_again(current, amount)):
        likely = _likely(change, current, amount, rate, reading)
        failed = _growth(change, current, amount, rate, reading, "error", likely)
        figures = (current.mention, amount.mention)
        yield with_unit(failed, figures, lambda values: _fits(values, amount, current, rate, change.rising))
    else:
        yield from _less_certain(change, current, amount, rate, reading)


def _said_of_last_year(change: Change, current: Slot) -> bool:
    """上年同期甲、乙分别为 a、b，合计 B，今年净增 D: the clause that opens the list tells the year of them all."""
    told = re.split("[。；]", change.passage.text[: current.at])[-1]
    opened = list(_LISTED_OF_LAST_YEAR.finditer(told))
    return bool(opened) and _OF_THIS_YEAR.search(told, opened[-1].end()) is None


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


def _of_base(change: Change, base: Slot, amount: Slot, rate: Slot) -> Iterator[Relation]:
    """上年同期为 B，同比减少 D，下降 D ÷ B: the figure in front is what is compared with."""
    if base.mention.value > 0:
        delta = abs(converted(amount.mention, base.mention.unit)) / base.mention.value
        verdict = judged(delta, None, rate.mention)
        yield _growth(change, base, amount, rate, (delta, None), verdict, slip_of(rate.mention, delta))


def _less_certain(change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading) -> Iterator[Relation]:
    """Words stand between the figure and its change: the shape of the fault has to tell that they belong together."""
    beside = amount.index == rate.index - 1 and only_shares(change.passage, current, amount)
    if (beside and _by_hundred(reading, rate)) or _of_this_year(change, current, amount, rate):
        yield _growth(change, current, amount, rate, reading, "error", _likely(change, current, amount, rate, reading))
    elif not change.compared and _clause_by_clause(change, current, amount, rate):
        likely = _likely(change, current, amount, rate, reading)
        planned = role_of(label_of(current)) == "base" and "为基数算出" in likely  # 预算 A，节约 D，节约 D ÷ A
        if not planned:
            yield _growth(change, current, amount, rate, reading, "error" if likely else "suspicious", likely)
    elif change.certain or _slipped(rate, reading):
        yield _growth(change, current, amount, rate, reading, "suspicious", slip_of(rate.mention, reading[0]))


def _by_hundred(reading: Reading, rate: Slot) -> bool:
    """Whether the rate is the quotient itself with a sign of per cent behind it: 0.06 ÷ 2.76 written as 0.02%."""
    return reading[0] < 1 and rate.mention.value > 0 and judged(reading[0] / 100, None, rate.mention) == "ok"


def _named_again(current: Slot, amount: Slot) -> bool:
    """公务用车运行费 A，…，公务用车运行费减少 D: what changed is called by the name of the figure in front."""
    name = core(_MOVED.sub("", label_of(amount)))
    return len(name) >= _NAME and core(label_of(current)).endswith(name)


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


def _judged(reading: Reading, rate: Slot) -> Verdict:
    mention = rate.mention
    verdict = judged(reading[0], reading[1], mention)
    if verdict == "error" and mention.value < 0:  # 增长-5%: the sign is the direction, which was read already
        return judged(-reading[0], None if reading[1] is None else exactly(Fraction(0)) - reading[1], mention)
    return verdict


def _elsewhere(change: Change, amount: Slot, rate: Slot, near: tuple[Slot, ...]) -> Iterator[Relation]:
    """No figure stands in front of the change; one near by that makes it true is evidence, none proves nothing."""
    for slot in near:
        if same_kind(slot, amount) and slot is not amount:
            reading = _rate(slot, amount, change.rising)
            if reading is not None and reading[0] != 0 and good(_judged(reading, rate)):
                yield _growth(change, slot, amount, rate, reading, "ok")
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
            yield _growth(change, last[0], amount, rate, (delta, None), verdict, slip_of(rate.mention, delta))
        return
    named = named_in_front(amount, near)
    reading = _rate(named, amount, change.rising) if named is not None else None
    if named is not None and reading is not None and _judged(reading, rate) == "error":
        if is_base(named, amount):
            return  # 2023年 A。2024年比上年减少 D，下降 D ÷ A
        likely = _likely(change, named, amount, rate, reading)
        own = of_own_year(named, amount, rate)
        if own and f"比{named.mention.period}年" in change.passage.text:
            return  # 2020年 A，其中甲 a。2021年比2020年增加 D；甲增加 d，增长 d ÷ a
        sure = likely or own or (_named_again(named, amount) and not _OTHERWISE.search(change.passage.text))
        yield _growth(change, named, amount, rate, reading, "error" if sure else "suspicious", likely)
        return
    then = re.search(r"20\d\d(?=年)", change.compared)
    about = [slot for slot in near if same_kind(slot, amount) and slot.at != amount.at]
    about = [slot for slot in about if then is None or f"{then[0]}年" not in slot.before]  # that is the base itself
    about = [slot for slot in about if not is_base(slot, amount)]
    only = len({slot.mention.value for slot in about}) == 1 and not _MOVED.search(about[0].before) and change.compared
    reading = _rate(about[0], amount, change.rising) if only else None
    if reading is not None and _judged(reading, rate) == "error":
        likely = _likely(change, about[0], amount, rate, reading)
        yield _growth(change, about[0], amount, rate, reading, "error" if likely else "suspicious", likely)


def _other_reading(candidates: tuple[Slot, ...], current: Slot, amount: Slot, rate: Slot, rising: bool) -> Slot | None:
    for slot in candidates:
        if (
            slot is current
            or slot is amount
            or not same_kind(slot, amount)
            or slot.mention.value == current.mention.value
        ):
            continue
        reading = _rate(slot, amount, rising)
        if reading is not None and good(_judged(reading, rate)):
            return slot
    return None


def _says(other: Slot, rate: Slot) -> str:
    return f"{number(rate.mention)}与“{other.label}{number(other.mention)}”相符，可能说的是后者的变动。"


def _slipped(rate: Slot, reading: Reading) -> bool:
    return bool(slip_of(rate.mention, reading[0])) and rate.mention.decimals >= 1


def _likely(change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading) -> str:
    unit, now = current.mention.unit, current.mention.value
    delta = abs(converted(amount.mention, unit))
    if now > 0 and good(judged(delta / now, None, rate.mention)):
        return f"{number(rate.mention)}是以本期数 {number(current.mention)} 为基数算出的，应以上期数为基数。"
    wrong_way = now + delta if change.rising else now - delta
    if wrong_way > 0 and good(judged(delta / wrong_way, None, rate.mention)):
        return "增减方向可能写反：方向相反时增减率相符。"
    if _by_hundred(reading, rate):
        return _NO_PER_CENT
    if slip := slip_of(rate.mention, reading[0]):
        return slip
    fixed = mend((current.mention, amount.mention), lambda values: _fits(values, amount, current, rate, change.rising))
    if fixed is not None:
        return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则增减率相符。"
    return ""


def _fits(values: Sequence[Fraction], amount: Slot, current: Slot, rate: Slot, rising: bool) -> bool:
    factor = converted(amount.mention, current.mention.unit) / amount.mention.value if amount.mention.value else 1
    base = values[0] - abs(values[1] * factor) * (1 if rising else -1)
    return base > 0 and judged(abs(values[1] * factor) / base, None, rate.mention) == "ok"


def _no_base(change: Change, current: Slot, amount: Slot, rate: Slot) -> Iterator[Relation]:
    unit = current.mention.unit
    base = current.mention.value - abs(converted(amount.mention, unit))
    if not change.rising or not change.certain:
        return
    roles = [("current", current.mention), ("change", amount.mention), ("stated", rate.mention)]
    formula = f"{in_words(current.mention.value)} - {in_words(abs(converted(amount.mention, unit)))}"
    if base == 0 and current.mention.value != 0:
        text = f"上期数为 0，增长率没有意义，文中为 {number(rate.mention)}。"
        yield relation(
            "growth", "suspicious", roles, formula, "基数为 0", text, "上年没有此项支出的，只写增加额，不写增长率。"
        )
    elif base < 0 and len(change.current) == 1:
        text = f"增加额 {number(amount.mention)} 大于本期数 {number(current.mention)}，上期数将为负数。"
        yield relation("growth", "error", roles, formula, in_words(base), text, "增加额或本期数误写，或方向词误写。")


def _growth(
    change: Change, current: Slot, amount: Slot, rate: Slot, reading: Reading, verdict: Verdict, likely: str = ""
) -> Relation:
    unit = current.mention.unit
    sign = "-" if change.rising else "+"
    delta = in_words(abs(converted(amount.mention, unit)))
    right = as_written(reading[0], rate.mention)
    word = "增长率" if change.rising else "下降率"
    message = f"{word}为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{current.label or '本期数'}{change.compared}的{word}应为 {right}，文中为 {number(rate.mention)}。"
    return relation(
        "growth",
        verdict,
        [("current", current.mention), ("change", amount.mention), ("stated", rate.mention)],
        f"{delta} ÷ ({in_words(current.mention.value)} {sign} {delta})",
        right,
        message,
        likely,
    )
