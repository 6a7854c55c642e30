"""What stands in the way of a good report: every problem with the place to change, the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from hengji.facts.findings import Finding
from hengji.web.evaluations.fields import cell_id
from hengji.web.evaluations.project_troubles import ProjectTrouble, of_department, of_form
from hengji.web.evaluations.report import report_of
from hengji.web.evaluations.rubric import Rubric, rubric_of
from hengji.web.evidence.keeping import citations_of
from hengji.web.models.work import Work
from hengji.workflows.checking_report import Trouble, check_report

__all__ = ["in_language", "troubles_of"]

_ORDER: Final = {"error": 0, "warning": 1, "note": 2}
_OF_INDICATOR: Final = frozenset({"得分", "分值", "得分率", "失分", "计算", "失分过程", "要点", "理由"})
_LACKS: Final = _("缺少")
_NAMED: Final = {"error": _("错误"), "warning": _("存疑"), "note": _("提示")}

Row = dict[str, Any]
"""severity, word, what, where, found, expected, excerpt, links [[name, address]]: plain, so that a task can keep it.

`told` keeps the same words before the names were put in, for readers of another language; see `in_language`."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of ours and the names that go into it; what the core says has none."""

    text: str
    named: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.named) if self.named else self.text

    @property
    def parts(self) -> list[Any]:
        return [self.text, self.named]


def in_language(row: Row) -> Row:
    """The row in the language of this moment: our own words are translated, the core's stay as they are."""
    told = row.get("told")
    if told is None:
        return row
    names = [
        [str(Words(gettext(text), named)), link[1]]
        for (text, named), link in zip(told["links"], row["links"], strict=True)
    ]
    said = {key: str(Words(gettext(told[key][0]), told[key][1])) for key in ("what", "where")}
    return {**row, **said, "word": gettext(row["word"]), "links": names}


def troubles_of(work: Work, progress: Callable[[int], None]) -> list[Row]:
    """Everything, in the order of severity: what cannot be scored, what lacks, what the checker found in the report."""
    rubric = rubric_of(work, {key: len(found) for key, found in citations_of(work).items()})
    rows = [*_of_scoring(work, rubric), *_lacking(work, rubric)]
    progress(5)
    if rubric.form is not None:
        places = {line.removal + 1: line.row.key for line in rubric.lines if line.removal is not None}
        rows += [_of_project(each, _("项目支出绩效自评表")) for each in of_form(work, rubric.form, places, progress)]
    else:
        rows += [_of_project(each, _("项目")) for each in of_department(work)]
    draft = report_of(work) if rubric.form is None else None
    if draft is not None:
        rows += [_of_words(work, item) for item in draft.findings]
        names = {item.name for item in rubric.scheme.data} if rubric.scheme else set()
        rows += [_of_checker(work, each, names) for each in check_report(draft, progress)]
    progress(100)
    return sorted(rows, key=lambda row: (_ORDER[row["severity"]], row["word"] == _LACKS))


def _row(severity: str, what: Words, where: Words, links: list[tuple[Words, str]], **more: str) -> Row:
    row: Row = {"severity": severity, "word": _NAMED[severity], "what": str(what), "where": str(where)}
    row["links"] = [[str(name), address] for name, address in links]
    row["told"] = {"what": what.parts, "where": where.parts, "links": [name.parts for name, _address in links]}
    return row | {"found": "", "expected": "", "excerpt": ""} | more


def _of_scoring(work: Work, rubric: Rubric) -> Iterator[Row]:
    """What the engine cannot take, cell by cell."""
    for line in rubric.lines:
        for cell in line.fields:
            if not cell.shared:
                link = [(Words(_("去修改")), _rubric(work, f"#{cell.id}"))]
                yield from (_row("error", Words(problem), Words(line.row.path[-1]), link) for problem in cell.problems)
    events = [item for line in rubric.lines for item in line.events] + [each.events for each in rubric.beside]
    for occurrences in events:
        for item in occurrences.items:
            for cell in item.fields:
                link = [(Words(_("去修改")), _rubric(work, f"#{cell.id}"))]
                yield from (_row("error", Words(problem), Words(occurrences.name), link) for problem in cell.problems)
    for finding in rubric.findings:
        link = [(Words(_("去看")), _rubric(work))]
        yield _row(finding.severity, Words(finding.message), Words(_("评分表")), link, found=finding.found)


def _lacking(work: Work, rubric: Rubric) -> Iterator[Row]:
    for line in rubric.lines:
        if not line.row.is_leaf:
            continue
        name, link = Words(line.row.path[-1]), [(Words(_("去填写")), _rubric(work, row=line.row.key))]
        if line.is_open:
            missing = [each for part in (line.node.parts if line.node else ()) for each in part.missing]
            said = (
                Words(_("没有填全，总分还不能确定；缺{missing}"), {"missing": "、".join(dict.fromkeys(missing))})
                if missing
                else Words(_("没有填全，总分还不能确定"))
            )
            yield _row("warning", said, name, link, word=_LACKS)
        elif line.lacks_evidence:
            yield _row(
                "warning", Words(_("有得分，没有佐证材料")), name,
                [(Words(_("去上传")), _rubric(work, row=line.row.key))], word=_LACKS,
            )  # fmt: skip


def _of_project(trouble: ProjectTrouble, where: str) -> Row:
    found = trouble.finding
    said = "；".join(part for part in (found.message, found.basis, found.advice) if part)
    place = Words(trouble.row.rpartition("/")[2] or where)
    link = [(Words(_("去看")), trouble.address)]
    return _row(found.severity, Words(said), place, link, found=found.found.strip(), expected=found.expected.strip())


def _of_words(work: Work, item: Finding) -> Row:
    link = [(Words(_("去改文字")), _narrative(work, item.source.document))]
    what = "；".join(part for part in (item.message, item.advice) if part)
    where = Words(_("自评报告 {place}"), {"place": item.source.document})
    return _row(item.severity, Words(what), where, link, found=item.found)


def _of_checker(work: Work, trouble: Trouble, names: set[str]) -> Row:
    """Each figure leads to the cell it is from; a typed one to its passage."""
    links: list[tuple[Words, str]] = []
    for reference in trouble.references:
        kind, _colon, what = reference.partition(":")
        what = what.partition("|")[0]
        if kind == "数据" and what in names:
            cell = cell_id(f"data/{what}/value")
            links.append((Words(_("改“{what}”"), {"what": what}), _rubric(work, f"#{cell}")))
        elif kind in _OF_INDICATOR:
            links.append((Words(_("看“{what}”"), {"what": what.rpartition("/")[2]}), _rubric(work, row=what)))
    if trouble.passage:
        links.append((Words(_("改这段文字")), _narrative(work, trouble.passage)))
    links = list({(str(name), address): (name, address) for name, address in links}.values())
    links = links or [(Words(_("看评分表")), _rubric(work))]
    return _row(
        trouble.severity, Words(trouble.message), Words(_("自评报告 {place}"), {"place": trouble.place}), links,
        found=trouble.found, expected=trouble.expected, excerpt=trouble.excerpt,
    )  # fmt: skip


def _rubric(work: Work, anchor: str = "", row: str = "") -> str:
    return reverse("evaluation_work", args=[work.pk]) + (f"?row={quote(row, safe='')}" if row else "") + anchor


def _narrative(work: Work, key: str) -> str:
    return f"{reverse('evaluation_narrative', args=[work.pk])}#{cell_id(f'narrative/{key}')}"
