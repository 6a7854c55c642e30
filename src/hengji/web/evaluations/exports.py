"""What can be taken away at any time: the report, the scorecard, the workbook to fill in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from hengji.facts.findings import Finding
from hengji.web.evaluations.project_form import table_of
from hengji.web.evaluations.report import full_score, report_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.work import Work
from hengji.web.rights import Right, may
from hengji.web.works.page import seen_work
from hengji.workflows.content_report import write_paper
from hengji.workflows.filling_content import workbook_of
from hengji.workflows.goal_tables import write_table
from hengji.workflows.scorecards import ScoredSides, write_scorecard
from hengji.workflows.scoring import Scored

__all__ = ["export"]

_WORDS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KINDS: Final = {".docx": _WORDS, ".xlsx": _SHEET, ".pdf": "application/pdf"}
_NAMES: Final = {
    "report.docx": "自评报告", "report.pdf": "自评报告", "scorecard.docx": "评分表", "scorecard.pdf": "评分表",
    "scorecard.xlsx": "评分表", "workbook.xlsx": "填报工作簿",
    "table.docx": "项目支出绩效自评表", "table.pdf": "项目支出绩效自评表", "table.xlsx": "项目支出绩效自评表",
}  # fmt: skip
_OF_DEPARTMENT: Final = "report"
_OF_PROJECT: Final = "table"
"""What only a department's self-evaluation has, and only a project's."""


@may(Right.SEE_OWN_PAGES)
@require_GET
def export(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """A file of what was entered so far."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    if what not in _NAMES or what.partition(".")[0] == (_OF_DEPARTMENT if work.project_id is not None else _OF_PROJECT):
        raise Http404
    scored = full_score(work)
    if scored is None or scored.card is None:
        messages.error(request, _("还不能导出：评分表里没有可以计分的内容。请先填写。"))
        return redirect("evaluation_work", pk=pk)
    content = _content(work, scored, what)
    if isinstance(content, Finding):
        messages.error(request, str(content))
        return redirect("evaluation_work", pk=pk)
    ending = Path(what).suffix
    name = f"{work.organisation}{work.stage.campaign.year}年度{work.project or ''}{_NAMES[what]}{ending}"
    response = HttpResponse(content, content_type=_KINDS[ending])
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


def _content(work: Work, scored: Scored, what: str) -> bytes | Finding:
    kind, ending = what.split(".")
    if kind == "workbook":
        return workbook_of(scored)
    if kind == "report":
        draft = report_of(work)
        return write_paper(draft.paper, f".{ending}") if draft is not None else Finding("error", _("没有可以写的报告"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / what
        if kind == _OF_PROJECT:
            return write_table(table_of(work, scored)[0], path) or path.read_bytes()
        findings = write_scorecard(ScoredSides(scored.findings, scored, scored), path)
        return path.read_bytes() if path.exists() else findings[0]
