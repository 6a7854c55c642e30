"""Survey counts: sent ≥ returned ≥ valid, rates of return and validity, answers by degree, satisfaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.lines import blocks, lines_of
from hengji.facts.numbers import percent, read_number, round_half_up
from hengji.facts.relation import Figure, Relation, Severity, Verdict

__all__ = ["find"]

_ABOUT = re.compile(r"问卷|调查表|调查卷|满意度调查")
_SENT = re.compile(r"(?:发放|发出|下发|派发)(?:了)?[^，。；\d]{0,20}?(\d{1,12})\s*(?:份|张)")
_RETURNED = re.compile(r"(?:收回|回收|收到)(?!率)(?:了)?[^，。；\d率]{0,14}?(\d{1,12})\s*(?:份|张)")
_VALID = re.compile(
    r"有效(?!率)(?:问卷|样本|答卷|调查问卷|调查表|回收|收回)?(?:共|为|数)?[^，。；\d率]{0,4}?(\d{1,12})\s*(?:份|张|个)"
)
_RATES = (
    ("有效回收率", re.compile(r"有效回收率(?:为|达到|达)?\s*(\d{1,12}(?:\.\d{1,8})?)\s*[%％]")),
    ("回收率", re.compile(r"(?<!有效)(?:回收率|收回率)(?:为|达到|达)?\s*(\d{1,12}(?:\.\d{1,8})?)\s*[%％]")),
    ("有效率", re.compile(r"有效率(?:为|达到|达)?\s*(\d{1,12}(?:\.\d{1,8})?)\s*[%％]")),
)
_DEGREE = re.compile(
    r"(?:选择|认为|表示)?[“\"]?(非常满意|很满意|十分满意|比较满意|较满意|基本满意|较为满意|不太满意|不满意|很不满意|一般|满意)[”\"]?的?(?:有|为|占|共)?\s*(\d{1,12})\s*(?:份|人|名|户|票)"
)
_SATISFACTION = re.compile(r"(?<!不)满意(?:度|率)(?:得分)?(?:为|达到|达|是)?\s*(\d{1,12}(?:\.\d{1,8})?)\s*[%％]")
_BEST = ("非常满意", "很满意", "十分满意")
_WEIGHTS: tuple[dict[str, Fraction], ...] = tuple(
    {
        "满意": Fraction(good, 100),
        "比较满意": Fraction(good, 100),
        "较满意": Fraction(good, 100),
        "较为满意": Fraction(good, 100),
        "基本满意": Fraction(fair, 100),
        "一般": Fraction(fair, 100),
        "不太满意": Fraction(poor, 100),
        "不满意": Fraction(bad, 100),
    }
    for good, fair, poor, bad in (
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
)

Count = tuple[int, Span]


def find(context: Context) -> Iterator[Relation]:
    """Paragraph by paragraph, where questionnaires are spoken of."""
    text = context.document.text
    for block in blocks(context.document, lines_of(context.document)):
        span = block[0].start, block[-1].end
        if _ABOUT.search(text, *span):
            yield from _paragraph(context, span)


def _paragraph(context: Context, span: Span) -> Iterator[Relation]:
    named = [("发放", _SENT), ("收回", _RETURNED), ("有效", _VALID)]
    counts = {name: found for name, pattern in named if (found := _count(context, pattern, span)) is not None}
    ordered = [(name, counts[name]) for name, _ in named if name in counts]
    for (more, larger), (less, smaller) in pairwise(ordered):
        verdict: Verdict = "ok" if smaller[0] <= larger[0] else "error"
        says = "合理" if verdict == "ok" else f"{less}的不能多于{more}的，请核对份数"
        yield _relation(
            verdict,
            [_piece(context, more, larger), _piece(context, less, smaller)],
            f"{less} ≤ {more}",
            f"≤ {larger[0]}",
            str(smaller[0]),
            f"{more}{larger[0]}份，{less}{smaller[0]}份，{says}。",
        )
    for name, pattern in _RATES:
        yield from _rate(context, span, counts, name, pattern)
    yield from _degrees(context, span, counts)


def _count(context: Context, pattern: re.Pattern[str], span: Span) -> Count | None:
    match = pattern.search(context.document.text, *span)
    return (int(match[1]), match.span(1)) if match else None


def _piece(context: Context, role: str, count: Count) -> Figure:
    return piece(context, role, *count[1])


def _rate(
    context: Context, span: Span, counts: dict[str, Count], name: str, pattern: re.Pattern[str]
) -> Iterator[Relation]:
    match = pattern.search(context.document.text, *span)
    pairs = {
        "回收率": [("收回", "发放")],
        "有效率": [("有效", "收回"), ("有效", "发放")],
        "有效回收率": [("有效", "发放"), ("有效", "收回")],
    }
    tried = [(counts[part], counts[whole]) for part, whole in pairs[name] if part in counts and whole in counts]
    if match is None or not any(whole[0] for _, whole in tried):
        return
    tried = [(part, whole) for part, whole in tried if whole[0]]
    judged = [_judge(Fraction(part[0], whole[0]), match[1]) for part, whole in tried]
    best = min(range(len(tried)), key=lambda index: ("ok", "rounding", "error").index(judged[index]))
    (part, whole), verdict = tried[best], judged[best]
    computed = percent(Fraction(part[0], whole[0]))
    says = "相符" if verdict != "error" else "请核对份数和比率"
    yield _relation(
        verdict,
        [_piece(context, "part", part), _piece(context, "whole", whole), piece(context, "stated", *match.span(1))],
        f"{part[0]} ÷ {whole[0]}",
        computed,
        f"{match[1]}%",
        f"{name}应为{part[0]}÷{whole[0]}={computed}，文中为{match[1]}%，{says}。",
    )


def _judge(computed: Fraction, stated: str) -> Verdict:
    """Counts are exact, so only the display of the rate can round; cut off counts as rounding."""
    value, places = read_number(stated), len(stated.partition(".")[2])
    if value is None or round_half_up(computed * 100, places) == value:
        return "ok"
    return "rounding" if Fraction((computed * 100 * 10**places).__floor__(), 10**places) == value else "error"


def _degrees(context: Context, span: Span, counts: dict[str, Count]) -> Iterator[Relation]:
    found = {match[1]: match for match in _DEGREE.finditer(context.document.text, *span)}
    base = counts.get("有效") or counts.get("收回")
    total = sum(int(match[2]) for match in found.values())
    if len(found) < 3 or not total:
        return
    parts = [piece(context, "part", *match.span(2)) for match in found.values()]
    if base is not None:
        wholes = {counts[name][0] for name in ("有效", "收回") if name in counts}
        complete = any(name in found for name in _BEST) and any("不" in name for name in found)
        verdict: Verdict = "ok" if total in wholes else "error" if complete else "suspicious"
        says = "相符" if verdict == "ok" else "请核对各档人数和问卷份数"
        yield _relation(
            verdict,
            [*parts, _piece(context, "stated", base)],
            " + ".join(match[2] for match in found.values()),
            str(total),
            str(base[0]),
            f"各档合计{total}，有效（收回）问卷{base[0]}份，{says}。",
        )
    stated = _SATISFACTION.search(context.document.text, *span)
    if stated is not None:
        yield _satisfaction(context, found, total, parts, stated)


def _satisfaction(
    context: Context, found: dict[str, re.Match[str]], total: int, parts: list[Figure], stated: re.Match[str]
) -> Relation:
    rates = [
        sum(
            (
                int(match[2]) * weights.get(name, Fraction(1) if name in _BEST else Fraction(0))
                for name, match in found.items()
            ),
            Fraction(0),
        )
        / total
        for weights in _WEIGHTS
    ]
    judged = [_judge(rate, stated[1]) for rate in rates]
    holds = next((index for index, verdict in enumerate(judged) if verdict != "error"), None)
    verdict: Verdict = "suspicious" if holds is None else judged[holds]
    computed = percent(rates[holds or 0])
    says = "相符" if holds is not None else "按常用口径都算不出这个数，请核对或写明算法"
    return _relation(
        verdict,
        [*parts, piece(context, "stated", *stated.span(1))],
        "各档人数加权 ÷ 有效问卷",
        computed,
        f"{stated[1]}%",
        f"满意度按各档人数计算为{computed}，文中为{stated[1]}%，{says}。",
        "medium",
    )


def _relation(
    verdict: Verdict,
    figures: list[Figure],
    formula: str,
    computed: str,
    stated: str,
    message: str,
    severity: Severity = "high",
) -> Relation:
    return Relation("survey", verdict, tuple(figures), formula, computed, stated, message, "", severity)
