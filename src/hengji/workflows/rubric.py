"""What a form must ask so that a scheme can be scored: for each indicator its data, its judgements, its events."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from hengji.facts.evaluation import Evaluation, Goal
from hengji.facts.numbers import percent, plain
from hengji.rules.kinds.checklist import DISCRETION
from hengji.rules.kinds.choice import OPTION
from hengji.rules.kinds.tiers import RATE
from hengji.rules.rule import Asked
from hengji.rules.scheme import DataDefinition, Indicator, Path, Scheme, walk
from hengji.scoring.goals import concrete

__all__ = ["AskedPart", "RubricRow", "judgement_content", "rubric_rows"]

_KEYS: Final = {DISCRETION: "deduct", OPTION: "option", RATE: "rate"}


@dataclass(frozen=True, slots=True)
class AskedPart:
    """What one part of a leaf asks a person; `number` counts from 1 as in the evaluation file."""

    number: int
    asks: tuple[Asked, ...]

    def place(self, asked: Asked) -> tuple[str, ...]:
        """Where the answer stands below the leaf's judgement in the evaluation's notation."""
        key = _KEYS.get(asked.key)
        return ("parts", str(self.number), key) if key else ("parts", str(self.number), "items", asked.key)


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One node of the rubric. Branches ask nothing. `points` is None for a goal row without printed points."""

    path: Path
    points: Fraction | None
    is_leaf: bool
    data: tuple[DataDefinition, ...] = ()
    asked: tuple[AskedPart, ...] = ()
    is_goal: bool = False

    @property
    def key(self) -> str:
        """How the evaluation's notation names the indicator without doubt."""
        return "/".join(self.path)


def rubric_rows(scheme: Scheme, goals: tuple[Goal, ...] = ()) -> tuple[RubricRow, ...]:
    """The whole tree in the scheme's order, with the department's own goal rows in their slots."""
    named = {item.name: item for item in scheme.data}
    of_goals = {goal.path for goal in goals}
    return tuple(_row(path, node, named, path in of_goals) for path, node in walk(concrete(scheme, goals).indicators))


def _row(path: Path, node: Indicator, named: dict[str, DataDefinition], is_goal: bool) -> RubricRow:
    if not node.is_leaf:
        return RubricRow(path, node.points, False)
    read = [name for part in node.parts for name in part.names()]
    read += node.applies.names if node.applies is not None else []
    asked = tuple(AskedPart(number, part.asks()) for number, part in enumerate(node.parts, 1) if part.asks())
    data = tuple(named[name] for name in dict.fromkeys(read) if name in named)
    return RubricRow(path, node.points, True, data, () if is_goal else asked, is_goal)


def judgement_content(evaluation: Evaluation) -> dict[str, Any]:
    """The judgements in the longest form of the evaluation's notation: every answer has a place of its own."""
    content: dict[str, Any] = {}
    for judgement in evaluation.judgements:
        part: dict[str, Any] = {}
        for key, value in judgement.answers:
            if key in _KEYS:
                part[_KEYS[key]] = percent(value) if key == RATE else plain(value)
            else:
                part.setdefault("items", {})[key] = plain(value)
        reason = judgement.reason
        part |= {"code": reason.code} if reason.code else {}
        part |= {"reason": reason.text} if reason.text else {}
        part |= {"evidence": list(reason.evidence)} if reason.evidence else {}
        leaf = content.setdefault("/".join(judgement.path), {"parts": {}})
        leaf["parts"][str(judgement.part)] = part
    return content
