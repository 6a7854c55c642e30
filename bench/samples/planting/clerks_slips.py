"""Faults that clerks make, at every place of a true text where the text itself shows them.

No word of a paper is written for the sake of a fault: a figure, a word or a mark that stands there anyway is changed.
Figures are changed only where figures near by give them, so that what is planted can be proved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.mentions.finding import find_mentions
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.mention import Mention

__all__ = ["KINDS", "Slip"]

_BEFORE, _BEHIND = 9, 6
"""Figures to either side of one that may give it."""
_FEWEST_DIGITS: Final = 3
_NUMERALS: Final = "一二三四五六七八九十"
_TURNED: Final = {"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长"}
_GRADES: Final = {"优": "良", "优秀": "良好", "良": "优", "良好": "优秀"}
_COVER: Final = 60
"""Characters at the head of a paper, whose year is the title's own."""


@dataclass(frozen=True, slots=True)
class Slip:
    """The stretch of the text from `start` to `end` that becomes `wrong`."""

    start: int
    end: int
    wrong: str

    def in_text(self, text: str) -> str:
        return text[: self.start] + self.wrong + text[self.end :]


def _rates(text: str) -> Iterator[Slip]:
    """Two digits of a rate exchanged that two figures near by give, as share or as growth."""
    for index, stated, near in _with_neighbours(text):
        if stated.is_rate and not stated.is_points_of_percent and any(_gives_rate(stated, a, b) for a, b in near):
            yield from _exchanged(stated, index)


def _amounts(text: str) -> Iterator[Slip]:
    """Two digits of a figure exchanged that is the sum or the difference of two near by."""
    for index, stated, near in _with_neighbours(text):
        if not stated.is_rate and any(_gives_amount(stated, a, b) for a, b in near):
            yield from _exchanged(stated, index)


def _with_neighbours(text: str) -> Iterator[tuple[int, Mention, list[tuple[Mention, Mention]]]]:
    """Each figure of three digits or more with the pairs of figures of one unit around it."""
    mentions = sorted(find_mentions(document_of_text(text, "paper.txt")), key=lambda one: one.start)
    for index, stated in enumerate(mentions):
        if sum(letter.isdigit() for letter in stated.text) < _FEWEST_DIGITS or stated.unit is None:
            continue
        around = [*mentions[max(0, index - _BEFORE) : index], *mentions[index + 1 : index + _BEHIND]]
        amounts = [one for one in around if not one.is_rate and one.unit is not None and one.value > 0]
        yield index, stated, [(a, b) for a in amounts for b in amounts if a is not b and a.unit == b.unit]


def _gives_rate(stated: Mention, a: Mention, b: Mention) -> bool:
    ratio = a.value / b.value
    half = stated.step / 2
    return ratio != 1 and (abs(ratio - stated.value) <= half or (abs(abs(ratio - 1) - abs(stated.value)) <= half))


def _gives_amount(stated: Mention, a: Mention, b: Mention) -> bool:
    return a.unit == stated.unit and stated.value in (a.value + b.value, a.value - b.value)


def _exchanged(mention: Mention, index: int) -> Iterator[Slip]:
    """The digits to exchange differ from figure to figure, and are the same in every run."""
    text = mention.text
    pairs = [
        at
        for at in range(len(text) - 1)
        if text[at].isdigit() and text[at + 1].isdigit() and text[at] != text[at + 1] and (at or text[at + 1] != "0")
    ]
    if pairs:
        at = pairs[index % len(pairs)]
        yield Slip(mention.start, mention.end, text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def _years(text: str) -> Iterator[Slip]:
    """The paper's own year put back by one, behind the title."""
    own = re.search(r"20\d\d", text)
    for match in re.finditer(f"{own[0]}年", text) if own is not None else ():
        if match.start() > _COVER:
            yield Slip(*match.span(), f"{int(match[0][:-1]) - 1}年")


def _units(text: str) -> Iterator[Slip]:
    """万 lost from 万元."""
    yield from (Slip(*match.span(), "元") for match in re.finditer(r"(?<=\d)万元", text))


def _directions(text: str) -> Iterator[Slip]:
    for match in re.finditer(rf"(?:{'|'.join(_TURNED)})(?=了?\d)", text):
        yield Slip(*match.span(), _TURNED[match[0]])


def _brackets(text: str) -> Iterator[Slip]:
    """A bracket that is not closed."""
    for match in re.finditer("）", text):
        if "（" in text[text.rfind("\n", 0, match.start()) + 1 : match.start()]:
            yield Slip(*match.span(), "")


def _numbering(text: str) -> Iterator[Slip]:
    for match in re.finditer(r"(?m)^（([二三四五六七])）", text):
        yield Slip(*match.span(1), _NUMERALS[_NUMERALS.index(match[1]) + 1])


def _broken_off(text: str) -> Iterator[Slip]:
    """A sentence that breaks off in the middle of its last clause."""
    for match in re.finditer(r"[^。\n]{20,}，([^，。\n]{6,30})。\n", text):
        yield Slip(match.start(1) + len(match[1]) // 2, match.end() - 1, "")


def _counts(text: str) -> Iterator[Slip]:
    """One more than is listed behind."""
    listed = r"[个家所项条处名户座件类大][\u4e00-\u9fff]{1,8}[：:（(，]?[\u4e00-\u9fff]+、"
    for match in re.finditer(rf"(?<![\d.第])(\d{{1,2}})(?={listed})", text):
        if int(match[1]) > 1:
            yield Slip(*match.span(), str(int(match[1]) + 1))


def _grades(text: str) -> Iterator[Slip]:
    said = r"(?:等级为|评为|等次为|评价等级|自评等级)[“\"为：]{0,2}(优秀|优|良好|良)"
    yield from (Slip(*match.span(1), _GRADES[match[1]]) for match in re.finditer(said, text))


def _capitals(text: str) -> Iterator[Slip]:
    for match in re.finditer("[壹贰叁肆伍陆柒捌玖](?=[拾佰仟万])", text):
        yield Slip(*match.span(), "叁" if match[0] == "贰" else "贰")


def _goals(text: str) -> Iterator[Slip]:
    """A result three points below its goal, in the row that holds both."""
    row = r"(?:≥|不低于|达到)\s?(\d{2})(?:\.\d+)?%[^\d\n]{0,20}?[\n|\t]+\s*(\d{2}(?:\.\d+)?)%"
    for match in re.finditer(row, text):
        yield Slip(*match.span(2), f"{int(match[1]) - 3}{'.40' if '.' in match[2] else ''}")


KINDS: Final[dict[str, Callable[[str], Iterator[Slip]]]] = {
    "rate": _rates, "amount": _amounts, "year": _years, "unit": _units, "direction": _directions,
    "bracket": _brackets, "numbering": _numbering, "broken off": _broken_off, "count": _counts, "grade": _grades,
    "capitals": _capitals, "goal": _goals,
}  # fmt: skip
