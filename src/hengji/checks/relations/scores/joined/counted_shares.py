"""A rate that the paper tells only as two counts: 抽查的25个卫生室中有20个药品储备达标; 查出问题50个，年末整改45个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.joined.rates_told import is_own_time
from hengji.facts.relation import Figure

__all__ = ["counted_shares"]

_UNIT: Final = "个|名|人|件|份|户|项|处|座|条|株|盏|场|起|台|套|家|所|辆|亩|村|次"
_N: Final = r"(?<![\d.,第])\d{1,6}(?![\d.,])"
_PAIR: Final = (
    rf"(?P<whole>{_N})(?P<unit>{_UNIT})[^，。；：\d]{{0,12}}(?:中有?|，(?:其中)?)(?P<before>[^，。；：\d]{{0,12}})"
    rf"(?P<part>{_N})(?P=unit)(?P<behind>[^，。；：\d]{{0,12}})(?=[，。；（]|$)"
)
_SENTENCE: Final = re.compile(r"[^。；\n]+")
_NOT_ALL: Final = re.compile("未|没|不|另|还有|其余|余下|目标|计划|应|新")
_SHARED: Final = Fraction(1, 2)


def counted_shares(context: Context, head: str, tail: str) -> Iterator[tuple[Fraction, Figure]]:
    """Each share that may be the one of a name that falls into *head* and *tail*, and where its part stands."""
    stem, pairs = tail[:-1], {head[at : at + 2] for at in range(len(head) - 1)}
    if len(stem) < 2 or not pairs:
        return
    flow = flowing(context)
    at = flow.text.find(stem)
    while at >= 0:
        begin = max(flow.text.rfind(stop, 0, at) for stop in "。；\n") + 1
        sentence = _SENTENCE.match(flow.text, begin)
        end = sentence.end() if sentence is not None else at + len(stem)
        shared = sum(pair in flow.text[begin:end] for pair in pairs)
        if shared >= _SHARED * len(pairs) and context.table_at(flow.place(at)) is None:
            for match in re.finditer(_PAIR, flow.text[begin:end]):
                whole, part = Fraction(match["whole"]), Fraction(match["part"])
                said = stem in match["before"] + match["behind"] and not _NOT_ALL.search(match[0])
                before = flow.text[begin : begin + match.start()]
                if said and 0 < part < whole and is_own_time(before, context.facts.year):
                    place = flow.span(begin + match.start("part"), begin + match.end("part"))
                    yield part / whole, piece(context, "data", *place)
        at = flow.text.find(stem, end)
