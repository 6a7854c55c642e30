"""Every kind of rule on cases that an accountant can check by hand (kinds.yaml)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.documents.forms.yaml_writer import write_yaml
from hengji.facts.findings import Findings
from hengji.facts.sources import Listing, Mapping, Text
from hengji.facts.units import RATE, read_unit
from hengji.rules.formula.exact import evaluate
from hengji.rules.kinds import KINDS
from hengji.rules.notation import Notation, read_literal
from hengji.rules.parts import VALUE, answer_names
from hengji.rules.rule import Outcome, Rule
from hengji.scoring.environment import value_text


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


UNITS = {"per": "项", "attainment": "次", "converted": "分"}


@pytest.mark.parametrize(("kind", "case"), _cases())
def test_a_result_says_why(kind: str, case: Mapping) -> None:
    rule, full, value = _read(kind, case), _number(case, "full"), _number(case, "value")
    written, said = case.get("value"), case.get("says")
    assert isinstance(written, Text) and isinstance(said, Text)
    unit = RATE if "%" in written.text else read_unit(UNITS[kind])
    assert unit is not None

    sentences = rule.explain(Outcome(full, _number(case, "points"), value, value_text(value, unit)))

    assert "；".join(sentences) == said.text


@pytest.mark.parametrize(("kind", "case"), _cases())
def test_a_good_standard_has_no_problems(kind: str, case: Mapping) -> None:
    assert list(_read(kind, case).problems(_number(case, "full"))) == []


STANDARDS = yaml.load((Path(__file__).parent / "standards.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["prose"]) for entry in STANDARDS["good"]])
def test_a_rule_is_printed_as_an_official_standard(entry: dict[str, str]) -> None:
    (kind, written), *_ = entry["rule"].items()  # type: ignore[attr-defined]
    case = read_yaml(write_yaml({"rule": written}).encode(), "标准.yaml").located
    assert isinstance(case, Mapping)
    assert _read(kind, case).standard("某率", Fraction(entry["full"])) == entry["prose"]


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["says"]) for entry in STANDARDS["wrong"]])
def test_a_standard_that_cannot_be_right_says_so(entry: dict[str, str]) -> None:
    (kind, written), *_ = entry["rule"].items()  # type: ignore[attr-defined]
    case = read_yaml(write_yaml({"rule": written}).encode(), "标准.yaml").located
    assert isinstance(case, Mapping)
    findings = Findings()
    rule = KINDS[kind].read(case.get("rule") or Text(""), Notation(findings, KINDS))
    problems = list(rule.problems(Fraction(entry["full"]))) if rule is not None else []
    assert entry["says"] in "；".join([*problems, *(str(finding) for finding in findings)])
