"""The page is complete, self-contained and safe to open whatever an evaluation holds."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hengji.facts.evaluation import Reason
from hengji.facts.findings import Finding
from hengji.facts.scorecard import Input
from hengji.reports.scorecard_page import comparison_page, scorecard_page
from hengji.workflows.scoring import compare_files, score_file
from reports.small_scorecards import COMPLIANCE, HOSTILE, comparison, scorecard

EXAMPLES = Path(__file__).parents[2] / "examples"
VOID = {"meta", "link", "br", "rect", "path"}


class Page(HTMLParser):
    """The elements, attributes and visible text of a page; every element must be closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.lines: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.text += data
            self.lines += filter(None, [data.strip()])


def open_with_hostile_words() -> str:
    card = scorecard()
    poisoned = tuple(
        replace(
            node,
            path=(*node.path[:-1], HOSTILE),
            why=(HOSTILE,),
            inputs=(Input(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
            reasons=(Reason("other", HOSTILE, (HOSTILE,)),),
            standard=HOSTILE,
            basis=(HOSTILE,),
            meaning=HOSTILE,
            target=f'" onmouseover="{HOSTILE}',
        )
        for node in card.nodes
    )
    return scorecard_page(
        replace(
            card,
            organisation=HOSTILE,
            scheme_title=HOSTILE,
            note=HOSTILE,
            stated_grade=HOSTILE,
            grade=HOSTILE,
            nodes=poisoned,
            what_ifs=(),
            findings=(Finding("error", HOSTILE, excerpt=HOSTILE, advice=HOSTILE),),
        )
    )


PAGES = {
    "scorecard": scorecard_page(scorecard()),
    "open scorecard": scorecard_page(scorecard(open_leaf=True)),
    "comparison": comparison_page(comparison()),
    "hostile": open_with_hostile_words(),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
class TestEveryPage:
    def test_is_well_formed_and_says_its_language(self, page: str) -> None:
        assert ("lang", "zh-CN") in Page(page).attributes

    def test_needs_no_network_and_no_script(self, page: str) -> None:
        found = Page(page)
        assert not {"script", "link", "img", "iframe", "object", "form"} & set(found.tags)
        assert not {name for name, _ in found.attributes} & {"src", "href", "action", "onmouseover", "onclick"}
        assert not re.search(r"https?:|url\(|@import|//\w", page)


class TestScorecardPage:
    def test_an_organisation_named_like_a_script_is_only_text(self) -> None:
        page = open_with_hostile_words()
        assert HOSTILE not in page
        assert HOSTILE in Page(page).text

    def test_every_indicator_is_there_with_its_score(self) -> None:
        lines = Page(PAGES["scorecard"]).lines
        for node in scorecard().leaves:
            assert node.name in lines
        assert {"1.94", "0.06", "57.00", "30.00", "10.00"} <= set(lines)

    def test_inputs_show_value_unit_form_and_line(self) -> None:
        text = " ".join(Page(PAGES["scorecard"]).text.split())
        assert "政府采购实际金额 1,003.83 万元 财决附03表，第12行" in text
        assert "项目增长额 −3.5 万元 第13行" in text
        assert "来源里的行号指 核查.yaml" in text

    def test_a_reason_is_said_once_with_its_code(self) -> None:
        text = Page(PAGES["scorecard"]).text
        assert text.count("有 4 个项目执行率低") == 1
        assert "不合规" in text

    def test_findings_come_before_the_tree_the_error_first(self) -> None:
        lines = Page(PAGES["scorecard"]).lines
        places = [lines.index(line) for line in ("文中总分与各项得分不一致", "单位已更名", "为什么")]
        assert places == sorted(places)
        assert "错误" in lines

    def test_another_reading_stands_beside_the_total_with_its_difference(self) -> None:
        lines = Page(PAGES["scorecard"]).lines
        assert {"若：上级补助计入", "87.19", "−1.75"} <= set(lines)
        assert "招商推介活动次数 30.00 → 28.25" in lines

    def test_while_open_the_range_and_the_possible_grades_are_shown(self) -> None:
        lines = Page(PAGES["open scorecard"]).lines
        assert {"87.00～89.00", "尚未确定", "可能为", "未佐证", "0.00～2.00"} <= set(lines)

    def test_targets_have_columns_only_where_goals_exist(self) -> None:
        assert {"全年目标", "实际", "≥8次", "6次", "未达到"} <= set(Page(PAGES["scorecard"]).lines)
        plain = replace(scorecard(), nodes=tuple(replace(n, target="", actual="") for n in scorecard().nodes))
        assert "全年目标" not in Page(scorecard_page(plain)).lines

    def test_the_grade_is_a_word_beside_its_colour(self) -> None:
        assert '<span class="grade good">良</span>' in PAGES["scorecard"]

    def test_a_total_above_the_ceiling_shows_what_the_scheme_makes_of_it(self) -> None:
        above = replace(
            scorecard(), total=Fraction("101.72"), uncapped=Fraction("101.72"), total_by_scheme=Fraction(100)
        )
        text = Page(scorecard_page(above)).text
        assert "各项与加减分合计 101.72，应计 100.00" in text

    def test_a_bar_never_leaves_its_track(self) -> None:
        generous = replace(scorecard().nodes[0], score=Fraction(99), low=Fraction(99), high=Fraction(99))
        page = scorecard_page(replace(scorecard(), nodes=(generous,), what_ifs=()))
        assert set(re.findall(r'width="([\d.]+)"', page)) == {"100"}


class TestComparisonPage:
    def test_only_what_differs_is_marked_and_explained(self) -> None:
        page = PAGES["comparison"]
        assert re.findall(r'<td class="number differs" data-label="差额">(.*?)</td>', page) == [
            "+1.00",
            "+2.00",
            "+1.00",
        ]
        assert "有 4 个项目执行率低" in page
        assert "3.83 ÷ 3.94" not in page

    def test_every_leaf_is_there_once(self) -> None:
        lines = Page(PAGES["comparison"]).lines
        assert [lines.count(gap.path[-1]) for gap in comparison().nodes] == [1] * len(comparison().nodes)
        assert COMPLIANCE[-1] in lines


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_department_has_a_whole_page(path: Path) -> None:
    card = score_file(path).card
    if card is None:
        pytest.skip("not an evaluation by itself")
    lines = set(Page(scorecard_page(card)).lines)
    assert {node.name for node in card.nodes} <= lines


def test_the_verification_example_compares_on_a_page() -> None:
    folder = EXAMPLES / "verification-2021"
    compared = compare_files(folder / "self.yaml", folder / "verified.yaml")
    assert compared.comparison is not None
    assert {"101.72", "89.40", "+12.32"} <= set(Page(comparison_page(compared.comparison)).lines)
