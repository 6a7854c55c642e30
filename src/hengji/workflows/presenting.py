"""What a result looks like on a screen or to a program. The reports are imported when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, cast

from hengji.facts.findings import Finding
from hengji.facts.scorecard import Comparison, NodeScore, Scorecard
from hengji.rules.indicator_notation import resolve

if TYPE_CHECKING:
    from rich.console import RenderableType

    from hengji.documents.forms.yaml_writer import Plain

__all__ = [
    "DataFormat", "card_table", "card_text", "comparison_table", "comparison_text", "data_text", "explanation",
    "near_names", "nodes_named", "unreadable_text",
]  # fmt: skip

DataFormat = Literal["json", "yaml"]


def data_text(data: dict[str, object], form: DataFormat) -> str:
    """Plain data as text that programs read."""
    if form == "json":
        from hengji.reports.scorecard_data import json_text

        return json_text(data)
    from hengji.documents.forms.yaml_writer import write_yaml

    return write_yaml(_without_nulls(data)).rstrip("\n")


def _without_nulls(value: object) -> Plain:
    """What YAML's writer takes: the empty text stands for nothing, as it does when we read YAML."""
    if isinstance(value, dict):
        return {str(key): _without_nulls(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_nulls(inner) for inner in value]
    return "" if value is None else cast("Plain", value)


def card_text(card: Scorecard, form: DataFormat) -> str:
    """The scorecard for programs; docs/developer/output-contracts.md says what its keys mean."""
    from hengji.reports.scorecard_data import scorecard_data

    return data_text(scorecard_data(card), form)


def comparison_text(comparison: Comparison, form: DataFormat) -> str:
    """The comparison for programs."""
    from hengji.reports.scorecard_data import comparison_data

    return data_text(comparison_data(comparison), form)


def unreadable_text(findings: Iterable[Finding], form: DataFormat) -> str:
    """What programs get where nothing could be scored: never half a scorecard."""
    from hengji.reports.scorecard_data import findings_data

    return data_text({"unreadable": True, "findings": findings_data(findings)}, form)


def card_table(card: Scorecard, *, findings: bool = True) -> RenderableType:
    """The scorecard as a table in the terminal; without *findings* where they are shown elsewhere."""
    from hengji.reports.scorecard_table import scorecard_table

    return scorecard_table(card if findings else replace(card, findings=()))


def comparison_table(comparison: Comparison, *, findings: bool = True) -> RenderableType:
    """The comparison as a table in the terminal; without *findings* where they are shown elsewhere."""
    from hengji.reports import scorecard_table

    return scorecard_table.comparison_table(comparison if findings else replace(comparison, findings=()))


def explanation(node: NodeScore) -> RenderableType:
    """Why a leaf scored what it did, step by step."""
    from hengji.reports.scorecard_table import explain_leaf

    return explain_leaf(node)


def nodes_named(card: Scorecard, name: str) -> tuple[NodeScore, ...]:
    """The indicators that *name* can mean: a last name, or ``上级/名称``."""
    paths = resolve(name, [node.path for node in card.nodes])
    return tuple(node for node in card.nodes if node.path in paths)


def near_names(card: Scorecard, name: str) -> tuple[str, ...]:
    """Names of indicators like *name*: those that contain it, then those spelled alike."""
    names = tuple(dict.fromkeys(node.name for node in card.nodes))
    last = name.rpartition("/")[2].strip()
    containing = [known for known in names if last and last in known]
    return tuple(dict.fromkeys([*containing, *get_close_matches(last, names, 5, 0.4)]))[:5]
