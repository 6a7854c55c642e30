"""The report's own year against the years it names: last year's year left standing, dates that cannot be or lie
after the report's own date."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.slips import shape
from hengji.checks.relations.wording.days.ages import find_ages
from hengji.checks.relations.wording.days.date_order import find_date_order
from hengji.checks.relations.wording.days.date_spans import find_date_spans
from hengji.checks.relations.wording.days.dates import Date, dates_of, impossible
from hengji.checks.relations.wording.days.days_counted import find_days_counted
from hengji.checks.relations.wording.days.days_late import find_days_late
from hengji.checks.relations.wording.days.dotted_periods import find_dotted_periods
from hengji.checks.relations.wording.days.late_finishes import find_late_finishes
from hengji.checks.relations.wording.days.lengths import find_lengths
from hengji.checks.relations.wording.days.meeting_dates import find_meeting_dates
from hengji.checks.relations.wording.days.met_deadlines import find_met_deadlines
from hengji.checks.relations.wording.days.one_day_two_years import find_one_day_two_years
from hengji.checks.relations.wording.days.real_days import find_real_days
from hengji.checks.relations.wording.days.said_order import find_said_order
from hengji.checks.relations.wording.days.signed_dates import (
    find_after_the_report,
    find_looked_at,
    find_signed_before,
    find_worked_before,
)
from hengji.checks.relations.wording.days.stages import find_stages
from hengji.checks.relations.wording.days.step_tables import find_step_tables
from hengji.checks.relations.wording.days.weekdays import find_weekdays
from hengji.checks.relations.wording.lines import MARKER, Line, lines_in
from hengji.checks.relations.wording.years.attached import attachments, titles
from hengji.checks.relations.wording.years.budget_years import find_budget_years
from hengji.checks.relations.wording.years.captions_and_totals import find_captions_and_totals
from hengji.checks.relations.wording.years.far_years import find_far_years
from hengji.checks.relations.wording.years.head_years import find_head_years
from hengji.checks.relations.wording.years.last_days import find_last_days
from hengji.checks.relations.wording.years.led_years import find_led_years
from hengji.checks.relations.wording.years.left_deadlines import find_left_deadlines, find_past_deadlines
from hengji.checks.relations.wording.years.left_goals import find_left_goals
from hengji.checks.relations.wording.years.left_plans import find_left_plans
from hengji.checks.relations.wording.years.left_sentences import find_left_sentences
from hengji.checks.relations.wording.years.left_verdicts import find_left_verdicts
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.checks.relations.wording.years.named_last_year import find_named_last_year
from hengji.checks.relations.wording.years.own_base_years import own_base_years
from hengji.checks.relations.wording.years.own_year import find_impossible_years, find_other_periods, find_two_own_years
from hengji.checks.relations.wording.years.past_promises import find_past_promises
from hengji.checks.relations.wording.years.review_dates import find_review_dates
from hengji.checks.relations.wording.years.sibling_years import find_sibling_years
from hengji.checks.relations.wording.years.stock_dates import find_stock_dates
from hengji.checks.relations.wording.years.table_years import find_table_years
from hengji.checks.relations.wording.years.told_periods import find_left_surveys, find_told_periods
from hengji.checks.relations.wording.years.told_years import find_told_years
from hengji.checks.relations.wording.years.totals_of_this_year import find_totals_of_this_year
from hengji.checks.relations.wording.years.under_headings import find_under_headings
from hengji.checks.relations.wording.years.use_of_results import find_use_of_results
from hengji.checks.relations.wording.years.year_before import find_year_before
from hengji.checks.relations.wording.years.year_rows import find_year_rows
from hengji.checks.relations.wording.years.years_of_papers import find_years_of_papers
from hengji.facts.relation import Relation

__all__ = ["find"]

_HEADED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,2}[）)]|第[一二三四五六七八九十]部分\s?[:：]?)[^，。；]{0,16}?(?P<year>20\d\d)年[^，。；]{2,30}"
)
_LOOKS_BACK = re.compile("执行|完成|回顾|决算.*预算|调整|比|较|上年|结转|绩效|重点工作")
_SHORT = 60  # characters of a heading
_COMPARED = re.compile(
    r"上年|去年|上一年|同期|[较比](?:上|去|20|年|同|以)|相比|对比|历年|增加|减少|增长|下降|以前|结转|[-—至到、和]\s*20\d\d"
)
_PHRASE = re.compile(r"(?<!\d)(20\d{2})\s*年度([\u4e00-\u9fff]{6})")
_AS_OF = re.compile(r"(?:截止|截至)(?:到|至)?\s*(20\d{2})\s*年\s*(?:末|底|年末|年底|12\s*月)")


def find(context: Context) -> Iterator[Relation]:
    """Years that cannot be, and of the others what else is wrong with them."""
    far = list(find_far_years(context))
    told = {relation.start for relation in far}
    yield from far
    yield from find_years_of_papers(context)
    yield from (one for one in _others(context) if one.verdict == "ok" or one.figures[-1].start not in told)


_OF_DATES = (
    find_date_order,
    find_stages,
    find_step_tables,
    find_date_spans,
    find_days_counted,
    find_dotted_periods,
    find_one_day_two_years,
    find_weekdays,
    find_met_deadlines,
    find_late_finishes,
    find_days_late,
    find_impossible_years,
)


def _others(context: Context) -> Iterator[Relation]:
    """Years of attachments and captions, dates, periods."""
    lines = lines_in(context)
    dates = tuple(dates_of(context.document.text))
    yield from _impossible(context, dates)
    yield from find_after_the_report(context, lines, dates)
    told: set[int] = set()
    for finder in _OF_DATES:
        found = list(finder(context))
        yield from found
        told |= {figure.start for one in found for figure in one.figures}
    for finder in (find_lengths, find_real_days, find_ages, find_said_order):
        yield from (one for one in finder(context) if not told & {figure.start for figure in one.figures})
    yield from find_last_days(context)
    yield from find_year_before(context)
    yield from find_meeting_dates(context, dates)
    yield from find_signed_before(context, lines, dates)
    yield from find_worked_before(context)
    yield from find_looked_at(context)
    yield from find_two_own_years(context)
    yield from find_other_periods(context)
    yield from own_base_years(context)
    yield from find_year_rows(context)
    yield from find_budget_years(context)
    yield from find_under_headings(context, lines)
    if context.facts.year is not None:
        year = context.facts.year
        yield from titles(context, year)
        yield from _graver(
            attachments(context, lines, year),
            find_head_years(context),
            find_led_years(context, year),
            _headings(context, lines, year),
            _phrases(context, year),
        )
        yield from find_named_last_year(context, year)
        yield from find_review_dates(context, year)
        yield from _graver(
            find_sibling_years(context, lines, year),
            find_table_years(context, lines, year),
            find_captions_and_totals(context, year),
            find_told_years(context, year),
            find_left_sentences(context, year),
            find_left_plans(context, year),
            find_left_verdicts(context, year),
        )
        yield from find_told_periods(context, year)
        yield from find_left_surveys(context, year)
        deadlines = list(find_left_deadlines(context, year))
        ahead = {relation.start for relation in deadlines}
        yield from deadlines
        yield from (relation for relation in find_left_goals(context, year) if relation.start not in ahead)
        yield from find_past_deadlines(context, year, lines, dates)
        yield from _once(find_stock_dates(context, year), find_totals_of_this_year(context, year))
        yield from (one for one in find_past_promises(context, year) if one.start not in ahead)
        yield from find_use_of_results(context, year)
        yield from _periods(context, year)


def _once(*finders: Iterable[Relation]) -> Iterator[Relation]:
    """What several finders say of one year, once: the first."""
    told: set[int] = set()
    for relation in chain(*finders):
        if relation.figures[-1].start not in told:
            told.add(relation.figures[-1].start)
            yield relation


def _graver(*finders: Iterable[Relation]) -> Iterator[Relation]:
    """What several finders say of one place, once: an error before a doubt, else the first."""
    found: dict[int, Relation] = {}
    for relation in chain(*finders):
        other = found.get(relation.start)
        if other is None or (other.verdict != "error" and relation.verdict == "error"):
            found[relation.start] = relation
    yield from found.values()


def _impossible(context: Context, dates: Sequence[Date]) -> Iterator[Relation]:
    for date in dates:
        why = impossible(date)
        if why:
            shown = context.document.text[date.start : date.end]
            yield slip(
                context,
                [(date.start, date.end)],
                "error",
                f"“{shown}”不是真实日期：{why}。请核对日期。",
                rule="日期应存在",
                expected="真实日期",
                severity="high",
                kind="year",
            )


def _headings(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """四、2023年“三公”经费预算情况 in the budget of 2024: a heading speaks of the paper's own year."""
    told = {"budget": "预算", "final_account": "决算"}.get(context.facts.kind, "")
    other = {"budget": "决算", "final_account": "预算"}.get(context.facts.kind, "")
    both = re.compile(rf"{MARKER.pattern}[^，。；]{{0,16}}{year}\s?年[^，。；]{{0,20}}{other}")
    if any(both.match(line.text) and told not in line.text for line in lines if len(line.text) <= _SHORT):
        return  # the paper tells this year's budget and last year's outturn
    for line in lines if told else ():
        found = _HEADED.fullmatch(line.text.strip())
        if found and int(found["year"]) == year - 1 and told in line.text and not _LOOKS_BACK.search(line.text):
            start = line.start + line.text.index(found["year"])
            yield left_standing(context, (start, start + 4), year, "标题", "error")


