"""Starts the application: prepares the database, then the web server and the worker for long tasks.

``python -m hengji.web.serving [--demo] [--host 127.0.0.1] [--port 8000]``; the command line's ``serve`` calls it.
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until it is stopped; then the worker is stopped too."""
    chosen = _arguments(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengji.web.settings")
    password = prepare(demo=chosen.demo)
    address = f"http://{chosen.host}:{chosen.port}/"
    _greet(address, password)
    worker = _start("hengji.web", "db_worker", "--no-startup-delay")
    server = _start(
        "granian", "--interface", "wsgi", "--blocking-threads", "1", "--workers", str(os.cpu_count() or 1),
        "--host", chosen.host, "--port", str(chosen.port), "--log-level", "warning", "hengji.web.wsgi:application",
    )  # fmt: skip
    try:
        with _stopped_by(signal.SIGTERM):
            return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in (server, worker):
            _stop(process)


@contextmanager
def _stopped_by(number: signal.Signals) -> Iterator[None]:
    """A service manager's signal stops us as Ctrl+C does."""
    before = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(number, before)


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    """A child in a session of its own: Ctrl+C reaches us alone, and we stop each child once and in order."""
    return subprocess.Popen([sys.executable, "-m", *arguments], start_new_session=True)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def prepare(*, demo: bool) -> str:
    """Brings the database up to date and, with *demo*, builds the city once. Gives back the city's password."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not demo:
        _greet_first_run()
        return ""
    from django.utils import timezone

    from hengji.web.demonstration.city import build_city

    password = _password(settings.HOME / "demonstration-password")
    build_city(timezone.localdate(), password)
    return password


def _greet_first_run() -> None:
    """Tells the code that the page of the first run asks for, as long as there is nobody."""
    from hengji.web.accounts.first_run import setup_code
    from hengji.web.models import User

    if not User.objects.exists():
        print(f"还没有账号。用浏览器打开下面的地址，建立第一位财政管理员；安装码：{setup_code()}", flush=True)


def _password(file: Path) -> str:
    """One password for all people of the city: made at random, kept so that the next start says the same."""
    if file.exists():
        return file.read_text("ascii")
    password = f"shili-{secrets.randbelow(9000) + 1000}-{secrets.token_hex(2)}"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(password)
    return password


def _greet(address: str, password: str) -> None:
    print(f"衡绩已启动：{address}（按 Ctrl+C 停止）", flush=True)
    if not password:
        return
    print(f"演示城市“示例市”的账号，口令都是 {password}：")
    for role, username in _LOGINS:
        print(f"  {role}　{username}")
    sys.stdout.flush()


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hengji serve", description="启动网页端")
    parser.add_argument("--demo", action="store_true", help="装入演示城市“示例市”（已有数据时不动）")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址")
    parser.add_argument("--port", type=int, default=8000, help="端口")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
