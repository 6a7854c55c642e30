"""One thing told twice with two neighbouring digits swapped: 农村低保对象9860人, and further on 9680人.

Figures of one unit are met by their digits, so the cost grows with the text and not with its pairs; the names must be
one but for the verb before them. That two figures of one name differ by just such a swap is rarer than one in a
hundred by chance, and rarer with every further digit.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, takewhile
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, pairs_of, period_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, digits_of, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.checks.relations.without_frames.same_figure.shared_words import are_opposed
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["swapped_figures"]

_VERB: Final = (
    r"^(?:本?项目|回收|收回|保障|改造|建立|扶持|发放|补助|资助|救助|覆盖|惠及|涉及|服务|新建|建设|完成|开展|举办|组织|培训|享受|纳入|"
    r"确保|对|为|给|向|共|已|的|全[市县区省镇乡]|[市县区]|现有|在册|拥有|累计|实际|计划|预计|目标)+"
)
_VERBS: Final = {least: re.compile(_VERB + rf"(?=[\u4e00-\u9fff]{{{least}}})") for least in (2, 3)}
_REACHED: Final = re.compile(
    r"^[^未不没拟]*(?:惠及|涉及|覆盖|保障|资助|补助|救助|发放|改造|服务|培训|受益)(?=[\u4e00-\u9fff]{4})"
)
_GOALS: Final = re.compile(r"目标|计划|拟|预计")
_DONE: Final = re.compile(r"完成|实际|实现|决算|执行")
_EARLIER: Final = re.compile("上年|去年|前年|上期|上届")
_TOLD_APART: Final = re.compile(r"原|调整(?!后)|更正|变更|申报|报送|初步|上报|核实|核减|审定")
_FEWEST: Final = {COUNT: 3, MONEY: 5}
_SHORTEST: Final = {COUNT: 3, MONEY: 5}
_LONG: Final = 4  # digits of counts whose name may have but two characters (居民)
_APART: Final = re.compile("[一二三四五六七八九十甲乙丙丁东西南北上下左右前后新老男女城乡主次大小内外公私]")
"""What tells two things of one name apart: 一期道路 and 二期道路, 农村 and 城镇."""
_PREFIX: Final = 2  # characters of who or what in front of a name
_MOSTLY: Final = (3, 4)
_MOST: Final = 12
_BACK: Final = 400  # characters of a line in which goals are announced
_LONGEST: Final = 12  # characters of a column's name that says what its figures are
_BEHIND: Final = re.compile(r"的?(?P<noun>[\u4e00-\u9fff]{3,12})")
_OF_ALL: Final = re.compile(
    r"(?:全[省市县区州盟旗镇乡街校院局系]|[省市县区]级|[省市县区]本级|全部|所有|全体)(?:的|共|共有|现有)?$"
)
_COUNTED: Final = re.compile(r"(人次|[人户辆台件册场次个家])数")
_UNREAD: Final = re.compile(r"^.*\d[\u4e00-\u9fff]")  # a figure with a unit that is no counter
_MOST_OF: Final = re.compile(r"最[多少高低大小]$|依次|分别")


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    name: str
    row: str
    column: str
    period: str
    role: str
    kind: str
    behind: str = ""
    earlier: bool = False
    of_all: bool = False
    """Whether the words in front say that these are all there are: 全县168家…."""

    @property
    def unit(self) -> str:
        counted = _COUNTED.search(self.column) if self.mention.unit is None else None
        return counted[1] if counted else str(self.mention.unit)

    @property
    def tabled(self) -> bool:
        return bool(self.row)


def swapped_figures(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors."""
    groups: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for told in (*_in_text(context, texts), *_in_tables(context)):
        digits = digits_of(told.mention.text)
        if len(digits) >= _FEWEST[told.kind]:
            groups[(told.unit, "".join(sorted(digits)))].append(told)
    for group in groups.values():
        if len({told.mention.value for told in group}) > 1:
            yield from _of_group(group)


def _of_group(group: list[_Told]) -> Iterator[Relation]:
    times = Counter(told.mention.value for told in group)
    done: set[frozenset[object]] = set()
    for a, b in combinations(group[:_MOST], 2):
        values = frozenset((a.mention.value, b.mention.value))
        if len(values) < 2 or values in done or (a.tabled and b.tabled) or not _one_thing(a, b):
            continue
        right, wrong = (b, a) if times[b.mention.value] > times[a.mention.value] else (a, b)
        meant = as_written(right.mention.value, wrong.mention)
        slip = shape(as_written(wrong.mention.value, wrong.mention), meant)
        if slip == SWAPPED:
            done.add(values)
            yield _relation(right, wrong, slip)


def _one_thing(a: _Told, b: _Told) -> bool:
    if a.period != b.period and a.period and b.period:
        return False
    if {a.role, b.role} == {"base", "part"} or a.earlier != b.earlier or are_opposed(a.name, b.name):
        return False
    if a.tabled or b.tabled:
        text, cell = (b, a) if a.tabled else (a, b)
        return _of_row(text.name, cell)
    digits = len(digits_of(a.mention.text)) if a.kind == COUNT else 0
    least = _SHORTEST[a.kind] - (digits >= _LONG)
    if digits > _LONG and _noun(b.name, least).endswith(_noun(a.name, least)[-least:]):
        return True  # 农户86420户, 清册登记农户84620户
    if digits >= _LONG and _alike(a.name, b.name):
        return True  # 镇村河长累计巡河1236次, 镇村两级河长全年巡河1326次
    if a.of_all and b.of_all and len(_shared(a, b)) >= _LONG:
        return True  # 县级186家预算单位, 全县168家预算单位
    return _same(a.name, b.name, least) or _begins(a.name, b.behind) or _begins(b.name, a.behind)


