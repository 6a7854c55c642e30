"""`hengji read`: the plain text of a document, to whose characters all places refer."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import DONE, UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.parameters import FILE

__all__ = ["command"]


@click.command(
    "read",
    cls=Command,
    short_help=_("打印文档的纯文本"),
    help=_("打印文档的纯文本：核数结果里的字符位置就数在它上面。"),
    epilog=_("退出码：0 已打印；2 读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("file", metavar=_("文档"), type=FILE)
@click.pass_context
def command(context: click.Context, file: Path) -> None:
    """Prints the text and nothing else; what reading had to say goes to stderr."""
    from hengji.workflows.checking import read_file

    read = read_file(file)
    if read.document is None:
        print_findings(_("没有读取"), read.findings)
        context.exit(UNDONE)
    if read.findings:
        print_findings(_("已读取，请留意"), read.findings)
    # Bytes, so that no line ending is changed on the way.
    click.echo(read.document.text.encode("utf-8", "replace"), nl=False)
    context.exit(DONE)
