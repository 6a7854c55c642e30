"""Answers by degree (非常满意, 满意, …) as a paragraph tells them: how many gave each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span

__all__ = ["BEST", "DEGREE", "DEGREES", "TORN", "Answer", "Found", "answers_told", "count_of", "without_spaces"]

BEST: Final = ("非常满意", "很满意", "十分满意")
DEGREES: Final = (
    *BEST, "比较满意", "较满意", "较为满意", "基本满意", "不太满意", "不满意", "很不满意", "非常不满意", "一般", "满意",
)  # fmt: skip
"""The longer before those that they end in."""
TORN: Final = "|".join(r"\s*".join(degree) for degree in DEGREES)  # a page's edge may break a word
_N: Final = r"\d{1,3}(?:,\d{3})+|\d{1,12}"
DEGREE: Final = re.compile(
    rf"(?:选择|认为|表示)?(?<!满意[与和及])(?<!满意[与和及][较很])(?<!满意[与和及](?:比较|基本|非常))[“\"]?((?<!不)(?:{TORN}))[”\"]?的?(?:有|为|占|共)?\s*({_N})\s*(?:份|人|名|户|票)"
)
_OTHERWISE: Final = re.compile(DEGREE.pattern.replace("票)", "票|家|位|个)"))
_BEHIND: Final = re.compile(
    rf"({_N})\s*(?:份|人|名|户|票|家|位|个)(?:受访者|群众|企业)?\s*(?:选择|表\s*示|认为|评价为?|评为|感到|勾选)?\s*[“\"]?((?<!不)(?:{TORN}))[”\"]?(?=[，,、；;。）)])"
)
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave the answer, and where it stands."""

    number: int
    span: Span


Found = Mapping[str, Answer]


def count_of(digits: str) -> int:
    return int(digits.replace(",", ""))


def without_spaces(name: str) -> str:
    return re.sub(r"\s", "", name)


def answers_told(context: Context, span: Span) -> Found:
    """“非常满意60人” or “60人选择非常满意”, whichever the paragraph writes more often."""
    text = context.document.text
    before = _first_list(DEGREE.finditer(text, *span), 1, 2)
    behind = _first_list(_BEHIND.finditer(text, *span), 2, 1)
    if len(before) < _FEWEST:
        before = _first_list(_OTHERWISE.finditer(text, *span), 1, 2)
    return behind if len(behind) > len(before) else before


def _first_list(matches: Iterable[re.Match[str]], name: int, number: int) -> dict[str, Answer]:
    """By degree; a degree told again counts anew, but for one behind a list that goes down to the dissatisfied: what
    follows it is told of others, or of some of them (投保水稻的640户中满意593户)."""
    found: dict[str, Answer] = {}
    for match in matches:
        degree = without_spaces(match[name])
        complete = len(found) >= _FEWEST and any("不" in one for one in found)
        if degree not in found or not complete:
            found[degree] = Answer(count_of(match[number]), match.span(number))
    return found
