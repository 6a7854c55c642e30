"""The same faults in many wordings, each beside the sound passage that differs from it by one figure or word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from checks.relations.worded import HERE, PLACE, errors


def cases(*names: str) -> Iterator[object]:
    for name in names:
        for case in yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader):
            yield pytest.param(case, id=case["text"][:40].replace("\n", " "))


PAIRS = list(
    cases(
        "scores", "counts", "surveys", "sums", "growth", "inspected", "told_plainly", "disclosed", "otherwise_explained"
    )
)


@pytest.mark.parametrize("case", PAIRS)
def test_the_faulty_passage_is_found(case: dict[str, str]) -> None:
    found = errors(case["text"].replace(PLACE, case["wrong"]))
    assert case["kind"] in {one.kind for one in found}, found


@pytest.mark.parametrize("case", PAIRS)
def test_the_sound_passage_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"].replace(PLACE, case["right"]))


@pytest.mark.parametrize("case", list(cases("true")))
def test_what_only_looks_faulty_is_left_alone(case: dict[str, str]) -> None:
    assert not errors(case["text"])
