"""What is said of one item of a list against the list: 甲、乙、丙分别为 a、b、c, and elsewhere 乙 is told with c, or
with the share that c has, or is said to be less than 甲 where b is more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import RATE, Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, good, judged, number
from hengji.checks.relations.wording.orders.named_rows import (
    NamedRow,
    lined_rows,
    listed_rows,
    paired_rows,
    tabled_rows,
)
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["told_of_rows"]

_LISTED: Final = re.compile("分别|依次|各|对应|先后")
_NEAR: Final = 4  # passages before and behind a list that are read
_COMPARED: Final = re.compile("比(?P<other>[^，。；]{2,14}?)(?P<way>多|少|高|低|增加|减少)[^，。；\ue000-\ue005]{0,4}$")
_DIGITS: Final = 2
_ENOUGH: Final = 5  # digits of a list that are no chance


def told_of_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``, errors all; two items that would both be right once they are exchanged."""
    texts = passages(context)
    lists = [
        (index, row)
        for index, passage in enumerate(texts)
        if _LISTED.search(passage.text)
        for row in listed_rows(texts, index)
        if len(set(row.values)) == len(row.values)
    ]
    if not lists:
        return
    tables = [*tabled_rows(context), *lined_rows(context), *(row for one in texts for row in paired_rows(one))]
    for index, row in lists:
        near = texts[max(0, index - _NEAR) : index + _NEAR + 1]
        found = _same_set(row, tables) or _told_again(context, near, row) or _told_share(near, row)
        found = found or _compared(near, row)
        if found is not None:
            yield found


def _others(texts: Sequence[Passage], row: NamedRow) -> Iterator[tuple[Passage, Slot]]:
    inside = {one.start for one in row.figures}
    for passage in texts:
        for slot in passage.slots:
            if slot.mention.start not in inside:
                yield passage, slot


def _same_set(row: NamedRow, tables: Sequence[NamedRow]) -> Relation | None:
    """A table, or another list, gives the same figures to the same names in another order."""
    own = [_digits(one) for one in row.figures]
    for table in tables:
        places = [next((at for at, other in enumerate(table.names) if name in other), -1) for name in row.names]
        if -1 in places or len(set(places)) < len(places):
            continue
        told = [_digits(table.figures[at]) for at in places]
        like = (
            table.unit is None
            or table.unit == row.unit
            or {table.unit.is_money, row.unit is not None and row.unit.is_money} == {True}
        )
        if not like or sorted(told) != sorted(own) or sum(map(len, own)) < _ENOUGH:
            continue
        wrong = [at for at, pair in enumerate(zip(own, told, strict=True)) if pair[0] != pair[1]]
        if len(wrong) >= _DIGITS:
            a, b = wrong[:2]
            witness = [table.figures[places[a]], table.figures[places[b]]]
            return _relation(row, (a, b), witness, f"“{row.names[a]}”在另一处为 {number(witness[0])}")
        return None
    return None


def _digits(one: Mention) -> str:
    return re.sub(r"\.0+$", "", one.text.replace(",", "").rstrip("%％"))


def _told_again(context: Context, texts: Sequence[Passage], row: NamedRow) -> Relation | None:
    """查阅档案 236 人次, where the list gives 236 to another; nothing where the list's own figure is told of it too."""
    crossed: dict[int, tuple[int, Mention]] = {}
    kept: set[int] = set()
    for at, mention in _told(context, texts, row):
        places = [place for place, one in enumerate(row.figures) if _is_same(one, mention)]
        if at in places:
            kept.add(at)
        elif len(places) == 1:
            crossed.setdefault(at, (places[0], mention))
    for at, (other, mention) in crossed.items():
        if at in kept or other in kept:
            continue
        both = other in crossed and crossed[other][0] == at
        digits = len(re.sub(r"\D", "", mention.text).strip("0"))
        beside = _beside(context, row.names[at], mention)
        if both or digits > _DIGITS or (beside and (digits == _DIGITS or len(row.names[at]) > _DIGITS)):
            return _relation(row, (at, other), [mention], f"“{row.names[at]}”在另一处为 {number(mention)}")
    return None


def _beside(context: Context, name: str, mention: Mention) -> bool:
    """Whether nothing stands between the name and the figure, so that it is told of nothing else (乙村种茶320亩)."""
    text = context.document.text
    behind = text[mention.end + len(mention.unit_text) :][:8]
    return text[max(0, mention.start - 16) : mention.start].endswith(name) or name[-_DIGITS:] in behind


