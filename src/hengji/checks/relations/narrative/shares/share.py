"""Shares: "A，占 W 的 P%". Parts that share one whole are siblings, and siblings tell which whole is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from hengji.checks.context import Context
from hengji.checks.relations.naming import core, label_of, pairs_of
from hengji.checks.relations.narrative.shares.far_wholes import FarWholes
from hengji.checks.relations.narrative.shares.known_parts import halves_of_one_whole, shares_of_known_parts
from hengji.checks.relations.narrative.shares.paired_shares import paired_shares, rates_in_rows
from hengji.checks.relations.narrative.shares.parts_alone import shares_of_parts
from hengji.checks.relations.narrative.shares.renamed_shares import renamed_shares
from hengji.checks.relations.narrative.shares.shares_by_name import shares_by_name
from hengji.checks.relations.narrative.shares.shares_in_all import hundred, shares_in_all
from hengji.checks.relations.narrative.shares.shares_of_partitions import shares_of_partitions
from hengji.checks.relations.narrative.shares.sides import shares_of_a_side
from hengji.checks.relations.narrative.shares.spoken_wholes import SpokenWholes
from hengji.checks.relations.narrative.shares.tabled_wholes import TabledWholes
from hengji.checks.relations.narrative.shares.wholes import (
    BACK,
    Share,
    Whole,
    adds_up_to,
    are_siblings,
    outturn_of,
    shares_of,
    whole_divided,
    wholes_of,
)
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.passages import Passage, Slot, passages
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
    same_kind,
    slip_of,
)
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

_PAIR = 2
_SUBJECT = re.compile(r"^，(?P<who>[\u4e00-\u9fff]{2,8}?)占")
_TASK = "任务"
_SIBLINGS = 3
_NAMED = 2  # the rank of a whole that the words name
_SPOKEN = 4  # characters of a name that means one figure


def find(context: Context) -> Iterator[Relation]:
    """Every share whose whole can be found; of the halves of one whole no rate is that of another."""
    texts = list(passages(context))
    found = list(_found(context, texts))
    told = {one.figures[-1].start for one in found if not good(one.verdict)}
    halves = [one for one in halves_of_one_whole(texts) if one.figures[-1].start not in told]
    wrong = {one.figures[-1].start for one in halves}
    yield from halves
    yield from (one for one in found if one.figures[-1].start not in wrong)


def _found(context: Context, texts: list[Passage]) -> Iterator[Relation]:
    flat = [slot for passage in texts for slot in passage.slots]
    order = {slot.mention.start: index for index, slot in enumerate(flat)}
    far, tabled = FarWholes(texts), TabledWholes(context)
    spoken = SpokenWholes(context, texts)
    group: list[Share] = []
    every: list[Share] = []
    for index, passage in enumerate(texts):
        yield from paired_shares(passage, texts[index - 1] if index else None)
        yield from shares_of_partitions(passage)
        paired = rates_in_rows(passage)
        for share in shares_of(passage, index):
            every.append(share)
            if share.rate.index in paired or _is_first_of_row(passage, share):
                continue
            settled, told = spoken.share(share)
            yield from told
            if settled and any(one.verdict == "error" for one in told):
                continue  # the words leave no choice, whatever else the rate may be a share of
            if group and (
                whole_divided(group, share, context.document.text)
                or not are_siblings(group[-1], share, texts, _between(group[-1], share, flat, order))
            ):
                yield from tabled.acquitted(group, _near_or_far(group, flat, order, texts, far))
                group = []
            group.append(share)
    if group:
        yield from tabled.acquitted(group, _near_or_far(group, flat, order, texts, far))
    yield from shares_of_known_parts(texts, every)
    yield from shares_by_name(context, texts)
    yield from renamed_shares(texts)
    yield from shares_of_a_side(texts)


def _is_first_of_row(passage: Passage, share: Share) -> bool:
    """三者分别占总额 W 的 p、q、r: p is the first thing's share, not that of the thing beside it."""
    row = re.search("分别占", passage.text[: share.rate.at]) is not None
    return row and passage.after(share.rate) == "、" and share.rate.before[-1:] in ("占", "的")


