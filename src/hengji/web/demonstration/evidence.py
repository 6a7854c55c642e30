"""Evidence of 示例市: real small files, made of each department's own figures and cited to the cell."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.db.models import Q

from hengji.web.demonstration.built import City
from hengji.web.demonstration.goals import goal_table_of
from hengji.web.evaluations.rubric import rubric_rows_of
from hengji.web.evidence.storing import store
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models import Citation, Evidence, Role, State, Work
from hengji.web.models.campaign import StageKind
from hengji.workflows.evidence_files import judge_evidence
from hengji.workflows.evidence_preview import pdf_page, preview
from hengji.workflows.goal_tables import write_table
from hengji.workflows.rubric import RubricRow
from hengji.workflows.table_export import list_workbook

__all__ = ["add_evidence"]

_FIGURES: Final = "决算和业务数据取数表.xlsx"
_TABLE: Final = "部门整体绩效目标表.docx"
_PAPER: Final = "部门整体绩效目标表（盖章版）.pdf"
_SCREEN: Final = "预决算公开页面.png"
_NOTES: Final = "内部管理制度清单.txt"
_RULES: Final = ("预算管理办法", "收支业务管理办法", "政府采购管理办法", "固定资产管理办法", "合同管理办法")
_ILLUSTRATED: Final = frozenset({"301", "303"})
"""Departments with papers of every kind: setting a pdf takes a second each."""
_LACKING: Final = frozenset({"效果", "产出"})
"""First-level indicators for which a department that is still filling in has handed in nothing yet."""


def add_evidence(city: City) -> None:
    """Gives the self-evaluations now under way their papers."""
    stage = {"stage__kind": StageKind.SELF_EVALUATION, "stage__campaign__year": city.year}
    works = Work.objects.filter(Q(project=None) | Q(organisation__code__in=_ILLUSTRATED), **stage)
    for work in works.exclude(content={}).with_context():
        _Folder(city, work).fill()


class _Folder:
    """The papers of one work."""

    def __init__(self, city: City, work: Work) -> None:
        self._city, self._work = city, work
        self._department = city.departments[work.organisation.code]
        self._by = city.someone(work.organisation, Role.PREPARER)

    def fill(self) -> None:
        contents = dict(self._files())
        kept = {name: self._keep(name, content) for name, content in contents.items()}
        cells = _cells_of(contents[_FIGURES])
        citations = []
        for row in rubric_rows_of(self._work):
            if not row.is_leaf or (self._work.state == State.FILLING and row.path[0] in _LACKING):
                continue
            name, place = _where(row, cells, set(kept))
            citations.append(Citation(evidence=kept[name], indicator=row.key, place=place))
        Citation.objects.bulk_create(citations)
        change = Change("演示", "佐证材料", None, f"{len(kept)} 份佐证材料，{len(citations)} 处引用")
        record(Actor(self._by), self._work, [change], self._work.organisation_id)

    def _files(self) -> Iterator[tuple[str, bytes]]:
        data = self._work.content.get("data", {})
        rows = [(name, _value(item), _form(item)) for name, item in data.items()]
        yield _FIGURES, list_workbook("取数表", ("数据项", "数值", "取自"), rows)
        yield _NOTES, "\n".join(f"{number}. {name}" for number, name in enumerate(_RULES, start=1)).encode()
        if self._department.code not in _ILLUSTRATED or self._work.project_id is not None:
            return
        table = goal_table_of(self._department, self._city.year, 0)
        with tempfile.TemporaryDirectory() as folder:
            for name in (_TABLE, _PAPER):
                path = Path(folder) / name
                if write_table(table, path) is None:
                    yield name, path.read_bytes()
            paper = Path(folder) / _PAPER
            screen = pdf_page(paper.read_bytes(), 1, 600) if paper.exists() else None
        if screen is not None:
            yield _SCREEN, screen

    def _keep(self, name: str, content: bytes) -> Evidence:
        judged, stored = judge_evidence(content, name, len(content)), store(content)
        return Evidence.objects.create(
            work=self._work, name=judged.name, digest=stored.digest, media_type=judged.media_type, size=stored.size,
            by=self._by,
        )  # fmt: skip


def _cells_of(workbook: bytes) -> dict[str, str]:
    """Where each data item's figure stands in the workbook: name → sheet and cell."""
    rows = [row for block in preview(workbook, _FIGURES, "xlsx").blocks for row in block.rows]
    return {row[0].text: row[1].place for row in rows if len(row) > 1}


def _where(row: RubricRow, cells: dict[str, str], files: set[str]) -> tuple[str, str]:
    """Which paper speaks for the indicator, and where in it."""
    place = next((cells[item.name] for item in row.data if item.name in cells), "")
    if place:
        return _FIGURES, place
    if "目标" in row.path[-1] or "指标" in row.path[-1]:
        named = _PAPER if "目标" in row.path[-1] else _TABLE
        return (named, "第1页" if named == _PAPER else "") if named in files else (_NOTES, "第1段")
    if "公开" in row.path[-1] and _SCREEN in files:
        return _SCREEN, "整图"
    return _NOTES, "第1段"


def _value(item: object) -> str:
    return str(item.get("value", "")) if isinstance(item, dict) else str(item)


def _form(item: object) -> str:
    return str(item.get("form", "")) if isinstance(item, dict) else ""
