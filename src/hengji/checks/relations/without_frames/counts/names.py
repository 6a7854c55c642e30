"""Names in a row and a number of them near by: 分馆计有：甲分馆、乙分馆……。新挂牌的这8个分馆, where seven are named.

Only a number that misses the names by one or two is taken for theirs, and only names that look alike: titles in 《》,
or short words of one ending or of nearly one length, the list being closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.verdicts import number
from hengji.checks.relations.without_frames.counts.listed_names import RUN
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure, Relation

__all__ = ["open_names"]

_NAME: Final = r"[^，。；：、（）()《》“”\s\d｜|]{2,12}"
_LIST: Final = re.compile(rf"(?P<names>{_NAME}(?:、{_NAME}){{2,30}})(?P<open>等)?")
_TITLES: Final = re.compile(r"(?P<names>《[^《》\n]{2,40}》(?:[、，和及与]?《[^《》\n]{2,40}》){2,20})(?P<open>等)?")
_JOINED: Final = re.compile("以及|[和及与]")
_AHEAD: Final = re.compile(
    r"^(?:[^，。；：、（）\d\s]{0,8})(?:[（(]|[，,]?(?:分别|依次)?(?:[是为即有：:]|包括|计有|如下|名单|具体|设在|位于|分布在)+[：:]?)$"
)
_BEHIND: Final = re.compile(
    r"^(?:[，,。；）)]?(?:以上|上述|这|[\u4e00-\u9fff]{2,4}的这|[^，。；：、\d\s]{0,8}(?:共计|合计|共|计))|等)$"
)
_THINGS: Final = frozenset("个家项所处户期类批座台门套条件部篇")
_LEADS: Final = re.compile(
    "^.*?(?:设在|设有|下设|内设|包括|涉及|走访了?|前往|赴|有|是|为|由|在|对|向|至|：|:)(?=.{2,}$)"
)
_SITED: Final = re.compile("设在|位于|分布在")
_LOOSE: Final = re.compile("[的了并]|其他|其中|相关|有关|工作$|管理$|等$")
_MORE: Final = re.compile("等|连同|另|此外|以外|除")
_FEWEST, _FEW, _LONG = 3, 2, 10
_REACH: Final = 30  # characters between the names and their number


@dataclass(frozen=True, slots=True)
class _Names:
    low: int
    high: int
    start: int
    end: int
    closed: bool
    led: bool = False


def open_names(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all, for numbers that stand in no relation yet."""
    text = context.document.text
    for pattern in (_TITLES, _LIST):
        for match in pattern.finditer(text):
            names = _read(match)
            if names is None or context.table_at(names.start) is not None:
                continue
            told = [one for one in _told(context, names) if one.start not in settled]
            if len(told) == 1 and _misses(told[0], names):
                yield _relation(text, names, told[0])


def _read(match: re.Match[str]) -> _Names | None:
    start, end = match.span("names")
    if match["names"].startswith("《"):
        count = match["names"].count("《")
        return _Names(count, count, start, end, match["open"] is None)
    names = match["names"].removesuffix("等").split("、")
    opened = match["open"] is not None or match["names"].endswith("等")
    lead = _LEADS.match(names[0])
    if lead is not None:
        names[0] = names[0][lead.end() :]
    last = _JOINED.split(names[-1])
    if _MORE.search(match["names"].removesuffix("等")) or RUN.search(match["names"]):
        return None
    inner = any(_JOINED.search(name[1:]) for name in names[:-1])
    alike = len({name[-1:] for name in (*names[:-1], last[-1])}) == 1
    spread = max(map(len, names[1:-1] or names)) - min(map(len, names[1:-1] or names))
    around = match.string[max(0, start - 1) : start] + match.string[end : end + 1]
    plain = alike or spread <= _FEW or around in ("（）", "()")
    if (
        inner
        or len(last) > _FEW
        or not all(last)
        or not plain
        or any(_LOOSE.search(name) or len(name) > _LONG for name in names[1:-1])
    ):
        return None
    count = len(names) - 1 + len(last)
    return _Names(
        count,
        count,
        start,
        end - match["names"].endswith("等"),
        not opened,
        lead is not None and _SITED.search(lead[0]) is not None,
    )


def _told(context: Context, names: _Names) -> Iterator[Mention]:
    """Numbers of things right before the list, or right behind it."""
    text = context.document.text
    for one in context.before(names.start, 2):
        between = text[one.end + len(one.unit_text) : names.start]
        led = names.led and between in ("，", ",")
        if names.start - one.end < _REACH and (led or _AHEAD.match(between)):
            yield one
            break
    for one in context.after(names.end, 1):
        if one.start - names.end < _REACH and _BEHIND.match(text[names.end : one.start]):
            yield one


def _misses(one: Mention, names: _Names) -> bool:
    whole = str(one.unit) in _THINGS and not one.decimals and not one.approximate and one.value > 1
    low, high = names.low - one.value, one.value - names.high
    return whole and names.low >= _FEWEST and 0 < max(low, high) <= _FEW and (names.closed or low > 0)


def _relation(text: str, names: _Names, count: Mention) -> Relation:
    listed = Figure("part", text[names.start : names.end], names.start, names.end)
    message = f"文中说 {number(count)}，所列名称为 {names.low} 个：{text[names.start : names.end][:60]}。"
    return Relation(
        "count", "error", (listed, figure("stated", count)), "所列名称的项数", str(names.low), number(count), message,
        "数目误写，或名单漏列、多列。", "high",
    )  # fmt: skip
