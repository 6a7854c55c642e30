"""A deadline passes while somebody types: nothing typed is lost, the page says what happened and what to do."""

import datetime

import pytest
from django.utils import timezone

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SOON = timezone.localdate() + datetime.timedelta(days=20)


@pytest.fixture
def typing(open_as, work_of):
    """A self-evaluation open in a browser, and its field of one figure."""
    work = work_of("301")
    page = open_as("tianbao", f"/evaluations/{work.pk}/")
    return work, page, page.locator('input[data-path*="预算完成数"][data-path*="value"]').first


def _value(site, work):
    with site.alone:
        work.refresh_from_db()
    return work.content["data"]["预算完成数"]["value"]


def test_what_was_typed_after_the_deadline_waits_for_more_time_and_is_then_saved(site, city, typing):
    from hengji.web.history.chain import Actor
    from hengji.web.models import Campaign, DeadlineRequest
    from hengji.web.works.extensions import grant

    work, page, field = typing
    before = _value(site, work)
    with site.alone:
        Campaign.objects.filter(pk=city.campaigns[2025].pk).update(closes_late=True)
    field.fill("3219.50万元")
    field.press("Tab")
    box = page.locator("[data-unsaved]")
    box.wait_for()
    assert "期限 2026-11-18 已过，这项工作停止填报。请申请延期" in box.inner_text()
    assert "3219.50万元" in box.inner_text()
    assert field.input_value() == "3219.50万元"
    assert _value(site, work) == before
    page.reload()
    box.wait_for()
    assert "3219.50万元" in box.inner_text()
    box.locator("a", has_text="申请延期").click()
    page.fill("#ask-time input[name=until]", f"{SOON}")
    page.fill("#ask-time textarea", "最后一天系统繁忙")
    page.click("#ask-time button.main")
    page.locator(".messages", has_text="请等财政部门答复").wait_for()
    with site.alone:
        grant(DeadlineRequest.objects.get(), SOON, "", Actor(city.people["caizheng"]))
    page.goto(f"/evaluations/{work.pk}/")
    page.locator("[data-saving]", has_text="已保存").wait_for()
    assert _value(site, work) == "3219.50万元"
    page.reload()
    page.wait_for_load_state("networkidle")
    assert box.count() == 0


def test_what_was_typed_into_a_work_that_was_handed_on_can_still_be_read(site, typing):
    from hengji.web.models import Work

    work, page, field = typing
    before = _value(site, work)
    with site.alone:
        Work.objects.filter(pk=work.pk).update(state="submitted")
    field.fill("3220.50万元")
    field.press("Tab")
    box = page.locator("[data-unsaved]")
    box.wait_for()
    assert "3220.50万元" in box.inner_text()
    page.reload()
    box.wait_for()
    assert "3220.50万元" in box.inner_text()
    assert _value(site, work) == before
    box.locator("button", has_text="知道了，不要了").click()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert box.count() == 0


def test_a_late_work_that_may_be_filled_says_so_when_it_is_saved(site, typing):
    work, page, field = typing
    field.fill("3221.50万元")
    field.press("Tab")
    page.locator("[data-saving]", has_text="已逾期").wait_for()
    assert _value(site, work) == "3221.50万元"
