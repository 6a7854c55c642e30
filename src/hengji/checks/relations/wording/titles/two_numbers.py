"""One paper, one number: 《奖补办法》（某工信〔2022〕47号，以下简称《办法》） and 《办法》（某工信〔2021〕47号）.

A paper that was revised under the same number of a later year is told of as 试行, 修订, 废止.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip, tight
from hengji.facts.relation import Relation

__all__ = ["two_numbers"]

_OPEN, _CLOSE = r"[〔\[(（［﹝]", r"[〕\])）］﹞]"
_NUMBERED: Final = near(
    re.compile(
        r"(?:《(?P<title>[^《》\n]{2,90}(?:《[^《》\n]{2,60}》[^《》\n]{0,30})?)》|(?P<that>[该本此][\u4e00-\u9fff]{2,4})"
        r"|(?<=[|\t\n])[ ]?(?P<cell>[^|\t\n《》]{4,40}?)[ ]?(?=[|\t]))"
        rf"(?:\s?[（(：:]\s?|\s?[|\t]\s?)(?P<issuer>[\u4e00-\u9fff]{{2,10}})\s?{_OPEN}\s?(?P<year>20\d\d)\s?{_CLOSE}"
        r"\s?第?\s?(?P<number>\d{1,4})\s?号(?P<rest>[^（）()\n]{0,40})"
    ),
    rf"{_OPEN}\s?20\d\d\s?{_CLOSE}",
    140,
)
_NUMBER_FIRST: Final = near(
    re.compile(
        rf"(?P<issuer>[\u4e00-\u9fff]{{2,10}})\s?{_OPEN}\s?(?P<year>20\d\d)\s?{_CLOSE}\s?第?\s?(?P<number>\d{{1,4}})\s?号"
        r"(?:文件)?\s?《(?P<title>[^《》\n]{2,90}(?:《[^《》\n]{2,60}》[^《》\n]{0,30})?)》"
    ),
    rf"{_OPEN}\s?20\d\d\s?{_CLOSE}",
    140,
)
_SHORT: Final = re.compile(r"(?:以下|下)(?:统一)?(?:简)?称[为：:]?\s?[《“](?P<short>[^《》“”]{2,20})[》”]")
_REVISED: Final = re.compile("试行|暂行|修订|修改|修正|废止|代替|替代|取代|失效|原《|旧|新版|重新|更新|调整为|历年")
_MARKS: Final = re.compile(r"[〈〉<>《》“”\s]")
_COMMON: Final = 2  # last characters of the issuer
_AROUND: Final = 60


@dataclass(frozen=True, slots=True)
class _Cited:
    """A number with the name of its paper."""

    title: str
    issuer: str
    year: str
    number: str
    span: Span
    line: str


def two_numbers(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all."""
    groups: dict[tuple[str, str, str], list[_Cited]] = defaultdict(list)
    for one in _cited(context):
        groups[one.title, one.number, one.issuer[-_COMMON:]].append(one)
    for group in groups.values():
        years = Counter(one.year for one in group)
        if len(years) < 2 or any(_REVISED.search(one.line) for one in group):
            continue
        usual = years.most_common(1)[0][0]
        first = next(one for one in group if one.year == usual)
        for other in group:
            if other.year != usual:
                yield _relation(context, first, other)


def _cited(context: Context) -> Sequence[_Cited]:
    """Every number behind or in front of a title; a short title counts as the long one that it stands for."""
    text = context.document.text
    found, short = [], {}
    for match in _NUMBERED.finditer(text):
        title = _plain(match["title"] or match["that"] or match["cell"])
        found.append((title, match))
        if named := _SHORT.search(match["rest"]):
            short[_plain(named["short"])] = title
    behind = [(_plain(match["title"]), match) for match in _NUMBER_FIRST.finditer(text)]
    return [_of(text, short.get(title, title), match) for title, match in (*found, *behind)]


def _of(text: str, title: str, match: re.Match[str]) -> _Cited:
    around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return _Cited(title, tight(match["issuer"]), match["year"], match["number"], match.span("year"), around)


def _plain(title: str) -> str:
    flat = _MARKS.sub("", title)
    return flat[flat.find("关于") :] if "关于" in flat else flat


def _relation(context: Context, first: _Cited, other: _Cited) -> Relation:
    said, there = (f"{one.issuer}〔{one.year}〕{one.number}号" for one in (first, other))
    return slip(
        context,
        [first.span, other.span],
        "error",
        f"《{first.title}》的文号一处是“{said}”，一处是“{there}”。同一文件只有一个文号，请核对原文。",
        rule="同一文件应是同一文号",
        expected=first.year,
        likely=f"{other.year}应为{first.year}",
        severity="medium",
        kind="repeat",
    )
