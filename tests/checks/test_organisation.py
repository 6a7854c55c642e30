"""Whom a paper is about: never the bureau that asked for it, the firm that judged, or the unit of a table."""

from __future__ import annotations

import pytest

from hengji.checks.about import describe
from hengji.facts.document import Document

TITLE = "2022年度部门整体支出绩效评价报告"
OWN = "2022年度部门整体支出绩效自评报告"


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        (f"{TITLE}\n被评价部门：临澜市水务局\n委托单位：临澜市财政局\n评价机构：正信会计师事务所\n", "临澜市水务局"),
        (f"临澜市水务局{TITLE}\n委托单位：临澜市财政局\n", "临澜市水务局"),
        (f"{TITLE}\n受临澜市财政局委托，我所对临澜市水务局（以下简称“市水务局”）开展评价。", "临澜市水务局"),
        (f"临澜市档案馆{OWN}\n", "临澜市档案馆"),
        (f"临澜市第二高级中学{OWN}\n单位：万元\n", "临澜市第二高级中学"),
        (f"沙坪乡人民政府{OWN}\n支出情况（单位：万元）：\n基本支出 12", "沙坪乡人民政府"),
        (f"临澜市动物疫病防控中心（市畜牧站）{OWN}", "临澜市动物疫病防控中心（市畜牧站）"),
        ("临澜市实验幼儿园二〇二一年度部门整体支出绩效自评报告", "临澜市实验幼儿园"),
        (f"附件2\n\n临澜市水务局{OWN}\n", "临澜市水务局"),
        (f"当前位置：首页 > 公开 > 绩效\n\n临澜市水务局{OWN}\n来源：市水务局\n", "临澜市水务局"),
        ("2021年度临澜市水务局部门整体支出绩效评价报告\n委托单位：临澜市财政局", "临澜市水务局"),
        ("临澜市2022年度农村饮水项目绩效评价报告\n\n项目由市水务局负责组织实施，各县配合。", "市水务局"),
        ("临澜市2022年度农村饮水项目绩效评价报告\n\n临澜市水务局\n二〇二三年五月\n", "临澜市水务局"),
        ("项目支出绩效自评表\n填报单位：临澜市水务局（盖章）\n", "临澜市水务局"),
        ("临澜市2022年度农村饮水项目绩效评价报告\n委托单位：临澜市财政局\n评价机构：正信会计师事务所", ""),
        ("项目支出表\n单位：万元\n单位（名、人）：12\n", ""),
    ],
)
def test_who_the_paper_is_about(text: str, organisation: str) -> None:
    title = next(line for line in text.split("\n") if line)
    assert describe(Document("样例.txt", "txt", text, title=title)).organisation == organisation
