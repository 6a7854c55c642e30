"""How many rows of a kind the text says a table has: 二级指标 11 个, 自评等级为“优”的 4 个.

Only where one table of the document can be meant, and where it is whole: it has its total, or its numbers run on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import ANY, COUNT, Passage, Slot
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.lines import Side, sides_of
from hengji.checks.relations.verdicts import number
from hengji.facts.document import Table
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["counted_rows"]

_LEVELS: Final = ("一级指标", "二级指标", "三级指标")
_LEVEL: Final = re.compile(r"(?P<level>[一二三]级)(?:绩效)?指标(?:共|有|为|共有|数量?)*$")
_LEVEL_BEHIND: Final = re.compile(r"(?P<level>[一二三]级)(?:绩效)?指标(?![^，。；、）]{0,4}(?:未|得|扣|完成|达))")
_ALL_OF_THEM: Final = re.compile(r"(?:共|设|包括|包含|涉及|分为|设置|细化|分解|由|，|、|和|及|：)[^，。；、]{0,8}$")
_PARTLY: Final = re.compile(
    r"其中|该|此|下设|所属|本类|类指标|方面|决策|过程|产出|效益|满意度|未|扣|上年|个性|共性|定量|定性|核心"
)
_OWNER: Final = "自评|复核|核查|抽查|复评|审定|评价|评定|考核"
_SUMMED_UP: Final = re.compile("个数|项目数|数量|^占比")
_GRADE_HEAD: Final = re.compile(rf"^(?P<owner>{_OWNER})?(?:绩效)?(?:等级|等次|级次|结果等级|档次)$")
_LOWERED: Final = re.compile(
    r"(?:等级|等次)[^，。；、]{0,3}(?:下调|调低|降低|下降|降级|低于自评)的?(?:有|共|为|单位|项目|部门)*$"
)
_ORDER: Final = "优良中合差低"
_GRADE: Final = re.compile(
    r"[“\"]?(?P<grade>优秀|良好|中等|合格|不合格|较差|优|良|中|差|低)[”\"]?(?:等级|等次|等|级|档)?的?(?:项目|单位|部门)?(?:共|有|为|共有)*$"
)
_POINTS: Final = re.compile("分值|权重|满分|标准分")
_NEAR: Final = 2  # rows more or fewer that a slip of the count explains


@dataclass(frozen=True, slots=True)
class _Counts:
    """What can be counted of one table."""

    table: Table
    levels: dict[str, int]
    grades: dict[str, list[str]]
    """Row by row the grades of one column, by whose they are; under nobody's name where there is one column."""


