"""Differences: opening + income − expenditure = closing across a section, budget − expenditure = rest in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.changes import changed_slots, changes
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.differences.against_before import against_before
from hengji.checks.relations.narrative.differences.balances import (
    balanced,
    balances_of,
    has_other_flows,
    net_assets,
    openings_of,
    total_out,
)
from hengji.checks.relations.narrative.differences.compared_amounts import compared_amounts
from hengji.checks.relations.narrative.differences.first_years import first_years
from hengji.checks.relations.narrative.differences.flows import flows
from hengji.checks.relations.narrative.differences.inside_totals import is_income, is_part
from hengji.checks.relations.narrative.differences.listed_changes import listed_changes
from hengji.checks.relations.narrative.differences.points import differences_in_points
from hengji.checks.relations.narrative.differences.points_as_rates import points_as_rates
from hengji.checks.relations.narrative.differences.rests import rests_of_rates
from hengji.checks.relations.narrative.differences.shortfalls import shortfalls
from hengji.checks.relations.narrative.differences.told_differences import told_differences
from hengji.checks.relations.narrative.differences.unspent import unspent
from hengji.checks.relations.narrative.differences.yearly_surplus import yearly_surplus
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.slips import as_written
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

__all__ = ["find"]

_LEFT = r"(?:结转|结余)(?:(?:和|与|及)?(?:结转|结余))?(?:资金|数|额)?"
_ROLES = (
    ("opening", re.compile(rf"(?:年初|期初|上年(?:末|年末)?)(?:财政拨款|滚存|累计)?{_LEFT}[为：]?$")),
    ("closing", re.compile(rf"(?:年末|年终|年底|期末)(?:财政拨款|滚存|累计)?{_LEFT}[为：]?$")),
    ("budget_in", re.compile(r"(?:预算收入|收入预算)(?:总额|合计|总计|数)?[为：]?$")),
    ("budget_out", re.compile(r"(?:预算支出|(?<!基本)(?<!项目)支出预算)(?:总额|合计|总计|数)?[为：]?$")),
    (
        "all_in",
        re.compile(
            r"(?:收入总计|(?:可用|可支配|可供使用)资金(?:总[额量计]|合计|共计?)?|总收入|收入总额|收入决算总额)[为：]?$"
        ),
    ),
    ("all_out", re.compile(r"(?:支出总计)[为：]?$")),
    ("year_in", re.compile(r"(?:本年收入(?:合计)?|收入合计)[为：]?$")),
    ("year_out", re.compile(r"(?:(?:本年|当年|全年)支出(?:合计)?|支出合计|总支出|支出决算总额)[为：]?$")),
)
_CITY = re.compile(
    "(?:全[市县区州盟旗省]|[市县区省州旗]本?级|地方|开发区|高新区|示范区)[^，。；\n]{0,12}(?:公共|总)(?:财政)?预算(?:收入|支出)"
)
"""Of a place, whose revenue is never its expenditure: transfers and debts stand between."""
_OF_TREASURY = re.compile("公共(?:财政)?预算(?:收入|支出)|财政(?:预算)?(?:收入|支出)|国有资本|保险|基金")
"""What a treasury takes in or spends of one budget, not a department's own."""
_OFTEN = 3
_REACH = 14  # passages that one statement of income and expenditure may cover

Book = dict[str, tuple[Slot, int]]


def find(context: Context) -> Iterator[Relation]:
    """Balances of sections and of sentences; then what is told of any unit, where nothing was found before."""
    found = list(_balances(context))
    yield from found
    told = {one.start for one in found}
    texts = passages(context)
    onward = [one for index in range(1, len(texts)) for one in against_before(texts, index)]
    onward += [one for index in range(len(texts)) for one in listed_changes(context.document.text, texts, index)]
    onward += [one for index in range(len(texts)) for one in shortfalls(texts, index)]
    onward += [one for index in range(len(texts)) for one in yearly_surplus(texts, index)]
    for one in (*told_differences(texts), *flows(texts), *onward):
        if one.start not in told:
            told.add(one.start)
            yield one