def _phrases(context: Context, year: int) -> Iterator[Relation]:
    """2022年度部门整体支出… once, among three and more of 2023年度部门整体支出…: last year's, or a
    digit wrong."""
    text = context.document.text
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _PHRASE.finditer(text):
        seen[match[2]].append((int(match[1]), match.start(1)))
    for phrase, places in seen.items():
        counted = Counter(found for found, _ in places)
        for found, start in places:
            slip_of = found == year - 1 or (abs(found - year) > 1 and shape(str(found), str(year)) != "")
            if not slip_of or counted[found] != 1 or counted[year] < 3:
                continue
            end = start + 8 + len(phrase)
            if _COMPARED.search(text[max(0, start - 14) : end + 14]) is None and text.rfind(
                "《", start - 40, start
            ) <= text.rfind("》", start - 40, start):
                yield left_standing(context, (start, start + 4), year, f"“{phrase}”前", "suspicious")


def _periods(context: Context, year: int) -> Iterator[Relation]:
    """截至2022年底 in a report of 2021."""
    if context.facts.kind not in REVIEWS:
        return
    for match in _AS_OF.finditer(context.document.text):
        if int(match[1]) > year:
            yield slip(
                context,
                [match.span()],
                "suspicious",
                f"材料是{year}年度的，这里却写“{match.group()}”。请核对时点，通常应为{year}年底。",
                rule="时点应在评价年度内",
                expected=f"{year}年底",
                severity="medium",
                kind="year",
            )
