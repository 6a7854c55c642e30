"""`hengji scheme diff`: what changed from one scheme to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_text
from hengji.cli.parameters import SchemeName, format_option

if TYPE_CHECKING:
    from hengji.workflows.presenting import DataFormat
    from hengji.workflows.scheme_changes import Change

__all__ = ["command"]


@click.command(
    "diff",
    cls=Command,
    short_help=_("比较两个方案"),
    help=_("比较两个方案：分值、评分标准、数据、等级各改了什么，逐个指标列出。"),
    epilog=_("退出码：0 没有差别；1 有差别；2 有方案读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("old", metavar=_("旧方案"), type=SchemeName())
@click.argument("new", metavar=_("新方案"), type=SchemeName())
@format_option
@click.pass_context
def command(context: click.Context, old: str, new: str, form: str) -> None:
    """Prints the changes; the exit code is diff's."""
    from hengji.workflows.scheme_changes import changes
    from hengji.workflows.schemes import check_scheme_file

    before, after = check_scheme_file(old), check_scheme_file(new)
    if before.scheme is None or after.scheme is None:
        print_findings(_("没有比较：有方案读不出来"), (*before.findings, *after.findings))
        context.exit(UNDONE)
    found = changes(before.scheme, after.scheme)
    if form == "table":
        _print_changes(found, old, new)
    else:
        from hengji.workflows.presenting import data_text

        data: dict[str, object] = {"old": old, "new": new, "changes": [change.as_data() for change in found]}
        print_text(data_text(data, cast("DataFormat", form)))
    context.exit(WRONG if found else DONE)


def _print_changes(found: tuple[Change, ...], old: str, new: str) -> None:
    if not found:
        click.echo(_("{old} 与 {new} 没有差别。").format(old=old, new=new))
        return
    click.echo(_("从 {old} 到 {new}，共 {count} 处差别。").format(old=old, new=new, count=len(found)))
    place = None
    for change in found:
        if (change.group, change.place) != place:
            place = (change.group, change.place)
            click.echo(f"\n{change.group}  {change.place}".rstrip())
        click.echo(f"  {change.what}" + (_("：") if change.before and change.after else ""))
        for sign, colour, words in (("−", "red", change.before), ("+", "green", change.after)):
            for line in words.split("\n") if words else ():
                click.echo("    " + click.style(f"{sign} {line}", fg=colour))
