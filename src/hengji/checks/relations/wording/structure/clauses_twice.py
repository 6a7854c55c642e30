"""A clause set twice over (…每班领取补贴，…每班领取补贴，), and clauses numbered with a gap or a number twice:
第一部分…，第二部分…，第二部分…，第四部分…; （一）…；（二）…；（三）…；（五）…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_clauses_twice"]

_TWICE: Final = re.compile(
    r"(?:^|(?<=[，。；：\n]))(?P<clause>[^，。；：、\n|｜\t]{7,60})[，；。]\s?(?P<again>(?P=clause))(?=[，。；])"
)
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_PARTS: Final = re.compile(r"(?:^|(?<=[，。；：\n]))第(?P<n>[一二三四五六七八九十])(?P<what>部分|步|阶段|环节|方面)")
_BRACKETED: Final = re.compile(r"(?<=[，。；：])[（(](?P<n>[一二三四五六七八九十]|\d)[）)](?=[\u4e00-\u9fff])")
_FEWEST, _FAR, _LEAST = 3, 160, 5


def find_clauses_twice(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``, errors all."""
    del lines
    flow = flowing(context)
    for match in _TWICE.finditer(flow.text):
        place = flow.of(match, "again")
        if context.table_at(place[0]) is None and len(_HAN.findall(match["clause"])) >= _LEAST:
            yield slip(
                context,
                [flow.of(match, "clause"), place],
                "error",
                f"“{match['clause'][:30]}”连写了两遍。请删去一遍，或改为漏写的内容。",
                rule="语句不应重复",
                expected="只写一遍",
            )
    for pattern in (_PARTS, _BRACKETED):
        yield from _numbered(context, flow, pattern)


def _numbered(context: Context, flow: Flowing, pattern: re.Pattern[str]) -> Iterator[Relation]:
    run: list[re.Match[str]] = []
    for match in (*pattern.finditer(flow.text), None):
        near = match is not None and bool(run) and match.start() - run[-1].end() < _FAR
        same = near and "\n" not in flow.text[run[-1].end() : match.start()] if match is not None else False
        if match is not None and same and _style(match) == _style(run[-1]):
            run.append(match)
            continue
        yield from _judged(context, flow, run)
        run = [match] if match is not None else []


def _style(match: re.Match[str]) -> tuple[str | None, bool]:
    """What is numbered, and in which figures: （2） and （二） are of two lists."""
    return match.groupdict().get("what"), match["n"].isdigit()


def _judged(context: Context, flow: Flowing, run: Sequence[re.Match[str]]) -> Iterator[Relation]:
    """From one on, with one step that is none: 1, 2, 2, 4 and 1, 2, 3, 5."""
    numbers = [whole_number(one["n"]) for one in run]
    if len(run) < _FEWEST or numbers[0] != 1 or numbers.count(1) > 1:
        return
    wrong = [at for at, number in enumerate(numbers) if number != at + 1]
    skipped = bool(wrong) and numbers[wrong[0] :] == [number + 2 for number in range(wrong[0], len(run))]
    if (len(wrong) == 1 and numbers[wrong[0]] <= len(run)) or skipped:
        at = wrong[0]
        what = f"{flow.text[run[at].start() : run[at].end()]}"
        yield slip(
            context,
            [flow.of(run[at - 1]), flow.of(run[at])],
            "error",
            f"编号不连续：“{flow.text[run[at - 1].start() : run[at - 1].end()]}”之后是“{what}”。"
            "请核对编号，或补上漏写的一项。",
            rule="编号应连续",
            expected=str(at + 1),
        )
