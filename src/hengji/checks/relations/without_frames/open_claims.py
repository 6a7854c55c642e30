"""A goal, what came of it, and what is said of it, in one sentence and in any words: 年初说好改造管网 12 公里，
年底验下来 9.6 公里，这一项算是完成了.

The goal is known by a word for plans or bounds in front of the first figure, the result is the one other figure of its
unit, and the claim stands behind both. Where less is better, only a bound that says so is held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import converted, number, same_kind
from hengji.facts.relation import Figure, Relation

__all__ = ["open_claims"]

_GOAL: Final = re.compile(
    r"(?:目标|计划|任务|指标值|要求|应当?|须|年初(?:说好|定下|提出|打算|确定)|原?打算|原定|说好|定的是|要达到|不低于|不少于|至少|≥|不超过|不高于|压到|控制在|降到|≤)"
    r"[^，。；：\ue000-\ue005]{0,16}$|(?:目标|计划|任务|指标值)[^，。；\ue000-\ue005]{0,8}[，：是为]{1,2}[^，。；\ue000-\ue005]{0,10}$"
)
_AT_MOST: Final = re.compile(r"不超过|不高于|不多于|不大于|压到|控制在|降到|≤|以内|以下|之内")
_LESS: Final = re.compile(
    r"时长|时间|时限|成本|耗|投诉|事故|差错|失误|辍学|死亡|发生|损失|费|支出|压减|减少|下降|[天日]$|扣|逾期|空置|率低"
)
_MARK: Final = re.compile(
    r"(?P<yes>(?:算是|已经?|均|都|也|就)*(?:超额|足额|圆满|如期|全面|全部|顺利|较好地?|按时)*"
    r"(?:完成(?:了|目标|任务|计划|指标)?|达标|达到(?:了|目标|要求|预期)?|实现了?(?:目标)?|达成|够了|做足了?|交得了账)(?:任务|目标|要求|标准|值)?"
    r"|(?:已经?|就)?(?:越过|超过|超出|高于|达到)了?(?:年初|年度|既定)?的?(?:目标线|目标值|目标|指标线|任务)"
    r"|符合[^，。；]{0,4}目标)(?=[，。；]|$)"
    r"|(?P<no>(?:未能?|没有?能?)(?:如期|按期|全部)?(?:完成|达标|达到目标|实现))(?:任务|目标)?(?=[，。；]|$)"
)
_DENIED: Final = re.compile(
    r"(?:未|没|不|尚|基本|部分|只|仅|率|拟|将|力争|确保|距|离|接近|才)[^，。；\ue000-\ue005]{0,4}$"
)
_NOT: Final = re.compile(
    r"序时|进度|月底|上半年|季度|上年|去年同期|调整|其中|除|折算|按比例|占|每超|每低|如|若|得分|分值|满分|其[余他]|至|—|分别|力争|确保"
)
_FAR: Final = 90
_BLURRED: Final = frozenset(("约", "近", "余", "左右", "多", "大约"))
_KINDS: Final = (COUNT, MONEY, RATE)


def open_claims(context: Context, texts: Sequence[Passage], index: int, judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all; *judged* are figures that a goal was held against already."""
    passage = texts[index]
    for goal, done in _pairs(passage):
        if {goal.mention.start, done.mention.start} & judged:
            continue
        behind = passage.text[done.at + 1 : done.at + 1 + _FAR].split("。")[0]
        claim = _MARK.search(behind)
        if claim is None or _DENIED.search(behind[: claim.start()]) or _stranger(passage, goal, done, claim.end()):
            continue
        if _contradicts(passage, goal, done, said_no=claim["no"] is not None):
            yield _relation(context, passage, (goal, done), claim[0])


def _pairs(passage: Passage) -> Iterator[tuple[Slot, Slot]]:
    """A goal and the next figure of its unit, with no other figure of it in the sentence."""
    for goal in passage.slots:
        if (
            goal.kind not in _KINDS
            or _GOAL.search(goal.before) is None
            or goal.mention.approximate not in ("", "以上", "以内")
        ):
            continue
        others = [one for one in passage.slots if one is not goal and same_kind(one, goal)]
        if len(others) == 1 and others[0].index == goal.index + 1:
            yield goal, others[0]


def _stranger(passage: Passage, goal: Slot, done: Slot, end: int) -> bool:
    """Whether the sentence tells of parts, times or another goal, or the claim stands behind a third figure."""
    told = passage.text[max(0, goal.at - len(goal.before)) : done.at + 1 + end]
    between = passage.text[done.at + 1 : done.at + 1 + end]
    return _NOT.search(told) is not None or re.search("[\ue000-\ue005]", between) is not None


def _contradicts(passage: Passage, goal: Slot, done: Slot, *, said_no: bool) -> bool:
    after = passage.after(goal)[:4] + goal.mention.approximate
    most = _AT_MOST.search(re.split("[，。；]", goal.before)[-1] + after) is not None
    least = re.search("不低于|不少于|至少|≥|以上", goal.before[-8:] + after) is not None
    value, bound = converted(done.mention, goal.mention.unit), goal.mention.value
    if most or not bound:
        return not said_no and value > bound
    if not least and (_LESS.search(goal.before) or _LESS.search(str(goal.mention.unit))):
        return False
    return value >= bound if said_no else value < bound


def _relation(context: Context, passage: Passage, pair: tuple[Slot, Slot], said: str) -> Relation:
    goal, done = (one.mention for one in pair)
    at = context.document.text.find(said[-4:], done.end, passage.end)
    figures: list[Figure] = [
        piece(context, "target", goal.start, goal.end),
        piece(context, "actual", done.start, done.end),
    ]
    if at >= 0:
        figures.append(piece(context, "stated", at, at + len(said[-4:])))
    message = f"目标 {number(goal)}，实际 {number(done)}，文中却说“{said}”。请核对两数，或改正说法。"
    return Relation(
        "target", "error", tuple(figures), "实际与目标的说法应相符", "", said, message, "数字误写，或说法不实。", "high"
    )
