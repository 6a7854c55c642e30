"""Figures from the forms of finance systems into an evaluation: read, shown, and only then written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hengji.facts.evaluation import DataItem
from hengji.facts.findings import Finding, Findings
from hengji.facts.official_form import FormMapping, FormRead
from hengji.facts.sources import Located, Mapping, Source, Text
from hengji.facts.units import Unit, read_unit
from hengji.rules.scheme import Scheme
from hengji.scoring.figure_import import Proposal, propose, sources_of
from hengji.scoring.intake import read_figures, scheme_named
from hengji.workflows.bounds import TIME_LIMIT, OutOfTime, time_limit
from hengji.workflows.files import read_content, read_located
from hengji.workflows.form_mappings import MappingsRead, mappings, names_for
from hengji.workflows.inputs import input_files
from hengji.workflows.schemes import find_scheme

__all__ = ["ImportOrder", "Imported", "import_forms"]


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What is asked for: files of forms, the evaluation (or only the scheme) that they go into, and what is known.

    `form` is the form in sheets without a title, `mappings` are files of a person's own, `unit` is the unit of money
    where a sheet declares none, `year` the only year that is taken (0: that of the evaluation).
    """

    files: tuple[Path, ...]
    form: str = ""
    scheme: str = ""
    into: Path | None = None
    year: int = 0
    unit: str = ""
    mappings: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The forms as they were read and, where a scheme was named, what they would set."""

    forms: tuple[FormRead, ...]
    findings: tuple[Finding, ...]
    proposal: Proposal | None = None
    not_given: tuple[str, ...] = ()
    """Titles of forms that were not among the files, and from which the scheme takes figures."""


@dataclass(slots=True)
class _Target:
    """The evaluation or scheme that the figures are for."""

    scheme: Scheme | None = None
    standing: list[DataItem] = field(default_factory=list)
    year: int = 0
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class _Sought:
    """Which forms are looked for, which of them a sheet without a title is, and in what unit it then is."""

    mappings: tuple[FormMapping, ...]
    untitled: FormMapping | None
    unit: Unit | None


def import_forms(order: ImportOrder) -> Imported:
    """Reads all files and says what they would set. Nothing is written."""
    findings = Findings()
    known = mappings(order.mappings)
    findings.extend(known.findings)
    sought = _sought(order, known, findings)
    target = _target(order, findings)
    if findings.errors:
        return Imported((), tuple(findings))
    forms = [form for path in input_files(order.files) for form in _forms_in(path, sought, findings)]
    used = _of_the_year(forms, target, findings)
    if target.scheme is None:
        return Imported(tuple(used), tuple(findings))
    names = names_for(target.scheme.id)
    proposal = propose(used, target.scheme, names, target.standing)
    read = {form.mapping.id for form in forms}
    wanted = {each for item in target.scheme.data for each in sources_of(item.name, names)}
    others = (each.title for each in known.mappings if each.id not in read and wanted & set(each.items))
    return Imported(tuple(used), (*findings, *proposal.findings), proposal, tuple(others))


def _sought(order: ImportOrder, known: MappingsRead, findings: Findings) -> _Sought:
    form = known.named(order.form) if order.form else None
    if order.form and form is None:
        expected = "、".join(each.id for each in known.mappings)
        findings.error("没有这张表的对应关系", code="form.unknown", found=f"“{order.form}”",
                       expected=f"{expected} 之一",
                       advice="hengji forms list 列出全部；别的表可以用 --mapping 另写对应关系")  # fmt: skip
    unit = read_unit(order.unit) if order.unit else None
    if order.unit and (unit is None or not unit.is_money):
        expected = "元、千元、万元、亿元之一"
        findings.error("不认识这个金额单位", code="form.unit", found=f"“{order.unit}”", expected=expected)
    return _Sought(known.mappings if form is None else (form,), form, unit)


def _forms_in(path: Path, sought: _Sought, findings: Findings) -> tuple[FormRead, ...]:
    from hengji.documents.official_forms.form_reader import read_forms
    from hengji.documents.official_forms.grids import read_grids
    from hengji.documents.reading import MAX_BYTES

    content = read_content(path, MAX_BYTES)
    if isinstance(content, Finding):
        findings.extend([content])
        return ()
    try:
        with time_limit(TIME_LIMIT):
            grids = read_grids(content, path.name)
            read = read_forms(grids.grids, sought.mappings, sought.untitled, sought.unit)
    except (OutOfTime, MemoryError):
        findings.error("读取这个文件超出了时间或内存的限度，已经停止", Source(path.name), code="form.bounds",
                       advice="请只留要导入的工作表，另存一份再试")  # fmt: skip
        return ()
    findings.extend((*grids.findings, *read.findings))
    if grids.grids and not read.forms:
        titles = "、".join(f"“{each.title}”" for each in sought.mappings)
        findings.error("没有认出报表", Source(path.name), code="form.none", expected=f"有标题和表头的{titles}",
                       advice="请确认选对了文件；工作表没有标题的，用 --form 写明是哪一张表")  # fmt: skip
    return read.forms


def _target(order: ImportOrder, findings: Findings) -> _Target:
    """The scheme, and what stands in the evaluation already."""
    located = None
    if order.into is not None:
        read = read_located(order.into)
        findings.extend(read.findings)
        located = read.located
        if located is None:
            return _Target()
    named = order.scheme or (scheme_named(located) if located is not None else "")
    if not named and order.into is None:
        return _Target(year=order.year)
    found = find_scheme(named, order.into.parent if order.into is not None else None)
    if found.scheme is None:
        findings.extend(found.findings)
        return _Target()
    if not isinstance(located, Mapping):
        return _Target(found.scheme, [], order.year)
    year = order.year or _year(located)
    return _Target(found.scheme, list(_standing(located, found.scheme)), year, _text(located.get("organisation")))


def _standing(located: Mapping, scheme: Scheme) -> Iterator[DataItem]:
    """The data items that have something written; what is no figure stands as written, with the value true."""
    data = located.get("data")
    if not isinstance(data, Mapping):
        return
    read = {item.name: item for item in read_figures(located, scheme).data}
    for key, value in data.entries:
        written = value.get("value") if isinstance(value, Mapping) else value
        if key.text in read:
            yield read[key.text]
        elif text := _text(written):
            definition = scheme.definition(key.text)
            if definition is not None:
                yield DataItem(key.text, True, definition.unit, text, source=value.source)


def _text(located: Located | None) -> str:
    return located.text.strip() if isinstance(located, Text) else ""


def _year(located: Mapping) -> int:
    text = _text(located.get("year"))
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0


def _of_the_year(forms: Sequence[FormRead], target: _Target, findings: Findings) -> list[FormRead]:
    """The forms of the year that is wanted, or of the one year that they all are of."""
    years = sorted({form.year for form in forms if form.year})
    if not target.year and len(years) > 1:
        found = "、".join(f"{year}年度" for year in years)
        findings.error("文件里有不止一个年度的表，没有导入", code="form.years", found=found, expected="一个年度",
                       advice="请用 --year 写明要哪一年度")  # fmt: skip
        return []
    used: list[FormRead] = []
    for form in forms:
        if target.year and form.year and form.year != target.year:
            findings.error(f"“{form.called}”是另一个年度的，没有采用", form.source, code="form.year",
                           found=f"{form.year}年度", expected=f"{target.year}年度")  # fmt: skip
            continue
        if not form.year:
            findings.warning(f"“{form.called}”没有写年度", form.source, code="form.year", advice="请确认是这一年度的表")
        if target.organisation and form.organisation and form.organisation != target.organisation:
            findings.warning(f"“{form.called}”的编制单位与评价文件不同", form.source, code="form.organisation",
                             found=f"“{form.organisation}”", expected=f"“{target.organisation}”",
                             advice="请确认选对了文件")  # fmt: skip
        used.append(form)
    return used