def _of_row(name: str, cell: _Told) -> bool:
    """The text names the row, or the row and the column: 石桥镇改厕 under 改厕户数."""
    if _same(name, cell.row, 4):
        return True
    rest = name.replace(cell.row, "", 1)
    return len(cell.row) >= 2 and len(rest) < len(name) and len(rest) >= 2 and rest[:4] in cell.column


def _noun(name: str, least: int) -> str:
    """What was reached, paid or taught, without who did it and the verb: 项目惠及中职学生, 中职学生."""
    return _REACHED.sub("", _VERBS[min(least, 3)].sub("", name))


def _same(a: str, b: str, least: int) -> bool:
    """One name, but for the verbs in front of it."""
    first, second = sorted((_noun(a, least), _noun(b, least)), key=len)
    if len(first) < least or not second.endswith(first):
        return False
    return len(second) - len(first) <= _PREFIX or re.search("在$", second.removesuffix(first)) is not None


def _alike(a: str, b: str) -> bool:
    """Names that end alike and share most of the pairs of characters of the shorter one."""
    one, other = pairs_of(a), pairs_of(b)
    shared = len(one & other) * _MOSTLY[1] >= min(len(one), len(other)) * _MOSTLY[0]
    apart = _APART.search("".join(set(a) ^ set(b)))
    return not apart and a[-2:] == b[-2:] and min(len(one), len(other)) >= _MOSTLY[1] and shared


def _shared(a: _Told, b: _Told) -> str:
    """The characters that the nouns behind both figures begin with."""
    pairs = takewhile(lambda two: two[0] == two[1], zip(a.behind, b.behind, strict=False))
    return "".join(one for one, _ in pairs)


def _begins(name: str, behind: str) -> bool:
    """困境儿童3268名 and 3268名困境儿童…"""
    noun = _noun(name, 3)
    return len(noun) > 3 and behind.startswith(noun)


def _in_text(context: Context, texts: Sequence[Passage]) -> Iterator[_Told]:
    year = str(context.facts.year or "")
    text = context.document.text
    for passage in texts:
        changed = changed_slots(passage)
        period = ""
        for slot in passage.slots:
            period = period_of(slot.before) or period
            if slot.kind not in (COUNT, MONEY) or slot.index in changed or slot.mention.approximate:
                continue
            if _TOLD_APART.search(slot.before):
                continue
            name = _UNREAD.sub("", core(label_of(slot))) or _before(slot)
            noun = _BEHIND.match(passage.after(slot)) if slot.kind == COUNT else None
            behind = noun["noun"] if noun else ""
            if name or behind:
                role = _role(text, slot, passage)
                of_all = _OF_ALL.search(slot.before) is not None
                earlier = _EARLIER.match(slot.label) is not None
                yield _Told(slot.mention, name, "", "", period or year, role, slot.kind, behind, earlier, of_all)


def _before(slot: Slot) -> str:
    """其中龙泉镇发放人数最多，为1573人: the name at the end of the clause before."""
    clauses = re.split(r"[，。；：]", slot.before)
    if len(clauses) < 2 or not re.fullmatch(r"(?:为|达到?|有|共)+", clauses[-1]):
        return ""
    return core(_MOST_OF.sub("", clauses[-2]))


def _role(text: str, slot: Slot, passage: Passage) -> str:
    """Goals speak of what will be done in the words of what was."""
    if _GOALS.search(slot.before):
        return "base"
    if _DONE.search(slot.before):
        return "part"
    line = max(text.rfind("\n", 0, passage.start) + 1, slot.mention.start - _BACK)
    return "base" if _GOALS.search(text, line, slot.mention.start) else ""


def _in_tables(context: Context) -> Iterator[_Told]:
    year = str(context.facts.year or "")
    for mention in context.mentions:
        if "|" not in mention.subject or mention.is_rate or not context.in_table(mention):
            continue
        path, _, heads = mention.subject.partition("|")
        row, column = path.rpartition("/")[2], heads.rpartition("/")[2]
        if mention.unit is None and not _COUNTED.search(column):
            continue
        kind = MONEY if mention.unit is not None and mention.unit.is_money else COUNT
        role = (
            ""
            if len(column) > _LONGEST
            else "part"
            if _DONE.search(column)
            else "base"
            if re.search("目标|指标值|计划", column)
            else ""
        )
        if row:
            yield _Told(mention, core(row), core(row) or row, column, mention.period or year, role, kind)


def _relation(right: _Told, wrong: _Told, slip: str) -> Relation:
    there, here = right.mention, wrong.mention
    meant = as_written(there.value, here)
    shared = _shared(right, wrong) if right.of_all and wrong.of_all else ""
    name = right.row or shared or right.name
    message = f"“{name}”一处为 {number(there)}，另一处为 {number(here)}，请核对哪一处有误。"
    likely = f"“{number(here)}”与“{meant}”{slip}。"
    return relation("repeat", "error", [("first", there), ("stated", here)], f"{name}各处相等", meant, message, likely)
