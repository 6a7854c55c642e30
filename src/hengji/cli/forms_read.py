"""`hengji forms read`: what forms would set in an evaluation, shown first and written only where asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.forms_table import show_rows, tally_of
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written
from hengji.cli.parameters import FILE, SchemeName

if TYPE_CHECKING:
    from hengji.workflows.importing import Imported

__all__ = ["command"]


@click.command(
    "read",
    cls=Command,
    short_help=_("读报表：先列出会填哪些数，再写入"),
    help=_(
        "读财务系统导出的报表，列出会填哪些数据项、取自哪一格，哪些没有找到、拿不准、与已有的不同。\n"
        "只列出，不写；加 --apply 才写进评价文件，其他行一字不动。已有的数不同时不改，除非加 --replace。"
    ),
    epilog=_("退出码：0 没有问题；1 有不能用的格子，或有拿不准、与已有的不同的数；2 没有读出报表，或没有写。"),
    options_metavar=_("[选项]"),
)
@click.argument("files", metavar=_("报表…"), type=FILE, nargs=-1, required=True)
@click.option("--form", "form_id", metavar=_("报表"), default="",
              help=_("只读这一张表；没有标题的工作表就当它"))  # fmt: skip
@click.option("--scheme", metavar=_("方案"), type=SchemeName(), default="",
              help=_("评价方案的编号或文件：只列它用到的数据项"))  # fmt: skip
@click.option("--into", metavar=_("评价文件"), type=FILE, help=_("与这个评价文件（YAML）对照，写也写进它"))
@click.option("--year", metavar=_("年度"), type=click.IntRange(1990, 9998), default=None,
              help=_("只收这一年度的表；不写则按评价文件的年度"))  # fmt: skip
@click.option("--unit", metavar=_("单位"), default="", help=_("表上没有写金额单位时，按这个单位（元、万元）"))
@click.option("--mapping", "own", metavar=_("文件"), type=FILE, multiple=True,
              help=_("另写的报表对应关系（YAML），可以写几次"))  # fmt: skip
@click.option("--apply", "applying", is_flag=True, help=_("写进 --into 的评价文件"))
@click.option("--replace", "replacing", is_flag=True, help=_("与已有的数不同时，用报表的"))
@click.option("-o", "--output", metavar=_("文件"), type=FILE,
              help=_("另写成数据文件（YAML），供 workbook new --data 用"))  # fmt: skip
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True,
              help=_("输出格式"))  # fmt: skip
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  one parameter for each option
    context: click.Context,
    files: tuple[Path, ...],
    form_id: str,
    scheme: str,
    into: Path | None,
    year: int | None,
    unit: str,
    own: tuple[Path, ...],
    applying: bool,
    replacing: bool,
    output: Path | None,
    form: str,
) -> None:
    """The dry run; then, where asked, the writing."""
    from hengji.workflows.import_results import rows_data, rows_of
    from hengji.workflows.importing import ImportOrder, import_forms

    if applying and into is None:
        raise click.UsageError(_("--apply 要同时用 --into 写明评价文件"))
    if output is not None and into is None and not scheme:
        raise click.UsageError(_("-o 要同时用 --scheme 或 --into 写明方案"))
    imported = import_forms(ImportOrder(files, form_id, scheme, into, year or 0, unit, own))
    if form == "jsonl":
        click.echo(rows_data(imported))
    else:
        show_rows(rows_of(imported), imported)
        if imported.findings:
            print_findings(_("没有读出报表") if not imported.forms else _("请留意"), imported.findings)
    if not imported.forms:
        context.exit(UNDONE)
    _write(context, imported, into if applying else None, output, replacing=replacing)
    questions = tally_of(rows_of(imported), replacing=replacing)
    context.exit(WRONG if has_errors(imported.findings) or questions else DONE)


def _write(
    context: click.Context, imported: Imported, into: Path | None, output: Path | None, *, replacing: bool
) -> None:
    from hengji.workflows.import_results import apply_import, write_import

    if output is not None:
        write_import(imported, output, replacing=replacing)
        say_written(output)
    if into is None:
        return
    count, problems = apply_import(imported, into, replacing=replacing)
    if problems:
        print_findings(_("没有写"), problems)
        context.exit(UNDONE)
    click.echo(_("已填入 {count} 项：{path}").format(count=count, path=into), err=True)
