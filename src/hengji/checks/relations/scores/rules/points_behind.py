"""A deduction, the score that it leaves, and the points behind both: “扣1分，该项得9分（满分10分）”.

Also several indicators of the same points, “5项指标，每项4分，总分20分。…扣1.5分，实得18.5分”; and a deduction
that is broken down, “扣分3.5分：一是…扣2分；二是…扣1.5分”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.prose import Deduction, deductions_of
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["points_behind"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_BEHIND: Final = re.compile(
    rf"扣(?:减|除|去|掉)?\s?(?P<off>{_N})\s?分[，,、；;]\s?[^，,。；;\d（(扣]{{0,10}}得分?(?:为)?\s?(?P<score>{_N})\s?分?\s?"
    rf"[（(，,]\s?(?:该项|本项|指标)?(?:满分|分值|权重分?|标准分)(?:为|是|[:：])?\s?(?P<points>{_N})\s?分"
)
_SAME: Final = re.compile(
    rf"(?P<count>\d{{1,2}})\s?[项个条][^，,。；;\d]{{0,12}}[，,]\s?(?:每[项个条]|各)(?:指标)?(?:分值|满分|计)?(?:为)?\s?"
    rf"(?P<each>{_N})\s?分"
    rf"[，,；;]\s?(?:总分值?|共计?|合计|满分|总计)(?:为)?\s?(?P<points>{_N})\s?分"
)
_GOT: Final = re.compile(rf"(?:实得|共得|合计得|最终得|总得|共计得)分?(?:为)?\s?(?P<score>{_N})\s?分")
_TAKEN: Final = re.compile(
    rf"(?:(?<=[，,；;。])|(?<=^))\s?(?:(?:总|共|合计|累计|总共|总计)?(?:扣分|失分|丢分)(?:合计|共计|共)?|(?:总共|共计?|合计|累计)扣(?:减|除)?)"
    rf"(?:为|是|[:：])?\s?(?P<all>{_N})\s?分"
)
_NOT_SURE: Final = re.compile("每|最多|标准|要求|另|各扣|均扣|分别|加\\d|加分|最高")
_EACH: Final = re.compile(
    rf"(?:分值|满分|权重)(?:共|计)?(?:为)?\s?(?P<points>{_N})\s?分[，,；;][^。；;\d]{{0,12}}(?P<count>\d{{1,2}})\s?"
    rf"(?P<unit>[个项次处件家笔人户])[^。；;\d]{{0,24}}"
    rf"[，,]\s?每(?P=unit)扣(?:减|除)?\s?(?P<off>{_N})\s?分[，,][^。；;\d]{{0,10}}得分?(?:为)?\s?(?P<score>{_N})\s?分"
)
_LISTED: Final = re.compile(
    rf"(?:满分|总分|分值)(?:为)?\s?(?P<points>{_N})\s?分[，,；;。][^。\n]{{0,60}}?(?:分别|依次)扣(?:减|除)?(?P<list>"
    rf"(?:\s?{_N}\s?分\s?[、和及,，]?){{2,12}})"
    rf"[，,；;。]?\s?[^，。；\d]{{0,8}}得分?(?:为)?\s?(?P<score>{_N})\s?分"
)
_SENTENCE: Final = re.compile(r"[^。！？\n]+")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_OTHERS: Final = re.compile("等|主要|其他|其余")


def points_behind(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``."""
    flow = flowing(context)
    for sentence in _SENTENCE.finditer(flow.text):
        if "扣" in sentence[0] and "得" in sentence[0] and context.table_at(flow.place(sentence.start())) is None:
            yield from _behind(context, flow, *sentence.span())
    for paragraph in _PARAGRAPH.finditer(flow.text):
        if "扣" in paragraph[0] and context.table_at(flow.place(paragraph.start())) is None:
            yield from _told_at_once(context, flow, *paragraph.span())
            yield from _same(context, flow, *paragraph.span())
            yield from _broken_down(context, flow, *paragraph.span())


