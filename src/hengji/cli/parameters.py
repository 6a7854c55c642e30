"""Arguments and options that several commands share."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from hengji.cli.language import text as _

__all__ = [
    "FILE",
    "RelationClass",
    "SchemeName",
    "format_option",
    "previous_option",
    "scheme_option",
    "verified_option",
]


class _File(click.Path):
    """Any path but an empty one, which would be the folder that one happens to be in."""

    def convert(
        self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | PathLike[str]:
        if not str(value).strip():
            self.fail(_("文件名是空的，可能是命令里的变量没有值；当前文件夹请写“.”"), param, ctx)
        return super().convert(value, param, ctx)


FILE: Final = _File(path_type=Path)
"""What is wrong with a file is for the workflows to say, with all else that is wrong."""


class SchemeName(click.ParamType[str]):
    """An id of a built-in scheme or a path; shells complete both. Whether there is one, the workflows say."""

    name = "scheme"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from hengji.workflows.files import built_in_schemes

        found = [CompletionItem(name) for name in built_in_schemes() if name.startswith(incomplete)]
        return found or [CompletionItem(incomplete, type="file")]


class RelationClass(click.ParamType[str]):
    """A class of relations that can be switched off; shells complete it."""

    name = "class"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from hengji.workflows.check_classes import class_named, class_words

        known = class_named(value)
        if known is None:
            message = _("没有“{name}”这一类检查；可写的有 {classes}")
            self.fail(message.format(name=value, classes=" ".join(class_words())), param, ctx)
        return known

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from hengji.workflows.check_classes import class_words

        return [CompletionItem(name, help=word) for name, word in class_words().items() if name.startswith(incomplete)]


scheme_option = click.option(
    "--scheme",
    metavar=_("方案"),
    type=SchemeName(),
    help=_("评价方案的编号或文件；不写则用评价文件里写的 scheme"),
)

signed_by_option = click.option(
    "--signed-by",
    metavar=_("文件"),
    type=FILE,
    help=_("谁签字：YAML 文件，写填报人、审核人、核查单位、核查人、复核人、日期和反馈意见；不写则留空手签"),
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "yaml"]),
    default="table",
    show_default=True,
    help=_("输出格式"),
)

verified_option = click.option(
    "--verified", metavar=_("文件"), type=FILE, help=_("核查的评价文件：写核查报告，并与自评对照")
)

previous_option = click.option(
    "--previous", metavar=_("文件"), type=FILE, multiple=True,
    help=_("以前年度的评价文件，用来写与上年相比的变化；可以写几次"),
)  # fmt: skip
