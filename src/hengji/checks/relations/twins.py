"""Two long figures of one unit that a slip of the pen parts, of which only one is borne out by anything else.

上级下达资金 1838.00 万元, and further on six amounts that make up 1883.00 万元; 计划新建 32.63 公里, 已完成 36.23 公里
where no other length is told. The names need not be the same, as they are where `same_words` and
`swapped_figures` look: that one of the two fits the sums and rates of the paper, or stands in several places, in its
tables too, while the other fits nothing and stands once, is what makes it no chance.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, pairs_of, period_of, role_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["twins"]

_LONG, _VERY_LONG = 5, 6
"""Digits of a figure two of which may be swapped whatever it is called, and one of which may be wrong."""
_SHORTEST: Final = 4
_SHORT: Final = 3
"""Digits of counts of a rare unit."""
_MOST: Final = 6
"""Figures one slip apart from one another; where there are more, they are rows of something."""
_WORDS: Final = 14
_HEAD: Final = 30  # characters that open a line, and may name what all its figures are of
_FAR: Final = 300  # characters of a line in front of a figure, and of a table's head, that are looked at
_BARELY: Final = re.compile("(?:虽然?已?[有达]?到?|仅[有为]?|只有|也[有为]?|已达?到?|高?达到?|为|是)+$")
_TOTAL: Final = re.compile("^(?:合计|共计|总计|累计|总共|共|全[县区市镇乡校村年]|实际)+")
_OF_IT: Final = re.compile("^(?:该|其|这|上述|以上|此)[^，。；]{0,6}$")
_RARE: Final = 2  # figures of one unit: two of them that differ by a swap are hardly two things
_GENERAL: Final = frozenset(("资金", "支出", "收入", "金额", "预算", "决算", "合计", "共计", "其中", "年度", "全年"))
_APART: Final = re.compile(
    r"原|年初预算|调整|更正|变更|申报|上报|核实|审定|合同|中标|结算|上年|去年|比|较|增|减|(?<!结)余|每|均|标准|单价"
)
_PLANNED: Final = re.compile("计划|目标|任务|规划|批复|实现")
_SO_FAR: Final = re.compile(r"(?<!1)[1-9]月|1[01]月|上半年|下半年|季度|年中|不含|剔除|扣除")
_TIME: Final = frozenset("年 月 日 天 小时 分钟 分 周 岁 号 届 页 次 点".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    kind: str
    place: tuple[str, int]
    digits: str
    words: frozenset[str]
    head: frozenset[str]
    period: str
    role: str
    label: str = ""

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def tabled(self) -> bool:
        return self.place[0] == "table"


def twins(
    context: Context, texts: Sequence[Passage], confirmed: set[int], doubted: set[int], strongly: set[int]
) -> Iterator[Relation]:
    """*confirmed* and *doubted*: the figures of relations that hold, and of those that do not; *strongly*: those that
    arithmetic confirms."""
    times = Counter((mention.value, mention.unit) for mention in context.mentions)
    told = [*_in_text(context, texts), *_in_tables(context)]
    lone = {
        one.start
        for one in told
        if times[(one.mention.value, one.mention.unit)] == 1
        and one.start not in (strongly if len(one.digits) >= _SHORTEST else confirmed)
        and one.start not in doubted
    }
    rare = _rare_units(context)
    asked = {key for one in told if one.start in lone for key in _keys(one)}
    groups: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for one in told:
        for key in _keys(one):
            if key in asked:
                groups[key].append(one)
    for group in groups.values():
        for pair in combinations(group, 2) if 1 < len(group) <= _MOST else ():
            for odd, sound in (pair[::-1], pair):
                borne = times[(sound.mention.value, sound.mention.unit)] > 1 or sound.start in confirmed
                if odd.start not in lone:
                    continue
                if odd.kind == RATE and times[(sound.mention.value, sound.mention.unit)] > 1:
                    continue  # where the rate is told rightly elsewhere, this is that of something else
                alone = sound.start in lone and odd.start > sound.start and _told_twice(odd, sound)
                single = _alone_of_unit(odd, sound, rare)
                if (borne and _one_thing(odd, sound)) or single or alone:
                    lone.discard(odd.start)
                    lone.discard(sound.start)
                    yield _relation(odd.mention, sound.mention, borne=borne, rare=single and not borne)


def _told_twice(odd: _Told, sound: _Told) -> bool:
    """罚没入库 412.68 万元, 全年罚没 421.68 万元: neither fits anything else, and the words around both are of one
    thing. That two amounts of so many digits differ by such a swap is rare, that they share a word besides rarer."""
    apart = odd.kind == RATE or odd.tabled or sound.tabled or odd.place == sound.place
    if apart or not _within(odd, sound) or odd.period != sound.period or {odd.role, sound.role} == {"base", "part"}:
        return False
    digits = min(len(odd.digits), len(sound.digits))
    telling = len((odd.words & sound.words) - _GENERAL)
    enough = telling > (digits < _LONG) if digits >= _SHORTEST else False
    return enough and _slip(odd, sound) == SWAPPED


def _within(odd: _Told, sound: _Told) -> bool:
    """Whether the one name says nothing that the other does not: 罚没, 罚没入库."""
    first, second = (pairs_of(core(_BARELY.sub("", one.label))) for one in (odd, sound))
    return first <= second or second <= first


def _rare_units(context: Context) -> frozenset[str]:
    """Units of counts of which the whole paper has but two figures of three digits and more."""
    seen: dict[str, set[object]] = defaultdict(set)
    for mention in context.mentions:
        counted = mention.unit is not None and not mention.unit.is_money and not mention.unit.is_rate
        if counted and len(digits_of(mention.text)) >= _SHORT:
            seen[str(mention.unit)].add(mention.value)
    return frozenset(unit for unit, values in seen.items() if len(values) == _RARE and unit not in _TIME)


def _in_text(context: Context, texts: Sequence[Passage]) -> Iterator[_Told]:
    year = str(context.facts.year or "")
    for index, passage in enumerate(texts):
        changed = changed_slots(passage)
        for slot in passage.slots:
            digits = _digits(slot.mention)
            near = passage.text[max(0, slot.at - _HEAD) : slot.at + _HEAD]
            if slot.mention.approximate or (_SO_FAR.search(near) and "全年" not in slot.label):
                continue
            plain = slot.kind in (MONEY, COUNT) and slot.index not in changed and not _APART.search(label_of(slot))
            if (plain and len(digits) >= _SHORT) or (slot.kind == RATE and len(digits) >= _SHORTEST):
                words = pairs_of(slot.before[-_WORDS:] + passage.after(slot)[: _WORDS // 2])
                period, role = period_of(slot.before) or year, role_of(label_of(slot))
                head = pairs_of(_line(context, slot.mention)[:_HEAD])
                yield _Told(slot.mention, slot.kind, ("text", index), digits, words, head, period, role, label_of(slot))


def _in_tables(context: Context) -> Iterator[_Told]:
    """The cells of tables, by the names of their rows and columns."""
    year = str(context.facts.year or "")
    for mention in context.mentions:
        if mention.approximate or not context.in_table(mention):
            continue
        row, _, column = mention.subject.partition("|")
        table, digits = context.table_at(mention.start), _digits(mention)
        if len(digits) < _SHORTEST or mention.unit is None or table is None or _APART.search(column):
            continue
        kind = RATE if mention.is_rate else MONEY if mention.unit.is_money else COUNT
        names = f"{row}，{column}"[-3 * _WORDS :] if column else _unnamed(context, mention, table.start)
        words = pairs_of(names)
        period = period_of(column) or mention.period or year
        role = role_of(column.rpartition("/")[2])
        yield _Told(mention, kind, ("table", table.start), digits, words, words, period, role)


def _unnamed(context: Context, mention: Mention, start: int) -> str:
    """What a cell is called that no row and column name: the words of its line, and those at the table's head."""
    head = re.split(r"\d", context.document.text[start : start + _FAR], maxsplit=1)[0]
    return f"{_line(context, mention)}，{head}"


