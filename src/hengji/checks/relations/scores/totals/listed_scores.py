"""Scores that one sentence lists, and their total: “预算执行9.40分，绩效指标90分，合计99.40分”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Severity, Verdict

__all__ = ["listed_scores"]

_ITEM: Final = re.compile(
    r"([^，,、；;。：:\n\d]{0,24}(?:(?<=[\u4e00-\u9fff])[1-9](?=[\u4e00-\u9fff](?<!分))[^，,、；;。：:\n\d]{1,12})?)"
    r"(\d{1,3}(?:\.\d{1,4})?)"
    r"\s*分(?=\s*[，,、；;。)）\n]|$)"
)
_ANCHOR: Final = re.compile(r"\d\s{0,60}分")
_REACH: Final = 120
_GAP: Final = re.compile(r"(?:[，,]\s*得分率(?:为)?\s*[\d.]+\s*[%％])?\s*[，,、；;]?\s*")
_GAP_TO_TOTAL: Final = re.compile(r"(?:[，,]\s*得分率(?:为)?\s*[\d.]+\s*[%％])?\s*。\s*")
_LED: Final = re.compile(
    r"(?:\s*[，,]\s*(?:评价|评定|绩效|自评)?(?:等级|等次|结果|级别)(?:评定)?(?:为|是)?[“\"]?[优良中低差][秀好等]?[”\"]?(?:等?级|等次)?)?"
    r"\s*[，,。；;:：]?\s*(?:其中|包括|具体(?:为|是)?|分别(?:为|是)?|各(?:项|部分|方面|板块|维度)?(?:一级)?(?:指标)?得分(?:情况)?(?:分别)?"
    r"(?:为|是|如下)?|构成(?:为|是)?|[一各]级指标)\s*[:：，,]?\s*"
)
_WHOLE: Final = re.compile(r"(?:总分|得分|评分|自评分|分数)\s*(?:合计|共)?\s*(?:为|是|[:：])?\s*$")
_SETS: Final = tuple(
    tuple(map(re.compile, names))
    for names in (
        ("投入|决策", "过程|管理", "产出", "效果|效益"),
        ("预算执行|资金|投入|成本", "产出", "效益|效果", "满意"),
        ("履职", "管理|执行", "效果|效益|效能"),
    )
)
_SUB_ITEM: Final = re.compile(r"其中|含|包括")
_TOTAL: Final = re.compile(
    r"(?:(?:合计|共)\d{1,3}分得?分?|合计|总计|共计|总得?分|综合(?:评价)?(?:得分|评分)|最终(?:评价)?得分|总评(?:得分|分)?)\s*(?:得分?)?\s*"
    r"(?:为|是|[:：])?\s*$"
)
_GOES_ON: Final = re.compile(r"[，,][^。；;\n]{4,60}[；;][^。\n]{2,60}得\s*\d")
"""What was done wrong of the last item, and another item behind it: …得3分，某项目未细化，扣1分；…4分，得4分."""
_SERIES: Final = re.compile(r"(?:分别|依次)\s*(?:为|是|得)")
_NO_SCORE: Final = re.compile(r"扣|减|加|上年|提高|下降|低于|高于|以上|以下|平均|每|第")
_POINTS: Final = re.compile("满分|分值|权重")
_EARNED: Final = re.compile("(?:得分?|自评|核查|复核|评价|实得)(?:为)?$")
_WRAPPED: Final = re.compile(r"[，,、；;]?[ \t\u3000]*[^，,、；;。：:\n\d（(]{1,12}\n\s*")
_EARNS: Final = re.compile("(?:自评|评价|核定|实际?|最终|合计|共计?)?得分?为?")
_WITH_REASON: Final = re.compile(
    r"\s*[，,、；;。]\s*(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[)）])?(?P<what>[^；;。\n（(]{2,40}?)(?:"
    r"[（(][^（()）\n]{1,12}[)）])?[，,。：:]\s*"
)
"""Between two scores: the next indicator with what was done of it, 预算调整率0，得分5分 or 2.目标设定（5分）。得4分."""

_LATER_ITEM: Final = re.compile(r"\s*[（(]?(?:[2-9]|1\d|[二三四五六七八九十]{1,3})\s?[.．、)）](?!\d)|\s*[②-⑳]")
_LOST: Final = re.compile("[扣减][^，。；\\d]*$")
_NEAR: Final = 6
_FEWEST: Final = 2


def listed_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``: a list of scores right before a total."""
    text = context.document.text
    run: list[tuple[str, Amount]] = []
    end = -1
    whole: Amount | None = None
    last: tuple[str, Amount] | None = None
    for match in matches_near(_ITEM, _ANCHOR, text, _REACH):
        if context.table_at(match.start()) is not None:
            continue
        amount = amount_at(context, *match.span(2))
        wrapped = end >= 0 and _WRAPPED.fullmatch(text, end, match.start()) is not None
        label = re.sub(r"[\s，,、；;]", "", text[end : match.start()] if wrapped else "") + match[1].rstrip()
        to_total = end >= 0 and _TOTAL.search(match[1]) and _GAP_TO_TOTAL.fullmatch(text, end, match.start())
        reasoned = end >= 0 and _EARNS.fullmatch(label) and _WITH_REASON.fullmatch(text, end, match.start())
        said = re.sub(r"\s", "", reasoned["what"]) + label if reasoned else label
        if end < 0 or not (reasoned or wrapped or to_total or _GAP.fullmatch(text, end, match.start())):
            yield from () if _goes_on(text, end) else _of_whole(whole, run)
            led = last is not None and end >= 0 and _LED.fullmatch(text, end, match.start()) is not None
            whole = last[1] if last is not None and led and _WHOLE.search(last[0]) else None
            run = []
        elif last is not None and _SUB_ITEM.match(label):
            whole, run = (last[1] if _WHOLE.search(last[0]) else None), []
        end = match.end()
        if amount is None:
            last = None
            continue
        last = label, amount
        if _TOTAL.search(said) and to_total and run and _of_the_last_item(context, run[-1][1], match.start()):
            run = []
        elif _TOTAL.search(said):
            parts = _parts(run)
            yield from () if _is_made_before(context, parts, amount) else _judged(parts, amount)
            run = []
        else:
            run.append((label, amount))
    yield from _of_whole(whole, run)


