"""The bench of what patterns try in vain; its figures are not tested, for they are times."""

from __future__ import annotations

import json

import growth_of_time
from measuring.showing import OUT


def test_every_text_is_measured_at_two_lengths() -> None:
    growth_of_time.main(("--rounds", "1"), shortest=(100, 2))
    rows = json.loads((OUT / "growth_of_time.json").read_text(encoding="utf-8"))["rows"]
    names = [(row["work"], row["text"]) for row in rows]
    assert names == [
        *(("read", name) for name in growth_of_time.READ),
        *(("check", name) for name in growth_of_time.CHECKED),
    ]


def test_a_text_of_eight_times_the_number_is_about_eight_times_as_long() -> None:
    for text_of in (*growth_of_time.READ.values(), *growth_of_time.CHECKED.values()):
        assert 6 * len(text_of(1_000)) < len(text_of(8_000)) < 10 * len(text_of(1_000))
