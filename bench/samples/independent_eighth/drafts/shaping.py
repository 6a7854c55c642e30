"""What the drafts of the eighth set share: labels for many relations of one shape, and tables as texts print them."""

from __future__ import annotations

from collections.abc import Sequence

from samples.independent_fourth.making import D, Paper

__all__ = ["Draft", "m", "marked"]


def m(value: D) -> str:
    """*value* with commas."""
    return f"{value:,}"


def marked(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """*rows* as a markdown table, for a gap of `` | ``."""
    text = [[str(cell) for cell in row] for row in rows]
    ruled = [text[0], ["---"] * len(text[0]), *text[1:]]
    return [["| " + row[0], *row[1:-1], row[-1] + " |"] for row in ruled]


class Draft(Paper):
    """A paper whose true relations are labelled many at a time, once its faults are known."""

    def holds(self, kind: str, formula: str, *relations: str) -> None:
        """Each of *relations* is true, unless a fault stands in one of its places."""
        for names in relations:
            if not set(names.split()) & set(self._false):
                self.ok(kind, names, formula)

    def rounds(self, kind: str, formula: str, *relations: str) -> None:
        """Each of *relations* is true but for rounding."""
        for names in relations:
            self.near(kind, names, formula)
