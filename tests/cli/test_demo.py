"""`hengji demo`: what `make demo` does."""

from __future__ import annotations

import re
import shutil


def test_every_example_is_scored_and_linked(run, tmp_path):
    examples = tmp_path / "examples"
    shutil.copytree("examples/verification-2021", examples / "verification-2021")
    result = run("demo", "--examples", examples, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "verification-2021/self.yaml  101.72 分，优  2 处错误" in result.stdout
    assert "verification-2021/verified.yaml  89.40 分，良\n" in result.stdout
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {
        "index.html",
        "verification-2021-compare.html",
        "verification-2021-self.html",
        "verification-2021-self.xlsx",
        "verification-2021-verified.html",
        "verification-2021-verified.xlsx",
    }
    index = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert set(re.findall(r'href="([^"]+)"', index)) == written - {"index.html"}


def test_an_example_that_cannot_be_scored_stops_nothing_and_is_told(run, tmp_path):
    examples = tmp_path / "examples"
    shutil.copytree("examples/verification-2021", examples / "b")
    (examples / "a").mkdir()
    (examples / "a" / "self.yaml").write_text("year: <script>", "utf-8")
    result = run("demo", "--examples", examples, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "a/self.yaml  没有计分" in result.stdout
    assert "b/verified.yaml  89.40 分" in result.stdout
    assert "<script>" not in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_a_folder_without_examples_is_told(run, tmp_path):
    result = run("demo", "--examples", tmp_path)
    assert result.exit_code == 2
    assert "里没有示例" in result.stderr


def test_all_examples_of_the_project_can_be_scored(run, tmp_path):
    assert run("demo", "--out", tmp_path).exit_code == 0
