"""A goal table from a file or from last year: first what would change, then, when the person agrees, the change."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from hengji.facts.findings import Finding
from hengji.facts.goal_table import GoalTable
from hengji.web.goals.sheet_page import owner_of
from hengji.web.history.chain import Actor
from hengji.web.models.work import Work
from hengji.web.works.changes import Changed, Edit, apply_edits
from hengji.workflows.goal_changes import RowChange, goal_changes, replaced_parts
from hengji.workflows.goal_sheet_checks import CheckedSheets, checked_sheets
from hengji.workflows.goal_sheets import sheet_content, spelled_out
from hengji.workflows.goal_tables import read_table

__all__ = ["ENDINGS", "LIMIT", "Proposal", "StaleProposalError", "apply_proposal", "from_file", "from_last_year"]

ENDINGS: Final = (".docx", ".xlsx", ".pdf", ".yaml")
LIMIT: Final = 20 * 1024 * 1024
"""Bytes of a file: a goal table of hundreds of rows is far below."""

_SALT: Final = "hengji.goals.import"
_VALID: Final = 2 * 60 * 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would change. `sealed` holds the edits; it is empty where there is nothing to take over."""

    origin: str
    changes: tuple[RowChange, ...]
    findings: tuple[Finding, ...]
    checked: CheckedSheets | None
    sealed: str

    @property
    def errors(self) -> int:
        return self.checked.count("error") if self.checked else 0


class StaleProposalError(Exception):
    """The proposal was made too long ago, or for another table."""


def from_file(work: Work, file: UploadedFile[Any]) -> Proposal:
    """Reads *file* (its ending says what it is; its content decides) and compares it with what stands in *work*."""
    name = Path(file.name or "").name
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        return _nothing(
            name,
            _("不能读“{ending}”的文件").format(ending=ending or _("没有扩展名")),
            _("{endings} 之一").format(endings=_("、").join(ENDINGS)),
        )
    if (file.size or 0) > LIMIT:
        return _nothing(name, _("文件太大"), _("不超过 {most} MB").format(most=LIMIT // 1024 // 1024))
    with tempfile.TemporaryDirectory(prefix="hengji-goals-") as folder:
        path = Path(folder) / f"table{ending}"
        path.write_bytes(file.read())
        read = read_table(path)
    if not isinstance(read.table, GoalTable):
        told = (
            read.findings
            or _nothing(name, _("文件里没有找到绩效目标表"), _("有“三级指标”“全年指标值”等表头的表")).findings
        )
        return Proposal(name, (), told, None, "")
    return _proposal(work, name, sheet_content(read.table), read.findings)


def from_last_year(work: Work) -> Proposal | None:
    """Last year's table of the same department or project; None where there is none."""
    year = work.stage.campaign.year
    last = (
        Work.objects.filter(organisation=work.organisation, stage__kind=work.stage.kind, stage__campaign__year__lt=year)
        .filter(**({"project__name": work.project.name} if work.project else {"project": None}))
        .exclude(content={})
        .with_context()
        .order_by("-stage__campaign__year")
        .first()
    )
    if last is None:
        return None
    return _proposal(work, _("{year}年度目标表").format(year=last.stage.campaign.year), spelled_out(last.content), ())


def _nothing(name: str, message: str, expected: str) -> Proposal:
    return Proposal(name, (), (Finding("error", message, expected=expected),), None, "")


def _proposal(work: Work, origin: str, wanted: dict[str, Any], findings: tuple[Finding, ...]) -> Proposal:
    owner = owner_of(work)
    parts = replaced_parts(work.content, wanted, tuple(owner.texts))
    taken = _with(work.content, {part.path: part.after for part in parts})
    sealed = signing.dumps(
        {"work": work.pk, "origin": origin, "parts": [[part.path, part.before, part.after] for part in parts]},
        salt=_SALT, compress=True,
    ) if parts else ""  # fmt: skip
    return Proposal(origin, goal_changes(work.content, taken), findings, checked_sheets(taken, owner), sealed)


def _with(content: dict[str, Any], parts: dict[tuple[str, ...], Any]) -> dict[str, Any]:
    """The content as it would stand."""
    funds = content.get("funds")
    inner = dict(funds) if isinstance(funds, dict) else {}
    inner |= {path[1]: value for path, value in parts.items() if len(path) > 1}
    whole = {path[0]: value for path, value in parts.items() if len(path) == 1}
    return {**content, **({"funds": inner} if inner else {}), **whole}


def apply_proposal(work: Work, sealed: str, actor: Actor) -> Changed:
    """Takes the proposal over, as edits like any others.

    What somebody changed since the comparison is a conflict and stays as it is. Raises StaleProposalError for a
    proposal that is not this work's, NotOpenError where the work is handed on.
    """
    try:
        found = signing.loads(sealed, salt=_SALT, max_age=_VALID)
    except signing.BadSignature:
        raise StaleProposalError from None
    if found["work"] != work.pk:
        raise StaleProposalError
    edits = tuple(Edit(tuple(path), before, after) for path, before, after in found["parts"])
    return apply_edits(work, edits, actor)
