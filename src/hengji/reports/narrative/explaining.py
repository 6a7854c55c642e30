"""An indicator's trace, written for a screen → as a report prints it: no blanks, no reasons, 得分 where it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from hengji.facts.scorecard import NodeScore

__all__ = ["computation", "lost_by", "points_kept", "reasons", "tight"]

_REASON: Final = re.compile(r"理由（|佐证：")
_BARE: Final = re.compile(r"[\d(（．.][^\u4e00-\u9fff]*[=≈]")
_PART: Final = re.compile(r"（\d+）")
_ASIDE: Final = re.compile(r"，扣\s*[\d.]+\s*分$")
_TRUTH: Final = re.compile(r"(?<=[\u4e00-\u9fff”])=是(?=[，；。]|$)")
_POINTS_INSIDE: Final = re.compile(r"(?<=\d)分(?=[÷×+−])|(?<=[÷×+−])(\d+)分")
_GIVEN: Final = re.compile(r"(?:[^=≈，；：]+=-?[\d.,]+[^\d=≈，；：÷×+−]*[，；]?)+")
_CONDITION: Final = re.compile(r"(?:[^：；]*：)?([^：；]+?)(不?)成立；条件不?成立，")
_ABSOLUTE: Final = re.compile(r"绝对值\(([^()]*)\)")


def tight(text: str) -> str:
    """*text* without the blanks that a screen puts between figures, signs and characters."""
    return re.sub(r"(?<![A-Za-z]) +(?![A-Za-z])", "", text)


def computation(node: NodeScore) -> str:
    """The steps of the score in one sentence without its stop; empty where there are none."""
    return _sentence(node.why)


def lost_by(node: NodeScore) -> str:
    """The steps of those parts only that lost points."""
    losing = [part for part in node.parts if part.score is not None and part.score < part.points]
    if len(node.parts) < 2 or not losing:
        return computation(node)
    return "；".join(said for said in (_sentence(part.why) for part in losing) if said)


def _sentence(lines: Iterable[str]) -> str:
    steps = (_step(tight(line)) for line in lines if not _REASON.match(line))
    return "；".join(step.rstrip("。；") for step in steps if step)


def _step(line: str) -> str:
    """One step; a line that only says again what a figure is says nothing."""
    part = _PART.match(line)
    head, said = (part.group(), line[part.end() :]) if part else ("", line)
    if said.startswith("合计"):
        return f"合计得分={said.removeprefix('合计')}分"
    said = _CONDITION.sub(lambda m: f"{m[1]}，{'不' if m[2] else ''}符合要求，", said)
    said = _ABSOLUTE.sub(r"|\1|", _TRUTH.sub("", said))
    clauses = (_clause(clause) for clause in said.split("；"))
    joined = "；".join(clause for clause in clauses if clause)
    return f"{head}{joined}" if joined else ""


def _clause(clause: str) -> str:
    if _GIVEN.fullmatch(clause) and not any(sign in clause for sign in "÷×−+"):
        return ""
    said = _POINTS_INSIDE.sub(r"\1", clause)
    if not _BARE.match(said):
        return said
    return f"得分={said}" + ("" if "≈" in said or said.endswith("分") else "分")


def points_kept(node: NodeScore) -> str:
    """What was looked at and found in order: the items of a checklist that were given points."""
    items = [each.name.rstrip("。；") for each in node.inputs if each.unit == "分" and each.value not in {"0", ""}]
    return "；".join(items)


def reasons(node: NodeScore) -> str:
    """Why points were lost, each reason with its evidence."""
    said = []
    for reason in node.reasons:
        if not reason.text:
            continue
        words = _ASIDE.sub("", tight(reason.text).rstrip("。；"))
        evidence = "、".join(tight(each) for each in reason.evidence)
        said.append(f"{words}（佐证：{evidence}）" if evidence else words)
    return "；".join(said)
