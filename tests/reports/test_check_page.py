"""The page shows the whole document, links both ways, needs no network, and is safe whatever a document holds."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from hengji.facts.document import Document, Paragraph
from hengji.facts.relation import CheckReport, Figure
from hengji.reports.check_marks import inked, marks_of
from hengji.reports.check_page import check_page
from reports.small_checks import MENTIONS, TEXT, checked, document, figure, relation, report

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
VOID = {"meta", "path", "input"}


class Page(HTMLParser):
    """Elements with their attributes, and the text of each; every element must be closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.paper = ""
        self.rows: list[list[str]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self._open:
            self.paper += data
            if {"td", "th"} & set(self._open):
                self.rows[-1][-1] += data

    def attributes(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


PAGE = check_page("自评.pdf", *checked())


def hostile() -> str:
    text = f"{HOSTILE}占99%"
    facts = replace(report().facts, title=HOSTILE, organisation=HOSTILE)
    bad = Document(HOSTILE, "txt", text, (Paragraph(0, len(text), 1),), title=HOSTILE)
    found = relation("share", "error", (Figure(HOSTILE, text, 0, len(text)),), HOSTILE, formula=HOSTILE, likely=HOSTILE)
    return check_page(HOSTILE, bad, CheckReport(facts, (found,)))


@pytest.mark.parametrize("page", [PAGE, hostile()], ids=["usual", "hostile"])
class TestEveryPage:
    def test_needs_no_network(self, page: str) -> None:
        found = Page(page)
        assert not {"link", "img", "iframe", "object", "form"} & {tag for tag, _ in found.elements}
        assert found.attributes("src") == []
        assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
        assert all(href.startswith("#") for href in found.attributes("href"))

    def test_runs_its_own_script_and_no_other(self, page: str) -> None:
        scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        assert len(scripts) == 1
        digest = b64encode(sha256(scripts[0].encode()).digest()).decode()
        assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page

    def test_every_link_leads_somewhere_and_no_name_is_given_twice(self, page: str) -> None:
        found = Page(page)
        names = found.attributes("id")
        assert len(names) == len(set(names))
        assert {href[1:] for href in found.attributes("href")} <= set(names)


def test_hostile_words_are_only_text() -> None:
    assert HOSTILE not in hostile()
    assert HOSTILE in Page(hostile()).paper


def test_the_whole_text_is_there_in_its_order() -> None:
    said = Page(PAGE).paper
    assert "".join(re.sub(r"第\d+页", "", said).split()) == "".join(TEXT.split())


def test_text_outside_of_paragraphs_is_not_lost() -> None:
    bare = replace(document(), paragraphs=(), tables=())
    assert "本年收入合计" in Page(check_page("a", bare, report())).paper


def test_tables_are_tables_with_their_heading() -> None:
    assert Page(PAGE).rows == [
        ["科目", "预算数", "决算数"],
        ["人员经费", "120.00", "118.50"],
        ["合计", "150.00", "149.00"],
    ]
    assert [tag for tag, _ in Page(PAGE).elements].count("th") == 3


def test_a_merged_cell_keeps_the_columns_in_line() -> None:
    table = document().tables[0]
    tall = tuple(
        replace(cell, row_span=2) if cell.text == "人员经费" else cell for cell in table.cells if cell.text != "合计"
    )
    page = Page(check_page("a", replace(document(), tables=(replace(table, cells=tall),)), report()))
    assert page.rows[1:] == [["人员经费", "120.00", "118.50"], ["150.00", "149.00"]]


def test_a_gap_in_the_grid_is_filled() -> None:
    table = document().tables[0]
    holed = tuple(cell for cell in table.cells if cell.text != "120.00")
    page = Page(check_page("a", replace(document(), tables=(replace(table, cells=holed),)), report()))
    assert page.rows[1] == ["人员经费", "", "118.50"]


def test_a_figure_shows_its_gravest_verdict_and_names_all_its_relations() -> None:
    share, spent = TEXT.index("443.26"), TEXT.index("118.50")
    assert f'<a class="f error" id="m{share}" href="#r1" data-r="1 2" title="错误 · 占比">443.26</a>' in PAGE
    assert f'<a class="f suspicious" id="m{spent}" href="#r3" data-r="3" title="存疑 · 合计">118.50</a>' in PAGE
    assert '<span class="f unchecked">12</span>' in PAGE


def test_findings_stand_in_the_order_of_their_places_with_word_and_icon() -> None:
    found = re.findall(r'<li id="(r\d+)" class="finding (\w+)" data-verdict="\w+" data-kind="(\w+)"', PAGE)
    assert found == [("r1", "error", "share"), ("r3", "suspicious", "sum")]
    assert re.search(r'<span class="verdict error"><svg.*?</svg>错误</span>', PAGE, re.DOTALL)


def test_pages_are_told_where_they_begin() -> None:
    assert re.findall(r'<span class="page">(第\d+页)</span>(.)', PAGE) == [("第1页", "云"), ("第2页", "二")]


def test_verdicts_have_underlines_of_their_own() -> None:
    lines = dict(re.findall(r"\.f\.(\w+), \.key\.\w+ \{ text-decoration: underline (\w+)", PAGE))
    assert lines == {"error": "double", "suspicious": "wavy", "rounding": "dashed", "ok": "solid"}


def test_without_findings_the_page_says_so() -> None:
    assert "没有发现错误或存疑之处" in check_page("a", document(), replace(report(), relations=()))


def test_nested_and_overlapping_figures_are_cut_apart() -> None:
    first, second = MENTIONS[0], MENTIONS[1]
    around = Figure("stated", TEXT[first.start - 4 : second.end], first.start - 4, second.end)
    relations = (relation("structure", "suspicious", (around,)), relation("sum", "error", (figure("total", first),)))
    marks = marks_of(document(), replace(report(), relations=relations, unchecked=()))
    assert [(mark.start, mark.end, mark.verdict, mark.relations) for mark in marks] == [
        (first.start - 4, first.start, "suspicious", (1,)),
        (first.start, first.end, "error", (2, 1)),
        (first.end, second.end, "suspicious", (1,)),
    ]


def test_words_that_hold_are_not_marked() -> None:
    assert not [mark for mark in marks_of(*checked()) if mark.relations == (4,)]


@pytest.mark.parametrize(("span", "shown"), [((0, 4), (1, 3)), ((1, 3), (1, 3)), ((3, 4), (3, 4))])
def test_blanks_at_the_ends_of_a_figure_are_not_marked(span, shown):
    assert inked(" ab ", *span) == shown
