"""References to tables and annexes that are not there: 详见表3, where the tables are 表1 and 表2."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_missing_targets"]

_NUMBER: Final = r"(?P<n>\d{1,2}(?:[-—－.]\d{1,2})?|[一二三四五六七八九十]{1,2})"
_NAMED: Final = r"(?P<name>附表|附件|附录|附图|表|图)"
_REFERENCE: Final = re.compile(
    rf"(?:详见|参见|见|如)(?:本报告|文后|后附|上|下)?[“\"《]?{_NAMED}\s*{_NUMBER}(?![\d\-—.年月个级类项])"
)
_SHOWN: Final = re.compile(r"\s*(?:所示|所列|中|）|\)|[，。；、：:”\"》]|$|的|和|及)")
_CAPTION: Final = re.compile(rf"^[（(【]?{_NAMED}\s*{_NUMBER}(?!\d|[-—－.]\d)\s*(?P<rest>.*)$")
_NOT_CAPTION: Final = re.compile(r"^(?:中|所示|所列|显示|可[见知以]|反映|的|看|为|是|、|和|及|与|至)")
_ANNEXES: Final = re.compile(r"^附件\s*[:：]\s*(?:1\s*[.．、])")
_ANNEXES_BELOW: Final = re.compile(r"附件\s*[:：]?")
_LISTED: Final = re.compile(r"^(?:附件\s*[:：]\s*)?(\d{1,2})\s*[.．、]\s*(?!\d)")


def find_missing_targets(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Nothing is said of a kind of which none, or not the first, has a caption: the tables may be pictures."""
    captions = _captions(lines)
    for line in lines:
        for match in _REFERENCE.finditer(line.text):
            series, number = _place(match)
            there = captions.get((match["name"], series), set())
            if _CAPTION.match(line.text) or number in there or not _complete(there):
                continue
            if number <= max(there) or not _SHOWN.match(line.text, match.end()):
                continue
            last = f"{match['name']}{f'{series}-' if series else ''}{max(there)}"
            yield slip(
                context,
                [(line.start + match.start("name"), line.start + match.end())],
                "error",
                f"文中说“{match[0]}”，全文只到“{last}”，没有这一张。请核对编号，或补上。",
                rule="所引的图表、附件应存在",
                expected=f"不超过{last}",
                likely="编号误写，或漏附",
                severity="medium",
            )


def _captions(lines: Sequence[Line]) -> dict[tuple[str, str], set[int]]:
    """The numbers of each kind and series (表1-…) that head a line."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    listing, awaiting = 0, False
    for line in lines:
        match = _CAPTION.match(line.text)
        if match is not None and not _NOT_CAPTION.match(match["rest"]) and match["rest"][-1:] not in ("。", "；"):
            series, number = _place(match)
            found[(match["name"], series)].add(number)
        listed = _LISTED.match(line.text)
        if _ANNEXES_BELOW.fullmatch(line.text):
            awaiting = True
            continue
        begins = _ANNEXES.match(line.text) is not None or (awaiting and listed is not None and int(listed[1]) == 1)
        awaiting = False
        listing = 1 if begins else listing + 1 if listed and int(listed[1]) == listing + 1 else 0
        if listing and (listed or listing == 1):
            found[("附件", "")].add(listing)
    return found


def _complete(there: set[int]) -> bool:
    """Whether the captions run from one on, so that none was overlooked."""
    return len(there) > 1 and there == set(range(1, max(there) + 1))


def _place(match: re.Match[str]) -> tuple[str, int]:
    series, dash, last = re.sub("[—－.]", "-", match["n"]).rpartition("-")
    return (series if dash else ""), whole_number(last)
