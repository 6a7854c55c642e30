"""What a change of the code changed, finding by finding."""

from __future__ import annotations

from pathlib import Path

import findings_of_samples as bench
import pytest

_FAULTY = bench.SAMPLES / "independent_third" / "documents" / "303-云岫区2024年区级部门预算（区应急管理局）.txt"


def test_every_kind_of_sample_is_among_them_and_no_readme() -> None:
    found = list(bench.samples())
    assert {path.suffix for path in found} >= {".txt", ".docx", ".xlsx", ".pdf", ".html"}
    assert not any(path.name == "README.md" for path in found)


def test_a_finding_is_one_line_and_marked_where_it_touches_a_labelled_fault() -> None:
    lines = bench.findings_of(_FAULTY)
    assert all(len(line.splitlines()) == 1 and len(line.split("\t")) == 5 for line in lines)
    assert any("\terror*\tgrowth\t" in line for line in lines)


def test_nothing_differs_from_what_was_just_written_and_what_is_missing_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "before.txt"
    assert bench.main(("--save", str(kept)), [_FAULTY]) == 0
    assert bench.main(("--against", str(kept)), [_FAULTY]) == 0
    lines = kept.read_text(encoding="utf-8").splitlines()
    kept.write_text("\n".join([*lines[1:], "gone"]), encoding="utf-8")
    capsys.readouterr()
    assert bench.main(("--against", str(kept)), [_FAULTY]) == 1
    shown = capsys.readouterr().out
    assert "-gone" in shown.splitlines()
    assert "".join(lines[0].split()) in "".join(shown.split())
