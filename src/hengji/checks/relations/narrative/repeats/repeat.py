"""One quantity, one value: figures of one name, year, column and unit, in text and in tables.

Equal figures are evidence for one another. Unequal ones are worth a person's look only where their names are the
same and one is a slip away from the other; the same words often name two different scopes, so this is no error
unless the other places agree among themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of
from hengji.checks.relations.narrative.repeats.announced_totals import announced_totals
from hengji.checks.relations.narrative.repeats.basic_and_three import basic_and_three
from hengji.checks.relations.narrative.repeats.converted_amounts import converted_amounts
from hengji.checks.relations.narrative.repeats.counted_acts import counted_acts
from hengji.checks.relations.narrative.repeats.counted_again import counted_again
from hengji.checks.relations.narrative.repeats.disclosed_totals import disclosed_totals
from hengji.checks.relations.narrative.repeats.former_names import former_names
from hengji.checks.relations.narrative.repeats.item_amounts import item_amounts
from hengji.checks.relations.narrative.repeats.mirrored_totals import mirrored_totals
from hengji.checks.relations.narrative.repeats.named_results import named_results
from hengji.checks.relations.narrative.repeats.operand_rates import operand_rates
from hengji.checks.relations.narrative.repeats.pairs_again import pairs_again
from hengji.checks.relations.narrative.repeats.rates_again import rates_again
from hengji.checks.relations.narrative.repeats.rates_in_rows import rates_in_rows
from hengji.checks.relations.narrative.repeats.receptions import receptions
from hengji.checks.relations.narrative.repeats.rooms_named import rooms_named
from hengji.checks.relations.narrative.repeats.rows_compared import rows_compared
from hengji.checks.relations.narrative.repeats.rows_told import rows_told
from hengji.checks.relations.narrative.repeats.same_words import same_words
from hengji.checks.relations.narrative.repeats.score_repeats import score_repeats
from hengji.checks.relations.narrative.repeats.score_rows import score_rows
from hengji.checks.relations.narrative.repeats.swapped_figures import swapped_figures
from hengji.checks.relations.narrative.repeats.text_and_tables import text_against_tables
from hengji.checks.relations.narrative.repeats.three_public_row import three_public_row
from hengji.checks.relations.narrative.repeats.told_results import told_results
from hengji.checks.relations.narrative.repeats.two_natures import two_natures
from hengji.checks.relations.narrative.repeats.wholes_again import wholes_again
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot, passages
from hengji.checks.relations.scores.goals.aims_told_again import aims_told_again
from hengji.checks.relations.scores.goals.goal_repeats import goal_repeats
from hengji.checks.relations.scores.goals.told_beside_rows import told_beside_rows
from hengji.checks.relations.scores.totals.headings_and_rows import headings_and_rows
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, significant_digits
from hengji.checks.relations.tables.counted_rows import counted_rows
from hengji.checks.relations.tables.projects_below import projects_below
from hengji.checks.relations.tables.table_notes import table_notes
from hengji.checks.relations.tables.tables_agree import tables_agree
from hengji.checks.relations.tables.words_and_totals import words_and_totals
from hengji.checks.relations.unit_slips import off_by_unit
from hengji.checks.relations.verdicts import converted, family, interval_of, number, relation
from hengji.checks.relations.wording.said_none import said_none
from hengji.checks.relations.wording.titles.place_names import place_names
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

_COLUMNS = ("年初预算", "调整预算", "全年预算", "预算", "决算", "计划", "目标")
_SCOPES = ("一般公共预算", "政府性基金", "国有资本", "财政拨款", "“三公”", "三公")
_YEARLY = re.compile(
    r"^(?:其中|由|和|及)*(?:20\d\d年度?|本年度?|当年|全年)*(?P<what>收入|支出)(?:决算|合计|总额)*(?:为|是|：)*$"
)
_STOCK = re.compile(r"保有量|车辆数?[共有为]*$|核定编制|编制(?:总数|数|人数)?[为共有]*$|内设(?:机构|科室|股室)")
_LONG = 5  # digits of two figures of one name that one slip of the pen does not part by chance
_OF_THE_PEN = frozenset((ONE_DIGIT, SWAPPED))
_FULL_NAME = 6
_OWN_NAME = 12  # characters of a name that nothing else has
_SURE = 6  # digits of a yearly total that do not differ in one by chance
_SHORTEST = 4
_NEAR = Fraction(1, 200)  # of one another are two amounts of one name that are meant to be one
_MOST = 12  # figures of one key that are compared; more say nothing new


@dataclass(frozen=True, slots=True)
class _Named:
    mention: Mention
    name: str
    key: tuple[object, ...]


def find(context: Context) -> Iterator[Relation]:
    """Agreeing repetitions, and the ones that differ by a slip."""
    texts = list(passages(context))
    swapped = [
        *swapped_figures(context, texts),
        *goal_repeats(context),
        *told_beside_rows(context),
        *aims_told_again(context),
        *former_names(context),
        *rooms_named(context),
        *named_results(context, texts),
        *same_words(context, texts),
        *counted_again(texts),
    ]
    yield from swapped
    told = {frozenset(figure.start for figure in one.figures) for one in swapped}
    for one in _others(context, texts):
        if frozenset(figure.start for figure in one.figures) not in told:
            yield one


def _others(context: Context, texts: list[Passage]) -> Iterator[Relation]:
    told = {one.figures[-1].start: one for one in rows_told(context, texts)}
    yield from told.values()
    yield from rows_compared(context, texts)
    yield from (one for one in text_against_tables(context, texts) if one.figures[-1].start not in told)
    yield from score_repeats(texts)
    yield from told_results(context, texts)
    yield from score_rows(context, texts)
    yield from headings_and_rows(context)
    yield from pairs_again(texts)
    yield from wholes_again(texts)
    yield from rates_again(context, texts)
    yield from rates_in_rows(context, texts)
    yield from operand_rates(texts)
    yield from item_amounts(texts)
    yield from mirrored_totals(texts)
    yield from two_natures(context)
    yield from counted_acts(context)
    yield from basic_and_three(context, texts)
    yield from announced_totals(context)
    for index, passage in enumerate(texts):
        yield from converted_amounts(passage)
        yield from receptions(texts, index)
    yield from disclosed_totals(context)
    yield from tables_agree(context)
    yield from table_notes(context, texts)
    yield from counted_rows(context, texts)
    yield from projects_below(context, texts)
    yield from words_and_totals(context)
    yield from place_names(context)
    yield from said_none(context)
    yield from three_public_row(context)
    named = list(_named(context, texts))
    by_key: dict[tuple[object, ...], list[_Named]] = defaultdict(list)
    for one in named:
        by_key[one.key].append(one)
    for group in by_key.values():
        yield from _agreeing(group[:_MOST])
        yield from _differing(group[:_MOST])


def _named(context: Context, texts: list[Passage]) -> Iterator[_Named]:
    """Figures with a name that is long enough to mean one thing, in the order of the text."""
    year = str(context.facts.year or "")
    for index, passage in enumerate(texts):
        changed = changed_slots(passage)
        period = ""
        for slot in passage.slots:
            period = period_of(slot.before) or period
            if slot.kind not in (MONEY, COUNT) or slot.index in changed or slot.mention.approximate:
                continue
            name = _name(label_of(slot))
            if len(name) >= _SHORTEST and not re.search("[\ue000-\ue005]", name):
                column = (*_column(slot.before), *_whole_of(texts, index, slot))
                yield _Named(slot.mention, label_of(slot), (name, period or year, column, _unit(slot.mention)))


def _whole_of(texts: list[Passage], index: int, slot: Slot) -> tuple[str, ...]:
    """一般公共预算支出 T，其中基本支出 a: the scope of the whole, in the same sentence or in the one before."""
    head, among, _ = texts[index].text[: slot.at].rpartition("其中")
    if not among:
        return ()
    whole = head or (texts[index - 1].text if index else "")
    return tuple(word for word in _SCOPES if word in whole and word not in slot.before)


def _name(label: str) -> str:
    """What the figure is called; 本年收入 and 收入合计 are one, 收入总计 has last year's balance in it."""
    if label.endswith("保有量"):
        return "公务用车保有量"
    total = _YEARLY.search(label)
    return f"本年{total['what']}" if total else core(label)


