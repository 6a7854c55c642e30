"""The paper of the fourth set, numbered with four digits and with shorter ways to label what holds."""

from __future__ import annotations

from samples.independent_fourth import making
from samples.independent_fourth.making import D, Rows, ch, pc, q

__all__ = ["D", "Paper", "ch", "pc", "q"]


class Paper(making.Paper):
    """A paper whose labels carry its four digits."""

    def labels(self, number: str) -> list[dict[str, object]]:
        """The rows of labels.jsonl; three digits do not tell 1001 from 1002."""
        return super().labels(self.file[: len("1001")])

    def m(self, rows: Rows) -> None:
        """A table in markdown, as programs that read pdf files write it."""
        lines = ["| " + " | ".join(map(str, row)) + " |" for row in rows]
        self.h(lines[0], "| " + " | ".join("---" for _ in rows[0]) + " |", *lines[1:])

    def oks(self, kind: str, formula: str, *relations: str) -> None:
        """Relations of one form that hold."""
        for names in relations:
            self.ok(kind, names, formula)

    def same(self, *relations: str) -> None:
        """Figures said twice."""
        self.oks("repeat", "a=b", *relations)
