"""The tables of examples.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from hengji.facts.findings import Finding


@cache
def _tables() -> Any:
    return yaml.load(Path(__file__).with_name("examples.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def table(name: str) -> Any:
    return _tables()[name]


def assert_says(finding: Finding, example: Any) -> None:
    """The finding says every phrase and shows exactly the place that the example shows."""
    for phrase in example["says"]:
        assert phrase in str(finding)
    assert finding.excerpt == example["shows"].rstrip("\n")
