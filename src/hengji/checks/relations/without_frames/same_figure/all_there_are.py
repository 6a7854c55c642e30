"""How many there are of one kind, told again: 乡镇卫生院17家，…17家乡镇卫生院全部接入, and 18家乡镇卫生院空编32名.

Of a kind that the paper counts in full, once with its parts or twice alike, nobody can tell more, nor tell fewer of
which he says that they are all. What is aimed at, another year's and what came on top is another number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.goal_chapters import under_goals
from hengji.checks.relations.naming import period_of
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import family, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["all_there_are"]

_UNITS: Final = frozenset(
    (*"个家所处座支条名人户台辆件项场次期批门张册部篇只头亩间套栋幢片宗起份", "批次", "人次", "万人", "万户")
)
_HAN: Final = re.compile("[\u4e00-\u9fff“”]+")
_HAN_TAIL: Final = re.compile("[\u4e00-\u9fff“”]+$")
_STOP: Final = re.compile("[，。；：、（）]|$")
_TAIL: Final = re.compile("(?:总数|数量|共计?|现?有|为|是|达到?|合计|已|总计)+$")
_LEAD: Final = re.compile(
    r"(?:全年|年内|今年|年末|截至|年底|目前|现有|现|全[县区市省镇乡校街]道?|辖区内?|本[县区市镇乡]|我[县区市局镇乡]|已|共|有|建成|建有|设有?|设立"
    r"|下设|下辖|辖|管辖|划分为?|分为|包括|包含|涵盖|覆盖|涉及|的|和|与|及|以及|对|在|由|向|给|从|至|到|并|使|将|为|其中)*"
)
_ALL_BEHIND: Final = re.compile("(?:已经?|现已)?(?:全部|全都|均|都|全面|实现了?全)")
_ALL_BEFORE: Final = re.compile(
    "(?:全部|所有|全体|全[县区市省镇乡街校](?:道)?(?:共?有|现有|的)?|辖区内?|目前|现有|下辖|下设)$"
)
_APART: Final = re.compile(
    "上年|去年|同期|前年|年初|期初|原|目标|计划|任务|拟|预计|争取|力争|将|累计|新[增建设成]|增加|增至|增设|扩|另|其他|其余|周边"
    "|外[县市省]|跨|其中|部分|抽查|抽取|抽样|走访|每|第|多个|达到|不少于|不低于|合计|未|先后"
)
_SHORTEST, _WHOLE_NAME = 3, 4  # characters of a name in front of its figure, and of one that says enough by itself
_FEWEST: Final = 10  # a smaller number is told of another thing of that name
_AWAY: Final = 4  # of the whole the part by which the two may differ; two at least
_MOST: Final = 400


@dataclass(frozen=True, slots=True)
class _Told:
    """`noun` is what stands in front of the figure, or all the words behind it where `behind` says so."""

    passage: Passage
    slot: Slot
    noun: str
    lead: str
    behind: bool

    @property
    def mention(self) -> Mention:
        return self.slot.mention

    @property
    def value(self) -> Fraction:
        return self.slot.mention.value


def all_there_are(context: Context, texts: Sequence[Passage], wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all; *wrong* are figures that were found to be so already."""
    by_unit: dict[object, list[_Told]] = defaultdict(list)
    for passage in texts:
        for one in _told(context, passage):
            alike = by_unit[family(one.mention.unit)]
            if len(alike) < _MOST:
                alike.append(one)
    for told in by_unit.values():
        named: dict[str, list[_Told]] = defaultdict(list)
        for one in told:
            if not one.behind and len(one.noun) >= _SHORTEST and not _APART.search(one.lead):
                named[one.noun].append(one)
        for noun, alike in _shared(told):
            named.setdefault(noun, alike)
        for noun, wholes in named.items():
            yield from _judged(context, noun, wholes, [one for one in told if one.mention.start not in wrong])


