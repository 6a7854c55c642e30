"""Starts the application: prepares the database, then the web server and the worker for long tasks.

``python -m hengji.web.serving [--demo] [--host 127.0.0.1] [--port 8000]``; the command line's ``serve`` calls it.
"""

from __future__ import annotations

import argparse
import http.client
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from hengji.web.obstacles import database_obstacle, obstacles

__all__ = ["main", "prepare"]

_LOGINS: Final = (
    ("财政管理员", "caizheng"),
    ("财政审核人", "shenhe"),
    ("部门填报人", "tianbao"),
    ("部门审核人", "bumen"),
    ("机构核查人", "hecha"),
    ("机构复核人", "fuhe"),
    ("审计人员", "shenji"),
)
_WORKER: Final = ("hengji.web", "db_worker", "--no-startup-delay")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until it is stopped; then the worker is stopped too. 2 where it could not be started."""
    chosen = _arguments(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengji.web.settings")
    problems = obstacles(os.environ, chosen.host, chosen.port)
    if problems:
        return _refused(problems)
    try:
        with _stopped_by(signal.SIGTERM):
            welcome = prepare(demo=chosen.demo)
            return _serve(chosen.host, chosen.port, welcome) if isinstance(welcome, list) else _refused([welcome])
    except KeyboardInterrupt:
        print("衡绩已停止。", flush=True)
        return 0


def _serve(host: str, port: int, welcome: list[str]) -> int:
    """The server and the worker, until the server ends; a worker that ends by itself is started again."""
    children: list[subprocess.Popen[bytes]] = []
    try:
        server = _start(
            children, "granian", "--interface", "wsgi", "--blocking-threads", "1",
            "--workers", str(os.cpu_count() or 1), "--host", host, "--port", str(port), "--log-level", "warning",
            "hengji.web.wsgi:application",
        )  # fmt: skip
        worker = _start(children, *_WORKER)
        _wait_until_it_answers(server, host, port)
        if server.poll() is None:
            print("\n".join([*welcome, f"衡绩已启动：{_address(host, port)} （按 Ctrl+C 停止）"]), flush=True)
        while server.poll() is None:
            if worker.poll() is not None:
                children.remove(worker)
                worker = _start(children, *_WORKER)
            with suppress(subprocess.TimeoutExpired):
                server.wait(timeout=2)
        print(f"网页服务意外停止，退出码 {server.returncode}。", file=sys.stderr, flush=True)
        return 1
    finally:
        with _undisturbed():
            for process in children:
                _stop(process)


def _refused(problems: Sequence[str]) -> int:
    print("\n".join(["衡绩没有启动：", *(f"- {problem}" for problem in problems)]), file=sys.stderr, flush=True)
    return 2


def _wait_until_it_answers(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    """So that whoever opens the address as soon as it is printed sees a page. Whatever the answer is, it is one."""
    while server.poll() is None:
        asking = http.client.HTTPConnection(_reachable(host), port, timeout=30)
        with suppress(OSError, http.client.HTTPException), closing(asking):
            asking.request("HEAD", "/")
            asking.getresponse()
            return
        time.sleep(0.1)


def _reachable(host: str) -> str:
    """A name by which this machine reaches itself: 0.0.0.0 is for listening only."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104 - compared, not bound


def _address(host: str, port: int) -> str:
    name = _reachable(host)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


@contextmanager
def _stopped_by(number: signal.Signals) -> Iterator[None]:
    """A service manager's signal stops us as Ctrl+C does."""
    before = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(number, before)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A signal to stop that comes meanwhile counts afterwards: no child is started without being known, and all are
    stopped although somebody presses Ctrl+C twice.
    """
    came: list[int] = []
    stops = (signal.SIGINT, signal.SIGTERM)
    before = [(number, signal.signal(number, lambda number, _frame: came.append(number))) for number in stops]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
    if came:
        raise KeyboardInterrupt


def _start(children: list[subprocess.Popen[bytes]], *arguments: str) -> subprocess.Popen[bytes]:
    """A child in a session of its own: Ctrl+C reaches us alone, and we stop each child once and in order."""
    with _undisturbed():
        children.append(subprocess.Popen([sys.executable, "-m", *arguments], start_new_session=True))
    return children[-1]


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def prepare(*, demo: bool) -> list[str] | str:
    """Brings the database up to date and, with *demo*, builds the city once.

    Gives back the lines that greet whoever started it, or in one text why the database cannot be used.
    """
    import django
    from django.core.management import call_command
    from django.db import DatabaseError

    django.setup()
    try:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        return _city_welcome() if demo else _first_run_welcome()
    except DatabaseError as problem:
        return database_obstacle(problem, os.environ)


def _city_welcome() -> list[str]:
    """Builds the city where there is nothing yet; one login per role, of those who are still there."""
    from django.conf import settings
    from django.utils import timezone

    from hengji.web.demonstration.city import build_city
    from hengji.web.models import Jurisdiction, User

    kept = settings.HOME / "demonstration-password"
    if not Jurisdiction.objects.exists():
        print("正在建立演示城市“示例市”，约需十秒……", flush=True)
        build_city(timezone.localdate(), _password(kept))
    elif not kept.exists():
        return ["这里已有数据，没有装入演示城市。"]
    there = set(User.objects.filter(is_active=True).values_list("username", flat=True))
    logins = [f"  {role}　{username}" for role, username in _LOGINS if username in there]
    return [f"演示城市“示例市”的账号，初始密码都是 {_password(kept)}：", *logins]


def _first_run_welcome() -> list[str]:
    """The code that the page of the first run asks for, as long as there is nobody."""
    from hengji.web.accounts.first_run import setup_code
    from hengji.web.models import User

    if User.objects.exists():
        return []
    return [f"还没有账号。用浏览器打开下面的地址，建立第一位财政管理员；安装码：{setup_code()}"]


def _password(file: Path) -> str:
    """One password for all people of the city: made at random, kept so that the next start says the same."""
    if file.exists():
        return file.read_text("ascii")
    password = f"shili-{secrets.randbelow(9000) + 1000}-{secrets.token_hex(2)}"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(password)
    return password


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hengji serve", description="启动网页端")
    parser.add_argument("--demo", action="store_true", help="装入演示城市“示例市”（已有数据时不动）")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址")
    parser.add_argument("--port", type=int, default=8000, help="端口")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
