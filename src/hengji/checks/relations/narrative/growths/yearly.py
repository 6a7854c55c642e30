"""Figures of several years, and what is said of their changes: 2021年 A、2022年 B、2023年 C，2022年比上年增长 P.

The years say which figure is the base, so no other reading is left. The series stand in the sentence or, with a year at
the head of each row, in a table; in a table the stated amount of change says which column is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.against_base import rate_on_base
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.verdicts import (
    converted,
    family,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["yearly_changes"]

_UP = "增加|增长|上升|提高|增幅|涨幅|增速|上涨|增|多"
_DOWN = "减少|下降|降低|压减|降幅|减幅|回落|减|降|少"
_MOVED = rf"(?P<word>{_UP}|{_DOWN})(?:了|率|幅度|支出|收入|投入|安排|约|为|达|到)*$"
_OF_YEAR = re.compile(r"(?P<year>20\d\d)年度?(?P<what>[^，。；：\ue000-\ue005]{0,10})$")
_THAN = r"(?:比|较|同比|与)(?:(?P<base>20\d\d)年度?|上一?年度?|前一年度?|去年)?(?:相比|同期|相比较)?[^，。；：]{0,2}"
_STATED = re.compile(rf"(?P<year>20\d\d)年度?[^，。；：\ue000-\ue005]{{0,10}}?{_THAN}{_MOVED}")
_NEXT = re.compile(rf"^[，；](?P<year>20\d\d|本|当|今)年度?(?:比上年|较上年|同比|比20\d\d年|较20\d\d年)?{_MOVED}")
_LAST = re.compile(r"(?:^|[，。；：])(?:上一?年度?|去年)(?:同期)?[^，。；：\ue000-\ue005]{0,10}$")
_NOW = re.compile(rf"^[，；]而?(?:今年|本年度?|当年)(?:同期)?(?:比上年|较上年|同比)?{_MOVED}")
_SPAN = re.compile(
    r"(?P<first>20\d\d)年?(?:—|－|-|–|~|至|到)(?P<last>20\d\d)年[^，。；：\ue000-\ue005]{0,16}?(?:分别|依次)(?:投入|支出|完成|安排|达)?(?:为|是|：)*$"
)
_AND = re.compile(rf"^[，、（；](?:同比|同期|即)?{_MOVED}")
_ROW = re.compile(r"^(20\d\d)年?度?$")
_EACH = re.compile(
    rf"^[，；。（](?:后[两二三四]年|近[两二三四]年|逐年|各年|年度|同比|环比|较上年|比上年|分别)*(?P<word>{_UP}|{_DOWN})(?:率|速|幅度?)?(?:分别|依次)(?:为|达|是|：|约)*$"
)
_FEWEST = 2

Series = Mapping[int, Mention]


def yearly_changes(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such statement of the text; *texts* are the passages in order."""
    tables: list[Series] | None = None
    before: dict[int, Slot] = {}
    for passage in texts:
        own = _series(passage)
        told, before = own or before, own
        if RATE not in passage.text:
            continue
        for rate in passage.slots:
            if rate.kind != RATE or rate.mention.approximate:
                continue
            yield from _of_series(told, rate)
            yield from _in_order(own, passage, rate)
            if rate.index > 1:
                yield from _of_base(passage, rate)
            if rate.index and _STATED.search(passage.slots[rate.index - 1].before):
                tables = _tables(context) if tables is None else tables
                yield from _of_table(tables, passage.slots[rate.index - 1], rate)


def _series(passage: Passage) -> dict[int, Slot]:
    """2021年 A、2022年 B、2023年 C: one name or none behind the years, each year once; 2021—2023年分别为 A、B 和 C."""
    spanned = _spanned(passage)
    if spanned:
        return spanned
    found: dict[int, Slot] = {}
    names: set[str] = set()
    for slot in passage.slots:
        match = _OF_YEAR.search(slot.before) if slot.kind in (MONEY, COUNT) else None
        if match is None or re.search("比|较|增|减|多|少", match["what"]):
            continue
        first = next(iter(found.values()), None)
        if int(match["year"]) in found or (first is not None and not same_kind(first, slot)):
            return {}
        found[int(match["year"])] = slot
        names.add(re.sub("[为是共达：]", "", match["what"]))
    return found if len(found) >= _FEWEST and _one_name(names - {""}) else {}


def _one_name(names: set[str]) -> bool:
    """2022年救助资金支出 A，2023年支出 B: the later year need not say the whole name again."""
    shortest = min(names, key=len, default="")
    return all(name.endswith(shortest) for name in names)


def _spanned(passage: Passage) -> dict[int, Slot]:
    for slot in passage.slots if "分别" in passage.text or "依次" in passage.text else ():
        match = _SPAN.search(slot.before) if slot.kind in (MONEY, COUNT) else None
        years = range(int(match["first"]), int(match["last"]) + 1) if match else range(0)
        listed = passage.slots[slot.index : slot.index + len(years)]
        if (
            len(years) >= _FEWEST
            and len(listed) == len(years)
            and all(same_kind(one, slot) and re.fullmatch("[、，和及]|以及", one.before) for one in listed[1:])
        ):
            return dict(zip(years, listed, strict=True))
    return {}


