"""Progress held against the months by which it is due, with points in proportion where it falls short: 6月、9月、11月应
分别达到45%、70%、90%，各占3分，未达到的按实际进度占应达进度的比例计分。…对应进度47%、71%、88%，得9分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.facts.numbers import plain, round_half_up, shown
from hengji.facts.relation import Figure, Relation

__all__ = ["paced_scores"]

_RATE: Final = r"\d{1,3}(?:\.\d{1,4})?\s?[%％]"
_ACTUAL: Final = re.compile(_RATE)
_POINTS: Final = r"\d{1,2}(?:\.\d{1,2})?"
_DUE: Final = re.compile(rf"(?:分别应?达到|依次(?:为|达到)|分别为)(?P<list>{_RATE}(?:、{_RATE}){{1,5}})")
_EACH: Final = re.compile(rf"各(?:占|计)?(?P<each>{_POINTS})分")
_IN_PROPORTION: Final = re.compile(r"未达到?(?:的|者)?，?按实际[^。；]{0,12}(?:比例|之比)(?:计分|折算|计算|得分|计)")
_SCORES: Final = re.compile(rf"得分(?:依次|分别)为(?P<list>{_POINTS}分(?:、{_POINTS}分){{1,5}})|得(?P<one>{_POINTS})分")
_ONE: Final = re.compile(r"\d+(?:\.\d+)?")
_REACH: Final = 160  # characters from the rule to the score
_PARAGRAPH: Final = re.compile(r"[^\n]+")


def paced_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``: one for a paragraph with one such rule, as many rates and a score."""
    flow = flowing(context)
    for paragraph in _PARAGRAPH.finditer(flow.text):
        if "按实际" in paragraph[0] and context.table_at(flow.place(paragraph.start())) is None:
            yield from _of(context, flow, *paragraph.span())


def _of(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    rule = _IN_PROPORTION.search(flow.text, start, end)
    due = _DUE.search(flow.text, start, rule.start()) if rule is not None else None
    each = _EACH.search(flow.text, start, rule.start()) if rule is not None else None
    if rule is None or due is None or each is None:
        return
    wanted = [Fraction(one) for one in _ONE.findall(due["list"])]
    said = _SCORES.search(flow.text, rule.end(), min(end, rule.end() + _REACH))
    actual = list(_ACTUAL.finditer(flow.text, rule.end(), said.start())) if said is not None else []
    if said is None or len(actual) != len(wanted) or min(wanted) <= 0:
        return
    points = Fraction(each["each"])
    rates = [Fraction(one[0].rstrip("%％ ")) for one in actual]
    meant = [min(points, points * rate / least) for rate, least in zip(rates, wanted, strict=True)]
    data = tuple(piece(context, "data", *flow.span(*one.span())) for one in actual)
    worked = " + ".join(f"{plain(round_half_up(one, 2))}" for one in meant)
    if said["one"]:
        stated = Fraction(said["one"])
        right = sum((round_half_up(one, 2) for one in meant), Fraction(0))
        holds = abs(right - stated) <= Fraction(len(meant), 100) or abs(sum(meant) - stated) <= Fraction(1, 20)
        score = piece(context, "score", *flow.of(said, "one"))
        yield _told((*data, score), worked, right, said["one"], holds=holds)
        return
    listed = list(_ONE.finditer(flow.text, *said.span("list")))
    for value, one in zip(meant, listed, strict=False):
        holds = abs(value - Fraction(one[0])) <= Fraction(1, 10 ** len(one[0].partition(".")[2]))
        score = piece(context, "score", *flow.span(*one.span()))
        yield _told((*data, score), worked, round_half_up(value, 2), one[0], holds=holds)


def _told(figures: tuple[Figure, ...], worked: str, right: Fraction, stated: str, *, holds: bool) -> Relation:
    value = shown(right, 2)
    message = f"按各时点的完成比例（{worked}）{'' if holds else '应'}得 {value} 分，文中为 {stated} 分。"
    return rule_relation("ok" if holds else "error", figures, worked, value, message)
