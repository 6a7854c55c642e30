"""What is wrong, said so that a finance officer can mend it. Findings are values; exceptions are bugs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from hengji.facts.sources import Source

__all__ = ["Finding", "Findings", "Severity"]

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: verdict first, then place, what was found and expected, the basis, the next step."""

    severity: Severity
    message: str
    source: Source = field(default=Source())
    code: str = ""
    found: str = ""
    expected: str = ""
    basis: str = ""
    advice: str = ""
    excerpt: str = ""
    """Lines that show the place, e.g. a formula with a caret under it."""

    def __str__(self) -> str:
        """The whole finding as one Chinese sentence group."""
        place = f"{self.source}：" if str(self.source) else ""
        parts = [f"{place}{self.message}"]
        if self.found:
            parts.append(f"现为{self.found}")
        if self.expected:
            parts.append(f"应为{self.expected}")
        if self.basis:
            parts.append(f"依据：{self.basis}")
        if self.advice:
            parts.append(self.advice)
        text = "；".join(part.rstrip("。；") for part in parts) + "。"
        return f"{text}\n{self.excerpt}" if self.excerpt else text


class Findings:
    """Collects the findings of one pass, so that all problems are reported at once."""

    def __init__(self, found: Iterable[Finding] = ()) -> None:
        self._found = list(found)

    def error(self, message: str, source: Source = Source(), **details: str) -> None:  # noqa: B008
        self._found.append(Finding("error", message, source, **details))

    def warning(self, message: str, source: Source = Source(), **details: str) -> None:  # noqa: B008
        self._found.append(Finding("warning", message, source, **details))

    def note(self, message: str, source: Source = Source(), **details: str) -> None:  # noqa: B008
        self._found.append(Finding("note", message, source, **details))

    def extend(self, findings: Iterable[Finding]) -> None:
        self._found.extend(findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self._found if finding.severity == "error")
