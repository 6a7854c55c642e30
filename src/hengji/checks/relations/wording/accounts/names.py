"""Names beside budget codes: a name that belongs to another code, a name that is no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.reference.economic import ECONOMIC
from hengji.checks.reference.functional import ANYWHERE, FUNCTIONAL
from hengji.checks.reference.groups import GROUP_OF_ITEM
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.code_names import code_names
from hengji.checks.relations.wording.accounts.coded_paths import coded_paths, leads_a_path
from hengji.checks.relations.wording.accounts.codes_told_twice import codes_told_twice
from hengji.checks.relations.wording.accounts.group_codes import group_codes
from hengji.checks.relations.wording.accounts.item_levels import item_levels
from hengji.checks.relations.wording.accounts.item_paths import find_item_paths
from hengji.checks.relations.wording.accounts.item_purposes import find_item_purposes
from hengji.checks.relations.wording.accounts.listed_accounts import find_listed_accounts
from hengji.checks.relations.wording.accounts.misplaced_accounts import find_misplaced_accounts
from hengji.checks.relations.wording.accounts.odd_codes import odd_codes
from hengji.checks.relations.wording.accounts.paths_and_rows import find_paths_and_rows
from hengji.checks.relations.wording.accounts.turned_names import find_turned_names
from hengji.checks.relations.wording.lines import Line, lines_in
from hengji.checks.relations.wording.titles.firm_names import firm_names
from hengji.checks.relations.wording.titles.foreign_names import foreign_names
from hengji.checks.relations.wording.titles.former_names import former_names
from hengji.checks.relations.wording.titles.own_name import own_name
from hengji.facts.relation import Relation

__all__ = ["find"]

# A code and the name beside it: 2080505 机关…, 208  05  05  机关…, 301  01  基本工资, 210卫生健康支出, a table's cells.
_CODED = re.compile(
    r"(?:(?<![\d.,，/:〔\-])|(?<=[：:。；\s]\d[.．])|(?<=〔)(?=\d{7}〕))"
    r"(2[0-3]\d|30\d|31[0-3]|399)(?:[ \u3000\t]*(\d{2})(?:[ \u3000\t]*(\d{2}))?)?"
    r"(?![\d.,])〕?[ \u3000\t]*[“\"]?"
    r"(?=[\u4e00-\u9fff])([\u4e00-\u9fff（）()、]{2,30})"
)
_NAMED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{4,24})[（(](?:科目)?(?:编码)?[:：]?(?P<code>2[0-3]\d(?:\d{2}){0,2})[类款项]?(?:科目)?[)）]"
)
_NEARLY = 0.8
_UNDER = re.compile(r"(?:\s?[—－\-]{1,2}\s?(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff（）()、]{1,29}))+")
_SHORT = 4
_CLASS, _GROUP, _ITEM = 3, 5, 7  # digits of a class, of a class and a group, and of the whole code
_COMPARED = re.compile(r"原(?!因)|旧|改为|更名|调整为|曾|20(?:0\d|1\d)\s*年")
_OLD_HEALTH = near(
    re.compile(
        r"(?<![\u4e00-\u9fff])(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s?)?(?P<name>医疗卫生(?:与计划生育)?(?:支出)?)(?:\s?[（(]\s?类\s?[)）])?(?:科目)?"
        r"(?:支出|决算|预算)?数?[为是]?\s?\d[\d,.]*\s?(?:万元|元|亿元)"
    ),
    "医疗卫生",
    60,
)
"""Class 210 among others by the names that it had to 2014 and to 2018."""
_FELLOW = re.compile(r"社会保障和就业|一般公共服务|住房保障|农林水|城乡社区|公共安全")
_FAR = 160  # characters around in which another class is told
_RENAMED = 2019
_ECONOMIC_SINCE = 2018
_VARIANT = re.compile(r"社会保障(?:与|及)就业|医疗卫生(?:和|及)计划生育|文化体育(?:和|及)传媒|资源勘探电力信息等")
_COUNTED = re.compile(
    r"^(?:[个人名家万元亿次件项份台套辆户天年月日分号页期篇场条所座处类种批起人米吨亩度]|[余多]?[个人名家])"
)


def find(context: Context) -> Iterator[Relation]:
    """Codes with names line by line; old names of classes anywhere in a document of a later year."""
    wrong: set[int] = set()
    for line in lines_in(context):
        for match in _CODED.finditer(line.text):
            code = _code(match)
            counts = len(code) < _ITEM and _COUNTED.match(match[4])  # 301人; nobody counts 2010101 people
            if not counts and not leads_a_path(line.text, match.start(4), code):
                found = list(_beside(context, line, match))
                wrong |= {one.figures[-1].end for one in found if one.verdict == "error"}
                yield from found
        for match in _NAMED.finditer(line.text):
            yield from _before(context, line, match)
    yield from coded_paths(context)
    yield from codes_told_twice(context)
    yield from group_codes(context)
    yield from item_levels(context)
    yield from own_name(context)
    yield from former_names(context)
    yield from find_item_paths(context)
    yield from find_item_purposes(context)
    yield from find_listed_accounts(context)
    yield from find_misplaced_accounts(context)
    yield from find_paths_and_rows(context)
    yield from find_turned_names(context)
    yield from foreign_names(context)
    yield from firm_names(context)
    yield from odd_codes(context)
    yield from _old_names(context)
    yield from (one for one in code_names(context) if one.figures[-1].end not in wrong)


def _code(match: re.Match[str]) -> str:
    return "".join(match.groups("")[:3])


def _beside(context: Context, line: Line, match: re.Match[str]) -> Iterator[Relation]:
    code = _code(match)
    if code in ECONOMIC and (context.facts.year or _ECONOMIC_SINCE) < _ECONOMIC_SINCE:
        return  # 310 and 30311 had other names before the reform (财预〔2017〕98号)
    given = _plain(match[4])
    under = _UNDER.match(line.text, match.end())  # 2050202教育支出—普通教育—小学教育: the last name is the item's
    given = _plain(under["name"]) if under is not None else given
    span = (line.start + match.start(), line.start + match.end())
    rightful = _names(code)
    if any(_same(given, name) for name in rightful):
        if len(given) >= _SHORT:
            yield _of_an_earlier_year(context, span, code, given) or _right(context, span, code, rightful)
    elif len(code) == _ITEM and ANYWHERE.get(given, code[-2:]) != code[-2:]:
        yield _wrong(context, span, code, given, f"末两位应为{ANYWHERE[given]}")
    else:
        given = _leading_name(given)
        why = _why_wrong(code, given, rightful[-1]) if rightful else _of_another_class(code, given)
        if why:
            yield _wrong(context, span, code, given, why)


def _why_wrong(code: str, given: str, name: str) -> str:
    """What tells that *given* is not the *name* of the code; empty where it may be a shortened one."""
    others = sorted(other for other in _codes_of(given) if other[0] == code[0])
    if len(code) == _GROUP and all(len(other) > _GROUP and other[:3] == code[:3] for other in others):
        return ""  # an item beside the digits of its group, or of itself alone: 221 01 住房公积金
    if others and len(given) >= 3:
        return f"{code}是“{name}”，“{given}”的编码是{'、'.join(others)}"
    return f"{code}的全称是“{name}”" if not others and _miswritten(given, name) else ""


def _of_another_class(code: str, given: str) -> str:
    """1.2010201住房公积金: an item that other classes alone have, under a code that is not in the reference."""
    known = sorted(one for one in _codes_of(given) if one[0] == code[0]) if given in GROUP_OF_ITEM else []
    other = known and len(code) == _ITEM and all(one[:3] != code[:3] for one in known)
    return f"“{given}”的编码是{'、'.join(known)}" if other else ""


def _of_an_earlier_year(context: Context, span: tuple[int, int], code: str, given: str) -> Relation | None:
    """20805 行政事业单位离退休 in a paper of 2025: a name that the code no longer has."""
    since, new = FUNCTIONAL[code][-1] if code in FUNCTIONAL else (0, "")
    old = next((name for _, name in FUNCTIONAL.get(code, ())[:-1] if given == name), "")
    outdated = old and len(code) > _CLASS and not _same(given, new) and (context.facts.year or 0) > since
    return _outdated_name(context, span, old, (since, new)) if outdated else None


def _outdated_name(context: Context, span: tuple[int, int], old: str, present: tuple[int, str]) -> Relation:
    since, new = present
    return slip(
        context,
        [span],
        "error",
        f"“{old}”是旧科目名称，{since}年起为“{new}”；本材料是{context.facts.year}年的。请按当年《政府收支分类科目》改写。",
        rule="科目名称应用当年的",
        expected=new,
        likely=f"应为“{new}”",
        severity="medium",
    )


def _miswritten(given: str, name: str) -> bool:
    """其机关机构事务 for 相关机构事务: nearly the name, and not the name with letters left out, which is custom."""
    rest = iter(name)
    shortened = all(letter in rest for letter in given)
    alike = SequenceMatcher(None, given, name, autojunk=False).ratio() >= _NEARLY
    return not shortened and alike and len(name) >= _SHORT + 2 and abs(len(given) - len(name)) <= 2


def _before(context: Context, line: Line, match: re.Match[str]) -> Iterator[Relation]:
    """社会保障和就业支出（208类）: the name stands in front of its code."""
    code, given = match["code"], match["name"]
    known = next((given[at:] for at in range(len(given) - _SHORT + 1) if _codes_of(given[at:])), "")
    rightful = _names(code)
    others = sorted(other for other in _codes_of(known) if other[0] == code[0]) if known else []
    own = any(code.startswith(other) for other in others)  # 普通教育（2050202）: the group stands for its item
    if rightful and others and not own and not any(_same(known, name) for name in rightful):
        span = (line.start + match.start("code"), line.start + match.end("code"))
        yield _wrong(context, span, code, known, f"{code}是“{rightful[-1]}”，“{known}”的编码是{'、'.join(others)}")


def _right(context: Context, span: tuple[int, int], code: str, rightful: tuple[str, ...]) -> Relation:
    return slip(
        context,
        [span],
        "ok",
        f"科目编码{code}与名称“{rightful[-1]}”相符。",
        rule="科目编码与名称应相符",
        expected=rightful[-1],
    )


def _wrong(context: Context, span: tuple[int, int], code: str, given: str, why: str) -> Relation:
    return slip(
        context,
        [span],
        "error",
        f"科目编码{code}与名称“{given}”不符：{why}（政府收支分类科目）。请核对编码或名称。",
        rule="科目编码与名称应相符",
        expected=why,
        likely="编码或名称错行",
        severity="medium",
    )


def _plain(name: str) -> str:
    return re.sub(r"（[类款项]）$", "", name.replace("(", "（").replace(")", "）")).rstrip("、（")


@cache
def _names(code: str) -> tuple[str, ...]:
    """Every name that *code* has had, the present one last."""
    if code in ECONOMIC:
        return (ECONOMIC[code],)
    return tuple(name for _, name in FUNCTIONAL.get(code, ()))


@cache
def _codes_of(name: str) -> frozenset[str]:
    """The codes whose present name is *name*."""
    economic = {code for code, other in ECONOMIC.items() if other == name}
    return frozenset(economic | {code for code, names in FUNCTIONAL.items() if names[-1][1] == name})


def _leading_name(given: str) -> str:
    """The longest name of the classification that *given* begins with; *given* itself where there is none."""
    return next((given[:end] for end in range(len(given), _SHORT, -1) if _codes_of(given[:end])), given)


def _same(given: str, name: str) -> bool:
    """A name may be cut by a line break, lack its last 支出, or be followed by more text."""
    return given.startswith(name.removesuffix("支出")) or name.startswith(given) or name.endswith(given)


@cache
def _outdated() -> tuple[tuple[re.Pattern[str], int, str, str], ...]:
    found = []
    for code, names in FUNCTIONAL.items():
        for (_, old), (since, new) in pairwise(names):
            if len(code) == _CLASS or old.startswith("归口管理"):
                found.append((re.compile(rf"(?<!其他){re.escape(old)}"), since, old, new))
    return tuple(found)


def _old_names(context: Context) -> Iterator[Relation]:
    year, flow = context.facts.year or 0, flowing(context)
    for pattern, since, old, new in _outdated():
        for match in pattern.finditer(flow.text) if year > since else ():
            around = flow.text[max(0, match.start() - 20) : match.end() + 20]
            if _COMPARED.search(around) is None:
                yield _outdated_name(context, flow.of(match), old, (since, new))
    for match in _OLD_HEALTH.finditer(flow.text) if year > _RENAMED else ():
        start, end = match.span("name")
        around = flow.text[max(0, start - _FAR) : end + _FAR]
        if _FELLOW.search(around) and not _COMPARED.search(flow.text[max(0, start - 20) : end + 20]):
            span = flow.span(start, end)
            yield _outdated_name(context, span, match["name"], (_RENAMED, "卫生健康支出"))
    for match in _VARIANT.finditer(context.document.text):
        yield slip(
            context,
            [match.span()],
            "suspicious",
            f"“{match.group()}”与《政府收支分类科目》的名称不一致。请按科目全称核对，如“社会保障和就业支出”。",
            rule="科目名称应规范",
            expected="科目全称",
        )
