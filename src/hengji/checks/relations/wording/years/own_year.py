"""The sentence that says what a report is about, against the year of its title: one report, one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near, near
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.slips import shape
from hengji.checks.relations.wording.years.left_years import REVIEWS
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_impossible_years", "find_other_periods", "find_two_own_years"]

_TITLE_YEAR = re.compile(r"(?<!\d)(\d{4})\s*年(?:\s*度|(?!\s*\d{1,2}\s*月))")
_DECLARES = re.compile(
    r"(?:对|就|将|关于)(?:[^，。；《》\n]{0,30}?[^，。；《》\n\d])?(?P<year>\d{4})\s*年度?"
    r"(?P<what>[^，。；《》\n]{0,40}?)(?:开展|进行|组织|实施|作出|做出|做|予以|说明|报告|汇报|总结|公开)"
)
_COMPARES = re.compile(r"[-—~至到、和与及]\s*$|较|比|与|上年|以来|自|截至")
_ASKED = re.compile(r"通知|要求|文件|会议|部署|意见|安排|计划|规划")
_OF_THIS_CENTURY = re.compile(r"20\d\d")
_YEAR_SAID = re.compile(r"年度(?<=[\d\s]年度)")
_ANY_YEAR = near(re.compile(r"(?<!\d)(\d{4})(?=\s*年)"), r"年(?<=[\d\s]年)", 60)
_OF_YEAR = re.compile(r"(?<![\d.])(?<!\d[,，])(\d{4}|20\d|20\d{3}|20\d\d\s?[-－+＋]\s?1)(?=\s*年度)")
_PERIOD = re.compile(
    r"(?:对|评价(?:时段|期间|时间段|范围|期)(?:为|是|：)?)(?P<year>20\d\d)\s*年\s*1\s*月\s*1?\s*日?\s*(?:至|到|—+|-)\s*(?:20\d\d\s*年\s*)?12\s*月"
    r"|对[^，。；《》\n]{2,40}?(?P<review>20\d\d)\s*年度?(?:部门|单位)?整体支出(?:绩效)?(?:开展|进行|实施)[^，。；\n]{0,8}(?:评价|自评)"
    r"|(?:评价|核查)?基准日(?:期)?(?:为|是|：|:)\s*(?P<day>20\d\d)\s*年\s*12\s*月\s*31\s*日"
    r"|(?:本项目|本单位|我单位|本部门|我部门|[我县市区州旗][^，。；、\n\d]{0,8}[局委办院馆会厅校站心])(?P<own>20\d\d)\s*年度?"
    r"(?:部门|单位)?(?:整体|项目)?(?:支出)?(?:绩效)?自评(?:总|综合)?(?:得分|得(?=\d))"
)
_GROUP = re.compile(
    r"^[ \t\u3000]*[\u4e00-\u9fff]{0,12}(?P<year>20\d\d)年度?[\u4e00-\u9fff]{4,30}"
    r"(?:评价|自评|核查)(?:工作|领导)?(?:小组|组|专班)[ \t\u3000]*$",
    re.MULTILINE,
)
"""Who signs: 某县2022年度养护资金绩效评价工作组."""
_OF_RESULTS = re.compile("结果的?(?:通报|通知|公告|公示|公布)")
"""关于2024年绩效评价结果的通报: the year in which the papers of the year before were evaluated."""
_BODY = 1500  # the sentence stands in the first lines behind the title
_SPACED = 40  # white space that may stand in a title broken over lines
_FIRST, _LAST = 1949, 2049


@dataclass(frozen=True, slots=True)
class _Named:
    """A year and where it stands."""

    year: int
    span: Span


def find_impossible_years(context: Context) -> Iterator[Relation]:
    """2924年度, 202年度, 2019-1年度: a digit of the year is wrong or lacking, or a form was not worked out."""
    for match in matches_near(_OF_YEAR, _YEAR_SAID, context.document.text, 60):
        if not match[1].isdigit() or not _FIRST <= int(match[1]) <= _LAST:
            right = str(context.facts.year or "")
            yield slip(
                context,
                [match.span()],
                "error",
                f"年度写作“{match[1]}”，不可能是真实年度。请核对，改为正确的年份。",
                rule="年度应是真实年份",
                expected=right if shape(match[1], right) else "真实年份",
                severity="high",
                kind="year",
            )


def find_two_own_years(context: Context) -> Iterator[Relation]:
    """对2022年度…开展评价 in the report of 2023: the title's year or the sentence's is wrong."""
    title = _title(context)
    declared = _declared(context, title) if title is not None else []
    if title is None or not declared or any(one.year == title.year for one in declared):
        return
    other = declared[0]
    if other.year == title.year - 1 and _OF_RESULTS.search(context.facts.title):
        return
    wrong, right = (
        (title, other) if _witnesses(context, title.year) < _witnesses(context, other.year) else (other, title)
    )
    if not _FIRST <= wrong.year <= _LAST and _OF_YEAR.match(context.document.text, wrong.span[0]):
        return  # find_impossible_years has said it
    where, there = ("标题", "开头所述年度") if wrong is title else ("开头所述年度", "标题")
    yield slip(
        context,
        [right.span, wrong.span],
        _verdict(context, title, other),
        f"{there}是{right.year}年，{where}却写作{wrong.year}年。一份材料只有一个年度，请核对，把写错的改过来。",
        rule="标题与开头的年度应一致",
        expected=str(right.year),
        likely=f"{wrong.year}应为{right.year}",
        severity="high",
        kind="year",
    )


def find_other_periods(context: Context) -> Iterator[Relation]:
    """对2022年1月1日至12月31日…进行自评, 评价基准日为2022年12月31日, signed by the 2022年度…评价工作组, in
    the report on 2023."""
    title = _title(context)
    if title is None or context.facts.kind not in REVIEWS:
        return
    told = [(one.span("year"), int(one["year"])) for one in _GROUP.finditer(context.document.text)]
    for match in matches_near(_PERIOD, _OF_THIS_CENTURY, flowing(context).text, 100):
        group = next(name for name in ("year", "day", "own", "review") if match[name])
        told.append((flowing(context).of(match, group), int(match[group])))
    for span, year in told:
        if year != title.year - 1:
            continue
        yield slip(
            context,
            [title.span, span],
            "error",
            f"材料评价的是{title.year}年度，这里的期间、基准日或年度却是{year}年。请核对，很可能是照抄上年。",
            rule="评价期间应是所述年度",
            expected=str(title.year),
            likely=f"{year}应为{title.year}",
            severity="high",
            kind="year",
        )


def _title(context: Context) -> _Named | None:
    """The title's only year, where the text begins with the title."""
    text = context.document.text
    start = len(text) - len(text.lstrip())
    found = list(_TITLE_YEAR.finditer(text, start, start + len(context.facts.title) + _SPACED))
    flat = re.sub(r"\s+", "", context.facts.title)
    named = {match[1] for match in _TITLE_YEAR.finditer(flat)}
    if len(named) != 1 or not found or found[0][1] not in named:
        return None
    return _Named(int(found[0][1]), found[0].span(1))


