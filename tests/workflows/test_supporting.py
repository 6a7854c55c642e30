"""Which file is which paper: by the file that the list names, by the paper's own name, or by a name that holds it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hengji.facts.evidence import Evidence
from hengji.facts.supporting import EvidenceFile, Support
from hengji.workflows.evidence_folder import FoundFile
from hengji.workflows.scoring import score_file
from hengji.workflows.supporting import Matched, match_supports

SCORED = score_file(Path(__file__).parents[2] / "examples" / "verification-2021" / "verified.yaml")
PROCUREMENT = ("预算执行情况", "支出管理", "政府采购执行率")
BUDGETING = ("预算编制情况", "预算编制")


def shelf(*names: str) -> tuple[FoundFile, ...]:
    return tuple(FoundFile(Path(name), name, EvidenceFile(f"佐证/{name}", 1, f"{number:064x}"))
                 for number, name in enumerate(names))  # fmt: skip


def matched(*names: str, evidence: tuple[Evidence, ...] = ()) -> Matched:
    assert SCORED.evaluation is not None
    assert SCORED.card is not None
    return match_supports(replace(SCORED.evaluation, evidence=evidence), SCORED.card, shelf(*names))


def support(found: Matched, name: str) -> Support:
    return next(each for each in found.supports if each.name == name)


def test_reasons_forms_and_events_are_what_an_indicator_rests_on():
    found = matched()
    assert support(found, "审计整改函").paths == (("预算执行情况", "支出管理", "财务合规性"),)
    assert PROCUREMENT in support(found, "财决附03表").paths
    assert support(found, "预算调剂情况反馈材料").paths == ((*BUDGETING, "财政拨款收入预决算差异率"),)


@pytest.mark.parametrize(
    "file",
    [
        "审计整改函.pdf",
        "子文件夹/审计整改函.docx",
        "附件2-1 审计整改函.pdf",
        "《审计整改函》.pdf",
        "关于审计整改函的复印件.pdf",
    ],
)
def test_a_file_is_found_by_its_name(file: str):
    found = matched(file)
    assert [each.name for each in support(found, "审计整改函").files] == [f"佐证/{file}"]
    assert found.unused == ()


def test_a_file_of_the_same_name_is_taken_before_one_that_only_holds_it():
    files = support(matched("审计整改函.pdf", "专项审计整改函.pdf"), "审计整改函").files
    assert [each.name for each in files] == ["佐证/审计整改函.pdf"]


def test_a_file_that_the_list_names_is_taken_before_any_other():
    line = Evidence("1", "审计整改函", "扫描/0007.pdf", (PROCUREMENT,), "第3页")
    found = support(matched("扫描/0007.pdf", "审计整改函.pdf", evidence=(line,)), "审计整改函")
    assert [each.name for each in found.files] == ["佐证/扫描/0007.pdf"]
    assert found.places == ("第3页",)
    assert PROCUREMENT in found.paths


def test_a_line_for_a_branch_speaks_for_all_below_it():
    line = Evidence("1", "预算批复", indicators=(BUDGETING,))
    assert len(support(matched(evidence=(line,)), "预算批复").paths) == 3


def test_a_picture_instead_of_the_pdf_is_said():
    line = Evidence("1", "预算批复", "预算批复.pdf", (PROCUREMENT,))
    found = matched("预算批复.jpg", evidence=(line,))
    assert any("要的是 PDF，交来的是图片；现为预算批复.jpg" in str(each) for each in found.findings)


def test_another_file_than_the_list_registered_is_said():
    line = Evidence("1", "预算批复", "预算批复.pdf", (PROCUREMENT,), sha256="f" * 64)
    found = matched("预算批复.pdf", evidence=(line,))
    assert any("与清单登记的不是同一个文件" in str(each) for each in found.findings)


def test_all_that_is_missing_is_said_once():
    (finding,) = matched().findings
    assert finding.message == f"有 {len(matched().supports)} 份佐证材料没有找到"
    assert finding.severity == "warning"


def test_a_file_that_nobody_named_is_kept_apart():
    assert [each.name for each in matched("食堂菜单.pdf").unused] == ["佐证/食堂菜单.pdf"]
