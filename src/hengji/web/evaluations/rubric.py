"""The rubric as its page shows it: each node with what it asks, what stands there, what it earns and why not more."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from hengji.facts.findings import Finding
from hengji.facts.numbers import percent, plain
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.rules.rule import Asked
from hengji.rules.scheme import DataDefinition, Scheme
from hengji.web.models.campaign import Participation
from hengji.web.models.work import Work
from hengji.web.works.content import at
from hengji.workflows.rubric import AskedPart, RubricRow, rubric_rows
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import Scored, score_content

__all__ = ["Field", "Line", "Rubric", "rubric_of", "scheme_of"]


@dataclass(frozen=True, slots=True)
class Field:
    """One cell to fill: `path` and `saved` as JSON for the page's script."""

    id: str
    label: str
    path: str
    value: str
    saved: str
    kind: str
    unit: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the cell, in words."""
    shared: bool = False
    """Asked by an earlier row already; shown here, typed there."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    row: RubricRow
    node: NodeScore | None
    fields: tuple[Field, ...]
    number: int

    @property
    def lost(self) -> bool:
        return self.node is not None and bool(self.node.lost)


@dataclass(frozen=True, slots=True)
class Rubric:
    """The lines, the card (None where nothing can be scored yet) and what is wrong that belongs to no cell."""

    lines: tuple[Line, ...]
    card: Scorecard | None
    scheme: Scheme | None
    findings: tuple[Finding, ...]
    missing: int


@lru_cache(maxsize=64)
def _scheme(name: str) -> Scheme | None:
    return find_scheme(name).scheme


def scheme_of(work: Work) -> Scheme | None:
    """The scheme by which this department is evaluated in the work's round."""
    chosen = Participation.objects.filter(campaign=work.stage.campaign, organisation=work.organisation).first()
    return _scheme(chosen.scheme) if chosen else None


def rubric_of(work: Work) -> Rubric:
    """Scores what was entered so far and lays it out."""
    scheme = scheme_of(work)
    if scheme is None:
        return Rubric((), None, None, (), 0)
    scored = scored_work(work, scheme)
    goals = scored.evaluation.goals if scored.evaluation else ()
    nodes = {node.path: node for node in scored.card.nodes} if scored.card else {}
    problems = _problems(scored.findings)
    seen: set[str] = set()
    lines = tuple(
        Line(row, nodes.get(row.path), tuple(_fields(row, work, problems, seen)), number)
        for number, row in enumerate(rubric_rows(scheme, goals))
    )
    loose = tuple(item for item in scored.findings if not item.source.cell)
    missing = sum(node.status == "not_demonstrated" and node.is_leaf for node in nodes.values())
    return Rubric(lines, scored.card, scheme, loose, missing)


def scored_work(work: Work, scheme: Scheme) -> Scored:
    """The engine's score of a work's content as it stands."""
    heading = {
        "evaluation": "verified" if work.stage.kind == "verification" else "self",
        "organisation": work.organisation.name,
        "year": str(work.stage.campaign.year),
        "scheme": scheme.id,
    }
    known = {key: work.content[key] for key in ("data", "judgements", "events", "goals") if key in work.content}
    return score_content({**heading, **known}, scheme, str(work))


def _problems(findings: tuple[Finding, ...]) -> dict[str, list[str]]:
    """What is wrong, by cell: words with what was found, what is expected, what to do."""
    by_cell: dict[str, list[str]] = {}
    for item in findings:
        if item.source.cell:
            found = f"填的是“{item.found}”" if item.found else ""
            expected = f"应为{item.expected}" if item.expected else ""
            words = "；".join(part for part in (item.message, found, expected, item.advice) if part)
            by_cell.setdefault(item.source.cell, []).append(words)
    return by_cell


def _fields(row: RubricRow, work: Work, problems: dict[str, list[str]], seen: set[str]) -> list[Field]:
    fields = [_data_field(item, work, problems, seen) for item in row.data if item.kind != "events"]
    for part in row.asked:
        fields += [_asked_field(row, part, asked, work, problems) for asked in part.asks]
    if row.asked:
        path = ("judgements", row.key, "parts", str(row.asked[0].number), "reason")
        fields.append(_field(work, path, problems, label="理由", kind="text", hint="扣分或酌情给分的理由"))
    return fields


def _data_field(item: DataDefinition, work: Work, problems: dict[str, list[str]], seen: set[str]) -> Field:
    path = ("data", item.name, "value")
    hint = "；".join(part for part in (item.form, item.note) if part)
    shown = {"kind": "truth"} if item.kind == "truth" else {"kind": "figure", "unit": str(item.unit)}
    field = _field(work, path, problems, label=item.name, hint=hint, **shown)
    of_whole = problems.get("/".join(path[:2]), [])
    shared = item.name in seen
    seen.add(item.name)
    return replace(field, problems=(*of_whole, *field.problems), shared=shared)


def _asked_field(row: RubricRow, part: AskedPart, asked: Asked, work: Work, problems: dict[str, list[str]]) -> Field:
    path = ("judgements", row.key, *part.place(asked))
    options = tuple((str(number), f"{number}. {option.text}") for number, option in enumerate(asked.options, 1))
    if asked.kind == "points" and not asked.partial:
        options = ((plain(asked.high), f"达到（{plain(asked.high)}分）"), ("0", "未达到（0分）"))
    if options:
        return replace(_field(work, path, problems, label=asked.text, kind="choice"), options=options)
    show = percent if asked.kind == "rate" else plain
    unit = "分" if asked.kind in {"points", "deduction"} else ""
    hint = f"{show(asked.low)}～{show(asked.high)}"
    return _field(work, path, problems, label=asked.text, kind="figure", unit=unit, hint=hint)


def _field(work: Work, path: tuple[str, ...], problems: dict[str, list[str]], **shown: str) -> Field:
    value, cell = at(work.content, path), "/".join(path)
    return Field(
        id=f"c{blake2b(cell.encode(), digest_size=6).hexdigest()}",
        label=shown["label"],
        path=json.dumps(path, ensure_ascii=False),
        value="" if value is None else str(value),
        saved=json.dumps(value, ensure_ascii=False),
        kind=shown["kind"],
        unit=shown.get("unit", ""),
        hint=shown.get("hint", ""),
        problems=tuple(problems.get(cell, ())),
    )
