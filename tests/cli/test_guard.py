"""Nothing leaves the program as a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hengji.cli import guard

PROGRAM = Path(sys.executable).with_name("hengji")


@pytest.fixture
def failing(monkeypatch):
    """A program whose one command raises what it is given."""
    monkeypatch.setattr(sys, "argv", ["hengji", "fail"])
    monkeypatch.setattr(guard, "_settle_streams", lambda: None)
    monkeypatch.delenv("HENGJI_DEBUG", raising=False)

    def make(problem: BaseException) -> click.Group:
        def fail() -> None:
            raise problem

        return click.Group("hengji", commands=[click.Command("fail", callback=fail)])

    return make


def test_a_bug_is_told_with_the_way_to_its_details(failing, capsys):
    assert guard.run(failing(KeyError("总分"))) == 70
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("没有完成：程序自身出错（KeyError：'总分'），不是您的数据有问题。\n")
    assert "HENGJI_DEBUG=1" in said.err
    assert "Traceback" not in said.err


def test_a_bug_shows_its_details_when_asked(failing, monkeypatch):
    monkeypatch.setenv("HENGJI_DEBUG", "1")
    with pytest.raises(KeyError):
        guard.run(failing(KeyError("总分")))


def test_a_file_that_cannot_be_written_is_told(failing, capsys):
    assert guard.run(failing(PermissionError(13, "Permission denied", "/out/a.xlsx"))) == 2
    assert capsys.readouterr().err == "没有完成：读写文件“/out/a.xlsx”时失败，没有权限。\n"


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_is_quiet(failing, capsys, problem):
    assert guard.run(failing(problem)) == 130
    assert capsys.readouterr().err.strip() == ""


@pytest.mark.skipif(os.name == "nt", reason="no SIGPIPE")
def test_a_reader_that_stops_reading_is_no_error(verified):
    with subprocess.Popen(
        [str(PROGRAM), "score", str(verified)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
