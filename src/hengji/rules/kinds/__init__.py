"""The kinds of scoring rule. A new kind is a new module here and one line in the table."""

from __future__ import annotations

from hengji.rules.kinds.attainment import Attainment
from hengji.rules.kinds.bands import Bands
from hengji.rules.kinds.checklist import Checklist
from hengji.rules.kinds.choice import Choice
from hengji.rules.kinds.converted import Converted
from hengji.rules.kinds.deductions import Deductions
from hengji.rules.kinds.either import Either
from hengji.rules.kinds.interpolation import Interpolation
from hengji.rules.kinds.met import Met
from hengji.rules.kinds.per import Per
from hengji.rules.kinds.proportional import Proportional
from hengji.rules.kinds.steps import Steps
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.rule import Rule

__all__ = ["KINDS"]

KINDS: dict[str, type[Rule]] = {
    kind.kind: kind
    for kind in (
        Proportional,
        Bands,
        Steps,
        Checklist,
        Choice,
        Tiers,
        Attainment,
        Converted,
        Interpolation,
        Met,
        Per,
        Deductions,
        Either,
    )
}
