"""Every kind of rule on cases that an accountant can check by hand (kinds.yaml)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from hengji.documents.yaml_reader import read_yaml
from hengji.documents.yaml_writer import write_yaml
from hengji.facts.findings import Findings
from hengji.facts.sources import Listing, Mapping, Text
from hengji.rules.formula.exact import evaluate
from hengji.rules.kinds import KINDS
from hengji.rules.notation import Notation, read_literal
from hengji.rules.parts import VALUE, answer_names
from hengji.rules.rule import Outcome, Rule


def _cases() -> list[object]:
    table = read_yaml((Path(__file__).parent / "kinds.yaml").read_bytes(), "kinds.yaml").located
    assert isinstance(table, Mapping)
    found = []
    for kind, cases in table.entries:
        assert isinstance(cases, Listing)
        for case in cases:
            assert isinstance(case, Mapping)
            label = case.get("case")
            assert isinstance(label, Text)
            found.append(pytest.param(kind.text, case, id=f"{kind.text}：{label.text}"))
    return found


def _read(kind: str, case: Mapping) -> Rule:
    findings = Findings()
    rule = KINDS[kind].read(case.get("rule") or Text(""), Notation(findings, KINDS))
    assert rule is not None and not list(findings), [str(finding) for finding in findings]
    return rule


def _number(case: Mapping, key: str) -> Fraction:
    text = case.get(key)
    assert isinstance(text, Text)
    literal = read_literal(text.text)
    assert literal is not None
    return literal.value


@pytest.mark.parametrize(("kind", "case"), _cases())
def test_points_follow_the_printed_standard(kind: str, case: Mapping) -> None:
    rule, full = _read(kind, case), _number(case, "full")

    points = evaluate(rule.points(VALUE, full, answer_names("测试")), {VALUE.name: _number(case, "value")})

    assert points == _number(case, "points")


@pytest.mark.parametrize(("kind", "case"), _cases())
def test_a_printed_rule_reads_back_equal(kind: str, case: Mapping) -> None:
    rule = _read(kind, case)

    printed = read_yaml(write_yaml({"rule": rule.to_data()}).encode(), "印出.yaml").located

    assert isinstance(printed, Mapping)
    assert _read(kind, printed) == rule


@pytest.mark.parametrize(("kind", "case"), _cases())
def test_a_result_and_a_standard_are_said_in_words(kind: str, case: Mapping) -> None:
    rule, full = _read(kind, case), _number(case, "full")
    outcome = Outcome(full, _number(case, "points"), _number(case, "value"), "某值")

    assert rule.standard("某率", full)
    assert "某值" in "".join(rule.explain(outcome))
    assert not list(rule.problems(full))
