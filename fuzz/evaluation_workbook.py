"""Evaluation workbooks that came back: a tree, or errors."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.forms.evaluation_workbook import read_evaluation_workbook

import seeds
from mutating import archive_mutator
from properties import check_findings


def hold(content: bytes) -> None:
    read = read_evaluation_workbook(content, "a.xlsx")
    check_findings(read.findings, is_refused=read.located is None)


if __name__ == "__main__":
    entry.run(hold, seeds.evaluation_workbook(), archive_mutator, max_length=400_000)
