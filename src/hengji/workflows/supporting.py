"""Finds the papers that each score rests on among the files of a folder: by the file that is named, or by its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from hengji.facts.evaluation import Evaluation
from hengji.facts.evidence import Evidence
from hengji.facts.findings import Finding, Findings
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.supporting import EvidenceFile, Support
from hengji.facts.wording import quoted, shortened
from hengji.workflows.evidence_folder import PICTURES, FoundFile

__all__ = ["Matched", "match_supports"]

_SHORTEST: Final = 4
"""Characters of a name that may be looked for inside the names of files; a shorter one would be found anywhere."""
_NAMED: Final = 10
"""Missing papers that the finding names before it counts the rest."""
_NUMBERING: Final = re.compile(r"(?:附件|佐证|材料)?\d+(?:[-.、_]\d+)*[-.、_ ]+")
_UNSAID: Final = re.compile(r"[\s《》“”‘’\"'〈〉]+")

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Every paper with its files, in the order of the indicators; what is missing or is not what it should be."""

    supports: tuple[Support, ...]
    unused: tuple[EvidenceFile, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Wanted:
    """A paper that is looked for."""

    name: str
    places: dict[str, None] = field(default_factory=dict)
    paths: dict[Path, None] = field(default_factory=dict)
    lines: list[Evidence] = field(default_factory=list)


def match_supports(evaluation: Evaluation, card: Scorecard, files: tuple[FoundFile, ...]) -> Matched:
    """Looks for every paper that the evaluation names. A paper may be several files, a file several papers."""
    shelf, findings = _Shelf(files), Findings()
    supports, missing = [], []
    for wanted in _wanted(evaluation, card).values():
        found = tuple(shelf.files_of(wanted))
        _review(wanted, found, findings, shelf)
        missing += [] if found else [wanted]
        supports.append(Support(wanted.name, tuple(wanted.places), tuple(wanted.paths), tuple(f.file for f in found)))
    findings.extend(_missing(missing))
    used = {file.name for support in supports for file in support.files}
    unused = tuple(found.file for found in files if found.file.name not in used)
    return Matched(tuple(supports), unused, tuple(findings))


# --------------------------------------------------------------------------------------------------- what is looked for
class _List:
    """The papers that are looked for, each once, in the order in which the indicators name them."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.wanted: dict[str, _Wanted] = {}
        self._lines = _lines_by_path(evaluation.evidence)
        self._items = {item.name: item for item in evaluation.data}
        self._events = {each.name: each.events for each in evaluation.events}

    def add(self, name: str, path: Path | None, place: str = "", line: Evidence | None = None) -> None:
        key = _key(name)
        if not key:
            return
        one = self.wanted.setdefault(key, _Wanted(name.strip()))
        one.places |= {place: None} if place else {}
        one.paths |= {path: None} if path is not None else {}
        one.lines += [line] if line is not None and line not in one.lines else []

    def add_leaf(self, leaf: NodeScore) -> None:
        """The lines that speak for it, what its reasons name, where its figures and events come from."""
        for line in _lines_of(leaf, self._lines):
            self.add(line.name, leaf.path, line.place, line)
        for name in (name for reason in leaf.reasons for name in reason.evidence):
            self.add(name, leaf.path)
        for given in leaf.inputs:
            item = self._items.get(given.name)
            if item is not None:
                self.add(item.form, leaf.path, item.place)
            self.add_events(given.name, leaf.path)

    def add_events(self, name: str, path: Path) -> None:
        for evidence in (evidence for event in self._events.get(name, ()) for evidence in event.evidence):
            self.add(evidence, path)


def _wanted(evaluation: Evaluation, card: Scorecard) -> dict[str, _Wanted]:
    listed = _List(evaluation)
    for leaf in card.leaves:
        listed.add_leaf(leaf)
    for adjustment in card.adjustments:
        listed.add_events(adjustment.name, (adjustment.name,))
    for line in evaluation.evidence:
        listed.add(line.name, None, line.place, line)
    return listed.wanted


def _lines_by_path(lines: Iterable[Evidence]) -> dict[Path, list[Evidence]]:
    found: dict[Path, list[Evidence]] = {}
    for line in lines:
        for path in line.indicators:
            found.setdefault(path, []).append(line)
    return found


def _lines_of(leaf: NodeScore, by_path: Mapping[Path, list[Evidence]]) -> Iterator[Evidence]:
    """A line that speaks for a branch speaks for all below it."""
    for level in range(1, leaf.level + 1):
        yield from by_path.get(leaf.path[:level], ())


def _key(name: str) -> str:
    """A name without what people write differently: spaces, quotation marks, full-width letters, a number before."""
    plain = _UNSAID.sub("", unicodedata.normalize("NFKC", name).casefold())
    return _NUMBERING.sub("", plain, count=1) if _NUMBERING.match(plain) else plain


# ---------------------------------------------------------------------------------------------------- where it is found
class _Shelf:
    """The files by their paths and by their names."""

    def __init__(self, files: tuple[FoundFile, ...]) -> None:
        self._by_path: dict[str, list[FoundFile]] = {}
        self._by_name: dict[str, list[FoundFile]] = {}
        for found in files:
            whole = unicodedata.normalize("NFC", found.relative).casefold()
            self._by_path.setdefault(whole, []).append(found)
            if "/" in whole:
                self._by_path.setdefault(whole.rpartition("/")[2], []).append(found)
            self._by_name.setdefault(_key(_stem(found.relative)), []).append(found)

    def files_of(self, wanted: _Wanted) -> Iterator[FoundFile]:
        found = [file for line in wanted.lines if line.file for file in self._named(line.file)]
        found = found or [*self._by_name.get(_key(wanted.name), ())] or self._containing(_key(wanted.name))
        yield from dict.fromkeys(found)

    def _named(self, file: str) -> list[FoundFile]:
        whole = unicodedata.normalize("NFC", file.replace("\\", "/")).casefold().removeprefix("./")
        return self._by_path.get(whole) or self._by_path.get(whole.rpartition("/")[2], [])

    def _containing(self, key: str) -> list[FoundFile]:
        if len(key) < _SHORTEST:
            return []
        return [file for name, files in self._by_name.items() if key in name for file in files]

    def pictures_of(self, file: str) -> list[FoundFile]:
        """The files that have the name of *file* but are pictures."""
        return [found for found in self._by_name.get(_key(_stem(file)), ()) if found.kind in PICTURES]


def _stem(file: str) -> str:
    name = file.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _review(wanted: _Wanted, found: tuple[FoundFile, ...], findings: Findings, shelf: _Shelf) -> None:
    """What is said of a paper that is not there, is a picture instead, or is another than the list says."""
    for line in wanted.lines:
        pictures = [each.relative for each in shelf.pictures_of(line.file)] if line.kind == "pdf" else []
        if pictures and not any(each.kind == "pdf" for each in found):
            findings.error(
                f"佐证材料{quoted(shortened(wanted.name))}要的是 PDF，交来的是图片", line.source,
                found="、".join(pictures[:3]), expected=line.file, advice="请交 PDF，或更正佐证清单里的文件名",
            )  # fmt: skip
        if line.sha256 and found and all(each.file.sha256 != line.sha256 for each in found):
            findings.error(
                f"佐证材料{quoted(shortened(wanted.name))}与清单登记的不是同一个文件", line.source,
                found=found[0].file.sha256, expected=line.sha256, basis="SHA-256", advice="请查明文件何时改动过",
            )  # fmt: skip


def _missing(wanted: list[_Wanted]) -> Iterator[Finding]:
    """One finding for all papers that are not there: a folder that was not given lacks every one."""
    if wanted:
        names = "、".join(shortened(one.name) for one in wanted[:_NAMED])
        more = f"等 {len(wanted)} 份" if len(wanted) > _NAMED else ""
        yield Finding(
            "warning", f"有 {len(wanted)} 份佐证材料没有找到", code="evidence.missing", found=f"{names}{more}",
            advice="底稿里逐项列为缺少；补交后请重新打包",
        )  # fmt: skip