def _balances(context: Context) -> Iterator[Relation]:
    rated = [passage for passage in passages(context) if RATE in passage.text]
    moved = list(differences_in_points(rated))
    yield from moved
    known = {one.figures[-1].start for one in moved}
    for index in range(len(rated)):
        yield from (one for one in points_as_rates(rated, index) if one.figures[-1].start not in known)
    yield from compared_amounts(context)
    yield from first_years(context)
    texts = [passage for passage in passages(context) if MONEY in passage.text]
    left = list(unspent(texts, context.facts.year))
    yield from left
    slipped = {one.figures[-1].start for one in left if one.verdict == "error"}
    openings = openings_of(texts)
    book: Book = {}
    last_closing: list[tuple[Slot, Slot, Fraction]] = []
    opening: Slot | None = None
    for index, passage in enumerate(texts):
        changed = changed_slots(passage)
        yield from balances_of(passage, changed, openings)
        yield from net_assets(passage, changed)
        yield from rests_of_rates(passage, changed, _of_paragraph(context, texts[max(0, index - 1) : index], passage))
        last_closing += _closing_of_last_year(passage)
        for slot in passage.slots:
            role = _role(slot) if slot.kind == MONEY and slot.index not in changed else ""
            opening = slot if role == "opening" else opening
            if not role or (role == "closing" and is_part(passage, slot)):
                continue
            if role == "opening" and is_income(passage, slot):
                continue
            if role in book and book[role][0].mention.value != slot.mention.value:
                yield from _doubtless(_balance(context, book, openings), slipped)
                book = {}
            book.setdefault(role, (slot, index))
        if book and index - max(place for _, place in book.values()) > _REACH:
            yield from _doubtless(_balance(context, book, openings), slipped)
            book = {}
    yield from _doubtless(_balance(context, book, openings), slipped)
    if opening is not None:
        for closing, amount, value in last_closing:
            yield from _handed_over(opening, closing, amount, value)


def _doubtless(found: Iterable[Relation], slipped: set[int]) -> Iterator[Relation]:
    """What is left was told to be slipped; that it may also be something else is not said beside it."""
    return (one for one in found if one.verdict != "suspicious" or one.figures[-1].start not in slipped)


def _of_paragraph(context: Context, before: Sequence[Passage], passage: Passage) -> list[Slot]:
    """The plain figures of the passage *before*, which ends where *passage* or its line begins."""
    near = [one for one in before if context.document.text.count("\n", one.end, passage.start) <= 1]
    return [slot for one in near for slot in one.slots if slot.index not in changed_slots(one)]


def _closing_of_last_year(passage: Passage) -> list[tuple[Slot, Slot, Fraction]]:
    """年末结转 A，较上年减少 D: last year closed at A + D."""
    found = []
    for change in changes(passage):
        if change.amount is None or not change.certain or not re.search("年", change.compared):
            continue
        closing = change.current[0]
        if _role(closing) == "closing":
            delta = abs(converted(change.amount.mention, closing.mention.unit))
            found.append((closing, change.amount, closing.mention.value + (-delta if change.rising else delta)))
    return found


def _handed_over(opening: Slot, closing: Slot, amount: Slot, value: Fraction) -> Iterator[Relation]:
    """Last year's closing balance is this year's opening balance, unless some of it was handed in."""
    unit = opening.mention.unit
    if not same_kind(opening, closing):
        return
    factor = converted(closing.mention, unit) / closing.mention.value if closing.mention.value else Fraction(1)
    possible = interval_of(closing.mention, unit) + interval_of(amount.mention, unit)
    half = (possible.high - possible.low) / 2
    verdict = judged(value * factor, Interval(value * factor - half, value * factor + half), opening.mention)
    right = as_written(value * factor, opening.mention)
    message = "上年年末结转结余与本年年初一致。"
    if not good(verdict):
        message = f"按年末数及其增减推算，上年年末为 {right}，本年年初为 {number(opening.mention)}。"
    roles = [("closing", closing.mention), ("change", amount.mention), ("stated", opening.mention)]
    formula = f"{in_words(closing.mention.value)} ± {in_words(amount.mention.value)}"
    likely = "" if good(verdict) else "其间可能有上交或调整，文中未写明金额。"
    yield relation("difference", verdict if good(verdict) else "suspicious", roles, formula, right, message, likely)


def _role(slot: Slot) -> str:
    label = re.sub(r"^其中", "", label_of(slot))
    if re.search("一般公共预算|政府性基金|国有资本|财政拨款(?!结转|结余)", label):
        return ""
    return next((role for role, pattern in _ROLES if pattern.search(label)), "")


def _balance(context: Context, book: Book, openings: list[Slot]) -> Iterator[Relation]:
    slots = {role: slot for role, (slot, _) in book.items()}
    closing = slots.get("closing")
    if closing is not None and _set_off(closing, slots):
        slots.pop("year_out", None)  # 支出总计 A，收支相抵，年末结转 C: what was spent on something stands elsewhere
    spent = slots.get("year_out") or slots.get("all_out")
    alone = _one_statement(context, slots)
    together = len({place for _, place in book.values()}) == 1 and (alone or not _other_flows(context, slots))
    if closing is not None and spent is not None:
        if "all_in" in slots:
            yield from _closing(
                [("income", 1, slots["all_in"]), ("spent", -1, spent)],
                closing,
                (together, (alone or _set_off(closing, slots)) and _with_opening(slots["all_in"])),
                openings if _with_opening(slots["all_in"]) else (),
            )
        elif "opening" in slots and "year_in" in slots:
            parts = [("opening", 1, slots["opening"]), ("income", 1, slots["year_in"]), ("spent", -1, spent)]
            yield from _closing(parts, closing, (together, alone))
    if {"all_out", "year_out", "closing"} <= slots.keys() and closing is not None and closing.mention.value:
        yield from total_out(slots["year_out"], closing, slots["all_out"])
    of_a_place = context.once(_is_of_a_place, lambda: _is_of_a_place(context))
    if {"budget_in", "budget_out"} <= slots.keys() and not of_a_place:
        yield from _budgets(slots["budget_in"], slots["budget_out"], openings)


