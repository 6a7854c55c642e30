"""A standard, what was found, and the score, told in one paragraph in a clerk's own words: 台账规范性满分4分，每查出
一处错漏扣0.5分。评价组查出错漏3处，此项得2.5分; 结转结余率不超10%得满分6分，10%以上到20%（含）得3分……结余率23%，得0分.

Nothing is said where any figure of the paragraph, read as what was found, makes the score right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.told_entries import Entry, told_entries
from hengji.checks.relations.scores.rules.spoken_conditions import COUNTERS
from hengji.checks.relations.scores.rules.spoken_rules import SpokenRule, read_rule
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

__all__ = ["rules_in_prose"]

_UNITS: Final = f"{COUNTERS}|样|问|栏|页|辆|封|章|段"
_N: Final = r"\d{1,2}(?:\.\d{1,3})?"
_PER: Final = re.compile(
    rf"(?:每(?:再)?(?P<way>[\u4e00-\u9fff]{{0,6}}?)|(?:发生|发现|查出|出现|公开|查实|晚|迟|逾期))(?P<size>\d{{1,3}}|一)?(?P<unit>{_UNITS}|分钟|小时)"
    rf"(?!百分点)(?P<what>[^，。；\d]{{0,14}})，?(?P<how>扣减?|得|加|给|记)(?P<off>{_N})分"
)
_CAP: Final = re.compile(
    rf"(?:最高|最多|封顶|上限|满分|至多)(?:可|不超过)?(?:得|加|计|给)?(?:为)?\s?(?P<cap>{_N})\s?分|(?P<behind>{_N})\s?分(?:封顶|为限)"
)
_SCORED: Final = re.compile("[得计打给评扣加记]")
_ALIKE: Final = (frozenset(["名", "人", "位"]), frozenset(["个", "项", "处", "条"]))
_FOUND: Final = re.compile("查出|发现|存在|出现|发生|清出")
_MISSING: Final = re.compile("[少低差超多高短缺]")
_COUNT: Final = r"(?<![\d.第])(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,2})"
_NOT_COUNTED: Final = "(?!月|份|百分点|工作日|季度|乡|单位|部门|分|小组|村|方面|要点|指标|标准|标段)"
_ASIDE: Final = re.compile("（[^（）]*）")
_DUE: Final = re.compile("(?:其余|合同约定|应|法定|规定)[^，。；]{0,4}$|(?:按|不足|不满|个)$")
_BEFORE: Final = 10
_STEP: Final = re.compile(r"[%％≥≤<>＜＞]|以[上下内]|至|以外|名|优|良|合格|标准|每")
"""What makes a score the worth of a step: 80%（含）至85%得7分."""
_GOES_ON: Final = re.compile(r"不得分|得\d|扣\d|以下|以上[^。]*得|满分")
_TAIL: Final = re.compile("不足|未满|扣完|扣至|扣到|最低|最高|最多|直至")
_NONE: Final = re.compile(r"(?:未|没有|无)(?:发生|发现|出现|查出|存在)|为零|均无")
_OTHER: Final = re.compile(
    "另|同时|此外|其他|还(?!款|清|建)|酌情|综合|再扣|再加|分别|各扣|以内|允许|两种|类推|每人|插值|线性|档次"
)
_VERB: Final = re.compile(r"(?:得分?|计分?|打|给|评分?|记|判|实得|应计|自评|扣后)(?:了|为|是|到|共)?\s?$")
_RULY: Final = re.compile(r"[每一1]|得满分|不得分|×|乘|比例|以上|≤|≥|不超过|不低于")
_EARNS: Final = re.compile(
    r"(?:得|计|给|扣|打)(?:\d|满分|全分)|不得分|不给分|[×*]|乘以?|(?:比例|比率|率)(?:折算|计分|得分|计)"
)
_RATE: Final = re.compile(r"(?<![\d.])(?<!\d[-—–~至])([-−]?\d{1,3}(?:\.\d{1,4})?)[%％](?!以[上下]|的?目标|（?[不含])")
_AIMED: Final = re.compile(
    r"(?:目标|标准|不低于|不超过|应|≥|≤|达到(?=\d)|上年|权重|得分率|占(?!比)|完好率为?目标)[^，。；\d]{0,4}$"
)
_CLAUSE: Final = re.compile(r"[，；。：]")
_ITEM: Final = re.compile("[①-⑳]")
_LONGEST: Final = 420
_ITS_OWN: Final = re.compile(
    r"，?(?:故|因此|最后|最终|本项|该项|此项|这项|指标|实际?|自评|评价|只|仅|共|得|记|计|给|评|打|分|为|了|：)*"
)
_REASONS: Final = re.compile("但|不过|不及时|不规范|不完整|滞后|未按")
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class _Earned:
    """What was found, in words, what it earns, and where rule and data stand in the flowing text."""

    said: str
    right: Fraction
    places: Sequence[Span]


def rules_in_prose(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, errors all, one at most for a line."""
    flow = flowing(context)
    for line, begin, end in (item for told in told_entries(context) for item in _items(flow, told)):
        text = flow.text[begin:end]
        if len(text) > _LONGEST or len(line) < _FEW or _RULY.search(text) is None or _OTHER.search(text):
            continue
        score = _score(line)
        if score is None or _GOES_ON.search(text[score.end - begin :]) or "｜" in text or "|" in text:
            continue
        found = (
            _left(line, score)
            or _counted(text, begin, line, score)
            or _never(text, begin, line, score)
            or _rated(text, begin, line, score)
        )
        if found is not None:
            yield _relation(context, flow, score, found)


