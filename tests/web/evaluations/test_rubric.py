"""The rubric page: every cell it offers is one the engine reads, and what it shows is what the engine counts."""

import json

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengji.facts.numbers import plain
from hengji.web.evaluations.rubric import rubric_of, scheme_of, scored_work
from hengji.web.history.chain import Actor
from hengji.web.models import Campaign, Comment, HistoryEntry, Participation, State
from hengji.web.works.changes import Edit, apply_edits
from hengji.web.works.transitions import RefusedError, move
from hengji.workflows.scoring import score_file

pytestmark = pytest.mark.django_db
LEAF = "投入/预算配置/在职人员控制率"


@pytest.fixture
def own(client, city, work_of):
    client.force_login(city.people["tianbao"])
    return work_of("301")


@pytest.fixture
def under(work_of):
    """A work evaluated by another scheme, with nothing filled in."""

    def chosen(scheme, content=None, year=2025):
        work = work_of("301")
        Participation.objects.filter(campaign=work.stage.campaign, organisation=work.organisation).update(scheme=scheme)
        Campaign.objects.filter(pk=work.stage.campaign_id).update(year=year)
        work = work_of("301", year=year)
        work.content = content or {}
        work.save()
        return work

    return chosen


def _save(client, work, *edits):
    body = {"edits": [{"path": path, "before": before, "after": after} for path, before, after in edits]}
    return client.post(f"/works/{work.pk}/edit", json.dumps(body), content_type="application/json")


def _fields(rubric):
    return [field for line in rubric.lines for field in line.fields if not field.shared]


def test_the_scores_follow_what_is_typed(client, own):
    before = own.content["data"]["在职人员数"]["value"]
    _save(client, own, (["data", "在职人员数", "value"], before, "92人"))
    page = client.get(f"/evaluations/{own.pk}/scores").content.decode()
    assert "在职人员控制率 = 92 ÷ 46 = 200%" in page
    assert "失 " in page


def test_a_wrong_cell_says_so_beside_itself_and_the_others_still_count(client, own):
    _save(client, own, (["data", "编制数", "value"], own.content["data"]["编制数"]["value"], "四十六"))
    own.refresh_from_db()
    rubric = rubric_of(own)
    field = next(field for field in _fields(rubric) if field.label == "编制数")
    assert "不是数；填的是“四十六”；应为带单位的数" in field.problems[0]
    assert rubric.line(LEAF).is_open
    assert rubric.card.low > 0


