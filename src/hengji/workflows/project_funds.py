"""The money of a department's projects beside the department's own: what they come to, and what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.facts.findings import Finding
from hengji.facts.numbers import plain
from hengji.facts.sources import Source

__all__ = ["Compared", "ProjectMoney", "RolledMoney", "beside_evaluation", "beside_monitoring", "project_sums"]

_WORDS: Final = {"initial": "年初预算数", "budget": "全年预算数", "spent": "执行数", "forecast": "全年预计支出"}
_WHOLES: Final = {
    "年初预算数": "initial", "全年预算数": "budget", "预算数": "budget",
    "全年执行数": "spent", "预算完成数": "spent", "部门年度实际支出": "spent",
}  # fmt: skip
"""Data items of the built-in schemes that hold a whole department's money: the projects cannot come to more."""
_SUMS: Final = {"项目总支出": "initial"}
"""Data items that are the projects' money: 项目总支出 is from the department budget's 项目支出表, so it is 年初预算."""


@dataclass(frozen=True, slots=True)
class ProjectMoney:
    """A project's, or a department's, money in 万元; None where nothing is known."""

    name: str
    initial: Fraction | None = None
    budget: Fraction | None = None
    spent: Fraction | None = None
    forecast: Fraction | None = None

    @property
    def rate(self) -> Fraction | None:
        """执行数 ÷ 全年预算数; None where either is missing or the budget is zero."""
        return self.spent / self.budget if self.spent is not None and self.budget else None


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the department and what the projects come to. `is_sum`: both should be the same; else the projects
    are a part of it."""

    name: str
    whole: Fraction
    parts: Fraction | None
    is_sum: bool


@dataclass(frozen=True, slots=True)
class RolledMoney:
    """All projects, their sum, and what does not fit the department's figures. A sum is of what is known."""

    lines: tuple[ProjectMoney, ...]
    total: ProjectMoney
    findings: tuple[Finding, ...]
    compared: tuple[Compared, ...] = ()


def beside_monitoring(
    department: ProjectMoney, listed: Fraction | None, projects: Sequence[ProjectMoney]
) -> RolledMoney:
    """The projects' monitoring beside the department's; *listed* is 项目支出 of the department's goal table."""
    total = _total(projects)
    findings = [
        finding
        for key, name in (("budget", "全年预算数"), ("spent", "累计支出"), ("forecast", "全年预计支出"))
        for finding in _exceeds(f"部门{name}", getattr(department, key), total, key, Source(cell=key))
    ]
    findings += _differs("部门目标表“项目支出”", listed, projects, "budget", Source())
    findings += _open(projects, ("budget", "spent"))
    return RolledMoney(tuple(projects), total, tuple(findings))


def beside_evaluation(figures: Mapping[str, Fraction], projects: Sequence[ProjectMoney]) -> RolledMoney:
    """The projects' self-evaluations beside the department's data items (name → amount in 万元)."""
    total = _total(projects)
    findings: list[Finding] = []
    for name, amount in figures.items():
        place = Source(cell=f"data/{name}")
        if name in _WHOLES:
            findings += _exceeds(f"部门“{name}”", amount, total, _WHOLES[name], place)
        elif name in _SUMS:
            findings += _differs(f"部门“{name}”", amount, projects, _SUMS[name], place)
    findings += _open(projects, ("budget", "spent"))
    compared = tuple(
        Compared(name, amount, getattr(total, _WHOLES.get(name) or _SUMS[name]), name in _SUMS)
        for name, amount in figures.items()
        if name in _WHOLES or name in _SUMS
    )
    return RolledMoney(tuple(projects), total, tuple(findings), compared)


def project_sums(projects: Sequence[ProjectMoney]) -> dict[str, Fraction]:
    """The data items that are the projects' money, where every project's is known: name → amount in 万元."""
    amounts = {name: [getattr(project, key) for project in projects] for name, key in _SUMS.items()}
    return {name: sum(each, Fraction(0)) for name, each in amounts.items() if each and None not in each}


def _total(projects: Sequence[ProjectMoney]) -> ProjectMoney:
    sums = {key: _sum(projects, key) for key in _WORDS}
    return ProjectMoney("项目合计", sums["initial"], sums["budget"], sums["spent"], sums["forecast"])


def _sum(projects: Sequence[ProjectMoney], key: str) -> Fraction | None:
    known = [amount for amount in (getattr(project, key) for project in projects) if amount is not None]
    return sum(known, Fraction(0)) if known else None


def _exceeds(name: str, whole: Fraction | None, total: ProjectMoney, key: str, place: Source) -> Iterator[Finding]:
    """A part of the projects is enough to be more than the whole."""
    parts = getattr(total, key)
    if whole is not None and parts is not None and parts > whole:
        yield Finding(
            "error",
            f"各项目{_WORDS[key]}之和大于{name}",
            place,
            "projects.exceed",
            f"项目合计 {plain(parts)} 万元",
            f"不超过{name} {plain(whole)} 万元",
            basis="项目支出是部门整体支出的一部分",
            advice="请核对项目和部门的数，改正其中一处",
        )


def _differs(
    name: str, whole: Fraction | None, projects: Sequence[ProjectMoney], key: str, place: Source
) -> Iterator[Finding]:
    """Only where every project's figure is known: until then the sum says nothing."""
    amounts = [getattr(project, key) for project in projects]
    if whole is None or not amounts or None in amounts:
        return
    parts = sum(amounts, Fraction(0))
    if parts != whole:
        yield Finding(
            "warning",
            f"{name}与各项目{_WORDS[key]}之和不等",
            place,
            "projects.differ",
            f"{plain(whole)} 万元，{len(amounts)} 个项目合计 {plain(parts)} 万元，"
            f"{'多' if parts > whole else '少'} {plain(abs(parts - whole))} 万元",
            advice="请核对；有项目没有建立的，请在绩效目标里补建",
        )


def _open(projects: Sequence[ProjectMoney], keys: Sequence[str]) -> Iterator[Finding]:
    lacking = [project.name for project in projects if any(getattr(project, key) is None for key in keys)]
    if lacking:
        yield Finding(
            "note", f"{len(lacking)} 个项目的预算数、执行数还没有填全，合计只含已填的", Source(), "projects.open",
            found="、".join(lacking),
        )  # fmt: skip
