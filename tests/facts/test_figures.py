"""How figures are read: the table figures.yaml, and laws that hold for every figure."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.figures import read_figure, read_truth
from hengji.facts.numbers import shown
from hengji.facts.units import COUNTERS, MONEY

TABLE = yaml.load(Path(__file__).with_name("figures.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
FULL_WIDTH = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")

units = st.sampled_from(["", "%", *sorted(MONEY), *sorted(COUNTERS), "万元/人"])
places = st.integers(0, 8)
scaled = st.integers(1 - 10**18, 10**18 - 1)


@pytest.mark.parametrize(("text", "value", "unit", "decimals"), TABLE["读得懂"])
def test_a_figure_is_read(text: str, value: str, unit: str, decimals: str) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert figure.value == Fraction(value)
    assert ("" if figure.unit is None else str(figure.unit)) == unit
    assert figure.decimals == int(decimals)
    assert figure.text == text.strip()


@pytest.mark.parametrize("text", TABLE["读不懂"])
def test_anything_else_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize("text", ["9" * 10_000, "1." + "0" * 10_000, "0" * 10_000, "1," * 10_000])
def test_an_endless_numeral_is_refused_at_once(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("text", "truth"),
    [(text, {"是": True, "否": False, "不明": None}[kind]) for kind, texts in TABLE["是否"].items() for text in texts],
)
def test_yes_and_no(text: str, truth: bool | None) -> None:
    assert read_truth(text) is truth


@given(scaled, places, units)
def test_a_figure_reads_back_as_it_was_written(number: int, decimals: int, unit: str) -> None:
    written = shown(Fraction(number, 10**decimals), decimals) + unit
    figure = read_figure(written)
    assert figure is not None
    assert str(figure) == written
    assert figure.value == Fraction(number, 10**decimals) / (100 if unit == "%" else 1)
    assert figure.decimals == decimals


@given(scaled, places, units)
def test_full_width_and_spaced_figures_mean_the_same(number: int, decimals: int, unit: str) -> None:
    numeral = shown(Fraction(number, 10**decimals), decimals)
    plain, wide = read_figure(numeral + unit), read_figure(f"　{numeral} {unit}".translate(FULL_WIDTH))
    assert plain is not None
    assert wide is not None
    assert (plain.value, plain.unit, plain.decimals) == (wide.value, wide.unit, wide.decimals)


@given(st.integers(0, 10**15), places)
def test_thousands_separators_do_not_change_the_value(number: int, decimals: int) -> None:
    whole, _, fraction = shown(Fraction(number, 10**decimals), decimals).partition(".")
    separated = f"{int(whole):,}" + (f".{fraction}" if fraction else "")
    figure = read_figure(separated)
    assert figure is not None
    assert figure.value == Fraction(number, 10**decimals)


@given(st.text(max_size=80))
def test_no_text_is_a_surprise(text: str) -> None:
    read_truth(text)
    figure = read_figure(text)
    assert figure is None or isinstance(figure.value, Fraction)
