"""The keyboard alone suffices: every main page is worked without a mouse, and one always sees where one is."""

import pytest

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.django_db

_WHERE = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const row = one.closest("tr");
  const shown = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || (row && getComputedStyle(row).backgroundColor !== "rgba(0, 0, 0, 0)") || one.matches(".editor, main");
  const all = [...document.querySelectorAll("*")];
  const words = (one.textContent || "").trim().slice(0, 20);
  return { place: all.indexOf(one), name: `${one.tagName} ${one.className} ${words}`, shown,
    inside: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    body: one === document.body };
}"""

MAIN_PAGES = {
    "my work": ("caizheng", lambda of, city: "/"),
    "matrix": ("caizheng", lambda of, city: f"/campaigns/{city.campaigns[2025].pk}/"),
    "goals": ("tianbao304", lambda of, city: f"/goals/{of('304', 'goals', 2026).pk}/"),
    "monitoring": ("tianbao304", lambda of, city: f"/monitoring/{of('304', 'monitoring', 2026).pk}/"),
    "rubric": ("tianbao", lambda of, city: f"/evaluations/{of('301').pk}/"),
    "report": ("tianbao", lambda of, city: f"/evaluations/{of('301').pk}/report"),
    "evidence": ("tianbao", lambda of, city: f"/evidence/works/{of('301').pk}/"),
    "verification": ("hecha", lambda of, city: f"/verifications/{of('303', 'verification').pk}/"),
    "goals list": ("caizheng", lambda of, city: "/goals/"),
    "verifications list": ("caizheng", lambda of, city: "/verifications/"),
    "organisations": ("caizheng", lambda of, city: "/organisations/"),
    "people": ("caizheng", lambda of, city: "/people/"),
    "history": ("caizheng", lambda of, city: "/history/"),
    "account": ("caizheng", lambda of, city: "/account/"),
    "logging in": (None, lambda of, city: "/accounts/login/"),
}


@pytest.mark.parametrize("name", list(MAIN_PAGES))
def test_tab_goes_down_the_page_and_shows_where_it_is(name, open_as, work_of, city):
    username, address = MAIN_PAGES[name]
    page = open_as(username, address(work_of, city))
    if name == "logging in":  # the name's field has the focus from the beginning
        page.evaluate("document.activeElement.blur()")
    steps = []
    for _ in range(40):
        page.keyboard.press("Tab")
        step = page.evaluate(_WHERE)
        if step["body"]:
            break
        steps.append(step)
    assert len(steps) >= 3
    assert [step["name"] for step in steps if not step["shown"]] == [], "the focus cannot be seen"
    assert [step["name"] for step in steps if not step["inside"]] == [], "the focus is outside the window"
    places = [step["place"] for step in steps]
    assert places == sorted(places), "the order of the keyboard is not that of the page"


def test_the_first_tab_leads_past_the_navigation_into_the_work(open_as):
    page = open_as("caizheng", "/campaigns/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#work")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_escape_closes_a_menu_and_the_focus_returns_to_it(open_as):
    page = open_as("caizheng", "/")
    menu = page.locator("details.menu.person")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(menu.get_by_text("我的账号")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_a_menu_closes_when_the_focus_leaves_it(open_as):
    page = open_as("caizheng", "/")
    menu = page.locator("details.menu.person")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(menu).not_to_have_attribute("open", "")


@pytest.mark.parametrize(
    ("username", "stage", "code", "year", "button", "dialog"),
    [
        ("tianbao", "self_evaluation", "301", 2025, "[data-dialog=step-submit]", "#step-submit"),
        ("tianbao304", "goals", "304", 2026, "[data-dialog=keys]", "#keys"),
        ("hecha", "verification", "303", 2025, "[data-dialog=interview]", "#interview"),
    ],
)
def test_a_dialog_holds_the_focus_and_escape_gives_it_back(
    username, stage, code, year, button, dialog, open_as, work_of
):
    page = open_as(username, f"/works/{work_of(code, stage, year).pk}/")
    opener = page.locator(button).first
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator(dialog)).to_be_visible()
    inside = f"[document.body, ...document.querySelectorAll('{dialog} *, {dialog}')].includes(document.activeElement)"
    for _ in range(8):
        assert page.evaluate(inside)
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(dialog)).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_rubric_is_filled_without_a_mouse(open_as, work_of):
    page = open_as("tianbao", f"/evaluations/{work_of('301').pk}/")
    choosers = []
    page.on("filechooser", lambda chooser: choosers.append(chooser))  # noqa: PLW0108  # playwright takes no builtin
    rows = page.locator("tr.leaf[data-row]")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(rows.nth(0).locator("select").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("n")
    unfinished = page.locator("tr.leaf:focus")
    expect(unfinished).to_have_count(1)
    expect(unfinished.locator(".unfilled, .problem").first).to_be_attached()
    page.keyboard.press("e")
    page.wait_for_function("() => document.getElementById('sender').elements.indicator.value")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    expect(unfinished).to_be_focused()
    assert [chooser.is_multiple() for chooser in choosers] == [True], "E opens the choice of files"


def test_the_margin_opens_without_moving_the_row_in_hand(open_as, work_of):
    page = open_as("hecha", f"/verifications/{work_of('303', 'verification').pk}/")
    for _ in range(3):
        page.keyboard.press("n")
    row = page.locator("tr.leaf:focus")
    before = row.bounding_box()
    page.keyboard.press("m")
    expect(page.locator("#margin")).to_contain_text("评分标准")
    after = row.bounding_box()
    assert (after["x"], after["width"], after["height"]) == (before["x"], before["width"], before["height"])
    assert abs(after["y"] - before["y"]) < 2
    page.keyboard.press("m")
    assert row.bounding_box() == before


def test_a_list_is_sorted_filtered_and_left_without_a_mouse(open_as):
    page = open_as("caizheng", "/goals/")
    page.locator("main").get_by_role("searchbox").focus()
    page.keyboard.type("教育")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=*")
    expect(page.locator("tbody tr").first).to_contain_text("市教育局")
    sort = page.locator("th a.sort").nth(1)
    sort.focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    link = page.locator("tbody a").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("市教育局")


def test_the_goal_table_lets_the_focus_out_again(open_as, work_of):
    page = open_as("tianbao304", f"/goals/{work_of('304', 'goals', 2026).pk}/")
    page.locator("#row-indicators-1 td[data-cell=target]").click()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#row-indicators-2 td.active")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('table.sheet.indicators [data-cell]')")
