"""The years that tables and their rows carry: a caption of another year, a project named after another year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import TABLES, is_named
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.wording.lines import Line
from hengji.checks.relations.wording.years.caption_years import find_caption_years
from hengji.checks.relations.wording.years.cell_years import find_cell_years
from hengji.checks.relations.wording.years.form_years import find_form_years
from hengji.checks.relations.wording.years.left_years import OTHERS, REVIEWS, left_standing
from hengji.facts.relation import Relation

__all__ = ["find_table_years"]

_CAPTION = re.compile(r"^(?:.{0,30}?)(20\d{2})\s*年度?(.{2,40}(?:表|报告|说明))$")
_OWN_TABLE = re.compile(r"绩效目标(?:申报)?表|绩效自评表|评分表|指标体系表")
_FELLOWS = 3  # captions of the document's year, which make one of another year odd
_BEHIND = re.compile(r"[\u4e00-\u9fff][（(](20\d{2})(?:年度?)?[）)](?=\s)")
_PROJECT = re.compile(
    r"(?:^|(?<=[\s|：:]))(?P<year>20\d{2})\s*年度?(?![-—~至到、和与及末初底])[\u4e00-\u9fff“”（）()、]{2,30}"
    r"(?:项目|经费|工程|专项|购置费?|采购|改造|建设|活动|补助|补贴|培训|资金)(?:（[^（）]{1,10}）)?(?=[\s|，。；]|$)"
)
_FIELD = re.compile(r"项目名称\s*[|：:\t ]*$")
_CONTINUES = re.compile(r"结转|结余|续建|跨年|延续|尾款|余款|以前年度|往年|上年|历年|清算|质保")
_PLANS = frozenset(("goal_table", "budget"))


def find_table_years(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """Captions, then forms, then rows; *year* is the document's."""
    yield from _captions(context, lines, year)
    yield from find_caption_years(context, lines, year)
    heads = list(find_form_years(context, lines, year))
    known = {relation.start for relation in heads}
    yield from heads
    yield from (relation for relation in find_cell_years(context, year) if relation.start not in known)
    for line in lines:
        yield from _projects(context, line, year)


def _captions(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """Captions that differ from their fellows in the year alone, the same title with two years, or one of the
    document's own tables with another year."""
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        match = _CAPTION.match(line.text)
        foreign = line.text.startswith("附") or OTHERS.search(line.text) is not None
        if match and not foreign and not re.search(r"[，。；：]", match[2]):
            named[tight(match[2])].append((int(match[1]), line.start + match.start(1)))
    fellows = sum(1 for places in named.values() for found, _ in places if found == year)
    for name, places in named.items():
        twice = any(found == year for found, _ in places)
        own = _is_own(context, name)
        for found, start in places:
            odd = fellows >= _FELLOWS if found < year else fellows >= _FELLOWS and own
            if found == year or not (odd or (found < year and (twice or (own and fellows)))):
                continue
            lone = own and found == year - 1 and fellows >= _FELLOWS and len(places) == 1
            form = own and found == year - 1 and len(places) == 1 and _OWN_TABLE.search(name) is not None
            lone = lone or (form and fellows > 0 and context.facts.kind == "self_evaluation")
            certain = lone or (twice and found < year and context.facts.kind in REVIEWS)
            yield left_standing(context, (start, start + 4), year, "表名或标题", "error" if certain else "suspicious")


def _is_own(context: Context, name: str) -> bool:
    """Whether *name* is that of a table which such a document consists of."""
    tables = TABLES.get(context.facts.kind, ())
    return _OWN_TABLE.search(name) is not None or any(is_named(table, name) for table in tables)


def _projects(context: Context, line: Line, year: int) -> Iterator[Relation]:
    """办公设备购置费（2022） or 2022年设备购置项目 in a table of 2024, or as the name of the project evaluated."""
    if _CONTINUES.search(line.text):
        return
    plan = context.facts.kind in _PLANS
    behind = _BEHIND.search(line.text) if plan and line.tabular else None
    if behind and int(behind[1]) < year and re.search(r"\s\d", line.text[behind.end() :]):
        yield _of_another_year(context, line, behind.span(1), year)
    for match in _PROJECT.finditer(line.text):
        field = _FIELD.search(line.text[: match.start()]) is not None
        if int(match["year"]) != year and (field or (plan and line.tabular)):
            yield _of_another_year(context, line, match.span("year"), year)


def _of_another_year(context: Context, line: Line, span: tuple[int, int], year: int) -> Relation:
    found = line.text[slice(*span)]
    return slip(
        context,
        [(line.start + span[0], line.start + span[1])],
        "suspicious",
        f"这是{year}年度的表，项目名称却带“{found}”。如为跨年延续项目，请说明；否则请改年份。",
        rule="项目年度应与表一致",
        expected=str(year),
        kind="year",
    )
