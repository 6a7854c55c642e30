"""What a working paper shows: from the question over evidence and recomputation to the conclusion and who signs it."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from hengji.facts.signatures import Objection, Signatures
from hengji.facts.supporting import EvidenceFile, Support
from hengji.reports.paper.blocks import Heading, PageBreak, Paper, Table, plain
from hengji.reports.paper.print import write_pdf
from hengji.reports.scorecard_sides import Sides
from hengji.reports.working_cells import size_text
from hengji.reports.working_papers import WorkingPapers, working_papers
from reports.small_scorecards import BENEFIT, COMPLIANCE, EXECUTION, PROCUREMENT, comparison

FILE = EvidenceFile("佐证/审计整改函.pdf", 2048, "ab" * 32)
LETTER = Support("审计整改函", ("第3页",), (COMPLIANCE,), (FILE,))
FORM = Support("财决附03表", (), (PROCUREMENT,))
SIGNED = Signatures(verifier="张一", verified_on="2022年9月10日",
                    objections=(Objection(COMPLIANCE, "问题已经改完", "维持原分"),))  # fmt: skip


def papers(signatures: Signatures = SIGNED) -> WorkingPapers:
    both = comparison()
    sides = Sides(both.self_card, both.verified_card, {"问责": "一次扣2分"})
    return WorkingPapers(sides, (LETTER, FORM), (EvidenceFile("佐证/别的.txt", 1, "0" * 64),), signatures)


def headings(paper: Paper, level: int) -> list[str]:
    return [plain(block.runs) for section in paper.sections for block in section.blocks
            if isinstance(block, Heading) and block.level == level]  # fmt: skip


def words(table: Table) -> list[list[str]]:
    return [[plain(cell.runs) for cell in row] for row in table.rows]


def sheet(paper: Paper, key: str) -> list[list[str]]:
    (found,) = (block for section in paper.sections for block in section.blocks
                if isinstance(block, Table) and block.key == key)  # fmt: skip
    return words(found)


COMPLIANCE_SHEET = f"底稿:{'/'.join(COMPLIANCE)}"


def test_a_sheet_goes_from_the_question_to_who_signs():
    banners = [row[0] for row in sheet(working_papers(papers()), COMPLIANCE_SHEET) if len(row) == 1]
    assert banners == ["一、核查什么", "二、依据哪些材料", "三、怎样重算", "四、结论", "五、谁核查、谁复核"]


def test_the_evidence_is_named_with_its_place_its_file_and_its_checksum():
    rows = sheet(working_papers(papers()), COMPLIANCE_SHEET)
    found = next(row for row in rows if row[0] == "审计整改函")
    assert found == ["审计整改函", "第3页", f"审计整改函.pdf（2\u00a0KB）\n{'ab' * 16}\n{'ab' * 16}"]


def test_a_paper_that_was_not_handed_in_is_listed_as_missing():
    rows = sheet(working_papers(papers()), f"底稿:{'/'.join(PROCUREMENT)}")
    assert ["财决附03表", "—", "缺：未随附"] in rows
    summary = sheet(working_papers(papers()), "表:汇总")
    assert next(row for row in summary if row[1] == PROCUREMENT[-1])[-1] == "1 份，缺 1 份"


def test_the_recomputation_shows_every_figure_with_its_origin_and_every_step():
    rows = sheet(working_papers(papers()), f"底稿:{'/'.join(PROCUREMENT)}")
    assert ["政府采购实际金额", "1003.83 万元", "财决附03表；核查.yaml 第12行"] in rows
    assert ["计算过程", "政府采购执行率 = 3.83 ÷ 3.94 = 97%\n2 × 97% = 1.94"] in rows


def test_the_conclusion_has_both_scores_what_was_lost_why_and_what_the_department_objected():
    rows = sheet(working_papers(papers()), COMPLIANCE_SHEET)
    assert ["自评得分", "58.00", "核查得分", "57.00", "扣分", "1.00"] in rows
    assert ["原因", "不合规：有4个项目执行率低（佐证：审计整改函）"] in rows
    assert ["反馈意见", "问题已经改完"] in rows
    assert ["答复", "维持原分"] in rows


def test_who_is_unknown_gets_room_to_sign():
    rows = sheet(working_papers(papers()), COMPLIANCE_SHEET)
    assert ["核查人", "张一", "日期", "2022年9月10日"] in rows
    lead = next(row for row in rows if row[0] == "复核人")
    assert lead[1].count("\n") == 1
    assert not lead[1].strip()


def test_files_that_nobody_named_are_in_the_list():
    assert any("别的.txt" in row[-1] for row in sheet(working_papers(papers()), "表:佐证"))


def test_every_indicator_begins_a_page_under_its_first_level():
    paper = working_papers(papers())
    assert headings(paper, 1) == ["核查汇总表", "佐证材料清单", f"1　{EXECUTION[0]}", f"2　{BENEFIT[0]}", "加减分项"]
    assert headings(paper, 2)[:2] == [f"1-01　{PROCUREMENT[-1]}", f"1-02　{COMPLIANCE[-1]}"]
    blocks = paper.sections[0].blocks
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 2 and "-" in plain(block.runs):
            before = blocks[number - 1]
            assert isinstance(before, PageBreak) or (isinstance(before, Heading) and before.level == 1)


def test_the_pdf_has_a_bookmark_for_every_first_level_indicator(tmp_path):
    path = tmp_path / "底稿.pdf"
    path.write_bytes(write_pdf(working_papers(papers())))
    outline = [entry.title for entry in PdfReader(path).outline if not isinstance(entry, list)]
    assert outline == headings(working_papers(papers()), 1)


def test_a_self_evaluation_alone_has_no_working_papers():
    with pytest.raises(ValueError, match="verification"):
        working_papers(WorkingPapers(Sides(comparison().self_card, None)))


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 字节"), (1023, "1023 字节"), (1024, "1 KB"), (1025, "2 KB"), (1024 * 1024, "1.0 MB"), (1572864, "1.5 MB")],
)
def test_a_size_is_said_as_people_say_it(size: int, said: str):
    assert size_text(size) == said.replace(" ", "\u00a0")
