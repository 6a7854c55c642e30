"""A figure that differs between two drafts of one document."""

from __future__ import annotations

from dataclasses import dataclass

from hengji.facts.document import Place
from hengji.facts.mention import Mention

__all__ = ["FigureDifference"]


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """`before` is None for a figure that only the new draft has, `after` for one that only the old draft has.

    `words` are those around the figure in the draft that has it (the new one where both have it), the figure
    itself shown as ``□``; `is_score` says that points were given, not a quantity.
    """

    before: Mention | None
    after: Mention | None
    words: str
    is_score: bool = False

    @property
    def place(self) -> Place:
        """Where a person looks first: in the new draft, or in the old one where the new one lacks the figure."""
        mention = self.after or self.before
        return mention.place if mention is not None else Place()
