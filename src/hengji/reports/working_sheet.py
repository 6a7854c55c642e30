"""The working paper of one indicator: what is examined, on which papers, how it was recomputed, what was concluded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hengji.facts.numbers import shown
from hengji.facts.scorecard import STATUS_WORDS, AdjustmentScore, NodeScore
from hengji.facts.signatures import Signatures
from hengji.facts.supporting import Support
from hengji.reports.paper.blocks import Cell, Row, Table, Text
from hengji.reports.scorecard_paper import reasons_of, steps_of
from hengji.reports.scorecard_sides import Sides
from hengji.reports.working_cells import (
    NOTHING,
    figure,
    files_cell,
    label,
    lost_cell,
    own_adjustment,
    points_cell,
    score_cell,
    word_cell,
)

__all__ = ["adjustment_sheet", "indicator_sheet", "signing_sheet"]

_SHEET: Final = (15, 21, 16, 16, 16, 16)
_WHOLE: Final = 5
_TO_SIGN: Final = "\u3000\n\u3000"
"""Two empty lines: room for a hand."""


def indicator_sheet(
    number: str, leaf: NodeScore, sides: Sides, supports: list[Support], signatures: Signatures
) -> Table:
    """The sheet of *leaf*, which stands in the index as *number*."""
    rows: list[Row] = [
        *_question(number, leaf),
        *_rests_on(supports),
        *_recomputation(leaf),
        *_conclusion(leaf, sides, signatures),
        *_signed(signatures),
    ]
    return Table(_SHEET, tuple(rows), head_rows=0, key=f"底稿:{'/'.join(leaf.path)}", small=True)


def adjustment_sheet(item: AdjustmentScore, text: str, sides: Sides, supports: list[Support]) -> Table:
    """The sheet of what stands outside the hundred; *text* is its standard."""
    rows: list[Row] = [
        _banner("一、核查什么"),
        (label("标准"), word_cell(text, columns=_WHOLE)),
        *_rests_on(supports),
        _banner("三、结论"),
        (label("计算过程"), word_cell("\n".join(item.why) or "没有符合条件的事项", columns=_WHOLE)),
        (
            label("自评"), own_adjustment(item, sides.own), label("核查"),
            figure(shown(item.points, sides.main.score_places), f"加减分:{item.name}"), label("事项"),
            word_cell(str(item.count), align="center"),
        ),
    ]  # fmt: skip
    return Table(_SHEET, tuple(rows), head_rows=0, key=f"底稿:{item.name}", small=True)


def signing_sheet(signatures: Signatures) -> Table:
    """Only who verified and who reviewed."""
    return Table(_SHEET, tuple(_signed(signatures)), head_rows=0, key="底稿:签署", small=True)


def _banner(text: str) -> Row:
    return (Cell((Text(text),), 1, _WHOLE + 1, "left", "total", bold=True),)


def _question(number: str, leaf: NodeScore) -> Iterator[Row]:
    yield _banner("一、核查什么")
    yield (
        label("指标"),
        word_cell(" / ".join(leaf.path), columns=3),
        label("索引号"),
        word_cell(number, align="center"),
    )
    basis = "、".join(leaf.basis)
    yield (label("依据"), word_cell(basis, columns=3), label("分值"), points_cell(leaf))
    if leaf.meaning:
        yield (label("指标说明"), word_cell(leaf.meaning, columns=_WHOLE))
    yield (label("评分标准"), word_cell(leaf.standard, columns=_WHOLE))
    if leaf.target or leaf.actual:
        yield (label("指标值"), word_cell(leaf.target), label("完成值"), word_cell(leaf.actual, columns=3))


def _rests_on(supports: list[Support]) -> Iterator[Row]:
    yield _banner("二、依据哪些材料")
    if not supports:
        yield (word_cell("评价数据没有指明佐证材料", columns=_WHOLE + 1),)
        return
    yield (label("材料", columns=2), label("位置"), label("文件（大小）和 SHA-256", columns=3))
    for support in supports:
        places = "；".join(support.places) or NOTHING
        yield (
            word_cell(support.name, columns=2),
            word_cell(places, align="center"),
            files_cell(support.files, columns=3),
        )


def _recomputation(leaf: NodeScore) -> Iterator[Row]:
    yield _banner("三、怎样重算")
    if leaf.inputs:
        yield (label("数据或评判", columns=2), label("数值"), label("来源", columns=3))
    path = "/".join(leaf.path)
    for given in leaf.inputs:
        text = f"{given.value} {given.unit}".strip() if given.unit else given.value
        origin = word_cell(given.origin, columns=3)
        yield (word_cell(given.name, columns=2), figure(text, f"数据:{given.name}@{path}", given.origin), origin)
    steps = "\n".join(steps_of(leaf)) or "没有可供重算的数据"
    yield (label("计算过程"), word_cell(steps, columns=_WHOLE))


def _conclusion(leaf: NodeScore, sides: Sides, signatures: Signatures) -> Iterator[Row]:
    yield _banner("四、结论")
    yield (
        label("自评得分"), score_cell(sides.of_own.get(leaf.path), sides.own, "自评得分"),
        label("核查得分"), score_cell(sides.of_verified.get(leaf.path), sides.verified, "得分"),
        label("扣分"), lost_cell(leaf, sides.main),
    )  # fmt: skip
    said = "\n".join(reasons_of(leaf)) or ("没有扣分" if leaf.lost == 0 else STATUS_WORDS[leaf.status])
    yield (label("原因"), word_cell(said, columns=_WHOLE))
    for each in signatures.objections_to(leaf.path):
        yield (label("反馈意见"), word_cell(each.text, columns=_WHOLE))
        yield (label("答复"), word_cell(each.reply or "尚未答复", columns=_WHOLE))


def _signed(signatures: Signatures) -> Iterator[Row]:
    """Who and when, left blank where it is signed by hand."""
    yield _banner("五、谁核查、谁复核")
    pairs = (
        ("核查人", signatures.verifier, signatures.verified_on),
        ("复核人", signatures.lead_verifier, signatures.reviewed_on),
    )
    for what, name, on in pairs:
        yield (
            label(what),
            word_cell(name or _TO_SIGN, columns=2),
            label("日期"),
            word_cell(on, columns=2, align="center"),
        )
