"""A row that takes so much off for each of a kind of fault, and the faults of that kind that running text counts:
拨付及时性｜5｜每延迟1笔扣0.5分｜4.50, and below the table 2笔资金延迟拨付，按标准扣分.

The text may not tell of all faults, so only a score that is too high is held to be wrong; and none that any count of
the same sentence, or two of them, would make right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.full_width import full_width
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.told_rules import with_told_standards
from hengji.checks.relations.scores.rules.spoken_conditions import COUNTERS
from hengji.checks.relations.tables.amounts import tight
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["counted_faults"]

_RULE: Final = re.compile(
    rf"每(?P<way>[\u4e00-\u9fff]{{0,8}}?)[一1]?(?P<unit>{COUNTERS}|条|辆|页)(?!百分点|工作日|月)(?P<what>[^，。；\d]{{0,16}}?)的?，?(?:扣|减)(?:减|除)?"
    r"(?P<off>\d{1,2}(?:\.\d{1,2})?)分"
)
_VAGUE: Final = re.compile("发现|出现|发生|存在|查出|指出|检查|有|的|一般|问题|情况|现象|未按规定|不符合要求")
_TAKEN: Final = re.compile(r"扣完为止|直至扣完|扣至0分|最多扣\d+分")
_NUMBER: Final = r"(?<![\d.,第每])(?P<n>\d{{1,3}}|[一二两三四五六七八九十]){unit}(?!百分点|月|工作日|季度)"
_ALIKE: Final = (frozenset(["名", "人"]), frozenset(["个", "项", "处", "条"]))
_CLAUSE: Final = re.compile(r"[^，。；：（）\n]+")
_NONE: Final = re.compile("每|未发现|没有发现|避免|防止|杜绝|力争|不再|以内|以上|超过|允许|以下")
_FORGIVEN: Final = re.compile("不予?扣|免[予于]?扣|不计|视同|酌情|无关|客观原因|不可抗力|除外|已?扣过|另")
_TIME: Final = re.compile(r"上年|上一年|去年|往年|前年|上期|同期|(?<!\d)20\d\d(?=年)|今年|本年|截至|目前|本次|年末")
_MOST_LETTERS, _MOST_PAIRS = Fraction(4, 5), Fraction(1, 2)
_FEWEST, _REACH = 2, 300


@dataclass(frozen=True, slots=True)
class _Counted:
    number: int
    figure: Figure
    near: frozenset[int]
    """Every count of the sentence in that unit, and what two of them make or leave."""
    forgiven: bool


def counted_faults(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, errors all."""
    for rubric in with_told_standards(context):
        for row, points, score in rubric.awarded():
            standard = full_width(tight(row.standard.text)) if row.standard is not None else ""
            rule = _RULE.search(standard) if "扣" in standard and row.remark is None else None
            if rule is None or _TAKEN.sub("", standard).count("扣") != 1:
                continue
            off = Fraction(rule["off"])
            counts = list(_counts(context, rule))
            right = _right(counts, points.value, off, score.value)
            if right is not None:
                figures = (counts[0].figure, points.figure("points"), score.figure("score"))
                number = counts[0].number
                message = f"“{row.name}”每{rule['unit']}扣 {plain(off)} 分，文中写明有 {number}{rule['unit']}，"
                message += f"应得 {plain(right)} 分，所列得分 {score.text}。"
                formula = f"{points.text} − {number} × {plain(off)}"
                yield rule_relation("error", figures, formula, plain(right), message, "得分、次数之一有误。")


def _right(counts: list[_Counted], points: Fraction, off: Fraction, score: Fraction) -> Fraction | None:
    """What is left for the one count told; None where the score may be right."""
    if len({one.number for one in counts}) != 1 or any(one.forgiven for one in counts):
        return None
    left = {number: max(points - number * off, Fraction(0)) for one in counts for number in one.near}
    right = left[counts[0].number]
    return right if right < score <= points and score not in left.values() else None


def _counts(context: Context, rule: re.Match[str]) -> Iterator[_Counted]:
    """How many faults of the kind there were, wherever running text counts them in the rule's unit."""
    what = _VAGUE.sub("", rule["way"] + rule["what"])
    if len(what) < _FEWEST:
        return
    units = next((group for group in _ALIKE if rule["unit"] in group), frozenset((rule["unit"],)))
    pattern = re.compile(_NUMBER.format(unit=f"(?:{'|'.join(sorted(units))})"))
    flow = flowing(context)
    for match in pattern.finditer(flow.text):
        begin = max(flow.text.rfind(stop, 0, match.start()) for stop in "，。；：（）\n") + 1
        clause = _CLAUSE.match(flow.text, begin)
        if clause is None or not _is_of(what, clause[0]) or _NONE.search(clause[0]):
            continue
        if context.table_at(flow.place(match.start())) is not None:
            continue
        start = max(flow.text.rfind(stop, 0, match.start()) for stop in "。\n") + 1
        behind = re.split("[。\n]", flow.text[match.end() : match.end() + _REACH])[0]
        if _is_of_other_time(flow.text[start : match.start()], context.facts.year):
            continue
        number = whole_number(match["n"]) or 0
        near = _near(pattern, flow.text[start : match.start()], behind, number)
        figure = piece(context, "count", *flow.span(match.start("n"), match.end("n")))
        forgiven = _FORGIVEN.search(flow.text[start : match.end()] + behind) is not None
        yield _Counted(number, figure, frozenset({number, *near}), forgiven)


def _near(pattern: re.Pattern[str], before: str, behind: str, number: int) -> set[int]:
    """The other counts of the sentence, sums and differences; not those that the number is split into."""
    first, later = ([whole_number(one["n"]) or 0 for one in pattern.finditer(text)] for text in (before, behind))
    found = {*first, number, *(later if sum(later) != number else ())}
    return found | {value for a, b in combinations(sorted(found), 2) for value in (a + b, b - a)}


def _is_of_other_time(before: str, year: int | None) -> bool:
    times = _TIME.findall(before)
    return bool(times) and (times[-1][:1] in "上去往前同" or (times[-1].isdigit() and times[-1] != str(year)))


def _is_of(what: str, clause: str) -> bool:
    """Whether a clause speaks of the kind of fault, in the words of the rule or nearly so."""
    letters = sum(letter in clause for letter in what)
    pairs = [what[at : at + 2] for at in range(len(what) - 1)]
    return letters >= _MOST_LETTERS * len(what) and sum(pair in clause for pair in pairs) >= _MOST_PAIRS * len(pairs)
