"""The matrix on its page: counts and progress by stage, filters, order, export."""

import datetime
import io

import pytest
from openpyxl import load_workbook

from hengji.web.campaigns.matrix import Filters, matrix_of
from hengji.web.models import Work

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture
def page(client, city):
    client.force_login(city.people["caizheng"])
    return lambda query="": client.get(f"/campaigns/{city.campaigns[2025].pk}/?{query}")


def _names(response):
    return [line.organisation.name for line in response.context["listing"].page]


def test_progress_counts_every_department_once_whatever_is_filtered(city):
    for filters in (Filters(), Filters(words="水利")):
        matrix = matrix_of(city.campaigns[2025], city.people["caizheng"], TODAY, filters)
        own = matrix.progress[2]
        assert (own.stage.name, own.done, own.open, own.late, own.total) == ("绩效自评", 6, 1, 5, 12)
        assert (own.done_share, own.late_share, own.late_from) == (50, 42, 58)


def test_what_was_delivered_in_time_is_not_late_while_the_bureau_looks_at_it(city, work_of):
    assert work_of("307").state == "delivered"
    assert work_of("307").days_late(TODAY) == 0


@pytest.mark.parametrize(
    ("query", "first"),
    [("sort=code", "中共示例市委党史研究室"), ("sort=-code", "示例市妇女联合会"), ("sort=name", None)],
)
def test_departments_are_put_in_order(page, city, query, first):
    names = _names(page(query))
    codes = {one.name: one.code for one in city.organisations.values()}
    ordered = sorted(names, key=lambda name: codes[name], reverse=query.endswith("-code"))
    if first is None:
        assert names == sorted(names, key=lambda name: city.organisations[codes[name]].sort_key)
    else:
        assert names == ordered


def test_the_latest_come_first_where_that_is_asked_for(page):
    late = [line.late for line in page("sort=-late").context["listing"].page]
    assert late == sorted(late, reverse=True)
    assert late[0] > 0


def test_one_stage_alone_is_shown_and_filters_then_mean_it(page, city):
    stage = city.campaigns[2025].stages.get(kind="self_evaluation")
    response = page(f"stage={stage.pk}&matter=returned")
    assert _names(response) == ["市交通运输局"]
    assert [len(line.boxes) for line in response.context["listing"].page] == [1]
    other = city.campaigns[2025].stages.get(kind="goals")
    assert _names(page(f"stage={other.pk}&matter=returned")) == []


def test_an_export_says_everything_that_a_cell_says(page):
    book = load_workbook(io.BytesIO(page("words=slj&export=xlsx").content))
    rows = [[cell for cell in row if cell is not None] for row in book.active.iter_rows(values_only=True)]
    heads = next(row for row in rows if "单位" in row)
    assert {"代码", "性质", "绩效自评", "绩效自评期限", "绩效自评逾期天数", "绩效自评催办"} <= set(heads)
    assert any("市水利局" in row and "未开始" in row for row in rows)


def test_a_cell_leads_to_its_work(page, work_of):
    assert f'href="/works/{work_of("310").pk}/"' in page("words=slj").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_departments(city, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        matrix_of(city.campaigns[2025], city.people["caizheng"], TODAY, Filters())


def test_only_the_rounds_own_bureau_sees_what_it_can_do(client, city):
    for name, seen in (("caizheng", True), ("shenhe", False), ("shenji", False)):
        client.force_login(city.people[name])
        said = client.get(f"/campaigns/{city.campaigns[2025].pk}/").content.decode()
        assert ('data-dialog="remind-works"' in said) is seen


# projects


def _box(page, query, stage):
    response = page(query)
    matrix = response.context["matrix"]
    place = [one.name for one in matrix.stages].index(stage)
    return response, matrix.lines[0].boxes[place]


def test_a_cell_says_how_many_of_the_departments_projects_were_handed_in(page, city, work_of):
    projects = Work.objects.filter(stage=work_of("302").stage, organisation=work_of("302").organisation)
    projects = projects.exclude(project=None)
    for state in ("waiting", "filling", "submitted", "returned"):
        projects.update(state=state)
        assert _box(page, "words=市教育局", "绩效自评")[1].projects.handed_in == 0, state
    for handed_in, state in enumerate(("delivered", "accepted"), start=1):
        one = projects.exclude(state__in=["delivered", "accepted"]).first()
        Work.objects.filter(pk=one.pk).update(state=state)
        response, box = _box(page, "words=市教育局", "绩效自评")
        assert (box.projects.handed_in, box.projects.total) == (handed_in, projects.count())
    assert f"项目 2/{projects.count()}</a>" in response.content.decode()


@pytest.mark.parametrize("stage", ["绩效目标", "绩效自评", "半年监控"])
def test_the_number_of_projects_leads_to_just_these(page, client, city, stage):
    _, box = _box(page, "words=市教育局", stage)
    listed = client.get(box.projects.address).context["listing"].page.paginator.object_list
    of = {(one.organisation.name, one.stage.name, one.stage.campaign.year, one.project is None) for one in listed}
    assert of == {("市教育局", stage, 2025, False)}
    assert len(listed) == box.projects.total > 0


def test_a_department_without_projects_and_the_verification_say_nothing_of_them(page, city, work_of):
    assert _box(page, "words=市教育局", "自评核查")[1].projects is None
    home = work_of("302").organisation
    Work.objects.filter(organisation=home).exclude(project=None).delete()
    assert _box(page, "words=市教育局", "绩效自评")[1].projects is None


def test_projects_are_exported_beside_the_stage(page):
    book = load_workbook(io.BytesIO(page("words=市教育局&export=xlsx").content))
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    heads = next(row for row in rows if "单位" in row)
    said = next(row for row in rows if "市教育局" in row)[heads.index("绩效自评项目（已报送/全部）")]
    handed_in, _, total = said.partition("/")
    assert 0 <= int(handed_in) <= int(total) and int(total) > 0