def _told_at_once(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    """分值10分，因3个子项目逾期，每个扣1分，得7分; 满分100分，…分别扣1分、2分，得97分."""
    for match in _EACH.finditer(flow.text, start, end):
        lost = Fraction(match["off"]) * int(match["count"])
        if lost <= Fraction(match["points"]):
            yield _relation(context, flow, match, match, lost, [match.span("off")])
    for match in _LISTED.finditer(flow.text, start, end):
        lost = sum((Fraction(one) for one in re.findall(_N, match["list"])), Fraction(0))
        if not re.search("另|每|加", match[0]):
            yield _relation(context, flow, match, match, lost, [match.span("list")])


def _behind(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    last = start
    for match in _BEHIND.finditer(flow.text, start, end):
        reasons = deductions_of(flow.text[last : match.end("off") + 1])
        last = match.end()
        if len(reasons) == 1 and not re.search("另|各扣|均扣|加", flow.text[match.start() - 12 : match.start()]):
            yield _relation(context, flow, match, match, Fraction(match["off"]), [match.span("off")])


def _same(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    text = flow.text
    same = list(_SAME.finditer(text, start, end))
    got = list(_GOT.finditer(text, start, end))
    if len(same) != 1 or len(got) != 1 or got[0].start() < same[0].end():
        return
    between = text[same[0].end() : got[0].start()]
    found = [one for one in deductions_of(between) if one.points]
    if not found or _NOT_SURE.search(between) or any(one.is_sum or one.leaves is not None for one in found):
        return
    lost = sum((one.points for one in found), Fraction(0))
    spans = [(same[0].end() + one.start, same[0].end() + one.end) for one in found]
    yield _relation(context, flow, same[0], got[0], lost, spans)


def _relation(
    context: Context, flow: Flowing, whole: re.Match[str], got: re.Match[str], lost: Fraction,
    spans: list[tuple[int, int]],
) -> Relation:  # fmt: skip
    left = Fraction(whole["points"]) - lost
    holds = left == Fraction(got["score"])
    figures = (
        piece(context, "points", *flow.of(whole, "points")),
        *(piece(context, "deduction", *flow.span(*span)) for span in spans),
        piece(context, "score", *flow.of(got, "score")),
    )
    said = "" if holds else "应"
    message = f"满分 {whole['points']} 分，扣 {plain(lost)} 分，{said}得 {plain(left)} 分，文中为 {got['score']} 分。"
    return rule_relation(
        "ok" if holds else "error", figures, f"{whole['points']} - {plain(lost)}", plain(left), message
    )


def _broken_down(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    """The deductions behind a total one, in the same sentence: never more than it, and no less where they are all."""
    text = flow.text
    for match in _TAKEN.finditer(text, start, end):
        stop = min(
            [at for mark in ("。", "得分", "分值", "满分") if (at := text.find(mark, match.end(), end)) >= 0] or [end]
        )
        told = text[match.end() : stop]
        found = [one for one in deductions_of(told) if one.points]
        if len(found) < 2 or _NOT_SURE.search(told) or any(one.is_sum or one.leaves is not None for one in found):
            continue
        parts = sum((one.points for one in found), Fraction(0))
        total = Fraction(match["all"])
        holds = parts == total
        if parts < total and _OTHERS.search(told):
            continue
        if not holds and _is_nested(found, told):
            continue
        figures = (
            *(piece(context, "deduction", *flow.span(match.end() + one.start, match.end() + one.end)) for one in found),
            piece(context, "total", *flow.of(match, "all")),
        )
        formula = " + ".join(plain(one.points) for one in found)
        message = f"所列各项扣分之和{'' if holds else '应'}为 {plain(parts)} 分，文中扣分 {match['all']} 分。"
        yield rule_relation("ok" if holds else "error", figures, f"{formula} = {match['all']}", plain(parts), message)


def _is_nested(found: list[Deduction], told: str) -> bool:
    """Whether one deduction is the sum of those right behind it: 数量扣2分，其中甲扣1分、乙扣1分."""
    return any(
        sum((one.points for one in found[at + 1 : to]), Fraction(0)) == found[at].points
        and re.search("[（(:：]|其中|包括", told[found[at].end : found[at + 1].start])
        for at in range(len(found))
        for to in range(at + 3, len(found) + 1)
    )
