"""The zip of a working-paper pack: written the same for the same content, and checked against its own manifest.

Files are stored, not compressed: pdf and office files hardly shrink, and compression differs from system to system.
`manifest.sha256` is in the format of sha256sum, so that anybody can check an unpacked pack with `sha256sum -c`.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Source
from hengji.facts.wording import quoted, shortened
from hengji.workflows.files import made_whole

__all__ = ["MANIFEST", "Checked", "check_archive", "write_archive"]

MANIFEST: Final = "manifest.sha256"

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: no pack says when it was made."""
_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16
_CHUNK: Final = 1024 * 1024
_MOST_FILES: Final = 20_000
_MOST_BYTES: Final = 4 * 1024 * 1024 * 1024
_MOST_MANIFEST: Final = 16 * 1024 * 1024
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([^\n\r\\]+)")
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many files the manifest lists, and everything that differs from it, in its order."""

    files: int
    findings: tuple[Finding, ...]


def write_archive(path: Path, contents: Mapping[str, bytes | Path]) -> dict[str, str]:
    """Writes the zip with its manifest; gives the digest of every file as it was written.

    The names are taken as they are. The zip is whole or not there.
    """
    digests: dict[str, str] = {}
    with made_whole(path) as unfinished, zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            digests[name] = _write(archive, name, contents[name])
        _write(archive, MANIFEST, _manifest(digests))
    return digests


def _write(archive: zipfile.ZipFile, name: str, content: bytes | Path) -> str:
    info = zipfile.ZipInfo(name, _MOMENT)
    info.create_system, info.external_attr = _UNIX, _READABLE
    if isinstance(content, bytes):
        archive.writestr(info, content)
        return hashlib.sha256(content).hexdigest()
    info.file_size = content.stat().st_size
    with content.open("rb") as stream, archive.open(info, "w") as into:
        return _digest(stream, into)


def _digest(stream: IO[bytes], into: IO[bytes] | None = None) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        if into is not None:
            into.write(chunk)
    return digest.hexdigest()


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


# ------------------------------------------------------------------------------------------------------------ checking
def check_archive(path: Path) -> Checked:
    """Compares every file with the manifest. Never raises for what the file may contain."""
    if not path.is_file():
        return _refused("找不到这个文件", str(path), "请检查路径和文件名")
    findings = Findings()
    try:
        with zipfile.ZipFile(path) as archive:
            return Checked(_check(archive, findings), tuple(findings))
    except PermissionError:
        return _refused("没有权限读这个文件", path.name, "请检查文件权限")
    except _UNREADABLE:
        return _refused("这不是完整的 zip 文件", path.name, "请重新复制或下载底稿")


def _refused(message: str, place: str, advice: str) -> Checked:
    return Checked(0, (Finding("error", message, Source(place), "pack", advice=advice),))


def _check(archive: zipfile.ZipFile, findings: Findings) -> int:
    infos = archive.infolist()
    if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _MOST_BYTES:
        findings.error("压缩包里的文件太多或太大，没有核对", advice="请确认这是衡绩打出的底稿")
        return 0
    held: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.filename in held:
            findings.error(f"压缩包里有两个{quoted(shortened(info.filename))}", advice="请用原来的底稿")
        held[info.filename] = info
    listed = _listed(archive, held.get(MANIFEST), findings)
    held.pop(MANIFEST, None)
    for name, digest in listed.items():
        listed_one = held.get(name)
        if listed_one is None:
            findings.error("清单里有，压缩包里没有", Source(name), code="pack.missing", advice="请用原来的底稿")
        else:
            findings.extend(_compare(archive, listed_one, digest))
    for name in held:
        if name not in listed and not name.endswith("/"):
            findings.error(
                "压缩包里有，清单里没有", Source(shortened(name)), code="pack.extra", advice="请查明是谁加进去的"
            )
    return len(listed)


def _listed(archive: zipfile.ZipFile, info: zipfile.ZipInfo | None, findings: Findings) -> dict[str, str]:
    """What the manifest lists. One that is not exactly as it was written is reported."""
    if info is None:
        findings.error(f"压缩包里没有清单 {MANIFEST}", code="pack.manifest", advice="请确认这是衡绩打出的底稿")
        return {}
    place = Source(MANIFEST)
    if info.file_size > _MOST_MANIFEST:
        findings.error("清单太长，没有核对", place, code="pack.manifest")
        return {}
    try:
        content = archive.read(info)
        text = content.decode()
    except (*_UNREADABLE, UnicodeDecodeError):
        findings.error("清单已损坏，读不出来", place, code="pack.manifest", advice="请用原来的底稿")
        return {}
    listed: dict[str, str] = {}
    for number, line in enumerate(text.split("\n")[:-1], 1):
        parsed = _LINE.fullmatch(line)
        if parsed is None:
            findings.error(
                "清单的这一行被改动过", Source(MANIFEST, number), code="pack.manifest", found=quoted(shortened(line)),
                expected="64 位校验码、两个空格、文件名",
            )  # fmt: skip
        else:
            listed[parsed[2]] = parsed[1]
    if not len(findings) and _manifest(listed) != content:
        findings.error("清单的次序或格式被改动过", place, code="pack.manifest", advice="请用原来的底稿")
    return listed


def _compare(archive: zipfile.ZipFile, info: zipfile.ZipInfo, expected: str) -> Iterator[Finding]:
    place = Source(info.filename)
    try:
        with archive.open(info) as stream:
            found = _digest(stream)
    except _UNREADABLE:
        yield Finding("error", "文件已损坏，读不出来", place, "pack.damaged", advice="请用原来的底稿")
        return
    if found != expected:
        yield Finding(
            "error", "文件内容与清单不符", place, "pack.differs", found, expected, "SHA-256",
            "打包以后有人改过，请用原来的底稿",
        )  # fmt: skip
