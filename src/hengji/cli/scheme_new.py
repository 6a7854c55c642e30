"""`hengji scheme new`: a commented scheme to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.guard import UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.parameters import FILE

__all__ = ["command"]


@click.command(
    "new",
    cls=Command,
    short_help=_("新建一个方案文件"),
    help=_("新建一个有注释的方案文件，供照着改。它本身能通过 hengji scheme check。"),
    epilog=_("退出码：0 已写入；2 文件已存在，或写不了。"),
    options_metavar=_("[选项]"),
)
@click.argument("file", metavar=_("文件"), type=FILE)
@click.option("--force", is_flag=True, help=_("文件已存在时覆盖"))
@click.pass_context
def command(context: click.Context, file: Path, force: bool) -> None:
    """Writes the starter."""
    from hengji.workflows.scheme_starter import start_scheme

    try:
        name = start_scheme(file, overwrite=force)
    except FileExistsError:
        click.echo(_("没有写入：{path} 已存在。要覆盖请加 --force。").format(path=file), err=True)
        context.exit(UNDONE)
    click.echo(_("已写入 {path}，方案编号 {name}。").format(path=file, name=name))
    click.echo(_("改好后运行：hengji scheme check {path}").format(path=file))
