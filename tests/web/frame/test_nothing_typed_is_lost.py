"""A session ends in the middle of a form: whatever was typed waits in the browser and is saved after the next login."""

import re

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PASSWORD = "示例口令-12345"


@pytest.fixture
def typing(open_as, work_of):
    """The self-evaluation that is being filled in, open in a browser."""
    work = work_of("301")
    return work, open_as("tianbao", f"/evaluations/{work.pk}/")


def _end_sessions(site):
    from django.contrib.sessions.models import Session

    with site.alone:
        Session.objects.all().delete()


def _figure(page):
    """The field of a figure, and the path by which it is found again on another page."""
    field = page.locator('input[data-path*="预算完成数"][data-path*="value"]').first
    return field, field.get_attribute("data-path")


def _content(site, work):
    with site.alone:
        work.refresh_from_db()
    return work.content["data"]["预算完成数"]["value"]


def _log_in(page):
    page.fill("[name=login]", "tianbao")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.main")


def test_what_was_typed_after_the_session_ended_is_saved_after_the_next_login(site, typing):
    work, page = typing
    before = _content(site, work)
    _end_sessions(site)
    field, path = _figure(page)
    field.fill("3211.50万元")
    field.press("Tab")
    page.locator("[data-saving]", has_text="登录已过期").wait_for()
    assert "内容已暂存在本机" in page.inner_text("[data-saving]")
    assert _content(site, work) == before
    page.reload()
    assert "/accounts/login/" in page.url
    _log_in(page)
    page.wait_for_url(re.compile(rf"/evaluations/{work.pk}/"))
    page.locator("[data-saving]", has_text="已保存").wait_for()
    assert _content(site, work) == "3211.50万元"
    again = page.locator(f"[data-path='{path}']").first
    assert again.input_value().startswith("3211.50")


def test_logging_in_in_another_window_and_coming_back_is_enough(site, typing):
    work, page = typing
    _end_sessions(site)
    field, _ = _figure(page)
    field.fill("3212.50万元")
    field.press("Tab")
    page.locator("[data-saving]", has_text="登录已过期").wait_for()
    other = page.context.new_page()
    other.goto("/accounts/login/")
    _log_in(other)
    other.wait_for_url(re.compile(r"/$"))
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.locator("[data-saving]", has_text="已保存").wait_for()
    assert _content(site, work) == "3212.50万元"


def test_a_cell_that_was_not_left_yet_is_kept_when_the_page_goes(site, typing):
    work, page = typing
    _end_sessions(site)
    field, _ = _figure(page)
    field.fill("3213.50万元")
    page.goto("/accounts/login/")
    _log_in(page)
    page.wait_for_url(re.compile(r"/$"))
    page.goto(f"/evaluations/{work.pk}/")
    page.locator("[data-saving]", has_text="已保存").wait_for()
    assert _content(site, work) == "3213.50万元"


def test_what_one_person_typed_is_not_sent_under_the_next_persons_name(site, typing):
    work, page = typing
    before = _content(site, work)
    _end_sessions(site)
    field, _ = _figure(page)
    field.fill("3214.50万元")
    field.press("Tab")
    page.locator("[data-saving]", has_text="登录已过期").wait_for()
    page.goto("/accounts/login/")
    page.fill("[name=login]", "bumen")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.main")
    page.wait_for_url(re.compile(r"/$"))
    page.goto(f"/evaluations/{work.pk}/")
    page.wait_for_load_state("networkidle")
    assert _content(site, work) == before


def test_two_tabs_of_one_person_keep_both_cells_and_ask_where_they_typed_into_the_same(site, typing):
    work, first = typing
    second = first.context.new_page()
    second.goto(first.url)
    field, path = _figure(first)
    field.fill("3215.50万元")
    field.press("Tab")
    first.locator("[data-saving]", has_text="已保存").wait_for()

    other = second.locator('input[data-path*="在职人员数"][data-path*="value"]').first
    other.fill("45人")
    other.press("Tab")
    second.locator("[data-saving]", has_text="已保存").wait_for()
    assert _content(site, work) == "3215.50万元"
    assert work.content["data"]["在职人员数"]["value"] == "45人"

    again = second.locator(f"[data-path='{path}']").first
    again.fill("3216.50万元")
    again.press("Tab")
    conflict = second.locator(".conflict[role=alert]")
    conflict.wait_for()
    assert "您填“3216.50万元”" in conflict.inner_text() and "3215.50万元" in conflict.inner_text()
    assert _content(site, work) == "3215.50万元"
    conflict.get_by_text("用我的").click()
    second.locator("[data-saving]", has_text="已保存").wait_for()
    conflict.wait_for(state="detached")
    second.wait_for_function("() => Object.keys(localStorage).every(key => !key.startsWith('hengji:'))")
    assert _content(site, work) == "3216.50万元"
