"""应于 2024 年 7 月 10 日竣工，实际 2024 年 8 月 16 日竣工验收，拖后 27 天: the days between the two dates are 37."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import shape
from hengji.facts.relation import Relation

__all__ = ["find_days_late"]

_DAY: Final = r"(?:(?P<y{0}>20\d{{2}})\s*年\s*)?(?P<m{0}>1[0-2]|0?[1-9])\s*月\s*(?P<d{0}>[12]\d|3[01]|0?[1-9])\s*日"
_LATE: Final = re.compile(
    rf"(?:应|计划|合同|约定|原定|目标|要求)[^，。；\n\d]{{0,12}}(?P<first>{_DAY.format(1)})[^。；\n\d]{{0,24}}?[，,；][^。；\n\d]{{0,12}}"
    rf"(?P<second>{_DAY.format(2)})[^。；\n\d]{{0,16}}?[，,；](?:[^，。；\n\d]{{0,10}}?)(?:拖后|拖延|延误|推迟|逾期|超期|延期|滞后|延迟|迟延|晚|超出工期|提前|早)了?约?"
    r"(?P<days>\d{1,3})\s*个?(?:日历)?[天日](?![前内])"
)
_BEYOND: Final = re.compile(
    rf"(?P<second>{_DAY.format(2)})[^。；\n\d]{{0,16}}?[，,；](?:比|较)[^，。；\n\d]{{0,10}}(?P<first>{_DAY.format(1)})"
    r"[^，。；\n\d]{0,6}?(?:拖后|拖延|延误|推迟|逾期|超期|延期|滞后|延迟|迟延|晚|提前|早)了?约?(?P<days>\d{1,3})\s*个?(?:日历)?[天日](?![前内])"
)
_THAN_AGREED: Final = re.compile(
    rf"(?P<second>{_DAY.format(2)})(?:正式|全部|才|方)?(?:完工|竣工|建成|交付|完成|交货|到货|投用)[^。；\n\d]{{0,12}}?[，,；](?:比|较)[^，。；\n\d]{{0,4}}"
    r"(?:合同|计划|协议|约定|规定|要求)[^，。；\n\d]{0,8}?(?:拖后|拖延|延误|推迟|逾期|超期|延期|滞后|延迟|迟延|晚)了?(?P<days>\d{1,3})\s*个?(?:日历)?[天日](?![前内])"
)
_TERM: Final = re.compile(rf"(?:{_DAY.format(0)})\s*(?:起\s*)?(?:至|到|—+|-|－|~|～)\s*(?P<first>{_DAY.format(1)})")
_OF_WORK: Final = re.compile("工期|建设期|施工期|合同期|交货期")
_ANCHOR: Final = re.compile(r"\d\s*个?(?:日历)?[天日]")
_REACH: Final = 120
_NEAR: Final = 12  # characters between 工期 and the dates


def find_days_late(context: Context) -> Iterator[Relation]:
    """Relations of kind ``difference``: both the first day and the last may count, so that one more is right."""
    yield from _than_agreed(context)
    flow = flowing(context)
    found = [match for pattern in (_LATE, _BEYOND) for match in matches_near(pattern, _ANCHOR, flow.text, _REACH)]
    for match in found:
        told = match["y1"] or match["y2"]
        first, second = (_date(match, number, int(told) if told else None) for number in (1, 2))
        if first is None or second is None:
            continue
        apart, days = abs((second - first).days), int(match["days"])
        holds = days in (apart, apart + 1)
        slip = "" if holds else shape(match["days"], str(apart))
        figures = (
            piece(context, "first", *flow.of(match, "first")),
            piece(context, "second", *flow.of(match, "second")),
            piece(context, "stated", *flow.of(match, "days")),
        )
        message = f"{match['first']}到{match['second']}相差 {apart} 天，文中为 {days} 天。"
        yield Relation(
            "difference", "ok" if holds else "error", figures, f"{match['second']} − {match['first']}", f"{apart} 天",
            f"{days} 天", message, f"{slip}。" if slip else "", "medium",
        )  # fmt: skip


def _than_agreed(context: Context) -> Iterator[Relation]:
    """2022年11月18日完工，比合同约定晚了9天, where every term of work that the paper tells ends on one day."""
    flow = flowing(context)
    found = list(matches_near(_THAN_AGREED, _ANCHOR, flow.text, _REACH))
    terms = [one for one in _TERM.finditer(flow.text) if _is_of_work(context, flow, one)] if found else []
    ends = {_date(one, 1, int(one["y0"]) if one["y0"] else None) for one in terms}
    due = next(iter(ends)) if len(ends) == 1 else None
    for match in found if due is not None else ():
        second = _date(match, 2, due.year if due is not None else None)
        if due is None or second is None or int(match["days"]) in ((second - due).days, (second - due).days + 1):
            continue
        apart = (second - due).days
        figures = (
            piece(context, "first", *flow.of(terms[0], "first")),
            piece(context, "second", *flow.of(match, "second")),
            piece(context, "stated", *flow.of(match, "days")),
        )
        message = f"约定的期限到{terms[0]['first']}，{match['second']}晚了 {apart} 天，文中为 {match['days']} 天。"
        slip = shape(match["days"], str(apart))
        yield Relation(
            "difference", "error" if apart > 0 else "suspicious", figures, f"{match['second']} − {terms[0]['first']}",
            f"{apart} 天", f"{match['days']} 天", message, f"{slip}。" if slip else "", "medium",
        )  # fmt: skip


def _is_of_work(context: Context, flow: Flowing, term: re.Match[str]) -> bool:
    """In a table with a column of terms, or right behind the word."""
    table = context.table_at(flow.place(term.start()))
    words = flow.text[max(0, term.start() - _NEAR) : term.start()]
    if table is not None:
        words += context.document.text[table.start : table.end]
    return _OF_WORK.search(words) is not None


def _date(match: re.Match[str], number: int, year: int | None) -> date | None:
    told = match[f"y{number}"]
    if told is None and year is None:
        return None
    try:
        return date(int(told) if told else year or 0, int(match[f"m{number}"]), int(match[f"d{number}"]))
    except ValueError:
        return None
