"""Many workbooks at once: each in its place, what is wrong with one told of that one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hengji.workflows.many_workbooks import Job, evaluation_files, write_many
from hengji.workflows.returning import read_workbook

VERIFIED = Path(__file__).parents[2] / "examples" / "verification-2021" / "verified.yaml"


@pytest.fixture
def departments(tmp_path: Path) -> Path:
    folder = tmp_path / "各单位"
    for name in ("甲", "乙/下属", "丙"):
        (folder / name).mkdir(parents=True)
        shutil.copy(VERIFIED, folder / name / "self.yaml")
    (folder / "丙" / "self.narrative.yaml").write_text("sections: []", encoding="utf-8")
    (folder / "坏.yaml").write_text("evaluation: self\n", encoding="utf-8")
    (folder / ".隐藏.yaml").write_text("", encoding="utf-8")
    return folder


def test_every_evaluation_in_a_folder_has_a_workbook_named_by_its_place(departments: Path, tmp_path: Path) -> None:
    found = evaluation_files([departments], tmp_path / "out")
    assert [target.name for _, target in found] == ["丙-self.xlsx", "乙-下属-self.xlsx", "坏.xlsx", "甲-self.xlsx"]


def test_two_files_of_one_name_do_not_overwrite_each_other(departments: Path, tmp_path: Path) -> None:
    files = [departments / "甲" / "self.yaml", departments / "丙" / "self.yaml"]
    assert [target.name for _, target in evaluation_files(files, tmp_path)] == ["self.xlsx", "self-2.xlsx"]


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_one_that_cannot_be_read_does_not_stop_the_rest(departments: Path, tmp_path: Path, processes: int) -> None:
    jobs = [Job(file, target) for file, target in evaluation_files([departments] * 1, tmp_path / "out")] * 2
    written = list(write_many(jobs, processes))
    assert [one.path is not None for one in written] == [True, True, False, True] * 2
    assert any(finding.severity == "error" for finding in written[2].findings)


def test_with_a_stage_forms_are_written(departments: Path, tmp_path: Path) -> None:
    job = Job(departments / "甲" / "self.yaml", tmp_path / "核查.xlsx", "verification")
    (written,) = write_many([job], 1)
    assert written.path is not None
    mark = read_workbook(written.path).mark
    assert mark is not None and mark.stage == "verification"
