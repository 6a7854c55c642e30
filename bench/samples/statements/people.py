"""Establishment, headcount, units."""

from __future__ import annotations

from samples.styles import chinese_number
from samples.writer import Writer

__all__ = ["outline", "staff", "units"]

_UNITS = (
    "机关本级",
    "服务站",
    "监测中心",
    "培训中心",
    "信息中心",
    "后勤保障中心",
    "研究所",
    "宣传教育中心",
    "执法大队",
)


def outline(w: Writer) -> None:
    """Who the department is; the short name stands in brackets."""
    short = w.word(w.one_of("（以下简称“本单位”）", "（以下简称“我单位”）"), "bracket")
    w.para(
        f"{w.place.organisation}{short}",
        w.one_of(
            f"负责全区域的{w.place.task}工作，拟订年度计划并组织落实",
            f"承担{w.place.task}及相关公共服务职责，指导下级机构开展业务",
            f"主要从事{w.place.task}，并为社会公众提供咨询与服务",
        ),
        w.one_of("。", "，同时承办本级政府交办的其他事项。"),
    )
    duty = w.word(w.one_of("部门", "单位", "工作"), "word")
    w.para(f"本{duty}" if duty.text != "工作" else f"各项{duty}", "按照年度计划稳步开展。")


def units(w: Writer) -> None:
    """A number of units followed by as many names."""
    number = w.rng.randint(3, 7)
    names = w.rng.sample(_UNITS, number)
    total = w.count(number, "个")
    if w.rng.random() < 0.5:
        first = w.rng.randint(1, number - 1)
        left, right = w.count(first, "个"), w.count(number - first, "个")
        w.sum("count", [left, right], total)
        w.para(f"纳入汇总范围的预算单位共{total}，其中行政单位{left}，事业单位{right}。")
        return
    listed = w.word("、".join(names), "list")
    w.relate("count", "", total, note=f"{number} names follow", names=listed)
    w.para(w.one_of("下设", "所属"), f"{total}单位：{listed}。")


def staff(w: Writer) -> None:
    """Posts and people in posts, with what they are made of; retirees may exceed the posts, and that is no fault."""
    parts = [w.rng.randint(3, 14) for _ in range(w.rng.choice([2, 3]))]
    vacancies = w.rng.randint(0, 3)
    kinds = w.rng.sample(["行政编制", "参公事业编制", "公益一类事业编制", "工勤编制"], len(parts))
    unit = w.one_of("名", "人")
    posts = w.count(sum(parts) + vacancies, unit)
    working = w.count(sum(parts), "人")
    said, marks = [], []
    for kind, part in zip(kinds, parts, strict=True):
        mark = w.count(part, "人")
        marks.append(mark)
        said.append(f"{kind}人员{mark}")
    w.sum("count", marks, working)
    w.relate("policy", "a<=b", working, posts, note="headcount within establishment")
    lead = w.one_of(f"核定编制{posts}，", f"编制部门批复编制总数{posts}，", f"共有编制{posts}，")
    w.para(
        lead, f"{w.one_of('年末在职', '现有在职', '实有在职')}人员{working}，其中", "、".join(said), "。", _retired(w)
    )


def _retired(w: Writer) -> str:
    retired = w.rng.randint(2, 20)
    return w.one_of(f"另有退休人员{retired}人。", f"离退休人员{chinese_number(retired)}人。", "")
