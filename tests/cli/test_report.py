"""`hengji report`: what it says and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from hengji.cli.application import application

_EXAMPLE = Path(__file__).parents[2] / "examples" / "self-evaluation-2023" / "self.yaml"


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(application, ["report", *map(str, arguments)])
    return result.exit_code, result.output


def test_a_report_is_drafted_written_and_read_back(tmp_path: Path) -> None:
    evaluation = Path(shutil.copy(_EXAMPLE, tmp_path))
    code, said = _run("new", evaluation)
    assert (code, "self.narrative.yaml" in said) == (0, True)
    code, said = _run("write", evaluation, "-o", tmp_path / "r.docx")
    assert code == 0
    assert "还要填写" in said
    code, said = _run("read", tmp_path / "r.docx", evaluation)
    assert (code, "没有修改" in said) == (0, True)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    evaluation = Path(shutil.copy(_EXAMPLE, tmp_path))
    code, said = _run("write", evaluation, "-o", tmp_path / "r.odt")
    assert code == 2
    assert "docx 或 pdf" in said
    assert _run("write", tmp_path / "none.yaml", "-o", tmp_path / "r.docx")[0] == 2
    assert _run("read", tmp_path / "none.docx", evaluation)[0] == 2
