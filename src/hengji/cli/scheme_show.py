"""`hengji scheme show`: a scheme as an officer reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.guard import UNDONE
from hengji.cli.help_pages import Command
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable, print_text
from hengji.cli.parameters import SchemeName, format_option

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from hengji.workflows.presenting import DataFormat
    from hengji.workflows.scheme_data import Data

__all__ = ["command"]


@click.command(
    "show",
    cls=Command,
    short_help=_("查看一个方案"),
    help=_("查看一个方案：每个指标的分值和评分标准、要用的数据、等级、加减分、依据。"),
    epilog=_("退出码：0 已显示；2 方案读不出来。"),
    options_metavar=_("[选项]"),
)
@click.argument("scheme", metavar=_("方案"), type=SchemeName())
@format_option
@click.pass_context
def command(context: click.Context, scheme: str, form: str) -> None:
    """Shows it."""
    from hengji.workflows.scheme_data import scheme_data
    from hengji.workflows.schemes import check_scheme_file

    read = check_scheme_file(scheme)
    if read.scheme is None:
        print_findings(_("方案读不出来"), read.findings)
        context.exit(UNDONE)
    data = scheme_data(read.scheme)
    if form != "table":
        from hengji.workflows.presenting import data_text

        print_text(data_text(data, cast("DataFormat", form)))
        return
    for renderable in _pages(data):
        print_renderable(renderable)


def _items(data: Data, key: str) -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", data[key])


def _joined(value: object) -> str:
    return _("、").join(cast("list[str]", value))


def _pages(data: Data) -> list[RenderableType]:
    from hengji.cli.tables import table

    pages: list[RenderableType] = [_head(data), _indicators(data), _data_items(data)]
    adjustments = [(item["name"], item["each"], item["cap"], item["text"]) for item in _items(data, "adjustments")]
    if adjustments:
        headings = (_("名称"), _("每次"), _("上限"), _("说明"))
        pages.append(table(headings, adjustments, _("加减分"), right=(1, 2)))
    vetoes = [(item["name"], item["result"], item["text"]) for item in _items(data, "vetoes")]
    if vetoes:
        pages.append(table((_("名称"), _("后果"), _("说明")), vetoes, _("一票否决")))
    return pages


def _head(data: Data) -> str:
    last = data["valid_to"] or _("今")
    years = str(last) if data["valid_from"] == last else f"{data['valid_from']}—{last}"
    grades = "  ".join(f"{item['name']} {item['range']}" for item in _items(data, "grades"))
    lines = [
        f"{data['title']}（{data['scheme']}）",
        _("年度：{years}    区划：{place}").format(years=years, place=data["jurisdiction"] or _("全国")),
        _("依据：{basis}").format(basis=_joined(data["basis"])),
        _("等级：{grades}").format(grades=grades),
    ]
    if data["note"]:
        lines.append(_("说明：{note}").format(note=data["note"]))
    return "\n".join(lines)


def _indicators(data: Data) -> Table:
    from hengji.cli.tables import table

    rows = []
    for item in cast("list[Data]", data["indicators"]):
        path = cast("list[str]", item["path"])
        standard = str(item["standard"])
        if item["applies"]:
            words = _("适用条件：{applies}；不适用时{otherwise}")
            standard += "\n" + words.format(applies=item["applies"], otherwise=item["otherwise"])
        name = "  " * (len(path) - 1) + path[-1]
        rows.append((name, str(item["points"]), standard, _joined(item["basis"])))
    return table((_("指标"), _("分值"), _("评分标准"), _("依据")), rows, right=(1,), whole=())


def _data_items(data: Data) -> Table:
    from hengji.cli.tables import table

    rows = [(item["name"], item["unit"], item["source"], item["period"], item["note"]) for item in _items(data, "data")]
    headings = (_("数据项"), _("单位"), _("来源"), _("期间"), _("说明"))
    return table(headings, rows, whole=(1, 3))
