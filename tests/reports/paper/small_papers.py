"""Small papers about 示例市水务局, for the tests of the writers."""

from __future__ import annotations

from hengji.reports.paper.blocks import (
    Block,
    Cell,
    Contents,
    Heading,
    Live,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Style,
    Table,
    Text,
    Tone,
    Typed,
)

__all__ = ["INJECTIONS", "cell", "heading", "paper_of", "paragraph", "report", "score_table", "tall_table"]

INJECTIONS = (
    '#eval("1")',
    "$x^2$",
    "*粗* _斜_",
    "=cmd|' /C calc'!A0",
    "<b>&amp;</b>",
    "@引用 #[块] `原` \\n",
    "{{ 模板 }}",
    "]]>",
)


def paper_of(*blocks: Block, title: str = "") -> Paper:
    return Paper(title, (Section(blocks),))


def paragraph(text: str, style: Style = "body", key: str = "") -> Paragraph:
    return Paragraph((Text(text),), style, key)


def heading(level: int, text: str) -> Heading:
    return Heading(level, (Text(text),))


def cell(text: str, rows: int = 1, columns: int = 1, tone: Tone = "", note: str = "") -> Cell:
    return Cell((Text(text),), rows, columns, tone=tone, note=note)


def score_table(caption: str = "指标得分情况") -> Table:
    """Two head rows, a cell over two rows, a cell over two columns, a live score, a note."""
    return Table(
        widths=(2, 3, 6, 2, 2),
        rows=(
            (
                cell("一级指标", rows=2, tone="head"),
                cell("二级指标", rows=2, tone="head"),
                cell("评分标准", rows=2, tone="head"),
                cell("得分", columns=2, tone="head"),
            ),
            (cell("自评", tone="head"), cell("核查", tone="head")),
            (
                cell("过程", rows=2),
                cell("预算执行率"),
                cell("达到95%得满分，\n每低1个百分点扣0.5分"),
                Cell((Live("1,009.50", "得分:过程/预算执行率"),), align="right"),
                cell("4.50", note="扣0.50分：执行率94%"),
            ),
            (cell("政府采购"), cell("=1+1"), cell("85.20%"), cell("3.00", tone="error")),
            (cell("合计", columns=3, tone="total"), cell("17.50", tone="total"), cell("07.50", tone="total")),
        ),
        head_rows=2,
        caption=caption,
        key="表:得分",
    )


def tall_table(rows: int) -> Table:
    body = tuple((cell(f"第{number}行"), cell("部门预算执行数与预算数的比率。" * 2)) for number in range(rows))
    return Table((1, 4), ((cell("序号", tone="head"), cell("说明", tone="head")), *body), caption="长表")


def report() -> Paper:
    """A report of a few pages with all that a paper may hold, but pictures."""
    prose = "示例市水务局负责保障水资源的合理开发利用，拟订全市水务发展规划和政策。" * 6
    chapters: list[Block] = []
    for number, name in enumerate("一二三四", 1):
        chapters += [
            heading(1, f"{name}、部门概况{number}"),
            heading(2, "（一）机构设置"),
            paragraph(prose, key=f"概况:{number}"),
            heading(3, "1. 预算执行"),
            heading(4, "（1）执行率"),
            Paragraph(
                (
                    Text("全年执行"),
                    Live("1,198.20万元", f"数据:执行数{number}", "决算报表"),
                    Text("，提高"),
                    Typed("2.1%"),
                )
            ),
            score_table(),
            paragraph("注：分值单位为分。", "note"),
        ]
    return Paper(
        "示例市水务局2023年度部门整体支出绩效自评报告",
        (
            Section((Contents(2), PageBreak(), *chapters, paragraph("示例市水务局", "right"))),
            Section((heading(1, "附件：评分表"), tall_table(40)), "landscape"),
        ),
        subtitle="（2024年3月）",
        author="示例市水务局",
        about=(("方案", "示例方案"), ("总分", "92.50")),
    )
