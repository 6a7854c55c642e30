"""Every list filters, sorts both ways, pages and is exported, by its address alone."""

import io

import pytest
from openpyxl import load_workbook

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("error::django.core.paginator.UnorderedObjectListWarning"),
]

LISTS = {
    "/": ("caizheng", ("organisation", "due")),
    "/campaigns/": ("caizheng", ("year", "title", "done")),
    "/campaigns/{round}/": ("caizheng", ("name", "-late")),
    "/goals/": ("caizheng", ("organisation", "deadline")),
    "/monitoring/": ("caizheng", ("organisation",)),
    "/evaluations/": ("caizheng", ("organisation", "deadline")),
    "/verifications/": ("caizheng", ("organisation", "deadline")),
    "/verifications/requests/": ("caizheng", ("organisation", "due", "state")),
    "/verifications/objections/": ("caizheng", ("organisation", "at", "state")),
    "/organisations/regions/": ("caizheng", ("name", "units")),
    "/people/": ("caizheng", ("name", "organisation")),
    "/people/invitations/": ("caizheng", ("name", "expires", "state")),
    "/account/": ("caizheng", ("session_sort=ip", "session_sort=seen")),
    "/history/": ("caizheng", ("person", "at")),
    "/evidence/work/{own}/": ("tianbao", ("name", "by")),
}


@pytest.fixture
def listed(client, city, work_of):
    """The lists with the round's and the work's number in their addresses."""
    from django.urls import reverse

    def opened(address, query):
        client.force_login(city.people[LISTS[address][0]])
        path = address.format(round=city.campaigns[2025].pk, own=work_of("301").pk)
        if "{own}" in address:
            path = reverse("evidence_of_work", args=[work_of("301").pk])
        return client.get(f"{path}?{query}")

    return opened


@pytest.mark.parametrize("address", LISTS)
def test_a_list_sorts_both_ways(listed, address):
    for key in LISTS[address][1]:
        query = key if "=" in key else f"sort={key}"
        turned = query.replace("=", "=-") if "=-" not in query else query.replace("=-", "=")
        assert (listed(address, query).status_code, listed(address, turned).status_code) == (200, 200)


@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_exported_with_its_headings(listed, address):
    query = "session_export=xlsx" if address == "/account/" else "export=xlsx"
    answer = listed(address, query)
    assert answer["Content-Type"].endswith("sheet")
    cells = {
        cell for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True) for cell in row
    }
    assert cells & {"单位", "名称", "姓名", "年度", "地址", "序号"}


@pytest.mark.parametrize("address", [one for one in LISTS if one != "/account/"])
def test_a_list_in_which_nothing_is_found_says_what_to_do(listed, address):
    page = listed(address, "words=没有这个名字&person=没有这个人&since=2031-01-01").content.decode()
    assert 'class="empty"' in page
    assert "请放宽筛选条件" in page


@pytest.mark.parametrize(
    ("address", "words", "name"),
    [
        ("/goals/", "swhhly", "市文化和旅游局"), ("/monitoring/", "swhhly", "市文化和旅游局"),
        ("/evaluations/", "swhhly", "市文化和旅游局"), ("/verifications/", "swhhly", "市文化和旅游局"),
        ("/campaigns/{round}/", "swhhly", "市文化和旅游局"), ("/people/", "zm", "周明"),
    ],
)  # fmt: skip
def test_first_letters_of_the_pinyin_find_a_name(listed, address, words, name):
    response = listed(address, f"words={words}")
    assert response.context["listing"].total >= 1
    assert name in response.content.decode()


def test_rows_in_memory_are_sorted_and_paged_as_those_of_the_database(rf):
    from hengji.web.frame.listing import Column, Listing

    columns = (Column[int]("number", "数", str, order=lambda number: number),)
    rows = list(range(120))
    first = Listing(rf.get("/?x_sort=-number"), rows, columns, "数", prefix="x_")
    assert (first.total, list(first.page)[:2], first.headings[0].direction) == (120, [119, 118], "descending")
    second = Listing(rf.get("/?x_sort=-number&x_page=2"), rows, columns, "数", prefix="x_")
    assert next(iter(second.page)) == 69
    assert "x_page=1" in second.previous_link and "x_sort=-number" in second.previous_link
