"""A project's self-evaluation: scored 10/50/30/10, filled in from its own goals, checked, printed, rolled up."""

import io
import json

import openpyxl
import pytest
from django.utils import timezone

from hengji.web.evaluations.project_roll import roll_of
from hengji.web.evaluations.rubric import rubric_of, scheme_of
from hengji.web.evaluations.troubles import troubles_of
from hengji.web.history.chain import Actor
from hengji.web.models import Citation, Evidence, State, Work
from hengji.web.works.changes import Edit, apply_edits
from hengji.web.works.transitions import RefusedError, move

pytestmark = pytest.mark.django_db

OPEN, DELIVERED = "公共文化场馆免费开放", "文化惠民演出"


@pytest.fixture
def project_of(city):
    """A project's work in a stage of a year."""

    def found(name, kind="self_evaluation", year=2025):
        works = Work.objects.filter(project__name=name, stage__kind=kind, stage__campaign__year=year)
        return works.with_context().get()

    return found


@pytest.fixture
def preparer(client, city):
    client.force_login(city.people["tianbao"])
    return client


@pytest.fixture
def blank(project_of):
    """The project's self-evaluation before anything was entered."""
    work = project_of(OPEN)
    work.content, work.state = {}, State.WAITING
    work.save()
    return work


def _save(client, work, *edits):
    rows = [dict(zip(("path", "before", "after", "beside"), edit, strict=False)) for edit in edits]
    return client.post(f"/works/{work.pk}/edit", json.dumps({"edits": rows}), content_type="application/json")


def _fill(client, work):
    """Takes every offer that prefilling ticks."""
    page = client.get(f"/evaluations/{work.pk}/prefill")
    offers = page.context["offers"]
    ticked = [str(number) for number, offer in enumerate(offers) if offer.advised]
    client.post(f"/evaluations/{work.pk}/prefill", {"offers": page.context["packed"], "chosen": ticked})
    work.refresh_from_db()


def test_projects_are_scored_by_the_scheme_of_10_50_30_10(project_of):
    scheme = scheme_of(project_of(OPEN))
    assert [(node.name, node.points) for node in scheme.indicators] == [
        ("预算执行率", 10), ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10),
    ]  # fmt: skip


def test_the_page_has_the_form_the_money_and_the_rows(preparer, project_of):
    page = preparer.get(f"/evaluations/{project_of(OPEN).pk}/").content.decode()
    assert all(word in page for word in ("项目基本情况", "年度资金总额", "95.10%", "9.51", "完成任务数", "未填全"))
    assert "自评报告" not in page


def test_the_execution_row_follows_what_is_typed(preparer, project_of):
    work = project_of(OPEN)
    before = work.content["data"]["全年执行数"]["value"]
    _save(preparer, work, (["data", "全年执行数", "value"], before, "308.22万元"))
    answer = preparer.get(f"/evaluations/{work.pk}/scores").content.decode()
    assert 'id="rate-0"' in answer and "50.00%" in answer
    assert 'id="funds-score"' in answer and "5.00" in answer


def test_an_empty_form_is_filled_from_the_projects_goals_with_points(preparer, blank):
    _fill(preparer, blank)
    content = blank.content
    assert content["funds"]["initial_budget"] == "616.44万元"
    assert content["expected"] == "按计划完成公共文化场馆免费开放的年度任务"
    assert [row["points"] for row in content["goals"]] == ["12.5", "12.5", "12.5", "12.5", "30", "10"]
    assert content["data"]["全年预算数"] == {"value": "616.44万元", "form": "2025年度绩效目标表"}
    assert "value" not in content["data"]["全年执行数"]
    assert all("actual" not in row for row in content["goals"])


def test_the_monitoring_is_offered_for_the_rows_and_not_ticked(preparer, blank):
    _fill(preparer, blank)
    offers = preparer.get(f"/evaluations/{blank.pk}/prefill").context["offers"]
    assert next((offer.name, offer.after, offer.advised) for offer in offers) == ("完成任务数 的完成值", "6项", False)


