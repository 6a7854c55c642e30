"""Answers by degree (非常满意, 满意, …): they add up to the questionnaires, and their share or weighted mean is the
satisfaction that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.degrees import (
    DEGREE,
    DEGREES,
    TORN,
    Found,
    answers_told,
    count_of,
    without_spaces,
)
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.checks.relations.wording.surveys.survey_groups import WEIGHED, own_rate
from hengji.checks.relations.wording.surveys.survey_unions import unions
from hengji.checks.relations.wording.surveys.weighted_degrees import of_first_degrees, weighted_satisfaction
from hengji.facts.numbers import percent, plain, read_number
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["answers_by_degree"]

_SHARE: Final = re.compile(
    rf"[“\"]?(?P<name>(?<!不)(?:{TORN}))[”\"]?的?(?:人数|比例|受访者|问卷)?(?:占比?|比例)?(?:为|达)?\s*(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s*[%％]"
)
_SHARE_BEHIND: Final = re.compile(
    rf"(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s*[%％]的?[^，。；\d]{{0,8}}?(?:表\s*示|认\s*为|选\s*择|感到|觉得)\s*[“\"]?"
    rf"(?P<name>(?<!不)(?:{TORN}))[”\"]?(?=[，、；。])"
)
_QUOTED: Final = re.compile(
    r"[“\"](?P<name>[^”\"，。\d]{1,8})[”\"]的?(?:占比?|比例)?(?:为|达)?\s*(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s*[%％]"
)
_SATISFACTION: Final = re.compile(
    r"(?<!不)满\s*意\s*(?:度|率)(?:得分)?(?:[（(](?P<with>[^（）()\d]{1,12})[)）])?"
    r"(?:\s*[=＝][^，。；=＝\d]{4,40}[，,](?:即|为|得)?|为|达到|达|是)?\s*(?P<rate>\d{1,12}(?:\.\d{1,8})?)\s*[%％]"
)
_ALL_COUNTS: Final = re.compile(r"(?<![\d.,])\d{1,6}(?=\s*(?:份|人|户|名|家|个))")
_AMONG: Final = re.compile(r"\s*[份张]?\s*[，,：:（(]\s*其中[^，。；、\d]{0,12}")  # 有效问卷 144 份，其中…: no others
_NO_ANSWER: Final = re.compile(
    r"\s?[份人户名家个]?[，,、；;]\s?(?:另有?|其余)?[^，。；\d]{0,6}(?:不了解|说不清|拒答|拒绝|未作答|未回答|未表态|弃权|未评价|不清楚|未填|不知道)[^，。；\d]{0,8}?(?P<n>\d{1,6})"
)
_FEWEST: Final = 3
_HUNDRED: Final = Fraction(100)


def answers_by_degree(context: Context, span: Span, wholes: Sequence[tuple[int, Span]]) -> Iterator[Relation]:
    """*wholes*: the questionnaires that are valid, then those returned, where they are stated."""
    found = answers_told(context, span)
    total = sum(answer.number for answer in found.values())
    shares = {
        without_spaces(match[1]): (match[2], match.span(2))
        for match in reversed([*_SHARE.finditer(context.document.text, *span)])
    }
    numbers = {name: (answer.number, answer.span) for name, answer in found.items()}
    yield from unions(context, span, DEGREES, numbers, shares, [whole for whole, _ in wholes])
    if len(found) < _FEWEST or not total:
        yield from _shares(context, span)
        yield from _satisfied(context, span, found, wholes)
        return
    parts = [piece(context, "part", *answer.span) for answer in found.values()]
    if wholes:
        complete = any("不" in name for name in found)
        counted = _counted(context, found, total, parts, wholes, complete=complete)
        if counted is not None:
            yield counted
    stated = own_rate(context, span, max(answer.span[1] for answer in found.values()), _SATISFACTION)
    if stated is not None and not _of_a_group(context.document.text[span[0] : stated.start()], stated["rate"]):
        behind = context.document.text[max(answer.span[1] for answer in found.values()) : stated.start()]
        if len(DEGREE.findall(behind)) >= _FEWEST:
            return  # 患者卷满意 312 份…；职工卷满意 61 份…；综合满意度 P: of both together
        whole = total in {number for number, _ in wholes}
        yield weighted_satisfaction(
            context, span, found, parts, stated, of_first_degrees(found, behind) if whole else []
        )


def _of_a_group(before: str, rate: str) -> bool:
    """其中低层住户 88 份问卷中满意的 49 份，满意率 P: the two figures in front of the rate are its own."""
    figures = [int(digits) for digits in re.findall(r"(?<![\d.])\d{1,9}(?![\d.])", re.split("。", before)[-1])][-2:]
    return len(figures) > 1 and figures[0] > figures[1] > 0 and judge(Fraction(figures[1], figures[0]), rate) != "error"


def _satisfied(context: Context, span: Span, found: Found, wholes: Sequence[tuple[int, Span]]) -> Iterator[Relation]:
    """“回访160户，满意149户，满意度93.13%”: those satisfied are told alone, so that nobody else counts."""
    stated = list(_SATISFACTION.finditer(context.document.text, *span))
    if "满意" not in found or not found.keys() <= {"满意", "不满意"} or len(stated) != 1 or stated[0]["with"]:
        return
    part = found["满意"]
    fitting = [whole for whole in wholes if whole[0] >= part.number > 0 and whole[1] != part.span]
    if not fitting or len({number for number, _ in fitting}) != 1 or part.span[0] > stated[0].start():
        return
    whole, place = fitting[0]
    verdict = judge(Fraction(part.number, whole), stated[0]["rate"])
    groups = (int(found[0]) for found in _ALL_COUNTS.finditer(context.document.text, span[0], part.span[0]))
    if WEIGHED.search(context.document.text[stated[0].end() : stated[0].end() + 20].split("。")[0]):
        return
    own = (n for n in groups if part.number <= n < whole)
    if verdict == "error" and any(judge(Fraction(part.number, n), stated[0]["rate"]) != "error" for n in own):
        return  # 规上企业40家, of 120: the group's own
    computed = percent(Fraction(part.number, whole))
    says = "请核对" if verdict == "error" else "相符"
    yield survey_relation(
        verdict,
        [
            piece(context, "part", *part.span),
            piece(context, "whole", *place),
            piece(context, "stated", *stated[0].span("rate")),
        ],
        f"{part.number} ÷ {whole}",
        computed,
        f"{stated[0]['rate']}%",
        f"满意的{part.number}占{whole}的{computed}，文中为{stated[0]['rate']}%，{says}。",
    )


def _shares(context: Context, span: Span) -> Iterator[Relation]:
    """“非常满意占52.5%，满意占35%…”: the shares of all degrees make 100 %, as far as they are rounded."""
    behind = [*_SHARE_BEHIND.finditer(context.document.text, *span)]
    told = _SHARE_BEHIND if len(behind) >= _FEWEST else _SHARE
    found = {without_spaces(match["name"]): match for match in told.finditer(context.document.text, *span)}
    if len(found) < _FEWEST:
        listed = [*_QUOTED.finditer(context.document.text, *span)]
        found = {match[1]: match for match in listed}
        if len(found) != len(listed):
            return
    if len(found) < _FEWEST or not any(re.match("不|没|未|其他|说不清", name) for name in found):
        return
    shares = [read_number(match["rate"]) or Fraction(0) for match in found.values()]
    slack = sum((Fraction(1, 2 * 10 ** len(match["rate"].partition(".")[2])) for match in found.values()), Fraction(0))
    total = sum(shares, Fraction(0))
    verdict: Verdict = "ok" if total == _HUNDRED else "rounding" if abs(total - _HUNDRED) <= slack else "error"
    yield survey_relation(
        verdict,
        [piece(context, "part", *match.span("rate")) for match in found.values()],
        " + ".join(match["rate"] for match in found.values()),
        f"{plain(total)}%",
        "100%",
        f"各档占比合计{plain(total)}%，{'请核对各档占比' if verdict == 'error' else '相符'}。",
    )


def _counted(
    context: Context,
    found: Found,
    total: int,
    parts: list[Figure],
    wholes: Sequence[tuple[int, Span]],
    *,
    complete: bool,
) -> Relation | None:
    first = min(answer.span[0] for answer in found.values())
    led = [whole for whole in wholes if _AMONG.fullmatch(context.document.text[whole[1][1] : first])]
    number, place = next((whole for whole in led or wholes if whole[0] == total), (led or wholes)[0])
    if number != total and number - total == _unanswered(context, max(answer.span[1] for answer in found.values())):
        return None
    if number != total and _otherwise(context, first, max(answer.span[1] for answer in found.values()), total):
        return None
    verdict: Verdict = "ok" if number == total else "error" if complete else "suspicious"
    says = "相符" if verdict == "ok" else "请核对各档人数和问卷份数"
    return survey_relation(
        verdict,
        [*parts, piece(context, "stated", *place)],
        " + ".join(str(answer.number) for answer in found.values()),
        str(total),
        str(number),
        f"各档合计{total}，有效（收回）问卷{number}份，{says}。",
    )


def _unanswered(context: Context, last: int) -> int:
    """不满意的8人，不了解或拒答的15人: how many right behind the degrees gave none."""
    told = _NO_ANSWER.match(context.document.text, last)
    return int(told["n"]) if told is not None else 0


def _otherwise(context: Context, first: int, last: int, total: int) -> bool:
    """发放 250 份，得到有效答复 240 户，满意 132 户…: the last figure in front of the answers is what they make; and
    患者卷满意 312 份…；职工卷满意 61 份…: each batch with a count of its own in front of it."""
    start, end = context.paragraph_at(first)
    before = [one for one in context.within((start, first)) if not one.is_rate]
    if before and before[-1].value == total:
        return True
    text = context.document.text
    told = [
        (without_spaces(match[1]), count_of(match[2]), match.start()) for match in DEGREE.finditer(text, start, end)
    ]
    names = [name for name, _, _ in told]
    bounds = [at for at in range(len(told)) if names[at] == names[0]]
    batches = [told[a:b] for a, b in pairwise([*bounds, len(told)])]
    return len(batches) > 1 and all(_own_whole(context, start, batch) for batch in batches)


def _own_whole(context: Context, start: int, batch: Sequence[tuple[str, int, int]]) -> bool:
    names = [name for name, _, _ in batch]  # 其中“一般”和“不满意”的 21 份: what is told again is no other degree
    total = sum(number for at, (name, number, _) in enumerate(batch) if name not in names[:at])
    before = [one.value for one in context.within((start, batch[0][2])) if not one.is_rate]
    return total in before[-_FEWEST:]
