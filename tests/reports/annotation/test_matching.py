"""What was read is found again in its file, in order, whatever blanks and automatic numbers differ."""

from __future__ import annotations

import pytest

from hengji.reports.annotation.matching import align, key_of, positions


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1. 本年 收入：", "1.本年收入"),
        ("９９．９％", "99.9%"),
        ("（一）□", "一"),
        ("½", "½"),  # what would become several letters stays one, so that places can be counted
        ("\t\n", ""),
    ],
)
def test_a_key_is_letters_and_digits(text, key):
    assert key_of(text) == key
    assert len(positions(text)) == len(key)


@pytest.mark.parametrize(
    ("name", "sought", "there", "found"),
    [
        ("equal ones in order", ["a", "b", "a"], ["a", "b", "a"], {0: (0, 0), 1: (1, 0), 2: (2, 0)}),
        ("a label of the numbering", ["一总则", "b"], ["总则", "b"], {0: (0, 1), 1: (1, 0)}),
        ("what only the file has", ["a", "b"], ["a", "x", "y", "b"], {0: (0, 0), 1: (3, 0)}),
        ("what only the text has", ["a", "脚注", "b"], ["a", "b"], {0: (0, 0), 2: (1, 0)}),
        ("nothing is nowhere", ["", "a"], ["", "a"], {1: (1, 0)}),
    ],
)
def test_alignment(name, sought, there, found):
    assert align(sought, there) == found