def test_last_years_points_of_the_same_project_are_taken(preparer, blank, project_of):
    last = project_of(OPEN, year=2024)
    for row, points in zip(last.content["goals"], ("20", "10", "10", "10", "30", "10"), strict=True):
        row["points"] = points
    last.save()
    _fill(preparer, blank)
    assert blank.content["goals"][0]["points"] == "20"


def test_money_that_does_not_close_is_said_while_typing(preparer, project_of):
    work = project_of(OPEN)
    path = ["funds", "lines", 0, "executed"]
    _save(preparer, work, (path, work.content["funds"]["lines"][0]["executed"], "500万元"))
    assert "其下各项" in preparer.get(f"/evaluations/{work.pk}/scores").content.decode()


def test_an_amount_that_is_none_keeps_it_from_being_submitted(preparer, project_of, city):
    work = project_of(OPEN)
    _save(preparer, work, (["funds", "initial_budget"], "616.44万元", "六百多"))
    with pytest.raises(RefusedError, match="不能计分"):
        move(work, "submit", Actor(city.people["tianbao"]))
    assert "不是金额" in preparer.get(f"/evaluations/{work.pk}/").content.decode()


def test_it_goes_the_way_of_four_eyes(project_of, city):
    work, preparer, approver = project_of(OPEN), city.people["tianbao"], city.people["bumen"]
    work = move(work, "submit", Actor(preparer))
    with pytest.raises(RefusedError):
        move(work, "deliver", Actor(preparer))
    work = move(work, "send_back", Actor(approver), "补充满意度调查")
    work = move(move(work, "submit", Actor(preparer)), "deliver", Actor(approver))
    work = move(work, "accept", Actor(city.people["shenhe"]))
    assert (work.state, work.versions.count()) == (State.ACCEPTED, 5)


def test_evidence_is_cited_to_a_row_of_the_project(project_of):
    work = project_of(OPEN)
    keys = {line.row.key for line in rubric_of(work).lines if line.row.is_leaf}
    cited = set(Citation.objects.filter(evidence__work=work).values_list("indicator", flat=True))
    assert cited and cited <= keys


def test_a_cell_whose_row_was_moved_meanwhile_is_not_written_into_another(preparer, project_of):
    work = project_of(OPEN)
    rows = work.content["goals"]
    place, beside = ["goals", 0, "actual"], [[["goals", 0, "name"], rows[0]["name"]]]
    page = preparer.get(f"/evaluations/{work.pk}/").content.decode()
    assert "data-beside=" in page
    work.content["goals"] = rows[1:] + rows[:1]
    work.content["goals"][0]["actual"] = rows[0]["actual"]
    work.save()
    answer = _save(preparer, work, (place, rows[0]["actual"], "1项", beside)).json()
    assert [conflict["elsewhere"] for conflict in answer["conflicts"]] == [True]


# the paper


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pdf"])
def test_the_form_is_a_paper_at_any_time(preparer, project_of, ending):
    answer = preparer.get(f"/evaluations/{project_of(OPEN).pk}/export/table.{ending}")
    assert answer.status_code == 200
    assert answer.content[:4] == (b"%PDF" if ending == "pdf" else b"PK\x03\x04")
    assert "%E5%85%AC%E5%85%B1%E6%96%87%E5%8C%96" in answer["Content-Disposition"]


