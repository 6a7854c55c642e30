"""Several degrees of satisfaction taken together: “满意和基本满意合计占96.18%”, “满意率（满意与较满意之和占比）为…”.
The words say which answers count, so that no other reading is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.facts.numbers import percent, plain, read_number
from hengji.facts.relation import Relation, Verdict

__all__ = ["unions"]

_JOIN: Final = r"[”\"]?(?:、|和|与|及|以及|加上?|[+＋]|或)[“\"]?"
_TOGETHER: Final = re.compile("占|合计|之和|比例|比重|两项|两者|二者|加总")
_RANKS: Final = {
    "非常满意": 0, "很满意": 0, "十分满意": 0, "满意": 1, "比较满意": 1, "较满意": 1, "较为满意": 1, "基本满意": 2,
}  # fmt: skip
_GRAVITY: Final = ("ok", "rounding", "error")
_FEWEST: Final = 2


def unions(
    context: Context,
    span: Span,
    degrees: Sequence[str],
    numbers: Mapping[str, tuple[int, Span]],
    shares: Mapping[str, tuple[str, Span]],
    wholes: Sequence[int],
) -> Iterator[Relation]:
    """*numbers* and *shares* are the answers of the paragraph by their degree, *wholes* the papers they stand on."""
    text = context.document.text
    for match in _pattern(degrees, "以上").finditer(text, *span):
        names = [name for name in (numbers or shares) if _RANKS.get(name, 9) <= _RANKS.get(match["names"], -1)]
        if match["names"] in names and len(names) >= _FEWEST and _TOGETHER.search(match["told"]):
            yield from _of(context, names, numbers, shares, wholes, match)
    for match in _pattern(degrees, "").finditer(text, *span):
        names = [
            re.sub(r"[“”\"\s]", "", name)
            for name in re.split(r"[”\"]?(?:、|以及|和|与|及|加上?|[+＋]|或)[“\"]?", match["names"])
        ]
        if _TOGETHER.search(match["told"]) is None or len(set(names)) != len(names):
            continue
        yield from _of(context, names, numbers, shares, wholes, match)


def _of(
    context: Context, names: Sequence[str], numbers: Mapping[str, tuple[int, Span]],
    shares: Mapping[str, tuple[str, Span]], wholes: Sequence[int], match: re.Match[str],
) -> Iterator[Relation]:  # fmt: skip
    text = context.document.text
    if names and all(name in numbers and "。" in text[match.end() : numbers[name][1][0]] for name in names):
        return  # the answers are of the next survey
    if len(numbers) >= _FEWEST and all(name in numbers for name in names):
        yield _of_numbers(context, [numbers[name] for name in names], match, [*wholes, _all(numbers)])
    elif all(name in shares and shares[name][1] != match.span("rate") for name in names):
        yield _of_shares(context, [shares[name] for name in names], match["rate"], match.span("rate"))


def _pattern(degrees: Sequence[str], above: str) -> re.Pattern[str]:
    torn = "|".join(r"\s*".join(degree) for degree in degrees)  # a page's edge may break a word
    one = rf"(?<!不)(?:{torn})"
    several = rf"(?P<names>{one})[”\"]?(?:及|[（(]含[）)])?{above}" if above else rf"(?P<names>{one}(?:{_JOIN}{one})+)"
    return re.compile(rf"{several}[”\"]?(?P<told>[^，。；;\d%％]{{1,24}}?)(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s*[%％]")


def _all(numbers: Mapping[str, tuple[int, Span]]) -> int:
    """Everybody who answered, where the worst degree is among the answers."""
    return sum(number for number, _ in numbers.values()) if any("不" in name for name in numbers) else 0


def _of_numbers(
    context: Context, chosen: Sequence[tuple[int, Span]], match: re.Match[str], wholes: Sequence[int]
) -> Relation:
    """Against any of the wholes; where the words name none of them, one that fits is enough."""
    part = sum(number for number, _ in chosen)
    tried = [(judge(Fraction(part, whole), match["rate"]), whole) for whole in wholes if whole >= part > 0]
    verdict, whole = min(tried, key=lambda one: _GRAVITY.index(one[0])) if tried else ("suspicious", part or 1)
    computed = percent(Fraction(part, whole))
    return _relation(context, chosen, match.span("rate"), match["rate"], f"{part} ÷ {whole}", computed, verdict)


def _of_shares(context: Context, chosen: Sequence[tuple[str, Span]], stated: str, place: Span) -> Relation:
    total = sum((read_number(text) or Fraction(0) for text, _ in chosen), Fraction(0))
    slack = sum((Fraction(1, 2 * 10 ** len(text.partition(".")[2])) for text, _ in chosen), Fraction(0))
    gap = abs(total - (read_number(stated) or Fraction(0)))
    verdict: Verdict = "ok" if gap == 0 else "rounding" if gap <= slack else "error"
    formula = " + ".join(text for text, _ in chosen)
    return _relation(context, chosen, place, stated, formula, f"{plain(total)}%", verdict)


def _relation(
    context: Context, chosen: Sequence[tuple[object, Span]], place: Span, stated: str, formula: str, computed: str,
    verdict: Verdict,
) -> Relation:  # fmt: skip
    says = "相符" if verdict in ("ok", "rounding") else f"文中为{stated}%，请核对"
    figures = [*(piece(context, "part", *span) for _, span in chosen), piece(context, "stated", *place)]
    return survey_relation(verdict, figures, formula, computed, f"{stated}%", f"几项合计应为{computed}，{says}。")