def _line(context: Context, mention: Mention) -> str:
    """The line in front of the figure."""
    text, start = context.document.text, mention.start
    return text[max(text.rfind("\n", 0, start) + 1, start - _FAR) : start].lstrip()


def _digits(mention: Mention) -> str:
    return digits_of(mention.text).strip("0")


def _keys(one: _Told) -> Iterator[tuple[object, ...]]:
    """By its digits in any order, and by all but each one of them."""
    unit, decimals = str(one.mention.unit), one.mention.decimals
    yield unit, decimals, "".join(sorted(one.digits))  # swapped digits, neighbours or not
    if len(one.digits) >= _LONG:
        for at in range(len(one.digits)):
            yield unit, decimals, at, one.digits[:at] + one.digits[at + 1 :]


def _one_thing(odd: _Told, sound: _Told) -> bool:
    if odd.kind == RATE:
        return _one_rate(odd, sound) or _same_rate(odd, sound)
    if _same_count(odd, sound):
        return True
    if min(len(odd.digits), len(sound.digits)) < _SHORTEST or odd.place == sound.place:
        return _near_by(odd, sound)
    if odd.tabled and sound.tabled:
        return False  # rows of two tables tell of one thing after the other
    if odd.period != sound.period or {odd.role, sound.role} == {"base", "part"}:
        return (
            _near_by(odd, sound) if not odd.period or not sound.period else False
        )  # 预算 and 支出 may be as near as that
    slip = _slip(odd, sound)
    shared = odd.words & sound.words
    telling = len(shared - _GENERAL)
    if odd.tabled or sound.tabled:
        cell, text = (odd, sound) if odd.tabled else (sound, odd)
        telling = len((cell.words & (text.words | text.head)) - _GENERAL)
        telling += telling > 0 and "合计" in cell.words  # of all rows, as the text is
        named = bool(shared) if len(odd.digits) >= _VERY_LONG else telling > (len(odd.digits) < _LONG)
        return slip == SWAPPED and named
    if slip == SWAPPED:
        return len(odd.digits) >= _LONG or telling > 1 or _near_by(odd, sound)
    return slip == ONE_DIGIT and telling > (1 if len(odd.digits) >= _VERY_LONG else 2)


