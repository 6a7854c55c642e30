"""Where the results of `hengji check` go: the terminal, a file, pages, annotated copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from hengji.cli.findings_printing import print_findings
from hengji.cli.language import text as _
from hengji.cli.output import print_renderable, print_text, rendered, say_written, unused_name

if TYPE_CHECKING:
    from hengji.facts.document import Document
    from hengji.facts.relation import CheckReport
    from hengji.workflows.checking import Checked

__all__ = ["Delivery"]

_COPIES: Final = frozenset({".docx", ".docm", ".xlsx", ".xlsm", ".pdf"})


@dataclass(slots=True)
class Delivery:
    """Takes the checked files one by one, in order, and counts them."""

    form: str
    page: Path | None
    annotate: bool
    everything: bool
    output: Path | None
    total: int
    done: int = 0
    unread: int = 0
    wrong: int = 0
    undone: int = 0
    texts: list[str] = field(default_factory=list)

    def take(self, checked: Checked) -> None:
        """Prints or writes what belongs to one file before the next comes."""
        from hengji.workflows.check_results import check_line, has_error

        self.done += 1
        self.wrong += has_error(checked)
        self.undone += any(finding.code == "check.undone" for finding in checked.findings)
        if self.form == "jsonl":
            self._say(check_line(checked))
        if checked.document is None or checked.report is None:
            self.unread += 1
            if self.form != "jsonl":
                print_findings(_("{file} 没有核对").format(file=checked.path), checked.findings)
            return
        if self.form != "jsonl" and checked.findings:
            print_findings(_("{file} 已读取，请留意").format(file=checked.path), checked.findings)
        self._show(checked, checked.document, checked.report)
        if self.annotate:
            self._annotate(checked)

    def end(self) -> None:
        """Writes what was kept for a file, and sums up where there were several."""
        if self.texts:
            print_text("\n".join(self.texts), self.output)
        if self.total > 1 and self.form != "jsonl":
            said = _("共 {count} 个文件，{wrong} 个有错误，{unread} 个没有核对。")
            click.echo(said.format(count=self.done, wrong=self.wrong, unread=self.unread), err=self.form == "html")

    def _show(self, checked: Checked, document: Document, report: CheckReport) -> None:
        from hengji.workflows.check_results import check_renderable, write_check_page

        if self.form == "table":
            table = check_renderable(str(checked.path), document, report, everything=self.everything)
            if self._text_file is None:
                print_renderable(table)
                if self.done < self.total:
                    click.echo()
            else:
                self.texts.append(rendered(table))
        wanted: list[Path | None] = [self.page] if self.page is not None else []
        if self.form == "html":
            wanted.append(self.output)
        for named in wanted:
            target = self._target(checked.path, named, ".html")
            write_check_page(document, report, target)
            say_written(target)

    def _annotate(self, checked: Checked) -> None:
        from hengji.workflows.check_results import write_annotated

        named = self.output if self.gives_copies_a_name else None
        target = self._target(checked.path, named, checked.path.suffix)
        findings = write_annotated(checked, target)
        if target.is_file():
            say_written(target)
        if findings:
            print_findings(_("关于批注的副本"), findings)

    def _say(self, text: str) -> None:
        """Prints at once, or keeps it for the file that all goes to."""
        if self._text_file is None:
            click.echo(text)
        else:
            self.texts.append(text)

    @property
    def _text_file(self) -> Path | None:
        """The file that tables or lines go to, unless --output is meant for pages or copies."""
        if self.output is None or self.form == "html" or self.gives_copies_a_name:
            return None
        return self.output

    @property
    def gives_copies_a_name(self) -> bool:
        """Whether --output is where the annotated copy goes, and nothing else."""
        return self.annotate and self.output is not None and self._is_for_copies(self.output)

    def _is_for_copies(self, output: Path) -> bool:
        return _is_folder(output) or output.suffix.lower() in _COPIES

    def _target(self, file: Path, named: Path | None, ending: str) -> Path:
        """Beside the document, in the folder that is named, or the very file where there is one document."""
        from hengji.workflows.inputs import COPY_MARK

        if named is not None and self.total == 1 and not _is_folder(named):
            return named
        return unused_name((named or file.parent) / f"{file.stem}{COPY_MARK}{ending}")


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix
