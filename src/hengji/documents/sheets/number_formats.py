"""What a spreadsheet shows for a stored number under its number format, in plain decimals.

Covered: sections by sign and by condition, thousands separators and scaling by thousands, percentages, fixed and
optional places, exponents, text in quotes and escapes (``0!.0,`` is how 万元 are often shown), currencies in
brackets, dates and times, Chinese numerals ([DBNum1], [DBNum2]). Fractions are shown as General.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Final

from hengji.documents.sheets.date_formats import date_text, is_date_format

__all__ = ["BUILT_IN", "displayed", "general"]

BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;[Red]¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;[Red]¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
    30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Number formats that a workbook names by number alone; 27 to 58 as Chinese editions show them."""

_DIGITS: Final = 15
"""What a spreadsheet keeps of a number; more stored digits are the noise of binary fractions."""
_TOKEN: Final = re.compile(r'"([^"]*)"|[\\!](.)|_(.)|\*(.)|\[([^\]]*)\]|(E[+-])|(.)', re.DOTALL)
_GENERAL: Final = re.compile("general", re.IGNORECASE)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_NUMERALS: Final = ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖")


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format: its tokens as (kind, text), and its condition, if it names one."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None = None
    numerals: str = ""


def displayed(value: Decimal, number_format: str, *, from_1904: bool = False) -> str:
    """The text that a cell shows."""
    if not value.is_finite():
        return str(value)
    stored = _kept(value)
    form = number_format if number_format.strip() else "General"
    if is_date_format(form):
        return date_text(stored, form, from_1904=from_1904) or general(stored)
    sections = [_section(part) for part in _split(form)][:4]
    section, shown = _chosen(sections, stored)
    marks = "".join(text for kind, text in section.tokens if kind == "mark")
    if any(kind == "general" for kind, _ in section.tokens):
        return "".join(
            general(shown) if kind == "general" else text
            for kind, text in section.tokens
            if kind in {"general", "text"}
        ).strip()
    if "/" in marks:
        return general(shown)
    text = _formatted(shown, section, marks)
    lost = stored < 0 and len(sections) > 1 and not re.search(r"[-−－(（▲△负]", text) and re.search(r"[1-9]", text)
    return f"-{text}" if lost else text  # red alone says that it is less than nothing, and colour is not read


def general(value: Decimal) -> str:
    """As format General shows it, in a column wide enough: up to eleven characters, no trailing zeros."""
    if value == 0:
        return "0"
    magnitude = value.copy_abs()
    if magnitude >= Decimal("1e11") or magnitude < Decimal("1e-9"):
        digits, _, exponent = f"{value:.5E}".partition("E")
        return f"{digits.rstrip('0').rstrip('.')}E{exponent[0]}{exponent[1:].zfill(2)}"
    places = max(0, 10 - max(magnitude.adjusted() + 1, 1))
    text = f"{_rounded(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _kept(value: Decimal) -> Decimal:
    with localcontext(Context(prec=_DIGITS, rounding=ROUND_HALF_UP)):
        return +value


def _rounded(value: Decimal, places: int) -> Decimal:
    with localcontext(Context(prec=60, rounding=ROUND_HALF_UP)):
        return value.quantize(Decimal(1).scaleb(-places))


def _split(form: str) -> list[str]:
    """The sections between semicolons that are not quoted or escaped."""
    parts = [""]
    for match in _TOKEN.finditer(form):
        if match.group() == ";":
            parts.append("")
        else:
            parts[-1] += match.group()
    return parts


def _section(part: str) -> _Section:
    tokens: list[tuple[str, str]] = []
    condition: tuple[str, Decimal] | None = None
    numerals = ""
    for match in _TOKEN.finditer(_GENERAL.sub("\x01", part)):
        bracket = match.group(5)
        if bracket is None:
            tokens += _tokens(match)
        elif found := _CONDITION.match(bracket):
            condition = (found.group(1), Decimal(found.group(2)))
        elif bracket.startswith("$"):
            tokens.append(("text", bracket[1:].partition("-")[0]))
        elif bracket.upper() in {"DBNUM1", "DBNUM2"}:
            numerals = _NUMERALS[int(bracket[-1]) - 1]
    return _Section(tuple(tokens), condition, numerals)