def _set_off(closing: Slot, slots: dict[str, Slot]) -> bool:
    """支出总计 A，收支相抵，年末结转 C: the words say that C is what income leaves."""
    spent = slots.get("all_out") or slots.get("year_out")
    return spent is not None and closing.index == spent.index + 1 and "收支相抵" in closing.before


def _one_statement(context: Context, slots: dict[str, Slot]) -> bool:
    """Whether all figures stand in one paragraph, which speaks of no other money that came or went."""
    start, end = context.paragraph_at(next(iter(slots.values())).mention.start) if slots else (0, 0)
    inside = all(start <= slot.mention.start < end for slot in slots.values())
    return inside and not _flows_in(context, start, end)


def _other_flows(context: Context, slots: dict[str, Slot]) -> bool:
    start, end = context.paragraph_at(next(iter(slots.values())).mention.start) if slots else (0, 0)
    return _flows_in(context, start, end)


def _flows_in(context: Context, start: int, end: int) -> bool:
    """A paragraph of many statements is searched once."""
    return context.once((_flows_in, start, end), lambda: has_other_flows(context.document.text[start:end]))


def _with_opening(income: Slot) -> bool:
    """Whether the name of the total says that last year's balance is in it."""
    return re.search("总计|可用|可支配|可供", label_of(income)) is not None


def _closing(
    parts: list[tuple[str, int, Slot]], closing: Slot, stands: tuple[bool, bool], held: Sequence[Slot] = ()
) -> Iterator[Relation]:
    """*stands*: whether all figures stand in one sentence, and in one paragraph that speaks of no other flow; *held*:
    the opening balances that the income has in it."""
    unit = closing.mention.unit
    if not all(same_kind(slot, closing) for _, _, slot in parts):
        return
    computed = sum((sign * converted(slot.mention, unit) for _, sign, slot in parts), Fraction(0))
    wide = interval_of(parts[0][2].mention, unit)
    for _, sign, slot in parts[1:]:
        own = interval_of(slot.mention, unit)
        wide = wide + own if sign > 0 else wide - own
    verdict = judged(computed, wide, closing.mention)
    likely = ""
    if not good(verdict):
        likely = slip_of(closing.mention, computed) if computed >= 0 else ""
        together, alone = stands
        # to the last digit what is left without the balance of last year: that was forgotten
        left = [
            computed - converted(one.mention, unit) for one in held if one.mention.value and same_kind(one, closing)
        ]
        forgotten = closing.mention.decimals > 1 and closing.mention.value in left
        likely = "像是漏加了上年结转。" if forgotten else likely
        verdict = "error" if (likely and together) or (alone and computed >= 0) or forgotten else "suspicious"
    yield balanced(parts, closing, computed, verdict, likely)


def _carried(opening: Slot, income: Slot, spent: Slot, values: Sequence[Fraction]) -> bool:
    """Whether last year's balance and this year's income make up the expenditure."""
    factors = [converted(slot.mention, spent.mention.unit) / (slot.mention.value or 1) for slot in (opening, income)]
    return values[0] * factors[0] + values[1] * factors[1] == values[2]


def _is_of_a_place(context: Context) -> bool:
    """Whether the paper is on the finances of a city or county, and not of a department."""
    return len(_CITY.findall(context.document.text)) >= _OFTEN


def _budgets(income: Slot, spent: Slot, openings: list[Slot]) -> Iterator[Relation]:
    if not same_kind(income, spent) or any(_OF_TREASURY.search(label_of(slot)) for slot in (income, spent)):
        return
    for opening in openings:
        parts = [("opening", 1, opening), ("income", 1, income)]
        total = sum((converted(slot.mention, spent.mention.unit) for _, _, slot in parts), Fraction(0))
        if total == spent.mention.value and same_kind(opening, spent):
            yield balanced(parts, spent, total, "ok", "")
            return
        unbalanced = balanced(parts, spent, total, "suspicious", "")
        figures = [opening.mention, income.mention, spent.mention]
        found = with_unit(unbalanced, figures, partial(_carried, opening, income, spent))
        if found.kind == "unit":
            yield found
            return
    gap = converted(income.mention, spent.mention.unit) - spent.mention.value
    right = as_written(gap, spent.mention)
    verdict: Verdict = "ok" if gap == 0 else "suspicious"
    message = "收入预算与支出预算平衡。"
    if gap:
        message = f"预算收入 {number(income.mention)} 与预算支出 {number(spent.mention)} 不平，相差 {right}。"
    formula = f"{in_words(income.mention.value)} - {in_words(spent.mention.value)}"
    likely = f"若支出为实际支出，差额 {right} 为年末结转结余。" if gap > 0 else ""
    yield relation(
        "difference", verdict, [("income", income.mention), ("stated", spent.mention)], formula, right, message, likely
    )
