"""Turns YAML text into what the core reads, for tests."""

from __future__ import annotations

from textwrap import dedent

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.facts.findings import Finding
from hengji.facts.sources import Located
from hengji.rules.scheme import Scheme
from hengji.rules.scheme_notation import read_scheme


def located(text: str, document: str = "测试.yaml") -> Located:
    read = read_yaml(dedent(text).encode(), document)
    assert read.located is not None, [str(finding) for finding in read.findings]
    return read.located


def findings_of_scheme(text: str) -> tuple[Finding, ...]:
    return read_scheme(located(text)).findings


def scheme(text: str) -> Scheme:
    read = read_scheme(located(text))
    assert read.scheme is not None, [str(finding) for finding in read.findings]
    return read.scheme
