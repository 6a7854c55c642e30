"""Slips in figures: a digit wrong, swapped, dropped or doubled; a copied percentage; a wrong base."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from samples.arithmetic import Shown, fails, half_up, number, stated_letter
from samples.composing import Relation, Sample
from samples.planting.planted import Plant, Planted
from samples.styles import display

__all__ = ["FIGURE_PLANTS", "broken_by", "one_digit", "slips"]


def one_digit(text: str, rng: random.Random) -> str:
    """*text* with one digit changed; the first digit never becomes zero."""
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    place = rng.choice(places)
    others = [digit for digit in "0123456789" if digit != text[place] and (digit != "0" or place != places[0])]
    return text[:place] + rng.choice(others) + text[place + 1 :]


def slips(text: str, rng: random.Random) -> Iterator[str]:
    """Slips of the pen, in a random order, for as long as one is asked for."""
    for _ in range(30):
        shape = rng.choice(["digit", "digit", "swap", "drop", "double"])
        places = [place for place, sign in enumerate(text) if sign.isdigit()]
        place = rng.choice(places)
        if shape == "digit" or "," in text or len(places) < 3:
            yield one_digit(text, rng)
        elif shape == "swap" and place + 1 in places and text[place + 1] != "0":
            yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        elif shape == "drop" and place != places[0] and place + 1 < len(text) and text[place - 1] != ".":
            yield text[:place] + text[place + 1 :]
        elif shape == "double" and text[place] != "0":
            yield text[:place] + text[place] + text[place:]


def broken_by(sample: Sample, relation: Relation, mark: int, text: str) -> bool:
    """Whether *relation* cannot hold once *mark* reads *text*."""
    shown = sample.shown(relation)
    new = number(text)
    if shown is None or new is None:
        return False
    edited = [new if one == mark else old for one, old in zip(relation.figures, shown, strict=True)]
    return fails(relation.formula, edited)


def _relations(sample: Sample, kind: str, rng: random.Random) -> list[Relation]:
    """The arithmetic relations of *kind* that an error may be planted in, shuffled."""
    found = [
        relation
        for relation in sample.relations
        if relation.kind == kind
        and not relation.trap
        and relation.formula
        and (stated_letter(relation.formula) is not None)
        and not any(sign in relation.formula for sign in "<>")
    ]
    rng.shuffle(found)
    return found


def _slip(kind: str, *, stated_only: bool) -> Plant:
    """A slip in the stated figure, or in any figure, of a relation of *kind*."""

    def planted(sample: Sample, rng: random.Random) -> Planted | None:
        for relation in _relations(sample, kind, rng):
            stated = stated_letter(relation.formula)
            assert stated is not None
            place = stated if stated_only else rng.randrange(len(relation.figures))
            mark = relation.figures[place]
            old = sample.marks[mark].text
            for text in slips(old, rng):
                if text != old and number(text) and broken_by(sample, relation, mark, text):
                    edits = {mark: text}
                    name = f"{kind}-slip"
                    return Planted(sample.edited(edits), name, kind, relation, edits, note=f"{old} → {text}")
        return None

    return planted


def _copied_share(sample: Sample, rng: random.Random) -> Planted | None:
    """A share that reads like its neighbour's."""
    shares = _relations(sample, "share", rng)
    for relation in shares:
        stated = relation.figures[-1]
        for other in shares:
            text = sample.marks[other.figures[-1]].text
            if other.figures[1] == relation.figures[1] and broken_by(sample, relation, stated, text):
                edits = {stated: text}
                return Planted(sample.edited(edits), "share-copied", "share", relation, edits, note="copied share")
    return None


def _wrong_base(sample: Sample, rng: random.Random) -> Planted | None:
    """A growth rate on the current figure in place of the earlier one."""
    for relation in _relations(sample, "growth", rng):
        shown = sample.shown(relation)
        assert shown is not None
        ratio = _on_current(relation.formula, [one.value for one in shown])
        if ratio is None:
            continue
        stated = relation.figures[-1]
        text = _rate_like(ratio, shown[-1])
        if broken_by(sample, relation, stated, text):
            edits = {stated: text}
            return Planted(sample.edited(edits), "growth-base", "growth", relation, edits, note="wrong base")
    return None


def _on_current(formula: str, values: list[Fraction]) -> Fraction | None:
    if formula.startswith("b/(a"):
        return values[1] / values[0]
    if formula.startswith(("(a-b)/b", "(b-a)/b")):
        return abs(values[0] - values[1]) / values[0]
    return None


def _rate_like(ratio: Fraction, shown: Shown) -> str:
    return display(half_up(ratio * 100, shown.decimals), shown.decimals) + "%"


def _count_of_names(sample: Sample, rng: random.Random) -> Planted | None:
    """A number of units followed by another number of names."""
    for relation in sample.relations:
        if relation.kind == "count" and "names" in relation.words:
            mark = relation.figures[0]
            text = str(int(sample.marks[mark].text) + rng.choice([1, 2]))
            edits = {mark: text}
            return Planted(sample.edited(edits), "count-names", "count", relation, edits, note="names do not add up")
    return None


_SLIPS: Final = {
    "sum": False, "share": True, "growth": True, "rate": True, "difference": False, "count": False, "score_sum": False,
    "score_rule": True, "score_rate": True, "repeat": True, "survey": True,
}  # fmt: skip
FIGURE_PLANTS: Final[dict[str, Plant]] = {
    **{f"{kind}-slip": _slip(kind, stated_only=only) for kind, only in _SLIPS.items()},
    "share-copied": _copied_share,
    "growth-base": _wrong_base,
    "count-names": _count_of_names,
}
