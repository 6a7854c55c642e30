"""How a part of a leaf is written in a scheme file, and read back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import cast

from hengji.facts.sources import Located, Mapping, Text
from hengji.rules.notation import Notation, Plain
from hengji.rules.parts import Case, Part, PartTransfer, ZeroDenominator
from hengji.rules.rule import Rule, points_text

__all__ = ["PART_KEYS", "part_data", "read_part", "read_parts"]

PART_KEYS = (
    "points",
    "text",
    "value",
    "called",
    "rule",
    "cases",
    "zero",
    "rate_places",
    "applies",
    "otherwise",
)

_ZERO = {
    "full": "full",
    "满分": "full",
    "zero": "zero",
    "0": "zero",
    "不得分": "zero",
    "not_applicable": "not_applicable",
    "不适用": "not_applicable",
}


def read_parts(located: Located | None, what: str, notation: Notation) -> tuple[Part, ...]:
    """A list of parts, each with its own points and transfer."""
    parts = []
    for entry in notation.listing(located, what):
        mapping = notation.mapping(entry, what, (*PART_KEYS, *notation.kinds))
        part = read_part(mapping, notation.number(mapping.get("points"), "分值 points"), "", notation)
        if part is not None:
            parts.append(replace(part, transfer=_read_transfer(mapping, notation)))
    return tuple(parts)


def read_part(mapping: Mapping, points: Fraction, called: str, notation: Notation) -> Part | None:
    """The part that *mapping* writes; *called* names its value where the file does not."""
    rule = _read_rule(mapping, notation)
    if rule is None:
        return None
    value = notation.formula(mapping.get("value"), "计算式 value")
    _check_value(rule, value is not None, mapping, notation)
    zero = mapping.get("zero")
    written = mapping.get("rate_places")
    places = int(notation.number(written, "比率小数位 rate_places")) if written is not None else notation.rate_places
    return Part(
        points=points,
        rule=rule,
        value=value,
        called=notation.text(mapping.get("called"), "名称 called") or called,
        text=notation.text(mapping.get("text"), "说明 text"),
        cases=_read_cases(mapping.get("cases"), notation),
        zero=cast(ZeroDenominator, notation.choice(zero, "分母为零时 zero", _ZERO)) if zero is not None else None,
        rate_places=places if value is not None and value.unit.is_rate else None,
    )


def _read_rule(mapping: Mapping, notation: Notation) -> Rule | None:
    """The rule, under `rule:` or directly under the name of its kind."""
    written = mapping.get("rule")
    holder = Mapping(((written, Text("")),), written.source) if isinstance(written, Text) else written
    if holder is None:
        found = [(key, value) for key, value in mapping.entries if key.text in notation.kinds]
    else:
        found = list(notation.mapping(holder, "评分规则 rule", notation.kinds).entries)
    known = [(key, value) for key, value in found if key.text in notation.kinds]
    if len(known) != 1:
        problem = "没有评分规则" if not known else "写了不止一种评分规则"
        notation.findings.error(problem, mapping.source, expected=f"一种规则：{'、'.join(notation.kinds)}")
        return None
    key, value = known[0]
    return notation.kinds[key.text].read(value, notation)


def _check_value(rule: Rule, has_value: bool, mapping: Mapping, notation: Notation) -> None:
    if rule.takes != "nothing" and mapping.get("value") is None:
        notation.findings.error(f"规则 {rule.kind} 需要计算式 value", mapping.source)
    if rule.takes == "nothing" and has_value:
        notation.findings.error(f"规则 {rule.kind} 由人评判，不读计算式 value", mapping.source)


def _read_cases(located: Located | None, notation: Notation) -> tuple[Case, ...]:
    cases = []
    for entry in notation.listing(located, "特别情形 cases"):
        mapping = notation.mapping(entry, "特别情形", ("when", "points", "text"))
        when = notation.condition(mapping.get("when"), "特别情形的条件 when")
        points = notation.number(mapping.get("points"), "特别情形的得分 points")
        if when is not None:
            cases.append(Case(when, points, notation.text(mapping.get("text"), "特别情形的说明 text")))
    return tuple(cases)


def _read_transfer(mapping: Mapping, notation: Notation) -> PartTransfer | None:
    """`applies` and `otherwise: {to_parts: [1, 2]}` of a part inside a leaf."""
    if mapping.get("applies") is None:
        return None
    applies = notation.condition(mapping.get("applies"), "适用条件 applies")
    otherwise = notation.mapping(mapping.get("otherwise"), "不适用时 otherwise", ("to_parts",))
    numbers = [
        notation.number(item, "转给第几部分 to_parts")
        for item in notation.listing(otherwise.get("to_parts"), "to_parts")
    ]
    if not numbers:
        notation.findings.error(
            "不适用的部分必须写明分值转给同一指标的哪些部分 otherwise: {to_parts: […]}", mapping.source
        )
    return PartTransfer(applies, tuple(int(number) for number in numbers)) if applies and numbers else None


def part_data(part: Part) -> dict[str, Plain]:
    """The part as a scheme file writes it."""
    data: dict[str, Plain] = {"points": points_text(part.points)}
    for key, text in (("text", part.text), ("called", part.called)):
        if text:
            data[key] = text
    if part.value is not None:
        data["value"] = part.value.text
    if part.rate_places is not None:
        data["rate_places"] = str(part.rate_places)
    data["rule"] = {part.rule.kind: part.rule.to_data()}
    if part.zero is not None:
        data["zero"] = part.zero
    if part.cases:
        data["cases"] = [
            {"when": case.when.text, "points": points_text(case.points), "text": case.text} for case in part.cases
        ]
    if part.transfer is not None:
        data["applies"] = part.transfer.applies.text
        data["otherwise"] = {"to_parts": [str(number) for number in part.transfer.to]}
    return data
