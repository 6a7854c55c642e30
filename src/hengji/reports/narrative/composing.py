"""A narrative about a subject → the paper: references become figures, tables and charts, the rest stays as words.

Whatever cannot be resolved is said in a finding and shown in its place; the rest of the paper comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from hengji.facts.findings import Finding, Findings
from hengji.facts.narrative import Narrative, Passage
from hengji.facts.sources import Source
from hengji.reports.narrative.charts import CHARTS
from hengji.reports.narrative.references import Broken, Reference, pieces_of
from hengji.reports.narrative.resolving import Problem, Shown, resolve_reference
from hengji.reports.narrative.subject import Subject
from hengji.reports.narrative.tables import TABLES
from hengji.reports.narrative.typed_figures import split_figures
from hengji.reports.paper.blocks import (
    Block,
    Contents,
    Heading,
    Live,
    Paper,
    Paragraph,
    Run,
    Section,
    Style,
    Text,
    Typed,
)
from hengji.reports.paper.faces import FacesMissing
from hengji.reports.scorecard_paper import scorecard_annex
from hengji.reports.scorecard_sides import Sides

__all__ = ["Composed", "compose", "lines_of", "paragraph_key"]

_DIGITS: Final = "零一二三四五六七八九"
_PROMPT: Final = re.compile(r"〔请(?:填写|补充)：[^〕]*〕")
_SIGNATURE: Final = "落款"
_CONTENTS_FROM: Final = 12
"""Passages from which on a report has a list of contents."""
_CONTENTS_ROOM: Final = 20
"""Headings, with the annex, that the first page holds below the title; of more, only the first level is listed."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The paper, and what a person still has to look at: errors, open points (warnings), typed figures (notes)."""

    paper: Paper
    findings: tuple[Finding, ...] = ()


def compose(narrative: Narrative, subject: Subject) -> Composed:
    """The whole report with the scorecard behind it."""
    writer = _Writer(subject)
    blocks: list[Block] = []
    for number, section in enumerate(narrative.sections, start=1):
        heading = (Text(f"{chinese(number)}、{section.title}"),)
        blocks.append(Heading(1, heading, key=section.key))
        blocks += writer.section(section.passages)
    contents: list[Block] = []
    if sum(1 for _ in narrative.passages) >= _CONTENTS_FROM:
        listed = 1 + sum(isinstance(block, Heading) and block.level <= 2 for block in blocks)
        contents.append(Contents(2 if listed <= _CONTENTS_ROOM else 1))
    card = subject.card
    what = "自评" if card.evaluator == "self" else "自评核查"
    about = (
        ("评价方案", subject.scheme.title),
        ("评价单位", card.organisation),
        ("年度", str(card.year)),
        ("评价人", "自评" if card.evaluator == "self" else "核查"),
    )
    paper = Paper(
        title=f"{card.year}年度部门整体支出绩效{what}报告",
        sections=(Section((*contents, *blocks)), scorecard_annex(_sides(subject))),
        subtitle=card.organisation,
        author=card.organisation if card.evaluator == "self" else "",
        about=about,
    )
    return Composed(paper, tuple(writer.findings))


def _sides(subject: Subject) -> Sides:
    texts = {each.name: each.text for each in subject.scheme.adjustments}
    if subject.card.evaluator == "self":
        return Sides(subject.card, None, texts)
    return Sides(subject.own, subject.card, texts)


def chinese(number: int) -> str:
    """1–99 as headings count: 一, 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def paragraph_key(passage: str, line: int) -> str:
    """The key of a passage's paragraph; lines count from 1."""
    return f"{passage}#{line}"


