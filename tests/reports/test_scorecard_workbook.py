"""The exported workbook, recalculated by LibreOffice, says exactly what the engine says; and it is safe to open."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from hengji.documents.forms.evaluation_workbook import read_evaluation_workbook
from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.evaluation import DataItem, Evaluation
from hengji.facts.numbers import round_half_up
from hengji.facts.scorecard import Scorecard
from hengji.facts.units import read_unit
from hengji.facts.workbook_layout import CALCULATION, DATA, EVENTS, JUDGEMENT_HEADINGS, JUDGEMENTS, PAPER
from hengji.reports.scorecard_workbook import WrittenWorkbook, write_scorecard_workbook
from hengji.rules.scheme import Scheme
from hengji.rules.scheme_notation import read_scheme
from hengji.scoring.goals import concrete
from hengji.scoring.intake import read_evaluation, scheme_named
from hengji.scoring.score import score
from libreoffice import recalculate
from reports.random_evaluations import random_evaluation
from reports.shown_book import ShownBook

ROOT = Path(__file__).parents[2]
SCHEMES = sorted((ROOT / "src/hengji/schemes").glob("*.yaml"))
EVERY_SHAPE = Path(__file__).parent / "every_shape.yaml"
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*/*.yaml") if path.stem in {"self", "verified"})
EFFECTIVE, SCORE, LOW, HIGH = 9, 10, 11, 12
PATH = JUDGEMENT_HEADINGS.index("指标路径")
SEEDS_PER_SCHEME, SEEDS_OF_EVERY_SHAPE, SEEDS_FILLED_IN = 3, 36, 12


@cache
def scheme_of(path: Path) -> Scheme:
    located = read_yaml(path.read_bytes(), path.name).located
    assert located is not None
    read = read_scheme(located)
    assert read.scheme is not None, [str(finding) for finding in read.findings]
    return read.scheme


def example(path: Path) -> tuple[Evaluation, Scheme]:
    located = read_yaml(path.read_bytes(), path.name).located
    assert located is not None
    scheme = scheme_of(ROOT / "src/hengji/schemes" / f"{scheme_named(located)}.yaml")
    read = read_evaluation(located, scheme)
    assert read.evaluation is not None, [str(finding) for finding in read.findings]
    return read.evaluation, scheme


def written(evaluation: Evaluation, scheme: Scheme) -> tuple[Scorecard, WrittenWorkbook]:
    card = score(evaluation, scheme)
    return card, write_scorecard_workbook(evaluation, concrete(scheme, evaluation.goals), card)


def same(got: object, wanted: Fraction | None) -> bool:
    """Equal to well below a cent; scores themselves end at the cent."""
    if wanted is None:
        return got in (None, "")
    if isinstance(got, bool) or not isinstance(got, int | float):
        return False
    return abs(Fraction(repr(got)) - wanted) < Fraction(1, 10**7)


def differences(book: ShownBook, card: Scorecard, workbook: WrittenWorkbook) -> list[str]:
    found = []
    for node in card.nodes:
        row = workbook.grid.nodes[node.path] + 1
        for column, wanted in (
            (EFFECTIVE, node.effective_points),
            (SCORE, node.score),
            (LOW, node.low),
            (HIGH, node.high),
        ):
            got = book.value(CALCULATION, row, column)
            if not same(got, wanted):
                found.append(f"{'/'.join(node.path)} 第{column}列：{got!r}，应为 {wanted}")
    return found


def wrong_results(book: ShownBook, card: Scorecard) -> list[str]:
    got = {name: book.named(name) for name in ("合计", "总分", "总分下限", "总分上限", "等级")}
    total = card.total_by_scheme
    wanted: list[tuple[str, Fraction | None]] = [("合计", card.uncapped), ("总分", total)]
    if not card.is_stated:
        wanted += [("总分下限", card.low), ("总分上限", card.high)]
    found = [f"{name}：{got[name]!r}，应为 {value}" for name, value in wanted if not same(got[name], value)]
    if (got["等级"] or "") != card.grade:
        found.append(f"等级：{got['等级']!r}，应为 {card.grade!r}")
    return found


def compared(evaluations: dict[str, tuple[Evaluation, Scheme]], folder: Path) -> tuple[list[str], dict[str, bytes]]:
    """Every difference between engine and LibreOffice, and the workbooks as LibreOffice saved them."""
    source, target = folder / "out", folder / "back"
    source.mkdir()
    target.mkdir()
    made = {}
    for name, (evaluation, scheme) in evaluations.items():
        card, workbook = written(evaluation, scheme)
        (source / f"{name}.xlsx").write_bytes(workbook.content)
        made[name] = (card, workbook)
    saved = recalculate([source / f"{name}.xlsx" for name in made], target)
    problems, contents = [], {}
    for path in saved:
        card, workbook = made[path.stem]
        contents[path.stem] = path.read_bytes()
        book = ShownBook(path)
        found = differences(book, card, workbook) + wrong_results(book, card)
        problems += [f"{path.stem} {problem}" for problem in found]
    return problems, contents


def read_back(content: bytes, scheme: Scheme) -> Evaluation:
    read = read_evaluation_workbook(content, "交回.xlsx")
    assert read.located is not None, [str(finding) for finding in read.findings]
    taken = read_evaluation(read.located, scheme)
    assert taken.evaluation is not None, [str(finding) for finding in taken.findings]
    return taken.evaluation


def essence(evaluation: Evaluation) -> Evaluation:
    """All that counts: neither how a figure was spelt, nor the order in which lists were given."""
    return replace(
        evaluation,
        data=tuple(sorted((replace(item, text="") for item in evaluation.data), key=lambda item: item.name)),
        judgements=tuple(sorted(evaluation.judgements, key=lambda one: (one.path, one.part))),
        events=tuple(sorted(evaluation.events, key=lambda one: one.name)),
        goals=tuple(
            replace(goal, actual_text="" if goal.actual is not None else goal.actual_text) for goal in evaluation.goals
        ),
    )


@pytest.mark.slow
@pytest.mark.libreoffice
def test_examples_recompute_and_come_back_the_same(tmp_path: Path) -> None:
    jobs = {f"{path.parent.name}-{path.stem}": example(path) for path in EXAMPLES}
    problems, contents = compared(jobs, tmp_path)
    assert not problems, "\n".join(problems[:20])
    for name, (evaluation, scheme) in jobs.items():
        assert essence(read_back(contents[name], scheme)) == essence(evaluation), name


@pytest.mark.slow
@pytest.mark.libreoffice
def test_generated_evaluations_recompute_to_the_cent_and_come_back(tmp_path: Path) -> None:
    jobs = {}
    for path in [*SCHEMES, EVERY_SHAPE]:
        scheme = scheme_of(path)
        for seed in range(SEEDS_OF_EVERY_SHAPE if path == EVERY_SHAPE else SEEDS_PER_SCHEME):
            jobs[f"{scheme.id}-{seed}"] = (random_evaluation(scheme, seed), scheme)
    problems, contents = compared(jobs, tmp_path)
    assert not problems, f"{len(problems)}\n" + "\n".join(problems[:20])
    for name, (evaluation, scheme) in jobs.items():
        returned = read_back(contents[name], scheme)
        assert score(returned, scheme).total == score(evaluation, scheme).total, name
        assert essence(returned).data == essence(replace(evaluation, data=tuple(
            replace(item, form=item.form or (scheme.definition(item.name) or item).form,
                    period=item.period or (scheme.definition(item.name) or item).period)
            for item in evaluation.data))).data, name  # fmt: skip


@pytest.mark.slow
@pytest.mark.libreoffice
def test_a_blank_workbook_filled_in_by_hand_scores_like_the_engine(tmp_path: Path) -> None:
    """Nothing of the result was written with the file: a form without figures, filled in, gives the scores."""
    source, target = tmp_path / "out", tmp_path / "back"
    source.mkdir()
    target.mkdir()
    scheme, made = scheme_of(EVERY_SHAPE), {}
    for seed in range(100, 100 + SEEDS_FILLED_IN):
        evaluation = random_evaluation(scheme, seed)
        _, workbook = written(replace(evaluation, data=(), judgements=(), events=()), scheme)
        path = source / f"{seed}.xlsx"
        fill_in(workbook.content, evaluation).save(path)
        made[path.stem] = (score(evaluation, scheme), workbook)
    problems = []
    for path in recalculate([source / f"{name}.xlsx" for name in made], target):
        card, workbook = made[path.stem]
        book = ShownBook(path)
        problems += [f"{path.stem} {one}" for one in differences(book, card, workbook)]
        problems += [f"{path.stem} {one}" for one in wrong_results(book, card)]
    assert not problems, "\n".join(problems[:20])


def fill_in(content: bytes, evaluation: Evaluation) -> Workbook:
    """What an officer would type."""
    book = load_workbook(BytesIO(content))
    data = {item.name: item.value for item in evaluation.data}
    for row in book[DATA].iter_rows(min_row=4):
        if row[0].value in data:
            value = data[row[0].value]
            row[1].value = ("是" if value else "否") if isinstance(value, bool) else float(value)
    listed = {events.name for events in evaluation.events}
    rows = list(book[EVENTS].iter_rows())
    for row in rows:
        if row[0].value in listed:
            row[2].value = "是"
    first = next(number for number, row in enumerate(rows) if row[0].value == "事项名称") + 1
    typed = [event for events in evaluation.events for event in events.events]
    for row, event in zip(rows[first:], typed, strict=False):
        row[0].value, row[2].value = event.name, event.matter or None
    answers = {(one.path, one.part): dict(one.answers) for one in evaluation.judgements}
    part = 0
    for row in book[JUDGEMENTS].iter_rows(min_row=4):
        path, part = tuple((row[PATH].value or "").split("/")), int(row[1].value or part)
        answer = answers.get((path, part), {}).get(row[PATH + 1].value)
        row[4].value = None if answer is None else float(answer)
    return book


def test_text_that_looks_like_a_formula_stays_text() -> None:
    scheme = scheme_of(EVERY_SHAPE)
    _, workbook = written(random_evaluation(scheme, 1), scheme)
    book = load_workbook(BytesIO(workbook.content))
    hostile = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and cell.data_type == "f"
    ]
    texts = {"=1+1 示例单位", "=各种规则俱全的评分表", "=制度"}
    assert hostile and not any(str(cell.value) in texts or "第0次" in str(cell.value) for cell in hostile)


def test_only_input_cells_are_unlocked_and_no_password_is_set() -> None:
    scheme = scheme_of(EVERY_SHAPE)
    _, workbook = written(random_evaluation(scheme, 2), scheme)
    book = load_workbook(BytesIO(workbook.content))
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in book)
    for name in (CALCULATION, PAPER):
        assert all(cell.protection.locked for row in book[name].iter_rows() for cell in row)
    unlocked = [
        cell
        for name in (DATA, JUDGEMENTS)
        for row in book[name].iter_rows()
        for cell in row
        if not cell.protection.locked
    ]
    assert unlocked and all(cell.data_type != "f" for cell in unlocked)


def test_the_same_evaluation_gives_the_same_bytes() -> None:
    scheme = scheme_of(EVERY_SHAPE)
    assert (
        written(random_evaluation(scheme, 3), scheme)[1].content
        == written(random_evaluation(scheme, 3), scheme)[1].content
    )


def test_a_figure_of_more_digits_than_a_spreadsheet_keeps_is_reported() -> None:
    scheme, unit = scheme_of(EVERY_SHAPE), read_unit("万元")
    assert unit is not None
    item = DataItem("支出", Fraction("12345678901234.5678"), unit, "12345678901234.5678万元")
    evaluation = replace(random_evaluation(scheme, 4), data=(item,))
    findings = written(evaluation, scheme)[1].findings
    assert any("15 位有效数字" in finding.message and finding.found == "12345678901234.5678" for finding in findings)


def test_the_paper_is_one_page_wide_landscape_a4_with_repeating_headings() -> None:
    evaluation, scheme = example(ROOT / "examples/verification-2021/verified.yaml")
    _, workbook = written(evaluation, scheme)
    sheet = load_workbook(BytesIO(workbook.content))[PAPER]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # 1 is the default width, which the file leaves out.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"


def test_results_are_stored_for_viewers_that_do_not_compute() -> None:
    evaluation, scheme = example(ROOT / "examples/verification-2021/verified.yaml")
    card, workbook = written(evaluation, scheme)
    book = ShownBook(BytesIO(workbook.content))
    assert not differences(book, card, workbook)
    shown = [value for row in book.rows(PAPER) for value in row]
    assert 89.4 in shown and "良" in shown


def test_nothing_in_the_package_points_outside() -> None:
    scheme = scheme_of(EVERY_SHAPE)
    _, workbook = written(random_evaluation(scheme, 5), scheme)
    with ZipFile(BytesIO(workbook.content)) as archive:
        names = archive.namelist()
    assert not [name for name in names if "external" in name or "vba" in name]


def test_scores_end_at_the_cent() -> None:
    """What `same` relies on: a difference below 10⁻⁷ cannot hide a cent."""
    scheme = scheme_of(EVERY_SHAPE)
    for seed in range(20):
        card = score(random_evaluation(scheme, seed), scheme)
        assert all(leaf.score is None or leaf.score == round_half_up(leaf.score, 2) for leaf in card.leaves)
