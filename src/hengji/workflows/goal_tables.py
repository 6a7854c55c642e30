"""Goal tables and projects' self-evaluation tables: read from YAML or from a paper, checked, written as a paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from hengji.facts.findings import Finding
from hengji.facts.goal_table import GoalTable
from hengji.facts.project_table import ProjectTable
from hengji.facts.sources import Located, Mapping, Source, Text
from hengji.workflows.checking import read_file
from hengji.workflows.files import read_located, write_file

if TYPE_CHECKING:
    from hengji.documents.forms.yaml_writer import Plain
    from hengji.facts.document import Document

__all__ = ["ENDINGS", "TableRead", "check_table", "read_table", "table_text", "write_table"]

AnyTable = GoalTable | ProjectTable

ENDINGS: Final = (".docx", ".xlsx", ".pdf", ".yaml")
"""What a table can be written as."""

_YAML: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class TableRead:
    """The table as far as it could be read; None where there is none. Findings say what is amiss, and where."""

    table: AnyTable | None
    findings: tuple[Finding, ...] = ()


def read_table(path: Path) -> TableRead:
    """The table in a YAML file, or in a paper of any kind that can be read."""
    if path.suffix.lower() in _YAML:
        read = read_located(path)
        located = read.located or read.partial
        if located is None:
            return TableRead(None, read.findings)
        found = _from_located(located, path.name)
        return TableRead(found.table, (*read.findings, *found.findings))
    paper = read_file(path)
    if paper.document is None:
        return TableRead(None, paper.findings)
    found = _from_document(paper.document)
    return TableRead(found.table, (*paper.findings, *found.findings))


def _from_located(located: Located, name: str) -> TableRead:
    from hengji.rules.goal_table_notation import GOAL_TABLE, read_goal_table
    from hengji.rules.project_table_notation import PROJECT_TABLE, read_project_table

    named = located.get("table") if isinstance(located, Mapping) else None
    kind = named.text.strip() if isinstance(named, Text) else ""
    if kind == GOAL_TABLE:
        goals = read_goal_table(located)
        return TableRead(goals.table, goals.findings)
    if kind == PROJECT_TABLE:
        project = read_project_table(located)
        return TableRead(project.table, project.findings)
    unknown = Finding(
        "error",
        "没有写明这是哪一种表 table",
        named.source if named is not None else Source(name),
        "goal.kind",
        f"“{kind}”" if kind else "",
        f"table: {GOAL_TABLE}（部门整体绩效目标表）或 table: {PROJECT_TABLE}（项目支出绩效自评表）",
    )
    return TableRead(None, (unknown,))


def _from_document(document: Document) -> TableRead:
    """A project's form is tried first: its headings are the narrower ones."""
    from hengji.documents.goal_tables.goal_table_reader import find_goal_table
    from hengji.documents.goal_tables.project_table_reader import find_project_table

    project = find_project_table(document)
    if project.table is not None:
        return TableRead(project.table, project.findings)
    goals = find_goal_table(document)
    return TableRead(goals.table, goals.findings)


def check_table(table: AnyTable) -> tuple[Finding, ...]:
    """Everything that is wrong with what the table says."""
    from hengji.rules.goal_checks.check import check_goal_table, check_project_table

    return tuple(check_goal_table(table) if isinstance(table, GoalTable) else check_project_table(table))


def table_text(table: AnyTable) -> str:
    """The table in YAML, which reads back as the same table."""
    from hengji.documents.forms.yaml_writer import write_yaml
    from hengji.rules.goal_table_notation import goal_table_data
    from hengji.rules.project_table_notation import project_table_data

    data = goal_table_data(table) if isinstance(table, GoalTable) else project_table_data(table)
    return write_yaml(cast("Plain", data)).rstrip("\n")


def write_table(table: AnyTable, path: Path) -> Finding | None:
    """Writes the table as the ending of *path* says; a finding where it cannot be set (no Chinese face for a pdf).

    Raises ValueError for an ending that is not one of `ENDINGS`.
    """
    from hengji.reports.paper.faces import FacesMissing

    try:
        content = _content(table, path.suffix.lower())
    except FacesMissing as problem:
        return problem.finding
    write_file(path, content)
    return None


def _content(table: AnyTable, ending: str) -> bytes:
    from hengji.reports.goal_table_paper import goal_table_paper
    from hengji.reports.project_table_paper import project_table_paper

    if ending in _YAML:
        return f"{table_text(table)}\n".encode()
    paper = goal_table_paper(table) if isinstance(table, GoalTable) else project_table_paper(table)
    if ending == ".docx":
        from hengji.reports.paper.word import write_docx

        return write_docx(paper)
    if ending == ".xlsx":
        from hengji.reports.paper.sheet import write_xlsx

        return write_xlsx(paper)
    if ending == ".pdf":
        from hengji.reports.paper.print import write_pdf

        return write_pdf(paper)
    raise ValueError(f"no writer for {ending!r}")
