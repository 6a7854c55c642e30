"""Reads located data (from YAML or a workbook) into exact values and says, with the line, what is amiss."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hengji.facts.findings import Finding, Findings
from hengji.facts.numbers import plain, read_number
from hengji.facts.sources import Listing, Located, Mapping, Source, Text
from hengji.facts.units import Unit, read_unit
from hengji.rules.formula.formula import Formula
from hengji.rules.formula.parsing import parse
from hengji.rules.formula.syntax import Number
from hengji.rules.formula.units import check_units

if TYPE_CHECKING:
    from hengji.rules.rule import Rule

    KindTable = dict[str, type[Rule]]
    UnitTable = dict[str, Unit]

__all__ = ["Notation", "Plain", "number_text", "read_literal"]

Plain = str | bool | list["Plain"] | dict[str, "Plain"]
"""What a YAML writer takes: numbers are written as text, so that no reader makes floats of them."""

_YES, _NO = frozenset({"true", "yes", "是"}), frozenset({"false", "no", "否"})


def read_literal(text: str) -> Number | None:
    """A threshold with its unit: ``5%`` → 1/20 "%", ``3项`` → 3 "项", ``90`` → 90 ""."""
    written = text.strip().replace("％", "%").replace("−", "-").replace("－", "-")
    digits = written.rstrip()
    while digits and not (digits[-1].isdigit() or digits[-1] == "."):
        digits = digits[:-1]
    unit = written[len(digits) :].strip()
    value = read_number(digits)
    if value is None or (unit and read_unit(unit) is None):
        return None
    return Number(value / 100, "%") if unit == "%" else Number(value, unit)


def number_text(number: Number) -> str:
    """The literal as written in a standard: ``5%``, ``3项``, ``0.5``."""
    return f"{plain(number.value * 100)}%" if number.unit == "%" else f"{plain(number.value)}{number.unit}"


class Notation:
    """Typed access to located data; every problem goes to `findings`, the caller gets a usable default."""

    def __init__(self, findings: Findings, kinds: KindTable | None = None, units: UnitTable | None = None) -> None:
        self.rate_places: int | None = None
        self.findings = findings
        self.kinds = kinds or {}
        self.units = units or {}
        self.names_used: set[str] = set()

    def formula(self, located: Located | None, what: str) -> Formula | None:
        """A formula over the scheme's data items, its units checked; None (and findings) where it has none."""
        text = self.text(located, what)
        if located is None or not text:
            return None
        parsed = parse(text)
        if parsed.expression is None:
            self._placed(parsed.findings, located.source)
            return None
        checked = check_units(parsed.expression, self.units, text)
        self._placed((*parsed.findings, *checked.findings), located.source)
        self.names_used |= checked.names
        if checked.unit is None:
            return None
        return Formula(text, checked.expression, checked.unit)

    def condition(self, located: Located | None, what: str) -> Formula | None:
        """A formula that is true or false."""
        formula = self.formula(located, what)
        if formula is not None and located is not None and not formula.unit.truth:
            self.findings.error(
                f"{what}应是条件，算出来是{formula.unit.kind}",
                located.source,
                found=f"“{formula.text}”",
                expected="“是/否”数据项或比较式",
            )
            return None
        return formula

    def _placed(self, findings: Iterable[Finding], source: Source) -> None:
        self.findings.extend(replace(finding, source=source) for finding in findings)

    def mapping(self, located: Located | None, what: str, known: Iterable[str] | None = None) -> Mapping:
        """The mapping, with keys outside *known* reported beside the nearest known key."""
        if not isinstance(located, Mapping):
            if located is not None:
                self.findings.error(f"{what}应写成“名称: 值”的形式", located.source)
            return Mapping()
        if known is not None:
            names = tuple(known)
            for key, _ in located.entries:
                if key.text not in names:
                    near = difflib.get_close_matches(key.text, names, 1)
                    others = f"可用的有：{'、'.join(names)}" if names else "这里没有可填的项，请删去"
                    advice = f"是否想写“{near[0]}”" if near else others
                    self.findings.error(f"{what}中没有“{key.text}”这一项", key.source, advice=advice)
        return located

    def listing(self, located: Located | None, what: str) -> tuple[Located, ...]:
        if isinstance(located, Listing):
            return located.items
        if located is not None and not (isinstance(located, Text) and not located.text):
            self.findings.error(f"{what}应写成列表，每项以“- ”开头", located.source)
        return ()

    def text(self, located: Located | None, what: str, default: str = "") -> str:
        if isinstance(located, Text):
            return located.text
        if located is not None:
            self.findings.error(f"{what}应是一段文字", located.source)
        return default

    def texts(self, located: Located | None, what: str) -> tuple[str, ...]:
        """One text or a list of texts."""
        if isinstance(located, Text):
            return (located.text,) if located.text else ()
        return tuple(self.text(item, what) for item in self.listing(located, what))

    def literal(self, located: Located | None, what: str, default: Number | None = None) -> Number:
        """A number with its unit; *default* None makes it required."""
        fallback = default if default is not None else Number(Fraction(0))
        if located is None:
            if default is None:
                self.findings.error(f"缺少{what}")
            return fallback
        written = self.text(located, what)
        literal = read_literal(written)
        if literal is None:
            self.findings.error(
                f"{what}不是数", located.source, found=f"“{written}”", expected="如 0.5、5%、3项 这样的数"
            )
            return fallback
        return literal

    def number(self, located: Located | None, what: str, default: Fraction | None = None) -> Fraction:
        """A plain number, such as points; a unit or a percentage is an error."""
        literal = self.literal(located, what, None if default is None else Number(default))
        if literal.unit not in {"", "分"} and located is not None:
            self.findings.error(f"{what}应是不带单位的数", located.source, found=f"“{number_text(literal)}”")
        return literal.value

    def truth(self, located: Located | None, what: str, default: bool = False) -> bool:
        if located is None:
            return default
        written = self.text(located, what).strip().lower()
        if written not in _YES | _NO:
            self.findings.error(f"{what}应写“是”或“否”", located.source, found=f"“{written}”")
        return written in _YES

    def choice(self, located: Located | None, what: str, options: dict[str, str], default: str | None = None) -> str:
        """One of *options* (accepted spelling → meaning); *default* None makes it required."""
        written = self.text(located, what) if located is not None else None
        if written is not None and written in options:
            return options[written]
        if written is None and default is not None:
            return default
        expected = "、".join(dict.fromkeys(options))
        if located is None:
            self.findings.error(f"必须写明{what}", expected=f"{expected} 之一")
        else:
            self.findings.error(f"{what}写法不认识", located.source, found=f"“{written}”", expected=f"{expected} 之一")
        return default if default is not None else next(iter(options.values()))
