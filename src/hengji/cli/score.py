"""`hengji score`: one evaluation, as a table, for programs, as a workbook or as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable, print_text, rendered, say_written, unused_name

if TYPE_CHECKING:
    from hengji.workflows.presenting import DataFormat
    from hengji.workflows.scoring import Scored

__all__ = ["command"]

_FORMATS: Final = ("table", "json", "yaml", "xlsx", "html")
_BY_ENDING: Final = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".xlsx": "xlsx", ".html": "html"}


@click.command(
    "score",
    cls=Command,
    short_help=_("给一份评价数据计分"),
    help=_(
        "给一份评价数据（YAML 文件或工作簿）计分，说明每个指标怎样得分、为何失分。\n"
        "数据有错时一次列出全部错误，不给半截的分数。"
    ),
    epilog=_("退出码：0 已计分；1 已计分，但有错误级的问题；2 没有计分。"),
    options_metavar=_("[选项]"),
)
@click.argument("evaluation", metavar=_("评价文件"), type=click.Path(path_type=Path))
@click.option("--scheme", metavar=_("方案"), help=_("评价方案的编号或文件；不写则用评价文件里写的 scheme"))
@click.option(
    "--format", "form", type=click.Choice(_FORMATS),
    help=_("输出格式；不写则看 --output 的扩展名，再不然是 table"),
)  # fmt: skip
@click.option(
    "--what-if", "what_if", metavar=_("文件"), type=click.Path(path_type=Path),
    help=_("另一种读法：YAML 文件，写 name 和要改的 data，与原读法并列计分"),
)  # fmt: skip
@click.option(
    "-o", "--output", metavar=_("文件"), type=click.Path(path_type=Path),
    help=_("写到这个文件；xlsx、html 不写时放在评价文件旁边"),
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    evaluation: Path,
    scheme: str | None,
    form: str | None,
    what_if: Path | None,
    output: Path | None,
) -> None:
    """Scores and exits with the code that says how it went."""
    from hengji.workflows.scoring import score_file

    chosen = form or (_BY_ENDING.get(output.suffix.lower()) if output else None) or "table"
    scored = score_file(evaluation, scheme, what_if)
    if scored.card is None:
        _say_unscored(scored, chosen)
        context.exit(UNDONE)
    _deliver(scored, chosen, evaluation, output)
    context.exit(WRONG if has_errors(scored.findings) else DONE)


def _say_unscored(scored: Scored, form: str) -> None:
    if form in {"json", "yaml"}:
        from hengji.workflows.presenting import unreadable_text

        print_text(unreadable_text(scored.findings, cast("DataFormat", form)))
    else:
        print_findings(_("没有计分"), scored.findings)


def _deliver(scored: Scored, form: str, evaluation: Path, output: Path | None) -> None:
    from hengji.workflows.presenting import card_table, card_text

    assert scored.card is not None
    if form in {"json", "yaml"}:
        print_text(card_text(scored.card, cast("DataFormat", form)), output)
        return
    if scored.findings:
        print_findings(_("已计分，但有需要核对的地方"), scored.findings)
    if form in {"xlsx", "html"}:
        _write(scored, form, output or unused_name(evaluation.with_name(f"{evaluation.stem}-评分表.{form}")))
    elif output is not None:
        print_text(rendered(card_table(scored.card)), output)
    else:
        print_renderable(card_table(scored.card))


def _write(scored: Scored, form: str, path: Path) -> None:
    from hengji.workflows.scoring import write_page, write_workbook

    assert scored.card is not None
    if form == "xlsx":
        write_workbook(scored, path)
    else:
        write_page(scored.card, path)
    say_written(path)
