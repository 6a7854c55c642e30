"""What is left, where the rate between the figures tells the base: 下达 A，使用 B，支出率 P%，结余 C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.naming import called, label_of, role_of
from hengji.checks.relations.passages import MONEY, POINTS, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
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
from hengji.facts.relation import Relation

__all__ = ["rests_of_rates"]

_REST = re.compile(
    r"^[，、；](?:资金|年末|年底|期末|年终|当年|共|尚|还|仍|有|形成|产生|出现)*"
    r"(?:结余|剩余|结转|余额|节约|节余|尚余|未支出|未使用|未支付|未执行)(?:资金|了|结余|数|的)*[为：]?$"
)
_DONE = re.compile(
    r"(?:(?:支出|使用|执行|支付|完成|拨付|资金使用|预算执行)(?:率|进度)"
    r"|占[^，。；：\ue000-\ue005]{0,10}(?:资金|预算|拨款|经费|投资)数?的)(?:为|达|达到|是|：)*$"
)
_MOST = 6
_REMAINS = re.compile(r"^）?[，；、](?:目前|现|仍|还)?(?:尚|还|仍|剩)?(?:有|余|剩余|结余|剩)[为：]?$")
_UNSPENT = re.compile(r"^(?:资金|预算|指标|经费)?(?:尚|还|仍)?(?:未|待)(?:支出|使用|执行|支付|拨付|下达|到位)")
_PAIR = 2


def rests_of_rates(passage: Passage, changed: frozenset[int], earlier: Sequence[Slot] = ()) -> Iterator[Relation]:
    """Every rest right behind a rate of spending whose base one figure before alone explains.

    *earlier* are figures of the sentence before, among which the base may stand where the sentence itself has none.
    """
    for rest in passage.slots[2:]:
        yield from _not_yet_spent(passage, rest, changed)
        spent, rate = passage.slots[rest.index - 2], passage.slots[rest.index - 1]
        stated = rest.kind == MONEY and _REST.search(rest.before) and rate.kind == RATE and _DONE.search(rate.before)
        if not stated or {spent.index, rest.index} & changed or not same_kind(spent, rest):
            continue
        own = [slot for slot in passage.slots[max(0, spent.index - _MOST) : spent.index] if slot.index not in changed]
        bases = [slot for slot in own if _explains(slot, spent, rate)]
        bases = bases or [slot for slot in earlier[-_MOST:] if _explains(slot, spent, rate)]
        if len({base.mention.value for base in bases}) == 1:
            yield _judged(bases[-1], spent, rate, rest)
        elif not bases:
            tied = [base for base in (*own, *earlier[-_MOST:]) if _leaves(base, spent, rest)]
            yield from (_wrong_rate(base, spent, rate) for base in tied[:1] if not rate.mention.approximate)


def _leaves(base: Slot, spent: Slot, rest: Slot) -> bool:
    """Whether what is left is the one less the other to the last digit: the base needs no rate to be known."""
    unit = rest.mention.unit
    long = significant_digits(rest.mention.text) > _PAIR
    alike = same_kind(base, rest) and base.mention.value > 0
    return long and alike and (converted(base.mention, unit) - converted(spent.mention, unit) == rest.mention.value)


def _wrong_rate(base: Slot, spent: Slot, rate: Slot) -> Relation:
    computed = converted(spent.mention, base.mention.unit) / base.mention.value
    right = as_written(computed, rate.mention)
    told = f"{label_of(base)}{number(base.mention)}、{label_of(spent)}{number(spent.mention)}"
    message = f"{told}与所余之数相符，比率应为 {right}，文中为 {number(rate.mention)}。"
    roles = [("part", spent.mention), ("base", base.mention), ("stated", rate.mention)]
    formula = f"{in_words(spent.mention.value)} ÷ {in_words(base.mention.value)}"
    return relation("rate", "error", roles, formula, right, message, slip_of(rate.mention, computed))


def _not_yet_spent(passage: Passage, rest: Slot, changed: frozenset[int]) -> Iterator[Relation]:
    """预算 A，累计支出 B，执行进度 P%；尚有 C 未支出: only rates stand between the two amounts and what is left."""
    if rest.kind != MONEY or rest.index in changed or not _REMAINS.search(rest.before):
        return
    if not _UNSPENT.match(passage.after(rest)):
        return
    amounts = [slot for slot in passage.slots[: rest.index] if slot.kind == MONEY]
    between = passage.slots[amounts[-1].index + 1 : rest.index] if amounts else ()
    if len(amounts) != _PAIR or any(slot.kind not in (RATE, POINTS) for slot in between):
        return
    given, spent = amounts
    named = role_of(label_of(given)) == "base" and role_of(label_of(spent)) == "part"
    blurred = any(slot.mention.approximate for slot in (given, spent, rest))
    if named and not blurred and same_kind(given, rest) and same_kind(spent, rest) and not {0, 1} & changed:
        yield _judged(given, spent, None, rest)


def _explains(base: Slot, spent: Slot, rate: Slot) -> bool:
    if not same_kind(base, spent) or base.mention.value <= 0:
        return False
    unit = base.mention.unit
    computed = converted(spent.mention, unit) / base.mention.value
    return good(
        judged(computed, interval_of(spent.mention, unit).divided_by(interval_of(base.mention, unit)), rate.mention)
    )


def _judged(base: Slot, spent: Slot, rate: Slot | None, rest: Slot) -> Relation:
    unit = rest.mention.unit
    computed = converted(base.mention, unit) - converted(spent.mention, unit)
    verdict = judged(computed, interval_of(base.mention, unit) - interval_of(spent.mention, unit), rest.mention)
    right = as_written(computed, rest.mention)
    name = called(rest) if rate is not None else "未支出数"
    message = f"{name}为 {right}，与文中一致。"
    if not good(verdict):
        told = f"{number(rate.mention)} 对应的 " if rate is not None else ""
        given = f"按 {told}{number(base.mention)} 推算"
        message = f"{given}，{name}应为 {right}，文中为 {number(rest.mention)}。"
    roles = [("given", base.mention), ("spent", spent.mention), ("stated", rest.mention)]
    formula = f"{in_words(converted(base.mention, unit))} - {in_words(converted(spent.mention, unit))}"
    return relation(
        "difference", verdict, roles, formula, right, message, "" if good(verdict) else slip_of(rest.mention, computed)
    )
