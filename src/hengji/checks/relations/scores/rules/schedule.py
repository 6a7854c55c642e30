"""Progress against the calendar: “截至6月底执行率47.86%，低于50%的序时进度”, the word against the two figures.

Where the sentence does not say what the calendar asks for, the document may (“序时进度为58.33%”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict

__all__ = ["schedule"]

_PERCENT: Final = r"(\d{1,3}(?:\.\d{1,4})?)\s*[%％]"
_BELOW: Final = "低于|慢于|落后于?|滞后于?|未达到|没有达到"
_COMPARED: Final = near(
    re.compile(
        rf"{_PERCENT}[，,]?(?:均|略|已经?)?(超过|高于|快于|达到|{_BELOW})了?(?:同期|全年)?(?:{_PERCENT}的?)?(?:序时|时间|时序)进度(?:[（(]?{_PERCENT})?"
    ),
    "(?:序时|时间|时序)进度",
    80,
)
_MONTHS: Final = (
    (Fraction(50), re.compile(r"6月(?:底|末|30日)|上半年|1[-—~至]6月")),
    (Fraction(75), re.compile(r"9月(?:底|末|30日)|前三季度|1[-—~至]9月")),
)
_TOLD: Final = (
    re.compile(rf"(?:序时|时间|时序)进度(?:应|要求|标准|目标)?(?:为|是|达到?)?\s*[（(]?\s*{_PERCENT}"),
    near(re.compile(rf"{_PERCENT}的(?:序时|时间|时序)进度"), "的(?:序时|时间|时序)进度", 60),
)
_PERIOD: Final = re.compile(r"季度|半年|\d{1,2}月|[上去往]年|同期")
_BEFORE: Final = 80


def schedule(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``; without a stated share of the year, that of the date in the sentence."""
    text = context.document.text
    common = _told(text)
    for match in _COMPARED.finditer(text):
        start = max(context.sentence_at(match.start())[0], match.start() - _BEFORE)
        told = match[3] or match[4]
        dated = [share for share, when in _MONTHS if when.search(text, start, match.start())]
        share = Fraction(told) if told else dated[0] if len(dated) == 1 else None
        if share is None and not _PERIOD.search(text, start, match.start()):
            share = common
        if share is None or context.table_at(match.start()) is not None:
            continue
        actual, below = Fraction(match[1]), re.match(_BELOW, match[2]) is not None
        verdict: Verdict = "ok" if (actual < share) == below else "error"
        real = "低于" if actual < share else "不低于"
        says = "相符" if verdict == "ok" else f"文中说“{match[2]}”"
        yield Relation(
            "target", verdict, (piece(context, "actual", *match.span(1)), piece(context, "stated", *match.span(2))),
            f"{match[1]}% 对 {plain(share)}%", f"{real}序时进度", match[2],
            f"{match[1]}%{real}序时进度 {plain(share)}%，{says}。", "", "high" if verdict == "error" else "medium",
        )  # fmt: skip


def _told(text: str) -> Fraction | None:
    """The share of the year that the whole document is held against, where it names one only."""
    shares = {match[1] for pattern in _TOLD for match in pattern.finditer(text)}
    return Fraction(shares.pop()) if len(shares) == 1 else None
