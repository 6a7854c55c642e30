"""Points and scores of each heading against those of the headings below it, and the stated total of the highest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions, owner_before
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["heading_sums"]

_ADJUSTED: Final = re.compile(
    r"(?:加分|减分)项?[^。]{0,40}(?:加|减|扣)\s*[1-9][\d.]*\s*分|加减分|因[^。；，]{2,40}加\s*\d[\d.]*\s*分"
)
_HUNDRED: Final = Fraction(100)


def heading_sums(context: Context) -> Iterator[Family]:
    """Points and scores of each heading against those of the headings right below it."""
    scored = [one for one in scored_headings(context) if one.heading is not None]
    family = Family(True)
    doubtful = Family(False)
    for parent, children in _tree(scored):
        points = _exact(parent.points, [child.points for child in children], f"“{parent.name}”分值")
        score = _exact(parent.score, [child.score for child in children], f"“{parent.name}”得分")
        good = points.holds or (score.holds and len(children) > 1)
        (family if good else doubtful).sums += [points, score]
    family.sums += list(_overall(context, scored))
    yield family
    yield doubtful


def _exact(total: Amount, parts: Sequence[Amount], name: str) -> Sum:
    return Sum(total, tuple(parts), name, exact=True)


def _tree(scored: Sequence[Scored]) -> Iterator[tuple[Scored, list[Scored]]]:
    for index, parent in enumerate(scored):
        following = scored[index + 1 :]
        stop = next((at for at, child in enumerate(following) if child.level <= parent.level), len(following))
        top = min((child.level for child in following[:stop]), default=0)
        children = [child for child in following[:stop] if child.level == top]
        if children:
            yield parent, children


def _overall(context: Context, scored: Sequence[Scored]) -> Iterator[Sum]:
    """The stated total against the scores of the highest headings, where their points make 100."""
    top = min((one.level for one in scored), default=0)
    highest = [one for one in scored if one.level == top]
    if len(highest) < 2 or sum(one.points.value for one in highest) != _HUNDRED:
        return
    adjusted = _ADJUSTED.search(context.document.text) is not None
    known = {one.score.cell.start for one in scored}
    text = context.document.text
    owners = {owner_before(text, one.span[0], one.score.cell.start) for one in highest}
    parts = [one.score for one in highest]
    said = [one.total for one in conclusions(context) if one.total.cell.start not in known]
    totals = [(owner_before(text, 0, one.cell.start), _exact(one, parts, "评价总得分")) for one in said]
    held = {owner for owner, total in totals if total.holds}
    for owner, total in totals:
        if total.holds or (not adjusted and not _is_others(owner, owners, held)):
            yield total


def _is_others(owner: str, owners: Set[str], held: Set[str]) -> bool:
    """Whether a total that does not hold is another evaluator's than the scores: 自评得分99.40分 above what 核查 gave.
    Where the scores do not say whose they are, the total that they make says it."""
    whose = owners - {""} or held
    return bool(owner) and bool(whose) and owner not in whose
