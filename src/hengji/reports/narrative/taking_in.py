"""Words that were changed in a returned paper → the texts of their passages, with the references they had."""

from __future__ import annotations

from collections.abc import Iterable

from hengji.facts.narrative import LEFT_OUT, Narrative, ReturnedPiece
from hengji.reports.narrative.references import Reference, pieces_of
from hengji.reports.narrative.returned import ParagraphEdit

__all__ = ["edited_texts"]


def edited_texts(narrative: Narrative, edits: Iterable[ParagraphEdit]) -> dict[str, str]:
    """The new text of every passage that was edited, by its key. Paragraphs of no passage are passed over."""
    changed: dict[str, ParagraphEdit] = {}
    added: dict[str, list[ParagraphEdit]] = {}
    for edit in edits:
        if edit.is_new:
            added.setdefault(edit.key, []).append(edit)
        else:
            changed[edit.key] = edit
    texts = {}
    for passage in narrative.passages:
        lines = passage.text.split("\n")
        made: list[str] = []
        for number, line in enumerate(lines, start=1):
            key = f"{passage.key}#{number}"
            made += [_template(changed[key].pieces, line)] if key in changed else [line]
            made += [_template(edit.pieces, "") for edit in added.get(key, [])]
        kept = [line for line in made if line.strip()]
        if kept != [line for line in lines if line.strip()]:
            texts[passage.key] = "\n".join(kept) or LEFT_OUT
    return texts


def _template(pieces: tuple[ReturnedPiece, ...], line: str) -> str:
    """The pieces as a template; a reference is spelled as *line* spelled it."""
    spelled = {piece.key: piece.text for piece in pieces_of(line) if isinstance(piece, Reference)}
    return "".join(
        f"{{{spelled.get(piece.key, piece.key)}}}" if piece.key else _escaped(piece.text) for piece in pieces
    ).replace("\n", " ")


def _escaped(words: str) -> str:
    for wide, half in (("｛", "{"), ("｝", "}"), ("{", "{{"), ("}", "}}")):
        words = words.replace(wide, half)
    return words
