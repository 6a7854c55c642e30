"""Lists of figures beside their total: how their items are joined, and whether one that fails was meant to be whole."""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.passages import MONEY
from hengji.checks.relations.verdicts import converted
from hengji.facts.relation import Relation

__all__ = ["JOINED", "STRANGE", "failed_list", "is_hardly_apart"]

JOINED: Final = re.compile(
    r"^）?(?:、|，|和|及|以及|与|连同|[，；]?(?:再|另)?加上?(?![快强大工密固班装盟油气热]))"
    r"(?!其中|含|比|较|占|同比|增|减|上年|预算)[^，。；：、\ue000-\ue005]{1,16}$"
)
"""What joins an item of a list to the one before it."""

STRANGE: Final = re.compile(
    r"其中|含|包括|预算(?!内)|编制|核定|应(?!急|用|对|届)|目标|计划|上年|去年|结余|结转|余额|人均|平均|单价|标准|增|减|新(?![建购修改])|第"
)
"""Words of a figure that is no item of a list of parts."""

_LEAST: Final = 2
_FEW: Final = 3  # parts beyond which a hundredth of the total is a slip rather than a part left out
_PARTS: Final = 100


def failed_list(one: Sum, *, goes_on: bool = False) -> Relation:
    """The verdict on a list that does not add up; *goes_on*: more that may belong to it follows."""
    return judge_sum(one, "error" if _is_sure(one) and not goes_on else "suspicious")


def _is_sure(one: Sum) -> bool:
    """Whether the list that fails was meant to be all of its total."""
    labels = [label_of(part) for part in one.parts]
    rest = re.match("其他|其余|另外", labels[-1])  # what is called so may be the last of a row that began before
    if one_slip_away(one) or (is_complete(labels) and not rest):
        return True
    return len(one.parts) > _LEAST and (_little_apart(one) or is_hardly_apart(one))


def is_hardly_apart(one: Sum) -> bool:
    """Whether four amounts and more miss their total by less than a hundredth of it."""
    near = abs(one.rest) * _PARTS < one.total.mention.value
    return one.total.kind == MONEY and len(one.parts) > _FEW and near


def _little_apart(one: Sum) -> bool:
    """Whether a list of amounts misses its total by less than its least one, so that none was left out."""
    least = min(abs(converted(part.mention, one.total.mention.unit)) for part in one.parts)
    return one.total.kind == MONEY and abs(one.rest) < least
