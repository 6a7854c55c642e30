"""Reports of the examples: drafted, written, checked by our own checker, edited and read back."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from hengji.documents.word.paper_reader import read_returned_paper
from hengji.reports.paper.blocks import Cell, Live, Paper, Paragraph, Run, Section, Table, Typed
from hengji.reports.paper.word import write_docx
from hengji.workflows.checking import check_file
from hengji.workflows.report_returns import read_report
from hengji.workflows.reporting import ReportFiles, begin_report, composed_report, narrative_path, write_report

_EXAMPLES = Path(__file__).parents[2] / "examples"
_REPORTS = (
    "verification-2021/verified.yaml",
    "self-evaluation-2020/self.yaml",
    "self-evaluation-2022/self.yaml",
    "self-evaluation-2023/self.yaml",
    "goal-table-2024/self.yaml",
)


def _runs(paper: Paper) -> list[Run]:
    found: list[Run] = []
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                found += [run for row in block.rows for cell in row for run in cell.runs]
            elif hasattr(block, "runs"):
                found += block.runs
    return found


def _masked(paper: Paper) -> Paper:
    """The paper without what its references say: the figures that are left follow nothing."""

    def hidden(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(replace(run, text="某值") if isinstance(run, Live) else run for run in runs)

    def cell(one: Cell) -> Cell:
        return replace(one, runs=hidden(one.runs))

    sections = []
    for section in paper.sections:
        blocks = []
        for block in section.blocks:
            if isinstance(block, Paragraph):
                blocks.append(replace(block, runs=hidden(block.runs)))
            elif isinstance(block, Table):
                blocks.append(replace(block, rows=tuple(tuple(map(cell, row)) for row in block.rows)))
            else:
                blocks.append(block)
        sections.append(Section(tuple(blocks), section.orientation))
    return replace(paper, sections=tuple(sections))


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
@pytest.mark.parametrize("example", _REPORTS)
def test_a_report_of_ours_has_no_error_for_our_checker(example: str, ending: str, tmp_path: Path) -> None:
    written = write_report(ReportFiles(_EXAMPLES / example), tmp_path / f"report{ending}")
    assert written.path is not None
    checked = check_file(written.path)
    assert checked.report is not None
    assert [relation.message for relation in checked.report.relations if relation.verdict == "error"] == []


@pytest.mark.slow
@pytest.mark.parametrize("example", _REPORTS)
def test_at_least_95_percent_of_the_figures_follow_their_data(example: str, tmp_path: Path) -> None:
    """Figures as our checker counts them: those left when every reference is taken out follow nothing."""
    composed, _ = composed_report(ReportFiles(_EXAMPLES / example))
    assert composed is not None
    counts = []
    for name, paper in (("all", composed.paper), ("left", _masked(composed.paper))):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(write_docx(paper))
        checked = check_file(path)
        assert checked.report is not None
        counts.append(len(checked.report.mentions))
    everything, left = counts
    assert everything > 0
    assert left <= everything * 0.05, (example, left, everything)
    assert not [run for run in _runs(composed.paper) if isinstance(run, Typed)]


def _copy(folder: Path, example: str = "verification-2021") -> ReportFiles:
    for name in ("self.yaml", "verified.yaml"):
        source = _EXAMPLES / example / name
        if source.exists():
            shutil.copy(source, folder)
    if (folder / "verified.yaml").exists():
        return ReportFiles(folder / "self.yaml", folder / "verified.yaml")
    return ReportFiles(folder / "self.yaml")


def _edited(source: Path, to: Path, change: Callable[[str], str]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == "word/document.xml" else content)
    return to


def _by_hand(xml: str) -> str:
    assert ">3.83万元<" in xml and "缺少佐证的不予认定" in xml
    return xml.replace(">3.83万元<", ">3.93万元<", 1).replace("缺少佐证的不予认定", "缺少佐证的一律不予认定", 1)


def _without_marks(xml: str) -> str:
    bare = re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml)
    return re.sub(r"<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag(?:(?!</w:sdtPr>).)*</w:sdtPr>", "<w:sdtPr/>", bare)


def _libreoffice(source: Path, folder: Path) -> Path:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder / source.name


def test_a_report_that_nobody_edited_comes_back_unchanged(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    write_report(files, tmp_path / "r.docx")
    edits = read_report(tmp_path / "r.docx", files).edits
    assert edits is not None
    assert (edits.figures, edits.words) == ((), ())


@pytest.mark.parametrize("way", ["word", "without marks", pytest.param("libreoffice", marks=pytest.mark.libreoffice)])
def test_exactly_what_was_edited_is_told(way: str, tmp_path: Path) -> None:
    files = _copy(tmp_path)
    write_report(files, tmp_path / "r.docx")
    edited = _edited(tmp_path / "r.docx", tmp_path / "edited.docx", _by_hand)
    if way == "libreoffice":
        (tmp_path / "saved").mkdir()
        edited = _libreoffice(edited, tmp_path / "saved")
    elif way == "without marks":
        edited = _edited(edited, tmp_path / "bare.docx", _without_marks)
    edits = read_report(edited, files).edits
    assert edits is not None
    assert [(each.key, each.old, each.new) for each in edits.figures] == [
        ("数据:政府采购实际金额", "3.83万元", "3.93万元")
    ]
    assert [each.new for each in edits.words] == ["材料，缺少佐证的一律不予认定。"]


def test_kept_words_come_out_again_with_their_references_and_the_figure_does_not(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    write_report(files, tmp_path / "r.docx")
    edited = _edited(tmp_path / "r.docx", tmp_path / "edited.docx", _by_hand)
    assert read_report(edited, files, keep=True).kept == 1
    kept = narrative_path(files).read_text("utf-8")
    assert "满分{满分}" in kept and "一律不予认定" in kept and "3.93" not in kept
    write_report(files, tmp_path / "again.docx")
    edits = read_report(tmp_path / "again.docx", files).edits
    assert edits is not None and not edits.figures and not edits.words
    text = "".join(paragraph.text for paragraph in read_returned_paper((tmp_path / "again.docx").read_bytes()))
    assert "缺少佐证的一律不予认定" in text and "3.93万元" not in text


def test_the_report_follows_its_data(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    verified = tmp_path / "verified.yaml"
    verified.write_text(
        verified.read_text("utf-8").replace("政府采购实际金额: {value: 3.83万元", "政府采购实际金额: {value: 2.00万元"),
        "utf-8",
    )
    write_report(files, tmp_path / "r.docx")
    text = "".join(paragraph.text for paragraph in read_returned_paper((tmp_path / "r.docx").read_bytes()))
    assert "政府采购实际金额为2.00万元" in text
    assert "政府采购执行率=2÷3.94=51%" in text
    assert "3.83" not in text


def test_last_year_gives_changes_with_the_right_word(tmp_path: Path) -> None:
    shutil.copy(_EXAMPLES / "self-evaluation-2022/self.yaml", tmp_path / "now.yaml")
    text = (tmp_path / "now.yaml").read_text("utf-8")
    earlier = text.replace("year: 2022", "year: 2021").replace("411.48万元", "325.76万元")
    (tmp_path / "then.yaml").write_text(earlier, "utf-8")
    files = ReportFiles(tmp_path / "now.yaml", previous=(tmp_path / "then.yaml",))
    write_report(files, tmp_path / "r.docx")
    said = "".join(paragraph.text for paragraph in read_returned_paper((tmp_path / "r.docx").read_bytes()))
    assert "全年执行数为411.48万元，与上年相比增加85.72万元，增长26.31%。" in said
    assert "全年预算数为443.26万元，与上年相比持平。" in said


def test_beginning_again_keeps_what_a_person_wrote(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    assert begin_report(files).edited == 0
    path = narrative_path(files)
    data = yaml.safe_load(path.read_text("utf-8"))
    data["sections"][0]["passages"][0]["edited"] = "本单位是市政府工作部门。"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    again = begin_report(files)
    assert again.edited == 1
    assert "本单位是市政府工作部门。" in path.read_text("utf-8")


def _with_words(files: ReportFiles, words: str) -> None:
    begin_report(files)
    path = narrative_path(files)
    data = yaml.safe_load(path.read_text("utf-8"))
    data["sections"][0]["passages"][0]["edited"] = words
    path.write_text(yaml.safe_dump(data, allow_unicode=True, width=10**6), "utf-8")


def test_an_unknown_reference_is_told_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    _with_words(files, "采购{政府采购实际金}和{得分:政府采购执行}。")
    written = write_report(files, tmp_path / "r.docx")
    wrong = [point for point in written.points if point.severity == "error"]
    assert [point.advice for point in wrong] == ["是否想写“政府采购实际金额”", "是否想写“政府采购执行率”"]
    assert all(point.source.line for point in wrong)
    assert written.path is not None and written.path.exists()


def test_a_typed_figure_is_marked_and_listed(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    _with_words(files, "编制15名，2021年采购{政府采购实际金额|元}。")
    composed, _ = composed_report(files)
    assert composed is not None
    assert [run.text for run in _runs(composed.paper) if isinstance(run, Typed)] == ["15名"]
    assert [point.message for point in composed.findings if point.code == "report.typed"] == [
        "手写的数字“15名”不随数据变化"
    ]
    assert "38300.00元" in [run.text for run in _runs(composed.paper)]


def test_every_problem_of_a_damaged_narrative_is_told_and_nothing_is_overwritten(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    path = narrative_path(files)
    passages = "  - passage: 丙\n    draft: []\n  - passage: 丙\n    level: 9\n"
    broken = f"sections:\n- section: 甲\n  titel: 乙\n  passages:\n{passages}"
    path.write_text(broken, "utf-8")
    new = begin_report(files)
    assert new.path is None
    assert len([finding for finding in new.findings if finding.source.document == path.name]) >= 5
    assert path.read_text("utf-8") == broken


def test_an_unknown_ending_and_a_mismatched_pair_are_refused(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    assert write_report(files, tmp_path / "r.odt").path is None
    swapped = ReportFiles(tmp_path / "verified.yaml", tmp_path / "self.yaml")
    refused = write_report(swapped, tmp_path / "r.docx")
    assert refused.path is None
    assert "report.pair" in {finding.code for finding in refused.findings}


def test_a_hostile_organisation_stays_words(tmp_path: Path) -> None:
    shutil.copy(_EXAMPLES / "self-evaluation-2023/self.yaml", tmp_path / "self.yaml")
    path = tmp_path / "self.yaml"
    hostile = "=cmd|' /C calc'!A0{总分}<w:p>"
    path.write_text(path.read_text("utf-8").replace("示例区商会联合会", f'"{hostile}"'), "utf-8")
    files = ReportFiles(path)
    assert write_report(files, tmp_path / "r.docx").path is not None
    text = [paragraph.text for paragraph in read_returned_paper((tmp_path / "r.docx").read_bytes())]
    assert hostile in text


@pytest.mark.slow
def test_a_narrative_of_three_hundred_pages_comes_out(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    page = "本段叙述工作情况，文字较长，用来试一试很长的报告能不能写出来。" * 18
    _with_words(files, "\n".join([page] * 300))
    assert write_report(files, tmp_path / "r.docx").path is not None
    edits = read_report(tmp_path / "r.docx", files).edits
    assert edits is not None and not edits.figures and not edits.words


def test_what_is_no_docx_is_refused_in_words(tmp_path: Path) -> None:
    files = _copy(tmp_path)
    (tmp_path / "x.docx").write_bytes(b"no archive")
    for name in ("x.docx", "none.docx", "x.pdf"):
        read = read_report(tmp_path / name, files)
        assert read.edits is None and read.findings
