"""The words of a report: sections of passages, each with the draft made of the data and what a person made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from hengji.facts.sources import Source

__all__ = ["LEFT_OUT", "Narrative", "Passage", "ReturnedParagraph", "ReturnedPiece", "Section", "fingerprint", "merged"]

LEFT_OUT = "〔删去〕"
"""What a person writes in place of a passage that the report is to go without."""


def fingerprint(text: str) -> str:
    """Twelve characters that change when *text* does."""
    return sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Passage:
    """One or more paragraphs (a line each) with references to data in braces; an edited text wins over the draft.

    `level` 2–4 sets a heading `title` above it; without a title there is none. `edited_from` is the fingerprint of
    the draft that the edited text began with.
    """

    key: str
    draft: str
    edited: str = ""
    edited_from: str = ""
    title: str = ""
    level: int = 2
    source: Source = field(default=Source(), compare=False)

    @property
    def text(self) -> str:
        """What goes into the report; empty where the passage is left out."""
        chosen = self.edited if self.is_edited else self.draft
        return "" if chosen.strip() == LEFT_OUT else chosen

    @property
    def is_edited(self) -> bool:
        return bool(self.edited.strip())

    @property
    def is_left_out(self) -> bool:
        return self.edited.strip() == LEFT_OUT

    @property
    def is_outdated(self) -> bool:
        """Whether the draft has become another since a person edited it."""
        return self.is_edited and self.edited_from not in {"", fingerprint(self.draft)}

    def with_edit(self, text: str) -> Passage:
        """The passage with *text* as its edit; the draft's own text is no edit."""
        if text == self.draft:
            return replace(self, edited="", edited_from="")
        return replace(self, edited=text or LEFT_OUT, edited_from=fingerprint(self.draft))


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the report: 一、, with its passages."""

    key: str
    title: str
    passages: tuple[Passage, ...] = ()
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Narrative:
    """A report's words in order."""

    sections: tuple[Section, ...]

    @property
    def passages(self) -> Iterator[Passage]:
        return (passage for section in self.sections for passage in section.passages)

    def passage(self, key: str) -> Passage | None:
        return next((passage for passage in self.passages if passage.key == key), None)

    def with_edits(self, texts: dict[str, str]) -> Narrative:
        """The narrative with the passages named in *texts* edited so."""
        return Narrative(
            tuple(
                replace(
                    section,
                    passages=tuple(
                        passage.with_edit(texts[passage.key]) if passage.key in texts else passage
                        for passage in section.passages
                    ),
                )
                for section in self.sections
            )
        )


def merged(drafted: Narrative, kept: Narrative) -> Narrative:
    """*drafted* anew, with the edits of *kept*; passages that a person added or edited never go missing.

    A passage that is no longer drafted is kept only if a person wrote something in it: after the passage that it
    stood behind.
    """
    edits = {passage.key: passage for passage in kept.passages}
    own = {section.key: section for section in kept.sections}
    made = {passage.key for passage in drafted.passages}
    sections = []
    for section in drafted.sections:
        passages = [_with_edit_of(passage, edits.get(passage.key)) for passage in section.passages]
        beside = own[section.key].passages if section.key in own else ()
        sections.append(replace(section, passages=_with_added(passages, beside, made)))
    known = {section.key for section in drafted.sections}
    for section in kept.sections:
        added = tuple(passage for passage in section.passages if _is_added(passage, made))
        if section.key not in known and added:
            sections.append(replace(section, passages=added))
    return Narrative(tuple(sections))


def _is_added(passage: Passage, made: set[str]) -> bool:
    return passage.key not in made and passage.is_edited


def _with_added(passages: list[Passage], kept: tuple[Passage, ...], made: set[str]) -> tuple[Passage, ...]:
    previous = ""
    for passage in kept:
        if _is_added(passage, made):
            keys = [each.key for each in passages]
            at = keys.index(previous) + 1 if previous in keys else len(keys)
            passages.insert(at, replace(passage, draft=""))
        previous = passage.key
    return tuple(passages)


def _with_edit_of(passage: Passage, kept: Passage | None) -> Passage:
    if kept is None or not kept.is_edited:
        return passage
    return replace(
        passage,
        edited=kept.edited,
        edited_from=kept.edited_from or fingerprint(kept.draft),
        source=kept.source,
    )


@dataclass(frozen=True, slots=True)
class ReturnedPiece:
    """A piece of a paragraph of a paper that came back; `key` names the figure it was, empty for words."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """A paragraph of a paper that came back, in reading order; `key` names the passage, empty where it is lost."""

    pieces: tuple[ReturnedPiece, ...]
    key: str = ""
    place: str = ""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)