def _items(flow: Flowing, line: Sequence[Entry]) -> Iterator[tuple[Sequence[Entry], int, int]]:
    """The entries of a line with the bounds of their text; of every item, where ①, ②, ③ part the line."""
    begin = flow.text.rfind("\n", 0, line[0].at) + 1
    end = flow.text.find("\n", line[-1].end)
    end = end if end >= 0 else len(flow.text)
    marks = [match.start() for match in _ITEM.finditer(flow.text, begin, end)]
    if len(marks) < _FEW:
        yield line, begin, end
        return
    for start, stop in pairwise([*marks, end]):
        own = [one for one in line if start < one.at < stop]
        if own:
            yield [replace(own[0], lead=_ITEM.split(own[0].lead)[-1]), *own[1:]], start, stop


def _score(line: Sequence[Entry]) -> Entry | None:
    """The last score of the line, where it is told as what the indicator got."""
    scores = [one for one in line if one.kind == "score"]
    last = scores[-1] if scores else None
    clause = re.split("[，。；：]", last.lead)[-1] if last is not None else ""
    return last if _VERB.search(clause) and not _STEP.search(clause) else None


def _left(line: Sequence[Entry], score: Entry) -> _Earned | None:
    """满分6分，……，扣3分，记2分: the one thing that was taken off, right before the score."""
    at = line.index(score)
    before = line[at - 1] if at else None
    points = score.points if score.points is not None else _points(line, score.at)
    offs = [one for one in line[:at] if one.kind == "off"]
    if before is None or before.kind != "off" or _ITS_OWN.fullmatch(score.lead) is None or points is None:
        return None
    if sum(one.kind == "score" for one in line) - (line[0].kind == "score" and line[0] is not score) > 1:
        return None
    alone = len(offs) == 1 or all(re.search("[每一1]|发生|发现|的$", one.lead[-12:]) for one in offs[:-1])
    right = points - before.value
    off_by_rule = re.search(r"每[^，。；]*$", before.lead) is not None
    told = alone and not off_by_rule and 0 <= right != score.value
    return _Earned(f"扣 {plain(before.value)} 分", right, [(before.at, before.end)]) if told else None


def _points(line: Sequence[Entry], before: int) -> Fraction | None:
    told = [one.points if one.points is not None else one.value for one in line if one.at < before and (
        one.kind == "points" or one.points is not None)]  # fmt: skip
    if told:
        return told[0] if len(set(told)) == 1 else None
    first = line[0] if line[0].at < before else None
    named = first is not None and first.kind == "score" and _SCORED.search(first.lead) is None
    return first.value if first is not None and named else None


