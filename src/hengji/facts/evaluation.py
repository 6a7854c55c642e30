"""An evaluation: what one department's round says, before any point is counted.

Figures with unit and source, judgements with reasons, events one by one, the department's goals, and what
the document itself states as its result. It never holds a rule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from hengji.facts.evidence import Evidence
from hengji.facts.sources import Source
from hengji.facts.targets import Target
from hengji.facts.units import Unit

__all__ = [
    "REASON_CODES",
    "DataItem",
    "Evaluation",
    "Evaluator",
    "Event",
    "EventList",
    "Goal",
    "Judgement",
    "Reason",
    "Stated",
    "WhatIf",
]

Path = tuple[str, ...]
Evaluator = Literal["self", "verified"]

REASON_CODES: dict[str, str] = {
    "unmet": "未达到标准",
    "evidence": "佐证材料不足",
    "figure": "数据与来源不符",
    "calculation": "计算有误",
    "standard": "标准适用有误",
    "compliance": "不合规",
    "late": "未按时",
    "disclosure": "公开不规范",
    "bonus": "加分不符合条件",
    "other": "其他",
}
"""Coded reasons of deductions: identifier → what people read."""


@dataclass(frozen=True, slots=True)
class DataItem:
    """A named figure (in the unit its scheme declares) or a yes/no; `text` is what was written.

    `form` is the paper it was taken from, `place` the page, line or cell of that paper.
    """

    name: str
    value: Fraction | bool
    unit: Unit
    text: str
    form: str = ""
    period: str = ""
    place: str = ""
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why points were given or taken: coded, in words, with the evidence it rests on."""

    code: str = ""
    text: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's answers to what one part of a leaf asks; `part` counts from 1."""

    path: Path
    part: int
    answers: tuple[tuple[str, Fraction], ...]
    reason: Reason = Reason()
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence of something counted. Events of the same `matter` count once."""

    name: str
    what: str
    matter: str = ""
    evidence: tuple[str, ...] = ()
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class EventList:
    """All events of one name. An empty list says that there was none; no list says that nobody looked."""

    name: str
    events: tuple[Event, ...] = ()
    source: Source = field(default=Source(), compare=False)

    @property
    def count(self) -> int:
        """Events of the same matter count once."""
        return len({event.matter or f"\0{index}" for index, event in enumerate(self.events)})


@dataclass(frozen=True, slots=True)
class Goal:
    """A row of the goal table with its actual. `points` is None where the document prints none.

    `under` is the path of the branch it belongs to. `rate` (0–1) judges a qualitative goal, `tier` names its
    tier where only that is known. `actual` is in the target's unit; `actual_text` is what was written. `project` names
    the project (项目支出) whose indicator the row takes over.
    """

    under: Path
    name: str
    points: Fraction | None = None
    target: Target | None = None
    half_year: Target | None = None
    actual: Fraction | None = None
    actual_text: str = ""
    rate: Fraction | None = None
    tier: str = ""
    duty: str = ""
    key_work: str = ""
    project: str = ""
    reason: Reason = Reason()
    source: Source = field(default=Source(), compare=False)

    @property
    def path(self) -> Path:
        return (*self.under, self.name)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the document itself prints as its result, to be compared with the recomputation."""

    scores: tuple[tuple[Path, Fraction], ...] = ()
    adjustments: tuple[tuple[str, Fraction], ...] = ()
    total: Fraction | None = None
    grade: str = ""
    claims: tuple[str, ...] = ()
    """Sentences that claim success, e.g. 达到预期目标."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Another reading of some figures, scored beside the evaluation."""

    name: str
    data: tuple[DataItem, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One department, one year, one scheme, one evaluator."""

    organisation: str
    year: int
    scheme: str
    evaluator: Evaluator
    data: tuple[DataItem, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    events: tuple[EventList, ...] = ()
    goals: tuple[Goal, ...] = ()
    stated: Stated = Stated()
    what_ifs: tuple[WhatIf, ...] = ()
    note: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_stated_column(self) -> bool:
        """Whether the document only states its marks, with nothing that they could be recomputed from."""
        inputs = (self.data, self.judgements, self.events, self.goals)
        return bool(self.stated.scores) and not any(inputs)
