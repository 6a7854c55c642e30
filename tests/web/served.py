"""The application as it is started in earnest: `hengji serve` in a process of its own, on a port of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["HENGJI", "Served", "environment", "free_port", "served"]

HENGJI = str(Path(sys.executable).with_name("hengji"))


@dataclass(frozen=True)
class Served:
    """Where it answers, what it said when it began, and the process."""

    address: str
    said: str
    process: subprocess.Popen[str]

    @property
    def password(self) -> str:
        """That of everybody in the demonstration city."""
        found = re.search(r"初始密码都是 (\S+)：", self.said)
        assert found, self.said
        return found[1]


def environment(**named: str) -> dict[str, str]:
    """Ours without what the tests' own settings put there, and *named*."""
    own = {"DJANGO_SETTINGS_MODULE", "HENGJI_HOME", "HENGJI_PORT", "HENGJI_HOST", "DATABASE_URL"}
    return {key: value for key, value in os.environ.items() if key not in own} | named


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def served(home: Path, *options: str, stopped_by: signal.Signals = signal.SIGINT, **named: str) -> Iterator[Served]:
    """Serves from *home* until the block is left, then stops it as Ctrl+C does, or by another signal."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # a shell's background: the server would be deaf too
        signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [HENGJI, "serve", "--home", str(home), "--port", str(free_port()), *options],
        stdout=subprocess.PIPE, text=True, start_new_session=True, env=environment(**named),
    )  # fmt: skip
    try:
        yield _begun(process)
    finally:
        process.send_signal(stopped_by)
        try:
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.terminate()  # leave no server behind
            process.communicate(timeout=60)
            raise


def _begun(process: subprocess.Popen[str]) -> Served:
    """Reads until the address is told, which is the last that it says; it answers from then on."""
    assert process.stdout is not None
    lines: list[str] = []
    while not (lines and "衡绩已启动" in lines[-1]):
        line = process.stdout.readline()
        assert line, "\n".join(["it ended before it began:", *lines])
        lines.append(line)
    address = re.search(r"http://\S+/", lines[-1])
    assert address is not None
    return Served(address[0], "".join(lines), process)
