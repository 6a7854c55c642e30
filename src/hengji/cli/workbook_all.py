"""`hengji workbook all`: the workbooks of many evaluations at once, under a progress bar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from hengji.cli.findings_printing import print_findings, tally
from hengji.cli.guard import DONE, UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import console
from hengji.cli.parameters import FILE
from hengji.facts.workbook_layout import STAGES

if TYPE_CHECKING:
    from hengji.facts.workbook_layout import Stage
    from hengji.workflows.filling import NewWorkbook

__all__ = ["command"]


@click.command(
    "all",
    cls=Command,
    short_help=_("为很多评价文件写出工作簿"),
    help=_(
        "为每个评价文件写出一份工作簿：不写 --stage 是评分工作簿，写了是那一阶段的填报工作簿。\n"
        "可以写文件夹；几个进程同时写，读不了的说明原因，其余照写。"
    ),
    epilog=_("退出码：0 全部写出；2 有没写出的（其余照写）。"),
    options_metavar=_("[选项]"),
)
@click.argument("paths", metavar=_("评价文件…"), nargs=-1, required=True, type=FILE)
@click.option("-o", "--output", metavar=_("文件夹"), type=FILE, required=True, help=_("写到这个文件夹"))
@click.option("--stage", type=click.Choice(list(STAGES)), help=_("写这一阶段的填报工作簿"))
@click.option(
    "--year", metavar=_("年度"), type=click.IntRange(1990, 9998),
    help=_("填报的年度；不写则与评价文件相同"),
)  # fmt: skip
@click.option("--jobs", "-j", metavar="N", type=click.IntRange(min=1), help=_("同时写几份；不写则看处理器有几个核"))
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    output: Path,
    stage: str | None,
    year: int | None,
    jobs: int | None,
) -> None:
    """Writes them all, then says which could not be written."""
    from hengji.workflows.many_workbooks import Job, evaluation_files, write_many

    todo = [Job(file, target, cast("Stage | None", stage), year) for file, target in evaluation_files(paths, output)]
    if not todo:
        click.echo(_("没有找到评价文件。"), err=True)
        context.exit(UNDONE)
    undone = 0
    for job, written in zip(todo, _with_progress(write_many(todo, jobs), len(todo)), strict=True):
        if written.path is None:
            undone += 1
            print_findings(_("{file} 没有写出").format(file=job.evaluation), written.findings)
        elif counted := tally(written.findings):
            click.echo(f"{written.path}  {counted}", err=True)
    said = _("写出 {count} 份工作簿，{undone} 份没有写出。")
    click.echo(said.format(count=len(todo) - undone, undone=undone))
    context.exit(UNDONE if undone else DONE)


def _with_progress(items: Iterator[NewWorkbook], total: int) -> Iterator[NewWorkbook]:
    """The items, under a progress bar where there are several and somebody watches."""
    from rich.console import Console
    from rich.progress import track

    screen = console()
    if not screen.is_terminal:
        screen = Console(stderr=True)
    if total < 2 or not screen.is_terminal:
        yield from items
        return
    yield from track(items, description=_("写工作簿"), total=total, console=screen, transient=True)
