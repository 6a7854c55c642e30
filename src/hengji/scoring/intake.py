"""Takes in an evaluation: located data against its scheme, every problem at once, nothing half-read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from hengji.facts.evaluation import DataItem, Evaluation, Evaluator, Event, EventList, Stated, WhatIf
from hengji.facts.figures import is_beyond_bounds, read_figure, read_truth
from hengji.facts.findings import Finding, Findings
from hengji.facts.numbers import MAX_DECIMALS, MAX_DIGITS, percent, plain
from hengji.facts.sources import Located, Mapping, Source, Text
from hengji.facts.units import RATE
from hengji.facts.wording import shortened
from hengji.rules.indicator_notation import nearest, resolve, spelled
from hengji.rules.notation import Notation
from hengji.rules.scheme import DataDefinition, Path, Scheme, walk
from hengji.scoring.evidence_intake import read_evidence
from hengji.scoring.goal_intake import read_goals
from hengji.scoring.goals import concrete
from hengji.scoring.judgement_intake import read_judgements

__all__ = ["EvaluationRead", "FiguresRead", "read_evaluation", "read_figures", "scheme_named", "with_what_if"]

_KEYS = (
    "evaluation", "organisation", "year", "scheme", "note", "data", "judgements", "events", "goals", "stated",
    "what_if", "evidence",
)  # fmt: skip
_EVALUATOR = {"self": "self", "自评": "self", "verified": "verified", "核查": "verified"}


@dataclass(frozen=True, slots=True)
class EvaluationRead:
    """An evaluation (None when anything in it is wrong) and all that was found."""

    evaluation: Evaluation | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FiguresRead:
    """The data items that can be used, and what is wrong with the others."""

    data: tuple[DataItem, ...]
    findings: tuple[Finding, ...]


def scheme_named(located: Located) -> str:
    """The id of the scheme that an evaluation names; empty where it names none."""
    named = located.get("scheme") if isinstance(located, Mapping) else None
    return named.text.strip() if isinstance(named, Text) else ""


def read_evaluation(located: Located, scheme: Scheme) -> EvaluationRead:
    """The evaluation that *located* writes. With any error none is given, so nothing is half-scored."""
    findings = Findings()
    notation = Notation(findings)
    mapping = notation.mapping(located, "评价数据", _KEYS)
    for key in ("evaluation", "organisation", "year"):
        if mapping.get(key) is None:
            findings.error(f"评价数据缺少“{key}”", mapping.source)
    goals = read_goals(mapping.get("goals"), scheme, notation)
    filled = concrete(scheme, goals)
    adjusting = {item.name: item.one_per or "同一事项" for item in scheme.adjustments}
    vetoing = {item.name for item in scheme.vetoes}
    evaluation = Evaluation(
        organisation=notation.text(mapping.get("organisation"), "单位名称 organisation"),
        year=_read_year(mapping.get("year"), scheme, notation),
        scheme=scheme.id,
        evaluator=cast(Evaluator, notation.choice(mapping.get("evaluation"), "评价人 evaluation", _EVALUATOR, "self")),
        data=_read_data(mapping.get("data"), scheme, notation),
        judgements=read_judgements(mapping.get("judgements"), filled, notation),
        events=_read_events(mapping.get("events"), scheme, {*adjusting, *vetoing}, notation),
        goals=goals,
        stated=_read_stated(mapping.get("stated"), filled, notation),
        what_ifs=_read_what_ifs(mapping.get("what_if"), scheme, notation),
        note=notation.text(mapping.get("note"), "说明 note"),
        evidence=read_evidence(mapping.get("evidence"), filled, notation),
    )
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.source.line or 0))
    return EvaluationRead(None if findings.errors else evaluation, ordered)


def _read_year(located: Located | None, scheme: Scheme, notation: Notation) -> int:
    year = notation.number(located, "年度 year", Fraction(scheme.valid_from))
    last = scheme.valid_to
    if located is not None and not scheme.valid_from <= year <= (last if last is not None else 9999):
        valid = f"{scheme.valid_from}—{last if last is not None else '今'}"
        notation.findings.error(
            f"方案“{scheme.title}”不适用于这一年度",
            located.source,
            found=f"{plain(year)}年",
            expected=f"{valid}年",
            basis="、".join(scheme.basis),
            advice="请改用当年有效的方案",
        )
    return int(year)


def _read_data(located: Located | None, scheme: Scheme, notation: Notation) -> tuple[DataItem, ...]:
    names = {item.name: item for item in scheme.data if item.kind != "events"}
    mapping = notation.mapping(located, "数据 data", names)
    items = [_read_item(names[key.text], value, notation) for key, value in mapping.entries if key.text in names]
    return tuple(item for item in items if item is not None)


def _read_item(definition: DataDefinition, located: Located, notation: Notation) -> DataItem | None:
    """A figure with its unit, or a yes/no; blank means not given."""
    form, period, place, written = "", "", "", located
    if isinstance(located, Mapping):
        mapping = notation.mapping(located, f"数据项“{definition.name}”", ("value", "form", "period", "place", "note"))
        form = notation.text(mapping.get("form"), "来源 form")
        period = notation.text(mapping.get("period"), "期间 period")
        place = notation.text(mapping.get("place"), "取数位置 place")
        written = mapping.get("value") or Text("", located.source)
    text = notation.text(written, f"数据项“{definition.name}”").strip()
    if not text:
        return None
    value = _read_value(definition, text, written.source, notation)
    if value is None:
        return None
    return DataItem(
        definition.name,
        value,
        definition.unit,
        text,
        form or definition.form,
        period or definition.period,
        place,
        written.source,
    )


def _read_value(definition: DataDefinition, text: str, source: Source, notation: Notation) -> Fraction | bool | None:
    name, found = definition.name, f"“{shortened(text)}”"
    if definition.kind == "truth":
        truth = read_truth(text)
        if truth is None:
            notation.findings.error(f"数据项“{name}”应填是或否", source, found=found, expected="是、否")
        return truth
    figure = read_figure(text)
    if figure is None:
        problem, expected = "不是数", f"带单位的数，如 3.94{definition.unit}"
        if is_beyond_bounds(text):
            problem, expected = "的位数太多", f"整数部分不超过 {MAX_DIGITS} 位、小数不超过 {MAX_DECIMALS} 位的数"
        notation.findings.error(f"数据项“{name}”{problem}", source, found=found, expected=expected)
        return None
    if figure.unit is None:
        if figure.value == 0:
            return figure.value
        expected, advice = _with_unit(definition, text, figure.value)
        notation.findings.error(f"数据项“{name}”没有写单位", source, found=found, expected=expected, advice=advice)
        return None
    factor = figure.unit.factor_to(definition.unit)
    if factor is None:
        notation.findings.error(
            f"数据项“{name}”的单位不对", source, found=f"{found}（{figure.unit.kind}）",
            expected=f"以“{definition.unit}”计的{definition.unit.kind}",
        )  # fmt: skip
        return None
    if figure.value < 0 and not definition.signed:
        notation.findings.error(f"数据项“{name}”不能是负数", source, found=found, expected="0 或正数")
        return None
    return figure.value * factor


def _with_unit(definition: DataDefinition, text: str, value: Fraction) -> tuple[str, str]:
    """The figure with the unit that was left out, and advice. Who writes 0.95 likely means 95%, or else 0.95%."""
    if definition.unit != RATE:
        return f"{text}{definition.unit}", ""
    as_ratio = f"{percent(value, most=MAX_DECIMALS)} 或 " if abs(value) <= 1 else ""
    return f"{as_ratio}{text}%", "比率请写百分号，如 97%"


def _read_events(
    located: Located | None, scheme: Scheme, outside: set[str], notation: Notation
) -> tuple[EventList, ...]:
    counted = {item.name for item in scheme.data if item.kind == "events"}
    known = sorted(counted | outside)
    lists = []
    for key, value in notation.mapping(located, "事项 events", known).entries:
        if key.text not in known:
            continue
        if isinstance(value, Text) and value.text:
            notation.findings.error(
                f"事项“{key.text}”应逐项列出，不能只写次数", value.source, found=f"“{value.text}”",
                expected="每项一行：- {what: …, evidence: […]}；没有发生写 []",
            )  # fmt: skip
            continue
        events = tuple(_read_event(key.text, entry, notation) for entry in notation.listing(value, f"事项“{key.text}”"))
        lists.append(EventList(key.text, events, key.source))
    return tuple(lists)


def _read_event(name: str, located: Located, notation: Notation) -> Event:
    if isinstance(located, Text):
        return Event(name, located.text, "", (), located.source)
    mapping = notation.mapping(located, f"事项“{name}”的一项", ("what", "matter", "evidence"))
    what = notation.text(mapping.get("what"), "内容 what")
    if not what:
        notation.findings.error(f"事项“{name}”的一项没有写内容 what", mapping.source)
    evidence = notation.texts(mapping.get("evidence"), "佐证 evidence")
    return Event(name, what, notation.text(mapping.get("matter"), "同一事项 matter"), evidence, mapping.source)


def _read_stated(located: Located | None, scheme: Scheme, notation: Notation) -> Stated:
    if located is None:
        return Stated()
    mapping = notation.mapping(located, "自报结果 stated", ("scores", "adjustments", "total", "grade", "claims"))
    paths = [path for path, _ in walk(scheme.indicators)]
    scores: list[tuple[Path, Fraction]] = []
    for key, value in notation.mapping(mapping.get("scores"), "自报得分 scores").entries:
        found = resolve(key.text, paths)
        if not found:
            notation.findings.error(
                f"自报得分：方案里没有指标“{key.text}”", key.source, advice=nearest(key.text, paths)
            )
            continue
        if len(found) > 1:
            advice = f"请写明是哪一个：{spelled(found)}"
            notation.findings.error(f"自报得分：方案里不止一个指标“{key.text}”", key.source, advice=advice)
            continue
        scores.append((found[0], notation.number(value, f"“{key.text}”的得分")))
    names = [item.name for item in scheme.adjustments]
    adjustments = notation.mapping(mapping.get("adjustments"), "自报加减分 adjustments", names).entries
    total, grade = mapping.get("total"), notation.text(mapping.get("grade"), "等级 grade")
    return Stated(
        tuple(scores),
        tuple((key.text, notation.number(value, f"“{key.text}”")) for key, value in adjustments),
        notation.number(total, "总分 total") if total is not None and notation.text(total, "总分") else None,
        grade,
        notation.texts(mapping.get("claims"), "结论 claims"),
    )


def _read_what_ifs(located: Located | None, scheme: Scheme, notation: Notation) -> tuple[WhatIf, ...]:
    return tuple(_read_what_if(entry, scheme, notation) for entry in notation.listing(located, "假设 what_if"))


def _read_what_if(located: Located, scheme: Scheme, notation: Notation) -> WhatIf:
    mapping = notation.mapping(located, "一种假设", ("name", "note", "data"))
    wrong_before = len(notation.findings.errors)
    data = _read_data(mapping.get("data"), scheme, notation)
    if not data and len(notation.findings.errors) == wrong_before:
        notation.findings.error("假设至少要改一个数据项 data", mapping.source)
    note = notation.text(mapping.get("note"), "说明 note")
    return WhatIf(notation.text(mapping.get("name"), "名称 name"), data, note)


def read_figures(located: Located, scheme: Scheme) -> FiguresRead:
    """Only the data items of a file that may be a whole evaluation or hold nothing but `data`."""
    findings = Findings()
    notation = Notation(findings)
    data = located.get("data") if isinstance(located, Mapping) else None
    if data is None:
        findings.error("没有数据 data", located.source, expected="data: 下面逐行写“数据项: 带单位的数”")
    return FiguresRead(_read_data(data, scheme, notation), tuple(findings))


def with_what_if(evaluation: Evaluation | None, located: Located, scheme: Scheme) -> EvaluationRead:
    """The evaluation with one more reading, from a file of its own: the same keys as one entry of `what_if`.

    Where the evaluation itself could not be read, what is wrong with the other reading is found all the same.
    """
    findings = Findings()
    what_if = _read_what_if(located, scheme, Notation(findings))
    if evaluation is None or findings.errors:
        return EvaluationRead(None, tuple(findings))
    return EvaluationRead(replace(evaluation, what_ifs=(*evaluation.what_ifs, what_if)), tuple(findings))
