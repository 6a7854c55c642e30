"""The verifier's page under somebody's hands: the keyboard alone confirms and corrects, totals follow."""

import pytest
from tests.web.verifications.conftest import RATE

from hengji.web.verifications.sheet import scored_sides

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(open_as, begun):
    return open_as("hecha", f"/verifications/{begun.pk}/")


def _row(page, key=RATE):
    return page.locator(f'tr[data-row="{key}"]')


def test_a_row_is_corrected_and_finished_and_the_bottom_follows(page, site, begun, who):
    total = page.locator("#total .total")
    expect(total).to_have_count(3)
    before = total.nth(1).inner_text()
    expect(total.nth(0)).to_have_text(before)
    field = _row(page).get_by_label("实际完成工作数", exact=True)
    field.fill("30")
    field.press("Tab")
    expect(field).to_have_value("30项")
    expect(_row(page).locator(".verdict")).to_contain_text("没有写理由类别、理由")
    expect(total.nth(1)).not_to_have_text(before)
    expect(total.nth(0)).to_have_text(before)
    _row(page).get_by_label("理由类别").select_option("figure")
    text = _row(page).locator("textarea")
    text.fill("有验收单的只有 30 项")
    text.press("Tab")
    expect(_row(page).locator(".verdict")).to_contain_text("已核查")
    with site.alone:
        begun.refresh_from_db()
        checked = scored_sides(begun, who("hecha").user)[1].card
    expect(total.nth(1)).to_have_text(f"{float(checked.total):.2f}")


def test_the_keyboard_alone_goes_through_the_rows(page):
    rows = page.locator("tr.leaf")
    page.keyboard.press("n")
    expect(rows.first).to_be_focused()
    page.keyboard.press("c")
    expect(rows.first.locator(".verdict")).to_contain_text("已核查，无误")
    page.keyboard.press("n")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.first).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("#margin")).to_contain_text("内部意见")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("下一个没有核查完的指标")