def lines_of(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a passage's text with the numbers of their lines, blank ones left out."""
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


@dataclass(slots=True)
class _Counter:
    """Numbers headings: （一） 1. （1）, each level beginning anew under the one above."""

    at: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        number = self.at.get(level, 0) + 1
        self.at = {above: count for above, count in self.at.items() if above < level} | {level: number}
        return {2: f"（{chinese(number)}）", 3: f"{number}.", 4: f"（{number}）"}[level]


class _Writer:
    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._names = _names_with_digits(subject)
        self.findings = Findings()

    def section(self, passages: tuple[Passage, ...]) -> list[Block]:
        counter = _Counter()
        blocks: list[Block] = []
        for passage in passages:
            if passage.is_outdated:
                self._warn_outdated(passage)
            if passage.is_left_out:
                continue
            if passage.title:
                level = min(max(passage.level, 2), 4)
                said = (Text(counter.next(level) + passage.title),)
                blocks.append(Heading(level, said, key=passage.key))
            style: Style = "right" if passage.key == _SIGNATURE else "body"
            for number, line in lines_of(passage.text):
                blocks += self._line(line, _place(passage, number), paragraph_key(passage.key, number), style)
        return blocks

    def _line(self, line: str, place: Source, key: str, style: Style) -> tuple[Block, ...]:
        pieces = pieces_of(line)
        alone = pieces[0] if len(pieces) == 1 else None
        if isinstance(alone, Reference) and alone.kind in {"图", "表"}:
            return self._object(alone, place, key)
        runs: list[Run] = []
        for index, piece in enumerate(pieces):
            runs += self._runs(piece, place, begins_line=index == 0)
        return (Paragraph(tuple(runs), style, key),)

    def _object(self, reference: Reference, place: Source, key: str) -> tuple[Block, ...]:
        makers: dict[str, Callable[[Subject], tuple[Block, ...]]] = CHARTS if reference.kind == "图" else TABLES
        make = makers.get(reference.what)
        if make is not None:
            return self._made(make, place)
        self.findings.error(
            f"没有“{reference.text}”", place, code="report.reference", advice=f"可写的有：{'、'.join(makers)}"
        )
        return (Paragraph((Typed(f"〔没有{reference.text}〕"),), key=key),)

    def _made(self, make: Callable[[Subject], tuple[Block, ...]], place: Source) -> tuple[Block, ...]:
        """Charts need a Chinese face; a paper without its charts is better than none."""
        try:
            return make(self._subject)
        except FacesMissing as missing:
            found = replace(missing.finding, severity="warning", message=f"图没有画：{missing.finding.message}")
            self.findings.extend([replace(found, source=place)])
            return ()

    def _runs(self, piece: str | Reference | Broken, place: Source, *, begins_line: bool) -> tuple[Run, ...]:
        if isinstance(piece, str):
            return self._words(piece, place, begins_line=begins_line)
        if isinstance(piece, Broken):
            self.findings.error(
                f"花括号“{piece.text}”没有配成对",
                place,
                code="report.reference",
                advice="引用写成 {数据项}；要写花括号本身，写两个",
            )
            return (Text(piece.text),)
        answer = resolve_reference(piece, self._subject)
        if isinstance(answer, Shown):
            return (Live(answer.text, piece.key, answer.origin),)
        return (self._unresolved(piece, answer, place),)

    def _words(self, words: str, place: Source, *, begins_line: bool) -> tuple[Run, ...]:
        runs: list[Run] = []
        at = 0
        for match in _PROMPT.finditer(words):
            runs += split_figures(words[at : match.start()], self._names, begins_line=begins_line and at == 0)
            asked = match.group().split("：", 1)[1].rstrip("〕")
            self.findings.warning(f"还要填写：{asked}", place, code="report.open")
            runs.append(Text(match.group(), bold=True))
            at = match.end()
        runs += split_figures(words[at:], self._names, begins_line=begins_line and at == 0)
        for run in runs:
            if isinstance(run, Typed):
                advice = "能引用的请改成引用"
                self.findings.note(f"手写的数字“{run.text}”不随数据变化", place, code="report.typed", advice=advice)
        return tuple(runs)

    def _unresolved(self, reference: Reference, problem: Problem, place: Source) -> Run:
        if problem.is_open:
            self.findings.warning(problem.message, place, code="report.open", advice=problem.advice)
            return Live(f"〔{problem.message}〕", reference.key, bold=True)
        self.findings.error(
            problem.message, place, code="report.reference", found=f"{{{reference.text}}}", advice=problem.advice
        )
        return Typed(f"〔{reference.text}：{problem.message}〕")

    def _warn_outdated(self, passage: Passage) -> None:
        self.findings.warning(
            f"“{passage.key}”改写过，而数据生成的草稿后来变了，报告里仍用改写的文字",
            passage.source,
            code="report.outdated",
            advice="请对照 draft 看改写是否还合适；合适的，把 edited_from 删去",
        )


def _names_with_digits(subject: Subject) -> tuple[str, ...]:
    """Names of data items and indicators that have digits in them; those are no figures."""
    names = {*subject.figures, *subject.missing}
    for node in subject.card.nodes:
        names |= set(node.path)
    return tuple(name for name in names if any(letter.isdigit() for letter in name))


def _place(passage: Passage, number: int) -> Source:
    """The line of the narrative's file; a text of several lines begins below its key."""
    source = passage.source
    if source.line is None:
        return Source(f"{source.document} {passage.key} 第{number}段".strip())
    several = "\n" in passage.text
    return replace(source, line=source.line + number - (0 if several else 1))
