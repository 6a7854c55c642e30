"""Check the figures of files: one by one, or many at once in several processes, each file within bounds."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hengji.facts.document import Document
from hengji.facts.extract import Extract
from hengji.facts.findings import Finding
from hengji.facts.relation import CheckReport, DocumentFacts
from hengji.facts.sources import Source
from hengji.workflows.bounds import (
    TIME_LIMIT,
    OutOfTime,
    bound_computing,
    bound_memory,
    collecting_paused,
    time_limit,
)
from hengji.workflows.files import read_content
from hengji.workflows.inputs import input_files
from hengji.workflows.undone import debugging, noting

if TYPE_CHECKING:
    from hengji.documents.document_read import DocumentRead

__all__ = ["Checked", "Extracted", "check_file", "check_files", "extract_file", "read_file"]

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""

_MOST_PROCESSES: Final = 8
_SAVE_AGAIN: Final = "请用 Word、WPS 或浏览器打开后另存一份再试，或把文件拆成几个"


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked file. Where it could not be read, there is neither document nor report, and a finding says why."""

    path: Path
    document: Document | None
    report: CheckReport | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a document says, or the findings that tell why it could not be read."""

    path: Path
    facts: DocumentFacts | None
    extract: Extract | None
    findings: tuple[Finding, ...] = ()


def read_file(path: Path) -> DocumentRead:
    """The document in *path*. Never raises for what a file may contain."""
    from hengji.documents.document_read import DocumentRead
    from hengji.documents.reading import MAX_BYTES, read_document

    if path.is_dir():
        advice = "可以检查的有 docx、xlsx、pdf、ofd、txt、html，以及 doc、wps、xls、et"
        empty = Finding("error", "文件夹里没有可以检查的文件", Source(str(path)), "document.folder", advice=advice)
        return DocumentRead(None, (empty,))
    content = read_content(path, MAX_BYTES)
    if isinstance(content, Finding):
        return DocumentRead(None, (content,))
    return read_document(content, path.name)


def check_file(path: Path, without: Collection[str] = ()) -> Checked:
    """Reads and checks one file; the classes *without* are left out."""
    from hengji.checks.check import check

    undone: list[Finding] = []
    try:
        with time_limit(TIME_LIMIT):
            read = read_file(path)
            with collecting_paused():
                report = check(read.document, without, noting(path.name, undone)) if read.document is not None else None
    except OutOfTime:
        return _given_up(path, "timeout", f"检查这个文件超过 {TIME_LIMIT // 60} 分钟，已经停止")
    except MemoryError:
        return _given_up(path, "memory", "检查这个文件需要的内存超出限度，已经停止")
    return Checked(path, read.document, report, (*read.findings, *undone))


def extract_file(path: Path) -> Extracted:
    """Reads one file and takes out what an evaluation would hold."""
    from hengji.checks.about import describe
    from hengji.checks.context import Context
    from hengji.checks.extraction import extract
    from hengji.checks.mentions import find_mentions

    try:
        with time_limit(TIME_LIMIT):
            read = read_file(path)
            if read.document is None:
                return Extracted(path, None, None, read.findings)
            facts = describe(read.document)
            context = Context(read.document, facts, find_mentions(read.document, facts.year))
            return Extracted(path, facts, extract(read.document, context), read.findings)
    except OutOfTime:
        given_up = _given_up(path, "timeout", f"读取这个文件超过 {TIME_LIMIT // 60} 分钟，已经停止")
    except MemoryError:
        given_up = _given_up(path, "memory", "读取这个文件需要的内存超出限度，已经停止")
    return Extracted(path, None, None, given_up.findings)


def check_files(
    paths: Sequence[Path],
    without: Collection[str] = (),
    processes: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Checked]:
    """Checks files, folders and patterns in the order given; what is wrong with one file never stops the rest.

    One file is checked in this process. Several are checked in others, which are bounded in time and memory and
    may break down without taking the rest with them.
    """
    files = input_files(paths)
    if len(files) == 1:
        results = iter([check_file(files[0], without)])
    else:
        wanted = processes or min(os.cpu_count() or 1, _MOST_PROCESSES)
        results = _in_processes(files, tuple(without), max(1, min(wanted, len(files))))
    for done, checked in enumerate(results, start=1):
        if progress is not None:
            progress(done, len(files))
        yield checked


def _in_processes(files: Sequence[Path], without: tuple[str, ...], processes: int) -> Iterator[Checked]:
    """The files' results in order. Where a process breaks down, those it may have been working on are tried anew."""
    todo = deque(files)
    while todo:
        waiting: deque[tuple[Path, Future[Checked]]] = deque()
        pool = _pool(processes)
        left = True  # by who reads the results, or by an interruption: nobody waits for what still runs then
        try:
            while todo or waiting:
                while todo and len(waiting) < 2 * processes:
                    waiting.append((todo[0], pool.submit(_check_in_process, todo[0], without)))
                    todo.popleft()
                result = waiting[0][1].result()
                waiting.popleft()
                yield result
            left = False
        except BrokenProcessPool:
            left = False
        finally:
            # A pool that closes while the interpreter ends may write into a pipe that is gone, and say so.
            pool.shutdown(wait=not left, cancel_futures=True)
        for path, _ in waiting:
            yield _check_alone(path, without)


def _check_alone(path: Path, without: tuple[str, ...]) -> Checked:
    """One file in a process of its own: if that breaks down, it is this file that does it."""
    with _pool(1) as pool:
        try:
            return pool.submit(_check_in_process, path, without).result()
        except BrokenProcessPool:
            return _given_up(path, "crashed", "读取这个文件时程序被系统中止：文件已损坏，或者内存、时间超出限度")


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Prepares a process that checks files; Ctrl-C ends it without a word, the parent has the say."""
    signal.signal(signal.SIGINT, lambda _signal, _frame: os._exit(130))
    bound_memory()


def _check_in_process(path: Path, without: tuple[str, ...]) -> Checked:
    """As `check_file`; in a batch even a mistake of ours is told of its file only, and the rest is done."""
    bound_computing(TIME_LIMIT)
    try:
        return check_file(path, without)
    except Exception as problem:
        if debugging():
            raise
        return _given_up(path, "broken", f"检查这个文件时程序自身出错（{type(problem).__name__}：{problem}）")


def _given_up(path: Path, code: str, message: str) -> Checked:
    finding = Finding("error", message, Source(path.name), f"document.{code}", advice=_SAVE_AGAIN)
    return Checked(path, None, None, (finding,))