def _near_or_far(
    group: list[Share], flat: list[Slot], order: dict[int, int], texts: list[Passage], far: FarWholes
) -> Iterator[Relation]:
    """The group by what stands near; a share that stands alone and finds nothing there by what was told long before."""
    if len(group) == 1 and (told := _of_the_last_two(group[0], texts[group[0].passage])) is not None:
        yield told
        return
    found = list(_group(group, flat, order, texts))
    if len(group) == 1:
        found = [one for one in found if one.verdict != "error" or not _of_the_sentence(one, group[0], texts)]
        found = [one for one in found if one.verdict != "error" or not _of_a_namesake(one, group[0], texts)]
    if not any(one.verdict == "error" for one in found):
        yield from shares_in_all(group)
    alone = len(group) == 1 and all(one.verdict == "suspicious" for one in found)
    yield from (list(far.share(group[0])) if alone else []) or found


def _of_the_last_two(share: Share, passage: Passage) -> Relation | None:
    """“三公”经费支出 4.12 万元，年初预算 4.50 万元，占预算的 91.56%: what stands nearest is the whole, by its name."""
    whole, at = share.part, share.part.index
    before = passage.slots[at - 1] if at and passage.slots[at] is whole else None
    if before is None or share.rate.index != at + 1 or not same_kind(before, whole) or whole.mention.value <= 0:
        return None
    called = len(share.whole) > 1 and share.whole.removeprefix("了").rstrip("的") in label_of(whole)
    computed = converted(before.mention, whole.mention.unit) / whole.mention.value
    if not called or not good(judged(computed, None, share.rate.mention)):
        return None
    return _relation(replace(share, part=before), whole, computed, "ok", "")


def _of_the_sentence(failed: Relation, share: Share, texts: list[Passage]) -> bool:
    """支出 3.86 万元，其中接待费 0.44 万元，占预算的 85.78%: the share of what is told in front of 其中."""
    passage = texts[share.passage]
    wholes = {each.start for each in failed.figures if each.role == "whole"}
    whole = next((slot for slot in passage.slots if slot.mention.start in wholes), None)
    if whole is None or "其中" not in passage.text[: share.part.at] or whole.mention.value <= 0:
        return False
    before = [slot for slot in passage.slots[: share.part.index] if slot is not whole and same_kind(slot, whole)]
    unit = whole.mention.unit
    parts = (converted(slot.mention, unit) / whole.mention.value for slot in before)
    return any(good(judged(part, None, share.rate.mention)) for part in parts)


def _of_a_namesake(failed: Relation, share: Share, texts: list[Passage]) -> bool:
    """完成投资 A。…上年度完成投资 B。…完成投资中尚有 d 未付，占 P: of another figure that is called as the whole is,
    and stands as far away."""
    wholes = {each.start for each in failed.figures if each.role == "whole"}
    whole = next((slot for text in texts for slot in text.slots if slot.mention.start in wholes), None)
    if whole is None or share.rate.mention.decimals < _PAIR or whole in texts[share.passage].slots:
        return False
    name = core(label_of(whole))
    called = [
        slot
        for text in texts
        for slot in text.slots
        if same_kind(slot, whole) and slot.mention.value > 0 and name and core(label_of(slot)).endswith(name)
    ]
    reads = (_share_of(share, slot) for slot in called)
    return any(read is not None and good(read[1]) for read in reads)


def _between(a: Share, b: Share, flat: list[Slot], order: dict[int, int]) -> list[Slot]:
    first = order[a.rate.mention.start] + 1
    return flat[first : min(order[b.part.mention.start], first + BACK)]


