"""Projects: begun by the department, with work in every stage; withdrawn while nothing was entered."""

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import Campaign, HistoryEntry, Project, State, Work
from hengji.web.projects.keeping import begin_project
from hengji.web.works.changes import Edit, apply_edits
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(work_of):
    """The goal table of a department in the round that is evaluated, which has all stages."""
    return work_of("301", "goals", 2025)


@pytest.fixture
def preparer(client, city):
    client.force_login(city.people["tianbao"])
    return client


def _begin(client, table, name="非遗展示馆布展"):
    asked = {"name": name, "code": "301202509", "initial_budget": "120.5"}
    client.post(f"/goals/{table.pk}/projects", asked)
    return Project.objects.get(name=name)


def test_a_project_has_work_in_every_stage_but_verification(preparer, table):
    works = Work.objects.filter(project=_begin(preparer, table))
    assert [(work.stage.kind, work.state) for work in works.order_by("stage__order")] == [
        ("goals", "waiting"), ("monitoring", "waiting"), ("self_evaluation", "waiting"),
    ]  # fmt: skip


def test_a_projects_work_waits_for_the_preparer_like_the_departments(preparer, table):
    _begin(preparer, table)
    mine = [item.what for item in preparer.get("/").context["listing"].page]
    assert sum("非遗展示馆布展" in what for what in mine) == 3


def test_the_page_says_where_each_project_stands_in_each_stage(preparer, table):
    page = preparer.get(f"/goals/{table.pk}/projects").content.decode()
    assert all(name in page for name in ("绩效目标", "半年监控", "绩效自评", "公共文化场馆免费开放", "616.44"))
    work = Work.objects.get(project__name="文物保护单位修缮", stage__campaign__year=2025, stage__kind="self_evaluation")
    assert f'href="/works/{work.pk}/"' in page


def test_a_project_begun_by_mistake_is_withdrawn_with_its_work(preparer, table):
    project = _begin(preparer, table)
    preparer.post(f"/goals/{table.pk}/projects/{project.pk}/withdraw")
    assert not Project.objects.filter(pk=project.pk).exists()
    assert not Work.objects.filter(project_id=project.pk).exists()
    assert HistoryEntry.objects.first().action == "撤销项目"


def test_a_project_in_which_something_was_entered_stays(preparer, table, city):
    project = _begin(preparer, table)
    work = Work.objects.get(project=project, stage__kind="monitoring")
    apply_edits(work, (Edit(("spent",), None, "1万元"),), Actor(city.people["tianbao"]))
    answer = preparer.post(f"/goals/{table.pk}/projects/{project.pk}/withdraw", follow=True)
    assert "已经开始填报，不能撤销" in answer.content.decode()
    assert Project.objects.filter(pk=project.pk).exists()


def test_another_departments_project_is_not_there(preparer, table):
    foreign = Project.objects.filter(organisation__code="302", year=2025).first()
    assert preparer.post(f"/goals/{table.pk}/projects/{foreign.pk}/withdraw").status_code == 404
    assert Project.objects.filter(pk=foreign.pk).exists()


def test_a_round_that_is_over_takes_no_new_project(table, city):
    table.stage.campaign.state = Campaign.State.CLOSED
    project = Project(organisation=table.organisation, year=2025, name="迟到的项目")
    with pytest.raises(RefusedError, match="没有在进行"):
        begin_project(project, table.stage.campaign, Actor(city.people["tianbao"]))
    assert not Project.objects.filter(name="迟到的项目").exists()


def test_the_demonstration_has_projects_at_every_stage_of_the_work(city):
    states = set(Work.objects.filter(stage__campaign__year=2025).exclude(project=None).values_list("state", flat=True))
    assert states >= {State.WAITING, State.FILLING, State.SUBMITTED, State.RETURNED, State.DELIVERED, State.ACCEPTED}
    lacking = [
        project
        for project in Project.objects.filter(year=2025)
        if set(project.works.values_list("stage__kind", flat=True)) != {"goals", "monitoring", "self_evaluation"}
    ]
    assert lacking == []
