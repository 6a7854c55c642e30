"""Whatever the figures of a paper are, every finder ends: with nothing to say where nothing can be divided by."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

SAMPLES = Path(__file__).resolve().parents[2] / "bench" / "samples"
PAPERS = 7
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
CLAUSE = re.compile(r"(?<=[。\n；，])")

Chance = random.Random
Change = Callable[[str, Chance], str]


def every_figure_nought(text: str, _chance: Chance) -> str:
    return FIGURE.sub("0.00", text)


def some_figures_nought(text: str, chance: Chance) -> str:
    return FIGURE.sub(lambda one: "0" if chance.random() < 0.3 else one[0], text)


def rates_nought_or_a_hundred(text: str, chance: Chance) -> str:
    return re.sub(r"\d[\d,.]*(?=[%％])", lambda one: chance.choice(("0", "100", "0.00", one[0])), text)


def other_digits(text: str, chance: Chance) -> str:
    return re.sub(r"\d", lambda one: str(chance.randint(0, 9)) if chance.random() < 0.2 else one[0], text)


def figures_three_times_as_long(text: str, chance: Chance) -> str:
    return FIGURE.sub(lambda one: one[0] * 3 if chance.random() < 0.1 else one[0], text)


def figures_below_nought(text: str, chance: Chance) -> str:
    return FIGURE.sub(lambda one: f"-{one[0]}" if chance.random() < 0.3 else one[0], text)


def units_lost(text: str, chance: Chance) -> str:
    return re.sub("万元|元|%|分|个|人", lambda one: "" if chance.random() < 0.3 else one[0], text)


def clauses_lost_and_told_twice(text: str, chance: Chance) -> str:
    return "".join(clause * chance.choice((0, 1, 1, 1, 2)) for clause in CLAUSE.split(text))


def clauses_changed_round(text: str, chance: Chance) -> str:
    clauses = CLAUSE.split(text)
    for _ in range(len(clauses) // 5):
        a, b = chance.randrange(len(clauses)), chance.randrange(len(clauses))
        clauses[a], clauses[b] = clauses[b], clauses[a]
    return "".join(clauses)


CHANGES: tuple[Change, ...] = (
    every_figure_nought, some_figures_nought, rates_nought_or_a_hundred, other_digits, figures_three_times_as_long,
    figures_below_nought, units_lost, clauses_lost_and_told_twice, clauses_changed_round,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_figures_break_a_finder_down(change: Change) -> None:
    chance = random.Random(20_261_122)
    papers = sorted(SAMPLES.glob("independent*/documents/*.txt"))
    for paper in chance.sample(papers, PAPERS):
        check(document_of_text(change(paper.read_text("utf-8"), chance), paper.name))
