"""Workbooks of many evaluations at once, in several processes: scorecards, or forms for the next stage."""

from __future__ import annotations

import gc
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from hengji.documents.forms.yaml_reader import MAX_BYTES
from hengji.facts.findings import Finding
from hengji.facts.sources import Source
from hengji.facts.workbook_layout import Stage
from hengji.workflows.files import WORKBOOK_ENDINGS, read_content
from hengji.workflows.filling import NewWorkbook, Order, new_workbook
from hengji.workflows.scoring import score_file, write_workbook
from hengji.workflows.undone import debugging

__all__ = ["Job", "evaluation_files", "write_many"]

_ENDINGS: Final = frozenset({".yaml", ".yml", *WORKBOOK_ENDINGS})
_KEY: Final = re.compile(rb"^(\xef\xbb\xbf)?evaluation\s*:", re.MULTILINE)
_ALLOCATIONS: Final = 100_000
"""Between two collections of garbage."""
_CHUNK: Final = 4
"""Evaluations that a process takes at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """One evaluation and the workbook to be made of it; with a stage, a form of that stage and *year* (or its own)."""

    evaluation: Path
    output: Path
    stage: Stage | None = None
    year: int | None = None


def evaluation_files(paths: Iterable[Path], out: Path) -> tuple[tuple[Path, Path], ...]:
    """Every evaluation in *paths* (files and folders), with the workbook in the folder *out* that is to be its own."""
    found: dict[Path, Path] = {}
    taken: set[str] = set()
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if path.is_dir() and not _is_evaluation(file, out):
                continue
            parts = file.relative_to(path).with_suffix("").parts if path.is_dir() else (file.stem,)
            found.setdefault(file, out / f"{_unused('-'.join(parts), taken)}.xlsx")
    return tuple(found.items())


def write_many(jobs: Sequence[Job], processes: int | None = None) -> Iterator[NewWorkbook]:
    """The results in order; what is wrong with one evaluation never stops the rest."""
    wanted = min(processes or os.cpu_count() or 1, max(1, -(-len(jobs) // _CHUNK)))
    chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    if wanted <= 1:
        for job in jobs:
            yield _write(job)
        return
    with ProcessPoolExecutor(wanted, mp_context=get_context("spawn"), initializer=_begin) as pool:
        waiting: deque[tuple[Sequence[Job], Future[list[NewWorkbook]]]] = deque()
        for chunk in chunks:
            waiting.append((chunk, pool.submit(_write_chunk, chunk)))
            if len(waiting) > 4 * wanted:
                yield from _results(*waiting.popleft())
        while waiting:
            yield from _results(*waiting.popleft())


def _results(chunk: Sequence[Job], future: Future[list[NewWorkbook]]) -> list[NewWorkbook]:
    try:
        return future.result()
    except BrokenProcessPool:
        return [_broken(job, "进程被系统中止") for job in chunk]


def _begin() -> None:
    """A workbook is tens of thousands of small values, all gone when it is written: collect less often."""
    gc.set_threshold(_ALLOCATIONS)


def _write_chunk(jobs: Sequence[Job]) -> list[NewWorkbook]:
    return [_write(job) for job in jobs]


def _write(job: Job) -> NewWorkbook:
    """In a batch even a mistake of ours is told of its file only, and the rest is done."""
    try:
        return _form(job, job.stage) if job.stage is not None else _scorecard(job)
    except Exception as problem:
        if debugging():
            raise
        return _broken(job, f"{type(problem).__name__}：{problem}")


def _scorecard(job: Job) -> NewWorkbook:
    scored = score_file(job.evaluation)
    if scored.evaluation is None:
        return NewWorkbook(None, scored.findings)
    inexact = write_workbook(scored, job.output)
    return NewWorkbook(job.output, (*scored.findings, *inexact), len(scored.evaluation.data))


def _form(job: Job, stage: Stage) -> NewWorkbook:
    scored = score_file(job.evaluation)
    if scored.evaluation is None:
        return NewWorkbook(None, scored.findings)
    year = job.year if job.year is not None else scored.evaluation.year
    order = Order(scored.evaluation.scheme, scored.evaluation.organisation, year, stage, earlier=(job.evaluation,))
    return new_workbook(order, job.output)


def _broken(job: Job, why: str) -> NewWorkbook:
    message = f"写这份工作簿时程序自身出错（{why}）"
    return NewWorkbook(None, (Finding("error", message, Source(job.evaluation.name), "filling.broken"),))


def _is_evaluation(file: Path, out: Path) -> bool:
    """A folder may hold narratives, goal tables and more: only files that say they are evaluations are meant."""
    is_own = out in file.parents or file.name.startswith((".", "~$"))
    if is_own or file.suffix.lower() not in _ENDINGS or not file.is_file():
        return False
    return file.suffix.lower() in WORKBOOK_ENDINGS or _says_evaluation(file)


def _says_evaluation(file: Path) -> bool:
    content = read_content(file, MAX_BYTES)
    return isinstance(content, bytes) and _KEY.search(content) is not None


def _unused(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free.casefold())
    return free
