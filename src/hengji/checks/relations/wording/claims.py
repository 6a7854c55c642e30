"""A rate said to be reached in one place and not reached in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["find"]

_RATE_NAME = r"([\u4e00-\u9fff]{2,14}率)"
_NOT_REACHED = re.compile(rf"{_RATE_NAME}(?:未能?|没有|尚未)(?:达到?|完成)\s*(\d{{1,12}}(?:\.\d{{1,8}})?)\s*\\?[%％]")
_STATED = re.compile(
    r"([\u4e00-\u9fff]{2,14}?(?:率(?:为|达到|达|是)?|(?:率)?\s*[=＝]))\s*"
    r"(?:\$?[\d.()（）+\-*/×÷%％\\ ]{1,60}[=＝]\s*)?\$?(\d{1,12}(?:\.\d{1,8})?)\s*\\?[%％]"
)
_PARTIAL = re.compile(r"^.*(?:部分|个别|有的|少数|某|其中|一些)")
_GOAL = re.compile(r"目标|指标[:：]|计划|不低于|不少于|不高于|应达|力争|确保")
_FILLER = re.compile(r"^(?:本年度?|年度|全年|整体|部门|单位|本部门|本单位|我单位|我办|我局|的|其)+")


def find(context: Context) -> Iterator[Relation]:
    """支出完成率 100% in one place, 支出完成率未能达到 100% in another."""
    text = context.document.text
    denied = [match for match in _NOT_REACHED.finditer(text) if not _PARTIAL.match(match[1])]
    if not denied:
        return
    stated: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for match in _STATED.finditer(text):
        if re.search(r"[\t|\n]", match[0]) and not re.search("[为达是=＝]", match[0]):
            continue  # a cell beside a name may be the goal, not what was reached
        if _GOAL.search(text, max(text.rfind(stop, 0, match.start()) for stop in "。\n") + 1, match.start()):
            continue  # 主要指标：整改率100%；办结率不低于98%
        stated[_key(match[1])].append((match[2], match.span(2)))
    for match in denied:
        bound = read_number(match[2])
        for figure, span in stated.get(_key(match[1]), ()):
            value = read_number(figure)
            if (
                value is not None
                and bound is not None
                and value >= bound
                and not match.start() <= span[0] < match.end()
            ):
                yield _contradiction(context, match, span)
                break


def _key(name: str) -> str:
    core = re.split(r"[=＝]|率", name.strip())[0].rstrip()
    return _FILLER.sub("", core) or core


def _contradiction(context: Context, match: re.Match[str], span: Span) -> Relation:
    there = context.document.text[slice(*span)]
    return Relation(
        "repeat",
        "error",
        (piece(context, "value", *span), piece(context, "stated", *match.span())),
        f"{match[1]}前后应一致",
        f"{there}%",
        match.group(),
        f"前文{match[1]}为{there}%，这里却说“{match.group()}”，前后矛盾。请核对后统一。",
        "两处说法之一有误",
        "high",
    )
