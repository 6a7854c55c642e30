"""What the text takes off the points of an indicator, and the score that is left: “满分15分，…扣1分、…扣2分，得12分”;
and how often something happened that costs so much each time: “每逾期1天扣0.5分。逾期2天，得2分”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.prose import Deduction, deductions_of
from hengji.checks.relations.scores.rules.counted_deductions import COUNTED_RULE
from hengji.checks.relations.scores.rules.told_standards import own_score, told_blocks
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["only_deduction", "told_deductions"]

_SCORE: Final = re.compile(
    r"[，,；;。]\s*(?:该项|本项|指标|故|因此|最终|实际|综合|核定|自评|评价|应|共|实)*得分?"
    r"\s*(?:为|是|[:：])?\s*(\d{1,3}(?:\.\d{1,4})?)\s*分(?!之|值)"
)
_OPEN: Final = re.compile(r"另|再扣|其他|等原因|酌情|加\s*\d|加分|分别扣|各扣|最多|不得分|满分的|折算|比例")
_STANDARD: Final = re.compile(r"每|的[，,]?扣|则扣|不超过|否则|[如若原]|应扣|自评|补|标准|要求|满分|得\s*\d")
_IF: Final = re.compile(
    r"(?:低于|高于|超过|不足|大于|小于|不到|达不到|以[上下内]的?|[≥≤<>＜＞至—~～-])\s*(?:\d{1,3}(?:\.\d{1,2})?\s*[%％])?(?:[（(]不?含[)）])?的?[，,]?\s*\Z"
)
"""超过3%至5%扣1分: a step of the standard, no deduction."""
_IS_EARNED: Final = re.compile(r"(?:得|\d\s*分)\s*[（(]?\s*(?:满分|分值|权重|总分)\s*(?:为|是|[:：])?\s*$")
_EACH: Final = near(
    re.compile(
        r"(?<![\d.])(?P<points>\d{1,2}(?:\.\d)?)分[，,]\s?得(?P<score>\d{1,2}(?:\.\d{1,2})?)分[，,](?P<why>[^。；\n]{2,80}?)"
        r"(?P<each>(?P<n>\d{1,2}|[一二两三四五六七八九])\s?(?P<unit>[个处项家户次所座])[^，。；\d]{0,8}?各?每(?P=unit)"
        r"扣\s?(?P<off>\d{1,2}(?:\.\d{1,2})?)\s?分)(?=[。；\n]|$)"
    ),
    r"分[，,]\s?得",
    200,
)
_SHORT, _WHOLE = 10, 100
_OTHER_POINTS: Final = re.compile(
    r"(?:(?P<each>每[项个条]|各)|(?P<behind>[（(])|(?P<name>[\u4e00-\u9fff]{2})(?:指标)?)(?:分值|满分|权重)?(?:为|是|[:：])?\s*"
    r"(?P<value>\d{1,3}(?:\.\d{1,4})?)\s*分(?!之)"
)
_LIMIT: Final = re.compile(r"以内|允许|起扣|以外|超过\d+[^，。]{0,4}的")
_HAPPENED: Final = (
    r"(?:共|有|发现|存在|出现|发生|查出|少|缺少?|漏|逾期|延迟|超期|迟报|未完成|累计|达到?|为)*"
    r"\s*(\d{{1,3}}|[一二两三四五六七八九十])\s*{unit}"
)


def told_deductions(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, at most one for each indicator."""
    text = context.document.text
    yield from _of_each(context)
    for points, span in told_blocks(context):
        if _IS_EARNED.search(text, max(0, points.cell.start - _SHORT), points.cell.start):
            continue  # 得6分（满分6分）, 得满分35分: what follows is told of the next indicator
        own = own_score(context, span)
        found = list(_SCORE.finditer(text, *span)) if own is None else []
        if own is None and len({match[1] for match in found}) != 1:
            continue
        score = own if own is not None else amount_at(context, *found[-1].span(1))
        end = span[1] if own is not None else found[-1].start()
        begin = own.cell.end + 1 if own is not None else span[0]
        if score is not None and not _OPEN.search(text, begin, end) and not _is_split(text[begin:end], points):
            reason = (begin, _own_end(context, begin, span[1]) if own is not None else end)
            found_any = [
                one for one in _of(context, points, score, reason) if not _is_of_others(context, points, score, one)
            ]
            yield from found_any
            if own is not None and not found_any:
                yield from _takes_more(context, points, score, (begin, span[1]))


def _is_split(text: str, points: Amount) -> bool:
    """Whether the hundred points of a whole evaluation are told in parts, which lose points of their own."""
    return points.value >= _WHOLE and re.search(r"得分?(?:分别)?(?:为|是)?\s?\d", text) is not None


def _is_of_others(context: Context, points: Amount, score: Amount, relation: Relation) -> bool:
    """Whether other points of the same paragraph give the score: 每项5分。…, 数量15分、时效10分；数量扣1分，得14分."""
    if relation.verdict != "error" or not (points.text and relation.computed):
        return False
    meant = score.value + points.value - Fraction(relation.computed)
    text, (start, end) = context.document.text, context.paragraph_at(score.cell.start)
    end = min(end, context.sentence_at(score.cell.start)[1])
    told = text[points.cell.end : score.cell.start]
    if score.value > points.value and re.search("合计|共|各项|[两二三四]项", told):
        return True
    for other in _OTHER_POINTS.finditer(text, start, end):
        named = other["name"] and (other["name"][-2:] in told)
        theirs = other["each"] or named or (other["behind"] and other.start() <= score.cell.end + 2)
        if theirs and other.start("value") != points.cell.start and Fraction(other["value"]) == meant:
            return True
    return False


