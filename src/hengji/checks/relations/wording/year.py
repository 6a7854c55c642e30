"""The report's own year against the years it names: last year's year left standing, dates that cannot be or lie
after the report's own date."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.wording.dates import Date, dates_of, impossible
from hengji.checks.relations.wording.lines import Line, lines_of
from hengji.checks.relations.wording.own_year import declared_years, is_plan
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?=\s*年)")
_TITLE = re.compile(r"《([^《》\n]{4,80})》")
_OWN = re.compile(r"评价|自评|绩效目标|评分|指标体系|决算|预算")
_OWN_FORM = re.compile(r"(?:表|报告|说明|体系)(?:（.{1,8}）)?$")
_OTHERS = re.compile(
    r"通知|办法|意见|规划|方案|函|批复|决定|条例|通报|公报|要点|规定|细则|指南|手册|标准|协议|合同|上年|审计|整改"
)
_ATTACHED_BEFORE = re.compile(r"(?:形成|编制|填报|填写|详见|附件\s*\d*\s*[:：]?|附表\s*\d*\s*[:：]?)[了的：:\s]*$")
_ATTACHED_AFTER = re.compile(r"\s*[（(]\s*(?:见|详见)?附[件表]")
_ATTACHMENT = re.compile(r"^(?:附件|附表)\s*[\d一二三四五六七八九十]*\s*[:：.、]?\s*(?:\d\s*[.、．]\s*(?!\d))?")
_REVIEWS = frozenset(("self_evaluation", "evaluation", "verification", "final_account"))
_CAPTION = re.compile(r"^(?:.{0,30}?)(20\d{2})\s*年度?(.{2,40}(?:表|报告|说明))$")
_COMPARED = re.compile(
    r"上年|去年|上一年|同期|[较比](?:上|去|20|年|同|以)|相比|对比|历年|增加|减少|增长|下降|以前|结转|[-—至到、和]\s*20\d\d"
)
_PHRASE = re.compile(r"(?<!\d)(20\d{2})\s*年度([\u4e00-\u9fff]{6})")
_AS_OF = re.compile(r"(?:截止|截至)(?:到|至)?\s*(20\d{2})\s*年\s*(?:末|底|年末|年底|12\s*月)")
_DEADLINE = re.compile(
    r"前|之前|期限|计划|拟|将|预计|截至|截止|至|有效|到期|起|[-—~～]|实施周期|以后|争取|力争|下一步|应|须"
)
_DATE_ALONE = re.compile(r"(?:.{0,12}(?:日期|时间)\s*[:：]\s*)?(20\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")


def find(context: Context) -> Iterator[Relation]:
    """Years of attachments and captions, dates, periods."""
    lines = lines_of(context.document)
    dates = tuple(dates_of(context.document.text))
    yield from _impossible(context, dates)
    yield from _after_the_report(context, lines, dates)
    if context.facts.year is not None:
        year = context.facts.year
        yield from _titles(context, year)
        for span in declared_years(context, year):
            yield _left_standing(
                context, span, year, "开头所述年度", "suspicious" if is_plan(context, span) else "error"
            )
        yield from _attachments(context, lines, year)
        yield from _captions(context, lines, year)
        yield from _phrases(context, year)
        yield from _periods(context, year)
        yield from _projects(context, lines, year)


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


def _single_year(text: str) -> re.Match[str] | None:
    years = list(_YEAR.finditer(text))
    return years[0] if len(years) == 1 else None


def _titles(context: Context, year: int) -> Iterator[Relation]:
    """《…2021年度…评分表》（附件1） in a report of 2023."""
    text = context.document.text
    for match in _TITLE.finditer(text):
        named = _single_year(match[1])
        if named is None or int(named[1]) == year or _OTHERS.search(match[1]):
            continue
        own = _OWN.search(match[1]) is not None and _OWN_FORM.search(match[1]) is not None
        attached = _ATTACHED_BEFORE.search(text, max(0, match.start() - 8), match.start()) or _ATTACHED_AFTER.match(
            text, match.end()
        )
        if own and attached:
            start = match.start(1) + named.start()
            yield _left_standing(
                context, (start, start + 4), year, "附表（附件）", _gravity(context, int(named[1]), year)
            )


def _gravity(context: Context, named: int, year: int) -> Verdict:
    return "error" if named < year and context.facts.kind in _REVIEWS else "suspicious"


def _left_standing(context: Context, span: tuple[int, int], year: int, what: str, verdict: Verdict) -> Relation:
    found = context.document.text[slice(*span)]
    return slip(
        context,
        [span],
        verdict,
        f"材料是{year}年度的，{what}却写作{found}年，像是沿用了{found}年的文本。请核对，应为{year}年的改为{year}。",
        rule="年度应与材料一致",
        expected=str(year),
        likely=f"{found}应为{year}",
        severity="high",
        kind="year",
    )


def _attachments(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """附件：2020年度…评分表 at the foot of a report of 2021."""
    for line in lines:
        head = _ATTACHMENT.match(line.text)
        if head is None or "《" in line.text or len(line.text) > 60 or line.text[-1] in "。；":
            continue
        named = _single_year(line.text)
        own = _OWN.search(line.text) is not None and _OTHERS.search(line.text) is None
        if named is not None and own and int(named[1]) != year:
            start = line.start + named.start()
            yield _left_standing(context, (start, start + 4), year, "附件名称", _gravity(context, int(named[1]), year))


def _captions(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """Captions that differ from their fellows in the year alone, or the same title with two years."""
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        match = _CAPTION.match(line.text)
        if (
            match
            and not line.text.startswith("附")
            and _OTHERS.search(line.text) is None
            and not re.search(r"[，。；：]", match[2])
        ):
            named[tight(match[2])].append((int(match[1]), line.start + match.start(1)))
    own = sum(1 for places in named.values() for found, _ in places if found == year)
    for places in named.values():
        twice = any(found == year for found, _ in places)
        for found, start in places:
            if found >= year or not (twice or own >= 3):
                continue
            certain = twice and context.facts.kind in _REVIEWS
            yield _left_standing(context, (start, start + 4), year, "表名或标题", "error" if certain else "suspicious")


def _phrases(context: Context, year: int) -> Iterator[Relation]:
    """2022年度部门整体支出… once, among three and more of 2023年度部门整体支出…."""
    text = context.document.text
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _PHRASE.finditer(text):
        seen[match[2]].append((int(match[1]), match.start(1)))
    for phrase, places in seen.items():
        counted = Counter(found for found, _ in places)
        for found, start in places:
            if found != year - 1 or counted[found] != 1 or counted[year] < 3:
                continue
            end = start + 8 + len(phrase)
            if _COMPARED.search(text[max(0, start - 14) : end + 14]) is None and text.rfind(
                "《", start - 40, start
            ) <= text.rfind("》", start - 40, start):
                yield _left_standing(context, (start, start + 4), year, f"“{phrase}”前", "suspicious")


def _periods(context: Context, year: int) -> Iterator[Relation]:
    """截至2022年底 in a report of 2021."""
    if context.facts.kind not in _REVIEWS:
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


def _projects(context: Context, lines: Sequence[Line], year: int) -> Iterator[Relation]:
    """A project that carries an earlier year in a table of plans: 办公设备购置费（2022） in 2024."""
    if context.facts.kind not in {"goal_table", "budget"}:
        return
    for line in lines:
        match = re.search(r"[\u4e00-\u9fff][（(](20\d{2})(?:年度?)?[）)](?=\s)", line.text) if line.tabular else None
        if match and int(match[1]) < year and re.search(r"\s\d", line.text[match.end() :]):
            yield slip(
                context,
                [(line.start + match.start(1), line.start + match.end(1))],
                "suspicious",
                f"这是{year}年度的表，项目名称却带“{match[1]}”。如为跨年延续项目，请说明；否则请改年份。",
                rule="项目年度应与表一致",
                expected=str(year),
                kind="year",
            )


def _after_the_report(context: Context, lines: Sequence[Line], dates: Sequence[Date]) -> Iterator[Relation]:
    """Something that happened after the report was signed."""
    alone = {line.start + match.start(1) for line in lines if (match := _DATE_ALONE.fullmatch(line.text))}
    signed = [date for date in dates if date.start in alone and date.day and not impossible(date)]
    if not signed:
        return
    last, text = max(signed, key=lambda date: date.start), context.document.text
    for date in dates:
        if date.start in alone or not date.year or date.order <= last.order or impossible(date):
            continue
        around = text[max(0, date.start - 8) : date.end + 6]
        if _DEADLINE.search(around) is None and context.facts.kind in _REVIEWS:
            yield slip(
                context,
                [(last.start, last.end), (date.start, date.end)],
                "suspicious",
                f"落款日期是“{text[last.start : last.end]}”，文中的“{text[date.start : date.end]}”在其后。"
                f"请核对两个日期。",
                rule="所述事项应在落款之前",
                expected=f"不晚于{text[last.start : last.end]}",
                severity="medium",
                kind="year",
            )
