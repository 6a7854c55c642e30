"""Units as they are written behind a figure, and in the headers of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.mentions.counters import BEHIND_CHINESE, BEHIND_DIGITS, counter_pattern
from hengji.facts.units import RATE, Unit, read_unit, unit_of

__all__ = ["CHINESE_COUNTED", "WrittenUnit", "header_unit", "speaks_of_money", "unit_behind"]

_BLURS: Final = "余|多|来"
_AFTER: Final = r"\s?(?:\(含\))?\s?(以\n?上|以\n?下|以\n?内|左\n?右|上\n?下)"

_SPAN: Final = r"(?:日|天)(?=[以之]?内)|年(?=(?:以[上内下来]|期限?|内|时间|左右|[，。；、）)]))|个?工作日"
_CURRENCIES: Final = "美元|港元|欧元|日元|英镑|澳元|元|圆"


_UNIT: Final = re.compile(
    rf"(?P<gap>\s{{0,40}}\$?\s{{0,2}})(?:"
    rf"(?P<rate>\\?[%‰])|(?P<points>个?\s?百\s?分\s?点)"
    rf"|(?P<blur>{_BLURS})?\s?(?P<scale>[十百千]?[万亿]|[千百](?=\s?[元万])|万亿)?(?P<blur2>{_BLURS})?\s?"
    rf"(?:(?P<money>{_CURRENCIES})(?:/(?P<per>人次|人|户|个|家|次|件|项|年|月|天|日|平方米|亩|吨|台|辆|套))?"
    rf"|(?P<span>{_SPAN})|(?P<counter>{counter_pattern(BEHIND_DIGITS)}))?)(?:{_AFTER})?"
)
_ENDS_CLAUSE: Final = re.compile(r"\s*(?:[，。；、：,;:)）！？]|$|以[上下内]|左右)")

CHINESE_COUNTED: Final = re.compile(
    rf"(?P<blur>{_BLURS})?(?:(?P<money>[万亿]?(?:美|港|欧)?(?:元|圆(?!满)))|(?P<counter>"
    + counter_pattern(BEHIND_CHINESE)
    + rf"))(?:{_AFTER})?"
)
"""What must follow a Chinese numeral that counts something."""

_ONE: Final = Fraction(1)
_HUNDREDTH: Final = Fraction(1, 100)
_THOUSANDTH: Final = Fraction(1, 1_000)
_SCALE: Final = {
    "万": ("万", _ONE), "亿": ("亿", _ONE), "千": ("千", _ONE), "百": ("", Fraction(100)),
    "十万": ("万", Fraction(10)), "百万": ("万", Fraction(100)), "千万": ("万", Fraction(1_000)),
    "十亿": ("亿", Fraction(10)), "百亿": ("亿", Fraction(100)), "千亿": ("亿", Fraction(1_000)),
    "万亿": ("亿", Fraction(10_000)),
}  # fmt: skip
_ROUND_BRACKETS: Final = str.maketrans("", "", "（）()")
_SPACE: Final = re.compile(r"\s")
_SPACE_OR_SIGN: Final = re.compile(r"[\s$]")
_MONEY_WORDS: Final = re.compile("资金|贷款|经费|投资|款|资产|预算|支出|收入|捐|奖金|补助|补贴|金额|费")
_HEADER_UNIT: Final = re.compile(
    r"[(（:：]\s*(?:单位[:：]\s*)?([^()（）:：\s]{1,6}?)\s*[)）]|单位\s*[:：]\s*(?:人民币)?\s*(\S{1,4})"
)


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """What stands behind a numeral: `end` is where it ends, `factor` what the numeral is multiplied by.

    `ends_numeral` is where the numeral's own text ends: a percent sign belongs to it, 万元 does not. `extra` decimals
    are added to those displayed (‰ is finer than % by one).
    """

    unit: Unit | None
    text: str
    end: int
    ends_numeral: int
    factor: Fraction = _ONE
    extra: int = 0
    blur: str = ""


def unit_behind(text: str, position: int, end: int, *, money: bool) -> WrittenUnit:
    """The unit behind the numeral that ends at *position* of the folded *text*; a bare 万 is 万元 where *money*."""
    match = _UNIT.match(text, position, end)
    if match is None or not _is_unit(match, text, end):
        return WrittenUnit(None, "", position, position)
    written = _SPACE_OR_SIGN.sub("", text[match.end("gap") : match.end()])
    blur = _SPACE.sub("", match["blur"] or match["blur2"] or match[match.re.groups] or "")
    if match["rate"]:
        thousandth = "‰" in match["rate"]
        factor = _THOUSANDTH if thousandth else _HUNDREDTH
        return WrittenUnit(
            RATE,
            written[:1] if written[0] != "\\" else "%",
            match.end(),
            match.end("rate"),
            factor,
            int(thousandth),
            blur,
        )
    if match["points"]:
        return WrittenUnit(RATE, _SPACE.sub("", match["points"]), match.end(), position, _HUNDREDTH, 0, blur)
    scale, times = _SCALE.get(match["scale"] or "", ("", _ONE))
    counted = _SPACE.sub("", match["money"] or match["span"] or match["counter"] or "")
    name = counted.translate(_ROUND_BRACKETS).replace("圆", "元")
    if not name and scale and money:
        name = "元"
    base = scale + name
    shown = (match["scale"] or "") + counted
    unit = unit_of(base) if base else None
    if match["per"]:
        unit, shown = read_unit(f"{base}/{match['per']}") or unit, f"{shown}/{match['per']}"
    return WrittenUnit(unit, shown, match.end(), position, times, 0, blur)


def _is_unit(match: re.Match[str], text: str, end: int) -> bool:
    """Whether what was matched is a unit: a counter on the next line must end its clause, a blur needs a unit."""
    if (
        not match["rate"]
        and not match["points"]
        and not (match["scale"] or match["money"] or match["span"] or match["counter"])
    ):
        return False
    broken = "\n" in match["gap"] or len(match["gap"]) > 2
    if broken and not (match["rate"] or match["points"] or match["money"]):
        return (
            "\n" in match["gap"]
            and bool(match["counter"] or match["span"])
            and _ENDS_CLAUSE.match(text, match.end(), end) is not None
        )
    return True


def speaks_of_money(text: str) -> bool:
    """Whether *text* names money."""
    return _MONEY_WORDS.search(text) is not None


def header_unit(text: str) -> tuple[Unit, str] | None:
    """The unit that a header or a caption names: ``预算数（万元）``, ``单位：元``, or the bare unit itself."""
    match = _HEADER_UNIT.search(text)
    name = (match[1] or match[2] if match else text).strip().replace("％", "%").replace("人民币", "")
    if name in {"无", "1", "比率", "是否", "是/否"} or (not match and name not in {"万元", "元", "千元", "亿元", "%"}):
        return None
    unit = read_unit(name)
    return None if unit is None else (unit, name)
