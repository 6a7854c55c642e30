"""The outermost layer: nothing leaves the program as a traceback, and all that it prints is UTF-8."""

from __future__ import annotations

import errno
import os
import signal
import sys
from io import TextIOWrapper
from typing import Final

import click

from hengji.cli.language import text as _

__all__ = ["BROKEN", "DONE", "INTERRUPTED", "UNDONE", "WRONG", "run"]

DONE: Final = 0
WRONG: Final = 1
"""Done, and there are findings of severity error."""
UNDONE: Final = 2
"""No result; click uses the same code for a command that is written wrongly."""
BROKEN: Final = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED: Final = 130
"""What shells report for SIGINT."""


def run(application: click.Group) -> int:
    """Runs the program and returns its exit code."""
    _settle_streams()
    try:
        return _status(application.main(prog_name="hengji", standalone_mode=False))
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as problem:
        if _debugging():
            raise
        click.echo(_file_problem(problem), err=True)
        return UNDONE
    except Exception as problem:
        if _debugging():
            raise
        click.echo(_breakdown(problem), err=True)
        return BROKEN


def _status(returned: object) -> int:
    return returned if isinstance(returned, int) else DONE


def _settle_streams() -> None:
    """UTF-8 whatever the locale; and a reader that stops reading (`| head`) ends the program quietly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _debugging() -> bool:
    return bool(os.environ.get("HENGJI_DEBUG"))


def _file_problem(problem: OSError) -> str:
    reasons = {
        errno.EACCES: _("没有权限"),
        errno.EPERM: _("没有权限"),
        errno.EROFS: _("所在的磁盘只读"),
        errno.ENOENT: _("所在的文件夹不存在"),
        errno.ENOTDIR: _("路径中有一段不是文件夹"),
        errno.EEXIST: _("已有同名的文件"),
        errno.EISDIR: _("这是文件夹"),
        errno.ENOSPC: _("磁盘已满"),
        errno.ENAMETOOLONG: _("文件名太长"),
    }
    reason = reasons.get(problem.errno or 0) or str(problem.strerror or problem)
    name = os.fsdecode(problem.filename) if isinstance(problem.filename, str | bytes) else ""
    return _("没有完成：读写文件“{file}”时失败，{reason}。").format(file=name, reason=reason)


def _breakdown(problem: Exception) -> str:
    kind = type(problem).__name__
    return _(
        "没有完成：程序自身出错（{kind}：{problem}），不是您的数据有问题。\n"
        "设环境变量 HENGJI_DEBUG=1 后重新运行，可看到细节；报告这个错误时请附上。"
    ).format(kind=kind, problem=problem)