def counted_rows(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``count``."""
    known = [found for table in context.document.tables if (found := _counts(context, table)) is not None]
    levelled = [one for one in known if one.levels]
    graded = [one for one in known if one.grades]
    for passage in texts if known else ():
        if not passage.slots or context.table_at(passage.slots[0].mention.start) is not None:
            continue
        for slot in passage.slots:
            if slot.kind != COUNT or slot.mention.approximate or slot.mention.decimals:
                continue
            if len(levelled) == 1:
                yield from _of_level(passage, slot, levelled[0])
            if len(graded) == 1:
                yield from _of_grade(passage, slot, graded[0])


def _counts(context: Context, table: Table) -> _Counts | None:
    parts = parts_of(context, table)
    if len(parts) != 1:
        return None
    (part,) = parts
    sides = list(sides_of(part))
    if len(sides) != 1:
        return None
    return _Counts(table, _levels(part, sides[0]), _grades(part))


def _levels(part: Part, side: Side) -> dict[str, int]:
    """How many indicators of each level; empty where the points of the lowest are not those of the total."""
    columns = {head: column for head in _LEVELS for column in range(part.grid.width) if part.last_head(column) == head}
    points = next((column for column in side.columns if _POINTS.search(part.last_head(column))), None)
    total = next((line for line in side.lines if line.is_total and points in line.values), None)
    if not columns or points is None or total is None:
        return {}
    rows = [line for line in side.lines if not line.is_total and points in line.values]
    if sum(line.values[points].value for line in rows) != total.values[points].value:
        return {}
    path: tuple[str, ...] = ()
    seen: dict[str, set[tuple[str, ...]]] = {head: set() for head in columns}
    names = sorted(columns.items(), key=lambda item: item[1])
    for line in rows:
        own = [part.grid.text(line.row, column) for _, column in names]
        path = tuple(text or (path[at] if at < len(path) else "") for at, text in enumerate(own))
        for at, (head, _) in enumerate(names):
            seen[head].add(path[: at + 1])
    found = {name: len(paths) for name, paths in seen.items()}
    deepest = names[-1][0]
    return found if found[deepest] == len(rows) else {}


def _grades(part: Part) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if part.columns_named(_SUMMED_UP):
        return found  # a row for each grade, and how many have it
    for column in range(part.grid.width):
        head = _GRADE_HEAD.search(part.last_head(column))
        named = [part.grid.text(row, column).strip('“”"') for row in part.body] if head else []
        short = all(re.fullmatch("[\u4e00-\u9fff]{1,3}", text) for text in named if text)
        if head is not None and short and sum(map(bool, named)) > _NEAR:
            found[head["owner"] or ""] = named
    return {"": next(iter(found.values()))} if len(found) == 1 else found


def _of_level(passage: Passage, slot: Slot, counts: _Counts) -> Iterator[Relation]:
    before = _LEVEL.search(slot.before)
    behind = _LEVEL_BEHIND.match(passage.after(slot)) if before is None else None
    found = before or behind
    words = passage.text[: slot.at] + passage.after(slot)[:10]
    if found is None or _PARTLY.search(words):
        return
    meant = counts.levels.get(f"{found['level']}指标")
    told = _ALL_OF_THEM.search(re.sub(ANY, "", slot.before)) or before is not None
    if meant is not None and told and str(slot.mention.unit) in ("个", "项", "条"):
        yield from _compared(slot, counts.table, meant, f"{found['level']}指标")


def _of_grade(passage: Passage, slot: Slot, counts: _Counts) -> Iterator[Relation]:
    found = _GRADE.search(slot.before)
    if found is None and _LOWERED.search(slot.before) and str(slot.mention.unit) in ("个", "家", "项"):
        yield from _of_lowered(slot, counts)
    if found is None or re.search("上年|去年|其中|比|较|20\\d\\d年度?(?=[^，]{0,6}[优良])", slot.before):
        return
    grades = _meant(passage, slot, counts)
    told = {match["grade"]: one for one in passage.slots if (match := _GRADE.search(one.before))}
    grade = found["grade"]
    if len(told) >= 2 and set(told) <= set(grades) | {grade} and grade in grades:
        moved = _one_row_apart({name: int(one.mention.value) - grades[name] for name, one in told.items()})
        yield from _compared(slot, counts.table, grades[grade], f"“{grade}”", doubtful=moved)


def _one_row_apart(gaps: Mapping[str, int]) -> bool:
    """良 3, 中 2 of the text beside 良 4, 中 1 of the table: the grade of one row may be what is wrong."""
    return sorted(gap for gap in gaps.values() if gap) == [-1, 1]


def _meant(passage: Passage, slot: Slot, counts: _Counts) -> Counter[str]:
    """The grades of the column whose owner the words in front name; of the only column whatever they say."""
    if len(counts.grades) == 1:
        return Counter(text for text in counts.grades.get("", []) if text)
    owners = re.findall(rf"({_OWNER})(?:结果)?(?:等级|等次)", re.sub(ANY, "", passage.text[: slot.at]))
    return Counter(text for text in counts.grades.get(owners[-1], []) if text) if owners else Counter()


def _of_lowered(slot: Slot, counts: _Counts) -> Iterator[Relation]:
    """等级被下调的 5 家: those whose verified grade is worse than their own."""
    others = [grades for owner, grades in counts.grades.items() if owner != "自评"]
    if "自评" not in counts.grades or len(others) != 1:
        return
    pairs = [(own, other) for own, other in zip(counts.grades["自评"], others[0], strict=True) if own and other]
    if all(own[0] in _ORDER and other[0] in _ORDER for own, other in pairs):
        lowered = sum(_ORDER.index(other[0]) > _ORDER.index(own[0]) for own, other in pairs)
        one_off = abs(slot.mention.value - lowered) == 1
        yield from _compared(slot, counts.table, lowered, "等级下调的", doubtful=one_off)


def _compared(slot: Slot, table: Table, meant: int, name: str, *, doubtful: bool = False) -> Iterator[Relation]:
    stated = slot.mention
    right = f"{meant}{stated.unit_text}"
    same = stated.value == meant
    near = abs(stated.value - meant) <= _NEAR and not doubtful
    verdict: Verdict = "ok" if same else "error" if near else "suspicious"
    message = f"文中称{name}{number(stated)}，表中为 {right}{'，一致' if same else ''}。"
    place = Figure("table", table.caption or "表", table.start, table.start)
    figures = (place, figure("stated", stated))
    yield Relation(
        "count", verdict, figures, "所称项数 = 表中项数", right, number(stated), message, "",
        "medium" if same else "high",
    )  # fmt: skip
