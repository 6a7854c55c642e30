"""Shares whose whole is not written, against the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    slip_of,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["shares_of_parts"]

_PAIR = 2


def shares_of_parts(group: Sequence[Share]) -> Iterator[Relation]:
    """No whole is written: shares that make up 100% are checked against the sum of their parts."""
    rates = [share.rate.mention for share in group]
    slack = Fraction(len(group), 2) * max(rate.step for rate in rates)
    in_all = sum((rate.value for rate in rates), Fraction(0))
    whole, beyond = abs(in_all - 1) <= slack, in_all > 1 + slack
    halves = len(group) == _PAIR and is_complete([label_of(share.part) for share in group])
    if len(group) < _PAIR or (not (whole or beyond or halves) and len(group) == _PAIR):
        return
    unit = group[0].part.mention.unit
    total = sum((converted(share.part.mention, unit) for share in group), Fraction(0))
    if total <= 0:
        return
    wide = interval_of(group[0].part.mention, unit)
    for share in group[1:]:
        wide = wide + interval_of(share.part.mention, unit)
    found = []
    for share in group:
        computed = converted(share.part.mention, unit) / total
        possible = interval_of(share.part.mention, unit).divided_by(wide)
        verdict = judged(computed, possible, share.rate.mention)
        found.append((share, computed, verdict))
    wrong = sum(1 for _, _, verdict in found if not good(verdict))
    if not whole:  # all but one hold on their sum, and a slip parts that one from holding
        firm = (beyond or len(group) > _PAIR) and all(rate.decimals for rate in rates)  # all others, to three digits
        odd = [one for one in found if not good(one[2]) and (halves or firm or slip_of(one[0].rate.mention, one[1]))]
        if wrong == len(odd) == 1:
            yield _virtual(odd[0][0], odd[0][1], total, "error")
        return
    exact = in_all == 1 and all(rate.decimals for rate in rates)
    if len(group) == _PAIR == wrong and (halves or exact):  # two that make 100% to the last digit have no other whole
        yield from _both_wrong(found, total)
        return
    for share, computed, verdict in found:
        if good(verdict) or wrong * 2 <= len(group):
            yield _virtual(share, computed, total, verdict if good(verdict) else "suspicious")


def _both_wrong(found: Sequence[tuple[Share, Fraction, Verdict]], total: Fraction) -> Iterator[Relation]:
    """The two shares of a pair; either part may be the wrong one, so each relation names both."""
    for (share, computed, _), (other, _, _) in zip(found, reversed(found), strict=True):
        yield _virtual(share, computed, total, "error", other)


def _virtual(
    share: Share, computed: Fraction, total: Fraction, verdict: Verdict, other: Share | None = None
) -> Relation:
    right = as_written(computed, share.rate.mention)
    beside = [("sibling", other.part.mention)] if other is not None else []
    roles = [*beside, ("part", share.part.mention), ("stated", share.rate.mention)]
    formula = f"{in_words(share.part.mention.value)} ÷ {in_words(total)}"
    message = (
        f"按各项之和 {in_words(total)} 计，{label_of(share.part)}占比为 {right}，文中为 {number(share.rate.mention)}。"
    )
    return relation(
        "share", verdict, roles, formula, right, message, "" if good(verdict) else slip_of(share.rate.mention, computed)
    )
