"""`hengji audit`: is the web application's history whole?"""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.help_pages import Command, Group
from hengji.cli.language import text as _
from hengji.cli.serve import home_option, run_web

__all__ = ["command"]


@click.group(
    "audit",
    cls=Group,
    short_help=_("查验变更记录"),
    help=_("查验网页端的变更记录。"),
    subcommand_metavar=_("命令 [参数]…"),
)
def command() -> None:
    """Only a group."""


@command.command(
    "verify",
    cls=Command,
    short_help=_("逐条重算变更记录的摘要链"),
    help=_("从第一条起逐条重算摘要，指出第一处断开的地方：哪一条被改、被删或被插入。"),
    epilog=_("退出码：0 完好；1 断开；2 查不了。"),
    options_metavar=_("[选项]"),
)
@home_option
@click.pass_context
def verify(context: click.Context, home: Path) -> None:
    """Asks the application itself."""
    if not (home / "secret").is_file():
        click.echo(_("“{path}”里没有网页端的数据。请用 --home 指明数据所在的文件夹。").format(path=home), err=True)
        context.exit(2)
    run_web(home, ["hengji.web.history.verifying"])
