"""Both totals of a verification and their gap, as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hengji.facts.numbers import shown
from hengji.facts.scorecard import Scorecard
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.verifications.sheet import scored_sides

__all__ = ["Totals", "totals_of"]


@dataclass(frozen=True, slots=True)
class Totals:
    """Texts; empty where there is nothing to show yet."""

    own: str = ""
    checked: str = ""
    gap: str = ""


def totals_of(work: Work, user: User) -> Totals:
    """The totals as *user* may see them."""
    if work.state == State.UNASSIGNED:
        return Totals()
    sides = scored_sides(work, user)
    if sides is None:
        return Totals()
    own, checked = (side.card for side in sides)
    if own is None or checked is None:
        return Totals()
    if own.total is None or checked.total is None:
        return Totals(_total(own), _total(checked))
    gap = checked.total - own.total
    return Totals(_total(own), _total(checked), _signed(gap, checked.score_places))


def _total(card: Scorecard) -> str:
    if card.total is None:
        return f"{shown(card.low, card.score_places)}～{shown(card.high, card.score_places)}"
    return shown(card.total, card.score_places)


def _signed(value: Fraction, places: int) -> str:
    text = shown(abs(value), places)
    return f"−{text}" if value < 0 else f"+{text}" if value > 0 else text
