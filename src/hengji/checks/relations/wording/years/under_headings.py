"""The year of a heading against the sentence that begins right under it: 二、2021年决算 and 2020年度…支出20.12万元.

Either may be the slip; a sentence that tells both years, or last year's figure for comparison, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.facts.relation import Relation

__all__ = ["find_under_headings"]

_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)\s?年")
_OF_MONEY: Final = re.compile(r"(?:预算|决算|收支|支出|收入|三公|采购|经费|资金)(?!.*\d\s?万?元)")
_LOOKS_BACK: Final = re.compile(r"对比|比较|变化|变动|增减|上年|结转|执行")
_BEGINS: Final = re.compile(
    r"(?P<year>20\d\d)\s?年度?(?!\s?\d{1,2}\s?月|\s?[-—~～至到、和与及])(?P<what>[^，。；：\d]{2,40}?)[：:为是共]{0,3}\s?\d"
)
_SHARED: Final = ("预算", "决算", "三公", "采购", "经费", "支出", "收入")
_GRANTED: Final = re.compile(r"下达|到位|拨付|结转|结余|批复|提前|年[末初底]|累计|申请|立项")
_REMAINDER: Final = re.compile(r"[\u4e00-\u9fff]{1,6}。?")
"""The end of a heading that the page's edge broke."""
_LONGEST: Final = 60
_BODY: Final = 300  # characters in which the heading's own year would be told


def find_under_headings(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``year``, each an error."""
    text = context.document.text
    for index, (heading, following_line) in enumerate(pairwise(lines)):
        below = following_line
        named = _YEAR.findall(heading.text)
        short = len(heading.text) <= _LONGEST and not heading.tabular and not below.tabular
        if len(named) != 1 or not short or MARKER.match(heading.text) is None or MARKER.match(below.text):
            continue
        if (
            not _OF_MONEY.search(heading.text)
            or _LOOKS_BACK.search(heading.text)
            or re.search(r"\d\s?万?元", heading.text)
        ):
            continue
        if _REMAINDER.fullmatch(below.text) and index + 2 < len(lines):
            below = lines[index + 2]
        begins = _BEGINS.match(below.text)
        if begins is None or abs(int(begins["year"]) - int(named[0])) != 1 or not _alike(heading.text, begins["what"]):
            continue
        following = next((line.start for line in lines[index + 1 :] if MARKER.match(line.text)), len(text))
        body = text[below.start : min(following, below.start + _BODY)]
        first = re.split(r"[。\n](?!\d)", body)[0]
        told = re.findall(rf"(?<![较比年]){named[0]}\s?年", body)
        if re.search(rf"{named[0]}\s?年|较|比上|上年|今年|本年|追溯", first) or told:
            continue
        at, year = below.start + begins.start("year"), heading.start + heading.text.index(named[0])
        yield slip(
            context,
            [(year, year + 4), (at, at + 4)],
            "error",
            f"标题写的是{named[0]}年，下面一句却写作{begins['year']}年（“{begins['what'][:16]}”）。请核对年份。",
            rule="标题与正文的年度应一致",
            expected=named[0],
            likely=f"{begins['year']}应为{named[0]}",
            severity="high",
            kind="year",
        )


def _alike(heading: str, what: str) -> bool:
    """Whether the sentence speaks of what the heading names."""
    return any(word in heading and word in what for word in _SHARED) and _GRANTED.search(what) is None
