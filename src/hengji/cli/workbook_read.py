"""`hengji workbook read`: takes in a workbook that came back, with every problem at once."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written
from hengji.cli.parameters import FILE, scheme_option

__all__ = ["command"]


@click.command(
    "read",
    cls=Command,
    short_help=_("读回填好的工作簿"),
    help=_(
        "读回填好的工作簿：逐格核对，一次列出全部问题，指明工作表和单元格；能用的格子照收。\n"
        "另一个年度、单位或方案的工作簿不收，并说明原因。"
    ),
    epilog=_("退出码：0 全部收下；1 有不能用的格子，其余收下；2 没有收。"),
    options_metavar=_("[选项]"),
)
@click.argument("file", metavar=_("工作簿"), type=FILE)
@scheme_option
@click.option("--year", metavar=_("年度"), type=int, help=_("只收这一年度的"))
@click.option("--organisation", metavar=_("单位"), default="", help=_("只收这个单位的"))
@click.option(
    "-o", "--output", metavar=_("文件"), type=FILE,
    help=_("把收下的写成评价文件（YAML），叙述写在旁边"),
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    file: Path,
    scheme: str | None,
    year: int | None,
    organisation: str,
    output: Path | None,
) -> None:
    """Says what came back, and writes it where asked."""
    from hengji.workflows.returning import Expected, counts, read_workbook, write_returned

    returned = read_workbook(file, Expected(scheme or "", year, organisation))
    if returned.located is None:
        print_findings(_("没有收"), returned.findings)
        context.exit(UNDONE)
    is_wrong = has_errors(returned.findings)
    if returned.findings:
        print_findings(_("收下能用的，其余请改正") if is_wrong else _("已收下，请留意"), returned.findings)
    data, judgements, goals, evidence = counts(returned)
    said = _("收下数据 {data} 项、评判 {judgements} 处、目标 {goals} 行、佐证材料 {evidence} 份、叙述 {passages} 段。")
    passages = len(returned.narrative)
    click.echo(said.format(data=data, judgements=judgements, goals=goals, evidence=evidence, passages=passages))
    for path in write_returned(returned, output) if output is not None else ():
        say_written(path)
    context.exit(WRONG if is_wrong else DONE)
