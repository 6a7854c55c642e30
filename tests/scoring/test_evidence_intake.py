"""The list of evidence: numbered once, for indicators that the scheme knows, with what is wrong said line by line."""

from __future__ import annotations

import pytest

from hengji.facts.evidence import Evidence
from hengji.facts.findings import Finding
from hengji.scoring.intake import EvaluationRead, read_evaluation
from located import located, scheme

SCHEME = scheme("""
    scheme: small
    title: 小方案
    jurisdiction: "000000"
    valid: {from: 2020}
    basis: [测试]
    grades: {好: ">=60", 差: "<60"}
    places: {score: 2}
    total: {floor: 0, ceiling: 100}
    data: {}
    indicators:
    - 过程: 60
      children: [{制度: 60, checklist: [{points: 60, text: 有制度}]}]
    - 效果: 40
      children: [{满意: 40, checklist: [{points: 40, text: 满意}]}]
""")


def read(lines: str) -> EvaluationRead:
    head = "evaluation: self\norganisation: 示例局\nyear: 2024\nscheme: small\nevidence:\n"
    return read_evaluation(located(head + lines), SCHEME)


def test_a_line_says_what_where_and_for_which_indicators() -> None:
    text = "- {number: 附件1, name: 制度, file: 佐证/制度.PDF, indicators: [制度, 效果], place: 第3页, sha256: "
    evaluation = read(f"{text}{'aB' * 32}}}").evaluation
    assert evaluation is not None
    wanted = Evidence("附件1", "制度", "佐证/制度.PDF", (("过程", "制度"), ("效果",)), "第3页", "ab" * 32)
    assert evaluation.evidence == (wanted,) and wanted.kind == "pdf"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- {name: 制度}", "没有编号"),
        ("- {number: '1'}", "没有名称"),
        ("- {number: '1', name: 甲}\n- {number: '1', name: 乙}", "用了两次"),
        ("- {number: '1', name: 甲, indicators: [制度化]}", "没有指标“制度化”"),
        ("- {number: '1', name: 甲, sha256: 123}", "校验码"),
        ("- {number: '1', name: 甲, page: 3}", "没有“page”"),
    ],
)
def test_what_is_wrong_is_said(line: str, words: str) -> None:
    found: tuple[Finding, ...] = read(line).findings
    assert read(line).evaluation is None and len(found) == 1 and words in found[0].message
