"""Errors that are not slips in one figure: words, units, years, structure, targets, order, amounts in words."""

from __future__ import annotations

import random
from typing import Final

from samples.composing import Mark, Relation, Sample
from samples.planting.planted import Plant, Planted

__all__ = ["WORD_PLANTS"]

_OPPOSITES: Final = {
    "增加": "减少",
    "增长": "下降",
    "增幅": "降幅",
    "减少": "增加",
    "下降": "增长",
    "降低": "增长",
    "降幅": "增幅",
}
_CAPITALS: Final = "壹贰叁肆伍陆柒捌玖"


def _relations(sample: Sample, rng: random.Random, kind: str) -> list[Relation]:
    found = [relation for relation in sample.relations if relation.kind == kind and not relation.trap]
    rng.shuffle(found)
    return found


def _marks(sample: Sample, rng: random.Random, role: str) -> list[Mark]:
    found = [mark for mark in sample.marks.values() if mark.role == role]
    rng.shuffle(found)
    return found


def _word(sample: Sample, variant: str, kind: str, mark: Mark, text: str) -> Planted:
    """An error that stands in one mark alone."""
    edits = {mark.id: text}
    relation = Relation(kind, "", (mark.id,))
    return Planted(sample.edited(edits), variant, kind, relation, edits, note=f"{mark.text} → {text}")


def _direction(sample: Sample, rng: random.Random) -> Planted | None:
    for relation in _relations(sample, rng, "growth"):
        role = rng.choice(sorted(relation.words))
        mark = sample.marks[relation.words[role]]
        edits = {mark.id: _OPPOSITES[mark.text]}
        return Planted(sample.edited(edits), "growth-direction", "growth", relation, edits, note="direction reversed")
    return None


def _grade(sample: Sample, rng: random.Random) -> Planted | None:
    for relation in _relations(sample, rng, "grade"):
        names = [band.partition(">=")[0] for band in relation.note.split("|")]
        mark = sample.marks[relation.words["grade"]]
        edits = {mark.id: rng.choice([name for name in names if name != mark.text])}
        return Planted(sample.edited(edits), "grade-word", "grade", relation, edits, note=relation.note)
    return None


def _missed(sample: Sample, rng: random.Random) -> Planted | None:
    """A target missed, and the claim of success left standing."""
    for relation in _relations(sample, rng, "target"):
        if "claim" not in relation.words:
            continue
        target, actual = (sample.marks[mark] for mark in relation.figures)
        rate = "%" if "%" in target.text else ""
        value = int(target.text.strip("≥%"))
        edits = {actual.id: f"{value - max(1, value // rng.choice([5, 8]))}{rate}"}
        return Planted(sample.edited(edits), "target-missed", "target", relation, edits, note="missed, success claimed")
    return None


