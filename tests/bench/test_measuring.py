"""The measuring is itself measured: on checkers of which we know what they are worth."""

from __future__ import annotations

import json
import random
from typing import Any

import check_quality
import check_speed
import faults_in_true_papers
import measuring.expected
import mutation_of_figures
import pytest
from measuring.checker import CheckText, Report, load_checker, read_reports
from measuring.expected import Collection, Expected, LabelledDocument, sample_collection, truth_collections
from measuring.matching import covers, finds
from measuring.scoreboard import measure
from measuring.showing import OUT
from samples.generate import generate
from samples.planting.clerks_slips import KINDS, Slip

SAMPLES = sample_collection(check_quality.WRITTEN)
SEEDS = next((one for one in truth_collections() if one.name == "seeds"), None)


def relation(kind: str, verdict: str, text: str, spans: list[tuple[int, int]]) -> dict[str, Any]:
    figures = [{"role": "", "text": text[start:end], "start": start, "end": end} for start, end in spans]
    return {"kind": kind, "verdict": verdict, "figures": figures, "computed": "", "stated": "", "message": ""}


def knowing(collection: Collection) -> CheckText:
    """A checker that reports what the labels say."""
    labels = {document.name: document.labels for document in collection.documents}

    def check_text(text: str, name: str) -> list[dict[str, Any]]:
        return [
            relation(label.kind, "ok" if label.holds else label.verdict, text, list(label.spans))
            for label in labels[name]
        ]

    return check_text


def silent(text: str, name: str) -> list[dict[str, Any]]:
    return []


def shouting(text: str, name: str) -> list[dict[str, Any]]:
    """Reports an error at the first character of every document."""
    return [relation("sum", "error", text, [(0, 1)])]


def test_a_checker_that_knows_everything() -> None:
    board = measure(SAMPLES, knowing(SAMPLES))
    total = board.total()
    assert total.labelled == total.found == total.reported == total.real > 20
    assert total.covered == total.relations > 1000
    assert (total.precision, total.recall, total.f1) == (1, 1, 1)
    assert board.suspicious == board.suspicious_raised == 1
    assert (board.false_alarms, board.traps_sprung, board.others, board.missed) == (0, 0, [], [])


def test_a_checker_that_says_nothing() -> None:
    total = measure(SAMPLES, silent).total()
    assert (total.found, total.reported, total.covered) == (0, 0, 0)
    assert (total.precision, total.recall, total.f1) == (None, 0, None)


def test_a_checker_that_cries_wolf() -> None:
    board = measure(SAMPLES, shouting)
    assert board.total().real == 0
    assert board.false_alarms == board.clean_documents == 36
    assert len(board.others) == len(SAMPLES.documents)


def test_a_crash_is_counted_and_does_not_stop() -> None:
    def crashing(text: str, name: str) -> list[dict[str, Any]]:
        raise RuntimeError("no")

    assert len(measure(SAMPLES, crashing).crashed) == len(SAMPLES.documents)


def test_a_trap_that_is_sprung() -> None:
    text = "编制20名，实有25人"
    spans = ((2, 4), (8, 10))
    label = Expected("1", "policy", "ok", spans, None, trap=True)
    board = measure(
        Collection("c", (LabelledDocument("d", text, (label,)),), exhaustive=True),
        lambda *_: [relation("policy", "error", text, list(spans))],
    )
    assert (board.traps, board.traps_sprung, board.false_alarms) == (1, 1, 1)


LABEL = Expected("1", "sum", "ok", ((0, 2), (3, 5), (6, 8), (9, 11)), 3)


@pytest.mark.parametrize(
    ("kind", "spans", "covered"),
    [
        ("sum", ((0, 2), (3, 5), (9, 11)), True),
        ("sum", ((0, 2), (9, 11)), False),  # one of three others
        ("sum", ((0, 2), (3, 5), (6, 8)), False),  # the stated figure is not there
        ("difference", ((0, 2), (3, 5), (9, 11)), True),
        ("grade", ((0, 2), (3, 5), (9, 11)), False),
    ],
)
def test_what_covers_a_label(kind: str, spans: tuple[tuple[int, int], ...], covered: bool) -> None:
    report = Report(kind, "ok", spans, (), "", "", "")
    assert covers(report, LABEL) is covered


def test_touching_what_was_planted_finds_it_under_any_class() -> None:
    label = Expected("1", "growth", "error", ((0, 2), (3, 5)), 1, planted=((3, 5),))
    assert finds(Report("repeat", "error", ((4, 9),), (), "", "", ""), label)
    assert not finds(Report("repeat", "error", ((0, 2),), (), "", "", ""), label)


