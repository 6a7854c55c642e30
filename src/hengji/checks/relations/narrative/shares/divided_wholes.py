"""Which of the wholes near by siblings divide, and what is wrong where their shares do not hold on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.shares.one_share import (
    SIBLINGS,
    fits,
    judge_share,
    likely_slip,
    share_of,
    share_relation,
)
from hengji.checks.relations.narrative.shares.parts_alone import shares_of_parts
from hengji.checks.relations.narrative.shares.shares_in_all import hundred
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.narrative.shares.wholes import Whole, adds_up_to, outturn_of, wholes_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.slips import mend
from hengji.checks.relations.verdicts import (
    converted,
    good,
    number,
    slip_of,
)
from hengji.facts.relation import Relation

__all__ = ["shares_of_siblings"]

_PAIR = 2
_NAMED = 2  # the rank of a whole that the words name
_SPOKEN = 4  # characters of a name that means one figure


def shares_of_siblings(
    group: list[Share], flat: list[Slot], order: dict[int, int], texts: list[Passage]
) -> Iterator[Relation]:
    """Each share of *group*, and the parts of two and more together, against the whole that fits them best."""
    wholes = wholes_of(group, flat, order, texts)
    best = max(wholes, key=lambda whole: (_held(group, whole.slot), _is_made(group, whole), whole.rank), default=None)
    if best is None:
        yield from shares_of_parts(group)
        return
    held = _held(group, best.slot)
    exact = adds_up_to(group, best.slot)
    named = next((whole for whole in wholes if whole.rank >= 2), None)
    if held < len(group) and named is not None and named.rank == 3:
        best = named
    meant = _one_slip_each(group, wholes) if held == 0 and not exact else None
    spoken = _spoken_whole(group, wholes) if best.rank < 2 and not exact and len(group) == 1 else None
    if spoken is not None:  # the words leave no choice, whatever else the rate may be a share of
        yield from judge_share(group[0], spoken, [], certain=True, forced=Fraction(0), among=[])
        return
    best = meant or best
    instead = list(_of_outturn(group[0], best.slot, texts)) if len(group) == 1 and held else []
    if instead:
        yield from instead
        return
    certain = meant is not None or best.rank >= 2 or exact or (held >= 2 and held * 2 > len(group))
    forced = sum((share.rate.mention.value for share in group), Fraction(0)) == 1 and exact
    among = [best.slot.mention, *(share.part.mention for share in group)]
    for share in group:
        slack = Fraction(len(group), 2) if forced else Fraction(0)
        beside = held if len({one.passage for one in group}) == 1 or held == len(group) - 1 else 0
        beside = SIBLINGS if exact and held and len(group) > 1 else beside
        yield from judge_share(share, best, wholes, certain, slack, among, held=beside)
    if len(group) > 1:
        yield from _composed(group, best, exact)
        if held == 0 and meant is None and best is wholes[0]:
            yield from _wrong_whole(group, best)


def _is_made(group: list[Share], whole: Whole) -> bool:
    """Whether the parts of all shares, two and more, make up that whole."""
    return len(group) > 1 and adds_up_to(group, whole.slot)


def _spoken_whole(group: list[Share], wholes: list[Whole]) -> Whole | None:
    """The one figure near by that is called, word for word, what the share says it is a share of."""
    phrase = group[0].whole.removeprefix("了")
    called = [whole for whole in wholes if whole.rank >= _NAMED and label_of(whole.slot).rstrip("为是：") == phrase]
    return called[0] if len(phrase) >= _SPOKEN and len({one.slot.mention.value for one in called}) == 1 else None


def _of_outturn(share: Share, budget: Slot, texts: list[Passage]) -> Iterator[Relation]:
    """占支出总额的 P, where P is a share of the *budget* that stands beside the outturn."""
    outturn = outturn_of(share, budget, texts[share.passage])
    read = share_of(share, outturn) if outturn is not None else None
    if outturn is not None and read is not None and not good(read[1]):
        says = f"{number(share.rate.mention)}是占“{label_of(budget)}{number(budget.mention)}”的比重。"
        named = any(
            word in label_of(outturn) for word in ("支出", "采购", "决算", "成交", "实际") if word in share.whole
        )
        yield share_relation(share, outturn, read[0], "error" if named else "suspicious", says)


def _one_slip_each(group: list[Share], wholes: list[Whole]) -> Whole | None:
    """The only whole on which every share of two and more is one slip of the pen away from holding."""
    if len(group) < _PAIR or any(share.rate.mention.decimals < _PAIR for share in group):
        return None
    found = []
    for whole in wholes:
        reads = [(share, share_of(share, whole.slot)) for share in group]
        mended = all(read is not None and likely_slip(share, whole.slot, read[0]) for share, read in reads)
        if mended and _makes_up(group, whole.slot):
            found.append(whole)
    return found[0] if len({whole.slot.mention.value for whole in found}) == 1 else None


def _makes_up(group: list[Share], whole: Slot) -> bool:
    """Whether the parts, each mended where its own digits are wrong, make up *whole*."""
    total = Fraction(0)
    for share in group:
        read = share_of(share, whole)
        value = converted(share.part.mention, whole.mention.unit)
        if read is not None and not slip_of(share.rate.mention, read[0]):
            fixed = mend((share.part.mention,), partial(_fits_with, share, whole))
            value = value * fixed[1] / share.part.mention.value if fixed and share.part.mention.value else value
        total += value
    return abs(total - whole.mention.value) <= whole.mention.step * len(group)


def _fits_with(share: Share, whole: Slot, values: Sequence[Fraction]) -> bool:
    return fits(share, whole, [*values, whole.mention.value])


def _wrong_whole(group: list[Share], best: Whole) -> Iterator[Relation]:
    """Shares that make 100% and hold on the sum of their parts: the total in front of them is what is wrong."""
    parts = Sum(best.slot, tuple(share.part for share in group))
    rates = [share.rate.mention for share in group]
    slack = Fraction(len(group), 2) * max(rate.step for rate in rates)
    total = parts.computed
    if total <= 0 or abs(sum((rate.value for rate in rates), Fraction(0)) - 1) > slack:
        return
    unit = best.slot.mention.unit
    near = all(abs(converted(share.part.mention, unit) / total - share.rate.mention.value) <= slack for share in group)
    if near:
        yield judge_sum(parts, "error" if slip_of(best.slot.mention, total) else "suspicious")


def _held(group: list[Share], whole: Slot) -> int:
    return sum(1 for share in group if (read := share_of(share, whole)) is not None and good(read[1]))


def _composed(group: list[Share], best: Whole, exact: bool) -> Iterator[Relation]:
    """The parts against their whole, and the shares against 100%."""
    parts = Sum(best.slot, tuple(share.part for share in group))
    if exact:
        yield judge_sum(parts)
        yield from hundred(group)
    elif best.rank >= 2 and sum((share.rate.mention.value for share in group), Fraction(0)) == 1:
        yield judge_sum(parts, "error")
