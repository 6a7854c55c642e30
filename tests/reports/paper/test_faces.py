"""The official faces where they are, Noto's Chinese ones otherwise, a finding where there are none."""

from __future__ import annotations

import pytest

from hengji.facts.findings import Finding
from hengji.reports.paper.faces import FontChoice, faces_among

NOTO = ["Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK JP"]


SERIF, SANS = NOTO[:2]


@pytest.mark.parametrize(
    ("families", "chosen"),
    [
        (NOTO, FontChoice(SERIF, SERIF, SERIF, SANS, bold_title=True)),
        (
            [*NOTO, "方正小标宋简体", "仿宋_GB2312", "KaiTi", "simhei"],
            FontChoice("方正小标宋简体", "仿宋_GB2312", "KaiTi", "simhei"),
        ),
        ([*NOTO, "FangSong"], FontChoice(SERIF, "FangSong", SERIF, SANS, bold_title=True)),
        ([SANS], FontChoice(SANS, SANS, SANS, SANS, bold_title=True)),
    ],
)
def test_the_best_faces_that_are_there_are_chosen(families: list[str], chosen: FontChoice) -> None:
    assert faces_among(families) == chosen


@pytest.mark.parametrize("families", [[], ["DejaVu Sans"], ["Noto Serif CJK JP", "Noto Sans CJK TC"]])
def test_without_a_chinese_face_the_finding_names_the_package_and_the_files(families: list[str]) -> None:
    finding = faces_among(families)
    assert isinstance(finding, Finding)
    for word in (
        "没有可用的中文字体",
        "方正小标宋简体",
        "仿宋_GB2312",
        "fonts-noto-cjk",
        "NotoSerifCJK-Regular.ttc",
        "GB/T 9704-2012",
    ):
        assert word in str(finding)
