"""Years counted from one year to another: 1976年建校，2024年正值58周年; 2016年到任，到2024年干满了九年.

And which year of a plan one is: 规划（2021—2025年）的第四年 is 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_ages"]

_NUMERAL: Final = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_COUNTED: Final = re.compile(
    r"(?:(?:用|走过|跨|运行|服役|经历|坚持|干|住|过|使用)了?|已[经有]?|满|整整?|历经|历时|连续|恰逢|适逢|正值|迎来|建[校院馆厂])"
    rf"(?:满|了|足|有)*(?P<n>{_NUMERAL})\s?(?:个)?(?P<unit>周年|年头|年)(?![\d度底末初前内])"
)
_YEARS: Final = re.compile(
    r"(?<![\d〔\[—-])(?P<y>(?:19|20)\d\d)\s?年(?:\s?(?P<m>1[0-2]|[1-9])\s?月)?(?!度?第)(?![—–-])"
)
_PLAN: Final = re.compile(r"(?P<a>20\d\d)\s?年?\s?(?:—{1,2}|-|－|–|~|～|至)\s?(?P<b>20\d\d)\s?年")
_WHICH: Final = re.compile(r"第(?P<n>[一二三四五六七])(?:个)?(?:年度|年头|年)(?![级度])")
_LIST: Final = re.compile(
    r"(?P<years>(?:20\d\d\s?年?[、，]){2,9}(?:和)?20\d\d\s?年)[^。；\n\d]{0,16}?连续(?P<n>[两二三四五六七八九])\s?(?:个)?年"
)
_NOT: Final = re.compile(r"下|前身|上一|再|每|约|近|超过|不满|不足|余年|多年")
_STOPS: Final = "。；\n"
_FAR: Final = 120
_YEAR: Final = 12
_TURN: Final = 60


def find_ages(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    flow = flowing(context)
    text = flow.text
    for match in _COUNTED.finditer(text):
        begin, end = _sentence(text, match.start(), match.end())
        years = [one for one in _YEARS.finditer(text, begin, end) if one.end() <= match.start()]
        named = len({one["y"] for one in years})
        if (
            not (named == 2 or (named > 2 and match["unit"] == "年头"))
            or _PLAN.search(text, begin, end)
            or _NOT.search(text, begin, end)
        ):
            continue
        first, last = years[0], years[-1]
        told = whole_number(match["n"])
        if int(last["y"]) > int(first["y"]) and told not in _counts(first, last, match):
            expected = f"{int(last['y']) - int(first['y'])}"
            message = f"从{first['y']}年到{last['y']}年，文中却数成“{match['n']}{match['unit']}”。请核对年份或年数。"
            spans = [flow.of(first), flow.of(last), flow.of(match, "n")]
            yield slip(
                context,
                spans,
                "error",
                message,
                rule="年数为两个年份之差",
                expected=expected,
                severity="high",
                kind="year",
            )
    yield from _listed(context)
    yield from _of_plans(context)


def _counts(first: re.Match[str], last: re.Match[str], match: re.Match[str]) -> set[int]:
    """Every number of years that the two may be said to be apart."""
    years = int(last["y"]) - int(first["y"])
    if match["unit"] == "年头":
        return {years, years + 1} if not (first["m"] and last["m"]) else {years + 1}
    if match["unit"] == "周年":
        return {years}
    if first["m"] and last["m"]:
        months = _YEAR * years + int(last["m"]) - int(first["m"])
        whole = {months // _YEAR, (months + 1) // _YEAR}
        return whole if "满" in match[0] else whole | {-(-months // _YEAR)}
    return {years - 1, years, years + 1}


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    begin = max(max(text.rfind(stop, low, start) for stop in _STOPS) + 1, low)
    return begin, min((at for stop in _STOPS if (at := text.find(stop, end, high)) >= 0), default=high)


def _listed(context: Context) -> Iterator[Relation]:
    """2020年、2021年、2022年，连续四年."""
    flow = flowing(context)
    for match in _LIST.finditer(flow.text) if "连续" in flow.text else ():
        years = sorted({int(one) for one in re.findall(r"20\d\d", match["years"])})
        if years[-1] - years[0] == len(years) - 1 and whole_number(match["n"]) != len(years):
            message = f"前面列出的是{len(years)}个年份（{match['years']}），文中却说连续{match['n']}年。请核对。"
            spans = [flow.of(match, "years"), flow.of(match, "n")]
            yield slip(
                context,
                spans,
                "error",
                message,
                rule="连续的年数",
                expected=f"{len(years)}",
                severity="high",
                kind="year",
            )


def _of_plans(context: Context) -> Iterator[Relation]:
    """规划（2021—2025年）…今年是2023年，是第四年: the third."""
    flow = flowing(context)
    text = flow.text
    for match in _WHICH.finditer(text):
        begin, end = _sentence(text, match.start(), match.end())
        plans = list(_PLAN.finditer(text, begin, match.start()))
        if len(plans) != 1:
            continue
        others = [
            one
            for one in _YEARS.finditer(text, plans[0].end(), min(end, match.end() + _TURN))
            if int(plans[0]["a"]) <= int(one["y"]) <= int(plans[0]["b"])
        ]
        number = whole_number(match["n"])
        year = int(plans[0]["a"]) + number - 1
        if len(others) == 1 and int(others[0]["y"]) != year:
            message = f"{plans[0][0]}的第{match['n']}年是{year}年，文中却是{others[0]['y']}年。请核对。"
            spans = [flow.of(plans[0]), *sorted([flow.of(others[0], "y"), flow.of(match, "n")])]
            yield slip(
                context,
                spans,
                "error",
                message,
                rule="规划期的第几年",
                expected=f"{year}年",
                severity="high",
                kind="year",
            )


def _wrong(context: Context, spans: list[Span], message: str, expected: str) -> Relation:
    rule = "年份与年数应相符"
    return slip(context, spans, "error", message, rule=rule, expected=expected, severity="high", kind="year")