def _own_end(context: Context, begin: int, end: int) -> int:
    """Behind a score its own sentence tells what was taken off, up to the next one of a list (…；档案6分，得4分)."""
    end = min(end, context.sentence_at(begin)[1])
    text = context.document.text
    if _SCORE.search(text, begin, end):
        end = min([end, *(at for mark in "；;" if (at := text.find(mark, begin, end)) >= 0)])
    return end


def _takes_more(context: Context, points: Amount, score: Amount, reason: Span) -> Iterator[Relation]:
    """得分4.50分。…，扣0.8分, of five points: one deduction that is more than what the score lacks, and no standard."""
    text = context.document.text[slice(*reason)]
    found = only_deduction(text)
    if found is not None and points.value - found.points < score.value < points.value >= found.points:
        yield from _taken(points, score, [found], text, reason[0])


def only_deduction(reason: str) -> Deduction | None:
    """What a reason in running text takes off, where that is one thing and surely no part of a standard."""
    found = [one for one in deductions_of(reason) if one.points]
    if len(found) != 1 or _STANDARD.search(reason) or _SCORE.search(reason) or _OPEN.search(reason):
        return None
    return found[0]


def _of(context: Context, points: Amount, score: Amount, reason: Span) -> Iterator[Relation]:
    text = context.document.text[slice(*reason)]
    found = [one for one in deductions_of(text) if one.points]
    rules = list(COUNTED_RULE.finditer(re.sub(r"\s", "", text)))
    if len(rules) == 1:
        counted = list(_counted(points, score, text, reason[0], rules[0]))
        yield from counted
        if not counted and len(found) == 1 and _is_led_to(context, score, found[0], reason[0]):
            yield from _taken(points, score, found, text, reason[0])  # 少一次扣2分。12月未盘点，扣2分，得1分
    elif not rules and found:
        yield from _taken(points, score, found, text, reason[0])


def _of_each(context: Context) -> Iterator[Relation]:
    """机制8分，得3.5分，未引入物业的3个小区每个扣1.5分: so often, so much, and nothing else."""
    for match in _EACH.finditer(context.document.text):
        points, score = (amount_at(context, *match.span(group)) for group in ("points", "score"))
        number = whole_number(match["n"])
        if points is None or score is None or "扣" in match["why"] or context.table_at(match.start()) is not None:
            continue
        left = points.value - number * Fraction(match["off"])
        if number and left >= 0:
            data = Figure("deduction", match["each"], *match.span("each"))
            yield _relation(points, score, (data,), f"{points.text} - {number} × {match['off']}", left)


def _is_led_to(context: Context, score: Amount, deduction: Deduction, start: int) -> bool:
    """Whether the deduction stands right before the score, as what it is."""
    between = context.document.text[start + deduction.end : score.cell.start]
    return deduction.leaves == score.value or (bool(between) and re.search("[。；;]|扣", between) is None)


def _taken(points: Amount, score: Amount, found: Sequence[Deduction], text: str, start: int) -> Iterator[Relation]:
    told = [one for one in found if not _IF.search(text, 0, one.start)] or found
    taken = [one for one in told if one.is_sum][-1:] or told
    lost = sum((one.points for one in taken), Fraction(0))
    if (
        "。" in text.rstrip("。\n ")
        and not any(one.is_sum for one in found)
        and any(points.value - one.points == score.value for one in found)
        and points.value - lost != score.value
    ):
        return  # of several sentences one may speak of a part only
    if "。" in text.rstrip("。\n ") and score.value + lost < points.value:
        return  # other things may have been taken off, or the points are those of the whole branch
    pieces = [Figure("deduction", text[one.start : one.end], start + one.start, start + one.end) for one in taken]
    formula = f"{points.text} - {' - '.join(plain(one.points) for one in taken)}"
    yield _relation(points, score, tuple(pieces), formula, points.value - lost)


def _counted(points: Amount, score: Amount, text: str, start: int, rule: re.Match[str]) -> Iterator[Relation]:
    """What is said behind the rule of how often it happened."""
    if _LIMIT.search(text) or text.count("扣") > 2 + text.count("扣完"):
        return
    at = text.find("分", text.rfind(rule["off"]) if text.count(rule["off"]) == 1 else text.find(rule["off"])) + 1
    happened = list(re.compile(_HAPPENED.format(unit=rule["unit"])).finditer(text, at))
    if len({match[1] for match in happened}) != 1 or at <= 0:
        return
    match = happened[0]
    number = whole_number(match[1])
    if re.search("每(?:少|低|差|缺)", rule[0]) and not re.search("[少低差缺]", match[0]):
        return  # 达到20件得8分，每少1件扣0.4分，实际26件
    left = max(points.value - number * Fraction(rule["off"]), Fraction(0))
    if score.value + number * Fraction(rule["off"]) < points.value:
        return
    data = Figure("data", match[0].strip(), start + match.start(), start + match.end())
    yield _relation(points, score, (data,), f"{points.text} - {number} × {rule['off']}", left)


def _relation(points: Amount, score: Amount, pieces: tuple[Figure, ...], formula: str, left: Fraction) -> Relation:
    right = plain(left)
    figures = (points.figure("points"), *pieces, score.figure("score"))
    if left == score.value:
        return rule_relation("ok", figures, formula, right, f"分值 {points.text} 分，扣分后得 {right} 分，与文中一致。")
    message = f"分值 {points.text} 分，按所写扣分应得 {right} 分，文中为 {score.text} 分。"
    return rule_relation("error", figures, formula, right, message, "请核对扣分与得分。")
