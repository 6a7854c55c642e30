"""Results as a table for people and as json for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from measuring.expected import ROOT
from measuring.scoreboard import Scoreboard

__all__ = ["OUT", "console", "percent", "print_board", "print_rows", "save"]

OUT = ROOT / "out" / "bench"


def console() -> Console:
    """Wide enough for the tables, also where the output goes to a file."""
    found = Console()
    return found if found.is_terminal else Console(width=120)


def percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def print_rows(screen: Console, title: str, header: list[str], rows: list[list[str]]) -> None:
    """A plain table; the first column is left-aligned, figures are right-aligned."""
    table = Table(title=title, title_justify="left")
    for index, name in enumerate(header):
        table.add_column(name, justify="left" if index == 0 else "right", no_wrap=index == 0)
    for row in rows:
        table.add_row(*row)
    screen.print(table)


def print_board(screen: Console, board: Scoreboard) -> None:
    """One collection: per class, then what concerns the whole; single errors unless it is held out."""
    scores = {**dict(sorted(board.classes.items())), "all": board.total()}
    rows = [
        [
            kind, str(score.labelled), str(score.found), str(score.raised), str(score.reported), str(score.real),
            percent(score.precision), percent(score.recall), percent(score.f1), f"{score.covered}/{score.relations}",
        ]
        for kind, score in scores.items()
    ]  # fmt: skip
    header = ["class", "errors", "found", "raised", "reported", "real", "precision", "recall", "F1", "ok covered"]
    print_rows(screen, f"{board.name}: errors and coverage", header, rows)
    total = board.total()
    if not board.exhaustive:
        screen.print("  Few relations are labelled here: read precision as a list for a person, not as a rate.")
    screen.print(
        f"  errors found {total.found}/{total.labelled} · reported errors real {total.real}/{total.reported} · "
        f"suspicious raised {board.suspicious_raised}/{board.suspicious} · "
        f"arithmetic ok covered {percent(board.arithmetic_coverage())}"
    )
    clean = board.clean_documents
    if clean:
        screen.print(
            f"  clean documents {clean} · false errors per clean document {board.false_alarms / clean:.2f} · "
            f"false suspicions {board.false_suspicions / clean:.2f} · traps sprung {board.traps_sprung}/{board.traps}"
        )
    missed = [] if board.held_out else board.missed
    for name, lines in (("crashed", board.crashed), ("missed", missed)):
        for line in lines:
            screen.print(f"  {name}: {line}", markup=False, highlight=False)
    if board.held_out:
        return
    for other in board.others:
        near = f" (labelled suspicious: {other['labelled_suspicious']})" if other["labelled_suspicious"] else ""
        line = f"  to judge: {other['doc']} {other['kind']} {' '.join(other['figures'])}: {other['message']}{near}"
        screen.print(line, markup=False, highlight=False)


def save(name: str, data: dict[str, Any]) -> Path:
    """Writes *data* to out/bench/*name*.json."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"{name}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
