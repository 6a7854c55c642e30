"""The goal table's pages: what they say, who may, importing, exporting, remarks, versions, projects."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengji.web.goals.importing import from_file
from hengji.web.goals.sheet_page import goals_page, library_of
from hengji.web.history.chain import Actor
from hengji.web.models import Comment, HistoryEntry, State, Work
from hengji.web.works.changes import Edit, apply_edits
from hengji.web.works.transitions import move

pytestmark = pytest.mark.django_db

ROW = ("key_works", 0, "rows", 0)


@pytest.fixture
def open_table(work_of):
    """The table that the department 304 is filling in."""
    return work_of("304", "goals", 2026)


@pytest.fixture
def preparer(client, city):
    client.force_login(city.people["tianbao304"])
    return client


def page(client, work):
    return client.get(f"/goals/{work.pk}/").content.decode()


def test_the_cell_that_is_wrong_says_so_beside_its_row(preparer, open_table):
    html = page(preparer, open_table)
    assert 'id="problem-indicators-12-target" data-of="target"' in html
    assert "做得越差越容易达到" in html
    assert "3 处" in html


def test_sums_that_do_not_close_say_by_how_much(preparer, open_table):
    assert "比资金总额少 0.12 万元" in page(preparer, open_table)


def test_a_table_without_errors_says_so(client, city, work_of):
    client.force_login(city.people["shenhe"])
    html = page(client, work_of("302", "goals", 2026))
    assert "没有发现错误" in html
    assert "data-editable" not in html


def test_an_empty_table_opens_and_asks_for_what_is_missing(client, city, work_of):
    client.force_login(city.people["tianbao305"])
    assert "没有写单位主要职能" in page(client, work_of("305", "goals", 2026))


@pytest.mark.parametrize(
    "content", [{"indicators": "很多"}, {"funds": []}, {"indicators": [[], None, {"under": "履职"}]}]
)
def test_content_of_any_shape_opens(preparer, open_table, content):
    Work.objects.filter(pk=open_table.pk).update(content=content)
    assert preparer.get(f"/goals/{open_table.pk}/").status_code == 200
    assert preparer.get(f"/goals/{open_table.pk}/checks").status_code == 200


def test_text_is_shown_as_text(preparer, open_table):
    open_table.content["indicators"][0]["key_works"][0]["rows"][0]["name"] = "</script><img src=x onerror=alert(1)>"
    open_table.save()
    html = page(preparer, open_table)
    assert "<img src=x" not in html


def test_numbers_that_would_be_floats_are_not_saved(preparer, open_table):
    edits = {"edits": [{"path": ["funds", "total"], "before": open_table.content["funds"]["total"], "after": 1.5}]}
    answer = preparer.post(f"/works/{open_table.pk}/edit", edits, content_type="application/json")
    assert answer.status_code == 400
    open_table.refresh_from_db()
    assert isinstance(open_table.content["funds"]["total"], str)


@pytest.mark.parametrize("address", ["", "checks", "versions", "projects", "export/docx", "import", "library"])
def test_another_departments_table_is_not_there(client, city, open_table, address):
    client.force_login(city.people["tianbao"])
    assert client.get(f"/goals/{open_table.pk}/{address}").status_code == 404


def test_a_cell_in_a_row_that_moved_is_a_conflict_and_changes_nothing(open_table, city):
    actor, rows = Actor(city.people["tianbao304"]), open_table.content["indicators"]
    apply_edits(open_table, (Edit(("indicators",), rows, rows[1:]),), actor)
    beside = ((("indicators", 2, *ROW, "name"), rows[2]["key_works"][0]["rows"][0]["name"]),)
    changed = apply_edits(open_table, (Edit(("indicators", 2, *ROW, "grades"), None, "说明", beside),), actor)
    assert [conflict.is_elsewhere for conflict in changed.conflicts] == [True]
    assert changed.work.content["indicators"] == rows[1:]


# importing and exporting


def exported(client, work, ending):
    answer = client.get(f"/goals/{work.pk}/export/{ending}")
    assert answer.status_code == 200
    return SimpleUploadedFile(f"目标表.{ending}", answer.content)


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pdf", "yaml"])
def test_what_is_exported_comes_back_without_a_difference(preparer, work_of, city, ending):
    work = work_of("304", "goals", 2025)
    proposal = from_file(work, exported(preparer, work, ending))
    assert [finding for finding in proposal.findings if finding.severity == "error"] == []
    assert proposal.changes == ()


def test_an_import_shows_first_and_changes_only_when_told(preparer, open_table, work_of):
    last = exported(preparer, work_of("304", "goals", 2025), "xlsx")
    before = open_table.content
    shown = preparer.post(f"/goals/{open_table.pk}/import", {"file": last})
    assert "现在还没有改动任何内容" in shown.content.decode()
    open_table.refresh_from_db()
    assert open_table.content == before
    preparer.post(f"/goals/{open_table.pk}/import/apply", {"sealed": shown.context["proposal"].sealed})
    open_table.refresh_from_db()
    assert open_table.content["indicators"][-1]["key_works"][0]["rows"][0]["target"] == "≥90%"
    places = HistoryEntry.objects.filter(kind="work", subject=open_table.pk).values_list("place", flat=True)
    assert {"indicators", "funds/total", "funds/sources"} <= set(places)


def test_what_was_changed_after_the_comparison_is_not_overwritten(preparer, open_table, city):
    shown = preparer.post(f"/goals/{open_table.pk}/import", {"last": "1"})
    total = open_table.content["funds"]["total"]
    apply_edits(open_table, (Edit(("funds", "total"), total, "6000"),), Actor(city.people["tianbao304"]))
    answer = preparer.post(
        f"/goals/{open_table.pk}/import/apply", {"sealed": shown.context["proposal"].sealed}, follow=True
    )  # fmt: skip
    assert "有 1 处在比对之后又被修改" in answer.content.decode()
    open_table.refresh_from_db()
    assert open_table.content["funds"]["total"] == "6000"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("表.exe", b"MZ", "不能读“.exe”的文件"),
        ("表.docx", b"not a zip", ""),
        ("表.xlsx", b"PK\x03\x04broken", ""),
        ("表.yaml", b"table: goals\nyear: [", ""),
        ("../../表.pdf", b"%PDF-1.7 nothing", ""),
    ],
)
def test_a_file_that_is_no_goal_table_says_why_and_changes_nothing(preparer, open_table, name, content, words):
    answer = preparer.post(f"/goals/{open_table.pk}/import", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    assert not answer.context["proposal"].sealed
    assert "<strong>错误</strong>" in answer.content.decode()
    assert words in answer.content.decode()


def test_a_proposal_is_for_its_own_table_only(preparer, open_table):
    shown = preparer.post(f"/goals/{open_table.pk}/import", {"last": "1"})
    other = Work.objects.get(project__name="水环境治理", stage=open_table.stage)
    answer = preparer.post(f"/goals/{other.pk}/import/apply", {"sealed": shown.context["proposal"].sealed}, follow=True)
    assert "比对结果已经过期" in answer.content.decode()


def test_a_table_that_was_handed_on_takes_nothing_over(client, city, work_of):
    client.force_login(city.people["tianbao303"])
    answer = client.get(f"/goals/{work_of('303', 'goals', 2026).pk}/import", follow=True)
    assert "不能导入" in answer.content.decode()


# remarks


def test_a_remark_stays_with_its_row_when_the_row_moves(client, city, work_of):
    work = work_of("302", "goals", 2026)
    client.force_login(city.people["shenhe"])
    key = "indicators/满意度/服务对象满意度//学生和家长满意度"
    client.post(f"/goals/{work.pk}/remarks", {"place": key, "text": "请说明样本量。"})
    rows = work.content["indicators"]
    work.content["indicators"] = [rows[-1], *rows[:-1]]
    work.save()
    html = page(client, work)
    first = html[html.index('id="says-indicators-1"') : html.index('id="says-indicators-2"')]
    assert "请说明样本量。" in first


def test_a_remark_whose_row_is_gone_is_still_shown(client, city, work_of):
    work = work_of("302", "goals", 2026)
    client.force_login(city.people["shenhe"])
    client.post(f"/goals/{work.pk}/remarks", {"place": "indicators/履职/无/无/无此指标", "text": "请补。"})
    assert "原来所在的行已删除或改名的意见（1）" in page(client, work)


def test_the_preparer_marks_a_remark_as_dealt_with_and_writes_none(preparer, open_table):
    comment = Comment.objects.get(work=open_table)
    assert preparer.post(f"/goals/{open_table.pk}/remarks", {"place": "functions", "text": "?"}).status_code == 403
    preparer.post(f"/goals/{open_table.pk}/remarks/{comment.pk}/resolve")
    comment.refresh_from_db()
    assert comment.resolved_by.username == "tianbao304"
    assert "意见（已处理）" in page(preparer, open_table)
    assert HistoryEntry.objects.first().action == "意见已处理"


def test_internal_remarks_of_verifiers_are_not_shown(preparer, open_table, city):
    Comment.objects.create(work=open_table, text="仅供机构", is_internal=True, by=city.people["hecha"])
    assert "仅供机构" not in page(preparer, open_table)


# versions and adjustment


def test_two_versions_are_compared_row_by_row(client, city, work_of):
    work = work_of("302", "goals", 2025)
    client.force_login(city.people["shenhe"])
    html = client.get(f"/goals/{work.pk}/versions?from=1&to=4").content.decode()
    assert "<del>≥90%</del>" in html
    assert "<ins>≥95%</ins>" in html
    assert "＋ 增加" in html


def test_an_accepted_table_is_adjusted_by_request_reason_and_consent(city, work_of):
    work = work_of("301", "goals", 2026)
    work = move(work, "ask_adjustment", Actor(city.people["bumen"]), "新增一项省级任务")
    assert work.state == State.ADJUSTING
    work = move(work, "agree_adjustment", Actor(city.people["shenhe"]))
    assert work.state == State.RETURNED
    apply_edits(
        work, (Edit(("annual",), work.content["annual"], "完成年度重点工作和新增任务"),), Actor(city.people["tianbao"])
    )
    entries = HistoryEntry.objects.filter(kind="work", subject=work.pk).exclude(action="延期")
    told = entries.values_list("action", "reason")[:3]
    assert [action for action, _ in told] == ["修改", "同意调整", "申请调整"]
    assert told[2][1] == "新增一项省级任务"


def test_a_refused_adjustment_leaves_the_table_as_it_was_accepted(city, work_of):
    work = move(work_of("301", "goals", 2026), "ask_adjustment", Actor(city.people["bumen"]), "任务减少")
    assert move(work, "refuse_adjustment", Actor(city.people["shenhe"]), "依据不足").state == State.ACCEPTED


# projects, the demonstration and the list


def test_the_demonstrations_tables_are_right_where_they_were_handed_on_and_wrong_where_not():
    works = Work.objects.filter(stage__kind="goals").with_context()
    handed_on = [work for work in works if work.state not in {State.WAITING, State.FILLING}]
    begun = [work for work in works if work.state == State.FILLING]
    assert {goals_page(work).errors for work in handed_on} == {0}
    assert all(goals_page(work).errors for work in begun)
    assert {work.organisation.code for work in works if work.project} == {str(code) for code in range(301, 313)}


def test_projects_are_compared_with_what_the_department_lists(client, city, work_of):
    client.force_login(city.people["shenhe"])
    html = client.get(f"/goals/{work_of('303', 'goals', 2026).pk}/projects").content.decode()
    assert "<strong>不等</strong> −20.00" in html


def test_a_preparer_begins_a_project_once(preparer, open_table):
    asked = {"name": "应急监测能力建设", "code": "", "initial_budget": "120.5"}
    answer = preparer.post(f"/goals/{open_table.pk}/projects", asked, follow=True)
    assert "已建立项目" in answer.content.decode()
    again = preparer.post(f"/goals/{open_table.pk}/projects", asked)
    assert "已有项目“应急监测能力建设”" in again.content.decode()


def test_the_list_filters_by_letters_and_goes_into_a_workbook(client, city):
    client.force_login(city.people["caizheng"])
    html = client.get("/goals/?words=市水利局&year=2026&of=department").content.decode()
    assert "市水利局" in html
    assert "市民政局" not in html
    answer = client.get("/goals/?export=xlsx")
    assert io.BytesIO(answer.content).read(2) == b"PK"


def test_a_projects_indicator_is_picked_and_leads_back_to_the_project(preparer, open_table):
    project = next(
        one
        for one in Work.objects.filter(stage=open_table.stage, organisation=open_table.organisation).exclude(
            project=None
        )
    )
    page = preparer.get(f"/goals/{open_table.pk}/library").content.decode()
    assert f"项目“{project.project}”" in page
    entry = next(one.entry for one in library_of(open_table) if one.row.project == str(project.project))
    rows = open_table.content["indicators"]
    apply_edits(open_table, (Edit(("indicators", len(rows)), None, entry),), Actor(None))
    page = preparer.get(f"/goals/{open_table.pk}/").content.decode()
    assert f'取自项目 <a href="/goals/{project.pk}/">' in page
    assert "和这里不同" not in page


def test_a_row_whose_project_promises_something_else_says_so(preparer, open_table):
    entry = next(one.entry for one in library_of(open_table) if one.row.project)
    entry["key_works"][0]["rows"][0]["target"] = "≥1项"
    rows = open_table.content["indicators"]
    apply_edits(open_table, (Edit(("indicators", len(rows)), None, entry),), Actor(None))
    assert "和这里不同" in preparer.get(f"/goals/{open_table.pk}/").content.decode()