def _tokens(match: re.Match[str]) -> list[tuple[str, str]]:
    """What a piece outside brackets stands for; blanks as wide as a character, and fillers, are nothing."""
    quoted, escaped, _, _, _, exponent, plain = match.groups()
    if quoted is not None or escaped is not None:
        return [("text", quoted if quoted is not None else escaped)]
    if exponent is not None:
        return [("mark", exponent)]
    if plain == "\x01":
        return [("general", "")]
    return [("mark" if plain in "0#?.,%/@" else "text", plain)] if plain is not None else []


def _holds(value: Decimal, condition: tuple[str, Decimal]) -> bool:
    operator, bound = condition
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[operator]


def _chosen(sections: list[_Section], value: Decimal) -> tuple[_Section, Decimal]:
    """The section for a value, and the value that it shows: a section for negatives writes its own sign."""
    conditional = [section for section in sections if section.condition is not None]
    if conditional:
        for section in conditional:
            if section.condition is not None and _holds(value, section.condition):
                return section, value
        rest = next((section for section in sections if section.condition is None), sections[-1])
        return rest, value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _formatted(value: Decimal, section: _Section, marks: str) -> str:
    digits = re.sub(r"[^0#?.,E+-]", "", marks)
    if not re.search("[0#?]", digits):
        body = "".join(text for kind, text in section.tokens if kind == "text")
        return (general(value) if "@" in marks else body).strip()
    scaled = value.scaleb(2 * marks.count("%"))
    whole, point, fraction = digits.partition("E")[0].partition(".")
    scaled = scaled.scaleb(-3 * _scaling(whole if not point else fraction or whole))
    if "E" in digits:
        return _scientific(scaled, fraction)
    places = len(re.sub("[^0#?]", "", fraction))
    number = _rounded(scaled, places)
    text = f"{number.copy_abs():f}"
    integer, _, decimals = text.partition(".")
    integer = integer.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole.rstrip(","):
        integer = _grouped(integer)
    decimals = _without_optional(decimals, re.sub("[^0#?]", "", fraction))
    sign = "-" if number < 0 else ""
    written = _placed(section, integer, decimals, has_point=bool(point))
    if section.numerals:
        written = written.translate({ord("0") + index: numeral for index, numeral in enumerate(section.numerals)})
    return (sign + written.strip()).strip()


def _scaling(digits: str) -> int:
    """Commas after the last digit place divide by a thousand each."""
    return len(digits) - len(digits.rstrip(","))


def _grouped(integer: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", integer)


def _without_optional(decimals: str, places: str) -> str:
    """Trailing zeros go where the format has ``#``."""
    while decimals and places.endswith(("#", "?")) and decimals.endswith("0"):
        decimals, places = decimals[:-1], places[:-1]
    return decimals


def _placed(section: _Section, integer: str, decimals: str, *, has_point: bool) -> str:
    """The digits among the literal text; text between digit places (``0!.0``) splits them from the right."""
    slots = [index for index, (kind, text) in enumerate(section.tokens) if kind == "mark" and text in "0#?.,"]
    points = [index for index in slots if section.tokens[index][1] == "."]
    cut = points[0] if points else len(section.tokens)
    before = [index for index in slots if index < cut and section.tokens[index][1] in "0#?"]
    pieces: dict[int, str] = {}
    rest = integer
    for position, index in enumerate(reversed(before)):
        is_first = position == len(before) - 1
        inner = any(kind == "text" and text for kind, text in section.tokens[before[0] : before[-1]])
        if is_first or not inner:
            pieces[before[0]] = rest
            break
        pieces[index], rest = rest[-1:], rest[:-1]
    written: list[str] = []
    for index, (kind, text) in enumerate(section.tokens):
        if kind == "text" or text == "%":
            written.append(text)
        elif index in points[:1] and has_point:
            written.append("." + decimals)
        elif index in pieces:
            written.append(pieces[index])
    return "".join(written)


def _scientific(value: Decimal, fraction: str) -> str:
    places = len(re.sub("[^0#?]", "", fraction))
    digits, _, exponent = f"{value:.{places}E}".partition("E")
    return f"{digits}E{exponent[0]}{exponent[1:].zfill(2)}"
