"""`hengji explain`: one indicator, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable
from hengji.cli.parameters import FILE, scheme_option

if TYPE_CHECKING:
    from hengji.facts.scorecard import NodeScore, Scorecard

__all__ = ["command"]


@click.command(
    "explain",
    cls=Command,
    short_help=_("说明一个指标怎样得分"),
    help=_(
        "一步一步说明一个指标怎样得分：评分标准、数据和来源、算式、失分原因。\n"
        "指标写名称；重名时写“上级/名称”。写上级指标，就逐个说明它下面的指标。"
    ),
    epilog=_("退出码：0 已说明；2 没有计分，或找不到这个指标。"),
    options_metavar=_("[选项]"),
)
@click.argument("evaluation", metavar=_("评价文件"), type=FILE)
@click.argument("indicator", metavar=_("指标"))
@scheme_option
@click.pass_context
def command(context: click.Context, evaluation: Path, indicator: str, scheme: str | None) -> None:
    """Prints the explanation of the indicator, or of every leaf under it."""
    from hengji.workflows.presenting import explanation, nodes_named
    from hengji.workflows.scoring import score_file

    scored = score_file(evaluation, scheme)
    if scored.card is None:
        print_findings(_("没有计分"), scored.findings)
        context.exit(UNDONE)
    nodes = nodes_named(scored.card, indicator)
    if len(nodes) != 1:
        click.echo(_several(nodes, indicator) if nodes else _unknown(scored.card, indicator), err=True)
        context.exit(UNDONE)
    for node in _leaves(scored.card, nodes[0]):
        print_renderable(explanation(node))


def _leaves(card: Scorecard, node: NodeScore) -> list[NodeScore]:
    under = [leaf for leaf in card.leaves if leaf.path[: node.level] == node.path]
    return under or [node]


def _several(nodes: tuple[NodeScore, ...], name: str) -> str:
    options = _("、").join("/".join(node.path[-2:]) for node in nodes)
    return _("不止一个指标叫“{name}”，请写明是哪一个：{options}。").format(name=name, options=options)


def _unknown(card: Scorecard, name: str) -> str:
    from hengji.workflows.presenting import near_names

    message = _("方案“{scheme}”里没有指标“{name}”。").format(scheme=card.scheme_title, name=name)
    near = near_names(card, name)
    if near:
        return message + _("相近的有：{names}。").format(names=_("、").join(near))
    return message + _("hengji score 可列出全部指标。")
