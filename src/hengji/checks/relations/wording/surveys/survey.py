"""Survey counts: sent ≥ returned ≥ valid, rates of return and validity, groups, answers by degree, satisfaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.lines import blocks, lines_in
from hengji.checks.relations.wording.surveys.adjacent_rates import adjacent_rates
from hengji.checks.relations.wording.surveys.batches import batches_in_tables, batches_side_by_side
from hengji.checks.relations.wording.surveys.mean_satisfaction import mean_satisfaction
from hengji.checks.relations.wording.surveys.satisfaction import answers_by_degree
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.checks.relations.wording.surveys.survey_columns import survey_columns
from hengji.checks.relations.wording.surveys.survey_counts import Count, Counts, counts_of
from hengji.checks.relations.wording.surveys.survey_groups import group_rates, groups
from hengji.checks.relations.wording.surveys.survey_tables import survey_tables
from hengji.checks.relations.wording.surveys.told_means import told_means
from hengji.checks.relations.wording.surveys.told_satisfaction import told_satisfaction
from hengji.checks.relations.wording.surveys.two_partitions import two_partitions
from hengji.checks.relations.wording.surveys.valued_answers import valued_answers
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

Pairs = tuple[tuple[str, str], ...]

_ABOUT = re.compile(
    r"问卷|回收率|收回率|调查表|调查卷|满意度调查|答卷|满意(?:度|率)|样本|(?:收回|回收|有效)\s?\d{1,6}\s?份|表示(?:基本|比较|非常|很)?满意"
)
_SHEETS = re.compile(r"问卷|调查表|调查卷|答卷")
_OF_THEM = re.compile(r"(?:^|[，。；有效的述部])(?:问卷|样本|答卷|调查问卷|调查表)中(?![的心位])")
_GOES_ON = re.compile(r"[\s\u3000]*其中")
_IS = r"(?:（[^（）\d]{1,16}）)?(?:为|达到|达|是)?\s*(\d{1,12}(?:\.\d{1,8})?)\s*[%％]"
_RATES = (
    ("有效回收率", re.compile(rf"有效回收率{_IS}"), (("有效", "发放"), ("有效", "收回"))),
    ("回收率", re.compile(rf"(?<!有效)(?:回收率|收回率){_IS}"), (("收回", "发放"),)),
    ("有效率", re.compile(rf"有效率{_IS}"), (("有效", "收回"), ("有效", "发放"))),
)
_ORDER = (("发放", "收回"), ("收回", "有效"), ("发放", "有效"))
_UNCOUNTED = re.compile("不限(?:量|份|数)|不设上限|未限定")
_OWN_SHEETS = re.compile(r"(?:有效|收回|回收)[^，。；\n]{0,6}(?:问卷|答卷|调查表)\s{0,4}\d")
_SHEET_COUNT = re.compile(r"(?<![\d.,])\d{1,6}(?=\s?[份张])")
_IN_ALL = re.compile("合计|共计?|总计")
_ALL_SHEETS = re.compile(r"(?:合计|共计?|总计|一共)[^，。；：\d]{0,6}(\d[\d,]{0,8})\s?[份张人户名]")
_LINE = 600  # characters of a paragraph
_FEW = 3
_GRAVITY = ("ok", "rounding", "error")


def find(context: Context) -> Iterator[Relation]:
    """Paragraph by paragraph, where questionnaires are spoken of."""
    judged, stated = set[int](), set[int]()
    for one in _told(context):
        if one.verdict == "error":
            judged |= {each.start for each in one.figures}
        stated.add(one.figures[-1].start)
        yield one
    yield from (one for one in two_partitions(context) if not {each.start for each in one.figures[:-1]} & judged)
    yield from (one for one in adjacent_rates(context) if one.figures[-1].start not in stated)
    yield from told_means(context, judged)


def _told(context: Context) -> Iterator[Relation]:
    yield from valued_answers(context)
    text = context.document.text
    before: list[Count] = []
    for block in blocks(context.document, lines_in(context)):
        whole = block[0].start, block[-1].end
        for span in _apart(text, whole) if _ABOUT.search(text, *whole) is not None else ():
            counts = counts_of(context, span)
            ordered = list(_paragraph(context, span, counts))
            yield from ordered
            yield from batches_side_by_side(context, counts, ordered)
            sheets = [one for role in ("有效", "收回") for one in counts.get(role, ())]
            own = sheets or counts.get("接通") or counts.get("受访", [])
            asked = [one for role in ("发放", "合计") for one in counts.get(role, ())]
            yield from groups(context, span, [*own, *asked] or before)
            asked_before = before if _OF_THEM.search(text, *span) or _GOES_ON.match(text, span[0]) else []
            by_degree = list(answers_by_degree(context, span, own or asked_before))
            yield from by_degree
            told = told_satisfaction(context, span, (counts.get("有效") or sheets or own or before)[:_FEW])
            judged = {figure.start for one in by_degree for figure in one.figures[-1:]}
            yield from (one for one in told if one.figures[-1].start not in judged)
            before = (sheets if _SHEETS.search(text, *span) else []) or before or own
    yield from survey_tables(context, before)
    yield from survey_columns(context)
    yield from batches_in_tables(context)
    yield from mean_satisfaction(context)
    yield from group_rates(context)


def _apart(text: str, span: Span) -> list[Span]:
    """甲项目回收有效问卷 A 份，满意 a；乙项目回收有效问卷 B 份，满意 b: surveys of their own, each with its sheets."""
    stops = [match.end() for match in re.finditer("；", text[slice(*span)])]
    bounds = [span[0], *(span[0] + stop for stop in stops), span[1]]
    parts = list(pairwise(bounds))
    alone = len(parts) > 1 and all(len(_OWN_SHEETS.findall(text, *part)) == 1 for part in parts)
    return parts if alone else [span]


def _paragraph(context: Context, span: Span, counts: Counts) -> Iterator[Relation]:
    for more, less in _ORDER:
        direct = less != "有效" or more != "发放" or "收回" not in counts
        unlimited = more == "发放" and _UNCOUNTED.search(context.document.text, *span)
        if more in counts and less in counts and direct and not unlimited:
            found = [*counts[more], *counts.get("合计", ())]
            years = {_year_before(context, max(one)[1][0], span) for one in (found, counts[less])} - {""}
            large, small = max(found), max(counts[less])
            groups = counts[more] if more == "收回" and "合计" not in counts else []
            together = large[0] < small[0] <= sum(each[0] for each in groups)
            together = together or _of_all(context, span, small)
            if len(found) >= len(counts[less]) and len(years) < 2 and not together:
                yield _ordered(context, (more, large), (less, small))  # else the lesser is of several batches together
    if {"收回", "有效", "无效"} <= counts.keys() and len(counts["无效"]) == 1:
        yield _set_aside(context, counts)
    for name, pattern, pairs in _RATES:
        for number, match in enumerate(pattern.finditer(context.document.text, *span)):
            told = tuple(pair for pair in pairs if pair[1] in match[0]) or pairs  # 有效率（有效份数占收回份数）
            yield from _rate(context, counts, name, match, told, first=number == 0)


def _of_all(context: Context, span: Span, small: Count) -> bool:
    """线上填写642份，线下收回190份，合计有效820份: sheets that came back without the word for it."""
    before = context.document.text[span[0] : small[1][0]]
    sheets = [int(one) for one in _SHEET_COUNT.findall(before)]
    return _IN_ALL.search(before[-8:]) is not None and sum(sorted(sheets)[:-1]) > 0 and sum(sheets) >= small[0]


def _year_before(context: Context, at: int, span: Span) -> str:
    """The last year that is named in front of a count: sheets of two years are two surveys."""
    years: list[str] = re.findall(r"20\d\d(?=年)", context.document.text[span[0] : at])
    return years[-1] if years else ""


def _ordered(context: Context, larger: tuple[str, Count], smaller: tuple[str, Count]) -> Relation:
    (more, most), (less, least) = larger, smaller
    verdict: Verdict = "ok" if least[0] <= most[0] else "error"
    says = "合理" if verdict == "ok" else f"{less}的不能多于{more}的，请核对份数"
    return survey_relation(
        verdict,
        [piece(context, more, *most[1]), piece(context, less, *least[1])],
        f"{less} ≤ {more}",
        f"≤ {most[0]}",
        str(least[0]),
        f"{more}{most[0]}份，{less}{least[0]}份，{says}。",
    )


def _set_aside(context: Context, counts: Counts) -> Relation:
    """收回 − 无效 = 有效, with any of the figures returned and valid."""
    (lost, place) = counts["无效"][0]
    back = [*counts["收回"], *counts.get("合计", ())]
    back += [(sum(each[0] for each in counts["收回"]), counts["收回"][-1][1])]  # 线上收回 a 份，纸质收回 b 份
    tried = [(whole, left) for left in counts["有效"] for whole in back]
    whole, left = next(
        (pair for pair in tried if pair[0][0] - lost == pair[1][0]), (counts["收回"][-1], counts["有效"][-1])
    )
    verdict: Verdict = "ok" if whole[0] - lost == left[0] else "error"
    right = str(whole[0] - lost)
    says = "相符" if verdict == "ok" else f"文中有效{left[0]}份，请核对"
    return survey_relation(
        verdict,
        [piece(context, "whole", *whole[1]), piece(context, "part", *place), piece(context, "stated", *left[1])],
        f"{whole[0]} − {lost}",
        right,
        str(left[0]),
        f"收回{whole[0]}份，剔除{lost}份，有效应为{right}份，{says}。",
    )


def _rate(
    context: Context, counts: Counts, name: str, match: re.Match[str], pairs: Pairs, *, first: bool
) -> Iterator[Relation]:
    """The stated rate against the counts of its roles, and against those of several batches together."""
    tried = list(_bases(counts, match.start(), pairs, first=first))
    if not tried:
        return
    tried += _told_as_totals(context, match.start(), match[1])
    judged = [(judge(Fraction(part[0], whole[0]), match[1]), part, whole) for part, whole in tried]
    verdict, part, whole = min(judged, key=lambda one: _GRAVITY.index(one[0]))
    computed = percent(Fraction(part[0], whole[0]))
    says = "相符" if verdict != "error" else "请核对份数和比率"
    yield survey_relation(
        verdict,
        [
            piece(context, "part", *part[1]),
            piece(context, "whole", *whole[1]),
            piece(context, "stated", *match.span(1)),
        ],
        f"{part[0]} ÷ {whole[0]}",
        computed,
        f"{match[1]}%",
        f"{name}应为{part[0]}÷{whole[0]}={computed}，文中为{match[1]}%，{says}。",
    )


def _told_as_totals(context: Context, at: int, stated: str) -> Iterator[tuple[Count, Count]]:
    """三类问卷分别发放 a、b、c，共 T 份；有效分别为 d、e、f，共 V 份，有效率 V ÷ T: totals without a role."""
    text = context.document.text
    start = max(text.rfind("\n", 0, at) + 1, at - _LINE)
    told = [
        (int(one[1].replace(",", "")), (start + one.start(1), start + one.end(1)))
        for one in _ALL_SHEETS.finditer(text[start:at])
    ]
    if len(stated.partition(".")[2]) > 0:
        yield from ((part, whole) for whole, part in combinations(told, 2) if 0 < part[0] <= whole[0])


def _bases(counts: Counts, at: int, pairs: Pairs, *, first: bool) -> Iterator[tuple[Count, Count]]:
    """The first rate of a name is that of the first counts of its roles, a later one that of the last before it; a
    part above its whole is of another batch. Then the figure that several batches make together."""
    place = 0 if first else -1
    parts = [_before(counts[one], at)[place] for one, _ in pairs if one in counts]
    for one, other in pairs:
        if one in counts and other in counts:
            options = _before(counts[other], at)
            part = _before(counts[one], at)[place]
            whole = options[place] if options[place][0] >= part[0] else options[-1]
            if whole[0] > 0 and whole[0] >= part[0]:
                yield part, whole
    yield from _together(counts, pairs)
    sent = any(other in counts for one, other in pairs if one in counts)
    for whole in counts.get("合计", ()) if sent else ():  # how many of the returned were satisfied is no number sent
        yield from ((part, whole) for part in parts[:1] if 0 < part[0] <= whole[0])


def _together(counts: Counts, pairs: Pairs) -> Iterator[tuple[Count, Count]]:
    """纸质卷发放 a 份、收回 b 份，电子卷发放 c 份、收回 d 份: both batches, whether or not their sum is told."""
    for one, other in pairs:
        parts, wholes = (_batches(counts.get(role, [])) for role in (one, other))
        if len(parts) == len(wholes) > 1:
            (part, whole) = (sum(each[0] for each in batch) for batch in (parts, wholes))
            if 0 < part <= whole:
                yield (part, parts[0][1]), (whole, wholes[0][1])


def _batches(counts: list[Count]) -> list[Count]:
    """The counts without one that the others make up."""
    whole = sum(each[0] for each in counts)
    return [each for each in counts if each[0] * 2 != whole]


def _before(counts: list[Count], at: int) -> list[Count]:
    return [one for one in counts if one[1][0] < at] or counts