# --------------------------------------------------------------------------------------------------- so much for each
def _counted(text: str, begin: int, line: Sequence[Entry], score: Entry) -> _Earned | None:
    """What one rule of so much for each leaves of the points, by every count told behind it; None where one fits."""
    rules = list(_PER.finditer(text))
    if len(rules) != 1 or begin + rules[0].end() > score.at:
        return None
    rule = rules[0]
    size = Fraction(whole_number(rule["size"]) or 1) if rule["size"] else Fraction(1)
    off = Fraction(rule["off"])
    points = _points(line, begin + rule.end()) or score.points
    places = _counts(text, (rule.end(), score.at - begin), rule["unit"])
    takes = rule["how"].startswith("扣")
    if not places and takes and _FOUND.search(text, 0, rule.start()):
        places = _counts(text, (0, rule.start()), rule["unit"])
    counts = list(places)
    cap = _CAP.search(text)
    cap_value = Fraction(cap["cap"] or cap["behind"]) if cap is not None else None
    whole = points or cap_value or _highest(text[: rule.start()])
    if not counts or whole is None or (takes and whole == cap_value != points and points):
        return None
    rights = {}
    aims = _counts(text, (0, rule.start()), rule["unit"]) if _MISSING.search(rule["way"] or "") else {}
    counts += [
        abs(count - aim) if _beyond(rule["way"], count, aim) else Fraction(0) for count in counts for aim in aims
    ]
    for count in counts:
        for number in {floor(count / size), -floor(-count / size)} if size > 1 else {count}:
            gained = number * off
            rights[max(whole - gained, Fraction(0)) if takes else min(gained, whole)] = count
    told_off = [one.value for one in line if one.kind == "off" and begin + rule.end() < one.at < score.at]
    if score.value in rights or len(rights) > _FEW or any(one not in {c * off for c in counts} for one in told_off):
        return None
    right = min(rights, key=lambda one: abs(one - score.value))
    each = f"每{rule['size'] or ''}{rule['unit']}{rule['how']} {plain(off)} 分"
    spans = [rule.span(), *(place for place in places.values() if place is not None)]
    return _Earned(f"{plain(rights[right])}{rule['unit']}、{each}", right, [(begin + a, begin + b) for a, b in spans])


def _never(text: str, begin: int, line: Sequence[Entry], score: Entry) -> _Earned | None:
    """6分，每有一个标段逾期扣2分，扣完为止；……得5分: however often it happened, a score that the rule cannot leave."""
    rules = list(_PER.finditer(text))
    points = _points(line, score.at) or score.points
    if len(rules) != 1 or points is None or not 0 < score.value < points:
        return None
    rule, until = rules[0], score.at - begin
    if any(one.kind == "off" and not rule.start() <= one.at - begin <= rule.end() for one in line):
        return None
    off = Fraction(rule["off"])
    plain_rule = rule["how"].startswith("扣") and rule["size"] in (None, "一", "1") and rule.end() <= until
    behind = text[rule.end() : until]
    if not plain_rule or off <= 0 or "扣完为止" not in behind or re.search("折半|减半|补|加分|按比例|标准", behind):
        return None
    if "扣" in behind.replace("扣完为止", "") or (points - score.value) % off == 0:
        return None
    right = points - off * -floor(-(points - score.value) / off)
    each = f"每{rule['unit']}扣 {plain(off)} 分，得分只能是 {plain(points)} 分减去它的若干倍"
    return _Earned(each, max(right, Fraction(0)), [(begin + rule.start(), begin + rule.end())])


def _beyond(way: str, count: Fraction, aim: Fraction) -> bool:
    """Whether *count* misses *aim* on the side that loses points."""
    return count < aim if re.search("[少低差短缺]", way) else count > aim


def _counts(text: str, span: Span, unit: str) -> dict[Fraction, Span | None]:
    """How many were found, and where: every count in the rule's unit; none, where words say there were none."""
    units = next((group for group in _ALIKE if unit in group), frozenset((unit,)))
    text = _ASIDE.sub(lambda aside: " " * len(aside[0]), text)
    counted = re.compile(rf"{_COUNT}\s?(?:{'|'.join(sorted(units))}){_NOT_COUNTED}")
    found: dict[Fraction, Span | None] = {}
    for match in counted.finditer(text, *span):
        if not _DUE.search(text, max(span[0], match.start() - _BEFORE), match.start()):
            found.setdefault(Fraction(whole_number(match["count"]) or 0), match.span())
    return found or ({Fraction(0): None} if _NONE.search(text, *span) else {})


