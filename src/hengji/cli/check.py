"""`hengji check`: every figure of documents, checked; findings in the terminal, for programs, as pages, as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import click

from hengji.cli.check_delivery import Delivery
from hengji.cli.destinations import refuse_copy_as, refuse_page_as, refuse_sources
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import console
from hengji.cli.parameters import FILE, RelationClass
from hengji.facts.relation import RelationKind

if TYPE_CHECKING:
    from hengji.workflows.checking import Checked

__all__ = ["command"]

_KINDS: Final = " ".join(get_args(RelationKind))


@click.command(
    "check",
    cls=Command,
    short_help=_("核对文档里的数字"),
    help=_(
        "核对文档里的每一个数字：合计、占比、增减、得分、前后一致，等等。哪些数字不可能同时成立、在哪里、怎样就对了，一一列出。\n"
        "文档可以是 docx、xlsx、pdf、ofd、txt、html，装有 LibreOffice 时还有 doc、wps、xls、et；"
        "也可以写文件夹和通配符。读不出来的文件不影响其余。"
    ),
    epilog=_("退出码：0 没有错误；1 至少一处错误；2 有文件读不出来（其余照常核对）。"),
    options_metavar=_("[选项]"),
)
@click.argument("paths", metavar=_("文档…"), nargs=-1, required=True, type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "html"]), default="table", show_default=True,
    help=_("输出格式"),
)  # fmt: skip
@click.option(
    "--html", metavar=_("文件"), type=FILE, help=_("另写一个页面：全文标出数字，旁边是发现；几个文档时写文件夹")
)
@click.option("--annotate", is_flag=True, help=_("另写一份带批注的副本（docx、xlsx、pdf），原文件不动"))
@click.option(
    "--without", metavar=_("类别"), multiple=True, type=RelationClass(),
    help=_("不做这一类检查，可以写几次；写结果里的中文名（如 合计）或英文名：{kinds}").format(kinds=_KINDS),
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help=_("相符的关系和没有核到的数字也列出来"))
@click.option(
    "--jobs", "-j", metavar="N", type=click.IntRange(min=1), help=_("同时核对几个文件；不写则看处理器有几个核")
)
@click.option(
    "-o", "--output", metavar=_("文件"), type=FILE,
    help=_("写到这个文件；页面和副本也可以写到一个文件夹，不写时放在文档旁边"),
)  # fmt: skip
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  one parameter for each option
    context: click.Context,
    paths: tuple[Path, ...],
    form: str,
    html: Path | None,
    annotate: bool,
    without: tuple[str, ...],
    everything: bool,
    jobs: int | None,
    output: Path | None,
) -> None:
    """Checks, delivers each file as it is done, and exits with the code that says how it went."""
    from hengji.workflows.checking import check_files
    from hengji.workflows.inputs import input_files

    files = input_files(paths)
    refuse_sources(files, (html, output))
    refuse_page_as(html, files)
    refuse_page_as(output if form == "html" and not annotate else None, files)
    delivery = Delivery(form, html, annotate, everything, output, len(files))
    refuse_copy_as(output if delivery.gives_copies_a_name else None, files)
    for checked in _with_progress(check_files(files, without, jobs), len(files)):
        delivery.take(checked)
    delivery.end()
    context.exit(UNDONE if delivery.unread or delivery.undone else WRONG if delivery.wrong else DONE)


def _with_progress(items: Iterable[Checked], total: int) -> Iterator[Checked]:
    """The items, under a progress bar where there are several and somebody watches."""
    from rich.console import Console
    from rich.progress import track

    screen = console()
    if not screen.is_terminal:
        screen = Console(stderr=True)
    if total < 2 or not screen.is_terminal:
        yield from items
        return
    yield from track(items, description=_("核对"), total=total, console=screen, transient=True)
