"""One thing told twice in the same words with another figure: 推荐4名数字经济专家, and 推荐5名数字经济专家.

The words on both sides of the figure must be the same and enough of them that they mean one thing. Sections that tell
of one year, place or project after the other use the same words, too: whatever shows that, or a second pair of figures
that differs, excuses them; one that agrees is a witness.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.goal_chapters import goal_chapters
from hengji.checks.relations.heading_above import heading_above
from hengji.checks.relations.naming import period_of
from hengji.checks.relations.narrative.repeats.named_results import PARTLY, neutral
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, shape, shown_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["same_words"]

_NOUN: Final = re.compile(r"的?(?P<noun>[\u4e00-\u9fff]{2,14})")
_APART: Final = re.compile(
    r"[\u4e00-\u9fff]{2}(?:镇|乡|街道|村|社区|县|区|学校|小学|中学|大学|医院|公司|支队|大队|分局|中心|项目|协会)"
)
_ACCOUNT: Final = re.compile(r"支出|收入|预算|决算|拨款|结余|用于|(?:经费|资金|费)$")
_ALL: Final = re.compile(r"共有|现有|拥有|总|应|需|纳入|涉及|登记|在册|[市县区镇]有|规划|批复|核定")
_PARALLEL: Final = re.compile(
    r"下一步|下步|计划|打算|目标|安排|建议|展望|20\d\d年|预算|基金|拨款|支出|收入|经费|(?:镇|乡|街道|村|社区|县|区|市|局|校|学|院|公司|队|中心|所|站|项目|协会|专项|资金)$"
)
_SUMMARY: Final = re.compile(
    r"概况|情况|总体|产出|效益|效果|成效|履职|完成|绩效|评价|结论|分析|自评|亮点|经验|主要|成绩|影响|满意"
)
_OTHERS: Final = re.compile(
    r"原|调整|更正|变更|申报|报送|上报|核实|审定|(?<!高)标准(?!化)|单价|人均|余|剩|月|日|天|以来|经(?![费济营过])|仍|尚"
)
_SENTENCES: Final = re.compile("[。；]")
_CLAUSES: Final = re.compile(r"[，：（）\ue000-\ue005]")
_WINDOW: Final = 60
_ENDS: Final = 2  # characters next to the figure by which two are met
_BEHIND: Final = 4
_BOTH: Final = 9  # characters of both sides that mean one thing
_LONG: Final = 8  # characters of the words in front alone
_SURE: Final = 11  # where the figures have one digit
_SHARED: Final = 4  # pairs of characters of the sentence that say that one thing is told
_MOST: Final = 6  # places of the same words; where there are more, they are a form's
_SWAPS: Final = (ONE_DIGIT, SWAPPED)


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    left: str
    behind: str
    window: str
    passage: int

    @property
    def digits(self) -> int:
        return shown_digits(self.mention.text)


def same_words(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors."""
    groups: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for index, passage in enumerate(texts):
        for one in _told(context, passage, index):
            groups[(str(one.mention.unit), one.left[-_ENDS:], one.behind[:_ENDS])].append(one)
    for group in groups.values():
        if 1 < len(group) <= _MOST and len({one.mention.value for one in group}) > 1:
            yield from _of_group(context, texts, group)


def _told(context: Context, passage: Passage, index: int) -> Iterator[_Told]:
    changed, year = changed_slots(passage), str(context.facts.year or "")
    for slot in passage.slots:
        if slot.kind not in (COUNT, MONEY) or slot.index in changed or slot.mention.approximate:
            continue
        window = _SENTENCES.split(passage.text[max(0, slot.at - _WINDOW) : slot.at])[-1]
        left = neutral(_CLAUSES.split(window)[-1])
        noun = _NOUN.match(passage.after(slot))
        named = PARTLY.search(window) or _OTHERS.search(left) or (slot.kind == MONEY and _ACCOUNT.search(left))
        apart = bool(named) or period_of(window) not in ("", year)
        blurred = passage.after(slot).startswith(("余", "多", "以上", "左右"))
        if len(left) >= _ENDS and not apart and not blurred:
            yield _Told(slot.mention, left, noun["noun"] if noun else "", window, index)


def _of_group(context: Context, texts: Sequence[Passage], group: list[_Told]) -> Iterator[Relation]:
    for first, second in combinations(group, 2):
        if first.passage == second.passage or first.mention.value == second.mention.value:
            continue
        if all(context.table_at(one.mention.start) is not None for one in (first, second)):
            continue  # the rows of one table tell of one thing after the other
        odd = [one for one in group if sum(other.mention.value == one.mention.value for other in group) == 1]
        stated, right = (first, second) if first in odd and second not in odd else (second, first)
        meant = as_written(right.mention.value, stated.mention)
        slip = shape(as_written(stated.mention.value, stated.mention), meant)
        if stated in odd and slip in _SWAPS and _one_thing(context, texts, first, second):
            yield _relation(right, stated, meant, slip)
            return


