"""`hengji diff`: which figures changed from one draft to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import console
from hengji.cli.parameters import FILE

if TYPE_CHECKING:
    from hengji.facts.difference import FigureDifference
    from hengji.facts.mention import Mention

__all__ = ["command"]


@click.command(
    "diff",
    cls=Command,
    short_help=_("比较两稿，只列改动的数字"),
    help=_(
        "比较两稿（docx、xlsx、pdf 等，格式可以不同），只列改动、增加、删去的数字和分数；\n"
        "文字、排版和单位换算（1.20 万元与 12,000 元）不算改动。"
    ),
    epilog=_("退出码：0 数字都一样；1 有改动；2 有一稿读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("before", metavar=_("旧稿"), type=FILE)
@click.argument("after", metavar=_("新稿"), type=FILE)
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True,
              help=_("输出格式"))  # fmt: skip
@click.pass_context
def command(context: click.Context, before: Path, after: Path, form: str) -> None:
    """A row per figure, in the order of the new draft."""
    from hengji.workflows.differing import differences_data, differing_figures

    compared = differing_figures(before, after)
    if compared.differences is None:
        print_findings(_("没有比较"), compared.findings)
        context.exit(UNDONE)
    if compared.findings:
        print_findings(_("已读取，请留意"), compared.findings)
    if form == "jsonl":
        click.echo(differences_data(before, after, compared.differences))
    else:
        _show(compared.differences)
    context.exit(WRONG if compared.differences else DONE)


def _show(differences: tuple[FigureDifference, ...]) -> None:
    from rich.table import Table
    from rich.text import Text

    if not differences:
        click.echo(_("两稿的数字都一样。"))
        return
    click.echo(_("有 {count} 处数字不同，其中分数 {scores} 处：").format(
        count=len(differences), scores=sum(item.is_score for item in differences)
    ))  # fmt: skip
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("位置"), _("旧稿"), _("新稿"), _("上下文（□ 是数字）")):
        table.add_column(heading, overflow="fold", justify="right" if heading in {_("旧稿"), _("新稿")} else "left")
    for item in differences:
        table.add_row(Text(str(item.place)), _shown(item.before), _shown(item.after), Text(_shortened(item.words)))
    console().print(table)


def _shown(mention: Mention | None) -> str:
    return "—" if mention is None else f"{mention.text}{'' if mention.text.endswith('%') else mention.unit_text}"


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:58]}……"
