"""A project's self-evaluation under somebody's hands: typed, a line of money added, submitted."""

import pytest

from hengji.web.models import Work

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.django_db


def test_a_form_is_typed_scored_and_submitted(open_as, site, city):
    works = Work.objects.filter(project__name="公共文化场馆免费开放", stage__campaign__year=2025)
    work = works.get(stage__kind="self_evaluation")
    page = open_as("tianbao", f"/evaluations/{work.pk}/")

    # the execution rate and its score follow the amounts
    spent = page.get_by_label("年度资金总额全年执行数")
    spent.fill("308.22")
    spent.press("Tab")
    expect(spent).to_have_value("308.22万元")
    expect(page.locator("#rate-0")).to_have_text("50.00%")
    expect(page.locator("#funds-score")).to_have_text("5.00")
    expect(page.locator("#funds-says")).to_contain_text("其下各项")

    # another source of money is a line of its own
    page.get_by_role("button", name="添加一行资金来源").click()
    line = page.get_by_label("其中：其他资金全年执行数")
    expect(line).to_be_visible()
    page.get_by_role("button", name="删去“其中：其他资金”").click()
    expect(line).to_have_count(0)
    page.get_by_label("一般公共预算资金全年执行数").fill("308.22")
    page.get_by_label("年度总体目标：实际完成情况").fill("全年免费开放，任务完成")
    page.keyboard.press("Tab")
    expect(page.locator("#funds-says .told")).to_have_count(0)

    # the last open indicator
    row = page.locator('tr[data-row="满意度指标/服务对象满意度指标/群众满意度"]')
    row.get_by_label("实际完成值").fill("81%")
    row.get_by_label("实际完成值").press("Tab")
    expect(row.locator(".why")).to_contain_text("失 1.00 分")
    expect(page.locator("#total")).to_contain_text("94.00")

    # the paper says the same, then it is handed on
    page.get_by_role("link", name="自评表", exact=True).click()
    expect(page.locator("table.ruled tr.total")).to_contain_text("94.00")
    page.get_by_role("button", name="提交审核").click()
    page.get_by_role("dialog").get_by_role("button", name="提交审核").click()
    expect(page.locator(".head .state")).to_have_text("待审核")
    with site.alone:
        work.refresh_from_db()
        assert work.state == "submitted"
        assert work.content["funds"]["lines"] == [
            {
                "name": "一般公共预算资金",
                "initial_budget": "616.44万元",
                "adjusted_budget": "616.44万元",
                "executed": "308.22万元",
            }
        ]
