"""Scores that the text lists with their points against the rows of the table: “质量2.50分（分值3分）”, 2.00 there.

The text may speak of another evaluation than the table; so at least as many listed scores must be those of their rows
as are not, and the points must be the row's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.narrative import amount_at, scored_headings
from hengji.checks.relations.scores.reading.rubrics import RubricRow, rubrics_of
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation

__all__ = ["leaf_scores"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_NAME: Final = r"(?P<name>[\u4e00-\u9fff]{3,20}?)(?:指标|情况|方面|类)?"
_GOT: Final = r"得?分?(?:为|是)?"
_FULL: Final = r"(?:分值|满分|权重|标准分|总分)(?:为|是|[:：])?"
_LISTED: Final = (
    re.compile(rf"{_NAME}{_GOT}\s*(?P<got>{_N})\s*分\s*[（(]{_FULL}\s*(?P<full>{_N})\s*分[)）]"),
    re.compile(
        rf"{_NAME}\s*[（(](?:{_FULL})?\s*(?P<full>{_N})\s*分[)）]\s*(?:自评|核查|评价|复核|实际|实)?得分?(?:为|是)?\s*(?P<got>{_N})\s*分"
    ),
)
_ANCHOR: Final = re.compile(rf"[（(](?:{_FULL})?\s{{0,40}}\d")
_REACH: Final = 160
_NUMBER: Final = re.compile(r"^(?:[一二三四五六七八九十\d]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）])")
_OTHERS: Final = re.compile("核查|复核|复评|评价组|核减|核定|审定")
_WHOSE: Final = re.compile(r"(?:自评|核查|评价|复核|实际|实)$")
_RANK: Final = re.compile(r"(?:指标|情况|方面|类)$")
_MOST: Final = 20
_SHORTEST: Final = 4
"""So many letters of a name, at its end, are enough where no other row ends alike."""


@dataclass(frozen=True, slots=True)
class _Told:
    name: str
    points: Amount
    score: Amount
    listed: bool


def leaf_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the last figure is the table's."""
    rows = _rows(context)
    told = [*_listed(context), *_headed(context)] if rows else []
    if not any(one.listed for one in told):
        return
    agreed, failed = 0, []
    for one in told:
        row = _row_of(rows, one)
        scores = [score for score in row.scores if score is not None] if row is not None else []
        if any(score.value == one.score.value for score in scores):
            agreed += 1
        elif row is not None and scores and one.listed:
            failed.append((one, row, scores[-1]))
    if 0 < len(failed) <= agreed:
        for one, row, score in failed:
            yield _relation(one, row, score)


def _rows(context: Context) -> Mapping[str, Sequence[RubricRow]]:
    """By the last letters of their names, so that few are compared."""
    found: dict[str, list[RubricRow]] = defaultdict(list)
    others = _OTHERS.search(context.document.text) is not None
    for rubric in rubrics_of(context):
        own = all(map(rubric.is_own, range(len(rubric.score_heads))))  # a table of 自评, and a text of 复核 perhaps
        for row in rubric.rows if not rubric.ragged and not (own and others) else ():
            if row.points is not None and not row.is_total and row.name:
                found[_bare(row.name)[-_SHORTEST:]].append(row)
    return found


def _bare(name: str) -> str:
    return _RANK.sub("", _NUMBER.sub("", name).strip())


def _listed(context: Context) -> Iterator[_Told]:
    flow = flowing(context)
    for pattern in _LISTED:
        for match in matches_near(pattern, _ANCHOR, flow.text, _REACH):
            if context.table_at(flow.place(match.start())) is None:
                points, score = (amount_at(context, *flow.of(match, group)) for group in ("full", "got"))
                if points is not None and score is not None:
                    yield _Told(_bare(match["name"]), points, score, True)


def _headed(context: Context) -> Iterator[_Told]:
    """The scores of headings bear witness only: other finders hold them against their rows."""
    for one in scored_headings(context):
        if one.heading is not None:
            yield _Told(_bare(one.name), one.points, one.score, False)


def _row_of(rows: Mapping[str, Sequence[RubricRow]], one: _Told) -> RubricRow | None:
    """The one row of that name and those points; 自评材料质量 may be called 材料质量 there."""
    hits = _named(rows, one.name) or _named(rows, _bare(_WHOSE.sub("", one.name)))  # 资金落实 | 得, 资金落 | 实得
    same = [row for row in hits if row.points is not None and row.points.value == one.points.value]
    return same[0] if len(same) == 1 == len(hits) else None


def _named(rows: Mapping[str, Sequence[RubricRow]], name: str) -> list[RubricRow]:
    near = rows.get(name[-_SHORTEST:], ())[:_MOST]
    return [row for row in near if name.endswith(_bare(row.name)) or _bare(row.name).endswith(name)]


def _relation(one: _Told, row: RubricRow, score: Amount) -> Relation:
    slip = shape(one.score.text, score.written(score.value))
    message = f"“{row.name}”正文得分 {one.score.text}，评分表为 {score.text}。请核对后统一。"
    return Relation(
        "repeat", "error", (one.score.figure("said"), score.figure("stated")), f"“{row.name}”得分：文与表相等",
        one.score.text, score.text, message, f"两处之一误写（{slip}）。" if slip else "两处之一误写。", "high",
    )  # fmt: skip
