"""Standards that a paragraph tells by the names of indicators, for tables that print none: 打分办法：政府采购执行率
按比率乘以分值；巩固率低于目标的，每低0.1个百分点扣0.2分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.facts.document import Cell

__all__ = ["with_told_standards"]

_CLAUSE: Final = re.compile(r"[^；;。\n]{6,300}")
_RULE: Final = re.compile(
    r"得满分|满分|不得分|扣\s?\d|[×*]\s?(?:分值|满分|权重|\d)|(?:分值|满分|权重)\s?[×*]|乘以分值|(?:比例|比率|率|之比)[^，。；]{0,6}(?:折算|计分|记分|给分|得分)|每[低高超少差增减多]|[%％](?:（含）)?及?以[上下](?:的|者)?[，,]?[得计]?\s?\d[\d.]{0,3}分|达到?\d+[%％][，,]?得\d"
)
_JUDGED: Final = re.compile(
    r"(?<!不)(?:故|因此|实际|全年|年末|最终|自评)[^，。；]{0,16}得\s?\d|实际(?:为|值为)?\s?\d|[=＝]\s?\d[\d.]*\s?分"
)
_OF_HEAD: Final = re.compile(r"(?:评分|计分|得分|打分)(?:标准|规则|办法|细则)(?:为|是)?[：:]")
_HEAD: Final = re.compile(
    r"\s*(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳])?[“]?(?P<name>[\u4e00-\u9fff]{3,20})[”]?(?:（[^（）]{1,12}）)?[。：]"
)
_GOES_ON: Final = re.compile(
    r"(?:每|超过|超出|高于|低于|未达|达不到|不足|以下|其余|否则|\d[\d.]*\s?[%％]|大于|小于|[≥≤><])"
)
_LISTED: Final = re.compile(r"[“”\"]?(?:（[^（）]{2,24}）)?(?:、|和|及|与|以及)")
_BEFORE_RULE: Final = re.compile(
    r"^[”\"]?(?:等)?(?:指标)?(?:[两二三四五六\d]\s?[项个])?(?:指标)?(?:均|都|一律|统一)?(?:（\d{1,2}(?:\.\d)?分）|[，：]?\d{1,2}(?:\.\d)?\s?分[，：（]|的?(?:分值|满分)\d{1,2}分[，：])?[，：:]?(?:的?(?:评分|计分|打分|得分)(?:标准|规则|办法|细则)(?:为|是)?[：:])?(?:得分[=＝:：])?"
)
_POINTER: Final = re.compile(
    r"\s*[（(]?(?:详?见|参[见照]|按照?|依照?)[^，。；\d%％]{0,12}(?:标准|规则|办法|细则|说明|附注|注|[上下]文)[）)]?\s*"
)
"""What stands in the place of a standard that is told elsewhere."""
_IS_RULE: Final = re.compile(r"以[上下内]|否则|每|[×*]|[≥≤]|不[高低多少]于|不超过|未(?:达到?|完成)[^，。；]{0,4}的")
_IS_DATUM: Final = re.compile(r"[，,。；][^，。；]{0,4}扣\s?\d|实际|故|因此|=\s?\d|\d\s?[笔处项个件户](?!扣)|原因")
"""Words about what was found, and no standard."""
_BRANCH: Final = re.compile("[-—–]{1,2}|[：:·]")
_SHORTEST, _KEY = 3, 2
_LEAD: Final = 24
"""Characters of a clause in front of the name of its indicator."""


def with_told_standards(context: Context) -> tuple[Rubric, ...]:
    """The rubrics, with the standard that the text tells of a row that prints none. A name told twice has none. Made
    once per document."""
    return context.once(with_told_standards, lambda: tuple(_with_told(context, rubrics_of(context))))


def _with_told(context: Context, rubrics: Sequence[Rubric]) -> Sequence[Rubric]:
    bare = {
        name for rubric in rubrics for row in rubric.rows if _is_bare(row) and len(name := _called(row)) >= _SHORTEST
    }
    told = _told(context, bare) if bare else {}
    return [_filled(rubric, told) for rubric in rubrics]


def _filled(rubric: Rubric, told: Mapping[str, Cell]) -> Rubric:
    return replace(rubric, rows=tuple(_with_standard(row, told) if _is_bare(row) else row for row in rubric.rows))


def _with_standard(row: RubricRow, told: Mapping[str, Cell]) -> RubricRow:
    """The standard that the text tells, or that stands in the place of the reason: 不高于100%得5分，每超……."""
    found = told.get(_called(row), row.standard)
    reason = row.remark.text if row.remark is not None else ""
    if found is None and _IS_RULE.search(reason) and _RULE.search(reason) and not _IS_DATUM.search(reason):
        return replace(row, standard=row.remark, remark=None)
    return replace(row, standard=found)


def _is_bare(row: RubricRow) -> bool:
    """Whether the row prints no standard, or says only where it stands."""
    return not row.is_total and (row.standard is None or _POINTER.fullmatch(row.standard.text) is not None)


def _called(row: RubricRow) -> str:
    """产出——隐患整改率 without the name of its branch."""
    return _BRANCH.split(bare_name(row.name))[-1]


def _told(context: Context, names: set[str]) -> Mapping[str, Cell]:
    flow = flowing(context)
    by_key: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_key.setdefault(name[:_KEY], []).append(name)
    found: dict[str, Cell] = {}
    twice: set[str] = set()
    for name, cell in _rules(context, flow, by_key):
        if name in found and found[name].text != cell.text:
            twice.add(name)
        found[name] = cell
    return {name: cell for name, cell in found.items() if name not in twice}


def _rules(context: Context, flow: Flowing, by_key: Mapping[str, list[str]]) -> Iterator[tuple[str, Cell]]:
    clauses = list(_CLAUSE.finditer(flow.text))
    for number, match in enumerate(clauses):
        if _RULE.search(match[0]) is None or context.table_at(flow.place(match.start())) is not None:
            continue
        listed = list(_named(match[0], by_key))
        listed = listed or _of_head(flow.text, match, by_key)
        if not listed or _JUDGED.search(match[0]):
            continue
        begin = match.start() + listed[-1][1]
        begin += _BEFORE_RULE.match(flow.text[begin : match.end()]).end()  # type: ignore[union-attr]
        end = match.end()
        for following in clauses[number + 1 : number + 4]:
            if following.start() > end + 1 or flow.text[end : following.start()] not in "；;。":
                break
            if not _GOES_ON.match(following[0]) or _JUDGED.search(following[0]):
                break
            end = following.end()
        rule = flow.text[begin:end]
        if _RULE.search(rule) is not None:
            start, stop = flow.span(begin, end)
            for name, _ in listed:
                yield name, Cell(0, 0, start, stop, rule)


def _of_head(text: str, clause: re.Match[str], by_key: Mapping[str, list[str]]) -> list[tuple[str, int]]:
    """3.服务对象满意度。评分标准为：…: the standard is that of the indicator which the paragraph has for its head."""
    told = _OF_HEAD.match(clause[0])
    head = _HEAD.match(text, text.rfind("\n", 0, clause.start()) + 1) if told is not None else None
    if told is None or head is None or head.end() > clause.start():
        return []
    return [(head["name"], told.end())] if head["name"] in by_key.get(head["name"][:_KEY], ()) else []


def _named(clause: str, by_key: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
    """The names that the clause begins with, one after the other, each with the end of its place."""
    at = next((place for place in range(min(_LEAD, len(clause))) if _name_at(clause, place, by_key)), None)
    while at is not None:
        name = _name_at(clause, at, by_key)
        if name is None:
            return
        yield name, at + len(name)
        linked = _LISTED.match(clause, at + len(name))
        at = linked.end() if linked is not None else None
        if at is not None and clause[at : at + 1] in '“"':
            at += 0 if _name_at(clause, at, by_key) else 1


def _name_at(clause: str, place: int, by_key: Mapping[str, list[str]]) -> str | None:
    return next((name for name in by_key.get(clause[place : place + _KEY], ()) if clause.startswith(name, place)), None)
