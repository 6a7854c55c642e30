"""Sums: a total and the parts that are announced behind it, in one sentence, in rows of several columns, in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.narrative.sums.above_whole import above_before
from hengji.checks.relations.narrative.sums.account_items import account_items
from hengji.checks.relations.narrative.sums.batches import batches
from hengji.checks.relations.narrative.sums.both_sides import both_sides
from hengji.checks.relations.narrative.sums.budget_totals import budget_totals
from hengji.checks.relations.narrative.sums.code_trees import code_trees
from hengji.checks.relations.narrative.sums.composed import settle
from hengji.checks.relations.narrative.sums.compositions import compositions
from hengji.checks.relations.narrative.sums.filled_sentences import filled_sentences
from hengji.checks.relations.narrative.sums.goods_in_all import goods_in_all
from hengji.checks.relations.narrative.sums.item_lists import listed_sums
from hengji.checks.relations.narrative.sums.known_wholes import known_wholes
from hengji.checks.relations.narrative.sums.named_anew import named_anew
from hengji.checks.relations.narrative.sums.named_totals import named_totals
from hengji.checks.relations.narrative.sums.near_sums import near_sums
from hengji.checks.relations.narrative.sums.near_totals import near_totals
from hengji.checks.relations.narrative.sums.neighbours import sums_over_sentences
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.parallel_rows import (
    alternating_sums,
    bracketed_columns,
    has_columns,
    row_sums,
    rows_over_the_stop,
)
from hengji.checks.relations.narrative.sums.path_sums import path_sums
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.segment_heads import segment_heads
from hengji.checks.relations.narrative.sums.semicolon_lists import semicolon_lists
from hengji.checks.relations.narrative.sums.sentence_parts import sentence_parts
from hengji.checks.relations.narrative.sums.summed_aloud import summed_aloud
from hengji.checks.relations.narrative.sums.totals_before import totals_before
from hengji.checks.relations.narrative.sums.totals_behind import totals_behind
from hengji.checks.relations.passages import MONEY, Passage, Slot, passages
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import converted, same_kind
from hengji.facts.relation import Relation
from hengji.facts.units import MONEY as UNITS

__all__ = ["find"]

_ANNOUNCES = ("共计", "合计", "总计", "累计", "总共", "合共")
_WINDOW = 7
_LISTED, _PAIR = 3, 2
_NEAR = 300


def find(context: Context) -> Iterator[Relation]:
    """Sums of money in running text; counts are the finder `count`."""
    for one in _found(context):
        if one.verdict != "error" or not _of_another(context, one):
            yield one
        elif _goes_into(context, one):
            yield replace(one, verdict="suspicious", severity="medium")
    yield from path_sums(context)
    yield from goods_in_all(context)


def _goes_into(context: Context, failed: Relation) -> bool:
    """财政拨款支出 T，比上年减少 D，具体情况如下：（一）…: the list is of T by its words, whatever else it makes."""
    between = context.document.text[failed.figures[-1].end : min(one.start for one in failed.figures[:-1])]
    return re.search("具体(?:情况|支出|项目)?如下", between) is not None and "。" not in between


def _of_another(context: Context, failed: Relation) -> bool:
    """支出合计 T。其中基本支出 a，项目支出 b。按功能分类，教育 c，卫生 d，…: the list makes T to the last digit, and
    was held against b only because b stands nearer."""
    stated = failed.figures[-1].mention
    parts = [figure.mention for figure in failed.figures[:-1] if figure.mention is not None]
    if stated is None or stated.unit is None or len(parts) < _PAIR or len(parts) < len(failed.figures) - 1:
        return False
    first = min(part.start for part in parts)
    if len(parts) < _LISTED and "。" not in context.document.text[stated.end : first]:
        return False  # two figures make one near by more easily: only where the stop parts them from theirs
    if not first > stated.start or not all(part.unit is not None and part.unit.is_money for part in parts):
        return False
    together = sum((part.value * UNITS[str(part.unit)] for part in parts if str(part.unit) in UNITS), Fraction(0))
    before = [one for one in context.before(first, _WINDOW * 2) if first - one.start < _NEAR]
    worth = [one.value * UNITS[str(one.unit)] for one in before if one.unit is not None and str(one.unit) in UNITS]
    return together in worth and significant_digits(stated.text) >= _WINDOW // 2


def _found(context: Context) -> Iterator[Relation]:
    texts = list(passages(context))
    for index, passage in enumerate(texts):
        before = texts[index - 1] if index else None
        rows = [*row_sums(passage, before), *alternating_sums(passage)]
        rows += [*rows_over_the_stop(passage, before), *bracketed_columns(passage)]
        rows += filled_sentences(texts, index, MONEY)
        yield from rows
        told = {_places(one) for one in rows}
        found = () if has_columns(passage) else compositions(passage, before)
        kept = [one for one in map(settle, (one for one in found if one.total.kind == MONEY)) if one is not None]
        yield from (one for one in kept if _places(one) not in told)
        behind = list(totals_behind(passage, MONEY))
        behind += [one for one in totals_before(passage, MONEY) if one.verdict != "suspicious"]
        yield from behind
        yield from above_before(passage, before) if before is not None else ()
        yield from semicolon_lists(passage, MONEY, {one.figures[-1].start for one in kept})
        yield from named_totals(texts, index, MONEY)
        yield from segment_heads(texts, index, MONEY)
        yield from named_anew(texts, index, MONEY)
        yield from budget_totals(texts, index)
        yield from sentence_parts(context.document.text, texts, index, MONEY)
        yield from both_sides(texts, index)
        yield from account_items(context.document.text, texts, index)
        yield from batches(texts, index, MONEY)
        yield from summed_aloud(texts, index)
        judged = [*rows, *kept, *behind]  # a list that fails as a whole is not tried in pieces
        yield from (
            one for one in near_totals(texts, index) if not any(_places(one) < _places(whole) for whole in judged)
        )
        if not kept and not behind:
            yield from _announced_behind(passage)
            yield from _beyond_chance(passage)
    yield from sums_over_sentences(context, texts)
    yield from known_wholes(context.document.text, texts)
    yield from code_trees(context.document.text, texts)
    yield from near_sums(texts)
    yield from listed_sums(context, texts, MONEY)


def _places(one: Relation) -> frozenset[int]:
    return frozenset(figure.start for figure in one.figures)


def _announced_behind(passage: Passage) -> Iterator[Relation]:
    """a, b, c，共计 T: the total stands last. Only what holds is said: how far back the parts go is open."""
    plain = [slot for slot in plain_slots(passage) if slot.kind == MONEY]
    for position, total in enumerate(plain):
        if position < 2 or not any(word in total.label for word in _ANNOUNCES):
            continue
        for start in range(position - 2, max(-1, position - 1 - _WINDOW), -1):
            parts = plain[start:position]
            if all(same_kind(part, total) for part in parts) and _equal(total, parts):
                yield judge_sum(Sum(total, tuple(parts)))
                break


def _beyond_chance(passage: Passage) -> Iterator[Relation]:
    """A figure that is the sum of its neighbours to at least four digits, where no word says so."""
    plain = [slot for slot in plain_slots(passage) if slot.kind == MONEY and slot.mention.value > 0][: _WINDOW * 4]
    for position, total in enumerate(plain):
        if len(str(abs(total.mention.value * 10**total.mention.decimals).numerator)) < 4:
            continue
        for length in range(2, _WINDOW):
            for parts in (plain[position + 1 : position + 1 + length], plain[max(0, position - length) : position]):
                if len(parts) == length and all(same_kind(part, total) for part in parts) and _equal(total, parts):
                    yield judge_sum(Sum(total, tuple(parts)))
                    break


def _equal(total: Slot, parts: list[Slot]) -> bool:
    unit = total.mention.unit
    return sum((converted(part.mention, unit) for part in parts), Fraction(0)) == total.mention.value
