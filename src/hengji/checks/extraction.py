"""`extract(document, context) -> Extract`: what the document says, for ``hengji extract``. Nothing is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.extracted_items import items_of
from hengji.checks.relations.scores.reading.conclusion import conclusions
from hengji.checks.relations.scores.reading.narrative import Heading, Scored, headings_of, scored_headings
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.facts.document import Cell, Document
from hengji.facts.extract import Extract, ExtractedConclusion, ExtractedIndicator, Spot

__all__ = ["extract"]

_PROBLEMS: Final = re.compile(r"存在(?:的)?(?:主要)?问题|主要问题|问题及原因|问题和不足|存在不足")
_ADVICE: Final = re.compile(r"建议|改进(?:的)?(?:措施|方向|意见)|下一步|整改措施|具体措施")
_ITEM: Final = re.compile(
    r"^[ \t\u3000]*(?:\d{1,2}\s*[.．、](?!\d)|[（(]\s*[\d一二三四五六七八九十]{1,2}\s*[)）]|[①-⑳])\s*", re.MULTILINE
)
_ALOUD: Final = re.compile(r"(?:^|(?<=[。；;：:]))[ \t\u3000]*[一二三四五六七八九十]是(?=[\u4e00-\u9fff“])", re.M)
"""一是…。二是…: items of one paragraph."""
_CONTENTS: Final = re.compile(r"[.．…·]{3,}|\t\d{1,3}\s*$")


def extract(document: Document, context: Context) -> Extract:
    """What *document* says; *context* is that of its check."""
    headings = headings_of(context)
    problems = tuple(_section(document, headings, _PROBLEMS, _ADVICE))
    advice = tuple(_section(document, headings, _ADVICE, None))
    return Extract(_conclusion(context), tuple(items_of(context)), tuple(_indicators(context)), problems, advice)


def _spot(context: Context, start: int, end: int) -> Spot:
    return Spot(start, end, context.document.place_at(start))


def _number(amount: Amount | None) -> str:
    """As written, without thousands separators."""
    return amount.text.replace(",", "").replace("，", "") if amount is not None else ""


# ---------------------------------------------------------------------------------------------------------- conclusion
def _conclusion(context: Context) -> ExtractedConclusion:
    """The total that counts and its grade; the department's own total, where a rubric or the text gives it."""
    found = list(conclusions(context))
    totals = [(rubric, row) for rubric in rubrics_of(context) for row in rubric.rows if row.is_total]
    own = next((score for rubric, row in totals for score in _own_scores(rubric, row)), None)
    main = next((one for one in found if one.grade), found[0] if found else None)
    verifying = context.facts.kind == "verification" or (len(totals) > 0 and len(totals[0][0].score_heads) > 1)
    stated_own = next((one.total for one in found if one.own and not verifying), None)
    self_total = _number(own) or _number(stated_own)
    if main is None:
        last = next((row.scores[rubric.verified] for rubric, row in totals if row.scores[rubric.verified]), None)
        score = own or last
        place = _spot(context, score.cell.start, score.cell.end) if score is not None else Spot()
        return ExtractedConclusion(total=_number(score), self_total=self_total, source=place)
    cell = main.total.cell
    return ExtractedConclusion(_number(main.total), self_total, main.grade, _spot(context, cell.start, cell.end))


def _own_scores(rubric: Rubric, row: RubricRow) -> Iterator[Amount]:
    for column, score in enumerate(row.scores):
        if score is not None and rubric.is_own(column):
            yield score


# ---------------------------------------------------------------------------------------------------------- indicators
def _indicators(context: Context) -> Iterator[ExtractedIndicator]:
    """Rows of goals, then of rubrics; scored headings where they say more than a rubric in good order."""
    for row in goal_rows(context):
        yield _of_goal(context, row)
    rubrics = [rubric for rubric in rubrics_of(context) if not rubric.ragged]
    rows = [(rubric, row) for rubric in rubrics for row in rubric.rows if not row.is_total and any(row.scores)]
    spoken = list(_of_headings(context, scored_headings(context)))
    if len(spoken) > len(rows):
        yield from spoken
    else:
        yield from (_of_rubric(context, rubric, row) for rubric, row in rows)


