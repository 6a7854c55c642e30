"""What the classes of checks are called: by programs, and by people, who read the names in the results."""

from __future__ import annotations

from typing import Final, get_args

from hengji.facts.relation import RelationKind
from hengji.reports.check_words import KIND_WORDS

__all__ = ["class_named", "class_words"]

_OTHER_CLASSES: Final = {
    "bounds": "上下限",
    "claims": "完成的说法",
    "direction": "增减方向",
    "headcount": "编制与人数",
    "names": "科目名称与编码",
    "titles": "标题",
    "table_sums": "表内合计",
    "table_rates": "表内比率",
    "table_policy": "表内政策规定",
    "goal_funds": "目标表资金",
}
"""Finders that bring several kinds of relations."""


def class_words() -> dict[str, str]:
    """Every class that can be switched off, with its Chinese name where it has one."""
    from hengji.checks.relations import FINDERS

    words = _OTHER_CLASSES | {str(kind): word for kind, word in KIND_WORDS.items()}
    return {name: words.get(name, name) for name in dict.fromkeys([*get_args(RelationKind), *FINDERS])}


def class_named(said: str) -> str | None:
    """The class that *said* names, in either way."""
    words = class_words()
    return said if said in words else next((name for name, word in words.items() if word == said), None)
