"""Sound forms of many layouts, written by people who had not seen the checker, are neither accused nor doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengji.checks.check import check
from hengji.documents.reading import read_document

FORMS = sorted((Path(__file__).parents[3] / "bench" / "samples" / "sound_forms").glob("*.html"))


@pytest.mark.parametrize("path", FORMS, ids=[path.stem for path in FORMS])
def test_nothing_is_said_against_a_sound_form(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name).document
    assert document is not None
    report = check(document)
    assert [one.message for one in report.relations if one.verdict in ("error", "suspicious")] == []
    assert sum(one.verdict == "ok" for one in report.relations) > 30


def test_there_are_sixteen() -> None:
    assert len(FORMS) == 16
