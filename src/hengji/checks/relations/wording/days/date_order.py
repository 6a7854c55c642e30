"""Two dates of one procedure and one thing whose order cannot be: 9 月 20 日开工，8 月 30 日竣工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.days.procedure_steps import Step, follows
from hengji.checks.relations.wording.days.said_steps import Said, said_steps, same_thing
from hengji.checks.relations.wording.days.told_dates import date_matches
from hengji.facts.relation import Relation, Verdict

__all__ = ["disordered", "find_date_order"]

_STOP: Final = re.compile(r"[。；！？\n]")
_OTHER: Final = re.compile(
    r"另|其余|其他|上一|下一|新一|前者|后者|重新|再次|二次|第二|补充|变更|调整|追加|续签|续建|下年|上年|去年|往年|提前|先行|部分|分别|甲|乙|各|二期|三期"
    r"|(?:竣工|完工|验收|开工|立项|签订|申报|中标|建成|下达|公示|批复)的(?!日期|时间)"
)
_OWNED_TO: Final = re.compile(r"早在|早已|此前|即已|就已|先于|倒置|颠倒|先开工|未批先|补办|补签")
_FAR: Final = 200
_ONE_YEAR: Final = 12  # months after which a first step begins another round
_LONGEST: Final = 3000


def find_date_order(context: Context) -> Iterator[Relation]:
    """Every passage in which two dates and more stand, against each step told before in it."""
    flow = flowing(context)
    for start, end in _passages(flow.text, [match.start() for match in date_matches(context)]):
        told: list[Said] = []
        for said in said_steps(flow.text, start, end):
            if context.table_at(flow.place(said.date.start)) is not None:
                continue
            here = said if said.thing or said.of_all or not told else replace(said, thing=told[-1].thing)
            if any(one.step.ranks == here.step.ranks for one in told):
                told.clear()  # the procedure is gone through anew
            other = next((one for one in told[::-1] if _cannot_be(flow.text, one, here)), None)
            if other is not None:
                spans = (flow.span(other.date.start, other.date.end), flow.span(here.date.start, here.date.end))
                yield disordered(context, spans, (other.step, here.step), _verdict(flow.text, other, here))
            else:
                told.append(here)


def _passages(text: str, dates: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs that tell two dates and more."""
    inside: tuple[int, int] | None = None
    for first, second in pairwise(dates):
        if inside is not None and second < inside[1]:
            continue
        if second - first > _FAR or "\n" in text[first:second]:
            continue
        start = text.rfind("\n", max(0, first - _LONGEST), first) + 1
        end = text.find("\n", second)
        inside = (max(start, first - _LONGEST), min(end if end >= 0 else len(text), first + _LONGEST))
        yield inside


def _cannot_be(text: str, one: Said, other: Said) -> bool:
    """Whether the one that has to follow lies wholly before the other, and both are said of one thing."""
    if follows(other.step, one.step):
        late, early = other, one
    elif (
        follows(one.step, other.step)
        and other.date.month - one.date.month < _ONE_YEAR
        and (one.thing == other.thing != "" or not _STOP.search(text, one.turn, other.turn))
    ):
        late, early = one, other
    else:
        return False
    if late.date.last >= early.date.first or other.start - one.turn > _FAR:
        return False
    between = text[one.turn : other.turn]
    brackets = [between.count("（") + between.count("("), between.count("）") + between.count(")")]
    return brackets[0] == brackets[1] and same_thing((one.thing, other.thing)) and _OTHER.search(between) is None


def _verdict(text: str, one: Said, other: Said) -> Verdict:
    """Certain in one sentence that tells the steps as they follow, and over several where the same thing is named."""
    between = text[one.turn : other.turn]
    strict = one.step.strict and other.step.strict and _OWNED_TO.search(between) is None
    together = _STOP.search(between) is None or (one.thing != "" and one.thing == other.thing)
    told_in_order = follows(other.step, one.step) or (one.labelled and other.labelled)
    return "error" if strict and together and told_in_order else "suspicious"


def disordered(context: Context, spans: tuple[Span, Span], steps: tuple[Step, Step], verdict: Verdict) -> Relation:
    """Two dates in the order of the text, and the steps that they are said of; either may be the wrong one."""
    shown = [context.document.text[slice(*span)] for span in spans]
    one, other = steps
    later = follows(other, one)
    return slip(
        context,
        spans,
        verdict,
        f"“{other.name}”应在“{one.name}”之{'后' if later else '前'}，文中“{one.name}”是“{shown[0]}”，"
        f"“{other.name}”却是“{shown[1]}”，先后颠倒。请核对两个日期。",
        rule="同一事项各环节的日期应先后相承",
        expected=f"{'不早于' if later else '不晚于'}{shown[0]}",
        severity="high",
        kind="year",
    )
