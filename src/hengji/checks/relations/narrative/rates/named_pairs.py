"""The part and the base of a named rate, as their names, their verbs and their places tell them."""

from __future__ import annotations

import re

from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.rates.cases_left import has_verb, stem_of, was_really
from hengji.checks.relations.narrative.rates.divided import by_name, quotient
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import (
    good,
    same_kind,
    slip_of,
)

__all__ = ["counted_in_front", "nearest_pair", "of_named_budget", "pair_beside", "pair_one_slip_away"]

_PAIR = 2


def nearest_pair(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """The two figures in front of the rate, one done and one to be done: (part, base)."""
    for a, b in ((0, 1), (1, 0)):
        if len(own) < 2 or not same_kind(own[a], own[b]) or own[b].mention.value <= 0:
            continue
        if role_of(label_of(own[a])) == "part" and role_of(label_of(own[b])) == "base":
            return own[a], own[b]
    return by_name(name, rate, own)


def counted_in_front(name: str, rate: Slot, passage: Passage, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """A 4000 人，取证 B 3800 人，取证率 P: two counts right in front, the second has the rate's own verb."""
    stem = stem_of(name)
    if len(own) < _PAIR or own[0].index != rate.index - 1 or own[1].index != rate.index - 2:
        return None
    part, base = own[0], own[1]
    alike = same_kind(part, base) and part.kind == COUNT and part.mention.unit == base.mention.unit
    said = was_really(part.label, base.label) or (stem and has_verb(passage, part, stem))
    if not alike or not said or len(rate.before) > len(name) + 12 or base.mention.value < part.mention.value:
        return None
    if stem and stem in label_of(base) and role_of(label_of(base)) == "part":
        return None  # 共 18 项，完成 16 项，部分完成 2 项，完成率: both were done, of all before them
    return None if re.search(r"[。；]|目标|计划|任务", part.before) else (part, base)


def pair_beside(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """The two figures right in front of the rate, where they give it to the last of its digits."""
    if len(own) < _PAIR or (own[0].index, own[1].index) != (rate.index - 1, rate.index - 2):
        return None
    if role_of(label_of(own[0])) == "base" and not role_of(label_of(own[1])):
        return None  # 新增 1286 个，计划新增 1200 个，完成率: nor is the plan what was done
    stem = stem_of(name)
    if stem and stem in label_of(own[1]) and stem not in label_of(own[0]):
        return None  # 办结 638 件，受理 665 件，办结率: what was done is not the base
    exact = own[1].mention.value > 0 and same_kind(own[0], own[1]) and rate.mention.decimals > 1
    return (own[0], own[1]) if exact and good(quotient(own[0], own[1], rate)[1]) else None


def pair_one_slip_away(rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """T，其中 a、b，目标为 B，完成率 P: nothing holds, and of all figures before the target one is a slip away."""
    if len(own) < _PAIR or own[0].index != rate.index - 1 or role_of(label_of(own[0])) != "base":
        return None
    base = own[0]
    parts = [slot for slot in own[1:] if same_kind(slot, base) and base.mention.value > 0]
    tried = [(part, *quotient(part, base, rate)) for part in parts]
    if any(good(verdict) for _, _, verdict in tried) or rate.mention.decimals < _PAIR:
        return None
    near = [part for part, computed, _ in tried if slip_of(rate.mention, computed)]
    return (near[0], base) if len({part.mention.value for part in near}) == 1 else None


def of_named_budget(name: str, rate: Slot, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """为年初预算的 P%、调整预算的 Q%: each rate names its own base among several."""
    which = re.search("年初|调整|全年|当年", name)
    bases = [slot for slot in own if which and which[0] in slot.label and role_of(label_of(slot)) == "base"]
    rivals = [slot for slot in own if role_of(label_of(slot)) == "base"]
    parts = [slot for slot in own if role_of(label_of(slot)) == "part"]
    if len(bases) != 1 or len(rivals) < 2 or not parts or not same_kind(parts[0], bases[0]):
        return None
    close = parts[0] is own[0] and rate.index - parts[0].index <= 2 and bases[0].mention.value > 0
    return (parts[0], bases[0]) if close else None
