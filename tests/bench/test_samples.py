"""The samples say of themselves what is true of them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from samples.arithmetic import Shown, exactly, fails, half_up, number, stated_letter
from samples.composing import Sample
from samples.generate import generate
from samples.labels import Label, labels_of, read_labels
from samples.planting import PLANTS, Planted, plant
from samples.styles import capital_amount, chinese_number, display
from samples.templates import TEMPLATES

WRITTEN = Path(__file__).resolve().parents[2] / "bench" / "samples" / "written"
LABELS = read_labels(WRITTEN / "labels.jsonl")
KINDS = {
    "sum", "share", "growth", "rate", "difference", "count", "score_sum", "score_rule", "score_rate", "grade", "target",
    "repeat", "unit", "year", "structure", "policy", "survey", "list_order", "amount_in_words",
}  # fmt: skip


drawn = cache(generate)
"""Documents that many errors are planted in, one after the other: each time in a copy."""


def planted(variant: str, seeds: range) -> list[Planted]:
    done = (plant(drawn(template, seed), variant, seed) for template in TEMPLATES for seed in seeds)
    return [one for one in done if one is not None]


def recomputed(label: Label) -> bool:
    """Whether the displayed figures of a label bear its formula out, by our own arithmetic."""
    shown = [number(figure) for figure in label["figures"]]
    figures = [one for one in shown if one is not None]
    left, sign, right = exactly(label["formula"], figures)
    stated = stated_letter(label["formula"])
    if sign != "=":
        return left >= right if sign == ">=" else left <= right
    if stated is None:
        return left == right
    if label["verdict"] == "ok":
        return half_up(left, figures[stated].decimals) == right
    return abs(left - right) <= Fraction(1, 10 ** figures[stated].decimals)


@pytest.mark.parametrize("template", TEMPLATES)
def test_clean_documents_are_consistent(template: str) -> None:
    for seed in range(100, 115):
        sample = generate(template, seed)
        labels = labels_of(sample)
        wrong = [label for label in labels if label["formula"] and not recomputed(label)]
        assert wrong == []
        assert len(labels) >= 5


@pytest.mark.parametrize("template", TEMPLATES)
def test_offsets_slice_the_figures(template: str) -> None:
    sample = generate(template, 7)
    for label in labels_of(sample):
        assert [sample.text[start:end] for start, end in label["spans"]] == label["figures"]


def test_the_same_seed_draws_the_same_document() -> None:
    assert generate("final-account", 3) == generate("final-account", 3)
    assert generate("final-account", 3).text != generate("final-account", 4).text


def test_documents_of_one_template_differ_in_wording() -> None:
    lines = [set(generate("final-account", seed).text.splitlines()) for seed in range(8)]
    assert all(len(one & two) < len(one) / 2 for one, two in pairwise(lines))


def test_every_class_can_be_planted() -> None:
    kinds = {done.kind for variant in PLANTS for done in planted(variant, range(3))[:1]}
    assert kinds == KINDS


@pytest.mark.parametrize("variant", PLANTS)
def test_a_planted_document_differs_at_the_label_alone(variant: str) -> None:
    for done in planted(variant, range(4)):
        before = {mark.id: mark.text for mark in done.sample.marks.values()}
        label = labels_of(done.sample, done)[0]
        assert label["planted"] and label["variant"] == variant
        restored = _restored(done)
        clean = drawn(*_origin(done.sample))
        assert restored == clean.text != done.sample.text
        assert {done.sample.spans[mark] for mark in done.edits} == {tuple(span) for span in label["planted"]}
        assert all(before[mark] == text for mark, text in done.edits.items())


def _origin(sample: Sample) -> tuple[str, int]:
    template, _, seed = sample.name.rpartition("-")
    return template, int(seed)


def _restored(done: Planted) -> str:
    clean = drawn(*_origin(done.sample))
    return done.sample.edited({mark: clean.marks[mark].text for mark in done.edits}).text


@pytest.mark.parametrize("variant", [name for name in PLANTS if name.endswith(("-slip", "-base", "-copied"))])
def test_a_planted_slip_cannot_be_rounding(variant: str) -> None:
    for done in planted(variant, range(4)):
        shown = done.sample.shown(done.relation)
        if shown is not None and variant not in ("unit-slip", "capital-slip"):
            assert fails(done.relation.formula, shown)


@pytest.mark.parametrize("variant", PLANTS)
def test_what_remains_ok_in_a_planted_document_holds(variant: str) -> None:
    for done in planted(variant, range(2)):
        rest = labels_of(done.sample, done)[1:]
        assert [label for label in rest if label["formula"] and not recomputed(label)] == []
        assert all(label["verdict"].startswith("ok") for label in rest)


def test_written_samples_match_their_labels() -> None:
    names = {label["doc"] for label in LABELS}
    assert names == {path.name for path in WRITTEN.glob("*.txt")}
    for name in names:
        text = (WRITTEN / name).read_bytes().decode()
        for label in LABELS:
            if label["doc"] == name:
                assert [text[start:end] for start, end in label["spans"]] == label["figures"]
                assert not label["formula"] or label["planted"] or recomputed(label)


def test_written_samples_are_many_and_half_of_them_planted() -> None:
    wrong = {label["doc"] for label in LABELS if label["planted"]}
    clean = {label["doc"] for label in LABELS} - wrong
    assert len(wrong) >= 18 and len(clean) >= 18
    assert {label["kind"] for label in LABELS if label["planted"]} == KINDS
    assert len(wrong) == sum(bool(label["planted"]) for label in LABELS)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(1, 2), 0, "1"), (Fraction(-1, 2), 0, "-1"), (Fraction(1005, 1000), 2, "1.01"),
        (Fraction(10049, 10000), 2, "1.00"), (Fraction(0), 2, "0.00"),
    ],
)  # fmt: skip
def test_display_is_half_up(value: Fraction, decimals: int, text: str) -> None:
    assert display(value, decimals) == text


def test_thousands_and_trimmed_zeros() -> None:
    assert display(Fraction(1234567), 2, thousands=True) == "1,234,567.00"
    assert display(Fraction(125, 10), 2, trim=True) == "12.5"


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        (1_200_000, "人民币壹佰贰拾万元整"), (319_500, "人民币叁拾壹万玖仟伍佰元整"), (10_005, "人民币壹万零伍元整"),
        (100_500, "人民币壹拾万零伍佰元整"), (45_050, "人民币肆万伍仟零伍拾元整"),
    ],
)  # fmt: skip
def test_capital_amounts(yuan: int, words: str) -> None:
    assert capital_amount(yuan) == words


def test_chinese_numbers() -> None:
    assert [chinese_number(value) for value in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]


def test_intervals_of_displayed_digits() -> None:
    share = [Shown(Fraction("443.26"), 2), Shown(Fraction("443.66"), 2), Shown(Fraction("99.91"), 2)]
    assert not fails("a/b*100=c", share)
    assert fails("a/b*100=c", [*share[:2], Shown(Fraction("99.99"), 2)])
    assert not fails("a+b=c", [Shown(Fraction(text), 2) for text in ("577.91", "80.64", "658.54")])
    assert fails("a+b=c", [Shown(Fraction(value), 0, rounded=False) for value in (1, 2, 4)])
