"""Names in a row as clerks write them: with 、, with 和 before the last, in 《》, with brackets and figures behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

__all__ = [
    "ASIDE",
    "BODY",
    "RUN",
    "NamesInRow",
    "dated_items",
    "lengths_of",
    "measured_items",
    "names_in_row",
    "without_asides",
]

ASIDE: Final = "\ue010"
"""Stands for every letter of a bracket and of what is in it."""
_INSIDE: Final = "\ue011"
"""Stands for every letter inside “” and 《》."""

_BRACKET: Final = re.compile(r"（[^（）\n]{0,80}）|\([^()\n]{0,80}\)")
_QUOTED: Final = re.compile(r"(?<=[“《])[^“”《》\n]{1,60}(?=[”》])")
_JOINER: Final = re.compile("以及|[和及与跟]")
_LAST: Final = re.compile("以及|[和及跟]|与")
_OPEN: Final = re.compile(
    r"等(?!级|次|候|离|温|额|待|边|号|专|院|教)|其他|其它|……|…|\.\.\.|主要|为主|诸如|例如|如：|及其|若干|部分"
)
_VERBAL: Final = re.compile(
    "[了被将已把使让的]|应当|没有|不足|不够|不高|不到位|未能|是否|因为|所以|但|而且|根据|按照|通过|可以|能够|进行"
)
_FIGURE: Final = re.compile(
    r"\d(?:[\d,.]{0,12}\d)?[ ]?(?P<unit>万?亿?元|万?亩|万?公里|千?米|平方米|公顷|吨|%|％|万?人次?|名|户|个|座|家|所|处"
    r"|件|台|套|场|次|分|栋|册|只|头|块|条|眼|间|株|辆|本|张|份|盏|棵|根|期|批|口|万?立方米|公斤)"
)
_DATED: Final = re.compile(r"^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?![^，。]{0,8}[至底末前])")
BODY: Final = re.compile(
    "(?:室|部|科|股|处|组|中心|队|站|所|办|院|馆|局|委|校|园|厂|场|村|镇|乡|街道|社区|县|区|市|公司|本级|机关|法庭)$"
)
RUN: Final = re.compile("[一二三四五六七八九十][^、，]{0,6}[至到—~～][^、，]{0,8}[一二三四五六七八九十]")
"""模块一至模块三: more names than one."""
_LONGEST, _FEW_WORDS, _LONG = 24, 2, 4


@dataclass(frozen=True, slots=True)
class NamesInRow:
    """`low` and `high` are the least and the most names that the row may hold; `names` what stands between its 、."""

    low: int
    high: int
    names: tuple[str, ...]
    end: int
    closed: bool = True


def without_asides(text: str) -> str:
    """*text*, letter for letter, with brackets and quotations made opaque: no 、 and no 和 in them joins names."""
    masked = _QUOTED.sub(lambda one: _INSIDE * len(one[0]), text)
    for _ in range(2):
        masked = _BRACKET.sub(lambda one: ASIDE * len(one[0]), masked)
    return masked


def names_in_row(masked: str, start: int, end: int) -> NamesInRow | None:
    """The names that begin at *start*, read up to a comma or a stop; None where they are no names. Behind 等 there may
    be more of them, and not fewer."""
    row = masked[start:end]
    titles = re.match(r"(?:[^，。；、《》]{0,8}《[^《》]+》[^，。；、《》]{0,8}[、，和及与]?){2,20}", row)
    if titles is not None and titles[0].count("《") > _FEW_WORDS:
        count = titles[0].count("《")
        return NamesInRow(count, count, tuple(titles[0].split("》")[:-1]), start + titles.end())
    stop = re.search("[，。；：！？\n]", row)
    row = row[: stop.start()] if stop else row
    closed = _OPEN.search(row) is None
    bare = re.sub("等(?:等|[^、]{0,6})$", "", row.replace(ASIDE, ""))
    names = tuple(bare.split("、"))
    if _OPEN.search(bare) or RUN.search(bare) or _VERBAL.search(row) or len(names) < _FEW_WORDS:
        return None
    if not all(1 < len(name) <= _LONGEST for name in names):
        return None
    low, high = lengths_of(names)
    return NamesInRow(low, high, names, start + len(row), closed)


def lengths_of(names: Sequence[str]) -> tuple[int, int]:
    """和 in front of the last name joins two; in the middle it does so only where both sides could stand alone."""
    high = low = len(names)
    for name in names[:-1]:
        pieces = _pieces(name, _JOINER)
        high += (len(pieces) - 1) * _stand_alone(pieces, bodies=True)
    last = _pieces(names[-1], _LAST)
    inside = any(_JOINER.search(name[1:]) for name in names[:-1]) and high == low  # 物流服务与管理、旅游服务与管理
    bodies = inside or all(BODY.search(name) for name in names)
    high += (len(last) - 1) * _stand_alone(last, bodies=bodies)
    shortest = min((len(name) for name in names[:-1]), default=0)
    ends = {name[-1] for name in names}
    parted = len(ends) > 1 or last[0][-1:] in ends  # 卫生健康支出、社会保障和就业支出: one name
    if not parted:
        return low, low
    if len(last) == _FEW_WORDS and high == low + 1 and all(len(one) >= max(shortest, 2) for one in last):
        low = high  # 开馆纪念日、绘本故事会、家谱讲座和老街影像展
    return low, high


def _pieces(name: str, joiner: re.Pattern[str]) -> list[str]:
    first, *more = joiner.split(name[1:])
    return [name[0] + first, *more]


def _stand_alone(pieces: list[str], *, bodies: bool) -> bool:
    """办公室和财务科; among bodies 基层政权和社会组织股 is one, and 泰和 is one anywhere."""
    if not all(pieces):
        return False
    if len({one[-1:] for one in pieces}) == 1 or not bodies:
        return True
    return all(BODY.search(one) for one in pieces) or (not BODY.search(pieces[-1]) and min(map(len, pieces)) >= _LONG)


def measured_items(masked: str, start: int, end: int) -> tuple[int, int]:
    """How many names with one figure each follow one another, all of one unit, and where they end: 甲村38.6万元，…"""
    unit, count, at = "", 0, start
    for piece in re.finditer(r"[^，、；。\n]+(?P<stop>[，、；。\n]|$)", masked[start:end]):
        words = piece[0].replace(ASIDE, "").rstrip("，、；。\n和及")
        figures = list(_FIGURE.finditer(words))
        named = len(figures) == 1 and figures[0].end() == len(words) and 2 <= figures[0].start() <= _LONGEST
        named = named and not re.match("合计|共|总|其中|另|均|平均|[三四五六][项个类者家年处所地次]|以上|各", words)
        if not named or (unit and figures[0]["unit"] != unit):
            break
        unit, count, at = figures[0]["unit"], count + 1, start + piece.end()
        if piece["stop"] in ("。", "\n"):
            break
    return count, at


def dated_items(masked: str, start: int, end: int) -> tuple[int, int]:
    """How many things follow one another, each with its month in front: 4月台北农渔业团，6月高雄青创团，…"""
    count, at = 0, start
    for piece in re.finditer(r"[^，、；。\n]+(?P<stop>[，、；。\n]|$)", masked[start:end]):
        words = piece[0].replace(ASIDE, "")
        if not _DATED.match(words) or len(words) > _LONGEST:
            break
        count, at = count + 1, start + piece.end()
        if piece["stop"] in ("。", "\n"):
            break
    return count, at
