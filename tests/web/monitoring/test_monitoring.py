"""Monitoring: figures as of a day, lights, explanations, notices and their answers."""

import datetime

import pytest

from hengji.facts.numbers import plain
from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry, Work
from hengji.web.monitoring.notices import answer, give_notice
from hengji.web.monitoring.sheet import monitored_work, projects_beside
from hengji.web.works.changes import Edit, apply_edits
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(work_of, city):
    """Fills cells of the cultural department's monitoring of this year, and gives what the sheet then says."""
    work = work_of("301", "monitoring", 2026)

    def filled(**cells):
        edits = tuple(Edit((name,), None, value) for name, value in cells.items())
        return monitored_work(apply_edits(work, edits, Actor(city.people["tianbao"])).work)

    return filled


def test_every_goal_of_the_goal_table_is_monitored(sheet):
    monitored = sheet()
    assert len(monitored.goals) >= 15
    assert {goal.pace.light for goal in monitored.goals} == {""}


def test_slow_execution_shows_red_and_asks_for_cause_measure_owner_and_day(sheet):
    execution = sheet(budget="1,000.00万元", spent="100万元").execution
    assert execution.pace.light == "red"
    assert execution.problems == ("执行进度滞后，请填偏差原因、纠偏措施、责任人、完成时间",)
    assert execution.is_estimated


def test_an_explained_red_light_stays_red_and_asks_no_more(sheet):
    said = {"cause": "项目招标延后", "measure": "十二月前完成支付", "owner": "李静", "due": "2026-12-20"}
    execution = sheet(budget="1000万元", spent="100万元", **said).execution
    assert (execution.pace.light, execution.problems) == ("red", ())


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"spent": "一百多"}, "累计支出数“一百多”不是金额"),
        ({"spent": "12人"}, "累计支出数“12人”不是金额"),
        ({"budget": "100万元", "spent": "120万元"}, "超过全年预算"),
    ],
)
def test_what_is_wrong_is_said_in_words(sheet, cells, words):
    assert any(words in problem for problem in sheet(**cells).execution.problems)


def test_amounts_in_yuan_are_converted(sheet):
    assert sheet(budget="100万元", spent="850,000元").execution.pace.reached == monitored_ratio("0.85")


def monitored_ratio(text):
    from fractions import Fraction

    return Fraction(text)


def test_a_notice_is_answered_and_both_are_recorded(work_of, city):
    work = work_of("301", "monitoring", 2026)
    day = datetime.date.today() + datetime.timedelta(days=7)
    notice = give_notice(work, "执行进度偏慢，请说明原因。", day, Actor(city.people["shenhe"]))
    answered = answer(notice, "招标延后，已调整计划。", Actor(city.people["tianbao"]))
    assert answered.answer == "招标延后，已调整计划。"
    assert [entry.action for entry in HistoryEntry.objects.all()[:2]] == ["答复监控提示", "发出监控提示"]
    with pytest.raises(RefusedError, match="早于今天"):
        give_notice(work, "再次提示", datetime.date(2020, 1, 1), Actor(city.people["shenhe"]))


def test_the_pages_open_in_scope_only(client, city, work_of):
    own, foreign = work_of("301", "monitoring", 2026), work_of("302", "monitoring", 2026)
    client.force_login(city.people["tianbao"])
    assert client.get("/monitoring/").status_code == 200
    page = client.get(f"/monitoring/{own.pk}/").content.decode()
    assert ("目标进度" in page, "data-path" in page) == (True, True)
    assert client.get(f"/monitoring/{own.pk}/lights").status_code == 200
    assert client.get(f"/monitoring/{foreign.pk}/").status_code == 404
    assert client.post(f"/monitoring/{own.pk}/notices", {"text": "x", "due": "2099-01-01"}).status_code == 403
    client.force_login(city.people["caizheng"])
    assert client.post(f"/monitoring/{own.pk}/notices", {"text": "请说明", "due": "2099-01-01"}).status_code == 302
    assert "请说明" in client.get(f"/monitoring/{own.pk}/").content.decode()


