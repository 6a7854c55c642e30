"""A department's scores beside the verified ones: two scorecards, either of which may be missing, as one tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hengji.facts.scorecard import NodeScore, Scorecard

__all__ = ["Sides"]

Path = tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """The two columns of scores, either of which may be missing, as one tree."""

    own: Scorecard | None
    verified: Scorecard | None
    adjustment_texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def main(self) -> Scorecard:
        """The side whose computation is printed: the verified one, where there is one. Raises ValueError for none."""
        card = self.verified or self.own
        if card is None:
            raise ValueError("a scorecard has at least one side")
        return card

    @cached_property
    def nodes(self) -> dict[Path, NodeScore]:
        """Every indicator of either side in the order of the tree: those of one side alone follow their sisters."""
        found: dict[Path, NodeScore] = {node.path: node for node in self.main.nodes}
        if self.own is not None:
            found |= {node.path: node for node in self.own.nodes if node.path not in found}
        below: dict[Path, list[Path]] = {}
        for path in found:
            below.setdefault(path[:-1], []).append(path)
        ordered: dict[Path, NodeScore] = {}
        waiting = list(reversed(below.get((), [])))
        while waiting:
            path = waiting.pop()
            ordered[path] = found[path]
            waiting += reversed(below.get(path, []))
        return ordered

    @cached_property
    def of_own(self) -> dict[Path, NodeScore]:
        return {} if self.own is None else {node.path: node for node in self.own.nodes}

    @cached_property
    def of_verified(self) -> dict[Path, NodeScore]:
        return {} if self.verified is None else {node.path: node for node in self.verified.nodes}

    @cached_property
    def rows(self) -> list[NodeScore]:
        """What gets a row: an indicator with nothing below it."""
        upper = {path[:-1] for path in self.nodes}
        return [node for path, node in self.nodes.items() if path not in upper]

    @cached_property
    def spans(self) -> dict[Path, int]:
        """How many rows stand below each branch."""
        counts: dict[Path, int] = {}
        for node in self.rows:
            for level in range(1, node.level):
                counts[node.path[:level]] = counts.get(node.path[:level], 0) + 1
        return counts

    @cached_property
    def depth(self) -> int:
        return max(3, max((node.level for node in self.rows), default=3))
