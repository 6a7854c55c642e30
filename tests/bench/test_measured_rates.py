"""Every page on a class of relations says how often it erred, in the figures that were last measured."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from measured_rates import BEGIN, DATA, END, KINDS_OF_PAGES, NAMES, PAGES, index_block, page_block, rewritten

from hengji.checks.relations import FINDERS
from hengji.facts.relation import RelationKind

_PAGES = sorted(path.stem for path in PAGES.glob("*.md"))


def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data


def test_every_finder_has_its_page() -> None:
    assert set(FINDERS) == set(_PAGES) - {"index"}


@pytest.mark.parametrize("page", _PAGES)
def test_a_page_carries_what_was_measured(page: str) -> None:
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    block = index_block(_data()) if page == "index" else page_block(page, _data())
    assert text.count(BEGIN) == text.count(END) == 1
    assert block in text


@pytest.mark.parametrize("page", sorted(set(_PAGES) - {"index"}))
def test_a_page_names_at_least_one_kind_that_was_measured(page: str) -> None:
    kinds = KINDS_OF_PAGES.get(page, (page,))
    assert set(kinds) <= set(get_args(RelationKind)) & set(NAMES)
    assert any(kind in _data()["kinds"] for kind in kinds)


def test_no_more_is_found_than_labelled_nor_more_is_real_than_reported() -> None:
    for groups in _data()["kinds"].values():
        for labelled, found, reported, real in groups.values():
            assert 0 <= found <= labelled
            assert 0 <= real <= reported


def test_rewriting_twice_changes_nothing_and_leaves_the_rest_alone() -> None:
    block = page_block("sum", _data())
    once = rewritten("# 合计\n\n正文。\n", block)
    assert once == f"# 合计\n\n正文。\n\n{block}\n"
    assert rewritten(once, block) == once
    assert rewritten(f"前\n{BEGIN}旧{END}\n后\n", block) == f"前\n{block}\n后\n"
