"""The checker as a function from text to relations, through its public contract (`design/outputs.md`)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["CheckText", "Report", "load_checker", "read_reports", "relations_of"]

CheckText = Callable[[str, str], list[dict[str, Any]]]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Report:
    """One relation of the checker's output."""

    kind: str
    verdict: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    computed: str
    stated: str
    message: str

    @property
    def raised(self) -> bool:
        return self.verdict in ("error", "suspicious")

    def touches(self, span: Span) -> bool:
        """Whether a figure of the report overlaps *span*."""
        return any(start < span[1] and span[0] < end for start, end in self.spans)


def read_reports(relations: list[dict[str, Any]]) -> list[Report]:
    """Relations as the jsonl has them."""
    return [
        Report(
            kind=relation["kind"],
            verdict=relation["verdict"],
            spans=tuple((int(figure["start"]), int(figure["end"])) for figure in relation["figures"]),
            texts=tuple(figure["text"] for figure in relation["figures"]),
            computed=relation.get("computed") or "",
            stated=relation.get("stated") or "",
            message=relation.get("message") or "",
        )
        for relation in relations
    ]


def load_checker() -> CheckText | None:
    """`hengji.workflows.checking.check_file` behind a temporary file; None while it does not exist."""
    try:
        from hengji.workflows.checking import check_file
    except ImportError:
        return None

    def check_text(text: str, name: str) -> list[dict[str, Any]]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(text.encode())
            return relations_of(check_file(path))

    return check_text


def relations_of(result: object) -> list[dict[str, Any]]:
    """The relations in whatever `check_file` gives: a line of jsonl, its object, or a report."""
    if isinstance(result, str):
        return relations_of(json.loads(result))
    if isinstance(result, Mapping):
        if "relations" not in result:
            raise ValueError(f"unreadable: {result.get('unreadable')}")
        return list(result["relations"])
    undone = [each.message for each in getattr(result, "findings", ()) if each.code == "check.undone"]
    if undone:
        raise RuntimeError("; ".join(undone))  # a measure of half the finders would be believed
    relations = getattr(result, "relations", None)
    if relations is None:
        return relations_of(getattr(result, "report"))  # noqa: B009 -- of whatever type has it
    return [
        {
            "kind": relation.kind, "verdict": relation.verdict, "computed": relation.computed,
            "stated": relation.stated, "message": relation.message,
            "figures": [{"text": one.text, "start": one.start, "end": one.end} for one in relation.figures],
        }
        for relation in relations
    ]  # fmt: skip
