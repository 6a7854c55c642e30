"""Takes in a workbook that came back: every problem at once, the good cells kept, one of another year refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hengji.documents.forms.evaluation_workbook import WorkbookRead, read_evaluation_workbook
from hengji.documents.forms.workbook_container import MAX_BYTES
from hengji.documents.forms.workbook_mark import WorkbookMark
from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.narrative import Narrative, Passage, Section
from hengji.facts.sources import Listing, Located, Mapping, Source, Text
from hengji.rules.scheme import Scheme
from hengji.scoring.goal_intake import UNBALANCED
from hengji.scoring.intake import read_evaluation, scheme_named
from hengji.workflows.contents import without_where
from hengji.workflows.files import read_content, write_file
from hengji.workflows.filling import fingerprint
from hengji.workflows.schemes import find_scheme

if TYPE_CHECKING:
    from hengji.documents.forms.yaml_writer import Plain
    from hengji.reports.narrative.subject import Subject

__all__ = ["Expected", "Returned", "counts", "read_workbook", "write_returned"]

_ROUNDS: Final = 20
"""How often what is wrong is taken out and the rest judged anew; each time something goes."""
_OTHER: Final = Section("其他段落", "其他段落")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the workbook must be of; empty where any will do."""

    scheme: str = ""
    year: int | None = None
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back. `located` holds the good cells and is None where the workbook is refused.

    `evaluation` is what the good cells make; it may lack what the bad ones would have said, so it is whole only
    where no finding is an error.
    """

    findings: tuple[Finding, ...]
    located: Located | None = None
    evaluation: Evaluation | None = None
    scheme: Scheme | None = None
    mark: WorkbookMark | None = None
    narrative: tuple[tuple[str, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.evaluation is not None and not any(finding.severity == "error" for finding in self.findings)


def read_workbook(path: Path, expected: Expected = Expected()) -> Returned:
    """Reads the workbook in *path*. Never raises for what a file may contain."""
    content = read_content(path, MAX_BYTES)
    if isinstance(content, Finding):
        return Returned((content,))
    read = read_evaluation_workbook(content, path.name)
    located = read.partial if read.located is None else read.located
    if located is None:
        return Returned(read.findings)
    found = find_scheme(expected.scheme or scheme_named(located), path.parent)
    refused = (*_other(located, expected, found.scheme), *_outdated(read.mark, found.scheme, path))
    if found.scheme is None or refused:
        return Returned((*read.findings, *(found.findings if found.scheme is None else ()), *refused))
    return _judged(read, located, found.scheme, path)


def _judged(read: WorkbookRead, located: Located, scheme: Scheme, path: Path) -> Returned:
    """All that the intake finds; what it finds wrong is taken out until the rest is right."""
    taken = read_evaluation(located, scheme)
    findings = tuple(dict.fromkeys((*_unmarked(read.mark, path), *read.findings, *taken.findings)))
    for _ in range(_ROUNDS):
        wrong = {each.source for each in taken.findings if each.severity == "error" and each.code != UNBALANCED}
        kept = without_where(located, partial(_is_wrong, wrong={source for source in wrong if source.cell}))
        if kept == located:
            break
        located, taken = kept, read_evaluation(kept, scheme)
    narrative = tuple((key, text.text) for key, text in read.narrative)
    return Returned(findings, located, taken.evaluation, scheme, read.mark, narrative)


def counts(returned: Returned) -> tuple[int, int, int, int]:
    """How many figures, judgements, goals and papers of evidence came back and can be used."""
    keys = ("data", "judgements", "goals", "evidence")
    found = [returned.located.get(key) if isinstance(returned.located, Mapping) else None for key in keys]
    sizes = [
        len(value.entries) if isinstance(value, Mapping) else len(value.items) if isinstance(value, Listing) else 0
        for value in found
    ]
    return sizes[0], sizes[1], sizes[2], sizes[3]


def _is_wrong(key: Text | None, value: Located, wrong: set[Source]) -> bool:
    return value.source in wrong or (key is not None and key.source in wrong)


def _other(located: Located, expected: Expected, scheme: Scheme | None) -> Iterable[Finding]:
    """Where the workbook is not the one that was asked for."""
    wanted = (
        ("scheme", "方案", scheme.id if expected.scheme and scheme is not None else ""),
        ("year", "年度", str(expected.year) if expected.year is not None else ""),
        ("organisation", "单位", expected.organisation),
    )
    for key, word, text in wanted:
        value = located.get(key) if isinstance(located, Mapping) else None
        if text and isinstance(value, Text) and value.text != text:
            yield Finding(
                "error", f"这是另一个{word}的工作簿，没有读入", value.source, "filling.other", found=f"“{value.text}”",
                expected=f"“{text}”", advice="请确认选对了文件",
            )  # fmt: skip


def _unmarked(mark: WorkbookMark | None, path: Path) -> Iterable[Finding]:
    if mark is None:
        message, advice = "工作簿里没有标识，不能确认它是为哪个单位、年度发出的", "请核对封面；评分工作簿没有标识"
        yield Finding("warning", message, Source(path.name), "filling.unmarked", advice=advice)


def _outdated(mark: WorkbookMark | None, scheme: Scheme | None, path: Path) -> Iterable[Finding]:
    """Where the scheme has changed since the workbook went out: its cells may mean something else by now."""
    if mark is not None and scheme is not None and mark.fingerprint != fingerprint(scheme):
        yield Finding(
            "error", f"方案“{scheme.id}”在工作簿发出以后改过，没有读入", Source(path.name), "filling.fingerprint",
            found=f"指纹 {mark.fingerprint}", expected=f"指纹 {fingerprint(scheme)}",
            advice="请用现在的方案另外生成工作簿，或用 --scheme 指明发出时的方案文件",
        )  # fmt: skip


def write_returned(returned: Returned, output: Path) -> tuple[Path, ...]:
    """Writes the good cells as an evaluation file, and the passages of text beside it. Gives the files.

    Raises ValueError where the workbook was refused.
    """
    from hengji.documents.forms.yaml_writer import write_yaml

    if returned.located is None:
        raise ValueError("the workbook was refused")
    write_file(output, write_yaml(_plain(returned.located)).encode())
    if not returned.narrative:
        return (output,)
    beside = _write_narrative(returned, output)
    return (output, beside) if beside is not None else (output,)


def _write_narrative(returned: Returned, output: Path) -> Path | None:
    """The passages in the notation of reports, with the draft of the data where there is one; None where there is none.

    What people wrote before stays, what they wrote in the workbook wins.
    """
    from hengji.workflows.reporting import ReportFiles, narrative_of, narrative_path, save_narrative

    if returned.evaluation is None or returned.scheme is None:
        return None
    texts = dict(returned.narrative)
    files = ReportFiles(output)
    kept = narrative_of(files, _subject(returned.evaluation, returned.scheme))[0]
    if kept is None:
        return None
    known = {passage.key for passage in kept.passages}
    added = tuple(Passage(key, "", text) for key, text in texts.items() if key not in known)
    others = (Section(_OTHER.key, _OTHER.title, added),) if added else ()
    path = narrative_path(files)
    save_narrative(Narrative((*kept.with_edits(texts).sections, *others)), path)
    return path


def _subject(evaluation: Evaluation, scheme: Scheme) -> Subject:
    from hengji.reports.narrative.subject import Subject
    from hengji.scoring.score import score

    return Subject(evaluation, scheme, score(evaluation, scheme))


def _plain(located: Located) -> Plain:
    if isinstance(located, Mapping):
        return {key.text: _plain(value) for key, value in located.entries}
    if isinstance(located, Listing):
        return [_plain(item) for item in located.items]
    return located.text
