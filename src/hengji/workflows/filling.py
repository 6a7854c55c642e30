"""Workbooks that go out to be filled in and come back: one department, one year, one stage."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Final

from hengji.facts.evaluation import DataItem, Evaluation, Goal, Reason, Stated
from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Mapping, Source, Text
from hengji.facts.workbook_layout import STAGES, Stage
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.passages import passages_of
from hengji.rules.scheme import Scheme, walk
from hengji.scoring.goals import concrete
from hengji.scoring.intake import read_evaluation, read_figures
from hengji.scoring.score import score
from hengji.workflows.files import read_located, write_file
from hengji.workflows.scheme_data import scheme_data
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import score_file

__all__ = ["NewWorkbook", "Order", "fingerprint", "form_content", "new_workbook", "workbook_name"]

_OWN_HEADING: Final = "自评"


@dataclass(frozen=True, slots=True)
class Order:
    """The workbook that is asked for.

    `earlier` are evaluations: of an earlier year, for comparison, or of this year, to go on from. `data` are files
    of figures that were imported. `evidence_kinds` are the kinds of files (``pdf``) that evidence must be.
    """

    scheme: str
    organisation: str
    year: int
    stage: Stage = "self-evaluation"
    earlier: tuple[Path, ...] = ()
    data: tuple[Path, ...] = ()
    evidence_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewWorkbook:
    """The workbook in its file; `path` is None where nothing was written, and the findings say why."""

    path: Path | None
    findings: tuple[Finding, ...]
    prefilled: int = 0
    """Data items that hold a figure already."""


def new_workbook(order: Order, output: Path) -> NewWorkbook:
    """Writes the workbook of *order*; with any error nothing is written."""
    found = find_scheme(order.scheme)
    if found.scheme is None:
        return NewWorkbook(None, found.findings)
    findings = Findings()
    filled = _evaluation(order, found.scheme, findings)
    if filled is None or findings.errors:
        return NewWorkbook(None, tuple(findings))
    evaluation, beside, heading = filled
    passages = passages_of(order.stage, dict(_written_before(order, evaluation, findings)))
    if findings.errors:
        return NewWorkbook(None, tuple(findings))
    form = Form(order.stage, fingerprint(found.scheme), beside, heading, passages, order.evidence_kinds)
    content, inexact = form_content(evaluation, found.scheme, form)
    write_file(output, content)
    return NewWorkbook(output, (*findings, *inexact), len(evaluation.data))


def workbook_name(order: Order) -> str:
    """What the file is called where nobody says: a department's name may hold what a file's name may not."""
    name = "".join(letter if letter.isalnum() or letter in "（）()·-" else "_" for letter in order.organisation.strip())
    return f"{name[:80] or '单位'}-{order.year}-{STAGES[order.stage]}.xlsx"


def form_content(evaluation: Evaluation, scheme: Scheme, form: Form) -> tuple[bytes, tuple[Finding, ...]]:
    """The workbook's bytes, and what it cannot hold exactly. Goals that are still being written score nothing."""
    from hengji.reports.scorecard_workbook import write_scorecard_workbook

    goals = () if form.takes_goals else evaluation.goals
    card = score(replace(evaluation, goals=goals), scheme)
    written = write_scorecard_workbook(evaluation, concrete(scheme, goals), card, form)
    return written.content, written.findings


