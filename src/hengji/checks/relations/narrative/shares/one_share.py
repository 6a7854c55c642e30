"""One share against one whole: what the two figures give, and what is said of the rate that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.relations.naming import label_of, pairs_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.narrative.shares.wholes import Whole
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import as_written, mend
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    slip_of,
)
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["SIBLINGS", "fits", "judge_share", "likely_slip", "share_of", "share_relation"]

_SUBJECT = re.compile(r"^，(?P<who>[\u4e00-\u9fff]{2,8}?)占")
_TASK = "任务"
SIBLINGS = 3


def share_of(share: Share, whole: Slot) -> tuple[Fraction, Verdict] | None:
    """What the part is of *whole*, and whether that is the rate; None of nothing."""
    unit = whole.mention.unit
    total = whole.mention.value
    if total <= 0:
        return None
    computed = converted(share.part.mention, unit) / total
    possible = interval_of(share.part.mention, unit).divided_by(interval_of(whole.mention, unit))
    return computed, judged(computed, possible, share.rate.mention)


def judge_share(
    share: Share,
    best: Whole,
    wholes: list[Whole],
    certain: bool,
    forced: Fraction,
    among: list[Mention],
    *,
    held: int = 0,
) -> Iterator[Relation]:
    """*held*: so many siblings beside it are shares of that whole: with one of them one slip away is enough, and where
    they are three and more nothing else can be meant."""
    read = share_of(share, best.slot)
    if read is None or (_TASK in share.whole and _TASK not in label_of(best.slot)):
        return  # 税务 28684，占任务数的 56.4%: of a task of its own, which is not told
    computed, verdict = read
    if not good(verdict) and abs(computed - share.rate.mention.value) <= forced * share.rate.mention.step:
        yield share_relation(share, best.slot, computed, "rounding", "各项占比凑足 100%。")
        return
    if good(verdict):
        yield share_relation(share, best.slot, computed, verdict, "")
        return
    rest = abs(1 - computed - share.rate.mention.value) < share.rate.mention.step
    if rest and _of_another_subject(share):
        return  # 其中自筹 A，补贴占总额的 P: P is of the subsidy, which makes up the rest
    for other in wholes:
        again = share_of(share, other.slot)
        if again is not None and good(again[1]):
            if held >= SIBLINGS:  # its siblings leave no doubt what all of them are shares of
                says = f"{number(share.rate.mention)}是占“{label_of(other.slot)}{number(other.slot.mention)}”的比重。"
                yield share_relation(share, best.slot, computed, "error", says)
                return
            says = f"{number(share.rate.mention)}与占“{label_of(other.slot)}{number(other.slot.mention)}”的比重相符。"
            yield share_relation(share, best.slot, computed, "suspicious", says)
            yield share_relation(share, other.slot, again[0], again[1], "")
            return
    if certain or (held and slip_of(share.rate.mention, computed)):
        failed = share_relation(share, best.slot, computed, verdict, likely_slip(share, best.slot, computed))
        yield with_unit(
            failed, (share.part.mention, best.slot.mention), lambda values: _near(share, best.slot, values), among
        )


def fits(share: Share, whole: Slot, values: Sequence[Fraction]) -> bool:
    factor = converted(whole.mention, share.part.mention.unit) / whole.mention.value
    return values[1] > 0 and judged(values[0] / (values[1] * factor), None, share.rate.mention) == "ok"


def likely_slip(share: Share, whole: Slot, computed: Fraction) -> str:
    stated = share.rate.mention
    if slip := slip_of(stated, computed):
        return slip
    fixed = (
        mend((share.part.mention, whole.mention), lambda values: fits(share, whole, values))
        if stated.decimals
        else None
    )
    return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则占比相符。" if fixed else ""


def share_relation(share: Share, whole: Slot, computed: Fraction, verdict: Verdict, likely: str) -> Relation:
    unit = whole.mention.unit
    right = as_written(computed, share.rate.mention)
    name = label_of(share.part) or "该项"
    message = f"{name}的占比为 {right}，与文中一致。"
    if not good(verdict):
        message = (
            f"{name}占{label_of(whole).removeprefix('占') or '合计'}应为 {right}，文中为 {number(share.rate.mention)}。"
        )
    return relation(
        "share",
        verdict,
        [("part", share.part.mention), ("whole", whole.mention), ("stated", share.rate.mention)],
        f"{in_words(converted(share.part.mention, unit))} ÷ {in_words(whole.mention.value)}",
        right,
        message,
        likely,
    )


def _of_another_subject(share: Share) -> bool:
    """Whether the clause of the rate has a subject of its own, which is not what the part is called."""
    told = _SUBJECT.search(share.rate.before)
    return told is not None and not pairs_of(told["who"]) & pairs_of(label_of(share.part))


def _near(share: Share, whole: Slot, values: Sequence[Fraction]) -> bool:
    """As `fits`, but for the one step by which the last share is forced to make 100%."""
    factor = converted(whole.mention, share.part.mention.unit) / whole.mention.value
    stated = share.rate.mention
    return values[1] > 0 and abs(values[0] / (values[1] * factor) - stated.value) <= stated.step