def test_the_list_of_monitorings_is_exported(client, city):
    client.force_login(city.people["caizheng"])
    assert client.get("/monitoring/?export=xlsx")["Content-Type"].endswith("spreadsheetml.sheet")


# projects


@pytest.fixture
def project(city):
    """A project's monitoring of this year in which nothing was entered yet."""
    return Work.objects.get(
        project__name="文物保护单位修缮", stage__kind="monitoring", stage__campaign__year=2026
    )  # fmt: skip


def test_a_project_is_monitored_over_its_own_goal_table(project):
    sheet = monitored_work(project)
    assert [goal.row.name for goal in sheet.goals][:2] == ["完成任务数", "验收合格率"]
    table = Work.objects.get(project=project.project, stage__kind="goals")
    assert plain(sheet.execution.budget) == table.content["funds"]["total"]


def test_a_projects_page_has_notice_and_answer_like_the_departments(client, city, project):
    client.force_login(city.people["shenhe"])
    client.post(f"/monitoring/{project.pk}/notices", {"text": "请加快修缮", "due": "2099-01-01"})
    notice = project.notices.get()
    client.force_login(city.people["tianbao"])
    client.post(f"/monitoring/{project.pk}/notices/{notice.pk}/answer", {"text": "已排期"})
    page = client.get(f"/monitoring/{project.pk}/").content.decode()
    assert all(word in page for word in ("文物保护单位修缮 · ", "请加快修缮", "已排期"))
    assert "项目合计" not in page


def test_the_department_sees_its_projects_and_their_sum(client, city, work_of):
    client.force_login(city.people["shenhe"])
    page = client.get(f"/monitoring/{work_of('302', 'monitoring', 2026).pk}/").content.decode()
    assert all(word in page for word in ("中小学校舍改造", "项目合计", "7,208.74"))
    assert "projects-name" in page and "told error" not in page


def test_projects_that_spent_more_than_their_department_are_an_error(work_of, sheet, project, city):
    department = sheet(spent="10万元")
    apply_edits(project, (Edit(("spent",), None, "12万元"),), Actor(city.people["tianbao"]))
    _, rolled = projects_beside(work_of("301", "monitoring", 2026), department)
    wrong = [finding for finding in rolled.findings if finding.severity == "error"]
    assert [finding.found for finding in wrong] == ["项目合计 12 万元"]


def test_projects_that_are_not_what_the_goal_table_lists_are_told(work_of):
    work = work_of("303", "monitoring", 2026)
    _, rolled = projects_beside(work, monitored_work(work))
    assert "少 20 万元" not in rolled.findings[0].found
    assert "多 20 万元" in rolled.findings[0].found


def test_the_list_asks_the_database_no_more_for_more_rows(client, city, django_assert_max_num_queries):
    client.force_login(city.people["shenhe"])
    with django_assert_max_num_queries(25):
        page = client.get("/monitoring/")
    assert len(page.context["rows"]) == 50


def test_an_export_judges_each_sheet_once(client, city, monkeypatch):
    from hengji.web.monitoring import views

    judged = []
    monkeypatch.setattr(views, "monitored_work", lambda work: judged.append(work.pk) or monitored_work(work))
    client.force_login(city.people["tianbao"])
    client.get("/monitoring/?export=xlsx&of=project")
    assert len(judged) == len(set(judged)) == 12


def test_the_list_filters_projects_and_finds_them_by_name(client, city):
    client.force_login(city.people["shenhe"])
    rows = client.get("/monitoring/?words=教师培训").context["rows"]
    assert {str(work.project) for work, _ in rows} == {"教师培训"}
    assert all(work.project is None for work, _ in client.get("/monitoring/?of=department").context["rows"])
