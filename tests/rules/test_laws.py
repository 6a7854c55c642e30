"""Laws that hold for every rule of a kind, on generated rules and figures, ties and zeros included."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.documents.forms.yaml_writer import write_yaml
from hengji.facts.findings import Findings
from hengji.facts.sources import Mapping, Text
from hengji.facts.targets import read_target
from hengji.rules.formula.exact import evaluate
from hengji.rules.formula.syntax import Number
from hengji.rules.intervals import Interval, gaps, overlaps, read_interval
from hengji.rules.kinds import KINDS
from hengji.rules.kinds.attainment import Attainment
from hengji.rules.kinds.bands import Bands
from hengji.rules.kinds.converted import Converted
from hengji.rules.kinds.interpolation import Interpolation
from hengji.rules.kinds.per import Per
from hengji.rules.kinds.proportional import Proportional
from hengji.rules.kinds.steps import Steps
from hengji.rules.notation import Notation
from hengji.rules.parts import VALUE, answer_names
from hengji.rules.rule import Rule

FULL = Fraction(5)

figures = st.integers(-30_000, 30_000).map(lambda n: Fraction(n, 10_000)) | st.sampled_from(
    [Fraction(0), Fraction(1), Fraction(9, 10), Fraction(1, 20), Fraction(-3, 20), Fraction(10**13 - 1, 10**13)]
)
points = st.integers(1, 500).map(lambda n: Fraction(n, 100))
rates = st.integers(1, 9999).map(lambda n: Number(Fraction(n, 10_000), "%"))


@st.composite
def bands(draw: st.DrawFn) -> Bands:
    cuts = sorted(draw(st.sets(st.integers(-200, 200), min_size=1, max_size=5)))
    earned = sorted(draw(st.lists(st.integers(0, 500), min_size=len(cuts) + 1, max_size=len(cuts) + 1)))
    ends = [Number(Fraction(cut, 100), "%") for cut in cuts]
    lows, highs = [None, *ends], [*ends, None]
    return Bands(
        tuple(
            (Interval(low, low is not None, high, False), Fraction(number, 100))
            for low, high, number in zip(lows, highs, earned, strict=True)
        )
    )


rising = st.one_of(
    st.builds(Proportional, st.just("full"), st.just("higher"), st.none() | rates),
    bands(),
    st.builds(
        Interpolation,
        st.just(Number(Fraction(1, 10), "%")),
        st.just(Fraction(0)),
        st.just(Number(Fraction(9, 10), "%")),
        points,
    ),
    st.builds(Converted, st.integers(1, 3).map(lambda n: Number(Fraction(n), "分"))),
    st.builds(Per, points, st.just(FULL)),
    st.builds(
        Steps, rates, points, st.sampled_from(["reached", "passed", "started", "pro_rata"]), rates, st.just("below")
    ),
    st.integers(1, 200).map(lambda n: Attainment(read_target(f"≥{n}%") or _never())),
)
falling = st.one_of(
    st.just(Proportional(direction="lower")),
    st.builds(Steps, rates, points, st.sampled_from(["reached", "passed", "started", "pro_rata"]), rates),
    st.integers(0, 200).map(lambda n: Attainment(read_target(f"≤{n}%") or _never())),
)
any_rule = st.one_of(
    rising,
    falling,
    st.just(Proportional("zero")),
    st.integers(1, 200).map(lambda n: Attainment(read_target(f"={n}%") or _never(), Number(Fraction(13, 10), "%"))),
    st.integers(1, 200).map(lambda n: Attainment(read_target(f"≥{n}%") or _never(), Number(Fraction(13, 10), "%"))),
)


def _never() -> object:
    raise AssertionError("the target reads")


def earned(rule: Rule, value: Fraction) -> Fraction:
    result = evaluate(rule.points(VALUE, FULL, answer_names("测试")), {VALUE.name: value})
    assert isinstance(result, Fraction)
    return result


@given(any_rule, figures)
def test_points_stay_between_nothing_and_the_most_the_rule_can_give(rule: Rule, value: Fraction) -> None:
    assert 0 <= earned(rule, value) <= rule.highest(FULL)


@given(rising, figures, figures)
def test_where_higher_is_better_a_higher_figure_never_earns_less(rule: Rule, one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert earned(rule, low) <= earned(rule, high)


@given(falling, figures, figures)
def test_where_lower_is_better_a_higher_figure_never_earns_more(rule: Rule, one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert earned(rule, low) >= earned(rule, high)


@given(any_rule)
def test_a_rule_printed_as_yaml_reads_back_equal(rule: Rule) -> None:
    printed = read_yaml(write_yaml({"rule": rule.to_data()}).encode(), "印出.yaml").located
    assert isinstance(printed, Mapping)
    findings = Findings()

    again = KINDS[rule.kind].read(printed.get("rule") or Text(""), Notation(findings, KINDS))

    assert again == rule and not list(findings)


ends = st.none() | st.integers(-300, 300).map(lambda n: Number(Fraction(n, 100), "%"))
intervals = st.builds(
    lambda low, low_closed, high, high_closed: Interval(
        low, low_closed and low is not None, high, high_closed and high is not None
    ),
    ends,
    st.booleans(),
    ends,
    st.booleans(),
).filter(lambda interval: not interval.is_empty)


@given(intervals)
def test_a_printed_interval_reads_back_equal(interval: Interval) -> None:
    assert read_interval(str(interval)) == interval


@given(st.lists(intervals, max_size=4), figures)
def test_a_figure_is_in_a_gap_exactly_when_no_band_holds_it(found: list[Interval], value: Fraction) -> None:
    held = any(interval.contains(value) for interval in found)
    assert any(gap.contains(value) for gap in gaps(found)) is not held


@given(intervals, intervals, figures)
def test_two_bands_that_share_a_figure_are_reported_as_overlapping(one: Interval, two: Interval, at: Fraction) -> None:
    if one.contains(at) and two.contains(at):
        assert overlaps([one, two]) == [(one, two)]
