"""Where results may be written: never over a document that is read, never as what they are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import click

from hengji.cli.language import text as _

__all__ = ["refuse_copy_as", "refuse_page_as", "refuse_sources"]

_PAGES: Final = frozenset({".html", ".htm", ".xhtml"})


def refuse_sources(sources: Iterable[Path], targets: Iterable[Path | None]) -> None:
    """Raises UsageError where a target is one of the documents themselves, by whatever path."""
    read = list(sources)
    for target in targets:
        if target is not None and any(_is_same(source, target) for source in read):
            said = _("“{name}”是要读的文档，结果写到那里会把它盖掉。请换一个文件名，或写一个文件夹。")
            raise click.UsageError(said.format(name=target))


def refuse_page_as(target: Path | None, sources: Sequence[Path]) -> None:
    """Raises UsageError where the page would be called a document, or pages of several documents one file."""
    if target is None or target.is_dir() or not target.suffix:
        return
    if target.suffix.lower() not in _PAGES:
        said = _("页面的文件名要以 .html 结尾，“{name}”像是一份文档。请在 --html 后面写页面的文件名，如 结果.html。")
        raise click.UsageError(said.format(name=target))
    if len(sources) > 1:
        said = _("{count} 个文档的页面要写到一个文件夹，“{name}”是文件名。请改写文件夹，如 结果。")
        raise click.UsageError(said.format(count=len(sources), name=target))


def refuse_copy_as(target: Path | None, sources: Sequence[Path]) -> None:
    """Raises UsageError where an annotated copy would be called a file of another format than it is."""
    if target is None or target.is_dir() or not target.suffix or len(sources) != 1:
        return
    if target.suffix.lower() != sources[0].suffix.lower():
        said = _("副本与原文件同一格式，文件名要以 {ending} 结尾，“{name}”不是。请改名，或写一个文件夹。")
        raise click.UsageError(said.format(ending=sources[0].suffix, name=target))


def _is_same(source: Path, target: Path) -> bool:
    if source.resolve() == target.resolve():
        return True
    return source.exists() and target.exists() and source.samefile(target)
