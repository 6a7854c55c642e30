"""What `scheme check` says of schemes with one thing wrong (broken_schemes.yaml), each at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.findings import Finding
from hengji.rules.scheme_notation import read_scheme

TABLE = yaml.load((Path(__file__).parent / "broken_schemes.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def findings_of(text: str) -> tuple[Finding, ...]:
    read = read_yaml(text.encode(), "方案.yaml")
    assert read.located is not None, [str(finding) for finding in read.findings]
    return read_scheme(read.located).findings


def test_the_good_scheme_has_nothing_wrong() -> None:
    assert findings_of(TABLE["good"]) == ()


@pytest.mark.parametrize("case", [pytest.param(case, id=case["case"]) for case in TABLE["cases"]])
def test_one_thing_wrong_is_found_at_its_line(case: dict[str, str]) -> None:
    broken = TABLE["good"].replace(case["from"], case["to"])
    assert broken != TABLE["good"]

    found = findings_of(broken)

    said = [finding for finding in found if case["says"] in str(finding)]
    assert said, [str(finding) for finding in found]
    assert said[0].severity == case.get("severity", "error")
    assert said[0].source.line == case["line"]


def test_everything_wrong_is_said_in_one_pass() -> None:
    broken = TABLE["good"]
    for case in ("89.5 无家可归", "不认识的单位", "最高档的分数够不着分值", "缺少必填的键"):
        change = next(entry for entry in TABLE["cases"] if entry["case"] == case)
        broken = broken.replace(change["from"], change["to"])

    said = " ".join(str(finding) for finding in findings_of(broken))

    assert all(words in said for words in ("89.5", "没有认识的单位", "最高只能得到", "缺少“basis”"))


def test_a_scheme_with_errors_is_not_used() -> None:
    read = read_yaml(TABLE["good"].replace("- 履职效果: 40", "- 履职效果: 30").encode(), "方案.yaml")
    assert read.located is not None
    assert read_scheme(read.located).scheme is None