def _of_goal(context: Context, row: GoalRow) -> ExtractedIndicator:
    cells = [cell for cell in (row.half, row.full, row.actual) if cell is not None]
    return ExtractedIndicator(
        path=row.path,
        target=_words(row.full),
        half_year_target=_words(row.half),
        actual=_words(row.actual),
        source=_spot(context, cells[-1].start, cells[-1].end) if cells else Spot(),
    )


def _words(cell: Cell | None) -> str:
    return tight(cell.text) if cell is not None else ""


def _of_rubric(context: Context, rubric: Rubric, row: RubricRow) -> ExtractedIndicator:
    own = next(iter(_own_scores(rubric, row)), None)
    last = row.scores[rubric.verified]
    verified = last if len(rubric.score_heads) > 1 or not rubric.is_own(rubric.verified) else None
    place = next((score.cell for score in (last, own) if score is not None), None)
    return ExtractedIndicator(
        path=row.path,
        points=_number(row.points),
        standard=row.standard.text.strip() if row.standard is not None else "",
        self_score=_number(own),
        verified_score=_number(verified),
        reason=row.remark.text.strip() if row.remark is not None else "",
        source=_spot(context, place.start, place.end) if place is not None else Spot(),
    )


def _of_headings(context: Context, scored: Sequence[Scored]) -> Iterator[ExtractedIndicator]:
    """The leaves among scored headings, each with the headings above it."""
    text, own = context.document.text, context.facts.kind == "self_evaluation"
    above: list[Heading] = []
    for index, one in enumerate(scored):
        if one.heading is None:
            continue
        while above and above[-1].level >= one.heading.level:
            above.pop()
        above.append(one.heading)
        following = scored[index + 1].heading if index + 1 < len(scored) else None
        if following is not None and following.level > one.heading.level:
            continue
        reason = text[one.span[1] : max(one.heading.end, one.span[1])].removeprefix("分").strip(" 。，,；\n\t\u3000")
        score = _number(one.score)
        yield ExtractedIndicator(
            path=tuple(heading.title for heading in above),
            points=_number(one.points),
            self_score=score if own else "",
            verified_score="" if own else score,
            reason=" ".join(reason.split())[:400],
            source=_spot(context, *one.span),
        )


# ------------------------------------------------------------------------------------------------------------ sections
def _section(
    document: Document, headings: list[Heading], wanted: re.Pattern[str], other: re.Pattern[str] | None
) -> Iterator[str]:
    """The items of the sections whose heading says what is wanted; a heading that says both belongs to both parts."""
    text = document.text
    tables = sorted(table.start for table in document.tables)
    for index, heading in enumerate(headings):
        line = text[heading.start : heading.end].strip().split("\n")[0]
        if not wanted.search(heading.title) or _CONTENTS.search(line) or len(line) > 40:
            continue
        below = [inner for inner in headings[index + 1 :] if inner.level <= heading.level]
        end = below[0].start if below else len(text)
        inside = [inner for inner in headings[index + 1 :] if inner.start < end]
        titles = [inner for inner in inside if _is_title(text[inner.start : inner.end])]
        parts = [
            inner for inner in titles if wanted.search(inner.title) or (other is not None and other.search(inner.title))
        ]
        if parts and any(wanted.search(inner.title) for inner in parts):
            continue
        stop = next((inner.start for inner in parts), end)
        stop = min(stop, next((start for start in tables if start > heading.start), stop))
        yield from _split(text[heading.start : stop].strip())


def _is_title(section: str) -> bool:
    line = section.strip().split("\n")[0].strip()
    return len(line) <= 24 and line[-1:] not in "。；;"


def _split(section: str) -> Iterator[str]:
    """Numbered items of a section, those told aloud in a paragraph, or its paragraphs."""
    body = section.partition("\n")[2]
    mark = _ITEM if _ITEM.search(body) else _ALOUD
    places = [match.start() for match in mark.finditer(body)]
    if places:
        pieces = [body[start:end] for start, end in zip(places, [*places[1:], len(body)], strict=True)]
    else:
        pieces = re.split(r"\n\s*\n", body)
    for piece in pieces:
        clean = "".join(mark.sub("", piece.split("\n\n\n")[0], count=1).split())
        if not places and len(clean) <= 24 and clean[-1:] not in "。；;":
            return
        if len(clean) > 3:
            yield clean
