"""Exact numbers: read, rounded and shown, held against the decimal module and against each other."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.numbers import MAX_DECIMALS, MAX_DIGITS, percent, plain, read_number, round_half_up, shown

WIDE = Context(prec=60, rounding=ROUND_HALF_UP)

numerators = st.integers(1 - 10**18, 10**18 - 1)
places = st.integers(0, 8)
figures = st.builds(lambda number, decimals: Fraction(number, 10**decimals), numerators, places)


def _by_decimal(number: int, decimals: int, wanted: int) -> Decimal:
    return Decimal(number).scaleb(-decimals, WIDE).quantize(Decimal(1).scaleb(-wanted), context=WIDE)


@given(numerators, places, places)
def test_rounding_is_the_decimal_modules_half_up(number: int, decimals: int, wanted: int) -> None:
    assert round_half_up(Fraction(number, 10**decimals), wanted) == Fraction(_by_decimal(number, decimals, wanted))


@given(st.integers(-(10**15), 10**15), places)
def test_a_tie_goes_away_from_zero_on_both_sides(number: int, wanted: int) -> None:
    tie = Fraction(2 * number + 1, 2 * 10**wanted)
    away = number + 1 if tie > 0 else number
    assert round_half_up(tie, wanted) == Fraction(away, 10**wanted)
    assert round_half_up(-tie, wanted) == -round_half_up(tie, wanted)
    assert round_half_up(tie, wanted) == Fraction(_by_decimal((2 * number + 1) * 5, wanted + 1, wanted))


@pytest.mark.parametrize(
    ("value", "wanted", "printed"),
    [
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("-1.005", 2, "-1.01"),
        ("-0.004", 2, "0.00"),
        ("89.4", 2, "89.40"),
        ("1/3", 4, "0.3333"),
        ("2/3", 4, "0.6667"),
    ],
)
def test_known_roundings(value: str, wanted: int, printed: str) -> None:
    assert shown(Fraction(value), wanted) == printed


@given(figures, places)
def test_rounding_moves_by_half_a_unit_at_most_and_once(value: Fraction, wanted: int) -> None:
    rounded = round_half_up(value, wanted)
    assert abs(rounded - value) <= Fraction(1, 2 * 10**wanted)
    assert round_half_up(rounded, wanted) == rounded


@given(numerators, places, places)
def test_what_is_shown_is_what_the_decimal_module_prints(number: int, decimals: int, wanted: int) -> None:
    printed = shown(Fraction(number, 10**decimals), wanted)
    assert Decimal(printed) == _by_decimal(number, decimals, wanted)
    assert len(printed.partition(".")[2]) == wanted


@given(figures)
def test_a_figure_reads_back(value: Fraction) -> None:
    assert read_number(plain(value)) == value
    assert read_number(shown(value, MAX_DECIMALS)) == value


@given(figures)
def test_a_plain_figure_has_no_needless_zero(value: Fraction) -> None:
    text = plain(value)
    assert "." not in text or not text.endswith(("0", "."))


@pytest.mark.parametrize(
    ("value", "text"), [("0.97", "97%"), ("0.987149", "98.71%"), ("1", "100%"), ("-0.05", "-5%"), ("0", "0%")]
)
def test_percentages(value: str, text: str) -> None:
    assert percent(Fraction(value)) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.5"),
        ("１，２３４．５", "1234.5"),
        ("−5", "-5"),
        ("－５", "-5"),
        ("+5", "5"),
        (" 007 ", "7"),
        ("9" * MAX_DIGITS, "9" * MAX_DIGITS),
        ("0." + "1" * MAX_DECIMALS, "0." + "1" * MAX_DECIMALS),
        ("0.10000000000", "0.1"),
    ],
)
def test_numerals(text: str, value: str) -> None:
    assert read_number(text) == Fraction(value)


@pytest.mark.parametrize(
    "text",
    [
        *["", "-", "1.", ".5", "1e5", "12,34", "1,2345", "1.2.3", "--1", "NaN", "1/3", "五", "1 2", "1_000"],
        *["1" * (MAX_DIGITS + 1), "0." + "1" * (MAX_DECIMALS + 1)],
    ],
)
def test_what_is_no_numeral(text: str) -> None:
    assert read_number(text) is None


@given(st.text(max_size=80))
def test_no_text_is_a_surprise(text: str) -> None:
    value = read_number(text)
    assert value is None or abs(value) < 10**MAX_DIGITS
