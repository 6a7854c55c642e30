"""A score and the name of its band, whatever the bands are called: 综合指数为58.7，亮黄灯, where less than 60 is 红."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.grades.free_bands import Scheme, schemes
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.relation import Relation

__all__ = ["freely_graded"]

_SCORE: Final = re.compile(r"(?<![\d.,])(?P<n>\d{1,4}(?:\.\d{1,2})?)\s?(?P<unit>分(?!值|钟|制|项|别|档|类|管)|[%％])?")
_NOT_ONE: Final = re.compile(
    r"(?:扣|扣了|减|减了|核减|低于|高于|相差|差|多|少|加|满分|占|权重|分值|每|超过|距离?|提高|下降|降低|不到|目标值?)(?:为|是|了)?$"
)
_BEHIND_IT: Final = re.compile(
    r"^\s?(?:以上|以下|及以|[（(]不?含|起|[降调升提核下][^，。；]{0,3}[到至为]|万|亿|年|月|日|号|个|项|家|人|名|[-—~～至]\s?\d)"
)
_SAID: Final = (
    r"(?:评为|评定为?|评级[为是：:]?|评价为|定为|列[为入]?|落[入到在]了?|划为|定级[为是]?|定性为|判定为|判为|亮起?|挂牌为|授予|核定为|认定为|获评|对应"
    r"|够上了|进入|达到?|属于?|系|(?:等级|等次|档次|级别|结论|绩效|评级|预警|资质|标识)[^，。；：\n“”]{{0,6}}?(?:仍旧|仍|只能|就|却)?(?:为|是|：|:)?|(?:故|因此|应|今年|自动)[^，。；\n]{{0,6}}?为|[，,]|[为是按]|(?<=[\d.]分))"
    r"\s?(?P<q>[“\"‘'「])?(?P<label>{labels})(?P<tail>等级|等次|档次|区间|预警|[级档类等灯色])?[”\"’'」]?(?:标识|标准|区间|预警|[，,。；;）)（(、\n]|$|类|档|级)"
)
_SCORED: Final = re.compile(r"(?:分|指数|得|为|是|[：:|｜\t]|评)\s*$")
_ENDS: Final = "。！？\n"
_REACH, _WIDEST, _FEW = 2000, 600, 2
_HUNDRED, _LEAST, _MOST, _FAR = 60, 20, 100, 120
_TOTAL: Final = re.compile(r"(?:合计|总分|总得分|综合得分|共计|最终得分)(?:为|得|是)?(?=\d)")
_PARTED_LINE: Final = re.compile(r"^[^\n|｜\t]*(?:[|｜\t]|[^\S\n]{2})[^\n]*", re.MULTILINE)
_FIELD: Final = re.compile(r"[^|｜\t]+?(?=\s{2,}|[|｜\t]|$)")
_POINTS: Final = re.compile(r"\s?\d{1,4}(?:\.\d{1,2})?分?%?")
_LABEL_END: Final = re.compile("(?<=.)(?:等级|等次|[级档类等灯色])$")


@dataclass(frozen=True, slots=True)
class _Score:
    value: Fraction
    place: Span


def freely_graded(context: Context, known: set[int]) -> Iterator[Relation]:
    """Relations of kind ``grade``, errors all, for grades at places that are not *known*: no score of the words before
    has the grade, and the last of them lies in another band for certain."""
    flow = flowing(context)
    found = schemes(flow.text)
    starts = [one.start for one in found]
    for scheme in found:
        low = bisect_left(starts, scheme.start - _REACH - _WIDEST)
        high = bisect_left(starts, scheme.start + _REACH + _WIDEST)
        others = [(one.start, one.end) for one in found[low:high]]
        for one in (*_in_prose(flow, scheme, others), *_in_lines(flow, scheme, others)):
            place = flow.span(*one[1])
            if place[0] not in known and context.table_at(place[0]) is None:
                known.add(place[0])
                yield _relation(context, scheme, (one[0].value, flow.span(*one[0].place)), place)
        yield from _in_tables(context, flow, scheme, known)


# ------------------------------------------------------------------------------------------------------------- in prose
def _in_prose(flow: Flowing, scheme: Scheme, others: Sequence[Span]) -> Iterator[tuple[_Score, Span]]:
    labels = "|".join(sorted((re.escape(band.label) for band in scheme.bands), key=len, reverse=True))
    said = re.compile(_SAID.format(labels=labels))
    low, high = max(0, scheme.start - _REACH), min(len(flow.text), scheme.end + _REACH)
    last = low
    for match in said.finditer(flow.text, low, high):
        place = match.span("label")
        if any(start <= place[0] < end for start, end in others):
            continue
        scores = _before(flow.text, scheme, others, (last, match.start("label")))
        if not scores and re.search("等级|等次|结论|级别", match[0]):
            scores = _behind(flow.text, scheme, match.end())
        last = match.end() - 1
        if not scores or any(match["label"] in scheme.grades(one.value)[1] for one in scores):
            continue
        sure = scheme.grades(scores[-1].value)[0]
        if len(sure) == 1:
            yield scores[-1], place


def _before(text: str, scheme: Scheme, others: Sequence[Span], span: Span) -> list[_Score]:
    """The scores of the sentence in front of a grade, or of the one before; an edge of a band is none."""
    first = max((text.rfind(stop, *span) for stop in _ENDS), default=-1) + 1
    second = max((text.rfind(stop, span[0], max(first - 1, span[0])) for stop in _ENDS), default=-1) + 1
    for start in (max(first, span[0]), max(second, span[0])):
        found = [
            _Score(Fraction(one["n"]), one.span("n"))
            for one in _SCORE.finditer(text, start, span[1])
            if _is_score(text, scheme, one) and not any(low <= one.start() < high for low, high in others)
        ]
        if found:
            return found
    return []


def _behind(text: str, scheme: Scheme, start: int) -> list[_Score]:
    """绩效等级：合格。…合计 58.5 分: the total told behind the grade."""
    found = _TOTAL.search(text, start, start + _FAR)
    one = _SCORE.match(text, found.end()) if found is not None else None
    told = one is not None and _is_score(text, scheme, one) and not scheme.start <= one.start() < scheme.end
    return [_Score(Fraction(one["n"]), one.span("n"))] if one is not None and told else []


def _is_score(text: str, scheme: Scheme, one: re.Match[str]) -> bool:
    unit = (one["unit"] or "").replace("％", "%")
    if unit != scheme.unit and {unit, scheme.unit} != {"", "分"}:
        return False
    before, behind = text[max(0, one.start() - 6) : one.start()], text[one.end() : one.end() + 6]
    if not unit and not (_SCORED.search(before) and re.match(r"[，。；、）\s]|$", behind)):
        return False
    if _NOT_ONE.search(before) or _BEHIND_IT.match(behind):
        return False
    edges = [edge for band in scheme.bands for edge in (band.low, band.high) if edge is not None]
    value, highest = Fraction(one["n"]), max(edges)
    return not (unit != "%" and highest > _HUNDRED and value < _LEAST) and not (highest <= _MOST < value)


# ------------------------------------------------------------------------------------------------------------- in lines
def _in_lines(flow: Flowing, scheme: Scheme, others: Sequence[Span]) -> Iterator[tuple[_Score, Span]]:
    """Lines of fields that no reader took for a table: 水井湾|81|丙."""
    low, high = max(0, scheme.start - _REACH), min(len(flow.text), scheme.end + _REACH)
    pairs: list[tuple[_Score, Span, str]] = []
    for line in _PARTED_LINE.finditer(flow.text[low:high]):
        fields = [(match[0].strip(), low + line.start() + match.start()) for match in _FIELD.finditer(line[0])]
        if not 1 < len(fields) <= 8 or any(start <= low + line.start() < end for start, end in others):
            continue
        scores = [(text, at) for text, at in fields[1:] if _POINTS.fullmatch(text)]
        if len(scores) != 1:
            continue
        names = [(text, at, name) for text, at in fields if (name := _label(scheme, text))]
        if len(names) == 1:
            text, at = scores[0]
            at += flow.text[at : at + 20].index(text)
            value = re.sub("[分%]", "", text)
            start = names[0][1] + flow.text[names[0][1] : names[0][1] + 20].index(names[0][0])
            pairs.append(
                (_Score(Fraction(value), (at, at + len(value))), (start, start + len(names[0][0])), names[0][2])
            )
    yield from _wrong(scheme, pairs)


def _label(scheme: Scheme, text: str) -> str:
    bare = _LABEL_END.sub("", text.strip('“”" '))
    return next((band.label for band in scheme.bands if bare == band.label), "")


def _wrong(scheme: Scheme, pairs: Sequence[tuple[_Score, Span, str]]) -> Iterator[tuple[_Score, Span]]:
    """Of several rows most must hold; else the figures are no scores."""
    sure = [(one, place) for one, place, label in pairs if _contradicts(scheme, one.value, label)]
    if sure and len(pairs) > len(sure) * _FEW - (len(pairs) > _FEW):
        yield from sure


def _contradicts(scheme: Scheme, value: Fraction, label: str) -> bool:
    certain, possible = scheme.grades(value)
    return label not in possible and len(certain) == 1


# ------------------------------------------------------------------------------------------------------------ in tables
def _in_tables(context: Context, flow: Flowing, scheme: Scheme, known: set[int]) -> Iterator[Relation]:
    low, high = flow.place(max(0, scheme.start - _REACH)), flow.place(min(len(flow.text), scheme.end + _REACH))
    for table in context.document.tables:
        if table.end < low or table.start > high or table.start <= flow.place(scheme.start) < table.end:
            continue
        for part in parts_of(context, table):
            for cells in _columns(scheme, part):
                pairs = [
                    (_Score(value, (cell.start, cell.end)), (said.start, said.end), name)
                    for cell, value, said, name in cells
                ]
                for one, place in _wrong(scheme, pairs):
                    if place[0] not in known:
                        known.add(place[0])
                        yield _relation(context, scheme, (one.value, one.place), place)


def _columns(scheme: Scheme, part: Part) -> Iterator[list[tuple[Cell, Fraction, Cell, str]]]:
    """The scores and the grades of a table: one column of grades, and the nearest column of figures in front of it."""
    for column in range(1, part.grid.width):
        said = [
            (row, cell, name)
            for row in part.body
            if (cell := part.grid.cell(row, column)) is not None and (name := _label(scheme, tight(cell.text)))
        ]
        if len(said) < _FEW:
            continue
        for at in range(column - 1, -1, -1):
            amounts = [(row, part.grid.amount(row, at)) for row, _, _ in said]
            fit = all(amount is not None and amount.is_rate == (scheme.unit == "%") for _, amount in amounts)
            if fit and at in part.number_columns:
                yield [
                    (score, amount.value * (100 if amount.is_rate else 1), cell, name)
                    for (row, cell, name), (_, amount) in zip(said, amounts, strict=True)
                    if amount is not None and (score := part.grid.cell(row, at)) is not None
                ]
                break


def _relation(context: Context, scheme: Scheme, score: tuple[Fraction, Span], place: Span) -> Relation:
    value, where = score
    right = next(iter(scheme.grades(value)[0]), "")
    said = context.document.text[slice(*place)].strip()
    told = context.document.text[slice(*where)].strip()
    message = f"{told} 按文中的分档为“{right}”，文中为“{said}”。请核对得分、等级或分档的界限。"
    figures = (piece(context, "score", *where), piece(context, "grade", *place))
    return Relation("grade", "error", figures, f"{told} → 等级", right, said, message, "等级误写，或得分误写。", "high")
