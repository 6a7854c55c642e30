"""Shares that the field itself makes whole, wherever each is told: 基本支出 and 项目支出 of one whole never make more
than 100%, the three of 三公经费 nothing else.

Source: 预算法第二十七条; 部门决算报表财决附03表.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.shares.paired_shares import share_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import good, in_words, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["halves_of_one_whole", "shares_of_known_parts"]

_THREE: Final = tuple(map(re.compile, ("出国", "用车|公车|车辆", "接待")))
_HALVES: Final = (re.compile("^(?:其中[：，]?)?基本支出"), re.compile("^(?:其中[：，]?)?项目支出"))
_BACK = 3  # passages before the two in which their whole stands
_NEAR, _FAR = 4, 20  # passages from the first part to the last one


def shares_of_known_parts(texts: Sequence[Passage], told: Sequence[Share]) -> Iterator[Relation]:
    """Relations of kind ``share``, each an error; *told* are all shares of *texts*, in order."""
    for at, first in enumerate(told):
        if _HALVES[0].search(label_of(first.part)) and first.whole:
            yield from _of_two(first, told[at + 1 :])
    for at in range(len(told) - len(_THREE) + 1):
        yield from _of_three(texts, told[at : at + len(_THREE)])


def halves_of_one_whole(texts: Sequence[Passage]) -> Iterator[Relation]:
    """支出 T。基本支出 a（…），占 p；项目支出 b，占 q: a and b make T, and only one of the rates is a share of it."""
    for index, passage in enumerate(texts):
        pairs = [pair for half in _HALVES if (pair := _with_its_rate(passage, half)) is not None]
        if len(pairs) < len(_HALVES):
            continue
        (basic, _), (other, _) = pairs
        before = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots]
        alike = [slot for slot in before if slot.kind == MONEY and same_kind(slot, basic)]
        wholes = [slot for slot in alike if slot.mention.value > 0 and adds_up(slot, (basic, other))]
        tried = [share_of(part, rate, wholes[0]) for part, rate in pairs] if wholes else []
        wrong = [one for one in tried if not good(one.verdict)]
        if len(wrong) == 1:
            yield replace(wrong[0], verdict="error", severity="high")


def _with_its_rate(passage: Passage, half: re.Pattern[str]) -> tuple[Slot, Slot] | None:
    """The amount of 基本支出 or 项目支出 and the share right behind it, which names no whole of its own."""
    part = next((slot for slot in passage.slots if slot.kind == MONEY and half.search(label_of(slot))), None)
    behind = passage.slots[part.index + 1 :] if part is not None else ()
    rate = next((slot for slot in behind if slot.kind == RATE), None)
    if part is None or rate is None or not re.search("[）]?，占(?:比)?$", rate.before):
        return None
    between = passage.slots[part.index + 1 : rate.index]
    return (part, rate) if all(passage.in_closed_bracket(slot, rate) for slot in between) else None


def _of_two(basic: Share, behind: Sequence[Share]) -> Iterator[Relation]:
    for other in behind:
        if other.passage - basic.passage > _FAR or _HALVES[0].search(label_of(other.part)):
            return
        if _HALVES[1].search(label_of(other.part)) and core(other.whole) == core(basic.whole):
            if _total((basic, other)) > 1 + _slack((basic, other)):
                yield _relation((basic, other))
            return


def _of_three(texts: Sequence[Passage], three: Sequence[Share]) -> Iterator[Relation]:
    """In whichever order, of the 三公经费 that the text speaks of and of nothing else."""
    found = [[pattern.search(label_of(share.part)) is not None for share in three] for pattern in _THREE]
    each_once = all(sum(row) == 1 for row in (*found, *zip(*found, strict=True)))
    of_them = all(not share.whole or "三公" in share.whole for share in three)
    near = three[-1].passage - three[0].passage <= _NEAR
    spoken = any("三公" in texts[index].text for index in range(max(0, three[0].passage - 1), three[0].passage + 1))
    some = any(share.part.mention.value > 0 for share in three)
    if each_once and of_them and near and spoken and some and abs(_total(three) - 1) > _slack(three):
        yield _relation(three)


def _total(shares: Sequence[Share]) -> Fraction:
    return sum((share.rate.mention.value for share in shares), Fraction(0))


def _slack(shares: Sequence[Share]) -> Fraction:
    return Fraction(len(shares), 2) * max(share.rate.mention.step for share in shares)


def _relation(shares: Sequence[Share]) -> Relation:
    whole = in_words(_total(shares) * 100)
    names = "、".join(label_of(share.part) for share in shares)
    roles = [("part", share.rate.mention) for share in shares]
    formula = " + ".join(number(share.rate.mention) for share in shares)
    likely = "其中一项占比有误，或误用了别的基数。"
    bound = "应为 100%" if len(shares) == len(_THREE) else "不应超过 100%"
    message = f"{names}的占比之和为 {whole}%，{bound}。"
    return relation("share", "error", roles, formula, bound, message, likely)
