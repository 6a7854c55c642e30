"""A group that imports a command's module only when the command is called, or when its help is listed."""

from __future__ import annotations

from importlib import import_module

import click

from hengji.cli.help_pages import Group

__all__ = ["LazyGroup"]


class LazyGroup(Group):
    """`modules` says where each command is: its module holds it under the name ``command``."""

    modules: dict[str, str]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(self.modules[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            # Click suggests from the commands that are loaded, and none is.
            raise click.exceptions.NoSuchCommand(
                unknown.command_name, possibilities=list(self.modules), ctx=ctx
            ) from None