def test_the_workbook_has_the_engines_scores(preparer, project_of):
    answer = preparer.get(f"/evaluations/{project_of(DELIVERED).pk}/export/table.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = {cell.value for sheet in book for row in sheet for cell in row}
    assert {"项目支出绩效自评表", "完成任务数", 9.51, 99.51} <= cells


def test_the_page_of_the_form_spans_levels_like_the_paper(preparer, project_of):
    page = preparer.get(f"/evaluations/{project_of(DELIVERED).pk}/table").content.decode()
    assert '<th scope="rowgroup" rowspan="4">产出指标</th>' in page
    assert "99.51" in page


@pytest.mark.parametrize("address", ["report", "projects", "export/report.docx"])
def test_a_project_has_no_report_and_no_projects(preparer, project_of, address):
    assert preparer.get(f"/evaluations/{project_of(OPEN).pk}/{address}").status_code == 404


@pytest.mark.parametrize("address", ["table", "export/table.docx"])
def test_a_department_has_no_project_form(preparer, work_of, address):
    assert preparer.get(f"/evaluations/{work_of('301').pk}/{address}").status_code == 404


# the check before submitting


def test_the_check_names_what_lacks_and_the_cell(project_of):
    rows = troubles_of(project_of(OPEN), lambda _: None)
    said = {(row["severity"], row["what"]) for row in rows}
    assert any("没有写实际完成情况" in what for _, what in said)
    assert any("没有填全" in row["what"] and row["where"] == "群众满意度" for row in rows)


def test_a_whole_form_has_nothing_wrong(project_of):
    assert [row for row in troubles_of(project_of(DELIVERED), lambda _: None) if row["severity"] == "error"] == []


def test_a_missed_target_without_a_reason_is_found_at_its_row(project_of):
    work = project_of(DELIVERED)
    work.content["goals"][0] |= {"actual": "1项"}
    work.save()
    found = [row for row in troubles_of(work, lambda _: None) if "偏差原因" in row["what"]]
    assert [row["where"] for row in found] == ["完成任务数"]
    assert "?row=" in found[0]["links"][0][1]


# the department


def test_the_departments_page_sums_its_projects(preparer, work_of):
    page = preparer.get(f"/evaluations/{work_of('301').pk}/projects").content.decode()
    assert all(word in page for word in ("1,467.71", "还有 2 个项目的自评没有报送", "项目合计不超过部门"))


def test_a_sum_that_differs_from_the_departments_figure_is_a_finding(work_of):
    roll = roll_of(work_of("306"))
    assert [finding.code for finding in roll.money.findings] == ["projects.differ"]
    said = [row["what"] for row in troubles_of(work_of("306"), lambda _: None)]
    assert any("项目总支出" in what and "不等" in what for what in said)


def test_outputs_taken_over_lead_to_the_project(work_of, project_of):
    output = roll_of(work_of("301")).outputs[0]
    assert (output.name, output.project, output.own_actual) == ("受益对象覆盖率", OPEN, "90%")
    assert output.work == project_of(OPEN)


def test_a_department_without_projects_says_so(preparer, work_of):
    Work.objects.exclude(project=None).filter(organisation__code="301").update(organisation=work_of("302").organisation)
    assert "没有建立项目" in preparer.get(f"/evaluations/{work_of('301').pk}/projects").content.decode()


def test_the_list_shows_projects_beside_departments_and_filters_them(client, city):
    client.force_login(city.people["shenhe"])
    page = client.get("/evaluations/?of=project&year=2025").content.decode()
    assert OPEN in page and "部门整体" not in page.partition("<tbody>")[2]
    assert DELIVERED in client.get(f"/evaluations/?words={DELIVERED}").content.decode()


def test_another_departments_project_does_not_exist(preparer, project_of):
    foreign = project_of("教师培训")
    for address in ("", "table", "scores", "prefill", "export/table.docx"):
        assert preparer.get(f"/evaluations/{foreign.pk}/{address}").status_code == 404


def test_requests_and_interviews_of_a_verification_do_not_reach_projects(project_of):
    assert not Evidence.objects.filter(work=project_of(OPEN)).exclude(kind=Evidence.Kind.FILE).exists()


def test_a_version_of_the_whole_form_is_kept(project_of, city):
    work = project_of(OPEN)
    apply_edits(work, (Edit(("achieved",), None, "全年开放"),), Actor(city.people["tianbao"]))
    moved = move(work, "submit", Actor(city.people["tianbao"]))
    version = moved.versions.first()
    assert (version.content["achieved"], version.at.date()) == ("全年开放", timezone.now().date())