def _told(context: Context, passage: Passage) -> Iterator[_Told]:
    """The counts of a passage that stand beside a name."""
    changed = changed_slots(passage)
    for slot in passage.slots:
        mention = slot.mention
        if slot.kind != COUNT or str(mention.unit) not in _UNITS or slot.index in changed or mention.approximate:
            continue
        after = passage.after(slot)
        behind = _HAN.match(after)
        front = _HAN_TAIL.search(slot.before) if behind is None and _STOP.match(after) else None
        if under_goals(context, mention.start):
            continue
        if behind is not None:
            yield _Told(passage, slot, behind[0].removeprefix("的"), slot.before, True)
        elif front is not None and not (slot.index and front[0] == slot.before):  # 12处工程按期完工11处
            words = _TAIL.sub("", front[0])
            lead = _LEAD.match(words)
            noun = words[lead.end() :] if lead else words
            if noun:
                yield _Told(passage, slot, noun, slot.before[: front.start() + len(words) - len(noun)], False)


def _shared(told: Sequence[_Told]) -> Iterator[tuple[str, list[_Told]]]:
    """What two equal figures have behind them alike: 17家乡镇卫生院核定…, and 17家乡镇卫生院全部…."""
    equal: dict[Fraction, list[_Told]] = defaultdict(list)
    for one in told:
        if one.behind:
            for other in equal[one.value]:
                noun = _common(one.noun, other.noun)
                if len(noun) >= _WHOLE_NAME:
                    yield noun, [other, one]
            equal[one.value].append(one)


def _common(one: str, other: str) -> str:
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:at]


def _judged(context: Context, noun: str, wholes: Sequence[_Told], told: Sequence[_Told]) -> Iterator[Relation]:
    """The one number among those told of *noun* that cannot be, if there is one."""
    parted = [one for one in wholes if _parted(one)]
    values = {one.value for one in parted or wholes}
    near = [(one, name) for one in told if (name := _named(one, noun))]
    for whole in values if len(values) == 1 else ():
        alike = [one for one, name in near if one.value == whole and name == noun]
        if not parted and len(alike) < 2:  # told twice
            return
        year = str(context.facts.year or "")
        odd = [one for one, name in near if _is_odd(one, name, noun, whole, year, parted=bool(parted))]
        others = any(one.value > whole and one not in odd for one, _ in near)
        if len({one.value for one in odd}) == 1 and not (others and odd[0].value > whole):
            yield _relation(noun, (parted or alike)[0].mention, odd[0].mention)


def _is_odd(one: _Told, name: str, noun: str, whole: Fraction, year: str, *, parted: bool) -> bool:
    """Whether the figure is told of all of them, or of more than there are."""
    if (
        one.value == whole
        or min(one.value, whole) < _FEWEST
        or abs(one.value - whole) > max(Fraction(2), whole / _AWAY)
    ):
        return False
    clause = re.split("[。；]", one.slot.before)[-1]
    if _APART.search(clause) or period_of(clause) not in ("", year) or (name != noun and not parted):
        return False
    if not one.behind and len(noun) >= _WHOLE_NAME:
        return True
    every = name == noun and (_ALL_BEHIND.match(one.noun, len(name)) or _ALL_BEFORE.search(one.slot.before))
    return (one.behind and one.value > whole) or bool(every)


def _named(one: _Told, noun: str) -> str:
    """What of *noun* the figure is told of: all of it, or, behind the figure, its end alone: 图书分馆, 13个分馆."""
    if not one.behind:
        return noun if one.noun == noun else ""
    return next((noun[start:] for start in range(len(noun) - 1) if one.noun.startswith(noun[start:])), "")


def _parted(one: _Told) -> bool:
    """Whether the sentence goes on with parts that make the whole."""
    total = Fraction(0)
    for slot in one.passage.slots[one.slot.index + 1 :]:
        if str(slot.mention.unit) != str(one.mention.unit) or slot.kind != COUNT:
            break
        total += slot.mention.value
        if total == one.value and slot.index > one.slot.index + 1:
            return True
    return False


def _relation(noun: str, first: Mention, stated: Mention) -> Relation:
    message = f"“{noun}”另一处是 {number(first)}，这里是 {number(stated)}。请核对后统一。"
    roles = [("first", first), ("stated", stated)]
    return relation("repeat", "error", roles, f"{noun}：前后相等", number(first), message, "两处之一误写。")
