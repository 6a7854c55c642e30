"""Answers by degree (非常满意, 满意, …): they add up to the questionnaires, and their share or weighted mean is the
satisfaction that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.checks.relations.wording.surveys.survey_groups import WEIGHED, own_rate
from hengji.checks.relations.wording.surveys.survey_unions import unions
from hengji.facts.numbers import percent, plain, read_number, round_half_up, shown
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["BEST", "DEGREES", "answers_by_degree", "weightings"]

BEST: Final = ("非常满意", "很满意", "十分满意")
DEGREES: Final = (
    *BEST, "比较满意", "较满意", "较为满意", "基本满意", "不太满意", "不满意", "很不满意", "非常不满意", "一般", "满意",
)  # fmt: skip
"""The longer before those that they end in."""

_TORN: Final = "|".join(r"\s*".join(degree) for degree in DEGREES)  # a page's edge may break a word
_N: Final = r"\d{1,3}(?:,\d{3})+|\d{1,12}"
_DEGREE: Final = re.compile(
    rf"(?:选择|认为|表示)?(?<!满意[与和及])(?<!满意[与和及][较很])(?<!满意[与和及](?:比较|基本|非常))[“\"]?((?<!不)(?:{_TORN}))[”\"]?的?(?:有|为|占|共)?\s*({_N})\s*(?:份|人|名|户|票)"
)
_OTHERWISE: Final = re.compile(_DEGREE.pattern.replace("票)", "票|家|位|个)"))
_BEHIND: Final = re.compile(
    rf"({_N})\s*(?:份|人|名|户|票|家|位|个)(?:受访者|群众|企业)?\s*(?:选择|表\s*示|认为|评价为?|评为|感到|勾选)?\s*[“\"]?((?<!不)(?:{_TORN}))[”\"]?(?=[，,、；;。）)])"
)
_SHARE: Final = re.compile(
    rf"[“\"]?(?P<name>(?<!不)(?:{_TORN}))[”\"]?的?(?:人数|比例|受访者|问卷)?(?:占比?|比例)?(?:为|达)?\s*(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s*[%％]"
)
_SHARE_BEHIND: Final = re.compile(
    rf"(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s*[%％]的?[^，。；\d]{{0,8}}?(?:表\s*示|认\s*为|选\s*择|感到|觉得)\s*[“\"]?"
    rf"(?P<name>(?<!不)(?:{_TORN}))[”\"]?(?=[，、；。])"
)
_QUOTED: Final = re.compile(
    r"[“\"](?P<name>[^”\"，。\d]{1,8})[”\"]的?(?:占比?|比例)?(?:为|达)?\s*(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s*[%％]"
)
_SATISFACTION: Final = re.compile(
    r"(?<!不)满\s*意\s*(?:度|率)(?:得分)?(?:[（(](?P<with>[^（）()\d]{1,12})[)）])?"
    r"(?:\s*[=＝][^，。；=＝\d]{4,40}[，,](?:即|为|得)?|为|达到|达|是)?\s*(?P<rate>\d{1,12}(?:\.\d{1,8})?)\s*[%％]"
)
_ROW: Final = r"((?:\d{1,3}(?:\.\d)?\s*[%％分]?\s*[、，,/／和]\s*){2,6}\d{1,3}(?:\.\d)?\s*[%％分]?)"
_WEIGHED: Final = re.compile(
    rf"按照?\s*{_ROW}\s*的?\s*(?:权重|分值|权数|系数|赋值|标准)|(?:权重|分值|权数|系数|赋值|赋分)(?:分别|依次)?(?:为|是|按)?\s*{_ROW}"
)
_USUAL: Final = (
    (100, 0, 0, 0),
    (100, 100, 0, 0),
    (80, 60, 40, 20),
    (80, 60, 30, 0),
    (80, 60, 0, 0),
    (90, 80, 0, 0),
    (85, 70, 50, 0),
    (75, 50, 25, 0),
    (80, 60, 40, 0),
    (90, 60, 30, 0),
    (80, 60, 30, 30),
)
"""What 满意, 基本满意 or 一般, 不太满意 and 不满意 count in percent, beside 非常满意 at 100."""
_ALL_COUNTS: Final = re.compile(r"(?<![\d.,])\d{1,6}(?=\s*(?:份|人|户|名|家|个))")
_AMONG: Final = re.compile(r"\s*[份张]?\s*[，,：:（(]\s*其中[^，。；、\d]{0,12}")  # 有效问卷 144 份，其中…: no others
_FIRST: Final = re.compile("前(?P<many>[两二三])[项档]")
_MANY: Final = {"两": 2, "二": 2, "三": 3}
_FEWEST: Final = 3
_DIGITS: Final = 4
_HUNDRED: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave the answer, and where it stands."""

    number: int
    span: Span


