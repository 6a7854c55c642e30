"""The paper's own office with a character too many or too few: 北岭市红十字协会 in the report of 北岭市红十字会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["own_name"]

_SHORTEST: Final = 6
_BEGINS: Final = 3  # characters that both names share in front
_FEWEST: Final = 2  # times that the full name stands in the text
_LEFT_OUT: Final = frozenset("省市县区镇乡州旗中与和及")
"""Short names leave them out: 清河教育局, 交通建设局."""
_OTHER_OFFICES: Final = frozenset("分支总副原各老新第一二三四五六七八九十东西南北")
"""What makes it the name of another office."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def own_name(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, each an error: one character apart from the name that the paper bears."""
    own, flow = re.sub(r"\s", "", context.facts.organisation), flowing(context)
    if len(own) < _SHORTEST or flow.text.count(own) < _FEWEST:
        return
    for match in re.finditer(re.escape(own[:_BEGINS]), flow.text):
        told = _miswritten(own, flow.text[match.start() : match.start() + len(own) + 1])
        if told:
            yield slip(
                context,
                [flow.span(match.start(), match.start() + len(told))],
                "error",
                f"单位名称在别处都写作“{own}”，这里写作“{told}”。请核对后统一。",
                rule="单位名称前后一致",
                expected=own,
                likely=f"应为“{own}”",
                severity="medium",
                kind="repeat",
            )


def _miswritten(own: str, text: str) -> str:
    """The name that *text* begins with, where it is *own* with one character more or less inside."""
    if text.startswith(own):
        return ""
    for at in range(_BEGINS, len(own)):
        longer = text[: len(own) + 1]
        more = longer[:at] == own[:at] and longer[at + 1 :] == own[at:]
        if more and longer[at] not in _OTHER_OFFICES and _HAN.match(longer[at]):
            return longer
        shorter = text[: len(own) - 1]
        less = at < len(own) - 1 and shorter == own[:at] + own[at + 1 :]
        if less and own[at] not in _LEFT_OUT:
            return shorter
    return ""
