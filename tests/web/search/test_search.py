"""Search: whatever bears a name, by the name or its pinyin, and only within one's sight."""

import pytest
from django.urls import reverse

from hengji.web.models import Evidence, Organisation, OrganisationName, Project, Work
from hengji.web.search.words import asked_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(client, city):
    """What somebody finds: the names, by group."""

    def found(username, words):
        client.force_login(city.people[username])
        groups = client.get("/search/", {"words": words}).context["groups"]
        return {group.key: [hit.name for hit in group.hits] for group in groups}

    return found


@pytest.mark.parametrize(
    ("words", "group", "name"),
    [
        ("文化和旅游局", "organisations", "市文化和旅游局"),
        ("whhly", "organisations", "市文化和旅游局"),
        ("wenhua", "organisations", "市文化和旅游局"),
        ("WENHUA", "organisations", "市文化和旅游局"),
        ("302004", "organisations", "市特殊教育学校"),
        ("文化 自评 2025", "works", "市文化和旅游局2025年度绩效自评"),
        ("whhly zp 2025", "works", "市文化和旅游局2025年度绩效自评"),
        ("２０２５　教育局 目标", "works", "市教育局2025年度绩效目标"),
        ("文物保护", "projects", "文物保护单位修缮"),
        ("wwbhdw", "projects", "文物保护单位修缮"),
        ("wenwubaohu 2026", "projects", "文物保护单位修缮"),
        ("文化 修缮", "projects", "文物保护单位修缮"),
        ("验收合格率", "indicators", "验收合格率"),
        ("yshgl 文物", "indicators", "验收合格率"),
        ("周明", "people", "周明"),
        ("zhoum", "people", "周明"),
        ("caizheng", "people", "周明"),
    ],
)
def test_a_thing_is_found(search, words, group, name):
    assert name in search("caizheng", words)[group]


def test_evidence_is_found_by_its_name_and_its_pinyin(search, work_of, city):
    work = work_of("301")
    Evidence.objects.create(work=work, name="送戏下乡合同.pdf", digest="0" * 64, by=city.people["tianbao"])
    for words in ("下乡合同", "sxxxht", "文化 合同", "songxi 2025"):
        assert "送戏下乡合同.pdf" in search("tianbao", words)["evidence"], words
    assert search("tianbao302", "下乡合同") == {}


def test_an_organisation_is_found_by_a_name_that_it_bore(search, city):
    home = city.organisations["301"]
    OrganisationName.objects.create(organisation=home, name="市文体广新局", until="2019-03-31")
    assert search("caizheng", "文体广新")["organisations"] == ["市文化和旅游局"]


@pytest.mark.parametrize("username", ["tianbao", "bumen", "hecha", "fuhe"])
@pytest.mark.parametrize("words", ["局", "2025", "shi", "率", "a", "s"])
def test_nothing_beyond_ones_sight_is_found(search, client, city, username, words):
    user = city.people[username]
    found = search(username, words)
    assert "people" not in found
    assert set(found.get("organisations", ())) <= {str(one) for one in Organisation.objects.visible_to(user)}
    assert set(found.get("works", ())) <= {str(one) for one in Work.objects.visible_to(user).with_context()}
    assert set(found.get("projects", ())) <= {one.name for one in Project.objects.visible_to(user)}
    assert set(found.get("evidence", ())) <= {one.name for one in Evidence.objects.visible_to(user)}


@pytest.mark.parametrize(
    ("username", "words", "key"),
    [("tianbao", "教育局", "organisations"), ("tianbao", "中小学校舍改造", "projects"),
     ("tianbao", "教育 自评", "works"), ("shenhe", "周明", "people"), ("hecha", "妇女联合会 自评", "works")],
)  # fmt: skip
def test_what_the_bureau_finds_others_do_not(search, username, words, key):
    assert key in search("caizheng", words)
    assert key not in search(username, words)


def test_every_address_that_is_listed_opens_for_who_found_it(client, search, city):
    for username in ("caizheng", "tianbao", "bumen", "hecha", "fuhe", "shenji"):
        for words in ("市", "率", "2025", "合同", "x"):
            search(username, words)
            groups = client.get("/search/", {"words": words}).context["groups"]
            for hit in (hit for group in groups for hit in group.hits[:3]):
                assert client.get(hit.address, follow=True).status_code == 200, (username, hit)


