"""`hengji pack`: the working papers of a verification, packed with all that they rest on; and a pack checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hengji.cli.findings_printing import has_errors, print_findings
from hengji.cli.guard import DONE, UNDONE, WRONG
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import say_written, unused_name
from hengji.cli.parameters import FILE, scheme_option, signed_by_option

if TYPE_CHECKING:
    from hengji.workflows.packing import PackInputs

__all__ = ["command"]


@click.command(
    "pack",
    cls=Command,
    short_help=_("打包核查底稿，或检验底稿有没有被改动"),
    help=_(
        "把一次核查打成底稿：每个指标一页，从问题、材料、重算到结论和签署；连同评价数据、方案、评分表和\n"
        "佐证材料装进一个 zip，附校验清单。--output 写 pdf 则只要底稿正文。加 --check 则检验已有的底稿。"
    ),
    epilog=_("退出码：0 已打包，或底稿没有改动；1 已打包但有错误，或底稿被改动过；2 没有打包。"),
    options_metavar=_("[选项]"),
)
@click.argument("evaluation", metavar=_("核查文件"), type=FILE)
@click.option("--self", "own", metavar=_("自评文件"), type=FILE, help=_("自评的评价数据，与核查并列"))
@click.option("--evidence", metavar=_("文件夹"), type=FILE, help=_("存放佐证材料的文件夹，按文件名对上"))
@scheme_option
@signed_by_option
@click.option("-o", "--output", metavar=_("文件"), type=FILE, help=_("写到这个 zip 或 pdf；不写则放在核查文件旁边"))
@click.option("--check", is_flag=True, help=_("检验这个底稿 zip：每个文件与清单逐一核对"))
@click.pass_context
def command(context: click.Context, /, evaluation: Path, output: Path | None, check: bool, **given: Any) -> None:
    """Packs, or checks; the exit code says how it went."""
    from hengji.workflows.packing import PackInputs

    if check:
        context.exit(_check(evaluation))
    context.exit(_pack(PackInputs(evaluation, **given), output))


def _check(path: Path) -> int:
    from hengji.workflows.packing import check_pack

    checked = check_pack(path)
    if checked.findings:
        print_findings(_("底稿不完整或被改动过"), checked.findings, err=False)
        return WRONG
    click.echo(_("底稿完整，{count} 个文件都与清单相符。").format(count=checked.files))
    return DONE


def _pack(inputs: PackInputs, output: Path | None) -> int:
    from hengji.workflows.packing import ENDINGS, pack

    into = output or unused_name(inputs.verified.with_name(f"{inputs.verified.stem}-底稿.zip"))
    if into.suffix.lower() not in ENDINGS:
        message = _("没有写入：不能写成“{ending}”文件；可以写 {endings}。")
        click.echo(message.format(ending=into.suffix or into.name, endings=" ".join(ENDINGS)), err=True)
        return UNDONE
    packed = pack(inputs, into)
    if not packed.is_written:
        print_findings(_("没有打包"), packed.findings)
        return UNDONE
    say_written(into)
    summary = _("底稿共 {files} 个文件，缺少佐证材料 {missing} 份。")
    click.echo(summary.format(files=packed.files, missing=packed.missing))
    if packed.findings:
        print_findings(_("已打包，但有需要核对的地方"), packed.findings)
    return WRONG if has_errors(packed.findings) else DONE