def _told(context: Context, texts: Sequence[Passage], row: NamedRow) -> Iterator[tuple[int, Mention]]:
    """Figures in the unit of the list of which one of its names is told: right before, in the same sentence with no
    figure between, or right behind (其中58件家谱)."""
    for passage, slot in _others(texts, row):
        if slot.mention.unit != row.unit and slot.mention.unit_text != row.figures[-1].unit_text:
            continue
        words = re.split("[。；]", slot.before)[-1]
        found = row.named_in(words)
        if not found:
            behind = re.split("[，。；：、（）]", passage.after(slot))[0][:8]
            found = [at for at, name in enumerate(row.names) if name in behind]
            found = found or [
                at for at, name in enumerate(row.names) if len(name) > _DIGITS + 1 and name[-2:] in behind
            ]
        if len(found) == 1:
            yield found[0], slot.mention


def _is_same(one: Mention, other: Mention) -> bool:
    return converted(other, one.unit) == one.value and other.is_rate == one.is_rate


def _told_share(texts: Sequence[Passage], row: NamedRow) -> Relation | None:
    """石湾段占合同总额的 47.3%: the figure that has this share of their sum is another one's."""
    total = sum(row.values)
    for passage, slot in _others(texts, row):
        clause = re.split("[。；]", passage.text[max(0, slot.at - 40) : slot.at])[-1]
        told = row.named_in(clause)
        if slot.kind != RATE or slot.mention.decimals == 0 or len(told) != 1 or "占" not in slot.before or total <= 0:
            continue
        if re.search("分别|依次", slot.before) or passage.after(slot).startswith("、"):
            continue  # 一至四季度支出分别为 a、b、c、d，占比分别为 p、q、r、s: p begins a list of its own
        fits = [good(judged(value / total, None, slot.mention)) for value in row.values]
        if row.figures[0].is_rate or fits[told[0]] or fits.count(True) != 1:
            continue
        basis = (
            f"“{row.names[told[0]]}”占 {number(slot.mention)}，按各项之和应是 {number(row.figures[fits.index(True)])}"
        )
        return _relation(row, (told[0], fits.index(True)), [slot.mention], basis)
    return None


def _compared(texts: Sequence[Passage], row: NamedRow) -> Relation | None:
    """石湾比柏桥少办了 4 场, where the list has it three more."""
    for passage, slot in _others(texts, row):
        found = _COMPARED.search(passage.text[max(0, slot.at - 40) : slot.at])
        if found is None or not _is_of_its_kind(slot, row):
            continue
        clause = re.split("[。；，]", passage.text[max(0, slot.at - 40) : slot.at][: found.start()])[-1]
        own, other = row.named_in(clause), row.named_in(found["other"])
        if len(own) != 1 or len(other) != 1:
            continue
        change = converted(slot.mention, row.unit) * (1 if found["way"] in ("多", "高", "增加") else -1)
        if row.values[own[0]] - row.values[other[0]] == -change:
            basis = f"“{row.names[own[0]]}”比“{row.names[other[0]]}”{found['way']} {number(slot.mention)}"
            return _relation(row, (own[0], other[0]), [slot.mention], basis)
    return None


def _is_of_its_kind(slot: Slot, row: NamedRow) -> bool:
    """Whether a figure is told in the unit of a list."""
    return slot.mention.unit == row.unit


def _relation(row: NamedRow, places: tuple[int, int], witnesses: Sequence[Mention], basis: str) -> Relation:
    a, b = sorted(places)
    listed = (row.figures[a], row.figures[b])
    figures = (*(figure("witness", one) for one in witnesses), *(figure("stated", one) for one in listed))
    shown, right = ("、".join(number(one) for one in order) for order in (listed, listed[::-1]))
    message = (
        f"{basis}，而列举中“{row.names[a]}”为 {number(listed[0])}、“{row.names[b]}”为 {number(listed[1])}："
        "两数的次序与名称不对应。请核对名称与数字的次序。"
    )
    return Relation(
        "list_order",
        "error",
        figures,
        "数的次序 = 名称的次序",
        right,
        shown,
        message,
        "两数对调，或名称次序颠倒。",
        "high",
    )
