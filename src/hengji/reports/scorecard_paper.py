"""The scorecard and the verification table as the paper that is signed: the annex's layout, on landscape A4.

Three levels with the weight of each, what the indicator looks at, its standard, how the score came about, the
department's score beside the verified one, and why points were lost. Upper levels are merged down over their rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.facts.evaluation import REASON_CODES, Reason
from hengji.facts.numbers import plain, shown
from hengji.facts.scorecard import AdjustmentScore, NodeScore, Scorecard
from hengji.facts.signatures import NOBODY, Signatures
from hengji.reports.narrative.explaining import tight
from hengji.reports.paper.blocks import Align, Cell, Heading, Live, Paper, Paragraph, Row, Run, Section, Table, Text
from hengji.reports.scorecard_sides import Sides
from hengji.reports.scorecard_signing import signing_lines

__all__ = [
    "reasons_of",
    "scorecard_annex",
    "scorecard_paper",
    "scorecard_table",
    "steps_of",
    "title_text",
    "whose_text",
]

_LEVELS: Final = ("一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标")
_RIGHT: Final = ("指标说明", "评分标准", "评分说明\n（依据与计算）", "自评\n得分", "核查\n得分", "扣分原因\n（佐证）")
_WIDTHS: Final = (64, 138, 116, 44, 44, 80)
_NAME, _LEAF_NAME, _WEIGHT = 32, 48, 31
_OPEN: Final = "未佐证"
_TRACED_REASON: Final = ("理由（", "佐证：")

Path = tuple[str, ...]


def title_text(sides: Sides) -> str:
    return "部门整体绩效自评指标核查评分表" if sides.verified is not None else "部门整体绩效自评指标评分表"


def whose_text(card: Scorecard) -> str:
    """The line between the title and the table."""
    return f"单位：{card.organisation}　　评价年度：{card.year}年　　评价方案：{card.scheme_title}"


def scorecard_paper(sides: Sides, signatures: Signatures = NOBODY) -> Paper:
    """The paper. Where both sides are given, the verified one's steps and reasons are printed."""
    card = sides.main
    about = [("方案", card.scheme), ("评价年度", str(card.year))]
    blocks = (Paragraph((Text(whose_text(card)),), "note"), scorecard_table(sides, signatures))
    return Paper(title_text(sides), (Section(blocks, "landscape"),), "", card.organisation, tuple(about))


def scorecard_annex(sides: Sides) -> Section:
    """The same table as the annex of a report; who signs the report signs no line here."""
    heading = Heading(1, (Text(f"附件：{title_text(sides)}"),), key="附件")
    return Section((heading, Paragraph((Text(whose_text(sides.main)),), "note"), scorecard_table(sides)), "landscape")


# ------------------------------------------------------------------------------------------------------- the table
def scorecard_table(sides: Sides, signatures: Signatures | None = None) -> Table:
    """The table. Notes and signatures are its last row, so that no page holds them alone; None: nobody signs it."""
    began: set[Path] = set()
    rows: list[Row] = list(_head(sides.depth))
    rows += (_row(node, sides, began) for node in sides.rows)
    rows += _adjustments(sides)
    rows += _results(sides)
    closing = _closing(sides, signatures)
    if closing:
        rows.append((Cell(closing, columns=2 * sides.depth + len(_RIGHT)),))
    levels = [width for name in (*([_NAME] * (sides.depth - 1)), _LEAF_NAME) for width in (name, _WEIGHT)]
    return Table((*levels, *_WIDTHS), tuple(rows), head_rows=2, key="表:评分表", small=True)


def _closing(sides: Sides, signatures: Signatures | None) -> tuple[Run, ...]:
    """Notes, and the lines to sign with room for a hand: the department's, and the agency's under a verification."""
    runs: list[Run] = []
    notes = _notes(sides)
    if notes:
        runs.append(Live(notes, "附注"))
    lines = signing_lines(signatures, verified=sides.verified is not None) if signatures is not None else ()
    if lines:
        runs.append(Text("\n\n".join(("", *lines) if runs else lines)))
    return tuple(runs)


