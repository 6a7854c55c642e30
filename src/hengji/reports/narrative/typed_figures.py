"""Figures that somebody typed into prose by hand, told apart from years, dates, ordinals and document numbers.

A typed figure follows nothing: the paper marks it. What this takes for a figure is what a reader would have to
compare by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hengji.facts.figures import NUMERAL
from hengji.facts.units import COUNTERS, FOREIGN_MONEY, MONEY
from hengji.reports.paper.blocks import Run, Text, Typed

__all__ = ["split_figures"]

_NAMES_OF_UNITS: Final = {*MONEY, *FOREIGN_MONEY, *(COUNTERS - {"年", "月", "日"}), "%", "％", "个百分点"}
_UNITS: Final = "|".join(sorted(_NAMES_OF_UNITS, key=len, reverse=True))
_DAY: Final = r"\d{1,2}\s*月(?:\s*\d{1,2}\s*日|份|底|初|中旬|上旬|下旬)?"
_YEAR: Final = r"(?:19|20)\d{2}"
_NO_FIGURE: Final = "|".join(
    (
        r"《[^》\n]*》",
        r"〔请[^〕\n]*〕",
        r"[〔\[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*\d*\s*号?",
        rf"{_YEAR}\s*[-—–~至到、]\s*{_YEAR}\s*年?度?",
        rf"{_YEAR}\s*年(?:度|\s*{_DAY})?",
        rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}",
        _DAY,
        r"第\s*\d+(?:\s*[-—–~至到、]\s*第?\d+)*",
        r"\d+\s*号",
        r"[（(]\d{1,2}[）)]",
        r"(?:附件|附表|表|图|附录)\s*\d+",
        r"财决附?\s*\d+(?:-\d+)?(?:-\d+)?\s*表",
        r"[A-Za-z]+[-\d]*|\d+[A-Za-z][A-Za-z\d-]*",
        r"0?\d{2,4}-\d{7,8}|1[3-9]\d{9}",
    )
)
_TOKEN: Final = re.compile(rf"(?P<other>{_NO_FIGURE})|(?P<figure>{NUMERAL}(?:\s*(?:{_UNITS})(?:/(?:{_UNITS}))?)?)")
_LIST_NUMBER: Final = re.compile(r"\s*\d{1,2}\s*[.．、](?!\d)")


def split_figures(words: str, names: Iterable[str] = (), *, begins_line: bool = False) -> tuple[Run, ...]:
    """*words* as runs, each typed figure with its unit a run of its own.

    A list number that begins a line is none, nor is what belongs to one of *names* (``调剂比例20%以上项目``).
    """
    number = _LIST_NUMBER.match(words) if begins_line else None
    start = number.end() if number is not None else 0
    named = [(at, at + len(name)) for name in names for at in _places(name, words)]
    runs: list[Run] = []
    at = 0
    for match in _TOKEN.finditer(words, start):
        if match["figure"] is None or any(low <= match.start() < high for low, high in named):
            continue
        if words[at : match.start()]:
            runs.append(Text(words[at : match.start()]))
        runs.append(Typed(match["figure"]))
        at = match.end()
    if words[at:]:
        runs.append(Text(words[at:]))
    return tuple(runs)


def _places(name: str, words: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(re.escape(name), words))