def _unit(mention: Mention) -> object:
    return family(mention.unit)


def _column(before: str) -> tuple[str, ...]:
    column = next((word for word in _COLUMNS if word in before), "")
    return (column, *(word for word in _SCOPES if word in before))


def _worth(mention: Mention) -> object:
    unit = mention.unit
    if unit is None or not unit.powers:
        return mention.value
    yuan = {"元": 1, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}.get(str(unit), 1)
    return mention.value * yuan


def _agreeing(group: list[_Named]) -> Iterator[Relation]:
    first: dict[object, _Named] = {}
    for one in group:
        earlier = first.setdefault(_worth(one.mention), one)
        if earlier is not one:
            message = "两处一致。"
            roles = [("first", earlier.mention), ("stated", one.mention)]
            yield relation("repeat", "ok", roles, f"{one.name}两处相等", number(earlier.mention), message)


def _differing(group: list[_Named]) -> Iterator[Relation]:
    counts = Counter(_worth(one.mention) for one in group)
    if len(counts) != 2:
        return
    (usual, times), (odd, once) = counts.most_common(2)
    if once != 1:
        return
    right = next(one for one in group if _worth(one.mention) == usual)
    wrong = next(one for one in group if _worth(one.mention) == odd)
    slipped = off_by_unit(right.mention, wrong.mention, f"{right.name}各处相等")
    if slipped is not None:
        yield slipped
        return
    if right.mention.unit != wrong.mention.unit:
        yield from _in_two_units(right, wrong)
        return
    if _rounds(right.mention, wrong.mention):
        return
    slip = shape(as_written(wrong.mention.value, wrong.mention), as_written(right.mention.value, wrong.mention))
    digits = len(wrong.mention.text.replace(",", "").replace(".", ""))
    stock = _STOCK.search(right.name) is not None and _STOCK.search(wrong.name) is not None
    if not slip or (digits < 4 and not stock):
        return
    yearly = bool(_YEARLY.search(right.name) and _YEARLY.search(wrong.name)) and digits >= _SURE
    own = len(right.name) >= _OWN_NAME and wrong.mention.decimals > 0
    enough = _LONG - 1 if own else _LONG
    long = digits >= enough and slip in _OF_THE_PEN and right.name == wrong.name and len(right.name) >= _SHORTEST
    named = times > 2 and len(right.name) >= _FULL_NAME
    verdict: Verdict = "error" if yearly or stock or named or long else "suspicious"
    message = f"“{right.name}”另有 {times} 处为 {number(right.mention)}，此处为 {number(wrong.mention)}。"
    likely = mistaken(number(wrong.mention), number(right.mention), slip)
    roles = [("first", right.mention), ("stated", wrong.mention)]
    yield relation("repeat", verdict, roles, f"{right.name}各处相等", number(right.mention), message, likely)


def _in_two_units(first: _Named, again: _Named) -> Iterator[Relation]:
    """全区一般公共预算支出 953,051 万元, and the same 95.28 亿元 elsewhere: too near to be of two things."""
    unit, stated = again.mention.unit, again.mention
    value = converted(first.mention, unit)
    if unit is None or not unit.is_money or len(first.name) < _FULL_NAME or not stated.value:
        return
    apart = not interval_of(first.mention, unit).meets(interval_of(stated, unit))
    if apart and abs(value - stated.value) < abs(stated.value) * _NEAR and significant_digits(stated.text) >= _SHORTEST:
        right = as_written(value, stated)
        message = f"“{first.name}”另一处为 {number(first.mention)}，合 {right}，此处为 {number(stated)}。"
        roles = [("first", first.mention), ("stated", stated)]
        yield relation("repeat", "error", roles, f"{first.name}各处相等", right, message)


def _rounds(a: Mention, b: Mention) -> bool:
    """Whether one figure is the other with fewer decimals."""
    return a.decimals != b.decimals and abs(a.value - b.value) <= max(a.step, b.step)
