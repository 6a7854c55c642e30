"""What a document of its kind has to speak of, and which tables a disclosed budget or final account consists of.

Source: 财政部《地方预决算公开操作规程》（财预〔2016〕143号） and the forms that published accounts follow. The text of
143号 could not be read when this was written: every entry is 待核. Places name the tables in their own way, so each
is a pattern over its name without white space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["BASIS", "MIRRORED", "SECTIONS", "TABLES", "RequiredTable", "Section", "is_named", "name_of"]

BASIS = "财预〔2016〕143号（条款待核）"


@dataclass(frozen=True, slots=True)
class Section:
    """`pattern` is found somewhere in a document that speaks of *name*."""

    pattern: str
    name: str


@dataclass(frozen=True, slots=True)
class RequiredTable:
    """`pattern` matches the whole name of the table without year and issuer. `nothing` is what an empty one has to be
    said of (none may be empty where it is ""); `since` the first year that asks for it."""

    name: str
    pattern: str
    nothing: str = ""
    since: int = 2016


_LEAD = re.compile(
    r"^(?:[（(]?附?[件表]?[\d一二三四五六七八九十]{1,3}[)）.．、：:]?)?(?:公开\d{2}表)?(?:.{0,24}?(?:19|20)\d{2}年度?)?(?=.{2})"
)
_LEADERS = re.compile(r"(?:[.…·．]{2,}|……)[.…·．]*\d*$|\d{1,3}$")
_ASIDE = re.compile(r"[（(][^（）()]{1,12}[)）]$|[《》]|\s")


def name_of(caption: str) -> str:
    """The name in a caption or an entry of a contents list: without white space, page number and bracketed aside."""
    return _ASIDE.sub("", _LEADERS.sub("", re.sub(r"\s+", "", caption)))


def is_named(table: RequiredTable, caption: str) -> bool:
    """Whether *caption* names *table*, in whichever of the ways."""
    pattern, name = re.compile(rf"(?:{table.pattern})$"), name_of(caption)
    return (pattern.search(_LEAD.sub("", name)) or pattern.search(name)) is not None


_DISCLOSED = (
    Section("三公", "“三公”经费"),
    Section("机关运行经费", "机关运行经费"),
    Section("政府采购", "政府采购"),
    Section("国有资产", "国有资产占有使用"),
    Section("绩效", "预算绩效"),
)
_REPORTED = (
    Section(r"得分|评分|等级|评价结[论果]", "评价得分或结论"),
    Section(r"问题|不足|短板", "存在问题"),
    Section(r"建议|措施|改进|整改", "改进措施或建议"),
)

SECTIONS: dict[str, tuple[int, tuple[Section, ...]]] = {
    "budget": (4000, _DISCLOSED),
    "final_account": (4000, _DISCLOSED),
    "self_evaluation": (2000, _REPORTED),
    "evaluation": (2000, _REPORTED),
    "verification": (2000, _REPORTED),
}
"""By kind of document: the length from which it is a full report, and what it then speaks of."""

_ALL = r"(?:总体?(?:情况)?|情况)?表"
_FUND, _STATE, _THREE = "政府性基金", "国有资本经营", "“三公”经费"

TABLES: dict[str, tuple[RequiredTable, ...]] = {
    "budget": (
        RequiredTable("部门收支总表", rf"(?<!拨款)收支(?:预算)?{_ALL}"),
        RequiredTable("部门收入总表", rf"(?<!拨款)收入(?:预算)?{_ALL}"),
        RequiredTable("部门支出总表", rf"(?:部门|单位|^)支出(?:预算)?{_ALL}"),
        RequiredTable("财政拨款收支总表", rf"(?<!基金预算)(?<!经营预算)财政拨款收支(?:预算)?{_ALL}"),
        RequiredTable(
            "一般公共预算支出表",
            rf"一般公共预算(?:财政拨款|拨款)?支出(?:功能分类)?(?:预算)?(?:明细)?{_ALL}",
        ),
        RequiredTable("一般公共预算基本支出表", r"一般公共预算(?:财政拨款|拨款)?基本支出[^，。；：]{0,16}表"),
        RequiredTable("一般公共预算“三公”经费支出表", r"[“\"]?三公[”\"]?经费[^，。；：]{0,20}表", _THREE),
        RequiredTable("政府性基金预算支出表", r"政府性基金(?:预算)?[^，。；：]{0,14}表", _FUND),
        RequiredTable("国有资本经营预算支出表", r"国有资本经营(?:预算)?[^，。；：]{0,14}表", _STATE, since=2021),
    ),
    "final_account": (
        RequiredTable("收入支出决算总表", rf"(?<!拨款)(?:收入支出|收支)决算{_ALL}"),
        RequiredTable("收入决算表", rf"(?<!拨款)收入决算{_ALL}"),
        RequiredTable("支出决算表", rf"(?:部门|单位|^)支出决算{_ALL}"),
        RequiredTable("财政拨款收入支出决算总表", rf"(?<!基金预算)(?<!经营预算)财政拨款(?:收入支出|收支)决算{_ALL}"),
        RequiredTable("一般公共预算财政拨款支出决算表", r"一般公共预算(?:财政拨款)?支出决算[^，。；：]{0,10}表"),
        RequiredTable(
            "一般公共预算财政拨款基本支出决算表", r"一般公共预算(?:财政拨款)?基本支出决算[^，。；：]{0,10}表"
        ),
        RequiredTable("财政拨款“三公”经费支出决算表", r"[“\"]?三公[”\"]?经费[^，。；：]{0,20}表", _THREE),
        RequiredTable("政府性基金预算财政拨款收入支出决算表", r"政府性基金(?:预算)?[^，。；：]{0,16}表", _FUND),
        RequiredTable(
            "国有资本经营预算财政拨款支出决算表", r"国有资本经营(?:预算)?[^，。；：]{0,16}表", _STATE, since=2020
        ),
    ),
}
"""By kind of document: the tables of a full disclosure."""

MIRRORED: dict[str, tuple[tuple[str, str], ...]] = {
    "budget": (
        ("部门收入总表", "部门收支总表"),
        ("部门支出总表", "部门收支总表"),
        ("一般公共预算支出表", "财政拨款收支总表"),
        ("政府性基金预算支出表", "财政拨款收支总表"),
        ("国有资本经营预算支出表", "财政拨款收支总表"),
        ("一般公共预算基本支出表", "一般公共预算支出表"),
    ),
    "final_account": (
        ("收入决算表", "收入支出决算总表"),
        ("支出决算表", "收入支出决算总表"),
        ("一般公共预算财政拨款支出决算表", "财政拨款收入支出决算总表"),
        ("政府性基金预算财政拨款收入支出决算表", "财政拨款收入支出决算总表"),
        ("一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款支出决算表"),
    ),
}
"""By kind of document: the total of the first table stands among the totals of the second."""
