"""A heading that gives an indicator's score, "产出指标（得分40分）", against the sentence that gives it again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.passages import SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation, Verdict

__all__ = ["score_repeats"]

_HEADING = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,20}?)(?:情况|指标|分析)*（(?:评价|自评|实际|核查)?得分：?$")
_SENTENCE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{3,20}?)(?:情况|指标|分析)*(?:总共|共|合计|的)?(?:评价|自评|实际|核查)?得分(?:为|是|：)?$"
)
_NEAR = 4  # sentences behind the heading


def score_repeats(texts: list[Passage]) -> Iterator[Relation]:
    """Every pair of heading and sentence that name one indicator and its score."""
    for index, passage in enumerate(texts):
        for slot in passage.slots if SCORE in passage.text else ():
            heading = _HEADING.search(slot.before) if slot.kind == SCORE else None
            if heading is None:
                continue
            again = _again(heading["name"], texts[index : index + _NEAR], slot)
            if again is not None:
                yield _relation(heading["name"], slot, again)


def _again(name: str, texts: list[Passage], heading: Slot) -> Slot | None:
    for passage in texts:
        for slot in passage.slots:
            match = _SENTENCE.match(re.split("[，。；]", slot.before)[-1]) if slot.kind == SCORE else None
            if match and slot is not heading and match["name"] == name:
                return slot
    return None


def _relation(name: str, heading: Slot, again: Slot) -> Relation:
    first, second = heading.mention, again.mention
    verdict: Verdict = "ok" if first.value == second.value else "error"
    message, likely = "标题与正文的得分一致。", ""
    if verdict == "error":
        message = f"“{name}”标题写得分 {number(first)}，正文写得分 {number(second)}。"
        likely = f"标题中的“得分”疑应为“分值”，{number(first)}是满分。" if first.value > second.value else ""
    roles = [("first", first), ("stated", second)]
    return relation("repeat", verdict, roles, f"{name}两处得分相等", as_written(first.value, second), message, likely)
