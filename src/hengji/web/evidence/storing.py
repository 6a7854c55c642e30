"""Keeps the bytes of evidence under the digest of what they are: each content once, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

__all__ = ["Stored", "VirusFoundError", "read_stored", "store", "stored_path"]

_SCAN_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Stored:
    """What was written: `digest` in hexadecimal digits, `size` in bytes; `scanned` where a scanner looked at it."""

    digest: str
    size: int
    scanned: bool


class VirusFoundError(Exception):
    """The scanner did not call the file clean, or could not look; the message is for the person who sent it."""


def stored_path(digest: str) -> Path:
    """Where the content of *digest* is kept; two letters of it make a folder."""
    if not digest.isalnum():
        raise ValueError(f"no digest: {digest!r}")
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def read_stored(digest: str) -> bytes:
    """The bytes of *digest*. Raises FileNotFoundError where they were lost."""
    return stored_path(digest).read_bytes()


def store(content: bytes) -> Stored:
    """Writes *content* under its digest; Raises VirusFoundError, and then nothing is kept."""
    digest = hashlib.new(settings.DIGEST, content).hexdigest()
    path = stored_path(digest)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        scanned = _scan(unfinished)
        Path(unfinished).chmod(0o400)
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return Stored(digest, len(content), scanned)


def _scan(path: str) -> bool:
    """Whether a scanner is set up and called the file clean. Raises VirusFoundError for anything else it says."""
    command = shlex.split(settings.VIRUS_SCAN)
    if not command:
        return False
    try:
        ended = subprocess.run([*command, path], capture_output=True, timeout=_SCAN_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise VirusFoundError(_("病毒扫描没有完成，文件没有保存。请稍后重试，仍不行请联系系统管理员")) from problem
    if ended.returncode:
        raise VirusFoundError(_("病毒扫描没有通过，文件没有保存。请换一份干净的文件，并查一查本机是否中毒"))
    return True