figures = st.one_of(
    st.integers(0, 9999).map(lambda number: f"{number}人"),
    st.decimals(0, 10**6, places=2).map(lambda number: f"{number}万元"),
    st.sampled_from(["", "约三成", "12", "-3人", "95.5%", "是", "否", "1e5人", "７人"]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_edits_through_the_page_score_as_the_same_file_does(work_of, city, tmp_path, data):
    """Law: whatever is typed, the page's card is the engine's card of the same YAML, where the file can be scored."""
    work = work_of("301")
    actor = Actor(city.people["tianbao"])
    cells = [json.loads(field.path) for field in _fields(rubric_of(work)) if field.kind == "figure"]
    for path in data.draw(st.lists(st.sampled_from(cells), max_size=3, unique_by=str)):
        value = data.draw(figures) or None
        saved = next(field.saved for field in _fields(rubric_of(work)) if json.loads(field.path) == path)
        apply_edits(work, (Edit(tuple(path), json.loads(saved), value),), actor)
        work.refresh_from_db()
    scheme = scheme_of(work)
    page = scored_work(work, scheme)
    file = tmp_path / "self.yaml"
    heading = {"evaluation": "self", "organisation": work.organisation.name, "year": "2025", "scheme": scheme.id}
    file.write_text(yaml.safe_dump({**work.content, **heading}, allow_unicode=True), "utf-8")
    scored = score_file(file)
    if scored.card is None:
        assert any(item.severity == "error" for item in page.findings)
    else:
        assert page.card.nodes == scored.card.nodes
        assert (page.card.total, page.card.grade) == (scored.card.total, scored.card.grade)


def test_a_scheme_that_is_not_valid_in_the_year_says_so_on_the_page(client, city, under):
    work = under("zhanjiang-2021-verification")
    client.force_login(city.people["tianbao"])
    assert "不适用于这一年度" in client.get(f"/evaluations/{work.pk}/").content.decode()


@pytest.mark.parametrize(
    ("scheme", "year"),
    [("self-evaluation-2020", 2025), ("zhanjiang-2021-verification", 2021), ("goal-table-2024", 2025)],
)
def test_a_blank_form_of_any_scheme_opens_and_its_cells_are_the_engines(client, city, under, scheme, year):
    work = under(scheme, year=year)
    client.force_login(city.people["tianbao"])
    page = client.get(f"/evaluations/{work.pk}/")
    assert page.status_code == 200
    for last in (False, True):
        edits = []
        for field in _fields(rubric_of(work)):
            saved = json.loads(field.saved)
            answers = [value for value, _ in field.options] or (["0%", "85%"] if field.unit == "%" else [])
            if answers and json.loads(field.path)[0] == "judgements":
                edits.append(Edit(tuple(json.loads(field.path)), saved, answers[-1 if last else 0]))
            elif field.kind == "long":
                edits.append(Edit(tuple(json.loads(field.path)), saved, f"理由{last}"))
        apply_edits(work, tuple(edits), Actor(city.people["tianbao"]))
        work.refresh_from_db()
        wrong = [item for item in scored_work(work, scheme_of(work)).findings if item.severity == "error"]
        assert [item for item in wrong if item.source.cell.startswith("judgements")] == []


EVENT = ["events", "表彰"]


def test_events_are_listed_one_by_one_and_that_there_was_none_is_said(client, city, under):
    work = under("zhanjiang-2021-verification", year=2021)
    client.force_login(city.people["tianbao"])
    beside = {item.name: item for item in rubric_of(work).beside}
    assert [item.kind for item in beside.values()] == ["加分项", "扣分项"]
    assert (beside["表彰"].events.count, beside["表彰"].events.stated_none) == (0, False)
    none = json.loads(beside["表彰"].events.none_edits)[0]
    _save(client, work, (none["path"], none["before"], none["after"]))
    work.refresh_from_db()
    assert rubric_of(work).beside[0].events.stated_none
    undo = json.loads(rubric_of(work).beside[0].events.undo_edits)[0]
    _save(client, work, (undo["path"], undo["before"], undo["after"]))
    _save(client, work, ([*EVENT, 0, "what"], None, "省级表彰"), ([*EVENT, 0, "matter"], None, "文旅融合"))
    _save(client, work, ([*EVENT, 1, "what"], None, "市级表彰"), ([*EVENT, 1, "matter"], None, "文旅融合"))
    work.refresh_from_db()
    first = rubric_of(work).beside[0]
    assert (first.events.count, first.score.count, plain(first.score.points)) == (2, 1, "1")
    removal = json.loads(first.events.items[0].removal)[0]
    _save(client, work, (removal["path"], removal["before"], removal["after"]))
    work.refresh_from_db()
    assert [event["what"] for event in work.content["events"]["表彰"]] == ["市级表彰"]
    cells = client.get(f"/evaluations/{work.pk}/fill", {"row": "表彰"}).content.decode()
    assert "市级表彰" in cells
    assert "省级表彰" not in cells


def test_goal_rows_are_added_filled_and_removed_in_their_slots(client, city, under):
    work = under("self-evaluation-2020")
    client.force_login(city.people["tianbao"])
    said = {"under": "产出指标/数量指标", "name": "送戏下乡场次", "target": "≥100场", "points": "50"}
    client.post(f"/evaluations/{work.pk}/goals/add", said)
    _save(client, work, (["goals", 0, "actual"], None, "80场"), (["goals", 0, "reason"], None, "汛期停演"))
    work.refresh_from_db()
    line = rubric_of(work).line("产出指标/数量指标/送戏下乡场次")
    assert (plain(line.node.score), line.removal) == ("40", 0)
    client.post(f"/evaluations/{work.pk}/goals/remove", {"index": "0", "name": "另一行"})
    work.refresh_from_db()
    assert len(work.content["goals"]) == 1
    client.post(f"/evaluations/{work.pk}/goals/remove", {"index": "0", "name": "送戏下乡场次"})
    work.refresh_from_db()
    assert "goals" not in work.content


def test_goal_rows_whose_points_do_not_sum_up_stay_on_the_page_and_say_so(under):
    rows = [{"under": ["产出指标"], "name": name, "points": "20", "target": "1项", "actual": "1项"} for name in "甲乙"]
    rubric = rubric_of(under("self-evaluation-2020", {"goals": rows}))
    assert [plain(rubric.line(f"产出指标/{name}").node.score or 0) for name in "甲乙"][1] == "20"
    problems = [problem for line in rubric.lines for field in line.fields for problem in field.problems]
    assert any("分值之和与方案不等" in problem for problem in problems)


def test_a_goal_row_that_belongs_nowhere_is_shown_where_it_can_be_mended(under):
    rubric = rubric_of(under("self-evaluation-2020", {"goals": [{"under": ["别处"], "name": "甲", "target": "1项"}]}))
    assert rubric.lines[-1].row.path == ("没有放进指标体系的行", "甲")


def test_the_margin_tells_standard_figures_sources_evidence_history_and_remarks(client, own):
    _save(client, own, (["data", "编制数", "place"], None, "第2页"))
    client.post(f"/evaluations/{own.pk}/comment", {"row": LEAF, "text": "编制数请附批复"})
    page = client.get(f"/evaluations/{own.pk}/margin", {"row": LEAF}).content.decode()
    for words in (
        "评分标准",
        "在职人员数",
        "第2页",
        "决算和业务数据取数表.xlsx",
        "取数表!B",
        "编制数请附批复",
        "变更记录",
    ):
        assert words in page
    assert client.get(f"/evaluations/{own.pk}/margin", {"row": "没有"}).status_code == 404
    client.post(f"/evaluations/{own.pk}/comment", {"row": LEAF, "done": Comment.objects.last().pk})
    assert HistoryEntry.objects.first().action == "意见已处理"


def test_who_only_reads_leaves_no_remark(client, city, own):
    client.force_login(city.people["shenji"])
    assert client.post(f"/evaluations/{own.pk}/comment", {"row": LEAF, "text": "x"}).status_code == 403


@pytest.mark.parametrize("page", ["", "scores", f"margin?row={LEAF}", "report", "check", "export/report.docx"])
def test_another_departments_self_evaluation_does_not_exist(client, city, work_of, page):
    client.force_login(city.people["tianbao"])
    assert client.get(f"/evaluations/{work_of('303').pk}/{page}").status_code == 404


def test_what_lacks_may_be_submitted_but_what_cannot_be_scored_may_not(city, own):
    actor = Actor(city.people["tianbao"])
    before = own.content["data"]["编制数"]["value"]
    work = apply_edits(own, (Edit(("data", "编制数", "value"), before, "四十六"),), actor).work
    with pytest.raises(RefusedError, match="1 处填写不能计分"):
        move(work, "submit", actor)
    work = apply_edits(work, (Edit(("data", "编制数", "value"), "四十六", "46人"),), actor).work
    assert move(work, "submit", actor).state == State.SUBMITTED


def test_missing_evidence_is_counted_and_shown(client, own):
    page = client.get(f"/evaluations/{own.pk}/").content.decode()
    rubric = rubric_of(own)
    assert rubric.without_evidence > 0
    assert "个指标缺佐证材料" in page


def test_the_list_filters_and_goes_out_as_a_workbook(client, city):
    client.force_login(city.people["caizheng"])
    assert "市水利局" in client.get("/evaluations/", {"words": "水利", "year": "2025"}).content.decode()
    assert client.get("/evaluations/", {"export": "xlsx"}).content[:2] == b"PK"


def test_a_cell_of_an_event_that_was_moved_meanwhile_is_not_written_into_another(client, city, under):
    first, second = ({"what": f"{name}级表彰", "matter": "文旅融合"} for name in ("省", "市"))
    work = under("zhanjiang-2021-verification", {"events": {"表彰": [first, second]}}, year=2021)
    client.force_login(city.people["tianbao"])
    fields = rubric_of(work).beside[0].events.items[0].fields
    seen = {json.loads(field.path)[-1]: (json.loads(field.path), json.loads(field.beside)) for field in fields}
    assert set(seen) == {"what", "matter", "evidence"}
    work.content = {"events": {"表彰": [{**second, "matter": "别的"}, first]}}
    work.save()
    for name, (path, beside) in seen.items():
        rows = [{"path": path, "before": first.get(name), "after": "新填的", "beside": beside}]
        answer = client.post(f"/works/{work.pk}/edit", {"edits": rows}, content_type="application/json").json()
        assert [conflict["elsewhere"] for conflict in answer["conflicts"]] == [True], name
    work.refresh_from_db()
    assert "新填的" not in str(work.content)
