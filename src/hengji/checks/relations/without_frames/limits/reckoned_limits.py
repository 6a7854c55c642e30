"""A limit that what came about is reckoned to break, and the claim that it was kept: 质保金不高于结算价的3%，结算价 A，
质保金 B，未高于上限.

Whatever way of reckoning keeps the limit acquits; only where none does is the claim wrong. The ways are in
`ways_to_limits`, the words that make a limit and a claim in `limit_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.verdicts import in_words
from hengji.checks.relations.without_frames.limits.limit_words import (
    DENIED,
    KEPT,
    MISSED,
    Bound,
    bounds_in,
    bounds_named,
    scope_of,
    spoken_bounds,
    text_behind,
)
from hengji.checks.relations.without_frames.limits.ways_to_limits import Told, Way, each_of, only_actual, ways_to
from hengji.checks.relations.without_frames.marks import is_last_years, is_planned
from hengji.facts.relation import Relation, RelationKind

__all__ = ["reckoned_limits"]

_CONDITION: Final = re.compile(r"的?(?:得|计|给)(?:满分|全分)|得分$")
"""不超预算得满分 says what would be earned, not what was kept."""
_REST: Final = re.compile("其[他余它]|除此|以外")
_ALL: Final = re.compile("均|都|无一|全部|各|没有一|无超")
_OVER: Final = re.compile("超|突破|越|逾|破线|触及|高于|大于|内|杠|框")
_FAR: Final = Fraction(3, 2)  # times by which a value may be off its limit before it is another thing
_LINE: Final = 120  # characters in front of a sentence that may hold one without figures
_STANDARD: Final = re.compile("不得分[^。]{0,80}得满分|得满分[^。]{0,80}不得分")
"""The words of a rubric: what would earn points, not what was done."""
_CLAIM: Final = 24  # characters from a claim to the figure that it names


def reckoned_limits(context: Context, texts: Sequence[Passage], index: int, judged: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``policy`` and ``target``, errors all, for the claims of passage *index*."""
    passage = texts[index]
    said = passage.text + text_behind(context, texts, index)
    yield from _missed_yet_reached(context, texts, index, said, judged)
    claims = list(KEPT.finditer(said))
    if not claims or DENIED.search(said) or _STANDARD.search(said):
        return
    scope = scope_of(texts, index)
    bounds = [bound for one in scope for bound in bounds_in(context, one)]
    bounds += spoken_bounds(context, passage, _line(context, texts, index, scope))
    told = _told(scope)
    done: set[int] = set()
    for claim in claims:
        if claim[0] == "达标" and "\ue000" <= said[claim.start() - 1 : claim.start()] <= "\ue005":
            continue  # 有10个达标 counts those that did
        clause = _clause(said, claim)
        bound = _bound_of(claim, passage, bounds) or _meant(claim, clause, scope)
        if bound is None or bound.figure.start in judged | done or _REST.search(clause) or _CONDITION.search(clause):
            continue
        if re.search("序时|时序", clause) and not re.search("序时|时序|进度", bound.label):
            continue  # 快于时序 says nothing of the satisfaction that was aimed at
        before = [one for one in told if _is_before(one.slot, claim, passage) and one.slot is not bound.slot]
        broken = _broken(bound, before, clause)
        if broken is not None and bound.passage is not passage and not _of_one_name(bound, broken):
            continue
        if broken is not None and not any(slot.mention.start in judged for slot in broken.slots):
            done.add(bound.figure.start)
            yield _relation(clause[clause.index(claim[0]) :], bound, broken)


def _of_one_name(bound: Bound, way: Way) -> bool:
    """Whether the limit of a sentence before and what is held against it share a word; rates are of anything."""
    if bound.kind != RATE or bound.slot is None:
        return True
    name = pairs_of(bound.slot.label)
    named = [pairs_of(slot.label) for slot in way.slots]
    twice = len(named) > 1 and named[0] == named[1]  # 培训 3000人次 and 培训 3064人次: no part and its whole
    return any(name & one for one in named) or (len(named) > 1 and not twice)


def _missed_yet_reached(
    context: Context, texts: Sequence[Passage], index: int, said: str, judged: set[int]
) -> Iterator[Relation]:
    """目标 A，实际 B，未能完成, and B reaches A."""
    claim = MISSED.search(said)
    if claim is None or len(list(MISSED.finditer(said))) > 1:
        return
    passage = texts[index]
    told = [one for one in _told([passage]) if _is_before(one.slot, claim, passage)]
    clause = _clause(said, claim)
    bounds = [one for one in bounds_in(context, passage) if one.at < claim.start() and not one.said]
    if len(bounds) != 1 or bounds[0].figure.start in judged or bounds[0].value <= 0 or bounds[0].slot is None:
        return
    bound = bounds[0]
    way = only_actual(bound, [one for one in told if one.slot.at > bound.at])
    last = max((one.slot.at for one in told), default=0)
    if way is None or way.slots[0].mention.start in judged or way.slots[0].at != last or not _is_near(bound, way):
        return
    if _surely_kept(bound, way):
        yield _reached(clause[clause.index(claim[0]) :], bound, way)