# ------------------------------------------------------------------------------------------------- by a rate in words
def _rated(text: str, begin: int, line: Sequence[Entry], score: Entry) -> _Earned | None:
    """What a standard of steps, thresholds or a proportion gives for the rate told behind it."""
    until = score.at - begin
    ends = [match.end() for match in _CLAUSE.finditer(text, 0, until)]
    starts = [0, *ends]
    clauses = [(a, b) for a, b in zip(starts, [*ends, until], strict=True) if b > a]
    ruled = [at for at, (a, b) in enumerate(clauses) if _EARNS.search(text, a, b)]
    if not ruled or (ruled[-1] == len(clauses) - 1 and len(clauses) < _FEW):
        return None
    ends_at = ruled[-1]
    while ends_at + 1 < len(clauses) and _TAIL.match(text, clauses[ends_at + 1][0]):
        ends_at += 1
    behind = clauses[ends_at][1]
    for first in range(max(0, ruled[0] - _FEW), ruled[0] + 1):
        head = _after_name(text[clauses[first][0] : behind])
        points = score.points or _points(line, score.at) or _highest(head)
        rule = read_rule(head, points) if points else None
        if rule is not None and points is not None and not _REASONS.search(text, behind, until):
            return _by_rule(rule, points, text, (behind, until), begin, score)
    return None


def _by_rule(
    rule: SpokenRule, points: Fraction, text: str, span: Span, begin: int, score: Entry
) -> _Earned | None:  # fmt: skip
    told = [match for match in _RATE.finditer(text, *span) if not _AIMED.search(text, span[0], match.start())]
    rates = [Fraction(match[1].replace("−", "-")) / 100 for match in told]
    earned = [rule.earned_by_rate(rate, points) for rate in rates]
    if len(set(rates)) != 1 or not all(earned):
        return None
    slack = points / 200 + _step(score.text) / 2 if rule.proportional else Fraction(0)
    if any(abs(round_half_up(one, 2) - score.value) <= slack for each in earned for one in each):
        return None
    right = min(earned[0], key=lambda one: abs(one - score.value))
    place = begin + told[0].start(1), begin + told[0].end(1)
    return _Earned(f"{plain(round_half_up(rates[0] * 100, 4))}%", right, [place])


def _step(text: str) -> Fraction:
    """The value of the last digit shown."""
    return Fraction(1, 10 ** len(text.partition(".")[2]))


_NAME: Final = re.compile(
    r"^(?:\s*(?:\d{1,2}[.．、]|[①-⑳]|[（(][^（）()]{1,4}[)）])?[“”\u4e00-\u9fff]{0,16}?(?:率|度|性|指标|情况|变动)[”]?(?:指标)?(?:（[^（）]{1,20}）)?"
    r"[，：]?(?:\d{1,2}(?:\.\d)?分[，：])?(?=[≤≥<>＜＞\d不低大小超达]))"
)


def _after_name(rule: str) -> str:
    return _NAME.sub("", rule)


def _highest(rule: str) -> Fraction | None:
    """The most that the steps of a standard earn."""
    worths = [Fraction(one) for one in re.findall(rf"(?:得|计|给)(?:满分)?({_N})分", rule)]
    return max(worths, default=None)


def _relation(context: Context, flow: Flowing, score: Entry, earned: _Earned) -> Relation:
    figures = (
        *(piece(context, "data", *flow.span(*place)) for place in earned.places),
        piece(context, "score", *score.span(flow)),
    )
    value = plain(round_half_up(earned.right, 2))
    message = f"按文中所写标准（{earned.said}）应得 {value} 分，文中为 {score.text} 分。请核对标准、数据和得分。"
    return rule_relation("error", figures, f"评分标准（{earned.said}）", value, message, "得分、数据之一有误。")
