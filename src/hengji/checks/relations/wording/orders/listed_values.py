"""“甲、乙、丙分别为 a、b、c” against the places where each is told alone: values swapped, or one of them slipped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hengji.checks.context import Context, figure
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.verdicts import converted, number, same_kind
from hengji.facts.relation import Relation, RelationKind, Verdict

__all__ = ["listed_values"]

_RESPECTIVELY = re.compile(r"分别[^，。；、\ue000-\ue005]{0,6}$")
_BETWEEN = re.compile(r"^(?:、|，|和|与|及|以及)$")
_ITEM = re.compile(r"、|和|与|以及|及")
_VERB = re.compile(
    r"(?:共|已|各|预计|计划|实际|全年|资金|经费|项目)*(?:安排|下达|分配|拨付|拨款|到位|获得|支出|使用|列支|投入|补助|完成|实现|有|为|是|：)+(?:资金|经费|了|数)*$"
)
_SPENT = re.compile("支出|使用|执行|支付|决算|列支|消耗")
_MOST = 8  # places of one name that are compared


@dataclass(frozen=True, slots=True)
class _Listing:
    names: tuple[str, ...]
    slots: tuple[Slot, ...]
    spent: bool


def listed_values(context: Context) -> Iterator[Relation]:
    """Every list with 分别 all of whose names are told again, each with one figure of the same kind."""
    texts = list(passages(context))
    lists = [one for passage in texts for one in _listings(passage)]
    if not lists:
        return
    alone = _alone(texts, {slot.mention.start for one in lists for slot in one.slots})
    for one in lists:
        others = [_other(alone[name], slot, spent=one.spent) for name, slot in zip(one.names, one.slots, strict=True)]
        found = tuple(other for other in others if other is not None)
        if len(found) == len(one.slots):
            yield from _compared(one, found)


def _listings(passage: Passage) -> Iterator[_Listing]:
    slots, position = passage.slots, 0
    while position < len(slots):
        end = position + 1
        if _RESPECTIVELY.search(slots[position].before):
            while end < len(slots) and _BETWEEN.match(slots[end].before) and slots[end].kind == slots[position].kind:
                end += 1
            if end - position > 1:
                yield from _named(passage, slots[position:end])
        position = end


def _named(passage: Passage, row: tuple[Slot, ...]) -> Iterator[_Listing]:
    lead = row[0].before[: row[0].before.rindex("分别")]
    names = [core(name) for name in _ITEM.split(re.split("[，。；：]", lead)[-1])]
    if len(names) == len(row) == len(set(names)) and all(len(name) > 1 for name in names):
        words = passage.text[max(0, row[0].at - 40) : row[0].at]
        yield _Listing(tuple(names), row, _SPENT.search(words) is not None)


def _alone(texts: list[Passage], listed: set[int]) -> dict[str, list[Slot]]:
    """The figures that stand behind one name, by that name."""
    found: dict[str, list[Slot]] = defaultdict(list)
    for passage in texts:
        changed = changed_slots(passage)
        for slot in passage.slots:
            usable = slot.kind in (MONEY, COUNT, RATE) and slot.index not in changed and not slot.mention.approximate
            name = core(_VERB.sub("", label_of(slot))) if usable and slot.mention.start not in listed else ""
            if len(name) > 1 and len(found[name]) < _MOST:
                found[name].append(slot)
    return found


def _other(places: list[Slot], slot: Slot, *, spent: bool) -> Slot | None:
    """The one figure told of the name, of the same kind, year and column."""
    fitting = [
        place
        for place in places
        if same_kind(place, slot)
        and place.mention.period == slot.mention.period
        and (_SPENT.search(label_of(place)) is not None) == spent
    ]
    return fitting[0] if len({place.mention.value for place in fitting}) == 1 else None


def _compared(one: _Listing, others: tuple[Slot, ...]) -> Iterator[Relation]:
    values = [slot.mention.value for slot in one.slots]
    told = [converted(other.mention, slot.mention.unit) for other, slot in zip(others, one.slots, strict=True)]
    wrong = [place for place, pair in enumerate(zip(values, told, strict=True)) if pair[0] != pair[1]]
    if not wrong:
        yield _relation(one, others, range(len(values)), "list_order", "ok", "列举的数与各处所述一致。")
    elif sorted(values) == sorted(told):
        says = "、".join(f"{one.names[place]}在别处为 {number(others[place].mention)}" for place in wrong)
        message = f"“分别”后的数与名称次序不对应：{says}。"
        yield _relation(one, others, wrong, "list_order", "error", message, "两数对调，或名称次序颠倒。")
    elif len(wrong) == 1 and len(values) > 1:
        yield from _slipped(one, others, wrong[0])


def _slipped(one: _Listing, others: tuple[Slot, ...], place: int) -> Iterator[Relation]:
    listed, alone = one.slots[place].mention, others[place].mention
    if listed.unit != alone.unit:
        return
    name = shape(as_written(listed.value, listed), as_written(alone.value, listed))
    if name:
        message = f"{one.names[place]}在列举中为 {number(listed)}，另一处为 {number(alone)}，其余各项两处一致。"
        yield _relation(one, others, [place], "repeat", "error", message, f"其中一处误写（{name}）。")


def _relation(
    one: _Listing,
    others: tuple[Slot, ...],
    places: range | list[int],
    kind: RelationKind,
    verdict: Verdict,
    message: str,
    likely: str = "",
) -> Relation:
    listed = [one.slots[place].mention for place in places]
    alone = [others[place].mention for place in places]
    figures = (*(figure("first", each) for each in listed), *(figure("stated", each) for each in alone))
    return Relation(
        kind,
        verdict,
        figures,
        "列举的数 = 各处所述的数",
        "、".join(number(each) for each in alone),
        "、".join(number(each) for each in listed),
        message,
        likely,
        "high" if verdict == "error" else "medium",
    )
