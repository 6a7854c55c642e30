"""Every file is bounded, and none takes the others with it."""

from __future__ import annotations

import gc
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor

import pytest

from hengji.checks.relations import FINDERS
from hengji.workflows import checking
from hengji.workflows.bounds import OutOfTime, time_limit
from hengji.workflows.checking import Checked, check_file, check_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and process groups of POSIX")


def _fatal(path, _without):
    """Stands for a file that kills whoever reads it."""
    if path.name == "fatal.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return Checked(path, None, None)


def _buggy(*_arguments):
    raise KeyError("总分")


def test_a_file_that_kills_its_process_is_told_and_the_rest_is_done(monkeypatch, tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in ("1", "2", "fatal", "3", "4", "5", "6")]
    for path in paths:
        path.write_text("收入12万元。", "utf-8")
    monkeypatch.setattr(checking, "_check_in_process", _fatal)
    monkeypatch.setattr(checking, "_pool", ProcessPoolExecutor)
    results = list(check_files(paths, processes=2))
    assert [result.path for result in results] == paths
    codes = [[finding.code for finding in result.findings] for result in results]
    assert codes == [["document.crashed"] if path.name == "fatal.txt" else [] for path in paths]


def test_a_mistake_of_ours_is_told_of_its_file_only(monkeypatch, tmp_path):
    monkeypatch.setattr(checking, "check_file", _buggy)
    monkeypatch.setattr(checking, "bound_computing", lambda _seconds: None)
    result = checking._check_in_process(tmp_path / "a.txt", ())
    assert (result.findings[0].code, "KeyError" in result.findings[0].message) == ("document.broken", True)


def test_a_finder_that_breaks_down_costs_its_own_class_only(monkeypatch, tmp_path):
    monkeypatch.delenv("HENGJI_DEBUG", raising=False)
    monkeypatch.setitem(FINDERS, "share", _buggy)
    path = tmp_path / "报告.txt"
    path.write_text("2023年收入100万元，其中甲60万元，乙50万元。", "utf-8")
    result = check_file(path)
    (undone,) = result.findings
    assert (undone.code, "占比" in undone.message, "其余各类照常" in undone.message) == ("check.undone", True, True)
    assert "sum" in {one.kind for one in result.report.relations if one.verdict == "error"}


def test_who_looks_for_the_mistake_sees_it(monkeypatch, tmp_path):
    monkeypatch.setenv("HENGJI_DEBUG", "1")
    monkeypatch.setitem(FINDERS, "share", _buggy)
    path = tmp_path / "报告.txt"
    path.write_text("2023年收入100万元。", "utf-8")
    with pytest.raises(KeyError):
        check_file(path)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch, tmp_path):
    monkeypatch.setattr(checking, "TIME_LIMIT", 1)
    monkeypatch.setattr(checking, "read_file", lambda _path: time.sleep(30))
    result = check_file(tmp_path / "a.txt")
    assert [finding.code for finding in result.findings] == ["document.timeout"]


def test_a_file_that_takes_too_much_memory_is_given_up(monkeypatch, tmp_path):
    def greedy(_path):
        raise MemoryError

    monkeypatch.setattr(checking, "read_file", greedy)
    assert check_file(tmp_path / "a.txt").findings[0].code == "document.memory"


def test_the_limit_ends_with_the_block():
    with pytest.raises(OutOfTime), time_limit(1):
        time.sleep(5)
    with time_limit(1):
        pass
    time.sleep(1.1)


def test_progress_is_told_after_each_file(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("收入12万元。", "utf-8")
    told = []
    list(check_files([tmp_path], processes=1, progress=lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]


def test_checking_leaves_the_search_for_cycles_as_it_was(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text("本年收入10万元，支出8万元，结余3万元。", encoding="utf-8")
    for collecting in (gc.enable, gc.disable):
        collecting()
        before = gc.isenabled()
        check_file(path)
        assert gc.isenabled() is before
    gc.enable()
