"""`hengji completion`: the script that makes a shell complete our commands, options and names."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from hengji.cli.help_pages import Command
from hengji.cli.language import text as _

__all__ = ["command"]

_COMPLETIONS: Final[dict[str, type[ShellComplete]]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}


@click.command(
    "completion",
    cls=Command,
    short_help=_("打印命令补全脚本"),
    help=_(
        "打印命令补全脚本。启用办法：\n"
        'bash：把 eval "$(hengji completion bash)" 加到 ~/.bashrc\n'
        'zsh：把 eval "$(hengji completion zsh)" 加到 ~/.zshrc\n'
        "fish：hengji completion fish > ~/.config/fish/completions/hengji.fish"
    ),
    options_metavar=_("[选项]"),
)
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(list(_COMPLETIONS)))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Prints click's script; the shell then asks `hengji` itself what may come next."""
    completion = _COMPLETIONS[shell]
    click.echo(completion(context.find_root().command, {}, "hengji", "_HENGJI_COMPLETE").source())
