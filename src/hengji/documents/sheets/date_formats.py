"""Dates and times as a spreadsheet shows them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

__all__ = ["date_text", "is_date_format"]

_LITERAL: Final = re.compile(r'"[^"]*"|[\\!_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_PIECE: Final = re.compile(
    r'"([^"]*)"|[\\!](.)|[_*].|\[(h+|m+|s+)\]|\[[^\]]*\]|(y+|e+|m+|d+|h+|s+|a{3,4})|(AM/PM|A/P|上午/下午)|(\.0+)|(.)',
    re.IGNORECASE | re.DOTALL,
)
_WEEKDAYS: Final = "一二三四五六日"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_date_format(form: str) -> bool:
    """Whether a number format shows a date or a time."""
    bare = _LITERAL.sub("", form.partition(";")[0])
    return (
        "general" not in bare.lower()
        and bool(re.search("[ymdhs]|e(?![+-])|aaa", bare, re.IGNORECASE))
        and (not re.search("[0#?](?![0-9]*$)", re.sub(r"\.0+", "", bare)) or "[" in bare)
    )


def date_text(value: Decimal, form: str, *, from_1904: bool = False) -> str:
    """A date as the format shows it; "" for a number that is no date."""
    try:
        moment = _moment(value, from_1904=from_1904)
    except OverflowError:
        return ""
    pieces = list(_PIECE.finditer(form.partition(";")[0]))
    twelve = any(match.group(5) for match in pieces)
    written: list[str] = []
    after_hour = False
    for number, match in enumerate(pieces):
        quoted, escaped, elapsed, code, half, fraction, plain = match.groups()
        if code is not None:
            letter = code[0].lower()
            following = next((each.group(4) for each in pieces[number + 1 :] if each.group(4)), "") or ""
            is_minute = letter == "m" and (after_hour or following[:1].lower() == "s")
            written.append(_shown(moment, letter, len(code), is_minute=is_minute, twelve=twelve))
            after_hour = letter == "h"
        elif elapsed is not None:
            written.append(_elapsed(value, elapsed[0].lower()))
            after_hour = elapsed[0].lower() == "h"
        elif half is not None:
            written.append("上午" if moment.hour < 12 else "下午")
        elif fraction is None:
            written.append(quoted or escaped or plain or "")
    return "".join(written).strip()


def _moment(value: Decimal, *, from_1904: bool) -> datetime:
    if value < 0:
        raise OverflowError
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if value < 60 else 30)
    return epoch + timedelta(seconds=int((value * 86400).to_integral_value()))


def _elapsed(value: Decimal, letter: str) -> str:
    return str(int(value * {"h": 24, "m": 1440, "s": 86400}[letter]))


def _shown(moment: datetime, letter: str, width: int, *, is_minute: bool, twelve: bool) -> str:
    if letter in "ye":
        return f"{moment.year % 100:02d}" if letter == "y" and width <= 2 else str(moment.year)
    if letter == "a":
        weekday = _WEEKDAYS[moment.weekday()]
        return weekday if width == 3 else f"星期{weekday}"
    if letter == "m" and not is_minute and width >= 3:
        return _MONTHS[moment.month - 1]
    if letter == "d" and width >= 3:
        return f"星期{_WEEKDAYS[moment.weekday()]}"
    hour = (moment.hour % 12 or 12) if twelve else moment.hour
    number = {"m": moment.minute if is_minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}[letter]
    return f"{number:02d}" if width >= 2 else str(number)
