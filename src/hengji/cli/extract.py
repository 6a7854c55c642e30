"""`hengji extract`: what a document says, ready to become an evaluation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from hengji.cli.destinations import refuse_sources
from hengji.cli.guard import DONE, UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_text
from hengji.cli.parameters import FILE

if TYPE_CHECKING:
    Form = Literal["jsonl", "yaml"]

__all__ = ["command"]


@click.command(
    "extract",
    cls=Command,
    short_help=_("提取文档里的评价数据"),
    help=_("提取文档里的评价数据：单位、年度、结论、预算数据、指标和得分、问题、建议，都带出处。"),
    epilog=_("退出码：0 已提取；2 读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("file", metavar=_("文档"), type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "yaml"]), default="jsonl", show_default=True, help=_("输出格式")
)
@click.option("-o", "--output", metavar=_("文件"), type=FILE, help=_("写到这个文件"))
@click.pass_context
def command(context: click.Context, file: Path, form: str, output: Path | None) -> None:
    """Prints what was taken out, or why nothing was."""
    from hengji.workflows.check_results import extract_text
    from hengji.workflows.checking import extract_file

    refuse_sources((file,), (output,))
    extracted = extract_file(file)
    print_text(extract_text(extracted, cast("Form", form)), output)
    context.exit(UNDONE if extracted.extract is None else DONE)
