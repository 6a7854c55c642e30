"""Which numbers in prose are figures that somebody typed."""

from __future__ import annotations

import pytest

from hengji.reports.narrative.typed_figures import split_figures
from hengji.reports.paper.blocks import Typed, plain

_LINES = [
    ("支出12.30万元，占45%。", ["12.30万元", "45%"]),
    ("共走访企业112家，签约3个项目。", ["112家", "3个"]),
    ("根据湛财绩〔2022〕3号和财预[2020]10号", []),
    ("2021年12月31日，2021—2023年，2021年度", []),
    ("1.第3项和（2）第十项", []),
    ("据财决01-1表、财决附03表和附件2", []),
    ("《关于2021年第12批项目的通知》", []),
    ("〔请填写：编制15人〕", []),
    ("增加１２人", ["１２人"]),
]


@pytest.mark.parametrize(("line", "figures"), _LINES)
def test_years_dates_ordinals_and_document_numbers_are_no_figures(line: str, figures: list[str]) -> None:
    runs = split_figures(line, begins_line=True)
    assert [run.text for run in runs if isinstance(run, Typed)] == figures
    assert plain(runs) == line


def test_digits_in_a_name_are_no_figure() -> None:
    runs = split_figures("调剂比例20%以上项目有2项", ["调剂比例20%以上项目"])
    assert [run.text for run in runs if isinstance(run, Typed)] == ["2项"]
