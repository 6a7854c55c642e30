"""Targets as goal tables write them: ``≥90%``, ``=3人``, ``10至20次``, ``控制在5%以内``, ``健全``.

以上、以下、以内 include the number itself, 超过 and 不足 do not (《民法典》第一千二百五十九条).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from hengji.facts.figures import NUMERAL, Figure, read_figure, written_unit
from hengji.facts.numbers import percent, plain, read_number
from hengji.facts.units import RATE, Unit

__all__ = ["Direction", "Operator", "Target", "read_actual", "read_target"]

Operator = Literal["≥", "≤", "=", ">", "<", "区间", "定性"]
Direction = Literal["higher", "lower", "exact", "range", "qualitative"]

_DIRECTIONS: Final[dict[Operator, Direction]] = {
    "≥": "higher",
    ">": "higher",
    "≤": "lower",
    "<": "lower",
    "=": "exact",
    "区间": "range",
    "定性": "qualitative",
}

_PREFIXES: Final[dict[str, Operator]] = {
    **dict.fromkeys(("≥", ">=", "=>", "≧", "⩾", "不低于", "不少于", "不小于", "至少", "最少"), "≥"),
    **dict.fromkeys(("大于等于", "大于或等于", "高于或等于", "达到", "达"), "≥"),
    **dict.fromkeys(("≤", "<=", "=<", "≦", "⩽", "不超过", "不高于", "不多于", "不大于", "至多", "最多"), "≤"),
    **dict.fromkeys(("小于等于", "小于或等于", "低于或等于", "控制在"), "≤"),
    **dict.fromkeys((">", "大于", "高于", "多于", "超过"), ">"),
    **dict.fromkeys(("<", "小于", "低于", "少于", "不足", "不满"), "<"),
    **dict.fromkeys(("=", "等于"), "="),
}
_SUFFIXES: Final[dict[str, Operator]] = {
    **dict.fromkeys(("及以上", "以上"), "≥"),
    **dict.fromkeys(("及以下", "以下", "及以内", "以内", "之内", "内"), "≤"),
}


def _one_of(words: dict[str, Operator]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_UNIT: Final = r"[^\s\d０-９]*?"
_NAMED: Final = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:率|度|比例|数|量)\s*(?=[≥≤<>])")
"""覆盖率≥85%: the cell says of what."""
_SINGLE: Final = re.compile(
    rf"(?P<prefix>{_one_of(_PREFIXES)})?\s*(?P<number>{NUMERAL})\s*(?P<unit>{_UNIT})\s*(?P<suffix>{_one_of(_SUFFIXES)})?"
)
_RANGE: Final = re.compile(
    rf"(?:=|介于|在|控制在)?\s*(?P<number>{NUMERAL})\s*(?P<unit>{_UNIT})\s*(?:~|—{{1,2}}|–|-(?!-)|至|到)\s*"
    rf"(?P<other_number>{NUMERAL})\s*(?P<other_unit>{_UNIT})\s*(?:之间|以内)?"
)
_CHAIN: Final = re.compile(
    rf"(?P<number>{NUMERAL})\s*(?P<unit>{_UNIT})\s*(?P<above><=|≤|<)\s*[A-Za-z\u4e00-\u9fff]{{1,20}}\s*"
    rf"(?P<below><=|≤|<)\s*(?P<other_number>{NUMERAL})\s*(?P<other_unit>{_UNIT})"
)
_UNKNOWN_UNIT: Final = re.compile(r"[\u4e00-\u9fff]{1,6}(?:/[\u4e00-\u9fff]{1,4})?|[A-Za-z㎡㎥℃‰²³/]{1,6}")
_NO_UNIT: Final = re.compile(r"[余多几来无]|.*(?:[前后底初起]|左右|上下|完成|达标|覆盖)$")
"""What follows the number in ``60余件``, ``12月底``, ``3天左右``: the text is no plain figure."""

_LONGEST: Final = 64
"""Characters that a quantitative target may have; longer text is prose."""

_HALF_WIDTH: Final = str.maketrans("＞＜＝％～〜／", "><=%~~/")
_INCLUSIVE: Final = re.compile(r"[（(]含(?:本数)?[）)]")
_BLANK: Final = re.compile(r"[\s/／\-－—–]*")


@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator is to reach; `low` and `high` are None where there is no such bound.

    Rates are ratios (``90%`` is 9/10). `unit` is None where none was written or where it is not a known one;
    `unit_text` keeps what was written. `implied` says that no operator was written: a bare planned count is
    read as a minimum, which the direction given by the goal's row may overrule.
    """

    operator: Operator
    low: Fraction | None
    high: Fraction | None
    unit: Unit | None
    unit_text: str
    text: str
    implied: bool = False
    low_open: bool = False
    high_open: bool = False

    @property
    def direction(self) -> Direction:
        return _DIRECTIONS[self.operator]

    def attained(self, actual: Fraction) -> bool:
        """Whether *actual*, in the target's own unit, meets the target.

        Raises ValueError for a qualitative target: a person judges those.
        """
        if self.operator == "定性":
            raise ValueError(f"a qualitative target has no figure to meet: {self.text!r}")
        strict = self.operator in {">", "<"}
        above = self.low is None or actual > self.low or (actual == self.low and not (strict or self.low_open))
        below = self.high is None or actual < self.high or (actual == self.high and not (strict or self.high_open))
        return above and below

    def __str__(self) -> str:
        """The canonical spelling, which reads back as the same target: ``≥90%``, ``80%~90%``, ``健全``."""
        bounds = [self._shown(bound) for bound in (self.low, self.high) if bound is not None]
        if self.operator == "定性":
            return self.text
        if self.operator != "区间":
            return f"{self.operator}{bounds[0]}"
        if not (self.low_open or self.high_open):
            return "~".join(bounds)
        return f"{bounds[0]}{'<' if self.low_open else '≤'}x{'<' if self.high_open else '≤'}{bounds[1]}"

    def _shown(self, bound: Fraction) -> str:
        return percent(bound, most=8) if self.unit == RATE else f"{plain(bound)}{self.unit_text}"


