"""What stands in the way of a good report: every problem with the place to change, the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import quote

from django.urls import reverse

from hengji.facts.findings import Finding
from hengji.web.evaluations.fields import cell_id
from hengji.web.evaluations.report import report_of
from hengji.web.evaluations.rubric import Rubric, rubric_of
from hengji.web.evidence.keeping import citations_of
from hengji.web.models.work import Work
from hengji.workflows.checking_report import Trouble, check_report

__all__ = ["troubles_of"]

_ORDER: Final = {"error": 0, "warning": 1, "note": 2}
_OF_INDICATOR: Final = frozenset({"得分", "分值", "得分率", "失分", "计算", "失分过程", "要点", "理由"})
_LACKS: Final = "缺少"
_NAMED: Final = {"error": "错误", "warning": "存疑", "note": "提示"}

Row = dict[str, Any]
"""severity, word, what, where, found, expected, excerpt, links [[name, address]]: plain, so that a task can keep it."""


def troubles_of(work: Work, progress: Callable[[int], None]) -> list[Row]:
    """Everything, in the order of severity: what cannot be scored, what lacks, what the checker found in the report."""
    rubric = rubric_of(work, {key: len(found) for key, found in citations_of(work).items()})
    rows = [*_of_scoring(work, rubric), *_lacking(work, rubric)]
    progress(5)
    draft = report_of(work)
    if draft is not None:
        rows += [_of_words(work, item) for item in draft.findings]
        names = {item.name for item in rubric.scheme.data} if rubric.scheme else set()
        rows += [_of_checker(work, each, names) for each in check_report(draft, progress)]
    progress(100)
    return sorted(rows, key=lambda row: (_ORDER[row["severity"]], row["word"] == _LACKS))


def _row(severity: str, what: str, where: str, links: list[list[str]], **more: str) -> Row:
    row: Row = {"severity": severity, "word": _NAMED[severity], "what": what, "where": where, "links": links}
    return row | {"found": "", "expected": "", "excerpt": ""} | more


def _of_scoring(work: Work, rubric: Rubric) -> Iterator[Row]:
    """What the engine cannot take, cell by cell."""
    for line in rubric.lines:
        for field in line.fields:
            if not field.shared:
                link = [["去修改", _rubric(work, f"#{field.id}")]]
                yield from (_row("error", problem, line.row.path[-1], link) for problem in field.problems)
    events = [item for line in rubric.lines for item in line.events] + [each.events for each in rubric.beside]
    for occurrences in events:
        for item in occurrences.items:
            for field in item.fields:
                link = [["去修改", _rubric(work, f"#{field.id}")]]
                yield from (_row("error", problem, occurrences.name, link) for problem in field.problems)
    for finding in rubric.findings:
        yield _row(finding.severity, finding.message, "评分表", [["去看", _rubric(work)]], found=finding.found)


def _lacking(work: Work, rubric: Rubric) -> Iterator[Row]:
    for line in rubric.lines:
        if not line.row.is_leaf:
            continue
        name, link = line.row.path[-1], [["去填写", _rubric(work, row=line.row.key)]]
        if line.is_open:
            missing = [each for part in (line.node.parts if line.node else ()) for each in part.missing]
            said = (
                f"没有填全，总分还不能确定；缺{'、'.join(dict.fromkeys(missing))}"
                if missing
                else "没有填全，总分还不能确定"
            )
            yield _row("warning", said, name, link, word=_LACKS)
        elif line.lacks_evidence:
            yield _row(
                "warning", "有得分，没有佐证材料", name, [["去上传", _rubric(work, row=line.row.key)]], word=_LACKS
            )


def _of_words(work: Work, item: Finding) -> Row:
    link = [["去改文字", _narrative(work, item.source.document)]]
    what = "；".join(part for part in (item.message, item.advice) if part)
    return _row(item.severity, what, f"自评报告 {item.source.document}", link, found=item.found)


def _of_checker(work: Work, trouble: Trouble, names: set[str]) -> Row:
    """Each figure leads to the cell it is from; a typed one to its passage."""
    links = []
    for reference in trouble.references:
        kind, _, what = reference.partition(":")
        what = what.partition("|")[0]
        if kind == "数据" and what in names:
            cell = cell_id(f"data/{what}/value")
            links.append([f"改“{what}”", _rubric(work, f"#{cell}")])
        elif kind in _OF_INDICATOR:
            links.append([f"看“{what.rpartition('/')[2]}”", _rubric(work, row=what)])
    if trouble.passage:
        links.append(["改这段文字", _narrative(work, trouble.passage)])
    links = [list(link) for link in dict.fromkeys(map(tuple, links))] or [["看评分表", _rubric(work)]]
    return _row(
        trouble.severity, trouble.message, f"自评报告 {trouble.place}", links,
        found=trouble.found, expected=trouble.expected, excerpt=trouble.excerpt,
    )  # fmt: skip


def _rubric(work: Work, anchor: str = "", row: str = "") -> str:
    return reverse("evaluation_work", args=[work.pk]) + (f"?row={quote(row, safe='')}" if row else "") + anchor


def _narrative(work: Work, key: str) -> str:
    return f"{reverse('evaluation_narrative', args=[work.pk])}#{cell_id(f'narrative/{key}')}"
