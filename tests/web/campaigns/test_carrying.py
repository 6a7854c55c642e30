"""A new year from last year's: what carries over with its days a year later, and what cannot and is said."""

import datetime

import pytest

from hengji.web.campaigns import rounds
from hengji.web.campaigns.carrying import not_carried
from hengji.web.evaluations.rubric import scheme_of
from hengji.web.history.chain import Actor
from hengji.web.models import Campaign, HistoryEntry, Organisation, Stage, Work
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(city):
    return Actor(city.people["caizheng"], "10.0.0.1")


@pytest.fixture
def last(city):
    last = city.campaigns[2026]
    Campaign.objects.filter(pk=last.pk).update(yellow=75, red=55, closes_late=True, mending_days=7)
    last.refresh_from_db()
    last.scheme_choices.create(nature="党群", scheme="common-framework-2013")
    return last


def test_thresholds_stages_schemes_and_scope_carry_over_a_year_later(last, bureau):
    new = rounds.begin(last, bureau)
    assert (new.yellow, new.red, new.closes_late, new.mending_days) == (75, 55, True, 7)
    told = ("kind", "name", "order")
    assert list(new.stages.values_list(*told)) == list(last.stages.values_list(*told))
    for one, before in zip(new.stages.all(), last.stages.all(), strict=True):
        for name in ("opens", "deadline", "as_of"):
            day = getattr(before, name)
            assert getattr(one, name) == (rounds.next_year(day) if day else None)
    told = ("nature", "scheme")
    assert list(new.scheme_choices.values_list(*told)) == list(last.scheme_choices.values_list(*told))
    told = ("organisation", "scheme")
    assert list(new.participations.values_list(*told)) == list(last.participations.values_list(*told))


def test_the_notice_number_is_not_carried_and_that_is_said_with_last_years(last, bureau):
    new = rounds.begin(last, bureau)
    assert new.notice_number == ""
    assert any(last.notice_number in said and "没有沿用" in said for said in not_carried(new))


def test_departments_that_went_and_came_are_named(city, last, bureau):
    gone, into = city.organisations["311"], city.organisations["312"]
    Organisation.objects.filter(pk=gone.pk).update(merged_into=into)
    Organisation.objects.create(
        code="399", name="市数据局", kind="department", nature="行政", jurisdiction=last.jurisdiction
    )
    new = rounds.begin(last, bureau)
    said = "\n".join(not_carried(new))
    assert f"{gone}已并入{into}，不再参加" in said
    assert "市数据局上一年度没有参加，也没有选入" in said
    assert gone.pk not in new.participations.values_list("organisation", flat=True)


def test_a_changed_scheme_or_none_at_all_is_named(last, bureau):
    new = rounds.begin(last, bureau)
    one, other = new.participations.all()[:2]
    new.participations.filter(pk=one.pk).update(scheme="")
    new.participations.filter(pk=other.pk).update(scheme="没有这个方案")
    said = "\n".join(not_carried(new))
    assert f"{one.organisation}的单位性质没有对应的评价方案" in said
    assert "评价方案“没有这个方案”在程序里找不到" in said
    assert f"{other.organisation}的评价方案和上一年度不同" in said


def test_a_deadline_on_a_weekend_and_single_extensions_are_named(last, bureau, work_of):
    work = work_of("301", "goals", 2026)
    work.extended_to = datetime.date(2026, 12, 30)
    work.save()
    new = rounds.begin(last, bureau)
    Stage.objects.filter(campaign=new, kind="goals").update(deadline=datetime.date(2027, 2, 28))
    said = "\n".join(not_carried(new))
    assert "“绩效目标”的截止日 2027-02-28 是星期日" in said
    assert "2026年度给个别单位的延期没有沿用" in said


def test_nothing_is_said_once_the_round_is_open(city):
    assert not_carried(city.campaigns[2026]) == ()


def test_what_was_not_carried_stands_on_the_page_that_arranges_it(client, last, bureau, city):
    new = rounds.begin(last, bureau)
    client.force_login(city.people["caizheng"])
    for address in (f"/campaigns/{new.pk}/edit", f"/campaigns/{new.pk}/"):
        assert "开始以前，请看这几处" in client.get(address).content.decode()


