"""An office of the house that its own list does not have: 内设…、学员工作处、…8个处室, and 由学员管理处、教务处牵头.

Beside it stands one that the list has, so that it is an office of this house; and one office of the list begins and
ends as it does, so that this is the one meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["rooms_named"]

_LIST: Final = re.compile(
    r"(?:内设|下设|设有)(?:机构)?(?:有|为|：)?(?P<names>[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,12}){3,20}?)(?:等)?\d{1,2}个(?:职能|内设)?(?:处室|科室|股室|部室|部门|机构)"
)
_PAIR: Final = re.compile(
    r"(?:由|(?<=[，。；：\n]))(?P<a>[\u4e00-\u9fff]{2,6}[处科股室部])(?:、|和|会同|与)(?P<b>[\u4e00-\u9fff]{2,6}[处科股室部])(?=牵头|负责|共同|联合|组织|具体|配合|、|等)"
)
_MOVED: Final = re.compile("原|更名|合并|撤销|新设|成立|市|县|省|厅|局")
_BEGINNING: Final = 2
_CHANGED: Final = 2  # letters in which the two names may differ


def rooms_named(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all."""
    flow = flowing(context)
    lists = list(_LIST.finditer(flow.text))
    if len(lists) != 1:
        return
    names = lists[0]["names"].split("、")
    for pair in _PAIR.finditer(flow.text, lists[0].end()):
        strange = [group for group in ("a", "b") if pair[group] not in names]
        if len(strange) != 1 or _MOVED.search(flow.sentence(*pair.span())):
            continue
        said = pair[strange[0]]
        meant = [name for name in names if _is_meant(said, name)]
        if len(meant) == 1 and flow.text.count(said) == 1:
            place = flow.of(pair, strange[0])
            message = f"内设机构中没有“{said}”，只有“{meant[0]}”。请核对名称。"
            figures = (piece(context, "stated", *place),)
            yield Relation(
                "repeat", "error", figures, "机构名称各处一致", meant[0], said, message, "名称误写。", "medium"
            )


def _is_meant(said: str, name: str) -> bool:
    """学员管理处 for 学员工作处: of one length, one beginning and one end."""
    same = len(said) == len(name) and said[:_BEGINNING] == name[:_BEGINNING] and said[-1] == name[-1]
    return same and 0 < sum(one != other for one, other in zip(said, name, strict=False)) <= _CHANGED
