"""Findings as lines for people: the verdict first, then what is wrong, by severity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click

from hengji.cli.language import text as _
from hengji.facts.findings import Finding, Severity

__all__ = ["has_errors", "print_findings", "tally"]

_ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "note": 2}
_COLOURS: Final[dict[Severity, str]] = {"error": "red", "warning": "yellow", "note": "cyan"}


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them is an error."""
    return any(finding.severity == "error" for finding in findings)


def tally(findings: Iterable[Finding]) -> str:
    """How many there are of each severity: ``3 处错误，1 处提醒``; empty where there is none."""
    found = [finding.severity for finding in findings]
    counted: tuple[tuple[Severity, str], ...] = (
        ("error", _("{count} 处错误")),
        ("warning", _("{count} 处提醒")),
        ("note", _("{count} 处说明")),
    )
    said = [words.format(count=found.count(severity)) for severity, words in counted if severity in found]
    return _("，").join(said)


def print_findings(verdict: str, findings: Iterable[Finding], *, err: bool = True) -> None:
    """Prints *verdict* with the tally, then every finding, errors first and in the order of their places."""
    found = sorted(findings, key=lambda finding: _ORDER[finding.severity])
    words: dict[Severity, str] = {"error": _("错误"), "warning": _("提醒"), "note": _("说明")}
    counts = tally(found)
    click.echo(_("{verdict}：{counts}。").format(verdict=verdict, counts=counts) if counts else verdict, err=err)
    for finding in found:
        word = click.style(words[finding.severity], fg=_COLOURS[finding.severity])
        first, *rest = str(finding).split("\n")
        click.echo(f"  {word}  {first}", err=err)
        for line in rest:
            click.echo(f"        {line}", err=err)