def _one_thing(context: Context, texts: Sequence[Passage], first: _Told, second: _Told) -> bool:
    witnesses, denied = _around(texts, first, second)
    whole = [_ALL.search(re.split("[，：]", one.window)[-1]) is not None for one in (first, second)]
    if denied or whole[0] != whole[1] or _told_apart(context, texts, first, second):
        return False
    shorter, longer = sorted((first.left, second.left), key=len)
    behind = _common(first.behind, second.behind)
    digits = min(first.digits, second.digits)
    if behind >= _BEHIND and longer.endswith(shorter) and len(longer) - len(shorter) <= _ENDS:
        words = len(shorter) + behind
        return words >= (_BOTH if digits > 1 or witnesses else _SURE)
    if behind or digits < _ENDS:
        return False
    letters = iter(longer)
    if len(shorter) >= _LONG and len(longer) - len(shorter) <= _ENDS and all(one in letters for one in shorter):
        return True
    suffix = _common(first.left[::-1], second.left[::-1])
    shared = _pairs(first.left[:-suffix]) & _pairs(second.left[:-suffix])
    return suffix >= _BEHIND and digits > _ENDS and len(shared) >= _SHARED


def _told_apart(context: Context, texts: Sequence[Passage], first: _Told, second: _Told) -> bool:
    """Whether the sentences, or the headings above them, name different places, projects or years."""
    aimed = [_is_aimed_at(context, one.mention.start) for one in (first, second)]
    if aimed[0] != aimed[1]:
        return True  # 新建 30 处, in the chapter on goals, and 新建 33 处
    heads = {heading_above(context, one.mention.start) for one in (first, second)}
    if len(heads) > 1 and (any(map(_PARALLEL.search, heads)) or not any(map(_SUMMARY.search, heads))):
        return True  # one section after the other tells of its own place or project
    mine, theirs = (set(_APART.findall(texts[one.passage].text.partition(one.window)[0])) for one in (first, second))
    own, other = (set(_APART.findall(one.window)) for one in (first, second))
    return bool((mine | own) ^ (theirs | other)) and not own & other


def _is_aimed_at(context: Context, place: int) -> bool:
    flow = flowing(context)
    return any(flow.place(start) <= place < flow.place(end) for start, end in goal_chapters(context))


def _around(texts: Sequence[Passage], first: _Told, second: _Told) -> tuple[int, int]:
    """How many other figures near both places have one name and one value, and how many one name and two values."""
    mine, theirs = (_named(texts, one) for one in (first, second))
    own = {first.mention.start, second.mention.start}
    pairs = [(mine[name], theirs[name]) for name in mine.keys() & theirs.keys()]
    pairs = [(one, other) for one, other in pairs if one is not other and not {one.start, other.start} & own]
    return sum(one.value == other.value for one, other in pairs), sum(one.value != other.value for one, other in pairs)


def _named(texts: Sequence[Passage], told: _Told) -> dict[tuple[str, str], Mention]:
    """The figures near by, by what they are called; of two of one name the first."""
    found: dict[tuple[str, str], Mention] = {}
    for passage in texts[max(0, told.passage - 1) : told.passage + 2]:
        for slot in passage.slots:
            name = _name(slot, passage)
            if slot.mention.start != told.mention.start and len(name) >= _ENDS:
                found.setdefault((name, str(slot.mention.unit)), slot.mention)
    return found


def _name(slot: Slot, passage: Passage) -> str:
    noun = _NOUN.match(passage.after(slot))
    return neutral(slot.label) + (noun["noun"][:_BEHIND] if noun else "")


def _common(a: str, b: str) -> int:
    """The length of what both begin with."""
    return next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + _ENDS] for at in range(len(words) - 1))


def _relation(right: _Told, stated: _Told, meant: str, slip: str) -> Relation:
    name = f"{stated.left}…{stated.behind}".rstrip("…")
    message = f"“{name}”另一处为 {number(right.mention)}，此处为 {number(stated.mention)}。请核对后统一。"
    likely = f"“{number(stated.mention)}”与“{meant}”{slip}。"
    roles = [("first", right.mention), ("stated", stated.mention)]
    return relation("repeat", "error", roles, f"{name}各处相等", number(right.mention), message, likely)