def _of_the_last_item(context: Context, last: Amount, at: int) -> bool:
    """5.满意度：分别得3分、3分。 and 本项合计 T in a line of its own: the total is that of all numbered items."""
    start, end = context.paragraph_at(last.cell.start)
    return end <= at and _LATER_ITEM.match(context.document.text, start) is not None


def _is_made_before(context: Context, parts: Sequence[Amount], total: Amount) -> bool:
    """制度健全，得5分；公开不完整，扣0.5分，得4.5分；…合计: whether what the paragraph tells before the parts makes the
    total, by itself or with them, so that they are not the whole list."""
    if not parts:
        return False
    start, first = context.paragraph_at(total.cell.start)[0], parts[0].cell.start
    text, own = context.document.text, sum((amount.value for amount in parts), Fraction(0))
    before = [one for one in context.within((start, first)) if str(one.unit) == "分"]
    earned = [one.value for one in before if not _LOST.search(text, max(0, one.start - _NEAR), one.start)]
    return any(total.value in (made, made + own) for made in accumulate(reversed(earned)))


def _goes_on(text: str, end: int) -> bool:
    """Whether the list goes on behind words that no item is told in."""
    return end >= 0 and _GOES_ON.match(text, end) is not None


def _of_whole(whole: Amount | None, run: Sequence[tuple[str, Amount]]) -> Iterator[Relation]:
    """得分 T，其中：a、b、c: the parts stand behind their total."""
    run = _earned_of(run)
    labels = [label for label, _ in run]
    if whole is None or any(
        re.search("[（()）]", label) or _NO_SCORE.search(label) or _POINTS.search(label) for label in labels
    ):
        return
    parts = [amount for _, amount in run]
    if len(parts) >= _FEWEST and not any(_SUB_ITEM.search(label) for label in labels[1:]):
        yield from _judged(parts, whole, complete=_is_complete(labels))


def _is_complete(labels: Sequence[str]) -> bool:
    """Whether *labels* are the first level of a known system of indicators, each once."""
    return any(
        len(names) == len(labels) and all(sum(1 for label in labels if name.search(label)) == 1 for name in names)
        for names in _SETS
    )


def _parts(run: Sequence[tuple[str, Amount]]) -> list[Amount]:
    """The last series of the run without the points beside its scores; nothing where a figure is neither."""
    begin = max((place for place, (label, _) in enumerate(run) if _SERIES.search(label)), default=0)
    led = run[begin : begin + 1] if run and _SERIES.search(run[begin][0]) else []  # 分值依次为10分、40分、…
    series = [*led, *(one for one in run[begin + len(led) :] if not _POINTS.search(one[0]))]
    scores = _earned_of(series)
    return [] if any(_NO_SCORE.search(label) for label, _ in scores) else [amount for _, amount in scores]


def _earned_of(series: Sequence[tuple[str, Amount]]) -> Sequence[tuple[str, Amount]]:
    """The scores alone, of 甲共35分，得32.5分；乙共65分，得61分."""
    earned = [one for one in series if _EARNED.search(one[0])]
    return earned if len(earned) * 2 == len(series) else series


def _judged(parts: Sequence[Amount], total: Amount, *, complete: bool = False) -> Iterator[Relation]:
    """Only a slip of the pen in the total or in one part makes a failure sure: the list may be incomplete."""
    if len(parts) < _FEWEST:
        return
    computed = sum((part.value for part in parts), Fraction(0))
    if len(parts) > _FEWEST and computed - parts[0].value == total.value:
        parts, computed = parts[1:], total.value  # 效益指标共30分，甲得 a，乙得 b，合计得 a + b
    holds = computed == total.value
    slip = "" if holds else _slip(parts, total, computed)
    if not holds and not slip and not complete:
        return
    verdict: Verdict = "ok" if holds else "error"
    right = total.written(computed, max(part.decimals for part in parts))
    message = f"各项得分之和{'' if holds else '应'}为 {right} 分，文中合计 {total.text}{'，一致' if holds else ''}。"
    figures = (*(part.figure("part") for part in parts), total.figure("total"))
    formula = f"{' + '.join(plain(part.value) for part in parts)} = {plain(total.value)}"
    severity: Severity = "high" if verdict == "error" else "medium"
    yield Relation("score_sum", verdict, figures, formula, right, total.text, message, slip, severity)


def _slip(parts: Sequence[Amount], total: Amount, computed: Fraction) -> str:
    """How one figure would have to read, where that is one slip from how it reads."""
    meant = [(total, computed), *((part, part.value + total.value - computed) for part in parts)]
    for amount, value in meant:
        name = shape(amount.written(amount.value), amount.written(value)) if value > 0 else ""
        if name:
            return f"若“{amount.text}”应为“{amount.written(value)}”（{name}），则合计成立。"
    return ""
