"""`hengji score`: one evaluation, as a table, for programs, as a workbook or as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from hengji.cli.destinations import refuse_sources
from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable, print_text, rendered, say_written, unused_name
from hengji.cli.parameters import FILE, scheme_option

if TYPE_CHECKING:
    from hengji.facts.scorecard import Scorecard
    from hengji.workflows.presenting import DataFormat
    from hengji.workflows.scoring import Scored

__all__ = ["command"]

_FORMATS: Final = ("table", "json", "yaml", "xlsx", "html")
_FILES: Final = frozenset({"xlsx", "html"})
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
@click.argument("evaluation", metavar=_("评价文件"), type=FILE)
@scheme_option
@click.option(
    "--format", "form", type=click.Choice(_FORMATS),
    help=_("输出格式；不写则看 --output 的扩展名，再不然是 table"),
)  # fmt: skip
@click.option(
    "--what-if", "what_if", metavar=_("文件"), type=FILE,
    help=_("另一种读法：YAML 文件，写 name 和要改的 data，与原读法并列计分"),
)  # fmt: skip
@click.option(
    "-o", "--output", metavar=_("文件"), type=FILE,
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

    refuse_sources((evaluation,), (output,))
    chosen = form or (_BY_ENDING.get(output.suffix.lower()) if output else None) or "table"
    scored = score_file(evaluation, scheme, what_if)
    if scored.card is None:
        _say_unscored(scored, chosen)
        context.exit(UNDONE)
    _deliver(scored, scored.card, chosen, output or _beside(evaluation, chosen))
    context.exit(WRONG if has_errors(scored.findings) else DONE)


def _say_unscored(scored: Scored, form: str) -> None:
    if form in {"json", "yaml"}:
        from hengji.workflows.presenting import unreadable_text

        print_text(unreadable_text(scored.findings, cast("DataFormat", form)))
    else:
        print_findings(_("没有计分"), scored.findings)


def _beside(evaluation: Path, form: str) -> Path | None:
    """Where a workbook or a page goes unasked; nothing else becomes a file."""
    return unused_name(evaluation.with_name(f"{evaluation.stem}-评分表.{form}")) if form in _FILES else None


def _deliver(scored: Scored, card: Scorecard, form: str, output: Path | None) -> None:
    from hengji.workflows.presenting import card_table, card_text

    if form in {"json", "yaml"}:
        print_text(card_text(card, cast("DataFormat", form)), output)
        return
    if card.findings:
        print_findings(_("已计分，但有需要核对的地方"), card.findings)
    if form in _FILES and output is not None:
        _write(scored, card, form, output)
    elif output is not None:
        print_text(rendered(card_table(card)), output)
    else:
        print_renderable(card_table(card, findings=False))


def _write(scored: Scored, card: Scorecard, form: str, path: Path) -> None:
    from hengji.workflows.scoring import write_page, write_workbook

    if form == "xlsx":
        inexact = write_workbook(scored, path)
        if inexact:
            print_findings(_("工作簿里有不能照写的数或公式"), inexact)
    else:
        write_page(card, path)
    say_written(path)