def _declared(context: Context, title: _Named | None) -> list[_Named]:
    """The years that opening sentences name as the report's own."""
    text, found = context.document.text, []
    for match in _DECLARES.finditer(text, title.span[1] if title else 0, _BODY):
        compared = _COMPARES.search(text[match.start() : match.start("year")])
        more = re.match(r"\s*年度?\s*(?:[-—~至到、和与及]|以来|结转|末)", text[match.end("year") :][:8])
        around = match["what"] + text[match.end() : match.end() + 24].split("，")[0]
        asked = title is not None and int(match["year"]) > title.year and _ASKED.search(around)
        quoted = text.rfind("《", 0, match.start("year")) > text.rfind("》", 0, match.start("year"))
        sentence = text[max(context.sentence_at(match.start())[0], text.rfind("\n", 0, match.start())) : match.start()]
        since = title is not None and re.search(rf"{title.year}\s*年\s*\d{{1,2}}\s*月", sentence)
        if not (compared or more or asked or quoted or since):
            found.append(_Named(int(match["year"]), match.span("year")))
    return found


def _witnesses(context: Context, year: int) -> tuple[bool, int, int]:
    """How much speaks for *year*: that it can be, how often the text names it, how often its neighbours."""
    named = [int(match[1]) for match in _ANY_YEAR.finditer(context.document.text)]
    return _FIRST <= year <= _LAST, named.count(year), sum(1 for one in named if abs(one - year) == 1)


def _verdict(context: Context, title: _Named, other: _Named) -> Verdict:
    """Two years may stand there on purpose where they are neighbours and the text is a plan that looks back."""
    if other.year == title.year - 1:
        return "suspicious" if _is_plan(context, other.span) else "error"
    return "error" if shape(str(title.year), str(other.year)) else "suspicious"


def _is_plan(context: Context, span: Span) -> bool:
    """Whether the year of *span* may be the one before on purpose: a plan that looks back on 预算执行."""
    behind = context.document.text[span[1] : span[1] + 12]
    same = re.match(r"\s*年度?\s*(?:部门|单位)?(?:整体支出)?(?:预算(?!执行|完成|收支)|绩效目标)", behind)
    return context.facts.kind in {"budget", "goal_table"} and same is None
