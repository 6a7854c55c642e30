"""Charts print the figures they were given, leave gaps where there are none, and treat labels as text."""

from __future__ import annotations

import io
from collections.abc import Callable
from fractions import Fraction

import pytest
from docx import Document
from pypdf import PdfReader

from hengji.facts.findings import Finding
from hengji.reports.paper import charts
from hengji.reports.paper.blocks import Orientation, Paper, Picture, Section
from hengji.reports.paper.charts import (
    Compared,
    Executed,
    Scored,
    Shown,
    Yearly,
    execution,
    scores_by_indicator,
    self_against_verified,
    years,
)
from hengji.reports.paper.faces import FacesMissing, choose_faces, faces_among
from hengji.reports.paper.print import write_pdf
from hengji.reports.paper.word import write_docx
from reports.paper.small_papers import INJECTIONS, paper_of

pytestmark = pytest.mark.skipif(
    isinstance(choose_faces(), Finding), reason="no Chinese fonts (apt-get install fonts-noto-cjk)"
)


def shown(text: str) -> Shown:
    return Shown(Fraction(text.replace(",", "")), text)


CHARTS: dict[str, Callable[[], Picture]] = {
    "scores": lambda: scores_by_indicator(
        [Scored("过程", shown("27.25"), shown("30.00")), Scored("效益", None, shown("40"))]
    ),
    "execution": lambda: execution(
        [Executed("基本支出", shown("1,234.56"), shown("1,198.20"), "97.05%"), Executed("其他", None, None)]
    ),
    "compared": lambda: self_against_verified([Compared("执行率", shown("5.00"), shown("4.50"), shown("5.00"))]),
    "years": lambda: years(
        [Yearly("2021年", (shown("10"), None)), Yearly("2022年", (shown("-3"), shown("4")))], "两年", ("甲", "乙")
    ),
    "nothing": lambda: scores_by_indicator([]),
    "zero": lambda: years([Yearly("2021年", (shown("0"),))], "零"),
    "negative": lambda: execution([Executed("净额", shown("-5"), shown("3"))]),
    "injected": lambda: scores_by_indicator(
        [Scored(text, shown("1"), shown("2")) for text in INJECTIONS], INJECTIONS[0]
    ),
    "many": lambda: scores_by_indicator([Scored(f"指标{n}", shown("1"), shown("2")) for n in range(1000)]),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_for_word_and_for_print(name: str) -> None:
    picture = CHARTS[name]()
    assert picture.png.startswith(b"\x89PNG") and picture.svg.startswith("<svg")
    assert Document(io.BytesIO(write_docx(paper_of(picture)))).inline_shapes[0].width > 0
    assert len(PdfReader(io.BytesIO(write_pdf(paper_of(picture)))).pages) == 1


def test_the_words_for_who_cannot_see_it_hold_every_figure() -> None:
    assert CHARTS["scores"]().alt == "各一级指标得分与满分。过程：得分27.25，满分30.00；效益：得分无数据，满分40。"
    assert "预算数1,234.56，执行数1,198.20，执行率97.05%" in CHARTS["execution"]().alt
    assert "自评得分5.00，核查得分4.50，满分5.00" in CHARTS["compared"]().alt
    assert "2021年：甲10，乙无数据" in CHARTS["years"]().alt


def test_the_same_figures_give_the_same_picture() -> None:
    assert CHARTS["scores"]() == CHARTS["scores"]()


def test_a_picture_stands_no_higher_than_the_page() -> None:
    tall = CHARTS["many"]()
    limits: dict[Orientation, int] = {"portrait": 225, "landscape": 156}
    for orientation, limit in limits.items():
        paper = Paper("", (Section((tall, tall), orientation),))
        shape = Document(io.BytesIO(write_docx(paper))).inline_shapes[0]
        assert shape.height.mm < limit


def test_the_picture_in_print_says_what_it_shows() -> None:
    picture = CHARTS["compared"]()
    reader = PdfReader(io.BytesIO(write_pdf(paper_of(picture))))
    objects = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    assert picture.alt in [one["/Alt"] for one in objects if isinstance(one, dict) and "/Alt" in one]


def test_without_a_chinese_face_a_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "choose_faces", lambda: faces_among([]))
    with pytest.raises(FacesMissing, match="fonts-noto-cjk"):
        CHARTS["zero"]()