def _head(depth: int) -> Iterator[Row]:
    levels = (_head_cell(_LEVELS[min(level, len(_LEVELS) - 1)], columns=2) for level in range(depth))
    yield (*levels, *(_head_cell(name, rows=2) for name in _RIGHT))
    yield tuple(_head_cell(name) for _ in range(depth) for name in ("名称", "权重"))


def _head_cell(text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    return Cell((Text(text),), rows, columns, "center", "head", bold=True)


def _row(node: NodeScore, sides: Sides, began: set[Path]) -> Row:
    cells: list[Cell] = []
    for level in range(1, node.level):
        above = node.path[:level]
        if above not in began:
            began.add(above)
            count = sides.spans[above]
            cells += [Cell((Text(above[-1]),), count, align="center"), _weight(sides.nodes[above], count)]
    path = "/".join(node.path)
    steps, why = steps_of(node), reasons_of(node)
    cells += [
        Cell((Text(node.name),), columns=2 * (sides.depth - node.level) + 1),
        _weight(node),
        _said(tight(node.meaning), f"指标说明:{path}"),
        _said(tight(node.standard), f"标准:{path}"),
        _lines(steps, f"算式:{path}"),
        _score(sides.of_own.get(node.path), sides.own, "自评得分"),
        _score(sides.of_verified.get(node.path), sides.verified, "得分"),
        _lines(why, f"原因:{path}"),
    ]
    return tuple(cells)


def _weight(node: NodeScore, rows: int = 1) -> Cell:
    """What the scheme prints; points that moved to or from another indicator are said below."""
    if node.points is None:
        return Cell((Text("—"),), rows, align="center")
    path = "/".join(node.path)
    runs: list[Run] = [Live(plain(node.points), f"分值:{path}|无单位")]
    moved = node.effective_points
    if moved is not None and moved != node.points:
        runs += [Text("\n调至"), Live(plain(moved), f"有效分值:{path}|无单位")]
    return Cell(tuple(runs), rows, align="center")


def _said(words: str, key: str) -> Cell:
    """What the scheme says, its figures with it."""
    return _lines(tuple(words.split("\n")) if words else (), key)


def _lines(lines: tuple[str, ...], key: str) -> Cell:
    """Each line a figure of its own: a line break inside one would be lost by LibreOffice."""
    runs: list[Run] = []
    for number, line in enumerate(lines, 1):
        runs += [Text("\n")] if runs else []
        runs.append(Live(line, key if number == 1 else f"{key}/{number}"))
    return Cell(tuple(runs))


def _score(node: NodeScore | None, card: Scorecard | None, kind: str) -> Cell:
    """The score; while an input is missing, what it can still be, if anybody said how many points there are."""
    if node is None or card is None:
        return Cell()
    path, places = "/".join(node.path), card.score_places
    if node.score is not None:
        return Cell((Live(shown(node.score, places), f"{kind}:{path}|无单位"),), align="center")
    if node.is_leaf and node.points is None:
        return Cell((Live(_OPEN, f"{kind}:{path}|无单位"),), align="center", tone="warning")
    reach = f"{shown(node.low, places)}～{shown(node.high, places)}"
    return Cell((Text(f"{_OPEN}\n"), Live(reach, f"{kind}范围:{path}")), align="center", tone="warning")


def steps_of(node: NodeScore) -> tuple[str, ...]:
    """How the score came about, step by step, without the reasons; nothing for a mark that is only stated."""
    if node.stated is not None and not node.inputs and not node.parts and node.status == "scored":
        return ()
    return tuple(line for line in node.why if not line.startswith(_TRACED_REASON))


def reasons_of(node: NodeScore) -> tuple[str, ...]:
    """Coded reasons in words, with their evidence; where nobody gave any, that the computation took the points."""
    said = tuple(text for text in (_reason(each) for each in node.reasons) if text)
    if not any(reason.text for reason in node.reasons) and node.lost:
        return (*said, f"按计算失 {plain(node.lost)} 分")
    return said


def _reason(reason: Reason) -> str:
    parts = [REASON_CODES.get(reason.code, reason.code), tight(reason.text).rstrip("。；")]
    words = "：".join(part for part in parts if part)
    evidence = "、".join(tight(each) for each in reason.evidence)
    if not evidence:
        return words
    return f"{words}（佐证：{evidence}）" if words else f"佐证：{evidence}"


# ------------------------------------------------------------------------------------------------- the rows at the end
def _adjustments(sides: Sides) -> Iterator[Row]:
    own = {} if sides.own is None else {each.name: each for each in sides.own.adjustments}
    verified = {} if sides.verified is None else {each.name: each for each in sides.verified.adjustments}
    for name in dict.fromkeys((*verified, *own)):
        given = verified.get(name) or own.get(name)
        why = given.why if given is not None else ()
        if given is not None and not why and not given.count and not given.points:
            why = ("没有符合条件的事项",)
        yield (
            Cell((Text(f"加减分项：{name}"),), columns=2 * sides.depth),
            Cell(),
            _said(tight(sides.adjustment_texts.get(name, "")), f"标准:{name}"),
            _lines(why, f"算式:{name}"),
            _adjusted(own.get(name), sides.own, f"自评加减分:{name}"),
            _adjusted(verified.get(name), sides.verified, f"加减分:{name}"),
            Cell(),
        )


def _adjusted(item: AdjustmentScore | None, card: Scorecard | None, key: str) -> Cell:
    if item is None or card is None:
        return Cell()
    return Cell((Live(shown(item.points, card.score_places), key),), align="center")


def _results(sides: Sides) -> Iterator[Row]:
    """The total and the grade, over everything else in weight."""
    depth, full = sides.depth, sides.main.full_points
    yield (
        _result((Text("合计"),), columns=2 * depth - 1),
        _result((Live(plain(full), "满分|无单位"),)),
        *(_result(()) for _ in range(3)),
        _result(_total(sides.own, "自评总分")),
        _result(_total(sides.verified, "总分")),
        _result(()),
    )
    yield (
        _result((Text("评价等级"),), columns=2 * depth + 3),
        _result(_grade(sides.own, "自评等级")),
        _result(_grade(sides.verified, "等级")),
        _result(()),
    )


def _result(runs: tuple[Run, ...], *, columns: int = 1, align: Align = "center") -> Cell:
    return Cell(runs, 1, columns, align, "total", bold=True)


def _total(card: Scorecard | None, key: str) -> tuple[Run, ...]:
    if card is None:
        return ()
    if card.total is not None:
        return (Live(shown(card.total, card.score_places), f"{key}|无单位"),)
    reach = f"{shown(card.low, card.score_places)}～{shown(card.high, card.score_places)}"
    return (Text("未定\n"), Live(reach, f"{key}范围"))


def _grade(card: Scorecard | None, key: str) -> tuple[Run, ...]:
    if card is None:
        return ()
    text = card.grade or "、".join(card.possible_grades)
    return (Live(text, key),) if text else ()


# -------------------------------------------------------------------------------------------------------------- notes
def _notes(sides: Sides) -> str:
    said = "\n　　".join(_remarks(sides))
    return f"注：{said}" if said else ""


def _remarks(sides: Sides) -> Iterator[str]:
    """What a reader of the table must know, and only where it concerns this one."""
    for side, card in (("自评", sides.own), ("核查", sides.verified)):
        if card is None:
            continue
        if card.is_stated:
            yield f"{side}得分照录文件所列，没有可供重算的数据。"
        lacking = sum(1 for node in card.leaves if node.status == "not_demonstrated")
        if lacking:
            yield f"{side}有{lacking}项{_OPEN}，表中列出得分可能的范围；补齐数据或评判后才有总分。"
        yield from _capped(side, card)


def _capped(side: str, card: Scorecard) -> Iterator[str]:
    by_scheme: Fraction | None = card.total_by_scheme
    if card.is_stated and by_scheme is not None and card.total is not None and by_scheme != card.total:
        found, expected = (shown(each, card.score_places) for each in (card.total, by_scheme))
        yield f"{side}合计{found}分，超出方案规定的总分范围，按方案为{expected}分。"
