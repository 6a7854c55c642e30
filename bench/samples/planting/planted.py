"""An error that was planted."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from samples.composing import Relation, Sample

__all__ = ["Plant", "Planted"]


@dataclass(frozen=True, slots=True)
class Planted:
    """`sample` is the document with the error, `edits` the new text at each changed mark, `relation` what no longer
    holds. `kind` is the class of the error, which may differ from the relation's own."""

    sample: Sample
    variant: str
    kind: str
    relation: Relation
    edits: Mapping[int, str]
    verdict: str = "error"
    note: str = ""
    marks: tuple[int, ...] = field(default=())

    @property
    def label_marks(self) -> tuple[int, ...]:
        """The marks of the label: those that were named, else all of the relation."""
        return self.marks or self.relation.marks


Plant = Callable[[Sample, random.Random], Planted | None]
