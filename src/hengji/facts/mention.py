"""A figure in a text: its value, unit, displayed precision, what it is about, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from hengji.facts.document import Place
from hengji.facts.units import Unit

__all__ = ["Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure. `value` is in `unit` (a percentage is a ratio: 97% is 97/100; 百分点 likewise).

    `decimals` are those displayed, in the displayed unit. `unit` is None where none is written and none
    follows from the table; `unit_text` is what was written (or the header's unit). `subject` is the nearest
    noun phrase or the row's and column's headers, `period` a year such as ``2022`` or empty, `direction`
    the word that says up or down (增加 减少 下降 …), `approximate` the word that blurs it (约 余 近 以上).
    """

    text: str
    value: Fraction
    unit: Unit | None
    unit_text: str
    decimals: int
    start: int
    end: int
    subject: str = ""
    period: str = ""
    direction: str = ""
    approximate: str = ""
    place: Place = field(default=Place())

    @property
    def is_rate(self) -> bool:
        return self.unit is not None and self.unit.is_rate

    @property
    def is_points_of_percent(self) -> bool:
        """个百分点: a difference of two rates."""
        return "百分点" in self.unit_text

    @property
    def step(self) -> Fraction:
        """One unit of the last digit displayed, in the mention's own unit."""
        step = Fraction(1, 10**self.decimals)
        return step / 100 if self.is_rate else step
