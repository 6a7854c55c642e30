"""A finder that breaks down is told of, unless time or memory ran out or somebody looks for the mistake."""

from __future__ import annotations

import re

import pytest

from hengji.checks.relations import FINDERS
from hengji.workflows.bounds import OutOfTime
from hengji.workflows.undone import noting


def test_what_is_left_undone_is_told_with_its_class(monkeypatch):
    monkeypatch.delenv("HENGJI_DEBUG", raising=False)
    undone = []
    noting("自评报告.docx", undone)("share", ZeroDivisionError("0"))
    (finding,) = undone
    assert (finding.code, finding.severity, str(finding.source)) == ("check.undone", "error", "自评报告.docx")
    assert "“占比”" in finding.message


def test_every_finder_has_a_name_in_chinese(monkeypatch):
    monkeypatch.delenv("HENGJI_DEBUG", raising=False)
    undone = []
    for name in FINDERS:
        noting("自评报告.docx", undone)(name, ValueError("1"))
    assert not [each.message for each in undone if re.match("“[a-z_]", each.message)]


@pytest.mark.parametrize("end", [OutOfTime(), MemoryError()])
def test_the_end_of_time_or_memory_is_no_finders_mistake(monkeypatch, end):
    monkeypatch.delenv("HENGJI_DEBUG", raising=False)
    with pytest.raises(type(end)):
        noting("自评报告.docx", [])("share", end)


def test_who_debugs_sees_the_mistake_itself(monkeypatch):
    monkeypatch.setenv("HENGJI_DEBUG", "1")
    with pytest.raises(KeyError):
        noting("自评报告.docx", [])("share", KeyError("总分"))
