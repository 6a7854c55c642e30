"""Runs the command line, inside this process and as the installed program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hengji.cli.language import settle_language

os.environ["LANGUAGE"] = "zh_CN"
settle_language()  # before a command is imported: help texts are translated when a command is made

from hengji.cli.application import application  # noqa: E402

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("hengji")

Run = Callable[..., Result]
RunProgram = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run() -> Run:
    """`run("score", path)` in this process, from the root of the project; stdout and stderr apart."""

    def invoke(*arguments: object) -> Result:
        result = CliRunner(env={"COLUMNS": "120"}).invoke(application, [str(item) for item in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def program() -> RunProgram:
    """`program("score", path, LANG="en_US.UTF-8")` as the installed program, with no locale but that."""

    def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        command = [str(PROGRAM), *(str(item) for item in arguments)]
        return subprocess.run(
            command, env=kept | environment, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False
        )

    return start


@pytest.fixture(autouse=True)
def _from_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def verified() -> Path:
    """The example with the figures of the published verification."""
    return ROOT / "examples/verification-2021/verified.yaml"


@pytest.fixture
def own() -> Path:
    """The self-evaluation of the same department, stated only."""
    return ROOT / "examples/verification-2021/self.yaml"
