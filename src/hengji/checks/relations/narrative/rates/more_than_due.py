"""More done than was due beside a rate below 100%: 应种 11,206 人，实种 11,910 人，接种率 97.36%.

Of the three figures one is wrong whatever else is true: more than all due is more than 100%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.narrative.rates.divided import quotient
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mend, shape
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["more_than_due"]

_DUE = re.compile(
    r"(?:^|[，、；。（：]|[\u4e00-\u9fff])应(?!急|用|对|届|付账)(?P<verb>[\u4e00-\u9fff]{1,4}?)(?:数|人数|总数|金额|对象)?(?:为|共|：)?$"
)
_REAL = re.compile(
    r"(?:^|[，、；。（：])(?:其中)?(?:实际?|已)(?P<verb>[\u4e00-\u9fff]{1,4}?)(?:了|数|人数|总数|金额)?(?:为|共|：)?$"
)
_RATE = re.compile(r"率(?:为|是|达到?|仅|约|：)*$")


def more_than_due(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``rate``: 应 and 实 of one verb side by side, their rate right behind."""
    for passage in texts:
        if RATE not in passage.text or "应" not in passage.text:
            continue
        for rate in passage.slots[2:]:
            due, real = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
            told = rate.kind == RATE and rate.mention.value < 1 and _RATE.search(rate.before)
            if told and _of_one(due, real) and _is_more(due, real):
                yield _relation(due, real, rate)


def _of_one(due: Slot, real: Slot) -> bool:
    first, second = _DUE.search(due.before), _REAL.search(real.before)
    plain = due.kind in (COUNT, MONEY) and same_kind(due, real)
    blurred = due.mention.approximate or real.mention.approximate
    if not (first and second and plain) or blurred:
        return False
    return first["verb"][-1] in second["verb"] or second["verb"][-1] in first["verb"]


def _is_more(due: Slot, real: Slot) -> bool:
    return 0 < due.mention.value < converted(real.mention, due.mention.unit)


def _relation(due: Slot, real: Slot, rate: Slot) -> Relation:
    computed, _ = quotient(real, due, rate)
    right = as_written(computed, rate.mention)
    says = (
        f"应{due.mention.text}、实{real.mention.text}，实数大于应数，比率将为 {right}，文中为 {number(rate.mention)}。"
    )
    fixed = mend(
        (due.mention, real.mention),
        lambda values: values[0] > 0 and good(judged(values[1] / values[0], None, rate.mention)),
    )
    likely = "应数、实数或比率有一处误写。"
    if fixed is not None and shape(as_written(fixed[0].value, fixed[0]), as_written(fixed[1], fixed[0])):
        likely = f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则比率相符。"
    roles = [("base", due.mention), ("part", real.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(real.mention, due.mention.unit))} ÷ {in_words(due.mention.value)}"
    return relation("rate", "error", roles, formula, right, says, likely)
