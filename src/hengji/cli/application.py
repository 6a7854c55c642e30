"""The `hengji` program: its commands, its version."""

from __future__ import annotations

import click

from hengji import __version__
from hengji.cli.language import text as _
from hengji.cli.lazy_group import LazyGroup

__all__ = ["application"]


class Application(LazyGroup):
    """All commands, in the order in which people meet them."""

    modules = {  # noqa: RUF012
        "check": "hengji.cli.check",
        "score": "hengji.cli.score",
        "explain": "hengji.cli.explain",
        "compare": "hengji.cli.compare",
        "scorecard": "hengji.cli.scorecard",
        "pack": "hengji.cli.pack",
        "workbook": "hengji.cli.workbook",
        "extract": "hengji.cli.extract",
        "read": "hengji.cli.read",
        "diff": "hengji.cli.diff",
        "scheme": "hengji.cli.scheme",
        "goals": "hengji.cli.goals",
        "forms": "hengji.cli.forms",
        "report": "hengji.cli.report",
        "serve": "hengji.cli.serve",
        "audit": "hengji.cli.audit",
        "demo": "hengji.cli.demo",
        "completion": "hengji.cli.completion",
    }


@click.group(
    cls=Application,
    help=_("衡绩：部门整体支出绩效评价。核对文档里的每个数字；按评价方案给评价数据计分，每一分都有来历。"),
    epilog=_(
        "退出码：0 正常；1 有错误级的问题；2 没有得出结果，或命令写错；70 程序自身出错。\n"
        "每个命令各有说明：hengji 命令 --help。"
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=_("[选项]"),
    subcommand_metavar=_("命令 [参数]…"),
)
@click.version_option(__version__, message=_("hengji（衡绩）%(version)s"))
def application() -> None:
    """Only a group: each command is a module of its own."""