def fingerprint(scheme: Scheme) -> str:
    """Sixteen characters that change when anything changes that an officer reads in the scheme."""
    text = json.dumps(scheme_data(scheme), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _evaluation(order: Order, scheme: Scheme, findings: Findings) -> tuple[Evaluation, Evaluation | None, str] | None:
    """What the workbook holds from the start; what stands beside it, and how that is called."""
    blank = _blank(order, scheme, findings)
    if order.stage == "goals" and not any(node.slot is not None for _, node in walk(scheme.indicators)):
        findings.error(
            f"方案“{scheme.title}”没有个性指标，不用填绩效目标", code="filling.goals",
            advice="请改用 --stage self-evaluation，或换一个有个性指标的方案",
        )  # fmt: skip
    same, last = _earlier(order, scheme, findings)
    if blank is None or findings.errors:
        return None
    data = {item.name: item for item in (same.data if same is not None else ())}
    for path in order.data:
        data |= {item.name: item for item in _imported(path, scheme, data, findings)}
    begun = _begun(blank, same, last, order.stage)
    evaluation = replace(begun, data=tuple(data.values()))
    if order.stage == "verification" and same is not None:
        return evaluation, same, _OWN_HEADING
    return evaluation, last, f"{last.year}年数" if last is not None else ""


def _blank(order: Order, scheme: Scheme, findings: Findings) -> Evaluation | None:
    """The evaluation that nobody has filled in yet, judged by the one intake."""
    told = {
        "evaluation": "verified" if order.stage == "verification" else "self",
        # What a terminal could not decode is no text that a file could hold.
        "organisation": order.organisation.encode("utf-8", "replace").decode().strip(),
        "year": str(order.year),
        "scheme": scheme.id,
    }
    if not told["organisation"]:
        findings.error("没有写单位名称", code="filling.organisation", advice="请用 --organisation 写明单位的全称")
    read = read_evaluation(Mapping(tuple((Text(key), Text(text)) for key, text in told.items())), scheme)
    findings.extend(read.findings)
    return read.evaluation


def _earlier(order: Order, scheme: Scheme, findings: Findings) -> tuple[Evaluation | None, Evaluation | None]:
    """This year's evaluation to go on from, and the latest of an earlier year in the scheme's units."""
    same: Evaluation | None = None
    last: Evaluation | None = None
    for path in order.earlier:
        scored = score_file(path)
        if scored.evaluation is None:
            findings.extend(scored.findings)
            continue
        evaluation, place = scored.evaluation, Source(path.name)
        if evaluation.organisation != order.organisation.strip():
            findings.warning(
                "这份评价是另一个单位名称的，仍照填入", place, code="filling.organisation",
                found=f"“{evaluation.organisation}”", expected=f"“{order.organisation}”", advice="请确认选对了文件",
            )  # fmt: skip
        if evaluation.year > order.year:
            found, expected = f"{evaluation.year}年度", f"{order.year}年度或更早"
            findings.error("这份评价比要填的年度晚", place, code="filling.year", found=found, expected=expected)
        elif evaluation.year < order.year:
            last = evaluation if last is None or last.year < evaluation.year else last
        elif evaluation.scheme != scheme.id:
            found, expected = f"“{evaluation.scheme}”", f"“{scheme.id}”"
            findings.error("这份评价用的是另一个方案", place, code="filling.scheme", found=found, expected=expected)
        else:
            same = evaluation
    return same, None if last is None else replace(last, data=tuple(_in_units_of(scheme, last)))


def _in_units_of(scheme: Scheme, evaluation: Evaluation) -> Iterator[DataItem]:
    """Its figures as this scheme names and measures them; those that it cannot measure are left out."""
    for item in evaluation.data:
        definition = scheme.definition(item.name)
        factor = item.unit.factor_to(definition.unit) if definition is not None else None
        if definition is not None and factor is not None:
            value = item.value if isinstance(item.value, bool) else Fraction(item.value) * factor
            yield replace(item, value=value, unit=definition.unit)


def _imported(path: Path, scheme: Scheme, known: dict[str, DataItem], findings: Findings) -> tuple[DataItem, ...]:
    read = read_located(path)
    findings.extend(read.findings)
    if read.located is None:
        return ()
    figures = read_figures(read.located, scheme)
    findings.extend(figures.findings)
    for item in figures.data:
        before = known.get(item.name)
        if before is not None and before.value != item.value:
            findings.warning(
                f"“{item.name}”导入的数与已有的不同，用导入的", item.source, code="filling.differs",
                found=item.text, expected=f"{before.text}（已有）", advice="请核对两处来源",
            )  # fmt: skip
    return figures.data


def _begun(blank: Evaluation, same: Evaluation | None, last: Evaluation | None, stage: Stage) -> Evaluation:
    """What this stage goes on from. A verifier judges anew; last year's goals are only a draft of this year's."""
    if same is None:
        goals = tuple(map(_only_planned, last.goals)) if last is not None and stage == "goals" else ()
        return replace(blank, goals=goals)
    return replace(
        same,
        organisation=blank.organisation,
        evaluator=blank.evaluator,
        judgements=() if stage == "verification" else same.judgements,
        stated=Stated() if stage == "verification" or same.is_stated_column else same.stated,
        what_ifs=() if stage == "verification" else same.what_ifs,
    )


def _only_planned(goal: Goal) -> Goal:
    return replace(goal, actual=None, actual_text="", rate=None, tier="", reason=Reason())


def _written_before(order: Order, evaluation: Evaluation, findings: Findings) -> Iterator[tuple[str, str]]:
    """Passages that people wrote in the narrative that stands beside this year's evaluation."""
    from hengji.reports.narrative.notation import read_narrative

    for path in order.earlier:
        beside = path.with_name(f"{path.stem}.narrative.yaml")
        if not beside.is_file() or order.stage == "verification":
            continue
        read = read_located(beside)
        taken = read_narrative(read.located) if read.located is not None else None
        findings.extend((*read.findings, *(taken.findings if taken is not None else ())))
        if taken is not None and taken.narrative is not None and evaluation.data:
            yield from ((each.key, each.edited) for each in taken.narrative.passages if each.is_edited)
