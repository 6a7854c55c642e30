"""Answers by degree (非常满意, 满意, …) as a paragraph tells them: how many gave each."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    before = {
        without_spaces(match[1]): Answer(count_of(match[2]), match.span(2)) for match in DEGREE.finditer(text, *span)
    }
    behind = {
        without_spaces(match[2]): Answer(count_of(match[1]), match.span(1)) for match in _BEHIND.finditer(text, *span)
    }
    if len(before) < _FEWEST:
        before = {
            without_spaces(match[1]): Answer(count_of(match[2]), match.span(2))
            for match in _OTHERWISE.finditer(text, *span)
        }
    return behind if len(behind) > len(before) else before
