"""Growth: an amount of change and a rate of change against the base that follows from them, and their directions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.changes import Change, changes
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.growths.accounts_of_two_years import accounts_of_two_years
from hengji.checks.relations.narrative.growths.bases_behind import bases_behind
from hengji.checks.relations.narrative.growths.bases_of_parts import bases_of_parts
from hengji.checks.relations.narrative.growths.changes_in_parts import changes_in_parts
from hengji.checks.relations.narrative.growths.compared_by_name import compared_by_name
from hengji.checks.relations.narrative.growths.comparisons import budget_and_outturn, words_of_comparison
from hengji.checks.relations.narrative.growths.contradictions import contradiction
from hengji.checks.relations.narrative.growths.growths_of_items import growths_of_items
from hengji.checks.relations.narrative.growths.implied_bases import implied_base
from hengji.checks.relations.narrative.growths.last_years_apart import last_years_apart
from hengji.checks.relations.narrative.growths.mirrored_changes import mirrored_changes
from hengji.checks.relations.narrative.growths.multiples import multiples
from hengji.checks.relations.narrative.growths.named_bases import from_base, of_base_alone
from hengji.checks.relations.narrative.growths.named_multiples import named_multiples
from hengji.checks.relations.narrative.growths.named_subjects import (
    this_year,
)
from hengji.checks.relations.narrative.growths.named_years import growth_on_named_years
from hengji.checks.relations.narrative.growths.paired_changes import paired_changes
from hengji.checks.relations.narrative.growths.parallel_years import parallel_years
from hengji.checks.relations.narrative.growths.told_both_ways import told_both_ways
from hengji.checks.relations.narrative.growths.told_elsewhere import told_elsewhere
from hengji.checks.relations.narrative.growths.trends import trends
from hengji.checks.relations.narrative.growths.unchanged import unchanged
from hengji.checks.relations.narrative.growths.yearly import yearly_changes
from hengji.checks.relations.narrative.growths.yearly_mean import yearly_means
from hengji.checks.relations.narrative.growths.years_of_bases import years_of_bases
from hengji.checks.relations.narrative.rates.savings import rates_of_saving
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot, passages
from hengji.checks.relations.verdicts import (
    good,
    same_kind,
)
from hengji.facts.relation import Relation

__all__ = ["find"]

_EACH = re.compile("[人户]均|每[人户]")
_REASON = re.compile(r"（[1-9一二三四]）[^，。；：]{2,16}[比较同与][^，。；：]{0,10}(?:增加|减少|增长|下降|上升)$")
"""主要因为（1）财政拨款收入比上年减少 D，下降 P: of what is a part of the figure in front, and told nowhere."""
_HEADING = re.compile(r"(?:^|\s)[（(]?[一二三四五六七八九十]{1,3}[)）、]")
_NEAR = 8  # figures of the passage before that may be what a change is about


def find(context: Context) -> Iterator[Relation]:
    """Every stated change that can be recomputed."""
    told = [*yearly_changes(context, passages(context)), *yearly_means(passages(context))]
    yield from unchanged(passages(context))
    yield from growth_on_named_years(passages(context))
    yield from trends(context, passages(context))
    yield from told
    certain = {relation.start for relation in told}
    by_sentence = [relation for relation in _by_sentence(context) if relation.start not in certain]
    yield from by_sentence
    yield from growths_of_items(context, {figure.start for one in (*told, *by_sentence) for figure in one.figures})
    yield from told_both_ways(context, passages(context))
    yield from bases_of_parts(context)
    yield from mirrored_changes(context)
    yield from named_multiples(context)
    yield from accounts_of_two_years(passages(context))


def _by_sentence(context: Context) -> Iterator[Relation]:
    before: Passage | None = None
    texts = passages(context, also="决算")
    for index, passage in enumerate(texts):
        near = _near(context, before, passage)
        saved = rates_of_saving(passage)
        behind = list(bases_behind(passage))  # the words say where the base stands: no other reading
        based = {one.figures[-1].start for one in behind}
        for change in changes(passage):
            rate = change.rate
            if rate is None or (rate.index not in saved and rate.mention.start not in based):
                found = list(_of_change(context, change, near))
                based |= {figure.start for one in found for figure in one.figures}
                yield from found
        yield from told_elsewhere(context, texts, index, based)
        yield from changes_in_parts(texts, index)
        yield from years_of_bases(context, passage)
        yield from paired_changes(passage)
        yield from behind
        yield from multiples(passage)
        yield from parallel_years(passage)
        yield from last_years_apart(context, texts, index)
        yield from compared_by_name(context, texts, index)
        yield from budget_and_outturn(passage)
        yield from words_of_comparison(passage, before)
        before = passage if passage.slots else before


def _has_total(change: Change, mean: Slot) -> bool:
    """Whether an amount stands in front of the mean, which may be what changed."""
    return any(same_kind(slot, mean) for slot in change.passage.slots[: mean.index])


def _near(context: Context, before: Passage | None, passage: Passage) -> tuple[Slot, ...]:
    """Figures of the passage itself and of the one before in the same paragraph, that might be meant instead."""
    own = tuple(slot for slot in passage.slots if slot.kind in (MONEY, COUNT))
    between = context.document.text[before.end : passage.start].strip(" ") if before is not None else ""
    if before is None or "\n" in between or _HEADING.search(between):
        return own[:_NEAR]
    earlier = tuple(slot for slot in before.slots[-_NEAR:] if slot.kind in (MONEY, COUNT))
    return (*own[: 2 * _NEAR], *earlier)


def _of_change(context: Context, change: Change, near: tuple[Slot, ...]) -> Iterator[Relation]:
    if not change.agree and change.amount is not None and change.rate is not None:
        yield from contradiction(context, change)
    elif change.base is not None and change.current:
        current = this_year(change.current)
        found = list(from_base(context, change, change.base, current))
        each = (
            _EACH.search(label_of(current)) and not _EACH.search(label_of(change.base)) and _has_total(change, current)
        )
        if each and not any(good(one.verdict) for one in found):
            return  # 花了2184元，人均104元；2020年2730元，下降20%: the mean is not what fell
        for other in change.current[1:] if any(one.verdict == "error" for one in found) else ():
            instead = list(from_base(context, change, change.base, other))
            if instead and all(good(one.verdict) for one in instead):
                found = instead  # 营造林 T：甲 a、乙 b，比上年的 B 增加 D: of all of it, not of the last kind
                break
        alone = [] if change.certain or all(good(one.verdict) for one in found) else list(of_base_alone(change))
        yield from alone or found
    elif change.base is not None:
        yield from of_base_alone(change)
    elif change.amount is not None and change.rate is not None:
        listed = _REASON.search(change.amount.before) is not None
        implied = implied_base(change, change.amount, change.rate, near)
        yield from (one for one in implied if good(one.verdict) or not listed)
