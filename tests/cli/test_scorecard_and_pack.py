"""`hengji scorecard` and `hengji pack`."""

from __future__ import annotations

import zipfile

import pytest

OWN, VERIFIED = "examples/verification-2021/self.yaml", "examples/verification-2021/verified.yaml"


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx"])
def test_a_scorecard_is_written_and_what_is_wrong_is_said(run, tmp_path, ending):
    result = run("scorecard", OWN, "--verified", VERIFIED, "-o", tmp_path / f"表.{ending}")
    assert result.exit_code == 1
    assert (tmp_path / f"表.{ending}").stat().st_size > 1000
    assert "总分 101.72 超出方案规定的 0～100 分" in result.stderr


def test_a_verification_alone_has_nothing_to_be_said_of(run, tmp_path):
    assert run("scorecard", VERIFIED, "-o", tmp_path / "表.docx").exit_code == 0


def test_an_unknown_ending_is_told_which_there_are(run, tmp_path):
    result = run("scorecard", VERIFIED, "-o", tmp_path / "表.odt")
    assert result.exit_code == 2
    assert "可以写 .docx .xlsx .pdf" in result.stderr


def test_an_evaluation_that_is_not_there_is_told(run, tmp_path):
    result = run("scorecard", "没有.yaml", "-o", tmp_path / "表.docx")
    assert result.exit_code == 2
    assert "没有写入" in result.stderr
    assert "找不到这个文件" in result.stderr


def test_a_pack_is_written_and_checked(run, tmp_path):
    path = tmp_path / "底稿.zip"
    packed = run("pack", VERIFIED, "-o", path)
    assert packed.exit_code == 0
    assert "底稿共 5 个文件，缺少佐证材料 19 份。" in packed.stdout
    checked = run("pack", path, "--check")
    assert checked.exit_code == 0
    assert "5 个文件都与清单相符" in checked.stdout


def test_a_changed_pack_is_told_with_the_file(run, tmp_path):
    run("pack", VERIFIED, "-o", tmp_path / "底稿.zip")
    with zipfile.ZipFile(tmp_path / "底稿.zip") as old, zipfile.ZipFile(tmp_path / "改.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b" " if name.startswith("评价/") else b""))
    result = run("pack", "--check", tmp_path / "改.zip")
    assert result.exit_code == 1
    assert "评价/verified.yaml：文件内容与清单不符" in result.stdout


def test_a_self_evaluation_is_not_packed(run, tmp_path):
    result = run("pack", OWN, "-o", tmp_path / "底稿.zip")
    assert result.exit_code == 2
    assert "没有打包" in result.stderr


def test_a_pack_of_another_kind_is_told_which_there_are(run, tmp_path):
    result = run("pack", VERIFIED, "-o", tmp_path / "底稿.rar")
    assert result.exit_code == 2
    assert "可以写 .zip .pdf" in result.stderr


def test_a_missing_folder_of_evidence_is_told_and_the_pack_is_made(run, tmp_path):
    result = run("pack", VERIFIED, "--evidence", tmp_path / "没有", "-o", tmp_path / "底稿.zip")
    assert result.exit_code == 1
    assert "找不到佐证材料的文件夹" in result.stderr
    assert (tmp_path / "底稿.zip").exists()
