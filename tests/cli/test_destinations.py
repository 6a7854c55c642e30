"""No result is written over a document that is read, and none under a name that says it is something else."""

from __future__ import annotations

import pytest

TEXT = "临澜市水务局2022年度部门决算情况说明\n\n本年收入合计443.66万元。\n"


@pytest.fixture
def documents(tmp_path):
    found = [tmp_path / name for name in ("甲.txt", "乙.txt")]
    for path in found:
        path.write_text(TEXT, "utf-8")
    return found


@pytest.mark.parametrize(
    "given",
    [
        ("check", "{甲}", "-o", "{甲}"),
        ("check", "{乙}", "{甲}", "-o", "{甲}"),
        ("check", "{甲}", "--format", "jsonl", "-o", "{夹}/./甲.txt"),
        ("check", "{甲}", "--html", "{甲}"),
        ("check", "--html", "{甲}", "{乙}"),
        ("check", "{甲}", "--annotate", "-o", "{甲}"),
        ("extract", "{甲}", "-o", "{甲}"),
        ("check", "{甲}", "--annotate", "-o", "{夹}/给张三.pdf"),
        ("check", "{甲}", "{乙}", "--html", "{夹}/结果.html"),
    ],
)
def test_it_is_refused_before_anything_is_done(run, documents, tmp_path, given):
    names = {"甲": documents[0], "乙": documents[1], "夹": tmp_path}
    result = run(*(one.format(**names) for one in given))
    assert result.exit_code == 2
    assert "请" in result.stderr
    assert "Traceback" not in result.output
    assert [path.read_text("utf-8") for path in documents] == [TEXT, TEXT]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["乙.txt", "甲.txt"]


def test_another_name_for_the_same_file_is_the_same_file(run, documents, tmp_path):
    link = tmp_path / "丙.txt"
    link.symlink_to(documents[0])
    assert run("check", documents[0], "-o", link).exit_code == 2
    assert documents[0].read_text("utf-8") == TEXT


def test_a_score_does_not_take_the_place_of_the_evaluation(run, tmp_path):
    evaluation = tmp_path / "评价.yaml"
    evaluation.write_text("schema: hengji/evaluation\n", "utf-8")
    assert run("score", evaluation, "-o", evaluation).exit_code == 2
    assert evaluation.read_text("utf-8") == "schema: hengji/evaluation\n"
