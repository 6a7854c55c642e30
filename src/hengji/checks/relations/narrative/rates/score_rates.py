"""得分率 in running text: 分值 and 得分 in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.intervals import exactly
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["score_rates"]

_RATE = re.compile(r"得分(?:率|比例)?(?:为|是|达到?|：)*$")
_POINTS = re.compile(r"分值|满分|权重|总分|标准分|应得")
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


def _pair(a: Slot, b: Slot) -> tuple[Slot, Slot] | None:
    if a.kind != SCORE or b.kind != SCORE:
        return None
    if _POINTS.search(label_of(a)) and _SCORE.search(label_of(b)):
        return a, b
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
