"""YAML: a tree whose every place is in the file, or errors."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.forms.yaml_reader import read_yaml
    from hengji.facts.sources import Listing, Located, Mapping

import seeds
from mutating import YAML_PIECES, text_mutator
from properties import check_findings


def hold(content: bytes) -> None:
    read = read_yaml(content, "a.yaml")
    check_findings(read.findings, is_refused=read.located is None)
    if read.located is not None:
        check(read.located)


def check(located: Located) -> None:
    assert located.source.line is None or located.source.line >= 1, located
    if isinstance(located, Mapping):
        for key, value in located.entries:
            check(key)
            check(value)
    elif isinstance(located, Listing):
        for item in located.items:
            check(item)
    else:
        located.text.encode()


if __name__ == "__main__":
    entry.run(hold, [seeds.YAML.encode()], text_mutator(YAML_PIECES))
