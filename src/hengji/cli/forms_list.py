"""`hengji forms list`: which forms are known, and what is taken from each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import DONE, UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable
from hengji.cli.parameters import FILE

if TYPE_CHECKING:
    from hengji.facts.official_form import FormMapping

__all__ = ["command"]


@click.command(
    "list",
    cls=Command,
    short_help=_("列出认得的报表，或一张表取哪些数"),
    help=_("列出认得的报表；写出一张表的编号时，列出它取哪些数：数据项、行名、栏目。"),
    options_metavar=_("[选项]"),
)
@click.argument("form", metavar=_("[报表]"), required=False, default="")
@click.option("--mapping", "own", metavar=_("文件"), type=FILE, multiple=True,
              help=_("另写的报表对应关系（YAML），可以写几次"))  # fmt: skip
@click.pass_context
def command(context: click.Context, form: str, own: tuple[Path, ...]) -> None:
    """A row per form, or per figure of one form."""
    from hengji.workflows.form_mappings import mappings

    known = mappings(own)
    if known.findings:
        print_findings(_("报表对应关系有问题"), known.findings)
        context.exit(UNDONE)
    if not form:
        _show_all(known.mappings)
        context.exit(DONE)
    one = known.named(form)
    if one is None:
        names = _("、").join(each.id for each in known.mappings)
        click.echo(_("没有“{form}”这张表；认得的有 {names}。").format(form=form, names=names), err=True)
        context.exit(UNDONE)
    _show(one)


def _show_all(known: tuple[FormMapping, ...]) -> None:
    from hengji.cli.tables import table

    headings = (_("编号"), _("表名"), _("表号"), _("数据项"))
    rows = ((each.id, each.title, each.number, str(len(each.items))) for each in known)
    print_renderable(table(headings, rows, right=(3,)))


def _show(form: FormMapping) -> None:
    from hengji.cli.tables import table

    columns = dict(form.columns)
    rows = (
        (item, _("、").join(line.rows), _("、").join(columns[column]))
        for line in form.lines
        for column, item in line.items
    )
    print_renderable(table((_("数据项"), _("行名"), _("栏目")), rows, f"{form.title}  {form.number}"))
