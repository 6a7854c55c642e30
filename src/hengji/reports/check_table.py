"""A checked document in the terminal: the verdict first, then the findings, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from hengji.facts.document import Document
from hengji.facts.relation import CheckReport, Relation, Verdict
from hengji.reports.check_excerpts import Excerpt, excerpts
from hengji.reports.check_places import Places
from hengji.reports.check_words import KIND_WORDS, VERDICT_WORDS, by_gravity, compared, formula_word, outcome
from hengji.reports.scorecard_table import PIECES, Wrapped

__all__ = ["check_table"]

_STYLES: Final[dict[Verdict, str]] = {
    "error": "bold #b42318",
    "suspicious": "bold #b7791f",
    "rounding": "bold #3b7dd8",
    "ok": "bold #1a7f4b",
}
_MARKS: Final[dict[Verdict, str]] = {"error": "×", "suspicious": "?", "rounding": "≈", "ok": "✓"}
_SHOWN: Final = frozenset({"error", "suspicious"})


def check_table(name: str, document: Document, report: CheckReport, *, everything: bool = False) -> RenderableType:
    """The outcome and the findings; with *everything* also what holds, and which figures were not checked."""
    places = Places(document)
    relations = sorted(report.relations, key=by_gravity)
    parts: list[RenderableType] = [Text(name, style="bold"), Wrapped(f"{outcome(report)}。")]
    for relation in relations:
        if relation.verdict in _SHOWN:
            parts += ["", _finding(relation, document, places)]
    if everything:
        parts += _what_holds(relations, places)
        parts += _unchecked(report, places)
    return Group(*parts)


def _finding(relation: Relation, document: Document, places: Places) -> RenderableType:
    """Verdict, kind and place; what was found; the sentence; the computation; the likely reading."""
    body: list[Wrapped | _Quoted] = [Wrapped(relation.message, "bold")]
    body += (_Quoted(excerpt, _STYLES[relation.verdict]) for excerpt in excerpts(document, places, relation))
    if computation := compared(relation):
        body.append(Wrapped(f"{formula_word(relation)}：{computation}"))
    if relation.likely:
        body.append(Wrapped(f"可能：{relation.likely}"))
    return Group(_heading(relation, places), _Indented(tuple(body)))


def _heading(relation: Relation, places: Places) -> Text:
    verdict = f"{_MARKS[relation.verdict]} {VERDICT_WORDS[relation.verdict]}"
    where = places.where(relation.start)
    return Text.assemble((verdict, _STYLES[relation.verdict]), f"  {KIND_WORDS[relation.kind]}  ", (where, "dim"))


def _what_holds(relations: list[Relation], places: Places) -> Iterator[RenderableType]:
    """One line per relation that holds."""
    for relation in relations:
        if relation.verdict not in _SHOWN:
            yield ""
            yield _heading(relation, places)
            said = compared(relation) or relation.message
            yield _Indented((Wrapped(said),))


def _unchecked(report: CheckReport, places: Places) -> Iterator[RenderableType]:
    """The figures that stand in no relation, by the place where they stand."""
    if report.unchecked:
        yield ""
        yield Text(f"没有核到的数字 {len(report.unchecked)} 个", style="bold")
        said = (f"{mention.text}{_unit(mention.text, mention.unit_text)}" for mention in report.unchecked)
        placed = (places.where(mention.start) for mention in report.unchecked)
        grouped: dict[str, list[str]] = {}
        for where, text in zip(placed, said, strict=True):
            grouped.setdefault(where, []).append(text)
        for where, texts in grouped.items():
            yield _Indented((Wrapped(f"{where}：{'、'.join(texts)}"),))


def _unit(text: str, unit: str) -> str:
    return "" if unit and text.endswith(unit) else unit


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A passage with its figures underlined, and in brackets where the terminal shows no styles."""

    excerpt: Excerpt
    style: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        is_plain = console.color_system is None
        words = Text().append("> ", style="dim")
        for piece in self.excerpt.pieces:
            if not piece.role:
                words.append(piece.text)
            else:
                shown = f"【{piece.text}】" if is_plain else piece.text
                words.append(shown, style=f"{self.style} underline" if piece.role == "stated" else "underline")
        yield from _broken(words, options.max_width)


@dataclass(frozen=True, slots=True)
class _Indented:
    """Lines set in by four columns, without the blanks that rich's own padding leaves at their ends."""

    parts: tuple[Wrapped | _Quoted, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update_width(max(options.max_width - 4, 8))
        for part in self.parts:
            for line in part.__rich_console__(console, inner):
                yield Text.assemble("    ", line) if isinstance(line, Text) else line


def _broken(words: Text, width: int) -> Iterator[Text]:
    """Lines of at most *width* columns, broken as Chinese is; those after the first are indented."""
    start = at = 0
    columns = 0
    for piece in PIECES.findall(words.plain):
        end = at + len(piece)
        size = Text(piece.rstrip()).cell_len
        if columns and columns + size > width:
            line = words[start:at]
            line.rstrip()
            yield line if start == 0 else Text("  ") + line
            start, columns = at, 2
        columns += Text(piece).cell_len
        at = end
    yield words[start:] if start == 0 else Text("  ") + words[start:]
