"""What figures read from forms would change in an evaluation's data: shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from hengji.facts.evaluation import DataItem
from hengji.facts.findings import Finding, Findings
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.official_form import Candidate, FormRead, MissingItem, UnclearItem
from hengji.facts.units import RATE
from hengji.rules.scheme import DataDefinition, Scheme

__all__ = ["Change", "Names", "Proposal", "propose", "sources_of"]

Names = Mapping[str, tuple[str, ...]]
"""A scheme's data item → items of forms that give it, beside the one of its own name."""

State = Literal["set", "same", "differs"]


@dataclass(frozen=True, slots=True)
class Change:
    """One data item: what the forms say, in the scheme's unit, and what stands in the evaluation.

    `read` is the same as the form has it, in the form's unit.
    """

    state: State
    new: DataItem
    read: DataItem
    old: DataItem | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be set, what stands the same, what differs; what was not found, and what is unclear."""

    changes: tuple[Change, ...] = ()
    missing: tuple[MissingItem, ...] = ()
    unclear: tuple[UnclearItem, ...] = ()
    findings: tuple[Finding, ...] = ()

    def in_state(self, state: State) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.state == state)


def sources_of(name: str, names: Names) -> tuple[str, ...]:
    """The items of forms that give a data item: the one of the same name, and those that are named for it."""
    return tuple(dict.fromkeys((name, *names.get(name, ()))))


def propose(forms: Sequence[FormRead], scheme: Scheme, names: Names, standing: Iterable[DataItem] = ()) -> Proposal:
    """The figures of *forms* as data items of *scheme*, beside those that are *standing*. Nothing is guessed."""
    findings = Findings()
    before = {item.name: item for item in standing}
    changes: list[Change] = []
    missing: list[MissingItem] = []
    unclear: list[UnclearItem] = []
    for definition in scheme.data:
        if definition.kind != "figure":
            continue
        wanted = sources_of(definition.name, names)
        items = [item for form in forms for item in form.items if item.name in wanted]
        found = _from_its_form([item for item in items if _is_of_its_period(item, definition)], definition)
        questions = [each for form in forms for each in form.unclear if each.name in wanted]
        chosen = _chosen_before(found, questions, before.get(definition.name))
        if chosen is not None:
            found, questions = [chosen], []
        if questions or not _agree(found):
            unclear.append(_asked(definition.name, found, questions))
        elif found:
            item = _in_unit_of(definition, found[0], findings)
            if item is not None:
                changes.append(_change(item, found[0], before.get(definition.name)))
        else:
            absent = [each for form in forms for each in form.missing if each.name in wanted]
            missing += [replace(each, name=definition.name) for each in absent[:1]]
    return Proposal(tuple(changes), tuple(missing), tuple(unclear), tuple(findings))


def _is_of_its_period(item: DataItem, definition: DataDefinition) -> bool:
    """A scheme may ask for the figure of a certain year."""
    return not item.period or not definition.period.isdecimal() or item.period == definition.period


def _from_its_form(items: list[DataItem], definition: DataDefinition) -> list[DataItem]:
    """Where the scheme says by its number from which form a figure comes, that form counts."""
    named = [item for item in items if (number := item.form.rpartition(" ")[0]) and number in definition.form]
    return named or items


def _chosen_before(items: list[DataItem], questions: Sequence[UnclearItem], old: DataItem | None) -> DataItem | None:
    """Of several candidates the one that stands in the evaluation: a person has chosen."""
    candidates = [each.item for question in questions for each in question.candidates if each.item is not None]
    several = [*items, *candidates]
    if old is None or isinstance(old.value, bool) or (not questions and _agree(items)):
        return None
    factors = ((each, each.unit.factor_to(old.unit)) for each in several)
    return next((each for each, factor in factors if factor is not None and each.value * factor == old.value), None)


def _agree(items: Sequence[DataItem]) -> bool:
    if not items:
        return True
    factors = [(item.value, item.unit.factor_to(items[0].unit)) for item in items]
    return all(factor is not None and value * factor == items[0].value for value, factor in factors)


def _asked(name: str, items: Sequence[DataItem], questions: Sequence[UnclearItem]) -> UnclearItem:
    candidates = [Candidate(item.form, item.text, item.source, item) for item in items]
    candidates += [candidate for question in questions for candidate in question.candidates]
    forms = dict.fromkeys([*(item.form for item in items), *(question.form for question in questions)])
    return UnclearItem(name, "、".join(forms), tuple(candidates))


def _in_unit_of(definition: DataDefinition, item: DataItem, findings: Findings) -> DataItem | None:
    """The item under the scheme's name and in its unit, with the text that an evaluation file would hold."""
    factor = item.unit.factor_to(definition.unit)
    if factor is None:
        findings.error(
            f"“{definition.name}”的单位换算不了，没有采用", item.source, code="form.unit",
            found=f"{item.text}（{item.unit}）", expected=f"以“{definition.unit}”计的{definition.unit.kind}",
        )  # fmt: skip
        return None
    value = Fraction(item.value) * factor
    if value < 0 and not definition.signed:
        findings.error(
            f"“{definition.name}”不能是负数，没有采用", item.source, code="form.negative", found=item.text,
            expected="0 或正数", advice="请核对原表",
        )  # fmt: skip
        return None
    # Finer than a figure may be in the scheme's unit: then it is written in the form's own.
    fits = round_half_up(value, 8) == value
    text = f"{plain(value)}{definition.unit}" if fits else f"{plain(Fraction(item.value))}{item.unit}"
    text = percent(value, most=8) if definition.unit == RATE else text
    return replace(item, name=definition.name, value=value, unit=definition.unit, text=text)


def _change(new: DataItem, read: DataItem, old: DataItem | None) -> Change:
    if old is None:
        return Change("set", new, read)
    stands = not isinstance(old.value, bool) and old.value == new.value  # a text that is no figure stands as a bool
    return Change("same" if stands else "differs", new, read, old)
