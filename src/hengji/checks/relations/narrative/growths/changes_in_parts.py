"""The change of a total and the changes of its parts: 总额增加 59.11 万元，其中甲增加 94.22，乙增加 1.11，丙减少 16.23.

What holds of the amounts of two years holds of their differences. That the parts are all there is shown by their own
amounts, which make up the total's, or by the field: 基本支出 and 项目支出, the three of 三公经费.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.relations.changes import Change, changes
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.near_misses import holds, slips_in, total_of
from hengji.checks.relations.passages import ANY, COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["changes_in_parts"]

_OPENS = re.compile(r"其中|分别|具体|包括|：")
_THREE = (
    ("因公出国", re.compile(r"出国")),
    ("公务用车", re.compile(r"公务用?车(?:购置及运行|购置和运行|运行维护费?和购置|购置及运维|费)")),
    ("公务接待", re.compile(r"接待费?")),
)
_RUNNING = re.compile(r"公务用?车运行")
_SAME = re.compile(r"持平|无增减|没有变化|无变化|未发生|没有发生|相同|一致|未安排|没有安排")
_CAME = re.compile("新[招录进增升建设开]|招[录聘考]|[调转选]入|引进|录用|入[职库网]|增加|升规|接收|迁入")
_WENT = re.compile("退[休库出]|[调转划迁]出|调离|辞职|离职|注销|减[员少]|去世|死亡|核销|报废|处置|吊销|清退|关停|撤销")
_INSIDE = re.compile("(?:其中[:：，]?|(?P<whole>[^，。；：\ue000-\ue005]{2,14})中[，：])(?!主要)")
_LEVEL = re.compile("持平|无(?:增减)?变化")
_FUNDS = (re.compile("一般公共预算"), re.compile("政府性基金"), re.compile("国有资本"))
_PARTLY = re.compile("主要|等")
_REACH = 10  # passages behind the total's change in which those of its three parts are told
_ASIDE = re.compile("（[^（）]*）")
_CLOSE = 80  # characters in front of a change in which what changed is named
_LEAST = 2
_LONG = 4  # digits of which one wrong digit shows that the parts are all


@dataclass(frozen=True, slots=True)
class _Moved:
    """An amount of change with its way, and the figure that changed where the text names it."""

    amount: Slot
    rising: bool
    current: Slot | None
    budgeted: bool

    def signed(self, like: _Moved) -> tuple[int, Slot]:
        return (1 if self.rising == like.rising else -1), self.amount


def changes_in_parts(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Every total of passage *index* whose parts' changes follow it in the same sentence; 三公 also farther on."""
    passage = texts[index]
    moved = [one for change in changes(passage) if (one := _moved(change)) is not None]
    for place, total in enumerate(moved):
        parts = _parts(passage, total, moved[place + 1 :]) or _parts_behind(texts, index, total, moved[place + 1 :])
        if len(parts) >= _LEAST:
            yield from _judged(total, parts, of_three="三公" in passage.text[: total.amount.at])
            return
        if len(parts) == 1 and index + 1 < len(texts) and _others_level(texts[index + 1].text):
            terms = [parts[0].signed(total)]
            yield _relation(total, terms, "ok" if holds(terms, total.amount) else "error", "")
            return
        flows = _flows(passage, total)
        if len(flows) >= _LEAST:
            yield from _of_flows(passage, total, flows)
            return
        if "三公" in passage.text[: total.amount.at]:
            yield from _three_public(texts, index, total, moved[place + 1 :])
            return


def _moved(change: Change) -> _Moved | None:
    amount = change.amount
    if amount is None or amount.kind not in (MONEY, COUNT) or amount.mention.approximate or not change.agree:
        return None
    return _Moved(amount, change.rising, change.current[0] if change.current else None, "预算" in change.compared)


def _parts(passage: Passage, total: _Moved, following: Sequence[_Moved]) -> list[_Moved]:
    """The changes behind 其中, up to the next cue or full stop."""
    if not following:
        return []
    between = passage.text[total.amount.at : following[0].amount.at]
    if not _OPENS.search(between) or "。" in between:
        return []
    found: list[_Moved] = []
    for one in following:
        if not same_kind(one.amount, total.amount) or (found and "其中" in one.amount.before):
            break
        found.append(one)
    return found


def _parts_behind(texts: Sequence[Passage], index: int, total: _Moved, following: Sequence[_Moved]) -> list[_Moved]:
    """The changes of the next sentence, where that opens with 其中 or with the whole: 财政拨款支出预算中，…"""
    if following or index + 1 == len(texts):
        return []
    behind = texts[index + 1]
    opened = _INSIDE.match(behind.text)
    whole = opened["whole"] if opened else None
    if opened is None or (whole and whole not in texts[index].text):
        return []
    found = [one for change in changes(behind) if (one := _moved(change)) is not None]
    plain = len(found) == len(changes(behind)) and all(same_kind(one.amount, total.amount) for one in found)
    return found if plain and not _PARTLY.search(behind.text) else []


def _flows(passage: Passage, total: _Moved) -> list[tuple[int, Slot]]:
    """净减少 10 人，其中退休 14 人、调出 3 人、新招录 7 人: what came and what went, by their verbs."""
    found: list[tuple[int, Slot]] = []
    for slot in passage.slots[total.amount.index + 1 :] if "净" in total.amount.before else ():
        label = label_of(slot)
        came, went = _CAME.search(label) is not None, _WENT.search(label) is not None
        opened = found or _OPENS.search(slot.before)
        if not same_kind(slot, total.amount) or came == went or not opened or slot.mention.approximate:
            break
        found.append((1 if came == total.rising else -1, slot))
    return found


