"""One rate of the same two figures told twice, with other digits the second time: 33.82 ÷ 33.23 is 101.78% here and
101.76% there. Rounding may allow both, each by itself; the paper cannot mean both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["told_twice"]

_PAIR = 2


def told_twice(found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations of kind ``repeat`` for rates of *found* that hold, but differ from one that holds better."""
    groups: dict[tuple[object, ...], list[Relation]] = defaultdict(list)
    for one in found:
        key = _key(one)
        if key is not None:
            groups[key].append(one)
    for alike in groups.values():
        sound = [one for one in alike if one.verdict == "ok"]
        for odd in alike if sound else ():
            first, stated = sound[0].figures[-1].mention, odd.figures[-1].mention
            if odd.verdict == "rounding" and first is not None and stated is not None and first.value != stated.value:
                yield _relation(first, stated)


def _key(one: Relation) -> tuple[object, ...] | None:
    """What is divided by what, with its units, and how many digits the rate shows."""
    mentions = [figure.mention for figure in one.figures]
    if one.kind != "rate" or one.verdict not in ("ok", "rounding") or len(mentions) != _PAIR + 1:
        return None
    operands = [(mention.value, str(mention.unit)) for mention in mentions[:_PAIR] if mention is not None]
    stated = mentions[-1]
    if len(operands) < _PAIR or stated is None or stated.approximate or not stated.decimals:
        return None
    return one.formula, *operands, stated.decimals


def _relation(first: Mention, stated: Mention) -> Relation:
    meant = as_written(first.value, stated)
    slip = shape(as_written(stated.value, stated), meant)
    message = f"同样两个数之比，另一处写 {number(first)}，这里写 {number(stated)}。请核对后统一。"
    roles = [("first", first), ("stated", stated)]
    likely = f"“{number(stated)}”疑为“{meant}”之误{f'（{slip}）' if slip else ''}。"
    return relation("repeat", "error", roles, "同一比率各处相等", meant, message, likely)