def _group(group: list[Share], flat: list[Slot], order: dict[int, int], texts: list[Passage]) -> Iterator[Relation]:
    wholes = wholes_of(group, flat, order, texts)
    best = max(wholes, key=lambda whole: (_held(group, whole.slot), _is_made(group, whole), whole.rank), default=None)
    if best is None:
        yield from shares_of_parts(group)
        return
    held = _held(group, best.slot)
    exact = adds_up_to(group, best.slot)
    named = next((whole for whole in wholes if whole.rank >= 2), None)
    if held < len(group) and named is not None and named.rank == 3:
        best = named
    meant = _one_slip_each(group, wholes) if held == 0 and not exact else None
    spoken = _spoken_whole(group, wholes) if best.rank < 2 and not exact and len(group) == 1 else None
    if spoken is not None:  # the words leave no choice, whatever else the rate may be a share of
        yield from _of_share(group[0], spoken, [], certain=True, forced=Fraction(0), among=[])
        return
    best = meant or best
    instead = list(_of_outturn(group[0], best.slot, texts)) if len(group) == 1 and held else []
    if instead:
        yield from instead
        return
    certain = meant is not None or best.rank >= 2 or exact or (held >= 2 and held * 2 > len(group))
    forced = sum((share.rate.mention.value for share in group), Fraction(0)) == 1 and exact
    among = [best.slot.mention, *(share.part.mention for share in group)]
    for share in group:
        slack = Fraction(len(group), 2) if forced else Fraction(0)
        beside = held if len({one.passage for one in group}) == 1 or held == len(group) - 1 else 0
        beside = _SIBLINGS if exact and held and len(group) > 1 else beside
        yield from _of_share(share, best, wholes, certain, slack, among, held=beside)
    if len(group) > 1:
        yield from _composed(group, best, exact)
        if held == 0 and meant is None and best is wholes[0]:
            yield from _wrong_whole(group, best)


def _is_made(group: list[Share], whole: Whole) -> bool:
    """Whether the parts of all shares, two and more, make up that whole."""
    return len(group) > 1 and adds_up_to(group, whole.slot)


def _spoken_whole(group: list[Share], wholes: list[Whole]) -> Whole | None:
    """The one figure near by that is called, word for word, what the share says it is a share of."""
    phrase = group[0].whole.removeprefix("了")
    called = [whole for whole in wholes if whole.rank >= _NAMED and label_of(whole.slot).rstrip("为是：") == phrase]
    return called[0] if len(phrase) >= _SPOKEN and len({one.slot.mention.value for one in called}) == 1 else None


def _of_outturn(share: Share, budget: Slot, texts: list[Passage]) -> Iterator[Relation]:
    """占支出总额的 P, where P is a share of the *budget* that stands beside the outturn."""
    outturn = outturn_of(share, budget, texts[share.passage])
    read = _share_of(share, outturn) if outturn is not None else None
    if outturn is not None and read is not None and not good(read[1]):
        says = f"{number(share.rate.mention)}是占“{label_of(budget)}{number(budget.mention)}”的比重。"
        named = any(
            word in label_of(outturn) for word in ("支出", "采购", "决算", "成交", "实际") if word in share.whole
        )
        yield _relation(share, outturn, read[0], "error" if named else "suspicious", says)


def _one_slip_each(group: list[Share], wholes: list[Whole]) -> Whole | None:
    """The only whole on which every share of two and more is one slip of the pen away from holding."""
    if len(group) < _PAIR or any(share.rate.mention.decimals < _PAIR for share in group):
        return None
    found = []
    for whole in wholes:
        reads = [(share, _share_of(share, whole.slot)) for share in group]
        mended = all(read is not None and _likely(share, whole.slot, read[0]) for share, read in reads)
        if mended and _makes_up(group, whole.slot):
            found.append(whole)
    return found[0] if len({whole.slot.mention.value for whole in found}) == 1 else None


def _makes_up(group: list[Share], whole: Slot) -> bool:
    """Whether the parts, each mended where its own digits are wrong, make up *whole*."""
    total = Fraction(0)
    for share in group:
        read = _share_of(share, whole)
        value = converted(share.part.mention, whole.mention.unit)
        if read is not None and not slip_of(share.rate.mention, read[0]):
            fixed = mend((share.part.mention,), partial(_fits_with, share, whole))
            value = value * fixed[1] / share.part.mention.value if fixed and share.part.mention.value else value
        total += value
    return abs(total - whole.mention.value) <= whole.mention.step * len(group)


def _fits_with(share: Share, whole: Slot, values: Sequence[Fraction]) -> bool:
    return _fits(share, whole, [*values, whole.mention.value])


def _wrong_whole(group: list[Share], best: Whole) -> Iterator[Relation]:
    """Shares that make 100% and hold on the sum of their parts: the total in front of them is what is wrong."""
    parts = Sum(best.slot, tuple(share.part for share in group))
    rates = [share.rate.mention for share in group]
    slack = Fraction(len(group), 2) * max(rate.step for rate in rates)
    total = parts.computed
    if total <= 0 or abs(sum((rate.value for rate in rates), Fraction(0)) - 1) > slack:
        return
    unit = best.slot.mention.unit
    near = all(abs(converted(share.part.mention, unit) / total - share.rate.mention.value) <= slack for share in group)
    if near:
        yield judge_sum(parts, "error" if slip_of(best.slot.mention, total) else "suspicious")