def _of_flows(passage: Passage, total: _Moved, flows: Sequence[tuple[int, Slot]]) -> Iterator[Relation]:
    if holds(flows, total.amount):
        yield _relation(total, flows, "ok", "")
    elif len({sign for sign, _ in flows}) > 1 and not _PARTLY.search(passage.text, total.amount.at):
        slips = slips_in(flows, total.amount, swapped=_LEAST, digit=_LEAST)
        yield _relation(total, flows, "error" if slips else "suspicious", slips[0].told if slips else "")


def _judged(total: _Moved, parts: Sequence[_Moved], *, of_three: bool) -> Iterator[Relation]:
    terms = [part.signed(total) for part in parts]
    if holds(terms, total.amount):
        yield _relation(total, terms, "ok", "")
        return
    currents = [part.current for part in parts if part.current is not None]
    apart = len({slot.at for slot in currents}) == len(parts) and total.current not in currents
    proven = apart and total.current is not None and adds_up(total.current, currents)
    complete = is_complete([label_of(part.amount) for part in parts])
    complete = complete or _all_funds([label_of(slot) for slot in (*currents, *(part.amount for part in parts))])
    complete = complete or (apart and is_complete([label_of(slot) for slot in currents]))
    complete = complete or (of_three and _both_told([label_of(part.amount) for part in parts]))
    slips = slips_in(terms, total.amount, swapped=3, digit=_LONG)
    if proven or complete or slips:
        yield _relation(total, terms, "error", slips[0].told if slips else "")


def _both_told(labels: Sequence[str]) -> bool:
    """Whether receptions and cars are told of 三公经费; who sends nobody abroad does not say so everywhere."""
    return any("接待" in label for label in labels) and any(re.search("用车|公车|车辆", label) for label in labels)


def _others_level(text: str) -> bool:
    """财政拨款支出预算中，一般公共预算…增加 D；政府性基金…持平；国有资本经营…持平: one kind alone changed."""
    return all(fund.search(text) for fund in _FUNDS) and len(_LEVEL.findall(text)) == len(_FUNDS) - 1


def _all_funds(labels: Sequence[str]) -> bool:
    """Whether all three kinds of public money are named, which 财政拨款 consists of."""
    return all(any(fund.search(label) for label in labels) for fund in _FUNDS)


def _three_public(
    texts: Sequence[Passage], index: int, total: _Moved, following: Sequence[_Moved]
) -> Iterator[Relation]:
    """The total of 三公 against the changes of its three parts, each told once in the paragraphs behind it."""
    told: dict[str, _Moved | None] = {}
    for place in range(index, min(index + _REACH, len(texts))):
        passage = texts[place]
        moved = following if place == index else [one for change in changes(passage) if (one := _moved(change))]
        if place > index and "三公" in passage.text and moved:
            break
        for name, pattern in _THREE:
            if name not in told:
                told |= _told(passage, name, pattern, [one for one in moved if one.budgeted == total.budgeted])
    if len(told) < len(_THREE) or not any(told.values()):
        return
    terms = [one.signed(total) for one in told.values() if one is not None]
    if len({slot.mention.start for _, slot in terms}) < len(terms) or not all(
        same_kind(slot, total.amount) for _, slot in terms
    ):
        return
    verdict: Verdict = "ok" if holds(terms, total.amount) else "error"
    yield _relation(total, terms, verdict, "")


def _told(passage: Passage, name: str, pattern: re.Pattern[str], moved: Sequence[_Moved]) -> dict[str, _Moved | None]:
    """How the part called *name* changed; None where the passage says that it did not."""
    if _RUNNING.search(passage.text) and name == "公务用车" and not pattern.search(passage.text):
        return {}
    for one in moved:
        before = _ASIDE.sub("", passage.text[: one.amount.at])  # 车辆费 A（其中购置 a，运行 b），比预算减少 D
        figures = [match.start() for match in re.finditer(ANY, before)]
        start = figures[-_LEAST] if len(figures) >= _LEAST else 0
        if pattern.search(before, max(start, len(before) - _CLOSE)):
            return {name: one}
    match = pattern.search(passage.text)
    if match and not moved and _SAME.search(passage.text, match.end()):
        return {name: None}
    return {}


def _relation(total: _Moved, terms: Sequence[tuple[int, Slot]], verdict: Verdict, likely: str) -> Relation:
    stated, unit = total.amount, total.amount.mention.unit
    computed = total_of(terms, stated)
    right = as_written(abs(computed), stated.mention)
    word = "增加" if total.rising == (computed >= 0) else "减少"
    message = f"各部分增减之和为{word} {right}，与总的增减一致。"
    if verdict != "ok":
        said = "增加" if total.rising else "减少"
        message = f"各部分增减之和为{word} {right}，文中总的{said}为 {number(stated.mention)}。"
    signs = [(" + " if sign > 0 else " - ") + in_words(converted(slot.mention, unit)) for sign, slot in terms]
    roles = [*(("part", slot.mention) for _, slot in terms), ("stated", stated.mention)]
    formula = "".join(signs).removeprefix(" + ").strip() if computed != Fraction(0) else "0"
    return relation("difference", verdict, roles, formula, right, message, likely)
