"""The 项目支出绩效自评表 out of what was entered in a form and what the engine made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from hengji.facts.amounts import is_dash, read_amount
from hengji.facts.evaluation import Goal
from hengji.facts.findings import Finding, Findings
from hengji.facts.project_table import ProjectFunds, ProjectIndicator, ProjectTable
from hengji.facts.scorecard import NodeScore
from hengji.facts.sources import Source
from hengji.facts.wording import one_line
from hengji.workflows.project_funds import ProjectMoney
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import Scored

__all__ = [
    "BUDGET", "COLUMNS", "EXECUTED", "SCHEME", "ProjectHeading", "is_for_projects", "project_money", "project_table",
]  # fmt: skip

SCHEME: Final = "self-evaluation-2020"
"""The usual scheme of projects' self-evaluations: 预算执行率10、产出50、效益30、满意度10 (财预〔2020〕10号附表)."""

BUDGET: Final = "全年预算数"
EXECUTED: Final = "全年执行数"
"""The data items of that scheme; in the form they are the total line of the money."""

COLUMNS: Final = {"initial_budget": "年初预算数", "adjusted_budget": BUDGET, "executed": EXECUTED}
"""The amounts of a line of money, as the content names them."""

_TOTAL: Final = "年度资金总额"


@dataclass(frozen=True, slots=True)
class ProjectHeading:
    """Whose form it is; `unit` is who carries the project out where nobody entered another."""

    project: str
    department: str
    unit: str
    year: int


def is_for_projects(scheme: str) -> bool:
    """Whether projects can be evaluated by the scheme of that id: it asks for the total line of their money."""
    found = find_scheme(scheme).scheme
    return found is not None and all(found.definition(name) is not None for name in (BUDGET, EXECUTED))


def project_table(
    content: Mapping[str, Any], heading: ProjectHeading, scored: Scored
) -> tuple[ProjectTable, tuple[Finding, ...]]:
    """The form, and what in its money cannot be read. Scores are the engine's; the table computes none itself.

    *content*: `funds` (`initial_budget`, `lines`), `unit`, `expected`, `achieved` beside what the scheme asks.
    """
    findings = Findings()
    nodes = {node.path: node for node in scored.card.nodes} if scored.card is not None else {}
    goals = scored.evaluation.goals if scored.evaluation is not None else ()
    execution = next((node for path, node in nodes.items() if len(path) == 1 and node.is_leaf), None)
    table = ProjectTable(
        project=heading.project,
        year=heading.year,
        department=heading.department,
        unit=_text(content, "unit") or heading.unit,
        total=_total(content, findings),
        funds=tuple(_lines(content, findings)),
        execution_points=execution.points if execution is not None else None,
        execution_score=execution.score if execution is not None else None,
        expected=_text(content, "expected"),
        achieved=_text(content, "achieved"),
        indicators=tuple(_indicator(goal, nodes.get(goal.path)) for goal in goals),
        total_score=scored.card.total if scored.card is not None else None,
    )
    return table, tuple(findings)


def project_money(content: Mapping[str, Any], name: str) -> ProjectMoney:
    """The total line in 万元; what cannot be read is not known."""
    total = _total(content, Findings())
    return ProjectMoney(name, total.initial_budget, total.adjusted_budget, total.executed)


def _total(content: Mapping[str, Any], findings: Findings) -> ProjectFunds:
    """The total of the year's budget and of what was spent are data of the scheme, so that the engine scores them."""
    data = content.get("data")
    known = data if isinstance(data, dict) else {}
    initial = _amount(_funds(content).get("initial_budget"), "年初预算数", "funds/initial_budget", findings)
    budget, executed = (_data(known.get(name)) for name in (BUDGET, EXECUTED))
    return ProjectFunds(_TOTAL, initial, budget, executed, Source(cell="funds/initial_budget"))


def _data(item: Any) -> Fraction | None:
    """What cannot be read here is told by the engine, which reads the same cell."""
    value = item.get("value") if isinstance(item, dict) else item
    return read_amount(value) if isinstance(value, str) else None


def _lines(content: Mapping[str, Any], findings: Findings) -> Iterator[ProjectFunds]:
    lines = _funds(content).get("lines")
    for number, line in enumerate(lines if isinstance(lines, list) else (), start=1):
        if not isinstance(line, dict):
            continue
        place, name = f"funds/lines/{number}", one_line(str(line.get("name") or ""))
        amounts = {
            key: _amount(line.get(key), f"“{name or f'第{number}行'}”{word}", f"{place}/{key}", findings)
            for key, word in COLUMNS.items()
        }
        if not name:
            findings.error("资金的一行没有名称", Source(cell=f"{place}/name"), advice="请写资金来源，或删去这一行")
        yield ProjectFunds(name, source=Source(cell=f"{place}/name"), **amounts)


def _amount(value: Any, what: str, cell: str, findings: Findings) -> Fraction | None:
    text = str(value or "").strip()
    if is_dash(text):
        return None
    amount = read_amount(text)
    if amount is None:
        findings.error(f"{what}不是金额", Source(cell=cell), found=f"“{text}”", expected="如 1234.50万元")
    return amount


def _indicator(goal: Goal, node: NodeScore | None) -> ProjectIndicator:
    first, *rest = goal.under
    points = goal.points if node is None else node.points
    score = node.score if node is not None else None
    return ProjectIndicator(
        first, "／".join(rest), goal.name, goal.target, goal.actual_text, points, score, goal.reason.text, goal.source
    )


def _funds(content: Mapping[str, Any]) -> Mapping[str, Any]:
    funds = content.get("funds")
    return funds if isinstance(funds, dict) else {}


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content.get(key)
    return one_line(value) if isinstance(value, str) else ""
