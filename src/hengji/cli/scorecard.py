"""`hengji scorecard`: the scorecard or the verification table as the paper that is signed."""

from __future__ import annotations

from pathlib import Path

import click

from hengji.cli.destinations import refuse_sources
from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written
from hengji.cli.parameters import FILE, scheme_option, signed_by_option

__all__ = ["command"]


@click.command(
    "scorecard",
    cls=Command,
    short_help=_("打印评分表、核查评分表（Word、Excel、PDF）"),
    help=_(
        "把评价数据写成可以签字的评分表；加 --verified，自评得分与核查得分并列。\n"
        "按扩展名决定种类：docx、pdf 是成稿，xlsx 能自己重算。"
    ),
    epilog=_("退出码：0 已写入；1 已写入，但有错误级的问题；2 没有写入。"),
    options_metavar=_("[选项]"),
)
@click.argument("evaluation", metavar=_("评价文件"), type=FILE)
@click.option("--verified", metavar=_("核查文件"), type=FILE, help=_("核查的评价数据，与自评并列"))
@scheme_option
@signed_by_option
@click.option("-o", "--output", metavar=_("文件"), type=FILE, required=True, help=_("写到这个文件"))
@click.pass_context
def command(
    context: click.Context,
    evaluation: Path,
    verified: Path | None,
    scheme: str | None,
    signed_by: Path | None,
    output: Path,
) -> None:
    """Scores, writes, and exits with the code that says how it went."""
    from hengji.workflows.scorecards import ENDINGS, both_sides, write_scorecard

    refuse_sources((evaluation, *((verified,) if verified else ())), (output,))
    if output.suffix.lower() not in ENDINGS:
        message = _("没有写入：不能写成“{ending}”文件；可以写 {endings}。")
        click.echo(message.format(ending=output.suffix or output.name, endings=" ".join(ENDINGS)), err=True)
        context.exit(UNDONE)
    sides = both_sides(evaluation, verified, scheme, signed_by)
    if sides.main is None:
        print_findings(_("没有写入"), sides.findings)
        context.exit(UNDONE)
    failed = write_scorecard(sides, output)
    if has_errors(failed):
        print_findings(_("没有写入"), failed)
        context.exit(UNDONE)
    say_written(output)
    findings = (*sides.findings, *failed)
    if findings:
        print_findings(_("已计分，但有需要核对的地方"), findings)
    context.exit(WRONG if has_errors(findings) else DONE)
