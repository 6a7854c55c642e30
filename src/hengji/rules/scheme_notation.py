"""How a scheme is written in a file, and read back: located data in, a Scheme and every problem out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Located, Mapping, Source
from hengji.facts.units import TRUTH, Unit, read_unit
from hengji.rules.indicator_notation import read_indicators
from hengji.rules.intervals import Interval, read_interval
from hengji.rules.kinds import KINDS
from hengji.rules.notation import Notation
from hengji.rules.scheme import Adjustment, DataDefinition, DataKind, Places, Scheme, Veto
from hengji.rules.scheme_checks import check_scheme

__all__ = ["SchemeRead", "read_scheme"]

_KEYS = (
    "scheme", "title", "jurisdiction", "valid", "basis", "places", "grades", "data", "indicators", "adjustments",
    "vetoes", "total", "note",
)  # fmt: skip
_DATA_KEYS = ("unit", "kind", "period", "source", "note", "signed")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KIND = {
    "figure": "figure",
    "数值": "figure",
    "truth": "truth",
    "是否": "truth",
    "events": "events",
    "事项": "events",
}


@dataclass(frozen=True, slots=True)
class SchemeRead:
    """A scheme (None when it cannot be used) and all that was found in its file."""

    scheme: Scheme | None
    findings: tuple[Finding, ...]


def read_scheme(located: Located) -> SchemeRead:
    """The scheme that *located* writes. With any error no scheme is given: nothing is half-scored."""
    findings = Findings()
    notation = Notation(findings, KINDS)
    mapping = notation.mapping(located, "评价方案", _KEYS)
    for key in ("scheme", "title", "valid", "basis", "places", "grades", "indicators"):
        if mapping.get(key) is None:
            findings.error(f"评价方案缺少“{key}”", mapping.source)
    data = _read_data(mapping.get("data"), notation)
    notation.units = {item.name: item.unit for item in data}
    places = _read_places(mapping.get("places"), notation)
    notation.rate_places = places.rate
    first, last = _read_years(mapping.get("valid"), notation)
    total = notation.mapping(mapping.get("total"), "总分 total", ("floor", "ceiling"))
    scheme = Scheme(
        id=_read_id(mapping, notation),
        title=notation.text(mapping.get("title"), "标题 title"),
        jurisdiction=notation.text(mapping.get("jurisdiction"), "行政区划 jurisdiction"),
        valid_from=first,
        valid_to=last,
        basis=notation.texts(mapping.get("basis"), "依据 basis"),
        places=places,
        grades=_read_grades(mapping.get("grades"), notation),
        data=data,
        indicators=read_indicators(mapping.get("indicators"), notation),
        adjustments=_read_adjustments(mapping.get("adjustments"), notation),
        vetoes=_read_vetoes(mapping.get("vetoes"), notation),
        floor=notation.number(total.get("floor"), "总分下限 floor", Fraction(0)),
        ceiling=notation.number(total.get("ceiling"), "总分上限 ceiling", Fraction(100)),
        note=notation.text(mapping.get("note"), "说明 note"),
        grades_source=_place(mapping, "grades"),
        indicators_source=_place(mapping, "indicators"),
    )
    findings.extend(check_scheme(scheme, frozenset(notation.names_used)))
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.source.line or 0))
    return SchemeRead(None if findings.errors else scheme, ordered)


def _place(mapping: Mapping, key: str) -> Source:
    return next((name.source for name, _ in mapping.entries if name.text == key), mapping.source)


def _read_id(mapping: Mapping, notation: Notation) -> str:
    located = mapping.get("scheme")
    text = notation.text(located, "方案编号 scheme")
    if located is not None and not _ID.fullmatch(text):
        notation.findings.error(
            "方案编号只用小写字母、数字和连字符",
            located.source,
            found=f"“{text}”",
            expected="如 city-2021-verification",
        )
    return text


def _read_years(located: Located | None, notation: Notation) -> tuple[int, int | None]:
    valid = notation.mapping(located, "有效年度 valid", ("from", "to"))
    first = notation.number(valid.get("from"), "起始年度 from", Fraction(0)) if located is not None else Fraction(0)
    last = valid.get("to")
    end = int(notation.number(last, "截止年度 to")) if last is not None and notation.text(last, "to") else None
    if located is not None and (not 1949 <= first <= 2200 or (end is not None and end < first)):
        notation.findings.error("有效年度应是从前到后的年份", located.source, expected="如 {from: 2021, to: 2023}")
    return int(first), end


def _read_places(located: Located | None, notation: Notation) -> Places:
    mapping = notation.mapping(located, "小数位 places", ("score", "rate"))
    score = notation.number(mapping.get("score"), "得分小数位 score", Fraction(2))
    rate = mapping.get("rate")
    rounded = notation.number(rate, "比率小数位 rate") if rate is not None and notation.text(rate, "rate") else None
    for places in (score, rounded):
        if places is not None and not (places.denominator == 1 and 0 <= places <= 8):
            notation.findings.error("小数位应是 0 到 8 的整数", mapping.source)
            return Places()
    return Places(int(score), None if rounded is None else int(rounded))


def _read_grades(located: Located | None, notation: Notation) -> tuple[tuple[str, Interval], ...]:
    grades = []
    for key, value in notation.mapping(located, "等级 grades").entries:
        interval = read_interval(notation.text(value, f"等级“{key.text}”的分数范围"))
        if interval is None:
            notation.findings.error(f"等级“{key.text}”的分数范围看不懂", value.source, expected="如 >=90、[80,90)、<60")
        else:
            grades.append((key.text, interval))
    return tuple(grades)


def _read_data(located: Located | None, notation: Notation) -> tuple[DataDefinition, ...]:
    definitions = []
    for key, value in notation.mapping(located, "数据项 data").entries:
        item = notation.mapping(value, f"数据项“{key.text}”", _DATA_KEYS)
        kind = notation.choice(item.get("kind"), "数据项种类 kind", _KIND, "figure")
        definitions.append(
            DataDefinition(
                key.text,
                TRUTH if kind == "truth" else _read_data_unit(item, key.text, notation),
                cast(DataKind, kind),
                notation.text(item.get("period"), "期间 period"),
                notation.text(item.get("source"), "来源 source"),
                notation.text(item.get("note"), "说明 note"),
                notation.truth(item.get("signed"), "可为负 signed"),
                key.source,
            )
        )
    return tuple(definitions)


def _read_data_unit(item: Mapping, name: str, notation: Notation) -> Unit:
    located = item.get("unit")
    text = notation.text(located, "单位 unit")
    unit = read_unit(text) if text else None
    if unit is None:
        found = f"“{text}”" if text else ""
        notation.findings.error(
            f"数据项“{name}”没有认识的单位",
            item.source,
            found=found,
            expected="如 万元、元、人、次、项、分、%、是/否",
        )
    return unit or Unit()


def _read_adjustments(located: Located | None, notation: Notation) -> tuple[Adjustment, ...]:
    adjustments = []
    for entry in notation.listing(located, "加减分项 adjustments"):
        item = notation.mapping(entry, "加减分项", ("name", "each", "cap", "one_per", "text"))
        adjustments.append(
            Adjustment(
                notation.text(item.get("name"), "加减分项名称 name"),
                notation.number(item.get("each"), "每次分数 each"),
                notation.number(item.get("cap"), "累计上限 cap"),
                notation.text(item.get("one_per"), "同一事项 one_per"),
                notation.text(item.get("text"), "说明 text"),
                item.source,
            )
        )
    return tuple(adjustments)


def _read_vetoes(located: Located | None, notation: Notation) -> tuple[Veto, ...]:
    vetoes = []
    for entry in notation.listing(located, "一票否决 vetoes"):
        item = notation.mapping(entry, "一票否决", ("name", "grade_at_most", "total", "text"))
        grade = notation.text(item.get("grade_at_most"), "最高等级 grade_at_most")
        if not grade and notation.text(item.get("total"), "总分 total") != "0":
            notation.findings.error("一票否决必须写明后果", item.source, expected="total: 0 或 grade_at_most: 等级")
        name = notation.text(item.get("name"), "一票否决名称 name")
        vetoes.append(Veto(name, grade, notation.text(item.get("text"), "说明 text"), item.source))
    return tuple(vetoes)
