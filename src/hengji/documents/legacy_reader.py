"""Old office formats (.doc .wps .rtf, .xls .et) → today's, by LibreOffice.

LibreOffice runs without a screen, in a folder of its own with a fresh profile whose macro security is the highest,
for a limited time; nothing of the user's settings is read or changed. What it writes is read like any other file.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Final

from hengji.documents.document_read import DocumentRead, refused

__all__ = ["MAX_BYTES", "TIME_LIMIT", "Converted", "convert", "office_program", "read_legacy"]

MAX_BYTES: Final = 200 * 1024 * 1024
TIME_LIMIT: Final = 120.0
"""Seconds for one file; the first start of LibreOffice alone may take ten."""

_WORDS: Final = frozenset({".doc", ".wps", ".dot", ".wpt", ".rtf", ".odt"})
_SHEETS: Final = frozenset({".xls", ".et", ".xlt", ".ett", ".ods"})
_GENERIC: Final = {".wps": ".doc", ".wpt": ".doc", ".dot": ".doc", ".et": ".xls", ".ett": ".xls", ".xlt": ".xls"}
"""WPS writes Microsoft's formats under its own endings, which LibreOffice takes for those of Microsoft Works."""
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_PROGRAMS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_NO_MACROS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">\
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value>\
</prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value>\
</prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Converted:
    """The same document in today's format: ``docx`` or ``xlsx``, and its bytes."""

    kind: str
    content: bytes


def office_program() -> str | None:
    """The path of LibreOffice's program, or None where it is not installed."""
    found = next((path for path in map(shutil.which, _PROGRAMS) if path), None)
    return found or next((path for path in _USUAL_PLACES if Path(path).is_file()), None)


def read_legacy(content: bytes, name: str, time_limit: float = TIME_LIMIT) -> DocumentRead:
    """Read a .doc, .wps, .rtf, .xls or .et file through LibreOffice."""
    suffix = _suffix(content, name)
    converted = convert(content, name, suffix, time_limit)
    if isinstance(converted, DocumentRead):
        return converted
    if converted.kind == "docx":
        from hengji.documents.word.docx_reader import read_docx  # noqa: PLC0415  needed for this kind only

        read = read_docx(converted.content, name)
    else:
        from hengji.documents.sheets.xlsx_reader import read_xlsx  # noqa: PLC0415

        read = read_xlsx(converted.content, name)
    if read.document is None:
        return read
    return replace(read, document=replace(read.document, format=suffix.lstrip(".")))


def _suffix(content: bytes, name: str) -> str:
    """The format by the bytes where they say it, else by the file's ending."""
    if content.startswith(b"{\\rtf"):
        return ".rtf"
    suffix = PurePath(name).suffix.lower()
    if suffix in _WORDS | _SHEETS:
        return suffix
    return ".xls" if "Workbook".encode("utf-16-le") in content and _WORD_STREAM not in content else ".doc"


def convert(content: bytes, name: str, suffix: str, time_limit: float = TIME_LIMIT) -> Converted | DocumentRead:
    """*content*, which has the format *suffix* (``.doc``), as docx or xlsx, or what to tell the user."""
    target = "xlsx" if suffix in _SHEETS else "docx"
    save_as = f"请用 Word、WPS 打开后另存为 {target} 再试"
    if len(content) > MAX_BYTES:
        return refused(name, "size", f"文件太大（超过 {MAX_BYTES // 1024 // 1024} MiB）", "请把文件拆成几个再试")
    program = office_program()
    if program is None:
        message = f"{suffix} 是旧格式，需要 LibreOffice 才能读取，而这台电脑上没有安装"
        return refused(name, "needs-libreoffice", message, f"{save_as}；或者安装 LibreOffice")
    with tempfile.TemporaryDirectory(prefix="hengji-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"document{_GENERIC.get(suffix, suffix)}"
        source.write_bytes(content)
        finished = _run(_command(program, Path(folder), source, target), time_limit)
        result = Path(folder) / "out" / f"document.{target}"
        if not finished:
            return refused(name, "timeout", f"转换 {suffix} 文件超过 {time_limit:g} 秒，已经停止", save_as)
        if not result.is_file():
            message = f"LibreOffice 打不开这个 {suffix} 文件：文件已损坏、加了密码，或者 LibreOffice 没有装全"
            return refused(name, "damaged", message, save_as)
        return Converted(target, result.read_bytes())


def _command(program: str, folder: Path, source: Path, target: str) -> list[str]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_NO_MACROS, encoding="utf-8")
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]


def _run(command: list[str], time_limit: float) -> bool:
    """Run to the end, or stop it with all it started; whether it came to its end."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603  a fixed program, and files of our own naming
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(time_limit)
        except subprocess.TimeoutExpired:
            _stop(process)
            return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process group: the program is a script whose child does the work."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
