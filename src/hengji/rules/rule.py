"""What every kind of scoring rule is: a frozen value with its readings side by side.

A rule maps a value to points and knows no data item. Its points are written once, as an expression of the
formula language; the exact reading evaluates that expression, the workbook reading renders it, the reading by
column will translate it, so they cannot drift apart. The prose reading prints the rule as a 评分标准.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar, Literal, Self

from hengji.facts.numbers import plain
from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Expression, Name, Number
from hengji.rules.notation import Notation, Plain

__all__ = ["Asked", "Option", "Outcome", "Rule", "points_text"]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers a person may give, with what it earns."""

    text: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Asked:
    """Something a rule needs a person for: awarded points, a rate, the number of an option, a deduction.

    `default` is the value where the person says nothing; None means that silence leaves the leaf
    not demonstrated.
    """

    key: str
    text: str
    kind: Literal["points", "rate", "option", "deduction"]
    low: Fraction
    high: Fraction
    options: tuple[Option, ...] = ()
    partial: bool = True
    default: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the exact reading knows when a rule explains itself."""

    full: Fraction
    points: Fraction
    value: Fraction | bool | None = None
    value_text: str = ""
    answers: Mapping[str, Fraction] = field(default_factory=dict)


class Rule(ABC):
    """A kind of scoring standard. Subclasses are frozen dataclasses that hold data only."""

    kind: ClassVar[str]
    """The key a scheme writes."""

    takes: ClassVar[Literal["number", "truth", "nothing"]] = "number"
    """What the value must be: a figure, a condition, or none at all (a person judges)."""

    @abstractmethod
    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        """Points earned, unrounded, as an expression of *value* and the answers asked for."""

    @abstractmethod
    def standard(self, value: str, full: Fraction) -> str:
        """The 评分标准 sentence; *value* names the value."""

    @abstractmethod
    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        """The 评分说明 sentences of one result."""

    @abstractmethod
    def to_data(self) -> Plain:
        """What a scheme file holds under `kind`; `read` of it gives an equal rule."""

    @classmethod
    @abstractmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        """The rule that *located* writes; problems go to the notation's findings."""

    def asks(self, full: Fraction) -> tuple[Asked, ...]:
        """What a person must judge."""
        return ()

    def undefined(self, value: Expression) -> Expression | None:
        """The condition under which the standard gives no answer, or None where it always does."""
        return None

    def missing(self) -> Expression | None:
        """The condition under which an input that the rule itself reads is missing; most read only the value."""
        return None

    def names(self) -> tuple[str, ...]:
        """Data items that the rule itself reads: only rules made of parts read any."""
        return ()

    def thresholds(self) -> tuple[Number, ...]:
        """Numbers that the value is compared with; their units must meet the value's."""
        return ()

    def highest(self, full: Fraction) -> Fraction:
        """The most points that any input can earn."""
        return full

    def problems(self, full: Fraction) -> Iterator[str]:
        """What is wrong with the standard itself, in Chinese: gaps, overlaps, points out of reach."""
        return iter(())


def points_text(points: Fraction) -> str:
    """Points as a standard prints them: ``4``, ``0.5``."""
    return plain(points)
