"""Shares: "A，占 W 的 P%". Parts that share one whole are siblings, and siblings tell which whole is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.composed import Sum, judge_sum
from hengji.checks.relations.naming import core, label_of, matches
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.slips import as_written, mend
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

_TAIL = r"的?(?:比重|比例|比率|百分比|份额|比)?(?:大约|约|为|是|达到?|高达|仅|：)*"
_SHARE = re.compile(
    rf"^[，、（]?(?P<lead>[^，。；：（]{{0,10}})占(?P<whole>(?!用|地|有率)[^，。；：]{{0,30}}?){_TAIL}$"
)
_WHOLE = re.compile(r"占(?P<whole>[^，。；：]{0,24})$")
_OF = re.compile(rf"^{_TAIL}$")
_COMPOSED = re.compile(r"(?P<what>[^，。；：\ue000-\ue005]{2,24}?)的?(?:具体|主要)?(?:构成|组成|结构)")
_BACK = 40  # figures before a share among which its whole is looked for
_APART = 3  # passages that may lie between siblings


@dataclass(frozen=True, slots=True)
class _Share:
    part: Slot
    rate: Slot
    whole: str
    named: Slot | None
    passage: int


@dataclass(frozen=True, slots=True)
class _Whole:
    """A candidate for the whole of a group: `rank` 3 is named with its figure, 2 by the same words, 1 is a guess."""

    slot: Slot
    rank: int


def find(context: Context) -> Iterator[Relation]:
    """Every share whose whole can be found."""
    texts = list(passages(context))
    flat = [slot for passage in texts for slot in passage.slots]
    order = {slot.mention.start: index for index, slot in enumerate(flat)}
    group: list[_Share] = []
    for index, passage in enumerate(texts):
        for share in _shares(passage, index):
            if group and not _siblings(group[-1], share, texts):
                yield from _group(group, flat, order, texts)
                group = []
            group.append(share)
    if group:
        yield from _group(group, flat, order, texts)


def _siblings(a: _Share, b: _Share, texts: list[Passage]) -> bool:
    if b.passage - a.passage > _APART or a.named is not None or b.named is not None or not same_kind(a.part, b.part):
        return False
    if core(a.whole) != core(b.whole) or re.search(r"[；。，]按[^；。，]{1,16}：?", b.part.before):
        return False
    if a.passage == b.passage:
        return True
    between = [passage for passage in texts[a.passage + 1 : b.passage + 1] if _COMPOSED.search(passage.text)]
    return not between and b.part.index == 0


def _shares(passage: Passage, index: int) -> Iterator[_Share]:
    taken = changed_slots(passage) if "占" in passage.text else frozenset()
    for rate in passage.slots:
        if rate.kind != RATE or "占" not in passage.text[max(0, rate.at - 60) : rate.at]:
            continue
        match = _SHARE.match(rate.before)
        plain = [
            slot for slot in passage.slots[: rate.index] if slot.index not in taken and slot.kind in (MONEY, COUNT)
        ]
        if match and plain and _own(passage, plain[-1], rate, taken) and "由" not in match["lead"]:
            yield _Share(plain[-1], rate, match["whole"], None, index)
        elif len(plain) > 1 and plain[-1].index == rate.index - 1 and _OF.match(rate.before):
            inner = _WHOLE.search(plain[-1].before)
            if inner and plain[-2].index == rate.index - 2 and same_kind(plain[-1], plain[-2]):
                yield _Share(plain[-2], rate, inner["whole"], plain[-1], index)


def _own(passage: Passage, part: Slot, rate: Slot, taken: frozenset[int]) -> bool:
    """Whether only changes of the part stand between it and its share."""
    return all(slot.index in taken for slot in passage.slots[part.index + 1 : rate.index])


def _group(group: list[_Share], flat: list[Slot], order: dict[int, int], texts: list[Passage]) -> Iterator[Relation]:
    wholes = _wholes(group, flat, order, texts)
    best = max(wholes, key=lambda whole: (_held(group, whole.slot), whole.rank), default=None)
    if best is None:
        yield from _of_parts(group)
        return
    held = _held(group, best.slot)
    exact = _adds_up(group, best.slot)
    named = next((whole for whole in wholes if whole.rank >= 2), None)
    if held < len(group) and named is not None and named.rank == 3:
        best = named
    certain = best.rank >= 2 or exact or (held >= 2 and held * 2 > len(group))
    forced = sum((share.rate.mention.value for share in group), Fraction(0)) == 1 and exact
    for share in group:
        yield from _of_share(share, best, wholes, certain, Fraction(len(group), 2) if forced else Fraction(0))
    if len(group) > 1:
        yield from _composed(group, best, exact)


def _wholes(group: list[_Share], flat: list[Slot], order: dict[int, int], texts: list[Passage]) -> list[_Whole]:
    first = group[0]
    if first.named is not None:
        return [_Whole(first.named, 3)]
    position = order[first.part.mention.start]
    before = [slot for slot in reversed(flat[max(0, position - _BACK) : position]) if same_kind(slot, first.part)]
    phrase = first.whole or _announced(first, texts[first.passage])
    found: list[_Whole] = []
    seen: set[Fraction] = set()
    for slot in before:
        value = converted(slot.mention, first.part.mention.unit)
        if value in seen or value < max(share.part.mention.value for share in group):
            continue
        seen.add(value)
        grade = matches(phrase, label_of(slot)) if phrase else 0
        if grade == 2 or (not phrase and _leads(slot, first, texts[first.passage])):
            found.append(_Whole(slot, 2))
        elif grade == 1 or len(seen) <= 8 or _adds_up(group, slot):
            found.append(_Whole(slot, 1))
    return found


def _announced(share: _Share, passage: Passage) -> str:
    match = _COMPOSED.search(passage.text[: share.part.at])
    return match["what"] if match else ""


def _leads(slot: Slot, share: _Share, passage: Passage) -> bool:
    """Whether *slot* is the total that the passage announces before its first part, its own changes between them."""
    if not (passage.start <= slot.mention.start < passage.end and slot.index < share.part.index):
        return False
    between = set(range(slot.index + 1, share.part.index))
    cue = re.match(r"^[，。；：（]?(?:其中|包括|分别)", share.part.before) is not None
    return cue and (not between or between <= changed_slots(passage))


def _share_of(share: _Share, whole: Slot) -> tuple[Fraction, Verdict] | None:
    unit = whole.mention.unit
    total = whole.mention.value
    if total <= 0:
        return None
    computed = converted(share.part.mention, unit) / total
    possible = interval_of(share.part.mention, unit).divided_by(interval_of(whole.mention, unit))
    return computed, judged(computed, possible, share.rate.mention)


def _held(group: list[_Share], whole: Slot) -> int:
    return sum(1 for share in group if (read := _share_of(share, whole)) is not None and good(read[1]))


def _adds_up(group: list[_Share], whole: Slot) -> bool:
    unit = whole.mention.unit
    if len(group) < 2:
        return False
    total = interval_of(group[0].part.mention, unit)
    for share in group[1:]:
        total = total + interval_of(share.part.mention, unit)
    return total.meets(interval_of(whole.mention, unit))


def _of_share(share: _Share, best: _Whole, wholes: list[_Whole], certain: bool, forced: Fraction) -> Iterator[Relation]:
    read = _share_of(share, best.slot)
    if read is None:
        return
    computed, verdict = read
    if not good(verdict) and abs(computed - share.rate.mention.value) <= forced * share.rate.mention.step:
        yield _relation(share, best.slot, computed, "rounding", "各项占比凑足 100%。")
        return
    if good(verdict):
        yield _relation(share, best.slot, computed, verdict, "")
        return
    for other in wholes:
        again = _share_of(share, other.slot)
        if again is not None and good(again[1]):
            says = f"{number(share.rate.mention)}与占“{label_of(other.slot)}{number(other.slot.mention)}”的比重相符。"
            yield _relation(share, best.slot, computed, "suspicious", says)
            yield _relation(share, other.slot, again[0], again[1], "")
            return
    if certain:
        yield _relation(share, best.slot, computed, verdict, _likely(share, best.slot, computed))


def _likely(share: _Share, whole: Slot, computed: Fraction) -> str:
    stated = share.rate.mention
    if slip := slip_of(stated, computed):
        return slip

    def holds(values: Sequence[Fraction]) -> bool:
        factor = converted(whole.mention, share.part.mention.unit) / whole.mention.value
        return values[1] > 0 and judged(values[0] / (values[1] * factor), None, stated) == "ok"

    fixed = mend((share.part.mention, whole.mention), holds) if stated.decimals else None
    return f"若“{number(fixed[0])}”应为“{as_written(fixed[1], fixed[0])}”，则占比相符。" if fixed else ""


def _relation(share: _Share, whole: Slot, computed: Fraction, verdict: Verdict, likely: str) -> Relation:
    unit = whole.mention.unit
    right = as_written(computed, share.rate.mention)
    name = label_of(share.part) or "该项"
    message = f"{name}的占比为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{name}占{label_of(whole) or '合计'}应为 {right}，文中为 {number(share.rate.mention)}。"
    return relation(
        "share",
        verdict,
        [("part", share.part.mention), ("whole", whole.mention), ("stated", share.rate.mention)],
        f"{in_words(converted(share.part.mention, unit))} ÷ {in_words(whole.mention.value)}",
        right,
        message,
        likely,
    )


def _composed(group: list[_Share], best: _Whole, exact: bool) -> Iterator[Relation]:
    """The parts against their whole, and the shares against 100%."""
    parts = Sum(best.slot, tuple(share.part for share in group))
    if exact:
        yield judge_sum(parts)
        yield from _hundred(group)
    elif best.rank >= 2 and sum((share.rate.mention.value for share in group), Fraction(0)) == 1:
        yield judge_sum(parts, "error")


def _hundred(group: list[_Share]) -> Iterator[Relation]:
    total = sum((share.rate.mention.value for share in group), Fraction(0))
    slack = Fraction(len(group), 2) * max(share.rate.mention.step for share in group)
    if abs(total - 1) <= slack:
        rates: list[Mention] = [share.rate.mention for share in group]
        verdict: Verdict = "ok" if total == 1 else "rounding"
        formula = " + ".join(rate.text for rate in rates)
        roles = [("part", rate) for rate in rates]
        yield relation("sum", verdict, roles, f"{formula} = 100%", f"{in_words(total * 100)}%", "各项占比之和为 100%。")


def _of_parts(group: list[_Share]) -> Iterator[Relation]:
    """No whole is written: shares that make up 100% are checked against the sum of their parts."""
    rates = [share.rate.mention for share in group]
    slack = Fraction(len(group), 2) * max(rate.step for rate in rates)
    if len(group) < 2 or abs(sum((rate.value for rate in rates), Fraction(0)) - 1) > slack:
        return
    unit = group[0].part.mention.unit
    total = sum((converted(share.part.mention, unit) for share in group), Fraction(0))
    if total <= 0:
        return
    wide = interval_of(group[0].part.mention, unit)
    for share in group[1:]:
        wide = wide + interval_of(share.part.mention, unit)
    found = []
    for share in group:
        computed = converted(share.part.mention, unit) / total
        possible = interval_of(share.part.mention, unit).divided_by(wide)
        verdict = judged(computed, possible, share.rate.mention)
        found.append((share, computed, verdict))
    wrong = sum(1 for _, _, verdict in found if not good(verdict))
    for share, computed, verdict in found:
        if good(verdict) or wrong * 2 <= len(group):
            yield _virtual(share, computed, total, verdict if good(verdict) else "suspicious")


def _virtual(share: _Share, computed: Fraction, total: Fraction, verdict: Verdict) -> Relation:
    right = as_written(computed, share.rate.mention)
    roles = [("part", share.part.mention), ("stated", share.rate.mention)]
    formula = f"{in_words(share.part.mention.value)} ÷ {in_words(total)}"
    message = (
        f"按各项之和 {in_words(total)} 计，{label_of(share.part)}占比为 {right}，文中为 {number(share.rate.mention)}。"
    )
    return relation(
        "share", verdict, roles, formula, right, message, "" if good(verdict) else slip_of(share.rate.mention, computed)
    )
