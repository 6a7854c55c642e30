"""The goal table under somebody's hands: typing, pasting a range, filling down, undoing; each cell saves itself."""

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry
from hengji.web.works.changes import Edit, apply_edits

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.django_db

ROW = ("key_works", 0, "rows", 0)


class Sheet:
    """The indicators of a department's goal table that is being filled in, open in a browser."""

    def __init__(self, page, work, site):
        self.page, self.work, self.site = page, work, site

    def cell(self, row, column):
        return self.page.locator(f"#row-indicators-{row} td[data-cell={column}]")

    def text(self, row, column):
        return self.cell(row, column).locator(".text").inner_text()

    def paste(self, text):
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+v")
        self.saved()

    def saved(self):
        """Waits until nothing is left to save."""
        self.page.wait_for_function("() => Object.keys(localStorage).every(key => !key.startsWith('hengji:'))")

    def kept(self):
        with self.site.alone:
            self.work.refresh_from_db()
            return self.work.content["indicators"]


@pytest.fixture
def sheet(open_as, site, work_of):
    work = work_of("304", "goals", 2026)
    page = open_as("tianbao304", f"/goals/{work.pk}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return Sheet(page, work, site)


def test_typing_replaces_a_cell_and_saves_it(sheet):
    sheet.cell(10, "target").click()
    sheet.page.keyboard.type("=100%")
    sheet.page.keyboard.press("Enter")
    sheet.saved()
    assert sheet.kept()[9]["key_works"][0]["rows"][0]["target"] == "=100%"


def test_escape_leaves_a_cell_as_it_was(sheet):
    sheet.cell(2, "target").click()
    sheet.page.keyboard.type("错")
    sheet.page.keyboard.press("Escape")
    assert sheet.text(2, "target") == "≥90%"
    assert sheet.page.evaluate("localStorage.length") == 0


def test_a_wrong_cell_says_so_at_once_and_in_words(sheet):
    sheet.cell(2, "target").click()
    sheet.page.keyboard.type("≤40%")
    sheet.page.keyboard.press("Tab")
    sheet.saved()
    wrong = sheet.cell(2, "target")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    words = sheet.page.locator(f"#{wrong.get_attribute('aria-describedby')}").inner_text()
    assert "做得越差越容易达到" in words
    wrong.click()
    sheet.page.keyboard.type("≥90%")
    sheet.page.keyboard.press("Tab")
    sheet.saved()
    expect(wrong).not_to_have_attribute("aria-invalid", "true")


def test_a_range_from_a_spreadsheet_lands_cell_by_cell_and_its_merged_cells_are_filled(sheet):
    before = len(sheet.kept())
    sheet.cell(before, "first").click()
    sheet.page.keyboard.press("Insert")
    sheet.paste('履职\t土壤保护\t地块调查\t调查地块数\t≥8块\t≥20块\n\t\t\t"样品\n合格率"\t≥95%\t≥95%\n')
    rows = sheet.kept()
    assert len(rows) == before + 2
    assert [row["under"] for row in rows[-2:]] == [["履职", "土壤保护"]] * 2
    assert rows[-1]["key_works"][0]["key_work"] == "地块调查"
    assert rows[-1]["key_works"][0]["rows"][0] == {"name": "样品\n合格率", "half_year": "≥95%", "target": "≥95%"}


def test_filling_down_and_undoing_and_redoing(sheet):
    before = [sheet.text(row, "target") for row in (1, 2, 3)]
    sheet.cell(1, "target").click()
    sheet.page.keyboard.press("Shift+ArrowDown")
    sheet.page.keyboard.press("Shift+ArrowDown")
    sheet.page.keyboard.press("Control+d")
    sheet.saved()
    assert [sheet.text(row, "target") for row in (1, 2, 3)] == [before[0]] * 3
    sheet.page.keyboard.press("Control+z")
    sheet.saved()
    assert [row["key_works"][0]["rows"][0]["target"] for row in sheet.kept()[:3]] == before
    sheet.page.keyboard.press("Control+y")
    sheet.saved()
    assert [row["key_works"][0]["rows"][0]["target"] for row in sheet.kept()[:3]] == [before[0]] * 3


def test_a_copied_range_comes_back_as_it_was(sheet):
    sheet.cell(5, "name").click()
    sheet.page.keyboard.press("Shift+ArrowRight")
    sheet.page.keyboard.press("Shift+ArrowDown")
    sheet.page.keyboard.press("Control+c")
    copied = sheet.page.evaluate("navigator.clipboard.readText()")
    assert copied == "\n".join("\t".join(sheet.text(row, key) for key in ("name", "half_year")) for row in (5, 6))


def test_rows_move_and_go_and_come_back(sheet):
    names = [row["key_works"][0]["rows"][0]["name"] for row in sheet.kept()]
    sheet.cell(2, "name").click()
    sheet.page.keyboard.press("Alt+ArrowUp")
    sheet.saved()
    sheet.page.keyboard.press("Control+Delete")
    sheet.saved()
    assert [row["key_works"][0]["rows"][0]["name"] for row in sheet.kept()] == [names[0], *names[2:]]
    sheet.page.keyboard.press("Control+z")
    sheet.page.keyboard.press("Control+z")
    sheet.saved()
    assert [row["key_works"][0]["rows"][0]["name"] for row in sheet.kept()] == names


def test_a_line_of_money_becomes_an_item_of_the_line_above_and_one_of_its_own_again(sheet):
    before = [row.get("items") for row in kept_expenditures(sheet)]
    sheet.page.locator("#row-funds-expenditures-2 td[data-cell=name]").click()
    sheet.page.keyboard.press("Alt+Shift+ArrowRight")
    sheet.saved()
    (basic,) = kept_expenditures(sheet)
    assert [item["name"] for item in basic["items"]] == ["项目支出", "大气监测站点运行", "水环境治理"]
    sheet.page.locator("#row-funds-expenditures-1-items-1 td[data-cell=name]").click()
    sheet.page.keyboard.press("Alt+Shift+ArrowLeft")
    sheet.saved()
    assert [row.get("items") for row in kept_expenditures(sheet)] == before


def kept_expenditures(sheet):
    sheet.kept()
    return sheet.work.content["funds"]["expenditures"]


def test_sums_follow_as_one_types(sheet):
    sheet.page.locator("#row-funds-expenditures-1 td[data-cell=full_year]").click()
    sheet.page.keyboard.type("1")
    sheet.page.keyboard.press("Enter")
    sheet.saved()
    expect(sheet.page.locator("#sum-expenditures")).to_contain_text("不闭合")
    sheet.page.keyboard.press("Control+z")
    sheet.saved()
    expect(sheet.page.locator("#sum-expenditures")).to_contain_text("等于资金总额")


def test_what_somebody_else_wrote_meanwhile_is_shown_and_chosen_from(sheet, city):
    path = ("indicators", 1, *ROW, "target")
    with sheet.site.alone:
        apply_edits(sheet.work, (Edit(path, "≥90%", "≥91%"),), Actor(city.people["tianbao304"]))
    sheet.cell(2, "target").click()
    sheet.page.keyboard.type("≥92%")
    sheet.page.keyboard.press("Enter")
    conflict = sheet.page.locator(".conflict[role=alert]")
    assert "您填“≥92%”，而他人刚刚改成了“≥91%”" in conflict.inner_text()
    assert sheet.text(2, "target") == "≥91%"
    conflict.get_by_text("用我的").click()
    sheet.saved()
    assert sheet.text(2, "target") == "≥92%"
    assert sheet.kept()[1]["key_works"][0]["rows"][0]["target"] == "≥92%"


def test_a_cell_is_not_written_into_another_row_that_took_its_place(sheet, city):
    rows = sheet.kept()
    with sheet.site.alone:
        apply_edits(sheet.work, (Edit(("indicators",), rows, rows[1:]),), Actor(city.people["tianbao304"]))
    sheet.cell(2, "grades").click()
    sheet.page.keyboard.type("说明")
    sheet.page.keyboard.press("Enter")
    assert "被他人移动或改了名" in sheet.page.locator(".conflict[role=alert]").inner_text()
    assert sheet.kept() == rows[1:]


def test_indicators_are_picked_from_the_library_with_their_values(sheet):
    before = len(sheet.kept())
    sheet.page.get_by_role("button", name="从指标库选取").click()
    row = sheet.page.locator("#library-rows tbody tr", has_text="监测断面数").first
    assert "年度目标表" in row.inner_text()
    row.locator("input").check()
    sheet.page.get_by_role("button", name="加入所选").click()
    sheet.saved()
    assert len(sheet.kept()) == before + 1


def test_an_empty_table_takes_its_first_row(open_as, site, work_of):
    work = work_of("305", "goals", 2026)
    sheet = Sheet(open_as("tianbao305", f"/goals/{work.pk}/"), work, site)
    sheet.cell(1, "first").click()
    sheet.page.keyboard.type("履职")
    sheet.page.keyboard.press("Enter")
    sheet.saved()
    assert sheet.kept()[0]["under"] == ["履职", ""]


def test_a_rows_link_to_a_project_is_taken_off_and_its_words_stay(sheet):
    linked = sheet.page.locator("#row-indicators-2 [data-do=unlink]")
    with sheet.site.alone:
        content = sheet.work.content
        content["indicators"][1]["key_works"][0]["rows"][0]["project"] = "没有这个项目"
        sheet.work.save()
        before = content["indicators"][1]
    sheet.page.reload()
    expect(sheet.page.locator("#says-indicators-2")).to_contain_text("取自项目“没有这个项目”")
    linked.click()
    sheet.saved()
    expect(sheet.page.locator("#says-indicators-2")).not_to_contain_text("取自项目")
    row = dict(before["key_works"][0]["rows"][0])
    del row["project"]
    assert sheet.kept()[1]["key_works"][0]["rows"][0] == row
    with sheet.site.alone:
        change = HistoryEntry.objects.filter(action="修改").latest("sequence")
    assert (change.place, change.before) == ("indicators/2/key_works/1/rows/1/project", "没有这个项目")
    sheet.cell(2, "name").click()
    sheet.page.keyboard.press("Control+z")
    sheet.saved()
    assert sheet.kept()[1] == before


def test_only_who_fills_in_the_table_can_take_a_link_off(open_as, sheet):
    with sheet.site.alone:
        sheet.work.content["indicators"][1]["key_works"][0]["rows"][0]["project"] = "没有这个项目"
        sheet.work.save()
    page = open_as("bumen304", f"/goals/{sheet.work.pk}/")
    expect(page.locator("#says-indicators-2")).to_contain_text("取自项目")
    assert page.locator("[data-do=unlink]").count() == 0
