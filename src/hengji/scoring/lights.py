"""Monitoring lights: how execution and goals stand against the share of the year that is gone.

财预〔2019〕136号 (待核) asks for monitoring of both. A pace is what was reached ÷ what the calendar asks; it turns
yellow and red below the shares that a round sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from hengji.facts.targets import Target

__all__ = ["LIGHT_WORDS", "Light", "Pace", "Thresholds", "execution_pace", "goal_pace", "share_of_year"]

Light = Literal["green", "yellow", "red", ""]
"""Empty where there is nothing to say yet."""

LIGHT_WORDS: Final[dict[Light, str]] = {"green": "正常", "yellow": "偏慢", "red": "滞后", "": "—"}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """A pace below `yellow` is yellow, below `red` red; both are ratios, red below yellow."""

    yellow: Fraction = Fraction(80, 100)
    red: Fraction = Fraction(60, 100)

    def light(self, pace: Fraction | None) -> Light:
        """The light of *pace*; a pace exactly on a threshold is not below it."""
        if pace is None:
            return ""
        return "red" if pace < self.red else "yellow" if pace < self.yellow else "green"


@dataclass(frozen=True, slots=True)
class Pace:
    """`reached` is a ratio of the year's budget, or of the target; `pace` is that against the calendar."""

    reached: Fraction | None
    pace: Fraction | None
    light: Light


def share_of_year(day: date) -> Fraction:
    """The share of the year that is gone at the end of *day*: 30 June is 181/365, 31 December 1."""
    days = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    return Fraction((day - date(day.year, 1, 1)).days + 1, days)


def execution_pace(spent: Fraction | None, budget: Fraction | None, day: date, thresholds: Thresholds) -> Pace:
    """Execution of the budget (both in one unit) against the share of the year gone. Without a budget, no light."""
    if spent is None or not budget:
        return Pace(None, None, "")
    reached = spent / budget
    pace = reached / share_of_year(day)
    return Pace(reached, pace, thresholds.light(pace))


def goal_pace(target: Target | None, actual: Fraction | None, thresholds: Thresholds) -> Pace:
    """A quantitative goal's actual against its target for the day (both in the target's unit).

    Where less is better, staying within the target is 1 and beyond it target ÷ actual. A target of 0 is met or not.
    Qualitative goals are for a person to judge: no light.
    """
    if target is None or actual is None or target.direction == "qualitative":
        return Pace(None, None, "")
    if target.attained(actual):
        return Pace(Fraction(1), Fraction(1), thresholds.light(Fraction(1)))
    bound = target.low if target.low is not None and actual < target.low else target.high
    if bound is None:
        return Pace(None, None, "")
    more_is_asked = actual < bound
    reached = _ratio(actual, bound) if more_is_asked else _ratio(bound, actual)
    return Pace(reached, reached, thresholds.light(reached))


def _ratio(part: Fraction, whole: Fraction) -> Fraction:
    """part ÷ whole within 0 and 1; nothing reached of nothing is 0, since the target was missed."""
    return max(Fraction(0), part / whole) if whole > 0 else Fraction(0)