def _of_series(told: Mapping[int, Slot], rate: Slot) -> Iterator[Relation]:
    match = _STATED.search(rate.before) if told else None
    if match is None:
        return
    year = int(match["year"])
    before = int(match["base"]) if match["base"] else year - 1
    last = max((slot.mention.start for slot in (told.get(year), told.get(before)) if slot is not None), default=-1)
    if year in told and before in told and rate.mention.start > last:
        rising = re.match(_UP, match["word"]) is not None
        yield from _judged(told[before].mention, told[year].mention, rate.mention, rising=rising)


def _in_order(own: Mapping[int, Slot], passage: Passage, rate: Slot) -> Iterator[Relation]:
    """2020年 A、2021年 B、2022年 C，后两年增幅分别为 P 和 Q: each on the year before."""
    match = _EACH.search(rate.before) if len(own) > _FEWEST and sorted(own) == list(own) else None
    years = list(own)
    if match is None or rate.mention.start < own[years[-1]].mention.start or years[-1] - years[0] != len(years) - 1:
        return
    rates = passage.slots[rate.index : rate.index + len(years) - 1]
    joined = all(one.kind == RATE and re.fullmatch("[、，和及]|以及", one.before) for one in rates[1:])
    following = passage.slots[rate.index + len(rates) : rate.index + len(rates) + 1]
    more = following and following[0].kind == RATE and re.fullmatch("[、，和及]|以及", following[0].before)
    if len(rates) != len(years) - 1 or not joined or more:
        return
    rising = re.match(_UP, match["word"]) is not None
    for year, one in zip(years[1:], rates, strict=True):
        if own[year - 1].mention.value > 0 and not one.mention.approximate:
            yield rate_on_base(own[year - 1].mention, own[year].mention, one.mention, rising=rising)


def _of_base(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """2021年 B，2022年增加 D，增幅 P: D ÷ B."""
    base, amount = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
    first, then = _OF_YEAR.search(base.before), _NEXT.match(amount.before)
    if first is None or then is None:
        first, then = _LAST.search(base.before), _NOW.match(amount.before)
    if first is None or then is None or not _AND.match(rate.before) or base.mention.value <= 0:
        return
    if not same_kind(base, amount) or not _following(first, then):
        return
    yield from _rate(base.mention, amount.mention, rate.mention, rising=re.match(_UP, then["word"]) is not None)


def _following(first: re.Match[str], then: re.Match[str]) -> bool:
    """Whether the second names the year after the first, or says so in words."""
    years = [one.groupdict().get("year") or "" for one in (first, then)]
    return not all(year.isdigit() for year in years) or int(years[1]) == int(years[0]) + 1


def _of_table(tables: Sequence[Series], amount: Slot, rate: Slot) -> Iterator[Relation]:
    """2022年支出比2021年多 D，增幅 P: the column whose two years differ by D."""
    match = _STATED.search(amount.before)
    if match is None or amount.kind not in (MONEY, COUNT) or not _AND.match(rate.before):
        return
    year = int(match["year"])
    before = int(match["base"]) if match["base"] else year - 1
    rising = re.match(_UP, match["word"]) is not None
    fitting = [one[before] for one in tables if _differ_by(one, year, before, amount.mention, rising=rising)]
    if len({base.value for base in fitting}) == 1 and fitting[0].value > 0:
        yield from _rate(fitting[0], amount.mention, rate.mention, rising=rising)


def _differ_by(one: Series, year: int, before: int, amount: Mention, *, rising: bool) -> bool:
    if year not in one or before not in one or family(one[year].unit) != family(amount.unit):
        return False
    gap = converted(one[year], amount.unit) - converted(one[before], amount.unit)
    return amount.value > 0 and (gap if rising else -gap) == amount.value


def _tables(context: Context) -> list[Series]:
    """The columns of the tables whose rows are years."""
    found: list[Series] = []
    for table in context.document.tables:
        for part in parts_of(context, table):
            rows = [(row, match) for row in part.body if (match := _ROW.match(part.grid.text(row, 0)))]
            if len(rows) < _FEWEST:
                continue
            for column in part.number_columns:
                cells = [(int(match[1]), part.grid.amount(row, column)) for row, match in rows]
                found.append({year: cell.mention for year, cell in cells if cell is not None and cell.mention})
    return found


def _judged(base: Mention, current: Mention, stated: Mention, *, rising: bool) -> Iterator[Relation]:
    if base.value <= 0:
        return
    yield rate_on_base(base, current, stated, rising=rising)


def _rate(base: Mention, amount: Mention, stated: Mention, *, rising: bool) -> Iterator[Relation]:
    unit = base.unit
    change = abs(converted(amount, unit))
    computed = change / base.value
    verdict = judged(computed, interval_of(amount, unit).divided_by(interval_of(base, unit)), stated)
    now = base.value + (change if rising else -change)
    likely = "" if good(verdict) else _likely(change, base.value, now, stated)
    roles = [("base", base), ("change", amount), ("stated", stated)]
    formula = f"{in_words(change)} ÷ {in_words(base.value)}"
    yield relation("growth", verdict, roles, formula, *_says(computed, stated, verdict), likely)


def _says(computed: Fraction, stated: Mention, verdict: str) -> tuple[str, str]:
    right = as_written(computed, stated)
    if verdict in ("ok", "rounding"):
        return right, f"变动率为 {right}，与文中一致。"
    return right, f"以上一年为基数，变动率应为 {right}，文中为 {number(stated)}。"


def _likely(change: Fraction, base: Fraction, now: Fraction, stated: Mention) -> str:
    if now > 0 and good(judged(change / now, None, stated)):
        return "像是以本期数为基数算出的，应以上期数为基数。"
    return slip_of(stated, change / base)
