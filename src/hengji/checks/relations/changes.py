"""How running text says that a figure changed: "A，较上年增加 D，增长 P" in all its orders, as roles of figures.

The words decide which figures are amounts and rates of change; which figure changed is a list of candidates,
nearest first, because "其中" clauses often stand between a total and its change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.relations.bases import CLEAN, OF_PLAN, Attribution, is_inner_base, named_base, only_shares
from hengji.checks.relations.passages import COUNT, MONEY, POINTS, RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind

__all__ = ["COMPARED", "Change", "changed_slots", "changes"]

UP = "增加|增长|上升|提高|提升|上浮|增多|上涨|延长|拉长"
DOWN = "减少|缩小|下降|降低|压减|压缩|缩减|缩短|下浮|节约|节省|回落|下调|核减|下滑|下跌"
_NOUN = f"(?:{UP})(?:幅度?|率)|(?:{DOWN})(?:幅度?|率)|增幅|增速|涨幅|升幅|收缩|降幅|减幅|跌幅|下降率|增长率|变动率"
_DONE = "发放|支付|安排|补助|执行|使用|征收|入库|筹集|受理|办理|办结|接待|缴纳|上缴|兑付"
_FILL = "(?:了|支出|收入|资金|经费|金额|总额|额|数|比例|约|为|达到?|共计?|[也同]样?是|：)*"
_EITHER = r"(?:增加|增长|上升)[（/](?:减少|下降|降低)）?"
_DIRECTION = re.compile(
    rf"(?P<word>{_EITHER}|{_NOUN}|{UP}|{DOWN}|(?<=[，（比年期度末初底各均亩户；])净?(?:[增减降升涨跌])|(?<=[划算])省下?|净增|净减|[增减][产收支]|节支|"
    rf"(?:(?<=[比，；])|(?<=比[其此])|(?<=[年期度初末底])|(?<=[各均])|(?<=收入)|(?<=支出)|(?<=[预决]算)|(?<=总额)|^)(?:多|少)(?:支出|收入|投入|完成|下达|拨付|{_DONE}|[支收花用付出办查处建修种招培])?){_FILL}$"
)
COMPARED = re.compile(
    r"(?:同比|环比|相?较于?|(?<!对)比(?!例|重|率|较)|对比|相比|与[^，。；：]{1,24}?(?:相比|比较?))"
    rf"(?P<base>[^，。；：{MONEY}-\ue005]*?)"
)
_ASIDE_BASE = re.compile(r"^（(?:上一?年|去年|前一年|同期)[^，。；：）\ue000-\ue005]{0,10}$")
_SPENT_MORE = re.compile("(?:收入|支出|费用|经费|税收|投资)(?:增长|上升|提高)了?$")
_BRACKET = "（"
_WORDS_LONG = 40  # characters of a word of change and of what may stand between it and its figure
_PAIR = 2
_NOUNS_TOO = (
    "提升",
    "提高",
    "节约",
    "节省",
    "压缩",
    "扩大",
    "增长",
    "上升",
)  # 能力提升 80 万元 is the name of a project
_BEYOND = re.compile("^[，、（](?:(?P<up>超出?|高出|多出)|低|少)了?$")
_LINK = re.compile(
    rf"^[，、（]?(?:同比|比例|即|相应|约|占比)?(?:幅度|{_NOUN}|{UP}|{DOWN}|[增减降升涨跌低高]|收缩|超出?|高出|多出|低|少)(?:{_FILL})$"
)


@dataclass(frozen=True, slots=True)
class Change:
    """`current` are candidates for the figure that changed, nearest first; `certain` says whether the sentence
    puts the first of them right in front of the comparison. `base` is one that the text itself names."""

    passage: Passage
    amount: Slot | None
    rate: Slot | None
    rising: bool
    agree: bool
    base: Slot | None
    current: tuple[Slot, ...]
    certain: bool
    compared: str
    words: tuple[tuple[Slot, str], ...] = ()

    @property
    def last(self) -> Slot:
        named = [slot for slot in (self.amount, self.rate) if slot is not None]
        return max(named, key=lambda slot: slot.at)


@dataclass(frozen=True, slots=True)
class _Head:
    slot: Slot
    word: str

    @property
    def either(self) -> bool:
        """增加（减少） left standing says nothing of the way."""
        return re.fullmatch(_EITHER, self.word) is not None

    @property
    def rising(self) -> bool:
        if "变动" in self.word or self.either:
            return self.slot.mention.value >= 0
        up = bool(re.match(f"净?(?:{UP}|增|升|涨|多)", self.word))
        return up if self.slot.mention.value >= 0 or self.slot.kind != RATE else not up


def changed_slots(passage: Passage) -> frozenset[int]:
    """The figures that are changes or bases of changes: never parts, wholes or totals themselves."""
    return passage.once(changed_slots, _changed_slots)


def _changed_slots(passage: Passage) -> frozenset[int]:
    heads = _heads(passage)
    if not heads:
        return _of_plan(passage)
    bases = {change.base.index for change in _told(passage, heads) if change.base is not None}
    return frozenset({head.slot.index for head in heads} | bases | _of_plan(passage))


def _of_plan(passage: Passage) -> frozenset[int]:
    if MONEY not in passage.text or not ("超" in passage.text or "短" in passage.text or "欠" in passage.text):
        return frozenset()
    return frozenset(slot.index for slot in passage.slots if slot.kind == MONEY and OF_PLAN.match(slot.before))


def _heads(passage: Passage) -> list[_Head]:
    found = []
    for slot in passage.slots:
        match = _DIRECTION.search(slot.before, max(0, len(slot.before) - _WORDS_LONG))
        if match and slot.kind != RATE and match["word"] in _NOUNS_TOO and not _about_change(passage, slot):
            continue
        if match and "分别" not in slot.before and slot.kind in (MONEY, COUNT, RATE, POINTS):
            found.append(_Head(slot, match["word"]))
        elif not match and slot.kind == RATE and found and found[-1].slot.index == slot.index - 1:
            beyond = _BEYOND.match(slot.before)  # 比 B 增加 D，超出 P
            found += [_Head(slot, "增加" if beyond["up"] else "减少")] if beyond else []
            if slot.before == _BRACKET and passage.after(slot).startswith("）"):
                found.append(_Head(slot, found[-1].word))  # 减少 D（P）
    return found


def _about_change(passage: Passage, slot: Slot) -> bool:
    """Whether an amount behind a word that is also a noun (稳增长, 能力提升) is an amount of change."""
    follows = passage.slots[slot.index + 1 : slot.index + 2]
    rates = [*follows, *passage.slots[max(0, slot.index - 1) : slot.index]]
    near = passage.text[max(0, slot.at - 60) : slot.at]
    if _SPENT_MORE.search(slot.before):
        return True  # 事业支出增长 1156.49 万元
    return bool(COMPARED.search(near)) or any(one.kind == RATE and _DIRECTION.search(one.before) for one in rates)


def changes(passage: Passage) -> tuple[Change, ...]:
    """Every statement of change in *passage*."""
    return passage.once(changes, lambda whole: tuple(_changes(whole)))


def _changes(passage: Passage) -> Iterator[Change]:
    return _told(passage, _heads(passage))


def _told(passage: Passage, told: Sequence[_Head]) -> Iterator[Change]:
    heads = list(told)
    taken = frozenset(head.slot.index for head in heads) | _of_plan(passage)
    position, subject = 0, None
    while position < len(heads):
        group = [heads[position]]
        if position + 1 < len(heads) and _joined(heads[position], heads[position + 1]):
            group.append(heads[position + 1])
            position += 1
        elif heads[position].slot.kind != RATE and (far := _behind_bracket(passage, heads, position)) is not None:
            group.append(heads.pop(far))
        position += 1
        if all(head.slot.kind == POINTS for head in group):
            continue
        change = _change(passage, group, taken, subject)
        if change.base is not None and change.compared and not change.compared.startswith("由"):
            taken |= {change.base.index}  # 比上年的 B 增长 P，比预算的 C 少支 D: B is never what changed
        subject = change.current[0] if change.current else None
        yield change


def _joined(a: _Head, b: _Head) -> bool:
    kinds = {a.slot.kind, b.slot.kind}
    return (
        b.slot.index == a.slot.index + 1
        and RATE in kinds
        and len(kinds) == 2
        and bool(b.slot.before == _BRACKET or _LINK.match(b.slot.before))
    )


def _behind_bracket(passage: Passage, heads: list[_Head], position: int) -> int | None:
    """增加 D（其中甲增加 a，乙减少 b），增长 P: the place of the head behind the bracket that opens at the amount."""
    slot = heads[position].slot
    if not passage.text.startswith("（", slot.at + 1):
        return None
    close = passage.text.find("）", slot.at + 1)
    for place, head in enumerate(heads[position + 1 :], position + 1):
        if head.slot.at > close > 0:
            link = passage.text[close + 1 : head.slot.at]
            return place if head.slot.kind == RATE and _LINK.match(link) else None
    return None


def _change(passage: Passage, group: list[_Head], taken: frozenset[int], subject: Slot | None) -> Change:
    amount = next((head for head in group if head.slot.kind != RATE), None)
    rate = next((head for head in group if head.slot.kind == RATE), None)
    first = group[0].slot
    compared, base, current, certain = _attribution(passage, first, amount, taken, subject)
    aside = passage.slots[first.index + 1] if rate is not None and rate.slot.index == first.index + _PAIR else None
    if aside is not None and base is None and _ASIDE_BASE.match(aside.before):
        base, certain = aside, False
    told = [head for head in group if not head.either]
    return Change(
        passage,
        amount.slot if amount else None,
        rate.slot if rate else None,
        (told or group)[0].rising,
        len({head.rising for head in told}) < 2,
        base,
        current,
        certain and bool(told),
        compared,
        tuple((head.slot, head.word) for head in group),
    )


def _attribution(
    passage: Passage, first: Slot, amount: _Head | None, taken: frozenset[int], subject: Slot | None
) -> Attribution:
    """The words of comparison, a base that is named, the candidates for what changed, and whether that is certain."""
    like = amount.slot if amount else None
    plain = [
        slot
        for slot in reversed(passage.slots[max(0, first.index - 12) : first.index])
        if slot.index not in taken
        and not _set_aside(passage, slot, first)
        and not is_inner_base(passage, slot)
        and (same_kind(slot, like) if like else slot.kind in (MONEY, COUNT))
    ]
    compared = COMPARED.search(first.before)
    previous = passage.slots[first.index - 1] if first.index else None
    if previous is not None and plain and previous is plain[0]:
        named = named_base(passage, first, plain, COMPARED)
        if named is not None:
            return named
    if not compared:
        return "", None, tuple(plain), False
    words = _DIRECTION.sub("", first.before[compared.start() :])
    again = subject is not None and subject in plain and passage.slots[first.index - 1].index in taken
    if again and subject is not None:
        plain = [subject, *(slot for slot in plain if slot is not subject)]
    return words, None, tuple(plain), bool(plain) and _certain(passage, first, plain[0], compared, again)


def _set_aside(passage: Passage, slot: Slot, first: Slot) -> bool:
    """Whether *slot* stands in a bracket that is closed before the change: 总预算 A（内含甲 a、乙 b），比上年多 D."""
    if _ASIDE_BASE.match(slot.before):
        return False  # A（上年 B），增加 D
    return passage.in_closed_bracket(slot, first)


def _certain(passage: Passage, first: Slot, current: Slot, compared: re.Match[str], again: bool) -> bool:
    """Nothing but fillers between the figure and its comparison; other figures between them are its own rates."""
    if not CLEAN.match(first.before[: compared.start()]) and not (again and len(first.before) < 20):
        return False
    return again or only_shares(passage, current, first)
