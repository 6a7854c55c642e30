"""Which of n things belong together, told pair by pair (union–find)."""

from __future__ import annotations

__all__ = ["DisjointSets"]


class DisjointSets:
    """Things 0…n-1, each at first alone; a set's root is its smallest member."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, thing: int) -> int:
        """The smallest member of the set that holds *thing*."""
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def unite(self, one: int, other: int) -> None:
        """Make one set of the sets of the two."""
        one, other = self.root(one), self.root(other)
        self._parent[max(one, other)] = min(one, other)
