"""`hengji serve` and `hengji audit verify`: a real server on a real port, and its history afterwards."""

from __future__ import annotations

import contextlib
import http.client
import re
import signal
import sqlite3
import subprocess
import urllib.request
from pathlib import Path

import pytest

from web.served import HENGJI, environment, free_port, served


def _program(*words, **named):
    return subprocess.run(
        [HENGJI, *(str(word) for word in words)], capture_output=True, text=True, check=False, env=environment(**named)
    )


def _family_of(parent):
    """A process and all that it started, and what these started. The server's processes overwrite their environment
    with their titles, so nothing but their parents tells whose they are.
    """
    parents = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(file.parent.name)] = int(file.read_text().rpartition(")")[2].split()[1])
    family = {parent}
    while grown := {one for one, above in parents.items() if above in family} - family:
        family |= grown
    return family


def _left(family):
    return sorted(one for one in family if Path(f"/proc/{one}").exists())


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """A demonstration that was served for a moment: its folder, what it said, what it answered."""
    home = tmp_path_factory.mktemp("home")
    with served(home, "--demo") as running, urllib.request.urlopen(f"{running.address}accounts/login/") as response:
        answer = response.status, response.read().decode()
    return home, running.said, *answer


@pytest.mark.slow
def test_it_tells_the_address_and_a_login_per_role_and_answers(city):
    _, said, status, page = city
    assert status == 200
    assert "密码" in page
    assert re.search(r"http://127\.0\.0\.1:\d+/", said)
    for role in ("财政管理员", "财政审核人", "部门填报人", "部门审核人", "机构核查人", "机构复核人", "审计人员"):
        assert role in said


@pytest.mark.slow
def test_the_next_start_keeps_what_was_changed_and_says_the_same_password(city):
    home, said, *_ = city
    with sqlite3.connect(home / "hengji.sqlite3") as database:
        database.execute("UPDATE web_organisation SET name = '市文旅局' WHERE code = '301'")
    with served(home, "--demo") as running:
        assert "正在建立" not in running.said
        assert running.password in said
    with sqlite3.connect(home / "hengji.sqlite3") as database:
        assert database.execute("SELECT name FROM web_organisation WHERE code = '301'").fetchall() == [("市文旅局",)]


@pytest.mark.slow
def test_stopping_it_leaves_no_process_and_another_on_its_port_is_told_so(city, tmp_path):
    home, *_ = city
    with served(home) as running:
        port = running.address.rstrip("/").rpartition(":")[2]
        second = _program("serve", "--home", tmp_path, HENGJI_PORT=port)
        assert (second.returncode, f"端口 {port} 已被占用" in second.stderr) == (2, True)
        assert "Traceback" not in second.stderr
        assert list(tmp_path.iterdir()) == []
        family = _family_of(running.process.pid)
        assert len(family) >= 4, "ours, the server, one of its workers, the worker for long tasks"
    assert running.process.returncode == 0
    assert _left(family) == []


@pytest.mark.slow
def test_a_service_manager_stops_it_by_the_signal_to_its_own_process_alone(city):
    home, *_ = city
    with served(home, stopped_by=signal.SIGTERM) as running:
        family = _family_of(running.process.pid)
        assert len(family) >= 4, "ours, the server, one of its workers, the worker for long tasks"
    assert running.process.returncode == 0
    assert _left(family) == []


@pytest.mark.slow
def test_it_is_stopped_while_it_still_begins(tmp_path):
    command = [HENGJI, "serve", "--home", str(tmp_path), "--port", str(free_port())]
    beginning = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(), start_new_session=True)
    while len(family := _family_of(beginning.pid)) < 2:  # itself, and the first that it started
        assert beginning.poll() is None
    beginning.send_signal(signal.SIGTERM)
    beginning.communicate(timeout=60)  # whoever were left would hold its output open
    assert beginning.returncode == 0
    assert _left(family) == []


@pytest.mark.slow
def test_five_hundred_megabytes_are_refused_by_their_announcement_and_the_server_goes_on(city):
    home, *_ = city
    with served(home) as running:
        host = running.address.removeprefix("http://").rstrip("/")
        asking = http.client.HTTPConnection(host, timeout=60)
        asking.putrequest("POST", "/evidence/works/1/upload")
        asking.putheader("Content-Type", "multipart/form-data; boundary=x")
        asking.putheader("Content-Length", str(500 * 1024 * 1024))
        asking.endheaders(b"--x\r\n")
        answer = asking.getresponse()
        words = answer.read().decode()
        assert answer.status == 413
        assert "这次上传约 500 MB，一次最多 100 MB" in words
        with urllib.request.urlopen(f"{running.address}accounts/login/") as response:
            assert response.status == 200


@pytest.mark.slow
def test_an_installation_without_a_city_asks_for_its_first_administrator(tmp_path):
    with served(tmp_path) as running, urllib.request.urlopen(running.address) as response:
        page = response.read().decode()
        code = re.search(r"安装码：(\S+)", running.said)
        assert code and code[1] == (tmp_path / "first-run-code").read_text("ascii")
        assert response.url.endswith("/first/") or "安装码" in page
    assert "示例市" not in running.said


@pytest.mark.slow
def test_the_history_of_the_city_is_whole_until_somebody_changes_it(city):
    home, *_ = city
    whole = _program("audit", "verify", "--home", home)
    assert (whole.returncode, "首尾相接" in whole.stdout) == (0, True)
    with sqlite3.connect(home / "hengji.sqlite3") as database:
        database.execute("DROP TRIGGER history_no_update")
        database.execute("UPDATE web_historyentry SET actor_name = '别人' WHERE sequence = 9")
    broken = _program("audit", "verify", HENGJI_HOME=str(home))
    assert (broken.returncode, "第 9 条" in broken.stdout) == (1, True)


def test_a_folder_without_an_installation_is_told(run, tmp_path):
    result = run("audit", "verify", "--home", tmp_path)
    assert (result.exit_code, "里没有网页端的数据" in result.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []
