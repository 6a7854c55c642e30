"""`hengji diff`: two drafts, the figures that changed."""

from __future__ import annotations

import json


def _drafts(tmp_path, before="全年支出12.50万元，得分92.5分。", after="全年支出12.80万元，得分92.5分。"):
    paths = tmp_path / "旧.txt", tmp_path / "新.txt"
    for path, text in zip(paths, (before, after), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_it_shows_what_changed_and_nothing_else(run, tmp_path):
    result = run("diff", *_drafts(tmp_path))
    assert result.exit_code == 1
    assert "有 1 处数字不同，其中分数 0 处" in result.stdout
    assert ("12.50万元" in result.stdout, "12.80万元" in result.stdout, "92.5" in result.stdout) == (True, True, False)


def test_drafts_with_the_same_figures_end_with_zero(run, tmp_path):
    result = run("diff", *_drafts(tmp_path, after="本年支出125,000.00元，得分92.5分。"))
    assert (result.exit_code, result.stdout.strip()) == (0, "两稿的数字都一样。")


def test_programs_read_figures_as_text(run, tmp_path):
    result = run("diff", *_drafts(tmp_path), "--format", "jsonl")
    (difference,) = json.loads(result.stdout)["differences"]
    assert (difference["before"]["value"], difference["after"]["value"]) == ("12.5", "12.8")


def test_a_draft_that_cannot_be_read_is_told(run, tmp_path):
    before, _ = _drafts(tmp_path)
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    result = run("diff", before, broken)
    assert (result.exit_code, "坏.docx" in result.stderr) == (2, True)
