"""The year chosen in the bar: kept for the session, what lists show unless their address says otherwise."""

import pytest

from hengji.web.models import Campaign, Work

pytestmark = pytest.mark.django_db

LISTS = {
    "/goals/": "caizheng", "/monitoring/": "caizheng", "/evaluations/": "caizheng", "/verifications/": "caizheng",
    "/verifications/objections/": "caizheng", "/verifications/requests/": "caizheng", "/": "caizheng",
}  # fmt: skip


def _years(response):
    def of(row):
        work = row if isinstance(row, Work) else row.work
        return work.stage.campaign.year

    return {of(row) for row in response.context["listing"].page.paginator.object_list}


@pytest.fixture
def choose(client, city):
    def chosen(username, year, back="/"):
        client.force_login(city.people[username])
        return client.post("/year/", {"year": year, "next": back})

    return chosen


@pytest.mark.parametrize("address", LISTS)
def test_a_list_shows_the_chosen_year_and_another_where_its_address_names_one(client, choose, address):
    choose(LISTS[address], "")
    everything = _years(client.get(address))
    choose(LISTS[address], "2025")
    assert _years(client.get(address)) == everything & {2025}
    assert _years(client.get(f"{address}?year=2026")) == everything & {2026}
    assert _years(client.get(f"{address}?year=")) == everything


@pytest.mark.parametrize("address", ["/goals/", "/monitoring/", "/evaluations/", "/verifications/", "/"])
def test_the_city_has_works_of_several_years_in_the_lists_that_are_tested(client, choose, address):
    choose("caizheng", "")
    assert len(_years(client.get(address))) > 1


def test_the_years_are_those_of_the_rounds_within_sight(client, city, choose):
    elsewhere = Campaign.objects.get(year=2025)
    elsewhere.pk, elsewhere.year, elsewhere.state = None, 2031, "draft"
    elsewhere.save()
    choose("tianbao", "")
    assert client.get("/").context["years_in_sight"] == [2026, 2025, 2024, 2023]
    choose("caizheng", "")
    assert client.get("/").context["years_in_sight"] == [2031, 2026, 2025, 2024, 2023]
    assert choose("tianbao", "2031").status_code == 404, "a draft is the bureau's"


def test_choosing_leads_back_to_the_page_without_the_year_and_page_of_its_address(choose):
    assert choose("caizheng", "2025", "/goals/?words=局&year=2026&page=3")["Location"] == "/goals/?words=%E5%B1%80"


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_choosing_leads_nowhere_else(choose, address):
    assert choose("caizheng", "2025", address)["Location"] == "/"


@pytest.mark.parametrize("year", ["1999", "x", "２０２５", "2025.0", "-1"])
def test_a_year_that_is_not_there_is_not_chosen(client, choose, year):
    assert choose("caizheng", year).status_code == 404
    assert client.get("/").context["chosen_year"] is None


@pytest.mark.parametrize("year", ["x", "99999999999999", "²", "0"])
def test_an_address_with_a_year_that_is_none_opens_all_the_same(client, choose, year):
    choose("caizheng", "2025")
    assert client.get("/goals/", {"year": year}).status_code == 200


def test_what_waits_in_other_years_is_not_lost_from_my_work(client, choose):
    choose("caizheng", "")
    everything = client.get("/").context["listing"].total
    choose("caizheng", "2025")
    response = client.get("/")
    left = everything - response.context["listing"].total
    assert left > 0
    assert f"这里只列 2025 年度的，其他年度还有 {left} 项" in response.content.decode()
    assert response.context["waiting_count"] == everything


def test_the_bar_is_used_without_script(open_as, site, browser, city):
    page = open_as("caizheng", "/goals/?of=project&year=2026")
    cookies = page.context.cookies()
    plain = browser.new_context(java_script_enabled=False, base_url=site.address)
    plain.add_cookies(cookies)
    page = plain.new_page()
    page.goto("/goals/?of=project&year=2026")
    page.get_by_text("全部年度 ▾").click()
    page.get_by_role("button", name="2025年度").click()
    page.wait_for_url("**/goals/?of=project")
    assert page.locator("details.years summary").inner_text() == "2025年度 ▾"
    assert set(page.locator("main tbody td:first-child").all_inner_texts()) == {"2025"}
    plain.close()
