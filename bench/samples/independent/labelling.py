"""Labels of a draft: figures told by what stands before and after them, blanks left out, so that they can be found in
whatever text a reader makes of the file."""

from __future__ import annotations

import re
from typing import Any

from samples.arithmetic import exactly, number, stated_letter
from samples.independent.drafting import Draft, Relation
from samples.independent.writing import reading
from samples.styles import display

__all__ = ["labels", "squeezed"]

_PLACE = re.compile(r"⟦(\w+)\|([^⟧]*)⟧")
_BLANK = re.compile(r"[\s|\u3000]+")


def squeezed(text: str) -> str:
    """*text* without blanks and without the bars of a table."""
    return _BLANK.sub("", text)


def _flat(draft: Draft) -> tuple[str, dict[str, tuple[int, int]]]:
    """The document without blanks, and where its places are in it."""
    out, spans, last = "", {}, 0
    marked = reading(draft)
    for found in _PLACE.finditer(marked):
        out += squeezed(marked[last : found.start()])
        said = squeezed(draft.faults.get(found[1], found[2]))
        if found[1] in spans:
            raise ValueError(f"{draft.file}: two places {found[1]}")
        spans[found[1]] = (len(out), len(out) + len(said))
        out, last = out + said, found.end()
    return out + squeezed(marked[last:]), spans


def _anchor(text: str, span: tuple[int, int]) -> dict[str, str]:
    """The shortest surroundings that occur once."""
    start, end = span
    for reach in range(2, len(text)):
        before, after = text[max(0, start - reach) : start], text[end : end + reach]
        if text.count(before + text[start:end] + after) == 1:
            return {"before": before, "figure": text[start:end], "after": after}
    raise ValueError(text[start:end])


def _computed(relation: Relation, figures: list[str]) -> tuple[str, str]:
    place = stated_letter(relation.formula) if relation.formula else None
    values = [number(figure.rstrip("万亿元人个件次户场份分")) for figure in figures]
    if place is None or any(value is None for value in values):
        return "", ""
    known = [value for value in values if value is not None]
    return display(exactly(relation.formula, known)[0], known[place].decimals), figures[place]


def labels(draft: Draft) -> list[dict[str, Any]]:
    """One row per relation, errors first; relations that hold are left out where a fault touches them."""
    text, spans = _flat(draft)
    unknown = (set(draft.faults) | {name for one in draft.relations for name in one.of}) - set(spans)
    if unknown:
        raise ValueError(f"{draft.file}: no place {sorted(unknown)}")
    errors = [one for one in draft.relations if one.verdict == "error"]
    held = [one for one in draft.relations if one.verdict == "ok" and not set(one.of) & set(draft.faults)]
    rows = []
    for index, relation in enumerate(errors + held, start=1):
        figures = [text[slice(*spans[name])] for name in relation.of]
        computed, stated = _computed(relation, figures)
        rows.append(
            {
                "id": f"{draft.number:02d}-{index:03d}", "doc": draft.file, "class": relation.kind,
                "anchors": [_anchor(text, spans[name]) for name in relation.of],
                "formula": relation.formula, "computed": computed, "stated": stated, "verdict": relation.verdict,
                "note": relation.note, "planted": [relation.of.index(name) for name in relation.planted],
            }
        )  # fmt: skip
    return rows
