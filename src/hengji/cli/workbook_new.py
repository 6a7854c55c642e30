"""`hengji workbook new`: a workbook for one department and one stage, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import DONE, UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written, unused_name
from hengji.cli.parameters import FILE, SchemeName
from hengji.facts.workbook_layout import EVIDENCE_KINDS, STAGES

if TYPE_CHECKING:
    from hengji.facts.workbook_layout import Stage

__all__ = ["command"]


@click.command(
    "new",
    cls=Command,
    short_help=_("为一个单位、一个阶段生成填报工作簿"),
    help=_(
        "为一个单位、一个阶段生成填报工作簿：数据、目标、评判、叙述、佐证材料，随填随算。\n"
        "--from 给出上年的评价文件时，上年数列在旁边供对照；给出本年的评价文件时，接着它填。"
    ),
    epilog=_("退出码：0 已生成；2 没有生成。"),
    options_metavar=_("[选项]"),
)
@click.option("--scheme", required=True, metavar=_("方案"), type=SchemeName(), help=_("评价方案的编号或文件"))
@click.option("--organisation", required=True, metavar=_("单位"), help=_("单位名称"))
@click.option("--year", required=True, metavar=_("年度"), type=click.IntRange(1990, 9998), help=_("评价年度"))
@click.option(
    "--stage", type=click.Choice(list(STAGES)), default="self-evaluation", show_default=True,
    help=_("阶段：goals 绩效目标，monitoring 绩效监控，self-evaluation 绩效自评，verification 自评核查"),
)  # fmt: skip
@click.option(
    "--from", "earlier", metavar=_("评价文件"), type=FILE, multiple=True,
    help=_("上年或本年的评价文件，可以写几次"),
)  # fmt: skip
@click.option(
    "--data", metavar=_("文件"), type=FILE, multiple=True,
    help=_("导入的数据（YAML，写 data），可以写几次"),
)  # fmt: skip
@click.option(
    "--evidence", "kinds", type=click.Choice(EVIDENCE_KINDS), multiple=True, metavar=_("格式"),
    help=_("佐证材料只收这种文件，如 pdf，可以写几次"),
)  # fmt: skip
@click.option(
    "-o", "--output", metavar=_("文件"), type=FILE,
    help=_("写到这个文件；不写则按单位、年度、阶段取名"),
)  # fmt: skip
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  one parameter for each option
    context: click.Context,
    scheme: str,
    organisation: str,
    year: int,
    stage: str,
    earlier: tuple[Path, ...],
    data: tuple[Path, ...],
    kinds: tuple[str, ...],
    output: Path | None,
) -> None:
    """Writes the workbook, or says why not."""
    from hengji.workflows.filling import Order, new_workbook, workbook_name

    order = Order(scheme, organisation, year, cast("Stage", stage), earlier, data, kinds)
    written = new_workbook(order, output or unused_name(Path(workbook_name(order))))
    if written.path is None:
        print_findings(_("没有生成"), written.findings)
        context.exit(UNDONE)
    if written.findings:
        print_findings(_("已生成，请留意"), written.findings)
    say_written(written.path)
    context.exit(DONE)