def _one_rate(odd: _Told, sound: _Told) -> bool:
    """疫情发生面积由 5.62 万亩下降到 4.36 万亩，下降 22.42%, and the goal's row 疫情发生面积下降率 with 24.22%."""
    if odd.tabled == sound.tabled or _slip(odd, sound) != SWAPPED or odd.role == "base":
        return False
    cell, text = (odd, sound) if odd.tabled else (sound, odd)
    return len((cell.words & (text.words | text.head)) - _GENERAL) >= _SHORT


def _same_rate(odd: _Told, sound: _Told) -> bool:
    """预算执行率97.06%, and far on 全年预算执行率虽有97.60%: the rate has the whole of its name in both places."""
    if odd.tabled or sound.tabled or odd.period != sound.period or _slip(odd, sound) != SWAPPED:
        return False
    first, second = sorted((core(_BARELY.sub("", one.label)) for one in (odd, sound)), key=len)
    return len(first) >= _LONG and first.endswith("率") and second == first


def _same_count(odd: _Told, sound: _Told) -> bool:
    """在园幼儿612名, and far on 对621名在园幼儿: three digits, and two pairs of characters on either side."""
    counts = odd.kind == COUNT and len(odd.digits) == len(sound.digits) == _SHORT and _slip(odd, sound) == SWAPPED
    named = min(len(odd.label), len(sound.label)) > 1
    if not counts or odd.tabled or sound.tabled or odd.period != sound.period:
        return False
    if named and _contrasted_counts(odd, sound):
        return False
    return not _contrasted(odd, sound) and len((odd.words & sound.words) - _GENERAL) > _RARE - 1


def _near_by(odd: _Told, sound: _Told) -> bool:
    """286份有效问卷…268份问卷: the same thing a sentence further on, by the words that stand around both."""
    apart = odd.start - sound.start
    if odd.tabled or sound.tabled or not 0 < apart <= _FAR or _slip(odd, sound) != SWAPPED:
        return False
    other_year = odd.period != sound.period and odd.period and sound.period
    if other_year or _contrasted(odd, sound) or len(odd.digits) < _SHORT:
        return False
    if len(odd.digits) >= _SHORTEST and odd.kind == MONEY:
        return not odd.label or odd.label == sound.label or bool(_OF_IT.search(odd.label))
    told = bool((odd.words & sound.words) - _GENERAL) or len(odd.digits) >= _SHORTEST
    return told and not _contrasted_counts(odd, sound)


def _contrasted_counts(odd: _Told, sound: _Told) -> bool:
    """Whether the verbs in front differ: 受理 516 件，办结 561 件."""
    if {odd.role, sound.role} == {"base", "part"} and odd.label[-2:] != sound.label[-2:]:
        return True
    a, b = (_TOTAL.sub("", one.label) for one in (odd, sound))
    return bool(a and b) and a[-2:] != b[-2:]


def _alone_of_unit(odd: _Told, sound: _Told, rare: frozenset[str]) -> bool:
    """Whether nothing else in the paper is counted in that unit: two lengths of a road, the digits of one swapped."""
    if str(odd.mention.unit) not in rare or odd.place == sound.place or _slip(odd, sound) != SWAPPED:
        return False
    if odd.period != sound.period or odd.start < sound.start or _contrasted(odd, sound):
        return False
    shared = (odd.words | odd.head) & (sound.words | sound.head)
    return len(odd.digits) >= _SHORTEST or len(shared - _GENERAL) > 1


def _contrasted(odd: _Told, sound: _Told) -> bool:
    """受理 2351 件，办结 2315 件; 新建管网 26.8 公里，改造管网 28.6 公里: two things by their own words. What was
    planned and what was done may be one."""
    if {odd.role, sound.role} == {"base", "part"} and not (_PLANNED.search(odd.label) or _PLANNED.search(sound.label)):
        return True
    pairs = pairs_of(odd.label), pairs_of(sound.label)
    return bool(pairs[0] & pairs[1]) and bool(pairs[0] - pairs[1]) and bool(pairs[1] - pairs[0])


def _slip(odd: _Told, sound: _Told) -> str:
    written = as_written(odd.mention.value, odd.mention)
    return shape(written, as_written(sound.mention.value, sound.mention))


def _relation(stated: Mention, right: Mention, *, borne: bool, rare: bool = False) -> Relation:
    meant = as_written(right.value, stated)
    slip = shape(as_written(stated.value, stated), meant)
    why = "，且与其他数字相符；此处为 {0}，与什么都对不上" if borne else "；此处为 {0}，说的像是同一个数"
    why = "，此处为 {0}，全文再没有以此计量的数" if rare else why
    message = f"别处为 {number(right)}{why.format(number(stated))}。请核对后统一。"
    likely = mistaken(number(stated), meant, slip)
    roles = [("first", right), ("stated", stated)]
    return relation("repeat", "error", roles, "同一个数各处相等", meant, message, likely)
