"""What a line of the list of evidence knows of its file."""

from __future__ import annotations

import pytest

from hengji.facts.evidence import Evidence


@pytest.mark.parametrize(
    ("file", "kind"), [("a.tar.gz", "gz"), ("没有扩展名", ""), ("v1.2/说明", ""), (r"v1.2\说明", ""), ("", "")]
)
def test_the_kind_is_the_ending_of_the_files_own_name(file: str, kind: str) -> None:
    assert Evidence("1", "a", file).kind == kind
