"""A department and the units under it: 共6个，包括局机关本级和4个所属事业单位. The office itself is one of them.

The units may be named in front of their number: 共6个，即局机关和甲林场、乙管理站2个下属单位.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["NOT_COUNTED", "head_office", "includes_office"]

_WITH_OFFICE = re.compile(
    rf"{COUNT}(?:[^，。；：\ue000-\ue005]{{0,12}})[，：（]?(?:其中)?(?:分别为|包括|包含|具体为|即|其中|由)?[：:]?"
    r"(?P<office>[^，。；：、\ue000-\ue005]{0,14}(?:本级|机关本部|本部|机关))(?P<rest>[、和及与以，](?:[^。；：]{1,80}))"
)
_COUNTED = re.compile(
    r"(?:以及|[、和及与，])(?:下属|所属|直属|下辖)?(?:[^，。；：、\ue000-\ue005]{3,20}(?:、[^，。；：、\ue000-\ue005]{3,20}){1,12})?"
    rf"{COUNT}(?P<name>[^，。；、和及与\ue000-\ue005]{{2,20}})"
)
_UNIT = re.compile("单位|中心|站|所|院|队|学校|机构|场|馆")
NOT_COUNTED = re.compile(
    "不独立|并入|未单独|不单独|未独立|未纳入|不纳入|新设|撤销|代管|代编|合并|划转|内设|科室|抽查|抽取"
)
"""What leaves a unit out of the number, or counts other things."""
_ENDS = re.compile(r"[，。；：（]|等|$")


def head_office(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``count``: the office, and all that is counted beside it, are the number of units."""
    for match in _WITH_OFFICE.finditer(passage.text):
        whole = passage.slot_at(match.start())
        counted = list(_COUNTED.finditer(match["rest"]))
        parts = [passage.slot_at(match.start("rest") + one.start() + one[0].index(COUNT)) for one in counted]
        if (
            whole is None
            or whole.mention.value == 1
            or not _complete(match["rest"], counted)
            or not _whole_numbers([whole, *parts])
        ):
            continue
        known = [part for part in parts if part is not None]
        computed = sum((part.mention.value for part in known), Fraction(1))
        holds = computed == whole.mention.value
        if not holds and NOT_COUNTED.search(passage.text):
            continue
        right = as_written(computed, whole.mention)
        says = "与文中一致" if holds else f"文中为 {number(whole.mention)}"
        message = (
            f"本级 1 个，加上所属的 {' + '.join(str(part.mention.value) for part in known)} 个，共 {right}，{says}。"
        )
        roles = [*(("part", part.mention) for part in known), ("total", whole.mention)]
        likely = "" if holds else "单位总数或所属单位数误写。"
        yield relation("count", "ok" if holds else "error", roles, "本级 + 所属", right, message, likely)


def includes_office(passage: Passage, whole: Slot) -> bool:
    """Whether the parts of *whole* are told after the office itself, which nobody counts."""
    return any(match.start() == whole.at for match in _WITH_OFFICE.finditer(passage.text))


def _complete(rest: str, counted: list[re.Match[str]]) -> bool:
    """Whether nothing but counted kinds of units follows the office, one after the other, to the end of the list."""
    end = 0
    for one in counted:
        if one.start() != end or _UNIT.search(one["name"]) is None:
            return False
        end = one.end()
    following = _ENDS.match(rest, end)
    return bool(counted) and following is not None and following[0] != "等"


def _whole_numbers(slots: list[Slot | None]) -> bool:
    return all(
        slot is not None and slot.mention.value.denominator == 1 and not slot.mention.approximate for slot in slots
    )
