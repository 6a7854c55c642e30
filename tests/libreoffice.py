"""Recalculates workbooks and prints papers in LibreOffice, for tests that ask what an officer would see.

What was learnt of it (7.4): a workbook's stored results are trusted unless the profile says otherwise, so the
private profile here says "always recalculate"; `soffice` is a script whose child does the work, so a time-out has
to end the whole process group; one profile serves one process at a time, so each call has its own. A stored
result keeps 15 digits, so it is compared with that slack. ROUND decides every tie of up to 15 digits as decimals
do (ROUND(1.005, 2) is 1.01 although its double is below the tie); beyond 15 digits it may not, and Excel's ROUND
has not been tried.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

__all__ = ["printed", "recalculate", "saved_again"]

SECONDS = 300

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def recalculate(paths: list[Path], folder: Path) -> list[Path]:
    """Copies of the workbooks in *folder*, every formula computed anew; one start of LibreOffice for all.

    Skips the test where LibreOffice is not installed. The file names must differ, and *folder* must not be theirs.
    """
    return _converted(paths, folder, "xlsx", _soffice())


def printed(paths: list[Path], folder: Path) -> list[Path]:
    """The files as pdf in *folder*, as an officer would print them; one start of LibreOffice for all.

    Skips the test where LibreOffice is not installed. The file names must differ.
    """
    return _converted(paths, folder, "pdf", _soffice())


def saved_again(paths: list[Path], folder: Path, kind: str) -> list[Path]:
    """Copies in *folder* as LibreOffice saves them in their own *kind*; one start of LibreOffice for all.

    Skips the test where LibreOffice is not installed. The file names must differ, and *folder* must not be theirs.
    """
    return _converted(paths, folder, kind, _soffice())


def _soffice() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-calc libreoffice-writer)")
    return found


def _converted(paths: list[Path], folder: Path, kind: str, soffice: str) -> list[Path]:
    written = [folder / f"{path.stem}.{kind}" for path in paths]
    if len(set(written)) < len(paths) or set(written) & set(paths):
        raise ValueError("a converted file would overwrite another file")
    with TemporaryDirectory(prefix="hengji-soffice-") as profile:
        settings = Path(profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        _run([soffice, *options, "--convert-to", kind, "--outdir", str(folder), *map(str, paths)])
    missing = [path.name for path in written if not path.is_file()]
    if missing:
        raise RuntimeError(f"LibreOffice wrote no {', '.join(missing)}")
    return written


def _run(command: list[str]) -> None:
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    if process.returncode != 0:
        raise RuntimeError(f"LibreOffice failed ({process.returncode}):\n{output}")
