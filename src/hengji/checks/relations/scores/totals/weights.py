"""Weights that one sentence lists make a hundred, or the total that it states: “决策20%、过程20%、产出30%、效益30%”,
“由投入（10分）、过程（30分）、产出（35分）、效果（25分）四部分构成，总分100分”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Severity, Verdict

__all__ = ["weights"]

_N: Final = r"(\d{1,4}(?:\.\d{1,2})?)"
_NAME: Final = r"[\u4e00-\u9fff“”]{2,14}?"
_GAP: Final = re.compile(r"[”\s]*[、，,；;和及与]?\s*(?:以及)?")
_IN_BRACKETS: Final = re.compile(
    rf"{_NAME}\s*[（(]\s*(?:分值|权重|占比|满分|占)?\s*(?:为|是|[:：])?\s*{_N}\s*(分|[%％])\s*[)）]"
)
_BARE: Final = re.compile(
    rf"{_NAME}(?:权重|分值|占比?|占总?权重|满分)?(?:为|是|各占)?\s*{_N}\s*(分|[%％])(?=\s*[、，,；;。和及与\n]|$)"
)
_ANCHORS: Final = {
    _IN_BRACKETS: re.compile(r"[（(]\s*(?:分值|权重|占比|满分|占)?\s*(?:为|是|[:：])?\s*\d"),
    _BARE: re.compile(r"\d\s{0,60}[分%％](?=\s*[、，,；;。和及与\n]|$)"),
}
_REACH: Final = 100
_CUE: Final = re.compile(
    r"(?:权重|分值|满分|分数|标准分|配分)(?:设置|分配|构成|比例|系数|占比|情况|设定|确定)*(?:分别|依次|设定|具体|各)*(?:为|是|如下|占)*\s*[:：，,]?\s*$|权重"
    r"(?:设置|分配|构成)?(?:分别|依次)?(?:为|是)[^。，；\d]{0,14}$"
)
_UNNAMED: Final = re.compile(rf"(?:权重|分值)(?:分别|依次)(?:为|是)\s*((?:{_N}\s*(?:分|[%％])\s*[、，,和]?\s*){{3,9}})")
_BRANCH: Final = re.compile(
    r"(?:权重|分值|满分)(?:为|是|共)?\s*(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分[，,][^。；;，,\d]{0,12}(?:"
    r"(?P<many>\d)\s*[个项][^。；;，,\d]{0,10})?[，,][^。；;，,\d]{0,4}$"
)
_LEADS: Final = re.compile(r"^(?:由|包括|分为|含|其中)")
_MADE: Final = re.compile(
    r"[^。\n]{0,16}?(?:(?:[两二三四五六七]|\d)(?:个|大)?(?:部分|方面|类|维度|一级指标|指标)|构成|组成)"
)
_OPENS: Final = re.compile(r"(?:由|包括|分为|设|下设|包含|从|设置|设有|划分为)[^。，,；;、\n（(]{0,14}?$")
_TOTAL: Final = re.compile(rf"(?:总分值?|满分|合计|共计|总计|权重)(?:权重|分值)?\s*(?:为|是|共)?\s*{_N}\s*(分|[%％])")
_NO_WEIGHT: Final = re.compile(r"得|扣|完成|率|上年|增|减|实际|执行|满意")
_LEVEL_NAMES: Final = re.compile("预算执行(?:率)?|满意度|完成(?:数量|质量|时效)")
"""What branches of systems of indicators are called, though the words speak of what was done."""
_SUM: Final = re.compile("合计|总计|共计|总分|满分|总权重")
_HUNDRED: Final = Fraction(100)
_NEAR: Final = 15
_FEWEST: Final = 3


def weights(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum`` for every such list outside tables."""
    for pattern, anchor in _ANCHORS.items():
        run: list[re.Match[str]] = []
        for match in matches_near(pattern, anchor, context.document.text, _REACH):
            if run and (
                _GAP.fullmatch(context.document.text, run[-1].end(), match.start()) is None or run[-1][2] != match[2]
            ):
                yield from _of(context, run, pattern)
                run = []
            run.append(match)
        yield from _of(context, run, pattern)
    yield from _unnamed(context)


def _unnamed(context: Context) -> Iterator[Relation]:
    """权重依次为15%、25%、35%、25%."""
    for match in _UNNAMED.finditer(context.document.text):
        found = [one.span() for one in re.finditer(r"\d+(?:\.\d+)?", match[1])]
        parts = [amount_at(context, match.start(1) + a, match.start(1) + b + 1) for a, b in found]
        filled = [part for part in parts if part is not None]
        if len(filled) == len(found) >= _FEWEST and context.table_at(match.start()) is None:
            yield from _judged(filled, _of_branch(context, match, len(filled)))


