"""Rows of figures beside their total, whatever the words: sums that hold are left alone, digits exchanged are not."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from checks.relations.worded import errors
from hengji.checks.relations.slips import SWAPPED, shape, significant_digits
from hengji.facts.numbers import shown

NAMES = ("中央专项", "省级配套", "县级配套", "群众自筹", "社会捐赠")
PARTS = st.lists(st.integers(min_value=1_001, max_value=999_999), min_size=3, max_size=5, unique=True)


def sentence(cents: list[int], total: int, unit: str, scale: int = 1) -> str:
    told = "，".join(
        f"{name}{shown(Fraction(value, 100 * scale), 2 if scale == 1 else 6)}{unit}"
        for name, value in zip(NAMES, cents, strict=False)
    )
    return f"项目资金来源：{told}，落实到位{shown(Fraction(total, 100 * scale), 2 if scale == 1 else 6)}{unit}。"


def exchanged(value: int, at: int) -> int:
    digits = str(value)
    return int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


@given(PARTS)
def test_a_sum_that_holds_is_left_alone(cents: list[int]) -> None:
    assert not errors(sentence(cents, sum(cents), "万元"))


@given(PARTS, st.integers(min_value=0, max_value=4))
def test_two_digits_of_the_total_exchanged_are_found_in_any_unit(cents: list[int], at: int) -> None:
    total = sum(cents)
    assume(at + 1 < len(str(total)))
    wrong = exchanged(total, at)
    assume(wrong > max(cents) and shape(str(wrong), str(total)) == SWAPPED and significant_digits(str(total)) > 3)
    assume(not _made_otherwise(cents, wrong))
    found = [bool(errors(sentence(cents, wrong, unit, scale))) for unit, scale in (("万元", 1), ("亿元", 10_000))]
    assert found == [True, True]


def _made_otherwise(cents: list[int], total: int) -> bool:
    """Whether some of the parts make the wrong total, so that it may be told of them."""
    sums = {0}
    for value in cents:
        sums |= {one + value for one in sums}
    return any(abs(one - total) <= len(cents) for one in sums)
