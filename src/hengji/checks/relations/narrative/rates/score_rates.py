"""得分率 in running text: 分值 and 得分 in front of it; and the score that a rate and its points make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.intervals import exactly
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, digits_of, shape
from hengji.checks.relations.verdicts import good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["score_rates"]

_RATE = re.compile(r"得分(?:率|比例)?(?:为|是|达到?|：)*$")
_POINTS = re.compile(r"分值|满分|权重|总分|标准分|应得")
_FULL = re.compile(r"^[，；（]?[^，。；：]{0,10}(?:按|满分|权重|分值|标准分|计分)[^，。；：]{0,4}$")
_GOT = re.compile(r"^(?:计算?|）)?[，；][^，；：。\ue000-\ue005]{0,12}(?:[，：][^，；：。]{0,6})?得(?:分)?(?:为|：)?$")
_DONE = re.compile("执行率|支出率|支付率|使用率|完成率|到位率|支出进度|执行进度")
_REACH = 40
_SHORT, _LONG = 3, 4  # digits that a swap, or one wrong digit, must have to be no chance
_EARNED = re.compile("，?(?:(?:评价|自评|核查|实际?|实)?得分?|自评|核查|评价)(?:为)?")
_SCORE = re.compile(r"得分|评分|评价|自评|实得|核查分?")


def score_rates(texts: list[Passage]) -> Iterator[Relation]:
    """Every 得分率 with its points and its score right in front of it."""
    for passage in texts:
        for rate in passage.slots[2:]:
            if rate.kind != RATE or not _RATE.search(rate.before) or len(rate.before) > 16:
                continue
            pair = _pair(passage.slots[rate.index - 2], passage.slots[rate.index - 1])
            if pair is not None and pair[0].mention.value > 0:
                yield _relation(*pair, rate)
        for score in passage.slots[2:]:
            if score.kind == SCORE and _GOT.search(score.before):
                yield from _of_rate(passage, *passage.slots[score.index - 2 : score.index + 1])


def _of_rate(passage: Passage, rate: Slot, points: Slot, score: Slot) -> Iterator[Relation]:
    """执行率 P，满分 N 分，得 S 分: a slip of N × P, for a standard may have steps and any other score."""
    told = label_of(rate)
    if rate.before.strip().startswith(("=", "＝")):  # 执行率=a÷b×100%=P
        told = passage.text[max(0, rate.at - _REACH) : rate.at]
    named = rate.kind == RATE and _DONE.search(told) and 0 < rate.mention.value < 1
    if not named or points.kind != SCORE or not _FULL.search(points.before) or points.mention.value <= 0:
        return
    computed = points.mention.value * rate.mention.value
    verdict = judged(computed, None, score.mention)
    near = as_written(computed, score.mention)
    digits = digits_of(near)
    slip = shape(as_written(score.mention.value, score.mention), near)
    wrong = slip in (SWAPPED, ONE_DIGIT) and len(digits) >= (_SHORT if slip == SWAPPED else _LONG)
    if not good(verdict) and not wrong:
        return
    message = "得分为分值与该比率之积，与文中一致。"
    if wrong:
        message = f"{number(points.mention)}按{number(rate.mention)}计应得 {near}，文中为 {number(score.mention)}。"
    roles = [("points", points.mention), ("rate", rate.mention), ("stated", score.mention)]
    formula = f"{in_words(points.mention.value)} × {number(rate.mention)}"
    yield relation("rate", verdict, roles, formula, near, message, "" if good(verdict) else f"{slip}。")


def _pair(a: Slot, b: Slot) -> tuple[Slot, Slot] | None:
    if a.kind != SCORE or b.kind != SCORE:
        return None
    if _POINTS.search(label_of(a)) and _SCORE.search(label_of(b)):
        return a, b
    if _EARNED.fullmatch(b.before) and a.mention.value >= b.mention.value and not _SCORE.search(label_of(a)):
        return a, b  # 效益25分，得21分
    return (b, a) if _POINTS.search(label_of(b)) and _SCORE.search(label_of(a)) else None


def _relation(points: Slot, score: Slot, rate: Slot) -> Relation:
    computed = score.mention.value / points.mention.value
    given = score.mention.value * 10 % 1 == 0  # marks are exact; one of two decimals may be computed, and rounded
    possible = interval_of(score.mention, None).divided_by(exactly(points.mention.value))
    verdict = judged(computed, exactly(computed) if given else possible, rate.mention)
    right = as_written(computed, rate.mention)
    message, likely = f"得分率为 {right}，与文中一致。", ""
    if not good(verdict):
        message = f"得分率应为 {right}，文中为 {number(rate.mention)}。"
        likely = slip_of(rate.mention, computed)
    return relation(
        "score_rate",
        verdict,
        [("points", points.mention), ("score", score.mention), ("stated", rate.mention)],
        f"{in_words(score.mention.value)} ÷ {in_words(points.mention.value)}",
        right,
        message,
        likely,
    )