Found = Mapping[str, Answer]


def weightings(degrees: Sequence[str]) -> list[list[Fraction]]:
    """What each of *degrees* may count, in the usual ways; the shares of the best ones first."""
    ways = [[_weight(degree, way) for degree in degrees] for way in _USUAL]
    if any(degree in BEST for degree in degrees):
        return ways
    return [*ways, *([Fraction(place < count) for place in range(len(degrees))] for count in range(1, len(degrees)))]


def _whole(digits: str) -> int:
    return int(digits.replace(",", ""))


def _plain(name: str) -> str:
    return re.sub(r"\s", "", name)


def _weight(degree: str, way: tuple[int, int, int, int]) -> Fraction:
    good, fair, poor, bad = way
    if degree in BEST:
        return Fraction(1)
    worth = {"满意": good, "比较满意": good, "较满意": good, "较为满意": good, "基本满意": fair, "一般": fair}
    return Fraction({**worth, "不太满意": poor, "不满意": bad}.get(degree, 0), 100)


def answers_by_degree(context: Context, span: Span, wholes: Sequence[tuple[int, Span]]) -> Iterator[Relation]:
    """*wholes*: the questionnaires that are valid, then those returned, where they are stated."""
    found = _answers(context, span)
    total = sum(answer.number for answer in found.values())
    shares = {
        _plain(match[1]): (match[2], match.span(2))
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
        whole = total in {number for number, _ in wholes}
        yield _satisfaction(context, span, found, parts, stated, _of_first(found, behind) if whole else [])


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


def _answers(context: Context, span: Span) -> Found:
    """“非常满意60人” or “60人选择非常满意”, whichever the paragraph writes more often."""
    text = context.document.text
    before = {_plain(match[1]): Answer(_whole(match[2]), match.span(2)) for match in _DEGREE.finditer(text, *span)}
    behind = {_plain(match[2]): Answer(_whole(match[1]), match.span(1)) for match in _BEHIND.finditer(text, *span)}
    if len(before) < _FEWEST:
        before = {
            _plain(match[1]): Answer(_whole(match[2]), match.span(2)) for match in _OTHERWISE.finditer(text, *span)
        }
    return behind if len(behind) > len(before) else before


def _shares(context: Context, span: Span) -> Iterator[Relation]:
    """“非常满意占52.5%，满意占35%…”: the shares of all degrees make 100 %, as far as they are rounded."""
    behind = [*_SHARE_BEHIND.finditer(context.document.text, *span)]
    told = _SHARE_BEHIND if len(behind) >= _FEWEST else _SHARE
    found = {_plain(match["name"]): match for match in told.finditer(context.document.text, *span)}
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


def _otherwise(context: Context, first: int, last: int, total: int) -> bool:
    """发放 250 份，得到有效答复 240 户，满意 132 户…: the last figure in front of the answers is what they make; and
    患者卷满意 312 份…；职工卷满意 61 份…: each batch with a count of its own in front of it."""
    start, end = context.paragraph_at(first)
    before = [one for one in context.within((start, first)) if not one.is_rate]
    if before and before[-1].value == total:
        return True
    text = context.document.text
    told = [(_plain(match[1]), _whole(match[2]), match.start()) for match in _DEGREE.finditer(text, start, end)]
    names = [name for name, _, _ in told]
    bounds = [at for at in range(len(told)) if names[at] == names[0]]
    batches = [told[a:b] for a, b in pairwise([*bounds, len(told)])]
    return len(batches) > 1 and all(_own_whole(context, start, batch) for batch in batches)


def _own_whole(context: Context, start: int, batch: Sequence[tuple[str, int, int]]) -> bool:
    names = [name for name, _, _ in batch]  # 其中“一般”和“不满意”的 21 份: what is told again is no other degree
    total = sum(number for at, (name, number, _) in enumerate(batch) if name not in names[:at])
    before = [one.value for one in context.within((start, batch[0][2])) if not one.is_rate]
    return total in before[-_FEWEST:]


def _of_first(found: Found, behind: str) -> list[Fraction]:
    """前两项合计 263 份，满意度 P: the first two degrees count in full, the others nothing."""
    told = _FIRST.search(behind)
    many = _MANY[told["many"]] if told is not None else 0
    return [Fraction(place < many) for place in range(len(found))] if 0 < many < len(found) else []


def _satisfaction(
    context: Context, span: Span, found: Found, parts: list[Figure], stated: re.Match[str], first: list[Fraction]
) -> Relation:
    """Weights that the text states leave one reading; without them, any usual one will do, and what no weights from
    0 to 100 % could give is wrong."""
    answers = [answer.number for answer in found.values()]
    total = sum(answers)
    said = first or _counted_in(found, stated["with"] or "") or _weights_said(context, span, len(answers))
    ways = [said] if said else weightings(list(found))
    rates = [sum((n * w for n, w in zip(answers, way, strict=True)), Fraction(0)) / total for way in ways]
    judged = [judge(rate, stated["rate"]) for rate in rates]
    holds = next((index for index, verdict in enumerate(judged) if verdict != "error"), None)
    least = Fraction(sum(answer.number for name, answer in found.items() if name in BEST), total)
    impossible = not least <= (read_number(stated["rate"]) or Fraction(0)) / 100 <= 1
    likely = _likely(stated["rate"], rates)
    slipped = likely != "" and len(stated["rate"].replace(".", "")) >= _DIGITS
    failed: Verdict = "error" if said or impossible or slipped else "suspicious"
    computed = percent(rates[holds or 0])
    basis = "按文中的算法" if said else "按各档人数"
    wrong = "请核对" if said else "按常用口径都算不出这个数，请核对或写明算法"
    return survey_relation(
        failed if holds is None else judged[holds],
        [*parts, piece(context, "stated", *stated.span("rate"))],
        "各档人数加权 ÷ 有效问卷",
        computed,
        f"{stated['rate']}%",
        f"满意度{basis}计算为{computed}，文中为{stated['rate']}%，{'相符' if holds is not None else wrong}。",
        "" if holds is not None else likely,
    )


def _counted_in(found: Found, words: str) -> list[Fraction]:
    """满意度（含基本满意）: every degree down to the one named counts in full, those below it nothing."""
    names = list(found)
    last = next((place for place, name in enumerate(names) if words == f"含{name}"), None)
    return [] if last is None else [Fraction(place <= last) for place in range(len(names))]


def _weights_said(context: Context, span: Span, number: int) -> list[Fraction]:
    """The weights that the paragraph gives, as many as degrees were found, falling; else nothing."""
    for match in _WEIGHED.finditer(context.document.text, *span):
        weights = [Fraction(digits) for digits in re.findall(r"\d+(?:\.\d+)?", match[1] or match[2])]
        scale = 100 if max(weights) > 1 else 1
        if len(weights) == number and weights == sorted(weights, reverse=True) and max(weights) <= scale:
            return [weight / scale for weight in weights]
    return []


def _likely(stated: str, rates: Sequence[Fraction]) -> str:
    """The one reading that a single slip of the pen turned into what is stated."""
    places = len(stated.partition(".")[2])
    near = {shown(round_half_up(rate * 100, places), places) for rate in rates}
    slips = [(meant, name) for meant in sorted(near) if (name := shape(stated, meant))]
    return mistaken(f"{stated}%", f"{slips[0][0]}%", slips[0][1]) if len(slips) == 1 else ""