def _half_year(variant: str) -> Plant:
    def planted(sample: Sample, rng: random.Random) -> Planted | None:
        for relation in _relations(sample, rng, "target"):
            half, full = (sample.marks[mark] for mark in relation.figures)
            if relation.formula != "a<=b" or (variant == "target-vacuous" and "%" in half.text):
                continue
            value = int(full.text.strip("≥%"))
            rate = "%" if "%" in full.text else ""
            above = min(100, value + 3) if rate else value + max(1, value // 2)
            text = "≥0" if variant == "target-vacuous" else f"≥{above}{rate}"
            verdict = "suspicious" if variant == "target-vacuous" else "error"
            edits = {half.id: text}
            return Planted(sample.edited(edits), variant, "target", relation, edits, verdict, f"{half.text} → {text}")
        return None

    return planted


def _unit(sample: Sample, rng: random.Random) -> Planted | None:
    """元 among 万元, or 万元 among 元, at a figure that other figures depend on."""
    useful = [relation for kind in ("sum", "repeat", "difference") for relation in _relations(sample, rng, kind)]
    for relation in useful:
        figure = sample.marks[rng.choice(relation.figures)]
        if figure.role != "money" or figure.tail is None or figure.text.strip("0.") == "":
            continue
        edits = {figure.tail.id: "元" if figure.tail.text == "万元" else "万元"}
        marks = (figure.id, figure.tail.id)
        return Planted(
            sample.edited(edits),
            "unit-slip",
            "unit",
            relation,
            edits,
            note=f"{figure.text} in another unit",
            marks=marks,
        )
    return None


def _last_year(sample: Sample, rng: random.Random) -> Planted | None:
    for relation in _relations(sample, rng, "year"):
        mark = sample.marks[relation.figures[1]]
        edits = {mark.id: str(int(mark.text) - 1)}
        return Planted(
            sample.edited(edits), "year-left", "year", relation, edits, note="last year's year", marks=(mark.id,)
        )
    return None


def _placeholder(sample: Sample, rng: random.Random) -> Planted | None:
    marks = _marks(sample, rng, "organisation")
    return _word(sample, "year-placeholder", "year", marks[0], rng.choice(["xxx", "XX单位", "××局"])) if marks else None


def _either_way(sample: Sample, rng: random.Random) -> Planted | None:
    """增加（减少） left standing."""
    marks = _marks(sample, rng, "direction")
    text = rng.choice(["增加（减少）", "增加/减少", "增长（下降）"])
    return _word(sample, "year-either-way", "year", marks[0], text) if marks else None


def _gap(sample: Sample, rng: random.Random) -> Planted | None:
    """The last heading of a sequence counts one too far."""
    for relation in _relations(sample, rng, "structure"):
        before, last = (sample.marks[mark] for mark in relation.figures[-2:])
        number = len(relation.figures)
        after = "一二三四五六七八九十"
        text = last.text.replace(str(number), str(number + 1)).replace(after[number - 1], after[number])
        edits = {last.id: text}
        return Planted(
            sample.edited(edits), "structure-gap", "structure", relation, edits,
            note=f"{before.text} → {text}", marks=(before.id, last.id),
        )  # fmt: skip
    return None


def _bracket(sample: Sample, rng: random.Random) -> Planted | None:
    marks = _marks(sample, rng, "bracket")
    return _word(sample, "structure-bracket", "structure", marks[0], marks[0].text[:-1]) if marks else None


def _doubled(sample: Sample, rng: random.Random) -> Planted | None:
    marks = _marks(sample, rng, "word")
    return _word(sample, "structure-doubled", "structure", marks[0], marks[0].text * 2) if marks else None


def _broken_off(sample: Sample, rng: random.Random) -> Planted | None:
    marks = [mark for mark in _marks(sample, rng, "reason") if "是" in mark.text]
    if not marks:
        return None
    lead = marks[0].text[: marks[0].text.index("是") + 1]
    return _word(sample, "structure-broken-off", "structure", marks[0], lead)


def _above(variant: str, note: str, verdict: str) -> Plant:
    """A limit that lies below what it limits; only a limit on which nothing else depends."""

    def planted(sample: Sample, rng: random.Random) -> Planted | None:
        used = [mark for relation in sample.relations for mark in relation.figures]
        for relation in _relations(sample, rng, "policy"):
            value, limit = (sample.marks[mark] for mark in relation.figures)
            if not relation.note.startswith(note) or used.count(limit.id) > 1 or value.shown is None:
                continue
            lower = int(value.shown.value * rng.choice([6, 7, 8]) / 10)
            if lower < 1:
                continue
            edits = {limit.id: str(lower)}
            return Planted(sample.edited(edits), variant, "policy", relation, edits, verdict, "above the limit")
        return None

    return planted


def _swapped_list(sample: Sample, rng: random.Random) -> Planted | None:
    for relation in _relations(sample, rng, "list_order"):
        one, two = rng.sample(relation.figures[: len(relation.figures) // 2], 2)
        edits = {one: sample.marks[two].text, two: sample.marks[one].text}
        return Planted(sample.edited(edits), "list-swapped", "list_order", relation, edits, note="two values swapped")
    return None


def _capital(sample: Sample, rng: random.Random) -> Planted | None:
    for relation in _relations(sample, rng, "amount_in_words"):
        mark = sample.marks[relation.words["words"]]
        place = rng.choice([place for place, sign in enumerate(mark.text) if sign in _CAPITALS])
        other = rng.choice([sign for sign in _CAPITALS if sign != mark.text[place]])
        edits = {mark.id: mark.text[:place] + other + mark.text[place + 1 :]}
        return Planted(sample.edited(edits), "capital-slip", "amount_in_words", relation, edits, note="words differ")
    return None


WORD_PLANTS: Final[dict[str, Plant]] = {
    "growth-direction": _direction,
    "grade-word": _grade,
    "target-missed": _missed,
    "target-vacuous": _half_year("target-vacuous"),
    "target-half-above-full": _half_year("target-half-above-full"),
    "unit-slip": _unit,
    "year-left": _last_year,
    "year-placeholder": _placeholder,
    "year-either-way": _either_way,
    "structure-gap": _gap,
    "structure-bracket": _bracket,
    "structure-doubled": _doubled,
    "structure-broken-off": _broken_off,
    "policy-headcount": _above("policy-headcount", "headcount", "error"),
    "policy-three-public": _above("policy-three-public", "三公", "error"),
    "list-swapped": _swapped_list,
    "capital-slip": _capital,
}
