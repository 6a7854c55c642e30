"""What makes a workbook one to be filled in: its stage, what stands beside the empty cells, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hengji.facts.evaluation import Evaluation
from hengji.facts.workbook_layout import (
    CALCULATION,
    COVER,
    DATA,
    EVENTS,
    EVIDENCE,
    GOALS,
    JUDGEMENTS,
    MARK,
    NARRATIVE,
    PAPER,
    STATED,
    Stage,
)

__all__ = ["Form", "Passage"]

_LIVE: Final = (COVER, DATA, EVENTS, GOALS, JUDGEMENTS, NARRATIVE, EVIDENCE, PAPER, CALCULATION, STATED)
_SHOWN: Final[dict[Stage, tuple[str, ...]]] = {
    "goals": (COVER, GOALS, NARRATIVE, PAPER),
    "monitoring": (COVER, DATA, GOALS, NARRATIVE, EVIDENCE, PAPER, CALCULATION),
    "self-evaluation": _LIVE,
    "verification": _LIVE,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the report that a person writes: its key, its heading, what belongs in it, its text so far."""

    key: str
    title: str
    hint: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One stage of one department's year.

    `beside` is the evaluation whose figures and answers are shown for comparison, `beside_heading` what they are
    called (上年数, 自评). `fingerprint` tells two versions of a scheme apart. `evidence_kinds` are the kinds of
    files (``pdf``) that evidence must be; empty where any will do.
    """

    stage: Stage
    fingerprint: str
    beside: Evaluation | None = None
    beside_heading: str = "对照"
    passages: tuple[Passage, ...] = ()
    evidence_kinds: tuple[str, ...] = ()

    def shows(self, sheet: str) -> bool:
        """Whether people of this stage see *sheet*; the others are there, hidden, so that nothing is lost."""
        return sheet != MARK and sheet in _SHOWN[self.stage]

    @property
    def takes_goals(self) -> bool:
        """Whether goals are written now; later their targets stand, and only what became of them is filled in."""
        return self.stage == "goals"
