"""The terminal says the verdict first, then each finding with its place, sentence, computation and likely reading."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console

from hengji.reports.check_table import check_table
from reports.small_checks import checked


def shown(width: int = 100, *, colours: bool = False, everything: bool = False) -> list[str]:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, highlight=False, markup=False,
        force_terminal=colours, color_system="truecolor" if colours else None,
    )  # fmt: skip
    console.print(check_table("自评.pdf", *checked(), everything=everything))
    return stream.getvalue().split("\n")


def test_the_verdict_comes_first_then_the_findings_the_gravest_first():
    assert shown()[:-1] == [
        "自评.pdf",
        "1 处错误，1 处存疑，已核 4 项关系，覆盖 85% 的数字。",
        "",
        "× 错误  占比  第1页",
        "    财政拨款收入占本年收入应为 99.91%，文中为 99.99%。",
        "    > 本年收入合计【443.66】万元，其中：财政拨款收入【443.26】万元，占【99.99%】；",
        "    算式：443.26 ÷ 443.66 = 99.91%，文中 99.99%",
        "    可能：“99.99%”疑为“99.91%”之误。",
        "",
        "? 存疑  合计  第1页 表1第3行第3列",
        "    决算数合计缺少分项。",
        "    > 合计 ｜ 150.00 ｜ 【149.00】",
        "    > 人员经费 ｜ 120.00 ｜ 【118.50】",
        "    规则：118.50，文中 149.00",
    ]


def test_all_lists_what_holds_and_what_was_not_checked():
    lines = shown(everything=True)
    assert "✓ 相符  合计  第1页" in lines
    assert "    算式：443.26 + 0.4 = 443.66，文中 443.66".replace("算式：", "") in lines
    assert lines[-3:-1] == ["没有核到的数字 1 个", "    第2页：12批次"]


def test_in_colour_the_figures_are_underlined_instead_of_bracketed():
    text = "\n".join(shown(colours=True))
    assert "【" not in text
    assert "\x1b[4m443.66\x1b[0m" in text


def test_a_narrow_terminal_breaks_lines_as_chinese_is_broken():
    lines = shown(40)
    assert max(cell_len(line) for line in lines) <= 40
    assert not [line for line in lines if line.strip()[:1] in "，。；、" and line.strip()]