def _share_of(share: Share, whole: Slot) -> tuple[Fraction, Verdict] | None:
    unit = whole.mention.unit
    total = whole.mention.value
    if total <= 0:
        return None
    computed = converted(share.part.mention, unit) / total
    possible = interval_of(share.part.mention, unit).divided_by(interval_of(whole.mention, unit))
    return computed, judged(computed, possible, share.rate.mention)


def _held(group: list[Share], whole: Slot) -> int:
    return sum(1 for share in group if (read := _share_of(share, whole)) is not None and good(read[1]))


def _of_another_subject(share: Share) -> bool:
    """Whether the clause of the rate has a subject of its own, which is not what the part is called."""
    told = _SUBJECT.search(share.rate.before)
    return told is not None and not pairs_of(told["who"]) & pairs_of(label_of(share.part))


def _of_share(
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
    read = _share_of(share, best.slot)
    if read is None or (_TASK in share.whole and _TASK not in label_of(best.slot)):
        return  # 税务 28684，占任务数的 56.4%: of a task of its own, which is not told
    computed, verdict = read
    if not good(verdict) and abs(computed - share.rate.mention.value) <= forced * share.rate.mention.step:
        yield _relation(share, best.slot, computed, "rounding", "各项占比凑足 100%。")
        return
    if good(verdict):
        yield _relation(share, best.slot, computed, verdict, "")
        return
    rest = abs(1 - computed - share.rate.mention.value) < share.rate.mention.step
    if rest and _of_another_subject(share):
        return  # 其中自筹 A，补贴占总额的 P: P is of the subsidy, which makes up the rest
    for other in wholes:
        again = _share_of(share, other.slot)
        if again is not None and good(again[1]):
            if held >= _SIBLINGS:  # its siblings leave no doubt what all of them are shares of
                says = f"{number(share.rate.mention)}是占“{label_of(other.slot)}{number(other.slot.mention)}”的比重。"
                yield _relation(share, best.slot, computed, "error", says)
                return
            says = f"{number(share.rate.mention)}与占“{label_of(other.slot)}{number(other.slot.mention)}”的比重相符。"
            yield _relation(share, best.slot, computed, "suspicious", says)
            yield _relation(share, other.slot, again[0], again[1], "")
            return
    if certain or (held and slip_of(share.rate.mention, computed)):
        failed = _relation(share, best.slot, computed, verdict, _likely(share, best.slot, computed))
        yield with_unit(
            failed, (share.part.mention, best.slot.mention), lambda values: _near(share, best.slot, values), among
        )


def _fits(share: Share, whole: Slot, values: Sequence[Fraction]) -> bool:
    factor = converted(whole.mention, share.part.mention.unit) / whole.mention.value
    return values[1] > 0 and judged(values[0] / (values[1] * factor), None, share.rate.mention) == "ok"


def _near(share: Share, whole: Slot, values: Sequence[Fraction]) -> bool:
    """As `_fits`, but for the one step by which the last share is forced to make 100%."""
    factor = converted(whole.mention, share.part.mention.unit) / whole.mention.value
    stated = share.rate.mention
    return values[1] > 0 and abs(values[0] / (values[1] * factor) - stated.value) <= stated.step


def _likely(share: Share, whole: Slot, computed: Fraction) -> str:
    stated = share.rate.mention
    if slip := slip_of(stated, computed):
        return slip
    fixed = (
        mend((share.part.mention, whole.mention), lambda values: _fits(share, whole, values))
        if stated.decimals
        else None
    )
    return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则占比相符。" if fixed else ""


def _relation(share: Share, whole: Slot, computed: Fraction, verdict: Verdict, likely: str) -> Relation:
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


def _composed(group: list[Share], best: Whole, exact: bool) -> Iterator[Relation]:
    """The parts against their whole, and the shares against 100%."""
    parts = Sum(best.slot, tuple(share.part for share in group))
    if exact:
        yield judge_sum(parts)
        yield from hundred(group)
    elif best.rank >= 2 and sum((share.rate.mention.value for share in group), Fraction(0)) == 1:
        yield judge_sum(parts, "error")