def test_an_indicator_leads_to_its_row(client, search, city):
    search("tianbao", "验收合格率")
    hit = next(
        group
        for group in client.get("/search/", {"words": "验收合格率"}).context["groups"]
        if group.key == "indicators"
    ).hits[0]
    page, _, row = hit.address.partition("#")
    assert f'id="{row}"' in client.get(page).content.decode()


def test_twenty_of_a_kind_are_listed_and_that_there_is_more_is_said(client, city, search):
    found = search("caizheng", "市")
    assert {key: len(names) for key, names in found.items() if key in {"organisations", "works"}} == {
        "organisations": 20, "works": 20,
    }  # fmt: skip
    page = client.get("/search/", {"words": "市"}).content.decode()
    assert "只列前 20 个" in page
    assert 'href="/organisations/?words=%E5%B8%82"' in page


def test_the_number_of_queries_does_not_grow_with_what_is_found(client, city, django_assert_max_num_queries):
    client.force_login(city.people["caizheng"])
    with django_assert_max_num_queries(24):
        client.get("/search/", {"words": "没有这个名字"})
    place, home = city.organisations["301"].jurisdiction, city.organisations["301"]
    for number in range(40):
        one = Organisation.objects.create(
            code=f"9{number:03}", name=f"示例单位{number}", kind="unit", jurisdiction=place, parent=home
        )
        OrganisationName.objects.create(organisation=one, name=f"旧单位{number}", until="2020-01-01")
    with django_assert_max_num_queries(24):
        page = client.get("/search/", {"words": "s"}).content.decode()
    assert "只列前 20 个" in page


@pytest.mark.parametrize(
    "words", ["", "   ", "没有这个名字", "%", "_", "\\", "'", "\0", "<script>", "a" * 500, "局 " * 50]
)
def test_whatever_is_asked_for_gets_a_page(client, city, words):
    client.force_login(city.people["caizheng"])
    response = client.get("/search/", {"words": words})
    assert response.status_code == 200
    if not response.context["groups"]:
        assert "例如“文化 自评 2025”" in response.content.decode()
    assert "<script>" not in response.content.decode().replace("<script src", "")


@pytest.mark.parametrize("words", ["%", "_", "\\"])
def test_signs_that_a_database_reads_in_its_own_way_mean_themselves(search, words):
    assert "works" not in search("caizheng", words)


@pytest.mark.parametrize(
    ("words", "name", "is_meant"),
    [
        ("cszsyy", "长沙中山医院", True), ("zhongshan", "长沙中山医院", True), ("zszsyy", "长沙中山医院", True),
        ("changsha", "长沙中山医院", True), ("zhangsha", "长沙中山医院", True), ("changsz", "长沙中山医院", True),
        ("angsha", "长沙中山医院", False), ("pdf", "合同A.PDF", True), ("hta", "合同A.pdf", True),
        ("合同 2025", "合同", False), ("thz", "合同", False),
    ],
)  # fmt: skip
def test_letters_mean_the_pinyin_of_a_name_with_either_reading(words, name, is_meant):
    assert asked_of(words).means(name) is is_meant


def test_a_word_beside_the_name_narrows_and_does_not_find_by_itself():
    assert asked_of("合同 文化").means("合同.pdf", "市文化和旅游局")
    assert not asked_of("文化").means("合同.pdf", "市文化和旅游局")


def test_the_slash_leads_into_the_field_and_arrows_through_what_was_found(open_as):
    from playwright.sync_api import expect

    page = open_as("caizheng", "/goals/")
    field = page.get_by_label("搜索单位、工作、项目、指标、佐证和人员")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("jiaoyuju")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?words=jiaoyuju")
    expect(page.get_by_role("heading", level=1)).to_have_text("搜索“jiaoyuju”")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-results] a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-results] a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("市教育局")


def test_it_is_used_on_a_phone(open_as):
    page = open_as("tianbao", "/", width=390)
    field = page.get_by_label("搜索单位、工作、项目、指标、佐证和人员")
    box = field.bounding_box()
    assert (box["width"] > 300, box["height"] >= 32) == (True, True)
    field.fill("合格率")
    field.press("Enter")
    page.wait_for_url("**/search/**")
    assert page.locator("[data-results] a").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_search_of_a_list_and_that_of_the_bar_are_two(client, city):
    client.force_login(city.people["caizheng"])
    page = client.get("/goals/", {"words": "教育"}).content.decode()
    assert (page.count('value="教育"'), page.count('type="search"')) == (1, 2)
    assert reverse("search") in page