@pytest.mark.seeds
@pytest.mark.skipif(SEEDS is None, reason="the seed documents are not here")
def test_labels_of_the_truth_are_read() -> None:
    assert SEEDS is not None
    board = measure(SEEDS, knowing(SEEDS))
    assert (board.total().labelled, board.total().found, board.suspicious) == (22, 22, 66)
    labels = {label.id: label for document in SEEDS.documents for label in document.labels}
    texts = {document.name[:3]: document.text for document in SEEDS.documents}
    share = labels["002-010"]
    assert [texts["002"][start:end] for start, end in share.spans] == ["443.26", "443.66", "99.99%"]
    assert share.stated == 2


def test_truth_is_left_out_where_it_is_absent(tmp_path: Any) -> None:
    assert list(truth_collections(tmp_path)) == []


def test_reports_are_read_from_the_jsonl_contract() -> None:
    line = relation("share", "error", "0123456789", [(1, 3), (5, 9)])
    (report,) = read_reports([line])
    assert report.raised and report.spans == ((1, 3), (5, 9)) and report.texts == ("12", "5678")
    assert report.touches((8, 12)) and not report.touches((9, 12))


def test_mutations_break_a_relation_and_differ_in_one_digit() -> None:
    sample = generate("final-account", 11)
    changes = list(mutation_of_figures.mutations(sample, 6, random.Random(1)))
    assert len(changes) == 6
    for change in changes:
        assert sum(one != two for one, two in zip(sample.text, change.sample.text, strict=True)) == 1
        assert change.kinds


def test_growth_of_time() -> None:
    assert check_speed.exponent([1, 2, 8], [1.0, 2.0, 8.0]) == pytest.approx(1)
    assert check_speed.exponent([1, 10], [1.0, 100.0]) == pytest.approx(2)
    assert check_speed.exponent([1], [1.0]) is None


def test_pages_are_as_long_as_asked_for() -> None:
    assert len(check_speed.pages_of_text(7)) == 7 * 22 * 28
    assert check_speed.repeated_figure(5).count("443.66") == 5


def test_faults_of_clerks_are_planted_where_a_true_text_shows_them() -> None:
    text = (
        "清溪县水务局2023年度部门整体支出绩效自评报告\n\n"
        "（一）收支情况。2022年收入 480.00 万元，其中财政拨款 360.00 万元（占75.00%）、其他收入 120.00 万元。\n"
        "（二）机构情况。内设3个科室：办公室、财务科、业务科，合同金额1.20万元（大写：壹万贰仟元整），2023年自评等级为“优”，比上年增加20.00万元。\n"
    )
    planted = {kind: [slip.in_text(text) for slip in slips(text)] for kind, slips in KINDS.items()}
    assert any("57.00%" in wrong for wrong in planted["rate"])
    assert len(planted["amount"]) == 3 and any("收入 840.00" in wrong for wrong in planted["amount"])
    assert [("2022年自评" in wrong) for wrong in planted["year"]] == [True]
    assert len(planted["unit"]) == 2 and any("1.20元（大写" in wrong for wrong in planted["unit"])
    assert any("减少20.00万元" in wrong for wrong in planted["direction"])
    assert any("占75.00%、" in wrong for wrong in planted["bracket"])
    assert any("（三）机构情况" in wrong for wrong in planted["numbering"])
    assert any("内设4个科室" in wrong for wrong in planted["count"])
    assert any("“良”" in wrong for wrong in planted["grade"])
    assert any("贰万贰仟元整" in wrong for wrong in planted["capitals"])


def test_the_places_of_faults_are_spread_evenly() -> None:
    slips = [Slip(at, at + 1, "") for at in range(10)]
    assert [slip.start for slip in faults_in_true_papers.spread(slips, 3)] == [0, 4, 8]
    assert faults_in_true_papers.spread(slips[:2], 3) == slips[:2]


@pytest.mark.parametrize("script", [check_quality, mutation_of_figures, check_speed])
def test_scripts_run_and_leave_json(script: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("measuring.showing.OUT", tmp_path)
    monkeypatch.setattr(check_speed, "SHARED", tmp_path)
    few = {check_quality: ["--samples-only"], check_speed: ["--pages", "8", "--repeats", "8"]}
    assert script.main(few.get(script, ["--documents", "1", "--changes", "1"]), silent) == 0
    (path,) = tmp_path.glob("*.json")
    assert json.loads(path.read_text(encoding="utf-8"))


def test_generated_collection_has_every_variant() -> None:
    collection = check_quality.generated(1)
    variants = {label.variant for document in collection.documents for label in document.labels if label.variant}
    assert variants == set(check_quality.PLANTS)
    total = measure(collection, knowing(collection)).total()
    assert total.labelled == total.found


def test_places_of_the_project() -> None:
    assert (measuring.expected.ROOT / "pyproject.toml").is_file()
    assert OUT == measuring.expected.ROOT / "out" / "bench"
    assert load_checker() is None or callable(load_checker())
