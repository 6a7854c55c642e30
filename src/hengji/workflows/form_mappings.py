"""The mappings of official forms: those that come with the package, and a person's own files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.documents.official_forms.mapping_notation import read_mapping, read_names
from hengji.facts.findings import Finding
from hengji.facts.official_form import FormMapping
from hengji.workflows.files import read_located

__all__ = ["MappingsRead", "mappings", "names_for"]


@dataclass(frozen=True, slots=True)
class MappingsRead:
    """Every mapping that can be used; one of a person's own replaces the built-in one of the same id."""

    mappings: tuple[FormMapping, ...]
    findings: tuple[Finding, ...] = ()

    def named(self, form: str) -> FormMapping | None:
        return next((each for each in self.mappings if form in {each.id, each.title}), None)


def mappings(own: Sequence[Path] = ()) -> MappingsRead:
    """The built-in mappings, and those in the files *own*."""
    known = {each.id: each for each in _built_in()}
    findings: list[Finding] = []
    for path in own:
        file = read_located(path)
        findings += file.findings
        read = read_mapping(file.located) if file.located is not None else None
        findings += read.findings if read is not None else ()
        if read is not None and read.mapping is not None:
            known[read.mapping.id] = read.mapping
    return MappingsRead(tuple(known.values()), tuple(findings))


def names_for(scheme: str) -> dict[str, tuple[str, ...]]:
    """Data item of a scheme → items of forms: what holds for every scheme, then what holds for this one."""
    return {name: items for file in ("general", scheme) for name, items in _names(file)}


@cache
def _built_in() -> tuple[FormMapping, ...]:
    return tuple(_shipped())


def _shipped() -> Iterator[FormMapping]:
    folder = files("hengji") / "schemes" / "forms"
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".yaml"):
            located = read_yaml(entry.read_bytes(), entry.name).located
            mapping = read_mapping(located).mapping if located is not None else None
            if mapping is None:
                raise ValueError(f"the package's own mapping {entry.name} cannot be read")
            yield mapping


@cache
def _names(file: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    entry = next(
        (each for each in (files("hengji") / "schemes" / "form_names").iterdir() if each.name == f"{file}.yaml"), None
    )
    located = read_yaml(entry.read_bytes(), entry.name).located if entry is not None else None
    return read_names(located) if located is not None else ()
