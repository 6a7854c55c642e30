"""Two figures told together in two places, of which one is the same and one is a slip away: 接待 43 批次、318 人次, and
34 批次、318 人次.

Neither figure need have a name: whoever tells the same pair again copies both, and the one that agrees shows that the
other was meant to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["pairs_again"]

_LEAST = 2  # digits of a figure that may be a slip
_WITNESS = 3  # digits of the figure that agrees
_LONG = 4  # digits of the figure that agrees, where the words between the two do not
_MOST = 8  # pairs with one figure in common that are compared
_CLOSE = 14  # characters between the two figures
_WORDS = 8  # characters between them that are the same in both places, and say that one thing is told
_FAR = 40
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,5}")
_EACH = re.compile("[人户均]均|每|单价|标准")

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """`same` is the figure that another pair may share, `other` the one that may differ."""

    same: Slot
    other: Slot
    period: str
    passage: int


def pairs_again(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every pair against the pairs before it that share a figure."""
    seen: dict[Key, list[_Pair]] = defaultdict(list)
    for index, passage in enumerate(texts):
        for first, second in pairwise(_plain(passage)):
            if second.index != first.index + 1 or len(second.before) > _FAR or "。" in second.before:
                continue
            worded = len(second.before) - second.before.count("，") > _WORDS
            yield from _far_apart(seen, first, second, index)
            if len(second.before) > _CLOSE and not worded:
                continue
            period = period_of(first.before)
            close = _touching(passage, first, second)
            for pair in (_Pair(first, second, period, index), _Pair(second, first, period, index)):
                if close and _digits(pair.same.mention) < _WITNESS:
                    yield from _against(seen[(*_key(pair), *close)], pair, worded=False, swaps=True)
                elif _digits(pair.same.mention) >= _WITNESS:
                    words = second.before if len(second.before) > _CLOSE else ""
                    yield from _against(seen[(*_key(pair), words)], pair, worded=bool(words))


def _plain(passage: Passage) -> list[Slot]:
    apart = changed_slots(passage) | _listed(passage)
    kinds = (COUNT, MONEY)
    return [
        slot
        for slot in passage.slots
        if slot.kind in kinds and slot.index not in apart and not slot.mention.approximate
    ]


def _listed(passage: Passage) -> frozenset[int]:
    """620万亩、640万亩，发展节水灌溉166万亩、167万亩: which goes with which is not told by what stands next to it."""
    joined = [(a, b) for a, b in pairwise(passage.slots) if b.before == "、" and a.mention.unit == b.mention.unit]
    return frozenset(slot.index for pair in joined for slot in pair)


def _far_apart(seen: dict[Key, list[_Pair]], first: Slot, second: Slot, index: int) -> Iterator[Relation]:
    """1846 名学生享受了补助，发放资金 276.9 万元: other words between the two the second time."""
    if min(_digits(first.mention), _digits(second.mention)) < _WITNESS:
        return
    period = period_of(first.before)
    for pair in (_Pair(first, second, period, index), _Pair(second, first, period, index)):
        if _digits(pair.same.mention) < _LONG:
            continue
        near, far = (seen[(*_key(pair), how)] for how in ("near", "far"))
        if len(second.before) > _CLOSE:
            yield from _against(near[:], pair, worded=False, swaps=True, far=True)
            yield from _against(far, pair, worded=False, swaps=True, far=True)
        else:  # two that are near one another are compared by their words
            yield from _against(far[:], pair, worded=False, swaps=True, far=True)
            near.append(pair)


def _touching(passage: Passage, first: Slot, second: Slot) -> tuple[str, ...]:
    """7个乡镇58个村庄: the nouns of two counts with nothing else between them; empty where there is more."""
    noun = _NOUN.match(passage.after(second))
    both = first.kind == second.kind == COUNT and _NOUN.fullmatch(second.before)
    return (second.before, noun[0][:_LEAST]) if both and noun is not None else ()


def _key(pair: _Pair) -> Key:
    """Value and unit of the figure that agrees, unit of the other, and which of them stands first."""
    before = pair.same.index < pair.other.index
    return pair.same.mention.value, str(pair.same.mention.unit), str(pair.other.mention.unit), before


def _against(
    group: list[_Pair], pair: _Pair, *, worded: bool, swaps: bool = False, far: bool = False
) -> Iterator[Relation]:
    """*swaps*: whether nothing but two digits exchanged is proof; *far*: whether other words stand between the two, and
    perhaps in front of the one that agrees."""
    earlier = next((one for one in group if one.passage != pair.passage and _alike(one, pair, far=far)), None)
    if len(group) < _MOST:
        group.append(pair)
    if earlier is None or earlier.other.mention.value == pair.other.mention.value:
        return
    first, stated = earlier.other.mention, pair.other.mention
    right = as_written(first.value, stated)
    slip = shape(as_written(stated.value, stated), right)
    long = worded or min(_digits(first), _digits(stated)) >= _LEAST
    if (slip == SWAPPED if swaps else slip) and long and first.decimals == stated.decimals:
        named = worded or bool(_name(earlier.other) and _name(earlier.other) == _name(pair.other)) or slip == SWAPPED
        verdict: Verdict = "error" if named else "suspicious"
        both = number(pair.same.mention)
        message = f"前文与{both}一起说的是 {number(first)}，这里是 {number(stated)}。请核对后统一。"
        likely = mistaken(number(stated), right, slip, "或前文误写")
        roles = [("witness", pair.same.mention), ("first", first), ("stated", stated)]
        yield relation("repeat", verdict, roles, "同一对数两处相等", right, message, likely)


def _alike(one: _Pair, other: _Pair, *, far: bool = False) -> bool:
    """Whether the two pairs may be one: the same year, and no two names that differ."""
    if one.period != other.period and one.period and other.period:
        return False
    if _EACH.search(one.other.before) or _EACH.search(other.other.before):
        return False  # 268 名代表，人均 2400 元; 268 名代表，人均 2000 元 of something else
    for mine, theirs in ((one.other, other.other),) if far else ((one.same, other.same), (one.other, other.other)):
        a, b = _name(mine), _name(theirs)
        if a and b and not (a.endswith(b) or b.endswith(a)):
            return False
    return True


def _name(slot: Slot) -> str:
    """What the figure is called, without what one place says and the other leaves out."""
    return re.sub(r"国内|公务|全年|上述|费|列支|支出|用于|开支|共计?", "", core(label_of(slot)))


def _digits(mention: Mention) -> int:
    return shown_digits(mention.text)
