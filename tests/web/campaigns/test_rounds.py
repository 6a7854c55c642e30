"""A round: begun from last year's, opened when nothing lacks, extended with a reason, closed when all is done."""

import datetime

import pytest

from hengji.web.campaigns import rounds
from hengji.web.campaigns.matrix import Filters, matrix_of
from hengji.web.history.chain import Actor
from hengji.web.models import Campaign, HistoryEntry, Work
from hengji.web.works.extensions import extend
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture
def bureau(city):
    return Actor(city.people["caizheng"], "10.0.0.1")


def test_a_new_round_takes_over_stages_schemes_and_departments_a_year_later(city, bureau):
    last = city.campaigns[2026]
    new = rounds.begin(last, bureau)
    assert (new.year, new.title, new.state) == (2027, "示例市2027年度部门整体支出绩效工作", "draft")
    assert [stage.deadline for stage in new.stages.all()] == [
        rounds.next_year(stage.deadline) for stage in last.stages.all()
    ]
    assert new.participations.count() == 12
    with pytest.raises(RefusedError, match="2027年度已经建立"):
        rounds.begin(last, bureau)


def test_a_round_opens_only_when_nothing_lacks_and_says_all_that_does(city, bureau):
    new = rounds.begin(city.campaigns[2026], bureau)
    rounds.set_scope(new, [], bureau)
    with pytest.raises(RefusedError, match="没有填通知文号；没有选参加的部门"):
        rounds.open_round(new, bureau)
    new.notice_number = "示财绩〔2027〕9号"
    rounds.set_scope(new, [city.organisations["301"], city.organisations["302"]], bureau)
    assert rounds.open_round(new, bureau) == 4
    assert {work.state for work in Work.objects.filter(stage__campaign=new)} == {"waiting"}
    with pytest.raises(RefusedError, match="筹备中"):
        rounds.set_scope(new, [], bureau)


@pytest.mark.parametrize(
    ("until", "reason", "words"),
    [(datetime.date(2026, 12, 5), " ", "写明原因"), (datetime.date(2026, 11, 18), "台风", "要比原来的晚")],
)
def test_an_extension_needs_a_reason_and_a_later_day(work_of, bureau, until, reason, words):
    with pytest.raises(RefusedError, match=words):
        extend([work_of("310")], until, reason, bureau)


def test_an_extension_takes_lateness_away_and_is_recorded(work_of, bureau):
    work = work_of("310")
    assert work.days_late(TODAY) == 3
    assert extend([work, work_of("302")], datetime.date(2026, 12, 5), "受台风影响", bureau) == 1
    work.refresh_from_db()
    assert work.days_late(TODAY) == 0
    entry = HistoryEntry.objects.first()
    assert (entry.action, entry.before, entry.after, entry.reason) == ("延期", "2026-11-18", "2026-12-05", "受台风影响")


def test_a_round_with_unfinished_works_does_not_close(city, bureau):
    with pytest.raises(RefusedError, match=r"还有 \d+ 项工作没有完成"):
        rounds.close(city.campaigns[2025], bureau)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(words="wh"), {"市文化和旅游局"}),
        (Filters(words="水利"), {"市水利局"}),
        (Filters(nature="党群"), {"中共示例市委党史研究室", "示例市妇女联合会"}),
        (Filters(matter="returned"), {"市交通运输局"}),
        (Filters(words="没有这个单位"), set()),
    ],
)
def test_the_matrix_shows_what_is_asked_for(city, filters, names):
    matrix = matrix_of(city.campaigns[2025], city.people["caizheng"], TODAY, filters)
    found = {line.organisation.name for line in matrix.lines}
    assert (found if filters.words != "wh" else found & names) == names
    assert len(matrix.counts) == 4


def test_the_matrix_says_who_is_late_in_days(city):
    matrix = matrix_of(city.campaigns[2025], city.people["caizheng"], TODAY, Filters(matter="late"))
    assert {box.late for line in matrix.lines for box in line.boxes if box.late} == {3}


def test_the_next_year_of_a_leap_day_is_the_28th():
    assert rounds.next_year(datetime.date(2028, 2, 29)) == datetime.date(2029, 2, 28)


@pytest.mark.parametrize("name", ["campaigns/", "campaigns/{}/", "campaigns/{}/edit"])
def test_the_pages_open_for_the_bureau_alone(client, city, name):
    address = "/" + name.format(city.campaigns[2025].pk)
    client.force_login(city.people["caizheng"])
    assert client.get(address).status_code == 200
    client.force_login(city.people["tianbao"])
    assert client.get(address).status_code == 403


def test_the_bureau_begins_arranges_and_opens_a_round_in_the_browser(client, city):
    client.force_login(city.people["caizheng"])
    client.post(f"/campaigns/{city.campaigns[2026].pk}/begin-next")
    new = Campaign.objects.get(year=2027)
    form = {
        "title": new.title, "notice_number": "示财绩〔2027〕9号", "yellow": "80", "red": "60",
        "departments": [city.organisations["301"].pk],
        "stages-TOTAL_FORMS": "2", "stages-INITIAL_FORMS": "2",
        "stages-MIN_NUM_FORMS": "0", "stages-MAX_NUM_FORMS": "9",
        "scheme_choices-TOTAL_FORMS": "1", "scheme_choices-INITIAL_FORMS": "1",
        "scheme_choices-MIN_NUM_FORMS": "0", "scheme_choices-MAX_NUM_FORMS": "9",
        "scheme_choices-0-id": new.scheme_choices.get().pk, "scheme_choices-0-nature": "",
        "scheme_choices-0-scheme": new.scheme_choices.get().scheme, "mending_days": "10", "seen": "0",
        "project_scheme": "self-evaluation-2020",
    }  # fmt: skip
    for index, stage in enumerate(new.stages.all()):
        form |= {f"stages-{index}-id": stage.pk, f"stages-{index}-name": stage.name,
                 f"stages-{index}-opens": "2027-01-01", f"stages-{index}-deadline": "2027-03-01"}  # fmt: skip
    wrong = client.post(f"/campaigns/{new.pk}/edit", {**form, "red": "90"})
    assert "红灯线 &lt; 黄灯线" in wrong.content.decode()
    assert client.post(f"/campaigns/{new.pk}/edit", form).status_code == 302
    client.post(f"/campaigns/{new.pk}/open")
    new.refresh_from_db()
    assert (new.state, Work.objects.filter(stage__campaign=new).count()) == ("open", 2)
