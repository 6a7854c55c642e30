"""A paper that was edited in Word against the paper that was sent out: which figures and which words are others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from hengji.facts.narrative import ReturnedParagraph, ReturnedPiece
from hengji.reports.narrative.expected import Expected
from hengji.reports.narrative.pairing import pairs

__all__ = ["FigureEdit", "ParagraphEdit", "Returned", "WordEdit", "compare_returned"]

_TOKEN: Final = re.compile(r"\d[\d,.]*%?|.", re.DOTALL)
_REWRITTEN: Final = 0.5
"""Likeness below which a paragraph is told as a whole rather than piece by piece."""
_AROUND: Final = 8
"""Characters shown before and behind words that were put in or taken out."""


@dataclass(frozen=True, slots=True)
class FigureEdit:
    """A live figure that somebody changed by hand."""

    key: str
    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Words that are others; `old` is empty where a paragraph was put in, `new` where one was taken out."""

    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ParagraphEdit:
    """What a paragraph of a passage has become: `pieces` are words, or the keys of figures that it still has.

    `key` is the paragraph's; with `is_new` what follows it was put in by hand. Without pieces it was taken out.
    """

    key: str
    pieces: tuple[ReturnedPiece, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """All differences, in the order of the paper."""

    figures: tuple[FigureEdit, ...] = ()
    words: tuple[WordEdit, ...] = ()
    paragraphs: tuple[ParagraphEdit, ...] = ()


def compare_returned(expected: Sequence[Expected], returned: Sequence[ReturnedParagraph]) -> Returned:
    """The edits; a docx that lost its marks on the way is compared by its text alone."""
    figures: list[FigureEdit] = []
    words: list[WordEdit] = []
    paragraphs: list[ParagraphEdit] = []
    last = ""
    for sent, came in pairs(expected, returned):
        if sent is not None and sent.is_passage:
            last = sent.key
        if sent is not None and came is not None:
            changed = _compare(sent, came)
            figures += changed.figures
            words += changed.words
            paragraphs += changed.paragraphs
        elif sent is not None:
            words.append(WordEdit(sent.place, sent.text, ""))
            if sent.is_passage:
                paragraphs.append(ParagraphEdit(sent.key, ()))
        elif came is not None:
            words.append(WordEdit(f"“{last}”之后" if last else "开头", "", came.text))
            if last:
                paragraphs.append(ParagraphEdit(last, (ReturnedPiece(came.text),), is_new=True))
    return Returned(tuple(figures), tuple(words), tuple(paragraphs))


# ------------------------------------------------------------------------------------------------------ one paragraph


@dataclass(frozen=True, slots=True)
class _Token:
    """A character or a numeral of the words, or a whole figure: then figures of one mark are the same token."""

    text: str
    mark: str = ""

    @property
    def identity(self) -> str:
        return f"\0{self.mark}" if self.mark else self.text


def _compare(sent: Expected, came: ReturnedParagraph) -> Returned:
    keys = {piece.mark: piece.key for piece in sent.pieces if piece.mark}
    marked = came if any(piece.key in keys for piece in came.pieces) or not keys else _marked(sent, came)
    before = [token for piece in sent.pieces for token in _tokens(piece.text, piece.mark)]
    after = [token for piece in marked.pieces for token in _tokens(piece.text, piece.key if piece.key in keys else "")]
    if [(token.identity, token.text) for token in before] == [(token.identity, token.text) for token in after]:
        return Returned()
    matcher = SequenceMatcher(None, [t.identity for t in before], [t.identity for t in after], autojunk=False)
    figures: list[FigureEdit] = []
    words: list[WordEdit] = []
    kept: list[ReturnedPiece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        old, new = before[a:b], after[c:d]
        if kind == "equal":
            kept += [ReturnedPiece(token.text, keys.get(token.mark, "")) for token in old]
            figures += [
                FigureEdit(keys[was.mark], sent.place, was.text, now.text)
                for was, now in zip(old, new, strict=True)
                if was.mark and was.text != now.text
            ]
            continue
        lone = [token for token in old if token.mark]
        if len(lone) == len(old) == 1 and new:
            # The figure's control was deleted and the figure typed anew.
            figures.append(FigureEdit(keys[lone[0].mark], sent.place, lone[0].text, _text(new)))
            kept.append(ReturnedPiece(lone[0].text, keys[lone[0].mark]))
            continue
        words.append(WordEdit(sent.place, *_shown(before, after, (a, b, c, d))))
        kept += [ReturnedPiece(token.text, keys.get(token.mark, "")) for token in new]
    if len(words) > 1 and matcher.ratio() < _REWRITTEN:
        words = [WordEdit(sent.place, sent.text, came.text)]
    paragraphs = (ParagraphEdit(sent.key, tuple(kept)),) if words and sent.is_passage else ()
    return Returned(tuple(figures), tuple(words), paragraphs)


def _tokens(text: str, mark: str) -> Iterator[_Token]:
    if mark:
        yield _Token(text, mark)
    else:
        yield from (_Token(match.group()) for match in _TOKEN.finditer(text))


def _text(tokens: Sequence[_Token]) -> str:
    return "".join(token.text for token in tokens)


def _shown(before: list[_Token], after: list[_Token], at: tuple[int, int, int, int]) -> tuple[str, str]:
    """What was and what is; where words were only put in or taken out, with some of what stands around."""
    a, b, c, d = at
    if a < b and c < d:
        return _text(before[a:b]), _text(after[c:d])
    head, tail = _text(before[max(0, a - _AROUND) : a]), _text(before[b : b + _AROUND])
    return f"{head}{_text(before[a:b])}{tail}", f"{head}{_text(after[c:d])}{tail}"


def _marked(sent: Expected, came: ReturnedParagraph) -> ReturnedParagraph:
    """*came* with the marks that a program dropped, put back where the text says they were."""
    before: list[tuple[str, int]] = []
    for index, piece in enumerate(sent.pieces):
        before += [(token.text, index) for token in _tokens(piece.text, "")]
    after = [token.text for token in _tokens(came.text, "")]
    owner = [-1] * len(after)
    matcher = SequenceMatcher(None, [text for text, _ in before], after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        owners = {index for _, index in before[a:b]}
        if kind == "equal":
            owner[c:d] = [index for _, index in before[a:b]]
        elif kind == "replace" and len(owners) == 1:
            owner[c:d] = [owners.pop()] * (d - c)
    pieces: list[ReturnedPiece] = []
    for text, index in zip(after, owner, strict=True):
        mark = sent.pieces[index].mark if index >= 0 else ""
        if pieces and pieces[-1].key == mark:
            pieces[-1] = ReturnedPiece(pieces[-1].text + text, mark)
        else:
            pieces.append(ReturnedPiece(text, mark))
    return ReturnedParagraph(tuple(pieces), came.key, came.place)