def test_the_first_round_of_a_bureau_has_the_usual_stages_and_all_its_departments(client, city):
    Campaign.objects.all().update(jurisdiction=city.organisations["301"].jurisdiction.parent)
    client.force_login(city.people["caizheng"])
    page = client.post("/campaigns/begin", follow=True).content.decode()
    new = Campaign.objects.get(jurisdiction=city.organisations["301"].jurisdiction)
    assert [stage.kind for stage in new.stages.all()] == ["goals", "monitoring", "self_evaluation", "verification"]
    assert new.participations.count() == 12
    assert "没有对应的评价方案" in page


def test_a_first_round_is_refused_where_there_is_one_to_go_by(city, bureau):
    with pytest.raises(RefusedError, match="已经有年度工作"):
        rounds.begin_first(city.organisations["301"].jurisdiction, 2027, bureau)


@pytest.fixture
def arrange(client, city, last, bureau):
    """Posts the arrangement of a new draft with some fields changed; gives back the draft and the answer."""
    new = rounds.begin(last, bureau)
    client.force_login(city.people["caizheng"])
    said = client.get(f"/campaigns/{new.pk}/edit").context
    data = {}
    for form in (said["form"], *said["stages"].forms, *said["schemes"].forms):
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = value
    for formset in (said["stages"], said["schemes"]):
        data |= {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}

    def arranged(**changed):
        answer = client.post(f"/campaigns/{new.pk}/edit", data | changed)
        return Campaign.objects.get(pk=new.pk), answer

    return arranged


def test_a_second_monitoring_finds_its_place_before_the_self_evaluation(arrange):
    count = 2
    new, answer = arrange(
        **{f"stages-{count}-kind": "monitoring", f"stages-{count}-name": "全年监控",
           f"stages-{count}-opens": "2027-10-01", f"stages-{count}-deadline": "2028-01-15",
           f"stages-{count}-as_of": "2027-12-31"}
    )  # fmt: skip
    assert answer.status_code == 302
    assert [(one.order, one.kind) for one in new.stages.all()] == [(1, "goals"), (2, "monitoring"), (3, "monitoring")]


def test_a_scheme_of_its_own_for_one_nature_reaches_its_departments(arrange):
    new, answer = arrange(**{"scheme_choices-2-nature": "行政", "scheme_choices-2-scheme": "common-framework-2013"})
    assert answer.status_code == 302
    assert new.scheme_choices.filter(nature="行政").exists()


def test_two_people_arranging_do_not_overwrite_each_other(arrange):
    assert arrange(title="改过的名称")[1].status_code == 302
    new, answer = arrange(title="另一个人的名称")
    assert "有人改过这一年度的安排，没有保存" in answer.content.decode()
    assert new.title == "改过的名称"


# the scheme of projects


def test_the_scheme_of_projects_is_chosen_recorded_and_taken_over(arrange, bureau):
    new, answer = arrange(project_scheme="self-evaluation-2021-cost")
    assert (answer.status_code, new.project_scheme) == (302, "self-evaluation-2021-cost")
    change = HistoryEntry.objects.filter(action="修改年度工作", place="项目支出评价方案").get()
    assert (change.before, change.after) == ("self-evaluation-2020", "self-evaluation-2021-cost")
    assert rounds.begin(new, bureau).project_scheme == "self-evaluation-2021-cost"


@pytest.mark.parametrize("scheme", ["common-framework-2013", "没有这个方案", ""])
def test_a_scheme_that_does_not_ask_for_a_projects_money_cannot_be_chosen(arrange, scheme):
    new, answer = arrange(project_scheme=scheme)
    assert answer.status_code == 200
    assert "project_scheme" in answer.context["form"].errors
    assert new.project_scheme == "self-evaluation-2020"


def test_projects_are_scored_by_the_scheme_of_their_round(last):
    work = Work.objects.filter(stage__kind="self_evaluation").exclude(project=None).with_context().first()
    assert scheme_of(work).id == "self-evaluation-2020"
    work.stage.campaign.project_scheme = "self-evaluation-2021-cost"
    assert scheme_of(work).id == "self-evaluation-2021-cost"


def test_the_scheme_of_projects_stays_once_the_round_is_open(client, city, last):
    client.force_login(city.people["caizheng"])
    assert "project_scheme" not in client.get(f"/campaigns/{last.pk}/edit").context["form"].fields
