"""One change told twice in opposite ways: 收入 9101 万元，比上年减少 238 万元 … 支出 9101 万元，比上年增加 238 万元.

One amount cannot be above and below its base by one and the same figure. Where most places say one way, or a rate shows
it, the others are wrong; else it is said that one of the two is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hengji.checks.context import Context
from hengji.checks.relations.changes import Change, changes
from hengji.checks.relations.narrative.growths.contradictions import way_of, wrong_ways
from hengji.checks.relations.passages import MONEY, Passage
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import number
from hengji.facts.relation import Relation

__all__ = ["told_both_ways"]

_OF_ITS_OWN = re.compile(
    r"[，；](?:当年|本年)?[\u4e00-\u9fff]{2,10}(?:支出|收入|结余|经费|费)(?:比|较)[^，。；]{2,14}$"
)
_DIGITS = 4  # significant digits of amount and change that do not meet by chance


def told_both_ways(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``growth``, on the words of direction."""
    told: dict[object, list[Change]] = defaultdict(list)
    for passage in texts:
        for change in changes(passage):
            key = _key(change)
            if key is not None:
                told[key].append(change)
    for group in told.values():
        if len({change.rising for change in group}) > 1:
            yield from _judged(context, group)


def _key(change: Change) -> object:
    """The figure that changed and the amount it changed by; nothing where either has too few digits."""
    if change.amount is None or not change.current or not change.agree or change.amount.kind != MONEY:
        return None
    now, amount = change.current[0].mention, change.amount.mention
    if _OF_ITS_OWN.search(change.amount.before):
        return None  # 总计 A，因…，上解支出比执行数增加 D: what the clause names changed, and not A
    if now.approximate or amount.approximate or min(_digits(now.text), _digits(amount.text)) < _DIGITS:
        return None
    return now.value, str(now.unit), amount.value, str(amount.unit)


def _digits(text: str) -> int:
    return significant_digits(text)


def _judged(context: Context, group: Sequence[Change]) -> Iterator[Relation]:
    ups, downs = ([one for one in group if one.rising is way] for way in (True, False))
    shown = {way for one in group if (way := way_of(one)) is not None}
    if len(shown) != 1 and len(ups) != len(downs):
        shown = {len(ups) > len(downs)}
    if len(shown) == 1:
        up = shown.pop()
        for one in downs if up else ups:
            yield from wrong_ways(context, one, up=up)
        return
    first, second = group[0], next(one for one in group if one.rising != group[0].rising)
    pair = [next(iter(wrong_ways(context, one, up=not one.rising)), None) for one in (first, second)]
    if pair[0] is None or pair[1] is None or second.amount is None:
        return
    message = f"同一数额与同一变动额（{number(second.amount.mention)}），文中一处写增加，一处写减少，必有一处写反。"
    yield replace(
        pair[1],
        figures=(pair[0].figures[-1], *pair[1].figures),
        message=message,
        computed="同增或同减",
        likely="核对上期数，改正其中一处的增减词。",
    )