def _surely_kept(bound: Bound, way: Way) -> bool:
    return way.high <= bound.value if bound.at_most else way.low >= bound.value


def _reached(claim: str, bound: Bound, way: Way) -> Relation:
    kept = "没有超过" if bound.at_most else "已经达到"
    message = f"要求是 {bound.shown}，实际为 {way.formula}，{kept}，文中却说“{claim}”。请核对数字，或改正说法。"
    figures = (bound.figure, figure("actual", way.slots[0].mention))
    sign = "≤" if bound.at_most else "≥"
    return Relation(
        "target", "error", figures, f"{way.formula} {sign} {bound.shown}", kept, claim, message, "两数之一或说法有误。",
        "medium",
    )  # fmt: skip


def _clause(said: str, claim: re.Match[str]) -> str:
    """The clause that holds the claim, as far as no figure stands in it."""
    start = max(said.rfind(mark, 0, claim.start()) for mark in "，。；：\ue000\ue001\ue002\ue003\ue004\ue005") + 1
    return said[start : claim.end()] + re.split("[，。；：、\ue000-\ue005]", said[claim.end() :])[0]


def _meant(claim: re.Match[str], clause: str, scope: Sequence[Passage]) -> Bound | None:
    """The only figure in front of the claim that is called as the claim calls the limit."""
    at_most = _OVER.search(claim[0]) is not None
    named = [
        one
        for passage in scope
        for one in bounds_named(passage, clause, at_most)
        if passage is not scope[-1] or one.at < claim.start()
    ]
    return named[0] if len(named) == 1 else None


def _line(context: Context, texts: Sequence[Passage], index: int, scope: Sequence[Passage]) -> int:
    """Where to begin to look for a part told in words: in the same line, behind the sentence with figures before."""
    first = texts[index - len(scope)].end if index >= len(scope) else 0
    start = max(first, scope[0].start - _LINE)
    return max(start, context.document.text.rfind("\n", start, scope[0].start) + 1)


def _told(scope: Sequence[Passage]) -> list[Told]:
    return [
        Told(slot, one, is_last_years(one, slot), is_planned(one, slot), slot.index in changed_slots(one))
        for one in scope
        for slot in one.slots
        if not slot.mention.approximate
    ]


def _is_before(slot: Slot, claim: re.Match[str], passage: Passage) -> bool:
    return not any(slot is one for one in passage.slots) or slot.at < claim.start()


def _bound_of(claim: re.Match[str], passage: Passage, bounds: Sequence[Bound]) -> Bound | None:
    """The limit that the claim itself names, or the only one in front of it; one that says nothing but that it is a
    limit is preferred to a goal."""
    named = [one for one in bounds if one.said and one.passage is passage and 0 <= one.at - claim.start() <= _CLAIM]
    if named:
        return named[0]
    before = [one for one in bounds if not one.said and (one.passage is not passage or one.at < claim.start())]
    strong = [one for one in before if one.strong] or before
    return strong[0] if len({(one.value, one.unit) for one in strong}) == 1 else None


def _broken(bound: Bound, told: Sequence[Told], clause: str) -> Way | None:
    """The way that comes nearest to a limit that none keeps, or the one of a list that all are said to keep."""
    if _ALL.search(clause):
        for way in each_of(bound, told):
            if not _keeps(bound, way) and _is_near(bound, way):
                return way
    ways = ways_to(bound, told)
    if not ways or any(_keeps(bound, way) for way in ways):
        return None
    way = min(ways, key=lambda one: abs(one.value - bound.value))
    return way if _is_near(bound, way) else None


def _keeps(bound: Bound, way: Way) -> bool:
    return way.low <= bound.value if bound.at_most else way.high >= bound.value


def _is_near(bound: Bound, way: Way) -> bool:
    return bound.value == 0 or (way.value > 0 and 1 / _FAR <= way.value / bound.value <= _FAR)


def _relation(claim: str, bound: Bound, way: Way) -> Relation:
    kind: RelationKind = "policy" if bound.at_most and bound.kind != RATE else "target"
    unit = bound.slot.mention.unit_text if bound.slot is not None else ""
    reached = f"{in_words(way.value * 100)}%" if bound.kind == RATE else f"{in_words(way.value)}{unit}"
    border, missed = ("上限", "已经超过") if bound.at_most else ("下限", "没有达到")
    told = way.formula if len(way.slots) == 1 else f"{way.formula} = {reached}"
    message = f"{bound.shown} 是{border}，{told}，{missed}，文中却说“{claim}”。请核对数字，或改正说法。"
    figures = (bound.figure, *(figure("actual", slot.mention) for slot in way.slots))
    return Relation(
        kind, "error", figures, f"{way.formula} {'≤' if bound.at_most else '≥'} {bound.shown}",
        f"{'不超过' if bound.at_most else '不低于'} {bound.shown}", reached, message, "这些数之一或说法有误。", "high",
    )  # fmt: skip
