"""`hengji serve` and `hengji audit verify`: a real server on a real port, and its history afterwards."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

HENGJI = str(Path(sys.executable).with_name("hengji"))


# pytest-django names the tests' settings in the environment; the program has its own.
_ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in {"DJANGO_SETTINGS_MODULE", "HENGJI_HOME"}}


def _free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def _answer(address):
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.status, response.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A demonstration that was served for a moment: its folder and what it said."""
    home, port = tmp_path_factory.mktemp("home"), _free_port()
    process = subprocess.Popen(
        [HENGJI, "serve", "--demo", "--home", str(home), "--port", str(port)],
        stdout=subprocess.PIPE, text=True, start_new_session=True, env=_ENVIRONMENT,
    )  # fmt: skip
    try:
        status, page = _answer(f"http://127.0.0.1:{port}/accounts/login/")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    return home, said, status, page


@pytest.mark.slow
def test_it_tells_the_address_and_a_login_per_role_and_answers(served):
    _, said, status, page = served
    assert status == 200
    assert "密码" in page
    assert re.search(r"http://127\.0\.0\.1:\d+/", said)
    for role in ("财政管理员", "财政审核人", "部门填报人", "部门审核人", "机构核查人", "机构复核人", "审计人员"):
        assert role in said


@pytest.mark.slow
def test_the_history_of_the_city_is_whole_until_somebody_changes_it(served, run):
    home, *_ = served
    whole = subprocess.run(
        [HENGJI, "audit", "verify", "--home", str(home)],
        capture_output=True,
        text=True,
        check=False,
        env=_ENVIRONMENT,
    )
    assert (whole.returncode, "首尾相接" in whole.stdout) == (0, True)
    with sqlite3.connect(home / "hengji.sqlite3") as database:
        database.execute("DROP TRIGGER history_no_update")
        database.execute("UPDATE web_historyentry SET actor_name = '别人' WHERE sequence = 9")
    broken = subprocess.run(
        [HENGJI, "audit", "verify", "--home", str(home)],
        capture_output=True,
        text=True,
        check=False,
        env=_ENVIRONMENT,
    )
    assert (broken.returncode, "第 9 条" in broken.stdout) == (1, True)


def test_a_folder_without_an_installation_is_told(run, tmp_path):
    result = run("audit", "verify", "--home", tmp_path)
    assert (result.exit_code, "里没有网页端的数据" in result.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []
