"""A net change of people, and who came and who went: 比年初增加 4 人（退休 5 人、招聘 1 人）; 净减少 46 人，均为退休.

What came less what went is just the change, the other way: only the word of direction can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.relation import Relation

__all__ = ["moves_of_people"]

_WAY: Final = re.compile(r"(?:(?P<up>净增加?|增加|增员|多)|(?P<down>净减少?|减少|减员|少))了?$")
_WENT: Final = re.compile("退休|调出|调离|辞职|辞退|离职|去世|死亡|病故|转出|划出|开除|解聘|解除|减员|外调|考出")
_CAME: Final = re.compile("招录|招聘|考录|录用|录取|调入|新进|新招|安置|转入|划入|选调|引进|新录|聘用|接收|补充")
_OPENS: Final = re.compile("^[，。（；]?(?:（|，?其中[：，]?|，?包括|，?即|：)")
_ONLY: Final = re.compile(
    "^[，（](?:均为|都是|全部?[是为]|系|是|为)?(?P<why>[^，。；（）\ue000-\ue005]{2,8}?)"
    "(?:人员|所致|减少|减员|造成)*[，。；）]"
)
_PEOPLE: Final = ("人", "名")
_MOST: Final = 6


def moves_of_people(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all."""
    for gap in passage.slots:
        told = _WAY.search(gap.before) if _counts_people(gap) else None
        if told is None or gap.mention.approximate or gap.mention.value <= 0:
            continue
        moves = _moves(passage, gap)
        net = sum((sign * slot.mention.value for sign, slot in moves), Fraction(0))
        up = told["up"] is not None
        if moves and abs(net) == gap.mention.value and (net > 0) != up:
            yield _relation(gap, moves, up=net > 0)
        elif not moves and up and _left(passage, gap):
            yield _relation(gap, (), up=False)


def _counts_people(slot: Slot) -> bool:
    return slot.kind == COUNT and str(slot.mention.unit) in _PEOPLE


def _moves(passage: Passage, gap: Slot) -> list[tuple[int, Slot]]:
    """Those told right behind the change, each as a coming or a going; none where one is neither."""
    behind = passage.slots[gap.index + 1 : gap.index + 1 + _MOST]
    if not behind or not _OPENS.match(passage.after(gap)):
        return []
    closed = passage.text.find("）", gap.at) if passage.after(gap).startswith("（") else -1
    found: list[tuple[int, Slot]] = []
    for slot in behind:
        went, came = _WENT.search(slot.label), _CAME.search(slot.label)
        if not _counts_people(slot) or (closed >= 0 and slot.at > closed):
            break
        if (went is None) == (came is None):
            return []
        found.append((-1 if went else 1, slot))
    return found


def _left(passage: Passage, gap: Slot) -> bool:
    """增加 2 人，均为退休: nobody came."""
    rest = re.sub("^（[^（）]{0,12}）", "", passage.text[gap.at + 1 :])
    only = _ONLY.match(rest)
    return only is not None and _WENT.search(only["why"]) is not None and _CAME.search(only["why"]) is None


def _relation(gap: Slot, moves: Sequence[tuple[int, Slot]], *, up: bool) -> Relation:
    way = "增加" if up else "减少"
    told = " ".join(f"{'+' if sign > 0 else '−'} {in_words(slot.mention.value)}" for sign, slot in moves)
    formula = told.removeprefix("+ ") or "只出不进"
    message = f"按所列进出，应为{way} {number(gap.mention)}，文中方向相反。"
    roles = [*(("part", slot.mention) for _, slot in moves), ("stated", gap.mention)]
    return relation("growth", "error", roles, formula, way + number(gap.mention), message, "增减方向写反。")