def read_target(text: str) -> Target | None:
    """The target that a cell states; None for a blank (or a dash). What is not a figure is qualitative."""
    if _BLANK.fullmatch(text):
        return None
    original = text.strip()
    written = _NAMED.sub("", _INCLUSIVE.sub("", original.translate(_HALF_WIDTH)).strip())
    quantitative = None
    if len(written) <= _LONGEST:
        quantitative = _read_range(written, original) or _read_single(written, original)
    return quantitative or Target("定性", None, None, None, "", original)


def read_actual(text: str, target: Target | None = None) -> Figure | None:
    """The figure that was achieved, or None where *text* is not one (``60余件``, ``约3万元``).

    A counter that only *target* knows (``6场次会`` against ``≥5场次会``) is accepted and dropped.
    """
    counter = target.unit_text if target is not None and target.unit is None else ""
    return read_figure(text.strip().removesuffix(counter))


def _read_single(written: str, original: str) -> Target | None:
    match = _SINGLE.fullmatch(written)
    if match is None:
        return None
    before, after = _PREFIXES.get(match["prefix"] or ""), _SUFFIXES.get(match["suffix"] or "")
    if before and after and before != after:
        return None
    operator: Operator = before or after or "≥"
    unit_text = match["unit"]
    value = _value(match["number"], unit_text)
    if value is None or (before is None and _is_calendar(value, unit_text, bare=after is None)):
        return None
    low = value if operator in {"≥", ">", "="} else None
    high = value if operator in {"≤", "<", "="} else None
    return Target(operator, low, high, written_unit(unit_text), unit_text, original, not (before or after))


def _read_range(written: str, original: str) -> Target | None:
    match = _RANGE.fullmatch(written)
    chain = _CHAIN.fullmatch(written) if match is None else None
    match = match or chain
    if match is None:
        return None
    unit_text = match["other_unit"]
    if match["unit"] not in {"", unit_text}:
        return None
    first, second = _value(match["number"], unit_text), _value(match["other_number"], unit_text)
    if first is None or second is None:
        return None
    if chain is not None and first > second:
        return None
    low, high = min(first, second), max(first, second)
    # Two bare numbers such as 2021-2023 are years.
    if all(_is_calendar(end, unit_text or "年", bare=True) for end in (low, high)):
        return None
    above, below = (chain["above"] == "<", chain["below"] == "<") if chain is not None else (False, False)
    return Target("区间", low, high, written_unit(unit_text), unit_text, original, False, above, below)


def _value(number: str, unit_text: str) -> Fraction | None:
    """The exact value, or None where the number is none or what follows it cannot be a unit."""
    unit = written_unit(unit_text)
    if unit_text and unit is None and (_NO_UNIT.match(unit_text) or not _UNKNOWN_UNIT.fullmatch(unit_text)):
        return None
    value = read_number(number)
    return value / 100 if value is not None and unit == RATE else value


def _is_calendar(value: Fraction, unit_text: str, *, bare: bool) -> bool:
    """Whether a date is meant (``2024年``, ``6月``, ``15日``), no quantity: a deadline is no minimum."""
    is_year = unit_text == "年" and 1900 <= value <= 2100
    return is_year or unit_text == "月" or (unit_text == "日" and bare)
