"""`hengji serve`: the web application, in a process of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.parameters import FILE

__all__ = ["command", "home_option", "run_web"]


home_option = click.option(
    "--home", envvar="HENGJI_HOME", metavar=_("文件夹"), type=FILE, default="var", show_default=True,
    help=_("数据所在的文件夹"),
)  # fmt: skip


@click.command(
    "serve",
    cls=Command,
    short_help=_("启动网页端"),
    help=_(
        "启动网页端和后台任务。数据放在 --home 文件夹；第一次打开网页时建立管理员。\n"
        "数据库默认用 SQLite，设置环境变量 DATABASE_URL 后用 PostgreSQL。\n"
        "选项也可以用环境变量 HENGJI_HOME、HENGJI_HOST、HENGJI_PORT 写明。"
    ),
    epilog=_("按 Ctrl+C 停止。退出码：0 正常停止；1 网页服务意外停止；2 没有启动。"),
    options_metavar=_("[选项]"),
)
@home_option
@click.option(
    "--host", envvar="HENGJI_HOST", default="127.0.0.1", show_default=True,
    help=_("监听的地址；要让别的机器访问，写 0.0.0.0"),
)  # fmt: skip
@click.option(
    "--port", envvar="HENGJI_PORT", type=click.IntRange(1, 65535), default=8000, show_default=True, help=_("端口")
)
@click.option("--demo", is_flag=True, help=_("装入演示城市“示例市”；已有数据时不动"))
def command(home: Path, host: str, port: int, *, demo: bool) -> None:
    """Everything else is the server's business."""
    arguments = ["hengji.web.serving", "--host", host, "--port", str(port), *(["--demo"] if demo else [])]
    run_web(home, arguments)


def run_web(home: Path, arguments: list[str]) -> NoReturn:
    """Becomes a module of the web application with its data in *home*: signals then reach it without a go-between."""
    sys.stdout.flush()
    environment = {**os.environ, "HENGJI_HOME": str(home)}
    os.execve(sys.executable, [sys.executable, "-m", *arguments], environment)  # noqa: S606