def _of_branch(context: Context, match: re.Match[str], many: int) -> Amount | None:
    """社会效益权重20分，设置3个三级指标，分值分别为8分、6分、6分: the points of the branch, told in front."""
    start, _ = context.sentence_at(match.start())
    told = list(_BRANCH.finditer(context.document.text, max(start, match.start() - 60), match.start()))
    counted = told[-1]["many"] if told else None
    if not told or (counted is not None and int(counted) != many) or "%" in match[1]:
        return None
    return amount_at(context, *told[-1].span("points"))


def _of(context: Context, run: Sequence[re.Match[str]], pattern: re.Pattern[str]) -> Iterator[Relation]:
    led = next((at for at, match in enumerate(run) if at and _LEADS.match(match[0])), 0)
    above = run[led - 1] if led else None  # 产出（50分）由数量（20分）、…组成
    run = run[led:]
    ends = len(run) > _FEWEST and _SUM.match(run[-1][0]) is not None
    run = run[:-1] if ends else run  # …、效益25%，合计100%
    if len(run) < _FEWEST or context.table_at(run[0].start()) is not None:
        return
    text = context.document.text
    start, _ = context.sentence_at(run[0].start())
    before = text[max(start, run[0].start() - 60) : run[0].start(1)]
    behind = text[run[-1].end() : context.sentence_at(run[-1].end() - 1)[1]][:60]
    names = "".join(match[0] for match in run)
    if re.search(r"扣\s*\d|失\s*\d", names):
        return  # 满分100分，决策扣2分，过程扣1.5分
    if ends and re.search("评|得|满分|总分", names):
        return  # 满分100分，履职30分、自评28.90分，…，合计92.97分
    cue = _CUE.search(before[: run[0].start() - max(start, run[0].start() - 60)]) or _CUE.search(before)
    if _NO_WEIGHT.search(_LEVEL_NAMES.sub("", names)) and cue is None:
        return
    made = (above is not None or _OPENS.search(_before_first(before)) is not None) and _MADE.match(behind) is not None
    said = _TOTAL.search(behind)
    if cue is None and (pattern is _BARE or not (made or said is not None)):
        return
    parts = [amount for match in run if (amount := amount_at(context, *match.span(1))) is not None]
    if len(parts) == len(run):
        total = amount_at(context, *above.span(1)) if above is not None else _stated(context, said, run)
        hundred = run[0][2] in "%％" or (said is None and cue is not None and "分值" not in before)
        if total is not None or hundred:
            yield from _judged(parts, total)


def _before_first(before: str) -> str:
    """The words before the first weight without the bracket that opens it."""
    return re.split(r"[（(]", before)[0]


def _stated(context: Context, said: re.Match[str] | None, run: Sequence[re.Match[str]]) -> Amount | None:
    if said is None or (said[2] == "分") != (run[0][2] == "分"):
        return None
    begin = run[-1].end()
    return amount_at(context, begin + said.start(1), begin + said.end(1))


def _judged(parts: Sequence[Amount], total: Amount | None) -> Iterator[Relation]:
    sums = sum((_points(part) for part in parts), Fraction(0))
    whole = _points(total) if total is not None else _HUNDRED
    if total is None and abs(sums - _HUNDRED) > _NEAR:  # the weights of one branch, or of two lists in one
        return
    verdict: Verdict = "ok" if sums == whole else "error"
    figures = tuple(part.figure("part") for part in parts)
    figures = (*figures, total.figure("total")) if total is not None else figures
    says = "一致" if verdict == "ok" else f"应为 {plain(whole)}"
    message = f"所列权重之和为 {plain(sums)}，{says}。"
    formula = f"{' + '.join(plain(_points(part)) for part in parts)} = {plain(whole)}"
    likely = "" if verdict == "ok" else _slip(parts, whole - sums)
    stated = total.text if total is not None else plain(sums)
    severity: Severity = "medium" if verdict == "ok" else "high"
    yield Relation("score_sum", verdict, figures, formula, plain(whole), stated, message, likely, severity)


def _points(amount: Amount) -> Fraction:
    return amount.value * 100 if amount.is_rate else amount.value


def _slip(parts: Sequence[Amount], rest: Fraction) -> str:
    for part in parts:
        meant = _points(part) + rest
        if meant > 0 and shape(plain(_points(part)), plain(meant)):
            return f"若“{part.text}”应为“{plain(meant)}”，则相符。"
    return ""
