"""`hengji demo`: every example scored and written out; `make demo` calls it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import print_findings, tally
from hengji.cli.guard import DONE, UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import console
from hengji.cli.parameters import FILE

if TYPE_CHECKING:
    from rich.console import Console

    from hengji.workflows.demonstration import Demonstrated

__all__ = ["command"]


@click.command(
    "demo",
    cls=Command,
    short_help=_("给全部示例计分"),
    help=_("给全部示例计分，打印评分表，并为每份写出工作簿和页面；out/index.html 汇总。"),
    epilog=_("退出码：0 全部已计分（示例里的错误是有意留着的）；2 有示例没有计分。"),
    options_metavar=_("[选项]"),
)
@click.option(
    "--examples", metavar=_("文件夹"), type=FILE, default="examples", show_default=True,
    help=_("示例所在的文件夹，每个单位每年度一个子文件夹"),
)  # fmt: skip
@click.option(
    "--out", metavar=_("文件夹"), type=FILE, default="out", show_default=True,
    help=_("写到这个文件夹"),
)  # fmt: skip
@click.pass_context
def command(context: click.Context, examples: Path, out: Path) -> None:
    """Scores, prints, writes, and sums up."""
    from hengji.workflows.demonstration import demonstrate, example_files, write_index

    evaluations = example_files(examples)
    if not evaluations:
        message = _("“{path}”里没有示例：要有 {pattern}。")
        click.echo(message.format(path=examples, pattern="*/self.yaml, */verified.yaml"), err=True)
        context.exit(UNDONE)
    screen = console()
    shown = []
    for item in _with_progress(demonstrate(evaluations, out), len(evaluations), screen):
        _show(item, screen)
        shown.append(item)
    index = write_index(tuple(shown), out)
    _sum_up(shown, index)
    context.exit(UNDONE if any(item.card is None for item in shown) else DONE)


def _with_progress(items: Iterable[Demonstrated], total: int, screen: Console) -> Iterator[Demonstrated]:
    """The items, under a progress bar where somebody watches."""
    if not screen.is_terminal:
        yield from items
        return
    from rich.progress import track

    yield from track(items, description=_("计分"), total=total, console=screen, transient=True)


def _show(item: Demonstrated, screen: Console) -> None:
    from hengji.workflows.presenting import card_table

    if item.card is None:
        verdict = _("{file} 没有计分").format(file=item.evaluation)
        print_findings(verdict, item.findings, err=False)
        return
    screen.rule(str(item.evaluation), align="left")
    screen.print(card_table(item.card))


def _sum_up(shown: list[Demonstrated], index: Path) -> None:
    from hengji.workflows.demonstration import grade_of, total_of

    click.echo(_("共 {count} 份：").format(count=len(shown)))
    for item in shown:
        if item.card is None:
            said = _("没有计分")
        else:
            words = _("{total} 分，{grade}")
            said = words.format(total=total_of(item.card), grade=grade_of(item.card) or _("没有等级"))
        counts = tally(item.findings)
        click.echo(f"  {item.example}/{item.evaluation.name}  {said}" + (f"  {counts}" if counts else ""))
    files = sum(len(item.written) for item in shown) + 1
    click.echo(_("写出 {count} 个文件，从 {index} 看起。").format(count=files, index=index))
